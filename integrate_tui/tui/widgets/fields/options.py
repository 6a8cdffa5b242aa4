"""Fields for one of several, and for any of several."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.answers import EMPTY, Reply, reply_with_text, reply_with_words
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied


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


class AnyField(Drawn, can_focus=True):
    """Any number of several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="any.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="any.up"),
        Binding("space", "tick", "Tick", id="any.tick"),
        Binding("enter", "finish", "Next", show=False, id="any.finish"),
        *(
            Binding(str(i), f"tick_at({i - 1})", f"Tick {i}", show=False, id=f"any.{i}")
            for i in range(1, 10)
        ),
    ]
    DEFAULT_CSS = """
    AnyField { height: auto; background: $background; }
    """

    cursor: reactive[int] = reactive(0)
    """Which option is marked."""
    ticked: reactive[frozenset[int]] = reactive(frozenset())
    """Which options are ticked."""

    def __init__(self, options: tuple[str, ...], reply: Reply, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = options
        ticked = frozenset(i for i, option in enumerate(options) if option in reply.words)
        self.set_reactive(AnyField.ticked, ticked)

    @property
    def reply(self) -> Reply:
        """What is ticked, in the order of the options."""
        return reply_with_words(tuple(self.options[i] for i in sorted(self.ticked)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many options there are."""
        return len(self.options)

    def render_line(self, y: int) -> Strip:
        """Draw one option."""
        width = self.size.width
        if y >= len(self.options):
            return Strip.blank(width, self.ground)
        is_marked = y == self.cursor and self.has_focus
        is_ticked = y in self.ticked
        parts: list[Part] = [
            ("\u258e " if is_marked else "  ", "primary"),
            ("\u25cf  " if is_ticked else "\u25cb  ", "sage" if is_ticked else "muted"),
            (self.options[y], "strong" if is_marked else "text"),
        ]
        return self.line(parts, width)

    def action_move(self, by: int) -> None:
        """Mark the option so many further on."""
        self.cursor = max(0, min(len(self.options) - 1, self.cursor + by))

    def action_tick(self) -> None:
        """Tick the marked option, or take its tick back."""
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

    def on_click(self, event: events.Click) -> None:
        """Tick the option under the pointer."""
        self.action_tick_at(event.y)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
