"""The reading room: text in, `Signal | Amendment | Nothing` out; no clock, no network, no memory."""
