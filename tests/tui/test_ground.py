"""Ground now, the place, what helped, the health card, and a breath of one's own."""

import pytest
from textual.widgets import TextArea

from integrate_tui import grounding, keeping
from integrate_tui.core.free import free_sit
from integrate_tui.core.grounding import Feels, Way
from integrate_tui.core.health import Asked, answered
from integrate_tui.core.pieces import Exercise
from integrate_tui.core.sitting import Stage
from integrate_tui.tui.elsewhere import ElsewhereApp, Start
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.ground import GroundPlace, Listing
from integrate_tui.tui.screens.ground_now import GroundNow
from integrate_tui.tui.screens.health import HealthScreen
from integrate_tui.tui.screens.helped import HelpedScreen
from integrate_tui.tui.screens.own_pattern import PatternForm
from integrate_tui.tui.screens.settings import SettingsScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.widgets.how_it_is import HowItIs
from integrate_tui.workspace import Workspace
from tests.builders import a_sitting
from tests.fakes import FakeClock
from tests.tui.conftest import (
    Running,
    drawn,
    press,
    said,
    settle,
    shown,
    sit,
    the_app,
    type_text,
)


def offered(screen: GroundNow) -> list[str]:
    rows = [screen.rows.row_at(i) for i in range(screen.rows.count)]
    return [row.exercise.id if row.exercise else "a person" for row in rows if row]


def listed(screen: GroundPlace) -> list[Listing]:
    rows = [screen.rows.row_at(i) for i in range(screen.rows.count)]
    return [row for row in rows if row]


def sat(
    workspace: Workspace, id: str, before: int | None, after: int | None, times: int = 1
) -> None:
    title = workspace.packs.get(Exercise, id).title
    for _ in range(times):
        value = a_sitting(exercise=id, title=title, before=before, after=after)
        keeping.keep_sitting(workspace, value)


# Ground now


async def test_g_and_enter_begin_the_gentlest_with_nothing_asked_before(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "g") as pilot:
        assert offered(shown(pilot, GroundNow))[0] == "five-senses"
        await press(pilot, "enter")
        assert shown(pilot, SittingScreen).flow.exercise.id == "five-senses"


async def test_what_was_said_last_today_decides_what_stands_first(
    workspace: Workspace, running: Running
):
    sat(workspace, "stop", 7, 6)
    async with running(workspace, (80, 24), "g") as pilot:
        screen = shown(pilot, GroundNow)
        assert screen.how.feels == Feels(6)
        assert offered(screen)[:3] == ["longer-out-breath", "feet-and-object", "the-container"]


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("9", ["five-senses", "look-around", "a person"]),
        ("equals_sign", ["five-senses", "look-around", "a person"]),
        ("7", ["longer-out-breath", "feet-and-object"]),
        ("0", ["body-scan", "kind-wishes"]),
        ("r", ["five-senses", "feet-and-object"]),
        ("s", ["longer-out-breath", "tense-and-release"]),
    ],
)
async def test_one_key_says_how_it_is_and_sorts_anew(
    workspace: Workspace, running: Running, key: str, first: list[str]
):
    async with running(workspace, (80, 24), "g", "down", key) as pilot:
        screen = shown(pilot, GroundNow)
        assert offered(screen)[: len(first)] == first
        assert screen.rows.cursor == 0


async def test_what_was_said_is_taken_back_by_the_same_key_or_backspace(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "g", "7", "r") as pilot:
        screen = shown(pilot, GroundNow)
        assert screen.how.feels == Feels(7, Way.UNREAL)
        await press(pilot, "r")
        assert screen.how.feels == Feels(7)
        await press(pilot, "backspace")
        assert screen.how.feels == Feels()


async def test_a_person_stands_among_what_fits_and_opens_support(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "g", "9", "down", "down", "enter") as pilot:
        shown(pilot, SupportModal)
        await press(pilot, "escape")
        shown(pilot, GroundNow)
        await press(pilot, "exclamation_mark")
        shown(pilot, SupportModal)


