"""A reading shown: in colours on a terminal, in words on a phone, as an object to a program."""
