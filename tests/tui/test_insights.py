"""The Insights place: columns and list, looking again, acting on an insight, and worksheets."""

from datetime import date

import pytest
from textual.pilot import Pilot

from integrate_tui import believing
from integrate_tui.core.belief import QUESTIONS
from integrate_tui.core.checkin import begin
from integrate_tui.core.drafts import Flow
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.thing import Role
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.offered import offered
from integrate_tui.tui.screens.history import HistoryScreen
from integrate_tui.tui.screens.insight_page import InsightScreen
from integrate_tui.tui.screens.insights import InsightsPlace
from integrate_tui.tui.screens.look_again import LookAgainScreen
from integrate_tui.tui.screens.worksheet import WorksheetScreen
from integrate_tui.tui.widgets.cards import ColumnHead
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text

SMALL, WIDE = (80, 24), (120, 40)


def insight(workspace: Workspace, line: str = "Bread is patient", days: int = 0, **more) -> int:
    """Keep an insight, and return its number."""
    return workspace.insights.add(Insight(line, **more), a_moment(days=days)).n


def belief(workspace: Workspace) -> int:
    """Keep a belief, and return its number."""
    return insight(workspace, "I have to be useful", sort=InsightSort.BELIEF)


def standing(workspace: Workspace, n: int) -> Standing:
    """Return how one stands to an insight."""
    return workspace.insights.get(n).value.standing


def counts(pilot: Pilot[int]) -> list[int]:
    """Return how many cards each column has."""
    return [column.count for column in shown(pilot, InsightsPlace).columns]


async def test_there_are_four_columns_where_there_is_room(lived_in: Workspace, running: Running):
    async with running(lived_in, WIDE, "4") as pilot:
        place = shown(pilot, InsightsPlace)
        assert place.is_board and sum(counts(pilot)) == lived_in.insights.count()
        heads = drawn(pilot).splitlines()
        assert any(all(str(name) in line for name in Standing) for line in heads)

        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not place.board.display
        assert place.focused is place.rows

        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert place.focused in place.columns


async def test_what_waits_is_said_in_words_that_fit(workspace: Workspace, running: Running):
    parked = [KeptLine("A title", KeepAs.CONTAINER, until=date(2026, 11, 1))] * 2
    cards = [KeptLine("A big move", KeepAs.PAUSE_CARD, until=date(2026, 11, 1))] * 4
    for kept in (*parked, *cards):
        workspace.lines.add(kept, a_moment())
    for _ in range(123):
        workspace.fragments.add(Fragment("a light"), a_moment())
        insight(workspace, days=40)
    for size, words in (
        (WIDE, "i 123 came up   d 123 to look at again   m 4 cards to decide, 2 may be opened"),
        (SMALL, "i 123 came up   d 123 to look at again   m 4 to decide, 2 to open"),
        ((60, 20), "i 123 came up   d 123 to look at again   m 6 waiting"),
    ):
        async with running(workspace, size, "4") as pilot:
            line = next(line for line in drawn(pilot).splitlines() if "came up" in line)
            assert line.strip() == words
            await pilot.click("#heading", offset=(len(line.strip()) - 1, 1))
            await settle(pilot)
            shown(pilot, Choose)


async def test_what_waits_is_said_whole_while_only_some_are_shown(
    workspace: Workspace, running: Running
):
    workspace.fragments.add(Fragment("a light"), a_moment())
    insight(workspace, days=40)
    for size, says in ((SMALL, "only to look at again, f shows all"), ((60, 20), "f shows all")):
        async with running(workspace, size, "4", "f", "enter") as pilot:
            line = next(line for line in drawn(pilot).splitlines() if "f shows all" in line)
            assert line.rstrip().endswith(f"  {says}")
            assert "\u2026" not in line


async def test_a_row_says_in_whole_words_that_it_returns(workspace: Workspace, running: Running):
    insight(workspace, "A line that is far too long to stand there whole in a few cells", days=40)
    for size, words in ((SMALL, "to look at again"), ((60, 20), "look again")):
        async with running(workspace, size, "4") as pilot:
            row = next(line for line in drawn(pilot).splitlines() if "A line that" in line)
            assert row.rstrip().endswith(f"\u2026    {words}")


async def test_the_palette_has_each_thing_to_do_once(workspace: Workspace, running: Running):
    insight(workspace)
    async with running(workspace, SMALL, "4") as pilot:
        commands = [(each.title, each.help) for each in offered(the_app(pilot), pilot.app.screen)]
        assert len(commands) == len({*commands})
        assert ("Add", "Add a line.") in commands


async def test_empty_columns_say_how_the_first_one_comes(workspace: Workspace, running: Running):
    async with running(workspace, (120, 40), "4") as pilot:
        assert "Nothing here yet. a adds" in drawn(pilot)
        workspace.insights.add(Insight("A line"), a_moment())
        shown(pilot, InsightsPlace).reload()
        await settle(pilot)
        assert "Nothing here yet" not in drawn(pilot)


