"""One post on its way to a verdict: a call, a follow-up, or nothing."""
