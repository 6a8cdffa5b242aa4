"""Questions laid over a screen; each gives its answer back."""
