"""Screens are left once, whatever comes at once or lies over them."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.entry import Answered
from integrate_tui.core.goal import Goal
from integrate_tui.core.pieces import Exercise, Guide
from integrate_tui.core.practice import Practice
from integrate_tui.keeping import keep_note, keep_page
from integrate_tui.store import driver
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.ground_now import GroundNow
from integrate_tui.tui.screens.guides import GuidesScreen
from integrate_tui.tui.screens.hidden import HiddenScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.trash import TrashScreen
from integrate_tui.tui.screens.welcome import WelcomeScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_guided_entry
from tests.fakes import FakeClock
from tests.tui.conftest import (
    Running,
    drawn,
    erase,
    press,
    said,
    settle,
    shown,
    sit,
    the_app,
    type_text,
    until,
)


async def press_at_once(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as they come in one piece, none waiting for what the one before did."""
    app = pilot.app
    for key in keys:
        app.simulate_key(key)
    await settle(pilot)
    await settle(pilot)


class Busy:
    """Another program that is writing."""

    def __init__(self, workspace: Workspace) -> None:
        self._connection = driver.connect(str(workspace.paths.journal))
        self._connection.isolation_level = None

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_: object) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


async def test_two_ends_of_a_note_at_once_keep_it_once(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "a line")
        await press_at_once(pilot, "ctrl+n", "ctrl+n")
        shown(pilot, TodayPlace)
        assert [each.value.text for each in workspace.fragments.all()] == ["a line"]


async def test_two_escapes_at_once_leave_one_screen(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "w") as pilot:
        shown(pilot, GuidesScreen)
        await press_at_once(pilot, "escape", "escape")
        shown(pilot, TodayPlace)


async def test_two_enters_at_once_open_one_guide(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "w") as pilot:
        await press_at_once(pilot, "enter", "enter")
        shown(pilot, WritingScreen)
        assert len(pilot.app.screen_stack) == 2


async def test_two_enters_at_once_open_one_exercise(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "g") as pilot:
        shown(pilot, GroundNow)
        await press_at_once(pilot, "enter", "enter")
        shown(pilot, SittingScreen)
        assert len(pilot.app.screen_stack) == 2


async def test_two_enters_at_once_on_the_first_start_are_one_step(
    workspace: Workspace, running: Running
):
    workspace.settings.set("welcome", "new")
    async with running(workspace) as pilot:
        await press_at_once(pilot, "enter", "enter")
        shown(pilot, WelcomeScreen)


