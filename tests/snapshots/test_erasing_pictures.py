"""The sheets of an erase as they look, in three sizes and both themes."""

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from integrate_tui.tui.app import IntegrateApp
from integrate_tui.workspace import Workspace
from tests.snapshots.test_pictures import LARGE, SMALL, USUAL, Compare
from tests.tui.conftest import press

pytestmark = pytest.mark.usefixtures("no_lent_pages")

PAGES: dict[str, tuple[tuple[int, int], str, Sequence[str]]] = {
    "a-page": (USUAL, "dusk", ["2", "enter", "X"]),
    "a-page-small": (SMALL, "dusk", ["2", "enter", "X"]),
    "a-page-large": (LARGE, "dawn", ["2", "enter", "X"]),
    "an-experience": (USUAL, "dawn", ["6", "enter", "X"]),
    "with-its-things": (USUAL, "dusk", ["6", "enter", "X", "down", "enter"]),
    "everything": (USUAL, "dawn", ["ctrl+p", *"settings", "enter", "X", *"every"]),
    "another-word": (USUAL, "dusk", ["2", "enter", "X", *"yes", "enter"]),
}


@pytest.mark.parametrize("name", PAGES)
def test_erasing(lived_in: Workspace, snap_compare: Compare, name: str):
    size, theme, keys = PAGES[name]
    lived_in.settings.set("theme", theme)

    async def go(pilot: Pilot[int]) -> None:
        await press(pilot, *keys)

    assert snap_compare(IntegrateApp(lived_in), terminal_size=size, run_before=go)
