"""Fields for an answer that counts: one of a few worded options, or a number on a line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from integrate_tui.core.answers import EMPTY, Reply, Scale
from integrate_tui.core.measure import reply_with
from integrate_tui.core.pieces import Option
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.scale import ScaleField

_SIDE_BY_SIDE = 14
"""How many numbers stand in a line at the narrowest."""
_ENDS = 2
"""Words that have room under such a line; more of them need a line each."""


class ValuesField(Choices):
    """One of several, each called by the number it counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(i), f"count({i})", f"Answer {i}", show=False, id=f"values.{i}")
            for i in range(10)
        ),
        Binding("equals_sign", "count(10)", "Answer ten", show=False, id="values.ten"),
        Binding("backspace,delete", "clear", "Leave it out", show=False, id="values.clear"),
    ]

    def __init__(self, options: Sequence[Option], reply: Reply) -> None:
        self._given = tuple(options)
        self._width_of_sign = max(len(str(option.value)) for option in options) + 2
        numbers = [option.value for option in options]
        taken = numbers.index(reply.number) if reply.number in numbers else None
        super().__init__(tuple(option.label for option in options), taken=taken)

    @property
    def reply(self) -> Reply:
        """The choice, as a reply."""
        return EMPTY if self.taken is None else reply_with(self._given[self.taken])

    def sign(self, index: int) -> Part:
        """Return what an option counts."""
        number = f"{self._given[index].value:<{self._width_of_sign}}"
        return number, "key" if index == self.cursor and self.has_focus else "muted"

    @on(Choices.Chosen)
    def say_so(self, event: Choices.Chosen) -> None:
        """Tell of the choice, and go on."""
        event.stop()
        self.post_message(Replied(self, self.reply))
        self.post_message(Finished(self))

    def action_count(self, number: int) -> None:
        """Choose the option that counts so much."""
        for index, option in enumerate(self._given):
            if option.value == number:
                self.action_take(index)

    def action_clear(self) -> None:
        """Leave the question unanswered."""
        self.taken = None
        self.post_message(Replied(self, EMPTY))


class NumbersField(ScaleField):
    """Numbers side by side, some of which have words."""

    def __init__(self, options: Sequence[Option], reply: Reply) -> None:
        self._by_number = {option.value: option for option in options}
        words = tuple((option.value, option.label) for option in options if option.label)
        super().__init__(Scale(min(self._by_number), max(self._by_number), words), reply)

    @property
    def reply(self) -> Reply:
        """The number, as a reply with its word."""
        return EMPTY if self.value is None else reply_with(self._by_number[self.value])


def field_of(options: Sequence[Option], reply: Reply) -> ValuesField | NumbersField:
    """Return the field for the options of a question, with what was answered before."""
    numbers = sorted(option.value for option in options)
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    words = sum(bool(option.label) for option in options)
    if in_a_row and words <= _ENDS and _ENDS < len(numbers) <= _SIDE_BY_SIDE:
        return NumbersField(options, reply)
    return ValuesField(options, reply)
