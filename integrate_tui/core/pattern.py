"""A breathing pattern of one's own, from a line as people write it: `in 5.5, out 5.5`, `4-7-8`.

It becomes an exercise like any other, in a text pack of one's own, and is a line again when it is
to be changed.
"""

import re
from collections.abc import Sequence

from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import LONGEST, Plan, lay_out
from integrate_tui.core.grounding import USUAL
from integrate_tui.core.pieces import BREATH_VERBS, Exercise, Round, Step, Verb
from integrate_tui.core.strain import is_too_fast
from integrate_tui.core.text import clean_line, counted, slug
from integrate_tui.core.trends import number
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

OWN = "my own"
"""The tag of what was made in the program."""
SHORTEST, LONGEST_PHASE = 0.5, 60
"""Seconds of one phase, as the text packs allow them."""
MOST_PHASES = 12
MOST_ROUNDS = 1_000
_SHOWN = "Write it as in 4, hold 2, out 6, or as 4-2-6."
_PHASE = re.compile(
    r"\b(in|sip|out|hold|rest)\s+(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:s|sec|seconds?)?(?![\w.])", re.I
)
_NUMBERS = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?(?:\s*[-/\u2013 ]\s*\d{1,3}(?:[.,]\d{1,3})?){1,3}")
_BY_COUNT = {
    2: (Verb.IN, Verb.OUT),
    3: (Verb.IN, Verb.HOLD, Verb.OUT),
    4: (Verb.IN, Verb.HOLD, Verb.OUT, Verb.HOLD),
}
_TIME = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:m|min|minutes?)?", re.I)
_ROUNDS = re.compile(r"(\d{1,4})\s*(?:x|times|rounds?|breaths?)", re.I)
_CAUTION = (
    "It holds the breath. Leave it if you are pregnant or have a heart, lung or eye condition, high"
    " or low blood pressure, seizures, or recent surgery. Stop if you feel light-headed."
)


@value()
class Pattern:
    """A breath, and how long it goes on."""

    title: str
    steps: tuple[Step, ...]
    seconds: int | None = USUAL
    """How long it goes on; None where rounds are counted."""
    rounds: int | None = None


def read_pattern(title: str, phases: str, length: str) -> Pattern:
    """Return the pattern that was typed.

    Args:
        title: What it is called.
        phases: Its phases, in one line.
        length: Minutes or rounds; empty for five minutes.

    Raises:
        UsageError: Something in it cannot be understood, or it breathes too fast.
    """
    called = clean_line(title)
    if not slug(called):
        raise UsageError("It needs a name, of a word or more.")
    seconds, rounds = read_length(length)
    pattern = Pattern(called, read_phases(phases), seconds, rounds)
    if is_too_fast(exercise_of(pattern)):
        raise UsageError(
            "That is more than twenty breaths a minute, and fast breathing is left out here.",
            do="A little longer in or out, and it can be kept.",
        )
    return pattern


def read_phases(typed: str) -> tuple[Step, ...]:
    """Return the phases of one breath.

    Raises:
        UsageError: They are none, or one is too short or too long.
    """
    line = clean_line(typed)
    steps = _from_numbers(line) or _from_words(line)
    verbs = {step.verb for step in steps}
    if not {Verb.IN, Verb.OUT} <= verbs:
        raise UsageError("A breath has an in and an out.", do=_SHOWN)
    if len(steps) > MOST_PHASES:
        raise UsageError(f"A pattern has {MOST_PHASES} phases at the most.")
    for step in steps:
        if not SHORTEST <= (step.seconds or 0) <= LONGEST_PHASE:
            raise UsageError(
                f"'{step.verb} {number_of(step)}' cannot be done.",
                do=f"Each phase lasts {SHORTEST} to {LONGEST_PHASE} seconds.",
            )
    return steps


def _from_numbers(line: str) -> tuple[Step, ...]:
    if not _NUMBERS.fullmatch(line):
        return ()
    numbers = [_number(found) for found in re.findall(r"\d+(?:[.,]\d+)?", line)]
    verbs = _BY_COUNT[len(numbers)]
    # A nought says that there is no such phase: 4-0-6.
    pairs = zip(verbs, numbers, strict=True)
    return tuple(Step(verb=verb, seconds=seconds) for verb, seconds in pairs if seconds)


