"""A sitting from beginning to end: distress before, the run, distress after.

Both front ends drive this; leaving early asks nothing more.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from integrate_tui.core.answers import Scale
from integrate_tui.core.exercise import Plan, Sitting, has_open_length, lay_out
from integrate_tui.core.pieces import CheckIn, Exercise, Prompt
from integrate_tui.core.runner import Frame, Runner, RunState, start
from integrate_tui.core.value import value

DISTRESS = "distress"
"""The name of the number that is asked before and after."""
_ROSE_BY = 2


class Stage(StrEnum):
    """Where a sitting is."""

    BEFORE = "before"
    RUNNING = "running"
    AFTER = "after"
    OVER = "over"


@value()
class SittingFlow:
    """A sitting while it goes on."""

    exercise: Exercise
    seconds: float | None = None
    """How long it is to last; None for its own length."""
    stage: Stage = Stage.BEFORE
    before: int | None = None
    after: int | None = None
    runner: Runner | None = None
    said: tuple[tuple[str, str], ...] = ()
    """What was typed during it: the cue, and the words."""

    @property
    def plan(self) -> Plan:
        """The exercise laid out in the chosen length."""
        return lay_out(self.exercise, self.seconds)

    @property
    def lengths(self) -> tuple[int, ...]:
        """The lengths there are to choose from, in seconds; the exercise's own among them."""
        if not has_open_length(self.exercise):
            return ()
        own = (self.exercise.takes,) if self.exercise.takes else ()
        return tuple(sorted({*self.exercise.lengths, *own}))

    def choose_length(self, seconds: float | None) -> "SittingFlow":
        """Choose how long it is to last."""
        return replace(self, seconds=seconds)

    def say_before(self, distress: int | None) -> "SittingFlow":
        """Say how much distress there is before it, or nothing."""
        return replace(self, before=distress)

    def begin(self, now: float) -> "SittingFlow":
        """Begin the run."""
        return replace(self, stage=Stage.RUNNING, runner=start(self.plan, now))

    def with_runner(self, runner: Runner, now: float) -> "SittingFlow":
        """Take the run as an action left it; at its end comes the last question."""
        is_done = runner.frame(now).state is RunState.DONE
        return replace(self, runner=runner, stage=Stage.AFTER if is_done else Stage.RUNNING)

    def frame(self, now: float) -> Frame:
        """Return what the run shows."""
        return self._run.frame(now)

    def tell(self, cue: str, words: str) -> "SittingFlow":
        """Take what is typed at a step, in place of what was typed there before."""
        others = tuple(told for told in self.said if told[0] != cue)
        return replace(self, said=(*others, (cue, words)) if words.strip() else others)

    def say_after(self, distress: int | None) -> "SittingFlow":
        """Say how much distress there is after it, or nothing; the sitting is over."""
        return replace(self, after=distress, stage=Stage.OVER)

    def leave(self) -> "SittingFlow":
        """Leave at once."""
        return replace(self, stage=Stage.OVER)

    def result(self, now: float) -> Sitting | None:
        """Return what is to be kept, None where nothing was sat."""
        if self.runner is None:
            return None
        sitting = self.runner.sitting(now, self.before, self.after)
        if sitting.sat < 1 and not self.said:
            return None
        return replace(sitting, note="\n\n".join(f"{cue}\n{words}" for cue, words in self.said))

    @property
    def rose(self) -> bool:
        """Whether distress rose so much that something else should be offered."""
        if self.before is None or self.after is None:
            return False
        return self.after >= self.before + _ROSE_BY

    @property
    def _run(self) -> Runner:
        if self.runner is None:
            raise RuntimeError("the sitting has not begun")
        return self.runner


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
