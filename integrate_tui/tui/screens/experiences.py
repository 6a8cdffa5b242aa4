"""Experiences: what was lived through, with its day and its intention."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import sessions
from integrate_tui.core import dates
from integrate_tui.core.experience import Experience
from integrate_tui.core.marks import ExperienceMark, MarkState, hours_words
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.experience_forms import (
    begin_experience,
    change_experience,
    choose_series,
    new_series,
    write_mark,
)
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_DAY_WIDTH = 13
_SOON = 14
"""Days ahead up to which it is said how far off something is; its date says it beyond."""


class ExperiencesPlace(Place):
    """What was lived through."""

    MODE = "experiences"
    AUTO_FOCUS = "#rows"
    HELP = "What you are integrating. A code word or an empty name is fine."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="experiences.add"),
        Binding("e", "edit", "Edit", id="experiences.edit"),
        Binding(
            "m",
            "marks",
            "Marks",
            id="experiences.marks",
            tooltip="The short guides that belong to the hours and days after it.",
        ),
        Binding(
            "s",
            "series",
            "Series",
            id="experiences.series",
            tooltip="Sessions that belong together, and their dates.",
        ),
        Binding("x", "delete", "Delete", id="experiences.delete", tooltip="Into the trash."),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Thing[Experience]]] = getters.query_one("#rows", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._called: dict[int, str] = {}
        """What each is called in its series, by its number."""
        self._is_new = True

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="place-heading")
        yield Rows[Thing[Experience]](
            self._draw,
            key=_number,
            row_height=3,
            indent=4,
            id="rows",
            empty="Nothing here yet. a adds one, past or planned.",
        )

    def reload(self) -> None:
        """Read them anew, the latest first."""
        experiences = list(reversed(self.workspace.experiences.all()))
        self._called = sessions.all_called(self.workspace)
        self.rows.show_anew(Listed(experiences))
        if self._is_new and experiences:
            self._is_new = False
            self.call_after_refresh(self.rows.begin_at, _nearest(experiences, self.workspace.today))
        words = counted(len(experiences), "experience") if experiences else ""
        self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])
        self.refresh_bindings()

    def _draw(self, thing: Thing[Experience], above: Thing[Experience] | None, width: int) -> Look:
        value, today = thing.value, self.workspace.today
        day = dates.short_day(thing.moment.day, today)
        away = dates.days_between(thing.moment.day, today)
        when = f"day {away}" if away >= 0 else "planned"
        if -_SOON < away < 0:
            when = dates.ahead(thing.moment.day, today)
        sort = value.sort if value.sort != value.heading else ""  # it is said above already
        known = [sort, value.setting, value.people, value.intention]
        facts = [self._called.get(thing.n, ""), *known]
        written = len(self.workspace.links.sources(thing.n, Role.ABOUT))
        if written:
            facts.append(f"{written} kept about it")
        facts += [
            f"mark at {hours_words(mark.guide)} {mark.state}"
            for mark in self._marks_of(thing)
            if mark.state is MarkState.OPEN
        ]
        under = " \u00b7 ".join(fact for fact in facts if fact)
        parts: list[Part] = [(f"{day:<{_DAY_WIDTH}}", "muted"), (value.heading, "strong")]
        return Look(parts, [(f"{when}", "muted")], [(" " * _DAY_WIDTH + under, "muted")])

    def _marks_of(self, thing: Thing[Experience]) -> list[ExperienceMark]:
        return sessions.marks(self.workspace, thing)

    def offers(self, action: str) -> bool:
        """Offer the keys that fit."""
        if action == "marks":
            return self.rows.row is not None and bool(self._marks_of(self.rows.row))
        if action in ("edit", "delete"):
            return self.rows.row is not None
        return super().offers(action)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        if self.rows.row is not None:
            self.app.open_thing(self.rows.row.n, ThingKind.EXPERIENCE)

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add one, past or planned."""
        made = await begin_experience(self.app)
        if made is not None:
            self.reload()
            rows = (self.rows.row_at(index) for index in range(self.rows.count))
            numbers = [row.n for row in rows if row is not None]
            if made in numbers:
                self.rows.move_to(numbers.index(made))

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change what is marked; what it was stays in its history."""
        thing = self.rows.row
        if thing is not None and await change_experience(self.app, thing.n):
            self.reload()

    @work
    @one_at_a_time
    async def action_marks(self) -> None:
        """Choose one of the marks of what is marked, and write it."""
        if self.rows.row is not None:
            await write_mark(self.app, self.rows.row)

    @work
    @one_at_a_time
    async def action_series(self) -> None:
        """Show the series of what is marked, or another one, or begin one with it."""
        thing = self.rows.row
        found = self.workspace.series.of(thing.n) if thing is not None else None
        n = found.n if found else await choose_series(self.app, "Which series?")
        if n == 0:
            n = await new_series(self.app, thing.n if thing else None)
        if n is not None:
            self.app.open_thing(n, ThingKind.SERIES)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @work
    async def action_delete(self) -> None:
        """Put what is marked into the trash; what was written about it stays."""
        thing = self.rows.row
        if thing is not None:
            label = f"Delete \u201c{thing.value.heading}\u201d"
            await self.app.put_in_trash(thing.n, label, "What you wrote about it stays. ")
            self.reload()


def _number(thing: Thing[Experience]) -> int:
    return thing.n


def _nearest(experiences: Sequence[Thing[Experience]], today: date) -> int:
    """Return the place of the next planned one, or the latest, among all with the latest first."""
    ahead = sum(thing.moment.day > today for thing in experiences)
    return max(0, ahead - 1)
