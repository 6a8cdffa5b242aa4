"""Fields for one of several, and for any of several."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from integrate_tui.core.answers import EMPTY, Reply, reply_with_text, reply_with_words
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.options import Options


class ChoiceField(Choices):
    """One of several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,delete", "clear", "Leave it out", show=False, id="choice.clear"),
    ]

    def __init__(self, options: tuple[str, ...], reply: Reply) -> None:
        taken = options.index(reply.text) if reply.text in options else None
        super().__init__(options, taken=taken)

    @property
    def reply(self) -> Reply:
        """The choice, as a reply."""
        return EMPTY if self.taken is None else reply_with_text(self.options[self.taken])

    @on(Choices.Chosen)
    def say_so(self, event: Choices.Chosen) -> None:
        """Tell of the choice, and go on."""
        event.stop()
        self.post_message(Replied(self, self.reply))
        self.post_message(Finished(self))

    def action_clear(self) -> None:
        """Leave the question unanswered."""
        self.taken = None
        self.post_message(Replied(self, EMPTY))


class AnyField(Options):
    """Any number of several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="any.tick"),
        Binding("enter", "finish", "Next", show=False, id="any.finish"),
        *(
            Binding(str(i), f"tick_at({i - 1})", f"Tick {i}", show=False, id=f"any.{i}")
            for i in range(1, 10)
        ),
    ]
    IN_COLUMNS = True

    ticked: reactive[frozenset[int]] = reactive(frozenset())
    """Which options are ticked."""

    def __init__(self, options: tuple[str, ...], reply: Reply, *, id: str | None = None) -> None:
        super().__init__(options, id=id)
        ticked = frozenset(i for i, option in enumerate(options) if option in reply.words)
        self.set_reactive(AnyField.ticked, ticked)

    @property
    def reply(self) -> Reply:
        """What is ticked, in the order of the options."""
        return reply_with_words(tuple(self.options[i] for i in sorted(self.ticked)))

    def sign(self, index: int) -> Part:
        """Return whether an option is ticked."""
        return ("\u25cf  ", "sage") if index in self.ticked else ("\u25cb  ", "muted")

    def action_tick(self) -> None:
        """Tick the marked option, or take its tick back."""
        if self.options:
            self.ticked = self.ticked ^ {self.cursor}
            self.post_message(Replied(self, self.reply))

    def action_tick_at(self, index: int) -> None:
        """Tick an option by its number, or take its tick back."""
        if index < len(self.options):
            self.cursor = index
            self.action_tick()

    def action_finish(self) -> None:
        """Go on."""
        self.post_message(Finished(self))

    def pick(self, index: int) -> None:
        """Tick the option under the pointer."""
        self.action_tick_at(index)
