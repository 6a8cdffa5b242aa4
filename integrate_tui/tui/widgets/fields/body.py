"""A field for marks on the body: a small figure, its places in a list, and words for what is there.

Where there is no room for the figure, the list does all of it. A mark is told by its sign and its
word; what it may mean is the person's own.
"""

from typing import ClassVar, Self

from rich.cells import cell_len
from rich.style import Style
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from integrate_tui.core.answers import Reply
from integrate_tui.core.body import PLACES, SENSATIONS, Marks, read_marks
from integrate_tui.tui.widgets.drawing import Drawn, Part, fit
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.body_figure import (
    FIGURE,
    SPOTS,
    WIDTH,
    Spot,
    Spots,
    nearest,
)
from integrate_tui.tui.widgets.one_line import OneLine

_KEYS = "1234567890-"
"""The key for each word, in their order."""
_COLUMNS = 2
_GAP = 2
_ON = "on-"
"""Begins the roles that are drawn on the figure."""
_ROOM_FOR_FIGURE = 66
"""Columns from which on the figure stands beside the list."""
_NAME = 10


class BodyMap(Drawn, can_focus=True):
    """The figure, the list of places, and the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(0, 1)", "Down", show=False, id="body.down"),
        Binding("up", "move(0, -1)", "Up", show=False, id="body.up"),
        Binding("right", "move(1, 0)", "Right", show=False, id="body.right"),
        Binding("left", "move(-1, 0)", "Left", show=False, id="body.left"),
        Binding("space", "turn", "Mark", id="body.mark"),
        Binding("backspace,delete", "take", "Take it off", show=False, id="body.take"),
        Binding("enter", "finish", "Next", show=False, id="body.finish"),
    ]
    DEFAULT_CSS = """
    BodyMap { height: 1fr; min-height: 3; background: $background; }
    """

    marks: reactive[Marks] = reactive(Marks())
    """What is marked."""
    place: reactive[str] = reactive(PLACES[0])
    """The place that the keys are about."""

    class Marked(Message):
        """A mark was set, changed or taken off."""

    class Done(Message):
        """The marks are as they should be."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.set_reactive(BodyMap.marks, marks)
        self._spot: Spot | None = None
        """Where the cursor is among the spots of the present layout."""
        self._top = 0
        """The first row of the list that is seen."""

    # Layout

    @property
    def _has_figure(self) -> bool:
        return self.size.width >= _ROOM_FOR_FIGURE and self.size.height >= len(FIGURE)

    @property
    def _left(self) -> int:
        """The column where the list begins."""
        return WIDTH + _GAP if self._has_figure else 0

    @property
    def _rows(self) -> int:
        """The rows of the list in full."""
        return -(-len(PLACES) // _COLUMNS)

    @property
    def _rows_seen(self) -> int:
        return max(1, min(self._rows, self.size.height - len(self._menu())))

    @property
    def _column_width(self) -> int:
        return max(1, (self.size.width - self._left - 1) // _COLUMNS)

    def _spots(self) -> Spots:
        """Return where each place is, in the figure or in the list."""
        if self._has_figure:
            return SPOTS
        width = self._column_width
        return {
            (index // self._rows * width, index % self._rows): place
            for index, place in enumerate(PLACES)
        }

    def _place_cursor(self) -> None:
        """Find the cursor's place among the spots of the present layout."""
        spots = self._spots()
        if self._spot is None or spots.get(self._spot) != self.place:
            self._spot = next(spot for spot, place in spots.items() if place == self.place)

    def _menu(self) -> list[list[tuple[str, str]]]:
        """Return the words with their keys, in as many lines as they need."""
        room = self.size.width - self._left
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0
        for key, word in zip(_KEYS, SENSATIONS, strict=True):
            width = len(key) + len(word) + 3  # a space behind the key, two before the next
            if lines[-1] and used + width > room:
                lines.append([])
                used = 0
            lines[-1].append((key, word))
            used += width
        return lines

    def on_resize(self) -> None:
        """Lay it out anew."""
        self._spot = None
        self._bring_into_view()
        self.refresh()

    def watch_place(self) -> None:
        """Keep the place in view."""
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        row = PLACES.index(self.place) % self._rows
        seen = self._rows_seen
        self._top = max(row - seen + 1, min(self._top, row, self._rows - seen), 0)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw a row of the figure, and beside it one of the list or of the words."""
        width = self.size.width
        return self.line([*self._figure_row(y), *self._list_row(y)], width, self._more(y))

    def _more(self, y: int) -> list[Part]:
        """Return an arrow where there are more places out of sight."""
        seen = self._rows_seen
        if y == 0 and self._top > 0:
            return [("\u2191", "muted")]
        if y == seen - 1 and self._top + seen < self._rows:
            return [("\u2193", "muted")]
        return []

    def _figure_row(self, y: int) -> list[Part]:
        if not self._has_figure:
            return []
        if y >= len(FIGURE):
            return [(" " * self._left, "text")]
        self._place_cursor()
        signs = [self._sign_at((x, y), sign) for x, sign in enumerate(FIGURE[y])]
        return [*signs, (" " * (self._left - WIDTH), "text")]

    def _sign_at(self, spot: Spot, sign: str) -> Part:
        place = SPOTS.get(spot)
        if place is None:
            return sign, "rule"
        is_marked = self.marks.at(place) is not None
        shown = "\u25cf" if is_marked else "\u00b7"
        if spot == self._spot and self.has_focus:
            return shown, "cursor"
        return shown, f"{_ON}match" if is_marked else f"{_ON}text"

    def role_style(self, role: str) -> Style:
        """Return the style of a role, on the figure too."""
        if not role.startswith(_ON):
            return super().role_style(role)
        colour = self.app.theme_variables["rule"]
        return super().role_style(role.removeprefix(_ON)) + Style(bgcolor=colour)

    def _list_row(self, y: int) -> list[Part]:
        seen = self._rows_seen
        if y < seen:
            row = y + self._top
            columns = range(_COLUMNS)
            indexes = [column * self._rows + row for column in columns]
            return [part for i in indexes if i < len(PLACES) for part in self._entry(PLACES[i])]
        menu = self._menu()
        below = y - seen - max(0, min(1, self.size.height - seen - len(menu)))
        return self._menu_row(menu[below]) if 0 <= below < len(menu) else []

    def _entry(self, place: str) -> list[Part]:
        mark = self.marks.at(place)
        is_here = place == self.place and self.has_focus
        room = self._column_width - _NAME - 4
        like = fit(mark.like, max(0, room - 1)) if mark else ""
        return [
            ("\u258e " if is_here else "  ", "primary"),
            ("\u25cf " if mark else "\u00b7 ", "match" if mark else "muted"),
            (f"{place:<{_NAME}}", "strong" if mark or is_here else "text"),
            (like + " " * max(0, room - cell_len(like)), "sand"),
        ]

    def _menu_row(self, words: list[tuple[str, str]]) -> list[Part]:
        mark = self.marks.at(self.place)
        parts: list[Part] = []
        for key, word in words:
            is_said = mark is not None and mark.like == word
            parts += [("  ", "text"), (f"{key} ", "key" if self.has_focus else "muted")]
            parts.append((word, "match" if is_said else "muted"))
        return parts

    # Marking

    def _mark(self, marks: Marks) -> None:
        if marks != self.marks:
            self.marks = marks
            self.post_message(self.Marked())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take the first letters and the keys of the words."""
        return character is not None and (character.isalpha() or character in _KEYS)

    def on_key(self, event: events.Key) -> None:
        """Say what it is like there, by the key of a word or its first letter."""
        character = (event.character or "").casefold()
        if len(character) != 1 or not self.check_consume_key(event.key, character):
            return
        event.stop()
        event.prevent_default()
        if character in _KEYS:
            self._say(SENSATIONS[_KEYS.index(character)])
            return
        words = [word for word in SENSATIONS if word.startswith(character)]
        if words:
            mark = self.marks.at(self.place)
            present = words.index(mark.like) if mark and mark.like in words else -1
            self._mark(self.marks.put(self.place, words[(present + 1) % len(words)]))

    def _say(self, word: str) -> None:
        self._mark(self.marks.say(self.place, word))

    def action_move(self, x: int, y: int) -> None:
        """Go to the nearest place in a direction."""
        self._place_cursor()
        spots = self._spots()
        if self._spot is not None:
            self._spot = nearest(spots, self._spot, (x, y))
            self.place = spots[self._spot]
            self.refresh()

    def action_turn(self) -> None:
        """Mark the place, or take its mark off."""
        self._mark(self.marks.turn(self.place))

    def action_take(self) -> None:
        """Take the mark off."""
        self._mark(self.marks.take(self.place))

    def action_finish(self) -> None:
        """Go on."""
        self.post_message(self.Done())

    def on_click(self, event: events.Click) -> None:
        """Mark what is under the pointer, or say the word that is."""
        if event.x < self._left:
            near = [spot for spot in SPOTS if spot[1] == event.y and abs(spot[0] - event.x) <= 1]
            if near:
                self._spot = min(near, key=lambda spot: abs(spot[0] - event.x))
                self._click_on(SPOTS[self._spot])
            return
        if event.y < self._rows_seen:
            column = min((event.x - self._left) // self._column_width, _COLUMNS - 1)
            index = column * self._rows + event.y + self._top
            if index < len(PLACES):
                self._click_on(PLACES[index])
            return
        self._click_on_word(event.x - self._left, event.y)

    def _click_on(self, place: str) -> None:
        self.place = place
        self.action_turn()

    def _click_on_word(self, x: int, y: int) -> None:
        start = 0
        for text, _ in self._list_row(y):
            if start <= x < start + len(text) and text in SENSATIONS:
                self._say(text)
            start += len(text)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()


class BodyField(Vertical):
    """Marks on the body, and a line of one's own."""

    DEFAULT_CSS = """
    BodyField { height: 1fr; }
    """

    def __init__(self, reply: Reply, *, id: str | None = None) -> None:
        marks = read_marks(reply.words or reply.text.split("\n"))
        self._map = BodyMap(marks)
        self._line = OneLine(marks.own, select_on_focus=False, placeholder="or in your own words")
        self._told = marks.reply
        super().__init__(self._map, self._line, id=id)

    @property
    def reply(self) -> Reply:
        """The marks and the words of one's own."""
        return self._map.marks.in_own_words(self._line.value).reply

    def focus(self, scroll_visible: bool = True) -> Self:
        """Go to the figure."""
        self._map.focus(scroll_visible)
        return self

    @on(BodyMap.Marked)
    @on(Input.Changed)
    def say_so(self, event: Message) -> None:
        """Tell of every change."""
        event.stop()
        reply = self.reply
        if reply != self._told:
            self._told = reply
            self.post_message(Replied(self, reply))

    @on(BodyMap.Done)
    @on(Input.Submitted)
    def finish(self, event: Message) -> None:
        """Go on."""
        event.stop()
        self.post_message(Finished(self))
