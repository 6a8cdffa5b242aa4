"""A run on the screen: its pictures, its bells, what takes the eyes off it, and how it is kept."""

import pytest
from textual import events
from textual.pilot import Pilot

from integrate_tui import keeping
from integrate_tui.core.free import FREE_SIT, free_sit
from integrate_tui.core.pieces import Exercise, Verb
from integrate_tui.core.runner import Runner, RunState
from integrate_tui.core.sitting import Stage
from integrate_tui.errors import BusyError, StoreError
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.widgets.breath import BreathPicture
from integrate_tui.workspace import Workspace
from tests.builders import a_round, an_exercise
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, sit, the_app, type_text


@pytest.fixture(autouse=True)
def card(workspace: Workspace) -> None:
    """A health card on which nothing is ticked."""
    workspace.settings.set("health", "none")


async def begin(
    pilot: Pilot[int], exercise: Exercise | str, seconds: float | None = None, *keys: str
) -> SittingScreen:
    """Open an exercise, press keys on its first page, and begin."""
    app = the_app(pilot)
    if isinstance(exercise, str):
        exercise = app.workspace.packs.get(Exercise, exercise)
    app.sit(exercise, seconds)
    await settle(pilot)
    await press(pilot, *keys, "enter")
    return shown(pilot, SittingScreen)


def runner_of(screen: SittingScreen) -> Runner:
    assert screen.flow.runner is not None
    return screen.flow.runner


# Pictures.


async def test_p_draws_the_breath_another_way_from_now_on(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 12)
        found = []
        for _ in range(3):
            await press(pilot, "p")
            found.append(screen.query_one(BreathPicture).picture)
        assert found == ["wave", "bar", "ring"]
        await press(pilot, "p", "q")
        assert workspace.settings.get("picture") == "wave"
        screen = await begin(pilot, "longer-out-breath")
        assert screen.query_one(BreathPicture).picture == "wave"


@pytest.mark.parametrize("picture", ["ring", "wave", "bar"])
@pytest.mark.parametrize("symbols", ["unicode", "ascii"])
async def test_every_picture_says_the_phase_and_announces_the_next(
    picture: str, symbols: str, workspace: Workspace, running: Running, clock: FakeClock
):
    workspace.settings.set("picture", picture)
    workspace.settings.set("symbols", symbols)
    async with running(workspace) as pilot:
        await begin(pilot, "box-breathing")
        await sit(pilot, clock, 12)
        assert " in " in drawn(pilot)
        assert "then hold" not in drawn(pilot)
        await sit(pilot, clock, 1.5)
        assert "then hold" in drawn(pilot)
        await sit(pilot, clock, 0.5)
        assert " hold " in drawn(pilot)


async def test_without_movement_the_next_phase_is_announced_in_words(
    workspace: Workspace, running: Running, clock: FakeClock
):
    workspace.settings.set("motion", "reduced")
    async with running(workspace) as pilot:
        await begin(pilot, "box-breathing")
        await sit(pilot, clock, 13.5)
        assert "in  1" in drawn(pilot)
        assert "then hold" in drawn(pilot)
        assert "Picture" not in drawn(pilot)


