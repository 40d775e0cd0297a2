"""What is done about a call already made: verbs, what they order and report, and what keeps them from it."""
