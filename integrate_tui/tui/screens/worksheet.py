"""A belief looked at from several sides: all of it on one screen, and any of it left."""

from collections.abc import Iterable

from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import believing
from integrate_tui.core import checkin
from integrate_tui.core.answers import EMPTY
from integrate_tui.core.belief import QUESTIONS
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft
from integrate_tui.core.insight import Insight, Standing
from integrate_tui.core.thing import Thing
from integrate_tui.own import known
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.widgets.fields.base import Answering
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.lines import Lines


class WorksheetScreen(CheckInScreen):
    """One look at a belief."""

    HELP = "A belief, from several sides. A digit chooses, = is ten, and any of it may be left."

    def __init__(
        self, belief: Thing[Insight], flow: CheckInFlow | None = None, draft_id: str = ""
    ) -> None:
        """Begin, or go on.

        Args:
            belief: The belief.
            flow: How far it was looked at.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__(QUESTIONS, flow or checkin.begin(QUESTIONS), draft_id)
        self._belief = belief

    def body(self) -> Iterable[Widget]:
        """Lay the belief out, and each question with its field under it."""
        around = known(self.workspace)
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="worksheet", can_focus=False):
            yield Static(self._belief.value.line, markup=False, id="belief")
            yield Static(QUESTIONS.intro, markup=False, classes="quiet")
            for index, prompt in enumerate(self.flow.prompts):
                field = field_for(prompt.answer, self.flow.replies[index], around)
                self._fields.append(field)
                self._told.append(field.reply if isinstance(field, Answering) else EMPTY)
                with Vertical(classes="side"):
                    yield Static(prompt.text, markup=False, classes="side-question")
                    if prompt.guidance:
                        yield Static(prompt.guidance, markup=False, classes="quiet")
                    yield field

    def draft(self) -> Draft:
        """Return what is filled in as a draft."""
        return believing.draft_of_worksheet(
            self.workspace, self._belief.n, self.flow, self._draft_id
        )

    @work
    @one_at_a_time
    async def action_keep(self) -> None:
        """Keep the worksheet; an empty one is only left."""
        self._save()
        if self.flow.is_empty:
            self.dismiss(None)
            return
        kept = await self.app.keep(
            lambda: believing.keep_worksheet(
                self.workspace, self._belief.n, self.flow, id=self._draft_id
            )
        )
        if kept is not None:
            self.mark_kept()
            is_over = kept.value.decision is Standing.RELEASE
            returns = "" if is_over else " It comes back in two weeks, and in two months."
            self.app.say(f"Kept.{returns}", long=True)
            self.dismiss(None)