async def test_the_mouse_says_how_it_is(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "g") as pilot:
        screen = shown(pilot, GroundNow)
        lead = drawn(pilot).splitlines()[screen.how.region.y + 1].index(" 9 ")
        await pilot.click(HowItIs, offset=(lead + 1 - screen.how.region.x, 1))
        await settle(pilot)
        assert screen.how.feels == Feels(9)
        await pilot.click(HowItIs, offset=(4, 2))
        await settle(pilot)
        assert screen.how.feels == Feels(9, Way.UNREAL)
        row = drawn(pilot).splitlines()[screen.how.region.y + 2]
        await pilot.click(HowItIs, offset=(row.index("people") - screen.how.region.x, 2))
        await settle(pilot)
        shown(pilot, SupportModal)


async def test_ctrl_g_from_half_a_sentence_comes_back_to_the_same_character(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "half a sen")
        writing = pilot.app.screen
        await press(pilot, "ctrl+g", "escape")
        assert pilot.app.screen is writing
        await type_text(pilot, "tence")
        assert "half a sentence" in drawn(pilot)


async def test_with_no_exercises_at_all_it_says_where_people_are(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grounding, "exercises", lambda packs: ())
    async with running(workspace, (80, 24), "g") as pilot:
        assert "! shows people to turn to" in drawn(pilot)
        await press(pilot, "enter", "escape", "3")
        assert "a makes a breath of your own" in drawn(pilot)


async def test_a_broken_pack_leaves_the_others(workspace: Workspace, running: Running):
    folder = workspace.paths.packs
    folder.mkdir(parents=True)
    (folder / "broken.txt").write_text("# X\nkind: exercise\n- in fast\n", encoding="utf-8")
    async with running(workspace, (80, 24), "g") as pilot:
        assert offered(shown(pilot, GroundNow))[0] == "five-senses"


# The place


async def test_what_fits_stands_first_and_what_rests_last_with_its_line(
    workspace: Workspace, running: Running
):
    sat(workspace, "longer-out-breath", 4, 6)
    async with running(workspace, (80, 24), "3") as pilot:
        place = shown(pilot, GroundPlace)
        found = listed(place)
        assert found[0].exercise.id == "feet-and-object"
        assert found[-1].exercise.id == "longer-out-breath"
        await press(pilot, "end")
        assert "Rests until Sunday 29 November." in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, SittingScreen)


async def test_what_is_hidden_is_seen_with_its_reason_and_is_back_by_the_card(
    workspace: Workspace, running: Running
):
    grounding.keep_card(workspace, answered(["cold"]))
    async with running(workspace, (80, 24), "3") as pilot:
        place = shown(pilot, GroundPlace)
        assert all(one.exercise.id != "cool-water" for one in listed(place))
        assert "1 hidden" in drawn(pilot)
        await press(pilot, "v")
        assert "Hidden because of what you ticked: cold." in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, HealthScreen)
        await press(pilot, *["down"] * 10, "space", "enter")
        assert grounding.card_of(workspace) == answered(())
        assert any(one.exercise.id == "cool-water" for one in listed(place))
        assert "hidden" not in drawn(pilot)


async def test_a_fast_pattern_from_a_pack_is_not_opened_and_says_why(
    workspace: Workspace, running: Running
):
    folder = workspace.paths.packs
    folder.mkdir(parents=True)
    fast = "# Fire\nkind: exercise\ntakes: 3 minutes\n\nrepeat: until time\n- in 1s\n- out 1s\n"
    (folder / "fire.txt").write_text(fast.replace("\n\nrepeat", "\n\n## Go\nrepeat"))
    async with running(workspace, (80, 24), "3", "v", "enter") as pilot:
        shown(pilot, GroundPlace)
        assert any("more than twenty breaths a minute" in words for words in said(pilot))


async def test_a_wide_screen_shows_what_was_said_around_what_is_marked(
    workspace: Workspace, running: Running
):
    sat(workspace, "five-senses", 9, 6, times=3)
    async with running(workspace, (120, 40), "3") as pilot:
        while "Five senses" not in str(shown(pilot, GroundPlace).view.content):
            await press(pilot, "down")
        words = str(shown(pilot, GroundPlace).view.content)
        assert "Usually 9 before and 6 after, over 3 times: 3 lower." in words


# What helped


