"""When a practice is meant for: every day, some weekdays, so many times, every few days, at most.

A schedule is a few words that are kept as they are shown. It says what a day was meant for; a day
that it was not meant for is no gap, and neither is a day of rest. Where a schedule changed midway,
each day goes by the one that held then.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.text import clean_line, shorten
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

HOW = "Write daily, mon wed fri, 3 a week, 2 a month, every 3 days, or at most 2 a week."
LONGEST_EVERY = 365
MOST = 50
"""The largest number of times that makes sense as a limit."""
_MONTH_DAYS = 30
"""Days of the window that `2 a month` is looked at in for the score."""


class Span(StrEnum):
    """What times are counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Rhythm(StrEnum):
    """What sort of schedule it is."""

    DAILY = "daily"
    WEEKDAYS = "weekdays"
    TIMES = "times"
    EVERY = "every"
    AT_MOST = "at most"


class Due(StrEnum):
    """What a practice is to a day; none of these is a reproach."""

    DUE = "due"
    LIMIT = "limit"
    """Something one wants to do at most so often; it is never due."""
    ENOUGH = "enough"
    """The week or the month has as many as were wanted."""
    NOT_TODAY = "not today"
    RESTS = "rests"


@value()
class Schedule:
    """When something is meant for."""

    rhythm: Rhythm = Rhythm.DAILY
    weekdays: tuple[int, ...] = ()
    """The days of `WEEKDAYS`, Monday being 0, in order."""
    times: int = 1
    """How often in a span, or at most; for `EVERY` how many days apart."""
    span: Span = Span.DAY

    @property
    def wanted(self) -> int:
        """How many times it is wanted in its window."""
        if self.rhythm is Rhythm.WEEKDAYS:
            return len(self.weekdays)
        return self.times if self.rhythm in (Rhythm.TIMES, Rhythm.AT_MOST) else 1

    @property
    def window(self) -> int:
        """In how many days it is wanted so often; a month is thirty of them."""
        if self.rhythm is Rhythm.WEEKDAYS:
            return 7
        if self.rhythm is Rhythm.EVERY:
            return self.times
        return {Span.DAY: 1, Span.WEEK: 7, Span.MONTH: _MONTH_DAYS}[self.span]

    @property
    def is_limit(self) -> bool:
        """Whether less is as good: at most so often."""
        return self.rhythm is Rhythm.AT_MOST


DAILY = Schedule()

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(
    r"mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?"
    r"|sat(?:urdays?)?|sun(?:days?)?"
)
_GROUPS = {"weekdays": (0, 1, 2, 3, 4), "weekends": (5, 6)}
_NUMBERS = {
    "once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "other": 2,
}  # fmt: skip
_NUMBER = rf"(?P<times>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_TIMES = re.compile(
    rf"(?P<limit>(?:at most|max(?:imum)?|no more than) )?{_NUMBER} ?(?:x|times?)? ?"
    r"(?:(?:a|per|each|every|in a) ?|/ ?)(?P<span>day|week|month)"
)
_EVERY = re.compile(rf"every {_NUMBER} ?days?|every (?P<day>other) day")
_WORDS = {1: "once", 2: "twice"}


def parse(text: str) -> Schedule:
    """Return the schedule that some words mean; no words mean every day.

    Raises:
        UsageError: They mean none.
    """
    words = clean_line(text).casefold().rstrip(".")
    if words in ("", "daily", "every day", "each day", "1 a day", "once a day", "every 1 day"):
        return DAILY
    if words in ("every week", "weekly"):
        return Schedule(Rhythm.TIMES, (), 1, Span.WEEK)
    if words in ("every month", "monthly"):
        return Schedule(Rhythm.TIMES, (), 1, Span.MONTH)
    if found := _TIMES.fullmatch(words):
        return _times(text, _number(found["times"]), Span(found["span"]), bool(found["limit"]))
    if found := _EVERY.fullmatch(words):
        return _every(text, _number(found["times"] or found["day"]))
    return _weekdays(text, words)


def text_of(schedule: Schedule) -> str:
    """Return a schedule as it is kept, which `parse` reads back; empty for every day."""
    match schedule.rhythm:
        case Rhythm.DAILY:
            return ""
        case Rhythm.WEEKDAYS:
            return " ".join(_DAYS[day] for day in schedule.weekdays)
        case Rhythm.EVERY:
            return f"every {schedule.times} days"
    limit = "at most " if schedule.is_limit else ""
    return f"{limit}{schedule.times} a {schedule.span}"


def words_of(schedule: Schedule) -> str:
    """Say a schedule to a person: `on Monday and Friday`, `3 times a week`."""
    match schedule.rhythm:
        case Rhythm.DAILY:
            return "every day"
        case Rhythm.EVERY:
            return "every other day" if schedule.times == 2 else f"every {schedule.times} days"
        case Rhythm.WEEKDAYS:
            named = [_LONG_DAYS[day] for day in schedule.weekdays]
            listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
            return f"on {listed}"
    often = _WORDS.get(schedule.times, f"{schedule.times} times")
    return f"{'at most ' if schedule.is_limit else ''}{often} a {schedule.span}"


def read(text: str) -> Schedule:
    """Return the schedule of a practice as it is kept; words that mean none are every day.

    What was written by a newer version must not keep anybody from ticking.
    """
    try:
        return parse(text)
    except UsageError:
        return DAILY


@value()
class Era:
    """A schedule and the day from which it held."""

    first: date
    schedule: Schedule


def eras(states: Iterable[Practice]) -> tuple[Era, ...]:
    """Return the schedules a practice has had, each with its first day, earliest first.

    Args:
        states: Every state it has had, oldest first. A later state that says from when its
            schedule holds takes the place of what was said of those days before.
    """
    found: list[Era] = []
    for state in states:
        first = state.since or date.min
        found = [era for era in found if era.first < first]
        schedule = read(state.schedule)
        if not found or found[-1].schedule != schedule:
            found.append(Era(first, schedule))
    return tuple(found)


