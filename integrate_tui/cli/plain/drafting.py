"""Keeping what is being written as a draft, and saying it where that does not work."""

from collections.abc import Iterator
from contextlib import contextmanager

from integrate_tui.cli import output
from integrate_tui.cli.plain.talk import Talk
from integrate_tui.core import dates
from integrate_tui.core.drafts import Draft
from integrate_tui.errors import StoreError
from integrate_tui.workspace import Workspace


class Drafting:
    """The draft of one piece of writing."""

    def __init__(self, talk: Talk, id: str, command: str) -> None:
        """Begin.

        Args:
            talk: The conversation it is written in.
            id: The id of the draft.
            command: What goes on with it another day.
        """
        self.id = id
        self._talk = talk
        self._command = command
        self._said = ""

    def keep(self, draft: Draft) -> bool:
        """Keep the draft as it is now, and tell whether it is kept; a fault is said once."""
        try:
            in_journal = self._talk.workspace.drafts.save(draft)
        except StoreError as error:
            self._say_once(f"{error} It is tried again with your next line.")
            return False
        if not in_journal:
            self._say_once("The journal cannot be written; a rescue file beside it keeps this.")
        return True

    def forget(self) -> None:
        """Drop the draft of what is kept, or of nothing."""
        self._talk.workspace.drafts.forget(self.id)

    def leave(self, draft: Draft | None) -> None:
        """Leave with what there is, and say what became of it.

        Args:
            draft: What there is; None where nothing was written.
        """
        output.say()
        if draft is None:
            self.forget()
            output.say("Nothing was written, and nothing is kept.")
        elif self.keep(draft):
            output.say(f"Kept as a draft. `{self._command}` goes on with it.")
        else:
            output.say("It could not be kept. What you wrote is still above, on this screen.")

    @contextmanager
    def stays(self) -> Iterator[None]:
        """Say that the draft is still there, where what it becomes cannot be kept."""
        try:
            yield
        except StoreError:
            output.say(f"What you wrote stays as a draft. `{self._command}` goes on with it.")
            raise

    def _say_once(self, words: str) -> None:
        if words != self._said:
            self._talk.say(words)
        self._said = words


def left_words(workspace: Workspace, draft: Draft) -> str:
    """Say when a draft was left: `yesterday`."""
    return dates.ago(workspace.moment(draft.changed).day, workspace.today)