async def test_a_card_is_carried_by_keys_and_stays_marked(workspace: Workspace, running: Running):
    n = insight(workspace)
    async with running(workspace, WIDE, "4", "shift+right") as pilot:
        assert standing(workspace, n) is Standing.HOLD
        await press(pilot, "greater_than_sign", "greater_than_sign", "shift+right")
        assert standing(workspace, n) is Standing.RELEASE
        marked = shown(pilot, InsightsPlace).marked
        assert marked is not None and marked.n == n
        await press(pilot, "less_than_sign", "h")
        assert standing(workspace, n) is Standing.HOLD
        await press(pilot, "u", "u")
        assert standing(workspace, n) is Standing.RELEASE


async def test_the_same_keys_work_in_the_list(workspace: Workspace, running: Running):
    n = insight(workspace)
    async with running(workspace, SMALL, "4", "shift+right", "shift+right") as pilot:
        assert standing(workspace, n) is Standing.REVISE
        await press(pilot, "y")
        assert standing(workspace, n) is Standing.NOT_YET


async def test_a_click_on_a_head_carries_the_marked_card_there(
    workspace: Workspace, running: Running
):
    n = insight(workspace)
    async with running(workspace, WIDE, "4") as pilot:
        await pilot.click("#head-revise", offset=(3, 0))
        await settle(pilot)
        assert standing(workspace, n) is Standing.REVISE
        head = pilot.app.screen.query_one("#head-revise", ColumnHead)
        assert head.title == "revise"


async def test_a_card_is_carried_by_the_mouse(workspace: Workspace, running: Running):
    n = insight(workspace)
    async with running(workspace, WIDE, "4") as pilot:
        await pilot.mouse_down("#cards-not-yet", offset=(4, 1))
        await pilot.mouse_up("#cards-release", offset=(4, 8))
        await settle(pilot)
        assert standing(workspace, n) is Standing.RELEASE


def marked(pilot: Pilot[int]) -> int | None:
    """Return the number of the insight that is marked."""
    found = shown(pilot, InsightsPlace).marked
    return found.n if found else None