async def test_what_helped_is_a_key_away_and_tells_three_and_the_count_of_fewer(
    workspace: Workspace, running: Running
):
    sat(workspace, "rain", 6, 4, times=3)
    sat(workspace, "stop", 5, 5, times=2)
    async with running(workspace, (80, 24), "3", "h") as pilot:
        shown(pilot, HelpedScreen)
        page = drawn(pilot)
        assert "usually 6 before and 4 after, over 3 times   2 lower" in page
        assert "before and after said twice" in page
        assert "5 sittings" in page
        await press(pilot, "enter")
        assert shown(pilot, SittingScreen).flow.exercise.id == "rain"


async def test_in_a_small_window_the_words_of_what_helped_come_before_the_picture(
    workspace: Workspace, running: Running
):
    sat(workspace, "rain", 6, 4, times=10)
    async with running(workspace, (60, 20), "3", "h") as pilot:
        assert "usually 6 before and 4 after, over 10 times   2 lower" in drawn(pilot)


async def test_with_nothing_said_what_helped_says_how_it_begins(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "3", "h") as pilot:
        assert "Nothing here yet." in drawn(pilot)
        await press(pilot, "enter", "escape")
        shown(pilot, GroundPlace)


async def test_an_exercise_that_is_gone_is_told_of_and_cannot_be_begun(
    workspace: Workspace, running: Running
):
    keeping.keep_sitting(workspace, a_sitting(exercise="gone", title="Gone"))
    async with running(workspace, (80, 24), "3", "h", "enter") as pilot:
        shown(pilot, HelpedScreen)
        assert any("not among the text packs any more" in words for words in said(pilot))


# The health card


@pytest.fixture
def unasked(workspace: Workspace) -> Workspace:
    """A journal whose health card was never asked."""
    workspace.settings.set("health", "")
    return workspace


async def begin(pilot, workspace: Workspace, id: str) -> None:
    the_app(pilot).sit(workspace.packs.get(Exercise, id))
    await settle(pilot)


async def test_the_card_is_asked_once_before_what_needs_it_and_one_key_answers(
    unasked: Workspace, running: Running
):
    async with running(unasked) as pilot:
        await begin(pilot, unasked, "longer-out-breath")
        shown(pilot, HealthScreen)
        assert "Before Longer out-breath, once" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, SittingScreen)
        await press(pilot, "q")
        await begin(pilot, unasked, "box-breathing")
        shown(pilot, SittingScreen)
    assert grounding.card_of(unasked) == answered(())


async def test_what_needs_nothing_asks_nothing(unasked: Workspace, running: Running):
    async with running(unasked) as pilot:
        await begin(pilot, unasked, "five-senses")
        shown(pilot, SittingScreen)


async def test_the_card_may_be_left_and_is_not_asked_again_by_itself(
    unasked: Workspace, running: Running
):
    async with running(unasked) as pilot:
        await begin(pilot, unasked, "longer-out-breath")
        await press(pilot, "escape")
        shown(pilot, SittingScreen)
        assert grounding.card_of(unasked).asked is Asked.LEFT


async def test_a_gated_exercise_is_not_begun_without_an_answer(
    unasked: Workspace, running: Running
):
    async with running(unasked) as pilot:
        await begin(pilot, unasked, "cool-water")
        await press(pilot, "escape")
        shown(pilot, GroundNow)
        assert any("comes after those questions" in words for words in said(pilot))


async def test_a_tick_that_hides_what_was_to_begin_says_so_and_offers_the_others(
    unasked: Workspace, running: Running
):
    async with running(unasked) as pilot:
        await begin(pilot, unasked, "box-breathing")
        await press(pilot, "2", "enter")
        shown(pilot, GroundNow)
        assert said(pilot) == ["Hidden because of what you ticked: heart."]


async def test_the_card_is_changed_from_the_settings_and_left_as_it_was(
    workspace: Workspace, running: Running
):
    grounding.keep_card(workspace, answered(["heart"]))
    async with running(workspace) as pilot:
        the_app(pilot).open_settings()
        await settle(pilot)
        shown(pilot, SettingsScreen)
        await press(pilot, "b", "space", "escape")
        assert grounding.card_of(workspace) == answered(["heart"])
        await press(pilot, "b", "space", "enter")
        assert grounding.card_of(workspace) == answered(["pregnancy", "heart"])


async def test_an_unreadable_card_is_asked_anew(workspace: Workspace, running: Running):
    with workspace.write("x"):
        workspace._db.execute("UPDATE settings SET value = 'nonsense' WHERE name = 'health'")
    async with running(workspace) as pilot:
        await begin(pilot, workspace, "longer-out-breath")
        shown(pilot, HealthScreen)


