"""A pad to draw on with characters: by typing anywhere, by drawing with the arrows or the mouse."""

from collections import deque
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.answers import Reply, reply_with_text
from integrate_tui.core.sketch import FURTHEST, SPACE, Canvas, canvas_of, drawing_of
from integrate_tui.core.text import clean
from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.base import Replied

BRUSHES = "*·.-~|/\\_#o+=^░▒▓█▀▄╱╲╭╮╰╯│─○●"
"""What there is to draw with; any other character is a brush once it is typed while drawing."""

_STROKES = 100
"""How many strokes can be taken back."""


@value()
class _State:
    """A drawing and where the cursor was, as undo brings them back."""

    canvas: Canvas
    x: int
    y: int


class SketchField(Drawn, can_focus=True):
    """A pad of characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "move(1, 0)", "Right", show=False, id="sketch.right"),
        Binding("left", "move(-1, 0)", "Left", show=False, id="sketch.left"),
        Binding("down", "move(0, 1)", "Down", show=False, id="sketch.down"),
        Binding("up", "move(0, -1)", "Up", show=False, id="sketch.up"),
        Binding("home", "edge(-1)", "Left edge", show=False, id="sketch.home"),
        Binding("end", "edge(1)", "End of the line", show=False, id="sketch.end"),
        Binding("enter", "new_line", "Next line", show=False, id="sketch.new-line"),
        Binding("backspace", "rub_out", "Erase before", show=False, id="sketch.rub-out"),
        Binding("delete", "erase", "Erase", show=False, id="sketch.erase"),
        Binding("ctrl+d", "draw", "Draw", id="sketch.draw", tooltip="Draw with the arrows."),
        Binding("pagedown", "brush(1)", "Brush", id="sketch.brush", tooltip="The next brush."),
        Binding("pageup", "brush(-1)", "Brush before", show=False, id="sketch.brush-before"),
        Binding("insert", "insert", "Insert", show=False, id="sketch.insert"),
        Binding("ctrl+z", "undo", "Undo", id="sketch.undo", tooltip="Take the last stroke back."),
        Binding("ctrl+y", "redo", "Redo", show=False, id="sketch.redo"),
        Binding("ctrl+x", "clear", "Clear", id="sketch.clear", tooltip="Undo brings it back."),
    ]
    DEFAULT_CSS = """
    SketchField { height: 1fr; min-height: 4; background: $surface; padding: 0 1; }
    """

    canvas: reactive[Canvas] = reactive(Canvas())
    """The drawing."""
    x: reactive[int] = reactive(0)
    """The column of the cursor."""
    y: reactive[int] = reactive(0)
    """The line of the cursor."""
    brush: reactive[str] = reactive(BRUSHES[0])
    """What is drawn with."""
    is_drawing: reactive[bool] = reactive(False)
    """Whether the arrows draw, rather than only move."""
    is_inserting: reactive[bool] = reactive(False)
    """Whether typing moves what is there to the right, rather than taking its place."""

    def __init__(self, reply: Reply, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(SketchField.canvas, canvas_of(drawing_of(reply.text), cell_len))
        self._undone: deque[_State] = deque(maxlen=_STROKES)
        self._done: deque[_State] = deque(maxlen=_STROKES)
        self._stroke: object = None
        """What the stroke is that goes on now; another kind of stroke is undone by itself."""
        self._left = 0
        self._top = 0
        self._drawn_from: tuple[int, int] | None = None
        """Where the pen of the mouse was last, while it is down."""

    @property
    def reply(self) -> Reply:
        """The drawing as it is kept."""
        return reply_with_text(self.canvas.text)

    # Drawing the widget

    @property
    def _room(self) -> tuple[int, int]:
        """Columns and lines of the pad that are seen; the last line is for the brush."""
        return self.size.width, max(1, self.size.height - 1)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._bring_into_view()
        self.refresh()

    def _bring_into_view(self) -> None:
        width, height = self._room
        self._left = max(self.x - width + 1, min(self._left, self.x), 0)
        self._top = max(self.y - height + 1, min(self._top, self.y), 0)

    def watch_x(self) -> None:
        """Keep the cursor in view."""
        self._bring_into_view()

    def watch_y(self) -> None:
        """Keep the cursor in view."""
        self._bring_into_view()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the pad, or the brush."""
        width, height = self._room
        if y >= height:
            return self._foot(width)
        line = y + self._top
        segments: list[Segment] = []
        used = -self._left
        for cell in (*self.canvas.cells(line), *[SPACE] * max(0, self.x + 1 - used)):
            if used >= width:
                break
            if used + cell.width > 0:
                is_whole = used >= 0 and used + cell.width <= width
                text = cell.text if is_whole else " "
                if not cell_len(text):  # it would be drawn over what is before it
                    text = f" {text}"
                is_marked = line == self.y and used <= self.x - self._left < used + cell.width
                role = "cursor" if is_marked and self.has_focus else "text"
                segments.append(Segment(text, self.role_style(role)))
            used += cell.width
        strip = Strip(segments)
        return strip.adjust_cell_length(width, self.ground)

    def _foot(self, width: int) -> Strip:
        if not self.has_focus:
            return Strip.blank(width, self.ground)
        does = "drawing" if self.is_drawing else "inserting" if self.is_inserting else "typing"
        parts: list[Part] = [
            (f"({self.brush})", "match"),
            (" " + " ".join(self._other_brushes), "muted"),
        ]
        return self.line(parts, width, [(f"  {does}", "sage" if self.is_drawing else "muted")])

    @property
    def _other_brushes(self) -> str:
        """The brushes after the present one, coming round."""
        start = max(0, BRUSHES.find(self.brush))
        return (BRUSHES[start:] + BRUSHES[:start]).replace(self.brush, "")

    def _brush_at(self, x: int) -> str:
        """Return the brush that is shown at a column of the last line."""
        index = (x - 4) // 2
        others = self._other_brushes
        return others[index] if 0 <= index < len(others) else self.brush

    # Strokes

    def _change(self, canvas: Canvas, stroke: object) -> None:
        """Take another drawing; what goes on with the same stroke is undone with it."""
        if canvas == self.canvas:
            return
        if stroke is None or stroke != self._stroke:
            self._undone.append(_State(self.canvas, self.x, self.y))
        self._stroke = stroke
        self._done.clear()
        self.canvas = canvas
        self.post_message(Replied(self, self.reply))

    def _go(self, x: int, y: int) -> None:
        self.x = max(0, min(FURTHEST, x))
        self.y = max(0, min(max(FURTHEST, len(self.canvas.lines)), y))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take every character as something to draw."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Put what is typed on the pad, or take it for the brush."""
        if event.character is None or not event.character.isprintable():
            return
        event.stop()
        event.prevent_default()
        typed = clean(event.character)
        if not typed:
            return
        if self.is_drawing:
            self.brush = typed
            self._draw_here()
        else:
            self._type(typed)

    def _type(self, typed: str) -> None:
        put = self.canvas.insert if self.is_inserting else self.canvas.put
        self._change(put(self.x, self.y, typed), ("typing", self.y))
        self._go(self.x + cell_len(typed), self.y)

    def _draw_here(self) -> None:
        self._change(self.canvas.put(self.x, self.y, self.brush), "drawing")

    def on_paste(self, event: events.Paste) -> None:
        """Lay what is pasted on the pad, from the cursor on."""
        event.stop()
        event.prevent_default()
        lines = drawing_of(event.text).split("\n")
        self._change(self.canvas.paste(self.x, self.y, event.text), None)
        x = self.x + cell_len(lines[0]) if len(lines) == 1 else self.x
        self._go(x, self.y + len(lines) - 1)

    # Keys

    def action_move(self, x: int, y: int) -> None:
        """Move the cursor; while drawing, draw along."""
        if self.is_drawing:
            self._draw_here()
            self._go(self.x + x, self.y + y)
            self._draw_here()
            return
        self._stroke = None
        start = self.canvas.start_at(self.x, self.y)
        if x > 0:
            self._go(start + self.canvas.cell_at(start, self.y).width, self.y)
        elif x < 0:
            self._go(self.canvas.start_at(max(0, start - 1), self.y), self.y)
        else:
            self._go(self.x, self.y + y)

    def action_edge(self, which: int) -> None:
        """Go to the left edge, or behind the last character of the line."""
        self._stroke = None
        cells = self.canvas.cells(self.y)
        self._go(sum(cell.width for cell in cells) if which > 0 else 0, self.y)

    def action_new_line(self) -> None:
        """Go to the next line, under where this one begins."""
        self._stroke = None
        blank = 0
        for cell in self.canvas.cells(self.y):
            if cell != SPACE:
                break
            blank += 1
        self._go(blank if self.canvas.cells(self.y) else self.x, self.y + 1)

    def action_rub_out(self) -> None:
        """Erase what is before the cursor, and go there."""
        if not self.x:
            return
        x = self.canvas.start_at(self.x - 1, self.y)
        cut = self.canvas.cut if self.is_inserting else self.canvas.erase
        self._change(cut(x, self.y), ("typing", self.y))
        self._go(x, self.y)

    def action_erase(self) -> None:
        """Erase what is under the cursor."""
        cut = self.canvas.cut if self.is_inserting else self.canvas.erase
        self._change(cut(self.x, self.y), ("erasing", self.y))

    def action_draw(self) -> None:
        """Let the arrows draw, or only move again."""
        self._stroke = None
        self.is_drawing = not self.is_drawing

    def action_insert(self) -> None:
        """Let typing move what is there along, or take its place again."""
        self.is_inserting = not self.is_inserting

    def action_brush(self, by: int) -> None:
        """Take the next brush."""
        present = BRUSHES.find(self.brush)
        self.brush = BRUSHES[(present + by) % len(BRUSHES)] if present >= 0 else BRUSHES[0]

    def action_clear(self) -> None:
        """Empty the pad."""
        self._change(Canvas(measure=cell_len), None)
        self._go(0, 0)

    def action_undo(self) -> None:
        """Take the last stroke back."""
        self._swap(self._undone, self._done)

    def action_redo(self) -> None:
        """Bring back what undo took."""
        self._swap(self._done, self._undone)

    def _swap(self, source: deque[_State], other: deque[_State]) -> None:
        if not source:
            return
        other.append(_State(self.canvas, self.x, self.y))
        state = source.pop()
        self._stroke = None
        self.canvas = state.canvas
        self._go(state.x, state.y)
        self.post_message(Replied(self, self.reply))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; in the last line, take a brush."""
        place = event.get_content_offset(self)
        if place is None:
            return
        if place.y >= self._room[1]:
            self.brush = self._brush_at(place.x)
            return
        self._go(place.x + self._left, place.y + self._top)
        self._drawn_from = self.x, self.y
        self._stroke = None
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw where the mouse is held down."""
        if self._drawn_from is None:
            return
        width, height = self._room
        place = event.get_content_offset(self)
        if place is None or not (0 <= place.x < width and 0 <= place.y < height):
            return
        target = place.x + self._left, place.y + self._top
        if target == self._drawn_from:
            return
        canvas = self.canvas
        for x, y in line_between(self._drawn_from, target):
            canvas = canvas.put(x, y, self.brush)
        self._change(canvas, "mouse")
        self._drawn_from = target
        self._go(*target)

    def on_mouse_up(self) -> None:
        """End the stroke."""
        self._drawn_from = None
        self._stroke = None
        self.release_mouse()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()


def line_between(start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the cells on a straight line: a quick hand leaves no gaps."""
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    return [
        (
            round(start[0] + (end[0] - start[0]) * step / steps),
            round(start[1] + (end[1] - start[1]) * step / steps),
        )
        for step in range(steps + 1)
    ]
