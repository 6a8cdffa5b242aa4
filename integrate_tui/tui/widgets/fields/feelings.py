"""A field for feelings: words by family, found on a plane, by arrows or by their first letters.

The plane of energy and pleasantness is a way in for whoever has no word yet. Letters look through
all the words wherever one is, and where there is no room for the plane the list does without it.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.answers import Reply, reply_with_words
from integrate_tui.core.pieces import Family
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields import plane
from integrate_tui.tui.widgets.fields.base import Finished, Replied
from integrate_tui.tui.widgets.fields.plane import Point
from integrate_tui.tui.widgets.fields.spots import Spot

_FAMILY_WIDTH = 13
_GAP = 2
_ROOM = (70, 9)
"""Columns and lines from which on the plane is shown."""
_NUMBERS = ("No word", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class FeelingsField(Drawn, can_focus=True):
    """Words to choose from; typing looks for one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "move(1)", "Next word", show=False, id="feelings.right"),
        Binding("left", "move(-1)", "Word before", show=False, id="feelings.left"),
        Binding("down", "step(1)", "Line down", show=False, id="feelings.down"),
        Binding("up", "step(-1)", "Line up", show=False, id="feelings.up"),
        Binding("space", "tick", "Choose", id="feelings.choose"),
        Binding("enter", "take", "Choose, then next", show=False, id="feelings.take"),
        Binding("tab", "enter_words", "To the words", show=False, id="feelings.words"),
        Binding("backspace", "erase", "Erase", show=False, id="feelings.erase"),
    ]
    DEFAULT_CSS = """
    FeelingsField { height: 8; background: $background; }
    """

    chosen: reactive[tuple[str, ...]] = reactive(())
    """The words that were chosen, in that order."""
    cursor: reactive[int] = reactive(0)
    """Which word is marked."""
    typed: reactive[str] = reactive("")
    """The letters typed to look for a word."""
    point: reactive[Point | None] = reactive(None)
    """Where one is on the plane; None until one has moved on it."""
    on_plane: reactive[bool] = reactive(False)
    """Whether the arrows move on the plane, rather than among the words."""

    def __init__(
        self, families: Sequence[Family], most: int, reply: Reply, *, id: str | None = None
    ) -> None:
        """Begin with a vocabulary.

        Args:
            families: The words, by family.
            most: How many may be chosen; 0 for any number.
            reply: What was chosen before.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._families = families
        self._most = most
        self._spots: list[Spot] = []
        self._labels: dict[int, str] = {}
        self._is_pointed_at = False
        """Whether the marked word was gone to, rather than only being the first."""
        self._notice = ""
        """What is said in place of the chosen words until the next key."""
        self.set_reactive(FeelingsField.chosen, reply.words)

    @property
    def reply(self) -> Reply:
        """What is chosen."""
        return reply_with_words(self.chosen)

    @property
    def _has_plane(self) -> bool:
        return self.size.width >= _ROOM[0] and self.size.height >= _ROOM[1]

    @property
    def _left(self) -> int:
        """The column where the families begin."""
        return plane.WIDTH + _GAP if self._has_plane else 0

    def on_resize(self, event: events.Resize) -> None:
        """Lay the words out in the room there is."""
        self._lay_out()
        self.on_plane = self._has_plane and not self.chosen and not self.typed
        self.refresh()

    def _lay_out(self) -> None:
        self._spots, self._labels = [], {}
        line, width = 0, self.size.width
        first = self._left + _FAMILY_WIDTH
        point = self.point if self._has_plane else None
        for family in plane.by_nearness(self._families, point):
            self._labels[line] = family.title
            x = first
            for word in family.words:
                if x + cell_len(word) > width and x > first:
                    line, x = line + 1, first
                self._spots.append(Spot(word, line, x))
                x += cell_len(word) + _GAP
            line += 1

    @property
    def _top(self) -> int:
        """The first line of words that is seen, so that the marked one is."""
        height = self.size.height - 1
        if not self._spots or height <= 0:
            return 0
        last = self._spots[-1].line
        return max(0, min(self._spots[self.cursor].line - height // 2, last - height + 1))

    def render_line(self, y: int) -> Strip:
        """Draw what is chosen, then the plane and the words."""
        width = self.size.width
        if y == 0:
            return self.line(self._chosen_line(), width, self._more)
        line = y - 1 + self._top
        label = self._labels.get(line, "")
        if y == 1 and not label:  # the family whose beginning is out of sight
            label = self._labels.get(max((n for n in self._labels if n < line), default=-1), "")
        parts: list[Part] = [(f"{label:<{_FAMILY_WIDTH}}", "muted")]
        x = self._left + _FAMILY_WIDTH
        for index, spot in enumerate(self._spots):
            if spot.line != line:
                continue
            parts.append((" " * (spot.x - x), "text"))
            parts.append((spot.word, self._role(index, spot.word)))
            x = spot.end
        return self.line([*self._plane_row(y - 1), *parts], width)

    def _plane_row(self, y: int) -> list[Part]:
        if not self._has_plane:
            return []
        is_here = self.has_focus and self.on_plane
        point = self.point or ((0, 0) if is_here else None)
        role = "match" if is_here else "text"
        return [*plane.row(y, self._families, self.chosen, point, role), (" " * _GAP, "text")]

    def _chosen_line(self) -> list[Part]:
        if self._notice:
            return [(self._notice, "text")]
        parts: list[Part] = [(", ".join(self.chosen), "strong")]
        if self.typed:
            parts.append((f"  {self.typed}\u2026", "match"))
        elif not self.chosen:
            parts.append((self._hint, "muted"))
        return parts

    @property
    def _more(self) -> list[Part]:
        """Say that there are words out of sight, so that nobody takes what is seen for all."""
        is_below = bool(self._spots) and self._top + self.size.height <= self._spots[-1].line + 1
        words = " and ".join(["above"] * (self._top > 0) + ["below"] * is_below)
        return [(f"more {words}", "muted")] if words else []

    @property
    def _hint(self) -> str:
        """How to go on, where nothing is chosen yet."""
        if not self.has_focus:
            return "None chosen"
        is_on_the_way = self.on_plane and self.point is not None
        return "Enter goes to the words" if is_on_the_way else "Type, or use the arrows"

    def _role(self, index: int, word: str) -> str:
        if index == self.cursor and self.has_focus and not self.on_plane:
            return "match"
        if word in self.chosen:
            return "strong"
        if self.typed and word.casefold().startswith(self.typed):
            return "sand"
        return "text" if self.has_focus else "muted"

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take letters as text."""
        return character is not None and character.isalpha()

    def on_key(self, event: events.Key) -> None:
        """Look for the word that begins with what is typed; no other is taken for it."""
        if event.character is None or not event.character.isalpha():
            return
        event.stop()
        event.prevent_default()
        self._look_for(self.typed + event.character.casefold())

    def _look_for(self, typed: str) -> None:
        for index, spot in enumerate(self._spots):
            if spot.word.casefold().startswith(typed):
                self._notice = ""
                self.on_plane = False
                self.typed = typed
                self.cursor = index
                return
        self.typed = typed
        self.on_plane = False
        self._notice = f"{typed}: not among these words. A line of your own holds any word."
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Tab lead into the words only from a point that was gone to."""
        if action == "enter_words":
            return self.on_plane and self.point is not None
        return super().check_action(action, parameters)

    def action_enter_words(self) -> None:
        """Go from the plane to the words that lie nearest."""
        self.on_plane = False
        self._is_pointed_at = True
        self.cursor = 0

    def _move_on_plane(self, energy: int, pleasant: int) -> None:
        self.point = plane.moved(self.point or (0, 0), energy, pleasant)
        self.cursor = 0
        self._lay_out()
        self.refresh()

    def action_move(self, by: int) -> None:
        """Mark the word so many further on; on the plane move to the side."""
        self._begin_to_point()
        if self.on_plane:
            is_at_edge = self.point is not None and self.point[1] == plane.EDGE
            if by > 0 and is_at_edge:
                self.action_enter_words()
            else:
                self._move_on_plane(0, by)
        elif by < 0 and self._has_plane and self._is_first_in_line:
            self.on_plane = True
        else:
            self.cursor = max(0, min(len(self._spots) - 1, self.cursor + by))

    @property
    def _is_first_in_line(self) -> bool:
        return bool(self._spots) and self._spots[self.cursor].x == self._left + _FAMILY_WIDTH

    def _begin_to_point(self) -> None:
        self.typed = ""
        self._notice = ""
        self._is_pointed_at = not self.on_plane
        self.refresh()

    def action_step(self, by: int) -> None:
        """Mark the nearest word a line further on; on the plane move up or down."""
        self._begin_to_point()
        if self.on_plane:
            self._move_on_plane(-by, 0)
            return
        if not self._spots:
            return
        here = self._spots[self.cursor]
        wanted = [
            (abs(spot.x - here.x), index)
            for index, spot in enumerate(self._spots)
            if spot.line == here.line + by
        ]
        if wanted:
            self.cursor = min(wanted)[1]

    def action_erase(self) -> None:
        """Take back a letter, or the word chosen last."""
        self._notice = ""
        if self.typed:
            self.typed = self.typed[:-1]
        elif self.chosen:
            self._choose(self.chosen[:-1])

    def action_tick(self) -> None:
        """Choose the marked word, or take it back; from the plane, go to the words first."""
        is_known, self.typed = self._is_known, ""
        if not is_known:
            return
        self._notice = ""
        if self.on_plane:
            self.action_enter_words()
            return
        self._is_pointed_at = False
        if not self._spots:
            return
        word = self._spots[self.cursor].word
        if word in self.chosen:
            self._choose(tuple(other for other in self.chosen if other != word))
        elif not self._most or len(self.chosen) < self._most:
            self._choose((*self.chosen, word))
        else:
            self._say_it_is_full()

    def _say_it_is_full(self) -> None:
        count = len(self.chosen)
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        are, last = ("is", "it") if count == 1 else ("are", "the last one")
        self._notice = f"{number} {are} chosen. Backspace takes {last} back."
        self.refresh()

    def action_take(self) -> None:
        """Choose the word that was typed or gone to; with none, go on."""
        if self.on_plane and self.point is not None:
            self.action_enter_words()
        elif self._is_meant and not (self._is_known and self._is_chosen):
            self.action_tick()
        else:
            self.post_message(Finished(self))

    @property
    def _is_known(self) -> bool:
        """Whether the marked word is one that begins with what is typed."""
        return bool(self._spots) and self._marked.casefold().startswith(self.typed)

    @property
    def _is_chosen(self) -> bool:
        return self._marked in self.chosen

    @property
    def _marked(self) -> str:
        return self._spots[self.cursor].word

    @property
    def _is_meant(self) -> bool:
        return bool(self._spots) and bool(self.typed or self._is_pointed_at)

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the pointer, or go to the point on the plane."""
        if event.x < self._left:
            point = plane.point_at(event.x, event.y - 1)
            if point is not None:
                self.on_plane = True
                self.point = point
                self._move_on_plane(0, 0)
            return
        line = event.y - 1 + self._top
        for index, spot in enumerate(self._spots):
            if spot.line == line and spot.x <= event.x < spot.end:
                self.cursor = index
                self.on_plane = False
                self.action_tick()
                return

    def _choose(self, words: tuple[str, ...]) -> None:
        self.chosen = words
        self.post_message(Replied(self, self.reply))

    def on_focus(self) -> None:
        """Draw as the field that is being answered."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw as one that is not."""
        self.typed = ""
        self._notice = ""
        self.refresh()
