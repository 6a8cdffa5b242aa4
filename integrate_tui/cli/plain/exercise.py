"""An exercise in lines of text: one line a phase, at the pace of the clock."""

from collections.abc import Iterator
from contextlib import contextmanager

from integrate_tui import keeping
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.choosing import choose, cleared
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.core import paces
from integrate_tui.core.answers import EMPTY, Answer, Reply
from integrate_tui.core.dates import span_words
from integrate_tui.core.exercise import Beat, Sitting
from integrate_tui.core.grounding import LONG_WORDS, Feels, instead_words
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import Runner, RunState, at_once
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


def run(
    here: Here, exercise: Exercise | None, seconds: float | None, feels: Feels | None = None
) -> None:
    """Do an exercise, one that the person chooses where none is named.

    Args:
        here: The run of the command line.
        exercise: Which one.
        seconds: How long it is to last; None for its own length.
        feels: What was said of now, by which exercises are offered.
    """
    talk = Talk(here, here.writing())
    ground(talk, exercise, seconds, feels)


def ground(
    talk: Talk,
    exercise: Exercise | None = None,
    seconds: float | None = None,
    feels: Feels | None = None,
) -> Thing[Sitting] | None:
    """Do an exercise, one that the person chooses where none is named."""
    chosen = exercise or choose(talk, feels)
    done = None if chosen is None else cleared(talk, chosen)
    if done is None:
        return None
    pace = paces.pace_of(talk.workspace.settings.get("paces"), done.id)
    return sit(talk, SittingFlow(done, seconds, pace=pace))


def sit(talk: Talk, flow: SittingFlow) -> Thing[Sitting] | None:
    """Do an exercise from its opening to its last question, and keep what was sat."""
    exercise = flow.exercise
    talk.say(" ".join(map(_sentence, filter(None, (exercise.title, flow.length_words)))))
    for text in (exercise.about, exercise.intro, exercise.caution):
        if text:
            talk.say(text)
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
        self._let_go()
        after = self._distress() or EMPTY
        self.flow = self.flow.say_after(after.number)
        words = change_words(self.flow.before, self.flow.after)
        if self.flow.wants_more:
            exercises = self.talk.workspace.packs.exercises()
            instead = instead_words(self.flow.exercise.id, exercises, "`integrate support`")
            words = f"{words} {instead}".strip()
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
        self.flow = self.flow.begin(self._clock.monotonic())
        told: Beat | None = None
        while self.flow.stage is Stage.RUNNING:
            frame = self.flow.frame(self.flow.seen)
            beat = frame.beat
            if frame.state is RunState.LEAD_IN and beat is not None and beat.is_breath:
                told = None
            elif beat is not None and beat is not told:
                told = beat
                self._tell(beat)
                if beat.answer is not None:
                    self._ask(beat, beat.answer)
                    continue
            if frame.state is RunState.WAITING:
                self._wait()
                continue
            self.talk.here.sleep(max(_SOONEST, min(frame.beat_left, _SLICE)))
            self.flow = self.flow.look(self._clock.monotonic())

    @property
    def _pace(self) -> float:
        return self.flow.runner.pace if self.flow.runner else 1.0

    def _tell(self, beat: Beat) -> None:
        """Say a phase in a line: `In through the nose. 3 seconds.`."""
        if beat.heading != self._heading:
            self._heading = beat.heading
            self.talk.say()
            self.talk.say(_sentence(beat.heading))
        words = beat.cue
        if beat.breath >= _TOLD_IN_FULL or not words:
            words = str(beat.verb).capitalize()
        length = "" if beat.seconds is None else _seconds(beat.seconds * self._pace)
        self.talk.say(" ".join(part for part in (_sentence(words), length) if part))
        if beat.guidance:
            self.talk.say(beat.guidance)

    def _ask(self, beat: Beat, kind: Answer) -> None:
        """Ask what may be said at a step; the time waits, and then the rest of it passes."""
        self.flow = self.flow.act(Runner.pause, self.flow.seen)
        heard = ask(self.talk, kind)
        self.flow = self.flow.tell(beat.cue, heard.reply.text)
        self.flow = self.flow.act(at_once, self._clock.monotonic())
        if beat.seconds is None or heard.said is not None:
            self._move_on(heard.said)

    def _wait(self) -> None:
        """Wait for the person to be ready to go on."""
        self.talk.say(f"Enter ends it. {LONG_WORDS}" if self.flow.is_free else "Enter goes on.")
        heard = self.talk.hear_or_serve()
        self.flow = self.flow.wait(self._clock.monotonic())
        self._move_on(heard if isinstance(heard, Said) else None)

    def _move_on(self, said: Said | None) -> None:
        """Go on from a step, or leave, as was asked for."""
        now = self._clock.monotonic()
        if said is Said.LEAVE:
            self.flow = self.flow.leave(now)
        else:
            self.flow = self.flow.act(Runner.skip if said is Said.SKIP else Runner.go_on, now)

    def _let_go(self) -> None:
        """Ask whether what was said during it is kept; without an answer it is."""
        if not self.flow.said:
            return
        self.talk.say("Keep what you said with it? Yes or no; empty is yes.")
        heard = self.talk.hear_or_serve()
        says_no = isinstance(heard, str) and heard.strip().casefold().rstrip(".") in {"n", "no"}
        self.flow = self.flow.keep_said(not says_no)


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
    seconds = round(seconds, 2)
    return f"{seconds:g} second{'' if seconds == 1 else 's'}."
