"""The plan of a call: its levels, its side, its instrument, and whether they agree."""
