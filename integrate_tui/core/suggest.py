"""What now: at most one guide, by where one is, the time of day and what was written lately."""

from collections.abc import Iterable, Mapping
from datetime import date

from integrate_tui.core.experience import Phase
from integrate_tui.core.pieces import Days, Guide, Span, When
from integrate_tui.core.text import counted
from integrate_tui.core.value import value

_LAST_OF_WEEK = 6
"""Sunday, as `date.weekday` counts."""


@value()
class Suggestion:
    """A guide to offer, and why in a few words."""

    guide: Guide
    why: str


def suggest_guide(
    guides: Iterable[Guide],
    phase: Phase,
    *,
    evening: bool,
    today: date,
    last_used: Mapping[str, date],
    hard: bool = False,
) -> Suggestion | None:
    """Return the one guide that fits best, or None where none asks for attention.

    Hard days come first, then what stands before an experience, the days after it, the week on its
    last day, the time of day, and then what is for any day from one on. A guide that was written
    with today is not offered again, and one for a span of days not twice within two of them. One
    for a kind of experience comes before one for all kinds, and is not offered where the kind was
    left unsaid.

    Args:
        guides: Every guide there is.
        phase: Where one is.
        evening: Whether it is evening.
        today: The local day.
        last_used: The day each guide was last written with, by id.
        hard: Whether the last days were hard ones.
    """
    offered = [guide for guide in guides if _is_meant_for(guide, phase.sort)]
    for span, is_now, rests, why in (
        (Span.DIFFICULT, hard, 3, "after some hard days"),
        (Span.BEFORE, phase.day is not None and phase.day < 0, 2, "before it"),
    ):
        found = _first(offered, span, last_used, today, rests) if is_now else None
        if found is not None:
            return Suggestion(found, why)
    fitting = [
        (span, guide)
        for guide in offered
        for span in guide.when
        if isinstance(span, Days) and _holds(span, phase.day)
        if not _used_within(guide, last_used, today, 1 if span.last == span.first else 2)
    ]
    # The narrowest span says most about the day.
    narrowest = min(fitting, key=_how_general, default=None)
    if narrowest is not None and narrowest[0].last is not None:
        return Suggestion(narrowest[1], days_words(narrowest[0]))
    time_of_day = Span.EVENING if evening else Span.MORNING
    for span, is_now, rests, why in (
        (Span.WEEKLY, _has_a_week_behind(phase, today), 5, "for the week"),
        (time_of_day, True, 1, f"for the {time_of_day}"),
    ):
        found = _first(offered, span, last_used, today, rests) if is_now else None
        if found is not None:
            return Suggestion(found, why)
    return Suggestion(narrowest[1], days_words(narrowest[0])) if narrowest else None


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


def size_words(guide: Guide) -> str:
    """Say how much a guide asks: `11 prompts, 12 minutes`."""
    words = counted(len(guide.prompts), "prompt")
    minutes = round((guide.takes or 0) / 60)
    return f"{words}, {counted(minutes, 'minute')}" if minutes else words


def _first(
    guides: Iterable[Guide], span: Span, last_used: Mapping[str, date], today: date, rests: int
) -> Guide | None:
    """Return the first guide for a span that was not written with in so many days."""
    fitting = [
        guide
        for guide in guides
        if span in guide.when
        and Span.ANY_TIME not in guide.when
        and not _used_within(guide, last_used, today, rests)
    ]
    return min(fitting, key=lambda guide: not guide.meant_for, default=None)


def _has_a_week_behind(phase: Phase, today: date) -> bool:
    """Tell whether a week ends today that there is something to say about."""
    return today.weekday() == _LAST_OF_WEEK and phase.day is not None and phase.day > 7


def _is_meant_for(guide: Guide, sort: str) -> bool:
    return not guide.meant_for or sort.casefold() in guide.meant_for


def _holds(span: Days, day: int | None) -> bool:
    return day is not None and span.first <= day and (span.last is None or day <= span.last)


def _how_general(found: tuple[Days, Guide]) -> tuple[int, bool]:
    span, guide = found
    return _width(span), not guide.meant_for


def _width(span: Days) -> int:
    return 10_000 if span.last is None else span.last - span.first


def _used_within(guide: Guide, last_used: Mapping[str, date], today: date, days: int) -> bool:
    last = last_used.get(guide.id)
    return last is not None and (today - last).days < days
