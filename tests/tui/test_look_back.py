"""Look back: its pages, its ranges, and where its rows lead."""

import sys
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from integrate_tui import keeping
from integrate_tui.core import dates, trends
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.spans import SpanName
from integrate_tui.tui.screens.helped import HelpedScreen
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.screens.look_back_counts import FeelingsSection, WordsSection
from integrate_tui.tui.screens.look_back_doing import DoingSection
from integrate_tui.tui.screens.look_back_year import YearSection
from integrate_tui.tui.screens.on_this_day import OnThisDayScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.widgets.plot import Plot
from integrate_tui.tui.widgets.squares import Squares
from integrate_tui.tui.widgets.strips import SpanStrip, WordStrip
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report, a_sitting, some_feelings
from tests.tui.conftest import Running, drawn, press, said, settle, shown

USUAL = (80, 24)
NEXT, BEFORE = "right_square_bracket", "left_square_bracket"


def place(pilot: Pilot[int]) -> LookBackPlace:
    return shown(pilot, LookBackPlace)


def check_in(workspace: Workspace, days: int, **numbers: int) -> None:
    at = workspace.moment(workspace.now - timedelta(days=days))
    ratings = [a_rating(name, value) for name, value in numbers.items()]
    workspace.checkins.add(a_report(*ratings), at)


async def test_lines_are_drawn_with_their_words_and_the_experiences(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, USUAL, "7") as pilot:
        seen = drawn(pilot)
        assert "The third one" in seen
        assert "check-ins, between" in seen
        assert "25 October to" in seen or "24 October to" in seen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_where_nothing_was_said_that_is_said_once(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size, "7") as pilot:
        assert drawn(pilot).count("No numbers in these days") == 1
        assert not place(pilot).lines.plot.display
        assert not place(pilot).lines.days.is_on_screen
        await press(pilot, "d")
        assert place(pilot).lines.rows.has_focus
        assert "No numbers in these days" in drawn(pilot)


