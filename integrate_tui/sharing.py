"""What is handed to a coach or a therapist, gathered from a journal: the same for preview and page.

What is shown before is exactly what is written then; the rules of what may be in it are in
`core.share`. What came from a page that stays, through any number of steps, stays with it, even if
the page itself lies in the trash by now.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from integrate_tui import looking_back
from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.dates import short_day
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import GoalSort, GoalState, GoalStep, StepState
from integrate_tui.core.insight import LineState
from integrate_tui.core.loop import PatternState
from integrate_tui.core.occasion import tally, tally_words
from integrate_tui.core.own_value import ValuePlace, in_order
from integrate_tui.core.pieces import Guide, KeepAs
from integrate_tui.core.practice import STRIP_DAYS, PracticeState, strip, strip_words
from integrate_tui.core.review import exercise_words
from integrate_tui.core.search import Query
from integrate_tui.core.share import (
    PRIVATE_TAG,
    Part,
    Profile,
    is_difficult,
    without_scales,
)
from integrate_tui.core.spans import Span, SpanName
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.exchange import names, shared
from integrate_tui.exchange.files import write_file
from integrate_tui.exchange.markdown import full_day
from integrate_tui.exchange.shared import Handed, Piece
from integrate_tui.safekeeping import taken_out
from integrate_tui.workspace import Workspace

T = TypeVar("T")

LATELY = 28
"""Days over which numbers, pages and notes are handed on where nothing else is asked for."""
_OF_COACH, _OF_THERAPIST = ("coach",), ("therapist", "")
_MASKED = ("People",)
"""What is known of an experience and is about others."""


class Sharing:
    """What of a journal is handed to somebody of a role."""

    def __init__(
        self,
        workspace: Workspace,
        profile: Profile,
        parts: Sequence[Part],
        query: Query | None = None,
        without: Iterable[int] = (),
    ) -> None:
        """Begin.

        Args:
            workspace: Whose journal to read.
            profile: For whom it is.
            parts: What of it, as `core.share.parts_of` gives it.
            query: What narrows it down.
            without: The numbers of things that are left out.
        """
        self.workspace = workspace
        self.profile = profile
        self.parts = tuple(parts)
        self._query = query or Query()
        self._without = frozenset(without)
        self.withheld = 0
        """How many things stay by the rules for somebody of this role, once it was gathered."""

    @cached_property
    def handed(self) -> tuple[Handed, ...]:
        """The parts that have anything, with their pieces."""
        ways: dict[Part, Callable[[], Iterable[Piece]]] = {
            Part.TALK: self._talk,
            Part.GOALS: self._goals,
            Part.STEPS: self._steps,
            Part.PRACTICES: self._practices,
            Part.VALUES: self._values,
            Part.BOUNDARIES: self._boundaries,
            Part.PATTERNS: self._patterns,
            Part.INSIGHTS: self._insights,
            Part.EXPERIENCES: self._experiences,
            Part.PAGES: self._pages,
            Part.NOTES: self._notes,
            Part.BELIEFS: self._beliefs,
            Part.NUMBERS: self._numbers,
            Part.EXERCISES: self._exercises,
            Part.MEASURES: lambda: self._measures(with_answers=False),
            Part.ANSWERS: lambda: self._measures(with_answers=True),
            Part.PARKED: self._parked,
        }
        found = (Handed(part, tuple(ways[part]())) for part in self.parts)
        return tuple(handed for handed in found if handed.pieces)

    @property
    def page(self) -> str:
        """The page as Markdown."""
        return shared.page(self.profile, self.handed, self.workspace.today)

    def write(self, target: Path, *, force: bool = False) -> bool:
        """Write the page into a file for its owner alone; tell whether it says something new.

        Raises:
            UsageError: The file does not end in .md.
            ExportError: It cannot be written, or something else lies in its place.
        """
        if not names.is_one_file(target):
            raise UsageError(
                "A page to hand on goes into one file.",
                "Nothing was written.",
                f"Give it a name that ends in .md, as for-my-{self.profile.role}.md.",
            )
        is_new = write_file(target, [self.page], force=force)
        taken_out.note(self.workspace, taken_out.Left.EXPORT, target)
        return is_new

    # What may leave

    @cached_property
    def _chosen(self) -> frozenset[int] | None:
        """What the query leaves, None where that is everything."""
        if self._query.is_empty:
            return None
        return frozenset(self.workspace.journal.numbers(self._query))

    def _closed_among(self, numbers: Sequence[int]) -> set[int]:
        """Return those of some things that nobody of this role is handed."""
        workspace = self.workspace
        tags = workspace.tags.of_many(numbers)
        closed = {n for n in numbers if PRIVATE_TAG in tags.get(n, ())}
        if self.profile.is_clinical:
            return closed
        closed |= workspace.threads.parked(numbers)
        for n, end in workspace.threads.ends(numbers).items():
            if end.is_erased:  # nobody knows any more what it was
                closed.add(n)
                continue
            match end.kind:
                case ThingKind.ENTRY:
                    entry = workspace.entries.get(n).value
                    is_closed = is_difficult(entry, tags.get(n, ()), self._guide_tags(entry.guide))
                case ThingKind.GOAL:
                    is_closed = workspace.goals.get(n).value.sort is GoalSort.TREATMENT
                case ThingKind.BOUNDARY:
                    is_closed = workspace.boundaries.get(n).value.not_safe
                case _:
                    is_closed = False
            closed |= {n} if is_closed else set()
        return closed

    def _guide_tags(self, id: str) -> tuple[str, ...]:
        guide = self.workspace.packs.by_id(Guide, id) if id else None
        return tuple(guide.tags) if guide else ()

    def _open(self, things: Iterable[Thing[Any]]) -> list[Thing[Any]]:
        """Return those of some things that are handed on, and count those that stay by rule."""
        asked = [
            thing
            for thing in things
            if thing.n not in self._without and (self._chosen is None or thing.n in self._chosen)
        ]
        stays = self._stays([thing.n for thing in asked])
        self.withheld += len(stays)
        return [thing for thing in asked if thing.n not in stays]

    def _stays(self, numbers: Sequence[int]) -> set[int]:
        """Return those of some things that are closed, or came from what is."""
        roots = {n: {n} for n in numbers}
        seen, ahead = set(numbers), list(numbers)
        roles = [Role.CAME_FROM, *([] if self.profile.is_clinical else [Role.PART_OF])]
        behind: dict[int, list[int]] = {}
        while ahead:
            targets = self.workspace.links.origins(ahead, roles)
            behind |= targets
            ahead = sorted({n for found in targets.values() for n in found} - seen)
            seen.update(ahead)
        for reach in roots.values():
            todo = list(reach)
            while todo:
                for n in behind.get(todo.pop(), ()):
                    if n not in reach:
                        reach.add(n)
                        todo.append(n)
        closed = self._closed_among(sorted(seen))
        return {n for n, reach in roots.items() if not closed.isdisjoint(reach)}

    # The parts

    def _talk(self) -> Iterable[Piece]:
        roles = _OF_THERAPIST if self.profile.is_clinical else _OF_COACH
        lines = self.workspace.lines.waiting([str(KeepAs.TALK_LIST)])
        for line in self._open(line for line in lines if line.value.role in roles):
            yield shared.line_of(line, line.value.line, line.value.more)

    def _goals(self) -> Iterable[Piece]:
        goals = self.workspace.goals.all()
        for goal in self._open(g for g in goals if g.value.state is not GoalState.LET_GO):
            yield shared.piece_of(goal, goal.value.title)

    def _steps(self) -> Iterable[Piece]:
        since = self.workspace.today - timedelta(days=LATELY)

        def is_told(step: GoalStep) -> bool:
            is_done = step.state is StepState.DONE and step.done is not None
            return step.state is StepState.OPEN or (is_done and (step.done or since) > since)

        for step in self._open(s for s in self.workspace.steps.all() if is_told(s.value)):
            done = f", done on {full_day(step.value.done)}" if step.value.done else ""
            due = f", by {full_day(step.value.due)}" if step.value.due and not done else ""
            yield shared.line_of(step, f"{step.value.title}{done or due}")

    def _practices(self) -> Iterable[Piece]:
        today = self.workspace.today
        states = self.workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today)
        kept = (p for p in self.workspace.practices.all() if _is_kept(p.value.state))
        for one in self._open(kept):
            days = strip_words(strip(states.get(one.n, {}), today, one.moment.day))
            yield shared.piece_of(one, one.value.title, went=days)

    def _values(self) -> Iterable[Piece]:
        for one in self._open(in_order(self.workspace.values.all())):
            if one.value.place is not ValuePlace.ASIDE:
                yield shared.line_of(one, one.value.name, one.value.meaning)

    def _boundaries(self) -> Iterable[Piece]:
        kept = self.workspace.boundaries.all()
        for one in self._open(b for b in kept if b.value.state is not BoundaryState.LET_GO):
            yield shared.piece_of(one, one.value.line, went=self._went(one))

    def _patterns(self) -> Iterable[Piece]:
        kept = self.workspace.patterns.all()
        for one in self._open(p for p in kept if p.value.state is not PatternState.LET_GO):
            yield shared.piece_of(one, one.value.title, went=self._went(one))

    def _went(self, one: Thing[Any]) -> str:
        if getattr(one.value, "not_safe", False):
            return ""
        return tally_words(tally(each.value for each in self.workspace.occasions.of(one.n)))

    def _insights(self) -> Iterable[Piece]:
        for one in self._open(self.workspace.insights.all()):
            yield shared.piece_of(one, one.value.line, ("Looked at again",), text=one.value.more)

    def _experiences(self) -> Iterable[Piece]:
        lived = self.workspace.experiences.all()
        for one in self._open(e for e in lived if e.moment.day <= self.workspace.today):
            value: Experience = replace(one.value, notes="")
            day = full_day(one.moment.day)
            yield shared.piece_of(replace(one, value=value), value.heading, _MASKED, went=day)

    def _pages(self) -> Iterable[Piece]:
        for one in self._open(self._lately(self.workspace.entries.between)):
            is_whole = self.profile.is_clinical
            yield shared.page_of(one if is_whole else replace(one, value=without_scales(one.value)))

    def _notes(self) -> Iterable[Piece]:
        notes = self._lately(self.workspace.fragments.between)
        parked = self.workspace.threads.parked([note.n for note in notes])
        for one in self._open(note for note in notes if note.n not in parked):
            yield shared.note_of(one, one.value.text)

    def _beliefs(self) -> Iterable[Piece]:
        insights = self.workspace.insights.all()
        called = {one.n: one.value.line for one in insights}
        looks = (look for look in self.workspace.worksheets.all() if look.value.of in called)
        for look in self._open(looks):
            title = f"{called[look.value.of]}, {full_day(look.moment.day)}"
            yield shared.piece_of(look, title)

    def _numbers(self) -> Iterable[Piece]:
        span, today = self._span, self.workspace.today
        for strand in looking_back.strands(self.workspace, span):
            if strand.numbers:
                since = short_day(span.first, today)
                yield Piece(f"{strand.title}, since {since}: {strand.numbers.words}")

    def _exercises(self) -> Iterable[Piece]:
        for one in looking_back.exercises(self.workspace, self._span):
            yield Piece(f"{one.title}: {exercise_words(one)}")

    def _measures(self, *, with_answers: bool) -> Iterable[Piece]:
        for one in self._open(self.workspace.results.all()):
            yield shared.measure_of(one, with_answers=with_answers)

    def _lately(self, between: Callable[[date, date], list[Thing[T]]]) -> list[Thing[T]]:
        """Return what was written in the last weeks, or in the days that were asked for."""
        is_narrowed = not self._query.is_empty and self._query.since is None
        return between(date.min if is_narrowed else self._span.first, self._span.last)

    def _parked(self) -> Iterable[Piece]:
        for line in self.workspace.lines.waiting([str(KeepAs.CONTAINER)]):
            if line.n not in self._without and line.value.state is LineState.OPEN:
                yield shared.line_of(line, line.value.line)

    @property
    def _span(self) -> Span:
        last = min(self._query.until or self.workspace.today, self.workspace.today)
        first = self._query.since or date.fromordinal(max(1, last.toordinal() - LATELY + 1))
        return Span(SpanName.GIVEN, min(first, last), last)


def _is_kept(state: PracticeState) -> bool:
    return state is not PracticeState.RETIRED
