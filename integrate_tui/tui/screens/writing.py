"""Writing, one prompt at a time and nothing else on the screen."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from integrate_tui import overview
from integrate_tui.core import gates
from integrate_tui.core.answers import (
    Answer,
    Line,
    Lines,
    Reply,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.closing import Closing
from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import length_of
from integrate_tui.core.pieces import Exercise, RuleName
from integrate_tui.core.text import clean_line, counted
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.outline import Outline
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.quiet_clock import TIMES
from integrate_tui.tui.screens.writing_page import WritingPage
from integrate_tui.tui.widgets.editor import Editor
from integrate_tui.tui.widgets.fields.base import Finished, Replied


class WritingScreen(WritingPage):
    """A piece of writing."""

    HELP = "One question at a time. Any of them may be left, and leaving keeps everything."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", "Next", id="writing.next", tooltip="Go on; nothing is required."),
        Binding(
            "ctrl+b,alt+left",
            "previous",
            "Back",
            id="writing.back",
            tooltip="Go back to the question before.",
        ),
        Binding(
            "ctrl+t",
            "angle",
            "Another angle",
            id="writing.angle",
            tooltip="Ask the same thing another way.",
        ),
        Binding(
            "f3",
            "outline",
            "Questions",
            show=False,
            id="writing.outline",
            tooltip="See all questions, and go to any of them.",
        ),
        Binding(
            "f4",
            "fragments",
            "Fragments",
            show=False,
            id="writing.fragments",
            tooltip="Write in fragments with no story, or as a page again.",
        ),
        Binding(
            "f5",
            "editor",
            "Editor",
            show=False,
            id="writing.editor",
            tooltip="Open the words in your own editor.",
        ),
        Binding(
            "f9",
            "time",
            "For a time",
            show=False,
            id="writing.time",
            tooltip="Write for some minutes, with a quiet clock.",
        ),
        Binding(
            "escape", "back", "Leave, it's kept", id="writing.leave", tooltip="Leave; it is kept."
        ),
    ]

    _at_the_end: ClosingScreen | None = None
    """What is said at the end, while it is being said."""

    def take_up_fields(self) -> None:
        """Take what is said at the end, too, as far as that is."""
        super().take_up_fields()
        if self._at_the_end is not None:
            said = self._at_the_end.take()
            if said != self.said_at_the_end:
                self.said_at_the_end = said
                self._is_dirty = True

    def offers(self, action: str) -> bool:
        """Offer only what leads somewhere."""
        if action == "previous":
            return not self.writing.is_first
        if action == "angle":
            return bool(self.writing.prompt.deeper)
        if action == "outline":
            return len(self.writing.asked) > 1
        if action == "fragments":
            return self.writing.takes_fragments
        if action in ("editor", "time"):
            return isinstance(self._field, Editor)
        return super().offers(action)

    @on(Replied)
    def take(self, event: Replied) -> None:
        """Take the answer, and see that it is kept."""
        if event.field is not self._field:
            return  # it was taken when its prompt was left
        self._told = event.reply
        self.answer_with(event.reply)

    def answer_with(self, reply: Reply) -> None:
        """Answer the present prompt, and bring up at once what such an answer calls for."""
        is_new = reply != self.writing.reply
        super().answer_with(reply)
        if not is_new:
            return
        first = gates.comes_first(self.writing.guide, self.writing.prompt, reply)
        if self.writing.wants_support or first is RuleName.SUPPORT_FIRST:
            self.call_people()
        elif first is RuleName.GROUNDING_FIRST:
            self.app.ground()

    @on(Finished)
    async def go_on(self, event: Finished) -> None:
        """Go to the next prompt when an answer is given; a second key says nothing of that one."""
        if event.field is self._field:
            await self.action_next()

    async def action_next(self) -> None:
        """Go on to the next prompt, or to the end."""
        if not self._may_go_on():
            return
        if self.writing.is_last:
            self._finish()
            return
        self.writing = self.writing.next()
        self._is_dirty = True
        await self.ask()

    def _may_leave_prompt(self) -> bool:
        """Take up the answer, and tell whether nothing has come up over the screen for it."""
        self.take_up_fields()
        return self.app.screen is self

    def _may_go_on(self) -> bool:
        """Tell the same, and say so where the guide has had enough of its topic."""
        if not self._may_leave_prompt():
            return False
        if self.writing.prompt.name != gates.TOPIC:
            return True
        why = self.app.attempt(lambda: overview.topic_refusal(self.workspace, self.writing))
        if why:
            self.app.say(why, long=True)
        return not why

    async def action_previous(self) -> None:
        """Go back to the prompt before."""
        if not self._may_leave_prompt():
            return
        self.writing = self.writing.back()
        await self.ask()

    @work
    @one_at_a_time
    async def action_outline(self) -> None:
        """Show all questions, and go to the one that is chosen."""
        if not self._may_go_on():
            return
        sheet = Outline(self.title_shown, self.writing.outline)
        index = await self.app.push_screen_wait(sheet)
        if index is not None:
            self.writing = self.writing.go_to(index)
            self.mark_changed()
            await self.ask()

    async def action_fragments(self) -> None:
        """Answer in fragments with no story, or as a page again."""
        self.take_up_fields()
        self.writing = self.writing.turned()
        self.mark_changed()
        await self.ask()

    @work
    @one_at_a_time
    async def action_time(self) -> None:
        """Choose how long to write to this prompt; choosing none takes the clock away."""
        names = (*(f"{counted(minutes, 'minute')}" for minutes in TIMES), "No clock")
        chosen = await self.app.push_screen_wait(Choose("Write for how long?", names))
        if chosen is not None:
            limit = TIMES[chosen] * 60.0 if chosen < len(TIMES) else None
            self._clock.stop()
            self.writing = self.writing.boxed(limit)
            self.mark_changed()
            self.show_heading()
            self.show_status()

    @work
    @one_at_a_time
    async def action_editor(self) -> None:
        """Open the words in the person's own editor, after saying what that may keep."""
        self.take_up_fields()
        self._save()
        before = self.writing.reply.text
        changed = await self.app.edit_elsewhere(before)
        if changed is None or changed == before:
            return
        self.answer_with(_read(self.writing.answer_kind, changed))
        await self.ask()

    def action_angle(self) -> None:
        """Ask the same thing another way."""
        self.writing = self.writing.another_angle()
        self.show_question()

    @work
    @one_at_a_time
    async def _finish(self) -> None:
        """Close the writing, and keep it."""
        self._save()
        if self.writing.is_empty:
            await self._end_with_nothing()
            return
        if self.purpose.has_closing:
            screen = self._at_the_end = ClosingScreen(
                self.writing, self.said_at_the_end, self.purpose.about, self.mark_changed
            )
            is_closed = await self.app.push_screen_wait(screen)
            self.said_at_the_end, self._at_the_end = screen.said, None
            self.mark_changed()
            if not is_closed:
                return
        closing = self.said_at_the_end or Closing()
        said = await self.app.keep(
            lambda: self.purpose.finish(self.workspace, self.writing, closing, self._draft_id)
        )
        if said is not None:
            self.mark_kept()
            self.app.say(said)
            exercise = await self._chosen_to_close_with()
            self.dismiss(None)
            if exercise is not None:
                self.app.sit(exercise)

    async def _end_with_nothing(self) -> None:
        """Keep that nothing came, if that is to be kept; it is a complete answer."""
        nothing = self.purpose.nothing
        if nothing is not None and await self.app.push_screen_wait(_nothing_came()):
            said = await self.app.keep(lambda: nothing(self.workspace, self._draft_id))
            if said is None:
                return
            self.app.say(said)
        self.mark_kept()
        self.dismiss(None)

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


def _read(kind: Answer, written: str) -> Reply:
    """Return what was written elsewhere as an answer of a kind."""
    match kind:
        case Line():
            return reply_with_text(clean_line(written))
        case Lines():
            return reply_with_words(tuple(line.strip() for line in written.split("\n")))
    return reply_with_text(written)


def _nothing_came() -> Confirm:
    return Confirm(
        "Nothing came. That is a complete answer, and can be kept as one.",
        yes="Keep it",
        no="Leave no trace of it",
    )
