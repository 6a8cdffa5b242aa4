"""A home of its own for the real program, and a way to look into its journal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui.core.drafts import Draft
from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.bench.life import PROMPTS
from tests.terminal.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def journal(tmp_path: Path) -> Paths:
    """A journal whose first screens have been seen, closed."""
    home = tmp_path / "own"
    home.mkdir()
    paths = Paths(home / "journal.db", home / "packs", PROMPTS)
    workspace = open_workspace(paths)
    workspace.settings.set("welcome", "seen")
    workspace.close()
    return paths


@pytest.fixture
def start(journal: Paths, request: pytest.FixtureRequest) -> Start:
    """Start the program on the journal: `start("write", "week-one")`."""

    def begin(
        *words: str,
        size: tuple[int, int] = (80, 24),
        code: str = "",
        environment: dict[str, str] | None = None,
    ) -> Terminal:
        variables = {"INTEGRATE_HOME": str(journal.journal.parent), **(environment or {})}
        terminal = Terminal(words, environment=variables, size=size, code=code)
        request.addfinalizer(terminal.hang_up)
        request.addfinalizer(terminal.kill)
        return terminal

    return begin


def drafts(paths: Paths) -> list[Draft]:
    """Return the drafts that are in the journal."""
    workspace = open_workspace(paths)
    try:
        return workspace.drafts.all()
    finally:
        workspace.close()


def drafted(paths: Paths) -> list[str]:
    """Return the texts of what is being written, as its drafts have them."""
    return [
        answer["text"]
        for draft in drafts(paths)
        for answer in json.loads(draft.data).get("answers", ())
    ]
