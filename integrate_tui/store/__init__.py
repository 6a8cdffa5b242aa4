"""The journal file: it speaks the values of `core` and hides rows."""
