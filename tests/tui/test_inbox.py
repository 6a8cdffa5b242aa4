"""What came up: sorted out in the list and one at a time, and taken back whole."""

import pytest

from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.feelings import NameFeelings
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.screens.inbox import InboxScreen, TriageScreen
from integrate_tui.tui.screens.insights import InsightsPlace
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text

SMALL = (80, 24)


@pytest.fixture
def three(workspace: Workspace) -> Workspace:
    """A journal with three notes, `one` the newest."""
    for hours, word in enumerate(("one", "two", "three")):
        workspace.fragments.add(Fragment(f"note {word}"), a_moment(hours=hours))
    return workspace


async def test_the_place_says_how_much_came_up(three: Workspace, running: Running):
    async with running(three, SMALL, "4") as pilot:
        assert "3 came up" in drawn(pilot)
        await press(pilot, "i")
        shown(pilot, InboxScreen)
        assert "3 things wait" in drawn(pilot)


async def test_one_key_sorts_out_what_is_marked_in_the_list(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "down", "i", "o", "l") as pilot:
        assert [one.value.line for one in three.insights.all()] == ["note two", "note three"]
        assert three.journal.inbox_count() == 0
        assert "Nothing waits here." in drawn(pilot)


async def test_one_at_a_time_each_key_leads_to_the_next(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "enter") as pilot:
        shown(pilot, TriageScreen)
        assert "note one" in drawn(pilot)
        await press(pilot, "i")
        assert "note two" in drawn(pilot)
        await press(pilot, "y")
        assert "note three" in drawn(pilot)
        await press(pilot, "l")
        shown(pilot, InboxScreen)
        assert three.journal.inbox_count() == 1
        assert "That was everything." in said(pilot)


async def test_a_whole_sitting_is_taken_back_with_one_key(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "enter", "i", "o", "d") as pilot:
        await press(pilot, "escape")
        shown(pilot, InsightsPlace)
        assert "3 sorted out. u takes the whole sitting back." in said(pilot)
        await press(pilot, "u")
        assert three.journal.inbox_count() == 3
        assert (three.insights.count(), three.lines.count()) == (0, 0)
        assert "3 came up" in drawn(pilot)


async def test_within_a_sitting_undo_brings_the_last_one_back(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "enter", "i", "i", "u") as pilot:
        assert three.journal.inbox_count() == 2
        await press(pilot, "escape", "escape", "u")
        assert three.journal.inbox_count() == 3
        assert three.insights.count() == 0


async def test_whom_to_talk_with_is_asked_once_in_a_sitting(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "m") as pilot:
        shown(pilot, Choose)
        await press(pilot, "down", "enter", "m")
        shown(pilot, InboxScreen)
        assert [line.value.role for line in three.lines.all()] == ["coach", "coach"]


async def test_parking_asks_for_a_title_and_a_day(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "p") as pilot:
        shown(pilot, Form)
        await press(pilot, "ctrl+n")
        shown(pilot, Form)
        await type_text(pilot, "The stairs")
        await press(pilot, "tab")
        await type_text(pilot, "2027-01-05")
        await press(pilot, "tab", "right", "ctrl+n")
        await settle(pilot)
        (line,) = three.lines.all()
        assert (line.value.line, line.value.keep_as, line.value.role) == (
            "The stairs",
            "container",
            "therapist",
        )
        assert three.journal.inbox_count() == 2


async def test_leaving_a_question_leaves_the_piece(three: Workspace, running: Running):
    keys = ("p", "escape", "m", "escape", "f", "escape")
    async with running(three, SMALL, "4", "i", *keys) as pilot:
        shown(pilot, InboxScreen)
        assert three.journal.inbox_count() == 3


async def test_a_feeling_is_named_from_the_words(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "f") as pilot:
        shown(pilot, NameFeelings)
        await type_text(pilot, "calm")
        await press(pilot, "enter", "enter")
        await settle(pilot)
        shown(pilot, InboxScreen)
        (report,) = three.checkins.all()
        assert report.value.answers[0].reply.words == ("calm",)


async def test_a_feeling_may_stay_without_a_word(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "f", "ctrl+n") as pilot:
        shown(pilot, InboxScreen)
        (feeling,) = three.insights.all()
        assert three.tags.of(feeling.n) == ("feeling",)


async def test_a_kept_line_offers_first_what_it_was_marked_as(
    workspace: Workspace, running: Running
):
    workspace.lines.add(KeptLine("No calls after eight", "boundary"), workspace.moment())
    async with running(workspace, SMALL, "4", "i", "a", "enter", "ctrl+n") as pilot:
        await settle(pilot)
        (boundary,) = workspace.boundaries.all()
        assert boundary.value.line == "No calls after eight"
        assert workspace.journal.inbox_count() == 0
        assert workspace.journal.brief(boundary.n).kind is ThingKind.BOUNDARY  # type: ignore[union-attr]
        shown(pilot, InboxScreen)


async def test_a_letter_can_be_clicked(three: Workspace, running: Running):
    async with running(three, SMALL, "4", "i", "enter") as pilot:
        await pilot.click("#ways", offset=(6, 2))
        await settle(pilot)
        (question,) = three.insights.all()
        assert question.value.sort == "question"


async def test_the_palette_leads_there_from_anywhere(three: Workspace, running: Running):
    async with running(three, SMALL) as pilot:
        for action, name in (
            ("inbox", "InboxScreen"),
            ("talk_list", "TalkScreen"),
            ("pause_cards", "CardsScreen"),
            ("container", "ContainerScreen"),
            ("care", "CareScreen"),
            ("themes", "ThemesScreen"),
        ):
            await pilot.app.run_action(action)
            await settle(pilot)
            assert type(pilot.app.screen).__name__ == name
            await press(pilot, "escape")
