"""Keeping what is being written as a draft, and saying it where that does not work."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Literal, TypeVar

from integrate_tui.cli import output
from integrate_tui.cli.plain.talk import Said, Talk
from integrate_tui.core import dates
from integrate_tui.core.drafts import Draft
from integrate_tui.errors import IntegrateError, NotNowError, StoreError
from integrate_tui.workspace import Workspace

_OFFERED = 3
"""Drafts that are offered at the start."""
T = TypeVar("T")


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


def offer_drafts(
    talk: Talk, drafts: Iterable[Draft], take_up: Callable[[Workspace, Draft], T]
) -> T | Literal[Said.LEAVE] | None:
    """Offer what was left unfinished, the latest first, and open what is to be gone on with.

    Returns:
        What was opened, None where there was nothing, and `LEAVE` where the person leaves instead.

    Raises:
        NotNowError: What was to be gone on with is not for now.
    """
    workspace = talk.workspace
    for draft in islice(drafts, _OFFERED):
        when = left_words(workspace, draft)
        said = talk.decides(f"You left {draft.title} unfinished {when}. Go on with it?")
        if said is Said.LEAVE:
            return said
        if said:
            try:
                return take_up(workspace, draft)
            except NotNowError:
                raise
            except IntegrateError as error:
                talk.say(str(error))
    return None


def left_words(workspace: Workspace, draft: Draft) -> str:
    """Say when a draft was left: `yesterday`."""
    return dates.ago(workspace.moment(draft.changed).day, workspace.today)
