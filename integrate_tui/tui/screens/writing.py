"""Writing, one prompt at a time and nothing else on the screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import views
from integrate_tui.core import gates
from integrate_tui.core.answers import EMPTY, Reply, Sketch, Text
from integrate_tui.core.answers import Lines as SeveralLines
from integrate_tui.core.dates import clock_words
from integrate_tui.core.drafts import Draft
from integrate_tui.core.exercise import length_of
from integrate_tui.core.pieces import Exercise, Prompt, RuleName
from integrate_tui.core.text import LONG_LINE, SOFT_LIMIT, count_words, counted
from integrate_tui.core.writing import Writing
from integrate_tui.keeping import Closing
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.flow import FlowScreen
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Answering, Finished, Replied
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.progress import Progress
from integrate_tui.unfinished import Purpose, draft_of


class WritingScreen(FlowScreen):
    """A piece of writing."""

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
    opening = getters.query_one("#opening", Static)
    guidance = getters.query_one("#guidance", Static)
    own = getters.query_one("#view", Static)
    answer = getters.query_one("#answer", Vertical)
    status = getters.query_one("#status", Lines)

    def __init__(self, writing: Writing, purpose: Purpose, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            writing: The writing as it is.
            purpose: What it is for.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__(draft_id)
        self.writing = writing
        self.purpose = purpose
        self._said_at_the_end: Closing | None = None
        self._field: Widget | None = None
        self._told = EMPTY
        """What the field held when it was last heard: it may not hold all of an older answer."""

    def body(self) -> Iterable[Widget]:
        """Lay out the progress, the question, the field and what is said of it."""
        with Vertical(id="writing"):
            yield Lines(id="heading")
            yield Progress()
            yield Static(id="opening", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="guidance", markup=False)
            yield Static(id="view", markup=False)
            yield Vertical(id="answer")
            yield Lines(id="status")

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual calls each class's own
        """Ask the first question."""
        await self._ask()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        return self.writing.is_empty

    def draft(self) -> Draft:
        """Return what is written as a draft."""
        return draft_of(self.workspace, self.purpose, self.writing, self._draft_id)

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
        field = self._field = field_for(kind, writing.reply, families)
        await self.answer.mount(field)
        self._told = field.reply if isinstance(field, Answering) else EMPTY
        field.focus()
        if isinstance(field, Editor):
            field.move_cursor(field.document.end)
        self.guidance.display = bool(prompt.guidance)
        self._show_beside(prompt)
        self.show_status()
        self.refresh_bindings()

    def _show_beside(self, prompt: Prompt) -> None:
        """Show the opening at the first prompt, and one's own data where a prompt asks for it."""
        guide = self.writing.guide
        opening = "\n\n".join(words for words in (guide.intro, guide.caution) if words)
        self.opening.display = bool(opening) and self.writing.is_first
        self.opening.update(opening)
        lines = views.view(self.workspace, prompt.show) if prompt.show else ()
        self.own.display = bool(lines)
        self.own.update("\n".join(lines))

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
        if event.field is not self._field:
            return  # it was taken when its prompt was left
        self._answer(event.reply)
        self._told = event.reply
        if self.writing.wants_support:
            self.app.open_support()
        else:
            self._offer_first(event.reply)

    def _offer_first(self, reply: Reply) -> None:
        """Offer what the guide's rules put before it at such a distress."""
        first = gates.comes_first(self.writing.guide, self.writing.prompt, reply)
        if first is RuleName.SUPPORT_FIRST:
            self.app.open_support()
        elif first is RuleName.GROUNDING_FIRST:
            self.app.ground()

    def take_up_fields(self) -> None:
        """Take the answer as it stands in the field."""
        field = self._field
        if field is not None and field.is_attached and isinstance(field, Answering):
            reply = field.reply
            if reply != self._told:
                self._told = reply
                self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        if reply != self.writing.reply:
            self.writing = self.writing.answer(reply)
            self.is_changed()
        self.show_status()

    @on(Finished)
    async def go_on(self) -> None:
        """Go to the next prompt when an answer is given, unless support has come up over it."""
        if self.app.screen is self:
            await self.action_next()

    async def action_next(self) -> None:
        """Go on to the next prompt, or to the end."""
        self.take_up_fields()
        if self.writing.is_last:
            self._finish()
            return
        self.writing = self.writing.next()
        self._is_dirty = True
        await self._ask()

    async def action_previous(self) -> None:
        """Go back to the prompt before."""
        self.take_up_fields()
        self.writing = self.writing.back()
        await self._ask()

    def action_angle(self) -> None:
        """Ask the same thing another way."""
        self.writing = self.writing.another_angle()
        self._show_question()

    def show_status(self) -> None:
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
    @one_at_a_time
    async def _finish(self) -> None:
        """Close the writing, and keep it."""
        self._save()
        if self.writing.is_empty:
            self.dismiss(None)
            return
        if self.purpose.has_closing:
            screen = ClosingScreen(self.writing, self._said_at_the_end)
            is_closed = await self.app.push_screen_wait(screen)
            self._said_at_the_end = screen.said
            if not is_closed:
                return
        closing = self._said_at_the_end or Closing()
        said = await self.app.keep(
            lambda: self.purpose.finish(self.workspace, self.writing, closing, self._draft_id)
        )
        if said is not None:
            self.is_kept()
            self.app.say(said)
            exercise = await self._chosen_to_close_with()
            self.dismiss(None)
            if exercise is not None:
                self.app.sit(exercise)

    async def _chosen_to_close_with(self) -> Exercise | None:
        """Offer the exercises that the guide closes with."""
        packs = self.workspace.packs
        known = {piece.id: piece for piece in packs.exercises()}
        ids = gates.closing_exercises(self.writing.guide)
        offered = [known[id] for id in ids if id in known]
        if not offered:
            return None
        names = tuple(f"{piece.title}, {clock_words(length_of(piece))}" for piece in offered)
        question = Choose("Before you go, a way to land?", (*names, "Not now"))
        chosen = await self.app.push_screen_wait(question)
        return None if chosen is None or chosen == len(offered) else offered[chosen]


def _notice(text: str) -> str:
    """Say kindly when a text is so long that writing gets slow."""
    if len(text) > SOFT_LIMIT:
        return "   This page is very long. Another one would be quicker."
    if len(text) > LONG_LINE and max(map(len, text.split("\n"))) > LONG_LINE:
        return "   A very long line: a new one now and then keeps the keys quick."
    return ""
