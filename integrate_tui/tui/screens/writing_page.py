"""What a piece of writing looks like: one prompt, its field, and what is said of them."""

from collections.abc import Iterable

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import views
from integrate_tui.core.answers import EMPTY, KIND_NAMES, Line, Reply
from integrate_tui.core.answers import Lines as SeveralLines
from integrate_tui.core.closing import Closing
from integrate_tui.core.drafts import Draft
from integrate_tui.core.entry import OWN_WORDS
from integrate_tui.core.pieces import Prompt
from integrate_tui.core.text import LONG_LINE, SOFT_LIMIT, count_words, counted
from integrate_tui.core.writing import Writing
from integrate_tui.own import known
from integrate_tui.purposes import Purpose
from integrate_tui.tui.screens.flow import FlowScreen
from integrate_tui.tui.screens.quiet_clock import TIME_IS_UP, QuietClock, left_words
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Answering
from integrate_tui.tui.widgets.fields.make import field_for, fills_the_page
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.progress import Progress
from integrate_tui.unfinished import draft_of

_CLOCK_EVERY = 2.0
"""Seconds between two looks at the clock of a prompt that has one."""


class WritingPage(FlowScreen):
    """A piece of writing as it is shown; what its keys do is said by `WritingScreen`."""

    heading = getters.query_one("#heading", Lines)
    progress = getters.query_one(Progress)
    question = getters.query_one("#question", Static)
    opening = getters.query_one("#opening", Static)
    guidance = getters.query_one("#guidance", Static)
    own = getters.query_one("#view", Static)
    answer = getters.query_one("#answer", Vertical)
    status = getters.query_one("#status", Lines)

    def __init__(
        self,
        writing: Writing,
        purpose: Purpose,
        draft_id: str = "",
        closing: Closing | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            writing: The writing as it is.
            purpose: What it is for.
            draft_id: The id of the draft it was taken up from.
            closing: What was said of it at the end, where one had come that far.
        """
        super().__init__(draft_id)
        self.writing = writing
        self.purpose = purpose
        self.said_at_the_end = closing
        self._field: Widget | None = None
        self._told = EMPTY
        """What the field held when it was last heard: it may not hold all of an older answer."""
        self._asked = 0
        """How often something was asked: of several at once, only the last is shown."""
        self._clock = QuietClock(lambda: self.workspace.clock.monotonic())
        self._time_shown = ""
        self._ticker: Timer | None = None

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
        self._ticker = self.set_interval(_CLOCK_EVERY, self._look_at_clock, pause=True)
        await self.ask()

    def on_screen_suspend(self) -> None:
        """Let the time of a prompt stand from here on; it goes on with the next letter."""
        self._let_time_pass()
        self._clock.stop()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        return self.writing.is_empty

    @property
    def is_at_its_end(self) -> bool:
        """Whether nothing more is asked."""
        return self.writing.is_last

    def hint(self, binding: Binding) -> str:
        """Say what the way on leads to: what has no closing is kept after its last question."""
        is_kept = binding.action == "next" and self.is_at_its_end and not self.purpose.has_closing
        return "Keep" if is_kept else super().hint(binding)

    def draft(self) -> Draft:
        """Return what is written as a draft."""
        return draft_of(
            self.workspace, self.purpose, self.writing, self._draft_id, self.said_at_the_end
        )

    async def ask(self) -> None:
        """Show the present prompt with its field; its time, if it has one, waits for a letter."""
        self._clock.stop()
        writing = self.writing
        prompt = writing.prompt
        asked = len(writing.asked)
        self.show_heading()
        self.progress.share = writing.number / asked if asked > 1 else 1.0
        self.show_question()
        self._asked += 1
        turn = self._asked
        await self.answer.remove_children()
        if turn != self._asked:
            return  # somebody is quicker than the screen: the prompt after it is asked already
        kind = writing.answer_kind
        self.answer.set_class(fills_the_page(kind), "-page")
        self.answer.set_class(isinstance(kind, SeveralLines), "-few")
        field = self._field = field_for(kind, writing.reply, known(self.workspace))
        await self.answer.mount(field)
        self._told = field.reply if isinstance(field, Answering) else EMPTY
        field.focus()
        if isinstance(field, Editor):
            field.move_cursor(field.document.end)
        self.guidance.display = bool(prompt.guidance)
        self._show_beside(prompt)
        self.show_status()
        self.refresh_bindings()

    def show_heading(self) -> None:
        """Say where one is in the guide, and how much of a time is left."""
        writing = self.writing
        asked = len(writing.asked)
        place = f"{writing.number} of {asked}" if asked > 1 else ""
        self._time_shown = self._left_words()
        self._run_clock()
        right = "   ".join(words for words in (self._time_shown, place) if words)
        self.heading.show([[(self.title_shown, "primary")]], [[(right, "muted")]])

    def _run_clock(self) -> None:
        if self._ticker is not None and self.writing.box is not None:
            self._ticker.resume()
        elif self._ticker is not None:
            self._ticker.pause()

    def _look_at_clock(self) -> None:
        """Let the time of the prompt go by, and show it where its words have changed."""
        self._let_time_pass()
        if self._left_words() != self._time_shown:
            self.show_heading()
            self.show_status()

    def _left_words(self) -> str:
        return left_words(self.writing.box, waits=not self._clock.is_running)

    def _show_beside(self, prompt: Prompt) -> None:
        """Show what opens the guide or a section, and one's own data where a prompt asks for it."""
        guide = self.writing.guide
        first = (guide.intro, guide.caution) if self.writing.is_first else ()
        opening = "\n\n".join(words for words in (*first, self.writing.section_opening) if words)
        self.opening.display = bool(opening)
        self.opening.update(opening)
        lines = views.view(self.workspace, prompt.show) if prompt.show else ()
        self.own.display = bool(lines)
        self.own.update("\n".join(lines))

    def _let_time_begin(self) -> None:
        """Let the time of the prompt run from its first letter on."""
        if self.writing.box is not None and not self._clock.is_running:
            self._clock.start()
            self.show_heading()

    def _let_time_pass(self) -> None:
        """Let the time since the last look count for the prompt that is shown."""
        seconds = self._clock.lap()
        if self.writing.box is not None and seconds:
            self.writing = self.writing.spend(seconds)

    @property
    def title_shown(self) -> str:
        """What is being written, as it is shown at the top."""
        title = self.purpose.title
        return title[:1].upper() + title[1:]

    def show_question(self) -> None:
        """Show the question in its present wording."""
        writing = self.writing
        question = writing.question
        is_title = question.casefold() == self.purpose.title.casefold()
        self.question.display = bool(question) and not is_title
        self.question.update(question)
        self.guidance.update(writing.prompt.guidance)

    def take_up_fields(self) -> None:
        """Take the answer as it stands in the field, and the time that went by."""
        self._let_time_pass()
        field = self._field
        if field is not None and field.is_attached and isinstance(field, Answering):
            reply = field.reply
            if reply != self._told:
                self._told = reply
                self.answer_with(reply)

    def answer_with(self, reply: Reply) -> None:
        """Answer the present prompt; the draft follows within a second."""
        if reply != self.writing.reply:
            self.writing = self.writing.answer(reply)
            self.mark_changed()
            self._let_time_begin()
        self.show_status()

    def show_status(self) -> None:
        """Say how far the answer is safe, and how many words it has where it is in words."""
        text, kind = self.writing.reply.text, self.writing.answer_kind
        if self._fault:
            state = (self._fault, "sand")
        elif text.strip() and not self._is_dirty and self._is_drafted:
            state = ("kept", "sage")
        else:
            state = ("", "muted")
        is_worded = KIND_NAMES[type(kind)] in OWN_WORDS and text.strip()
        words = counted(count_words(text), "word") if is_worded else ""
        how = "one line; enter goes on" if isinstance(kind, Line) else ""
        box = self.writing.box
        notice = TIME_IS_UP if box is not None and box.left <= 0 else self._notice()
        said = [state, (words, "muted"), (how, "muted"), (notice, "sand")]
        self.status.show([[(f"{part}   ", role) for part, role in said if part]])

    def _notice(self) -> str:
        """Say kindly when there are more lines than were asked for, or too much to be quick."""
        text, kind = self.writing.reply.text, self.writing.answer_kind
        if isinstance(kind, SeveralLines) and len(self.writing.reply.words) > kind.most:
            return f"More than {kind.most}; all of them are kept."
        if len(text) > SOFT_LIMIT:
            return "This page is very long. Another one would be quicker."
        if len(text) > LONG_LINE and max(map(len, text.split("\n"))) > LONG_LINE:
            return "A very long line: a new one now and then keeps the keys quick."
        return ""