async def test_a_step_is_announced_by_its_name(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begin(pilot, "body-scan")
        await sit(pilot, clock, 28)
        assert "Next: Feet" in drawn(pilot)


async def test_a_line_that_is_behind_gets_fewer_frames_at_the_same_time(
    workspace: Workspace, running: Running, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 11)
        picture = screen.query_one(BreathPicture)
        before = picture.scene
        monkeypatch.setattr(type(the_app(pilot)), "is_behind", True)
        await sit(pilot, clock, 2)
        assert picture.scene == before
        assert screen.flow.frame(clock.monotonic()).left == 187
        monkeypatch.setattr(type(the_app(pilot)), "is_behind", False)
        await sit(pilot, clock, 0.5)
        assert picture.scene != before


def ticking(screen: SittingScreen) -> bool:
    """Tell whether a run is looked at as often as it moves."""
    assert screen._pulse is not None
    return screen._pulse.is_quick


async def test_it_is_drawn_often_only_while_the_breath_moves(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "box-breathing")
        assert not ticking(screen)
        await sit(pilot, clock, 11)
        assert ticking(screen)
        await sit(pilot, clock, 4)
        assert runner_of(screen).frame(clock.monotonic()).beat.verb == "hold"  # type: ignore[union-attr]
        assert not ticking(screen)
        await sit(pilot, clock, 4)
        assert ticking(screen)
        await press(pilot, "space")
        assert not ticking(screen)
        assert screen._pulse is not None
        assert not screen._pulse.is_due


# Bells.


@pytest.fixture
def strokes(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When the terminal's bell was rung."""
    rung: list[float] = []
    monkeypatch.setattr(
        "integrate_tui.tui.app.IntegrateApp.bell",
        lambda app: rung.append(app.workspace.clock.monotonic()),
    )
    return rung


async def test_no_bell_rings_unless_it_is_asked_for(
    workspace: Workspace, running: Running, clock: FakeClock, strokes: list[float]
):
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 40)
        assert strokes == []


async def test_b_rings_with_the_breath_and_is_remembered(
    workspace: Workspace, running: Running, clock: FakeClock, strokes: list[float]
):
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        start = clock.monotonic()
        await press(pilot, "b")
        await sit(pilot, clock, 11)
        assert [at - start for at in strokes] == [10.0]
        assert workspace.settings.get("bell") == "on"
        await press(pilot, "b")
        await sit(pilot, clock, 40)
        assert len(strokes) == 1


async def test_a_free_sit_rings_at_intervals_and_ends_with_a_key(
    workspace: Workspace, running: Running, clock: FakeClock, strokes: list[float]
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(free_sit())
        await settle(pilot)
        await press(pilot, "shift+tab", "right", "tab")  # a bell every minute
        await press(pilot, "enter")
        screen = shown(pilot, SittingScreen)
        start = clock.monotonic()
        assert screen.flow.bell_every == 60
        await sit(pilot, clock, 185)
        assert [at - start for at in strokes] == [60.0, 120.0, 180.0]
        assert "3:05" in drawn(pilot)
        assert "Enter ends it" in drawn(pilot)
        await press(pilot, "enter", "enter")
        (kept,) = workspace.sittings.all()
        assert (kept.value.exercise, kept.value.sat, kept.value.finished) == (FREE_SIT, 185, True)


# What is chosen before.


async def test_breaths_may_be_chosen_in_place_of_a_length(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        the_app(pilot).sit(workspace.packs.get(Exercise, "longer-out-breath"))
        await settle(pilot)
        await press(pilot, "shift+tab", *["right"] * 2, "tab")
        screen = shown(pilot, SittingScreen)
        assert screen.flow.span.words == "6 breaths"
        assert "1 minute" in drawn(pilot)
        await press(pilot, "enter")
        assert screen.flow.frame(clock.monotonic()).breaths_left == 6


async def test_holds_may_be_left_out(workspace: Workspace, running: Running, clock: FakeClock):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "box-breathing", None, "shift+tab", "right", "tab")
        verbs = {str(beat.verb) for beat in runner_of(screen).plan.beats}
        assert verbs == {"notice", "in", "out"}


async def test_the_pace_of_an_exercise_is_kept_for_the_next_time(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        await press(pilot, "plus", "plus", "q")
        screen = await begin(pilot, "longer-out-breath")
        assert runner_of(screen).pace == 1.2
        await press(pilot, "q")
        screen = await begin(pilot, "coherent-breathing")
        assert runner_of(screen).pace == 1.0


# Words.


async def test_words_that_were_typed_may_be_let_go(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "five-senses")
        await sit(pilot, clock, 16)
        await type_text(pilot, "a shadow")
        await press(pilot, "ctrl+n")
        while screen.flow.stage is Stage.RUNNING:
            clock.advance(1)
            screen.tick()
        await settle(pilot)
        assert "a shadow" in drawn(pilot)
        assert "l lets them go" in drawn(pilot)
        await press(pilot, "l")
        assert "let go" in drawn(pilot)
        await press(pilot, "enter")
        (kept,) = workspace.sittings.all()
        assert kept.value.finished
        assert kept.value.note == ""


# Away.


async def look_elsewhere(pilot: Pilot[int], *, back: bool = False) -> None:
    pilot.app.post_message(events.AppFocus() if back else events.AppBlur())
    await settle(pilot)


async def test_another_window_pauses_it_and_coming_back_goes_on(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 14)
        await look_elsewhere(pilot)
        clock.advance(500)
        assert runner_of(screen).is_paused
        await look_elsewhere(pilot, back=True)
        frame = screen.flow.frame(clock.monotonic())
        assert (frame.state, frame.sat) == (RunState.LEAD_IN, 14)


async def test_it_goes_on_behind_another_window_if_it_is_set_to(
    workspace: Workspace, running: Running, clock: FakeClock
):
    workspace.settings.set("away", "go on")
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 14)
        await look_elsewhere(pilot)
        assert not runner_of(screen).is_paused


async def test_what_was_paused_before_another_window_stays_paused(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await press(pilot, "space")
        await look_elsewhere(pilot)
        await look_elsewhere(pilot, back=True)
        assert runner_of(screen).is_paused


async def test_both_have_to_be_gone_before_it_goes_on(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await press(pilot, "f2")
        await look_elsewhere(pilot)
        await look_elsewhere(pilot, back=True)
        assert runner_of(screen).is_paused
        await press(pilot, "escape")
        assert not runner_of(screen).is_paused


@pytest.mark.parametrize("key", ["space", "minus", "s", "q"])
async def test_a_key_after_a_sleep_counts_none_of_it(
    key: str, workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 14)
        clock.advance(3600)
        await press(pilot, key)
        assert screen.flow.frame(clock.monotonic()).sat == 14


async def test_a_wall_clock_that_is_set_back_changes_nothing(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, "longer-out-breath", 80)
        await sit(pilot, clock, 14)
        clock.set(clock.now().replace(hour=clock.now().hour - 1))
        await sit(pilot, clock, 67)
        assert screen.flow.stage is Stage.AFTER
        await press(pilot, "enter")
        assert workspace.sittings.all()[0].value.sat == 80


async def test_a_pack_that_is_edited_meanwhile_changes_nothing_of_the_run(
    workspace: Workspace, running: Running, clock: FakeClock
):
    path = workspace.paths.packs / "short.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Short\nkind: exercise\n\n- look 9s One.\n- look 9s Two.\n")
    workspace.packs.refresh()
    async with running(workspace) as pilot:
        screen = await begin(pilot, "short")
        path.write_text("# Short\nkind: exercise\n\n- look 1s Gone.\n")
        await press(pilot, "f2", "escape")
        await sit(pilot, clock, 3 + 10)
        assert "Two." in drawn(pilot)
        await sit(pilot, clock, 9)
        assert screen.flow.stage is Stage.AFTER


async def test_a_step_of_a_tenth_of_a_second_and_one_of_three_hours(
    workspace: Workspace, running: Running, clock: FakeClock
):
    steps = ((Verb.LOOK, 0.1), (Verb.NOTICE, 10_800.0))
    async with running(workspace) as pilot:
        screen = await begin(pilot, an_exercise(a_round(*steps, repeat=1), takes=None))
        await sit(pilot, clock, 1)
        assert "3:00:00" in drawn(pilot)
        assert screen.flow.frame(clock.monotonic()).left == pytest.approx(10_799.1)


# Keeping.


async def test_it_is_left_at_once_and_kept_as_soon_as_another_program_lets_it(
    workspace: Workspace, running: Running, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    keep = keeping.keep_sitting
    tries: list[None] = []

    def busy_twice(*args: object, **more: object) -> object:
        tries.append(None)
        if len(tries) < 3:
            raise BusyError("Another program is writing.")
        return keep(*args, **more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(keeping, "keep_sitting", busy_twice)
    monkeypatch.setattr("integrate_tui.tui.host._BUSY_PAUSE", 0.001)
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 20)
        await press(pilot, "q")
        shown(pilot, TodayPlace)
        await settle(pilot)
        assert workspace.sittings.all()[0].value.sat == 20
        assert the_app(pilot).keepers == set()


async def test_a_sitting_that_cannot_be_kept_is_left_all_the_same(
    workspace: Workspace, running: Running, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    def broken(*args: object, **more: object) -> object:
        raise StoreError("The journal cannot be written.")

    monkeypatch.setattr(keeping, "keep_sitting", broken)
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 20)
        await press(pilot, "q")
        shown(pilot, TodayPlace)
        assert any("cannot be written" in words for words in said(pilot))


async def test_words_that_cannot_be_kept_stay_until_they_are_left_again(
    workspace: Workspace, running: Running, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    def broken(*args: object, **more: object) -> object:
        raise StoreError("The journal cannot be written.")

    monkeypatch.setattr(keeping, "keep_sitting", broken)
    async with running(workspace) as pilot:
        await begin(pilot, "five-senses")
        await sit(pilot, clock, 16)
        await type_text(pilot, "a shadow")
        await press(pilot, "escape")
        shown(pilot, SittingScreen)
        assert "a shadow" in drawn(pilot)
        await press(pilot, "escape")
        shown(pilot, TodayPlace)


async def test_what_was_sat_is_kept_when_the_program_is_left(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begin(pilot, "longer-out-breath")
        await sit(pilot, clock, 20)
        await press(pilot, "ctrl+q")
        assert workspace.sittings.all()[0].value.sat == 20
