"""The app as a whole: keys from everywhere, settings, first screens, help, ends from outside."""

import pytest
from textual.color import Color
from textual.css.query import NoMatches
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, Static

from integrate_tui import keeping
from integrate_tui.core.pieces import Guide
from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.modals.help import HelpModal
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.hidden import HiddenScreen
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.welcome import WelcomeScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.key_bar import KeyBar
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import (
    Running,
    drawn,
    press,
    said,
    settle,
    shown,
    the_app,
    type_text,
    until,
)

MODES = ("today", "journal", "ground", "insights", "goals", "experiences", "look-back")


async def test_digits_go_to_the_places(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        for key, mode in enumerate(MODES, 1):
            await press(pilot, str(key))
            assert pilot.app.current_mode == mode


async def test_every_place_has_its_strip_and_its_keys(lived_in: Workspace, running: Running):
    async with running(lived_in) as pilot:
        for key in "1234567":
            await press(pilot, key)
            shown(pilot, Place)
            assert pilot.app.screen.query_one(KeyBar).hints


async def test_support_is_one_key_away_from_every_place(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        for key in "1234567":
            await press(pilot, key, "exclamation_mark")
            shown(pilot, SupportModal)
            await press(pilot, "escape")


async def test_support_shows_the_chosen_country_first(workspace: Workspace, running: Running):
    workspace.settings.set("country", "Ireland")
    async with running(workspace, (80, 24), "f2") as pilot:
        shown = str(pilot.app.screen.query_one("#contacts", Static).content)
        assert shown.index("Ireland") < shown.index("Anywhere")
        assert "Germany" not in shown
        await press(pilot, "a")
        assert "Germany" in str(pilot.app.screen.query_one("#contacts", Static).content)


async def test_a_contact_nobody_has_checked_says_so(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "f2") as pilot:
        assert "not confirmed yet" in str(pilot.app.screen.query_one("#contacts", Static).content)


async def test_hide_shows_next_to_nothing_and_the_same_key_brings_everything_back(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "free-page"))
        await settle(pilot)
        await type_text(pilot, "a secret")
        await press(pilot, "f8")
        shown(pilot, HiddenScreen)
        assert drawn(pilot).strip() == "F8"
        await press(pilot, "f8")
        shown(pilot, WritingScreen)


async def test_help_lists_what_the_keys_really_do_here(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "5", "question_mark") as pilot:
        words = {key.words: key.keys for key in shown(pilot, HelpModal)._keys}
        assert words["Add."] == "a"
        assert words["People and helplines."] == "F2  !"
        assert "Scroll Left" not in words


async def test_the_palette_offers_no_picture_of_the_screen(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert "Screenshot" not in titles
        assert {"Check in", "Support", "Trash", "Settings"} <= set(titles)


async def test_a_theme_is_changed_in_the_settings_and_stays(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        screen = shown(pilot, SettingsScreen)
        settings = [screen.rows.row_at(index) for index in range(screen.rows.count)]
        names = [setting and setting.name for setting in settings]
        screen.rows.move_to(names.index("theme"))
        await press(pilot, "enter")
        assert pilot.app.theme == "dawn"
        assert workspace.settings.get("theme") == "dawn"


async def test_the_first_start_is_four_steps(workspace: Workspace, running: Running):
    workspace.settings.set("welcome", "new")
    async with running(workspace) as pilot:
        shown(pilot, WelcomeScreen)
        await press(pilot, "enter", "2")
        field = pilot.app.screen.query_one("#day-starts", Input)
        field.value = "05:30"
        await press(pilot, "enter", "1")
        await press(pilot, "down", "enter")
        assert workspace.settings.get("day-starts") == "05:30"
        assert workspace.settings.get("country") == "Canada"
        await press(pilot, "2")
        shown(pilot, TodayPlace)
        assert workspace.settings.get("welcome") == "seen"


async def test_the_first_start_is_skipped_with_one_key(workspace: Workspace, running: Running):
    workspace.settings.set("welcome", "new")
    async with running(workspace) as pilot:
        await press(pilot, "escape")
        shown(pilot, TodayPlace)
        assert workspace.settings.get("welcome") == "seen"


async def test_what_is_said_on_the_first_screens_is_no_change_to_undo(
    workspace: Workspace, running: Running
):
    workspace.settings.remember("welcome", "new")
    workspace._changes.clear()
    async with running(workspace) as pilot:
        await press(pilot, "enter", "2")
        pilot.app.screen.query_one("#day-starts", Input).value = "05:30"
        await press(pilot, "enter", "1")
        await press(pilot, "down", "enter", "2")
        shown(pilot, TodayPlace)
        await press(pilot, "u")
        assert any("nothing to undo" in words for words in said(pilot))
        told = {name: workspace.settings.get(name) for name in ("welcome", "day-starts", "country")}
        assert told == {"welcome": "seen", "day-starts": "05:30", "country": "Canada"}


async def test_a_day_start_that_cannot_be_is_said_and_nothing_is_lost(
    workspace: Workspace, running: Running
):
    workspace.settings.set("welcome", "new")
    async with running(workspace) as pilot:
        await press(pilot, "enter", "2")
        pilot.app.screen.query_one("#day-starts", Input).value = "late"
        await press(pilot, "enter", "2")
        assert "no time of day" in str(pilot.app.screen.query_one("#fault", Static).content)


async def test_leaving_keeps_what_is_being_written(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "free-page"))
        await settle(pilot)
        monkeypatch.setattr(WritingScreen, "_save_after", lambda self, after: None)
        await type_text(pilot, "unsaved")
        assert workspace.drafts.all() == []
        await press(pilot, "ctrl+q")
        assert "unsaved" in workspace.drafts.all()[0].data
        assert pilot.app.return_code == 0


async def test_q_leaves_only_from_a_place(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "w", "q") as pilot:
        assert pilot.app.is_running
        await press(pilot, "escape", "q")
        assert not pilot.app._running or pilot.app._exit


async def test_undo_says_what_it_took_back(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c", "6", "ctrl+s", "u") as pilot:
        assert any("Undone: Keep a check-in" in words for words in said(pilot))
        assert workspace.checkins.count() == 0


async def test_undo_with_nothing_to_undo_says_so(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        workspace._changes.clear()
        await press(pilot, "u")
        assert any("nothing to undo" in words for words in said(pilot))


async def test_a_terminal_that_is_too_small_is_told_kindly(workspace: Workspace, running: Running):
    async with running(workspace, (40, 10)) as pilot:
        assert pilot.app.screen.query_one(".too-small").region.width > 0
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen.query_one(".too-small").region.width == 0


async def test_a_journal_that_cannot_be_written_is_said_at_once(
    workspace: Workspace, running: Running, monkeypatch
):
    from integrate_tui.store import failures

    monkeypatch.setattr(workspace._db, "refusal", failures.read_only())
    async with running(workspace) as pilot:
        assert any("cannot be written" in words for words in said(pilot))
        await press(pilot, "c", "6", "ctrl+s")
        assert workspace.checkins.count() == 0


async def test_a_guide_reworded_while_the_program_runs_is_asked_in_its_new_words(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        path = workspace.packs.eject("evening")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("like to keep?", "like to remember?"), encoding="utf-8")
        await press(pilot, "w")
        the_app(pilot).write_with(workspace.packs.get(Guide, "evening"))
        await settle(pilot)
        assert shown(pilot, WritingScreen).writing.question.endswith("like to remember?")


async def test_a_pack_that_broke_while_the_program_runs_falls_back_and_says_so(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        path = workspace.packs.eject("evening")
        path.write_text("# Evening\nid: evening\n\n? Mood\n  scale: ten\n", encoding="utf-8")
        await press(pilot, "w")
        assert any("Evening" in words for words in said(pilot))
        assert workspace.packs.get(Guide, "evening").prompts[0].text.startswith("What happened")


def test_the_window_is_called_nothing_that_tells_what_this_is():
    assert IntegrateApp.TITLE == "notes"


async def test_a_screen_that_is_left_while_it_is_built_is_no_fault(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        app = the_app(pilot)
        app.exit(0)
        app._handle_exception(NoMatches("what was never made"))
        assert app.return_code == 0


async def test_a_fault_while_leaving_is_still_a_fault(workspace: Workspace, running: Running):
    with pytest.raises(ZeroDivisionError):
        async with running(workspace) as pilot:
            app = the_app(pilot)
            app.exit(0)
            app._handle_exception(ZeroDivisionError())


@pytest.fixture
def copied_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the copy of the day right after the first frame."""
    monkeypatch.setattr("integrate_tui.tui.app._COPIED_AFTER", 0.001)


@pytest.mark.usefixtures("copied_at_once")
async def test_the_copy_of_the_day_is_made_while_the_screens_are_used(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_note(workspace, "The kettle sang.")
    clock.advance(hours=24)
    async with running(workspace) as pilot:
        await until(pilot, lambda: backups.last_day(workspace) == workspace.today, "a copy")
        assert backups.state_words(workspace) == ""


@pytest.mark.usefixtures("copied_at_once")
async def test_a_copy_that_cannot_be_made_is_said_and_is_no_change_to_undo(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_note(workspace, "The kettle sang.")
    latest = workspace.undoable
    backups_of(workspace.paths.journal).write_text("no folder")
    clock.advance(hours=24)
    async with running(workspace) as pilot:
        await until(
            pilot, lambda: "could not be made" in backups.state_words(workspace), "the fault"
        )
        assert workspace.undoable == latest


async def test_no_style_is_read_twice_for_a_place_that_is_gone_to(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    again: list[str] = []
    reparse = Stylesheet.reparse

    def noted(self: Stylesheet) -> None:
        again.append("again")
        reparse(self)

    monkeypatch.setattr(Stylesheet, "reparse", noted)
    async with running(workspace, (80, 24), "2", "4", "5", "1", "4"):
        assert again == []


async def test_a_place_seen_before_is_drawn_in_a_theme_chosen_since(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "2", "1") as pilot:
        pilot.app.theme = "dawn"
        await pilot.pause()
        await press(pilot, "2")
        assert pilot.app.screen.styles.background == Color.parse(PALETTES["dawn"].background)


async def test_undoing_what_was_written_says_where_the_words_are(
    workspace: Workspace, running: Running
):
    n = keeping.keep_page(workspace, "The lake was cold.", title="The lake").n
    async with running(workspace, (80, 24), "u") as pilot:
        assert said(pilot)[-1] == (
            "Undone: Keep “The lake”. What was written is in the trash."
            " T in the Journal shows it, and Enter has it back."
        )
        await press(pilot, "2", "T", "enter")
        assert workspace.entries.get(n).trashed is None
