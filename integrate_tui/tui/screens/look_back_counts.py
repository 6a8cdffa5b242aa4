"""Feelings, balance, words: what was chosen and written over a range of days, as counts."""

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from integrate_tui import looking_back
from integrate_tui.core.chips import chip_text
from integrate_tui.core.feelings_plane import plane_lines
from integrate_tui.core.looking_back import DOMAIN_TAGS, Domain, families_on_plane
from integrate_tui.core.narrowing import ChipName
from integrate_tui.core.spans import Span, SpanName
from integrate_tui.core.text import counted
from integrate_tui.tui.screens.look_back_section import Item, Section, draw_item, key_of
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.rows import Listed, Look, Rows

_BAR = "\u25aa"
_LONGEST_BAR = 20
_DOMAIN_WIDTH = 11
_COUNT_WIDTH = 4
_FEELING_WIDTH = 14
_WITH_FAMILY = 34
"""Columns from which on a feeling is shown with its family."""
_BALANCE = (
    "Counted by your tags, and by what the guides and exercises you used are about. How much is"
    " enough is nobody's to say but yours; one at a time will do."
)


class FeelingsSection(Section):
    """Feelings on the plane of energy and pleasantness, and their words."""

    NAME = "Feelings"

    plane = getters.query_one("#plane", Lines)
    rests = getters.query_one("#rests", Lines)
    rows: getters.query_one[Rows[Item]] = getters.query_one("#feelings", Rows)

    def __init__(self) -> None:
        super().__init__()
        self._span: Span | None = None

    def compose(self) -> ComposeResult:
        """Lay the plane beside the words."""
        yield Lines(id="rests")
        with Horizontal():
            yield Lines(id="plane")
            yield Rows[Item](
                _draw_feeling,
                key=key_of,
                id="feelings",
                indent=2,
                opens="Find it",
                empty="No feelings named in these days. c checks in, with up to three words.",
            )

    def show(self, span: Span) -> None:
        """Show the feelings of a range of days."""
        self._span = span
        shelf = self.workspace.looking_back
        found = shelf.feelings(span.first, span.last)
        places = {
            family.title.casefold(): (family.energy, family.pleasant)
            for family in self.workspace.packs.feelings().families
        }
        counts, elsewhere = families_on_plane(found, places)
        is_close = self.screen.has_class("-short") or self.screen.has_class("-flat")
        self.plane.show([[(line, role)] for line, role in plane_lines(counts, close=is_close)])
        said = shelf.with_feelings(span.first, span.last)
        words = f"{counted(sum(each.count for each in found), 'word')} in {_records(said)}"
        more = f", {elsewhere} with no place on the plane" if elsewhere else ""
        self.rests.show([[(words + more if found else "", "muted")]])
        self.rows.show_anew(
            Listed(
                [
                    Item(
                        each.word,
                        (
                            (f"{each.count:>{_COUNT_WIDTH}}  ", "muted"),
                            (f"{each.word:<{_FEELING_WIDTH}}  ", "text"),
                            (each.family.lower(), "muted"),
                        ),
                    )
                    for each in found
                ]
            )
        )

    @on(Rows.Chosen)
    def find(self) -> None:
        """Find where the marked feeling was named."""
        item = self.rows.row
        if item is not None and self._span is not None:
            self.post_message(self.Wanted(_search(ChipName.FEELING, item.key, self._span)))


