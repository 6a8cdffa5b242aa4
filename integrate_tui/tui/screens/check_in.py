"""The check-in: every question on one screen, under a minute by keys, any of it left."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import keeping
from integrate_tui.core import checkin
from integrate_tui.core.answers import EMPTY, Feelings, Reply
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.dates import plain_day
from integrate_tui.core.drafts import Draft
from integrate_tui.core.pieces import CheckIn
from integrate_tui.own import known
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.flow import FlowScreen
from integrate_tui.tui.widgets.fields.base import Answering, Finished, Replied
from integrate_tui.tui.widgets.fields.make import field_for
from integrate_tui.tui.widgets.fields.scale import ScaleField
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.unfinished import draft_of_check_in


class CheckInScreen(FlowScreen):
    """How it is right now."""

    HELP = "How it is right now. A digit chooses, = is ten, and anything may be left."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+n",
            "next",
            "Next",
            id="checkin.on",
            tooltip="Go on to the next question; after the last, keep it.",
        ),
        Binding("ctrl+b,alt+left", "previous", "Back", id="checkin.back", tooltip="Go back."),
        Binding("ctrl+s", "keep", "Keep", id="checkin.keep", tooltip="Keep it as it is."),
        Binding("tab", "app.focus_next", "Next", show=False, id="checkin.next"),
        Binding("shift+tab", "app.focus_previous", "Back", show=False, id="checkin.previous"),
        Binding(
            "escape",
            "back",
            "Leave, it's kept",
            id="checkin.leave",
            tooltip="Leave; it stays as a draft.",
        ),
    ]

    heading = getters.query_one("#heading", Lines)

    def __init__(self, piece: CheckIn, flow: CheckInFlow | None = None, draft_id: str = "") -> None:
        """Begin, or go on.

        Args:
            piece: The check-in.
            flow: How far it was filled in.
            draft_id: The id of the draft it was taken up from.
        """
        super().__init__(draft_id)
        self.flow = flow or checkin.begin(piece)
        self._fields: list[Widget] = []
        self._told: list[Reply] = []
        """What each field held when it was last heard."""
        self._said_fault = ""

    def body(self) -> Iterable[Widget]:
        """Lay the questions out, each with its field beside or under it."""
        around = known(self.workspace)
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="check-in", can_focus=False):
            for index, prompt in enumerate(self.flow.prompts):
                field = field_for(prompt.answer, self.flow.replies[index], around)
                self._fields.append(field)
                self._told.append(field.reply if isinstance(field, Answering) else EMPTY)
                is_wide = isinstance(prompt.answer, Feelings)
                with Horizontal(classes="asked wide" if is_wide else "asked"):
                    yield Static(prompt.text, markup=False, classes="asked-label")
                    yield field

    def on_mount(self) -> None:
        """Begin at the first question."""
        self.heading.show([[(self.flow.piece.title, "primary")]], [[(self._when(), "muted")]])
        self._fields[0].focus()

    def _when(self) -> str:
        """Say which moment it is of, by its day where that is not today."""
        moment, today = self.workspace.moment(self.flow.at), self.workspace.today
        day = "" if moment.day == today else f"{plain_day(moment.day, today)}, "
        return f"{day}{moment.local:%H:%M}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        return self.flow.is_empty

    def draft(self) -> Draft:
        """Return what is filled in as a draft."""
        return draft_of_check_in(self.workspace, self.flow, self._draft_id)

    def show_status(self) -> None:
        """Say it where the draft cannot be kept as usual, once."""
        if self._fault != self._said_fault:
            self._said_fault = self._fault
            if self._fault:
                self.app.say(self._fault, long=True)

    @on(Replied)
    def take(self, event: Replied) -> None:
        """Take an answer; one that calls for people brings them up at once."""
        index = self._index(event.field)
        self._answer(index, event.reply)
        self._told[index] = event.reply

    @on(Finished)
    def go_on(self, event: Finished) -> None:
        """Go to the next question, or keep everything after the last."""
        if self.app.screen is not self:
            return  # support has come up over it
        index = self._index(event.field)
        self._go_on_from(index)
        field = self._fields[min(index + 1, len(self._fields) - 1)]
        is_another = field is not event.field
        if is_another and event.beyond is not None and isinstance(field, ScaleField):
            field.action_take(event.beyond)

    def action_next(self) -> None:
        """Go on to the next question without an answer to this; after the last, keep it all."""
        self._go_on_from(self._here)

    def action_previous(self) -> None:
        """Go back to the question before."""
        self._fields[max(0, self._here - 1)].focus()

    def _go_on_from(self, index: int) -> None:
        if index + 1 == len(self._fields):
            self.action_keep()
        else:
            self._fields[index + 1].focus()

    @property
    def _here(self) -> int:
        """Which question has the keys."""
        held = [i for i, field in enumerate(self._fields) if field.has_focus_within]
        return held[0] if held else 0

    def offers(self, action: str) -> bool:
        """Offer only what leads somewhere."""
        if action == "previous":
            return self._here > 0
        return super().offers(action)

    def on_descendant_focus(self) -> None:
        """Offer the keys that fit the question one is at."""
        self.refresh_bindings()

    def take_up_fields(self) -> None:
        """Take the answers as they stand in the fields."""
        for index, field in enumerate(self._fields):
            if field.is_attached and isinstance(field, Answering):
                reply = field.reply
                if reply != self._told[index]:
                    self._told[index] = reply
                    self._answer(index, reply)

    def _answer(self, index: int, reply: Reply) -> None:
        if reply != self.flow.replies[index]:
            self.flow = self.flow.answer(index, reply)
            self.mark_changed()
            if self.flow.wants_support(index):
                self.app.open_support()

    def _index(self, field: object) -> int:
        return next(i for i, known in enumerate(self._fields) if known is field)

    @work
    @one_at_a_time
    async def action_keep(self) -> None:
        """Keep the check-in; an empty one is only left."""
        self._save()
        if self.app.screen is not self:
            return  # support has come up over it
        if self.flow.is_empty:
            self.dismiss(None)
            return
        kept = await self.app.keep(
            lambda: keeping.keep_check_in(self.workspace, self.flow, id=self._draft_id)
        )
        if kept is not None:
            self.mark_kept()
            self.app.say("Kept. u takes it back.")
            self.dismiss(None)
