"""A card: two quiet lines with a bar at their left edge, and a key at the right."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, fitting


class Card(Drawn, can_focus=True):
    """Something to do, offered and never urged."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", id="card.open", tooltip="Do what the card says."),
        Binding("down,j", "app.focus_next", "Next", show=False, id="card.next"),
        Binding("up,k", "app.focus_previous", "Previous", show=False, id="card.previous"),
    ]
    DEFAULT_CSS = """
    Card { height: 2; background: $surface; }
    Card:focus { background: $panel; }
    """

    title: reactive[str] = reactive("")
    """The first line."""
    words: reactive[str] = reactive("")
    """The second line."""
    brief: reactive[str] = reactive("")
    """What stands there in place of words that there is no room for; empty for nothing shorter."""
    accented: reactive[bool] = reactive(False)
    """Whether it is the one suggestion."""

    @dataclass
    class Chosen(Message):
        """The card was opened."""

        card: "Card"

        @property
        def control(self) -> "Card":
            """The card it was."""
            return self.card

    def __init__(self, *, key: str, id: str | None = None) -> None:
        """Begin empty.

        Args:
            key: The key that does the same from anywhere.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.key = key

    def render_line(self, y: int) -> Strip:
        """Draw the bar, and a line beside it."""
        bar = ("\u258e", "primary" if self.accented else "rule")
        width = self.size.width
        if y == 0:
            right = [(self.key, "key"), ("  ", "text")]
            return self.line([bar, (f" {self.title}", "strong")], width, right)
        wordings = [[bar, (f" {words}", "muted")] for words in (self.words, self.brief) if words]
        return self.line(fitting(wordings, width), width)

    def on_click(self) -> None:
        """Open it."""
        self.action_choose()

    def action_choose(self) -> None:
        """Open it."""
        self.post_message(self.Chosen(self))
