"""A short list to choose one from, by arrows, by number or by mouse."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.options import Options

_TAKEN = "\u25cf "
"""Stands before the option that was chosen."""


class Choices(Options):
    """Options one under the other, one of which is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="choices.choose"),
        *(
            Binding(str(i), f"take({i - 1})", f"Option {i}", show=False, id=f"choices.{i}")
            for i in range(1, 10)
        ),
    ]

    taken: reactive[int | None] = reactive(None)
    """Which option was chosen before, to be shown as such."""

    @dataclass
    class Chosen(Message):
        """An option was chosen."""

        choices: "Choices"
        index: int

        @property
        def control(self) -> "Choices":
            """The list it was chosen from."""
            return self.choices

    def __init__(
        self, options: tuple[str, ...], *, taken: int | None = None, id: str | None = None
    ) -> None:
        """Begin with options, one of which may have been chosen before."""
        super().__init__(options, id=id)
        self.set_reactive(Choices.taken, taken)
        self.set_reactive(Choices.cursor, taken or 0)

    def sign(self, index: int) -> Part:
        """Return the number of an option."""
        number = f"{index + 1}" if index < 9 else " "
        return f"{number}  ", "key" if index == self.cursor and self.is_active else "muted"

    def label(self, index: int) -> str:
        """Return the words of an option, and the sign of the one that was chosen."""
        return f"{_TAKEN}{self.options[index]}" if index == self.taken else self.options[index]

    def option(self, index: int, words: str, *, is_first: bool) -> list[Part]:
        """Return the parts of an option, the sign of the one that was chosen in its colour."""
        *before, (shown, role) = super().option(index, words, is_first=is_first)
        if index != self.taken or not is_first:
            return [*before, (shown, role)]
        return [*before, (_TAKEN, "sage"), (shown.removeprefix(_TAKEN), role)]

    def watch_taken(self) -> None:
        """Lay the sign out with the words."""
        self._lay_out_anew()

    def action_take(self, index: int) -> None:
        """Choose an option by its number."""
        if index < len(self.options):
            self.cursor = index
            self.action_choose()

    def action_choose(self) -> None:
        """Choose the marked option."""
        self.taken = self.cursor
        self.post_message(self.Chosen(self, self.cursor))

    def pick(self, index: int) -> None:
        """Choose the option under the pointer."""
        self.action_take(index)
