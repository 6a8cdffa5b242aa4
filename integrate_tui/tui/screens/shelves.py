"""Lines that wait for a day or a person: the pause cards, the container and the talk list."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import shelving
from integrate_tui.core import dates
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.shelved import (
    CONTAINER,
    PAUSE_CARDS,
    TALK_LIST,
    Shelf,
    for_words,
    is_open,
    is_ready,
    until_briefly,
    until_words,
)
from integrate_tui.core.text import counted
from integrate_tui.core.thing import Thing
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form, Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import shelf_forms
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.shelf_pages import AgendaScreen, OpenedScreen, wait_longer
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_DAY_WIDTH = 13
_WIDE = 90
"""Cells from which on there is room for whole days and for whom something is opened with."""


class ShelfScreen(Trip[None]):
    """One of the places where lines wait."""

    AUTO_FOCUS = "#rows"
    SHELF: ClassVar[Shelf]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="shelf.add"),
        Binding("e", "edit", "Edit", id="shelf.edit"),
        Binding("f", "all", "Show all", show=False, id="shelf.all",
                tooltip="Those that are done with too, or only what waits."),
        Binding("v", "versions", "Versions", show=False, id="shelf.versions",
                tooltip="What it said before."),
        Binding("x", "delete", "Delete", show=False, id="shelf.delete", tooltip="Into the trash."),
        Binding("q", "back", "Back", show=False, id="shelf.back"),
    ]  # fmt: skip

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Thing[KeptLine]]] = getters.query_one("#rows", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._with_done = False

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Thing[KeptLine]](
            self.draw, key=lambda line: line.n, id="rows", indent=4, empty=self.SHELF.empty
        )

    def come_back(self) -> None:
        """Show what waits now."""
        found = self.arranged(
            shelving.waiting(self.workspace, self.SHELF, open_only=not self._with_done)
        )
        self.rows.show_anew(Listed(found))
        waits = sum(is_open(line.value) for line in found)
        right: list[Part] = [(counted(waits, "line") if waits else "", "muted")]
        lines: list[list[Part]] = [[(self.SHELF.title, "primary")]]
        if self.under:
            lines.append([(self.under, "muted")])
        self.heading.show(lines, [right])

    @property
    def under(self) -> str:
        """What is said under the title."""
        return ""

    def arranged(self, found: list[Thing[KeptLine]]) -> list[Thing[KeptLine]]:
        """Return the lines in the order of this place."""
        return found

    def draw(self, line: Thing[KeptLine], above: Thing[KeptLine] | None, width: int) -> Look:
        """Return how a line looks."""
        value, today = line.value, self.workspace.today
        role = "text" if is_open(value) else "muted"
        ready = is_ready(value, today) and value.until is not None
        return Look(
            [(value.line, role)], [(f"  {until_words(value, today)}", "sky" if ready else "muted")]
        )

    def offers(self, action: str) -> bool:
        """Offer what fits what is marked."""
        row = self.rows.row
        if action in ("edit", "delete", "versions"):
            return row is not None
        if action in ("decide", "longer", "let_go"):
            return row is not None and is_open(row.value)
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what was chosen."""
        self.open_marked()

    def open_marked(self) -> None:
        """Open what is marked, to change it."""
        self.action_edit()

    def form(self, line: KeptLine | None) -> Form:
        """Return the form for a line of this place, with what it is now."""
        raise NotImplementedError

    def read(self, values: Values, before: KeptLine | None) -> KeptLine:
        """Return the line that a form means."""
        raise NotImplementedError

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add a line."""
        await self.app.fill_in(
            self.form(None),
            lambda values: shelving.shelve(self.workspace, self.read(values, None)),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change what is marked; what it was stays in its history."""
        row = self.rows.row
        if row is None:
            return
        n, seen, before = row.n, row.head, row.value
        await self.app.fill_in(
            self.form(before),
            lambda values: self.workspace.lines.change(n, self.read(values, before), seen=seen),
        )
        self.come_back_safely()

    def action_all(self) -> None:
        """Show what is done with too, or only what waits."""
        self._with_done = not self._with_done
        self.come_back_safely()

    def action_versions(self) -> None:
        """Show what it said before."""
        if self.rows.row is not None:
            self.app.push_screen(HistoryScreen(self.rows.row.n, self.rows.row.kind))

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        row = self.rows.row
        if row is not None:
            await self.app.put_in_trash(row.n, "Delete a line")
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_longer(self) -> None:
        """Have what is marked wait for another day."""
        row = self.rows.row
        if row is not None and await wait_longer(self.app, row):
            self.come_back_safely()

    def action_let_go(self) -> None:
        """Let what is marked go."""
        row = self.rows.row
        if row is not None:
            self.app.attempt(lambda: shelving.let_go(self.workspace, row.n))
            self.app.say("Let go. u has it back.")
            self.come_back_safely()


