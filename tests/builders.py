"""Values with sensible defaults, so that a test says only what matters to it."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

from integrate_tui.ahead import read_near_day
from integrate_tui.clock import zone_name
from integrate_tui.core.answers import Answer, Choice, Reply, Scale, Text
from integrate_tui.core.checkin import Report
from integrate_tui.core.dates import Moment, moment
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.experience import Experience
from integrate_tui.core.known import Known
from integrate_tui.core.pieces import (
    Band,
    CheckIn,
    Comparison,
    Condition,
    Exercise,
    Family,
    Guide,
    Measure,
    Option,
    Part,
    Prompt,
    Question,
    Round,
    Section,
    Step,
    Verb,
)
from integrate_tui.core.result import Result, Subscore
from integrate_tui.core.thing import Thing, ThingKind
from tests.fakes import EVENING

BREATH = ((Verb.IN, 4.0), (Verb.HOLD, 2.0), (Verb.OUT, 6.0))
"""One breath of twelve seconds."""


FEELINGS = (
    Family(title="Settled", energy=-1, pleasant=2, words=("calm", "at ease", "safe")),
    Family(title="Bright", energy=1, pleasant=2, words=("glad", "playful")),
    Family(title="Alarmed", energy=2, pleasant=-2, words=("afraid", "on edge")),
    Family(title="Low", energy=-1, pleasant=-2, words=("sad", "raw")),
)
"""A few words in each corner of the plane."""


def a_moment(at: datetime = EVENING, **back: float) -> Moment:
    """Return a moment, `days=2` or so before the evening of the tests."""
    at = at - timedelta(**back)
    return moment(at, zone_name(at))


def a_prompt(
    text: str = "What is still with you?", answer: Answer | None = None, **more: Any
) -> Prompt:
    """Return a prompt."""
    return Prompt(text=text, answer=answer or Text(), **more)


def ask_if(name: str, comparison: str, value: str = "") -> Condition:
    """Return a condition, its comparison in the words of a pack."""
    return Condition(name, Comparison(comparison), value)


def a_guide(*prompts: Prompt, id: str = "week-one", **more: Any) -> Guide:
    """Return a guide with these prompts in one section."""
    return Guide(id=id, title="Week one", sections=(Section(prompts=prompts),), **more)


def a_check_in(*prompts: Prompt) -> CheckIn:
    """Return a check-in with these prompts, or one of mood and a line."""
    asked = prompts or (
        a_prompt("How is your mood?", Scale(0, 10, ((0, "low"), (10, "light"))), name="mood"),
        a_prompt("A line, if you like."),
    )
    return CheckIn(id="daily", title="Check in", sections=(Section(prompts=asked),))


def steps(*timed: tuple[Verb, float | None]) -> tuple[Step, ...]:
    """Return the steps of a section, each a verb and its seconds."""
    return tuple(Step(verb=verb, seconds=seconds, cue=f"{verb} now") for verb, seconds in timed)


def a_round(*timed: tuple[Verb, float | None], repeat: int | None = None, title: str = "") -> Round:
    """Return a section of an exercise, repeated until the time is up unless it is said."""
    return Round(title=title, repeat=repeat, steps=steps(*(timed or BREATH)))


def an_exercise(*sections: Round, takes: int | None = 120, **more: Any) -> Exercise:
    """Return an exercise of two minutes, of breaths where no sections are given."""
    return Exercise(
        id="slow-breath",
        title="Slow breath",
        takes=takes,
        sections=sections or (a_round(),),
        **more,
    )


def a_rating(name: str = "mood", value: int = 6, low: int = 0, high: int = 10) -> Answered:
    """Return an answered scale."""
    return Answered(
        prompt=f"How is your {name}?",
        reply=Reply(str(value), value),
        kind="scale",
        name=name,
        low=low,
        high=high,
        scale_words=f"{low} low .. {high} light",
    )


def some_feelings(*words: str, families: Iterable[str] = ()) -> Answered:
    """Return answered feelings."""
    return Answered(
        prompt="Which words come near?",
        reply=Reply("\n".join(words), words=words),
        kind="feelings",
        name="feelings",
        families=tuple(families),
    )


def a_guided_entry(*answers: Answered, **more: Any) -> Entry:
    """Return an entry that a guide was written for."""
    given = answers or (
        a_rating(),
        Answered(
            "What is still with you?", Reply("The lake, and the cold."), guidance="Small is fine."
        ),
        some_feelings("calm", "tired", families=("Quiet", "Low")),
    )
    return Entry(title="The lake", guide="week-one", guide_title="Week one", answers=given, **more)


def a_report(*answers: Answered, note: str = "") -> Report:
    """Return a kept check-in."""
    return Report("daily", "Check in", answers or (a_rating(),), note)


def a_result(**more: Any) -> Result:
    """Return a measure that was filled in: one open answer, one private, two parts."""
    values: dict[str, Any] = {
        "measure": "phq-4",
        "title": "PHQ-4",
        "period": "Over the last 2 weeks",
        "total": 5.0,
        "low": 0.0,
        "high": 12.0,
        "band": "mild",
        "subscores": (Subscore("anxiety", 3.0, 0.0, 6.0), Subscore("depression", 2.0, 0.0, 6.0)),
        "notice": "This is not a diagnosis.",
        "answers": (a_counted("Feeling nervous", 3), a_counted("Thoughts", 2, private=True)),
    }
    return Result(**(values | more))


def a_counted(prompt: str, number: int, **more: Any) -> Answered:
    """Return an answer of a measure."""
    words = ("Not at all", "Several days", "More than half the days", "Nearly every day")
    return Answered(
        prompt=prompt,
        reply=Reply(words[number], number),
        kind="scale",
        high=3,
        scale_words=" .. ".join(f"{i} {word}" for i, word in enumerate(words)),
        **more,
    )


def a_measure(*questions: Question, **more: Any) -> Measure:
    """Return a measure of three questions answered from 0 to 3, two of which make a part."""
    values: dict[str, Any] = {
        "id": "own-3",
        "title": "Own 3",
        "period": "Lately",
        "source": "The tests.",
        "licence": "As the tests.",
        "notice": "This is not a diagnosis.",
        "answers": tuple(Option(i, word) for i, word in enumerate(("No", "Some", "Much", "All"))),
        "bands": (Band(0, 4, "less"), Band(5, 9, "more")),
        "parts": (Part("first", (1, 2)),),
        "questions": questions or tuple(Question(text=f"Question {word}") for word in "abc"),
    }
    return Measure(**(values | more))


def a_sitting(**more: Any) -> Sitting:
    """Return a run of an exercise."""
    values: dict[str, Any] = {
        "exercise": "slow-breath",
        "title": "Slow breath",
        "planned": 120.0,
        "sat": 118.5,
    }
    return Sitting(**(values | more))


def a_draft(
    id: str = "d-1", data: str = "{}", *, changed: datetime = EVENING, **more: Any
) -> Draft:
    """Return a draft of guided writing."""
    values: dict[str, Any] = {"flow": Flow.WRITING, "subject": "week-one", "title": "Week one"}
    made = EVENING.astimezone(UTC).replace(microsecond=0)
    return Draft(id=id, data=data, made=made, changed=changed.astimezone(UTC), **(values | more))


def a_lived(
    at: datetime = EVENING,
    *,
    n: int = 1,
    timed: bool = True,
    name: str = "The lake",
    sort: str = "",
) -> Thing[Experience]:
    """Return an experience as the journal gives it back."""
    value = Experience(name=name, sort=sort, timed=timed)
    return Thing(n, f"id-{n}", ThingKind.EXPERIENCE, a_moment(at), n, value)


def what_is_known(*own: str, families: tuple[Family, ...] = ()) -> Known:
    """Return what is known around a question on the evening of the tests.

    Args:
        own: The words of one's own things, numbered from 1, whatever kind is asked for.
        families: The feelings words; four families where none are given.
    """
    return Known(
        families=families or FEELINGS,
        today=EVENING.date(),
        read_day=lambda typed: read_near_day(typed, EVENING, time(4)),
        own=lambda _kind: tuple(Choice(n, words) for n, words in enumerate(own, 1)),
    )
