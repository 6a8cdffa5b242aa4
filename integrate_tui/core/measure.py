"""A questionnaire while it is filled in, and how its answers are counted.

Each action gives another `Filling`. Any question may be left; what is left is never guessed at, so
there is a total only where every question that counts was answered. Answers are counted as the
measure says and nothing is made of them beyond its own words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from integrate_tui.core.answers import EMPTY, Reply
from integrate_tui.core.entry import Answered
from integrate_tui.core.pieces import Measure, Option, Question
from integrate_tui.core.result import Result, Subscore
from integrate_tui.core.saved import (
    distinct_keys,
    from_saved,
    moment_from_saved,
    moment_to_saved,
    saved_list,
    to_saved,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.core.text import slug
from integrate_tui.core.value import value

SCALE = "scale"
"""The kind answers are stored under: their words are the form's, and no search finds them."""


@value()
class Filling:
    """A measure while it is filled in."""

    measure: Measure
    replies: tuple[Reply, ...]
    """A reply for each question, empty for what was left."""
    index: int = 0
    """The question that is shown."""
    orphans: tuple[Answered, ...] = ()
    """Answers of a draft whose questions the measure no longer has; they count for nothing."""
    note: str = ""
    """A line of one's own to keep with it."""
    at: datetime | None = None
    """When it was; None for the moment it is finished."""

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.measure.questions[self.index]

    @property
    def options(self) -> tuple[Option, ...]:
        """What it may be answered with."""
        return options_of(self.measure, self.question)

    @property
    def reply(self) -> Reply:
        """What was answered to it so far."""
        return self.replies[self.index]

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Whether nothing is asked after this."""
        return self.index + 1 >= len(self.replies)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        return all(reply.is_empty for reply in self.replies) and not self.orphans

    @property
    def wants_support(self) -> bool:
        """Whether the present answer is one that brings up support."""
        return calls_for_support(self.question, self.reply)

    @property
    def left(self) -> list[int]:
        """The questions that count and were left; with any of them there is no total."""
        return [index for index in _scored(self.measure) if self.replies[index].number is None]

    def answer(self, reply: Reply) -> "Filling":
        """Answer the present question, or take its answer back with an empty reply."""
        replies = list(self.replies)
        replies[self.index] = reply
        return replace(self, replies=tuple(replies))

    def next(self) -> "Filling":
        """Go on to the next question, answered or not; at the last one stay."""
        return self if self.is_last else self.go_to(self.index + 1)

    def back(self) -> "Filling":
        """Go back to the question before; at the first one stay."""
        return self if self.is_first else self.go_to(self.index - 1)

    def go_to(self, index: int) -> "Filling":
        """Show another question."""
        return replace(self, index=index)

    def said_again(self, other: "Filling") -> "Filling":
        """Return this one with the note and the moment of another as well; no note is dropped."""
        notes = dict.fromkeys(note for note in (self.note, other.note) if note)
        return replace(self, note=" ".join(notes), at=other.at or self.at)

    def result(self, note: str = "") -> Result:
        """Return what is to be kept: the answers in the form's words, and what they come to."""
        measure = self.measure
        numbers = [reply.number for reply in self.replies]
        low, high = total_range(measure)
        total = total_of(measure, numbers)
        answers = tuple(
            _answered(measure, question, reply)
            for question, reply in zip(measure.questions, self.replies, strict=True)
            if not reply.is_empty
        )
        return Result(
            measure=measure.id,
            title=measure.title,
            period=measure.period,
            total=total,
            low=low,
            high=high,
            band="" if total is None else band_of(measure, total),
            subscores=tuple(subscores_of(measure, numbers)),
            notice=measure.notice,
            answers=(*answers, *self.orphans),
            note=note or self.note,
        )

    def to_draft(self) -> dict[str, Any]:
        """Return what is filled in as plain data, with the questions' words beside the answers."""
        keys = _keys(self.measure)
        asked = zip(keys, self.measure.questions, self.replies, strict=True)
        return {
            "at": keys[self.index] if keys else "",
            "note": self.note,
            "moment": moment_to_saved(self.at),
            "answers": [
                _saved(key, question.text, reply, is_private=question.private)
                for key, question, reply in asked
                if not reply.is_empty
            ]
            + [
                _saved("", orphan.prompt, orphan.reply, is_private=orphan.private)
                for orphan in self.orphans
            ],
        }


def begin(measure: Measure, *, note: str = "", at: datetime | None = None) -> Filling:
    """Open a measure with nothing answered."""
    return Filling(measure, (EMPTY,) * len(measure.questions), note=note, at=at)


def from_draft(measure: Measure, data: Mapping[str, Any]) -> Filling:
    """Take up a draft again, in the measure as it is now.

    An answer whose question is gone, or is answered differently now, stays as an orphan.

    Raises:
        DamagedError: It is no draft of a measure.
    """
    keys = _keys(measure)
    replies = [EMPTY] * len(keys)
    orphans = []
    for saved in saved_list(data.get("answers", [])):
        reply, key = from_saved(saved), saved.get("key", "")
        index = keys.index(key) if key in keys else None
        if index is not None and _fits(measure, index, reply) and replies[index].is_empty:
            replies[index] = reply
        else:
            orphans.append(_orphan(saved, reply))
    at = keys.index(data["at"]) if data.get("at") in keys else 0
    note = data.get("note", "")
    return Filling(
        measure,
        tuple(replies),
        at,
        tuple(orphans),
        note=note if isinstance(note, str) else "",
        at=moment_from_saved(data.get("moment")),
    )


