"""Writing with a guide, one question after another in lines of text."""

from dataclasses import replace
from typing import Literal

from integrate_tui import views
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.choosing import choose_guide
from integrate_tui.cli.plain.drafting import Drafting, offer_drafts
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.core import gates
from integrate_tui.core.answers import Choose, Line, Reply, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.dates import span_words
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import offered_title
from integrate_tui.core.pieces import Guide, KeepAs, RuleName
from integrate_tui.core.suggest import size_words
from integrate_tui.core.text import counted
from integrate_tui.core.writing import KeptAnswer, Writing
from integrate_tui.errors import NotNowError
from integrate_tui.overview import topic_refusal
from integrate_tui.purposes import Purpose
from integrate_tui.unfinished import (
    TakenUp,
    begin_guide,
    draft_of,
    go_on,
    keep_as_it_is,
    take_up,
)

_PLACES = {KeepAs.TALK_LIST: "for your talk list", KeepAs.CONTAINER: "parked in the container"}
"""What a line is kept as where that is a place."""


def write(here: Here, guide: Guide | None) -> None:
    """Write with a guide, or with what was left unfinished, and keep it.

    Args:
        here: The run of the command line.
        guide: Which guide; None to choose one.
    """
    talk = Talk(here, here.writing())
    talk.ground = lambda: ground(talk)
    try:
        begun = _taken_up(talk, guide) or _begun(talk, guide)
    except NotNowError as held:
        free_page = "A free page is always there: `integrate --plain write free-page`."
        talk.say(f"{held.happened} {free_page}")
        return
    if begun is None or begun is Said.LEAVE:
        return
    session = _Session(talk, begun)
    with keeps_when_stopped():
        try:
            session.run()
        except KeyboardInterrupt:
            session.leave()
            raise


def _taken_up(talk: Talk, guide: Guide | None) -> TakenUp | Literal[Said.LEAVE] | None:
    """Offer what was left unfinished, the latest first."""
    drafts = [draft for draft in talk.workspace.drafts.all() if _fits(draft, guide)]
    return offer_drafts(talk, drafts, lambda _, draft: _gone_on_with(talk, draft))


def _gone_on_with(talk: Talk, draft: Draft) -> TakenUp:
    """Open a draft; where its guide is not for now, read out what is there, which may be kept.

    Raises:
        NotNowError: Its guide is not for now.
    """
    workspace = talk.workspace
    try:
        return go_on(workspace, draft)
    except NotNowError:
        for answer in take_up(workspace, draft).writing.entry().answers:
            talk.say(answer.prompt)
            output.show(answer.said)
        question = "It can wait as a draft. Leave it so? A no keeps it as an entry."
        if talk.decides(question) is False:
            output.say(f"Kept as {keep_as_it_is(workspace, draft)}.")
        raise


def _fits(draft: Draft, guide: Guide | None) -> bool:
    if guide is not None:
        return draft.flow is Flow.WRITING and draft.subject == guide.id
    return draft.flow not in (Flow.CHECK_IN, Flow.MEASURE, Flow.WORKSHEET)


def _begun(talk: Talk, guide: Guide | None) -> TakenUp | None:
    """Open a guide from its first question."""
    chosen = guide or choose_guide(talk)
    if chosen is None:
        return None
    return begin_guide(talk.workspace, chosen)


