"""The month: its signs, its keys, and where a click leads."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest
from textual.app import App, ComposeResult

from integrate_tui.core.thing import DayKept
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.calendar import BOTH, LIVED, PAGES, SMALL, Calendar

TODAY = date(2026, 11, 22)
KEPT = {
    date(2026, 11, 3): DayKept(date(2026, 11, 3), entries=2),
    date(2026, 11, 9): DayKept(date(2026, 11, 9), check_ins=1),
    date(2026, 11, 10): DayKept(date(2026, 11, 10), other=1),
    date(2026, 11, 22): DayKept(date(2026, 11, 22), entries=1, check_ins=3),
}


class SomeDays:
    """A month with a few days in it."""

    def kept(self, first: date, last: date) -> Mapping[date, DayKept]:
        return {day: kept for day, kept in KEPT.items() if first <= day <= last}

    def lived(self) -> Collection[date]:
        return {date(2026, 11, 17)}

    def beside(self, day: date, by: int) -> date | None:
        later = sorted(each for each in KEPT if each > day)
        earlier = sorted(each for each in KEPT if each < day)
        found = later[:1] if by > 0 else earlier[-1:]
        return found[0] if found else None


class MonthApp(App[None]):
    """A calendar alone."""

    def __init__(self, day: date = TODAY) -> None:
        super().__init__()
        self.calendar = Calendar(SomeDays(), day, TODAY)
        self.chosen: list[date] = []
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        yield self.calendar

    def on_mount(self) -> None:
        self.calendar.focus()

    def on_calendar_chosen(self, event: Calendar.Chosen) -> None:
        self.chosen.append(event.day)

    def lines(self) -> list[str]:
        height = self.calendar.size.height
        return [self.calendar.render_line(y).text.rstrip() for y in range(height)]


async def test_weeks_begin_on_monday_and_every_sign_stands_by_its_day():
    app = MonthApp()
    async with app.run_test(size=(60, 20)):
        assert app.lines() == [
            "  <  November 2026  >",
            "  Mo   Tu   We   Th   Fr   Sa   Su",
            "                                 1".rstrip(),
            f"   2    3{PAGES}   4    5    6    7    8",
            f"   9{SMALL}  10{SMALL}  11   12   13   14   15",
            f"  16  {LIVED}17   18   19   20   21 [ 22{BOTH}]",
            "  23   24   25   26   27   28   29",
            "  30",
        ]


async def test_today_can_be_told_from_other_days_without_colour():
    app = MonthApp(date(2026, 11, 20))
    async with app.run_test(size=(60, 20)):
        segments = list(app.calendar.render_line(5))
        lined = [segment.text for segment in segments if segment.style and segment.style.underline]
        assert lined == ["22"]


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (["left"], date(2026, 11, 21)),
        (["h", "k"], date(2026, 11, 14)),
        (["l"], date(2026, 11, 23)),
        (["down"], date(2026, 11, 29)),
        (["j", "j"], date(2026, 12, 6)),
        (["pageup"], date(2026, 10, 22)),
        (["pagedown", "pagedown", "pagedown"], date(2027, 2, 22)),
        (["left_square_bracket"], date(2026, 11, 10)),
        (["left_square_bracket"] * 9, date(2026, 11, 3)),
        (["pageup", "right_square_bracket"], date(2026, 11, 3)),
        (["pageup", "home"], TODAY),
    ],
)
async def test_keys_go_by_days_weeks_months_and_days_that_have_something(
    keys: list[str], day: date
):
    app = MonthApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        assert app.calendar.day == day


async def test_enter_and_a_click_choose_a_day():
    app = MonthApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("up", "enter")
        await pilot.click(Calendar, offset=(8, 3))
        await pilot.pause()
        assert app.chosen == [date(2026, 11, 15), date(2026, 11, 3)]


async def test_a_click_beside_the_name_turns_to_another_month():
    app = MonthApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(Calendar, offset=(2, 0))
        assert app.calendar.day == date(2026, 10, 22)
        await pilot.click(Calendar, offset=(20, 0))
        assert app.calendar.day == date(2026, 11, 22)
        assert app.chosen == []


async def test_a_click_on_nothing_chooses_nothing():
    app = MonthApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(Calendar, offset=(2, 2))
        assert app.chosen == []


async def test_the_calendar_ends_where_dates_do():
    app = MonthApp(date.max)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("right", "pagedown", "left")
        assert app.calendar.day == date(9999, 12, 30)
