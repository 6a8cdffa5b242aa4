"""A short list to choose one from, by arrows, by number or by mouse."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part


class Choices(Drawn, can_focus=True):
    """Options one under the other, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="choices.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="choices.up"),
        Binding("enter", "choose", "Choose", id="choices.choose"),
        *(
            Binding(str(i), f"take({i - 1})", f"Option {i}", show=False, id=f"choices.{i}")
            for i in range(1, 10)
        ),
    ]
    DEFAULT_CSS = """
    Choices { height: auto; background: $background; }
    """

    cursor: reactive[int] = reactive(0)
    """Which option is marked."""
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
        super().__init__(id=id)
        self.options = options
        self.set_reactive(Choices.taken, taken)
        self.set_reactive(Choices.cursor, taken or 0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many options there are."""
        return len(self.options)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return as much as there is."""
        return container.width

    def render_line(self, y: int) -> Strip:
        """Draw one option."""
        width = self.size.width
        if y >= len(self.options):
            return Strip.blank(width, self.ground)
        is_marked = y == self.cursor and self.has_focus
        number = f"{y + 1}" if y < 9 else " "
        parts: list[Part] = [
            ("\u258e " if is_marked else "  ", "primary"),
            (f"{number}  ", "key" if is_marked else "muted"),
            ("\u25cf " if y == self.taken else "", "sage"),
            (self.options[y], "strong" if is_marked else "text"),
        ]
        return self.line(parts, width)

    def action_move(self, by: int) -> None:
        """Mark the option so many further on."""
        self.cursor = max(0, min(len(self.options) - 1, self.cursor + by))

    def action_take(self, index: int) -> None:
        """Choose an option by its number."""
        if index < len(self.options):
            self.cursor = index
            self.action_choose()

    def action_choose(self) -> None:
        """Choose the marked option."""
        self.taken = self.cursor
        self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer."""
        self.action_take(event.y)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
