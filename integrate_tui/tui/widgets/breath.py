"""The picture of the breath, with a word in it: a ring, water or a bar.

It draws whatever cells the chosen picture is made of, and sends only those that changed, so a frame
costs a fraction of the picture.
"""

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip

from integrate_tui.core.value import value
from integrate_tui.tui.palette import Rgb, blend
from integrate_tui.tui.sparse import SparseWidget
from integrate_tui.tui.widgets.breath_bar import Bar
from integrate_tui.tui.widgets.breath_cells import (
    STEPS,
    Breath,
    Detail,
    Picture,
    Row,
    Rows,
    changes,
    runs_of,
)
from integrate_tui.tui.widgets.breath_ring import Ring
from integrate_tui.tui.widgets.breath_wave import Wave
from integrate_tui.tui.widgets.drawing import fit

PICTURES: dict[str, Picture] = {"ring": Ring(), "wave": Wave(), "bar": Bar()}
"""The pictures there are, by their names in the settings."""
TINTS = 8
"""Steps between the two colours of the theme that the breath goes through."""
_GAMMA = 1.7


@value()
class Scene:
    """What is shown at one instant."""

    breath: Breath = Breath()
    word: str = ""
    """What is said in the picture."""
    then: str = ""
    """What comes next, said under the word; empty until it is close."""
    tint: int = 0
    """How far the colour has gone towards the theme's second, in steps."""


class BreathPicture(SparseWidget):
    """The breath."""

    DEFAULT_CSS = """
    BreathPicture { width: 34; height: 17; background: $background; color: $primary; }
    """

    def __init__(
        self, picture: str = "ring", *, detail: Detail = Detail.BLENDED, id: str | None = None
    ) -> None:
        """Begin with empty lungs.

        Args:
            picture: The name of one of the pictures.
            detail: What the terminal can show.
            id: The widget's id.
        """
        super().__init__(id=id, classes=f"-{picture}")
        self.picture = picture
        """The name of the picture."""
        self.scene = Scene()
        """What is shown."""
        self._detail = detail
        self._rows: Rows = ()
        self._styles: dict[tuple[int, int], Style] = {}
        self._asked: tuple[object, ...] = ()
        self._laid: dict[int, tuple[int, str]] = {}
        """The words by their lines, as they were asked for last."""

    def notify_style_update(self) -> None:
        """Mix the colours anew under another theme."""
        self._styles.clear()
        super().notify_style_update()

    def choose(self, picture: str) -> None:
        """Draw another picture from now on."""
        self.remove_class(f"-{self.picture}").add_class(f"-{picture}")
        self.picture = picture
        self._rows = ()
        self.refresh(layout=True)

    def show(self, scene: Scene) -> None:
        """Show an instant, sending only what changed."""
        before, self.scene = self.scene, scene
        width, height = self.size
        rows = self._drawn(scene.breath, width, height)
        if scene.tint != before.tint:
            self._styles.clear()
            self._rows = ()
        old_rows, self._rows = self._rows, rows
        if len(rows) != len(old_rows) or not rows or len(rows[0]) != len(old_rows[0]):
            self.refresh()
            return
        regions = [
            Region(start, y, end - start, 1)
            for y, (row, old) in enumerate(zip(rows, old_rows, strict=True))
            if row != old
            for start, end in changes(row, old)
        ]
        said, others = self._words(scene), self._words(before)
        if said != others:
            places = [*said.items(), *others.items()]
            regions += [Region(x, y, cell_len(words), 1) for y, (x, words) in places]
        if regions:
            self.refresh(*regions)

    def _drawn(self, breath: Breath, width: int, height: int) -> Rows:
        return PICTURES[self.picture].rows(width, height, breath, self._detail)

    def _words(self, scene: Scene) -> dict[int, tuple[int, str]]:
        """Return the words of a scene by their lines, each with the column it begins at."""
        width, height = self.size
        asked = (scene.word, scene.then, width, height, self.picture)
        if asked != self._asked:
            first = PICTURES[self.picture].word_row(height)
            said = [(first + i, words) for i, words in enumerate(asked[:2]) if words]
            fits = [(y, fit(words, width - 2)) for y, words in said if y < height and width > 2]
            self._laid = {
                y: ((width - cell_len(words) - 1) // 2, f" {words} ") for y, words in fits
            }
            self._asked = asked
        return self._laid

    def render_line(self, y: int) -> Strip:
        """Draw one line of the picture."""
        width, height = self.size
        if len(self._rows) != height or (height and len(self._rows[0]) != width):
            self._rows = self._drawn(self.scene.breath, width, height)
        if y >= height:
            return Strip.blank(width, self.rich_style)
        return self._with_words(Strip(self._segments(self._rows[y]), width), y)

    def stretch(self, y: int, start: int, end: int) -> list[Segment]:
        """Draw a part of a line."""
        x, words = self._words(self.scene).get(y, (end, ""))
        if y >= len(self._rows) or (x < end and start < x + cell_len(words)):
            return super().stretch(y, start, end)
        return self._segments(self._rows[y][start:end])

    def _segments(self, row: Row) -> list[Segment]:
        return [Segment(signs, self._style(*steps)) for signs, *steps in runs_of(row)]

    def _with_words(self, strip: Strip, y: int) -> Strip:
        """Lay the words over the lines that they belong on, each on a ground of its own."""
        x, words = self._words(self.scene).get(y, (0, ""))
        if not words:
            return strip
        is_first = y == PICTURES[self.picture].word_row(self.size.height)
        ink = Color.parse(self.app.theme_variables["foreground" if is_first else "muted"])
        style = self.rich_style + Style(color=ink.rich_color, bold=is_first or None)
        room = cell_len(words)
        laid = Strip([Segment(words, style)], room)
        return Strip.join([strip.crop(0, x), laid, strip.crop(x + room, strip.cell_length)])

    def _style(self, ink: int, ground: int) -> Style:
        """Return the style of a cell by its steps; one of a single step is all ground."""
        style = self._styles.get((ink, ground))
        if style is None:
            below = self.styles.background.rgb
            above = self._ink
            fore = None if ink == ground else _mixed(below, above, ink)
            style = Style(color=fore, bgcolor=_mixed(below, above, ground))
            self._styles[ink, ground] = style
        return style

    @property
    def _ink(self) -> Rgb:
        """The colour of the brightest point."""
        first = self.styles.color.rgb
        second = Color.parse(self.app.theme_variables["sky"]).rgb
        return blend(first, second, self.scene.tint / TINTS)


def tint_at(breath: int) -> int:
    """Return the tint of a breath by its number: there and back in thirty-two breaths."""
    return TINTS - abs((breath // 2) % (2 * TINTS) - TINTS)


def _mixed(ground: Rgb, ink: Rgb, step: int) -> RichColor:
    return RichColor.from_rgb(*blend(ground, ink, (step / STEPS) ** _GAMMA))
