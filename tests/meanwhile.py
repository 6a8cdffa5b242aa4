"""Another window that gets in between what is read here and what is written."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from integrate_tui.core.undo import Change
from integrate_tui.store.database import Database
from integrate_tui.workspace import Workspace


def before_the_next_write(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any], *, of: Workspace | None = None
) -> None:
    """Do something, once, just before the next change to any journal is begun.

    Args:
        monkeypatch: Takes it back after the test.
        act: What to do.
        of: A workspace that is open already, whose changes are among those.
    """
    write = Database.write
    waiting = [act]

    def late(self: Database, label: str = "") -> AbstractContextManager[Change]:
        if waiting:
            waiting.pop()()
        return write(self, label)

    monkeypatch.setattr(Database, "write", late)
    if of is not None:
        monkeypatch.setattr(of, "write", of._db.write)
