"""A day of the journal as a page of Markdown.

What was written comes first, in the order of its time; what was taken from it, ticked and done
follows in short lists. Guidance that stood under a prompt is left out: it is not the person's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, TypeVar

from integrate_tui.core.checkin import Report
from integrate_tui.core.dates import span_words
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import GoalStep
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.practice import Tick, TickState
from integrate_tui.core.result import Result
from integrate_tui.core.thing import Thing
from integrate_tui.core.trends import number
from integrate_tui.core.value import value
from integrate_tui.exchange.markdown import (
    block,
    cleaned,
    facts,
    full_day,
    heading,
    labelled,
    marker,
    section,
    wall_clock,
)

Written = Thing[Entry] | Thing[Report] | Thing[Fragment] | Thing[Sitting] | Thing[Result]

AnyThing = TypeVar("AnyThing", bound=Thing[Any])

_LISTED = frozenset({"choose any", "check", "list", "body"})
"""The kinds of answer that have several lines."""
_TICKED = {
    TickState.DONE: "done",
    TickState.PARTLY: "partly",
    TickState.SKIPPED: "left out",
    TickState.RESTED: "rested",
}


@value()
class Ties:
    """What things are tied to, each by its number."""

    tags: Mapping[int, Sequence[str]] = field(default_factory=dict)
    about: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """The names of the experiences something is about."""
    origins: Mapping[int, int] = field(default_factory=dict)
    """The number of the entry something came from."""
    practices: Mapping[int, str] = field(default_factory=dict)
    """The titles of practices."""
    behind: Mapping[int, str] = field(default_factory=dict)
    """What goals are for, by name."""
    series: Mapping[int, str] = field(default_factory=dict)
    """The names of the series that experiences belong to."""


@value()
class Day:
    """Everything that belongs to one day."""

    day: date
    written: Sequence[Written] = ()
    """Entries, check-ins, fragments, sittings and results, in the order of their time."""
    insights: Sequence[Thing[Insight]] = ()
    lines: Sequence[Thing[KeptLine]] = ()
    ticks: Sequence[Thing[Tick]] = ()
    steps: Sequence[Thing[GoalStep]] = ()
    """The steps that were done on this day."""
    experiences: Sequence[str] = ()
    """What was lived through on this day, by name."""
    ties: Ties = field(default_factory=Ties)

    @property
    def size(self) -> int:
        """How many things belong to it, apart from the steps, which belong to their goals."""
        return sum(map(len, (self.written, self.insights, self.lines, self.ticks)))


def days_of(
    *,
    written: Iterable[Written] = (),
    insights: Iterable[Thing[Insight]] = (),
    lines: Iterable[Thing[KeptLine]] = (),
    ticks: Iterable[Thing[Tick]] = (),
    steps: Mapping[date, Sequence[Thing[GoalStep]]],
    experiences: Mapping[date, Sequence[str]],
    ties: Ties,
) -> Iterator[Day]:
    """Yield what a stretch of days holds day by day, the days that hold nothing left out.

    Args:
        written: Entries, check-ins, fragments, sittings and results, in any order.
        insights: Insights, oldest first.
        lines: Kept lines, oldest first.
        ticks: Ticks; one that was taken back or whose practice is not among `ties` says nothing.
        steps: The steps that were done, by the day.
        experiences: The names of experiences by their day; they alone make no day.
        ties: What the things are tied to.
    """
    by_time = sorted(written, key=lambda thing: (thing.moment.at, thing.n))
    written_on, insights_on, lines_on = _by_day(by_time), _by_day(insights), _by_day(lines)
    ticks_on = _by_day(tick for tick in ticks if _says_something(tick.value, ties))
    for day in sorted({*written_on, *insights_on, *lines_on, *ticks_on, *steps}):
        yield Day(
            day=day,
            written=written_on.get(day, ()),
            insights=insights_on.get(day, ()),
            lines=lines_on.get(day, ()),
            ticks=ticks_on.get(day, ()),
            steps=steps.get(day, ()),
            experiences=experiences.get(day, ()),
            ties=ties,
        )


def day_page(day: Day) -> str:
    """Return a day as a page of Markdown."""
    parts = [heading(1, full_day(day.day)), "\n"]
    if day.experiences:
        parts.append(f"Experience: {', '.join(day.experiences)}\n\n")
    parts += [_written(thing, day.ties) for thing in day.written]
    parts += [
        section("Insights", [_insight(thing, day.ties) for thing in day.insights]),
        section("Kept lines", [_line(thing, day.ties) for thing in day.lines]),
        section("Practices", [_tick(thing, day.ties) for thing in day.ticks]),
        section("Steps done", [_step(thing) for thing in day.steps]),
    ]
    return cleaned("".join(parts))


def _by_day(things: Iterable[AnyThing]) -> dict[date, list[AnyThing]]:
    by_day: dict[date, list[AnyThing]] = {}
    for thing in things:
        by_day.setdefault(thing.moment.day, []).append(thing)
    return by_day


def _says_something(tick: Tick, ties: Ties) -> bool:
    return tick.state in _TICKED and tick.practice in ties.practices


def _written(thing: Written, ties: Ties) -> str:
    value = thing.value
    match value:
        case Entry():
            title, body = value.title or value.guide_title or "Entry", _entry(value)
            known = labelled("guide", value.guide_title if value.title else "")
        case Report():
            title, known, body = value.piece_title or "Check-in", "", _report(value)
        case Fragment():
            title, body = value.sense.capitalize() or "Note", block(value.text)
            known = "a breakthrough" if value.breakthrough else ""
        case Sitting():
            title, known, body = value.title or "Sitting", _sat(value), block(value.note)
        case Result():
            title, body = value.title or "Measure", _result(value)
            said = (value.score, value.band_words)
            known = facts(value.period, ", ".join(filter(None, said))).rstrip("\n")
    about = labelled("about", ", ".join(ties.about.get(thing.n, ())))
    tags = labelled("tags", ", ".join(ties.tags.get(thing.n, ())))
    return (
        f"## {wall_clock(thing.moment)} \u00b7 {title}\n{marker(thing.kind, thing.n)}\n"
        f"{facts(known, about, tags)}\n{body}"
    )


def entry_body(entry: Entry) -> str:
    """Return what was written in an entry under deeper headings, but for private answers."""
    return _entry(entry, 4)


def result_answers(result: Result) -> str:
    """Return every answer of a result, private ones too: only where that was asked for."""
    return section("Answers", [_counted(answer) for answer in result.answers], level=4)


def _entry(entry: Entry, level: int = 3) -> str:
    parts = [
        f"{heading(level, ' '.join(answer.prompt.split()))}\n{_answer(answer)}"
        for answer in entry.answers
        if not answer.reply.is_empty and not answer.private
    ]
    return block(entry.text) + "".join(parts)


def _answer(answer: Answered) -> str:
    reply = answer.reply
    if answer.kind == "scale":
        return f"{_rating(answer)}\n\n"
    if answer.kind == "feelings":
        return f"{', '.join(reply.words)}\n\n"
    if answer.kind in _LISTED:
        return "".join(f"- {line}\n" for line in reply.words) + "\n"
    if answer.kind == "sketch":
        return _as_drawn(reply.text)
    return block(reply.text)


def _rating(answer: Answered) -> str:
    said = answer.reply.text or str(answer.reply.number)
    return f"{said} ({answer.scale_words})" if answer.scale_words else said


def _as_drawn(text: str) -> str:
    """Return characters in a fence, which keeps every one in its column."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}\n\n"


