"""An exercise laid out in time: what happens when, as one flat run of beats.

Everything the runner shows is a function of these beats and a clock. Times are in plan seconds,
which are real seconds at the pace 1.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate, chain
from math import ceil

from integrate_tui.core.answers import Answer
from integrate_tui.core.pieces import BREATH_VERBS, Exercise, Level, Round, Step, Verb
from integrate_tui.core.value import value

LONGEST = 3 * 60 * 60.0
"""Seconds beyond which sections that repeat until the time is up are not repeated."""
MOST_BEATS = 50_000
"""Beats beyond which no section is repeated; a text pack is anybody's."""
_CLOSE_ENOUGH = 1e-6
_BEFORE_SIP = 0.8
"""How full the first breath of a sigh makes the lungs, as a share."""
_SWIFTEST = 0.7
"""How much of the lungs a second fills or empties at most in the picture, as a share."""
_TURN = 1.5
"""Seconds of a beat that go to turning round, before it moves anything in the picture.

A breath that is quicker moves less far, or not at all: nothing on the screen may flicker, whatever
a text pack says and at whatever pace.
"""


@value()
class Sitting:
    """One run of an exercise, as it really went."""

    exercise: str
    """The id of the exercise."""
    title: str
    planned: float
    """Seconds it was meant to last."""
    sat: float
    """Seconds really sat, pauses aside."""
    breaths: int = 0
    """Whole breaths taken."""
    finished: bool = False
    """Whether it went on to its end; leaving early is only a fact."""
    before: int | None = None
    """Distress before, 0-10; None where it was not said."""
    after: int | None = None
    """Distress after, 0-10; None where it was not said."""
    note: str = ""


@value()
class Beat:
    """One step at its place in time."""

    verb: Verb
    seconds: float | None
    """How long it lasts; None for one's own pace."""
    cue: str
    guidance: str = ""
    heading: str = ""
    """The title of its section."""
    unit: int = 0
    """What a skip leaves: beats of one unit are skipped together."""
    breath: int = -1
    """Which breath it belongs to, from 0; -1 for a beat that is no breath."""
    full_from: float = 0.0
    """How full the lungs are when it begins, 0 to 1."""
    full_to: float = 0.0
    """How full the lungs are when it ends, 0 to 1."""
    answer: Answer | None = None
    """What may be typed during it."""

    @property
    def is_breath(self) -> bool:
        """Whether it shapes a breath."""
        return self.breath >= 0


@value()
class Plan:
    """An exercise laid out in time."""

    exercise: Exercise
    beats: tuple[Beat, ...]
    starts: tuple[float, ...]
    """When each beat begins; a beat at one's own pace takes no time here."""
    total: float
    """Seconds of the whole, beats at one's own pace aside."""
    breaths_before: tuple[int, ...]
    """How many whole breaths lie before each beat, and in the end before none."""
    times: tuple[int, ...] = ()
    """How often each section of the exercise is done."""

    @property
    def breaths(self) -> int:
        """How many breaths it has."""
        return self.breaths_before[-1]

    def place(self, index: int, offset: float, ahead: float) -> tuple[int, float]:
        """Return the beat reached `ahead` seconds after a place, and the seconds into it.

        A beat at one's own pace is never passed by time alone. At the end the index is the number
        of beats.
        """
        if index >= len(self.beats) or self.beats[index].seconds is None:
            return index, 0.0
        at = self.starts[index] + offset + ahead
        if at >= self.total - _CLOSE_ENOUGH:
            reached = len(self.beats)
        else:
            reached = bisect_right(self.starts, at + _CLOSE_ENOUGH) - 1
        for waiting in range(index, min(reached + 1, len(self.beats))):
            if self.beats[waiting].seconds is None:
                return waiting, 0.0
        if reached >= len(self.beats):
            return reached, 0.0
        return reached, max(0.0, at - self.starts[reached])

    def start_of_breath(self, index: int) -> int:
        """Return the in-breath that a beat of a breath follows; the beat itself if it is none.

        Where rounds begin by breathing out, that is in the round before.
        """
        beat = self.beats[index]
        if not beat.is_breath:
            return index
        first = index
        while first > 0 and self.beats[first - 1].breath == beat.breath:
            first -= 1
        for place in chain(range(first, index + 1), reversed(range(first))):
            if self.beats[place].unit != beat.unit:
                break
            if self.beats[place].verb is Verb.IN:
                return place
        return first

    def next_unit(self, index: int) -> int:
        """Return the first beat after the unit a beat belongs to."""
        unit = self.beats[index].unit
        while index < len(self.beats) and self.beats[index].unit == unit:
            index += 1
        return index


