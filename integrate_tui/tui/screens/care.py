"""The care page: people who help, how they are reached, and when one meets them."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui.core.person import Person, PersonRole, in_care_order, next_briefly, next_words
from integrate_tui.core.thing import Thing
from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.form_values import coming
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.workspace import Workspace

_NOT_THAT = "This program is not a person, and nobody reads it."
_ROLE_WIDTH = 12
_ROOM = 60
"""Cells from which on there is room for whole days beside a name."""


class CareScreen(Trip[None]):
    """People who help."""

    AUTO_FOCUS = "#rows"
    HELP = "People who help, and when you meet. Support has lines that answer at any hour."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="care.add"),
        Binding("e", "edit", "Edit", id="care.edit"),
        Binding("p", "page", "Hand on", id="care.hand-on",
                tooltip="One page for a coach or a therapist, seen before it is written."),
        Binding("x", "delete", "Delete", show=False, id="care.delete", tooltip="Into the trash."),
        Binding("q", "back", "Back", show=False, id="care.back"),
    ]  # fmt: skip

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[Thing[Person]]] = getters.query_one("#rows", Rows)

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the list."""
        yield Lines(id="heading", classes="trip-heading")
        yield Rows[Thing[Person]](
            self._draw,
            key=lambda person: person.n,
            row_height=3,
            id="rows",
            indent=4,
            empty="Nobody is here yet, and nobody has to be. a adds a person.",
        )

    def come_back(self) -> None:
        """Show them as they are now."""
        self.rows.show_anew(Listed(in_care_order(self.workspace.people.all(), self._today)))
        self.heading.show([[("The care page", "primary")], [(_NOT_THAT, "muted")]])

    @property
    def _today(self) -> date:
        return self.workspace.today

    def _draw(self, one: Thing[Person], above: Thing[Person] | None, width: int) -> Look:
        person = one.value
        words = (next_words if width > _ROOM else next_briefly)(person, self._today)
        facts = " \u00b7 ".join(
            part for part in (person.contact, person.hours, person.notes) if part
        )
        return Look(
            [(f"{person.role:<{_ROLE_WIDTH}}", "muted"), (person.name, "strong")],
            [(f"  {words}", "muted")],
            [(" " * _ROLE_WIDTH + facts, "muted")],
        )

    def offers(self, action: str) -> bool:
        """Offer what fits what is marked."""
        if action in ("edit", "delete"):
            return self.rows.row is not None
        return super().offers(action)

    @on(Rows.Marked)
    def offer_keys(self) -> None:
        """Offer the keys that fit what is marked."""
        self.refresh_bindings()

    @on(Rows.Chosen)
    def open(self) -> None:
        """Change who was chosen."""
        self.action_edit()

    @work
    @one_at_a_time
    async def action_page(self) -> None:
        """Show what one page for a coach or a therapist would hold."""
        from integrate_tui.tui.screens.handing_on import hand_on  # noqa: PLC0415 - once gone to

        await hand_on(self.app)

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add a person."""
        workspace = self.workspace
        await self.app.fill_in(
            _form(workspace, None),
            lambda values: workspace.people.add(_person(workspace, values), workspace.moment()),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_edit(self) -> None:
        """Change what is said of a person; what it was stays in the history."""
        row = self.rows.row
        if row is None:
            return
        workspace, n, seen = self.workspace, row.n, row.head
        await self.app.fill_in(
            _form(workspace, row.value),
            lambda values: workspace.people.change(
                n, _person(workspace, values, row.value), seen=seen
            ),
        )
        self.come_back_safely()

    @work
    @one_at_a_time
    async def action_delete(self) -> None:
        """Put a person into the trash."""
        row = self.rows.row
        if row is not None:
            await self.app.put_in_trash(row.n, "Take a person off the care page")
            self.come_back_safely()


def _form(workspace: Workspace, person: Person | None) -> Form:
    there = person or Person("", PersonRole.THERAPIST)
    return Form(
        "Somebody who helps",
        (
            FormField("name", "Name", there.name, hint="a first name or initials are enough"),
            FormField("role", "Is your", there.role, options=tuple(map(str, PersonRole))),
            FormField("contact", "Contact", there.contact, hint="a number, or where to write"),
            FormField("hours", "Hours", there.hours, hint="weekdays until six"),
            FormField(
                "next",
                "You meet next",
                there.next.isoformat() if there.next else "",
                hint="tuesday, or 6 december",
            ),
            FormField("notes", "Notes", there.notes),
        ),
        check=lambda values: _person(workspace, values, person),
    )


def _person(workspace: Workspace, values: Values, present: Person | None = None) -> Person:
    """Return the person that a form means.

    Args:
        workspace: Where it is kept.
        values: The values of the form.
        present: The person as it was, whose day of meeting may have passed.

    Raises:
        UsageError: There is no name, or the day cannot be read or has passed.
    """
    if not values["name"]:
        raise UsageError("A name is needed.", "", "Initials are enough.")
    day = coming(workspace, values["next"], present.next if present else None)
    return Person(
        values["name"],
        PersonRole(values["role"]),
        values["contact"],
        values["hours"],
        day,
        values["notes"],
    )
