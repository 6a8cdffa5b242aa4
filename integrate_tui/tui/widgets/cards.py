"""A column of cards: a head that can be clicked, and a windowed list of cards a few lines high.

A card is carried to another column with the mouse: pressed here, let go there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.tui.widgets.veil import veiled

R = TypeVar("R")
CARD_LINES = 3
"""Lines of a card; a blank one follows."""
DrawCard = Callable[[R, int], Sequence[Sequence[Part]]]
"""Turns a row and the width into the lines of its card."""


class Cards(Rows[R], Generic[R]):
    """The cards of one column."""

    @dataclass
    class Lifted(Message):
        """A card was pressed with the mouse, and may be carried elsewhere."""

        cards: "Cards[Any]"
        row: Any

    @dataclass
    class Dropped(Message):
        """The mouse was let go over this column."""

        cards: "Cards[Any]"

    def __init__(
        self,
        draw: DrawCard[R],
        *,
        key: Callable[[R], object] = id,
        empty: str = "",
        opens: str = "Open",
        id: str | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            draw: How a card looks.
            key: What makes a card the same after everything was read anew.
            empty: What is said where there is none.
            opens: What Enter does with a card.
            id: The widget's id.
        """
        self._draw_card = draw
        super().__init__(
            _no_look, key=key, row_height=CARD_LINES + 1, indent=1, empty=empty, opens=opens, id=id
        )

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        if not self.count:
            return super().render_line(y)
        width = self.scrollable_content_region.width or self.size.width
        index, part = divmod(y + self.scroll_offset.y, CARD_LINES + 1)
        row = self.row_at(index)
        if row is None or part == CARD_LINES:
            return Strip.blank(width, self.ground)
        lines = self._lines(row, width - 2)
        segments = self.segments(lines[part] if part < len(lines) else (), width - 1, (), 1)
        segments.append(Segment(" ", self.ground))
        if index == self.cursor and (self.has_focus or self.quiet_mark != "background"):
            segments = list(Segment.apply_style(segments, post_style=self._mark_style))
        return Strip(segments, width)

    def _lines(self, row: R, width: int) -> Sequence[Sequence[Part]]:
        """Return the lines of a card, without its words where lists show only dates."""
        return veiled(self.app, row) or self._draw_card(row, width)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Lift the card under the pointer."""
        row = self.row_at((event.y + self.scroll_offset.y) // (CARD_LINES + 1))
        if row is not None:
            self.post_message(self.Lifted(self, row))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Take what was carried here."""
        self.post_message(self.Dropped(self))


class ColumnHead(Drawn):
    """The head of a column; a click on it carries the marked card there."""

    DEFAULT_CSS = """
    ColumnHead { height: 2; padding: 0 1; }
    """

    @dataclass
    class Clicked(Message):
        """The head was clicked."""

        head: "ColumnHead"
        name: str

    def __init__(self, title: str, *, id: str | None = None) -> None:
        """Begin.

        Args:
            title: What the column is called.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.title = title
        self._count = ""

    def show(self, count: str) -> None:
        """Show how many there are."""
        if count != self._count:
            self._count = count
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the title and a rule."""
        width = self.size.width
        if y:
            return self.line([("\u2500" * width, "rule")], width)
        return self.line([(self.title, "primary")], width, [(self._count, "muted")])

    def on_click(self) -> None:
        """Say so."""
        self.post_message(self.Clicked(self, self.title))


def _no_look(row: Any, above: Any, width: int) -> Look:
    return Look(())
