"""People and lines to turn to, one key away from everywhere."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from integrate_tui.core.pieces import Contact, Country
from integrate_tui.core.support import countries_to_show, standing_of
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines


class SupportModal(ModalScreen[None]):
    """The contacts of the chosen country, and those that are always shown."""

    AUTO_FOCUS = "VerticalScroll"
    HELP = "People and helplines. The lines come from a text file you can edit."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,exclamation_mark", "close", "Close", id="support.close"),
        Binding("a", "all", "All countries", id="support.all"),
    ]

    def __init__(
        self, opening: str, countries: Sequence[Country], chosen: str, today: date
    ) -> None:
        """Show contacts.

        Args:
            opening: What is said first.
            countries: Every country there is.
            chosen: The one that comes first, empty where none was chosen.
            today: The local day, to tell how old a check is.
        """
        super().__init__()
        self._opening = opening
        self._countries = countries
        self._chosen = chosen
        self._today = today

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the contacts."""
        with Vertical(classes="sheet tall"), VerticalScroll():
            yield Static(self._opening, markup=False, classes="question")
            yield Lines(id="contacts")
            yield Static("esc  Back to where you were     a  All countries", classes="muted")

    def on_mount(self) -> None:
        """Show the contacts."""
        self._show(countries_to_show(self._countries, self._chosen))

    def _show(self, countries: Sequence[Country]) -> None:
        lines: list[list[Part]] = []
        for country in countries:
            lines += [[(country.title, "primary")]]
            for contact in country.contacts:
                lines += self._contact(contact)
            lines.append([])
        self.query_one("#contacts", Lines).show(lines)

    def _contact(self, contact: Contact) -> list[list[Part]]:
        lines: list[list[Part]] = [
            [("  ", "text"), (contact.reach, "strong"), (f"   {contact.name}", "text")]
        ]
        facts = [
            contact.hours,
            contact.web,
            contact.note.rstrip("."),
            standing_of(contact, self._today),
        ]
        words = " \u00b7 ".join(fact for fact in facts if fact)
        if words:
            lines.append([("    ", "text"), (words, "muted")])
        return lines

    def action_all(self) -> None:
        """Show every country."""
        self._show(countries_to_show(self._countries, ""))

    def action_close(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)
