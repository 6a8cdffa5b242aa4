"""The breath as a soft ring that grows and shrinks.

It is drawn in half-blocks: each cell is two square points, one in the colour of its text and one in
that of its ground. How much of the ring covers a point decides how far its colour lies between the
background and the ink, so edges are soft. Brightness comes in a few steps, and only cells whose
step changed are sent, so a frame costs a fraction of the picture.
"""

from functools import lru_cache
from math import exp, hypot
from typing import ClassVar

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from integrate_tui.core.value import value
from integrate_tui.tui.palette import Rgb, blend

STEPS = 12
"""Steps of brightness between the background and the ink, closer together where it is dark."""
_GAMMA = 1.7
_EDGE = 1.7
"""How far the glow reaches on each side of the line, in points."""
_SMALLEST = 0.34
"""The ring when the lungs are empty, as a share of its greatest radius."""
_LARGEST = 0.93
"""The ring when they are full."""
_GUIDE = 0.12
"""The brightness of the faint circle that the ring grows towards."""
_INSIDE = 0.34
"""The brightness inside the ring, close to its line."""
_STRIDES = 36
"""In how many moves the ring goes from empty to full: more cannot be told apart and only cost."""

Row = tuple[tuple[int, int], ...]
"""The steps of the upper and lower point of each cell."""


@value()
class Shape:
    """How large the picture is, in cells, and how far each of its points lies from the middle."""

    width: int
    height: int
    distances: tuple[tuple[float, ...], ...]
    """By row of points, two to a cell."""
    radius: float
    """The greatest radius, in points."""


@lru_cache(maxsize=8)
def shape_of(width: int, height: int) -> Shape:
    """Work out the points of a picture once for each size."""
    middle_x, middle_y = (width - 1) / 2, height - 0.5
    distances = tuple(
        tuple(hypot(x - middle_x, y - middle_y) for x in range(width)) for y in range(height * 2)
    )
    return Shape(width, height, distances, min(width / 2, float(height)) - 1.5)


def picture(shape: Shape, fullness: float) -> tuple[Row, ...]:
    """Return the steps of every cell for a breath, from the top.

    Args:
        shape: The size of the picture.
        fullness: How full the lungs are, 0 to 1.
    """
    ring = shape.radius * (_SMALLEST + (_LARGEST - _SMALLEST) * fullness)
    known: dict[float, int] = {}

    def step(distance: float) -> int:
        found = known.get(distance)
        if found is None:
            found = known[distance] = _step(_brightness(distance, ring, shape.radius))
        return found

    points = [[step(distance) for distance in row] for row in shape.distances]
    return tuple(
        tuple(zip(upper, lower, strict=True))
        for upper, lower in zip(points[::2], points[1::2], strict=True)
    )


def _step(brightness: float) -> int:
    return round(STEPS * float(brightness ** (1 / _GAMMA)))


def _brightness(distance: float, ring: float, radius: float) -> float:
    """Return how bright a point is, 0 to 1, by its distance from the middle."""
    off = (distance - ring) / _EDGE
    glow = exp(-off * off)
    inside = 0.0
    if distance < ring and ring > 0:
        share = distance / ring
        inside = _INSIDE * share * share * share
    guide = _GUIDE if abs(distance - radius) < 0.6 else 0.0
    return min(1.0, max(0.86 * glow + inside * (1 - glow), guide))


def ascii_picture(width: int, height: int, fullness: float) -> list[str]:
    """Return the ring in ASCII: its line, and nothing else."""
    shape = shape_of(width, height)
    ring = shape.radius * (_SMALLEST + (_LARGEST - _SMALLEST) * fullness)
    lines = []
    for upper, lower in zip(shape.distances[::2], shape.distances[1::2], strict=True):
        near = [min(abs(u - ring), abs(v - ring)) for u, v in zip(upper, lower, strict=True)]
        lines.append("".join("o" if off < 0.7 else " " for off in near))
    return lines


