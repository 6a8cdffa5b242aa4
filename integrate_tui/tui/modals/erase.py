"""What an erase takes and leaves, read before a word is typed; and a sheet while it goes on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from integrate_tui.core.text import clean
from integrate_tui.tui.once import Sheet
from integrate_tui.tui.widgets.one_line import OneLine
from integrate_tui.tui.widgets.sheet_keys import SheetKeys

Section = tuple[str, tuple[str, ...]]
"""A heading, and what stands under it."""


class EraseSheet(Sheet[bool]):
    """Ask for a word in full; Escape is a no."""

    AUTO_FOCUS = "Input"
    HELP = "What goes, what stays and what is out of reach. Typing the word and Enter does it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it", id="erase.leave", tooltip="Erase nothing."),
        Binding("up", "read(-1)", "Up", show=False, id="erase.up", tooltip="Read upwards."),
        Binding("down", "read(1)", "Down", show=False, id="erase.down", tooltip="Read on."),
        Binding(
            "pageup", "read(-8)", "Up", show=False, id="erase.page-up", tooltip="A page upwards."
        ),
        Binding(
            "pagedown", "read(8)", "Down", show=False, id="erase.page-down", tooltip="A page on."
        ),
    ]

    def __init__(self, title: str, sections: Sequence[Section], word: str) -> None:
        """Ask.

        Args:
            title: What is to be erased.
            sections: All there is to know before.
            word: What is typed to do it.
        """
        super().__init__()
        self._title = title
        self._sections = sections
        self._word = word

    def compose(self) -> ComposeResult:
        """Lay what there is to know over the line for the word."""
        with Vertical(classes="sheet tall erase"):
            yield Static(clean(self._title), markup=False, classes="question")
            with VerticalScroll(can_focus=False):
                yield Static(_page(self._sections), id="page", markup=False)
            yield Static(f"Type {self._word} to do it.", id="ask", markup=False)
            yield OneLine(placeholder="or leave it", select_on_focus=False)
            yield SheetKeys(
                ("enter", "Erase", "answer"),
                ("\u2191\u2193", "Read", "read(4)"),
                ("esc", "Leave it", "leave"),
            )

    @on(Input.Submitted)
    def take_typed(self) -> None:
        """Look at what was typed."""
        self.action_answer()

    def action_answer(self) -> None:
        """Say yes, if the word is there."""
        if self.query_one(Input).value.strip().casefold() == self._word:
            self.dismiss(True)
        else:
            words = f"Nothing was erased. It takes the word {self._word}."
            self.query_one("#ask", Static).update(words)

    def action_read(self, by: int) -> None:
        """Scroll what there is to know."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Say no."""
        self.dismiss(False)


class Erasing(Sheet[None]):
    """Says that something is being erased, until it is."""

    AUTO_FOCUS = ""
    HELP = "It goes on until it is done; broken off, it can be finished later."

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        with Vertical(classes="sheet"):
            yield Static("One moment. It is being erased.", id="doing", markup=False)

    def tell(self, done: int, total: int) -> None:
        """Say how far it is with the copies."""
        if self.is_mounted and not self.is_left:
            words = f"One moment. It is being erased: {done} of {total}."
            self.query_one("#doing", Static).update(words)


class ErasedSheet(Sheet[None]):
    """Tells what could not be reached."""

    AUTO_FOCUS = "VerticalScroll"
    HELP = "What may still hold it, because the program does not reach it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "Close", id="erased.close", tooltip="Close it."),
    ]

    def __init__(self, sections: Sequence[Section]) -> None:
        """Begin with what there is to tell."""
        super().__init__()
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="sheet erase"):
            with VerticalScroll():
                yield Static(_page(self._sections), markup=False)
            yield SheetKeys(("esc", "Close", "close"))

    def action_close(self) -> None:
        """Close it."""
        self.dismiss(None)


def _page(sections: Sequence[Section]) -> Content:
    parts: list[Content | str] = []
    for title, lines in sections:
        parts += ["\n\n"] if parts else []
        parts.append(Content.styled(clean(title), "$primary"))
        parts += [f"\n{clean(line)}" for line in lines]
    return Content.assemble(*parts)
