"""The same journal and clock as the tests of the screens, with the copy of the day that it has."""

import pytest

from integrate_tui.safekeeping import backups
from integrate_tui.workspace import Workspace
from tests.bench.life import live
from tests.fakes import FakeClock
from tests.tui.conftest import nothing_waits, paths, workspace  # noqa: F401 - fixtures


@pytest.fixture
def lived_in(workspace: Workspace, clock: FakeClock) -> Workspace:  # noqa: F811 - the fixture
    """A journal of six weeks with thirty entries."""
    live(workspace, clock, entries=30, days=42)
    backups.make(workspace.paths, workspace.today)
    return workspace
