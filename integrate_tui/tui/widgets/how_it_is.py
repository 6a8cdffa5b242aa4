"""How it is right now, on two lines: a number, or a word that counts for more, and people."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.grounding import Feels, Way
from integrate_tui.tui.widgets.drawing import Drawn, Part, width_of

_WORDS = ("How much distress?  ", "Distress  ")
"""What stands before the numbers: where there is room, and where there is not."""
_CELL = 4
_NUMBERS = 11
_WAYS = (
    (Way.UNREAL, "r", "things feel unreal", "unreal"),
    (Way.SLEEPLESS, "s", "I cannot sleep", "cannot sleep"),
)
"""Each with its key, and in words for where there is room and where there is not."""
_ROOM = 66
"""Columns that are room."""


class HowItIs(Drawn):
    """Numbers and words to be clicked; the keys that do the same belong to the screen."""

    DEFAULT_CSS = """
    HowItIs { height: 3; background: $background; }
    """

    feels: reactive[Feels] = reactive(Feels())
    """What is said."""

    @dataclass
    class Said(Message):
        """Something was clicked that says how it is."""

        feels: Feels

    class Asked(Message):
        """People to turn to were asked for."""

    def __init__(self, feels: Feels) -> None:
        super().__init__(id="how-it-is")
        self.set_reactive(HowItIs.feels, feels)

    def turned(self, way: Way) -> Feels:
        """Return what is said once a word is said, or taken back."""
        present = self.feels
        return Feels(present.distress, None if present.way is way else way)

    def render_line(self, y: int) -> Strip:
        """Draw the rule, the numbers, then the words."""
        width = self.size.width
        if y == 0:
            return self.line([("\u2500" * width, "rule")], width)
        parts = self._numbers() if y == 1 else [part for part, _ in self._words()]
        return self.line(parts, width)

    @property
    def _lead(self) -> str:
        fits = len(_WORDS[0]) + _NUMBERS * _CELL <= self.size.width
        return _WORDS[0] if fits else _WORDS[1]

    def _numbers(self) -> list[Part]:
        parts: list[Part] = [(self._lead, "muted")]
        for n in range(_NUMBERS):
            is_said = n == self.feels.distress
            shown = f"({n})" if is_said else f" {n} "
            parts.append((f"{shown:<{_CELL}}", "match" if is_said else "text"))
        return parts

    def _words(self) -> Iterator[tuple[Part, Message]]:
        """Yield the parts of the last line, each with what a click on it says."""
        for way, key, long, short in _WAYS:
            words = long if self.size.width >= _ROOM else short
            said = self.Said(self.turned(way))
            is_said = self.feels.way is way
            yield (f"{key} ", "key"), said
            shown = f"({words})" if is_said else f" {words} "
            yield (f"{shown}  ", "match" if is_said else "text"), said
        yield ("! ", "key"), self.Asked()
        yield (" people to turn to", "text"), self.Asked()

    def on_click(self, event: events.Click) -> None:
        """Say what is under the pointer; what was said already is taken back."""
        if event.y == 1:
            n, beyond = divmod(event.x - len(self._lead), _CELL)
            if 0 <= n < _NUMBERS and beyond < _CELL:
                self.post_message(self.Said(Feels(None if n == self.feels.distress else n)))
        elif event.y > 1:
            x = 0
            for part, message in self._words():
                x += width_of([part])
                if event.x < x:
                    self.post_message(message)
                    return
