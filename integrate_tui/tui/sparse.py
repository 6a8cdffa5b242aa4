"""Draws and sends only the cells that changed, and says each colour once a frame.

For a change anywhere Textual draws every widget under it on every line between the first and the
last change, sends a changed stretch with all that is left of it, and names both colours anew for
each run of cells. That is nothing for a key; for a picture that moves thirty times a second it is
most of the time and nine tenths of the bytes. It replaces a method of `Compositor`, and a test
holds it to the Textual it was written for.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widget import Widget

Span = tuple[int, int, int]
"""A line of the screen, and the columns from one on and up to another."""
Piece = tuple[int, int, Iterable[Segment]]
"""Where on the screen something is drawn, as line and column, and what."""

_PLAIN = Style()


class SparseWidget(Widget):
    """A widget without border or padding that can draw a part of a line, and does so often."""

    def stretch(self, y: int, start: int, end: int) -> list[Segment]:
        """Return the cells of a line from one column on and up to another."""
        return list(self.render_line(y).crop(start, end))


class SparseUpdate(ChopsUpdate):
    """What changed on the screen, as pieces at their places."""

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__([], [], [])
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """Return what is to be written to the terminal, sorted by style."""
        written: dict[Style, list[str]] = {}
        for y, x, segments in self.pieces:
            at = x
            for segment in segments:
                place = f"\x1b[{y + 1};{at + 1}H{segment.text}"
                written.setdefault(segment.style or _PLAIN, []).append(place)
                at += segment.cell_length
        system = console._color_system
        return "".join(
            style.render("".join(places), color_system=system, legacy_windows=False)
            for style, places in written.items()
        )


class SparseCompositor(Compositor):
    """A compositor whose partial updates are sparse."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what changed since the last update, None where nothing did."""
        regions = set(self._dirty_regions)
        self._dirty_regions.clear()
        if not regions:
            return None
        screen = self.size.region
        spans = self._regions_to_spans(region.intersection(screen) for region in regions)
        pieces: list[Piece] = []
        for widget, shown in self._share_out(spans).items():
            region, _ = self.visible_widgets[widget]
            if isinstance(widget, SparseWidget):
                pieces += _cells_of(widget, region, shown)
            else:
                pieces += _lines_of(widget, region, shown)
        return SparseUpdate(pieces)

    def _share_out(self, spans: Iterable[Span]) -> dict[Widget, list[Span]]:
        """Return the widgets that are seen in some stretches, each with what is seen of it.

        Every widget fills its region, so what is in front hides what is behind.
        """
        shared: dict[Widget, list[Span]] = {}
        boxes = [
            (widget, region.intersection(clip))
            for widget, (region, clip) in self.visible_widgets.items()
        ]
        for y, start, end in spans:
            gaps = [(start, end)]
            for widget, (x, top, width, height) in boxes:
                if not top <= y < top + height:
                    continue
                rest = []
                for first, last in gaps:
                    left, right = max(first, x), min(last, x + width)
                    if left >= right:
                        rest.append((first, last))
                        continue
                    shared.setdefault(widget, []).append((y, left, right))
                    rest += [gap for gap in ((first, left), (right, last)) if gap[0] < gap[1]]
                gaps = rest
                if not gaps:
                    break
        return shared


def _cells_of(widget: SparseWidget, region: Region, shown: list[Span]) -> Iterable[Piece]:
    """Yield what is seen of a widget that draws parts of lines."""
    filters = widget.app._filters
    background = widget.background_colors[1]
    for y, start, end in shown:
        segments = widget.stretch(y - region.y, start - region.x, end - region.x)
        for each in filters:
            segments = each.apply(segments, background)
        yield y, start, segments


def _lines_of(widget: Widget, region: Region, shown: list[Span]) -> Iterable[Piece]:
    """Yield what is seen of a widget that draws whole lines."""
    first, last = min(y for y, _, _ in shown), max(y for y, _, _ in shown)
    lines = widget.render_lines(Region(0, first - region.y, region.width, last - first + 1))
    for y, start, end in shown:
        yield y, start, lines[y - first].crop(start - region.x, end - region.x)
