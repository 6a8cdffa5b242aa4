"""Lines that wait for a day or for a person: pause cards, the container, the talk list.

A pause card is a big move that is decided another day, not one that is refused. The container holds
titles: what is behind one is out of sight until its day, and says when and with whom it opens.
"""

from datetime import date, timedelta

from integrate_tui.core.dates import ago, long_day, short_day
from integrate_tui.core.insight import KeptLine, LineState
from integrate_tui.core.person import TALK_ROLES
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.value import value

PAUSE_DAYS = 14
"""Days that a big move waits, unless they are changed."""
TALK_ROLE_WORDS = tuple(str(role) for role in TALK_ROLES)
WITH_WHOM = ("alone", *TALK_ROLE_WORDS)
"""With whom something in the container is opened."""


@value()
class Shelf:
    """One of the places where lines wait."""

    keep_as: KeepAs
    title: str
    place: str
    """Where that is, in a sentence: `on the talk list`."""
    empty: str
    """What is said while there is nothing."""
    help: str


PAUSE_CARDS = Shelf(
    KeepAs.PAUSE_CARD,
    "Pause cards",
    "among the pause cards",
    "No big move waits here. a adds one; it waits 14 days unless you say otherwise.",
    "Big moves, each waiting for its day. Deciding, waiting longer and letting go are all answers.",
)
CONTAINER = Shelf(
    KeepAs.CONTAINER,
    "The container",
    "in the container",
    "Nothing is parked here. a parks something, by a title only.",
    "Titles only. What is behind one opens on its day, or when you ask for it.",
)
TALK_LIST = Shelf(
    KeepAs.TALK_LIST,
    "The talk list",
    "on the talk list",
    "Nothing is noted to talk about. a adds a line, for whom you like.",
    "What you would like to say to somebody. Space marks a line as said.",
)


def pause_until(today: date, days: int = PAUSE_DAYS) -> date:
    """Return the day on which a big move is looked at again."""
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return date.max


def is_open(line: KeptLine) -> bool:
    """Tell whether a line still waits for something."""
    return line.state is LineState.OPEN


def is_ready(line: KeptLine, today: date) -> bool:
    """Tell whether the day a line waits for has come; one without a day is ready at any time."""
    return is_open(line) and (line.until is None or line.until <= today)


def until_words(line: KeptLine, today: date) -> str:
    """Say how long a line waits: `until Sunday 6 December`, or that its day has come."""
    if not is_open(line):
        return str(line.state)
    if line.until is None:
        return "no day set"
    if line.until > today:
        year = "" if line.until.year == today.year else f" {line.until.year}"
        return f"until {long_day(line.until)}{year}"
    return "its day is today" if line.until == today else f"its day was {ago(line.until, today)}"


def until_briefly(line: KeptLine, today: date) -> str:
    """Say the same where there is little room: `until Sun 6 Dec`."""
    if is_open(line) and line.until is not None and line.until > today:
        return f"until {short_day(line.until, today)}"
    return until_words(line, today)


def for_words(line: KeptLine) -> str:
    """Say whom a line of the talk list is for: `therapist`, or `whoever fits`."""
    return line.role or "whoever fits"
