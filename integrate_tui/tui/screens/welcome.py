"""The first start: what this is, when a day begins and where one lives, and what to begin with."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from integrate_tui.core.settings import read_value, setting
from integrate_tui.core.support import countries_to_choose
from integrate_tui.errors import IntegrateError
from integrate_tui.tui.errands import Place
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.help import WHAT_THIS_IS
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.screens.experience_forms import add_experience, experience_form
from integrate_tui.tui.widgets.choices import Choices
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.one_line import OneLine

_NOT_SAID = "Not now"
_AT_FIRST, _AT_PASSPHRASE, _AT_PLACE, _AT_BEGINNING = 0, 1, 2, 3
"""The steps at which something is done before the next."""

_ABOUT = (
    "A place to understand what came up, to let it settle, and to take small steps: check-in, "
    "guided pages, grounding, and what you want to keep."
)
_SAFE = (
    "Everything is in one file on this machine. Any question can be left. Deleting can be undone, "
    "and leaving with everything is one command."
)


_PASSPHRASE = "A passphrase for all of this?"
_WITHOUT = (
    "Without one, whoever can copy the file can read it. With one it is encrypted, and asks before "
    "it opens. A sheet of paper opens it if the passphrase is forgotten, and you can take it away "
    "again."
)


class WelcomeScreen(Trip[None]):
    """Four short steps, each of which may be skipped."""

    IS_FLOW = True
    HELP = "Four short steps. Escape skips them; everything can be set later."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Skip", id="welcome.skip"),
    ]

    heading = getters.query_one("#heading", Lines)
    page = getters.query_one("#page", Vertical)

    def __init__(self, step: int = 0) -> None:
        """Begin, or go on.

        Args:
            step: Which step is shown first, from 0.
        """
        super().__init__()
        self._step = step

    def body(self) -> Iterable[Widget]:
        """Lay out the heading and the page."""
        yield Lines(id="heading", classes="trip-heading")
        yield Vertical(id="page")

    async def on_mount(self) -> None:
        """Show the step to begin with."""
        await self._show(self._step)

    async def _show(self, step: int) -> None:
        self._step = step
        steps = (
            self._what_this_is,
            self._what_opens_it,
            self._where_and_when,
            self._what_to_begin_with,
        )
        of_all = f"{self._step + 1} of {len(steps)}"
        self.heading.show([[("integrate", "primary")]], [[(of_all, "muted")]])
        await self.page.remove_children()
        await self.page.mount(*steps[self._step]())
        self.page.query("Choices, Input").first().focus()

    def _what_this_is(self) -> Iterable[Widget]:
        yield Static(_ABOUT, markup=False, classes="question")
        yield Static(WHAT_THIS_IS, markup=False, classes="paragraph")
        yield Static(_SAFE, markup=False, classes="paragraph muted")
        yield Choices(("Go on", "I have a copy of my journal"))

    def _what_opens_it(self) -> Iterable[Widget]:
        yield Static(_PASSPHRASE, markup=False, classes="question")
        yield Static(_WITHOUT, markup=False, classes="paragraph muted")
        if self.workspace.is_encrypted:
            yield Static("It has one.", markup=False, classes="paragraph")
            yield Choices(("Go on",))
        else:
            yield Choices(("Give it a passphrase", "Later, in Settings"))

    def _where_and_when(self) -> Iterable[Widget]:
        yield Static("When does your day begin?", markup=False, classes="question")
        yield Static(
            "What you write before that belongs to the evening.", markup=False, classes="muted"
        )
        yield OneLine(self.workspace.settings.get("day-starts"), id="day-starts")
        yield Static(id="fault", markup=False)
        yield Static(
            "Where are you, so that the right helplines come first?",
            markup=False,
            classes="question",
        )
        yield Choices(("Choose a country", _NOT_SAID))

    def _what_to_begin_with(self) -> Iterable[Widget]:
        yield Static("Is there an experience to begin with?", markup=False, classes="question")
        yield Static(
            "Past or planned. A code word or an empty name is fine, and it can wait.",
            markup=False,
            classes="paragraph muted",
        )
        yield Choices(("Add an experience", _NOT_SAID))

    def on_input_submitted(self) -> None:
        """Go from the field to the choices."""
        self.focus_next()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen, and go on."""
        self._go_on(event.index)

    @work
    @one_at_a_time
    async def _go_on(self, chosen: int) -> None:
        if self._step == _AT_FIRST and chosen == 1:
            from integrate_tui.tui.screens.copies import CopiesScreen  # noqa: PLC0415 - if wanted

            await self.app.push_screen_wait(CopiesScreen(Place(step=_AT_FIRST)))
            return
        if self._step == _AT_PASSPHRASE and chosen == 0 and not self.workspace.is_encrypted:
            from integrate_tui.tui.screens import passphrase  # noqa: PLC0415 - if wanted

            await passphrase.give_passphrase(self, Place(step=self._step + 1))
            return
        if self._step == _AT_PLACE:
            if not self._keep_day_start():
                return
            if chosen == 0 and not await self._choose_country():
                return
        if self._step == _AT_BEGINNING:
            if chosen == 0 and not await self._add_experience():
                return
            self.action_back()
            return
        await self._show(self._step + 1)

    def _keep_day_start(self) -> bool:
        typed = self.query_one("#day-starts", Input).value
        try:
            self._answer("day-starts", typed)
        except IntegrateError as error:
            self.query_one("#fault", Static).update(str(error))
            return False
        return True

    async def _choose_country(self) -> bool:
        offered = countries_to_choose(self.workspace.packs.support())
        shown = tuple(words for words, _ in offered)
        chosen = await self.app.push_screen_wait(Choose("Whose helplines come first?", shown))
        if chosen is None:
            return False
        self.app.attempt(lambda: self._answer("country", offered[chosen][1]))
        return True

    async def _add_experience(self) -> bool:
        form = experience_form(self.workspace, "An experience, past or planned", None)
        return await self.app.fill_in(form, lambda values: add_experience(self.workspace, values))

    def action_back(self) -> None:
        """Leave the first screens; they do not come back."""
        self.app.attempt(lambda: self._answer("welcome", "seen"))
        self.dismiss(None)

    def _answer(self, name: str, typed: str) -> None:
        """Keep what was said on these screens; undo begins with what is done after them.

        Raises:
            UsageError: It is nothing that the setting can be.
        """
        self.workspace.settings.remember(name, read_value(setting(name), typed))
