"""Experiences that belong together: six infusions in three weeks, three evenings of a retreat.

The sessions of a series are experiences of their own, planned ones too; a series adds what it is
called and how many are meant, so that one that has not been is a blank and not a gap.
"""

from collections.abc import Sequence
from datetime import date, datetime

from integrate_tui.core.dates import days_between
from integrate_tui.core.experience import Experience, has_begun
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value

LONGEST = 500
"""How many sessions a series has at most."""
_SIGNS, _ASCII_SIGNS = tuple("\u25cf\u25cb\u25cc\u2500\u250a\u2026"), tuple("*o.-|~")
"""A session that has been, one with a day, one without, the line, now, and more of them."""


@value()
class Series:
    """Several experiences that belong together."""

    name: str
    planned: int | None = None
    """How many sessions are meant, where that is known."""
    notes: str = ""


@value()
class Session:
    """One place in a series."""

    number: int
    """Which one it is, from 1."""
    experience: Thing[Experience] | None
    """The experience; None for one that is meant and has no date yet."""
    has_been: bool
    """Whether it has begun."""

    @property
    def day(self) -> date | None:
        """Its day, where it has one."""
        return self.experience.moment.day if self.experience else None


@value()
class Course:
    """A series as it stands on a day."""

    sessions: tuple[Session, ...]
    planned: int | None = None
    """How many sessions are meant, where that is known."""

    @property
    def been(self) -> int:
        """How many sessions there have been."""
        return sum(session.has_been for session in self.sessions)

    @property
    def next(self) -> Session | None:
        """The next session that has a day, None where none has."""
        ahead = (one for one in self.sessions if one.experience and not one.has_been)
        return next(ahead, None)

    @property
    def carried(self) -> str:
        """The line that the latest session before the next one gave it to carry forward."""
        been = [one.experience for one in self.sessions if one.has_been and one.experience]
        return been[-1].value.carry if been else ""


def course(
    series: Series, experiences: Sequence[Thing[Experience]], now: datetime, today: date
) -> Course:
    """Lay the sessions of a series out in the order of their days.

    Args:
        series: The series.
        experiences: Those that belong to it, in any order.
        now: This moment, with any zone.
        today: The local day it belongs to.
    """
    ordered = sorted(experiences, key=lambda one: (one.moment.day, one.moment.at, one.n))
    sessions = [
        Session(number, one, has_begun(one, now, today)) for number, one in enumerate(ordered, 1)
    ]
    meant = min(series.planned or 0, LONGEST)
    sessions += [Session(number, None, False) for number in range(len(sessions) + 1, meant + 1)]
    return Course(tuple(sessions), series.planned)


def session_of(found: Course, n: int) -> Session | None:
    """Return the session that an experience is, by its number; None where it is none of them."""
    return next((one for one in found.sessions if one.experience and one.experience.n == n), None)


def session_words(found: Course, session: Session) -> str:
    """Return what a session is called: `session 3 of 6`, or `session 3` beyond what was meant."""
    words = f"session {session.number}"
    is_within = found.planned is not None and session.number <= found.planned
    return f"{words} of {found.planned}" if is_within else words


def before(found: Course, session: Session) -> Thing[Experience] | None:
    """Return the session before another, whose line is carried on to it; None for the first."""
    return found.sessions[session.number - 2].experience if session.number > 1 else None


def next_words(found: Course, today: date) -> str:
    """Say when the next session is: `next session in 4 days`; empty where none has a day."""
    ahead = found.next
    if ahead is None or ahead.day is None:
        return ""
    days = max(0, days_between(today, ahead.day))  # flying east, its day can be over before it
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    return f"next session {when}"


def course_line(found: Course, width: int, *, ascii: bool = False) -> tuple[str, str]:
    """Draw a series as a line: what has been, and what is ahead from where one is.

    A session that has been is full, one with a day is open, and one that is only meant is dotted.
    Where there is no room for all of them, those around now are drawn.

    Args:
        found: The series as it stands.
        width: How many cells there are.
        ascii: Whether to draw with ASCII alone.
    """
    full, open_, blank, rule, now, more = _ASCII_SIGNS if ascii else _SIGNS
    signs = [full if one.has_been else open_ if one.day else blank for one in found.sessions]
    been = found.been
    if not signs or width < 3:
        return "", ""
    for gap in (rule * 6, rule * 4, rule * 2, rule, ""):
        if _cells(len(signs), len(gap)) <= width:
            return gap.join(signs[:been]), _ahead(signs[been:], gap, now)
    room = width - 3
    ahead = min(len(signs) - been, max(room // 2, room - been))
    first, last = max(0, been - (room - ahead)), been + ahead
    return (
        (more if first else "") + "".join(signs[first:been]),
        now + "".join(signs[been:last]) + (more if last < len(signs) else ""),
    )


def _cells(signs: int, gap: int) -> int:
    """Return how many cells signs take with the gaps between them, and one for now."""
    return signs * (gap + 1) + 1


def _ahead(signs: Sequence[str], gap: str, now: str) -> str:
    """Return what is ahead, from the place between two sessions at which one is."""
    half = gap[: (len(gap) - 1) // 2] if gap else ""
    return half + now + (gap[len(half) + 1 :] + gap.join(signs) if signs else "")
