"""Leaving and arriving: what is written for, and read from, other programs."""
