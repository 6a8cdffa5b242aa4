"""Sorting what matters: from many words to about ten, and from those to about five.

There is no right number and no right word. Nothing is kept before the end, and everything that was
chosen is asked about before it would be lost.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from integrate_tui import minding
from integrate_tui.core.own_value import FIVE, TEN, ValuePlace, in_order
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.screens.base import Trip
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_NARROW = 40


@value()
class _Word:
    """A word that may matter."""

    name: str
    meaning: str = ""


class SortingValues(Trip[None]):
    """Two calm passes over a list of words."""

    AUTO_FOCUS = "#rows"
    HELP = "Choose about ten words that matter, then about five of those. Fewer is as good."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", id="sorting.choose"),
        Binding("a", "add", "Own word", id="sorting.add", tooltip="Add a word of your own."),
        Binding("ctrl+n", "next", "Next", id="sorting.next"),
        Binding("ctrl+b,alt+left", "previous", "Back", id="sorting.previous", show=False),
    ]

    heading = getters.query_one("#heading", Lines)
    rows: getters.query_one[Rows[_Word]] = getters.query_one("#rows", Rows)

    def __init__(self) -> None:
        """Begin with the first pass."""
        super().__init__()
        self._words: list[_Word] = []
        self._ten: list[str] = []
        self._five: list[str] = []
        self._before: tuple[list[str], list[str]] = ([], [])
        self._is_second = False

    def body(self) -> Iterable[Widget]:
        """Lay out what is asked, and the words."""
        yield Lines(id="heading", classes="place-heading")
        yield Rows[_Word](
            self._draw, id="rows", indent=4, opens="Choose", empty="a adds a word of your own."
        )

    def on_mount(self) -> None:
        """Read one's own words, then those of the packs."""
        own = in_order(self.workspace.values.all())
        self._words = [_Word(thing.value.name, thing.value.meaning) for thing in own]
        known = {word.name.casefold() for word in self._words}
        self._words += [
            _Word(name, meaning)
            for name, meaning in minding.public_values(self.workspace)
            if name.casefold() not in known
        ]
        chosen = (ValuePlace.FIVE, ValuePlace.TEN)
        self._ten = [each.value.name for each in own if each.value.place in chosen]
        self._five = [each.value.name for each in own if each.value.place is ValuePlace.FIVE]
        self._before = (list(self._ten), list(self._five))
        self._show()

    def _show(self, cursor: int = 0) -> None:
        shown = [word for word in self._words if not self._is_second or word.name in self._ten]
        self.rows.show(Listed(shown), cursor)
        self._count()

    def _count(self) -> None:
        if self._is_second:
            asked = "Which are closest, about five?"
            count = f"{len(self._five)} of about {FIVE}"
        else:
            asked = "Which of these matter, about ten?"
            count = f"{len(self._ten)} of about {TEN}"
        last = "^n keeps it" if self._is_second else "^n goes on"
        self.heading.show(
            [[(asked, "strong")], [(f"space chooses, {last}. No word has to fit.", "muted")]],
            [[(count, "muted")]],
        )

    def _draw(self, word: _Word, above: _Word | None, width: int) -> Look:
        is_chosen = word.name in self._chosen
        mark = ("\u25cf ", "sage") if is_chosen else ("\u25cb ", "muted")
        meaning = f"   {word.meaning}" if word.meaning and width > _NARROW else ""
        return Look([mark, (word.name, "strong" if is_chosen else "text"), (meaning, "muted")])

    @property
    def _chosen(self) -> list[str]:
        return self._five if self._is_second else self._ten

    @on(Rows.Chosen)
    def choose(self) -> None:
        """Choose the marked word, or take it back."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the marked word, or take it back."""
        word, chosen = self.rows.row, self._chosen
        if word is None:
            return
        most = FIVE if self._is_second else TEN
        if word.name in chosen:
            chosen.remove(word.name)
            if not self._is_second and word.name in self._five:
                self._five.remove(word.name)
        elif len(chosen) >= most:
            self.app.say(f"There are {most} already. Take one back to make room.")
        else:
            chosen.append(word.name)
        self.rows.refresh()
        self._count()

    @work
    @one_at_a_time
    async def action_add(self) -> None:
        """Add a word of one's own, and choose it where there is room."""
        said = await self.app.push_screen_wait(Ask("A word that matters to you"))
        typed = clean_line(said or "")
        if not typed:
            return
        known = {word.name.casefold(): word.name for word in self._words}
        name = known.get(typed.casefold(), typed)
        if name == typed and typed.casefold() not in known:
            self._words.insert(0, _Word(name))
        if name not in self._ten and len(self._ten) < TEN:
            self._ten.append(name)
        self._show()

    async def action_next(self) -> None:
        """Go on to the second pass, or keep what was chosen."""
        if not self._is_second and self._ten:
            self._is_second = True
            self._show()
            return
        places = {word.name: ValuePlace.ASIDE for word in self._words}
        for thing in self.workspace.values.all():
            is_aside = thing.value.place is ValuePlace.ASIDE
            places[thing.value.name] = ValuePlace.ASIDE if is_aside else ValuePlace.KEPT
        places |= dict.fromkeys(self._ten, ValuePlace.TEN)
        places |= dict.fromkeys(self._five, ValuePlace.FIVE)
        if await self.app.keep(lambda: minding.sort_values(self.workspace, places)) is not None:
            self.app.say("Kept. space on one says how it stands.")
            self.dismiss(None)

    def action_previous(self) -> None:
        """Go back to the first pass."""
        if self._is_second:
            self._is_second = False
            self._show()

    def action_back(self) -> None:
        """Leave; ask first where something was chosen that is not kept."""
        self._leave()

    @work
    @one_at_a_time
    async def _leave(self) -> None:
        if (self._ten, self._five) != self._before:
            question = Confirm(
                "What you chose is not kept yet. Leave it?", yes="Leave it", no="Stay"
            )
            if not await self.app.push_screen_wait(question):
                return
        self.dismiss(None)
