"""Taking everything along: a whole life, or a range of its days, as Markdown.

What belongs to a day of the range leaves, and nothing else: a goal, an experience or an insight
from another day stays, even where something that leaves refers to it by name. Steps and practices
stand beside their goal, or by themselves where it stays; a step also shows on the day it was done.
What lies in the trash stays. A life is read a month at a time, and as it was when the export began.

The same journal gives the same files, whenever it is exported: how practices went is told for the
days up to the last one that has anything, not up to today.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.practice import STRIP_DAYS, strip
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.exchange import names
from integrate_tui.exchange.days import Day, Ties, Written, day_page, days_of
from integrate_tui.exchange.files import Folder, Page, in_the_way, write_file
from integrate_tui.exchange.gathered import (
    Aim,
    Story,
    Strips,
    experience_page,
    goals_page,
    insights_page,
)
from integrate_tui.exchange.sealed import Found
from integrate_tui.exchange.summary import Contents, Exported
from integrate_tui.workspace import Workspace

T = TypeVar("T")

CAUTION = (
    "An export is plain text, outside the protection of your journal: whoever can open it can read"
    " it. What you hand to a clinician may become part of a record."
)
"""What to say before anything leaves."""

Progress = Callable[[int, int], None]
"""Told how many things are done, of how many."""

_IN_DAYS = (
    ThingKind.ENTRY,
    ThingKind.CHECK_IN,
    ThingKind.FRAGMENT,
    ThingKind.SITTING,
    ThingKind.INSIGHT,
    ThingKind.LINE,
    ThingKind.TICK,
)
"""The kinds that a day's page is made of."""


def what_leaves(
    workspace: Workspace, *, since: date | None = None, until: date | None = None
) -> Contents:
    """Return what an export of a range of days will hold, to be said before it is made."""
    return _Life(workspace, since, until).contents


def markdown_stream(
    workspace: Workspace,
    *,
    since: date | None = None,
    until: date | None = None,
    progress: Progress | None = None,
) -> Iterator[str]:
    """Yield a range of days as Markdown, page by page.

    Args:
        workspace: Whose journal to read; nothing can be kept in it until the last page is read.
        since: The first day; from the beginning where none is given.
        until: The last day, included; up to the end where none is given.
        progress: Told how far it is.
    """
    life = _Life(workspace, since, until)
    with workspace.journal.steady():
        for page in life.pages(progress or _silent, linked=False):
            yield page.text


