"""What the rules of a guide say on a day: whether it is for now, and what comes first or last.

A rule is in the guide's own text, where the person can read and change it. What stands in the way
is said in a sentence, and there is always a free page beside it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from integrate_tui.core.answers import Reply
from integrate_tui.core.pieces import Guide, Piece, Prompt, Rule, RuleName
from integrate_tui.core.text import counted
from integrate_tui.core.value import value

DISTRESS = "distress"
"""The name of the number that rules speak of."""


@value()
class Standing:
    """Where a person is, as far as rules ask."""

    day: int | None = None
    """Days since the experience, negative before it; None where there is none."""
    distress: int | None = None
    """What the last check-in of the day said, 0 to 10."""
    sittings: Sequence[date] = ()
    """The days the guide was written with."""
    today: date | None = None


def refusal(guide: Piece, standing: Standing) -> str:
    """Return why a guide or an exercise is not for now, in a sentence; empty where it is."""
    for rule in guide.rules:
        words = _refusal_of(rule, guide.title, standing)
        if words:
            return words
    return ""


def comes_first(guide: Guide, prompt: Prompt, reply: Reply) -> RuleName | None:
    """Return what is to be offered before a guide goes on from an answer about distress."""
    if prompt.name != DISTRESS or reply.number is None:
        return None
    for name in (RuleName.SUPPORT_FIRST, RuleName.GROUNDING_FIRST):
        for rule in guide.rules:
            if rule.name is name and rule.number is not None and reply.number >= rule.number:
                return name
    return None


def closing_exercises(guide: Guide) -> tuple[str, ...]:
    """Return the ids of the exercises a guide closes with, in order."""
    return tuple(rule.exercise for rule in guide.rules if rule.name is RuleName.CLOSES_WITH)


def _refusal_of(rule: Rule, title: str, standing: Standing) -> str:
    number = rule.number or 0
    day, distress = standing.day, standing.distress
    if rule.name is RuleName.NOT_BEFORE_DAY and day is not None and 0 <= day < number:
        return f"\u201c{title}\u201d waits until day {number}. It is day {day}."
    if rule.name is RuleName.NOT_AT_DISTRESS and distress is not None and distress >= number:
        return (
            f"\u201c{title}\u201d is for a calmer hour: you said distress {distress}. "
            "Something to come back to the room with is one key away."
        )
    if rule.name is RuleName.AT_MOST_SITTINGS and _in_a_row(standing) >= number:
        sittings = counted(number, "sitting")
        return f"\u201c{title}\u201d rests now, after {sittings} in a row. Days off belong to it."
    return ""


def _in_a_row(standing: Standing) -> int:
    """Return on how many days, up to today or yesterday, the guide was written without a gap."""
    if standing.today is None:
        return 0
    days = set(standing.sittings)
    day = standing.today if standing.today in days else standing.today - timedelta(days=1)
    count = 0
    while day in days:
        count += 1
        day -= timedelta(days=1)
    return count
