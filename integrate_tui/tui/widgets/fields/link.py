"""A field for one of one's own things, looked for by typing; words of one's own will do too."""

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from integrate_tui.core.answers import (
    EMPTY,
    Choice,
    Link,
    Reply,
    reply_with_choice,
    reply_with_text,
)
from integrate_tui.core.text import clean_line, shorten
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.one_line import OneLine
from integrate_tui.tui.widgets.options import Options

_NONE = "None of these"
_SHOWN = 200
"""Characters of a thing that the list shows."""


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the things in which every typed word begins a word, in their order."""
    wanted = typed.casefold().split()
    return [
        choice
        for choice in choices
        if all(f" {word}" in f" {choice.words.casefold()}" for word in wanted)
    ]


def read_choice(choices: Sequence[Choice], typed: str, before: Reply = EMPTY) -> Reply:
    """Return what a line means: the thing that says exactly this, or the words themselves."""
    line = clean_line(typed)
    if before.things and line == before.text:
        return before
    for choice in choices:
        if choice.words.casefold() == line.casefold():
            return reply_with_choice(choice)
    return reply_with_text(line)


class OwnThings(Options):
    """The things that fit what is typed, under the line it is typed in."""

    class Picked(Message):
        """One of them was clicked on."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, options: tuple[str, ...]) -> None:
        super().__init__(options)
        self.can_focus = False
        self.set_reactive(OwnThings.cursor, -1)

    @property
    def is_active(self) -> bool:
        """Whether the keys go to the line it belongs to."""
        return isinstance(self.parent, LinkField) and self.parent.has_focus_within

    def sign(self, index: int) -> Part:
        """Return nothing: the bar is enough."""
        return "", "text"

    def label(self, index: int) -> str:
        """Return the words of a thing, as far as they tell it from others."""
        return shorten(self.options[index], _SHOWN)

    def pick(self, index: int) -> None:
        """Tell which one."""
        self.post_message(self.Picked(index))


class LinkField(Vertical):
    """One's own things, or a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Down", show=False, id="link.down"),
        Binding("up", "step(-1)", "Up", show=False, id="link.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="link.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="link.page-up"),
    ]
    DEFAULT_CSS = """
    LinkField { height: 1fr; }
    LinkField Lines { margin: 1 0 0 0; }
    LinkField OwnThings { margin: 1 0 0 0; height: auto; max-height: 1fr; }
    """

    def __init__(
        self, kind: Link, reply: Reply, choices: Sequence[Choice], *, id: str | None = None
    ) -> None:
        """Begin.

        Args:
            kind: What is asked for.
            reply: What was answered before.
            choices: One's own things of that kind, newest first.
            id: The widget's id.
        """
        self._choices = choices
        self._chosen = self._told = reply
        self._found: list[Choice] = []
        hint = "type to look for one" if choices else ""
        self._line = OneLine(clean_line(reply.text), select_on_focus=False, placeholder=hint)
        self._list = OwnThings(self._offered())
        none = f" There is no {kind.to} of yours here yet. A line of your own will do."
        below = self._list if choices else Lines([[(none, "muted")]])
        super().__init__(self._line, below, id=id)

    @property
    def reply(self) -> Reply:
        """What is chosen, or what is typed."""
        return read_choice(self._choices, self._line.value, self._chosen)

    def focus(self, scroll_visible: bool = True) -> Self:
        """Go to the line."""
        self._line.focus(scroll_visible)
        return self

    def _offered(self) -> tuple[str, ...]:
        """Work out what the list offers for what is typed."""
        typed = clean_line(self._line.value)
        reply = self.reply
        if reply.things:  # it is chosen: the others are offered beside it
            self._found = list(self._choices)
        else:
            self._found = matching(self._choices, typed)
        last = [_NONE] if not typed or reply.things else [f"\u201c{typed}\u201d, in these words"]
        return (*(choice.words for choice in self._found), *last) if self._choices else ()

    @on(Input.Changed)
    def say_so(self, event: Input.Changed) -> None:
        """Look for what is typed, and tell of it."""
        event.stop()
        reply = self.reply
        self._list.show_options(self._offered())
        self._list.cursor = self._place_of(reply)
        if reply != self._told:
            self._told = reply
            self.post_message(Replied(self, reply))

    def _place_of(self, reply: Reply) -> int:
        """Return where in the list the chosen thing is, -1 for words of one's own."""
        return next((i for i, found in enumerate(self._found) if found.n in reply.things), -1)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take what is marked in the list, and go on."""
        event.stop()
        self._take(self._list.cursor)
        self.post_message(Finished(self))

    @on(OwnThings.Picked)
    def take_picked(self, event: OwnThings.Picked) -> None:
        """Take what was clicked on."""
        event.stop()
        self._take(event.index)
        self._line.focus()

    def _take(self, index: int) -> None:
        if 0 <= index < len(self._found):
            self._chosen = reply_with_choice(self._found[index])
            self._line.value = self._chosen.text
            self._line.cursor_position = len(self._line.value)
        elif index >= 0 and self._list.options[index:] == (_NONE,):
            self._line.value = ""

    def on_descendant_focus(self) -> None:
        """Show the cursor of the list."""
        self._list.refresh()

    def on_descendant_blur(self) -> None:
        """Hide the cursor of the list."""
        self._list.refresh()

    def action_step(self, by: int) -> None:
        """Mark the thing below or above."""
        self._list.action_step(by)

    def action_page(self, by: int) -> None:
        """Mark the thing a page on."""
        self._list.action_page(by)
