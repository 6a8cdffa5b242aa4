"""A line to type in: what is pasted becomes one line, and no more is taken than it has room for."""

from typing import Any

from textual import events
from textual.widgets import Input

from integrate_tui.core.text import clean_line

ROOM = 4_000
"""Characters a line has room for: a longer one makes every key wait."""
FULL = f"A line has room for {ROOM:,} characters. What does not fit was not taken."
_SURELY_TOO_LONG = 10 * ROOM
"""Characters that are not even looked through: making one line of them shortens nothing so much."""


def as_one_line(pasted: str) -> str:
    """Return what is pasted as one line; a space at either end may part it from what is there."""
    return clean_line(f"|{pasted}|")[1:-1]


class OneLine(Input):
    """A line into which several can be pasted."""

    def __init__(self, value: str | None = None, **options: Any) -> None:
        """Begin with what is there; a longer line than there is room for stays as it is."""
        super().__init__(value, max_length=ROOM, **options)
        self._has_said_full = False

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of what is pasted; Textual would take the first and lose the others."""
        if len(event.text) > _SURELY_TOO_LONG:
            event.stop()
            event.prevent_default()
            self.restricted()
        else:
            event.text = as_one_line(event.text)

    def on_input_changed(self) -> None:
        """Be ready to say once more that there is no room."""
        self._has_said_full = False

    def restricted(self) -> None:
        """Say that something does not fit, once, in place of Textual's bell."""
        if not self._has_said_full:
            self._has_said_full = True
            self.notify(FULL, markup=False)
