"""The calendar of the journal: beside the list, or as a sheet."""

from integrate_tui import keeping
from integrate_tui.tui.modals.month import MonthSheet
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.journal_list import JournalDays
from integrate_tui.tui.widgets.calendar import Calendar
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, press, settle, shown, type_text
from tests.tui.journal import titles


async def test_the_list_moves_the_calendar_and_a_day_is_gone_to(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (120, 40), "2", "end") as pilot:
        place = shown(pilot, JournalPlace)
        first = place.rows.row
        assert first is not None
        assert place.calendar.day == first.brief.moment.day
        await press(pilot, "home", "m")
        assert place.calendar.has_focus
        await press(pilot, "left_square_bracket", "left_square_bracket", "enter")
        assert place.rows.has_focus
        marked = place.rows.row
        assert marked is not None
        assert marked.brief.moment.day == place.calendar.day
        above = place.rows.row_at(place.rows.cursor - 1)
        assert above is not None
        assert above.brief.moment.day > marked.brief.moment.day


async def test_the_calendar_is_left_as_it_was_come_to(lived_in: Workspace, running: Running):
    async with running(lived_in, (120, 40), "2", "m") as pilot:
        place = shown(pilot, JournalPlace)
        await press(pilot, "escape")
        assert place.rows.has_focus
        await press(pilot, "m", "m")
        assert place.rows.has_focus


async def test_where_there_is_no_room_the_calendar_is_a_sheet(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (80, 24), "2", "m") as pilot:
        sheet = shown(pilot, MonthSheet)
        day = sheet.query_one(Calendar).day
        await press(pilot, "left_square_bracket", "enter")
        marked = shown(pilot, JournalPlace).rows.row
        assert marked is not None
        assert marked.brief.moment.day < day
        await press(pilot, "m", "escape")
        assert shown(pilot, JournalPlace).rows.row == marked


async def test_a_click_on_a_day_goes_there(lived_in: Workspace, running: Running):
    async with running(lived_in, (120, 40), "2") as pilot:
        place = shown(pilot, JournalPlace)
        day = JournalDays(lived_in).beside(place.calendar.day, -1)
        assert day is not None
        cells = ((x, y) for y in range(8) for x in range(2, 36, 5))
        offset = next(each for each in cells if place.calendar.day_at(*each) == day)
        await pilot.click(Calendar, offset=offset)
        await settle(pilot)
        assert place.rows.row is not None
        assert place.rows.row.brief.moment.day == day


async def test_a_day_is_gone_to_within_a_search(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for i in range(6):
        keeping.keep_page(workspace, f"river {i}" if i % 2 == 0 else f"stone {i}")
        clock.advance(days=1)
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "river")
        place = shown(pilot, JournalPlace)
        place.show_day(workspace.today.replace(day=workspace.today.day - 3))
        await settle(pilot)
        assert titles(pilot) == ["river 4", "river 2", "river 0"]
        assert place.rows.row is not None
        assert place.rows.row.brief.title == "river 2"


async def test_the_days_beside_one_are_those_that_have_something(
    workspace: Workspace, clock: FakeClock
):
    days = []
    for gap in (1, 9, 40):
        keeping.keep_note(workspace, "a light")
        days.append(workspace.today)
        clock.advance(days=gap)
    known = JournalDays(workspace)
    assert known.beside(days[1], -1) == days[0]
    assert known.beside(days[1], 1) == days[2]
    assert known.beside(days[0], -1) is None
    assert known.beside(days[2], 1) is None
    assert known.beside(workspace.today, -1) == days[2]
