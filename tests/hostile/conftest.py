"""A hostile journal of its own for each test."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock
from tests.hostile import journal
from tests.hostile.watching import SIZE, Watched, Watching
from tests.measures import add_measures
from tests.tui.conftest import nothing_waits as nothing_waits
from tests.tui.conftest import settle

Watch = Callable[..., AbstractAsyncContextManager[Watching]]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the journal and the packs, to be copied."""
    folder = tmp_path_factory.mktemp("hostile")
    journal.fill(folder / "journal.db")
    journal.add_packs(folder / "packs")
    add_measures(folder / "packs")
    return folder


@pytest.fixture
def workspace(home: Path, filled: Path, clock: FakeClock) -> Iterator[Workspace]:
    """The hostile journal, opened."""
    folder = home / "integrate"
    shutil.copytree(filled, folder)
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock, busy_ms=50)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    yield workspace
    workspace.close()


@pytest.fixture
def watch(workspace: Workspace) -> Watch:
    """Run the app and watch it: `async with watch() as at:`."""

    @asynccontextmanager
    async def run(size: tuple[int, int] = SIZE) -> AsyncIterator[Watching]:
        app = Watched(workspace)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield Watching(app, pilot)

    return run
