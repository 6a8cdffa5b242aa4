"""A list over a window of rows, for what grows with a life.

It asks its source for a page of rows around what is seen, draws only the lines that show, and
repaints two lines when the cursor moves: a hundred thousand rows cost what a hundred do.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.standing import headed_from, standing
from integrate_tui.tui.widgets.veil import veiled

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

_PAGE = 64


class Source(Protocol[R_co]):
    """Where rows come from."""

    def count(self) -> int:
        """Return how many rows there are."""
        ...

    def page(self, limit: int, offset: int) -> Sequence[R_co]:
        """Return a window of them."""
        ...


@value()
class Listed(Generic[R]):
    """A source over a short list that is in memory anyway."""

    rows: Sequence[R]

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def page(self, limit: int, offset: int) -> Sequence[R]:
        """Return a window of them."""
        return self.rows[offset : offset + limit]


@value()
class Look:
    """One row as it is drawn: its parts from the left, others at the right, on each line."""

    parts: Sequence[Part]
    right: Sequence[Part] = ()
    under: Sequence[Part] = ()
    """A second line, for lists whose rows are higher than one."""


Draw = Callable[[R, R | None, int], Look]
"""Turns a row, the row above it and the width into its look."""


class Rows(ScrollView, Drawn, Generic[R], can_focus=True):
    """A list of rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="rows.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="rows.up"),
        Binding("pagedown", "turn(1)", "Page down", show=False, id="rows.page-down"),
        Binding("pageup", "turn(-1)", "Page up", show=False, id="rows.page-up"),
        Binding("home", "first", "First", show=False, id="rows.first"),
        Binding("end,G", "last", "Last", show=False, id="rows.last"),
        Binding("enter", "choose", "Open", id="rows.open", tooltip="Open what is marked."),
    ]
    DEFAULT_CSS = """
    Rows {
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        overflow-x: hidden;
    }
    """

    cursor: reactive[int] = reactive(0)
    """Which row is marked, from 0."""

    @dataclass
    class Marked(Message):
        """Another row was marked; `rows.row` is it."""

        rows: "Rows[Any]"

        @property
        def control(self) -> "Rows[Any]":
            """The list it happened in."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The marked row was opened, by Enter or by a click on it; `rows.row` is it."""

        rows: "Rows[Any]"

        @property
        def control(self) -> "Rows[Any]":
            """The list it happened in."""
            return self.rows

    def __init__(
        self,
        draw: Draw[R],
        source: Source[R] | None = None,
        *,
        key: Callable[[R], object] = id,
        stands: Callable[[R], bool] | None = None,
        row_height: int = 1,
        indent: int = 0,
        empty: str = "",
        opens: str = "Open",
        quiet_mark: str = "surface",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Begin with a source, or with nothing.

        Args:
            draw: How a row looks.
            source: Where rows come from.
            key: What makes a row the same after everything was read anew.
            stands: Whether the cursor may stand on a row; it goes past headings and blank ones.
            row_height: Lines to a row, 1 to 3; the third is left free.
            indent: Cells left free on the left, and on the right with the scrollbar.
            empty: What is said where there is nothing.
            opens: What Enter does with a row, in the words of the key bar.
            quiet_mark: The ground of the marked row while something else has the keys.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._row_height = row_height
        self._indent = indent
        self.empty = empty
        self._key = key
        self._stands = stands
        self._opens = opens
        self.quiet_mark = quiet_mark
        self._source: Source[R] = source or Listed(())
        self._pages: dict[int, Sequence[R]] = {}
        self._count = 0
        self._was_empty = True

    def on_mount(self) -> None:
        """Read the source for the first time."""
        self.reload()

    def show(self, source: Source[R], cursor: int = 0) -> None:
        """Show another source, with a row marked."""
        self._source = source
        if not self.is_attached:  # it is read when it is mounted
            self.set_reactive(Rows.cursor, cursor)
            return
        self.reload()
        self.move_to(cursor)
        self.post_message(self.Marked(self))

    def show_anew(self, source: Source[R], at: int | None = None) -> None:
        """Show a source as it is now, with the same row marked wherever it stands by now.

        The row stays where it is seen, unless one looks at the beginning of the list.

        Args:
            source: The source.
            at: Where the row is known to stand by now.
        """
        marked = self.row
        before, seen = self.cursor, self.scroll_offset.y
        self._source = source
        self._pages.clear()
        self.show(source, self._place_of(marked, before if at is None else at))
        moved = (self.cursor - before) * self._row_height
        if seen and moved:
            self.scroll_to(y=seen + moved, animate=False, immediate=True)
            self.move_to(self.cursor)

    def _place_of(self, marked: R | None, before: int) -> int:
        """Return where a row stands, looked for around its place before."""
        if marked is None:
            return before
        wanted = self._key(marked)
        self._count = self._source.count()
        for off in range(_PAGE):
            for index in {before - off, before + off}:
                row = self.row_at(index)
                if row is not None and self._key(row) == wanted:
                    return index
        return before

    def reload(self) -> None:
        """Read the source anew, staying where the cursor is."""
        self._pages.clear()
        self._count = self._source.count()
        if self._was_empty != (self._count == 0):
            self._was_empty = self._count == 0
            self.screen.refresh_bindings()
        self.virtual_size = Size(self.size.width, self._count * self._row_height)
        self.set_reactive(Rows.cursor, self._standing(self.cursor, 1))
        self.refresh()

    def hint(self, binding: Binding) -> str:
        """Say what Enter does here."""
        return self._opens if binding.action == "choose" else super().hint(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only where there is a row."""
        return self._count > 0 if action == "choose" else True

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def row(self) -> R | None:
        """The marked row, None where there is none."""
        return self.row_at(self.cursor)

    def row_at(self, index: int) -> R | None:
        """Return a row by its place, None where there is none."""
        if not 0 <= index < self._count:
            return None
        number, within = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._source.page(_PAGE, number * _PAGE)
        return page[within] if within < len(page) else None

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        width = self.scrollable_content_region.width or self.size.width
        if not self._count:
            said = textwrap.wrap(self.empty, max(1, width - 2 * self._indent))
            words = said[y] if y < len(said) else ""
            return self.line([(words, "muted")], width, indent=self._indent)
        index, part = divmod(y + self.scroll_offset.y, self._row_height)
        row = self.row_at(index)
        if row is None:
            return Strip.blank(width, self.ground)
        # The right edge is the same with a scrollbar and without one.
        room = width - max(0, self._indent - self.show_vertical_scrollbar)
        look = self._draw(row, self.row_at(index - 1), room - self._indent)
        if found := veiled(self.app, row, look.parts, look.right, room):
            look = Look(*found)
        lines = ((look.parts, look.right), (look.under, ()), ((), ()))
        parts, right = lines[part]
        segments = self.segments(parts, room, right, self._indent)
        segments.append(Segment(" " * (width - room), self.ground))
        if index == self.cursor and part < 2:
            segments = list(Segment.apply_style(segments, post_style=self._mark_style))
        return Strip(segments, width)

    @property
    def _mark_style(self) -> Style:
        """The ground of the marked row: plain to see while the list has the keys."""
        ground = "panel" if self.has_focus else self.quiet_mark
        return Style(bgcolor=self.app.theme_variables[ground])

    def move_to(self, index: int) -> None:
        """Mark a row, or the next one that can be, and bring it into view with its heading."""
        index = self._standing(index, index - self.cursor)
        if index != self.cursor:
            self.cursor = index
        top = index * self._row_height
        height = self.size.height
        seen = self.scroll_offset.y
        above = headed_from(index, height // self._row_height, self._stands_at)
        if above * self._row_height < seen:
            self.scroll_to(y=above * self._row_height, animate=False, immediate=True)
        elif height and top + self._row_height > seen + height:
            self.scroll_to(y=top + self._row_height - height, animate=False, immediate=True)

    def _standing(self, index: int, by: int) -> int:
        index = max(0, min(index, self._count - 1))
        return standing(index, by, self._count, self._stands_at) if self._stands else index

    def _stands_at(self, index: int) -> bool:
        row = self.row_at(index)
        return row is not None and (self._stands is None or self._stands(row))

    def begin_at(self, index: int) -> None:
        """Mark a row and bring it near the top, so that what follows it is seen."""
        top = max(0, index - 2) * self._row_height
        self.scroll_to(y=top, animate=False, immediate=True)
        self.move_to(index)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows concerned, and say so."""
        for index in (old, new):
            top = index * self._row_height - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self._row_height))
        self.post_message(self.Marked(self))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        self.virtual_size = Size(event.size.width, self._count * self._row_height)
        if self._count:
            self.move_to(self.cursor)

    def on_focus(self) -> None:
        """Repaint the marked row."""
        self.refresh()

    def on_blur(self) -> None:
        """Repaint the marked row."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the pointer, or open it if it is marked."""
        index = (event.y + self.scroll_offset.y) // self._row_height
        if not self._stands_at(index):
            return
        if index == self.cursor:
            self.action_choose()
        else:
            self.move_to(index)

    def action_move(self, by: int) -> None:
        """Mark the row so many further on."""
        self.move_to(self.cursor + by)

    def action_turn(self, by: int) -> None:
        """Mark the row a page further on."""
        self.move_to(self.cursor + by * max(1, self.size.height // self._row_height - 1))

    def action_first(self) -> None:
        """Mark the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Mark the last row."""
        self.move_to(self._count - 1)

    def action_choose(self) -> None:
        """Open the marked row."""
        if self.row is not None:
            self.post_message(self.Chosen(self))
