"""What the rules of a piece say on a day: whether it is for now, and what comes first or last.

A rule is in the guide's own text, where the person can read and change it. What stands in the way
is said in a sentence, and there is always a free page beside it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core.answers import Reply
from integrate_tui.core.pieces import Guide, Piece, Prompt, Rule, RuleName
from integrate_tui.core.text import counted
from integrate_tui.core.value import value

DISTRESS = "distress"
"""The name of the number that rules speak of."""
SAY_DISTRESS = (DISTRESS, "distress-after")
"""The names under which a piece asks how it is now: as it begins, and once it is done."""
TOPIC = "topic"
"""The name of the prompt that says what a sitting is about."""
_REST = timedelta(days=3)
"""How long after one sitting another still counts as one in a row with it."""


@value()
class Written:
    """One sitting with a guide, as far as rules ask."""

    day: date
    topic: str = ""
    """What it was about, where the guide asks for that."""


@value()
class Standing:
    """Where a person is, as far as rules ask."""

    day: int | None = None
    """Days since the experience, negative before it; None where there is none."""
    distress: int | None = None
    """What was said last today, wherever that was, 0 to 10."""
    sittings: Sequence[Written] = ()
    """The last times the guide was written with, the latest first."""
    today: date | None = None


class Hold(StrEnum):
    """What stands before a measure, in the order in which it is dealt with."""

    OFF = "switched off"
    COUNTRY = "needs a country"
    EARLY = "waits"


def hold(measure: Piece, *, is_on: bool, country: str, day: int | None) -> Hold | None:
    """Return what stands before a measure now, None where nothing does.

    Args:
        measure: The measure.
        is_on: Whether it was switched on; it matters only to one that is off until then.
        country: Whose helplines come first, empty where that was never said.
        day: Days since the experience, None where there is none.
    """
    rules = {rule.name: rule for rule in measure.rules}
    if RuleName.OPT_IN in rules and not is_on:
        return Hold.OFF
    if RuleName.COUNTRY_FIRST in rules and not country:
        return Hold.COUNTRY
    early = rules.get(RuleName.NOT_BEFORE_DAY)
    if early is not None and day is not None and 0 <= day < (early.number or 0):
        return Hold.EARLY
    return None


def hold_words(measure: Piece, held: Hold, day: int | None) -> str:
    """Say what stands before a measure, and why."""
    title = f"\u201c{measure.title}\u201d"
    match held:
        case Hold.OFF:
            return f"{title} is off until you switch it on. It can be switched off again."
        case Hold.COUNTRY:
            return (
                f"{title} can bring up people to call. It asks for your country first, so that the"
                " numbers are the right ones."
            )
    number = next(r.number for r in measure.rules if r.name is RuleName.NOT_BEFORE_DAY)
    return (
        f"{title} looks back over more days than this one, and the first after an experience are"
        f" not like others: it fits better from day {number} on. It is day {day}."
    )


def refusal(guide: Piece, standing: Standing) -> str:
    """Return why a piece is not for now, in a sentence; empty where it is."""
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


def topic_refusal(guide: Guide, topic: str, sittings: Sequence[Written]) -> str:
    """Return why a guide is not for this topic now, in a sentence; empty where it may be.

    Days off are no help here: what was written about as often as the guide says, with nothing else
    between, waits until something else was.

    Args:
        guide: The guide.
        topic: What this sitting is to be about.
        sittings: The last times the guide was written with, the latest first.
    """
    number = most_sittings(guide)
    latest = sittings[:number]
    if not number or not topic.strip() or len(latest) < number:
        return ""
    if any(_plain(written.topic) != _plain(topic) for written in latest):
        return ""
    return f"That was what the last {counted(number, 'sitting')} were about. Another topic, now."


def most_sittings(guide: Piece) -> int:
    """Return how many sittings in a row a guide allows, 0 where it says nothing of that."""
    return next((r.number or 0 for r in guide.rules if r.name is RuleName.AT_MOST_SITTINGS), 0)


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
    """Return how many sittings there were so far without a rest between them."""
    if standing.today is None:
        return 0
    count, later = 0, standing.today
    for written in standing.sittings:
        if later - written.day > _REST:
            break
        count, later = count + 1, min(later, written.day)
    return count


def _plain(topic: str) -> str:
    return " ".join(topic.split()).casefold()
