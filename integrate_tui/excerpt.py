"""What of a journal leaves, read a little at a time and laid out page by page.

A whole life, a range of its days, or what a query leaves of either. What was parked in a container
is out of sight until its day, and stays.
"""

from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.practice import STRIP_DAYS, Practice, strip
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.exchange import front_matter, names
from integrate_tui.exchange.days import Day, Ties, Written, day_page, days_of
from integrate_tui.exchange.files import Page
from integrate_tui.exchange.gathered import (
    Aim,
    Story,
    Strips,
    experience_page,
    goals_page,
    insights_page,
)
from integrate_tui.exchange.summary import Contents
from integrate_tui.lasting import Lasting
from integrate_tui.workspace import Workspace

T = TypeVar("T")

Chosen = Mapping[int, tuple[ThingKind, date]]
"""The numbers of things that leave, each with its kind and its day."""

Progress = Callable[[int, int], None]
"""Told how many things are done, of how many."""

_IN_DAYS = (
    ThingKind.ENTRY,
    ThingKind.CHECK_IN,
    ThingKind.FRAGMENT,
    ThingKind.SITTING,
    ThingKind.RESULT,
    ThingKind.INSIGHT,
    ThingKind.LINE,
    ThingKind.TICK,
)
"""The kinds that a day's page is made of."""


