"""What the tests of an erase write, and where they look for it afterwards."""

import hashlib
from pathlib import Path

from integrate_tui.core.entry import Entry
from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups, erasing, whereabouts
from integrate_tui.workspace import Workspace
from tests.builders import a_moment

SECRET = "zqsecret"


def written(workspace: Workspace, words: str = SECRET) -> int:
    """Keep an entry often enough to fill pages, and change it once; return its number."""
    long = " ".join(f"{words}{i} and more" for i in range(600))
    n = workspace.entries.add(Entry(f"{words} title", long), a_moment(), tags=[f"{words}-tag"]).n
    workspace.entries.change(n, Entry(f"{words} again", long[::-1]))
    return n


def left_in(folder: Path, words: str = SECRET) -> dict[str, int]:
    """Return in which files under a folder the words are, forwards and backwards, and how often."""
    found = {}
    for file in folder.rglob("*"):
        held = file.read_bytes().lower() if file.is_file() else b""
        parts = (words.encode(), words[::-1].encode(), words[2:].encode())
        count = sum(map(held.count, parts))
        if count:
            found[file.name] = count
    return found


def copy(workspace: Workspace, name: str) -> Path:
    """Make a copy of the journal among its backups."""
    return backups.make_at(workspace.paths, backups_of(workspace.paths.journal) / name)


def gone(workspace: Workspace, n: int) -> None:
    """Erase one thing."""
    plan = erasing.plan_of(workspace, [n])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    workspace.forget_changes(plan.numbers)


def things(workspace: Workspace) -> dict[str, str]:
    """Return a hash over every state of everything, by its id."""
    found: dict[str, str] = {}
    for id, *state in workspace._db.rows(
        "SELECT t.id, t.n, t.at, t.day, t.trashed, r.made, r.title, r.text, r.checksum"
        " FROM things t JOIN revisions r ON r.thing = t.n ORDER BY t.id, r.n"
    ):
        before = found.get(id, "")
        found[id] = hashlib.sha256((before + repr(state)).encode()).hexdigest()
    return found