def on_day(eras: Iterable[Era], day: date) -> Schedule:
    """Return the schedule that held on a day; every day where none did yet."""
    held = DAILY
    for era in eras:
        if era.first <= day:
            held = era.schedule
    return held


def rests_on(practice: Practice, day: date) -> bool:
    """Tell whether a practice rests on a day by what was said of ranges of days."""
    return any(rest.covers(day) for rest in practice.rests)


def is_meant(schedule: Schedule, ticks: Mapping[date, TickState], day: date) -> Due:
    """Tell what a practice is to a day, by its schedule and what was said of the days before.

    What was said of the day itself plays no part: a practice does not leave the list of a day by
    being ticked on it. `every 3 days` counts from when it was done last, so that one done late
    moves the next one, and one that was missed stays for the day after.
    """
    match schedule.rhythm:
        case Rhythm.AT_MOST:
            return Due.LIMIT
        case Rhythm.WEEKDAYS:
            return Due.DUE if day.weekday() in schedule.weekdays else Due.NOT_TODAY
        case Rhythm.EVERY:
            lately = _times_done(ticks, day - timedelta(days=schedule.times - 1), day)
            return Due.NOT_TODAY if lately else Due.DUE
        case Rhythm.TIMES:
            done = _times_done(ticks, first_of(schedule.span, day), day)
            return Due.ENOUGH if done >= schedule.times else Due.DUE
    return Due.DUE


def due(practice: Practice, ticks: Mapping[date, TickState], day: date) -> Due:
    """Tell what a practice is to a day, with its rests and pauses.

    Args:
        practice: The practice as it is now.
        ticks: What was said of it, by day; a month back is enough, and `every n days` asks for n.
        day: The day.
    """
    if practice.state is not PracticeState.ACTIVE or rests_on(practice, day):
        return Due.RESTS
    return is_meant(read(practice.schedule), ticks, day)


def is_for(practice: Practice, ticks: Mapping[date, TickState], day: date) -> bool:
    """Tell whether a practice belongs in the list of a day: it is meant, or was spoken of."""
    spoken_of = ticks.get(day, TickState.CLEARED) is not TickState.CLEARED
    return due(practice, ticks, day) in (Due.DUE, Due.LIMIT) or spoken_of


def looked_back(schedule: Schedule) -> int:
    """Return how many days before a day `is_meant` needs to know of."""
    if schedule.rhythm is Rhythm.EVERY:
        return schedule.times - 1
    return 31 if schedule.rhythm is Rhythm.TIMES else 0


def due_words(practice: Practice, ticks: Mapping[date, TickState], day: date) -> str:
    """Say why a practice is not in the list of a day; empty where it is."""
    if is_for(practice, ticks, day) or practice.state is not PracticeState.ACTIVE:
        return ""
    match due(practice, ticks, day):
        case Due.RESTS:
            last = max((r.last for r in practice.rests if r.last and r.covers(day)), default=None)
            return f"rests until {last.isoformat()}" if last else "rests"
        case Due.ENOUGH:
            return f"enough for this {read(practice.schedule).span}"
    return "not today"


def first_of(span: Span, day: date) -> date:
    """Return the first day of the day, week or month that a day is in; a week begins on Monday."""
    match span:
        case Span.WEEK:
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case Span.MONTH:
            return day.replace(day=1)
    return day


def _times_done(ticks: Mapping[date, TickState], first: date, before: date) -> int:
    done = (TickState.DONE, TickState.PARTLY)
    return sum(first <= day < before and state in done for day, state in ticks.items())


def _times(typed: str, times: int, span: Span, limit: bool) -> Schedule:
    if limit:
        if not 0 < times <= MOST:
            raise UsageError(f"At most is from 1 to {MOST}.", "Nothing was changed.", HOW)
        return Schedule(Rhythm.AT_MOST, (), times, span)
    if span is Span.DAY:
        if times == 1:
            return DAILY
        raise UsageError(
            "A practice is ticked once a day.",
            "Nothing was changed.",
            "Give it a unit, and say with each tick how much it was.",
        )
    most = 7 if span is Span.WEEK else _MONTH_DAYS
    if not 0 < times <= most:
        raise _no_schedule(typed, f"A {span} has from 1 to {most} of them.")
    return DAILY if times == most else Schedule(Rhythm.TIMES, (), times, span)


def _every(typed: str, days: int) -> Schedule:
    if not 0 < days <= LONGEST_EVERY:
        raise _no_schedule(typed, f"The days apart are from 1 to {LONGEST_EVERY}.")
    return DAILY if days == 1 else Schedule(Rhythm.EVERY, (), days)


def _weekdays(typed: str, words: str) -> Schedule:
    days: set[int] = set()
    for word in re.split(r"[\s,+&/;]+", words):
        if word in ("", "on", "and", "every", "each"):
            continue
        if word.rstrip("s") + "s" in _GROUPS:
            days.update(_GROUPS[word.rstrip("s") + "s"])
        elif _DAY.fullmatch(word):
            days.add(_DAYS.index(word[:3]))
        else:
            raise _no_schedule(typed)
    if not days:
        raise _no_schedule(typed)
    return DAILY if len(days) == 7 else Schedule(Rhythm.WEEKDAYS, tuple(sorted(days)))


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _no_schedule(typed: str, why: str = "") -> UsageError:
    said = f"'{shorten(clean_line(typed), 40)}' is no schedule. {why}".rstrip()
    return UsageError(said, "Nothing was changed.", HOW)
