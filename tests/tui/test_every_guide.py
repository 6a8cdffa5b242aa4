"""Every shipped guide, written through in the app and in lines of text, is kept as the same."""

from collections.abc import Sequence

import pytest
from textual import events
from textual.pilot import Pilot

from integrate_tui.core.answers import (
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
from integrate_tui.core.entry import Entry
from integrate_tui.core.pieces import Guide, Prompt
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.packs.files import load
from integrate_tui.tui.modals.choose import Choose as ChooseSheet
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.workspace import Workspace
from tests.bench.life import PROMPTS
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock
from tests.tui.conftest import Running, press, settle, shown, the_app

GUIDES = sorted(
    piece.id
    for file in (PROMPTS / "guides").glob("*.txt")
    for piece in load(file, file.name).pieces
    if isinstance(piece, Guide)
)
PASTE = "paste:"


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line, beside the app."""
    return Integrate(monkeypatch, clock)


def answer_to(prompt: Prompt, kind: Answer) -> tuple[list[str], list[str]]:
    """Return an answer as keys in its field, and as lines; none that brings up support."""
    match kind:
        case Text() | Sketch():
            return [f"{PASTE}One.\n Two."], ["One.", " Two.", "."]
        case Line() | Link():
            return [f"{PASTE}One line"], ["One line"]
        case Date():
            return [f"{PASTE}last tuesday"], ["last tuesday"]
        case Body():
            return ["1"], ["head tight"]
        case Scale():
            return ["2"], ["2"]
        case Choose(options=options):
            urgent = prompt.support_if.words if prompt.support_if else ()
            safe = next(i for i, option in enumerate(options, 1) if option not in urgent)
            return [str(safe)], [str(safe)]
        case ChooseAny() | Check():
            return ["1"], ["1"]
        case Lines(most=most):
            lines = ["one", "two"][:most]
            return [PASTE + "\n".join(lines)], [*lines, *([""] if most > len(lines) else [])]
        case Feelings():
            return ["c", "a", "l", "enter"], ["calm"]


async def write_in_the_app(pilot: Pilot[int], guide: Guide) -> list[str]:
    """Write a guide through with keys, keep it, and return the lines that say the same."""
    the_app(pilot).write_with(guide)
    await settle(pilot)
    screen = shown(pilot, WritingScreen)
    lines: list[str] = []
    while pilot.app.screen is screen:
        index = screen.writing.index
        keys, typed = answer_to(screen.writing.prompt, screen.writing.answer_kind)
        lines += typed
        for key in keys:
            if key.startswith(PASTE):
                pilot.app.post_message(events.Paste(key.removeprefix(PASTE)))
                await settle(pilot)
            else:
                await press(pilot, key)
        if pilot.app.screen is screen and screen.writing.index == index:
            await press(pilot, "ctrl+n")
    shown(pilot, ClosingScreen)
    await press(pilot, "ctrl+n")
    if isinstance(pilot.app.screen, ChooseSheet):  # a way to land, which may be left
        await press(pilot, "escape")
    return lines


def kept(workspace: Workspace) -> tuple[Entry, list[tuple[ThingKind, str]]]:
    """Return the newest entry, and what came from it, by kind and words."""
    entry = workspace.entries.newest(1)[0]
    found = [workspace.journal.brief(n) for n in workspace.links.sources(entry.n, Role.CAME_FROM)]
    return entry.value, sorted((brief.kind, brief.title) for brief in found if brief)


@pytest.mark.parametrize("id", GUIDES)
async def test_a_guide_is_kept_the_same_from_the_app_and_from_lines(
    id: str, workspace: Workspace, running: Running, integrate: Integrate, clock: FakeClock
):
    async with running(workspace) as pilot:
        lines = await write_in_the_app(pilot, workspace.packs.get(Guide, id))
    in_the_app = kept(workspace)
    clock.advance(60)

    said = integrate("--plain", "write", id, typed=[*lines, *_closing(in_the_app[1])])

    assert (said.code, workspace.entries.count()) == (0, 2), said.out[-2000:] + said.err
    assert kept(workspace) == in_the_app


def _closing(lines: Sequence[object]) -> list[str]:
    """Return the lines that leave title and tags, and say yes to each line that is kept."""
    return ["", "", *[""] * len(lines)]
