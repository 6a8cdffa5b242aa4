"""People to turn to come up at the answer that calls for them, however fast the keys come."""

import pytest
from textual import events
from textual.pilot import Pilot

from integrate_tui import keeping
from integrate_tui.core import measure
from integrate_tui.core.answers import Choose, Scale, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.pieces import CheckIn, Guide, Measure, SupportIf
from integrate_tui.core.writing import begin
from integrate_tui.errors import DamagedError
from integrate_tui.purposes import for_guide
from integrate_tui.store.settings import Settings
from integrate_tui.tui.modals.choose import Choose as ChooseModal
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.filling import FillingScreen
from integrate_tui.tui.screens.ground_now import GroundNow
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.builders import a_check_in, a_prompt
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app, type_text

AT_NINE = SupportIf(at_least=9)


async def at_once(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as a terminal sends them in one chunk: none waits for what the last one did."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await settle(pilot)
    await settle(pilot)


async def writing(pilot: Pilot[int], workspace: Workspace, id: str, at: int = 0) -> WritingScreen:
    """Open a guide at one of its prompts."""
    guide = workspace.packs.get(Guide, id)
    screen = WritingScreen(begin(guide).go_to(at), for_guide(guide))
    the_app(pilot).push_screen(screen)
    await settle(pilot)
    return screen


async def at_the_ninth(pilot: Pilot[int], workspace: Workspace) -> FillingScreen:
    """Open the PHQ-9 at the question about being better off dead."""
    screen = FillingScreen(measure.begin(workspace.packs.get(Measure, "phq-9")).go_to(8))
    the_app(pilot).push_screen(screen)
    await settle(pilot)
    return screen


@pytest.mark.parametrize("keys", [("9", "ctrl+n"), (*["right"] * 5, "ctrl+n"), ("9", "escape")])
async def test_it_comes_up_at_distress_though_the_next_key_is_there_already(
    workspace: Workspace, running: Running, keys: tuple[str, ...]
):
    async with running(workspace) as pilot:
        screen = await writing(pilot, workspace, "difficult-experience")
        await at_once(pilot, *keys)
        shown(pilot, SupportModal)
        assert screen.writing.replies[0].number in (9, 10)
        assert screen.writing.index == 0


@pytest.mark.parametrize("key", ["ctrl+n", "escape", "ctrl+b"])
async def test_it_comes_up_at_the_ninth_question_though_the_next_key_is_there_already(
    workspace: Workspace, running: Running, key: str
):
    async with running(workspace) as pilot:
        screen = await at_the_ninth(pilot, workspace)
        await at_once(pilot, "2", key)
        shown(pilot, SupportModal)
        assert screen.filling.reply.number == 2


async def test_it_comes_up_in_a_check_in_before_that_is_kept(
    workspace: Workspace, running: Running
):
    asked: CheckIn = a_check_in(a_prompt("Distress?", Scale(), name="distress", support_if=AT_NINE))
    async with running(workspace) as pilot:
        the_app(pilot).push_screen(CheckInScreen(asked))
        await settle(pilot)
        await at_once(pilot, "9", "ctrl+n")
        shown(pilot, SupportModal)
        assert workspace.checkins.count() == 0


async def test_grounding_comes_first_though_the_next_key_is_there_already(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await writing(pilot, workspace, "difficult-experience")
        await at_once(pilot, "7", "ctrl+n")
        shown(pilot, GroundNow)
        assert screen.writing.index == 0


async def test_it_comes_up_once_for_an_answer(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await writing(pilot, workspace, "difficult-experience")
        await press(pilot, "9", "escape")
        shown(pilot, ChooseModal)  # it may rest here
        await press(pilot, "end", "enter")
        shown(pilot, WritingScreen)
        assert screen.writing.index == 1


@pytest.mark.parametrize("second", ["3", "enter", "ctrl+m"])
async def test_a_second_key_neither_answers_nor_skips_the_next_question(
    workspace: Workspace, running: Running, second: str
):
    async with running(workspace) as pilot:
        screen = await writing(pilot, workspace, "difficult-experience")
        await at_once(pilot, "3", second)
        assert screen.writing.index == 1
        assert screen.writing.replies[1].is_empty


async def test_a_safety_answer_that_is_changed_later_brings_it_up(
    workspace: Workspace, running: Running
):
    guide = workspace.packs.get(Guide, "longer-check-in")
    (at,) = (i for i, prompt in enumerate(guide.prompts) if prompt.name == "safe")
    assert isinstance(guide.prompts[at].answer, Choose)
    written = begin(guide).go_to(at).answer(reply_with_text("no"))
    kept = keeping.keep_writing(workspace, written, Closing())
    async with running(workspace) as pilot:
        the_app(pilot).edit_thing(kept.n, kept.kind)
        await settle(pilot)
        await press(pilot, "backspace", "backspace")
        await type_text(pilot, "yes")
        shown(pilot, SupportModal)


async def test_it_comes_up_where_the_journal_cannot_be_read(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    def damaged(_: Settings, name: str) -> str:
        raise DamagedError("The journal is damaged.")

    async with running(workspace) as pilot:
        await writing(pilot, workspace, "difficult-experience")
        monkeypatch.setattr(Settings, "get", damaged)
        await press(pilot, "9")
        shown(pilot, SupportModal)
        monkeypatch.undo()
        assert "cannot call" in drawn(pilot)


@pytest.mark.parametrize("size", [(20, 6), (50, 30), (200, 8)])
async def test_support_is_read_in_a_terminal_too_small_for_anything_else(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size, "exclamation_mark") as pilot:
        shown(pilot, SupportModal)
        assert "A person" in drawn(pilot)