class CardsScreen(ShelfScreen):
    """Big moves that wait for their day."""

    SHELF = PAUSE_CARDS
    HELP = PAUSE_CARDS.help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "decide", "Decide", id="cards.decide", tooltip="Take note of what you chose."),
        Binding("m", "longer", "More time", id="cards.longer", tooltip="Wait for another day."),
        Binding("l", "let_go", "Let go", id="cards.let-go"),
    ]

    def form(self, line: KeptLine | None) -> Form:
        """Return the form for a pause card."""
        return shelf_forms.card_form(self.workspace, line)

    def read(self, values: Values, before: KeptLine | None) -> KeptLine:
        """Return the pause card that a form means."""
        return shelf_forms.card_of(self.workspace, values, before)

    @work
    @one_at_a_time
    async def action_decide(self) -> None:
        """Take note that it was decided, and how, if one likes."""
        row = self.rows.row
        if row is None:
            return
        question = Ask("What did you decide? A line, or nothing.", hint="may stay empty")
        words = await self.app.push_screen_wait(question)
        if words is not None:
            kept = await self.app.keep(lambda: shelving.decide(self.workspace, row.n, words))
            if kept is not None:
                self.app.say("Decided. u has the card back.")
            self.come_back_safely()


class ContainerScreen(ShelfScreen):
    """What is parked, by its titles."""

    SHELF = CONTAINER
    HELP = CONTAINER.help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "longer", "Another day", id="container.longer", tooltip="Set another day."),
        Binding("l", "let_go", "Let go", id="container.let-go"),
    ]

    def draw(self, line: Thing[KeptLine], above: Thing[KeptLine] | None, width: int) -> Look:
        """Return how a title looks, and at its end with whom it is opened and when."""
        look = super().draw(line, above, width)
        value, today = line.value, self.workspace.today
        whom = value.role if value.role in ("", "alone") else f"with your {value.role}"
        ((when, role),) = look.right
        if width < _WIDE:
            whom, when = value.role, f"  {until_briefly(value, today)}"
        return Look(look.parts, [(f"  {whom}" if whom else "", "muted"), (when, role)])

    def form(self, line: KeptLine | None) -> Form:
        """Return the form for something in the container."""
        title = "Only a title, and when it may be opened"
        return shelf_forms.container_form(self.workspace, title, line)

    def read(self, values: Values, before: KeptLine | None) -> KeptLine:
        """Return the line that a form means; what is behind it stays there."""
        return shelf_forms.parked(self.workspace, values, before)

    @work
    @one_at_a_time
    async def open_marked(self) -> None:  # type: ignore[override]  # a worker, to be able to ask
        """Open what is parked, after one question where its day is still to come."""
        row = self.rows.row
        if row is None:
            return
        question = shelving.stays_closed_words(row.value, self.workspace.today)
        if question and not await self.app.push_screen_wait(
            Confirm(question, yes="Open it", no="Leave it closed")
        ):
            return
        self.app.push_screen(OpenedScreen(row.n))


class TalkScreen(ShelfScreen):
    """What is to be said to somebody."""

    SHELF = TALK_LIST
    HELP = TALK_LIST.help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "say", "Said", id="talk.say", tooltip="Said, or still to be said."),
        Binding("p", "page", "One page", id="talk.page", tooltip="An agenda for a meeting."),
    ]

    def arranged(self, found: list[Thing[KeptLine]]) -> list[Thing[KeptLine]]:
        """Return the lines by whom they are for, what is still to say first."""
        return shelving.in_talk_order(found)

    def draw(self, line: Thing[KeptLine], above: Thing[KeptLine] | None, width: int) -> Look:
        """Return how a line looks, under whom it is for."""
        value = line.value
        whom = for_words(value)
        is_new = above is None or for_words(above.value) != whom
        said = "" if is_open(value) else "  said"
        day = dates.short_day(line.moment.day, self.workspace.today)
        role = "text" if is_open(value) else "muted"
        head = (f"{whom if is_new else '':<{_DAY_WIDTH}} ", "primary")
        return Look([head, (value.line, role)], [(f"{said}  {day}", "muted")])

    def offers(self, action: str) -> bool:
        """Offer what fits what is marked."""
        if action == "say":
            return self.rows.row is not None
        if action == "page":
            return self.rows.count > 0
        return super().offers(action)

    def form(self, line: KeptLine | None) -> Form:
        """Return the form for a line of the talk list."""
        return shelf_forms.talk_form(line)

    def read(self, values: Values, before: KeptLine | None) -> KeptLine:
        """Return the line that a form means."""
        return shelf_forms.talk_of(values, before)

    def action_say(self) -> None:
        """Mark a line as said, or as still to be said."""
        row = self.rows.row
        if row is not None:
            self.app.attempt(lambda: shelving.say(self.workspace, row.n))
            self.come_back_safely()

    @work
    @one_at_a_time
    async def action_page(self) -> None:
        """Show the agenda of a meeting on one page."""
        roles = shelf_forms.ROLES
        chosen = await self.app.push_screen_wait(
            Choose("For whom?", tuple(f"Your {role}" for role in roles))
        )
        if chosen is not None:
            self.app.push_screen(AgendaScreen(roles[chosen]))
