"""A run of an exercise as a state machine: what to show is a pure function of it and a clock.

A `Runner` says where the run was at one instant of a monotonic clock; every action gives another
`Runner`, and `frame(now)` works out the rest. It never counts frames or ticks, so a slow terminal
shows fewer pictures at the same time, and nothing drifts.
"""

from dataclasses import replace
from enum import StrEnum
from math import cos, floor, pi

from integrate_tui.core.exercise import Beat, Plan, Sitting
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.strain import is_too_fast
from integrate_tui.core.value import value

LEAD_IN = 3.0
"""Seconds between resuming and the next in-breath."""
ANNOUNCED = 1.0
"""Seconds before its start at which the next phase of a breath is announced."""
STEP_ANNOUNCED = 3.0
"""Seconds before its start at which a step that is no breath is announced: it has to be read."""
GAP = 2.0
"""A jump of the clock longer than this, in seconds, was a machine asleep and is not counted."""
OWN_PACE = 1.0
PACE_STEP = 0.1
SLOWEST, QUICKEST = 2.0, 0.5
"""The ends of the pace: how many real seconds a plan second may take.

No exercise is quickened to more than twenty breaths a minute, wherever between them that lies.
"""
_AT_ONCE = 1e-3
"""Real seconds within which two instants are one."""


class RunState(StrEnum):
    """What a run is doing."""

    LEAD_IN = "lead-in"
    RUNNING = "running"
    WAITING = "waiting"
    """At a step at one's own pace: a key moves on."""
    PAUSED = "paused"
    DONE = "done"


@value()
class Frame:
    """What there is to show at one instant."""

    state: RunState
    beat: Beat | None
    """The beat it is in; None once it is done."""
    fraction: float
    """How much of the beat has passed, 0 to 1."""
    beat_left: float
    """Real seconds left of the beat, or of the lead-in."""
    fullness: float
    """How full the lungs are, 0 to 1, eased so that it never jumps at a turn."""
    left: float
    """Real seconds left of the whole."""
    elapsed_share: float
    """How much of the whole has passed, 0 to 1."""
    breaths_left: int
    """Breaths not yet finished."""
    upcoming: Beat | None = None
    """The next beat, once it is close enough to be announced."""
    sat: float = 0.0
    """Real seconds that have been sat."""
    length: float = 0.0
    """Real seconds of the whole beat, 0 where it is at one's own pace."""

    @property
    def moves(self) -> bool:
        """Whether the lungs are filling or emptying now, so that the picture is to move."""
        beat = self.beat
        return (
            self.state is RunState.RUNNING and beat is not None and beat.full_from != beat.full_to
        )

    @property
    def until_news(self) -> float | None:
        """Return the real seconds until there is anything to show but movement.

        That is the next second of a clock, the announcement of a beat, or its start. None where
        nothing comes of itself.
        """
        if self.beat is None or self.state is RunState.PAUSED:
            return None
        if self.state is RunState.WAITING:
            return 1.0 - self.sat % 1.0
        news = [1.0, self.beat_left]
        news += [seconds - floor(seconds) for seconds in (self.left, self.beat_left)]
        if self.state is RunState.RUNNING and self.upcoming is None:
            news.append(self.beat_left - _announced(self.beat))
        return min(seconds for seconds in news if seconds > _AT_ONCE or seconds == 1.0)


