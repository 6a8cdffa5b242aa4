"""How long a test waits for what must come, on a machine that has much else to do."""

FAR_TOO_LONG = 180.0
"""Seconds after which what is waited for is not expected any more."""
