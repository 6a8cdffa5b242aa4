"""A journal in a folder of its own, with nothing else in it."""

from pathlib import Path

import pytest

from integrate_tui.paths import Paths
from tests.bench.life import PROMPTS


@pytest.fixture
def paths(home: Path) -> Paths:
    """Where everything of the test lies."""
    folder = home / "own"
    return Paths(folder / "journal.db", folder / "packs", PROMPTS)
