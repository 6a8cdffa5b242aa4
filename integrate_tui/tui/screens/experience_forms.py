"""The sheets about experiences: what is known of one, its series, its marks, what is hoped for."""

from dataclasses import replace

from integrate_tui import sessions
from integrate_tui.core.dates import Moment
from integrate_tui.core.experience import SORTS, Experience
from integrate_tui.core.marks import MarkState, hours_words
from integrate_tui.core.series import Series
from integrate_tui.core.text import clean_line
from integrate_tui.core.thing import Thing
from integrate_tui.errors import UsageError
from integrate_tui.sessions import Planned
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.when import Prefer, When, read_moment
from integrate_tui.workspace import Workspace

_UNSAID = "unsaid"
_ANOTHER = "A new series"


def experience_form(
    workspace: Workspace, title: str, thing: Thing[Experience] | None, carried: str = ""
) -> Form:
    """Return the form for an experience.

    Args:
        workspace: Where it is kept.
        title: What stands above the form.
        thing: The experience; None for a new one.
        carried: The line that the session before gave it.
    """
    value = thing.value if thing else Experience()
    when = _when_of(thing) if thing else ""
    if carried:
        title = f"{title}\nBrought along: \u201c{carried}\u201d"
    return Form(
        title,
        (
            FormField("name", "Name or code word", value.name, hint="none"),
            FormField("when", "When", when, hint="yesterday, or 2026-11-03 21:30"),
            FormField("sort", "Kind", value.sort or _UNSAID, options=(_UNSAID, *SORTS)),
            FormField("setting", "Setting", value.setting),
            FormField("people", "People", value.people),
            FormField("intention", "Intention", value.intention),
            FormField("carry", "To carry on", value.carry, hint="a line for the next session"),
            FormField("notes", "Notes", value.notes),
        ),
        check=lambda values: read_experience(workspace, values, thing),
    )


def _when_of(thing: Thing[Experience]) -> str:
    """Return the date of an experience as it stands in a field, by the clock it was lived by."""
    moment = thing.moment
    return f"{moment.local:%Y-%m-%d %H:%M}" if thing.value.timed else moment.day.isoformat()


def read_experience(
    workspace: Workspace, values: Values, present: Thing[Experience] | None = None
) -> tuple[Experience, Moment]:
    """Return what a filled-in form means.

    Args:
        workspace: Where it is kept.
        values: What is filled in.
        present: The experience as it is; its moment stays where its date was not touched.

    Raises:
        UsageError: The date cannot be read.
    """
    moment, timed = _dated(workspace, values["when"], present)
    experience = Experience(
        name=values["name"],
        sort="" if values["sort"] == _UNSAID else values["sort"],
        timed=timed,
        setting=values["setting"],
        people=values["people"],
        intention=values["intention"],
        notes=values["notes"],
        carry=values["carry"],
    )
    return experience, moment


def _dated(
    workspace: Workspace, typed: str, present: Thing[Experience] | None
) -> tuple[Moment, bool]:
    """Return the moment that a field means, and whether a time of day was given.

    What the field was filled with is the moment as it was, wherever one is by now: read by the
    clock of another zone it would be another moment.
    """
    if present is not None and typed == _when_of(present):
        return present.moment, present.value.timed
    when = read_moment(typed or "today", workspace.now, workspace.day_starts)
    moment = workspace.moment(when.at)
    is_same_day = present is not None and present.moment.day == moment.day
    if present is not None and is_same_day and not (when.timed or present.value.timed):
        return present.moment, False
    return moment, when.timed


def add_experience(workspace: Workspace, values: Values) -> Thing[Experience]:
    """Keep what a filled-in form means as an experience of its own."""
    return workspace.experiences.add(*read_experience(workspace, values))


async def begin_experience(app: Host) -> int | None:
    """Ask for an experience, past or planned, and offer the series that it may go on.

    Returns:
        Its number, None where it was left.
    """
    workspace = app.workspace
    kept: list[Thing[Experience]] = []
    form = experience_form(workspace, "An experience, past or planned", None)
    if not await app.fill_in(form, lambda values: kept.append(add_experience(workspace, values))):
        return None
    found = app.attempt(lambda: sessions.next_in(workspace, kept[-1]))
    if found is not None:
        into, words = found
        options = (f"It is {words}, {into.value.name}", "It stands by itself")
        if await app.push_screen_wait(Choose("Does it go on a series?", options)) == 0:
            await app.keep(lambda: sessions.put_in_series(workspace, kept[-1].n, into.n))
    return kept[-1].n


