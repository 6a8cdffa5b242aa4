"""Lines over time: what a screen gives a plot, and the widget that shows it.

The library that draws is imported with the first plot that has something to draw, and not before.
"""

from collections.abc import Sequence
from datetime import datetime

from textual.strip import Strip

from integrate_tui.core.axis import Tick
from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part

ROLES = ("sage", "rose", "sky", "sand", "primary", "text")
"""The roles that curves are drawn in, one after the other; none of them is for good or bad."""
ASCII_SIGNS = "ox+*#@"
"""What curves are drawn with where there are only letters, one after the other."""
_SIGN = "\u25cf"


@value()
class Curve:
    """One line of a plot."""

    name: str
    """What stands at its end."""
    points: tuple[tuple[datetime, float | None], ...]
    """Moments and numbers, oldest first. None is a gap, and no line crosses it."""
    low: float = 0
    """The lower end of its scale."""
    high: float = 10
    """The upper end of its scale."""
    place: int = 0
    """Its place among all there could be, so that it looks the same whichever are shown."""

    @property
    def role(self) -> str:
        """The role it is drawn in."""
        return ROLES[self.place % len(ROLES)]

    def level(self, number: float) -> float:
        """Return a number as a share of the scale, 0 at its lower and 1 at its upper end."""
        return (number - self.low) / (self.high - self.low) if self.high > self.low else 0.0


@value()
class Sign:
    """A moment that is marked on the axis."""

    at: datetime
    words: str
    """What stands above it; cut where there is no room."""


@value()
class Picture:
    """Everything there is to draw."""

    curves: tuple[Curve, ...]
    first: datetime
    """Where the axis begins."""
    last: datetime
    """Where it ends."""
    signs: tuple[Sign, ...] = ()
    ticks: tuple[Tick, ...] = ()
    """What is named under the axis; worked out from its length where nothing is given."""
    is_ascii: bool = False


def sign_of(place: int, *, is_ascii: bool = False) -> Part:
    """Return the sign of a curve for a list beside the plot, with its role."""
    sign = ASCII_SIGNS[place % len(ASCII_SIGNS)] if is_ascii else _SIGN
    return sign, ROLES[place % len(ROLES)]


class Plot(Drawn):
    """Curves on one axis of time, each named at its end, with moments marked above them."""

    DEFAULT_CSS = """
    Plot { height: 1fr; min-height: 4; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._picture: Picture | None = None
        self._drawn: list[list[Part]] | None = None
        self._drawn_for = (0, 0)

    def show(self, picture: Picture | None) -> None:
        """Show another picture, or nothing."""
        if picture != self._picture:
            self._picture, self._drawn = picture, None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the picture."""
        width, height = self.size
        lines = self._lines(width, height)
        return self.line(lines[y] if y < len(lines) else (), width)

    def _lines(self, width: int, height: int) -> Sequence[Sequence[Part]]:
        if self._picture is None:
            return ()
        if self._drawn is None or self._drawn_for != (width, height):
            # Fifty milliseconds, which only what draws a plot is to pay.
            from integrate_tui.tui.widgets.plotting import draw  # noqa: PLC0415

            self._drawn = draw(self._picture, width, height)
            self._drawn_for = width, height
        return self._drawn
