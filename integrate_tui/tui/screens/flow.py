"""Screens that something is filled in on: their drafts are kept, and leaving asks only in need.

Every change is a draft in the journal within a second; leaving keeps it, and a crash loses no more
than that second.
"""

from textual import work
from textual.binding import Binding
from textual.timer import Timer

from integrate_tui.core.drafts import Draft
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.key_bar import PINNED

_SAVED_AFTER = 0.6
"""Seconds after the first unsaved key at which a draft is saved."""
_TRIED_SOON_AFTER = 0.3
"""Seconds after which it is tried again while another program is writing."""
_TRIED_AGAIN_AFTER = 3.0
"""Seconds after which a draft that could not be saved is tried again."""
_RESTS = ("Leave it here for today", "Something to ground with", "Go on")
_RESCUED = "kept in a rescue file beside the journal"


class FlowScreen(Trip[None]):
    """A screen whose words are a draft until they are kept."""

    IS_FLOW = True

    def __init__(self, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__()
        self._draft_id = draft_id
        self._is_drafted = bool(draft_id)
        self._is_dirty = False
        self._is_over = False
        """Whether it has become something else than a draft, or nothing at all."""
        self._fault = ""
        """What stands in the way of keeping the draft, to be shown."""
        self._saver: Timer | None = None
        self._has_called_people = False
        """Whether people and helplines have come up for an answer, and were not gone from yet."""

    def on_mount(self) -> None:
        """Be asked for the draft when the program ends."""
        self._draft_id = self._draft_id or self.workspace.new_id()
        self.app.keepers.add(self)

    def on_unmount(self) -> None:
        """Have nothing more to keep."""
        self.app.keepers.discard(self)

    @property
    def draft_id(self) -> str:
        """The id of its draft; empty where there is none."""
        return self._draft_id if self._is_drafted and not self._is_over else ""

    # What each flow says of itself

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Return what is there as a draft under its id."""
        raise NotImplementedError

    def show_status(self) -> None:
        """Show how far what is there is kept."""

    def take_up_fields(self) -> None:
        """Take what the fields hold now: what they tell of it may still be on its way."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys that lead through it keep their places where they lead nowhere."""
        offered = super().check_action(action, parameters)
        return None if offered is False and action in PINNED else offered

    def hint(self, binding: Binding) -> str:
        """Say of the way out that what is there is kept only while it can be."""
        words = binding.description
        is_lost = binding.action == "back" and self._fault not in ("", _RESCUED)
        return words.partition(",")[0] if is_lost else words

    # What comes up for an answer

    def call_people(self) -> None:
        """Bring up people and helplines for what was just answered."""
        self._has_called_people = True
        self.app.open_support()

    def come_back(self) -> None:
        """Ask, after people and helplines came up for an answer, whether this goes on today."""
        if self._has_called_people:
            self._has_called_people = False
            if not self.is_at_its_end:
                self._offer_rest()

    @property
    def is_at_its_end(self) -> bool:
        """Whether nothing more is asked."""
        return False

    @work
    @one_at_a_time
    async def _offer_rest(self) -> None:
        question = Choose("This can rest here for today; what is there stays.", _RESTS)
        match await self.app.push_screen_wait(question):
            case 0:
                self.call_later(self.action_back)
            case 1:
                self.app.ground()
            case 2:
                self.call_later(self.run_action, "next")

    # Keeping

    def mark_changed(self) -> None:
        """Take note of a change; its draft is saved within a second."""
        self._is_dirty = True
        self._save_after(_SAVED_AFTER)

    def keep_draft(self, *, at_last: bool = False) -> None:
        """Keep what is written as a draft, now; an empty one is dropped."""
        if self._is_over:
            return
        self.take_up_fields()
        if not self._is_dirty:
            return
        if not self.is_empty:
            in_journal = self.workspace.drafts.save(self.draft(), at_last=at_last)
            self._is_drafted = True
            self._fault = "" if in_journal else _RESCUED
        elif self._is_drafted:
            self.workspace.drafts.forget(self._draft_id)
            self._is_drafted = False
        self._is_dirty = False

    def mark_kept(self) -> None:
        """Take note that it has become something else than a draft."""
        self._is_dirty = False
        self._is_over = True
        if self._saver is not None:
            self._saver.stop()
            self._saver = None

    def _save_after(self, after: float) -> None:
        """See to it that the draft is saved, at most so many seconds from now."""
        if self._saver is None:
            self._saver = self.set_timer(after, self._save)

    def _save(self) -> None:
        """Keep the draft; try again shortly while another program is writing."""
        self._saver = None
        fault_before = self._fault
        try:
            self.keep_draft()
        except BusyError:
            self._save_after(_TRIED_SOON_AFTER)
        except StoreError as error:
            self._fault = str(error)
            self._save_after(_TRIED_AGAIN_AFTER)
        self.show_status()
        if self._fault != fault_before:
            self.refresh_bindings()

    @work
    @one_at_a_time
    async def action_back(self) -> None:  # type: ignore[override]  # a worker, to be able to ask
        """Leave, with what is written kept as a draft."""
        self._is_dirty = self._is_dirty or self._is_drafted  # another window may have dropped it
        try:
            self.keep_draft()
        except StoreError as error:
            question = Confirm(f"{error} Leave all the same?", yes="Leave", no="Stay")
            if not await self.app.push_screen_wait(question):
                return
        if self._is_drafted and not self.is_empty:
            self.app.say("Kept. Go on whenever you like.")
        self.dismiss(None)
