"""A review: the numbers of a range of days on one calm page, before anything is asked.

It ends with one dated focus at the most, or with none; both are complete.
"""

from collections.abc import Sequence
from datetime import date

from integrate_tui.core.boundary import not_safe_words
from integrate_tui.core.helped import Helped, numbers_words, times
from integrate_tui.core.looking_back import (
    DomainCount,
    FeelingCount,
    MeasureTold,
    StepCounts,
    Strand,
    Tally,
)
from integrate_tui.core.spans import Span, SpanName
from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.value import value

GUIDES = {
    SpanName.WEEK: "weekly-review",
    SpanName.MONTH: "monthly-review",
    SpanName.EXPERIENCE: "since-review",
}
"""The guide that each review asks with, by its id."""
FOCUS, FOCUS_DAY = "focus", "focus-day"
"""The names of the questions for the one focus of a review, and for its day."""
_TITLES = {
    SpanName.WEEK: "The last seven days",
    SpanName.MONTH: "The last thirty days",
    SpanName.EXPERIENCE: "Since the experience",
}
_FEELINGS_TOLD = 8
_SCALES_TOLD = 2
"""Scales that are told beside a question."""
_NOTHING = "Nothing was kept in these days. That is an answer too."


@value()
class Counted:
    """Everything that is counted over a range of days."""

    span: Span
    strands: tuple[Strand, ...]
    before: tuple[Strand, ...]
    """The scales over the week before the experience it is since; empty for other ranges."""
    feelings: tuple[FeelingCount, ...]
    with_feelings: int
    """How many check-ins and pages the feelings were named in."""
    domains: tuple[DomainCount, ...]
    practices: tuple[Tally, ...]
    occasions: tuple[Tally, ...]
    """Of boundaries and of patterns; of none that is not safe to hold now."""
    not_safe: int
    """How many boundaries are not safe to hold now."""
    exercises: tuple[Helped, ...]
    """What was said before and after each exercise."""
    steps: StepCounts
    measures: tuple[MeasureTold, ...]
    days_written: int
    """How many days have something."""
    entries: int
    check_ins: int
    other: int
    """Notes and sittings."""


@value()
class Paragraph:
    """A few lines under a word or two."""

    title: str
    lines: tuple[str, ...]


def title_of(name: SpanName) -> str:
    """Return what a review is called."""
    return _TITLES.get(name, "These days")


def page(counts: Counted) -> tuple[Paragraph, ...]:
    """Return the page of a review; what nothing was said of is left out."""
    parts = (
        ("Kept", _kept(counts)),
        ("Numbers", _strands(counts.strands)),
        ("The week before it", _strands(counts.before)),
        ("Feelings", _feelings(counts)),
        ("Balance", _balance(counts.domains)),
        ("Practices", _tallies(counts.practices)),
        ("Boundaries", _boundaries(counts)),
        ("Patterns", _tallies(_of(counts.occasions, ThingKind.PATTERN))),
        ("Exercises", [f"{each.title}: {exercise_words(each)}" for each in counts.exercises]),
        ("Steps", _steps(counts.steps)),
        ("Measures", _measures(counts.measures)),
    )
    return tuple(Paragraph(title, tuple(lines)) for title, lines in parts if lines)


def brief_lines(counts: Counted, today: date) -> list[str]:
    """Return the numbers in a few lines, to stand beside a question; the usual scales first."""
    lines = [f"{counts.span.words(today)}: {_kept(counts)[0]}"]
    before = _strands(counts.before[:_SCALES_TOLD])
    lines += _strands([each for each in counts.strands if each.numbers][:_SCALES_TOLD])
    lines += ["the week before it:", *before] if before else [*_feelings(counts)]
    return lines


def exercise_words(one: Helped) -> str:
    """Say what was said around an exercise, and how often it was done where that is more often."""
    said = numbers_words(one)
    return said if one.told == one.sittings else f"{times(one.sittings)}, {said}"


def _kept(counts: Counted) -> list[str]:
    if not counts.days_written:
        return [_NOTHING]
    kinds = (
        counted(counts.check_ins, "check-in"),
        counted(counts.entries, "page"),
        counted(counts.other, "note or sitting", "notes and sittings"),
    )
    said = ", ".join(each for each in kinds if not each.startswith("0 "))
    return [f"{said}, on {counts.days_written} of {counted(counts.span.days, 'day')}"]


def _strands(strands: Sequence[Strand]) -> list[str]:
    width = max((len(each.title) for each in strands if each.numbers), default=0) + 2
    return [f"{each.title:<{width}}{each.numbers.words}" for each in strands if each.numbers]


def _feelings(counts: Counted) -> list[str]:
    if not counts.feelings:
        return []
    told = ", ".join(f"{each.word} {each.count}" for each in counts.feelings[:_FEELINGS_TOLD])
    more = len(counts.feelings) - _FEELINGS_TOLD
    rest = f", and {counted(more, 'other word')}" if more > 0 else ""
    return [f"{told}{rest}, in {counted(counts.with_feelings, 'record')}"]


def _balance(domains: Sequence[DomainCount]) -> list[str]:
    if not any(each.count or each.fed or each.thin for each in domains):
        return []
    return [", ".join(f"{each.domain} {each.count}" for each in domains), *_fed(domains)]


def _fed(domains: Sequence[DomainCount]) -> list[str]:
    said = [
        f"{each.domain} {word} {count}"
        for each in domains
        for word, count in (("fed", each.fed), ("thin", each.thin))
        if count
    ]
    return [f"You said: {', '.join(said)}"] if said else []


def _tallies(tallies: Sequence[Tally]) -> list[str]:
    return [f"{each.title}: {each.words}" for each in tallies]


def _boundaries(counts: Counted) -> list[str]:
    told = _tallies(_of(counts.occasions, ThingKind.BOUNDARY))
    return [*told, *filter(None, [not_safe_words(counts.not_safe)])]


def _of(tallies: Sequence[Tally], kind: ThingKind) -> list[Tally]:
    return [each for each in tallies if each.kind is kind]


def _steps(steps: StepCounts) -> list[str]:
    return [steps.words] if steps.done or steps.added or steps.open else []


def _measures(measures: Sequence[MeasureTold]) -> list[str]:
    return [
        f"{each.title}: {each.results[0].words} ({counted(each.count, 'result')})"
        for each in measures
    ]
