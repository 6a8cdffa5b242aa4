"""What one run of the command line knows."""

from collections.abc import Iterator

import pytest

from integrate_tui.cli.here import Here
from integrate_tui.paths import find
from integrate_tui.workspace import APP_MS, PATIENT_MS, Workspace, open_workspace
from tests.fakes import FakeClock


@pytest.fixture
def here(clock: FakeClock) -> Iterator[Here]:
    """A run of the command line, with a journal to be found."""
    open_workspace(find(), clock).close()
    here = Here(clock)
    yield here
    here.close()


def waits(workspace: Workspace) -> int:
    """Return how long a write waits for another program's, in milliseconds."""
    return int(workspace._db.value("PRAGMA busy_timeout"))


def test_a_command_waits_patiently(here: Here) -> None:
    assert waits(here.reading()) == waits(here.writing()) == PATIENT_MS


@pytest.mark.parametrize("has_looked", [False, True])
def test_the_screens_never_wait_long(here: Here, has_looked: bool) -> None:
    if has_looked:
        here.look()
    assert waits(here.writing(for_screens=True)) == APP_MS
