"""Fields for one of several, and for any of several."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from integrate_tui.core.answers import EMPTY, Reply, reply_with_text, reply_with_words
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.options import Options

_MANY = 20
"""Options beyond which letters lead through a list that takes them."""


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

    def __init__(
        self,
        options: tuple[str, ...],
        reply: Reply,
        *,
        takes_letters: bool = False,
        id: str | None = None,
    ) -> None:
        """Begin with what was ticked.

        Args:
            options: What there is.
            reply: What was ticked before.
            takes_letters: Whether letters go to the option that begins with them, in a long list.
            id: The widget's id.
        """
        super().__init__(options, id=id)
        self._takes_letters = takes_letters and len(options) > _MANY
        self._typed = ""
        """The letters that led to the marked option."""
        ticked = frozenset(i for i, option in enumerate(options) if option in reply.words)
        self.set_reactive(AnyField.ticked, ticked)

    @property
    def reply(self) -> Reply:
        """What is ticked, in the order of the options."""
        return reply_with_words(tuple(self.options[i] for i in sorted(self.ticked)))

    def sign(self, index: int) -> Part:
        """Return whether an option is ticked."""
        return ("\u25cf  ", "sage") if index in self.ticked else ("\u25cb  ", "muted")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take letters as text, where they lead to an option."""
        return self._takes_letters and character is not None and character.isalpha()

    def on_key(self, event: events.Key) -> None:
        """Go to the option that begins with what is typed; nothing is ticked by it."""
        letter = event.character or ""
        if not (self._takes_letters and letter.isalpha()):
            self._typed = ""
            return
        event.stop()
        event.prevent_default()
        for typed in (self._typed + letter.casefold(), letter.casefold()):
            for index, option in enumerate(self.options):
                if option.casefold().startswith(typed):
                    self._typed, self.cursor = typed, index
                    return
        self._typed = ""

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
