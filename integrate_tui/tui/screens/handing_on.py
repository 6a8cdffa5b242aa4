"""One page for a coach or a therapist: what is in it is seen, and chosen, before it is written."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core.share import PROFILES, Part, Profile
from integrate_tui.core.text import clean_line, counted
from integrate_tui.core.value import value
from integrate_tui.exchange.shared import Piece
from integrate_tui.leaving import CAUTION
from integrate_tui.paths import expanded
from integrate_tui.sharing import Sharing
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part as Words
from integrate_tui.tui.widgets.drawing import wrap
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_WIDTH = 72
_MARGINS = 10


@value()
class Line:
    """A part, or a piece of the part above it."""

    part: Part
    piece: Piece | None = None
    count: int = 0
    """How many pieces the part has."""


async def hand_on(app: Host) -> None:
    """Ask for whom, and show what would be handed on. It is called from a worker."""
    question = "For whom? You see what is in it first."
    chosen = await app.push_screen_wait(
        Choose(question, tuple(f"Your {role}" for role in PROFILES))
    )
    if chosen is not None:
        app.push_screen(HandingOnScreen(tuple(PROFILES.values())[chosen]))


class HandingOnScreen(Trip[None]):
    """What a page for somebody holds."""

    AUTO_FOCUS = "#rows"
    HELP = "What would be handed on. Space takes a part or a piece in, or leaves it out."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "In or out", show=False, id="handing-on.turn"),
        Binding("s", "save", "Write it", id="handing-on.save", tooltip="Into a file, as Markdown."),
        Binding("q", "back", "Back", show=False, id="handing-on.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Line]] = getters.query_one("#rows", Rows)

    def __init__(self, profile: Profile) -> None:
        """Begin with what a page for this role begins with.

        Args:
            profile: For whom it is.
        """
        super().__init__()
        self._profile = profile
        self._parts = set(profile.begins_with)
        self._without: set[int] = set()
        self._whole: Sharing | None = None
        """Everything that may be in it, read once: what is shown is what is written."""

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Line](
            self._draw,
            key=_key,
            id="rows",
            indent=4,
            opens="In or out",
            empty="There is nothing to hand on yet.",
        )

    def come_back(self) -> None:
        """Read what there is."""
        profile = self._profile
        if self._whole is None:
            self._whole = Sharing(self.workspace, profile, profile.may_have)
        whole = self._whole
        lines: list[Line] = []
        pieces = 0
        for handed in whole.handed:
            lines.append(Line(handed.part, count=len(handed.pieces)))
            if handed.part in self._parts:
                lines += [Line(handed.part, piece) for piece in handed.pieces]
                pieces += sum(piece.n not in self._without for piece in handed.pieces)
        width = min(_WIDTH, self.size.width - _MARGINS)
        stays = f" {counted(whole.withheld, 'thing')} not for a {profile.role} left out."
        note = profile.note + stays * bool(whole.withheld)
        about: list[list[Words]] = [[(line, "muted")] for line in wrap(note, width)]
        self.heading.show(
            [[(f"For your {profile.role}", "primary")], *about, []],
            [[(counted(pieces, "piece"), "muted")]],
        )
        self.rows.show_anew(Listed(lines))

    def _draw(self, line: Line, above: Line | None, width: int) -> Look:
        is_in = self._is_in(line)
        mark: Words = ("\u25cf ", "sage") if is_in else ("\u25cb ", "muted")
        if line.piece is None:
            role = "strong" if is_in else "muted"
            return Look([mark, (line.part.heading, role)], [(str(line.count), "muted")])
        return Look([("    ", "text"), mark, (line.piece.title, "text" if is_in else "muted")])

    def _is_in(self, line: Line) -> bool:
        is_left = line.piece is not None and line.piece.n in self._without
        return line.part in self._parts and not is_left

    def offers(self, action: str) -> bool:
        """Offer what leads anywhere."""
        if action == "turn":
            return self.rows.row is not None
        if action == "save":
            return any(self._is_in(line) for line in self._lines)
        return super().offers(action)

    @property
    def _lines(self) -> list[Line]:
        found = (self.rows.row_at(index) for index in range(self.rows.count))
        return [line for line in found if line is not None]

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def turn(self) -> None:
        """Take what is marked in, or leave it out."""
        self.action_turn()

    def action_turn(self) -> None:
        """Take the marked part or piece in, or leave it out."""
        line = self.rows.row
        if line is None:
            return
        if line.piece is not None and line.piece.n is not None:
            self._without ^= {line.piece.n}
        else:
            self._parts ^= {line.part}
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_save(self) -> None:
        """Write the page into a file."""
        name = f"for-my-{self._profile.role}.md"
        question = f"{CAUTION.partition('. ')[0]}. Where to?"
        typed = await self.app.push_screen_wait(Ask(question, f"~/{name}"))
        place = (typed or "").strip()
        if not place:
            return
        parts = [part for part in self._profile.may_have if part in self._parts]
        sharing = Sharing(self.workspace, self._profile, parts, without=self._without)
        if self.app.attempt(lambda: (sharing.write(expanded(place)), True)) is not None:
            self.app.say(f"Written: {clean_line(place)}", long=True)


def _key(line: Line) -> object:
    return (line.part, line.piece.n or line.piece.title if line.piece else 0)
