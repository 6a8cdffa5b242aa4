"""The page of an experience as rows: what is known of it, what was said, and what came of it."""

from collections.abc import Iterable, Iterator

from integrate_tui import afterwards, sessions, threads
from integrate_tui.core import around, dates
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.marks import ExperienceMark, MarkState, hours_words
from integrate_tui.core.thing import Brief, Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.threads import Told
from integrate_tui.tui.widgets.drawing import Part, fit, wrap
from integrate_tui.workspace import Workspace

_LABEL = 16
_WIDEST = 76
_FEWEST = 24
"""Cells that wrapped words have at least."""
_MOST = 200
"""Rows of one section at most; the journal has the rest."""
_PART_OF: dict[str, str] = {
    ThingKind.ENTRY: "written",
    ThingKind.CHECK_IN: "written",
    ThingKind.SITTING: "written",
    ThingKind.RESULT: "written",
    ThingKind.FRAGMENT: "pieces",
    ThingKind.INSIGHT: "taken",
    ThingKind.LINE: "taken",
}
"""The part of the page that each kind stands in; all else is what followed."""


@value()
class PageRow:
    """One line of a page."""

    parts: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    brief: Brief | None = None
    """The thing it is of, if it is of one."""
    fragment: Thing[Fragment] | None = None
    """The fragment it is of, if it is of one."""
    mark: ExperienceMark | None = None
    """The mark it is of, if it is of one."""
    stands: bool = True
    """Whether the cursor stands on it; on a heading it does not."""

    @property
    def key(self) -> object:
        """What makes it the same after everything was read anew."""
        return self.brief.n if self.brief else self.mark.guide.id if self.mark else self.parts


def page(workspace: Workspace, thing: Thing[Experience], width: int) -> list[PageRow]:
    """Return the page of an experience.

    Args:
        workspace: Whose it is.
        thing: The experience.
        width: How many cells a line has.
    """
    room = max(_FEWEST, min(_WIDEST, width))
    below = _Below(workspace, thing)
    rows = [
        *_known(workspace, thing, room),
        *_numbers(workspace, thing, room),
        *_marks(workspace, thing),
        *_fragments(thing, below),
        *_section("Written about it", below, "written"),
        *_section("Taken from it", below, "taken"),
        *_section("What followed", below, "followed"),
        *_goals(workspace, thing, room),
    ]
    return rows[1:] if rows and not rows[0].parts else rows


class _Below:
    """What came of an experience, apart by what it is; told as far as a page shows it."""

    def __init__(self, workspace: Workspace, thing: Thing[Experience]) -> None:
        self.workspace = workspace
        self._whole = threads.thread_of(workspace, thing.n)
        strands = self._whole.strands
        ends = workspace.threads.ends([strand.n for strand in strands])
        hoped = {goal.n for goal in afterwards.hopes(workspace, thing.n)}
        self._parts: dict[str, list[int]] = {}
        for place in range(self._whole.place + 1, len(strands)):
            strand = strands[place]
            end = ends[strand.n]
            if strand.is_again or end.trashed is not None:
                continue
            part = _PART_OF.get(end.kind, "followed")
            tie = strand.tie
            is_about = tie is not None and (tie.target, tie.role) == (thing.n, Role.ABOUT)
            if is_about and strand.n in hoped:  # it has a section of its own
                continue
            if part == "written" and not is_about:
                part = "followed"
            self._parts.setdefault(part, []).append(place)
        for places in self._parts.values():
            places.sort(key=lambda at: (ends[strands[at].n].day, ends[strands[at].n].at, at))

    def count(self, part: str) -> int:
        """Return how many things a part has."""
        return len(self._parts.get(part, ()))

    def told(self, part: str) -> list[Told]:
        """Return as many things of a part as a page shows, oldest first."""
        return threads.told_at(self.workspace, self._whole, self._parts.get(part, [])[:_MOST])


def labelled(label: str, words: str, room: int, role: str = "text") -> Iterator[PageRow]:
    """Yield a label with words beside it, wrapped; nothing where there are no words."""
    if not words.strip():
        return
    first = f"{label:<{_LABEL}}"
    for line in wrap(words.strip(), max(_FEWEST, room - _LABEL)):
        yield PageRow(((first, "muted"), (line, role)))
        first = " " * _LABEL


def heading(words: str) -> list[PageRow]:
    """Return the heading of a section, with a free line before it."""
    return [PageRow((), stands=False), PageRow(((words, "primary"),), stands=False)]


