"""What lasts longer than a day as pages of Markdown: experiences, goals and insights."""

from collections.abc import Mapping, Sequence
from datetime import date

from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep, StepState
from integrate_tui.core.insight import Insight, Standing
from integrate_tui.core.practice import Practice, PracticeState, TickState, strip_words
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
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
    """The last 14 days of each practice, by its number."""


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
        facts(labelled("kind", value.sort if value.name else ""), when, _tags(thing.n, ties)),
        "\n",
    ]
    for title, text in (
        ("Intention", value.intention),
        ("Setting", value.setting),
        ("People", value.people),
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


def insights_page(insights: Sequence[Thing[Insight]], ties: Ties) -> str:
    """Return insights by how one stands to them as a page of Markdown.

    Args:
        insights: Them, in the order of their time.
        ties: What they are tied to.
    """
    parts = [heading(1, "Insights"), "\n"]
    for standing in Standing:
        standing_so = [thing for thing in insights if thing.value.standing is standing]
        if standing_so:
            parts.append(f"{heading(2, standing.capitalize())}\n")
        parts += [_insight(thing, ties) for thing in standing_so]
    return cleaned("".join(parts))


def _day(day: date, *, linked: bool) -> str:
    return f"[{full_day(day)}](../{names.of_day(day)})" if linked else full_day(day)


def _goal(thing: Thing[Goal], ties: Ties) -> str:
    value = thing.value
    since = f"since {full_day(thing.moment.day)}"
    return (
        f"{heading(2, value.title or 'A goal')}{marker(thing.kind, thing.n)}\n"
        f"{facts(value.state, since, _tags(thing.n, ties))}\n"
        f"{block(value.why)}"
    )


def _step(thing: Thing[GoalStep], ties: Ties) -> str:
    value = thing.value
    box = {StepState.OPEN: "[ ] ", StepState.DONE: "[x] ", StepState.DROPPED: ""}[value.state]
    done = f"done on {full_day(value.done)}" if value.done else ""
    due = f"by {full_day(value.due)}" if value.due and not done else ""
    dropped = str(value.state) if value.state is StepState.DROPPED else ""
    known = facts(value.title, due, done, dropped, _tags(thing.n, ties)).rstrip("\n")
    return f"{box}{known} {marker(thing.kind, thing.n)}"


def _practice(thing: Thing[Practice], strips: Strips, ties: Ties) -> str:
    value = thing.value
    states = strips.states.get(thing.n, [])
    went = f"Up to {full_day(strips.last)}: {strip_words(states)}\n"
    return (
        f"{heading(3, value.title or 'A practice')}{marker(thing.kind, thing.n)}\n"
        f"{facts('practice', value.state, _tags(thing.n, ties))}"
        f"{went if value.state is PracticeState.ACTIVE else ''}\n"
        f"{block(labelled('cue', value.cue))}"
        f"{block(value.why)}"
    )


def _insight(thing: Thing[Insight], ties: Ties) -> str:
    value = thing.value
    return (
        f"{heading(3, value.line)}{marker(thing.kind, thing.n, ties.origins.get(thing.n))}\n"
        f"{facts(value.sort, full_day(thing.moment.day), _tags(thing.n, ties))}\n"
        f"{block(value.more)}"
    )


def _tags(n: int, ties: Ties) -> str:
    return labelled("tags", ", ".join(ties.tags.get(n, ())))