def export_markdown(
    workspace: Workspace,
    target: Path,
    *,
    since: date | None = None,
    until: date | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Write a range of days as Markdown: into one file if the name ends in `.md`, else a folder.

    Where there is nothing to export, nothing is written.

    Args:
        workspace: Whose journal to read; nothing can be kept in it meanwhile.
        target: A folder, which need not be there yet, or a file.
        since: The first day; from the beginning where none is given.
        until: The last day, included; up to the end where none is given.
        force: Whether files are written over that are not as an export left them.
        progress: Told how far it is.

    Raises:
        ExportError: It cannot be written there, or something else is in the way.
    """
    life = _Life(workspace, since, until)
    write = _write_one if names.is_one_file(target) else _write_folder
    with workspace.journal.steady():
        return write(life, target, progress or _silent, force=force)


def _write_one(life: "_Life", target: Path, progress: Progress, *, force: bool) -> Exported:
    pages = (page.text for page in life.pages(progress, linked=False))
    first = next(pages, None)
    if first is None:
        return Exported(life.contents, 0, 0, 0)
    is_new = write_file(target, chain((first,), pages), force=force)
    return Exported(life.contents, life.days_read, int(is_new), int(not is_new))


def _write_folder(life: "_Life", target: Path, progress: Progress, *, force: bool) -> Exported:
    counts = {True: 0, False: 0}
    with Folder(target, force=force) as folder:
        lying = folder.contents()
        _check(life, lying, force=force)
        for page in life.pages(progress, linked=True):
            counts[folder.put(page)] += 1
            lying.pop(page.name, None)
        folder.finish()
    left = sum(found.is_sealed and life.covers(name) for name, found in lying.items())
    return Exported(life.contents, life.days_read, counts[True], counts[False], left)


def _check(life: "_Life", lying: Mapping[str, Found], *, force: bool) -> None:
    """Refuse before anything is written, if anything is in the way of what will be."""
    blocking = {
        name: found
        for name, found in lying.items()
        if not found.gives_way(force=force) and life.has(name)
    }
    if blocking:
        raise in_the_way(blocking)


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


class _Life:
    """A range of days of a journal, read a little at a time."""

    def __init__(self, workspace: Workspace, since: date | None, until: date | None) -> None:
        self.workspace = workspace
        self.first = since or date.min
        self.last = until or date.max
        self.days_read = 0
        self._last_read = date.min

    @cached_property
    def contents(self) -> Contents:
        """How much there is."""
        return Contents(self.workspace.journal.census(self.first, self.last))

    def pages(self, progress: Progress, *, linked: bool) -> Iterator[Page]:
        """Yield everything page by page: the days, the experiences, the goals, the insights.

        Args:
            progress: Told how many things were read.
            linked: Whether pages may point to each other as files.
        """
        done, total = 0, sum(self.contents.counts.get(kind, 0) for kind in _IN_DAYS)
        for day in self.days(self.first, self.last):
            self.days_read += 1
            self._last_read = day.day
            yield Page(names.of_day(day.day), day_page(day))
            done += day.size
            progress(done, total)
        for name, experience in self._experiences.items():
            days = self.workspace.links.days_of_sources(experience.n, Role.ABOUT)
            story = Story(experience, [day for day in days if self.first <= day <= self.last])
            yield Page(name, experience_page(story, self._ties([experience.n]), linked=linked))
        if self._aims:
            things: list[Thing[Any]] = [
                thing
                for aim in self._aims
                for thing in (aim.goal, *aim.steps, *aim.practices)
                if thing
            ]
            ties = self._ties([thing.n for thing in things])
            last = max(self._last_read, *(thing.moment.day for thing in things))
            yield Page(names.GOALS, goals_page(self._aims, self._strips(last), ties))
        if insights := self.workspace.insights.between(self.first, self.last):
            numbers = [insight.n for insight in insights]
            yield Page(names.INSIGHTS, insights_page(insights, self._ties(numbers, numbers)))

    def days(self, first: date, last: date) -> Iterator[Day]:
        """Yield the days of a range that have anything, a month of them read at a time."""
        while (found := self._next_day(first)) and found <= last:
            end = min(last, found.replace(day=monthrange(found.year, found.month)[1]))
            yield from self._month(found, end)
            if end == date.max:
                return
            first = end + timedelta(days=1)

    def has(self, name: str) -> bool:
        """Tell whether something will be written under a name, or in the folder of that name."""
        if name == names.GOALS:
            return bool(self._aims)
        if name == names.INSIGHTS:
            return ThingKind.INSIGHT in self.contents.counts
        if name == names.EXPERIENCES:
            return bool(self._experiences)
        if name.startswith(names.EXPERIENCES):
            return name in self._experiences
        first, last = names.days_of(name) or (date.max, date.min)
        return any(self.days(max(first, self.first), min(last, self.last)))

    def covers(self, name: str) -> bool:
        """Tell whether what a name stands for belongs to the range, whatever there is in it."""
        first, last = names.days_of(name) or (self.first, self.last)
        return first <= self.last and self.first <= last

    @cached_property
    def _experiences(self) -> dict[str, Thing[Experience]]:
        """The experiences of the range, by the names of their files."""
        return {
            names.of_experience(thing.n, thing.moment.day, thing.value.name): thing
            for thing in self.workspace.experiences.between(self.first, self.last)
        }

    @cached_property
    def _lived_on(self) -> dict[date, list[str]]:
        """What the experiences of the range are called, by their day."""
        lived: dict[date, list[str]] = {}
        for thing in self._experiences.values():
            lived.setdefault(thing.moment.day, []).append(thing.value.heading)
        return lived

    @cached_property
    def _done_on(self) -> dict[date, list[Thing[GoalStep]]]:
        """The steps that were done, by the day, earliest first."""
        done: dict[date, list[Thing[GoalStep]]] = {}
        for step in self.workspace.steps.all():
            if step.value.state is StepState.DONE and step.value.done:
                done.setdefault(step.value.done, []).append(step)
        return dict(sorted(done.items()))

    @cached_property
    def _aims(self) -> list[Aim]:
        """The goals of the range with what is part of them, and what is part of none of them."""
        workspace = self.workspace
        goals = workspace.goals.between(self.first, self.last)
        steps = workspace.steps.between(self.first, self.last)
        practices = workspace.practices.between(self.first, self.last)
        numbers = [*(step.n for step in steps), *(practice.n for practice in practices)]
        part_of = workspace.links.targets_of_many(numbers, Role.PART_OF)
        here = {goal.n: goal for goal in goals}

        def belonging(goal: Thing[Goal] | None) -> Aim:
            return Aim(
                goal,
                [step for step in steps if here.get(part_of.get(step.n, 0)) is goal],
                [each for each in practices if here.get(part_of.get(each.n, 0)) is goal],
            )

        loose = belonging(None)
        return [*map(belonging, goals), *([loose] if loose.steps or loose.practices else [])]

    @cached_property
    def _experience_names(self) -> dict[int, str]:
        return {thing.n: thing.value.heading for thing in self.workspace.experiences.all()}

    @cached_property
    def _practice_names(self) -> dict[int, str]:
        return {thing.n: thing.value.title for thing in self.workspace.practices.all()}

    def _next_day(self, first: date) -> date | None:
        """Return the first day from `first` on that has anything."""
        kinds = [kind for kind in _IN_DAYS if kind in self.contents.counts]
        written = self.workspace.journal.next_day(first, kinds)
        done = next((day for day in self._done_on if day >= first), None)
        return min((day for day in (written, done) if day), default=None)

    def _month(self, first: date, last: date) -> Iterator[Day]:
        """Yield the days of a range, read with a handful of queries."""
        workspace, counts = self.workspace, self.contents.counts

        def read(kind: ThingKind, between: Callable[[date, date], list[T]]) -> list[T]:
            return between(first, last) if kind in counts else []

        written: list[Written] = [
            *read(ThingKind.ENTRY, workspace.entries.between),
            *read(ThingKind.CHECK_IN, workspace.checkins.between),
            *read(ThingKind.FRAGMENT, workspace.fragments.between),
            *read(ThingKind.SITTING, workspace.sittings.between),
        ]
        insights = read(ThingKind.INSIGHT, workspace.insights.between)
        lines = read(ThingKind.LINE, workspace.lines.between)
        taken = [*(insight.n for insight in insights), *(line.n for line in lines)]
        return days_of(
            written=written,
            insights=insights,
            lines=lines,
            ticks=read(ThingKind.TICK, workspace.ticks.between),
            steps={day: done for day, done in self._done_on.items() if first <= day <= last},
            experiences=self._lived_on,
            ties=self._ties([thing.n for thing in written], taken),
        )

    def _ties(self, numbers: list[int], taken: Sequence[int] = ()) -> Ties:
        """Return what things are tied to.

        Args:
            numbers: Their numbers.
            taken: The numbers of those that may have come from an entry.
        """
        links, called = self.workspace.links, self._experience_names
        about = links.targets_of_many(numbers, Role.ABOUT)
        return Ties(
            tags=self.workspace.tags.of_many(numbers),
            about={n: called[target] for n, target in about.items() if target in called},
            origins=links.targets_of_many(taken, Role.CAME_FROM),
            practices=self._practice_names,
        )

    def _strips(self, last: date) -> Strips:
        """Return how practices went over the last days of the range, up to `last`."""
        days = min(STRIP_DAYS, (last - self.first).days + 1)
        states = self.workspace.ticks.states(last - timedelta(days=days - 1), last)
        strips = {n: strip(states.get(n, {}), last, days) for n in self._practice_names}
        return Strips(last, strips)