async def test_a_line_is_hidden_and_shown_again(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        assert "mood" in place(pilot).lines.shown
        await press(pilot, "enter")
        assert "mood" not in place(pilot).lines.shown
        await press(pilot, "enter")
        assert "mood" in place(pilot).lines.shown


async def test_a_line_is_hidden_with_the_mouse(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        await pilot.click("#strands", offset=(6, 1))
        await pilot.click("#strands", offset=(6, 1))
        await settle(pilot)
        assert place(pilot).lines.shown == {"mood", "clarity"}


async def test_the_table_shows_the_mean_of_each_day_and_what_it_rests_on(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, USUAL, "7", "d") as pilot:
        day = place(pilot).lines.days.row
        assert day is not None
        (mean,) = lived_in.checkins.means(("mood",), day, day)
        line = next(
            line
            for line in drawn(pilot).splitlines()
            if dates.short_day(day, lived_in.today) in line
        )
        assert f"{trends.number(mean.mean)} ({mean.count})" in line
        await press(pilot, "d")
        assert not place(pilot).lines.is_by_day


async def test_ranges_are_taken_by_key_and_go_round(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        found = []
        for _ in range(4):
            span = place(pilot).span
            assert span is not None
            found.append(span.name)
            await press(pilot, "s")
        assert found == [SpanName.MONTH, SpanName.EXPERIENCE, SpanName.ALL, SpanName.WEEK]
        await press(pilot, "S")
        assert place(pilot).span.name is SpanName.WEEK  # type: ignore[union-attr]  # just read


async def test_arrows_go_to_earlier_days_and_back(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        now = place(pilot).span
        await press(pilot, "left")
        earlier = place(pilot).span
        assert now is not None
        assert earlier is not None
        assert earlier.last == now.first - timedelta(days=1)
        await press(pilot, "left", "left", "left", "right", "right", "right", "right")
        assert place(pilot).span == now


async def test_a_range_and_earlier_days_by_mouse(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        await pilot.click("#spans", offset=(1, 0))
        await settle(pilot)
        week = place(pilot).span
        assert week is not None
        assert week.name is SpanName.WEEK
        strip = pilot.app.screen.query_one("#spans", SpanStrip)
        right = drawn(pilot).splitlines()[strip.region.y].index("\u25c2") - strip.region.x
        await pilot.click("#spans", offset=(right, 0))
        await settle(pilot)
        earlier = place(pilot).span
        assert earlier is not None
        assert earlier.last < week.first


async def test_pages_by_keys_go_round(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        names = []
        for _ in range(7):
            names.append(place(pilot).page.NAME)
            await press(pilot, NEXT)
        assert names == ["Lines", "Feelings", "Balance", "Doing", "Measures", "Year", "Words"]
        assert place(pilot).page.NAME == "Lines"
        await press(pilot, BEFORE)
        assert place(pilot).page.NAME == "Words"


async def test_pages_by_mouse(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7") as pilot:
        strip = pilot.app.screen.query_one("#sections", WordStrip)
        line = drawn(pilot).splitlines()[strip.region.y]
        await pilot.click("#sections", offset=(line.index("Doing") - strip.region.x + 1, 0))
        await settle(pilot)
        assert isinstance(place(pilot).page, DoingSection)
        assert "Walk after coffee" in drawn(pilot)


async def test_feelings_are_on_the_plane_and_lead_into_the_journal(
    workspace: Workspace, running: Running
):
    for _ in range(2):
        report = a_report(some_feelings("calm", families=["Settled"]))
        workspace.checkins.add(report, workspace.moment())
    async with running(workspace, USUAL, "7", NEXT) as pilot:
        assert isinstance(place(pilot).page, FeelingsSection)
        seen = drawn(pilot)
        assert "2 words in 2 records" in seen
        assert "more energy" in seen
        await press(pilot, "enter")
        await settle(pilot)
        journal = shown(pilot, JournalPlace)
        assert journal.bar.wanted.feelings == ("calm",)
        assert journal.rows.count == 2


async def test_a_domain_leads_to_what_carries_its_tag(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "The garden", tags=["garden"])
    async with running(workspace, USUAL, "7", NEXT, NEXT) as pilot:
        assert "1 record" in drawn(pilot)
        await press(pilot, "enter")
        assert said(pilot) == ["No tag of yours is about mind yet."]
        await press(pilot, "end", "enter")
        await settle(pilot)
        assert shown(pilot, JournalPlace).bar.wanted.tags == ("garden",)


async def test_boundaries_are_told_as_counts_and_open(workspace: Workspace, running: Running):
    n = workspace.boundaries.add(Boundary("No calls after nine"), workspace.moment()).n
    for how in (How.HELD, How.HELD, How.BENT):
        workspace.occasions.add(Occasion(n, how), workspace.moment())
    async with running(workspace, USUAL, "7", NEXT, NEXT, NEXT) as pilot:
        seen = drawn(pilot)
        assert "held 2, bent 1" in seen
        assert "3 records" in seen
        await press(pilot, "enter")
        shown(pilot, ReaderScreen)


async def test_exercises_are_told_over_the_range_and_lead_to_all_of_it(
    workspace: Workspace, running: Running
):
    for _ in range(3):
        workspace.sittings.add(a_sitting(before=6, after=4), workspace.moment())
    async with running(workspace, USUAL, "7", NEXT, NEXT, NEXT) as pilot:
        assert "usually 6 before and 4 after, over 3 times" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, HelpedScreen)


async def test_the_year_leads_to_a_day(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", BEFORE, BEFORE) as pilot:
        assert isinstance(place(pilot).page, YearSection)
        squares = pilot.app.screen.query_one(Squares)
        await press(pilot, "up", "left")
        assert squares.day == lived_in.today - timedelta(days=8)
        await press(pilot, "enter")
        await settle(pilot)
        shown(pilot, JournalPlace)


async def test_the_year_goes_back_as_far_as_one_likes(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", BEFORE, BEFORE) as pilot:
        squares = pilot.app.screen.query_one(Squares)
        await press(pilot, "pageup", "pageup")
        assert squares.first <= squares.day <= squares.last < lived_in.today
        assert "0 days with something" in drawn(pilot)
        await press(pilot, "end")
        assert squares.day == squares.last == lived_in.today


async def test_a_square_is_marked_with_the_mouse(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", BEFORE, BEFORE) as pilot:
        squares = pilot.app.screen.query_one(Squares)
        await pilot.click(Squares, offset=(5, 1))
        assert squares.day == squares.first


async def test_words_that_come_back_lead_into_the_journal(workspace: Workspace, running: Running):
    for _ in range(3):
        keeping.keep_page(workspace, "The kettle again", tags=["home"])
    async with running(workspace, USUAL, "7", BEFORE) as pilot:
        assert isinstance(place(pilot).page, WordsSection)
        seen = drawn(pilot)
        assert "3  kettle" in seen
        assert "3  #home" in seen
        await press(pilot, "enter")
        await settle(pilot)
        assert shown(pilot, JournalPlace).rows.count == 3


async def test_an_empty_journal_is_spoken_of_kindly(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "7") as pilot:
        assert "No numbers in these days. c checks in." in drawn(pilot)
        for _ in range(7):
            await press(pilot, "left", "s", NEXT)
        assert place(pilot).span is not None


async def test_little_is_spoken_of_kindly(workspace: Workspace, running: Running):
    for days in range(3):
        check_in(workspace, days, mood=5)
    async with running(workspace, USUAL, "7") as pilot:
        assert "Three records so far. A line needs a few more days." in drawn(pilot)


async def test_numbers_of_guides_are_in_the_list(workspace: Workspace, running: Running):
    check_in(workspace, 0, pain=4)
    async with running(workspace, USUAL, "7") as pilot:
        assert "1 check-in, 4" in drawn(pilot)
        assert "pain" in place(pilot).lines.shown


async def test_an_old_line_is_opened(workspace: Workspace, running: Running):
    at = workspace.moment(workspace.now - timedelta(days=40))
    workspace.fragments.add(Fragment("The lake was not cold"), at)
    async with running(workspace, USUAL, "7", "l") as pilot:
        shown(pilot, ReaderScreen)
        assert "The lake was not cold" in drawn(pilot)


async def test_without_an_old_line_it_says_so(workspace: Workspace, running: Running):
    async with running(workspace, USUAL, "7", "l") as pilot:
        assert "No old lines yet" in said(pilot)[0]


async def test_days_like_today_are_one_key_away(lived_in: Workspace, running: Running):
    async with running(lived_in, USUAL, "7", "o") as pilot:
        shown(pilot, OnThisDayScreen)


async def test_letters_are_drawn_where_those_are_wanted(lived_in: Workspace, running: Running):
    lived_in.settings.set("symbols", "ascii")
    async with running(lived_in, USUAL, "7") as pilot:
        plot = pilot.app.screen.query_one(Plot)
        lines = drawn(pilot).splitlines()[plot.region.y : plot.region.bottom]
        assert not [char for line in lines for char in line if "\u2800" <= char <= "\u28ff"]
        assert any("oo" in line for line in lines)


@pytest.mark.parametrize("size", [(60, 20), (60, 16), (120, 40)])
async def test_every_page_fits_every_size(
    lived_in: Workspace, running: Running, size: tuple[int, int]
):
    lived_in.experiences.add(Experience("A name that is rather long"), lived_in.moment())
    async with running(lived_in, size, "7", "d", "d") as pilot:
        for _ in range(7):
            lines = drawn(pilot).splitlines()
            assert len(lines) == size[1]
            await press(pilot, NEXT)


async def test_today_pays_nothing_for_plots(lived_in: Workspace, running: Running):
    for name in [name for name in sys.modules if name.partition(".")[0] == "plotext"]:
        del sys.modules[name]
    sys.modules.pop("integrate_tui.tui.widgets.plotting", None)
    async with running(lived_in, USUAL) as pilot:
        assert "plotext" not in sys.modules
        await press(pilot, "7")
        assert "plotext" in sys.modules