def _from_words(line: str) -> tuple[Step, ...]:
    found = list(_PHASE.finditer(line))
    if not found or line[: found[0].start()].strip(" ,;"):
        raise UsageError("That is not clear yet.", do=_SHOWN)
    ends = [*(match.start() for match in found[1:]), len(line)]
    return tuple(
        Step(
            verb=Verb(match[1].lower()),
            seconds=_number(match[2]),
            cue=line[match.end() : end].strip(" ,;"),
        )
        for match, end in zip(found, ends, strict=True)
    )


def read_length(typed: str) -> tuple[int | None, int | None]:
    """Return seconds or rounds from `5 minutes`, `2.5`, `12 rounds`; five minutes from nothing.

    Raises:
        UsageError: It is neither, or too much.
    """
    line = clean_line(typed)
    if not line:
        return USUAL, None
    if found := _ROUNDS.fullmatch(line):
        if not 1 <= int(found[1]) <= MOST_ROUNDS:
            raise UsageError(f"It goes round once to {MOST_ROUNDS} times.")
        return None, int(found[1])
    found = _TIME.fullmatch(line)
    seconds = round(_number(found[1]) * 60) if found else 0
    if not 1 <= seconds <= LONGEST:
        raise UsageError(
            "How long is not clear yet.", do="Write 5 minutes, or 12 rounds; up to three hours."
        )
    return seconds, None


def exercise_of(pattern: Pattern, id: str = "") -> Exercise:
    """Return a pattern as an exercise.

    Args:
        pattern: The pattern.
        id: The id that its sittings go by; the one its title gives where it is new.
    """
    breathe = Round(title="Breathe", repeat=pattern.rounds, steps=pattern.steps)
    has_hold = any(step.verb is Verb.HOLD for step in pattern.steps)
    return Exercise(
        id=id or slug(pattern.title),
        title=pattern.title,
        about=f"{_capital(phases_words(pattern.steps))}.",
        takes=pattern.seconds,
        tags=(OWN,),
        caution=_CAUTION if has_hold else "",
        sections=(breathe,),
    )


def pattern_of(exercise: Exercise) -> Pattern | None:
    """Return the pattern that an exercise is, None where it is more than one."""
    if OWN not in exercise.tags or len(exercise.sections) != 1:
        return None
    only = exercise.sections[0]
    if not {step.verb for step in only.steps} <= BREATH_VERBS:
        return None
    pattern = Pattern(
        exercise.title, only.steps, None if only.repeat else exercise.takes, only.repeat
    )
    return pattern if exercise_of(pattern, exercise.id) == exercise else None


def phases_text(pattern: Pattern) -> str:
    """Return the phases as they are typed: `in 5.5 Slowly, out 5.5`."""
    return ", ".join(f"{step.verb} {number_of(step)} {step.cue}".strip() for step in pattern.steps)


def length_text(pattern: Pattern) -> str:
    """Return how long it goes on as it is typed: `5 minutes`, `12 rounds`."""
    if pattern.rounds:
        return counted(pattern.rounds, "round")
    minutes = (pattern.seconds or USUAL) / 60
    return f"{minutes:.4g} minute{'' if minutes == 1 else 's'}"


def phases_words(steps: Sequence[Step]) -> str:
    """Say the phases: `in 5.5, out 5.5`."""
    return ", ".join(f"{step.verb} {number_of(step)}" for step in steps)


def summary(pattern: Pattern) -> str:
    """Say what a pattern comes to: `11 seconds a breath, 5.5 a minute. 28 breaths in 5:08.`."""
    plan: Plan = lay_out(exercise_of(pattern))
    breath = sum(step.seconds or 0.0 for step in pattern.steps)
    return (
        f"{number(breath)} seconds a round, {number(60 / breath)} a minute."
        f" {counted(plan.breaths, 'breath')} in {clock_words(plan.total)}."
    )


def number_of(step: Step) -> str:
    """Return the seconds of a step as they are typed: `5.5`."""
    return f"{step.seconds or 0:.3f}".rstrip("0").rstrip(".")


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
