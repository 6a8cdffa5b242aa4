"""An exercise: what it asks before, the run with its ring, and what it asks after.

What is shown is worked out from the clock at every frame; frames can be late or missing and the
time stays right.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import keeping
from integrate_tui.core import gates
from integrate_tui.core.answers import Reply
from integrate_tui.core.dates import span_words
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import Frame, Runner, RunState
from integrate_tui.core.sitting import (
    SittingFlow,
    Stage,
    distress_prompt,
    distress_scale,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.own import known
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.sitting_parts import (
    Afterwards,
    Opening,
    StepAnswer,
    closing_words,
    guidance_of,
    left_words,
    update_words,
    word_of,
)
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.progress import Progress
from integrate_tui.tui.widgets.ring import Ring

_FRAMES = 30
"""Frames a second while breathing."""


class SittingScreen(Trip[None]):
    """One run of an exercise."""

    IS_FLOW = True
    HELP = "Breathe along, or only watch. q leaves at once."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="sitting.begin"),
        Binding("ctrl+n", "go_on", "Go on", id="sitting.go-on"),
        Binding("space", "pause", "Pause", id="sitting.pause"),
        Binding("minus", "pace(-1)", "Quicker", show=False, id="sitting.quicker"),
        Binding("plus,equals_sign", "pace(1)", "Slower", show=False, id="sitting.slower"),
        Binding("s", "skip", "Skip", id="sitting.skip", tooltip="Leave this step for the next."),
        Binding("q", "leave", "Leave", id="sitting.leave", tooltip="Leave at once."),
        Binding("escape", "leave", "Leave", id="sitting.escape"),
    ]

    heading = getters.query_one("#heading", Lines)
    ring = getters.query_one(Ring)
    cue = getters.query_one("#cue", Static)
    guidance = getters.query_one("#guidance", Static)
    word = getters.query_one("#word", Static)
    said = getters.query_one(StepAnswer)
    progress = getters.query_one(Progress)
    opening = getters.query_one(Opening)
    closing = getters.query_one("#closing-words", Static)

    def __init__(self, exercise: Exercise, seconds: float | None = None) -> None:
        """Open an exercise.

        Args:
            exercise: Which one.
            seconds: How long it is to last; its own length where nothing is said.
        """
        super().__init__()
        self.flow = SittingFlow(exercise, seconds)
        self._timer: Timer | None = None
        self._seen = 0.0
        self._slept = False
        self._sitting_id = ""
        """Of the sitting, so that keeping it twice is once."""

    @property
    def _now(self) -> float:
        return self.workspace.clock.monotonic()

    def body(self) -> Iterable[Widget]:
        """Lay out the opening and the run, of which one is shown at a time."""
        distress = distress_scale(self.workspace.packs.check_ins())
        yield Lines(id="heading", classes="trip-heading")
        yield Opening(self.flow, distress)
        with Vertical(id="run"):
            with Center(id="stage"):
                yield Ring(is_ascii=self.app.is_ascii)
                yield Static(id="word", markup=False)
            yield Static(id="cue", markup=False)
            yield Static(id="guidance", markup=False)
            with Center():
                yield StepAnswer()
            with Center():
                yield Progress()
        yield Afterwards(distress)

    def on_mount(self) -> None:
        """Show the opening."""
        self._sitting_id = self.workspace.new_id()
        self.app.keepers.add(self)
        self.query_one("#before", ScaleField).focus()
        self._show_stage()

    def _show_stage(self) -> None:
        stage = self.flow.stage
        self.opening.display = stage is Stage.BEFORE
        self.query_one("#run").display = stage is Stage.RUNNING
        self.query_one("#closing").display = stage is Stage.AFTER
        is_before = stage is Stage.BEFORE
        self._show_heading(span_words(self.flow.plan.total) if is_before else "")
        self.refresh_bindings()

    def _show_heading(self, right: str) -> None:
        self.heading.show([[(self.flow.exercise.title, "primary")]], [[(right, "muted")]])

    def offers(self, action: str) -> bool:
        """Offer what the stage allows."""
        stage = self.flow.stage
        if action in ("pause", "skip", "pace"):
            return stage is Stage.RUNNING
        if action == "go_on":
            return self.said.field is not None
        if action == "begin":
            return stage is not Stage.RUNNING or self._is_waiting
        return super().offers(action)

    @property
    def _is_waiting(self) -> bool:
        return self.flow.frame(self._now).state is RunState.WAITING

    @on(Replied, "#before")
    def take_before(self, event: Replied) -> None:
        """Take the number before."""
        self.flow = self.flow.say_before(event.reply.number)
        self._offer_support(event.reply)

    @on(Finished)
    async def go_on(self, event: Finished) -> None:
        """Begin, or finish, when the number is given."""
        if self.app.screen is not self:
            return  # support has come up over it
        if event.field is self.said.field:
            self.action_go_on()
            return
        if self.flow.stage is Stage.BEFORE:
            self._begin()
        elif self.flow.stage is Stage.AFTER:
            self._over()

    @on(Replied, "#after")
    def take_after(self, event: Replied) -> None:
        """Take the number after."""
        self._after = event.reply.number
        self._offer_support(event.reply)

    @on(Replied)
    def take_said(self, event: Replied) -> None:
        """Take what is typed at a step; the time waits as long as something is there."""
        said, beat = self.said, self.said.beat
        if beat is None or event.field is not said.field:
            return
        self.flow = self.flow.tell(beat.cue, event.reply.text)
        if said.is_held == event.reply.is_empty:
            said.is_held = not event.reply.is_empty
            self._act(Runner.pause if said.is_held else Runner.resume)

    def action_go_on(self) -> None:
        """Let the time go on after something was typed."""
        if self.said.is_held:
            self.said.is_held = False
            self._act(Runner.resume)
        self.set_focus(None)

    def _offer_support(self, reply: Reply) -> None:
        """Show who can be turned to, where the check-in would for the same number."""
        prompt = distress_prompt(self.workspace.packs.check_ins())
        if prompt is not None and calls_for_support(prompt, reply):
            self.app.open_support()

    _after: int | None = None

    def action_begin(self) -> None:
        """Begin, move on from a step at one's own pace, or finish."""
        if self.flow.stage is Stage.BEFORE:
            self._begin()
        elif self.flow.stage is Stage.RUNNING:
            self._act(lambda runner, now: runner.go_on(now))
        else:
            self._over()

    def _begin(self) -> None:
        why = gates.refusal(self.flow.exercise, gates.Standing(distress=self.flow.before))
        if why:
            self._leave_for_another(why)
            return
        if self.opening.length is not None:
            self.flow = self.flow.choose_length(self.opening.length)
        now = self._now
        self.flow = self.flow.begin(now)
        self._seen = now
        self.set_focus(None)
        self._show_stage()
        self._timer = self.set_interval(1 / _FRAMES, self.tick)
        self.call_after_refresh(self.tick)

    def _leave_for_another(self, why: str) -> None:
        """Say why this exercise is not for now, and offer the others."""
        self.app.say(why, long=True)
        self.dismiss(None)
        self.app.ground()

    def tick(self) -> None:
        """Show the run as it is now."""
        runner = self.flow.runner
        if runner is None or self.flow.stage is not Stage.RUNNING:
            return
        now = self._now
        self._take(runner.without_gap(self._seen, now), now)
        self._seen = now
        if self.flow.stage is Stage.RUNNING:
            self._show(self.flow.frame(now))

    def _take(self, runner: Runner, now: float) -> None:
        self.flow = self.flow.with_runner(runner, now)
        if self.flow.stage is Stage.AFTER:
            self._ask_after()

    def _act(self, action: Callable[[Runner, float], Runner]) -> None:
        """Do something to the run, and show it at once."""
        if self.flow.runner is None:
            return
        now = self._now
        self._take(action(self.flow.runner, now), now)
        self._seen = now
        if self.flow.stage is Stage.RUNNING:
            self._show(self.flow.frame(now))
        self.refresh_bindings()

    def _show(self, frame: Frame) -> None:
        beat = frame.beat
        if beat is None:
            return
        if beat is not self.said.beat:
            self.said.ask_at(beat, known(self.workspace))
            self.refresh_bindings()
        self._show_heading(left_words(frame))
        draws_ring = beat.is_breath and not self.app.is_still
        self.ring.display = draws_ring
        self.word.display = not draws_ring
        word = word_of(frame)
        if draws_ring:
            self.ring.show(frame.fullness, word)
        else:
            seconds = f"  {round(frame.beat_left)}" if beat.seconds is not None else ""
            title = beat.heading if not beat.is_breath else word
            update_words(self.word, f"{title}{seconds}".strip())
        update_words(self.cue, beat.cue)
        update_words(self.guidance, self.said.guidance or guidance_of(frame))
        self.progress.share = frame.elapsed_share

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._act(lambda run, now: run.resume(now) if run.is_paused else run.pause(now))

    def action_pace(self, steps: int) -> None:
        """Change the pace by a tenth."""
        self._act(lambda runner, now: runner.change_pace(now, steps))
        if self.flow.runner is not None:
            self.app.say(f"Pace {round(100 / self.flow.runner.pace)} %")

    def action_skip(self) -> None:
        """Leave the present step, body region or run of breaths."""
        self._act(lambda runner, now: runner.skip(now))

    def _ask_after(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        now = self._now
        result = self.flow.result(now)
        sat = span_words(result.sat) if result else ""
        update_words(self.closing, f"That was {sat}." if sat else "")
        self._show_stage()
        self.query_one("#after", ScaleField).focus()

    def _over(self) -> None:
        """Keep the sitting with what was said after it."""
        self.flow = self._ended()
        self._keep(closing_words(self.flow))

    def action_leave(self) -> None:
        """Leave at once, without a word; what was sat is kept."""
        self.flow = self._ended()
        self._keep("")

    def _ended(self) -> SittingFlow:
        """Return the sitting as it is if it ends now, with the number that was chosen last."""
        is_over = self.flow.stage is Stage.AFTER
        return self.flow.say_after(self._after) if is_over else self.flow.leave()

    @work
    @one_at_a_time
    async def _keep(self, words: str) -> None:
        if self._timer is not None:
            self._timer.stop()
        result = self.flow.result(self._now)
        workspace = self.workspace
        if result is not None:
            kept = await self.app.keep(
                lambda: keeping.keep_sitting(workspace, result, id=self._sitting_id)
            )
            if kept is None:
                return
        if words:
            self.app.say(words, long=self.flow.rose)
        self.dismiss(None)

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Keep what was sat so far, before the program ends."""
        result = self._ended().result(self._now)
        if result is not None and not self.is_left:
            keeping.keep_sitting(self.workspace, result, id=self._sitting_id)

    def on_unmount(self) -> None:
        """Have nothing more to keep."""
        self.app.keepers.discard(self)

    def on_screen_suspend(self) -> None:
        """Pause while something else is looked at."""
        if self.flow.stage is Stage.RUNNING and self.flow.runner is not None:
            self._slept = not self.flow.runner.is_paused
            self.flow = self.flow.with_runner(self.flow.runner.pause(self._now), self._now)
            if self._timer is not None:
                self._timer.pause()

    def on_screen_resume(self) -> None:
        """Go on with an in-breath after something else was looked at."""
        if self._slept and self.flow.runner is not None:
            self._slept = False
            if self._timer is not None:
                self._timer.resume()
            self._act(lambda runner, now: runner.resume(now))
