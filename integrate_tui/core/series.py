"""Experiences that belong together: six infusions in three weeks, three evenings of a retreat.

The sessions of a series are experiences of their own, planned ones too; a series adds what it is
called and how many are meant, so that one that has not been is a blank and not a gap.
"""

from collections.abc import Sequence
from datetime import date

from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value

LONGEST = 500
"""How many sessions a series has at most."""


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
    """Whether its day has come."""

    @property
    def day(self) -> date | None:
        """Its day, where it has one."""
        return self.experience.moment.day if self.experience else None


@value()
class Course:
    """A series as it stands on a day."""

    sessions: tuple[Session, ...]

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


def course(series: Series, experiences: Sequence[Thing[Experience]], today: date) -> Course:
    """Lay the sessions of a series out in the order of their days.

    Args:
        series: The series.
        experiences: Those that belong to it, in any order.
        today: The local day.
    """
    ordered = sorted(experiences, key=lambda one: (one.moment.day, one.moment.at, one.n))
    sessions = [
        Session(number, one, one.moment.day <= today) for number, one in enumerate(ordered, 1)
    ]
    meant = min(series.planned or 0, LONGEST)
    sessions += [Session(number, None, False) for number in range(len(sessions) + 1, meant + 1)]
    return Course(tuple(sessions))


def session_of(found: Course, n: int) -> Session | None:
    """Return the session that an experience is, by its number; None where it is none of them."""
    return next((one for one in found.sessions if one.experience and one.experience.n == n), None)
