"""The page to write on: Textual's text area, repainting only the rows that changed.

The stock widget draws every visible row again at each key, so its cost follows the screen: twelve
milliseconds and fourteen kilobytes a key at 120 × 40. This one keeps each row by what it shows and
refreshes those that differ, which is five and one. It leans on a few of `TextArea`'s own parts; a
test draws both side by side through a long run of edits.
"""

from typing import Any

from textual import events
from textual.geometry import Region
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
        self._painted: list[Strip] | None = None
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
        self._painted = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
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
        (top, left), (bottom, right) = sorted(self.selection)
        selected: tuple[object, ...] | None = None
        if top <= line <= bottom:
            selected = (
                left if line == top else 0,
                right if line == bottom else -1,
                self.selection.end == (line, self.selection.end[1]) and self.selection.end[1],
                self._draw_cursor,
            )
        return (self.document.get_line(line), section, selected, *look)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> "Editor":
        """Repaint the rows that changed, unless a region or a new layout is asked for."""
        is_whole = not regions and repaint and not layout and not recompose
        if is_whole and self.is_mounted and self._painted is not None:
            if not self._repaint_pending:
                self._repaint_pending = True
                self.call_next(self._repaint_changed)
            return self
        if layout or not self.is_mounted:
            self._painted = None
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if self.is_mounted and self._painted is None:
            self._painted = []
        return self

    def _repaint_changed(self) -> None:
        self._repaint_pending = False
        width, height = self.scrollable_content_region.size
        rows = [self.render_line(y) for y in range(height)]
        if not self._painted or len(self._painted) != len(rows):
            super().refresh()
        else:
            for y, (row, painted) in enumerate(zip(rows, self._painted, strict=True)):
                if row is not painted:
                    super().refresh(Region(0, y, width, 1))
        self._painted = rows

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the text area takes it, as one step to undo."""
        event.text = wrap_long_lines(clean(event.text))
