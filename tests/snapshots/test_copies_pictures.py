"""The copies of the journal and one put back as they look, in three sizes and both themes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import restoring
from integrate_tui.safekeeping.restoring import Candidate
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.errands import PutBack
from integrate_tui.tui.modals.put_back import PutBackSheet
from integrate_tui.tui.putting_back import PutBackApp
from integrate_tui.workspace import Workspace
from tests.snapshots.test_pictures import LARGE, SMALL, USUAL, Compare
from tests.tui.conftest import settle, the_app

ALL = pytest.mark.parametrize(
    ("size", "theme"),
    [(size, theme) for size in (SMALL, USUAL, LARGE) for theme in ("dusk", "dawn")],
    ids=lambda given: given if isinstance(given, str) else f"{given[0]}x{given[1]}",
)
FOLDER = Path("/home/ana/.local/share/integrate/journal.backups")
ASIDE = FOLDER / "journal-before-restore.db"
SAID = [
    "The newest thing in the copy is of 2026-11-21.",
    "Not in the copy, and in the journal now: 2 entries, 1 check-in and 3 fragments.",
    "Older in the copy than in the journal: 1 entry and 2 goals.",
    "In the copy, and not in the journal now: 1 insight.",
    "2 things in it were erased since, and stay erased.",
    "The copy is encrypted, and the journal would open with its passphrase.",
]


@pytest.fixture(autouse=True)
def found(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of every sort."""
    beside = backups_of(workspace.paths.journal)
    of_a_day, other = "the copy of a day", "before another was put back"
    listed = [
        Candidate(beside / "a.db", date(2026, 11, 22), 3_412_000, of_a_day, False, ""),
        Candidate(beside / "b.db", date(2026, 11, 21), 3_398_000, of_a_day, True, ""),
        Candidate(beside / "c.db", date(2026, 11, 15), 412_000, of_a_day, False, "It is damaged."),
        Candidate(FOLDER / "d.db", date(2026, 11, 2), 3_120_000, other, False, ""),
        Candidate(
            beside / "e.db",
            date(2026, 10, 30),
            3_000_000,
            of_a_day,
            False,
            "A newer version made it.",
        ),
    ]
    monkeypatch.setattr(restoring, "candidates", lambda *_, **__: listed)
    monkeypatch.setattr(restoring, "restore", lambda *_: ASIDE)


@ALL
def test_the_copies(size: tuple[int, int], theme: str, workspace: Workspace, snap_compare: Compare):
    workspace.settings.set("theme", theme)

    async def look(pilot: Pilot[Any]) -> None:
        the_app(pilot).open_copies()
        await settle(pilot)

    assert snap_compare(IntegrateApp(workspace), terminal_size=size, run_before=look)


@ALL
def test_what_would_be_other(
    size: tuple[int, int], theme: str, workspace: Workspace, snap_compare: Compare
):
    workspace.settings.set("theme", theme)

    async def look(pilot: Pilot[Any]) -> None:
        the_app(pilot).open_copies()
        await settle(pilot)
        aside = f"The journal as it is now is kept aside first, in {FOLDER}."
        pilot.app.push_screen(PutBackSheet("journal-2026-11-21.db", SAID, aside))
        await settle(pilot)

    assert snap_compare(IntegrateApp(workspace), terminal_size=size, run_before=look)


@ALL
def test_what_came_of_it(
    size: tuple[int, int], theme: str, workspace: Workspace, snap_compare: Compare
):
    async def look(pilot: Pilot[Any]) -> None:
        await pilot.pause()

    app = PutBackApp(workspace.paths, PutBack(FOLDER / "journal-2026-11-21.db"), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=look)
