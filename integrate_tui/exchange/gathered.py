"""What lasts longer than a day as pages of Markdown: experiences, goals and insights."""

from collections.abc import Mapping, Sequence
from datetime import date

from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalSort, GoalStep, StepState
from integrate_tui.core.insight import Insight, Standing
from integrate_tui.core.practice import (
    STRIP_DAYS,
    Practice,
    PracticeState,
    TickState,
    strip_words,
)
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.core.told import told
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.exchange import names
from integrate_tui.exchange.days import Ties
from integrate_tui.exchange.markdown import (
    block,
    cleaned,
    facts,
    full_day,
    heading,
    labelled,
    marker,
    section,
    wall_clock,
)
from integrate_tui.exchange.minded import known_of


@value()
class Story:
    """An experience, and the days on which something was written about it."""

    experience: Thing[Experience]
    days: Sequence[date] = ()


@value()
class Aim:
    """A goal with what is part of it; without a goal, what is part of none."""

    goal: Thing[Goal] | None
    steps: Sequence[Thing[GoalStep]] = ()
    practices: Sequence[Thing[Practice]] = ()


@value()
class Strips:
    """How practices went over the days that end with `last`."""

    last: date
    states: Mapping[int, list[TickState]]
    """The last days of each practice, by its number."""
    days: int = STRIP_DAYS
    """How many days they are at the most."""


def experience_page(story: Story, ties: Ties, *, linked: bool) -> str:
    """Return an experience as a page of Markdown.

    Args:
        story: The experience.
        ties: What it is tied to.
        linked: Whether the days are files beside it, which the page may point to.
    """
    thing, value = story.experience, story.experience.value
    day = full_day(thing.moment.day)
    when = f"{day}, {wall_clock(thing.moment)}" if value.timed else day
    parts = [
        heading(1, value.name or value.sort or "An experience"),
        f"{marker(thing.kind, thing.n)}\n",
        facts(
            labelled("kind", value.sort if value.name else ""),
            when,
            labelled("series", ties.series.get(thing.n, "")),
            _tags(thing.n, ties),
        ),
        "\n",
    ]
    for title, text in (
        ("Intention", value.intention),
        ("Setting", value.setting),
        ("People", value.people),
        ("Carried forward", value.carry),
        ("Notes", value.notes),
    ):
        if text:
            parts.append(f"{heading(2, title)}\n{block(text)}")
    parts.append(section("Written about it", [_day(day, linked=linked) for day in story.days]))
    return cleaned("".join(parts))


def goals_page(aims: Sequence[Aim], strips: Strips, ties: Ties) -> str:
    """Return goals, with their steps and practices, as a page of Markdown."""
    parts = [heading(1, "Goals"), "\n"]
    for aim in aims:
        parts.append(_goal(aim.goal, ties) if aim.goal else f"{heading(2, 'Part of no goal')}\n")
        parts.append(section("Steps", [_step(step, ties) for step in aim.steps], level=3))
        parts += [_practice(practice, strips, ties) for practice in aim.practices]
    return cleaned("".join(parts))


def insights_page(
    insights: Sequence[Thing[Insight]],
    ties: Ties,
    worksheets: Mapping[int, Sequence[Thing[Worksheet]]] | None = None,
    others: Mapping[int, str] | None = None,
) -> str:
    """Return insights by how one stands to them as a page of Markdown.

    Args:
        insights: Them, in the order of their time.
        ties: What they are tied to.
        worksheets: The looks at them, by their number.
        others: The lines of beliefs that do not leave and were looked at in the range.
    """
    looks = worksheets or {}
    parts = [heading(1, "Insights"), "\n"]
    for standing in Standing:
        standing_so = [thing for thing in insights if thing.value.standing is standing]
        if standing_so:
            parts.append(f"{heading(2, standing.capitalize())}\n")
        parts += [_insight(thing, ties, looks.get(thing.n, ())) for thing in standing_so]
    if others:
        parts.append(f"{heading(2, 'Looked at again')}\n")
    for n, line in (others or {}).items():
        parts += [f"{heading(3, line)}\n", *map(_worksheet, looks.get(n, ()))]
    return cleaned("".join(parts))


def _day(day: date, *, linked: bool) -> str:
    return f"[{full_day(day)}](../{names.of_day(day)})" if linked else full_day(day)


def _goal(thing: Thing[Goal], ties: Ties) -> str:
    value = thing.value
    since = f"since {full_day(thing.moment.day)}"
    sort = "what a treatment is for" if value.sort is GoalSort.TREATMENT else ""
    _, blocks = known_of(value, ("Why",))
    return (
        f"{heading(2, value.title or 'A goal')}{marker(thing.kind, thing.n)}\n"
        f"{facts(sort, value.state, since, _tags(thing.n, ties))}\n"
        f"{block(labelled('for', ties.behind.get(thing.n, '')))}{block(value.why)}{blocks}"
    )


def _step(thing: Thing[GoalStep], ties: Ties) -> str:
    value = thing.value
    box = {StepState.OPEN: "[ ] ", StepState.DONE: "[x] ", StepState.DROPPED: ""}[value.state]
    done = f"done on {full_day(value.done)}" if value.done else ""
    due = f"by {full_day(value.due)}" if value.due and not done else ""
    dropped = str(value.state) if value.state is StepState.DROPPED else ""
    takes = counted(value.minutes, "minute") if value.minutes else ""
    area = labelled("area", value.area)
    tags = _tags(thing.n, ties)
    known = facts(value.title, due, done, dropped, takes, area, tags).rstrip("\n")
    return f"{box}{known} {marker(thing.kind, thing.n)}"


def _practice(thing: Thing[Practice], strips: Strips, ties: Ties) -> str:
    value = thing.value
    states = strips.states.get(thing.n, [])
    _, blocks = known_of(value, ("Cue", "Why"))
    said = strip_words(states, strips.days) if value.state is PracticeState.ACTIVE else ""
    went = f"Up to {full_day(strips.last)}: {said}\n" if said else ""
    return (
        f"{heading(3, value.title or 'A practice')}{marker(thing.kind, thing.n)}\n"
        f"{facts('practice', value.state, _tags(thing.n, ties))}"
        f"{went}\n"
        f"{block(labelled('cue', value.cue))}{blocks}"
        f"{block(value.why)}"
    )


def _insight(thing: Thing[Insight], ties: Ties, looks: Sequence[Thing[Worksheet]]) -> str:
    value = thing.value
    left_open = "left open" if value.left_open else ""
    again = next((words for label, words in _facts(value) if label == "Looked at again"), "")
    return (
        f"{heading(3, value.line)}{marker(thing.kind, thing.n, ties.origins.get(thing.n))}\n"
        f"{facts(value.sort, full_day(thing.moment.day), left_open, _tags(thing.n, ties))}\n"
        f"{block(labelled('looked at again', again))}"
        f"{block(value.more)}{''.join(map(_worksheet, looks))}"
    )


def _facts(value: Insight) -> Sequence[tuple[str, str]]:
    said = told(value)
    return said.facts if said else ()


def _worksheet(thing: Thing[Worksheet]) -> str:
    _, blocks = known_of(thing.value)
    title = f"A look on {full_day(thing.moment.day)}"
    return f"{heading(4, title)}{marker(thing.kind, thing.n)}\n\n{blocks}"


def _tags(n: int, ties: Ties) -> str:
    return labelled("tags", ", ".join(ties.tags.get(n, ())))