async def test_left_and_right_go_from_column_to_column(workspace: Workspace, running: Running):
    first = insight(workspace)
    held = insight(workspace, "The door is open", standing=Standing.HOLD)
    async with running(workspace, WIDE, "4") as pilot:
        assert marked(pilot) == first
        await press(pilot, "right")
        assert marked(pilot) == held
        await press(pilot, "left", "left")
        assert marked(pilot) == first


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_of_thousands_only_what_is_near_is_read(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    with workspace.write("Keep many"):
        for i in range(1200):
            insight(workspace, f"line {i}", standing=list(Standing)[i % 4])
    async with running(workspace, size, "4", "end") as pilot:
        place = shown(pilot, InsightsPlace)
        assert all(len(rows._pages) <= 4 for rows in (place.rows, *place.columns))
        assert place.marked is not None


async def test_what_is_due_is_said_and_one_key_says_it_is_still_so(
    workspace: Workspace, running: Running
):
    n = insight(workspace, days=5)
    insight(workspace, "The door is open")
    async with running(workspace, SMALL, "4") as pilot:
        assert "1 to look at again" in drawn(pilot)
        assert drawn(pilot).count("to look at again") == 2
        await press(pilot, "down", "s")
        assert workspace.insights.get(n).value.looked == workspace.today
        assert "to look at again" not in drawn(pilot)


async def test_only_what_is_due_is_shown_where_that_is_asked_for(
    workspace: Workspace, running: Running
):
    insight(workspace, days=5)
    insight(workspace, "The door is open")
    async with running(workspace, SMALL, "4", "f", "enter") as pilot:
        assert "The door is open" not in drawn(pilot)
        assert "f shows all" in drawn(pilot)
        await press(pilot, "f")
        assert "The door is open" in drawn(pilot)


async def test_what_is_left_open_asks_for_nothing(workspace: Workspace, running: Running):
    n = insight(workspace, days=5)
    async with running(workspace, SMALL, "4", "o") as pilot:
        assert workspace.insights.get(n).value.left_open
        assert "left open" in drawn(pilot)
        assert "to look at again" not in drawn(pilot)
        await press(pilot, "o")
        assert not workspace.insights.get(n).value.left_open


async def test_due_ones_come_one_by_one_and_may_be_left(workspace: Workspace, running: Running):
    older = insight(workspace, "Older", days=9)
    newer = insight(workspace, "Newer", days=5)
    async with running(workspace, SMALL, "4", "d") as pilot:
        screen = shown(pilot, LookAgainScreen)
        assert "Older" in drawn(pilot)
        await press(pilot, "y")
        assert "Newer" in drawn(pilot)
        await press(pilot, "e")
        await type_text(pilot, " words")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.insights.get(newer).value == Insight(
            "Newer words", looks=1, looked=workspace.today
        )
        assert workspace.insights.get(older).value.looks == 0
        assert screen.is_left


async def test_without_anything_due_that_is_said(workspace: Workspace, running: Running):
    async with running(workspace, SMALL, "4", "d") as pilot:
        shown(pilot, InsightsPlace)
        assert said(pilot) == ["Nothing is to be looked at again today."]


async def test_an_insight_becomes_a_boundary_and_its_page_shows_it(
    workspace: Workspace, running: Running
):
    n = insight(workspace)
    async with running(workspace, SMALL, "4", "a") as pilot:
        shown(pilot, Choose)
        await press(pilot, "down", "down", "down", "enter")
        shown(pilot, Form)
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (boundary,) = workspace.boundaries.all()
        assert boundary.value.line == "Bread is patient"
        assert workspace.links.sources(n, Role.CAME_FROM) == [boundary.n]

        await press(pilot, "enter")
        shown(pilot, InsightScreen)
        assert "came of it" in drawn(pilot) and "boundary" in drawn(pilot)
        await press(pilot, "escape", "u")
        assert workspace.boundaries.count() == 0


async def test_a_new_line_is_added_beside_those_there_are(workspace: Workspace, running: Running):
    insight(workspace)
    async with running(workspace, SMALL, "4", "plus") as pilot:
        await type_text(pilot, "The door is open")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.insights.count() == 2


async def test_rewording_keeps_how_often_it_was_looked_at(workspace: Workspace, running: Running):
    n = insight(workspace, looks=2, looked=date(2026, 11, 20), left_open=True)
    async with running(workspace, SMALL, "4", "e") as pilot:
        await type_text(pilot, " too")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert workspace.insights.get(n).value == Insight(
            "Bread is patient too", looks=2, looked=date(2026, 11, 20), left_open=True
        )
        await press(pilot, "v")
        shown(pilot, HistoryScreen)


async def test_lines_with_no_place_of_their_own_stand_after_the_insights(
    workspace: Workspace, running: Running
):
    insight(workspace)
    for word in ("intention", "container", "talk list"):
        workspace.lines.add(KeptLine(f"a line of the {word}", word), workspace.moment())
    async with running(workspace, SMALL, "4") as pilot:
        assert "a line of the intention" in drawn(pilot)
        assert "container" not in drawn(pilot)
        assert "talk list" not in drawn(pilot)


# Worksheets


async def test_a_worksheet_is_filled_in_and_drawn(workspace: Workspace, running: Running):
    n = belief(workspace)
    async with running(workspace, SMALL, "4", "b", "9", "4") as pilot:
        shown(pilot, WorksheetScreen)
        await press(pilot, "2", "tab")
        await type_text(pilot, "Ana said so")
        await press(pilot, "ctrl+s")
        await settle(pilot)
        (sheet,) = workspace.worksheets.of(n)
        assert (sheet.value.before, sheet.value.now) == (9, 4)
        assert sheet.value.arrived == "slowly"
        assert "Ana said so" in (sheet.value.speaks_for, sheet.value.speaks_against)
        assert workspace.drafts.all() == []

        await press(pilot, "enter")
        text = drawn(pilot)
        assert "before 9, on 22 November 4" in text
        assert "Vividness is not evidence either way." in text


async def test_what_was_typed_into_a_worksheet_survives_leaving(
    workspace: Workspace, running: Running
):
    belief(workspace)
    async with running(workspace, SMALL, "4", "b", "9", "escape") as pilot:
        shown(pilot, InsightsPlace)
        (draft,) = workspace.drafts.all()
        assert draft.flow is Flow.WORKSHEET
        await press(pilot, "b")
        screen = shown(pilot, WorksheetScreen)
        assert screen.flow.replies[0].number == 9


async def test_a_worksheet_left_unfinished_is_taken_up_from_today(
    workspace: Workspace, running: Running
):
    n = belief(workspace)
    flow = begin(QUESTIONS)
    draft = believing.draft_of_worksheet(workspace, n, flow, workspace.new_id())
    workspace.drafts.save(draft)
    async with running(workspace, SMALL) as pilot:
        pilot.app.go_on_with(workspace.drafts.all()[0])  # type: ignore[attr-defined]
        await settle(pilot)
        shown(pilot, WorksheetScreen)


async def test_before_the_fourth_day_there_is_one_sentence_and_a_note(
    workspace: Workspace, running: Running
):
    n = belief(workspace)
    lake = workspace.experiences.add(Experience("The lake"), a_moment(days=1)).n
    workspace.links.set(n, lake, Role.ABOUT)
    async with running(workspace, SMALL, "4", "b") as pilot:
        shown(pilot, Confirm)
        words = " ".join(drawn(pilot).replace("\u258c", " ").split())
        assert "Its worksheet opens on Wednesday 25 November. Until then" in words
        await press(pilot, "down", "enter")
        shown(pilot, Form)
        await press(pilot, "escape")
        shown(pilot, InsightsPlace)
        assert workspace.worksheets.count() == 0


async def test_a_worksheet_is_for_beliefs(workspace: Workspace, running: Running):
    insight(workspace)
    async with running(workspace, SMALL, "4", "b") as pilot:
        shown(pilot, InsightsPlace)
