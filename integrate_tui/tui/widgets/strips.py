"""Words side by side on one line, one of them taken: the pages of a place, and its ranges."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part, fit_parts, width_of

_WIDE_GAP, _NARROW_GAP = 3, 1
_EARLIER, _LATER = "\u25c2 ", " \u25b8"


class WordStrip(Drawn):
    """Words of which one is taken; a click takes another."""

    DEFAULT_CSS = """
    WordStrip { height: 1; }
    """

    taken: reactive[int] = reactive(0)
    """Which word is taken."""

    @dataclass
    class Chosen(Message):
        """A word was clicked."""

        strip: "WordStrip"
        index: int

        @property
        def control(self) -> "WordStrip":
            """The strip it happened in."""
            return self.strip

    def __init__(self, words: tuple[str, ...] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words

    def show(self, words: tuple[str, ...], taken: int) -> None:
        """Show other words."""
        self.words = words
        self.taken = taken
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the words."""
        return self.line(self._parts(), self.size.width)

    def _parts(self) -> list[Part]:
        gap = " " * self._gap
        parts: list[Part] = []
        for i, word in enumerate(self.words):
            parts.append((word, "taken" if i == self.taken else "muted"))
            parts.append((gap, "text"))
        return parts

    @property
    def _gap(self) -> int:
        needed = sum(map(cell_len, self.words)) + _WIDE_GAP * (len(self.words) - 1)
        return _WIDE_GAP if needed <= self._room else _NARROW_GAP

    @property
    def _room(self) -> int:
        return self.size.width

    def on_click(self, event: events.Click) -> None:
        """Take the word under the pointer."""
        offset = event.get_content_offset(self)
        index = None if offset is None else self._word_at(offset.x)
        if index is not None:
            self.post_message(self.Chosen(self, index))

    def _word_at(self, x: int) -> int | None:
        start = 0
        for i, word in enumerate(self.words):
            end = start + cell_len(word)
            if start <= x < end + self._gap // 2:
                return i
            start = end + self._gap
        return None


class SpanStrip(WordStrip):
    """The ranges there are, and at its right end which days are shown, between two arrows."""

    days: reactive[str] = reactive("")
    """The days that are shown, in words."""
    has_earlier: reactive[bool] = reactive(False)
    has_later: reactive[bool] = reactive(False)

    @dataclass
    class Moved(Message):
        """An arrow was clicked."""

        by: int
        """-1 for earlier, 1 for later."""

    def render_line(self, y: int) -> Strip:
        """Draw the ranges, and the days."""
        return self.line(self._parts(), self.size.width, self._right())

    def _right(self) -> list[Part]:
        room = self.size.width - width_of(self._parts()) - 1
        edges = len(_EARLIER) + len(_LATER)
        days = fit_parts([(self.days, "text")], max(8, room - edges))
        return [
            (_EARLIER, "key" if self.has_earlier else "rule"),
            *days,
            (_LATER, "key" if self.has_later else "rule"),
        ]

    @property
    def _room(self) -> int:
        return self.size.width - cell_len(self.days) - len(_EARLIER) - len(_LATER) - 1

    def on_click(self, event: events.Click) -> None:
        """Take a range, or go to earlier or later days."""
        offset = event.get_content_offset(self)
        right = self.size.width - width_of(self._right())
        if offset is None or offset.x < right:
            super().on_click(event)
        elif offset.x < right + len(_EARLIER):
            self.post_message(self.Moved(-1))
        elif offset.x >= self.size.width - len(_LATER):
            self.post_message(self.Moved(1))
