"""The keys that work where one is, read from the bindings themselves."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from integrate_tui.core.value import value
from integrate_tui.tui.keys import key_words
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.drawing import Part, wrap
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

WHAT_THIS_IS = (
    "integrate is a notebook and a timer. It is not medical care, not therapy and not emergency "
    "help. Nobody reads this, nothing is sent, and it cannot call anyone."
)
WHEN_TO_SEEK_HELP = (
    "Turn to a person if it frightens you or those around you, if it is getting worse rather than "
    "better, or if it stops you sleeping, eating, working or being safe. Medicines are a question "
    "for whoever prescribes them. F2 or ! shows people and lines."
)
_KEY_WIDTH = 16
_WIDEST = 64
"""Cells that a sheet has for words, where there is room for all of it."""


@value()
class KeyHelp:
    """One action with all its keys."""

    keys: str
    words: str


def keys_of(screen: Screen[Any]) -> list[KeyHelp]:
    """Return every action that a key does on a screen now, those of the key bar first.

    Bindings of this program have an id; those that Textual brings along have none.
    """
    found: dict[str, tuple[list[str], bool]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None or not active.enabled:
            continue
        words = binding.tooltip or f"{binding.description}."
        keys, is_shown = found.get(words, ([], False))
        found[words] = ([*keys, key_words(binding.key)], is_shown or binding.show)
    ordered = sorted(found.items(), key=lambda item: not item[1][1])
    return [KeyHelp("  ".join(keys[:3]), words) for words, (keys, _) in ordered]


class HelpModal(Sheet[None]):
    """What one can do here."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Close", id="help.close"),
    ]

    def __init__(self, about: str, keys: Sequence[KeyHelp]) -> None:
        """Show help for a screen.

        Args:
            about: What the screen is for.
            keys: What its keys do.
        """
        super().__init__()
        self._about = about
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out what this is, the keys, and when to seek help."""
        with Vertical(classes="sheet tall"):
            with VerticalScroll():
                if self._about:
                    yield Static(self._about, markup=False, classes="question")
                yield Lines(id="keys")
                yield Static(WHEN_TO_SEEK_HELP, markup=False, classes="paragraph")
                yield Static(WHAT_THIS_IS, markup=False, classes="paragraph muted")
            yield SheetKeys(("esc", "Close", "close"), ("^p", "All commands", "commands"))

    def on_mount(self) -> None:
        """Show the keys."""
        self._show_keys(_WIDEST)

    def on_resize(self) -> None:
        """Show the keys in the room there is."""
        self.call_after_refresh(
            lambda: self._show_keys(self.query_one("#keys").size.width or _WIDEST)
        )

    def _show_keys(self, width: int) -> None:
        shown = self.query_one("#keys", Lines)
        lines: list[list[Part]] = []
        for key in self._keys:
            first = key.keys
            for words in wrap(key.words, max(_KEY_WIDTH, width - _KEY_WIDTH)):
                lines.append([(f"{first:<{_KEY_WIDTH}}", "key"), (words, "text")])
                first = ""
        shown.show(lines)

    def action_commands(self) -> None:
        """Show every command by its name, in place of the help."""
        self.dismiss(None)
        self.app.call_later(self.app.run_action, "command_palette")

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss(None)
