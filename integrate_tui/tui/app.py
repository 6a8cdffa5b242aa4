"""The app: the seven places, the keys that work everywhere, and how it starts and ends.

Screens and questions are imported when they are first gone to, so that the first frame pays for
Today and nothing else.
"""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, ClassVar

from rich.segment import Segment, Segments
from textual import work
from textual.app import App, ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.screen import Screen

from integrate_tui.errors import IntegrateError
from integrate_tui.safekeeping import guarded
from integrate_tui.tui import crash
from integrate_tui.tui.driver import PromptDriver
from integrate_tui.tui.errands import Place as Spot
from integrate_tui.tui.filters import own_filters
from integrate_tui.tui.idle import LocksItself
from integrate_tui.tui.insight_ways import FROM_REST as INSIGHTS_FROM_REST
from integrate_tui.tui.insight_ways import InsightWays
from integrate_tui.tui.keys import ANYWHERE, FROM_REST
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.places import PLACES
from integrate_tui.tui.screens.base import IntegrateScreen, Place
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.warming import warm
from integrate_tui.tui.ways import Ways
from integrate_tui.workspace import Workspace

STYLES = Path(__file__).parent / "styles"
TODAY = "today.tcss"
LATER = (
    "ground.tcss",
    "sitting.tcss",
    "later.tcss",
    "look_back.tcss",
    "experiences.tcss",
    "insights.tcss",
    "goals.tcss",
)
"""What is read once Today is drawn."""
_TIDIED_AFTER = 0.5
"""Seconds after the first frame at which what it left behind is collected."""
_COPIED_AFTER = 4.0
"""Seconds after the first frame at which the copy of the day is made."""
_POLL = 1.0
"""Seconds between looks at whether another program has written."""


def _place(module: str, name: str) -> Callable[[], Screen[Any]]:
    """Return what makes a place when it is first gone to."""
    return lambda: getattr(import_module(f"integrate_tui.tui.screens.{module}"), name)()


