"""What an owner's correction teaches of a channel, and what it would have changed."""
