"""The page to write on: Textual's text area, repainting only the rows that changed.

The stock widget draws every visible row again at each key, so its cost follows the screen: twelve
milliseconds and fourteen kilobytes a key at 120 × 40. This one keeps each row by what it shows and
refreshes those that differ, which is five and one. It leans on a few of `TextArea`'s own parts; a
test draws both side by side through a long run of edits.
"""

from typing import Any

from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import TextArea

from integrate_tui.core.text import clean, wrap_long_lines

_ROWS_KEPT = 4096


class Editor(TextArea):
    """A quiet page."""

    DEFAULT_CSS = """
    Editor {
        border: none;
        padding: 1 2;
        background: $surface;
        color: $foreground;
        scrollbar-size-vertical: 1;
        & .text-area--cursor { background: $primary; color: $background; }
        & .text-area--selection { background: $rule; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $muted; }
    }
    Editor:focus { border: none; }
    """

    def __init__(self, text: str = "", *, id: str | None = None, **options: Any) -> None:
        self._kept_rows: dict[tuple[object, ...], Strip] = {}
        self._painted: dict[int, Strip] = {}
        """What each row showed when it was last asked for to be painted."""
        self._repaint_pending = False
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            tab_behavior="focus",
            theme="css",
            **options,
        )

    def notify_style_update(self) -> None:
        """Forget rows drawn in other colours."""
        self._kept_rows.clear()
        self._painted.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return a row, and take note that this is what is painted."""
        strip = self._painted[y] = self._row(y)
        return strip

    def _row(self, y: int) -> Strip:
        """Return a row, drawn anew only if it does not show what it showed before."""
        if not self.text:
            return super().render_line(y)
        key = self._row_key(y)
        strip = self._kept_rows.get(key)
        if strip is None:
            if len(self._kept_rows) > _ROWS_KEPT:
                self._kept_rows.clear()
            strip = self._kept_rows[key] = self._render_line(y)
        return strip

    def _row_key(self, y: int) -> tuple[object, ...]:
        """Return everything that the look of a row depends on."""
        scroll_x, scroll_y = self.scroll_offset
        wrapped = self.wrapped_document
        look = (self.size.width, self.wrap_width, scroll_x, self.has_focus, self.read_only)
        if y + scroll_y >= wrapped.height:
            return ("past the end", *look)
        line, section = wrapped._offset_to_line_info[y + scroll_y]
        # Not told by the width alone: the page is wrapped anew a moment after it changes.
        breaks = wrapped.get_offsets(line)
        start = breaks[section - 1] if section else 0
        end = breaks[section] if section < len(breaks) else -1
        (top, left), (bottom, right) = sorted(self.selection)
        selected: tuple[object, ...] | None = None
        if top <= line <= bottom:
            cursor_line, column = self.selection.end
            selected = (
                left if line == top else 0,
                right if line == bottom else -1,
                column if line == cursor_line else None,
                self._draw_cursor,
            )
        bracket = self.matching_bracket_location
        matched = bracket if bracket and line in (bracket[0], self.selection.end[0]) else None
        return (self.document.get_line(line), start, end, selected, matched, *look)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> "Editor":
        """Repaint the rows that changed, unless a region or a new layout is asked for."""
        if regions or layout or recompose or not repaint or not self._painted:
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        elif not self._repaint_pending:
            self._repaint_pending = True
            self.call_next(self._repaint_changed)
        return self

    def _repaint_changed(self) -> None:
        self._repaint_pending = False
        if not self._painted:
            super().refresh()
            return
        width, height = self.scrollable_content_region.size
        for y in range(height):
            if self._row(y) is not self._painted.get(y):
                super().refresh(Region(0, y, width, 1))

    def on_resize(self) -> None:
        """Paint what is wrapped anew; Textual does so only where the height of it all changed."""
        self.refresh()

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor into view, unless it lies in lines that an undo has just taken away.

        Textual asks for it before it moves the cursor, and stops the program at such a place.
        """
        if self.cursor_location > self.document.end:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the text area takes it, as one step to undo."""
        event.text = wrap_long_lines(clean(event.text))
