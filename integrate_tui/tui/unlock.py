"""What is seen before an encrypted journal: one field, and people to turn to.

It is a small app of its own, so that it is there at once and knows nothing of the journal. The key
is worked out in a thread; what the program itself needs is read meanwhile, and so is the keyring of
the system where it was turned on: whichever opens it first does.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import Any, ClassVar, TypeVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from integrate_tui.clock import Clock
from integrate_tui.core.dates import local_day
from integrate_tui.core.pieces import Support
from integrate_tui.core.support import opening_words
from integrate_tui.errors import IntegrateError
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import locking
from integrate_tui.tui.errands import Opened
from integrate_tui.tui.small import SOON, STYLES, SmallApp
from integrate_tui.tui.widgets.secret import Secret
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

T = TypeVar("T")

_HIDDEN = "-hidden"
_SHEET = "-sheet"
_QUESTION = "This is locked. Its passphrase opens it."
_WORDS = "The 24 words of the recovery sheet, with spaces between."


class UnlockApp(SmallApp):
    """Ask for the passphrase of a journal until it is right, or the program is left."""

    AUTO_FOCUS = None  # the field is given the keys whenever it is shown
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", priority=True, id="unlock.leave"),
        Binding("f2", "support", "Support", priority=True, id="unlock.support"),
        Binding("f3", "sheet", "Forgotten", priority=True, id="unlock.sheet"),
        Binding("f8,ctrl+l", "hide", "Hide", priority=True, id="unlock.hide"),
    ]

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        *,
        is_hidden: bool = False,
        asks_keyring: bool = False,
        **looks: Any,
    ) -> None:
        """Begin.

        Args:
            paths: Where the journal and the text packs are.
            clock: Tells how long ago a contact was looked at.
            is_hidden: Whether to show next to nothing, until the key that hides is pressed again.
            asks_keyring: Whether the keyring may open it, where it was turned on.
            looks: As `SmallApp` has them.
        """
        super().__init__(**looks)
        self._paths = paths
        self._clock = clock
        self._is_hidden = is_hidden
        self._asks_keyring = asks_keyring
        self.opened = Opened.NOT
        """What opened the journal, once it has ended."""

    secret = getters.query_one(Secret)
    words = getters.query_one("#words", Input)

    def compose(self) -> ComposeResult:
        """Lay the field under its question."""
        yield Static("F8", markup=False, id="hidden")
        with Vertical(id="unlock"), Vertical(id="box"):
            yield Static(_QUESTION, markup=False, id="question")
            yield Secret()
            yield Input(id="words", select_on_focus=False)
            yield Static("", markup=False, id="said")
            yield SheetKeys(
                ("enter", "Open", "app.open"),
                ("F3", "Forgotten", "app.sheet"),
                ("F2", "Support", "app.support"),
                ("^q", "Leave", "app.leave"),
            )

    def on_mount(self) -> None:
        """Show next to nothing, if that is wanted."""
        self._show()

    def on_ready(self) -> None:
        """Do what can wait until the first frame is there."""
        super().on_ready()
        self.set_timer(SOON, self._read_program)
        if self._asks_keyring:
            self._ask_keyring()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing behind an empty screen but show it again, or leave."""
        if self._is_hidden and action not in ("hide", "leave"):
            return False
        return super().check_action(action, parameters)

    @work
    async def _read_program(self) -> None:
        await asyncio.to_thread(import_module, "integrate_tui.tui.app")

    def _ask_keyring(self) -> None:
        """Have the keyring open it, if that is turned on; a person may be quicker meanwhile."""
        from integrate_tui.safekeeping import keyrings  # noqa: PLC0415 - only an encrypted journal needs it

        if not keyrings.is_on(self._paths.journal):
            return
        loop = asyncio.get_running_loop()

        def ask() -> None:
            answer = self._open_now if keyrings.unlock(self._paths.journal) else self._say_so
            with suppress(RuntimeError):  # somebody was quicker, and the screen is gone
                loop.call_soon_threadsafe(answer)

        self.say("Asking the keyring.")
        # Left behind, where it waits for a person for ever; the loop would wait for its own.
        Thread(target=ask, daemon=True).start()

    def _open_now(self) -> None:
        self.opened = Opened.BY_KEY
        self.exit(True)

    def _say_so(self) -> None:
        self.say("The keyring did not open it.")

    @on(Input.Submitted)
    def try_typed(self) -> None:
        """Try what is typed."""
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Try to open the journal with what is typed."""
        by_sheet = self.screen_stack[0].has_class(_SHEET)
        field = self.words if by_sheet else self.secret
        typed = field.value
        if not typed or field.disabled:
            return
        field.disabled = True
        self.say("One moment.")
        try:
            opened = await asyncio.to_thread(self._opened_by, typed, by_sheet=by_sheet)
        except IntegrateError as error:
            field.value = typed if by_sheet else ""  # one word of many may be all that is wrong
            self.say(str(error))
            field.disabled = False
            field.focus()
        else:
            self.opened = opened
            self.exit(True)

    def _opened_by(self, typed: str, *, by_sheet: bool) -> Opened:
        """Open the journal with what was typed, outside the screen's thread.

        Raises:
            IntegrateError: It does not open it, or there is none any more.
        """
        if locking.is_plain(self._paths.journal):  # another window has taken its passphrase away
            return Opened.BY_KEY
        if by_sheet:
            from integrate_tui.safekeeping import sealing  # noqa: PLC0415 - for who has forgotten it

            sealing.recover(self._paths, typed)
            return Opened.BY_SHEET
        locking.unlock(self._paths.journal, typed)
        return Opened.BY_KEY

    def action_sheet(self) -> None:
        """Ask for the words of the recovery sheet in place of the passphrase, or for that again."""
        screen = self.screen_stack[0]
        screen.toggle_class(_SHEET)
        by_sheet = screen.has_class(_SHEET)
        self.query_one("#question", Static).update(_WORDS if by_sheet else _QUESTION)
        self.say("")
        self.secret.forget()
        (self.words if by_sheet else self.secret).focus()

    @on(Input.Changed, "#words")
    def count_words(self, event: Input.Changed) -> None:
        """Say how many there are."""
        count = len([word for word in event.value.split() if not word.isdecimal()])
        self.say(f"{count} of 24." if count else "")

    def action_leave(self) -> None:
        """Leave, with the journal locked."""
        self.exit(False)

    def action_hide(self) -> None:
        """Show next to nothing, or the field again."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        self._is_hidden = not self._is_hidden
        self._show()

    def _show(self) -> None:
        self.secret.forget()
        self.words.value = ""
        screen = self.screen_stack[0]
        screen.set_class(self._is_hidden, _HIDDEN)
        if self._is_hidden:
            screen.set_focus(None)  # what is typed blindly goes nowhere
        else:
            (self.words if screen.has_class(_SHEET) else self.secret).focus()

    def action_support(self) -> None:
        """Show the people and lines to turn to, which need no journal."""
        from integrate_tui.tui.modals.support import SupportModal  # noqa: PLC0415 - if wanted

        if isinstance(self.screen, SupportModal):
            return
        self.stylesheet.read(STYLES / "later.tcss")
        self.stylesheet.parse()
        packs = Catalogue(self._paths.bundled, self._paths.packs)
        # These lines have to come up even where nothing else does.
        opening = opening_words(_or_nothing(lambda: packs.every(Support)))
        countries = _or_nothing(packs.support)
        self.push_screen(SupportModal(opening, countries, "", local_day(self._clock.now())))


def ask(paths: Paths, clock: Clock, **how: Any) -> Opened:
    """Show the screen until the journal is unlocked, and return what unlocked it.

    Args:
        paths: Where the journal and the text packs are.
        clock: As `UnlockApp` has it.
        how: As `UnlockApp` has it.
    """
    app = UnlockApp(paths, clock, **how)
    return app.opened if app.outcome() is True else Opened.NOT


def _or_nothing(read: Callable[[], Iterable[T]]) -> Sequence[T]:
    """Return what is read, and nothing where that cannot be."""
    try:
        return tuple(read())
    except IntegrateError:
        return ()
