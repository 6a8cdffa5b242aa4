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
_DARK = 7
"""The brightest step on which a word can be read."""


@value()
class Scene:
    """What is shown at one instant."""

    breath: Breath = Breath()
    word: str = ""
    """What is said in the picture."""
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
        self._laid = (0, 0, "")
        """The word with its place, as it was asked for last."""

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
        said, other = self._word(scene), self._word(before)
        if said != other:
            regions += [Region(x, y, cell_len(words), 1) for x, y, words in (said, other) if words]
        if regions:
            self.refresh(*regions)

    def _drawn(self, breath: Breath, width: int, height: int) -> Rows:
        return PICTURES[self.picture].rows(width, height, breath, self._detail)

    def _word(self, scene: Scene) -> tuple[int, int, str]:
        """Return where the word of a scene begins, and the word with a margin around it."""
        width, height = self.size
        asked = (scene.word, width, height, self.picture)
        if asked != self._asked:
            y = PICTURES[self.picture].word_row(height)
            has_room = scene.word and y < height and width > 2
            word = f" {fit(scene.word, width - 2)} " if has_room else ""
            self._laid = (width - cell_len(word)) // 2, y, word
            self._asked = asked
        return self._laid

    def render_line(self, y: int) -> Strip:
        """Draw one line of the picture."""
        width, height = self.size
        if len(self._rows) != height or (height and len(self._rows[0]) != width):
            self._rows = self._drawn(self.scene.breath, width, height)
        if y >= height:
            return Strip.blank(width, self.rich_style)
        return self._with_word(Strip(self._segments(self._rows[y]), width), y)

    def stretch(self, y: int, start: int, end: int) -> list[Segment]:
        """Draw a part of a line."""
        x, row, word = self._word(self.scene)
        if y >= len(self._rows) or (y == row and x < end and start < x + cell_len(word)):
            return super().stretch(y, start, end)
        return self._segments(self._rows[y][start:end])

    def _segments(self, row: Row) -> list[Segment]:
        return [Segment(signs, self._style(*steps)) for signs, *steps in runs_of(row)]

    def _with_word(self, strip: Strip, y: int) -> Strip:
        """Lay the word over its line, on the picture itself where that is dark enough."""
        x, row, word = self._word(self.scene)
        if not word or y != row:
            return strip
        ink = Style(color=Color.parse(self.app.theme_variables["foreground"]).rich_color, bold=True)
        steps = [max(cell[1:]) for cell in self._rows[y][x : x + cell_len(word)]]
        grounds = [step if step <= _DARK else 0 for step in steps]
        # A character of two columns has no place of its own for each of them.
        if len(word) != len(grounds):
            laid = [Segment(word, self._style(0, 0) + ink)]
        else:
            pairs = zip(word, grounds, strict=True)
            laid = [Segment(sign, self._style(step, step) + ink) for sign, step in pairs]
        room = cell_len(word)
        parts = [strip.crop(0, x), Strip(laid, room), strip.crop(x + room, strip.cell_length)]
        return Strip.join(parts)

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
