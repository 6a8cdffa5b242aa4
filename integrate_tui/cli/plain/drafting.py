"""Keeping what is being written as a draft, and saying it where that does not work."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Literal, Protocol, TypeVar

from integrate_tui.cli import output
from integrate_tui.cli.plain.talk import Said, Talk, keeps_when_stopped
from integrate_tui.cli.things import say_kept
from integrate_tui.core import dates
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft
from integrate_tui.core.thing import Thing
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


class Asked(Protocol):
    """Questions of a check-in or a worksheet while they are asked."""

    talk: Talk
    flow: CheckInFlow
    drafting: Drafting

    def run(self) -> bool:
        """Ask everything, and tell whether it came to its end."""

    def leave(self) -> None:
        """Leave what there is as a draft, and say so."""


def ask_and_keep(asked: Asked, keep: Callable[[], Thing[Any]], *, as_json: bool) -> None:
    """Ask everything, and keep it, leave it as a draft, or say that nothing came.

    Args:
        asked: What is asked.
        keep: Keeps what was answered.
        as_json: Whether to print what was kept.
    """
    with keeps_when_stopped():
        try:
            is_done = asked.run()
        except KeyboardInterrupt:
            asked.leave()
            raise
    if not is_done:
        asked.leave()
    elif asked.flow.is_empty:
        asked.drafting.forget()
        output.say("Nothing came, and nothing is kept.")
    else:
        with asked.drafting.stays():
            kept = keep()
        say_kept(asked.talk.workspace, kept, as_json=as_json)
