"""Journal: everything that was written, by day, with its calendar and the search over it."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import events, getters, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from integrate_tui.core.narrowing import Reader
from integrate_tui.core.search import Hit
from integrate_tui.core.thing import Brief
from integrate_tui.looking import reader
from integrate_tui.tui.modals.month import MonthSheet
from integrate_tui.tui.once import one_at_a_time
from integrate_tui.tui.reading import preview
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.journal_keys import KEYS
from integrate_tui.tui.screens.journal_list import (
    EDITED,
    AllDays,
    Found,
    JournalDays,
    day_beside,
    draw_hit,
    like_today,
    number_of,
)
from integrate_tui.tui.screens.narrowing import ask_for_chip
from integrate_tui.tui.screens.on_this_day import OnThisDayScreen
from integrate_tui.tui.screens.tags import TagsScreen
from integrate_tui.tui.widgets.calendar import Calendar
from integrate_tui.tui.widgets.lines import Lines
from integrate_tui.tui.widgets.preview import Preview
from integrate_tui.tui.widgets.rows import Look, Rows
from integrate_tui.tui.widgets.search_bar import SearchBar, SearchField

_COUNTED_AFTER = 0.15
"""Seconds after the last key of a search at which everything it finds is counted."""
_AWAY = "-away"
_EMPTY = "Nothing here yet. w begins a page, c checks in."
_NOTHING_FOUND = "Nothing like this here. Fewer words may find it; esc takes the search back."


class JournalPlace(Place):
    """Everything that was written, newest first."""

    MODE = "journal"
    AUTO_FOCUS = "#rows"
    HELP = (
        "Everything you wrote, newest first. / searches as you type; tag: feeling: guide: stage: "
        "since: until: experience: kind: and is:starred narrow it, and f lists them."
    )
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    heading = getters.query_one("#heading", Lines)
    bar = getters.query_one("#bar", SearchBar)
    search = getters.query_one("#search", SearchField)
    rows: getters.query_one[Rows[Hit]] = getters.query_one("#rows", Rows)
    calendar = getters.query_one("#calendar", Calendar)
    past = getters.query_one("#on-this-day", Lines)

    _found: Found | None = None
    """What the search finds, None where nothing is asked for."""
    _reader: Reader | None = None
    _counter: Timer | None = None
    _left_at: Hit | None = None
    """What was marked when a search began."""

    def body(self) -> Iterable[Widget]:
        """Lay out the search, the days and, where there is room, the month and what is marked."""
        today = self._today = self.workspace.today
        self._days = JournalDays(self.workspace)
        yield Lines(id="heading", classes="place-heading")
        yield SearchBar(self._known, id="bar", classes=_AWAY)
        with Horizontal(id="journal"):
            yield Rows[Hit](self._draw, key=number_of, id="rows", indent=4, empty=_EMPTY)
            with Vertical(id="beside"):
                yield Calendar(self._days, today, today, id="calendar")
                yield Preview(self._preview, id="preview")
        yield Lines(id="on-this-day", classes=_AWAY)

    @property
    def is_searching(self) -> bool:
        """Whether there is a line to search in."""
        return not self.bar.has_class(_AWAY)

    def offers(self, action: str) -> bool:
        """Offer the keys that fit what is marked."""
        hit = self.rows.row
        if action == "clear":
            return self.is_searching or self.calendar.has_focus
        if action == "edit":
            return hit is not None and hit.brief.kind in EDITED
        if action == "delete":
            return hit is not None
        if action in ("filter", "month"):
            return self.rows.count > 0 or self._found is not None
        if action == "on_this_day":
            return not self.past.has_class(_AWAY)
        return super().offers(action)

    def reload(self) -> None:
        """Read the journal anew, with the same row marked."""
        self._reader = None
        self._days.forget()
        self._today = self.calendar.today = self.workspace.today
        self.bar.read_anew()
        self._show(is_same=True)
        self.calendar.reload()
        self.call_after_refresh(self._show_like_today)

    def show_day(self, day: date) -> None:
        """Mark the first row of a day, or of the next day before it that has any."""
        newer_than = self._found.newer_than if self._found else self.workspace.journal.newer_than
        self.rows.begin_at(newer_than(day))
        self.rows.focus()

    def show_thing(self, n: int | None) -> None:
        """Mark a thing, if there is one and it stands in the journal."""
        if n is not None:
            self._end_search()
            self._show(self.workspace.journal.offset_of(n))

    def look_for(self, typed: str) -> None:
        """Look for what one would type in the search."""
        self._show_bar()
        self.bar.put(typed)
        self.rows.focus()

    def _show(self, cursor: int = 0, *, is_same: bool = False) -> None:
        query = self.bar.wanted
        self._found = None if query.is_empty else Found(self.workspace, query)
        if is_same and self._found is not None:
            self._found.finish()
        self.rows.empty = _NOTHING_FOUND if self._found else _EMPTY
        source = self._found or AllDays(self.workspace)
        marked = self.rows.row
        if is_same and marked is not None and self._found is None:
            self.rows.show_anew(source, self.workspace.journal.offset_of(marked.brief.n))
        elif is_same:
            self.rows.show_anew(source)
        else:
            self.rows.show(source, cursor)
        if self._found is None:
            words = f"{self.rows.count} kept" if self.rows.count else ""
            self.heading.show([[(self.workspace.phase().words, "muted")]], [[(words, "muted")]])
        self.bar.say(self._found.words if self._found else "")
        self._count_soon()

    def _count_soon(self) -> None:
        """Count what is found once no more keys come."""
        if self._counter is not None:
            self._counter.stop()
        self._counter = None
        if self._found is not None and not self._found.is_counted:
            self._counter = self.set_timer(_COUNTED_AFTER, self._count)

    def _count(self) -> None:
        if self._found is not None:
            self.app.attempt(self._found.finish)
            self.rows.reload()
            self.bar.say(self._found.words)

    def _show_like_today(self) -> None:
        """Say quietly that something was written on days like today, where it was."""
        found = self._from_days_like_today()
        self.past.set_class(not found or self.is_searching, _AWAY)
        self.past.show([like_today(found, self._today)], [[("o", "key"), ("  Read", "muted")]])
        self.refresh_bindings()

    def _from_days_like_today(self) -> list[Brief]:
        found = self.app.attempt(lambda: self.workspace.journal.on_this_day(self._today))
        return found or []

    def _draw(self, hit: Hit, above: Hit | None, width: int) -> Look:
        return draw_hit(hit, above, width, self._today)

    def _known(self) -> Reader:
        """Return what the chips may name, looked up once until something is written."""
        if self._reader is None:
            self._reader = reader(self.workspace)
        return self._reader

    @on(SearchBar.Changed)
    def show_found(self) -> None:
        """Show what is looked for now."""
        self.app.attempt(self._show)
        self.refresh_bindings()

    @on(Input.Submitted, "#search")
    def go_to_hits(self) -> None:
        """Go from the words to what was found."""
        self.rows.focus()

    @on(Rows.Marked)
    def show_marked(self) -> None:
        """Show what is marked, and its day, where there is room for it."""
        self.refresh_bindings()
        hit = self.rows.row
        if not self.calendar.has_focus:
            self.calendar.day = hit.brief.moment.day if hit else self._today
        if self.has_class("-wide"):
            self.query_one(Preview).follow()

    def _preview(self) -> Content:
        hit = self.rows.row
        if self.app.veiled_today:
            return Content("")
        found = hit and self.app.attempt(
            lambda: preview(self.workspace, hit.brief.n, hit.brief.kind)
        )
        return found or Content("")

    def on_resize(self) -> None:
        """Show what is marked once there is room for it."""
        self.call_after_refresh(self.show_marked)

    @on(Rows.Chosen)
    def open(self) -> None:
        """Read what was chosen."""
        hit = self.rows.row
        if hit is not None:
            self.app.open_thing(hit.brief.n, hit.brief.kind, self._turn)

    def _turn(self, by: int) -> Brief | None:
        """Mark the row before (-1) or after (1) the marked one; return it, None at an end."""
        hit = self.rows.row_at(self.rows.cursor + by)
        if hit is None:
            return None
        self.rows.move_to(self.rows.cursor + by)
        return hit.brief

    @on(Calendar.Chosen)
    def go_to_day(self, event: Calendar.Chosen) -> None:
        """Go to the day that was chosen."""
        self.show_day(event.day)

    @on(events.Click, "#on-this-day")
    def open_like_today(self) -> None:
        """Show what was written on days like today."""
        self.action_on_this_day()

    def action_search(self) -> None:
        """Begin a search."""
        self._show_bar()
        self.search.focus()
        self.refresh_bindings()

    def _show_bar(self) -> None:
        if not self.is_searching:
            self._left_at = self.rows.row
        self.bar.remove_class(_AWAY)
        self.past.add_class(_AWAY)

    def action_clear(self) -> None:
        """Go back from the calendar, or take back one thing that is looked for, or all of it.

        The list shows what was marked before, or what was found if one went there.
        """
        if self.calendar.has_focus:
            self.rows.focus()
        elif not self.bar.widen():
            hit = self.rows.row if self.rows.has_focus else self._left_at
            is_search = self._found is not None
            self._end_search()
            if is_search:
                self._show(self.workspace.journal.offset_of(hit.brief.n) if hit else 0)
            self._show_like_today()

    def _end_search(self) -> None:
        self.bar.clear()
        self.bar.add_class(_AWAY)
        self.rows.focus()
        self.refresh_bindings()

    @work
    @one_at_a_time
    async def action_filter(self) -> None:
        """Choose what to narrow the list down by."""
        chip = await ask_for_chip(self.app, self._known())
        if chip is not None:
            self._show_bar()
            self.bar.add(*chip)

    @work
    @one_at_a_time
    async def action_month(self) -> None:
        """Go to the calendar, or show it where there is no room for it beside the list."""
        if self.calendar.has_focus:
            self.rows.focus()
            return
        hit = self.rows.row
        self.calendar.day = hit.brief.moment.day if hit else self._today
        if self.calendar.is_on_screen:
            self.calendar.focus()
            return
        sheet = MonthSheet(self._days, self.calendar.day, self._today)
        day = await self.app.push_screen_wait(sheet)
        if day is not None:
            self.show_day(day)

    @work
    @one_at_a_time
    async def action_tags(self) -> None:
        """Show all tags, and filter by the one that is chosen."""
        chip = await self.app.push_screen_wait(TagsScreen())
        if chip is not None:
            self._show_bar()
            self.bar.add(*chip)

    def action_on_this_day(self) -> None:
        """Show what was written on days like today."""
        self.app.push_screen(OnThisDayScreen(self._from_days_like_today()))

    def action_day(self, by: int) -> None:
        """Mark the first row of the day before or after."""
        self.rows.move_to(day_beside(self.rows, by))

    def action_edit(self) -> None:
        """Change what is marked."""
        hit = self.rows.row
        if hit is not None:
            self.app.edit_thing(hit.brief.n, hit.brief.kind)

    @work
    async def action_delete(self) -> None:
        """Put what is marked into the trash."""
        hit = self.rows.row
        if hit is None:
            return
        await self.app.put_in_trash(hit.brief.n, f"Delete the {hit.brief.kind.word}")
        self.reload()

    def action_trash(self) -> None:
        """Show the trash; what is taken out of it is marked."""
        self.app.open_trash(self.show_thing)
