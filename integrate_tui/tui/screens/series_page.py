"""A series: its sessions in a table with blanks shown as blanks, and what it is hoped to change."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import afterwards, sessions
from integrate_tui.core import dates, series
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal
from integrate_tui.core.marks import ExperienceMark, MarkState, hours_words
from integrate_tui.core.pieces import Guide
from integrate_tui.core.series import Course, Session
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.sessions import Planned
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.experience_forms import (
    goal_form,
    planned_words,
    read_dates,
    read_series,
    series_form,
)
from integrate_tui.tui.widgets.drawing import Part, fit
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_MARGINS = 8
_NUMBER, _DAY, _MARK = 5, 13, 8
_BLANK = "\u00b7"
_SIGNS = {
    MarkState.KEPT: "\u25cf",
    MarkState.OPEN: "open",
    MarkState.TO_COME: "",
    MarkState.LEFT: _BLANK,
}
_ROOM_FOR_MARKS = 60
"""Cells from which there is room for the marks of each session."""


@value()
class Row:
    """One line under a series: a session, or something hoped for."""

    session: Session | None = None
    marks: tuple[ExperienceMark, ...] = ()
    carried: str = ""
    """The line that the session gives the next one."""
    goal: Thing[Goal] | None = None
    words: tuple[Part, ...] = ()
    """What it says, where it is neither."""
    stands: bool = True
    """Whether the cursor stands on it; on a heading it does not."""

    @property
    def thing(self) -> Thing[Any] | None:
        """The thing it is of."""
        return self.session.experience if self.session else self.goal


class SeriesScreen(Trip[None]):
    """The page of a series."""

    AUTO_FOCUS = "#rows"
    HELP = "A series and its sessions. A blank is a blank, and nothing more."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plan", "Plan", id="series.plan", tooltip="Days of sessions to come."),
        Binding("a", "add", "Put in", id="series.add", tooltip="An experience that is there."),
        Binding("l", "carry", "Line", id="series.carry", tooltip="A line for the next session."),
        Binding("h", "hope", "Hoped for", id="series.hope", tooltip="What it is to change."),
        Binding("e", "edit", "Edit", id="series.edit"),
        Binding("x", "take_out", "Take out", id="series.take-out", tooltip="It stays otherwise."),
        Binding("q", "back", "Back", show=False, id="series.back"),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Row]] = getters.query_one("#rows", Rows)

    def __init__(self, n: int) -> None:
        """Begin.

        Args:
            n: The number of the series.
        """
        super().__init__()
        self.n = n
        self._guides: list[Guide] = []
        self._width = 0

    def body(self) -> Iterable[Widget]:
        """Lay out the heading with the line of the series, and the table."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Row](
            self._draw,
            key=_key,
            stands=_stands,
            id="rows",
            indent=4,
            empty="No sessions yet. p plans some, a puts in one that is there.",
            classes="list",
        )

    def come_back(self) -> None:
        """Read everything anew."""
        workspace = self.workspace
        self._width = self.size.width
        thing = workspace.series.get(self.n)
        course = sessions.course_of(workspace, thing)
        lived = [one.experience for one in course.sessions if one.experience]
        sorts = dict.fromkeys(one.value.sort for one in lived)
        guides = {guide.id: guide for s in sorts for guide in sessions.mark_guides(workspace, s)}
        self._guides = list(guides.values())
        been, ahead = series.course_line(course, max(3, self.size.width - _MARGINS))
        lines: list[list[Part]] = [
            [(thing.value.name, "primary")],
            [(been, "text"), (ahead, "muted")],
        ]
        if thing.value.notes:
            lines.append([(" ".join(thing.value.notes.split()), "muted")])
        if thing.trashed:
            lines.append([("It lies in the trash.", "sand")])
        lines += [[], self._columns()] if self._columns() else []
        said = series.next_words(course, workspace.today) or counted(len(lived), "session")
        self.heading.show(lines, [[(said, "muted")]])
        self.rows.show_anew(Listed(self._read(course, lived)))
        self.refresh_bindings()

    def _columns(self) -> list[Part]:
        """Return the heads of the columns of marks, where there is room for them."""
        if not self._guides or self.size.width - _MARGINS < _ROOM_FOR_MARKS:
            return []
        heads = "".join(f"{_short(hours_words(guide)):<{_MARK}}" for guide in self._guides)
        return [(" " * (_NUMBER + _DAY) + heads, "muted"), ("a dot is a blank", "muted")]

    def _read(self, course: Course, lived: list[Thing[Experience]]) -> list[Row]:
        rows = []
        for one in course.sessions:
            experience = one.experience
            marks = sessions.marks(self.workspace, experience) if experience else ()
            carried = experience.value.carry if experience else ""
            rows.append(Row(one, tuple(marks), carried))
        goals = afterwards.hopes(self.workspace, self.n)
        if goals:
            rows += [Row(stands=False), Row(words=(("Hoped for", "primary"),), stands=False)]
        for goal in goals:
            rows.append(Row(goal=goal))
            spoken = afterwards.spoken_of(self.workspace, goal, lived)
            for one in course.sessions:
                for entry in spoken.get(one.experience.n, ()) if one.experience else ():
                    said = " ".join(entry.value.words.split()) or entry.value.heading
                    after = f"  after {one.number}".ljust(_NUMBER + _DAY)
                    rows.append(Row(words=((after, "muted"), (said, "text"))))
        return rows

    def _draw(self, row: Row, above: Row | None, width: int) -> Look:
        if row.goal is not None:
            sign = row.goal.value.sign
            seen: list[Part] = [(f"  one would see: {sign}", "muted")] if sign else []
            return Look([(row.goal.value.title, "text"), *seen])
        session = row.session
        if session is None:
            return Look(row.words)
        if session.day is None or session.experience is None:
            return Look([(f"{session.number:>2}   ", "muted"), ("no day yet", "muted")])
        day = dates.short_day(session.day, self.workspace.today)
        role = "text" if session.has_been else "muted"
        parts: list[Part] = [(f"{session.number:>2}".ljust(_NUMBER), "muted")]
        parts.append((day.ljust(_DAY), role))
        if width >= _ROOM_FOR_MARKS:
            by_guide = {mark.guide.id: mark.state for mark in row.marks}
            for guide in self._guides:
                state = by_guide.get(guide.id)
                sign = _SIGNS[state] if state is not None and session.has_been else ""
                parts.append((sign.ljust(_MARK), "sage" if sign != _BLANK else "muted"))
        name = session.experience.value.name
        right: list[Part] = []
        if row.carried:
            parts.append((fit(f"\u201c{row.carried}\u201d", max(8, width // 2)), "quote"))
        elif name:
            parts.append((name, role))
        return Look(parts, right)

    def offers(self, action: str) -> bool:
        """Offer what can be done with the marked row."""
        if action in ("carry", "take_out"):
            row = self.rows.row
            return row is not None and row.session is not None and row.thing is not None
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the line and the columns out anew."""
        if event.size.width != self._width:
            self.call_after_refresh(self.come_back_safely)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open the chosen session."""
        thing = self.rows.row.thing if self.rows.row else None
        if thing is not None:
            self.app.open_thing(thing.n, thing.kind)
        elif self.rows.row is not None and self.rows.row.session is not None:
            self.action_plan()

    @work
    @one_at_a_time
    async def action_plan(self) -> None:
        """Plan sessions on some days."""
        workspace = self.workspace
        made: list[Planned] = []

        def keep(values: Values) -> None:
            days = read_dates(workspace, values["days"])
            made.append(sessions.plan(workspace, workspace.series.get(self.n), days))

        hint = "2026-12-01 14:00, friday 2pm"
        form = Form(
            "On which days? Several may be given, with commas between them.",
            (FormField("days", "Days", hint=hint),),
            check=lambda values: read_dates(workspace, values["days"]),
        )
        if await self.app.fill_in(form, keep):
            self.app.say(planned_words(made[-1]))
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Put an experience into the series that is in none."""
        workspace = self.workspace
        taken = workspace.series.taken()
        free = [each for each in workspace.experiences.all()[::-1] if each.n not in taken]
        if not free:
            self.app.say("Every experience is in a series. p plans new ones.")
            return
        today = workspace.today
        names = tuple(
            f"{each.value.heading}, {dates.short_day(each.moment.day, today)}" for each in free
        )
        chosen = await self.app.push_screen_wait(Choose("Which one belongs to it?", names))
        if chosen is not None:
            n = free[chosen].n
            await self.app.keep(lambda: sessions.put_in_series(workspace, n, self.n))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_carry(self) -> None:
        """Say the line that the marked session gives the next one."""
        session = self.rows.row.session if self.rows.row else None
        if session is None or session.experience is None:
            return
        n, present = session.experience.n, session.experience.value.carry
        question = f"What to carry on from session {session.number}?"
        said = await self.app.push_screen_wait(Ask(question, present, "a line, or nothing"))
        if said is not None:
            await self.app.keep(lambda: sessions.carry_on(self.workspace, n, said))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_hope(self) -> None:
        """Add what the treatment is hoped to change."""
        await self.app.fill_in(
            goal_form(),
            lambda values: afterwards.add_hope(
                self.workspace, self.n, values["title"], values["sign"]
            ),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change the name of the series, or how many sessions are meant."""
        thing = self.workspace.series.get(self.n)
        await self.app.fill_in(
            series_form(thing.value.name, thing.value),
            lambda values: self.workspace.series.change(
                self.n, read_series(values), seen=thing.head
            ),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_take_out(self) -> None:
        """Take the marked session out of the series; it stays as an experience."""
        thing = self.rows.row.thing if self.rows.row else None
        if thing is None:
            return
        n = thing.n

        def take_out() -> bool:
            sessions.put_in_series(self.workspace, n, None)
            return True

        if await self.app.keep(take_out):
            self.app.say("Taken out. It stays among the experiences, and u puts it back.")
        self.come_back_safely()


def _short(words: str) -> str:
    """Return `2-6 h` for `2 to 6 hours`."""
    return words.replace(" to ", "-").replace(" hours", " h").replace(" hour", " h")


def _key(row: Row) -> object:
    if row.session is not None:
        return row.session.experience.n if row.session.experience else -row.session.number
    return row.goal.n if row.goal else row.words


def _stands(row: Row) -> bool:
    return row.stands