async def change_experience(app: Host, n: int) -> bool:
    """Change what is known of an experience; what it was stays in its history."""
    workspace = app.workspace
    thing = workspace.experiences.get(n)
    along = sessions.brought_along(workspace, n)
    form = experience_form(workspace, thing.value.heading, thing, along)

    def change(values: Values) -> None:
        value, moment = read_experience(workspace, values, thing)
        if "\n" in thing.value.notes and values["notes"] == clean_line(thing.value.notes):
            value = replace(value, notes=thing.value.notes)  # with its line ends
        workspace.experiences.change_with_moment(n, value, moment, seen=thing.head)

    return await app.fill_in(form, change)


async def choose_series(app: Host, question: str) -> int | None:
    """Let a person choose one of the series; gives its number, 0 for a new one, None for none."""
    known = app.workspace.series.all()[::-1]
    if not known:
        return 0
    names = (*(each.value.name for each in known), _ANOTHER)
    chosen = await app.push_screen_wait(Choose(question, names))
    if chosen is None:
        return None
    return known[chosen].n if chosen < len(known) else 0


async def put_in_series(app: Host, experience: int) -> None:
    """Put an experience into a series that a person chooses or begins."""
    chosen = await choose_series(app, "Which series does it belong to?")
    if chosen == 0:
        await new_series(app, experience)
    elif chosen is not None:
        await app.keep(lambda: sessions.put_in_series(app.workspace, experience, chosen))


async def new_series(app: Host, experience: int | None = None) -> int | None:
    """Begin a series, with an experience in it if one is given; return its number."""
    workspace = app.workspace
    made: list[int] = []

    def keep(values: Values) -> None:
        value = read_series(values)
        with workspace.write("Begin a series"):
            kept = workspace.series.add(value, workspace.moment())
            if experience is not None:
                sessions.put_in_series(workspace, experience, kept.n)
        made.append(kept.n)

    await app.fill_in(series_form("A series of sessions", Series("")), keep)
    return made[-1] if made else None


def series_form(title: str, value: Series) -> Form:
    """Return the form for a series."""
    planned = "" if value.planned is None else str(value.planned)
    return Form(
        title,
        (
            FormField("name", "Name or code word", value.name, hint="Six in three weeks"),
            FormField("planned", "How many", planned, hint="a number, or nothing"),
            FormField("notes", "Notes", value.notes),
        ),
        check=read_series,
    )


def read_series(values: Values) -> Series:
    """Return what a filled-in form means.

    Raises:
        UsageError: It has no name, or a number of sessions that cannot be.
    """
    if not values["name"]:
        raise UsageError("A series needs a name; a code word is fine.")
    return Series(values["name"], sessions.read_planned(values["planned"]), values["notes"])


def read_dates(workspace: Workspace, typed: str) -> list[When]:
    """Return the moments to come that were typed, with commas between them.

    Raises:
        UsageError: One of them is no date, or has passed.
    """
    found = [
        read_moment(words, workspace.now, workspace.day_starts, Prefer.FUTURE)
        for words in typed.split(",")
        if words.strip()
    ]
    sessions.must_be_to_come(workspace, found)
    return found


def goal_form() -> Form:
    """Return the form for what a treatment is hoped to change."""

    def check(values: Values) -> None:
        if not values["title"]:
            raise UsageError("A few words of your own are needed.")

    return Form(
        "What it is hoped to change, in your own words",
        (
            FormField("title", "Hoped for", hint="getting up before nine"),
            FormField("sign", "One would see", hint="the blinds are up at nine"),
        ),
        check=check,
    )


async def write_mark(app: Host, experience: Thing[Experience]) -> None:
    """Let a person choose one of the marks of an experience, and write it."""
    marks = sessions.marks(app.workspace, experience)
    if not marks:
        return
    names = tuple(f"{hours_words(mark.guide)} after: {mark.state}" for mark in marks)
    first = next((i for i, mark in enumerate(marks) if mark.state is MarkState.OPEN), 0)
    question = f"The marks of {experience.value.heading}. Any of them may be left."
    chosen = await app.push_screen_wait(Choose(question, names, marked=first))
    if chosen is not None:
        app.write_with(marks[chosen].guide, experience.n)


def planned_words(planned: Planned) -> str:
    """Say what planning came to, and how it is taken back."""
    return f"{planned.words} u takes it back." if planned.made else planned.words