def _report(report: Report) -> str:
    """Return the short answers as a list, and after them the long ones."""
    short, long = [], []
    for answer in report.answers:
        if answer.private:
            continue
        prompt = " ".join(answer.prompt.split())
        if "\n" in answer.reply.text and not answer.reply.words:
            long.append(f"{heading(3, prompt)}\n{_answer(answer)}")
        elif not answer.reply.is_empty:
            said = _rating(answer) if answer.kind == "scale" else answer.line
            short.append(f"- {prompt}{'' if prompt.endswith(('?', '.', ':')) else ':'} {said}\n")
    listed = "".join(short) + "\n" if short else ""
    return listed + "".join(long) + block(report.note)


def _sat(sitting: Sitting) -> str:
    before = f"{sitting.before} before" if sitting.before is not None else ""
    after = f"{sitting.after} after" if sitting.after is not None else ""
    distress = ", ".join(part for part in (before, after) if part)
    sat = f"sat {span_words(sitting.sat)}"
    return f"{sat} \u00b7 distress {distress}" if distress else sat


def _result(result: Result) -> str:
    """Return the parts, the answers that may be listed, the notice and the note."""
    if result.has_private:
        listed = "The single answers are left out: one of them is private.\n\n"
    else:
        answers = [_counted(answer) for answer in result.open_answers]
        listed = section("Answers", answers, level=3)
    parts = "".join(f"- {part.name}: {part.words}\n" for part in result.subscores)
    return (parts and f"{parts}\n") + listed + block(result.notice) + block(result.note)


def _counted(answer: Answered) -> str:
    number, text = answer.reply.number, answer.reply.text
    said = text if number is None or text == str(number) else f"{number} {text}"
    return f"{' '.join(answer.prompt.split())}: {said}"


def _insight(thing: Thing[Insight], ties: Ties) -> str:
    value = thing.value
    origin = ties.origins.get(thing.n)
    return f"{value.line} ({value.sort}) {marker(thing.kind, thing.n, origin)}"


def _line(thing: Thing[KeptLine], ties: Ties) -> str:
    value = thing.value
    origin = ties.origins.get(thing.n)
    state = "" if value.state is LineState.OPEN else str(value.state)
    until = f"until {full_day(value.until)}" if value.until else ""
    known = ", ".join(filter(None, (value.keep_as, value.role, state, until)))
    said = f"{value.line} ({known}) {marker(thing.kind, thing.n, origin)}"
    return f"{said}\n\n{block(value.more)}" if value.more else said


def _tick(thing: Thing[Tick], ties: Ties) -> str:
    value = thing.value
    amount = "" if value.amount is None else f", {number(value.amount)}"
    said = f"{ties.practices[value.practice]}: {_TICKED[value.state]}{amount}"
    if "\n" in value.note:
        return f"{said} {marker(thing.kind, thing.n)}\n\n{block(value.note)}"
    return f"{facts(said, value.note).rstrip()} {marker(thing.kind, thing.n)}"


def _step(thing: Thing[GoalStep]) -> str:
    return f"{thing.value.title} {marker(thing.kind, thing.n)}"
