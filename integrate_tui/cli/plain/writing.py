"""Writing with a guide, one question after another in lines of text."""

from integrate_tui import views
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.drafting import Drafting, left_words
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.core import gates
from integrate_tui.core.answers import Choose, Line, Reply
from integrate_tui.core.closing import Closing
from integrate_tui.core.dates import span_words
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import offered_title
from integrate_tui.core.pieces import Guide, RuleName
from integrate_tui.core.suggest import size_words
from integrate_tui.core.text import counted
from integrate_tui.core.writing import KeptAnswer, Writing, begin
from integrate_tui.errors import IntegrateError
from integrate_tui.overview import begins_in_fragments, due_marks, refusal, suggestion
from integrate_tui.purposes import Purpose, for_guide
from integrate_tui.unfinished import TakenUp, draft_of, take_up

_OFFERED = 3
"""Drafts that are offered at the start."""


def write(here: Here, guide: Guide | None) -> None:
    """Write with a guide, or with what was left unfinished, and keep it.

    Args:
        here: The run of the command line.
        guide: Which guide; None to choose one.
    """
    talk = Talk(here, here.writing())
    why = refusal(talk.workspace, guide) if guide is not None else ""
    if why:
        talk.say(f"{why} A free page is always there: `integrate --plain write free-page`.")
        return
    talk.ground = lambda: ground(talk)
    begun = _taken_up(talk, guide) or _begun(talk, guide)
    if begun is None:
        return
    session = _Session(talk, begun)
    with keeps_when_stopped():
        try:
            session.run()
        except KeyboardInterrupt:
            session.leave()
            raise


def _taken_up(talk: Talk, guide: Guide | None) -> TakenUp | None:
    """Offer what was left unfinished, the latest first."""
    workspace = talk.workspace
    drafts = [draft for draft in workspace.drafts.all() if _fits(draft, guide)]
    for draft in drafts[:_OFFERED]:
        when = left_words(workspace, draft)
        if talk.agrees(f"You left {draft.title} unfinished {when}. Go on with it?"):
            try:
                return take_up(workspace, draft)
            except IntegrateError as error:
                talk.say(str(error))
    return None


def _fits(draft: Draft, guide: Guide | None) -> bool:
    if guide is not None:
        return draft.flow is Flow.WRITING and draft.subject == guide.id
    return draft.flow not in (Flow.CHECK_IN, Flow.MEASURE)


def _begun(talk: Talk, guide: Guide | None) -> TakenUp | None:
    """Open a guide from its first question."""
    chosen = guide or _choose(talk)
    if chosen is None:
        return None
    workspace = talk.workspace
    begun = begin(chosen, in_fragments=begins_in_fragments(workspace, chosen))
    return TakenUp(begun, for_guide(chosen, _mark_of(talk, chosen)), workspace.new_id())


def _mark_of(talk: Talk, guide: Guide) -> int | None:
    """Return the experience whose mark a guide is now, None where it is about the latest."""
    due = due_marks(talk.workspace, [guide])
    return due[0].experience.n if due else None


def _choose(talk: Talk) -> Guide | None:
    """Let the person choose a guide, the one that fits the day first."""
    workspace = talk.workspace
    fitting = suggestion(workspace)
    guides = sorted(
        workspace.packs.guides(), key=lambda guide: fitting is None or guide != fitting.guide
    )
    if not guides:
        talk.say("There are no guides among the text packs.")
        return None
    talk.say("What would you like to write with?")
    named = tuple(f"{guide.title}, {size_words(guide)}" for guide in guides)
    heard = ask(talk, Choose(named))
    return guides[named.index(heard.reply.text)] if heard.reply.text in named else None


