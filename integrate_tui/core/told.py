"""What a thing says, as labelled facts and a text: the same wherever it is read.

The reader, `integrate show`, the comparison of versions and the Markdown of an export all show what
is said here, so that a column that is added is forgotten nowhere.
"""

from datetime import date
from typing import Any

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.dates import long_day
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalStep
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import Occasion
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.person import Person
from integrate_tui.core.practice import Practice, Rest, Tick
from integrate_tui.core.series import Series
from integrate_tui.core.text import counted
from integrate_tui.core.theme import Theme
from integrate_tui.core.trends import number
from integrate_tui.core.value import value
from integrate_tui.core.worksheet import Worksheet

Fact = tuple[str, str]
"""What it is, and what is said of it; the first is empty for words that explain themselves."""


@value()
class Told:
    """What a thing says."""

    line: str
    """Its one line."""
    facts: tuple[Fact, ...] = ()
    """What is known of it; nothing is listed that was not said."""
    text: str = ""
    """Whatever is longer."""


def told(of: Any) -> Told | None:
    """Return what a value says; None for one that is told in another way, as answers are."""
    match of:
        case Fragment():
            facts: list[Fact] = [("Sense", of.sense), ("", "a breakthrough" * of.breakthrough)]
            return _told("", facts, of.text)
        case Insight():
            facts = [
                ("", f"{of.sort}, {of.standing}"),
                ("", "left open" * of.left_open),
                ("Looked at again", _looks(of)),
            ]
            return _told(of.line, facts, of.more)
        case KeptLine():
            facts = [
                ("", of.keep_as),
                ("", "" if of.state is LineState.OPEN else str(of.state)),
                ("For", of.role),
                ("Until", _day(of.until)),
            ]
            return _told(of.line, facts, of.more)
        case Experience():
            return _experience(of)
        case Series():
            planned = counted(of.planned, "session") if of.planned else ""
            return _told(of.name, [("Planned", planned)], of.notes)
        case Worksheet():
            return _worksheet(of)
        case Person():
            facts = [
                ("", str(of.role)),
                ("Contact", of.contact),
                ("Hours", of.hours),
                ("Meeting", _day(of.next)),
            ]
            return _told(of.name, facts, of.notes)
        case Theme():
            return _told(of.name, [], of.about)
    return _tended(of)


def _tended(of: Any) -> Told | None:
    """Return what a value says that is looked after from day to day."""
    match of:
        case Goal():
            return _goal(of)
        case GoalStep():
            facts: list[Fact] = [
                ("", str(of.state)),
                ("For", _day(of.due)),
                ("Done", _day(of.done)),
                ("Takes", counted(of.minutes, "minute") if of.minutes else ""),
                ("Area", of.area),
            ]
            return _told(of.title, facts)
        case Practice():
            return _practice(of)
        case Tick():
            amount = "" if of.amount is None else number(of.amount)
            return _told("", [("", str(of.state)), ("Amount", amount)], of.note)
        case OwnValue():
            facts = [
                ("", "" if of.place == "kept" else f"among the {of.place}"),
                ("Important", _of_ten(of.important)),
                ("Lived", _of_ten(of.lived)),
            ]
            facts[0] = ("", str(of.place)) if of.place == "aside" else facts[0]
            return _told(of.name, facts, of.meaning)
        case Boundary():
            return _boundary(of)
        case Pattern():
            facts = [
                ("", str(of.state)),
                ("What sets it off", of.trigger),
                ("What I do", of.action),
                ("What it gives", of.payoff),
                ("What it costs", of.cost),
                ("Instead", of.instead),
            ]
            return _told(of.title, facts, of.notes)
        case Occasion():
            return _told("", [("", str(of.how))], of.note)
    return None


def _experience(of: Experience) -> Told:
    facts = [
        ("Kind", of.sort),
        ("Setting", of.setting),
        ("People", of.people),
        ("Intention", of.intention),
        ("Carried forward", of.carry),
    ]
    return _told(of.heading, facts, of.notes)


def _goal(of: Goal) -> Told:
    facts = [
        ("", "what a treatment is for" if of.sort is GoalSort.TREATMENT else ""),
        ("", str(of.state)),
        ("Why", of.why),
        ("Outcome", of.outcome),
        ("Obstacle", of.obstacle),
        ("Plan", of.plan),
        ("Sign", of.sign),
        ("Area", of.area),
        ("Confidence", _of_ten(of.confidence)),
        ("Look again", _day(of.review)),
    ]
    return _told(of.title, facts)


def _practice(of: Practice) -> Told:
    facts = [
        ("", str(of.state)),
        ("Cue", of.cue),
        ("When", of.schedule),
        ("Since", _day(of.since)),
        ("Two-minute version", of.small),
        ("Why", of.why),
        ("Counted in", of.unit),
        ("Rests", ", ".join(map(_rest, of.rests))),
        ("Closed with", of.closing),
    ]
    return _told(of.title, facts)


def _boundary(of: Boundary) -> Told:
    facts = [
        ("", str(of.state)),
        ("", "not safe to hold now" * of.not_safe),
        ("About", of.sort),
        ("What it protects", of.need),
        ("What I would say", of.wording),
        ("If it is crossed", of.response),
        ("Confidence", _of_ten(of.confidence)),
    ]
    return _told(of.line, facts, of.notes)


def _worksheet(of: Worksheet) -> Told:
    facts = [
        ("How sure before", _of_ten(of.before)),
        ("How sure now", _of_ten(of.now)),
        ("How it arrived", of.arrived),
        ("For it", of.speaks_for),
        ("Against it", of.speaks_against),
        ("If it is wrong", of.cost),
        ("A small test", of.test),
        ("For now", str(of.decision) if of.decision else ""),
    ]
    return _told("", facts)


def _told(line: str, facts: list[Fact], text: str = "") -> Told:
    return Told(line, tuple(fact for fact in facts if fact[1]), text)


def _looks(of: Insight) -> str:
    if not of.looks:
        return ""
    times = "once" if of.looks == 1 else counted(of.looks, "time")
    return f"{times}, last on {_day(of.looked)}" if of.looked else times


def _day(day: date | None) -> str:
    return f"{long_day(day)} {day.year}" if day else ""


def _rest(rest: Rest) -> str:
    return f"{_day(rest.first)} to {_day(rest.last)}" if rest.last else f"from {_day(rest.first)}"


def _of_ten(given: int | None) -> str:
    return "" if given is None else f"{given} of 10"
