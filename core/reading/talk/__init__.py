"""What sentences do beside a plan: a wish, a memory, a motto, a trade that already stands."""
