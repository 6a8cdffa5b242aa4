"""The check-in: every question on one screen, under a minute by keys, any of it left."""

import json
from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import keeping
from integrate_tui.core import checkin
from integrate_tui.core.answers import Feelings
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.pieces import CheckIn
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.lines import Lines

_SAVED_AFTER = 0.6
"""Seconds after the first unsaved answer at which a draft is saved."""


class CheckInScreen(Trip[None]):
    """How it is right now."""

    IS_FLOW = True
    HELP = "How it is right now. A digit chooses, = is ten, and anything may be left."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,ctrl+s", "keep", "Keep", id="checkin.keep", tooltip="Keep the check-in."),
        Binding("tab", "app.focus_next", "Next", id="checkin.next"),
        Binding("shift+tab", "app.focus_previous", "Back", show=False, id="checkin.previous"),
        Binding("escape", "back", "Leave, it's kept", id="checkin.leave"),
    ]

    heading = getters.query_one("#heading", Lines)

    def __init__(self, piece: CheckIn, flow: CheckInFlow | None = None, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            piece: The check-in.
            flow: How far it was filled in.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__()
        self.flow = flow or checkin.begin(piece)
        self._draft_id = draft_id
        self._is_drafted = bool(draft_id)
        self._is_dirty = False
        self._saver: Timer | None = None
        self._fields: list[Widget] = []

    def body(self) -> Iterable[Widget]:
        """Lay the questions out, each with its field beside or under it."""
        families = self.workspace.packs.feelings().families
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="check-in", can_focus=False):
            for index, prompt in enumerate(self.flow.prompts):
                field = field_for(prompt.answer, self.flow.replies[index], families)
                self._fields.append(field)
                is_wide = isinstance(prompt.answer, Feelings)
                with Horizontal(classes="asked wide" if is_wide else "asked"):
                    yield Static(prompt.text, markup=False, classes="asked-label")
                    yield field

    def on_mount(self) -> None:
        """Begin at the first question."""
        self._draft_id = self._draft_id or self.workspace.new_id()
        self.app.keepers.add(self)
        now = self.workspace.now
        self.heading.show([[(self.flow.piece.title, "primary")]], [[(f"{now:%H:%M}", "muted")]])
        self._fields[0].focus()

    def on_unmount(self) -> None:
        """Have nothing more to keep."""
        self.app.keepers.discard(self)

    @on(Replied)
    def take(self, event: Replied) -> None:
        """Take an answer."""
        index = self._index(event.field)
        self.flow = self.flow.answer(index, event.reply)
        self._is_dirty = True
        self._save_soon()
        if self.flow.wants_support(index):
            self.app.open_support()

    @on(Finished)
    def go_on(self, event: Finished) -> None:
        """Go to the next question, or keep everything after the last."""
        index = self._index(event.field)
        if index + 1 < len(self._fields):
            self._fields[index + 1].focus()
        else:
            self.action_keep()

    def _index(self, field: object) -> int:
        return next(i for i, known in enumerate(self._fields) if known is field)

    @work
    async def action_keep(self) -> None:
        """Keep the check-in."""
        if self.flow.is_empty:
            self.action_back()
            return
        kept = await self.app.keep(
            lambda: keeping.keep_check_in(self.workspace, self.flow, id=self._draft_id)
        )
        if kept is not None:
            self._is_dirty = False
            self._stop_saving()
            self.app.say("Kept.")
            self.dismiss(None)

    def action_back(self) -> None:
        """Leave, with what is filled in kept as a draft."""
        try:
            self.keep_draft()
        except StoreError as error:
            self.app.say_fault(error)
        if not self.flow.is_empty:
            self.app.say("Kept as it is. Go on whenever you like.")
        self.dismiss(None)

    def keep_draft(self) -> None:
        """Keep what is filled in as a draft, now; an empty one is dropped."""
        if not self._is_dirty:
            return
        workspace = self.workspace
        if self.flow.is_empty:
            if self._is_drafted:
                workspace.drafts.forget(self._draft_id)
            self._is_drafted = False
        else:
            draft = Draft(
                id=self._draft_id,
                flow=Flow.CHECK_IN,
                subject=self.flow.piece.id,
                title="a check-in",
                data=json.dumps(self.flow.to_draft(), ensure_ascii=False),
                made=workspace.now,
                changed=workspace.now,
                window=workspace.window,
            )
            workspace.drafts.save(draft)
            self._is_drafted = True
        self._is_dirty = False

    def _save_soon(self) -> None:
        """See to it that the draft is saved within a second."""
        if self._saver is None:
            self._saver = self.set_timer(_SAVED_AFTER, self._save)

    def _save(self) -> None:
        self._saver = None
        try:
            self.keep_draft()
        except BusyError:
            self._save_soon()
        except StoreError as error:
            self.app.say_fault(error)

    def _stop_saving(self) -> None:
        if self._saver is not None:
            self._saver.stop()
