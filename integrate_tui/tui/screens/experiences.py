"""Experiences: what was lived through, with its day and its intention."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core import dates
from integrate_tui.core.dates import Moment
from integrate_tui.core.experience import SORTS, Experience
from integrate_tui.core.marks import ExperienceMark, MarkState, hours_words
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Role, Thing
from integrate_tui.overview import marks_of
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.when import read_moment
from integrate_tui.workspace import Workspace

_UNSAID = "unsaid"
_DAY_WIDTH = 12


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
        Binding("x", "delete", "Delete", id="experiences.delete", tooltip="Into the trash."),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Thing[Experience]]] = getters.query_one("#rows", Rows)

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
        self.rows.show_anew(Listed(experiences))
        words = counted(len(experiences), "experience")
        self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])
        self.refresh_bindings()

    def _draw(self, thing: Thing[Experience], above: Thing[Experience] | None, width: int) -> Look:
        value, today = thing.value, self.workspace.today
        day = dates.short_day(thing.moment.day, today)
        away = dates.days_between(thing.moment.day, today)
        when = f"day {away}" if away >= 0 else dates.ahead(thing.moment.day, today)
        facts = [value.sort, value.setting, value.people, value.intention]
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
        return marks_of(self.workspace, thing, self.workspace.packs.guides())

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
        self.action_edit()

    @work
    async def action_add(self) -> None:
        """Add one."""
        form = experience_form(self.workspace, "An experience, past or planned", None)
        if await self.app.fill_in(form, lambda values: add_experience(self.workspace, values)):
            self.reload()

    @work
    async def action_edit(self) -> None:
        """Change what is marked; what it was stays in its history."""
        thing = self.rows.row
        if thing is None:
            return
        n, seen = thing.n, thing.head
        form = experience_form(self.workspace, thing.value.heading, thing)

        def change(values: Values) -> None:
            value, moment = read_experience(self.workspace, values)
            self.workspace.experiences.change_with_moment(n, value, moment, seen=seen)

        if await self.app.fill_in(form, change):
            self.reload()

    @work
    async def action_marks(self) -> None:
        """Choose one of the marks of what is marked, and write it."""
        thing = self.rows.row
        marks = self._marks_of(thing) if thing is not None else []
        if thing is None or not marks:
            return
        names = tuple(f"{hours_words(mark.guide)} after: {mark.state}" for mark in marks)
        first = next((i for i, mark in enumerate(marks) if mark.state is MarkState.OPEN), 0)
        question = f"The marks of {thing.value.heading}. Any of them may be left."
        chosen = await self.app.push_screen_wait(Choose(question, names, marked=first))
        if chosen is not None:
            self.app.write_with(marks[chosen].guide, thing.n)

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


def experience_form(workspace: Workspace, title: str, thing: Thing[Experience] | None) -> Form:
    """Return the form for an experience."""
    value = thing.value if thing else Experience()
    when = ""
    if thing is not None:
        local = thing.moment.local
        when = f"{local:%Y-%m-%d %H:%M}" if value.timed else f"{thing.moment.day}"
    return Form(
        title,
        (
            FormField("name", "Name or code word", value.name, hint="none"),
            FormField("when", "When", when, hint="yesterday, or 2026-11-03 21:30"),
            FormField("sort", "Kind", value.sort or _UNSAID, options=(_UNSAID, *SORTS)),
            FormField("setting", "Setting", value.setting),
            FormField("people", "People", value.people),
            FormField("intention", "Intention", value.intention),
            FormField("notes", "Notes", value.notes),
        ),
        check=lambda values: read_experience(workspace, values),
    )


def add_experience(workspace: Workspace, values: Values) -> None:
    """Keep what a filled-in form means as an experience of its own."""
    value, moment = read_experience(workspace, values)
    workspace.experiences.add(value, moment)


def read_experience(workspace: Workspace, values: Values) -> tuple[Experience, Moment]:
    """Return what a filled-in form means.

    Raises:
        UsageError: The date cannot be read.
    """
    typed = values["when"] or "today"
    when = read_moment(typed, workspace.now, workspace.day_starts)
    sort = "" if values["sort"] == _UNSAID else values["sort"]
    experience = Experience(
        name=values["name"],
        sort=sort,
        timed=when.timed,
        setting=values["setting"],
        people=values["people"],
        intention=values["intention"],
        notes=values["notes"],
    )
    return experience, workspace.moment(when.at)


def _number(thing: Thing[Experience]) -> int:
    return thing.n
