"""What now: at most one guide, by where one is, the time of day and what was written lately."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from integrate_tui.core.experience import Phase
from integrate_tui.core.marks import ExperienceMark
from integrate_tui.core.pieces import Days, Guide, Span, When
from integrate_tui.core.text import counted
from integrate_tui.core.value import value

_LAST_OF_WEEK = 6
"""Sunday, as `date.weekday` counts."""
_A_WEEK = 7
_FOR_EVER = 10_000
"""Days, for a span that has no end."""
SKIPPED_FOR = 3
"""Days for which a guide is not offered again after it was put off."""


@value()
class Suggestion:
    """A guide to offer, and why in a few words."""

    guide: Guide
    why: str
    experience: int | None = None
    """The number of the experience it is about, where that is not the latest one."""


@value()
class Situation:
    """What a guide is chosen by."""

    phase: Phase
    today: date
    time_of_day: Span | None = None
    """The part of the day that has guides of its own: the morning or the evening."""
    hard: bool = False
    """Whether the last days were hard ones."""
    last_used: Mapping[str, date] = field(default_factory=dict)
    """The day each guide was last written with, by id."""
    skipped: Mapping[str, date] = field(default_factory=dict)
    """The day each guide was last put off, by id."""
    due: Sequence[ExperienceMark] = ()
    """The marks that can be made now, the most pressing first."""


@value()
class OfferRule:
    """One line of the table by which a guide is chosen."""

    name: str
    fits: Callable[[When, Situation], bool]
    """Whether a `when:` of a guide is now."""
    rests: int
    """Days for which a guide rests after it was written with; 1 is for the rest of the day."""
    why: Callable[[When], str]
    """Why it is offered, in a few words."""


def _is_one_day(when: When, now: Situation) -> bool:
    return isinstance(when, Days) and when.first == when.last and _holds(when, now)


def _is_span_of_days(when: When, now: Situation) -> bool:
    if not isinstance(when, Days) or when.last is None:
        return False
    return when.last > when.first and _holds(when, now)


def _is_open_end(when: When, now: Situation) -> bool:
    return isinstance(when, Days) and when.last is None and _holds(when, now)


def _is_before(when: When, now: Situation) -> bool:
    return when is Span.BEFORE and now.phase.is_before


def _is_end_of_week(when: When, now: Situation) -> bool:
    """Tell whether a week ends today that there is something to say about."""
    day = now.phase.day
    is_last = now.today.weekday() == _LAST_OF_WEEK
    return when is Span.WEEKLY and is_last and day is not None and day > _A_WEEK


def _is_new_month(when: When, now: Situation) -> bool:
    day = now.phase.day
    return when is Span.MONTHLY and now.today.day <= _A_WEEK and day is not None and day > _A_WEEK


RULES = (
    OfferRule(
        "hard days",
        lambda when, now: when is Span.DIFFICULT and now.hard,
        3,
        lambda when: "after some hard days",
    ),
    OfferRule("before", _is_before, 2, lambda when: "before it"),
    OfferRule("a day", _is_one_day, 1, lambda when: when_words([when])),
    OfferRule("days", _is_span_of_days, 2, lambda when: when_words([when])),
    OfferRule("the week", _is_end_of_week, 5, lambda when: "for the week"),
    OfferRule("the month", _is_new_month, 14, lambda when: "for the month"),
    OfferRule(
        "the time of day",
        lambda when, now: when is now.time_of_day,
        1,
        lambda when: f"for the {when}",
    ),
    OfferRule("from a day on", _is_open_end, 2, lambda when: when_words([when])),
)
"""What is looked for, the most pressing first; marks stand between the first two."""


def suggest_guide(guides: Iterable[Guide], now: Situation) -> Suggestion | None:
    """Return the one guide that fits best, or None where none asks for attention.

    Hard days come first, then the marks after an experience, and then the table. Within a line of
    it the narrowest span of days comes first, because it says most about the day, and one for a
    kind of experience before one for all kinds. What was written with lately, or put off, rests.
    """
    offered = [guide for guide in guides if _is_meant_for(guide, now.phase.sort)]
    hard, *rules = RULES
    return (
        _by_rule(hard, offered, now)
        or _by_mark(now)
        or next(filter(None, (_by_rule(rule, offered, now) for rule in rules)), None)
    )


def _by_mark(now: Situation) -> Suggestion | None:
    for mark in now.due:
        if not _within(now.skipped.get(mark.guide.id), now.today, 1):
            return Suggestion(mark.guide, mark.words, mark.experience.n)
    return None


def _by_rule(rule: OfferRule, guides: Iterable[Guide], now: Situation) -> Suggestion | None:
    fitting = [
        (when, guide)
        for guide in guides
        for when in guide.when
        if rule.fits(when, now)
        and (isinstance(when, Days) or Span.ANY_TIME not in guide.when)
        and not _within(now.last_used.get(guide.id), now.today, rule.rests)
        and not _within(now.skipped.get(guide.id), now.today, SKIPPED_FOR)
    ]
    if not fitting:
        return None
    when, guide = min(fitting, key=_how_general)
    return Suggestion(guide, rule.why(when))


def free_page(guides: Iterable[Guide]) -> Guide | None:
    """Return the guide that asks for one page and nothing else."""
    pages = [guide for guide in guides if len(guide.prompts) == 1 and not guide.rules]
    return min(pages, key=lambda guide: len(guide.prompts[0].text), default=None)


def days_words(span: Days) -> str:
    """Say a span of days: `days 2 to 7`, `day 4`, `from day 30`."""
    if span.last is None:
        return f"from day {span.first}"
    return f"day {span.first}" if span.first == span.last else f"days {span.first} to {span.last}"


def when_words(whens: Iterable[When]) -> str:
    """Say when a piece is offered: `days 2 to 7`, `evening`."""
    return ", ".join(days_words(when) if isinstance(when, Days) else str(when) for when in whens)


def prompts_words(guide: Guide) -> str:
    """Say how many prompts a guide asks: `11 prompts`, `11 or 12 prompts` by what is answered."""
    most = len(guide.prompts)
    least = sum(prompt.ask_if is None for prompt in guide.prompts)
    if least == most:
        return counted(most, "prompt")
    return f"{least} {'or' if most == least + 1 else 'to'} {counted(most, 'prompt')}"


def size_words(guide: Guide) -> str:
    """Say how much a guide asks: `11 prompts, 12 minutes`."""
    words = prompts_words(guide)
    minutes = round((guide.takes or 0) / 60)
    return f"{words}, {counted(minutes, 'minute')}" if minutes else words


def _is_meant_for(guide: Guide, sort: str) -> bool:
    return not guide.meant_for or sort.casefold() in guide.meant_for


def _holds(span: Days, now: Situation) -> bool:
    day = now.phase.since
    return day is not None and span.first <= day and (span.last is None or day <= span.last)


def _how_general(found: tuple[When, Guide]) -> tuple[int, bool]:
    when, guide = found
    width = 0
    if isinstance(when, Days):
        width = _FOR_EVER if when.last is None else when.last - when.first
    return width, not guide.meant_for


def _within(day: date | None, today: date, days: int) -> bool:
    return day is not None and (today - day).days < days