class Excerpt:
    """What of a journal leaves."""

    def __init__(
        self, workspace: Workspace, query: Query, *, with_front_matter: bool = False
    ) -> None:
        """Begin.

        Args:
            workspace: Whose journal to read.
            query: What leaves; everything where it is empty.
            with_front_matter: Whether each page begins with what a program may read of it.
        """
        self.workspace = workspace
        self.first = query.since or date.min
        self.last = query.until or date.max
        self.days_read = 0
        self._query = replace(query, since=None, until=None)
        self._with_front_matter = with_front_matter
        self._last_read = date.min

    @cached_property
    def contents(self) -> Contents:
        """How much there is."""
        if self._chosen is None:
            return Contents(self.workspace.journal.census(self.first, self.last))
        within = (kind for kind, day in self._chosen.values() if self.first <= day <= self.last)
        return Contents(Counter(within))

    def pages(self, progress: Progress, *, linked: bool) -> Iterator[Page]:
        """Yield everything page by page: the days, the experiences, the goals and the rest.

        Args:
            progress: Told how many things were read.
            linked: Whether pages may point to each other as files.
        """
        done, total = 0, sum(self.contents.counts.get(kind, 0) for kind in _IN_DAYS)
        for day in self.days(self.first, self.last):
            self.days_read += 1
            self._last_read = day.day
            yield self._page(names.of_day(day.day), day_page(day), front_matter.of_day(day))
            done += day.size
            progress(done, total)
        for name, experience in self._experiences.items():
            story = Story(experience, self._days_about(experience))
            ties = replace(self._ties([experience.n]), series=self._lasting.series_names)
            page = experience_page(story, ties, linked=linked)
            yield self._page(name, page, front_matter.of_experience(experience, ties))
        if self._aims:
            things: list[Thing[Any]] = [
                thing
                for aim in self._aims
                for thing in (aim.goal, *aim.steps, *aim.practices)
                if thing
            ]
            ties = replace(self._ties([thing.n for thing in things]), behind=self._lasting.behind)
            last = max(self._last_read, *(thing.moment.day for thing in things))
            page = goals_page(self._aims, self._strips(last), ties)
            yield self._page(names.GOALS, page, front_matter.of_all(things, ties))
        yield from self._insights()
        for laid in self._lasting.pages():
            yield self._page(laid.name, laid.text, front_matter.of_all(laid.things, laid.ties))

    def _insights(self) -> Iterator[Page]:
        """Yield the page of insights with the looks at them, if there is any of either."""
        insights = self._kept(self.workspace.insights.between(self.first, self.last))
        looks = self._lasting.worksheets
        numbers = [insight.n for insight in insights]
        others = {n: self._line_of(n) for n in looks if n not in numbers}
        if not (insights or looks):
            return
        ties = self._ties(numbers, numbers)
        page = insights_page(insights, ties, looks, others)
        things: list[Thing[Any]] = [*insights, *(look for each in looks.values() for look in each)]
        yield self._page(names.INSIGHTS, page, front_matter.of_all(things, ties))

    def _line_of(self, n: int) -> str:
        found = self.workspace.journal.brief(n)
        return found.title if found else "A belief"

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
            return ThingKind.INSIGHT in self.contents.counts or bool(self._lasting.worksheets)
        if name in names.GATHERED:
            return self._lasting.has(name)
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
    def _chosen(self) -> Chosen | None:
        """What the query leaves on any day, None where that is everything."""
        return None if self._query.is_empty else self.workspace.journal.numbers(self._query)

    @cached_property
    def _chosen_days(self) -> list[date]:
        """The days that have anything of what was chosen, oldest first."""
        chosen = (self._chosen or {}).values()
        return sorted({day for kind, day in chosen if kind in _IN_DAYS})

    def _kept(self, things: Iterable[Thing[T]]) -> list[Thing[T]]:
        """Return those of some things that leave."""
        return [thing for thing in things if self._chosen is None or thing.n in self._chosen]

    def _in_sight(self, things: Sequence[Thing[T]]) -> list[Thing[T]]:
        """Return those of some things that are not parked."""
        parked = self.workspace.threads.parked([thing.n for thing in things])
        return [thing for thing in things if thing.n not in parked]

    @cached_property
    def _lasting(self) -> Lasting:
        """What lasts and is neither an experience, a goal nor an insight."""
        return Lasting(self.workspace, self._leaves)

    def _leaves(self, n: int, day: date) -> bool:
        is_chosen = self._chosen is None or n in self._chosen
        return is_chosen and self.first <= day <= self.last

    def _page(self, name: str, text: str, matter: str) -> Page:
        return Page(name, matter + text if self._with_front_matter else text)

    def _days_about(self, experience: Thing[Experience]) -> list[date]:
        """Return the days of the range on which something that leaves was about an experience."""
        days = self.workspace.links.days_of_sources(experience.n, Role.ABOUT, self._chosen)
        return [day for day in days if self.first <= day <= self.last]

    @cached_property
    def _experiences(self) -> dict[str, Thing[Experience]]:
        """The experiences of the range, by the names of their files."""
        return {
            names.of_experience(thing.n, thing.moment.day, thing.value.name): thing
            for thing in self._kept(self.workspace.experiences.between(self.first, self.last))
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
        for step in self._kept(self.workspace.steps.all()):
            if step.value.state is StepState.DONE and step.value.done:
                done.setdefault(step.value.done, []).append(step)
        return dict(sorted(done.items()))

    @cached_property
    def _aims(self) -> list[Aim]:
        """The goals of the range with what is part of them, and what is part of none of them."""
        workspace = self.workspace
        goals = self._kept(workspace.goals.between(self.first, self.last))
        steps = self._kept(workspace.steps.between(self.first, self.last))
        practices = self._kept(workspace.practices.between(self.first, self.last))
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
        return {n: thing.value.title for n, thing in self._practices.items()}

    @cached_property
    def _practices(self) -> dict[int, Thing[Practice]]:
        return {thing.n: thing for thing in self.workspace.practices.all()}

    def _next_day(self, first: date) -> date | None:
        """Return the first day from `first` on that has anything."""
        if self._chosen is None:
            kinds = [kind for kind in _IN_DAYS if kind in self.contents.counts]
            written = self.workspace.journal.next_day(first, kinds)
        else:
            written = next(iter(self._chosen_days[bisect_left(self._chosen_days, first) :]), None)
        done = next((day for day in self._done_on if day >= first), None)
        return min((day for day in (written, done) if day), default=None)

    def _month(self, first: date, last: date) -> Iterator[Day]:
        """Yield the days of a range, read with a handful of queries."""
        workspace, counts = self.workspace, self.contents.counts

        def read(
            kind: ThingKind, between: Callable[[date, date], list[Thing[T]]]
        ) -> list[Thing[T]]:
            return self._kept(between(first, last)) if kind in counts else []

        written: list[Written] = [
            *read(ThingKind.ENTRY, workspace.entries.between),
            *read(ThingKind.CHECK_IN, workspace.checkins.between),
            *self._in_sight(read(ThingKind.FRAGMENT, workspace.fragments.between)),
            *read(ThingKind.SITTING, workspace.sittings.between),
            *read(ThingKind.RESULT, workspace.results.between),
        ]
        insights = read(ThingKind.INSIGHT, workspace.insights.between)
        lines = self._in_sight(read(ThingKind.LINE, workspace.lines.between))
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
        about = links.all_targets_of_many(numbers, Role.ABOUT)
        return Ties(
            tags=self.workspace.tags.of_many(sorted({*numbers, *taken})),
            about={
                n: [called[target] for target in targets if target in called]
                for n, targets in about.items()
            },
            origins=links.targets_of_many(taken, Role.CAME_FROM),
            practices=self._practice_names,
        )

    def _strips(self, last: date) -> Strips:
        """Return how practices went over the last days of the range, up to `last`."""
        days = min(STRIP_DAYS, (last - self.first).days + 1)
        states = self.workspace.ticks.states(last - timedelta(days=days - 1), last)
        strips = {
            n: strip(states.get(n, {}), last, thing.moment.day, days)
            for n, thing in self._practices.items()
            if thing.moment.day <= last or n in states
        }
        return Strips(last, strips, days)