class _Session:
    """A piece of writing while it is written."""

    def __init__(self, talk: Talk, begun: TakenUp) -> None:
        self.talk = talk
        self.writing: Writing = begun.writing
        self.purpose: Purpose = begun.purpose
        self.closing: Closing | None = begun.closing
        """What was said of it at the end so far."""
        self._is_over = False
        """Whether it has become something else than a draft, or nothing."""
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
        elif self.writing.is_empty:
            self._end_with_nothing()
        elif self.purpose.has_closing and not self._close():
            self.leave()
        else:
            self._keep(self.closing or Closing())
        self._land()

    def _keep(self, closing: Closing) -> None:
        """Keep what was written."""
        with self._drafting.stays():
            said = self.purpose.finish(
                self.talk.workspace, self.writing, closing, self._drafting.id
            )
        self._is_over = True
        output.say(said)

    def _end_with_nothing(self) -> None:
        """Keep that nothing came, if that is to be kept."""
        nothing, talk = self.purpose.nothing, self.talk
        question = "Nothing came. That is a complete answer. Keep it as one?"
        if nothing is not None and talk.agrees(question):
            with self._drafting.stays():
                said = nothing(talk.workspace, self._drafting.id)
            self._is_over = True
            output.say(said)
            return
        self._is_over = True
        self._drafting.forget()
        output.say("Nothing came, and nothing is kept.")

    def leave(self) -> None:
        """Leave with what there is kept as a draft, and say so."""
        if not self._is_over:
            self._is_over = True
            self._drafting.leave(None if self.writing.is_empty else self._draft())

    def _land(self) -> None:
        """Offer the exercises that the guide closes with."""
        talk = self.talk
        known = {piece.id: piece for piece in talk.workspace.packs.exercises()}
        ids = gates.closing_exercises(self.writing.guide)
        offered = {known[id].title: known[id] for id in ids if id in known}
        if not offered:
            return
        talk.say()
        talk.say("Before you go, a way to land?")
        chosen = offered.get(ask(talk, Choose(tuple(offered))).reply.text)
        if chosen is not None:
            ground(talk, chosen)

    def _ask_all(self) -> bool:
        """Ask one question after another; tell whether it came to the end."""
        while True:
            heard = self._ask_one()
            is_last = self.writing.is_last
            if heard is Said.LEAVE or (heard is Said.DONE and not is_last):
                return False
            if heard in (None, Said.SKIP, Said.QUESTIONS) and self._has_had_its_topic():
                continue
            if heard is Said.BACK:
                if self.writing.is_first:
                    self.talk.say("This is the first question.")
                self.writing = self.writing.back()
            elif heard is Said.ANGLE:
                if not self.writing.prompt.deeper:
                    self.talk.say("There is no other angle to this one.")
                self.writing = self.writing.another_angle()
            elif heard is Said.QUESTIONS:
                if not self._go_anywhere():
                    return False
            elif heard is Said.FRAGMENTS:
                self._turn()
            elif is_last:
                return True
            else:
                self.writing = self.writing.next()

    def _has_had_its_topic(self) -> bool:
        """Tell whether the guide has had enough of the topic that was just said, and say so."""
        if self.writing.prompt.name != gates.TOPIC:
            return False
        why = topic_refusal(self.talk.workspace, self.writing)
        if why:
            self.talk.say(why)
        return bool(why)

    def _go_anywhere(self) -> bool:
        """List the questions, and go to the one whose number is said; tell whether to go on."""
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
        return heard is not Said.LEAVE

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
        for line in writing.section_opening.splitlines():
            talk.say(line)
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
                if self.writing.is_last:
                    talk.support()
                elif not talk.goes_on_after_support():
                    return Said.LEAVE
            elif first is RuleName.GROUNDING_FIRST and talk.ground is not None:
                talk.ground()
        return Said.DONE if heard.is_over else heard.said

    def _take(self, reply: Reply) -> None:
        """Take an answer as far as it is, and keep the draft."""
        if reply != self.writing.reply:
            self.writing = self.writing.answer(reply)
            self._drafting.keep(self._draft())

    def _draft(self) -> Draft:
        return draft_of(
            self.talk.workspace, self.purpose, self.writing, self._drafting.id, self.closing
        )

    def _close(self) -> bool:
        """Ask for a title and tags, and for each marked line whether it is to be kept.

        Tell whether it came to the end. Where the input ends before that, what was not asked about
        is kept, as it is after an empty line.
        """
        talk = self.talk
        closing = self.closing = self.closing or Closing(experience=self._about())
        talk.say()
        offered = offered_title(self.writing.entry())
        talk.say(f"A title? Empty takes \u201c{offered}\u201d." if offered else "A title?")
        heard = ask(talk, Line(), reply_with_text(closing.title))
        closing = self.closing = replace(closing, title=heard.reply.text)
        if heard.said is Said.LEAVE:
            return False
        talk.say("Tags?")
        heard = ask(talk, Line(), reply_with_text(" ".join(closing.tags)))
        tags = tuple(heard.reply.text.replace(",", " ").split())
        self.closing = replace(closing, tags=tags)
        if heard.said is Said.LEAVE:
            return False
        return self._close_lines(self.closing)

    def _close_lines(self, closing: Closing) -> bool:
        """Ask of each marked line whether it is to be kept; tell whether it came to the end."""
        marked = self.writing.kept_answers()
        if marked:
            count = counted(len(marked), "line")
            self.talk.say(f"{count} marked to be kept beside the entry itself.")
        dropped, changed = list(closing.dropped), list(closing.changed)
        keep, refused = [], []
        for answer in marked:
            if answer in dropped:  # a no from before
                dropped.remove(answer)
                refused.append(answer)
                continue
            pair = next((pair for pair in changed if pair[0] == answer), (answer, answer))
            if pair in changed:
                changed.remove(pair)
            said = self.talk.decides(_question_of(pair[1]))
            if said is Said.LEAVE:
                self.closing = replace(closing, dropped=(*refused, *dropped))
                return False
            if said is False:
                refused.append(answer)
            else:
                keep.append(pair[1])
        self.closing = replace(closing, keep=tuple(keep), dropped=tuple(refused))
        return True

    def _about(self) -> int | None:
        about = self.purpose.about
        return self.talk.workspace.phase().n if about is None else about


def _question_of(answer: KeptAnswer) -> str:
    """Ask of a line whether it is to be kept: `“Walk” as a step?`."""
    noun = str(answer.keep_as)
    article = "an" if noun[0] in "aeiou" else "a"
    place = _PLACES.get(answer.keep_as, f"as {article} {noun}")
    return f"\u201c{' '.join(answer.line.split())}\u201d {place}?"
