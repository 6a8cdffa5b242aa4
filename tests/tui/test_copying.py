"""A copy that is asked for from the screens."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups
from integrate_tui.tui.offered import offered
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, the_app


@pytest.fixture
def uncopied(workspace: Workspace, clock: FakeClock) -> Workspace:
    """A journal of nine days in no copy."""
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    clock.advance(days=9)
    return workspace


async def ask_for_copy(pilot: Pilot[int]) -> None:
    (command,) = [
        one for one in offered(the_app(pilot), pilot.app.screen) if one.title == "Make a copy"
    ]
    command.callback()
    await pilot.pause()


async def test_a_copy_is_made_now_and_today_says_no_more_of_it(
    uncopied: Workspace, running: Running
):
    async with running(uncopied) as pilot:
        assert "There is no copy of the journal yet." in drawn(pilot)
        await ask_for_copy(pilot)
        assert backups.last_day(uncopied) == uncopied.today
        assert "no copy" not in drawn(pilot)


@pytest.fixture
def blocked(uncopied: Workspace) -> Path:
    """A file where the folder of copies should be."""
    place = backups_of(uncopied.paths.journal)
    place.write_text("no folder")
    return place


def make_way(place: Path) -> None:
    place.unlink()


async def test_a_copy_that_cannot_be_made_is_said_with_what_is_in_the_way(
    uncopied: Workspace, blocked: Path, running: Running
):
    async with running(uncopied) as pilot:
        await ask_for_copy(pilot)
        assert "The last copy could not be made." in drawn(pilot)
        assert "ctrl+p, Make a copy" in drawn(pilot)
        make_way(blocked)
        await ask_for_copy(pilot)
        assert "The last copy could not be made." not in drawn(pilot)
