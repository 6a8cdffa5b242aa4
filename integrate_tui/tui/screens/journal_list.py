"""The rows of the journal: where they come from, how one looks, and what its calendar knows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core import dates
from integrate_tui.core.search import CLOSES, OPENS, Hit, Query
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Brief, DayKept, ThingKind
from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Part, width_of
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.workspace import Workspace

IN_JOURNAL = (ThingKind.ENTRY, ThingKind.CHECK_IN, ThingKind.FRAGMENT, ThingKind.SITTING)
"""The kinds that stand in the journal by themselves; a search finds the others too."""
EDITED = (ThingKind.ENTRY, ThingKind.FRAGMENT)
"""The kinds whose words can be changed; what else there is stays as it came."""
_DAY_WIDTH = 11
_ROOM_FOR_DETAIL = 60
_SIGNS = {
    ThingKind.ENTRY: "",
    ThingKind.CHECK_IN: "\u00b7 ",
    ThingKind.FRAGMENT: "\u2026 ",
    ThingKind.SITTING: "\u25cb ",
}
_SPANS = 2
"""From how long ago there is something, said in words; the rest is counted."""
_AT_FIRST = 64
"""How many hits are looked for before they are counted."""


@value()
class AllDays:
    """The whole journal."""

    workspace: Workspace

    def count(self) -> int:
        """Return how many rows it has."""
        return self.workspace.journal.count()

    def page(self, limit: int, offset: int) -> Sequence[Hit]:
        """Return a window of it."""
        return [Hit(brief) for brief in self.workspace.journal.page(limit, offset)]


class Found:
    """What a search finds.

    The first hits are there at once, and are counted a moment later: nearly everything has to be
    gone through for that, which a key does not wait for.
    """

    def __init__(self, workspace: Workspace, query: Query) -> None:
        self._workspace = workspace
        self.query = query
        self._first = workspace.journal.find(query, _AT_FIRST)
        self._count = len(self._first)
        self.is_counted = self._count < _AT_FIRST

    def finish(self) -> None:
        """Count everything that is found."""
        if not self.is_counted:
            self._count = self._workspace.journal.found(self.query)
            self.is_counted = True

    @property
    def words(self) -> str:
        """How many were found, in words."""
        if not self.is_counted:
            return f"{self._count} or more found"
        return f"{self._count} found" if self._count else ""

    def count(self) -> int:
        """Return how many hits are known of."""
        return self._count

    def page(self, limit: int, offset: int) -> Sequence[Hit]:
        """Return a window of them."""
        if offset == 0 and limit <= _AT_FIRST:
            return self._first[:limit]
        return self._workspace.journal.find(self.query, limit, offset)

    def newer_than(self, day: date) -> int:
        """Return how many hits stand before those of a day."""
        since = day + timedelta(days=1)
        return self._workspace.journal.found(
            replace(self.query, since=max(since, self.query.since or since))
        )


class JournalDays:
    """What the calendar of the journal knows."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lived: Collection[date] | None = None

    def forget(self) -> None:
        """Take note that something was written."""
        self._lived = None

    def kept(self, first: date, last: date) -> Mapping[date, DayKept]:
        """Return the days of a range that have anything."""
        return {kept.day: kept for kept in self._workspace.journal.days(first, last)}

    def lived(self) -> Collection[date]:
        """Return the days of experiences."""
        if self._lived is None:
            lived = self._workspace.experiences.all()
            self._lived = frozenset(thing.moment.day for thing in lived)
        return self._lived

    def beside(self, day: date, by: int) -> date | None:
        """Return the nearest day after one (1) or before it (-1) that has anything."""
        journal = self._workspace.journal
        if by > 0:
            offset = journal.newer_than(day) - 1
        else:
            offset = journal.newer_than(day - timedelta(days=1)) if day > date.min else 0
        found = journal.page(1, offset) if offset >= 0 else []
        return found[0].moment.day if found else None


def draw_hit(hit: Hit, above: Hit | None, width: int, today: date) -> Look:
    """Return how a row of the journal looks, with its day where that is a new one."""
    brief = hit.brief
    is_new_day = above is None or above.brief.moment.day != brief.moment.day
    day = dates.short_day(brief.moment.day, today) if is_new_day else ""
    parts: list[Part] = [
        (f"{day:<{_DAY_WIDTH}}  ", "strong" if is_new_day else "muted"),
        (f"{brief.moment.local:%H:%M}  ", "muted"),
    ]
    if brief.starred:
        parts.append(("* ", "sand"))
    if hit.snippet:
        parts += _snippet(hit.snippet, width - width_of(parts))
    else:
        is_entry = brief.kind is ThingKind.ENTRY
        parts.append(
            (_SIGNS.get(brief.kind, "") + title_of(brief), "text" if is_entry else "muted")
        )
    facts = [str(brief.stage or ""), brief.detail]
    if brief.kind not in IN_JOURNAL:
        facts.append(brief.kind.word)
    detail = "  ".join(fact for fact in facts if fact)
    has_room = bool(detail) and width > _ROOM_FOR_DETAIL
    return Look(parts, [(f"  {detail}", "muted")] if has_room else ())


def title_of(brief: Brief) -> str:
    """Return the words that a thing is shown by, on one line."""
    return " ".join(brief.title.split()) or "Untitled"


def number_of(hit: Hit) -> int:
    """Return what makes a row the same after everything was read anew."""
    return hit.brief.n


def like_today(briefs: Sequence[Brief], today: date) -> list[Part]:
    """Return a line that says from how long ago there is something of a day like today."""
    spans = list(dict.fromkeys(dates.ago(brief.moment.day, today) for brief in briefs))
    more = len(spans) - _SPANS
    rest = f" and {counted(more, 'day')} more" if more > 0 else ""
    return [("On this day  ", "text"), (", ".join(spans[:_SPANS]) + rest, "muted")]


def day_beside(rows: Rows[Hit], by: int) -> int:
    """Return the first row of the day after (1) or before (-1) the marked one's."""
    here, index = rows.row, rows.cursor
    if here is None:
        return index
    # Newest first: a later day stands further up.
    while (row := rows.row_at(index)) and row.brief.moment.day == here.brief.moment.day:
        index -= by
    day = row.brief.moment.day if row else None
    while by > 0 and (row := rows.row_at(index - 1)) and row.brief.moment.day == day:
        index -= 1
    return index


def _snippet(snippet: str, room: int) -> list[Part]:
    """Return the place that words were found at, begun late enough for the first to be seen."""
    lead, opening, _ = snippet.partition(OPENS)
    most = room // 3
    if opening and len(lead) > most:
        cut = lead[len(lead) - most :]
        snippet = f"\u2026{cut[cut.find(' ') + 1 :]}{snippet[len(lead) :]}"
    parts: list[Part] = []
    for i, piece in enumerate(snippet.split(OPENS)):
        found, closing, rest = piece.partition(CLOSES)
        if i and closing:
            parts += [(found, "match"), (rest, "text")]
        else:
            parts.append((piece, "text"))
    return parts
