"""Writing, one prompt at a time and nothing else on the screen.

Every change is a draft in the journal within a second; leaving keeps it, and a crash loses no more
than that second.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui.core.answers import Lines as SeveralLines
from integrate_tui.core.answers import Sketch, Text
from integrate_tui.core.text import LONG_LINE, SOFT_LIMIT, count_words, counted
from integrate_tui.core.writing import Writing
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.keeping import Closing
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.progress import Progress
from integrate_tui.unfinished import Purpose, draft_of

_SAVED_AFTER = 0.6
"""Seconds after the first unsaved key at which a draft is saved."""
_TRIED_AGAIN_AFTER = 3.0
"""Seconds after which a draft that could not be saved is tried again."""


class WritingScreen(Trip[None]):
    """A piece of writing."""

    IS_FLOW = True
    HELP = "One question at a time. Any of them may be left, and leaving keeps everything."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", "Next", id="writing.next", tooltip="Go on; nothing is required."),
        Binding("ctrl+b,alt+left", "previous", "Back", id="writing.back"),
        Binding(
            "ctrl+t",
            "angle",
            "Another angle",
            id="writing.angle",
            tooltip="Ask the same thing another way.",
        ),
        Binding(
            "escape", "back", "Leave, it's kept", id="writing.leave", tooltip="Leave; it is kept."
        ),
    ]

    heading = getters.query_one("#heading", Lines)
    progress = getters.query_one(Progress)
    question = getters.query_one("#question", Static)
    guidance = getters.query_one("#guidance", Static)
    answer = getters.query_one("#answer", Vertical)
    status = getters.query_one("#status", Lines)

    def __init__(self, writing: Writing, purpose: Purpose, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            writing: The writing as it is.
            purpose: What it is for.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__()
        self.writing = writing
        self.purpose = purpose
        self._draft_id = draft_id
        self._is_drafted = bool(draft_id)
        self._is_dirty = False
        self._fault = ""
        self._saver: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the progress, the question, the field and what is said of it."""
        with Vertical(id="writing"):
            yield Lines(id="heading")
            yield Progress()
            yield Static(id="question", markup=False)
            yield Static(id="guidance", markup=False)
            yield Vertical(id="answer")
            yield Lines(id="status")

    async def on_mount(self) -> None:
        """Ask the first question, and be asked for the draft when the program ends."""
        self._draft_id = self._draft_id or self.workspace.new_id()
        self.app.keepers.add(self)
        await self._ask()

    def on_unmount(self) -> None:
        """Have nothing more to keep."""
        self.app.keepers.discard(self)

    def offers(self, action: str) -> bool:
        """Offer only what leads somewhere."""
        if action == "previous":
            return not self.writing.is_first
        if action == "angle":
            return bool(self.writing.prompt.deeper)
        return super().offers(action)

    async def _ask(self) -> None:
        """Show the present prompt with its field."""
        writing = self.writing
        prompt = writing.prompt
        asked = len(writing.asked)
        place = f"{writing.number} of {asked}" if asked > 1 else ""
        self.heading.show([[(self._title, "primary")]], [[(place, "muted")]])
        self.progress.share = writing.number / asked if asked > 1 else 1.0
        self._show_question()
        await self.answer.remove_children()
        kind = writing.answer_kind
        self.answer.set_class(isinstance(kind, Text | Sketch), "-page")
        self.answer.set_class(isinstance(kind, SeveralLines), "-few")
        families = self.workspace.packs.feelings().families
        field = field_for(kind, writing.reply, families)
        await self.answer.mount(field)
        field.focus()
        if isinstance(field, Editor):
            field.move_cursor(field.document.end)
        self.guidance.display = bool(prompt.guidance)
        self._show_status()
        self.refresh_bindings()

    @property
    def _title(self) -> str:
        title = self.purpose.title
        return title[:1].upper() + title[1:]

    def _show_question(self) -> None:
        writing = self.writing
        question = writing.question
        is_title = question.casefold() == self.purpose.title.casefold()
        self.question.display = bool(question) and not is_title
        self.question.update(question)
        self.guidance.update(writing.prompt.guidance)

    @on(Replied)
    def take(self, event: Replied) -> None:
        """Take the answer, and see that it is kept."""
        self.writing = self.writing.answer(event.reply)
        self._is_dirty = True
        self._save_soon()
        self._show_status()
        if self.writing.wants_support:
            self.app.open_support()

    @on(Finished)
    async def go_on(self) -> None:
        """Go to the next prompt when an answer is given."""
        await self.action_next()

    async def action_next(self) -> None:
        """Go on to the next prompt, or to the end."""
        if self.writing.is_last:
            self._finish()
            return
        self.writing = self.writing.next()
        self._is_dirty = True
        await self._ask()

    async def action_previous(self) -> None:
        """Go back to the prompt before."""
        self.writing = self.writing.back()
        await self._ask()

    def action_angle(self) -> None:
        """Ask the same thing another way."""
        self.writing = self.writing.another_angle()
        self._show_question()

    def keep_draft(self) -> None:
        """Keep what is written as a draft, now; an empty one is dropped."""
        if not self._is_dirty:
            return
        workspace = self.workspace
        if self.writing.is_empty:
            if self._is_drafted:
                workspace.drafts.forget(self._draft_id)
                self._is_drafted = False
        else:
            draft = draft_of(workspace, self.purpose, self.writing, self._draft_id)
            in_journal = workspace.drafts.save(draft)
            self._is_drafted = True
            self._fault = "" if in_journal else "kept in a rescue file beside the journal"
        self._is_dirty = False

    def _save_soon(self, after: float = _SAVED_AFTER) -> None:
        """See to it that the draft is saved, at most so many seconds from now."""
        if self._saver is None:
            self._saver = self.set_timer(after, self._save)

    def _save(self) -> None:
        """Keep the draft; try again shortly while another program is writing."""
        self._saver = None
        try:
            self.keep_draft()
        except BusyError:
            self._save_soon()
        except StoreError as error:
            self._fault = str(error)
            self._save_soon(_TRIED_AGAIN_AFTER)
        self._show_status()

    def _show_status(self) -> None:
        """Say how far the words are safe, and how many there are."""
        text = self.writing.reply.text
        words = counted(count_words(text), "word") if text.strip() else ""
        if self._fault:
            state = (self._fault, "sand")
        elif text.strip() and not self._is_dirty and self._is_drafted:
            state = ("kept", "sage")
        else:
            state = ("", "muted")
        notice = _notice(text)
        gap = "  " if state[0] and words else ""
        self.status.show([[state, (f"{gap}{words}", "muted"), (notice, "sand")]])

    @work
    async def action_back(self) -> None:  # type: ignore[override]  # a worker, to be able to ask
        """Leave, with what is written kept as a draft."""
        try:
            self.keep_draft()
        except StoreError as error:
            question = Confirm(f"{error} Leave all the same?", yes="Leave", no="Stay")
            if not await self.app.push_screen_wait(question):
                return
        if self._is_drafted and not self.writing.is_empty:
            self.app.say("Kept. Go on whenever you like.")
        self.dismiss(None)

    @work
    async def _finish(self) -> None:
        """Close the writing, and keep it."""
        if self.writing.is_empty:
            self.keep_draft()
            self.dismiss(None)
            return
        self._save()
        closing: Closing | None = Closing()
        if self.purpose.has_closing:
            closing = await self.app.push_screen_wait(ClosingScreen(self.writing))
        if closing is None:
            return
        chosen = closing
        said = await self.app.keep(
            lambda: self.purpose.finish(self.workspace, self.writing, chosen, self._draft_id)
        )
        if said is not None:
            self._is_dirty = False
            if self._saver is not None:
                self._saver.stop()
            self.app.say(said)
            self.dismiss(None)


def _notice(text: str) -> str:
    """Say kindly when a text is so long that writing gets slow."""
    if len(text) > SOFT_LIMIT:
        return "   This page is very long. Another one would be quicker."
    if len(text) > LONG_LINE and max(map(len, text.split("\n"))) > LONG_LINE:
        return "   A very long line: a new one now and then keeps the keys quick."
    return ""
