"""A sitting from beginning to end: distress before, the run, distress after.

Both front ends drive this; leaving early asks nothing more.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from integrate_tui.core import free
from integrate_tui.core.answers import Scale
from integrate_tui.core.dates import clock_words, span_words
from integrate_tui.core.exercise import (
    Plan,
    Sitting,
    has_breaths,
    has_holds,
    has_open_length,
    lay_out,
    without_holds,
)
from integrate_tui.core.grounding import wants_more
from integrate_tui.core.pieces import CheckIn, Exercise, Prompt
from integrate_tui.core.runner import Frame, Runner, RunState, pace_within, start
from integrate_tui.core.strain import is_too_fast
from integrate_tui.core.text import counted
from integrate_tui.core.value import value

DISTRESS = "distress"
"""The name of the number that is asked before and after."""
BREATHS = (6, 12, 24)
"""The numbers of breaths that are offered beside the lengths."""


class Stage(StrEnum):
    """Where a sitting is."""

    BEFORE = "before"
    RUNNING = "running"
    AFTER = "after"
    OVER = "over"


@value()
class Span:
    """How long a sitting is to last: so many seconds, so many breaths, or neither.

    Neither is the exercise's own length, or the open end of a free sit.
    """

    seconds: float | None = None
    breaths: int | None = None

    @property
    def words(self) -> str:
        """How it is shown: `3:20`, `12 breaths`."""
        if self.breaths is not None:
            return counted(self.breaths, "breath")
        return "open end" if self.seconds is None else clock_words(self.seconds)


@value()
class SittingFlow:
    """A sitting while it goes on."""

    exercise: Exercise
    seconds: float | None = None
    """How long it is to last; None for its own length, or for the open end of a free sit."""
    breaths: int | None = None
    """How many breaths it is to have, in place of a length."""
    holds: bool = True
    """Whether the breath is held where the exercise says so."""
    pace: float = 1.0
    """The pace it begins with."""
    bell_every: float | None = None
    """Real seconds between interval bells; None for none."""
    stage: Stage = Stage.BEFORE
    before: int | None = None
    after: int | None = None
    runner: Runner | None = None
    seen: float = 0.0
    """The instant of the last look at the clock."""
    said: tuple[tuple[str, str], ...] = ()
    """What was typed during it: the cue, and the words."""
    keeps_said: bool = True
    """Whether that is kept with the sitting."""

    @property
    def plan(self) -> Plan:
        """The exercise laid out as it was chosen."""
        if self.is_free:
            return lay_out(free.free_sit(self.seconds))
        exercise = self.exercise if self.holds else without_holds(self.exercise)
        return lay_out(exercise, self.seconds, self.breaths)

    @property
    def length_words(self) -> str:
        """How long it is going to be; empty where that is open."""
        total = self.length
        return span_words(total) if total else ""

    @property
    def length(self) -> float:
        """How many real seconds it is going to be; 0 where that is open."""
        plan = self.plan
        return plan.total * pace_within(plan.exercise, self.pace)

    @property
    def is_free(self) -> bool:
        """Whether there is nothing to follow."""
        return free.is_free(self.exercise)

    @property
    def span(self) -> Span:
        """The length that is chosen."""
        if self.breaths is not None or self.is_free:
            return Span(self.seconds, self.breaths)
        own = self.seconds or self.exercise.takes
        return Span(float(own) if own else None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The lengths there are to choose from, that which is chosen among them."""
        if self.is_free:
            offered = {Span(minutes * 60.0) for minutes in free.MINUTES} | {self.span}
            return (Span(), *_in_order(offered - {Span()}))
        exercise = self.exercise
        if not has_open_length(exercise):
            return ()
        own = (exercise.takes,) if exercise.takes else ()
        spans = {Span(float(seconds)) for seconds in (*exercise.lengths, *own)} | {self.span}
        if has_breaths(exercise):
            most = exercise.at_most or max(BREATHS)
            spans |= {Span(breaths=count) for count in {*BREATHS, most} if count <= most}
        return _in_order(spans - {Span()})

    @property
    def has_holds(self) -> bool:
        """Whether there are holds to leave out, and no haste without them."""
        return has_holds(self.exercise) and not is_too_fast(without_holds(self.exercise))

    def choose_span(self, span: Span) -> "SittingFlow":
        """Choose how long it is to last."""
        return replace(self, seconds=span.seconds, breaths=span.breaths)

    def choose_holds(self, holds: bool) -> "SittingFlow":
        """Choose whether the breath is held."""
        return replace(self, holds=holds)

    def choose_pace(self, pace: float) -> "SittingFlow":
        """Choose the pace it begins with."""
        return replace(self, pace=pace)

    def ring_every(self, seconds: float | None) -> "SittingFlow":
        """Choose how far apart interval bells are."""
        return replace(self, bell_every=seconds)

    def say_before(self, distress: int | None) -> "SittingFlow":
        """Say how much distress there is before it, or nothing."""
        return replace(self, before=distress)

    def begin(self, now: float) -> "SittingFlow":
        """Begin the run."""
        runner = start(self.plan, now, self.pace)
        return replace(self, stage=Stage.RUNNING, runner=runner, seen=now)

    def look(self, now: float) -> "SittingFlow":
        """Look at the clock: what a machine slept through is left out, and the end is noticed."""
        if self.runner is None or self.stage is not Stage.RUNNING:
            return self
        return self._with(self.runner.without_gap(self.seen, now), now)

    def wait(self, now: float) -> "SittingFlow":
        """Take all the time since the last look as sat: a person was being waited for."""
        return replace(self, seen=now)

    def act(self, action: Callable[[Runner, float], Runner], now: float) -> "SittingFlow":
        """Do something to the run at an instant; at its end comes the last question."""
        flow = self.look(now)
        if flow.runner is None or flow.stage is not Stage.RUNNING:
            return flow
        return flow._with(action(flow.runner, now), now)

    def frame(self, now: float) -> Frame:
        """Return what the run shows."""
        return self._run.frame(now)

    def tell(self, cue: str, words: str) -> "SittingFlow":
        """Take what is typed at a step, in place of what was typed there before."""
        others = tuple(told for told in self.said if told[0] != cue)
        return replace(self, said=(*others, (cue, words)) if words.strip() else others)

    def keep_said(self, keeps: bool) -> "SittingFlow":
        """Choose whether what was typed is kept with the sitting, or let go."""
        return replace(self, keeps_said=keeps)

    def say_after(self, distress: int | None) -> "SittingFlow":
        """Say how much distress there is after it, or nothing; the sitting is over."""
        return replace(self, after=distress, stage=Stage.OVER)

    def leave(self, now: float) -> "SittingFlow":
        """Leave at once, with what was sat up to an instant."""
        flow = self.act(Runner.pause, now)
        return replace(flow, stage=Stage.OVER)

    def result(self, now: float) -> Sitting | None:
        """Return what is to be kept, None where nothing was sat."""
        if self.runner is None:
            return None
        runner = self.look(now)._run
        sitting = runner.sitting(now, self.before, self.after)
        if sitting.sat < 1 and not self.said:
            return None
        said = self.said if self.keeps_said else ()
        return replace(sitting, note="\n\n".join(f"{cue}\n{words}" for cue, words in said))

    @property
    def wants_more(self) -> bool:
        """Whether distress rose, or is still so high, that something else should be offered."""
        return wants_more(self.before, self.after)

    def _with(self, runner: Runner, now: float) -> "SittingFlow":
        is_done = runner.frame(now).state is RunState.DONE
        stage = Stage.AFTER if is_done else Stage.RUNNING
        return replace(self, runner=runner, seen=now, stage=stage)

    @property
    def _run(self) -> Runner:
        if self.runner is None:
            raise RuntimeError("the sitting has not begun")
        return self.runner


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans as they are offered: lengths first, then numbers of breaths."""
    return tuple(sorted(spans, key=lambda span: (span.breaths or 0, span.seconds or 0.0)))


def distress_prompt(check_ins: Iterable[CheckIn]) -> Prompt | None:
    """Return the question a check-in asks for distress with, None where it asks for none."""
    return next(
        (
            prompt
            for piece in check_ins
            for prompt in piece.prompts
            if prompt.name == DISTRESS and isinstance(prompt.answer, Scale)
        ),
        None,
    )


def distress_scale(check_ins: Iterable[CheckIn]) -> Scale:
    """Return the scale of distress as the check-in words it, from 0 to 10 where it has none."""
    prompt = distress_prompt(check_ins)
    return prompt.answer if prompt and isinstance(prompt.answer, Scale) else Scale()


def change_words(before: int | None, after: int | None) -> str:
    """Say what the two numbers say, in one neutral sentence."""
    if before is None or after is None:
        return ""
    if after == before:
        return f"Distress {before} before and after."
    return f"Distress {before} before, {after} after."
