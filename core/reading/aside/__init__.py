"""Figures that are no levels: set aside before anybody places a number."""
