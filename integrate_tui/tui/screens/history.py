"""The versions of one thing: what changed in each, to be read whole, and to go back to one."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core import dates
from integrate_tui.core.changes import Changed, Mark, changes, first_difference
from integrate_tui.core.plain import plain_text
from integrate_tui.core.text import AT_ONCE, ONLY_BEGINNING, beginning, clean, counted, first_line
from integrate_tui.core.thing import Revision, ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.reading import thing_of
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.drawing import Part, wrap
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_DAMAGED = "This version does not fit its checksum, so it may not be quite what was written."
_STYLES = {Mark.SAME: "", Mark.ADDED: "$sage", Mark.REMOVED: "$muted"}
_WHEN = 18
_WIDEST = 76
"""Cells a line of text has at the most."""


@value()
class Version:
    """A version, with its words and those of the one before."""

    revision: Revision
    text: str
    before: str
    is_first: bool
    is_current: bool
    fault: str = ""
    """Why it cannot be read, if so."""

    @property
    def difference(self) -> Changed | None:
        """The first words in which it differs from the one before, or its first words."""
        if self.is_first:
            return Changed(Mark.SAME, first_line(self.text))
        return first_difference(self.before, self.text)


class HistoryScreen(Trip[None]):
    """Every version of a thing, newest first."""

    AUTO_FOCUS = "Rows"
    HELP = "Its versions, newest first: + stands before what came, and \u2013 before what went."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "r",
            "restore",
            "Go back to it",
            id="history.restore",
            tooltip="Make the marked version the current one again, as a new version.",
        ),
        Binding("q", "back", "Back", show=False, id="history.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Version]] = getters.query_one("#rows", Rows)
    change = getters.query_one("#change", VerticalScroll)
    view = getters.query_one("#view", Static)

    def __init__(self, n: int, kind: ThingKind) -> None:
        super().__init__()
        self.n = n
        self.kind = kind

    def body(self) -> Iterable[Widget]:
        """Lay out the versions, and what changed in the marked one."""
        yield Lines(id="heading", classes="trip-heading")
        with Vertical(id="versions"):
            yield Rows[Version](
                self._draw, key=_number, id="rows", indent=4, opens="Read", empty="No versions."
            )
            with VerticalScroll(id="change", can_focus=False):
                yield Static(id="view", markup=False)

    def offers(self, action: str) -> bool:
        """Offer to go back only to what is not there already."""
        if action == "restore":
            version = self.rows.row
            return version is not None and not version.is_current
        return super().offers(action)

    def come_back(self) -> None:
        """Read the versions anew."""
        found = self._versions()
        words = counted(len(found), "version")
        brief = self.workspace.journal.brief(self.n)
        title = " ".join(brief.title.split()) if brief else ""
        self.heading.show([[(title, "primary")]], [[(words, "muted")]])
        self.rows.show_anew(Listed(found))

    def _versions(self) -> list[Version]:
        head = thing_of(self.workspace, self.n, self.kind).head
        found: list[Version] = []
        before = ""
        for revision in self.workspace.journal.history(self.n):
            text, fault = self._text(revision)
            is_current = revision.n == head
            found.append(Version(revision, text, before, not found, is_current, fault))
            before = text
        return found[::-1]

    def _text(self, revision: Revision) -> tuple[str, str]:
        """Return the words of a version, or why they cannot be read."""
        try:
            value: Any = self.workspace.journal.version(self.n, revision.n).value
        except IntegrateError as error:
            return "", str(error)
        return clean(plain_text(value)), ""

    def _draw(self, version: Version, above: Version | None, width: int) -> Look:
        made = self.workspace.moment(version.revision.made)
        day = dates.short_day(made.day, self.workspace.today)
        parts: list[Part] = [(f"{day}, {made.local:%H:%M}".ljust(_WHEN) + "  ", "muted")]
        right: list[Part] = [("  now", "sage")] if version.is_current else []
        if version.fault or not version.revision.intact:
            parts.append(("may be damaged", "sand"))
            return Look(parts, right)
        difference = version.difference
        if difference is None:
            parts.append(("the words are the same", "muted"))
        else:
            role = "sage" if difference.mark is Mark.ADDED else "muted"
            parts += [(f"{difference.mark} ", role), (difference.text, "text")]
        return Look(parts, right)

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what changed in the marked version."""
        self.refresh_bindings()
        version = self.rows.row
        width = min(_WIDEST, self.change.scrollable_content_region.width)
        self.view.update(_change(version, width) if version else "")
        self.change.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self.show_marked)

    @on(Rows.Chosen)
    def read(self) -> None:
        """Read the marked version whole."""
        version = self.rows.row
        if version is not None:
            made = self.workspace.moment(version.revision.made)
            when = f"{dates.long_day(made.day)} {made.day.year}, {made.local:%H:%M}"
            self.app.push_screen(VersionScreen(when, version))

    async def action_restore(self) -> None:
        """Make the marked version the current one again."""
        version = self.rows.row
        if version is None or version.is_current:
            return
        revision = version.revision.n
        kept = await self.app.keep(lambda: self.workspace.journal.restore(self.n, revision))
        if kept is not None:
            self.app.say("It says this again. u has the other back.")
            self.come_back()
            self.rows.move_to(0)


class VersionScreen(Trip[None]):
    """One version, to be read whole."""

    AUTO_FOCUS = "#page"
    HELP = "One version as it was. Nothing is changed by reading it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "Back", show=False, id="version.back"),
    ]

    def __init__(self, when: str, version: Version) -> None:
        """Begin.

        Args:
            when: When it was written, in words.
            version: The version.
        """
        super().__init__()
        self._when = when
        self._version = version

    def body(self) -> Iterable[Widget]:
        """Lay out the words."""
        version = self._version
        lines: list[list[Part]] = [[(self._when, "primary")]]
        if version.fault or not version.revision.intact:
            lines.append([(_DAMAGED, "sand")])
        right: list[list[Part]] = [
            [("now" if version.is_current else "an earlier version", "muted")]
        ]
        yield Lines(lines, right, id="heading", classes="trip-heading")
        with VerticalScroll(id="page"):
            words = beginning(version.text or version.fault)
            yield Static(Content(words), markup=False, id="words")


def _change(version: Version, width: int) -> Content:
    """Return the words of a version, with marks in the margin for what came and went."""
    if version.fault:
        return Content(version.fault)
    parts: list[Content | str] = []
    if not version.revision.intact:
        parts += [Content.styled(_DAMAGED, "$sand"), "\n\n"]
    marked = changes("" if version.is_first else version.before, version.text)
    shown = 0
    for change in marked:
        shown += len(change.text)
        if shown > AT_ONCE:
            parts.append(f"\n{ONLY_BEGINNING}")
            break
        mark = Mark.SAME if version.is_first or not change.text.strip() else change.mark
        for line in wrap(change.text, width - 2):
            parts.append(Content.styled(f"{mark} {line}\n", _STYLES[mark]))
    return Content.assemble(*parts)


def _number(version: Version) -> int:
    return version.revision.n
