"""Doing and measures: what was done and held over a range of days, and what measures came to."""

from collections.abc import Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from integrate_tui import looking_back
from integrate_tui.core import dates
from integrate_tui.core.helped import Helped
from integrate_tui.core.looking_back import MeasureTold, Tally
from integrate_tui.core.review import exercise_words
from integrate_tui.core.spans import Span
from integrate_tui.core.text import clean, counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.screens.look_back_section import Item, Section, draw_item, key_of
from integrate_tui.tui.widgets.drawing import Part
from integrate_tui.tui.widgets.rows import Listed, Rows

_GROUP_WIDTH = 12
_EXERCISE = "exercise "
"""What the key of a row with an exercise begins with."""
_STEPS = "steps"
_NOT_SAFE = "not safe"
_GROUPS = {
    ThingKind.PRACTICE: "Practices",
    ThingKind.BOUNDARY: "Boundaries",
    ThingKind.PATTERN: "Patterns",
}


class DoingSection(Section):
    """Practices, boundaries, patterns, exercises and steps, in the words that were said of them."""

    NAME = "Doing"

    rows: getters.query_one[Rows[Item]] = getters.query_one("#doing", Rows)

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        yield Rows[Item](
            draw_item,
            key=key_of,
            row_height=2,
            id="doing",
            indent=4,
            opens="Open",
            empty="Nothing was done or held in these days that was said here. That is all right.",
        )

    def show(self, span: Span) -> None:
        """Show what was done over a range of days."""
        shelf, ends = self.workspace.looking_back, (span.first, span.last)
        practices, occasions = shelf.practices(*ends), shelf.occasions(*ends)
        boundaries = [each for each in occasions if each.kind is ThingKind.BOUNDARY]
        patterns = [each for each in occasions if each.kind is ThingKind.PATTERN]
        steps = shelf.steps(*ends)
        helped = _helped(looking_back.exercises(self.workspace, span))
        not_safe = _not_safe(looking_back.count_not_safe(self.workspace), has_any=bool(boundaries))
        held = [*_items(boundaries), *not_safe]
        items = [*_items(practices), *held, *_items(patterns), *helped]
        if steps.done or steps.added or steps.open:
            group: Part = (f"{'Steps':<{_GROUP_WIDTH}}", "primary")
            items.append(Item(_STEPS, (group, (steps.words, "text"))))
        self.rows.show_anew(Listed(items))

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open what is marked; exercises lead to what helped, and steps to where they stand."""
        item = self.rows.row
        if item is not None and item.key.startswith(_EXERCISE):
            self.app.open_helped()
        elif item is not None and item.key == _NOT_SAFE:
            self.app.open_support()
        elif item is not None and item.key == _STEPS:
            self.app.switch_mode("goals")
        else:
            self.open_item(item)


class MeasuresSection(Section):
    """What measures came to, with their bands, and the notice that each is shown with."""

    NAME = "Measures"

    rows: getters.query_one[Rows[Item]] = getters.query_one("#results", Rows)
    notice = getters.query_one("#notice", Static)

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay the results over the notice of the one that is marked."""
        yield Rows[Item](
            draw_item,
            key=key_of,
            row_height=3,
            id="results",
            indent=4,
            opens="Open",
            empty="No measure was filled in in these days. m has them, for when a number helps.",
        )
        with VerticalScroll(can_focus=False, classes="small-print"):
            yield Static(id="notice", markup=False)

    def show(self, span: Span) -> None:
        """Show the results of a range of days."""
        told = self.workspace.looking_back.measures(span.first, span.last)
        self._notices = {each.measure: each.notice for each in told}
        self.rows.show_anew(Listed([self._item(each) for each in told]))
        self.show_notice()

    def _item(self, told: MeasureTold) -> Item:
        today, latest = self.workspace.today, told.results[0]
        day = dates.short_day(latest.day, today)
        before = told.before_words(today)
        under = f"{latest.words}   before: {before}" if before else latest.words
        return Item(
            told.measure,
            ((told.title, "strong"),),
            ((f"{counted(told.count, 'result')}, {day}", "muted"),),
            ((under, "text"),),
            latest.n,
            ThingKind.RESULT,
        )

    @on(Rows.Marked)
    def show_notice(self) -> None:
        """Show the notice of the measure that is marked."""
        item = self.rows.row
        self.notice.update(clean(self._notices.get(item.key, "")) if item else "")

    @on(Rows.Chosen)
    def open(self) -> None:
        """Open the latest result of the measure that is marked."""
        self.open_item(self.rows.row)


def _helped(exercises: Sequence[Helped]) -> list[Item]:
    """Return what was said around exercises as rows, the first under their name."""
    return [
        Item(
            f"{_EXERCISE}{each.exercise}",
            ((f"{'' if i else 'Exercises':<{_GROUP_WIDTH}}", "primary"), (each.title, "text")),
            ((counted(each.sittings, "record"), "muted"),),
            ((f"{'':<{_GROUP_WIDTH}}{exercise_words(each)}", "muted"),),
        )
        for i, each in enumerate(exercises)
    ]


def _not_safe(count: int, *, has_any: bool) -> list[Item]:
    """Return the row that leads to support where a boundary is not safe to hold now."""
    if not count:
        return []
    group = "" if has_any else _GROUPS[ThingKind.BOUNDARY]
    words = f"{count} not safe to hold now"
    under = f"{'':<{_GROUP_WIDTH}}Nothing asks after it. ! shows people to turn to."
    parts: tuple[Part, ...] = ((f"{group:<{_GROUP_WIDTH}}", "primary"), (words, "text"))
    return [Item(_NOT_SAFE, parts, (), ((under, "muted"),))]


def _items(tallies: Sequence[Tally]) -> list[Item]:
    """Return tallies of one kind as rows, the first under the name of the kind."""
    items = []
    for i, each in enumerate(tallies):
        group = f"{_GROUPS[each.kind] if not i else '':<{_GROUP_WIDTH}}"
        items.append(
            Item(
                str(each.n),
                ((group, "primary"), (each.title, "text")),
                ((counted(each.records, "record"), "muted"),),
                ((f"{'':<{_GROUP_WIDTH}}{each.words}", "muted"),),
                each.n,
                each.kind,
            )
        )
    return items