class BalanceSection(Section):
    """The six domains, as counts."""

    NAME = "Balance"

    rows: getters.query_one[Rows[Item]] = getters.query_one("#domains", Rows)

    def compose(self) -> ComposeResult:
        """Lay the domains over what the counts are of."""
        yield Rows[Item](draw_item, key=key_of, id="domains", indent=4, opens="Find it")
        yield Static(_BALANCE, markup=False, classes="small-print")

    def show(self, span: Span) -> None:
        """Show the domains over a range of days."""
        found = looking_back.domains(self.workspace, span)
        most = max((each.count for each in found), default=0)
        rows = []
        for each in found:
            bar = -(-each.count * _LONGEST_BAR // most) if most else 0
            picture: Part = (f"{_BAR * bar:<{_LONGEST_BAR}}  ", "sky")
            name: Part = (f"{each.domain:<{_DOMAIN_WIDTH}}", "text")
            rows.append(Item(str(each.domain), (name, picture, (each.words, "muted"))))
        self.rows.show_anew(Listed(rows))
        self._span = span

    @on(Rows.Chosen)
    def find(self) -> None:
        """Find what carries the tag of the marked domain that is used most."""
        item = self.rows.row
        if item is None:
            return
        used = self.workspace.tags.in_use()
        tags = [tag for tag in DOMAIN_TAGS[Domain(item.key)] if tag in used]
        if tags:
            tag = max(tags, key=lambda tag: used[tag])
            self.post_message(self.Wanted(_search(ChipName.TAG, tag, self._span)))
        else:
            self.app.say(f"No tag of yours is about {item.key} yet.")


class WordsSection(Section):
    """Words that come back, and tags, as counts."""

    NAME = "Words"

    rests = getters.query_one("#word-rests", Lines)
    words: getters.query_one[Rows[Item]] = getters.query_one("#own-words", Rows)
    tags: getters.query_one[Rows[Item]] = getters.query_one("#own-tags", Rows)

    def compose(self) -> ComposeResult:
        """Lay the words beside the tags."""
        yield Lines(id="word-rests")
        with Horizontal():
            with Vertical():
                yield Rows[Item](
                    draw_item,
                    key=key_of,
                    id="own-words",
                    indent=4,
                    opens="Find it",
                    empty="No word stands in three texts of these days.",
                )
            with Vertical():
                yield Rows[Item](
                    draw_item,
                    key=key_of,
                    id="own-tags",
                    indent=2,
                    opens="Find it",
                    empty="No tags in these days.",
                )

    def show(self, span: Span) -> None:
        """Show the words of a range of days."""
        self._span = span
        found = looking_back.own_words(self.workspace, span)
        said = f"Words in {found.rests_on}. What they mean is yours to say."
        self.rests.show([[(said if found.texts else "", "muted")]])
        self.words.show_anew(
            Listed([_row(each.word, each.texts) for each in found.words]),
        )
        tags = self.workspace.looking_back.tags(span.first, span.last)
        self.tags.show_anew(Listed([_row(tag, count, "#") for tag, count in tags]))

    @on(Rows.Chosen, "#own-words")
    def find_word(self) -> None:
        """Find where the marked word stands."""
        item = self.words.row
        if item is not None:
            self.post_message(self.Wanted(f"{item.key} {_days(self._span)}".strip()))

    @on(Rows.Chosen, "#own-tags")
    def find_tag(self) -> None:
        """Find what carries the marked tag."""
        item = self.tags.row
        if item is not None:
            self.post_message(self.Wanted(_search(ChipName.TAG, item.key, self._span)))


def _draw_feeling(item: Item, above: Item | None, width: int) -> Look:
    """Draw a feeling, with its family where there is room for it."""
    return Look(item.parts if width >= _WITH_FAMILY else item.parts[:-1])


def _row(word: str, count: int, sign: str = "") -> Item:
    return Item(word, ((f"{count:>{_COUNT_WIDTH}}  ", "muted"), (f"{sign}{word}", "text")))


def _records(count: int) -> str:
    return counted(count, "record")


def _search(name: ChipName, given: str, span: Span) -> str:
    """Return what one would type to find something in a range of days."""
    return f"{chip_text(name, given)} {_days(span)}".strip()


def _days(span: Span) -> str:
    if span.name is SpanName.ALL:
        return ""
    first, last = span.first.isoformat(), span.last.isoformat()
    return f"{chip_text(ChipName.SINCE, first)} {chip_text(ChipName.UNTIL, last)}"
