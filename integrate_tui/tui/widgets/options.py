"""Options one under the other with a cursor, however many and however long they are.

A long option goes on in the next line, many of them scroll with the cursor, and many short ones
stand side by side where a list asks for that.
"""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part, width_of, wrap

_MANY = 10
"""Options up to which each has a line of its own."""
_MOST_COLUMNS = 4
_BAR = 2
_GAP = 2
_NARROWEST = 8


@value()
class _Line:
    """One line of the list: the options on it, or a part of a long one."""

    indexes: tuple[int, ...]
    words: str = ""
    is_first: bool = True


class Options(Drawn, can_focus=True):
    """A list with a cursor; what it is for, each kind of list adds itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Down", show=False, id="options.down"),
        Binding("up,k", "step(-1)", "Up", show=False, id="options.up"),
        Binding("right", "move(1)", "Next", show=False, id="options.right"),
        Binding("left", "move(-1)", "Before", show=False, id="options.left"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="options.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="options.page-up"),
        Binding("home", "edge(0)", "First", show=False, id="options.first"),
        Binding("end", "edge(-1)", "Last", show=False, id="options.last"),
    ]
    DEFAULT_CSS = """
    Options { height: auto; max-height: 100%; background: $background; }
    """

    IN_COLUMNS: ClassVar[bool] = False
    """Whether many short options stand side by side."""

    cursor: reactive[int] = reactive(0)
    """Which option is marked."""

    def __init__(self, options: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = options
        self._lines: list[_Line] = []
        self._columns = 1
        self._width = -1
        """The width that the lines are laid out for."""
        self._top = 0
        """The first line that is seen."""

    # What each kind of list says

    @property
    def is_active(self) -> bool:
        """Whether the keys go to the list, so that its cursor is shown."""
        return self.has_focus

    def sign(self, index: int) -> Part:
        """Return what stands before an option, as wide for each."""
        raise NotImplementedError

    def label(self, index: int) -> str:
        """Return the words of an option."""
        return self.options[index]

    def pick(self, index: int) -> None:
        """Do what a click on an option does."""
        raise NotImplementedError

    # Layout

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return as much as there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the options take."""
        self._lay_out(width)
        return len(self._lines)

    def show_options(self, options: tuple[str, ...]) -> None:
        """Show other options."""
        self.options = options
        self.set_reactive(Options.cursor, max(0, min(self.cursor, len(options) - 1)))
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._width = -1
        self._lay_out(self.size.width)
        self._bring_into_view()
        self.refresh(layout=True)

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        count = len(self.options)
        self._columns = 1
        if self.IN_COLUMNS and count > _MANY:
            self._columns = max(1, min(_MOST_COLUMNS, width // self._column_width))
        if self._columns > 1:
            starts = range(0, count, self._columns)
            self._lines = [
                _Line(tuple(range(first, min(first + self._columns, count)))) for first in starts
            ]
            return
        room = max(_NARROWEST, width - self._indent - _GAP)
        self._lines = [
            _Line((index,), words, is_first=part == 0)
            for index in range(count)
            for part, words in enumerate(wrap(self.label(index), room))
        ]

    @property
    def _indent(self) -> int:
        """How far the words of an option are from its left end."""
        return _BAR + (cell_len(self.sign(0)[0]) if self.options else 0)

    @property
    def _column_width(self) -> int:
        return self._indent + max(map(cell_len, self.options)) + _GAP

    def on_resize(self, event: events.Resize) -> None:
        """Lay the options out in the room there is."""
        self._lay_out(event.size.width)
        self._bring_into_view()
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the marked option in view."""
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        height = self.size.height
        own = [i for i, line in enumerate(self._lines) if self.cursor in line.indexes]
        self._top = max(0, min(self._top, len(self._lines) - height))
        if not own or height <= 0:
            return
        if own[0] < self._top:
            self._top = own[0]
        elif own[-1] >= self._top + height:
            self._top = min(own[0], own[-1] - height + 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of options, and say at its end where there are more."""
        width = self.size.width
        number = y + self._top
        if number >= len(self._lines):
            return Strip.blank(width, self.ground)
        line = self._lines[number]
        parts: list[Part] = []
        for index in line.indexes:
            words = line.words if self._columns == 1 else self.label(index)
            option = self.option(index, words, is_first=line.is_first)
            parts += option
            if index != line.indexes[-1]:
                parts.append((" " * (self._column_width - width_of(option)), "text"))
        return self.line(parts, width, self._more(y))

    def option(self, index: int, words: str, *, is_first: bool) -> list[Part]:
        """Return the parts of an option, or of the lines that a long one goes on in."""
        is_marked = index == self.cursor and self.is_active
        blank: Part = (" " * (self._indent - _BAR), "text")
        return [
            ("\u258e " if is_marked else "  ", "primary"),
            self.sign(index) if is_first else blank,
            (words, "strong" if is_marked else "text"),
        ]

    def _more(self, y: int) -> list[Part]:
        """Return an arrow where there is more out of sight."""
        height = self.size.height
        if y == 0 and self._top > 0:
            return [("\u2191", "muted")]
        if y == height - 1 and self._top + height < len(self._lines):
            return [("\u2193", "muted")]
        return []

    # Moving

    def action_move(self, by: int) -> None:
        """Mark the option so many further on."""
        self.cursor = max(0, min(len(self.options) - 1, self.cursor + by))

    def action_step(self, by: int) -> None:
        """Mark the option a line further on."""
        wanted = self.cursor + by * self._columns
        if 0 <= wanted < len(self.options):
            self.cursor = wanted
        elif by > 0 and self.cursor // self._columns < (len(self.options) - 1) // self._columns:
            self.cursor = len(self.options) - 1  # the last line may be a short one

    def action_page(self, by: int) -> None:
        """Mark the option a page further on."""
        self.action_move(by * self._columns * max(1, self.size.height - 1))

    def action_edge(self, index: int) -> None:
        """Mark the first option, or the last."""
        self.cursor = index % max(1, len(self.options))

    def option_at(self, x: int, y: int) -> int | None:
        """Return which option lies at a place, None for none."""
        number = y + self._top
        if not 0 <= number < len(self._lines):
            return None
        indexes = self._lines[number].indexes
        column = min(x // self._column_width, len(indexes) - 1) if self._columns > 1 else 0
        return indexes[column]

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer."""
        index = self.option_at(event.x, event.y)
        if index is not None:
            self.pick(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down."""
        self._scroll(1)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up."""
        self._scroll(-1)
        event.stop()

    def _scroll(self, by: int) -> None:
        self._top = max(0, min(len(self._lines) - self.size.height, self._top + by))
        self.refresh()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