def _known(workspace: Workspace, thing: Thing[Experience], room: int) -> Iterator[PageRow]:
    value = thing.value
    inside = sessions.in_series(workspace, thing.n)
    if inside is not None:
        words = f"{inside.words}, {inside.series.value.name}"
        yield from labelled("Series", words, room)
        along = sessions.brought_along(workspace, thing.n)
        yield from labelled("Brought along", along, room, "quote")
    known = ", ".join(filter(None, (value.sort, value.setting, value.people)))
    yield from labelled("What and where", known, room)
    yield from labelled("Intention", value.intention, room)
    yield from labelled("To carry on", value.carry, room, "quote")
    yield from labelled("Notes", value.notes, room)
    if afterwards.is_offered_then(workspace, thing):
        words = "one question today, and then your first notes beside the answer"
        yield from labelled("o then and now", words, room, "muted")


def _numbers(workspace: Workspace, thing: Thing[Experience], room: int) -> Iterator[PageRow]:
    """Yield when it lifted and when it faded, in words; the plot above draws the same."""
    lines = sessions.readings(workspace, thing)
    if not lines:
        return
    yield from heading("The day before, and the week after")
    for line in lines:
        yield from labelled(fit(line.label, _LABEL - 1), around.in_words(line), room)


def _marks(workspace: Workspace, thing: Thing[Experience]) -> Iterator[PageRow]:
    marks = sessions.marks(workspace, thing)
    if not marks:
        return
    yield from heading("Marks")
    for mark in marks:
        role = "text" if mark.state in (MarkState.OPEN, MarkState.KEPT) else "muted"
        said = "blank" if mark.state is MarkState.LEFT else str(mark.state)
        parts = ((f"{hours_words(mark.guide):<{_LABEL}}", "muted"), (mark.guide.title, role))
        yield PageRow(parts, ((f"  {said}", role),), mark=mark)


def _fragments(thing: Thing[Experience], below: _Below) -> Iterator[PageRow]:
    if not below.count("pieces"):
        return
    yield from heading("Fragments and notes")
    for one in below.told("pieces"):
        if one.brief is None:
            continue
        if one.is_parked:
            yield PageRow(((" " * _LABEL, "muted"), (one.title, "muted")), brief=one.brief)
            continue
        fragment = below.workspace.fragments.get(one.strand.n)
        when = around.since(fragment.moment.at, thing, fragment.moment.day)
        parts: list[Part] = [(f"{when:<{_LABEL}}", "muted")]
        if fragment.value.breakthrough:
            parts.append(("* ", "sand"))
        parts.append((" ".join(fragment.value.text.split()), "text"))
        right = "a breakthrough" if fragment.value.breakthrough else fragment.value.sense
        yield PageRow(tuple(parts), ((f"  {right}", "muted"),), brief=one.brief, fragment=fragment)
    yield from _rest(below.count("pieces"))


def _section(title: str, below: _Below, part: str) -> Iterator[PageRow]:
    if not below.count(part):
        return
    yield from heading(title)
    today = below.workspace.today
    for one in below.told(part):
        brief = one.brief
        if brief is None:
            continue
        day = dates.short_day(brief.moment.day, today)
        parts: list[Part] = [(f"{day:<{_LABEL}}", "muted"), (one.title, "text")]
        kind = brief.detail if brief.kind is ThingKind.ENTRY else brief.kind.word
        right = ", ".join(filter(None, (kind, *one.facts)))
        yield PageRow(tuple(parts), ((f"  {right}", "muted"),) if right else (), brief=brief)
    yield from _rest(below.count(part))


def _rest(count: int) -> Iterable[PageRow]:
    return [PageRow(((f"and {count - _MOST} more", "muted"),))] if count > _MOST else ()


def _goals(workspace: Workspace, thing: Thing[Experience], room: int) -> Iterator[PageRow]:
    """Yield what the treatment is for, each with its sign and what was written of it since."""
    goals = afterwards.hopes(workspace, thing.n)
    if not goals or thing.moment.day > workspace.today:
        return
    lived = workspace.experiences.all()
    yield from heading("Hoped for")
    briefs = workspace.threads.briefs([goal.n for goal in goals])
    for goal in goals:
        parts = ((" " * _LABEL, "muted"), (goal.value.title, "text"))
        yield PageRow(parts, brief=briefs.get(goal.n))
        yield from labelled("  one would see", goal.value.sign, room, "muted")
        for entry in afterwards.spoken_of(workspace, goal, lived).get(thing.n, ()):
            when = around.since(entry.moment.at, thing, entry.moment.day)
            said = " ".join(entry.value.words.split()) or entry.value.heading
            yield from labelled(f"  {when}", fit(said, room * 2), room)
