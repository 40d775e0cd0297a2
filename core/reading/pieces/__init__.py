"""A piece of a post, where its number belongs, and how the prices of one post settle each other."""
