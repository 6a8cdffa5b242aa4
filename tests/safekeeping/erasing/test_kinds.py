"""Every kind of thing is erased without a trace, plain and encrypted."""

from pathlib import Path

import pytest

from integrate_tui.core.thing import ThingKind
from integrate_tui.paths import backups_of, find
from integrate_tui.safekeeping import erasing, sealing, whereabouts
from integrate_tui.store import keys, opening
from integrate_tui.store import things as things_of_store
from integrate_tui.workspace import open_workspace
from tests.fakes import FakeClock
from tests.safekeeping.erasing.traces import copy, gone, left_in
from tests.store import schema
from tests.store.desk import open_desk
from tests.store.lived_in import live

pytestmark = pytest.mark.usefixtures("no_lent_pages")


def word_of(kind: ThingKind) -> str:
    """Return a word that is nowhere else, backwards and without its beginning neither."""
    return f"zqx{list(ThingKind).index(kind):02}yk"


def filled(path: Path) -> None:
    """Fill a journal with every kind, each with a word of its own beside its words."""
    desk = open_desk(path)
    live(desk)
    with desk.db.write():
        for n, kind in desk.db.rows("SELECT n, kind FROM things WHERE head IS NOT NULL"):
            word = word_of(ThingKind(kind))
            desk.db.execute(
                "UPDATE revisions SET title = coalesce(title, '') || ?1,"
                " text = coalesce(text, '') || ?1 WHERE thing = ?2",
                (f" {word}", n),
            )
            things_of_store.set_tags(desk.db, n, [word])
        desk.db.execute("INSERT INTO search (search) VALUES ('rebuild')")
    desk.db.close()


@pytest.mark.parametrize("kind", ThingKind)
def test_every_kind_goes_without_a_trace(clock: FakeClock, home: Path, kind: ThingKind):
    paths = find()
    filled(paths.journal)
    workspace = open_workspace(paths, clock)
    copy(workspace, "journal-2026-11-20.db")
    word = word_of(kind)
    rows = workspace._db.rows("SELECT n FROM things WHERE kind = ? AND head IS NOT NULL", (kind,))
    assert rows
    assert len(left_in(home, word)) >= 2

    plan = erasing.plan_of(workspace, [n for (n,) in rows])
    erasing.erase(whereabouts.where(workspace), plan, workspace.now)

    assert left_in(home, word) == {}
    assert workspace.checks.index_is_right()
    assert workspace._db.rows("PRAGMA foreign_key_check") == []
    workspace.close()
    assert left_in(home, word) == {}


@pytest.mark.usefixtures("no_keys")
@pytest.mark.parametrize("kind", [ThingKind.ENTRY, ThingKind.EXPERIENCE, ThingKind.PRACTICE])
def test_it_is_gone_from_an_encrypted_journal_too(clock: FakeClock, home: Path, kind: ThingKind):
    paths = find()
    filled(paths.journal)
    workspace = open_workspace(paths, clock)
    copy(workspace, "journal-2026-11-20.db")
    workspace.close()
    sealing.encrypt(paths, "correct horse", lambda _done, _all: None)
    word = word_of(kind)
    workspace = open_workspace(paths, clock)
    rows = workspace._db.rows("SELECT n FROM things WHERE kind = ? AND head IS NOT NULL", (kind,))

    plan = erasing.plan_of(workspace, [n for (n,) in rows])
    done = erasing.erase(whereabouts.where(workspace), plan, workspace.now)
    workspace.close()

    assert done.copies == 2  # that of the day, and that from before it was encrypted
    assert all(keys.read_salt(file) for file in home.rglob("*.db"))
    sealing.decrypt(paths, lambda _done, _all: None)
    assert left_in(home, word) == {}


@pytest.mark.parametrize("version", schema.VERSIONS[:-1])
def test_a_copy_of_an_older_version_is_rid_of_it(clock: FakeClock, home: Path, version: int):
    paths = find()
    paths.journal.parent.mkdir(mode=0o700)
    schema.build_released(paths.journal, version)
    workspace = open_workspace(paths, clock)  # brings it up to date, and keeps a copy from before
    (old,) = backups_of(paths.journal).iterdir()
    assert workspace.experiences.get(1).value.intention == "to listen"
    assert old.name in left_in(home, "listen")

    gone(workspace, 1)

    assert left_in(home, "listen") == {}
    assert opening.look_at(old) == version
    workspace.close()
