"""The run of an exercise: its picture, its keys, its bells, and what takes the eyes off it.

What is shown is worked out from the clock at every frame; frames can be late or missing and the
time stays right.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType

from integrate_tui.core import bells
from integrate_tui.core.exercise import Beat, has_breaths
from integrate_tui.core.known import Known
from integrate_tui.core.runner import Frame, Runner, RunState, at_once
from integrate_tui.core.sitting import SittingFlow, Stage
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.sitting_page import RunPage
from integrate_tui.tui.screens.sitting_pulse import FEWER, FRAMES, Pulse
from integrate_tui.tui.screens.sitting_words import left_words
from integrate_tui.tui.sparse import SparseCompositor
from integrate_tui.tui.widgets.breath import PICTURES
from integrate_tui.tui.widgets.breath_cells import Detail
from integrate_tui.tui.widgets.fields.base import Replied
from integrate_tui.tui.widgets.lines import Lines

_BETWEEN_STROKES = 0.3
"""Seconds between two strokes of the bell; a terminal takes two at once for one."""
_WINDOW = "window"
_SCREEN = "screen"


class RunScreen(Trip[None]):
    """The part of a sitting that runs."""

    IS_FLOW = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "go_on", "Go on", id="sitting.go-on"),
        Binding("space", "pause", "Pause", id="sitting.pause"),
        Binding("space", "resume", "Go on", id="sitting.resume"),
        Binding("minus", "pace(-1)", "Pace", key_display="-/+", id="sitting.quicker"),
        Binding("plus,equals_sign", "pace(1)", "Slower", show=False, id="sitting.slower"),
        Binding("s", "skip", "Skip", id="sitting.skip", tooltip="Leave this step for the next."),
        Binding("p", "picture", "Picture", id="sitting.picture", tooltip="Ring, wave or bar."),
        Binding("b", "bell", "Bell", id="sitting.bell", tooltip="Once for in, twice for out."),
    ]

    heading = getters.query_one("#heading", Lines)
    run_page = getters.query_one(RunPage)

    def __init__(self, flow: SittingFlow) -> None:
        """Begin with a sitting that has not begun."""
        super().__init__()
        self._compositor = SparseCompositor()
        self.flow = flow
        """The sitting as it is."""
        self._pulse: Pulse | None = None
        self._beat: Beat | None = None
        """The beat that is shown."""
        self._news: tuple[object, ...] = ()
        """What was said in words at the last frame."""
        self._rings = self.workspace.settings.get("bell") == "on"
        self._is_still = self.app.is_still
        self._away: set[str] = set()
        """What takes the eyes off it."""
        self._is_held = False
        """Whether it waits only because of that."""

    @property
    def now(self) -> float:
        """The instant, on the clock that never goes back."""
        return self.workspace.clock.monotonic()

    async def lay_out(self) -> None:
        """Lay out the run and what comes after it, unless that is done."""
        raise NotImplementedError

    def make_run_page(self) -> RunPage:
        """Return the page of the run, in the picture that is set."""
        picture = self.workspace.settings.get("picture")
        return RunPage(picture, self._detail, is_still=self._is_still)

    @property
    def _detail(self) -> Detail:
        if self.app.is_ascii:
            return Detail.ASCII
        colours = self.app.console.color_system
        has_colours = self.app.is_headless or colours in ("truecolor", "256", "windows")
        return Detail.BLENDED if has_colours else Detail.PLAIN

    def on_mount(self) -> None:
        """Be ready to look at the clock."""
        frames = FEWER if self.workspace.settings.get("motion") == "fewer" else FRAMES
        self._pulse = Pulse(self, self.tick, frames)
        self.watch(self.app, "app_focus", self._follow_window, init=False)

    def show_heading(self, right: str) -> None:
        """Show the name of the exercise, and something at its right end."""
        self.heading.show([[(self.flow.exercise.title, "primary")]], [[(right, "muted")]])

    def offers(self, action: str) -> bool:
        """Offer what the run allows."""
        stage = self.flow.stage
        if action in ("pause", "resume"):
            run = self.flow.runner if stage is Stage.RUNNING else None
            return run is not None and run.is_paused is (action == "resume")
        if action in ("skip", "pace"):
            return stage is Stage.RUNNING
        if action in ("picture", "bell"):
            breathes = has_breaths(self.flow.exercise) and stage is not Stage.AFTER
            return breathes and (action == "bell" or not self._is_still)
        if action == "go_on":
            return stage is Stage.RUNNING and self.run_page.step.answer.field is not None
        return super().offers(action)

    @property
    def is_waiting(self) -> bool:
        """Whether it is at a step at one's own pace."""
        return self.flow.frame(self.now).state is RunState.WAITING

    def end_run(self) -> None:
        """Do what comes after the run."""
        raise NotImplementedError

    def tick(self) -> None:
        """Show the run as it is now."""
        if self.flow.stage is Stage.RUNNING:
            self._take(self.flow.look(self.now))

    def act(self, action: Callable[[Runner, float], Runner]) -> None:
        """Do something to the run, and show it at once."""
        if self.flow.stage is Stage.RUNNING:
            self._take(self.flow.act(action, self.now))
            self.refresh_bindings()

    def _take(self, flow: SittingFlow) -> None:
        """Take the sitting as it has become, and show it."""
        before, self.flow = self.flow, flow
        frame = flow.frame(flow.seen)
        if flow.bell_every is not None:
            sat = before.frame(before.seen).sat
            self._ring(bells.at_intervals(flow.bell_every, sat, frame.sat))
        if flow.stage is Stage.AFTER:
            self.end_run()
            return
        moves = frame.moves and not self._is_still
        if frame.beat is not self._beat:
            self._begin_beat(frame)
        self._show_frame(frame, moves=moves)
        if self._pulse is not None:
            self._pulse.follow(frame, moves=moves)

    def _show_frame(self, frame: Frame, *, moves: bool) -> None:
        """Show an instant; while the breath moves, a slow line is given time to take it."""
        if moves and self.app.is_behind:
            return
        left = left_words(frame)
        news = (frame.beat, frame.state, frame.upcoming, left)
        if moves and news == self._news:
            self.run_page.breath.move(frame)
            return
        self._news = news
        self.show_heading(left)
        self.run_page.show(frame, is_free=self.flow.is_free)

    def _begin_beat(self, frame: Frame) -> None:
        if self._rings:
            self._ring(bells.with_the_breath(self._beat, frame))
        self._beat = frame.beat
        self.run_page.begin_beat(frame, self._known)
        self.refresh_bindings()

    def _known(self) -> Known:
        from integrate_tui.own import known  # noqa: PLC0415 - only steps that ask need it

        return known(self.workspace)

    def _ring(self, strokes: int) -> None:
        for stroke in range(strokes):
            if stroke:
                self.set_timer(stroke * _BETWEEN_STROKES, self.app.bell)
            else:
                self.app.bell()

    @on(Replied)
    def take_said(self, event: Replied) -> None:
        """Take what is typed at a step; the time waits as long as something is there."""
        if self.flow.stage is not Stage.RUNNING:
            return
        answer = self.run_page.step.answer
        if answer.beat is None or event.field is not answer.field:
            return
        self.flow = self.flow.tell(answer.beat.cue, event.reply.text)
        if answer.is_held == event.reply.is_empty:
            answer.is_held = not event.reply.is_empty
            self.act(Runner.pause if answer.is_held else at_once)

    def action_go_on(self) -> None:
        """Let the time go on after something was typed."""
        answer = self.run_page.step.answer
        if answer.is_held:
            answer.is_held = False
            self.act(at_once)
        self.set_focus(None)

    def action_pause(self) -> None:
        """Pause."""
        self.act(Runner.pause)
        self.refresh_bindings()

    def action_resume(self) -> None:
        """Go on after a pause."""
        self.act(Runner.resume)
        self.refresh_bindings()

    def action_pace(self, steps: int) -> None:
        """Change the pace by a tenth."""
        self.act(lambda runner, now: runner.change_pace(now, steps))
        if self.flow.runner is not None:
            self.app.say(f"Pace {round(100 / self.flow.runner.pace)} %")

    def action_skip(self) -> None:
        """Leave the present step, body region or run of breaths."""
        self.act(Runner.skip)

    async def action_picture(self) -> None:
        """Draw the breath another way, from now on."""
        await self.lay_out()
        names = list(PICTURES)
        picture = self.run_page.breath.picture
        name = names[(names.index(picture.picture) + 1) % len(names)]
        picture.choose(name)
        self.app.attempt(lambda: self.workspace.settings.set("picture", name))
        self.tick()

    def action_bell(self) -> None:
        """Ring with the breath, or stop ringing."""
        self._rings = not self._rings
        kept = "on" if self._rings else "off"
        self.app.attempt(lambda: self.workspace.settings.set("bell", kept))
        self.app.say("One bell for in, two for out." if self._rings else "No bell.")

    def rest(self) -> None:
        """Look at the clock no more."""
        if self._pulse is not None:
            self._pulse.rest()

    def _follow_window(self, has_keyboard: bool) -> None:
        """Pause while the terminal is out of sight, unless it is to go on."""
        if has_keyboard:
            self._come_back(_WINDOW)
        elif self.workspace.settings.get("away") == "pause":
            self._go_away(_WINDOW)

    def on_screen_suspend(self) -> None:
        """Pause while something else is looked at."""
        self._go_away(_SCREEN)

    def on_screen_resume(self) -> None:
        """Go on with an in-breath after something else was looked at."""
        self._come_back(_SCREEN)

    def _go_away(self, why: str) -> None:
        runner = self.flow.runner
        if self.flow.stage is Stage.RUNNING and runner is not None:
            self._away.add(why)
            self._is_held = self._is_held or not runner.is_paused
            self.act(Runner.pause)

    def _come_back(self, why: str) -> None:
        self._away.discard(why)
        if self._is_held and not self._away:
            self._is_held = False
            self.act(Runner.resume)
