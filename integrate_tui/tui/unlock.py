"""What is seen before an encrypted journal: one field, and people to turn to.

It is a small app of its own, so that it is there at once and knows nothing of the journal. The key
is worked out in a thread; what the program itself needs is read meanwhile.
"""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from rich.segment import Segment, Segments
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.filter import LineFilter
from textual.widgets import Input, Static

from integrate_tui import guarded, locking
from integrate_tui.clock import Clock
from integrate_tui.core.dates import local_day
from integrate_tui.core.pieces import Support
from integrate_tui.core.support import opening_words
from integrate_tui.errors import IntegrateError
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.paths import Paths
from integrate_tui.tui.driver import PromptDriver
from integrate_tui.tui.filters import CharactersOnly
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

T = TypeVar("T")

_STYLES = Path(__file__).parent / "styles"
_SOON = 0.1
"""Seconds after the first frame at which the program itself begins to be read."""


class Secret(Input):
    """A line that shows dots, and of which nothing can be copied."""

    def __init__(self) -> None:
        super().__init__(password=True, select_on_focus=False)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing out."""


class UnlockApp(App[bool]):
    """Ask for the passphrase of a journal until it is right, or the program is left."""

    TITLE = "notes"  # as the program itself: nothing that tells what this is
    CSS_PATH: ClassVar[list[str | PurePath]] = [_STYLES / "first.tcss", _STYLES / "unlock.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", priority=True, id="unlock.leave"),
        Binding("f2", "support", "Support", priority=True, id="unlock.support"),
    ]

    def __init__(self, paths: Paths, clock: Clock) -> None:
        """Begin.

        Args:
            paths: Where the journal and the text packs are.
            clock: Tells how long ago a contact was looked at.
        """
        super().__init__()
        self._paths = paths
        self._clock = clock
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"

    def get_driver_class(self) -> type[PromptDriver]:
        """Use the driver that leaves at once."""
        return PromptDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the variables of ours."""
        return variables(PALETTES["dusk"])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at every line last, whatever drew it."""
        return [CharactersOnly(), *super().get_line_filters()]

    def compose(self) -> ComposeResult:
        """Lay the field under its question."""
        with Vertical(id="unlock"), Vertical(id="box"):
            yield Static("This is locked. Its passphrase opens it.", markup=False, id="question")
            yield Secret()
            yield Static("", markup=False, id="said")
            yield SheetKeys(
                ("enter", "Open", "app.open"),
                ("F2", "Support", "app.support"),
                ("^q", "Leave", "app.leave"),
            )

    def on_ready(self) -> None:
        """Do what can wait until the first frame is there."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, self.exit, False)
            self.set_timer(_SOON, guarded.refuse_tracing)
        self.set_timer(_SOON, self._read_program)

    @work
    async def _read_program(self) -> None:
        await asyncio.to_thread(import_module, "integrate_tui.tui.app")

    @on(Input.Submitted)
    def try_typed(self) -> None:
        """Try what is typed."""
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Try to open the journal with what is typed."""
        field = self.query_one(Secret)
        typed = field.value
        if not typed or field.disabled:
            return
        field.disabled = True
        self._say("One moment.")
        try:
            await asyncio.to_thread(locking.unlock, self._paths.journal, typed)
        except IntegrateError as error:
            field.value = ""
            self._say(str(error))
            field.disabled = False
            field.focus()
        else:
            self.exit(True)

    def action_leave(self) -> None:
        """Leave, with the journal locked."""
        self.exit(False)

    def action_support(self) -> None:
        """Show the people and lines to turn to, which need no journal."""
        from integrate_tui.tui.modals.support import SupportModal  # noqa: PLC0415 - if wanted

        if isinstance(self.screen, SupportModal):
            return
        self.stylesheet.read(_STYLES / "later.tcss")
        self.stylesheet.parse()
        packs = Catalogue(self._paths.bundled, self._paths.packs)
        # These lines have to come up even where nothing else does.
        opening = opening_words(_or_nothing(lambda: packs.every(Support)))
        countries = _or_nothing(packs.support)
        self.push_screen(SupportModal(opening, countries, "", local_day(self._clock.now())))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)

    def _fatal_error(self) -> None:
        """Say that something broke, and no value: Textual's own screen would show what is typed."""
        kind = sys.exc_info()[0]
        name = kind.__name__ if kind else "an unknown fault"
        words = (
            f"integrate stopped because of a fault in the program ({name}). Nothing was changed.\n"
        )
        self._exit_renderables.append(Segments([Segment(words)]))
        self._close_messages_no_wait()


def ask(paths: Paths, clock: Clock) -> bool:
    """Show the screen until the journal is unlocked, and tell whether it is."""
    app = UnlockApp(paths, clock)
    return app.run() is True


def _or_nothing(read: Callable[[], Iterable[T]]) -> Sequence[T]:
    """Return what is read, and nothing where that cannot be."""
    try:
        return tuple(read())
    except IntegrateError:
        return ()
