"""Parts of screens. They take core values, draw them, and post messages."""
