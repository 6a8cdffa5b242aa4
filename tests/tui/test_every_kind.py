"""Every kind of answer is the same answer, given in its field or to a question in lines of text."""

from pathlib import Path

import pytest
from textual import events
from textual.containers import Horizontal

from integrate_tui.core.answers import (
    KIND_NAMES,
    Answer,
    Body,
    Check,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Line,
    Lines,
    Link,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.core.entry import Answered
from integrate_tui.core.goal import Goal
from integrate_tui.core.pieces import Guide, Round, Step, Verb
from integrate_tui.core.thing import Role
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.sitting_parts import StepAnswer
from integrate_tui.workspace import Workspace
from tests.builders import a_check_in, a_prompt, an_exercise
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock
from tests.tui.conftest import Running, press, settle, the_app

PASTE = "paste:"
KINDS: dict[str, tuple[str, list[str], list[str]]] = {
    "text": ("answer: text", [f"{PASTE}One.\n Two."], ["One.", " Two.", "."]),
    "line": ("answer: line", [f"{PASTE}One line"], ["One line"]),
    "date": ("answer: date", [f"{PASTE}last tuesday"], ["last tuesday"]),
    "date in words": ("answer: date", [f"{PASTE}when it thaws"], ["when it thaws"]),
    "sketch": ("answer: sketch", [f"{PASTE}  *\n\n *水"], ["  *", "", " *水", "."]),
    "body": ("answer: body", [*["down"] * 4, "1", "down", "w"], ["a warm belly, chest tight"]),
    "scale": ("scale: 0 heavy .. 10 light", ["7"], ["7"]),
    "choose": ("choose: a friend, not now", ["2"], ["2"]),
    "choose any": ("choose any: sleep, pain, focus", ["3", "1"], ["focus, sleep"]),
    "check": ("check: water, food", ["2"], ["food"]),
    "list": ("list: 3", [f"{PASTE}one\ntwo"], ["one", "two", ""]),
    "feelings": ("feelings: 3", ["g", "l", "a", "enter", "c", "a", "l", "enter"], ["glad, calm"]),
    "link": ("link: goal", ["down", "down", "enter"], ["2"]),
    "link in words": ("link: goal", [f"{PASTE}rest more"], ["rest more"]),
}


@pytest.fixture
def packs(home: Path) -> Path:
    folder = home / "integrate" / "packs"
    folder.mkdir(parents=True, mode=0o700)
    return folder


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line, beside the app."""
    return Integrate(monkeypatch, clock)


def the_answer(workspace: Workspace) -> tuple[Answered, list[int]]:
    """Return what was answered in the newest entry, and what it speaks of."""
    entry = workspace.entries.newest(1)[0]
    (answer,) = entry.value.answers
    return answer, workspace.links.targets(entry.n, Role.SPEAKS_OF)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_field_and_a_question_give_the_same_answer(
    kind: str,
    packs: Path,
    workspace: Workspace,
    running: Running,
    integrate: Integrate,
    clock: FakeClock,
):
    setting, keys, typed = KINDS[kind]
    (packs / "one.txt").write_text(f"# One\nid: one\n\n? What is it?\n  {setting}\n", "utf-8")
    for title in ("Walk each morning", "Call Ana"):
        workspace.goals.add(Goal(title), workspace.moment())
    clock.advance(1)

    async with running(workspace) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "one"))
        await settle(pilot)
        for key in keys:
            if key.startswith(PASTE):
                pilot.app.post_message(events.Paste(key.removeprefix(PASTE)))
                await settle(pilot)
            else:
                await press(pilot, key)
        while not workspace.entries.count():
            await press(pilot, "ctrl+n")
    in_the_field = the_answer(workspace)
    clock.advance(1)
    said = integrate("--plain", "write", "one", typed=[*typed, "", ""])

    assert said.code == 0
    assert workspace.entries.count() == 2
    assert the_answer(workspace) == in_the_field
    assert in_the_field[0].kind == kind.removesuffix(" in words")
    assert not in_the_field[0].reply.is_empty


def test_no_kind_is_left_out():
    assert {kind.removesuffix(" in words") for kind in KINDS} == set(KIND_NAMES.values())


ASKED = (
    *(Text(), Line(), Date(), Sketch(), Body(), Scale(), Choose(("a", "b")), ChooseAny(("a", "b"))),
    *(Check(("a", "b")), Lines(), Feelings(3), Link("goal")),
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_a_check_in_may_ask_for_every_kind(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    piece = a_check_in(*(a_prompt(f"{KIND_NAMES[type(kind)]}?", kind) for kind in ASKED))
    async with running(workspace, size) as pilot:
        screen = CheckInScreen(piece)
        pilot.app.push_screen(screen)
        await settle(pilot)
        for field in screen.query(".asked").results(Horizontal):
            assert field.children[1].size.height > 0
            assert field.children[1].size.width > 20
        for _ in ASKED:
            await press(pilot, "tab")


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: KIND_NAMES[type(kind)])
async def test_a_step_may_ask_for_every_kind(workspace: Workspace, running: Running, kind: Answer):
    step = Step(verb=Verb.SAY, seconds=20.0, cue="Say it.", answer=kind)
    exercise = an_exercise(Round(steps=(step,)), takes=None)
    async with running(workspace) as pilot:
        screen = SittingScreen(exercise)
        pilot.app.push_screen(screen)
        await settle(pilot)
        await press(pilot, "enter")
        screen.tick()
        await settle(pilot)
        field = screen.query_one(StepAnswer).field
        assert field is not None
        assert field.has_focus_within or field.has_focus
        assert field.size.height > 0
