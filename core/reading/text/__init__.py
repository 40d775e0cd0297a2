"""What was typed: plain text, cut into pieces, and the figures in it. Nothing here knows a word."""
