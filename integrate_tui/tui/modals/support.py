"""People and lines to turn to, one key away from everywhere."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from integrate_tui.core.pieces import Contact, Country
from integrate_tui.core.support import countries_to_show, standing_of
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.sheet_keys import SheetKeys


class SupportModal(Sheet[None]):
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
        with Vertical(classes="sheet tall"):
            with VerticalScroll():
                yield Static(self._opening, markup=False, classes="question")
                yield Static(id="contacts", markup=False)
            yield SheetKeys(
                ("esc", "Back to where you were", "close"),
                *([] if self._are_all_shown else [("a", "All countries", "all")]),
            )

    def on_mount(self) -> None:
        """Show the contacts."""
        self._show(countries_to_show(self._countries, self._chosen))

    @property
    def _are_all_shown(self) -> bool:
        """Whether no country was chosen, so that every one is there from the start."""
        shown = countries_to_show(self._countries, self._chosen)
        return len(shown) == len(self._countries)

    def _show(self, countries: Sequence[Country]) -> None:
        parts: list[Content | str] = []
        for country in countries:
            parts += [Content.styled(country.title, "bold $primary"), "\n"]
            for contact in country.contacts:
                parts += self._contact(contact)
            parts.append("\n")
        self.query_one("#contacts", Static).update(Content.assemble(*parts))

    def _contact(self, contact: Contact) -> list[Content | str]:
        facts = [
            contact.hours,
            standing_of(contact, self._today),
            contact.note.rstrip("."),
            contact.web,
        ]
        words = " \u00b7 ".join(fact for fact in facts if fact)
        return [
            Content.styled(contact.reach, "bold"),
            f"   {contact.name}\n",
            Content.styled(f"{words}\n" if words else "", "$muted"),
        ]

    def action_all(self) -> None:
        """Show every country."""
        self._show(countries_to_show(self._countries, ""))

    def action_close(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)
