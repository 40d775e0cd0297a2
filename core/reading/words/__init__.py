"""What a word means wherever it stands: the phrases of all languages, the names every trader knows, units, slips."""
