"""A field for a number between two ends."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.answers import EMPTY, Reply, Scale, reply_with_number
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied

_CELL = 4
_TEN = 10


class ScaleField(Drawn, can_focus=True):
    """Numbers side by side; a digit chooses at once, `=` is ten.

    Where there is a ten, a one waits for what comes next, however long that takes: a nought makes
    it a ten, Enter leaves it a one, and another digit is for the next field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(i), f"take({i})", f"Choose {i}", show=False, id=f"scale.{i}")
            for i in range(10)
        ),
        Binding("equals_sign", f"take({_TEN})", "Choose ten", show=False, id="scale.ten"),
        Binding("minus", "negative", "Below nought", show=False, id="scale.negative"),
        Binding("right", "move(1)", "More", show=False, id="scale.more"),
        Binding("left", "move(-1)", "Less", show=False, id="scale.less"),
        Binding("backspace,delete", "clear", "Leave it out", show=False, id="scale.clear"),
        Binding("enter", "finish", "Next", show=False, id="scale.finish"),
    ]
    DEFAULT_CSS = """
    ScaleField { height: 2; background: $background; }
    """

    value: reactive[int | None] = reactive(None)
    """The chosen number, None for none."""

    def __init__(self, kind: Scale, reply: Reply, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._kind = kind
        self._is_one = False
        """Whether a one was pressed that may still become a ten."""
        self._is_negative = False
        """Whether the next digit stands below nought."""
        self.set_reactive(ScaleField.value, reply.number)

    @property
    def reply(self) -> Reply:
        """The number, as a reply."""
        return EMPTY if self.value is None else reply_with_number(self.value)

    def render_line(self, y: int) -> Strip:
        """Draw the numbers, then the words of the scale."""
        width = self.size.width
        kind = self._kind
        if y == 0:
            return self.line([part for n in self._numbers for part in self._number(n)], width)
        if self.value is not None and kind.word(self.value):
            return self.line([(kind.word(self.value), "muted")], width, indent=1)
        every = "   ".join(f"{n} {word}" for n, word in kind.words)
        ends = "   ".join(f"{n} {kind.word(n)}" for n in (kind.low, kind.high) if kind.word(n))
        return self.line([(every if cell_len(every) < width else ends, "muted")], width, indent=1)

    @property
    def _numbers(self) -> range:
        return range(self._kind.low, self._kind.high + 1)

    def _number(self, n: int) -> list[Part]:
        is_chosen = n == self.value
        shown = f"({n})" if is_chosen else f" {n} "
        role = "match" if is_chosen else "text" if self.has_focus else "muted"
        return [(f"{shown:<{_CELL}}", role)]

    def action_take(self, n: int) -> None:
        """Choose a number and go on; a nought after a one makes it a ten."""
        was_one, self._is_one = self._is_one, False
        n, self._is_negative = -n if self._is_negative else n, False
        if was_one and n != 0:
            self.post_message(Finished(self, beyond=n))
        elif was_one:
            self._set(_TEN)
            self.post_message(Finished(self))
        elif n in self._numbers:
            self._set(n)
            self._is_one = n == 1 and _TEN in self._numbers
            if not self._is_one:
                self.post_message(Finished(self))

    def action_negative(self) -> None:
        """Take the next digit below nought, where there is anything."""
        self._is_negative = self._kind.low < 0

    def action_move(self, by: int) -> None:
        """Choose the number so many further on, from the middle where none is chosen."""
        self._forget()
        kind = self._kind
        present = (kind.low + kind.high) // 2 - by if self.value is None else self.value
        self._set(max(kind.low, min(kind.high, present + by)))

    def action_clear(self) -> None:
        """Leave the question unanswered."""
        self._forget()
        self._set(None)

    def action_finish(self) -> None:
        """Go on."""
        self._forget()
        self.post_message(Finished(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the number under the pointer, or take it back."""
        index = event.x // _CELL
        if event.y == 0 and index < len(self._numbers):
            n = self._numbers[index]
            self._set(None if n == self.value else n)

    def _set(self, value: int | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(Replied(self, self.reply))

    def on_focus(self) -> None:
        """Draw as the field that is being answered."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw as one that is not; a one stays a one."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        """Wait for no more digits of the number."""
        self._is_one = self._is_negative = False
