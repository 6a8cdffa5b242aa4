"""What lasts longer than a day and is no goal: read for an export, and laid out page by page."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.own_value import OwnValue, in_order
from integrate_tui.core.person import Person
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Brief, Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.exchange import names
from integrate_tui.exchange.days import Ties
from integrate_tui.exchange.minded import (
    Minded,
    boundaries_page,
    care_page,
    series_page,
    themes_page,
    values_page,
)
from integrate_tui.workspace import Workspace

Leaves = Callable[[int, date], bool]
"""Tells whether a thing leaves, by its number and its day."""


@value()
class Laid:
    """A page, and the things on it."""

    name: str
    text: str
    things: Sequence[Thing[Any]]
    ties: Ties


class Lasting:
    """What lasts, as far as it leaves."""

    def __init__(self, workspace: Workspace, leaves: Leaves) -> None:
        """Begin.

        Args:
            workspace: Whose journal to read.
            leaves: Tells which things leave.
        """
        self.workspace = workspace
        self._leaves = leaves

    def pages(self) -> Iterator[Laid]:
        """Yield a page for each kind of which there is anything."""
        if self._series:
            numbers = {thing.n for thing in self._series}
            taken = self.workspace.series.taken()
            sessions: dict[int, list[Thing[Experience]]] = {}
            for experience in self._that_leave(ThingKind.EXPERIENCE):
                if taken.get(experience.n) in numbers:
                    sessions.setdefault(taken[experience.n], []).append(experience)
            ties = self._ties(self._series)
            page = series_page(self._series, sessions, ties)
            yield Laid(names.SERIES, page, self._series, ties)
        if self._values:
            ties = self._ties(self._values)
            yield Laid(names.VALUES, values_page(self._values, ties), self._values, ties)
        if self._boundaries or self._patterns:
            things = _things_of([*self._boundaries, *self._patterns])
            ties = self._ties(things)
            page = boundaries_page(self._boundaries, self._patterns, ties)
            yield Laid(names.BOUNDARIES, page, things, ties)
        if self._people or self._talk:
            both: list[Thing[Any]] = [*self._people, *self._talk]
            ties = self._ties(both)
            yield Laid(names.CARE, care_page(self._people, self._talk, ties), both, ties)
        if self._themes:
            gathered = {theme.n: self._gathered_in(theme.n) for theme in self._themes}
            ties = self._ties(self._themes)
            yield Laid(names.THEMES, themes_page(self._themes, gathered, ties), self._themes, ties)

    def has(self, name: str) -> bool:
        """Tell whether there will be a page of a name."""
        return bool(
            {
                names.SERIES: self._series,
                names.VALUES: self._values,
                names.BOUNDARIES: [*self._boundaries, *self._patterns],
                names.CARE: [*self._people, *self._talk],
                names.THEMES: self._themes,
            }.get(name)
        )

    @cached_property
    def worksheets(self) -> dict[int, list[Thing[Worksheet]]]:
        """The looks at beliefs that leave, by the number of the belief, oldest first."""
        found: dict[int, list[Thing[Worksheet]]] = {}
        for thing in self._that_leave(ThingKind.WORKSHEET):
            found.setdefault(thing.value.of, []).append(thing)
        return found

    @cached_property
    def behind(self) -> dict[int, str]:
        """What each goal is for, by name."""
        targets = self.workspace.links.all_targets(Role.FOR)
        found = {n: self.workspace.journal.brief(target) for n, target in targets.items()}
        return {n: brief.title for n, brief in found.items() if brief is not None}

    @cached_property
    def series_names(self) -> dict[int, str]:
        """The name of the series that each experience belongs to."""
        called = {thing.n: thing.value.name for thing in self.workspace.series.all()}
        return {n: called.get(of, "") for n, of in self.workspace.series.taken().items()}

    @cached_property
    def _series(self) -> list[Thing[Series]]:
        return self._that_leave(ThingKind.SERIES)

    @cached_property
    def _values(self) -> list[Thing[OwnValue]]:
        return in_order(self._that_leave(ThingKind.VALUE))

    @cached_property
    def _boundaries(self) -> list[Minded]:
        return self._minded(ThingKind.BOUNDARY, lambda thing: thing.value.line)

    @cached_property
    def _patterns(self) -> list[Minded]:
        return self._minded(ThingKind.PATTERN, lambda thing: thing.value.title)

    @cached_property
    def _people(self) -> list[Thing[Person]]:
        return self._that_leave(ThingKind.PERSON)

    @cached_property
    def _talk(self) -> list[Thing[KeptLine]]:
        lines = self._that_leave(ThingKind.LINE)
        talk = [line for line in lines if line.value.keep_as == KeepAs.TALK_LIST]
        parked = self.workspace.threads.parked([line.n for line in talk])
        return [line for line in talk if line.n not in parked]

    @cached_property
    def _themes(self) -> list[Thing[Theme]]:
        return self._that_leave(ThingKind.THEME)

    def _minded(self, kind: ThingKind, name: Callable[[Thing[Any]], str]) -> list[Minded]:
        """Return the boundaries or patterns that leave, and those of which an occasion does."""
        own = {thing.n: thing for thing in self.workspace.shelf(kind).all()}
        occasions: dict[int, list[Thing[Any]]] = {}
        for occasion in self._that_leave(ThingKind.OCCASION):
            occasions.setdefault(occasion.value.of, []).append(occasion)
        return [
            Minded(name(thing), thing if self._leaves(n, thing.moment.day) else None, said)
            for n, thing in own.items()
            if (said := occasions.get(n, [])) or self._leaves(n, thing.moment.day)
        ]

    def _gathered_in(self, theme: int) -> list[Brief]:
        """Return what a theme gathers, by date; what is parked in a container stays."""
        numbers = self.workspace.links.sources(theme, Role.IN)
        parked = self.workspace.threads.parked(numbers)
        found = map(self.workspace.journal.brief, (n for n in numbers if n not in parked))
        leaving = [
            brief
            for brief in found
            if brief is not None and self._leaves(brief.n, brief.moment.day)
        ]
        return sorted(leaving, key=lambda brief: (brief.moment.day, brief.n))

    def _that_leave(self, kind: ThingKind) -> list[Thing[Any]]:
        things: list[Thing[Any]] = self.workspace.shelf(kind).all()
        return [thing for thing in things if self._leaves(thing.n, thing.moment.day)]

    def _ties(self, things: Sequence[Thing[Any]]) -> Ties:
        return Ties(tags=self.workspace.tags.of_many([thing.n for thing in things]))


def _things_of(minded: Sequence[Minded]) -> list[Thing[Any]]:
    """Return boundaries and patterns with their occasions."""
    return [
        thing for each in minded for thing in (each.thing, *each.occasions) if thing is not None
    ]
