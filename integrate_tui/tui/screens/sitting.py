"""An exercise: what it asks before, the run, what it asks after, and how it is kept."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import grounding
from integrate_tui.core import gates, paces
from integrate_tui.core.answers import Reply, Scale
from integrate_tui.core.grounding import instead_words
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import Runner
from integrate_tui.core.sitting import SittingFlow, Stage, distress_prompt, distress_scale
from integrate_tui.core.support import calls_for_support
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.screens.sitting_keeper import SittingKeeper
from integrate_tui.tui.screens.sitting_parts import Afterwards, Opening
from integrate_tui.tui.screens.sitting_running import RunScreen
from integrate_tui.tui.screens.sitting_words import closing_words
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.lines import Lines


class SittingScreen(RunScreen):
    """One sitting, from what comes before it to what comes after."""

    IS_GROUNDING = True
    HELP = "Breathe along, or only watch. q leaves at once."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Go on", id="sitting.begin"),
        Binding("l", "let_go", "Words", id="sitting.let-go", tooltip="Keep them, or let them go."),
        Binding("q", "leave", "Leave", id="sitting.leave", tooltip="Leave at once."),
        Binding("escape", "leave", "Leave", id="sitting.escape"),
    ]

    opening = getters.query_one(Opening)
    closing = getters.query_one(Afterwards)

    def __init__(
        self, exercise: Exercise, seconds: float | None = None, before: int | None = None
    ) -> None:
        """Open an exercise.

        Args:
            exercise: Which one.
            seconds: How long it is to last; its own length where nothing is said.
            before: The distress before it, where that was said already.
        """
        super().__init__(SittingFlow(exercise, seconds, before=before))
        kept = self.workspace.settings.get("paces")
        self.flow = self.flow.choose_pace(paces.pace_of(kept, exercise.id))
        self._keeper: SittingKeeper | None = None
        self._is_laid_out = False
        """Whether there is more than the opening."""
        self._after: int | None = None
        """The number that was chosen last, after it."""
        self._has_told = False
        """Whether it was said that the sitting could not be kept."""

    def body(self) -> Iterable[Widget]:
        """Lay out the opening; what follows it is laid out once this is drawn."""
        yield Lines(id="heading", classes="trip-heading")
        shows = grounding.shows_caution(self.workspace, self.flow.exercise)
        yield Opening(self.flow, self._distress, shows_caution=shows)

    def on_mount(self) -> None:
        """Show the opening."""
        self._keeper = SittingKeeper(self.app, self._ended)
        self.query_one("#before", ScaleField).focus()
        self._show_stage()
        self.call_after_refresh(self.lay_out)

    async def lay_out(self) -> None:
        """Lay out the run and what comes after it, unless that is done."""
        if self._is_laid_out or self.is_left:
            return
        self._is_laid_out = True
        later = (self.make_run_page(), Afterwards(self._distress))
        for page in later:
            page.display = False
        await self.mount(*later, after=self.opening)

    @property
    def _distress(self) -> Scale:
        return distress_scale(self.workspace.packs.check_ins())

    def _show_stage(self) -> None:
        stage = self.flow.stage
        self.opening.display = stage is Stage.BEFORE
        if self._is_laid_out:
            self.run_page.display = stage is Stage.RUNNING
            self.closing.display = stage is Stage.AFTER
        self.show_heading(self.flow.length_words if stage is Stage.BEFORE else "")
        self.refresh_bindings()

    def offers(self, action: str) -> bool:
        """Offer what the stage allows."""
        stage = self.flow.stage
        if action == "let_go":
            return stage is Stage.AFTER and bool(self.flow.said)
        if action == "begin":
            return stage is not Stage.RUNNING or self.is_waiting
        return super().offers(action)

    # Before and after

    @on(Opening.Chosen)
    def take_choice(self, event: Opening.Chosen) -> None:
        """Take how it is to be done."""
        self.flow = event.flow.say_before(self.flow.before)
        self.show_heading(self.flow.length_words)

    @on(Replied, "#before")
    def take_before(self, event: Replied) -> None:
        """Take the number before."""
        self.flow = self.flow.say_before(event.reply.number)
        self._offer_support(event.reply)

    @on(Replied, "#after")
    def take_after(self, event: Replied) -> None:
        """Take the number after."""
        self._after = event.reply.number
        self._offer_support(event.reply)

    @on(Finished)
    async def go_on(self, event: Finished) -> None:
        """Begin, or finish, when the number is given."""
        if self.app.screen is not self:
            return  # support has come up over it
        if self.flow.stage is not Stage.RUNNING:
            await self.action_begin()
        elif event.field is self.run_page.step.answer.field:
            self.action_go_on()

    def _offer_support(self, reply: Reply) -> None:
        """Show who can be turned to, where the check-in would for the same number."""
        prompt = distress_prompt(self.workspace.packs.check_ins())
        if prompt is not None and calls_for_support(prompt, reply):
            self.app.open_support()

    async def action_begin(self) -> None:
        """Begin, move on from a step at one's own pace, or finish."""
        if self.flow.stage is Stage.BEFORE:
            await self._begin()
        elif self.flow.stage is Stage.RUNNING:
            self.act(Runner.go_on)
        else:
            self.flow = self._ended()
            self._leave(closing_words(self.flow, self._instead))

    @property
    def _instead(self) -> str:
        """What there is instead where distress rose."""
        return instead_words(self.flow.exercise.id, self.workspace.packs.exercises(), "F2")

    async def _begin(self) -> None:
        why = gates.refusal(self.flow.exercise, gates.Standing(distress=self.flow.before))
        if why:
            self.app.say(why, long=True)
            self.dismiss(None)
            self.app.ground()
            return
        await self.lay_out()
        self.flow = self.flow.begin(self.now)
        self.set_focus(None)
        self._show_stage()
        self.tick()
        self.call_after_refresh(self.tick)

    def action_let_go(self) -> None:
        """Let go of what was typed, or keep it after all."""
        self.flow = self.flow.keep_said(not self.flow.keeps_said)
        self._show_closing()

    def _show_closing(self) -> None:
        result = self.flow.result(self.now)
        self.closing.show(self.flow, result.sat if result else 0.0)

    # The end

    def end_run(self) -> None:
        """Ask what comes after it."""
        self.rest()
        self._show_closing()
        self._show_stage()
        self.query_one("#after", ScaleField).focus()

    def action_leave(self) -> None:
        """Leave at once, without a word; what was sat is kept."""
        self.flow = self._ended()
        self._leave("")

    def _ended(self) -> SittingFlow:
        """Return the sitting as it is if it ends now, with the number that was chosen last."""
        is_over = self.flow.stage is Stage.AFTER
        return self.flow.say_after(self._after) if is_over else self.flow.leave(self.now)

    def _leave(self, words: str) -> None:
        self.rest()
        try:
            if self._keeper is not None:
                self._keeper.keep()
        except IntegrateError as error:
            self.app.say_fault(error)
            if self.flow.said and not self._has_told:
                self._has_told = True
                return  # the words are still here to be copied; the same key leaves all the same
        if words:
            self.app.say(words, long=self.flow.wants_more)
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Have nothing more to keep."""
        if self._keeper is not None and self.flow.stage is not Stage.OVER:
            self._keeper.forget()