def options_of(measure: Measure, question: Question) -> tuple[Option, ...]:
    """Return what a question may be answered with: its own answers, or the measure's."""
    return question.answers or measure.answers


def reply_with(option: Option) -> Reply:
    """Answer with one of the options."""
    return Reply(text=option.label or str(option.value), number=option.value)


def counted_value(measure: Measure, question: Question, number: int) -> int:
    """Return what an answer counts; reversed, the least counts as the most."""
    if not question.reverse:
        return number
    low, high = _ends(measure, question)
    return low + high - number


def total_of(measure: Measure, numbers: Sequence[int | None]) -> float | None:
    """Return the score of a measure, None where a question that counts was left.

    Args:
        measure: How it is counted.
        numbers: The number of each answer, None for what was left.
    """
    return _score(measure, _scored(measure), numbers)


def total_range(measure: Measure) -> tuple[float, float]:
    """Return the lowest and the highest total there is."""
    return _range(measure, _scored(measure))


def subscores_of(measure: Measure, numbers: Sequence[int | None]) -> Iterable[Subscore]:
    """Yield the parts whose questions were all answered, counted as the measure is."""
    scored = set(_scored(measure))
    for part in measure.parts:
        indices = [number - 1 for number in part.questions if number - 1 in scored]
        total = _score(measure, indices, numbers)
        if total is not None:
            yield Subscore(part.name, total, *_range(measure, indices))


def band_of(measure: Measure, total: float) -> str:
    """Return the word that screening has for a total, empty where it has none.

    A mean is rounded as finely as the bands are written, so that it falls into no gap of theirs.
    """
    edges = [edge for band in measure.bands for edge in (band.low, band.high)]
    places = max((_places(edge) for edge in edges), default=0)
    rounded = round(total, places)
    return next((band.word for band in measure.bands if band.low <= rounded <= band.high), "")


def scale_words(options: Iterable[Option]) -> str:
    """Return options as a scale is shown: `0 Not at all .. 3 Nearly every day`."""
    given = sorted(options, key=lambda option: option.value)
    shown = [option for option in given if option.label or option in (given[0], given[-1])]
    return " .. ".join(f"{option.value} {option.label}".strip() for option in shown)


def _scored(measure: Measure) -> list[int]:
    """Return which questions count."""
    return [i for i, question in enumerate(measure.questions) if not question.unscored]


def _score(measure: Measure, indices: Sequence[int], numbers: Sequence[int | None]) -> float | None:
    counted = []
    for index in indices:
        number = numbers[index]
        if number is None:
            return None
        counted.append(counted_value(measure, measure.questions[index], number))
    return _scaled(measure, sum(counted), len(counted)) if counted else None


def _range(measure: Measure, indices: Sequence[int]) -> tuple[float, float]:
    ends = [_ends(measure, measure.questions[index]) for index in indices]
    if not ends:
        return 0.0, 0.0
    low, high = (sum(each) for each in zip(*ends, strict=True))
    return _scaled(measure, low, len(ends)), _scaled(measure, high, len(ends))


def _scaled(measure: Measure, total: int, count: int) -> float:
    """Return a sum of whole numbers as a score; it is divided last, so no order matters."""
    scaled = float(total * measure.multiply)
    return scaled / count if measure.score == "mean" else scaled


def _ends(measure: Measure, question: Question) -> tuple[int, int]:
    values = [option.value for option in options_of(measure, question)]
    return (min(values), max(values)) if values else (0, 0)


def _places(edge: float) -> int:
    return len(f"{edge:.3f}".rstrip("0").partition(".")[2])


def _answered(measure: Measure, question: Question, reply: Reply) -> Answered:
    options = options_of(measure, question)
    low, high = _ends(measure, question)
    return Answered(
        prompt=question.text,
        reply=reply,
        kind=SCALE,
        guidance=question.guidance,
        low=low,
        high=high,
        scale_words=scale_words(options),
        private=question.private,
    )


def _keys(measure: Measure) -> list[str]:
    return distinct_keys(slug(question.text) for question in measure.questions)


def _fits(measure: Measure, index: int, reply: Reply) -> bool:
    options = options_of(measure, measure.questions[index])
    return any(reply == reply_with(option) for option in options)


def _saved(key: str, prompt: str, reply: Reply, *, is_private: bool) -> dict[str, Any]:
    return {"key": key, "prompt": prompt, "private": is_private, **to_saved(reply)}


def _orphan(saved: Mapping[str, Any], reply: Reply) -> Answered:
    """Return an answer whose question is gone: its words, and no number to be counted."""
    prompt = saved.get("prompt")
    return Answered(
        prompt=prompt if isinstance(prompt, str) else str(saved.get("key", "")),
        reply=Reply(reply.text or str(reply.number)),
        kind=SCALE,
        private=saved.get("private") is True,
    )
