"""What narrows a search, as it is seen: labels under the line, and words that go on."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.suggester import Suggester

from integrate_tui.core.chips import Chip, Completion
from integrate_tui.core.text import normal_tag
from integrate_tui.tui.widgets.drawing import Drawn, Part, width_of
from integrate_tui.tui.widgets.one_line import OneLine

_OUT = " \u00d7"
_GAP = "  "
_TAG = re.compile(r'"([^"]*)"?|([^\s",]+)')


class Completing(OneLine):
    """A line whose last word completes itself, by the right arrow or by tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "complete",
            "Complete",
            show=False,
            id="completing.complete",
            tooltip="Take what is offered.",
        ),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        complete: Callable[[str], str],
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        """Begin with the cursor at the end.

        Args:
            value: What it holds.
            complete: Returns what is typed, gone on with; empty where nothing is offered.
            placeholder: What is shown while nothing is typed.
            id: The widget's id.
        """
        super().__init__(
            value,
            placeholder=placeholder,
            suggester=_Ghost(complete),
            select_on_focus=False,
            id=id,
        )
        self._complete = complete

    def action_complete(self) -> None:
        """Take what is offered, or go on to the next field."""
        completed = self._complete(self.value)
        if completed and self.cursor_at_end:
            self.value = completed
            self.cursor_position = len(completed)
        else:
            self.screen.focus_next()


class _Ghost(Suggester):
    """Shows how what is typed may go on, as far as that begins with it."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return what is typed, gone on with."""
        completed = self._complete(value)
        begins_so = completed.casefold().startswith(value.casefold())
        return value + completed[len(value) :] if begins_so and completed != value else None


class ChipLine(Drawn):
    """The chips of a search, each taken out by a click, and under them a word of help."""

    DEFAULT_CSS = """
    ChipLine { height: 2; color: $muted; }
    """

    @dataclass
    class TakenOut(Message):
        """A chip was clicked, to be taken out."""

        chip: Chip

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._chips: tuple[Chip, ...] = ()
        self._found = ""
        self._help: tuple[Part, ...] = ()

    def show(self, chips: Iterable[Chip], found: str, help: Sequence[Part] = ()) -> None:
        """Show other chips.

        Args:
            chips: Those that are understood.
            found: How many things were found, in words.
            help: What stands under them.
        """
        shown = (tuple(chips), found, tuple(help))
        if shown != (self._chips, self._found, self._help):
            self._chips, self._found, self._help = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the chips with what was found at the right, then the word of help."""
        width = self.size.width
        if y:
            return self.line(self._help, width)
        right = [Segment(self._found, self.role_style("muted"))]
        room = width - cell_len(self._found) - 1
        segments: list[Segment] = []
        panel = Style(bgcolor=self.app.theme_variables["panel"])
        used = 0
        for chip in self._chips:
            label, size = f" {chip.label}", cell_len(chip.label) + 2 + len(_OUT)
            if used + size > room:
                break
            look = [
                Segment(label, self.role_style("text")),
                Segment(f"{_OUT} ", self.role_style("muted")),
            ]
            segments += Segment.apply_style(look, post_style=panel)
            segments.append(Segment(_GAP, self.ground))
            used += size + len(_GAP)
        gap = max(0, width - used - cell_len(self._found))
        return Strip([*segments, Segment(" " * gap, self.ground), *right]).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Take the chip under the pointer out."""
        x = 0
        for chip in self._chips if event.y == 0 else ():
            end = x + width_of([(chip.label, "")]) + 2 + len(_OUT)
            if x <= event.x < end:
                self.post_message(self.TakenOut(chip))
                return
            x = end + len(_GAP)


def gone_on(typed: str, offered: Sequence[Completion]) -> str:
    """Return what is typed with the likeliest completion taken, empty where there is none.

    A tag that was begun with its sign goes on with it.
    """
    if not offered:
        return ""
    before, space, last = typed.rpartition(" ")
    label = offered[0].label
    if last.startswith("#") and " " not in label:
        return f"{before}{space}#{label} "
    return offered[0].typed


def tags_typed(typed: str) -> list[str]:
    """Return the tags that are typed in a line, with spaces or commas between.

    A tag with spaces in it stands in quotes.
    """
    found = (normal_tag(quoted or plain) for quoted, plain in _TAG.findall(typed))
    return [tag for tag in found if tag]


def tags_shown(tags: Iterable[str]) -> str:
    """Return tags as they are typed in a line."""
    return " ".join(f'"{tag}"' if re.search(r'[\s",]', tag) else tag for tag in tags)


def tag_completed(typed: str, known: Iterable[str]) -> str:
    """Return a line of tags with its last one gone on with, empty where nothing is offered."""
    before, space, last = typed.rpartition(" ")
    begun, taken = normal_tag(last), set(tags_typed(before))
    if not begun or '"' in last:
        return ""
    fitting = (tag for tag in known if tag.startswith(begun) and tag not in taken)
    found = next((tag for tag in fitting if tag != begun and " " not in tag), "")
    return f"{before}{space}{last}{found[len(begun) :]}" if found else ""
