"""The check-in, question by question."""

from dataclasses import replace
from datetime import datetime

from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.drafting import Drafting, ask_and_keep, offer_drafts
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.core import checkin
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.pieces import CheckIn
from integrate_tui.noting import keep_check_in
from integrate_tui.unfinished import draft_of_check_in, take_up_check_in


def ask_check_in(here: Here, piece: CheckIn, at: datetime | None, *, as_json: bool = False) -> None:
    """Ask a check-in and keep it.

    Args:
        here: The run of the command line.
        piece: The check-in.
        at: When it was, None for now.
        as_json: Whether to print what was kept.
    """
    workspace = here.writing()
    talk = Talk(here, workspace, is_aside=as_json)
    talk.ground = lambda: ground(talk)
    asked = _Asked(talk, checkin.begin(piece, at))
    ask_and_keep(
        asked,
        lambda: keep_check_in(workspace, asked.flow, id=asked.drafting.id),
        as_json=as_json,
    )


class _Asked:
    """A check-in while it is asked."""

    def __init__(self, talk: Talk, flow: CheckInFlow) -> None:
        self.talk = talk
        self.flow = flow
        self.drafting = Drafting(talk, talk.workspace.new_id(), "integrate checkin")

    def run(self) -> bool:
        """Ask everything, and tell whether it came to its end."""
        talk = self.talk
        if self._offer_drafts() is Said.LEAVE:
            return False
        piece = self.flow.piece
        talk.say(f"{piece.title}. {piece.intro}".strip())
        talk.say(
            ":back, :skip, :ground, :support and :leave work at each question; :help says more."
        )
        index = next((i for i, reply in enumerate(self.flow.replies) if reply.is_empty), 0)
        while index < len(piece.prompts):
            prompt = piece.prompts[index]
            talk.say()
            talk.say(f"Question {index + 1} of {len(piece.prompts)}. {prompt.text}")
            if prompt.guidance:
                talk.say(prompt.guidance)
            heard = ask(talk, prompt.answer, self.flow.replies[index])
            if heard.reply != self.flow.replies[index]:
                self.flow = self.flow.answer(index, heard.reply)
                self.drafting.keep(self._draft())
                if self.flow.wants_support(index):
                    talk.support()
            if heard.is_over or heard.said is Said.LEAVE:
                return heard.is_over and index + 1 == len(piece.prompts)
            if heard.said is Said.BACK:
                if index == 0:
                    talk.say("This is the first question.")
                index = max(0, index - 1)
            elif heard.said is Said.ANGLE:
                talk.say("There is no other angle to this one.")
            else:
                index += 1
        return True

    def leave(self) -> None:
        """Leave with what there is kept as a draft, and say so."""
        self.drafting.leave(None if self.flow.is_empty else self._draft())

    def _offer_drafts(self) -> Said | None:
        """Offer what was left unfinished, and return what was said in place of an answer."""
        drafts = self.talk.workspace.drafts.all()
        found = [draft for draft in drafts if draft.flow is Flow.CHECK_IN]
        begun = offer_drafts(self.talk, found, take_up_check_in)
        if isinstance(begun, Said):
            return begun
        if begun is not None:
            self.flow = replace(begun.flow, at=self.flow.at or begun.flow.at)
            self.drafting.id = begun.draft_id
        return None

    def _draft(self) -> Draft:
        return draft_of_check_in(self.talk.workspace, self.flow, self.drafting.id)
