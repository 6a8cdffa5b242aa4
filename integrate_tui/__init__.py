"""A private companion in the terminal for the time after a psychedelic experience.

Importing the package does no work; `integrate_tui.cli.main` is where a run begins.
"""

__version__ = "0.1.0"
