"""Experiences: the timeline, the page of one, its series, then and now."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from textual.widgets import Input, Static

from integrate_tui import afterwards, sessions
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight
from integrate_tui.core.series import Series
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.tui.modals.ask import Ask
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.screens.experience_page import ExperienceScreen
from integrate_tui.tui.screens.experiences import ExperiencesPlace
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.series_page import SeriesScreen
from integrate_tui.tui.screens.then_and_now import ThenAndNowScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text


@pytest.fixture
def six(workspace: Workspace) -> Workspace:
    """A series of six (1) with sessions 13, 9 and 5 days ago (2, 3 and 4)."""
    found = workspace.series.add(Series("Six in three weeks", 6), workspace.moment())
    for days, carry in ((13, "Music softer."), (9, "A window open."), (5, "")):
        moment = workspace.moment(workspace.now - timedelta(days=days))
        value = Experience("", "ketamine", timed=True, setting="clinic", carry=carry)
        sessions.add_experience(workspace, value, moment, part_of=found.n)
    return workspace


async def fill(pilot, field: str, words: str) -> None:
    """Put words into a field of the form that is shown, and keep it."""
    form = shown(pilot, Form)
    form.query_one(f"#{field}", Input).value = words
    await press(pilot, "ctrl+n")
    for _ in range(50):  # on a machine that has much else to do
        if pilot.app.screen is not form or form.query_one("#fault", Static).content:
            break
        await settle(pilot)


async def test_the_timeline_says_which_session_each_is(six: Workspace, running: Running):
    async with running(six, (80, 24), "6") as pilot:
        page = drawn(pilot)
        assert "Settling · day 5 after session 3 of 6" in page
        assert page.index("session 3 of 6 ·") < page.index("session 1 of 6 ·")


async def test_one_is_added_changed_and_taken_back(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "6", "a") as pilot:
        shown(pilot, Form).query_one("#carry", Input).value = "Softer."
        await fill(pilot, "when", "1900-01-01")
        (thing,) = workspace.experiences.all()
        assert (thing.moment.day, thing.value.carry) == (date(1900, 1, 1), "Softer.")
        assert "1 Jan 1900" in drawn(pilot)
        await press(pilot, "e")
        await fill(pilot, "name", "The lake")
        assert workspace.experiences.get(thing.n).value.name == "The lake"
        await press(pilot, "u", "u")
        assert workspace.experiences.count() == 0


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_what_then_and_now_asks_is_said_whole(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    moment = workspace.moment(workspace.now - timedelta(days=60))
    workspace.experiences.add(Experience("The lake"), moment)
    async with running(workspace, size, "6", "enter") as pilot:
        words = " ".join(drawn(pilot).split())
        assert "o then and now one question today, and then your first notes beside the" in words
        assert "the answer" in words


async def test_a_day_far_ahead_is_planned(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "6", "a") as pilot:
        await fill(pilot, "when", "9999-12-31")
        assert workspace.experiences.count() == 1
        await press(pilot, "enter")
        assert "31 December 9999" in drawn(pilot)


async def test_a_change_keeps_lines_that_a_form_cannot_show(workspace: Workspace, running: Running):
    value = Experience("The lake", notes="one\ntwo")
    n = workspace.experiences.add(value, workspace.moment()).n
    async with running(workspace, (80, 24), "6", "e") as pilot:
        await fill(pilot, "name", "Lake")
        assert workspace.experiences.get(n).value.notes == "one\ntwo"


async def test_a_page_has_the_hours_and_what_came_of_it(six: Workspace, running: Running):
    thing = six.experiences.get(4)
    for hours, mood in ((-3, 3), (4, 6), (30, 7), (96, 3)):
        moment = six.moment(thing.moment.at + timedelta(hours=hours))
        six.checkins.add(a_report(a_rating("mood", mood)), moment)
    afterwards.add_fragment(six, 4, Fragment("a door"), thing.moment.at + timedelta(hours=4))
    page = six.entries.add(Entry("The kettle"), six.moment()).n
    six.links.set(page, 4, Role.ABOUT)
    insight = six.insights.add(Insight("I can wait"), six.moment()).n
    six.links.set(insight, page, Role.CAME_FROM)
    async with running(six, (100, 60), "6", "enter") as pilot:
        assert shown(pilot, ExperienceScreen).plot.display
        text = drawn(pilot)
        assert "session 3 of 6, Six in three weeks" in text
        assert "Brought along   A window open." in text
        assert "3 before it, first higher at +4 h with 6" in text
        assert "+4 h            a door" in text
        for words in ("Marks", "2 to 6 hours", "blank", "The kettle", "I can wait"):
            assert words in text
        assert not {"dose", "score", "another session"} & set(text.casefold().split())


async def test_without_numbers_there_is_no_plot(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "enter") as pilot:
        assert not shown(pilot, ExperienceScreen).plot.display


async def test_an_empty_page_says_how_to_begin(workspace: Workspace, running: Running):
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    async with running(workspace, (60, 20), "6", "enter") as pilot:
        assert "Nothing is said of it yet." in drawn(pilot)


async def test_a_fragment_a_breakthrough_and_what_followed(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "enter", "a") as pilot:
        shown(pilot, Form).query_one("#when", Input).value = "2026-11-18 00:00"
        await fill(pilot, "text", "a door")
        (fragment,) = six.fragments.all()
        assert "+4 h" in drawn(pilot)
        rows = shown(pilot, ExperienceScreen).rows
        places = [i for i in range(rows.count) if (row := rows.row_at(i)) and row.fragment]
        rows.move_to(places[0])
        await press(pilot, "f")
        shown(pilot, ExperienceScreen)  # it is no breakthrough yet
        await press(pilot, "b")
        assert six.fragments.get(fragment.n).value.breakthrough
        assert "a breakthrough" in drawn(pilot)
        await press(pilot, "f")
        shown(pilot, Ask)
        await type_text(pilot, "I called her")
        await press(pilot, "enter")
        (entry,) = six.entries.all()
        assert six.links.targets(entry.n, Role.CAME_FROM) == [fragment.n]
        await press(pilot, "b")
        assert not six.fragments.get(fragment.n).value.breakthrough


async def test_a_fragment_without_words_or_with_no_date_keeps_the_form_open(
    six: Workspace, running: Running
):
    async with running(six, (80, 24), "6", "enter", "a") as pilot:
        await fill(pilot, "when", "3/11/2026")
        assert "no words in it yet" in str(pilot.app.screen.query_one("#fault", Static).content)
        await fill(pilot, "text", "a door")
        assert "more than one way" in str(pilot.app.screen.query_one("#fault", Static).content)
        assert six.fragments.count() == 0


async def test_a_mark_is_written_about_its_own_session(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "down", "enter", "m", "enter") as pilot:
        screen = shown(pilot, WritingScreen)
        assert screen.purpose.about == 3


async def test_brackets_turn_to_the_session_before_and_after(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "enter", "left_square_bracket") as pilot:
        screen = shown(pilot, ExperienceScreen)
        assert screen.n == 3
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert screen.n == 4


async def test_the_first_notes_are_shown_once_todays_answer_is_written(
    workspace: Workspace, running: Running
):
    moment = workspace.moment(workspace.now - timedelta(days=90))
    lake = workspace.experiences.add(Experience("The lake"), moment).n
    first = workspace.entries.add(Entry(text="Everything was one."), moment).n
    workspace.links.set(first, lake, Role.ABOUT)
    async with running(workspace, (80, 24), "6", "enter", "o") as pilot:
        shown(pilot, WritingScreen)
        assert "Everything was one." not in drawn(pilot)
        await type_text(pilot, "A lake")
        await press(pilot, "ctrl+n")
        shown(pilot, ThenAndNowScreen)
        page = drawn(pilot)
        assert "Everything was one." in page
        assert "A lake" in page
        kept = workspace.entries.newest(1)[0]
        assert (kept.value.title, kept.value.text) == ("What is it to you today?", "A lake")
        assert workspace.links.targets(kept.n, Role.ABOUT) == [lake]
        assert workspace.drafts.all() == []
        await press(pilot, "escape")
        shown(pilot, ExperienceScreen)


async def test_an_answer_that_was_left_is_kept_as_a_draft_about_it(
    workspace: Workspace, running: Running
):
    moment = workspace.moment(workspace.now - timedelta(days=90))
    lake = workspace.experiences.add(Experience("The lake"), moment).n
    async with running(workspace, (80, 24), "6", "enter", "o") as pilot:
        await type_text(pilot, "A lake")
        await press(pilot, "escape")
        shown(pilot, ExperienceScreen)
        (draft,) = workspace.drafts.all()
        assert draft.title == "What is it to you today?"
        pilot.app.go_on_with(draft)  # type: ignore[attr-defined]  # the pilot knows any app
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        assert screen.purpose.about == lake
        assert screen.writing.replies[0].text == "A lake"


async def test_a_series_has_its_line_its_table_and_its_blanks(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s") as pilot:
        shown(pilot, SeriesScreen)
        page = drawn(pilot)
        assert "●──────●──────●──┊───◌──────◌──────◌" in page
        assert "a dot is a blank" in page
        assert "“Music softer.”" in page
        assert page.count("no day yet") == 3


async def test_sessions_are_planned_by_their_days(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "p") as pilot:
        await fill(pilot, "days", "2026-11-26 14:00, soonish")
        shown(pilot, Form)
        await fill(pilot, "days", "2026-11-26 14:00, 2026-12-01")
        assert "next session in 4 days" in drawn(pilot)
        assert six.experiences.count() == 5
        await press(pilot, "u")
        assert six.experiences.count() == 3


async def test_a_day_that_has_passed_is_not_planned(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "p") as pilot:
        await fill(pilot, "days", "1900-01-01")
        form = shown(pilot, Form)
        assert "Monday 1 January 1900 has passed" in str(form.query_one("#fault", Static).content)
        assert six.experiences.count() == 3


async def test_more_sessions_than_were_meant_are_said(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "p") as pilot:
        await fill(pilot, "days", "2026-12-01, 2026-12-02, 2026-12-03, 2026-12-04")
        assert said(pilot)[-1] == (
            "4 sessions planned. The series has 7 now, where 6 were meant. u takes it back."
        )


async def test_what_is_hoped_for_hangs_on_its_series(six: Workspace, running: Running):
    (series,) = six.series.all()
    async with running(six, (80, 24), "6", "s", "h") as pilot:
        await fill(pilot, "title", "Up before nine")
        assert "Up before nine" in drawn(pilot)
    (goal,) = six.goals.all()
    assert six.links.targets(goal.n, Role.FOR) == [series.n]


async def test_a_session_is_taken_out_and_put_in(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "x") as pilot:
        assert six.series.of(2) is None
        await press(pilot, "a")
        shown(pilot, Choose)
        await press(pilot, "enter")
        found = six.series.of(2)
        assert found is not None
        await press(pilot, "a")
        assert "Every experience is in a series." in said(pilot)[-1]


async def test_a_line_for_the_next_session_is_said_and_taken_back(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "down", "down", "l") as pilot:
        shown(pilot, Ask)
        await type_text(pilot, "Longer walk")
        await press(pilot, "enter")
        assert six.experiences.get(4).value.carry == "Longer walk"
        assert "“Longer walk”" in drawn(pilot)
        await press(pilot, "u")
        assert six.experiences.get(4).value.carry == ""


async def test_what_is_hoped_for_stands_beside_what_was_written(six: Workspace, running: Running):
    async with running(six, (80, 24), "6", "s", "h") as pilot:
        shown(pilot, Form).query_one("#sign", Input).value = "blinds up"
        await fill(pilot, "title", "Up before nine")
        (goal,) = six.goals.all()
        entry = six.entries.add(Entry(text="Up twice"), six.moment()).n
        six.links.set(entry, goal.n, Role.SPEAKS_OF)
        shown(pilot, SeriesScreen).come_back_safely()
        await settle(pilot)
        page = drawn(pilot)
        assert "Up before nine  one would see: blinds up" in page
        assert "after 3         Up twice" in page


async def test_an_experience_begins_a_series(workspace: Workspace, running: Running):
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    async with running(workspace, (80, 24), "6", "enter", "s") as pilot:
        await fill(pilot, "name", "Retreat")
        assert sessions.called(workspace, 1) == "session 1"
        await press(pilot, "s")
        assert shown(pilot, SeriesScreen).n == 2


@pytest.mark.parametrize("typed", ["none", "0", "501"])
async def test_a_number_of_sessions_that_cannot_be_keeps_the_form_open(
    workspace: Workspace, running: Running, typed: str
):
    async with running(workspace, (80, 24), "6", "s") as pilot:
        shown(pilot, Form).query_one("#name", Input).value = "Six"
        await fill(pilot, "planned", typed)
        assert "between 1 and 500" in str(pilot.app.screen.query_one("#fault", Static).content)
        assert workspace.series.count() == 0


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_two_hundred_sessions_are_walked(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    found = workspace.series.add(Series("Long", 200), workspace.moment())
    with workspace.write("Keep"):
        for days in range(200):
            moment = workspace.moment(workspace.now - timedelta(days=days * 2))
            value = Experience("", "ketamine")
            sessions.add_experience(workspace, value, moment, part_of=found.n)
    async with running(workspace, size, "6", "s") as pilot:
        screen = shown(pilot, SeriesScreen)
        assert screen.rows.count == 200
        await press(pilot, "end", "enter")
        assert shown(pilot, ExperienceScreen)._experience.moment.day == workspace.today
        await press(pilot, "escape", "escape")
        shown(pilot, ExperiencesPlace)


async def test_today_draws_the_series(six: Workspace, running: Running):
    async with running(six, (80, 24)) as pilot:
        assert "●──────●──────●──┊───◌──────◌──────◌" in drawn(pilot)
        assert "Settling · day 5 after session 3 of 6" in drawn(pilot)


async def test_what_is_listed_on_a_page_is_opened(six: Workspace, running: Running):
    page = six.entries.add(Entry("The kettle"), six.moment()).n
    six.links.set(page, 4, Role.ABOUT)
    async with running(six, (80, 24), "6", "enter", "end", "enter") as pilot:
        screen = shown(pilot, ReaderScreen)
        assert (screen.n, screen.kind) == (page, ThingKind.ENTRY)


async def test_another_name_in_another_zone_leaves_the_moment_where_it_was(
    workspace: Workspace, clock: FakeClock, running: Running
):
    at = datetime(2026, 11, 20, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    n = workspace.experiences.add(Experience("The lake", timed=True), workspace.moment(at)).n
    lived = workspace.experiences.get(n).moment
    clock.set(workspace.now.astimezone(ZoneInfo("America/New_York")))
    async with running(workspace, (80, 24), "6", "e") as pilot:
        await fill(pilot, "name", "The water")
        kept = workspace.experiences.get(n)
        assert (kept.value.name, kept.value.timed) == ("The water", True)
        assert kept.moment == lived


async def test_another_time_is_read_by_the_clock_of_where_one_is(
    workspace: Workspace, clock: FakeClock, running: Running
):
    at = datetime(2026, 11, 20, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    n = workspace.experiences.add(Experience("The lake", timed=True), workspace.moment(at)).n
    clock.set(workspace.now.astimezone(ZoneInfo("America/New_York")))
    async with running(workspace, (80, 24), "6", "e") as pilot:
        await fill(pilot, "when", "2026-11-20 09:30")
        moment = workspace.experiences.get(n).moment
        assert moment.at == datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
        assert moment.zone == "America/New_York"


async def test_the_time_that_a_note_is_offered_is_that_of_where_one_is(
    workspace: Workspace, clock: FakeClock, running: Running
):
    at = datetime(2026, 11, 20, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    workspace.experiences.add(Experience("The lake", timed=True), workspace.moment(at))
    clock.set(workspace.now.astimezone(ZoneInfo("America/New_York")))
    async with running(workspace, (80, 24), "6", "enter", "a") as pilot:
        field = shown(pilot, Form).query_one("#when", Input)
        assert field.placeholder == "now, or 2026-11-20 08:00"
