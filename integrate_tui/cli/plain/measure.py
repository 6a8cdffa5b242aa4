"""A measure, question by question."""

from collections.abc import Sequence
from datetime import datetime

from integrate_tui.cli import output, replies, telling
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import Heard, ask
from integrate_tui.cli.plain.drafting import Drafting, offer_drafts
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.cli.things import say_kept
from integrate_tui.core.answers import EMPTY, Choose
from integrate_tui.core.drafts import Draft
from integrate_tui.core.measure import Filling, begin, reply_with
from integrate_tui.core.pieces import Measure, Option
from integrate_tui.core.support import countries_to_choose
from integrate_tui.errors import UsageError
from integrate_tui.measuring import keep_result, offer
from integrate_tui.unfinished import draft_of_measure, take_up_measure

_LEFT = "-"


def ask_measure(
    here: Here,
    found: Measure,
    at: datetime | None,
    *,
    note: str = "",
    wait_because: str = "",
    as_json: bool = False,
) -> None:
    """Ask a measure, keep it, and say what it comes to.

    Args:
        here: The run of the command line.
        found: The measure.
        at: When it was, None for now.
        note: A line of one's own to keep with it.
        wait_because: Why it would fit better another day; empty where it fits.
        as_json: Whether to print what was kept as JSON.
    """
    workspace = here.writing()
    talk = Talk(here, workspace, is_aside=as_json)
    talk.ground = lambda: ground(talk)
    if wait_because and talk.decides(f"{wait_because} Wait with it?") is not False:
        output.say("Nothing was begun.")
        return
    asked = _Asked(talk, begin(found, note=note, at=at))
    with keeps_when_stopped():
        try:
            is_done = asked.run()
        except KeyboardInterrupt:
            asked.leave()
            raise
    is_only_a_note = asked.filling.is_empty and asked.filling.note
    if not is_done or is_only_a_note:
        asked.leave()
    elif asked.filling.is_empty:
        asked.drafting.forget()
        output.say("Nothing came, and nothing is kept.")
    else:
        with asked.drafting.stays():
            kept = keep_result(workspace, asked.filling, id=asked.drafting.id)
        say_kept(workspace, kept, as_json=as_json)
        if not as_json:
            talk.say()
            telling.tell_result(workspace, kept)


def ask_country(here: Here, found: Measure, *, as_json: bool = False) -> bool:
    """Ask whose helplines come first, which a measure may need; tell whether it was said.

    Args:
        here: The run of the command line.
        found: The measure that asks for it.
        as_json: Whether stdout is for data.
    """
    workspace = here.writing()
    talk = Talk(here, workspace, is_aside=as_json)
    talk.say(offer(workspace, found).why)
    offered = dict(countries_to_choose(workspace.packs.support()))
    talk.say()
    talk.say("Whose helplines come first?")
    chosen = offered.get(ask(talk, Choose(tuple(offered))).reply.text)
    if chosen is not None:
        workspace.settings.set("country", chosen)
    return chosen is not None


class _Asked:
    """A measure while it is asked."""

    def __init__(self, talk: Talk, filling: Filling) -> None:
        self.talk = talk
        self.filling = filling
        command = f"integrate measure {filling.measure.id}"
        self.drafting = Drafting(talk, talk.workspace.new_id(), command)
        self._options: Sequence[Option] = ()
        """The options that were read out last."""

    def run(self) -> bool:
        """Ask everything, and tell whether it came to its end."""
        talk, found = self.talk, self.filling.measure
        if self._offer_drafts() is Said.LEAVE:
            return False
        talk.say(f"{found.title}. {found.about}".strip())
        if found.caution:
            talk.say(found.caution)
        talk.say(
            ":back, :skip, :ground, :support and :leave work at each question; :help says more."
        )
        if found.intro or found.period:
            talk.say()
            talk.say(found.intro or f"{found.period}:")
        while True:
            heard = self._ask()
            if heard.reply != self.filling.reply:
                self.filling = self.filling.answer(heard.reply)
                self.drafting.keep(self._draft())
                if self.filling.wants_support and self.filling.is_last:
                    talk.support()
                elif self.filling.wants_support and not talk.goes_on_after_support():
                    return False
            if heard.is_over or heard.said is Said.LEAVE:
                return heard.is_over and self.filling.is_last
            if heard.said is Said.BACK:
                if self.filling.is_first:
                    talk.say("This is the first question.")
                self.filling = self.filling.back()
            elif heard.said not in (None, Said.SKIP):
                talk.say("There is nothing else to this one.")
            elif self.filling.is_last:
                return True
            else:
                self.filling = self.filling.next()

    def leave(self) -> None:
        """Leave with what there is kept as a draft, and say so."""
        is_nothing = self.filling.is_empty and not self.filling.note
        self.drafting.leave(None if is_nothing else self._draft())

    def _ask(self) -> Heard:
        """Read the present question out, and hear its answer."""
        talk, filling = self.talk, self.filling
        question = filling.question
        talk.say()
        talk.say(f"Question {filling.index + 1} of {len(filling.replies)}. {question.text}")
        if question.guidance:
            talk.say(question.guidance)
        is_new = filling.options != self._options
        if is_new:
            for option in filling.options:
                if option.label:
                    talk.say(f"{option.value}. {option.label}", indent="  ")
            self._options = filling.options
        talk.say(_what_to_say(filling.options, is_read_out=is_new))
        if not filling.reply.is_empty:
            talk.say(f"So far: {filling.reply.number}, {filling.reply.text}")
            talk.say("Empty leaves it so, and - takes it back.")
        while True:
            heard = talk.hear_or_serve()
            if heard is None:
                return Heard(filling.reply, is_over=True)
            if isinstance(heard, Said):
                return Heard(filling.reply, heard)
            if not heard.strip():
                return Heard(filling.reply)
            if heard.strip() == _LEFT:
                return Heard(EMPTY)
            try:
                option = replies.read_option(filling.options, heard, "This")
                return Heard(reply_with(option))
            except UsageError as error:
                talk.say(str(error))

    def _offer_drafts(self) -> Said | None:
        """Offer what was left unfinished, and return what was said in place of an answer."""
        drafts = offer(self.talk.workspace, self.filling.measure).drafts
        begun = offer_drafts(self.talk, drafts, take_up_measure)
        if isinstance(begun, Said):
            return begun
        if begun is not None:
            self.filling = begun.filling.said_again(self.filling)
            self.drafting.id = begun.draft_id
        return None

    def _draft(self) -> Draft:
        return draft_of_measure(self.talk.workspace, self.filling, self.drafting.id)


def _what_to_say(options: Sequence[Option], *, is_read_out: bool) -> str:
    """Say what a question may be answered with, in one line where it was not just read out."""
    if not is_read_out and all(option.label for option in options):
        named = ", ".join(f"{option.value} {option.label.lower()}" for option in options)
        return f"{named}; or leave it empty."
    numbers = [option.value for option in options]
    return f"A number from {min(numbers)} to {max(numbers)}, or leave it empty."
