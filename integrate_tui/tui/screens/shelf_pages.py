"""What is read behind the lines that wait: what was parked, and the agenda of a meeting."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from integrate_tui import shelving
from integrate_tui.agenda import agenda_text
from integrate_tui.core import dates
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.shelved import CONTAINER, until_words
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Thing
from integrate_tui.tui.host import Host
from integrate_tui.tui.modals.form import Values
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens import shelf_forms
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines


class OpenedScreen(Trip[None]):
    """What was parked, open."""

    AUTO_FOCUS = "#page"
    HELP = "What you parked. It closes again when you leave, or it goes where you like."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "longer", "Another day", id="opened.longer", tooltip="Set another day."),
        Binding("k", "talk", "Talk list", id="opened.talk", tooltip="Put it on the talk list."),
        Binding("l", "let_go", "Let go", id="opened.let-go"),
        Binding("q", "back", "Close it", show=False, id="opened.back"),
    ]

    heading = getters.query_one("#heading", Lines)

    def __init__(self, n: int) -> None:
        """Begin.

        Args:
            n: The number of what was parked.
        """
        super().__init__()
        self.n = n

    def body(self) -> Iterable[Widget]:
        """Lay out what was behind the title."""
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="page"):
            yield Static(id="words", markup=False)

    def come_back(self) -> None:
        """Show it as it is now."""
        found = shelving.line_of(self.workspace, self.n, CONTAINER)
        day = dates.short_day(found.moment.day, self.workspace.today)
        self.heading.show(
            [[(found.value.line, "primary")], [(f"parked {day}", "muted")]],
            [[(until_words(found.value, self.workspace.today), "muted")]],
        )
        self.query_one("#words", Static).update(clean(shelving.words_behind(self.workspace, found)))

    @work
    @one_at_a_time
    async def action_longer(self) -> None:
        """Close it until another day."""
        found = self.app.attempt(lambda: shelving.line_of(self.workspace, self.n, CONTAINER))
        if found is not None and await wait_longer(self.app, found):
            self.dismiss(None)

    def action_talk(self) -> None:
        """Put its title on the talk list, for the one it was to be opened with."""
        if self.app.attempt(lambda: shelving.talk_about(self.workspace, self.n)) is not None:
            self.app.say("Its title is on the talk list. u takes it off.")

    def action_let_go(self) -> None:
        """Let it go, and go back."""
        if self.app.attempt(lambda: shelving.let_go(self.workspace, self.n)) is not None:
            self.app.say("Let go. u has it back.")
            self.dismiss(None)


class AgendaScreen(Trip[None]):
    """What is to be said at a meeting, on one page."""

    AUTO_FOCUS = "#page"
    HELP = "One page for a meeting. `integrate talk --role …` prints it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "Back", show=False, id="agenda.back"),
    ]

    heading = getters.query_one("#heading", Lines)

    def __init__(self, role: str) -> None:
        """Begin.

        Args:
            role: Whom one meets.
        """
        super().__init__()
        self._role = role

    def body(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Lines(id="heading", classes="trip-heading")
        with VerticalScroll(id="page"):
            yield Static(id="words", markup=False)

    def come_back(self) -> None:
        """Show it as it is now."""
        printed = f"integrate talk --role {self._role}"
        self.heading.show(
            [[(f"For your {self._role}", "primary")]], [[(f"{printed} prints it", "muted")]]
        )
        self.query_one("#words", Static).update(clean(agenda_text(self.workspace, self._role)))


async def wait_longer(app: Host, line: Thing[KeptLine]) -> bool:
    """Ask until when something waits, and tell whether that was said; a worker calls it."""
    workspace = app.workspace
    form = shelf_forms.until_form(workspace)

    def save(values: Values) -> None:
        day = shelf_forms.read_until(workspace, values["until"])
        shelving.wait_longer(workspace, line.n, day)

    return await app.fill_in(form, save)
