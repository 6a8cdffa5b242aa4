"""Something lived through that is being integrated, and where one is after it.

There is no field for a dose, a route or a source, here or in the store.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from integrate_tui.core.dates import days_between
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value

SORTS = ("ketamine", "psilocybin", "MDMA", "breathwork", "meditation", "other")
"""What an experience may be; it may also be left unsaid."""

LANDING = timedelta(hours=24)
"""How long one lands after an experience whose time is known."""
PLANNED_AHEAD = timedelta(hours=48)
"""How long before a planned experience one is preparing."""
SETTLING_UNTIL = 7
PRACTISING_UNTIL = 28


@value()
class Experience:
    """One experience; its day, and its time where known, are the moment it is kept under."""

    name: str = ""
    """One's own name for it, or a code word; it may be left empty."""
    sort: str = ""
    """One of `SORTS`, or empty for left unsaid."""
    timed: bool = False
    """Whether the time of day was given, or only the day."""
    setting: str = ""
    people: str = ""
    intention: str = ""
    notes: str = ""
    carry: str = ""
    """A line to take along to the next session of its series."""

    @property
    def heading(self) -> str:
        """What it is called where nothing else is known of it."""
        return self.name or self.sort or "an experience"


class PhaseName(StrEnum):
    """Where one is after the latest experience."""

    PREPARING = "Preparing"
    LANDING = "Landing"
    SETTLING = "Settling"
    PRACTISING = "Practising"
    LIVING = "Living"


@value()
class Phase:
    """Where one is, and in relation to what."""

    name: PhaseName
    day: int | None = None
    """Days since the experience, whose local day is 0; negative before a planned one."""
    experience: str = ""
    """The name of the experience it is counted from."""
    sort: str = ""
    """Its kind, empty where unsaid or where there is none."""
    n: int | None = None
    """The number of the experience."""
    session: str = ""
    """What it is called in its series: `session 3 of 6`; empty where it is in none."""

    @property
    def is_before(self) -> bool:
        """Whether it is counted towards an experience that has not begun, on its own day too."""
        return self.day is not None and self.name is PhaseName.PREPARING

    @property
    def since(self) -> int | None:
        """Days since the experience; None before it, on its own day too."""
        return None if self.is_before else self.day

    @property
    def called(self) -> str:
        """What the experience is called here: by its place in a series, or by its name."""
        return self.session or self.experience

    @property
    def words(self) -> str:
        """The phase in a line: `Settling · day 5 after The lake`."""
        if self.day is None:
            return str(self.name)
        if self.day < 0:
            away = "tomorrow" if self.day == -1 else f"in {-self.day} days"
            return f"{self.name} \u00b7 {self.called} {away}"
        if self.name is PhaseName.PREPARING:
            return f"{self.name} \u00b7 {self.called} today"
        return f"{self.name} \u00b7 day {self.day} after {self.called}"


def phase(
    experiences: Sequence[Thing[Experience]],
    now: datetime,
    today: date,
    session_of: Callable[[int], str] = lambda _n: "",
) -> Phase:
    """Work out where one is.

    The latest experience that has begun counts, and a planned one less than 48 hours away puts one
    in preparing unless one is still landing.

    Args:
        experiences: All of them, in any order.
        now: This moment, with any zone.
        today: The local day it belongs to.
        session_of: Returns what an experience is called in its series; only the one that counts is
            asked after.
    """
    found = _phase(experiences, now, today)
    return found if found.n is None else replace(found, session=session_of(found.n))


def _phase(experiences: Sequence[Thing[Experience]], now: datetime, today: date) -> Phase:
    begun = [thing for thing in experiences if has_begun(thing, now, today)]
    latest = max(begun, key=_when, default=None)
    if latest is not None and _is_landing(latest, now, today):
        return _phase_after(PhaseName.LANDING, latest, today)
    ahead = [
        thing
        for thing in experiences
        if not has_begun(thing, now, today) and _is_near(thing, now, today)
    ]
    if ahead:
        return _phase_after(PhaseName.PREPARING, min(ahead, key=_when), today)
    if latest is None:
        return Phase(PhaseName.PREPARING)
    day = days_between(latest.moment.day, today)
    if day <= SETTLING_UNTIL:
        return _phase_after(PhaseName.SETTLING, latest, today)
    if day <= PRACTISING_UNTIL:
        return _phase_after(PhaseName.PRACTISING, latest, today)
    return _phase_after(PhaseName.LIVING, latest, today)


def _phase_after(name: PhaseName, thing: Thing[Experience], today: date) -> Phase:
    value = thing.value
    day = days_between(thing.moment.day, today)
    if name is not PhaseName.PREPARING:
        day = max(0, day)  # flying west, one can be back in the day before it
    return Phase(name, day, value.heading, value.sort, thing.n)


def _when(thing: Thing[Experience]) -> tuple[date, datetime]:
    return thing.moment.day, thing.moment.at


def has_begun(thing: Thing[Experience], now: datetime, today: date) -> bool:
    """Tell whether an experience has begun: by its time, or by its day where only that is known."""
    if thing.value.timed:
        return thing.moment.at <= now
    return thing.moment.day <= today


def _is_landing(thing: Thing[Experience], now: datetime, today: date) -> bool:
    if thing.value.timed:
        return now - thing.moment.at < LANDING
    return days_between(thing.moment.day, today) <= 1


def _is_near(thing: Thing[Experience], now: datetime, today: date) -> bool:
    if thing.value.timed:
        return thing.moment.at - now <= PLANNED_AHEAD
    return days_between(today, thing.moment.day) <= PLANNED_AHEAD.days
