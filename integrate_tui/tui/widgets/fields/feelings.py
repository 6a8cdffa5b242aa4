"""A field for feelings: words by family, found by arrows or by their first letters."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from integrate_tui.core.answers import Reply, reply_with_words
from integrate_tui.core.pieces import Family
from integrate_tui.core.value import value
from integrate_tui.tui.widgets.drawing import Drawn, Part
from integrate_tui.tui.widgets.fields.base import Finished, Replied

_FAMILY_WIDTH = 13
_GAP = 2


@value()
class _Spot:
    """Where a word stands."""

    word: str
    line: int
    x: int

    @property
    def end(self) -> int:
        return self.x + cell_len(self.word)


class FeelingsField(Drawn, can_focus=True):
    """Words to choose from; typing looks for one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "move(1)", "Next word", show=False, id="feelings.right"),
        Binding("left", "move(-1)", "Word before", show=False, id="feelings.left"),
        Binding("down", "step(1)", "Line down", show=False, id="feelings.down"),
        Binding("up", "step(-1)", "Line up", show=False, id="feelings.up"),
        Binding("space", "tick", "Choose", id="feelings.choose"),
        Binding("enter", "take", "Choose, then next", show=False, id="feelings.take"),
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
        self._spots: list[_Spot] = []
        self._labels: dict[int, str] = {}
        self.set_reactive(FeelingsField.chosen, reply.words)

    @property
    def reply(self) -> Reply:
        """What is chosen."""
        return reply_with_words(self.chosen)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the words out in the width there is."""
        self._lay_out(event.size.width)
        self.refresh()

    def _lay_out(self, width: int) -> None:
        self._spots, self._labels = [], {}
        line = 0
        for family in self._families:
            self._labels[line] = family.title
            x = _FAMILY_WIDTH
            for word in family.words:
                if x + cell_len(word) > width and x > _FAMILY_WIDTH:
                    line, x = line + 1, _FAMILY_WIDTH
                self._spots.append(_Spot(word, line, x))
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
        """Draw what is chosen, then the words."""
        width = self.size.width
        if y == 0:
            return self.line(self._chosen_line(), width)
        line = y - 1 + self._top
        label = self._labels.get(line, "")
        if y == 1 and not label:  # the family whose beginning is out of sight
            label = self._labels.get(max((n for n in self._labels if n < line), default=-1), "")
        parts: list[Part] = [(f"{label:<{_FAMILY_WIDTH}}", "muted")]
        x = _FAMILY_WIDTH
        for index, spot in enumerate(self._spots):
            if spot.line != line:
                continue
            parts.append((" " * (spot.x - x), "text"))
            parts.append((spot.word, self._role(index, spot.word)))
            x = spot.end
        return self.line(parts, width)

    def _chosen_line(self) -> list[Part]:
        parts: list[Part] = [(", ".join(self.chosen), "strong")]
        if self.typed:
            parts.append((f"  {self.typed}\u2026", "match"))
        elif not self.chosen:
            words = "Type, or use the arrows" if self.has_focus else "None chosen"
            parts.append((words, "muted"))
        return parts

    def _role(self, index: int, word: str) -> str:
        if index == self.cursor and self.has_focus:
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
        """Look for the word that begins with what is typed."""
        if event.character is None or not event.character.isalpha():
            return
        event.stop()
        event.prevent_default()
        self._look_for(self.typed + event.character.casefold())

    def _look_for(self, typed: str) -> None:
        for index, spot in enumerate(self._spots):
            if spot.word.casefold().startswith(typed):
                self.typed = typed
                self.cursor = index
                return
        if len(typed) > 1:
            self._look_for(typed[-1])

    def action_move(self, by: int) -> None:
        """Mark the word so many further on."""
        self.typed = ""
        self.cursor = max(0, min(len(self._spots) - 1, self.cursor + by))

    def action_step(self, by: int) -> None:
        """Mark the nearest word a line further on; at the ends go to the field beside."""
        self.typed = ""
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
        if self.typed:
            self.typed = self.typed[:-1]
        elif self.chosen:
            self._choose(self.chosen[:-1])

    def action_tick(self) -> None:
        """Choose the marked word, or take it back."""
        self.typed = ""
        if not self._spots:
            return
        word = self._spots[self.cursor].word
        if word in self.chosen:
            self._choose(tuple(other for other in self.chosen if other != word))
        elif not self._most or len(self.chosen) < self._most:
            self._choose((*self.chosen, word))

    def action_take(self) -> None:
        """Choose the word that was typed; with nothing typed, go on."""
        if self.typed and self._spots[self.cursor].word not in self.chosen:
            self.action_tick()
        else:
            self.post_message(Finished(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the pointer."""
        line = event.y - 1 + self._top
        for index, spot in enumerate(self._spots):
            if spot.line == line and spot.x <= event.x < spot.end:
                self.cursor = index
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
        self.refresh()
