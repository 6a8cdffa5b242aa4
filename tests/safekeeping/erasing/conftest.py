"""The journal that things are erased from."""

from collections.abc import Iterator

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.paths import find
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_moment
from tests.fakes import FakeClock


@pytest.fixture
def workspace(clock: FakeClock) -> Iterator[Workspace]:
    """A journal with words in it that stay."""
    workspace = open_workspace(find(), clock)
    for i in range(12):
        workspace.entries.add(Entry(text=f"plain words number {i} " * 40), a_moment(days=i))
    yield workspace
    workspace.close()
