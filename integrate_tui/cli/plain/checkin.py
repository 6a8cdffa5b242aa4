"""The check-in, question by question."""

import json
from datetime import datetime

from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.cli.plain.asking import ask
from integrate_tui.cli.plain.exercise import ground
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.cli.things import say_kept
from integrate_tui.core import checkin, dates
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.pieces import CheckIn
from integrate_tui.noting import keep_check_in
from integrate_tui.workspace import Workspace


def ask_check_in(here: Here, piece: CheckIn, at: datetime | None, *, as_json: bool = False) -> None:
    """Ask a check-in and keep it.

    Args:
        here: The run of the command line.
        piece: The check-in.
        at: When it was, None for now.
        as_json: Whether to print what was kept.
    """
    workspace = here.writing()
    talk = Talk(here, workspace)
    talk.ground = lambda: ground(talk)
    asked = _Asked(talk, piece)
    with keeps_when_stopped():
        try:
            is_done = asked.run()
        except KeyboardInterrupt:
            asked.say_left()
            raise
    if not is_done:
        asked.say_left()
        return
    if asked.flow.is_empty:
        asked.forget()
        output.say("Nothing came, and nothing is kept.")
        return
    kept = keep_check_in(workspace, asked.flow, at=at, id=asked.id)
    asked.forget()
    say_kept(workspace, kept, as_json=as_json)


class _Asked:
    """A check-in while it is asked."""

    def __init__(self, talk: Talk, piece: CheckIn) -> None:
        self.talk = talk
        self.piece = piece
        self.flow: CheckInFlow = checkin.begin(piece)
        self.id = talk.workspace.new_id()
        self._made = talk.workspace.now

    def run(self) -> bool:
        """Ask everything, and tell whether it came to its end."""
        talk, piece = self.talk, self.piece
        self._offer_draft()
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
                self._keep_draft()
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

    def say_left(self) -> None:
        """Say what became of a check-in that was left."""
        if self.flow.is_empty:
            output.say("\nNothing was written, and nothing is kept.")
        else:
            output.say("\nKept as a draft. `integrate checkin` goes on with it.")

    def forget(self) -> None:
        """Drop the draft of what is kept or empty."""
        self.talk.workspace.drafts.forget(self.id)

    def _offer_draft(self) -> None:
        for draft in self.talk.workspace.drafts.all():
            if draft.flow is Flow.CHECK_IN and draft.subject == self.piece.id:
                when = left_words(self.talk.workspace, draft)
                if self.talk.agrees(f"You left a check-in unfinished {when}. Go on with it?"):
                    self.flow = checkin.from_draft(self.piece, json.loads(draft.data))
                    self.id, self._made = draft.id, draft.made
                return

    def _keep_draft(self) -> None:
        workspace = self.talk.workspace
        draft = Draft(
            id=self.id,
            flow=Flow.CHECK_IN,
            subject=self.piece.id,
            title="a check-in",
            data=json.dumps(self.flow.to_draft(), ensure_ascii=False),
            made=self._made,
            changed=workspace.now,
            window=workspace.window,
        )
        workspace.drafts.save(draft)


def left_words(workspace: Workspace, draft: Draft) -> str:
    """Say when a draft was left: `yesterday`."""
    return dates.ago(workspace.moment(draft.changed).day, workspace.today)
