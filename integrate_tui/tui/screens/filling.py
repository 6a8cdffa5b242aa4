"""A measure while it is filled in: one question at a time, and any of them may be left."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import measuring
from integrate_tui.core.answers import EMPTY, Reply
from integrate_tui.core.drafts import Draft
from integrate_tui.core.measure import Filling
from integrate_tui.core.text import counted
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.flow import FlowScreen
from integrate_tui.tui.screens.result import ResultScreen
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.values import NumbersField, ValuesField, field_of
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.progress import Progress
from integrate_tui.unfinished import draft_of_measure


class FillingScreen(FlowScreen):
    """One filling-in of a measure."""

    HELP = "One question at a time. Any of them may be left, and leaving keeps everything."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", "Next", id="filling.next", tooltip="Go on; none is required."),
        Binding(
            "ctrl+b,alt+left",
            "previous",
            "Back",
            id="filling.back",
            tooltip="Go back to the question before.",
        ),
        Binding(
            "escape", "back", "Leave, it's kept", id="filling.leave", tooltip="Leave; it is kept."
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    progress = getters.query_one(Progress)
    stem = getters.query_one("#stem", Static)
    question = getters.query_one("#question", Static)
    guidance = getters.query_one("#guidance", Static)
    answer = getters.query_one("#answer", Vertical)
    status = getters.query_one("#status", Lines)

    def __init__(self, filling: Filling, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            filling: The measure as far as it is filled in.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__(draft_id)
        self.filling = filling
        self._field: ValuesField | NumbersField | None = None
        self._told = EMPTY
        """What the field held when it was last heard."""
        self._asked = 0
        """How often something was asked: of several at once, only the last is shown."""

    def body(self) -> Iterable[Widget]:
        """Lay out the progress, what is asked about all of them, the question and its field."""
        with Vertical(id="filling"):
            yield Lines(id="heading")
            yield Progress()
            yield Static(id="stem", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="guidance", markup=False)
            yield Vertical(id="answer")
            yield Lines(id="status")

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual calls each class's own
        """Ask the first question."""
        await self._ask()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        return self.filling.is_empty

    @property
    def is_at_its_end(self) -> bool:
        """Whether nothing more is asked."""
        return self.filling.is_last

    def draft(self) -> Draft:
        """Return what is filled in as a draft."""
        return draft_of_measure(self.workspace, self.filling, self._draft_id)

    def offers(self, action: str) -> bool:
        """Offer only what leads somewhere."""
        if action == "previous":
            return not self.filling.is_first
        return super().offers(action)

    async def _ask(self) -> None:
        """Show the present question with its field."""
        filling = self.filling
        measure, question, count = filling.measure, filling.question, len(filling.replies)
        place = f"{filling.index + 1} of {count}" if count > 1 else ""
        self.heading.show([[(measure.title, "primary")]], [[(place, "muted")]])
        self.progress.share = (filling.index + 1) / count
        stem = measure.intro or measure.period
        self.stem.update(stem)
        # A question with answers of its own is asked in words of its own.
        self.stem.display = bool(stem) and not question.answers
        self.question.update(question.text)
        self.guidance.update(question.guidance)
        self.guidance.display = bool(question.guidance)
        self._asked += 1
        turn = self._asked
        await self.answer.remove_children()
        if turn != self._asked:
            return  # somebody is quicker than the screen: the next question is asked already
        field = self._field = field_of(filling.options, filling.reply)
        await self.answer.mount(field)
        self._told = field.reply
        field.focus()
        self.show_status()
        self.refresh_bindings()

    @on(Replied)
    def take(self, event: Replied) -> None:
        """Take the answer."""
        if event.field is not self._field:
            return  # it was taken when its question was left
        self._told = event.reply
        self._answer(event.reply)

    def take_up_fields(self) -> None:
        """Take the answer as it stands in the field."""
        field = self._field
        if field is not None and field.is_attached and field.reply != self._told:
            self._told = field.reply
            self._answer(field.reply)

    def _answer(self, reply: Reply) -> None:
        """Take an answer; one that calls for people brings them up at once."""
        if reply == self.filling.reply:
            return
        self.filling = self.filling.answer(reply)
        self.mark_changed()
        if self.filling.wants_support:
            self.call_people()

    @on(Finished)
    async def go_on(self, event: Finished) -> None:
        """Go to the next question when an answer is given, unless support has come up over it."""
        if event.field is not self._field:
            return
        await self.action_next()
        is_another = event.field is not self._field
        if is_another and event.beyond is not None and isinstance(self._field, NumbersField):
            self._field.action_take(event.beyond)

    async def action_next(self) -> None:
        """Go on to the next question, or to the end."""
        if not self._may_leave_question():
            return
        if self.filling.is_last:
            self._finish()
            return
        self.filling = self.filling.next()
        self._turned()
        await self._ask()

    async def action_previous(self) -> None:
        """Go back to the question before."""
        if not self._may_leave_question():
            return
        self.filling = self.filling.back()
        self._turned()
        await self._ask()

    def _may_leave_question(self) -> bool:
        """Take up the answer, and tell whether nothing has come up over the screen for it."""
        self.take_up_fields()
        return self.app.screen is self

    def _turned(self) -> None:
        """See that the draft knows which question is shown, where there is a draft."""
        if not self.is_empty:
            self.mark_changed()

    def show_status(self) -> None:
        """Say it where the draft cannot be kept as usual."""
        self.status.show([[(self._fault, "sand")]])

    @work
    @one_at_a_time
    async def _finish(self) -> None:
        """Keep what was answered, and show what it comes to."""
        self._save()
        if self.filling.is_empty:
            self.dismiss(None)
            return
        if not await self._is_to_be_kept():
            return
        kept = await self.app.keep(
            lambda: measuring.keep_result(self.workspace, self.filling, id=self._draft_id)
        )
        if kept is not None:
            self.mark_kept()
            self.dismiss(None)
            self.app.push_screen(ResultScreen(kept.n))

    async def _is_to_be_kept(self) -> bool:
        """Ask whether it is to be kept as it is where questions were left, or go back to them."""
        left = self.filling.left
        if not left:
            return True
        words = (
            f"{counted(len(left), 'question')} left out, so there will be no total."
            " It can be kept as it is."
        )
        if await self.app.push_screen_wait(Confirm(words, yes="Keep it", no="Look at them again")):
            return True
        self.filling = self.filling.go_to(left[0])
        await self._ask()
        return False