# A breath of one's own


async def test_a_breath_is_made_found_in_the_list_and_changed(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "3", "a") as pilot:
        shown(pilot, PatternForm)
        await type_text(pilot, "Evening")
        await press(pilot, "enter")
        await type_text(pilot, "in 5.5 Slowly, out 5.5")
        assert "11 seconds a round, 5.5 a minute." in drawn(pilot)
        await press(pilot, "ctrl+n")
        place = shown(pilot, GroundPlace)
        assert place.rows.row is not None
        assert place.rows.row.exercise.title == "Evening"
        await press(pilot, "e")
        await press(pilot, "tab")
        await press(pilot, "ctrl+a", "ctrl+k")
        await type_text(pilot, "4-0-6")
        await press(pilot, "ctrl+n")
        made = workspace.packs.get(Exercise, "evening")
        assert made.about == "In 4, out 6."


async def test_fast_breathing_is_not_kept_and_the_form_stays(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "3", "a") as pilot:
        await type_text(pilot, "Fire")
        await press(pilot, "enter")
        await type_text(pilot, "in 1, out 1")
        await press(pilot, "ctrl+n")
        shown(pilot, PatternForm)
        assert "more than twenty breaths a minute" in drawn(pilot)
    assert not workspace.paths.packs.exists()


async def test_only_what_was_made_here_is_changed_here(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "3", "e") as pilot:
        shown(pilot, GroundPlace)


async def test_a_breath_with_a_hold_can_be_changed_while_it_is_done_gentler(
    workspace: Workspace, running: Running
):
    grounding.keep_card(workspace, answered(["heart"]))
    async with running(workspace, (80, 24), "3", "a") as pilot:
        await type_text(pilot, "Mine")
        await press(pilot, "enter")
        await type_text(pilot, "4-7-8")
        await press(pilot, "ctrl+n")
        assert "Gentler, because of what you ticked." in drawn(pilot)
        await press(pilot, "e")
        assert "in 4, hold 7, out 8" in drawn(pilot)


# Around the run


async def test_a_number_that_was_said_here_is_not_asked_twice(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24), "g", "7", "enter") as pilot:
        assert shown(pilot, SittingScreen).flow.before == 7
        await press(pilot, "enter")
        assert shown(pilot, SittingScreen).flow.stage is Stage.RUNNING


async def test_a_number_from_earlier_is_asked_anew(workspace: Workspace, running: Running):
    sat(workspace, "stop", 7, 6)
    async with running(workspace, (80, 24), "g", "enter") as pilot:
        assert shown(pilot, SittingScreen).flow.before is None


async def test_the_caution_of_a_hold_is_shown_once_and_then_by_a_key(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await begin(pilot, workspace, "box-breathing")
        assert "holds" in drawn(pilot)
        await press(pilot, "escape")
        sat(workspace, "box-breathing", None, None)
        await begin(pilot, workspace, "box-breathing")
        caution = shown(pilot, SittingScreen).query_one("#caution")
        assert not caution.display
        await press(pilot, "i")
        assert caution.display


async def test_eight_and_more_after_it_names_others_and_people_in_one_sentence(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "longer-out-breath"), 60)
        await settle(pilot)
        await press(pilot, "8")
        await sit(pilot, clock, 62)
        await press(pilot, "8")
        assert said(pilot) == [
            "Distress 8 before and after. Look around or Five senses may suit better now, and F2"
            " shows people to turn to."
        ]
        await press(pilot, "g")
        assert "longer-out-breath" not in offered(shown(pilot, GroundNow))


async def test_from_half_a_sentence_a_minute_of_breathing_and_back_to_the_same_character(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "half a sen")
        writing = pilot.app.screen
        await press(pilot, "ctrl+g", "6", "enter", "enter")
        await sit(pilot, clock, 240)
        await press(pilot, "4")
        assert pilot.app.screen is writing
        await type_text(pilot, "tence")
        assert "half a sentence" in drawn(pilot)
    (kept,) = workspace.sittings.all()
    assert (kept.value.before, kept.value.after) == (6, 4)
    assert kept.value.exercise == "longer-out-breath"