def lay_out(exercise: Exercise, seconds: float | None = None, breaths: int | None = None) -> Plan:
    """Lay an exercise out in time.

    Sections that repeat until the time is up repeat whole, so that the last breath is finished:
    the plan is never shorter than what was asked for, and at most one round longer.

    Args:
        exercise: What to lay out.
        seconds: How long it is to last; its own length where nothing is said.
        breaths: How many rounds the open sections are to have, in place of a time.
    """
    target = min(seconds or exercise.takes or 0, LONGEST)
    rounds = breaths or _rounds_for(exercise, target)
    if exercise.at_most:
        rounds = min(rounds, exercise.at_most)
    beats: list[Beat] = []
    done: list[int] = []
    unit = breath = 0
    for section in exercise.sections:
        times = rounds if section.repeat is None else section.repeat
        breathes = _is_breathed(section)
        together = breathes or {step.verb for step in section.steps} <= {Verb.TENSE, Verb.RELEASE}
        done.append(0)
        for _ in range(times):
            if len(beats) >= MOST_BEATS:
                break
            done[-1] += 1
            for step in section.steps:
                number = breath if breathes else -1
                beats.append(_beat(step, section, unit, number))
                unit += not together
            breath += breathes
        unit += 1
    beats = _with_levels(beats)
    lengths = [beat.seconds or 0.0 for beat in beats]
    ends = list(accumulate(lengths, initial=0.0))
    breaths_before = _counted_breaths(beats)
    return Plan(exercise, tuple(beats), tuple(ends[:-1]), ends[-1], breaths_before, tuple(done))


def length_of(exercise: Exercise) -> float:
    """Return how many seconds an exercise takes as it is written."""
    return lay_out(exercise).total


def by_gentleness(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Return exercises as they are offered: the gentle first, and those for high distress."""
    levels = list(Level)
    return sorted(
        exercises,
        key=lambda found: (levels.index(found.level), -(found.best_at or (0, 0))[1], found.title),
    )


def has_breaths(exercise: Exercise) -> bool:
    """Tell whether an exercise has a section that is breathed."""
    return any(_is_breathed(section) for section in exercise.sections)


def has_holds(exercise: Exercise) -> bool:
    """Tell whether an exercise asks for the breath to be held."""
    return any(_is_breathed(section) and _holds(section) for section in exercise.sections)


def without_holds(exercise: Exercise) -> Exercise:
    """Return an exercise with every hold of a breath left out; the out-breaths stay as long."""
    sections = tuple(
        replace(section, steps=tuple(step for step in section.steps if step.verb is not Verb.HOLD))
        if _is_breathed(section)
        else section
        for section in exercise.sections
    )
    return replace(exercise, sections=sections)


def has_open_length(exercise: Exercise) -> bool:
    """Tell whether an exercise has a section that repeats until the time is up."""
    return any(section.repeat is None for section in exercise.sections)


def _rounds_for(exercise: Exercise, target: float) -> int:
    """Return how often the open sections repeat to fill a time, at least once."""
    fixed = sum(
        _length(section) * section.repeat for section in exercise.sections if section.repeat
    )
    one_round = sum(_length(section) for section in exercise.sections if section.repeat is None)
    if one_round <= 0:
        return 1
    return max(1, ceil((target - fixed) / one_round - _CLOSE_ENOUGH))


def _length(section: Round) -> float:
    return sum(step.seconds or 0.0 for step in section.steps)


def _is_breathed(section: Round) -> bool:
    verbs = {step.verb for step in section.steps}
    return bool(verbs) and verbs <= BREATH_VERBS and bool(verbs & {Verb.IN, Verb.OUT})


def _holds(section: Round) -> bool:
    return any(step.verb is Verb.HOLD for step in section.steps)


def _beat(step: Step, section: Round, unit: int, breath: int) -> Beat:
    return Beat(
        step.verb,
        step.seconds,
        step.cue,
        step.guidance,
        section.title,
        unit,
        breath,
        answer=step.answer,
    )


def _counted_breaths(beats: list[Beat]) -> tuple[int, ...]:
    """Return how many whole breaths lie before each beat, and before the end."""
    counts = []
    begun = 0
    for beat in beats:
        counts.append(beat.breath if beat.is_breath else begun)
        begun = beat.breath + 1 if beat.is_breath else begun
    return (*counts, begun)


def _with_levels(beats: list[Beat]) -> list[Beat]:
    """Say how full the lungs are at both ends of each beat.

    Each beat begins where the one before ended, so nothing jumps; a breath that was never let out
    goes during the first timed beat that is none.
    """
    level = 0.0
    rose = False
    leveled = []
    for i, beat in enumerate(beats):
        reached = level
        if not beat.is_breath:
            reached = level if beat.seconds is None else 0.0
        elif beat.verb is Verb.IN:
            sips = i + 1 < len(beats) and beats[i + 1].verb is Verb.SIP
            reached = _BEFORE_SIP if sips else 1.0
        elif beat.verb is Verb.SIP:
            reached = 1.0
        elif beat.verb is Verb.OUT:
            reached = 0.0
        rises = reached > level
        turn = _TURN if rises is not rose else 0.0
        far = _SWIFTEST * max(0.0, (beat.seconds or 0.0) - turn)
        reached = min(max(reached, level - far), level + far)
        rose = rises if reached != level else rose
        leveled.append(replace(beat, full_from=level, full_to=reached))
        level = reached
    return leveled
