"""The ways that lead from anywhere: what the keys of the app and its screens open.

Screens and questions are imported when they are first gone to, so that the first frame pays for
Today and nothing else.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from textual import work

from integrate_tui.core.dates import local_day
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.pieces import Exercise, Guide, Support
from integrate_tui.core.thing import ThingKind
from integrate_tui.errors import IntegrateError, NotNowError
from integrate_tui.tui.host import Host, Turn
from integrate_tui.tui.screens.base import IntegrateScreen

if TYPE_CHECKING:
    from integrate_tui.core.grounding import Feels
    from integrate_tui.tui.screens.journal import JournalPlace

T = TypeVar("T")


class Ways(Host):
    """The part of the app that opens things."""

    is_asking = False
    """Whether something is asked before what is to be opened."""

    # What keys do

    def action_go(self, mode: str) -> None:
        """Go to a place."""
        self.switch_mode(mode)

    def action_hide(self) -> None:
        """Show an empty screen at once, or what was there before it."""
        from integrate_tui.tui.screens.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.screen.dismiss(None)
        else:
            self.say_nothing()
            self.push_screen(HiddenScreen())

    def action_command_palette(self) -> None:
        """Show every command by name, unless that is shown already, or nothing may be."""
        from integrate_tui.tui.modals.commands import Commands

        if not self.is_hidden and not any(isinstance(s, Commands) for s in self.screen_stack):
            self.push_screen(Commands(id="--command-palette"))

    def action_support(self) -> None:
        """Show the people and lines to turn to."""
        self.open_support()

    def action_help(self) -> None:
        """Show the keys that work where one is."""
        from integrate_tui.tui.modals.help import HelpModal, keys_of

        if not isinstance(self.screen, HelpModal):
            self.push_screen(HelpModal(self.screen.HELP or "", keys_of(self.screen)))

    def action_check_in(self) -> None:
        """Open the check-in."""
        self.check_in()

    def action_write(self) -> None:
        """Choose what to write with."""
        self.choose_guide()

    def action_note(self) -> None:
        """Keep a quick note."""
        from integrate_tui import purposes
        from integrate_tui.core.editing import writing_of_text
        from integrate_tui.tui.screens.writing import WritingScreen

        self.push_screen(WritingScreen(writing_of_text("a note", ""), purposes.for_note()))

    def action_ground(self) -> None:
        """Offer the exercise that fits, from wherever one is."""
        self.ground()

    def action_find(self) -> None:
        """Search the journal."""
        from integrate_tui.tui.screens.journal import JournalPlace

        self._in_journal(JournalPlace.action_search)

    def action_undo(self) -> None:
        """Take this window's last change back."""
        from integrate_tui import keeping

        change = self.workspace.latest
        label = self.attempt(self.workspace.undo)
        if label is None:
            return
        where = self.attempt(lambda: keeping.where_it_lies(self.workspace, change))
        words = f"Undone: {label}" if label else "There is nothing to undo."
        self.say(f"{words}. {where}" if where else words, long=bool(where))
        if isinstance(self.screen, IntegrateScreen):
            self.screen.come_back_safely()

    # What screens ask for

    def check_in(self) -> None:
        """Open the check-in."""
        from integrate_tui.tui.screens.check_in import CheckInScreen

        unfinished_today = self._check_in_of_today()
        if unfinished_today is not None:
            self.go_on_with(unfinished_today)
            return
        pieces = self.workspace.packs.check_ins()
        if not pieces:
            self.say("There is no check-in among the text packs.")
            return
        self.push_screen(CheckInScreen(pieces[0]))

    def _check_in_of_today(self) -> Draft | None:
        """Return today's check-in that was left unfinished, if there is one."""
        workspace = self.workspace
        for draft in self.attempt(workspace.drafts.all) or ():
            is_today = workspace.moment(draft.changed).day == workspace.today
            if draft.flow is Flow.CHECK_IN and is_today:
                return draft
        return None

    def choose_guide(self) -> None:
        """Let the person choose what to write with."""
        from integrate_tui.tui.screens.guides import GuidesScreen

        if not isinstance(self.screen, GuidesScreen):
            self.push_screen(GuidesScreen())

    def write_with(self, guide: Guide, about: int | None = None) -> None:
        """Open a guide, or say why it is not for now and offer a free page."""
        from integrate_tui import unfinished
        from integrate_tui.tui.screens.writing import WritingScreen

        try:
            begun = unfinished.begin_guide(self.workspace, guide, about)
        except NotNowError as held:
            self._offer_a_page(held.happened)
        except IntegrateError as error:
            self.say_fault(error)
        else:
            self.push_screen(WritingScreen(begun.writing, begun.purpose))

    @work
    async def _offer_a_page(self, why: str) -> None:
        from integrate_tui.tui import held

        await held.offer_page(self, why)

    def go_on_with(self, draft: Draft) -> None:
        """Take up what was left unfinished, or say why its guide is not for now."""
        from integrate_tui.tui.screens import taking_up

        try:
            self.push_screen(taking_up.screen_for(self.workspace, draft))
        except NotNowError as held:
            self._offer_to_read(draft, held.happened)
        except IntegrateError as error:
            self.say_fault(error)

    @work
    async def _offer_to_read(self, draft: Draft, why: str) -> None:
        from integrate_tui.tui import held

        await held.offer_to_read(self, draft, why)

    def open_support(self) -> None:
        """Show the people and lines to turn to."""
        from integrate_tui.core.support import opening_words
        from integrate_tui.tui.modals.support import SupportModal

        if isinstance(self.screen, SupportModal):
            return
        workspace = self.workspace
        # These lines have to come up even where nothing else does.
        opening = opening_words(_or_none(lambda: workspace.packs.every(Support)) or ())
        countries = _or_none(workspace.packs.support) or ()
        country = _or_none(lambda: workspace.settings.get("country")) or ""
        today = local_day(workspace.now)
        self.push_screen(SupportModal(opening, countries, country, today))

    def open_thing(self, n: int, kind: ThingKind, turn: Turn | None = None) -> None:
        """Show a thing by its number, in the way of its kind."""
        from integrate_tui.tui.screens.opening import screen_of

        screen = self.attempt(lambda: screen_of(self.workspace, n, kind, turn))
        if screen is not None:
            self.push_screen(screen)

    def open_thread(self, n: int) -> None:
        """Show what a thing came from, and what came of it."""
        from integrate_tui.tui.screens.thread import ThreadScreen

        self.push_screen(ThreadScreen(n))

    def open_day(self, day: date) -> None:
        """Show what was written on a day."""
        self._in_journal(lambda journal: journal.show_day(day))

    def _in_journal(self, action: "Callable[[JournalPlace], None]") -> None:
        """Go to the journal, and do something there."""
        from integrate_tui.tui.screens.journal import JournalPlace

        if not isinstance(self.screen, JournalPlace):
            self.switch_mode("journal")

        def there() -> None:
            if isinstance(self.screen, JournalPlace):
                action(self.screen)

        self.call_after_refresh(there)

    def edit_thing(self, n: int, kind: ThingKind) -> None:
        """Change a thing by its number, in the way of its kind."""
        from integrate_tui import purposes
        from integrate_tui.tui.screens import goal_flows
        from integrate_tui.tui.screens.goal_lines import TENDED
        from integrate_tui.tui.screens.writing import WritingScreen

        if kind in TENDED:
            self.run_worker(goal_flows.change(self, n, kind))
            return
        if kind not in (ThingKind.ENTRY, ThingKind.FRAGMENT):
            self.say("This is kept as it came. It can be deleted, and had back.")
            return
        opened = self.attempt(lambda: purposes.for_change(self.workspace, n))
        if opened is not None:
            self.push_screen(WritingScreen(*opened))

    def ground(self, seconds: float | None = None, feels: "Feels | None" = None) -> None:
        """Offer the exercises, what fits first, unless one is under way."""
        from integrate_tui.tui.screens.ground_now import GroundNow

        if not self.is_grounding:
            self.push_screen(GroundNow(seconds, feels))

    @property
    def is_grounding(self) -> bool:
        """Whether an exercise is under way, or is being chosen."""
        return isinstance(self.screen, IntegrateScreen) and self.screen.IS_GROUNDING

    def sit(
        self,
        exercise: Exercise,
        seconds: float | None = None,
        before: int | None = None,
        *,
        has_asked: bool = False,
    ) -> None:
        """Open an exercise, after the health card where that comes first.

        One that is not begun is told of, and the others are offered.
        """
        from integrate_tui import grounding
        from integrate_tui.core.clearance import Verdict
        from integrate_tui.tui.screens.sitting import SittingScreen

        workspace = self.workspace
        found = self.attempt(lambda: grounding.cleared(workspace, exercise, has_asked=has_asked))
        if found is not None and found.why:
            self.say(found.why, long=True)
        match found and found.verdict:
            case Verdict.ASK:
                self._sit_after_card(exercise, seconds, before)
            case Verdict.WITHHELD:
                self.ground(seconds)
            case Verdict.CLEARED:
                done = grounding.as_done(workspace, exercise)
                self.push_screen(SittingScreen(done, seconds, before))

    @work
    async def _sit_after_card(
        self, exercise: Exercise, seconds: float | None, before: int | None
    ) -> None:
        from integrate_tui.tui.screens.health import HealthScreen

        self.is_asking = True
        await self.push_screen_wait(HealthScreen(exercise.title))
        self.is_asking = False
        self.sit(exercise, seconds, before, has_asked=True)

    def action_health(self) -> None:
        """Show the health card."""
        self.open_health()

    def open_health(self) -> None:
        """Show the health card."""
        from integrate_tui.tui.screens.health import HealthScreen

        self.push_screen(HealthScreen())

    def action_helped(self) -> None:
        """Show what was said before and after each exercise."""
        self.open_helped()

    def open_helped(self) -> None:
        """Show what was said before and after each exercise."""
        from integrate_tui.tui.screens.helped import HelpedScreen

        self.push_screen(HelpedScreen())

    def action_trash(self) -> None:
        """Show the trash."""
        self.open_trash()

    def action_settings(self) -> None:
        """Show the settings."""
        self.open_settings()

    def action_measures(self) -> None:
        """Show the measures."""
        self.open_measures()

    def open_measures(self) -> None:
        """Show the measures."""
        from integrate_tui.tui.screens.measure import MeasuresScreen

        self.push_screen(MeasuresScreen())

    def action_packs(self) -> None:
        """Show the text packs."""
        self.open_packs()

    def open_packs(self) -> None:
        """Show the text packs."""
        from integrate_tui.tui.screens.packs import PacksScreen

        if not isinstance(self.screen, PacksScreen):
            self.push_screen(PacksScreen())

    def open_trash(self, then: Callable[[int | None], None] | None = None) -> None:
        """Show the trash."""
        from integrate_tui.tui.screens.trash import TrashScreen

        self.push_screen(TrashScreen(), then)

    def open_settings(self) -> None:
        """Show the settings."""
        from integrate_tui.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())


def _or_none(read: Callable[[], T]) -> T | None:
    """Return what is read, and nothing where that cannot be."""
    try:
        return read()
    except IntegrateError:
        return None
