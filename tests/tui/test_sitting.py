"""The runner: exact in time, left at once, and what was sat is kept."""

from integrate_tui.core.pieces import Exercise
from integrate_tui.core.runner import Frame, Runner, RunState
from integrate_tui.core.sitting import Stage
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.ground import GroundPlace
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.widgets.breath import BreathPicture
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, sit, the_app, type_text


async def begin(
    pilot, workspace: Workspace, id: str = "longer-out-breath", seconds: float | None = None
) -> SittingScreen:
    the_app(pilot).sit(workspace.packs.get(Exercise, id), seconds)
    await settle(pilot)
    return shown(pilot, SittingScreen)


def stage_of(screen: SittingScreen) -> Stage:
    return screen.flow.stage


def runner_of(screen: SittingScreen) -> Runner:
    assert screen.flow.runner is not None
    return screen.flow.runner


def beat_of(frame: Frame) -> tuple[str, str]:
    """Return the heading and the verb of what is being done."""
    assert frame.beat is not None
    return frame.beat.heading, str(frame.beat.verb)


async def test_a_minute_from_before_to_after(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace, seconds=60)
        await press(pilot, "6")
        assert stage_of(screen) is Stage.RUNNING
        await sit(pilot, clock, 61)
        assert stage_of(screen) is Stage.AFTER
        await press(pilot, "3")
        shown(pilot, TodayPlace)
        (kept,) = workspace.sittings.all()
        assert (kept.value.before, kept.value.after) == (6, 3)
        assert kept.value.finished
        assert kept.value.sat == 60
        assert kept.value.breaths == 4


async def test_both_numbers_may_be_left(workspace: Workspace, running: Running, clock: FakeClock):
    async with running(workspace) as pilot:
        await begin(pilot, workspace, seconds=60)
        await press(pilot, "enter")
        await sit(pilot, clock, 61)
        await press(pilot, "enter")
        (kept,) = workspace.sittings.all()
        assert (kept.value.before, kept.value.after) == (None, None)


async def test_q_leaves_at_once_and_keeps_what_was_sat(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 33)
        await press(pilot, "q")
        shown(pilot, TodayPlace)
        assert said(pilot) == []
        (kept,) = workspace.sittings.all()
        assert kept.value.sat == 33
        assert not kept.value.finished


async def test_leaving_before_it_begins_keeps_nothing(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await begin(pilot, workspace)
        await press(pilot, "q")
        assert workspace.sittings.count() == 0


async def test_a_pause_eats_no_time_and_goes_on_with_an_in_breath(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 17)
        await press(pilot, "space")
        left = screen.flow.frame(clock.monotonic()).left
        await sit(pilot, clock, 60)
        frame = screen.flow.frame(clock.monotonic())
        assert frame.state is RunState.PAUSED
        assert frame.left == left
        await press(pilot, "space")
        await sit(pilot, clock, 3)
        frame = screen.flow.frame(clock.monotonic())
        assert beat_of(frame)[1] == "in"
        assert frame.fraction == 0


async def test_a_machine_that_slept_does_not_jump_ahead(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 12)
        before = screen.flow.frame(clock.monotonic()).left
        clock.advance(3600)
        screen.tick()
        after = screen.flow.frame(clock.monotonic())
        assert after.state is RunState.LEAD_IN
        assert after.left >= before


async def test_looking_at_support_pauses_and_coming_back_goes_on(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 14)
        await press(pilot, "f2")
        shown(pilot, SupportModal)
        assert runner_of(screen).is_paused
        clock.advance(120)
        await press(pilot, "escape")
        assert not runner_of(screen).is_paused
        await press(pilot, "q")
        assert workspace.sittings.all()[0].value.sat == 14


async def test_support_that_is_looked_at_while_paused_leaves_it_paused(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 14)
        await press(pilot, "space", "f2", "escape")
        assert runner_of(screen).is_paused


async def test_a_body_region_is_skipped_whole(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace, "tense-and-release")
        await press(pilot, "enter")
        await sit(pilot, clock, 26)
        assert beat_of(screen.flow.frame(clock.monotonic()))[0] == "Right hand and forearm"
        await press(pilot, "s")
        assert beat_of(screen.flow.frame(clock.monotonic())) == ("Right upper arm", "tense")


async def test_the_pace_is_changed_by_tenths(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter", "plus", "plus", "minus")
        assert runner_of(screen).pace == 1.1


async def test_the_ring_fills_and_empties_with_the_breath(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 14)
        picture = screen.query_one(BreathPicture)
        assert screen.run_page.breath.display
        assert picture.scene.breath.fullness == 1
        await sit(pilot, clock, 6)
        assert picture.scene.breath.fullness < 0.01


async def test_reduced_motion_tells_words_and_seconds(
    workspace: Workspace, running: Running, clock: FakeClock
):
    workspace.settings.set("motion", "reduced")
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 11)
        assert not screen.query(BreathPicture)
        assert "in  3" in drawn(pilot)


async def test_distress_that_rose_by_two_offers_something_else_once(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        await begin(pilot, workspace, seconds=60)
        await press(pilot, "3")
        await sit(pilot, clock, 61)
        await press(pilot, "5")
        (notice,) = said(pilot)
        assert notice.startswith("Distress 3 before, 5 after.")
        assert "F2" in notice


async def test_the_terminal_shrunk_to_nothing_and_back_keeps_the_time_right(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace)
        await press(pilot, "enter")
        await sit(pilot, clock, 5)
        for size in ((20, 5), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await sit(pilot, clock, 5)
        assert screen.flow.frame(clock.monotonic()).left == 180


async def test_an_exercise_is_opened_from_its_place(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "3") as pilot:
        shown(pilot, GroundPlace)
        await press(pilot, "enter")
        shown(pilot, SittingScreen)


async def test_what_is_typed_at_a_step_makes_the_time_wait_and_is_kept(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace, "five-senses")
        await press(pilot, "enter")
        await sit(pilot, clock, 17)
        await type_text(pilot, "a shadow")
        left = screen.flow.frame(clock.monotonic()).left
        await sit(pilot, clock, 60)
        assert screen.flow.frame(clock.monotonic()).left == left
        assert "The time waits for you." in drawn(pilot)
        await press(pilot, "ctrl+n")
        await sit(pilot, clock, 10)
        assert screen.flow.frame(clock.monotonic()).left < left
        await press(pilot, "q")
        (kept,) = workspace.sittings.all()
        assert kept.value.note.endswith("five things you can see.\na shadow")


async def test_a_step_that_may_be_answered_goes_by_without(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await begin(pilot, workspace, "five-senses")
        await press(pilot, "enter")
        await sit(pilot, clock, 200)
        assert stage_of(screen) is Stage.AFTER