async def test_from_the_middle_of_a_prompt_a_minute_of_breathing_and_back_to_the_same_character(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace, (80, 24), "w", "enter") as pilot:
        await type_text(pilot, "half a sentence, and more")
        writing = pilot.app.screen
        await press(pilot, *["left"] * 10)
        editor = pilot.app.focused
        assert isinstance(editor, TextArea)
        before = editor.cursor_location, editor.text
        await press(pilot, "ctrl+g", "6", "enter")
        await press(pilot, "shift+tab", "right", "right", "tab", "enter")  # six breaths
        await sit(pilot, clock, 81)
        await press(pilot, "4")
        assert pilot.app.screen is writing
        assert pilot.app.focused is editor
        assert (editor.cursor_location, editor.text) == before
        await type_text(pilot, "s")
        assert editor.text == "half a sentences, and more"
    (kept,) = workspace.sittings.all()
    assert (kept.value.before, kept.value.after, kept.value.breaths) == (6, 4, 6)
    assert kept.value.finished


@pytest.mark.parametrize(("minutes", "is_long"), [(19, False), (20, True)])
async def test_twenty_minutes_get_a_note(
    workspace: Workspace, running: Running, minutes: int, is_long: bool
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "coherent-breathing"), minutes * 60)
        await settle(pilot)
        assert shown(pilot, SittingScreen).query_one("#long").display is is_long


async def test_a_slow_pace_that_makes_twenty_minutes_of_ten_gets_the_note_too(
    workspace: Workspace, running: Running
):
    workspace.settings.set("paces", "coherent-breathing 2")
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "coherent-breathing"), 600)
        await settle(pilot)
        assert shown(pilot, SittingScreen).query_one("#long").display


async def test_a_free_sit_with_an_open_end_says_so_at_twenty_minutes(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(free_sit())
        await settle(pilot)
        await press(pilot, "enter")
        await sit(pilot, clock, 1199)
        assert "Twenty minutes is long." not in drawn(pilot)
        await sit(pilot, clock, 1)
        assert "Twenty minutes is long." in drawn(pilot)
        assert "Enter ends it" in drawn(pilot)


# Begun from the shell


def elsewhere(workspace: Workspace, **start: object) -> ElsewhereApp:
    return ElsewhereApp(workspace, Start(**start))  # type: ignore[arg-type]  # as it is given


async def test_ground_from_the_shell_reads_today_only_when_it_is_gone_to(workspace: Workspace):
    app = elsewhere(workspace, start="ground")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown(pilot, GroundNow)
        assert "today" not in app._screen_stacks
        await press(pilot, "escape")
        shown(pilot, TodayPlace)
        await press(pilot, "g", "escape")
        shown(pilot, TodayPlace)


async def test_an_exercise_from_the_shell_opens_at_once_and_today_comes_after_it(
    workspace: Workspace,
):
    app = elsewhere(workspace, start="ground", subject="box-breathing", minutes=3)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shown(pilot, SittingScreen).flow.exercise.id == "box-breathing"
        await press(pilot, "q")
        shown(pilot, TodayPlace)


async def test_the_card_from_the_shell_leads_to_the_exercise_and_then_to_today(
    unasked: Workspace,
):
    app = elsewhere(unasked, start="ground")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "enter")
        shown(pilot, HealthScreen)
        assert pilot.app.screen.styles.background.hex == "#16161D"
        await press(pilot, "enter")
        assert shown(pilot, SittingScreen).flow.exercise.id == "longer-out-breath"
        await press(pilot, "q")
        shown(pilot, TodayPlace)


async def test_what_was_said_in_the_shell_decides_what_stands_first(workspace: Workspace):
    app = elsewhere(workspace, start="ground", feels=Feels(way=Way.SLEEPLESS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert offered(shown(pilot, GroundNow))[0] == "longer-out-breath"


async def test_an_exercise_that_is_gone_since_leads_to_the_others(workspace: Workspace):
    app = elsewhere(workspace, start="ground", subject="gone")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown(pilot, GroundNow)


async def test_writing_from_the_shell_begins_with_the_page(workspace: Workspace):
    app = elsewhere(workspace, start="write", subject="free-page")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "today" not in app._screen_stacks
        await press(pilot, "escape")
        shown(pilot, TodayPlace)
