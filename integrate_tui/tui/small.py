"""What the small programs around an encrypted journal share: they run while nothing of it is open.

Each is there at once, knows nothing of the journal, and says nothing of what was typed if it fails.
"""

import asyncio
import signal
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from rich.segment import Segment, Segments
from textual.app import App
from textual.filter import LineFilter
from textual.widgets import Static

from integrate_tui.safekeeping import guarded
from integrate_tui.tui.driver import PromptDriver
from integrate_tui.tui.filters import own_filters
from integrate_tui.tui.forgetting import forget_drawn
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables

STYLES = Path(__file__).parent / "styles"
SOON = 0.1
"""Seconds after the first frame at which what can wait is begun."""


class SmallApp(App[bool]):
    """A box in the middle of an otherwise empty screen."""

    TITLE = "notes"  # as the program itself: nothing that tells what this is
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "first.tcss", STYLES / "unlock.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, theme: str = "dusk", *, is_ascii: bool = False) -> None:
        """Begin.

        Args:
            theme: The colours, where the journal has been open before and told them.
            is_ascii: Whether to draw with ASCII alone.
        """
        super().__init__()
        self._is_ascii = is_ascii
        for each in themes():
            self.register_theme(each)
        self.theme = theme

    def get_driver_class(self) -> type[PromptDriver]:
        """Use the driver that leaves at once."""
        return PromptDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the variables of ours."""
        return variables(PALETTES["dusk"])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at every line last, whatever drew it."""
        return [*own_filters(draws_ascii=self._is_ascii), *super().get_line_filters()]

    def on_ready(self) -> None:
        """Do what can wait until the first frame is there."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, self.end_on_signal)
            self.set_timer(SOON, guarded.refuse_tracing)

    def end_on_signal(self) -> None:
        """End because the system or the terminal wants it, with nothing to tell."""
        self.exit(None)

    def outcome(self) -> bool | None:
        """Run, and return what it ended with; None if the program is to end.

        Raises:
            SystemExit: It broke.
        """
        found = self.run()
        forget_drawn()
        if self.return_code:
            raise SystemExit(self.return_code)
        return found

    def say(self, words: str) -> None:
        """Say something under what is asked."""
        self.query_one("#said", Static).update(words)

    def _fatal_error(self) -> None:
        """Say that something broke, and no value: Textual's own screen would show what is typed."""
        kind = sys.exc_info()[0]
        name = kind.__name__ if kind else "an unknown fault"
        words = (
            f"integrate stopped because of a fault in the program ({name}). Your journal is safe.\n"
        )
        self._exit_renderables.append(Segments([Segment(words)]))
        self._close_messages_no_wait()