class Ring(Widget):
    """The ring, with a word in its middle."""

    DEFAULT_CSS = """
    Ring { width: 32; height: 16; background: $background; color: $primary; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"ring--word"}

    def __init__(self, *, is_ascii: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._is_ascii = is_ascii
        self._fullness = 0.0
        self._word = ""
        self._picture: tuple[Row, ...] = ()
        self._lines: list[str] = []
        self._styles: dict[tuple[int, int], Style] = {}

    def notify_style_update(self) -> None:
        """Mix the colours anew under another theme."""
        self._styles.clear()
        super().notify_style_update()

    def show(self, fullness: float, word: str) -> None:
        """Show a breath, sending only what changed.

        Args:
            fullness: How full the lungs are, 0 to 1.
            word: What is said in the middle.
        """
        width, height = self._picture_size
        if not width or not height:
            return
        if self._is_ascii:
            self._show_ascii(fullness, word)
            return
        shown = picture(shape_of(width, height), round(fullness * _STRIDES) / _STRIDES)
        changed = self._changed(shown)
        if word != self._word:
            changed.append(Region(0, height // 2, width, 1))
        self._picture, self._word, self._fullness = shown, word, fullness
        if changed:
            self.refresh(*changed)

    @property
    def _picture_size(self) -> tuple[int, int]:
        """The size of the picture: an odd number of lines, so that the word lies in the middle."""
        width, height = self.size
        return width, height if height % 2 else max(0, height - 1)

    def _show_ascii(self, fullness: float, word: str) -> None:
        lines = ascii_picture(*self._picture_size, fullness)
        if lines != self._lines or word != self._word:
            self._lines, self._word = lines, word
            self.refresh()

    def _changed(self, shown: tuple[Row, ...]) -> list[Region]:
        """Return the stretches of cells that look different from before."""
        if len(shown) != len(self._picture) or len(shown[0]) != len(self._picture[0]):
            return [Region(0, 0, *self.size)]
        regions = []
        for y, (row, before) in enumerate(zip(shown, self._picture, strict=True)):
            if row == before:
                continue
            differing = [
                x for x, (new, old) in enumerate(zip(row, before, strict=True)) if new != old
            ]
            regions += [Region(start, y, end - start + 1, 1) for start, end in _runs(differing)]
        return regions

    def render_line(self, y: int) -> Strip:
        """Draw one line of the ring."""
        width, height = self._picture_size
        if y >= height:
            return Strip.blank(width, self.rich_style)
        if self._is_ascii:
            line = self._lines[y] if y < len(self._lines) else " " * width
            return Strip(self._with_word([Segment(line, self.rich_style)], y, width), width)
        if len(self._picture) != height or len(self._picture[y]) != width:
            self._picture = picture(shape_of(width, height), self._fullness)
        segments = []
        row = self._picture[y]
        start = 0
        for x in range(1, len(row) + 1):
            if x == len(row) or row[x] != row[start]:
                upper, lower = row[start]
                sign = " " if upper == lower else "\u2580"
                segments.append(Segment(sign * (x - start), self._style(upper, lower)))
                start = x
        return Strip(self._with_word(segments, y, width), width)

    def _with_word(self, segments: list[Segment], y: int, width: int) -> list[Segment]:
        """Lay the word over the middle line."""
        if y != self._picture_size[1] // 2 or not self._word:
            return segments
        start = (width - len(self._word)) // 2
        strip = Strip(segments, width)
        style = self.rich_style + self.get_component_rich_style("ring--word", partial=True)
        word = Strip([Segment(self._word, style)], len(self._word))
        after = strip.crop(start + len(self._word), width)
        return list(Strip.join([strip.crop(0, start), word, after]))

    def _style(self, upper: int, lower: int) -> Style:
        """Return the style of a cell by the steps of its points."""
        style = self._styles.get((upper, lower))
        if style is None:
            ground = self.styles.background.rgb
            ink = self.styles.color.rgb
            style = self._styles[upper, lower] = Style(
                color=_mixed(ground, ink, upper), bgcolor=_mixed(ground, ink, lower)
            )
        return style


def _mixed(ground: Rgb, ink: Rgb, step: int) -> RichColor:
    return RichColor.from_rgb(*blend(ground, ink, (step / STEPS) ** _GAMMA))


def _runs(places: list[int], join: int = 3) -> list[tuple[int, int]]:
    """Return runs of places as their ends; places closer than `join` are sent together."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place - runs[-1][1] <= join:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
