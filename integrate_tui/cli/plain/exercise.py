"""An exercise in lines of text: one line a phase, at the pace of the clock."""

from collections.abc import Iterator
from contextlib import contextmanager

from integrate_tui import keeping
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.core.answers import EMPTY, Choose, Reply
from integrate_tui.core.dates import span_words
from integrate_tui.core.exercise import Beat, Sitting, by_gentleness
from integrate_tui.core.pieces import Exercise, Level
from integrate_tui.core.runner import RunState
from integrate_tui.core.sitting import (
    SittingFlow,
    Stage,
    change_words,
    distress_prompt,
    distress_scale,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.core.thing import Thing

_SLICE = 1.0
"""Seconds of one sleep at the most, so that a machine's own sleep is noticed."""
_SOONEST = 0.005
_TOLD_IN_FULL = 2
"""Breaths whose phases are told with their cues; from then on the word is enough."""


def run(here: Here, exercise: Exercise | None, seconds: float | None) -> None:
    """Do an exercise, one that the person chooses where none is named.

    Args:
        here: The run of the command line.
        exercise: Which one.
        seconds: How long it is to last; None for its own length.
    """
    talk = Talk(here, here.writing())
    if exercise is None:
        ground(talk)
    else:
        sit(talk, SittingFlow(exercise, seconds))


def ground(talk: Talk) -> Thing[Sitting] | None:
    """Let the person choose an exercise, and do it."""
    exercises = by_gentleness(talk.workspace.packs.exercises())
    if not exercises:
        talk.say("There are no exercises among the text packs.")
        return None
    talk.say("Feet on the floor. Which one?")
    heard = ask(talk, Choose(tuple(exercise.title for exercise in exercises)))
    chosen = next((found for found in exercises if found.title == heard.reply.text), None)
    return None if chosen is None else sit(talk, SittingFlow(chosen))


def sit(talk: Talk, flow: SittingFlow) -> Thing[Sitting] | None:
    """Do an exercise from its opening to its last question, and keep what was sat."""
    exercise = flow.exercise
    talk.say(f"{exercise.title}. {span_words(flow.plan.total)}.")
    for text in (exercise.about, exercise.intro, exercise.caution):
        if text:
            talk.say(text)
    if exercise.level is Level.GATED:
        reasons = ", ".join(exercise.avoid_with)
        if not talk.agrees(f"It is better left with any of these: {reasons}. Go on?"):
            return None
    run = _Run(talk, flow)
    with keeps_when_stopped(), _alone(talk):
        try:
            run.sit()
        except KeyboardInterrupt:
            talk.say()
            run.keep()
            raise
    return run.keep()


class _Run:
    """One exercise while it is done."""

    def __init__(self, talk: Talk, flow: SittingFlow) -> None:
        self.talk = talk
        self.flow = flow
        self._clock = talk.here.clock
        self._heading = ""

    def sit(self) -> None:
        """Ask for distress, do the exercise, and ask again."""
        before = self._distress()
        if before is None:
            return
        self.flow = self.flow.say_before(before.number)
        self.talk.say()
        self.talk.say("Ctrl+C leaves at any moment; what was sat is kept.")
        self._follow()
        if self.flow.stage is not Stage.AFTER:
            return
        self.talk.say()
        after = self._distress() or EMPTY
        self.flow = self.flow.say_after(after.number)
        words = change_words(self.flow.before, self.flow.after)
        if self.flow.rose:
            words = f"{words} Looking around the room may suit better now, or a person."
        if words:
            self.talk.say(words)

    def keep(self) -> Thing[Sitting] | None:
        """Keep what was sat, if anything was."""
        result = self.flow.result(self._clock.monotonic())
        if result is None:
            return None
        kept = keeping.keep_sitting(self.talk.workspace, result)
        output.say(f"Kept as {kept.n}, {span_words(result.sat)}.")
        return kept

    def _distress(self) -> Reply | None:
        """Ask how much distress there is; None where the person would rather leave."""
        talk = self.talk
        check_ins = talk.workspace.packs.check_ins()
        scale = distress_scale(check_ins)
        talk.say("Distress now?")
        heard = ask(talk, scale)
        question = distress_prompt(check_ins)
        if question is not None and calls_for_support(question, heard.reply):
            talk.support()
        return None if heard.said is Said.LEAVE else heard.reply

    def _follow(self) -> None:
        """Tell each phase as it begins, until the last has passed."""
        now = seen = self._clock.monotonic()
        self.flow = self.flow.begin(now)
        told: Beat | None = None
        while self.flow.stage is Stage.RUNNING and self.flow.runner is not None:
            frame = self.flow.frame(now)
            if frame.state is RunState.LEAD_IN:
                told = None
            elif frame.beat is not None and frame.beat is not told:
                told = frame.beat
                self._tell(told)
            if frame.state is RunState.WAITING:
                self._wait()
                now = seen = self._clock.monotonic()
                continue
            self.talk.here.sleep(max(_SOONEST, min(frame.beat_left, _SLICE)))
            now = self._clock.monotonic()
            self.flow = self.flow.with_runner(self.flow.runner.without_gap(seen, now), now)
            seen = now

    def _tell(self, beat: Beat) -> None:
        """Say a phase in a line: `In through the nose. 3 seconds.`."""
        if beat.heading != self._heading:
            self._heading = beat.heading
            self.talk.say()
            self.talk.say(_sentence(beat.heading))
        words = beat.cue
        if beat.breath >= _TOLD_IN_FULL or not words:
            words = str(beat.verb).capitalize()
        length = "" if beat.seconds is None else _seconds(beat.seconds)
        self.talk.say(" ".join(part for part in (_sentence(words), length) if part))
        if beat.guidance:
            self.talk.say(beat.guidance)

    def _wait(self) -> None:
        """Wait for the person to be ready to go on."""
        self.talk.say("Enter goes on.")
        heard = self.talk.hear_or_serve()
        runner, now = self.flow.runner, self._clock.monotonic()
        if heard is Said.LEAVE:
            self.flow = self.flow.leave()
        elif runner is not None:
            after = runner.skip(now) if heard is Said.SKIP else runner.go_on(now)
            self.flow = self.flow.with_runner(after, now)


@contextmanager
def _alone(talk: Talk) -> Iterator[None]:
    """Open no other exercise inside this one."""
    before = talk.ground
    talk.ground = lambda: talk.say("This is one.")
    try:
        yield
    finally:
        talk.ground = before


def _sentence(words: str) -> str:
    """Return words with a full stop where they have no end of their own."""
    return words if not words or words[-1] in ".!?\u2026" else f"{words}."


def _seconds(seconds: float) -> str:
    if seconds >= 60:
        return f"{span_words(seconds)}."
    return f"{seconds:g} second{'' if seconds == 1 else 's'}."
