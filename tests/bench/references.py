"""The smallest programs that do one thing, to be timed beside the real one.

Run as `python -m tests.bench.references NAME`. Each is what a competent author would write first
with the stock parts, so a ratio says what this program's own parts are worth.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

READY = "Hello, world"
"""What is on the screen of each of them once it is drawn."""
_PARAGRAPH = "We walked along the river until the light went, and said very little. " * 8
PAGE = "\n\n".join([_PARAGRAPH.strip()] * 18)[:10_000]
"""A page of ten thousand characters."""


class Hello(App[None]):
    """The floor: nothing but a line of text."""

    def compose(self) -> ComposeResult:
        yield Static(READY)


class Page(App[None]):
    """A stock text area with a page in it."""

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield TextArea(PAGE)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        area.cursor_blink = False
        area.move_cursor(area.document.end)


class Field(App[None]):
    """A stock input, empty."""

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield Input()


class _Place(Screen[None]):
    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield Static(self._words)


class Modes(App[None]):
    """Two empty places, and an empty screen to come back from."""

    MODES = {"one": lambda: _Place("one"), "two": lambda: _Place("two")}  # noqa: RUF012
    DEFAULT_MODE = "one"
    BINDINGS = [  # noqa: RUF012 - the declaration that Textual documents
        Binding("1", "switch_mode('one')"),
        Binding("2", "switch_mode('two')"),
        Binding("question_mark", "over"),
        Binding("escape", "leave_over"),
    ]

    def action_over(self) -> None:
        self.push_screen(_Place("over"))

    def action_leave_over(self) -> None:
        self.pop_screen()


class Disc(App[None]):
    """A disc of forty columns in a stock Static, thirty times a second."""

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield Static(id="disc")

    def on_mount(self) -> None:
        self._began = time.monotonic()
        self.set_interval(1 / 30, self._tick)

    def _tick(self) -> None:
        part = (time.monotonic() - self._began) % 8 / 8
        radius = 10 * (0.5 + abs(part - 0.5))
        rows = []
        for y in range(20):
            half = int(max(0.0, radius**2 - (y - 9.5) ** 2) ** 0.5 * 2)
            rows.append(("\u2588" * 2 * half).center(40))
        self.query_one("#disc", Static).update("\n".join(rows))


PROGRAMS: dict[str, Callable[[], App[Any]]] = {
    "hello": Hello,
    "page": Page,
    "field": Field,
    "modes": Modes,
    "disc": Disc,
}


if __name__ == "__main__":
    PROGRAMS[sys.argv[1]]().run()
