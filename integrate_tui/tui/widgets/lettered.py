"""Options that are each taken by a letter, by Enter or by a click."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.options import Options


@value()
class Letter:
    """One option."""

    key: str
    words: str
    about: str = ""
    """What it means, said more quietly after it."""


class Lettered(Options):
    """Options one under the other, each with its letter before it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_marked", "Take it", id="lettered.take"),
    ]

    @dataclass
    class Taken(Message):
        """An option was taken."""

        lettered: "Lettered"
        key: str
        """Its letter."""

        @property
        def control(self) -> "Lettered":
            """The list it was taken from."""
            return self.lettered

    def __init__(self, letters: tuple[Letter, ...], *, id: str | None = None) -> None:
        """Begin with some options."""
        self.letters = letters
        self._wide = max((len(each.words) for each in letters), default=0)
        super().__init__(tuple(each.words for each in letters), id=id)

    def sign(self, index: int) -> Part:
        """Return the letter of an option."""
        return f"{self.letters[index].key}  ", "key"

    def option(self, index: int, words: str, *, is_first: bool) -> list[Part]:
        """Return the parts of an option, with what it means where there is room."""
        parts = super().option(index, words.ljust(self._wide), is_first=is_first)
        about = self.letters[index].about
        return [*parts, (f"   {about}", "muted")] if about and is_first else parts

    def on_key(self, event: events.Key) -> None:
        """Take the option whose letter is typed."""
        if any(event.character == each.key for each in self.letters):
            event.stop()
            event.prevent_default()
            self.post_message(self.Taken(self, str(event.character)))

    def action_take_marked(self) -> None:
        """Take the marked option."""
        self.pick(self.cursor)

    def pick(self, index: int) -> None:
        """Take the option under the pointer."""
        self.cursor = index
        self.post_message(self.Taken(self, self.letters[index].key))