class IntegrateApp(LocksItself, InsightWays, Ways):
    """The program on the screen."""

    TITLE = "notes"  # what a window may be called: nothing that tells what this is
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "first.tcss", STYLES / TODAY]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "today": _place("today", "TodayPlace"),
        "journal": _place("journal", "JournalPlace"),
        "ground": _place("ground", "GroundPlace"),
        "insights": _place("insights", "InsightsPlace"),
        "goals": _place("goals", "GoalsPlace"),
        "experiences": _place("experiences", "ExperiencesPlace"),
        "look-back": _place("look_back", "LookBackPlace"),
    }
    DEFAULT_MODE = "today"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so that no ClassVar fits
        (0, "-tiny"),
        (60, "-narrow"),
        (80, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as above
        (0, "-flat"),
        (16, "-short"),
        (22, "-medium"),
        (34, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *ANYWHERE,
        Binding("c", "check_in", "Check in", id="app.check-in", tooltip="How it is right now."),
        Binding("w", "write", "Write", id="app.write", tooltip="A guide, or a free page."),
        Binding("n", "note", "Note", show=False, id="app.note", tooltip="Keep a line or two."),
        Binding("g", "ground", "Ground", id="app.ground", tooltip="A grounding exercise, now."),
        Binding(
            "exclamation_mark",
            "support",
            "Support",
            id="app.support",
            tooltip="People and helplines.",
        ),
        Binding("slash", "find", "Find", id="app.find", tooltip="Search everything you wrote."),
        Binding("question_mark", "help", "Help", id="app.help", tooltip="The keys that work here."),
        Binding(
            "u", "undo", "Undo", show=False, id="app.undo", tooltip="Take the last change back."
        ),
        Binding("q", "quit_from_top", "Leave", show=False, id="app.quit", tooltip="Leave."),
        *(
            Binding(
                str(i),
                f"go('{place.mode}')",
                place.title,
                show=False,
                id=f"app.go-{place.mode}",
                tooltip=f"Go to {place.title}.",
            )
            for i, place in enumerate(PLACES, 1)
        ),
    ]

    def __init__(self, workspace: Workspace, place: Spot | None = None) -> None:
        """Begin with an open journal, and where somebody was before."""
        super().__init__(workspace, place)
        for theme in themes():
            self.register_theme(theme)
        # Before anything is drawn: every style is read again when the theme changes.
        self.set_reactive(App.theme, workspace.settings.get("theme"))
        self.stylesheet.set_variables(self.get_css_variables())
        self._draws_ascii = self.is_ascii
        self._version = 0
        self._is_leaving = False

    def get_driver_class(self) -> type[PromptDriver]:
        """Use the driver that leaves at once."""
        return PromptDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the variables of ours."""
        return variables(PALETTES["dusk"])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at every line last, whatever drew it."""
        return [*own_filters(draws_ascii=self._draws_ascii), *super().get_line_filters()]

    # Life

    def on_mount(self) -> None:
        """Look out for other programs, and for the ends that come from outside."""
        self._version = self.workspace.changed_elsewhere()
        self._today = self.workspace.today
        self.set_interval(_POLL, self._look_elsewhere)
        if not self.is_headless:
            self._listen_for_signals()
        self.look_out_for_idleness()

    def on_ready(self) -> None:
        """Do what can wait until the first frame is there."""
        if not self.is_headless:
            self.set_timer(_TIDIED_AFTER, _tidy)
            self.set_timer(_TIDIED_AFTER, guarded.refuse_tracing)
            warm(self)
        self.set_timer(_TIDIED_AFTER, self.find_pages)
        self.set_timer(_COPIED_AFTER, self._copy_of_today)
        self._read_styles()
        if self.workspace.refusal:
            self.notify(self.workspace.refusal, markup=False, severity="warning", timeout=15)
        step = self.place.step
        self.come_back_to_place()
        if self.DEFAULT_MODE == "today" and self.workspace.settings.get("welcome") == "new":
            self._welcome(step)

    def _read_styles(self) -> None:
        """Read what the first frame did without."""
        for name in LATER:
            self.stylesheet.read(STYLES / name)
        self.stylesheet.parse()
        if len(self.screen_stack) > 1 or self.current_mode != self.DEFAULT_MODE:
            self.refresh_css(animate=False)  # somebody was quicker

    def on_resize(self) -> None:
        """Draw everything again: a window that was small for a moment has lost what it held.

        Textual takes a window that is its old size again for one that has not changed.
        """
        if self._size is not None:
            self.refresh()

    def apply_settings(self) -> None:
        """Take up the settings that are about looks."""
        self.theme = self.workspace.settings.get("theme")
        self._draws_ascii = self.is_ascii
        self.is_veiled = self.workspace.settings.get("lists") == "dates"
        self.refresh()

    def find_pages(self) -> None:
        """Look for pages that were in an editor when the program was killed."""
        if self.take_back_pages() and isinstance(self.screen, Place):
            self.screen.come_back_safely()

    @work
    async def _copy_of_today(self) -> None:
        from integrate_tui.tui.copying import copy_of_today

        await copy_of_today(self.workspace)

    def _look_elsewhere(self) -> None:
        """Show what another program has written since, wherever that does no harm."""
        try:
            version, today = self.workspace.changed_elsewhere(), self.workspace.today
        except IntegrateError:
            return
        if (version, today) != (self._version, self._today):
            self._version, self._today = version, today
            if isinstance(self.screen, Place):
                self.screen.come_back_safely()

    def _listen_for_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._leave_on_signal)

    def _leave_on_signal(self) -> None:
        """Save what is being written, and go."""
        self.save_drafts(at_last=True)
        self.exit(0)

    def save_drafts(self, *, at_last: bool = False) -> list[IntegrateError]:
        """Ask every screen with unfinished words to keep them; return what stood in the way."""
        faults = []
        for keeper in list(self.keepers):
            try:
                keeper.keep_draft(at_last=at_last)
            except IntegrateError as error:
                faults.append(error)
        return faults

    def _handle_exception(self, error: Exception) -> None:
        """Take nothing for a fault that a screen lacks because it was left while it was built."""
        if self._exit and isinstance(error, NoMatches | ScreenStackError):
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Say that something broke, and where in the code, and never what was written.

        Textual's own screen prints the local variables of every frame.
        """
        faults = self.save_drafts(at_last=True)
        safe = (
            f"What you were writing could not be kept: {faults[0]}"
            if faults
            else "What you were writing is kept as a draft."
        )
        words = crash.words(safe)
        self._exit_renderables.append(Segments([Segment(words)]))
        self._close_messages_no_wait()

    # What may be done from where

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let letters lead elsewhere only from where nothing is being filled in."""
        screen = self.screen
        if self.is_hidden and action not in ("hide", "leave"):
            return False
        is_flow = isinstance(screen, IntegrateScreen) and screen.IS_FLOW
        if action in FROM_REST | INSIGHTS_FROM_REST and is_flow:
            return False
        if action == "ground" and self.is_grounding:
            return False
        if action == "lock" and not self.workspace.is_encrypted:
            return False
        if action in ("go", "quit_from_top") and not isinstance(screen, Place):
            return False
        return super().check_action(action, parameters)

    def action_quit_from_top(self) -> None:
        """Leave from a place."""
        self.action_leave()

    def action_quit(self) -> None:  # type: ignore[override]  # Textual's is a coroutine
        """Leave, as the palette's own command would."""
        self.action_leave()

    @work
    async def action_leave(self) -> None:
        """Leave, with every draft kept; ask only if one could not be."""
        if self._is_leaving:
            return
        self._is_leaving = True
        faults = self.save_drafts()
        if faults:
            from integrate_tui.tui.modals.confirm import Confirm

            question = Confirm(f"{faults[0]} Leave all the same?", yes="Leave", no="Stay")
            if not await self.push_screen_wait(question):
                self._is_leaving = False
                return
        self.exit(0)

    def action_help_quit(self) -> None:
        """Say which key leaves, for those who try ctrl+c."""
        self.say("ctrl+q leaves from anywhere. Everything is kept.")

    @work
    async def _welcome(self, step: int) -> None:
        from integrate_tui.tui.screens.welcome import WelcomeScreen

        await self.push_screen_wait(WelcomeScreen(step))
        self.apply_settings()
        if isinstance(self.screen, Place):
            self.screen.reload()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List what the palette offers."""
        from integrate_tui.tui.offered import offered

        return offered(self, screen)


def _tidy() -> None:
    """Collect what starting left behind, and never look at what stays again."""
    gc.enable()
    gc.collect()
    gc.freeze()
