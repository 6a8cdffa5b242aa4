"""A journal for each test, copied from one that is built once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.store.opening import SCHEMA_VERSION, open_journal
from tests.builders import a_moment
from tests.fakes import FakeClock
from tests.store import schema
from tests.store.desk import Desk, open_desk


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal nobody has written in; copied, never opened."""
    path = tmp_path_factory.mktemp("blank") / "journal.db"
    open_journal(path).close()
    return path


@pytest.fixture
def journal(blank: Path, tmp_path: Path) -> Path:
    """Where a journal of this test's own lies."""
    folder = tmp_path / "journals"
    folder.mkdir(mode=0o700)
    return Path(shutil.copy(blank, folder / "journal.db"))


@pytest.fixture
def desk(journal: Path, clock: FakeClock) -> Iterator[Desk]:
    """An open journal with everything around it."""
    desk = open_desk(journal, clock)
    yield desk
    desk.db.close()


@pytest.fixture
def written(journal: Path) -> Path:
    """A journal with three long entries in it, closed."""
    desk = open_desk(journal)
    for i in range(3):
        desk.entries.add(Entry(text=f"lake {i} " + "words " * 5_000), a_moment())
    desk.db.close()
    return journal


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A lived-in journal, as the latest released version left it."""
    path = tmp_path / "old" / "journal.db"
    path.parent.mkdir()
    schema.build_released(path, SCHEMA_VERSION)
    return path
