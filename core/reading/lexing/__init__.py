"""What each piece is where it stands: by what touches it, and by what its neighbours lend it."""
