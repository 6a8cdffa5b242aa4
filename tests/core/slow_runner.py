"""A runner that is obviously right: it lets time pass bit by bit, in exact fractions.

It does what the words of the specification say, one beat after the other, and knows nothing of
anchors; `Runner` has to show the same.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from integrate_tui.core.exercise import Beat, Plan
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import pace_within

LEAD_IN = Fraction(3)


@dataclass
class SlowRunner:
    """A run that is told how much time passes."""

    plan: Plan
    index: int = 0
    offset: Fraction = Fraction(0)
    pace: Fraction = Fraction(1)
    lead_in: Fraction = Fraction(0)
    is_paused: bool = False
    sat: Fraction = field(default=Fraction(0))

    @property
    def beat(self) -> Beat | None:
        return self.plan.beats[self.index] if self.index < len(self.plan.beats) else None

    @property
    def state(self) -> str:
        if self.beat is None:
            return "done"
        if self.is_paused:
            return "paused"
        if self.lead_in > 0:
            return "lead-in"
        return "waiting" if self.beat.seconds is None else "running"

    @property
    def left(self) -> Fraction:
        """Real seconds left of everything that has a length."""
        ahead = self.plan.beats[self.index :]
        whole = sum((Fraction(beat.seconds or 0) for beat in ahead), Fraction(0))
        lead_in = Fraction(0) if self.is_paused else self.lead_in
        return (whole - self.offset) * self.pace + lead_in if self.beat else Fraction(0)

    def let_pass(self, time: Fraction) -> None:
        if self.is_paused:
            return
        waited = min(time, self.lead_in)
        self.lead_in -= waited
        time -= waited
        while time > 0 and self.beat is not None:
            if self.beat.seconds is None:
                self.sat += time
                return
            needed = (Fraction(self.beat.seconds) - self.offset) * self.pace
            passed = min(time, needed)
            self.sat += passed
            time -= passed
            if passed == needed:
                self.index, self.offset = self.index + 1, Fraction(0)
            else:
                self.offset += passed / self.pace

    def pause(self) -> None:
        self.is_paused = True

    def resume(self) -> None:
        if not self.is_paused:
            return
        self.is_paused, self.lead_in = False, LEAD_IN
        if self.beat is not None and self.beat.is_breath:
            self.index, self.offset = self._in_breath(), Fraction(0)

    def _in_breath(self) -> int:
        """Return the in-breath that the present beat follows, or else where its breath begins."""
        here = self.plan.beats[self.index]
        breath = [
            i
            for i, beat in enumerate(self.plan.beats[: self.index + 1])
            if beat.breath == here.breath
        ]
        within = [i for i in breath if self.plan.beats[i].verb is Verb.IN]
        earlier = [
            i
            for i, beat in enumerate(self.plan.beats[: breath[0]])
            if beat.unit == here.unit and beat.verb is Verb.IN
        ]
        return within[0] if within else earlier[-1] if earlier else breath[0]

    def skip(self) -> None:
        here = self.beat
        while self.beat is not None and here is not None and self.beat.unit == here.unit:
            self.index, self.offset, self.lead_in = self.index + 1, Fraction(0), Fraction(0)

    def go_on(self) -> None:
        if self.beat is not None and self.beat.seconds is None and not self.is_paused:
            self.index += 1

    def change_pace(self, steps: int) -> None:
        wanted = self.pace + Fraction(steps, 10)
        self.pace = Fraction(str(pace_within(self.plan.exercise, float(wanted))))