class _Session:
    """A piece of writing while it is written."""

    def __init__(self, talk: Talk, begun: TakenUp) -> None:
        self.talk = talk
        self.writing: Writing = begun.writing
        self.purpose: Purpose = begun.purpose
        talk.takes = frozenset({Said.QUESTIONS, Said.FRAGMENTS})
        self._drafting = Drafting(talk, begun.draft_id, "integrate --plain write")

    def run(self) -> None:
        """Ask everything, then close the entry and keep it."""
        talk, guide = self.talk, self.writing.guide
        talk.say(f"{guide.title}. {size_words(guide)}.")
        for text in (guide.intro, guide.caution):
            if text:
                talk.say(text)
        talk.say(":back, :skip, :angle and :leave work at each question; :help says more.")
        if not self._ask_all():
            self.leave()
            return
        if self.writing.is_empty:
            self._end_with_nothing()
            return
        closing = self._close() if self.purpose.has_closing else Closing()
        with self._drafting.stays():
            said = self.purpose.finish(talk.workspace, self.writing, closing, self._drafting.id)
        output.say(said)

    def _end_with_nothing(self) -> None:
        """Keep that nothing came, if that is to be kept."""
        nothing, talk = self.purpose.nothing, self.talk
        question = "Nothing came. That is a complete answer. Keep it as one?"
        if nothing is not None and talk.agrees(question):
            with self._drafting.stays():
                said = nothing(talk.workspace, self._drafting.id)
            output.say(said)
            return
        self._drafting.forget()
        output.say("Nothing came, and nothing is kept.")

    def leave(self) -> None:
        """Leave with what there is kept as a draft, and say so."""
        self._drafting.leave(None if self.writing.is_empty else self._draft())

    def _ask_all(self) -> bool:
        """Ask one question after another; tell whether it came to the end."""
        while True:
            heard = self._ask_one()
            is_last = self.writing.is_last
            if heard is Said.LEAVE or (heard is Said.DONE and not is_last):
                return False
            if heard is Said.BACK:
                if self.writing.is_first:
                    self.talk.say("This is the first question.")
                self.writing = self.writing.back()
            elif heard is Said.ANGLE:
                if not self.writing.prompt.deeper:
                    self.talk.say("There is no other angle to this one.")
                self.writing = self.writing.another_angle()
            elif heard is Said.QUESTIONS:
                self._go_anywhere()
            elif heard is Said.FRAGMENTS:
                self._turn()
            elif is_last:
                return True
            else:
                self.writing = self.writing.next()

    def _go_anywhere(self) -> None:
        """List the questions, and go to the one whose number is said."""
        talk, stops = self.talk, self.writing.outline
        for number, stop in enumerate(stops, 1):
            mark = "answered" if stop.is_answered else "open"
            talk.say(f"{number}. {stop.question} ({mark})", indent="  ")
        talk.say("Which one? Empty stays where you are.")
        heard = talk.hear_or_serve()
        typed = heard.strip() if isinstance(heard, str) else ""
        chosen = int(typed[:6]) if typed.isascii() and typed.isdecimal() else 0
        if 1 <= chosen <= len(stops):
            self.writing = self.writing.go_to(stops[chosen - 1].index)

    def _turn(self) -> None:
        """Take the answer in fragments, or as a page again."""
        if not self.writing.takes_fragments:
            self.talk.say("This question asks for something else than free words.")
            return
        self.writing = self.writing.turned()
        self._drafting.keep(self._draft())
        is_in_fragments = self.writing.is_in_fragments
        self.talk.say("In fragments now." if is_in_fragments else "As a page again.")

    def _ask_one(self) -> Said | None:
        """Ask the present question, and return what was said beside the answer.

        The end of the input counts as `DONE`.
        """
        talk, writing = self.talk, self.writing
        talk.say()
        talk.say(f"Question {writing.number} of {len(writing.asked)}. {writing.question}".rstrip())
        if writing.prompt.guidance:
            talk.say(writing.prompt.guidance)
        box = writing.box
        if box is not None:
            talk.say(f"For up to {span_words(box.limit)}. Stop wherever you are.")
        for line in views.view(talk.workspace, writing.prompt.show):
            talk.say(f"  {line}")
        before = writing.reply
        heard = ask(talk, writing.answer_kind, before, self._take)
        self._take(heard.reply)
        if heard.reply != before:
            first = gates.comes_first(writing.guide, writing.prompt, heard.reply)
            if self.writing.wants_support or first is RuleName.SUPPORT_FIRST:
                talk.support()
            elif first is RuleName.GROUNDING_FIRST and talk.ground is not None:
                talk.ground()
        return Said.DONE if heard.is_over else heard.said

    def _take(self, reply: Reply) -> None:
        """Take an answer as far as it is, and keep the draft."""
        if reply != self.writing.reply:
            self.writing = self.writing.answer(reply)
            self._drafting.keep(self._draft())

    def _draft(self) -> Draft:
        return draft_of(self.talk.workspace, self.purpose, self.writing, self._drafting.id)

    def _close(self) -> Closing:
        """Ask for a title and tags, and for each marked line whether it is to be kept."""
        talk = self.talk
        talk.say()
        offered = offered_title(self.writing.entry())
        talk.say(f"A title? Empty takes \u201c{offered}\u201d." if offered else "A title?")
        title = ask(talk, Line()).reply.text
        talk.say("Tags?")
        tags = ask(talk, Line()).reply.text.replace(",", " ").split()
        kept = self.writing.kept_answers()
        if kept:
            talk.say(f"{counted(len(kept), 'line')} marked to be kept beside the entry itself.")
        return Closing(
            title=title,
            tags=tuple(tags),
            experience=self._about(),
            keep=tuple(answer for answer in kept if self._is_wanted(answer)),
        )

    def _about(self) -> int | None:
        about = self.purpose.about
        return self.talk.workspace.phase().n if about is None else about

    def _is_wanted(self, answer: KeptAnswer) -> bool:
        line = " ".join(answer.line.split())
        return self.talk.agrees(f"\u201c{line}\u201d as {_article(str(answer.keep_as))}?")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