async def test_a_digit_and_keep_at_once_keep_the_digit(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press_at_once(pilot, "5", "ctrl+s")
        shown(pilot, TodayPlace)
        (kept,) = workspace.checkins.newest(5)
        assert [answer.reply.number for answer in kept.value.answers] == [5]


async def test_a_one_and_a_nought_are_a_ten(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press_at_once(pilot, "1", "0")
        screen = shown(pilot, CheckInScreen)
        assert screen.flow.replies[0].number == 10
        assert screen.focused is screen._fields[1]


async def test_a_one_and_another_digit_answer_two_questions(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        await press_at_once(pilot, "1", "3")
        screen = shown(pilot, CheckInScreen)
        assert [reply.number for reply in screen.flow.replies[:2]] == [1, 3]


async def test_the_last_letters_belong_to_the_prompt_they_were_typed_at(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "evening"))
        await settle(pilot)
        await press_at_once(pilot, "a", "b", "ctrl+n")
        screen = shown(pilot, WritingScreen)
        assert [reply.text for reply in screen.writing.replies[:2]] == ["ab", ""]


SUPPORT_AT_THE_END = """# Short
id: daily-check-in
kind: check-in

? Distress
  name: distress
  scale: 0 none .. 10 the most
  support if: 9 and above
"""


def put_check_in(folder: Path) -> None:
    """Put the short check-in in the place of the one that came with the program."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "daily.txt").write_text(SUPPORT_AT_THE_END, encoding="utf-8")


async def test_support_at_the_last_answer_stays_until_it_is_closed(
    workspace: Workspace, running: Running
):
    put_check_in(workspace.paths.packs)
    workspace.packs.refresh()
    async with running(workspace, (80, 24), "c") as pilot:
        await press(pilot, "9")
        shown(pilot, SupportModal)
        await press(pilot, "escape")
        shown(pilot, CheckInScreen)
        await press(pilot, "ctrl+n")
        shown(pilot, TodayPlace)
        assert workspace.checkins.count() == 1


async def test_what_is_kept_while_hidden_shows_nothing(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c", "6") as pilot:
        with Busy(workspace):
            await pilot.press("ctrl+s")
            await pilot.press("f8")
            await settle(pilot)
        await until(pilot, lambda: workspace.checkins.count() == 1, "the check-in")
        shown(pilot, HiddenScreen)
        assert drawn(pilot).strip() == "F8"
        await press(pilot, "f8")
        shown(pilot, TodayPlace)
        assert workspace.checkins.count() == 1


async def test_hiding_takes_notices_along_and_brings_later_ones_back(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "c", "6", "ctrl+s", "u") as pilot:
        assert any("Undone" in words for words in said(pilot))
        await press(pilot, "f8")
        the_app(pilot).say("a secret")
        await settle(pilot)
        assert drawn(pilot).strip() == "F8"
        await press(pilot, "ctrl+p", "f2", "ctrl+g")
        shown(pilot, HiddenScreen)
        await press(pilot, "f8")
        assert "a secret" in said(pilot)


async def test_an_emptied_page_while_another_program_writes_ends_nothing(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "free-page"))
        await settle(pilot)
        await type_text(pilot, "ab")
        await press(pilot, "backspace", "backspace")
        with Busy(workspace):
            await press(pilot, "ctrl+n")
        assert pilot.app.is_running


async def test_a_signal_while_another_program_writes_keeps_the_draft(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "n") as pilot:
        with Busy(workspace):
            await pilot.press(*"unsaved")
            the_app(pilot)._leave_on_signal()
    again = open_workspace(workspace.paths)
    try:
        assert ["unsaved" in draft.data for draft in again.drafts.all()] == [True]
    finally:
        again.close()


async def test_a_delete_that_failed_says_so_and_not_that_it_worked(
    workspace: Workspace, running: Running, monkeypatch
):
    from integrate_tui.errors import DiskFullError
    from integrate_tui.store.trash import Trash

    def full(self, n, label=""):
        raise DiskFullError("There is no room left.")

    n = workspace.goals.add(Goal("Get up early"), workspace.moment()).n
    monkeypatch.setattr(Trash, "put", full)
    async with running(workspace, (80, 24), "5", "x") as pilot:
        assert not any("In the trash" in words for words in said(pilot))
        assert any("no room" in words for words in said(pilot))
        assert workspace.goals.get(n).trashed is None


async def test_emptying_the_trash_leaves_what_came_in_since(workspace: Workspace, running: Running):
    first, second = (keep_note(workspace, words).n for words in ("one", "two"))
    workspace.trash.put(first, "Delete")
    async with running(workspace, (80, 24), "2", "T") as pilot:
        shown(pilot, TrashScreen)
        await press(pilot, "X")
        assert "Erase \u201cone\u201d" in drawn(pilot)
        workspace.trash.put(second, "Delete")
        await erase(pilot)
        assert [brief.n for brief in workspace.trash.contents()] == [second]


async def test_a_form_stays_open_with_everything_in_it_while_it_cannot_be_kept(
    workspace: Workspace, running: Running, monkeypatch
):
    from integrate_tui.errors import DiskFullError

    goals = type(workspace.goals)
    real = goals.add

    def full(self, *args, **how):
        raise DiskFullError("There is no room left.")

    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await type_text(pilot, "Get up early")
        monkeypatch.setattr(goals, "add", full)
        await press(pilot, "ctrl+n")
        assert shown(pilot, Form).values["title"] == "Get up early"
        monkeypatch.setattr(goals, "add", real)
        await press(pilot, "ctrl+n")
        assert [goal.value.title for goal in workspace.goals.all()] == ["Get up early"]


async def test_a_filled_in_form_asks_before_it_is_left(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await type_text(pilot, "Get up early")
        for key in ("escape", "ctrl+q"):
            await press(pilot, key)
            shown(pilot, Confirm)
            await press(pilot, "escape")
            assert shown(pilot, Form).values["title"] == "Get up early"


async def test_an_untouched_form_is_left_at_once(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter", "escape") as pilot:
        assert not isinstance(pilot.app.screen, Form | Confirm)


async def test_a_signal_keeps_what_was_filled_in_as_a_note(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "a", "enter", "enter") as pilot:
        await type_text(pilot, "Get up early")
        the_app(pilot)._leave_on_signal()
        await settle(pilot)
    again = open_workspace(workspace.paths)
    try:
        assert ["Get up early" in draft.data for draft in again.drafts.all()] == [True]
    finally:
        again.close()


async def test_the_end_of_a_guide_remembers_what_was_said_there(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "free-page"))
        await settle(pilot)
        await type_text(pilot, "words")
        await press(pilot, "ctrl+n")
        shown(pilot, ClosingScreen)
        await type_text(pilot, "Thursday")
        await press(pilot, "escape")
        shown(pilot, WritingScreen)
        await press(pilot, "ctrl+n")
        assert shown(pilot, ClosingScreen).title_field.value == "Thursday"


async def begun(pilot: Pilot[int], workspace: Workspace, clock: FakeClock) -> SittingScreen:
    the_app(pilot).sit(workspace.packs.get(Exercise, "longer-out-breath"), 60)
    await settle(pilot)
    await press(pilot, "enter")
    await sit(pilot, clock, 20)
    return shown(pilot, SittingScreen)


async def test_leaving_the_program_while_breathing_keeps_what_was_sat(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begun(pilot, workspace, clock)
        await press(pilot, "ctrl+q")
        assert [each.value.sat for each in workspace.sittings.all()] == [20]


async def test_leaving_after_the_last_number_keeps_the_number(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begun(pilot, workspace, clock)
        await sit(pilot, clock, 41)
        screen = shown(pilot, SittingScreen)
        screen.query_one("#after").focus()
        await press(pilot, "right", "q")
        (kept,) = workspace.sittings.all()
        assert kept.value.after is not None


async def test_great_distress_before_breathing_brings_up_support(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "longer-out-breath"), 60)
        await settle(pilot)
        await press(pilot, "9")
        shown(pilot, SupportModal)
        await press(pilot, "escape")
        shown(pilot, SittingScreen)


AN_OLD_CHOICE = Answered(
    prompt="What was it like?", kind="choose", reply=reply_with_text("wide\nand\nslow")
)
"""A choice of several lines, as an older pack could have had it."""


async def test_opening_an_entry_to_change_it_changes_nothing(
    workspace: Workspace, running: Running
):
    entry = replace(a_guided_entry(), answers=(AN_OLD_CHOICE,))
    workspace.entries.add(entry, workspace.moment())
    async with running(workspace, (80, 24), "2", "e") as pilot:
        shown(pilot, WritingScreen)
        await press(pilot, "escape")
        assert workspace.drafts.all() == []


async def test_what_is_marked_stays_marked_when_something_new_comes(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keep_page(workspace, "first")
    async with running(workspace, (80, 24), "2") as pilot:
        clock.advance(60)
        keep_page(workspace, "second")
        the_app(pilot)._version = -1
        the_app(pilot)._look_elsewhere()
        await settle(pilot)
        await press(pilot, "x")
        assert [brief.title for brief in workspace.trash.contents()] == ["first"]


async def test_today_takes_up_the_new_day(workspace: Workspace, running: Running, clock: FakeClock):
    workspace.practices.add(Practice("Walk"), workspace.moment())
    async with running(workspace) as pilot:
        await press(pilot)
        assert "22 November" in drawn(pilot)
        clock.advance(13 * 3600)
        the_app(pilot)._look_elsewhere()
        await settle(pilot)
        assert "23 November" in drawn(pilot)


async def test_what_leads_elsewhere_is_not_in_the_palette_of_a_page(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "n") as pilot:
        titles = {c.title for c in pilot.app.get_system_commands(pilot.app.screen)}
        assert not titles & {"Go to Journal", "Check in", "Write", "Trash", "Undo"}
        assert {"Support", "Ground", "Hide", "Leave"} <= titles


async def test_the_palette_opens_once_and_closes_once(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await press(pilot, "ctrl+p", "ctrl+g", "ctrl+p")
        assert pilot.app.is_running
        await press(pilot, "escape", "escape")
        await press(pilot, "ctrl+p")
        await press_at_once(pilot, "s", "e", "t", "enter", "enter")
        assert pilot.app.is_running


async def test_two_leavings_at_once_from_a_check_in(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c", "6") as pilot:
        await press_at_once(pilot, "ctrl+q", "ctrl+q")
        assert pilot.app.return_code == 0


async def test_only_the_key_that_hid_everything_brings_it_back(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "f8") as pilot:
        await press(pilot, "enter", "space", "escape", "ctrl+p", "f1", "f2", "ctrl+g", "q")
        shown(pilot, HiddenScreen)
        await press(pilot, "ctrl+l")
        shown(pilot, TodayPlace)


async def test_a_check_in_that_was_left_is_gone_on_with(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c", "2", "escape", "c") as pilot:
        assert shown(pilot, CheckInScreen).flow.replies[0].number == 2
        await press(pilot, "escape")
        assert len(workspace.drafts.all()) == 1


async def test_an_exercise_for_a_calmer_hour_offers_another(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "rain"))
        await settle(pilot)
        await press(pilot, "7")
        shown(pilot, GroundNow)
        assert any("calmer hour" in words for words in said(pilot))
