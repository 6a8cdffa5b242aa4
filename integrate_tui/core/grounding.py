"""Which exercise fits: a table by what a person says of now, and what is left out with care.

The table is the one place that knows exercises by their ids. One that is gone from the text packs
is passed over, and one of a person's own stands with those whose `best at:` it shares.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core import gates
from integrate_tui.core.dates import long_day
from integrate_tui.core.exercise import by_gentleness
from integrate_tui.core.health import Asked, HealthCard
from integrate_tui.core.helped import Told
from integrate_tui.core.pieces import Exercise, Level
from integrate_tui.core.strain import gentled, holds, is_too_fast, strains, without_sections
from integrate_tui.core.value import value

USUAL = 5 * 60
"""Seconds that an exercise lasts where its text leaves that open."""
LONG = 20 * 60
"""Seconds from which on a person is told that it is long."""
LONG_WORDS = "Twenty minutes is long. Shorter and more often is as good."
_ROSE_BY = 2
_HIGH = 8
_RESTS_FOR = 7
"""Days for which an exercise steps back."""
INSTEAD = ("look-around", "five-senses")
"""What is offered after distress rose."""
_STRAINED_WITH = (
    "pregnancy",
    "heart",
    "blood pressure",
    "lungs",
    "seizures",
    "recent surgery",
    "eyes",
)
"""What holding the breath, or taking more of it than comes, is not for."""


class Way(StrEnum):
    """What a number does not say."""

    UNREAL = "unreal"
    SLEEPLESS = "cannot sleep"


@value()
class Feels:
    """What a person says of now; nothing of it has to be said."""

    distress: int | None = None
    """0 to 10."""
    way: Way | None = None
    """It counts for more than the number."""


@value()
class ChoiceLine:
    """One line of the table."""

    exercises: tuple[str, ...]
    """Ids, in the order in which they are offered; `PERSON` for somebody to talk to."""
    distress: tuple[int, int] | None = None
    """The lowest and the highest distress it is for."""
    way: Way | None = None
    leaves_out: tuple[str, ...] = ()
    """Tags of exercises that are not offered beside these."""


PERSON = "a person"

CHOICES = (
    ChoiceLine(("five-senses", "look-around", PERSON, "cool-water"), (8, 10)),
    ChoiceLine(("longer-out-breath", "feet-and-object", "the-container"), (6, 7)),
    ChoiceLine(
        (
            "cyclic-sigh",
            "coherent-breathing",
            "tense-and-release",
            "rain",
            "leaves-on-a-stream",
        ),
        (3, 5),
    ),
    ChoiceLine(("body-scan", "kind-wishes"), (0, 2)),
    ChoiceLine(("five-senses", "feet-and-object"), way=Way.UNREAL, leaves_out=("imagery", "body")),
    ChoiceLine(("longer-out-breath", "tense-and-release", "4-7-8"), way=Way.SLEEPLESS),
)
"""What fits when."""

_AFTER_THE_OTHERS = {"flashbacks": frozenset({"imagery", "body"})}
"""Tags of exercises that stand behind the others with something ticked."""


@value()
class Offer:
    """Something to do now."""

    exercise: Exercise | None = None
    """As it is done with the health card; None for somebody to talk to."""
    fits: bool = False
    """Whether it is in the table for what was said."""


class Hindrance(StrEnum):
    """Why an exercise is not offered."""

    HEALTH = "health"
    TOO_FAST = "too fast"
    RESTS = "rests"
    UNANSWERED = "unanswered"
    """It is gated, and the health card was left when it came first."""


@value()
class Withheld:
    """An exercise that is not offered, and why."""

    exercise: Exercise
    hindrance: Hindrance
    why: str
    """A sentence or two."""


def choice_for(feels: Feels) -> ChoiceLine | None:
    """Return the line of the table for what was said, None where nothing was."""
    for line in CHOICES:
        if feels.way is not None:
            if line.way is feels.way:
                return line
        elif line.distress is not None and feels.distress is not None:
            low, high = line.distress
            if low <= feels.distress <= high:
                return line
    return None


def fitting(
    exercises: Iterable[Exercise],
    feels: Feels,
    card: HealthCard,
    stepped_back: Collection[str] = (),
) -> list[Offer]:
    """Return what is offered now, what fits first, and the gentlest first where nothing was said.

    Args:
        exercises: All there are.
        feels: What the person says of now.
        card: What was ticked.
        stepped_back: The ids of those that rest this week.
    """
    line = choice_for(feels)
    offered = {
        exercise.id: as_done(exercise, card)
        for exercise in exercises
        if _may_be_offered(exercise, feels, card, line) and exercise.id not in stepped_back
    }
    first: list[Offer] = []
    for id in line.exercises if line else ():
        if id == PERSON:
            first.append(Offer(fits=True))
        elif id in offered:
            first.append(Offer(offered.pop(id), fits=True))
    first.sort(key=lambda offer: _stands_behind(offer.exercise, card))
    others = sorted(by_gentleness(offered.values()), key=lambda one: _stands_behind(one, card))
    alike = [one for one in others if line is not None and _suits(one, feels)]
    first += [Offer(one, fits=True) for one in alike]
    rest = [Offer(one) for one in others if one not in alike]
    has_exercise = any(offer.exercise is not None for offer in first)
    return first + rest if has_exercise else rest[:1] + first + rest[1:]


def _may_be_offered(
    exercise: Exercise, feels: Feels, card: HealthCard, line: ChoiceLine | None
) -> bool:
    if exercise.level is Level.GATED and not card.is_answered:
        return False
    if line is not None and set(line.leaves_out) & set(exercise.tags):
        return False
    if gates.refusal(exercise, gates.Standing(distress=feels.distress)):
        return False
    return not hidden_by(exercise, card) and not is_too_fast(exercise)


def _suits(exercise: Exercise, feels: Feels) -> bool:
    """Tell whether an exercise that the table does not know says itself that it fits."""
    known = {id for line in CHOICES for id in line.exercises}
    if feels.way is not None or feels.distress is None or exercise.id in known:
        return False
    low, high = exercise.best_at or (1, 0)
    return low <= feels.distress <= high


def _stands_behind(exercise: Exercise | None, card: HealthCard) -> bool:
    tags = frozenset(exercise.tags if exercise else ())
    return any(tags & _AFTER_THE_OTHERS.get(tick, frozenset()) for tick in card.ticks)


def withheld(
    exercises: Iterable[Exercise], card: HealthCard, stepped_back: Mapping[str, date]
) -> list[Withheld]:
    """Return what is not offered, each with its reason.

    Args:
        exercises: All there are.
        card: What was ticked.
        stepped_back: The day from which on each resting exercise is offered again, by its id.
    """
    found = [hindrance_of(exercise, card, stepped_back) for exercise in by_gentleness(exercises)]
    return [one for one in found if one is not None]


def hindrance_of(
    exercise: Exercise, card: HealthCard, stepped_back: Mapping[str, date]
) -> Withheld | None:
    """Return why an exercise is not offered, None where it is."""
    if is_too_fast(exercise):
        why = (
            f"\u201c{exercise.title}\u201d asks for more than twenty breaths a minute. Fast"
            " breathing is left out here; with longer steps it is back."
        )
        return Withheld(exercise, Hindrance.TOO_FAST, why)
    ticked = hidden_by(exercise, card)
    if ticked:
        why = f"Hidden because of what you ticked: {', '.join(ticked)}."
        return Withheld(exercise, Hindrance.HEALTH, why)
    if exercise.id in stepped_back:
        until = long_day(stepped_back[exercise.id])
        why = f"Rests until {until}. Distress was high after it; it can still be opened."
        return Withheld(exercise, Hindrance.RESTS, why)
    return None


# The health card


def asks_first(exercise: Exercise, card: HealthCard) -> bool:
    """Tell whether the health card is asked before an exercise."""
    if exercise.level is Level.GATED:
        return not card.is_answered
    return card.asked is Asked.NEVER and bool(exercise.avoid_with or holds(exercise))


def hidden_by(exercise: Exercise, card: HealthCard) -> tuple[str, ...]:
    """Return what was ticked that an exercise is to be avoided with.

    That is also what it would be done more gently with, where nothing or haste would be left.
    """
    avoided = card.among(exercise.avoid_with)
    if avoided:
        return avoided
    done = as_done(exercise, card)
    if not done.sections:
        return card.among(word for section in exercise.sections for word in section.avoid_with)
    return card.among(_STRAINED_WITH) if is_too_fast(done) else ()


def as_done(exercise: Exercise, card: HealthCard) -> Exercise:
    """Return an exercise as it is done with what was ticked: as it is, or more gently.

    Sections that are to be avoided are left out. What holds the breath, or takes a second sip of
    it, and is not hidden is done without either.
    """
    done = without_sections(exercise, card.ticks)
    return gentled(done) if strains(done) and card.among(_STRAINED_WITH) else done


# After it


def rose(before: int | None, after: int | None) -> bool:
    """Tell whether an exercise steps back for a while.

    It does where distress rose by two or more, or is eight or more and no lower than before: what
    came down, if only from ten to eight, does not count against it.
    """
    if after is None:
        return False
    if before is None:
        return after >= _HIGH
    return after >= before + _ROSE_BY or after >= max(before, _HIGH)


def wants_more(before: int | None, after: int | None) -> bool:
    """Tell whether something else and people are offered: distress rose, or is still high."""
    return rose(before, after) or (after is not None and after >= _HIGH)


def stepped_back(told: Iterable[Told], today: date) -> dict[str, date]:
    """Return the exercises that rest, with the day from which on each is offered again."""
    resting: dict[str, date] = {}
    for one in told:
        back = one.day + timedelta(days=_RESTS_FOR)
        if rose(one.before, one.after) and back > today:
            resting[one.exercise] = max(back, resting.get(one.exercise, back))
    return resting


def instead_words(exercise: str, exercises: Iterable[Exercise], support: str) -> str:
    """Say in one sentence what may suit better now.

    Args:
        exercise: The id of the one that was just done.
        exercises: All there are.
        support: How people to turn to are found: `F2`, or a command.
    """
    titles = {one.id: one.title for one in exercises if one.id != exercise}
    others = " or ".join(titles[id] for id in INSTEAD if id in titles)
    if not others:
        return f"{support} shows people to turn to."
    return f"{others} may suit better now, and {support} shows people to turn to."