@value()
class Runner:
    """Where a run was at one instant."""

    plan: Plan
    anchor: float
    """The instant, in seconds of a monotonic clock."""
    index: int = 0
    """The beat it was in."""
    offset: float = 0.0
    """Plan seconds into that beat."""
    pace: float = 1.0
    """Real seconds to a plan second."""
    lead_in: float = 0.0
    """Real seconds still to wait before time runs."""
    is_paused: bool = False
    sat: float = 0.0
    """Real seconds that had been sat."""
    skipped: int = 0
    """Breaths that were skipped, and so not taken."""

    def frame(self, now: float) -> Frame:
        """Return what to show at an instant of the same clock."""
        index, offset = self._place(now)
        waiting = self._lead_left(now)
        plan = self.plan
        if index >= len(plan.beats):
            return Frame(RunState.DONE, None, 1.0, 0.0, 0.0, 0.0, 1.0, 0, sat=self.sat_by(now))
        beat = plan.beats[index]
        fraction = min(1.0, offset / beat.seconds) if beat.seconds else 0.0
        passed = plan.starts[index] + offset
        left = ((beat.seconds or 0.0) - offset) * self.pace
        return Frame(
            state=self._state(beat, waiting),
            beat=beat,
            fraction=fraction,
            beat_left=waiting or left,
            fullness=_eased(beat, fraction),
            left=(plan.total - passed) * self.pace + waiting,
            elapsed_share=passed / plan.total if plan.total else 0.0,
            breaths_left=plan.breaths - plan.breaths_before[index],
            upcoming=self._upcoming(index, left, waiting),
            sat=self.sat_by(now),
            length=(beat.seconds or 0.0) * self.pace,
        )

    def sat_by(self, now: float) -> float:
        """Return the real seconds that were sat up to an instant."""
        if self.is_paused:
            return self.sat
        running = max(0.0, now - self.anchor - self.lead_in)
        if self._place(now)[0] >= len(self.plan.beats):
            running = min(running, self._until_end())
        return self.sat + running

    def pause(self, now: float) -> "Runner":
        """Stop the time where it is."""
        return self if self.is_paused else replace(self._anchored(now), is_paused=True)

    def resume(self, now: float, lead_in: float = LEAD_IN) -> "Runner":
        """Let time run again, at the start of the breath it was in, after a short lead-in.

        Args:
            now: The instant.
            lead_in: Real seconds before time runs.
        """
        if not self.is_paused:
            return self
        index, offset = self.index, self.offset
        if index < len(self.plan.beats) and self.plan.beats[index].is_breath:
            index, offset = self.plan.start_of_breath(index), 0.0
        return replace(
            self, anchor=now, index=index, offset=offset, lead_in=lead_in, is_paused=False
        )

    def skip(self, now: float) -> "Runner":
        """Leave the present step, body region or run of breaths for the next."""
        here = self._anchored(now)
        if here.index >= len(self.plan.beats):
            return here
        index, before = self.plan.next_unit(here.index), self.plan.breaths_before
        skipped = here.skipped + before[index] - before[here.index]
        return replace(here, index=index, offset=0.0, lead_in=0.0, skipped=skipped)

    def go_on(self, now: float) -> "Runner":
        """Move on from a step at one's own pace; a timed step is left alone."""
        here = self._anchored(now)
        beats = self.plan.beats
        if here.is_paused or here.index >= len(beats) or beats[here.index].seconds is not None:
            return self
        return replace(here, index=here.index + 1, offset=0.0)

    def change_pace(self, now: float, steps: int) -> "Runner":
        """Slow down by so many tenths, or quicken by as many with a negative number."""
        pace = pace_within(self.plan.exercise, self.pace + steps * PACE_STEP)
        return replace(self._anchored(now), pace=pace)

    def without_gap(self, last: float, now: float) -> "Runner":
        """Leave out the time between two looks at the clock, if the machine slept through it."""
        if self.is_paused or now - last <= GAP:
            return self
        return self.pause(last).resume(now)

    def sitting(self, now: float, before: int | None, after: int | None) -> Sitting:
        """Return what is to be kept of the run as it is at an instant."""
        here = self._anchored(now)
        plan = self.plan
        return Sitting(
            exercise=plan.exercise.id,
            title=plan.exercise.title,
            planned=round(plan.total, 1),
            sat=round(here.sat, 1),
            breaths=plan.breaths_before[here.index] - here.skipped,
            finished=here.index >= len(plan.beats),
            before=before,
            after=after,
        )

    def _anchored(self, now: float) -> "Runner":
        """Return the same run, told as of another instant."""
        if self.is_paused:
            return replace(self, anchor=now)
        index, offset = self._place(now)
        return replace(
            self,
            anchor=now,
            index=index,
            offset=offset,
            lead_in=self._lead_left(now),
            sat=self.sat_by(now),
        )

    def _place(self, now: float) -> tuple[int, float]:
        if self.is_paused:
            return self.index, self.offset
        ahead = max(0.0, now - self.anchor - self.lead_in) / self.pace
        return self.plan.place(self.index, self.offset, ahead)

    def _lead_left(self, now: float) -> float:
        return 0.0 if self.is_paused else max(0.0, self.lead_in - (now - self.anchor))

    def _until_end(self) -> float:
        if self.index >= len(self.plan.beats):
            return 0.0
        return (self.plan.total - self.plan.starts[self.index] - self.offset) * self.pace

    def _state(self, beat: Beat, waiting: float) -> RunState:
        if self.is_paused:
            return RunState.PAUSED
        if waiting > 0:
            return RunState.LEAD_IN
        return RunState.WAITING if beat.seconds is None else RunState.RUNNING

    def _upcoming(self, index: int, left: float, waiting: float) -> Beat | None:
        beat = self.plan.beats[index]
        if waiting or self.is_paused or beat.seconds is None or left > _announced(beat):
            return None
        return self.plan.beats[index + 1] if index + 1 < len(self.plan.beats) else None


def start(plan: Plan, now: float, pace: float = 1.0) -> Runner:
    """Begin a run at an instant of a monotonic clock."""
    return Runner(plan, now, pace=pace_within(plan.exercise, pace))


def pace_within(exercise: Exercise, pace: float) -> float:
    """Return a pace as far as an exercise goes along with it.

    What would breathe too fast is slowed down by as many tenths as that takes, down to its own pace
    at the most.
    """
    kept = min(SLOWEST, max(QUICKEST, round(pace, 2)))
    while kept < OWN_PACE and is_too_fast(exercise, kept):
        kept = min(OWN_PACE, round(kept + PACE_STEP, 2))
    return kept


def at_once(runner: Runner, now: float) -> Runner:
    """Let a run go on without a lead-in, where a person was only being waited for."""
    return runner.resume(now, lead_in=0.0)


def _announced(beat: Beat) -> float:
    """Return how many real seconds before its end a beat gives way to the next in words."""
    most = ANNOUNCED if beat.is_breath else STEP_ANNOUNCED
    return min(most, (beat.seconds or 0.0) / 2)


def _eased(beat: Beat, fraction: float) -> float:
    """Return how full the lungs are within a beat, slow at both ends as a breath is."""
    share = (1 - cos(pi * fraction)) / 2
    return beat.full_from + (beat.full_to - beat.full_from) * share
