"""The line that a search is typed in, what was understood of it, and the ways to widen it again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from integrate_tui.core.chips import Typed, completions, query_of, with_chip, without
from integrate_tui.core.narrowing import ChipName, Reader
from integrate_tui.core.search import Query
from integrate_tui.core.text import shorten
from integrate_tui.tui.widgets.chips import ChipLine, Completing, gone_on
from integrate_tui.tui.widgets.drawing import Part

_OFFERED = 4
"""Completions that are named under the line."""
_LABEL = 24
_NAMES = "tag: feeling: guide: stage: experience: since: until: is:starred"


class SearchField(Completing):
    """The line itself; from it one goes on to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "submit", "To the list", id="search.leave", tooltip="Go to what is found."),
    ]


class SearchBar(Vertical):
    """Words and chips, typed or put in."""

    DEFAULT_CSS = """
    SearchBar { height: auto; }
    """

    @dataclass
    class Changed(Message):
        """Something else is looked for; `bar.wanted` is it."""

        bar: "SearchBar"

    field = getters.query_one(SearchField)
    line = getters.query_one(ChipLine)

    def __init__(
        self, known: Callable[[], Reader], *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin empty.

        Args:
            known: Returns what the chips may name.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._known = known
        self._typed = Typed(Query())
        self._found = ""

    def compose(self) -> ComposeResult:
        """Lay the chips under the line."""
        yield SearchField(complete=self._gone_on, placeholder="Words, or a filter", id="search")
        yield ChipLine(id="chips")

    def on_mount(self) -> None:
        """Say what may be typed."""
        self._show()

    @property
    def wanted(self) -> Query:
        """What is looked for."""
        return self._typed.query

    def say(self, found: str) -> None:
        """Say how many things were found."""
        self._found = found
        self._show()

    def read_anew(self) -> None:
        """Read what is typed once more, after what its chips name may have changed."""
        if self._typed.chips:
            self._typed = query_of(self.field.value, self._known())
        self._show()

    def put(self, typed: str) -> None:
        """Put something in place of what is typed."""
        self.field.value = typed
        self.field.cursor_position = len(typed)

    def add(self, name: ChipName, given: str) -> None:
        """Narrow it down by one chip more."""
        self.put(with_chip(self.field.value, name, given))

    def widen(self) -> bool:
        """Take the words out, or without any the last chip; tell whether anything is left."""
        chips = self._typed.chips
        if not chips:
            return False
        if self.wanted.words:
            self.put("".join(f"{chip.text} " for chip in chips))
            return True
        self.put(without(self.field.value, chips[-1]))
        return len(chips) > 1

    def clear(self) -> None:
        """Look for nothing, without telling of it."""
        with self.prevent(Input.Changed):
            self.field.value = ""
        self._typed, self._found = Typed(Query()), ""
        self._show()

    @on(Input.Changed)
    def read(self, event: Input.Changed) -> None:
        """Read what is typed at every key."""
        event.stop()
        before = self.wanted
        self._typed = query_of(event.value, self._known())
        if self.wanted != before:
            self.post_message(self.Changed(self))
        else:
            self._show()

    @on(ChipLine.TakenOut)
    def take_out(self, event: ChipLine.TakenOut) -> None:
        """Take out the chip that was clicked."""
        event.stop()
        self.put(without(self.field.value, event.chip))

    def _show(self) -> None:
        chips = [chip for chip in self._typed.chips if chip.is_ok]
        self.line.show(chips, self._found, self._help())

    def _help(self) -> list[Part]:
        """Return what may be typed next, or what could not be understood and its mend."""
        typed, chips = self.field.value, self._typed.chips
        if not typed:
            return [(_NAMES, "muted")]
        if chips and not chips[-1].is_ok:
            offered = completions(typed, self._known(), _OFFERED)
            if offered:
                labels = " \u00b7 ".join(shorten(each.label, _LABEL) for each in offered)
                return [("tab  ", "key"), (labels, "muted")]
        return [(problem, "muted") for problem in self._typed.problems[:1]]

    def _gone_on(self, typed: str) -> str:
        return gone_on(typed, completions(typed, self._known(), 1))
