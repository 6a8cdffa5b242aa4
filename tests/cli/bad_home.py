"""A good home on a good machine, and everything that can be wrong with one, planted by name."""

import os
import resource
import shutil
from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from integrate_tui import paths
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import Role
from integrate_tui.paths import Paths, backups_of
from integrate_tui.safekeeping import lending, other_disk, sealing
from integrate_tui.safekeeping.inspection import files, system
from integrate_tui.store import driver, keys
from integrate_tui.store.drafts import Rescue
from integrate_tui.workspace import open_workspace
from tests.builders import a_draft
from tests.cli.conftest import Integrate

MARKER = "heliotrope"
"""A word that a person wrote, and that no finding may say."""
PASSPHRASE = "salt lamp at the north window"
GOOD_GUIDE = "# Evening tea\n\n? What was warm?\n"
OWN_GUIDE = "# Week one\nid: week-one\n\n? heliotrope?\n"
BROKEN_GUIDE = "# heliotrope\nid: heliotrope\nno-such-setting: 3\n"
GOOD_DISK = "/dev/dm-0 / ext4 rw 0 0\n"
NO_SWAP = "Filename Type Size Used Priority\n"


@dataclass
class Scene:
    """A home on a machine, both told by files of the test."""

    integrate: Integrate
    patch: pytest.MonkeyPatch
    machine: Path
    home: Path
    kept: dict[str, Any] = field(default_factory=dict)
    """What a plant has to remember for its mend."""

    @property
    def paths(self) -> Paths:
        return paths.find()

    @property
    def journal(self) -> Path:
        return self.paths.journal

    @property
    def copies(self) -> Path:
        return backups_of(self.journal)

    @property
    def copy(self) -> Path:
        """The copy of a day."""
        return sorted(self.copies.glob("journal-2*.db"))[-1]

    def repair(self) -> None:
        self.integrate("doctor", "--repair")

    def old_copy(self, name: str) -> None:
        """Put a copy there that was made before a change long ago."""
        shutil.copy(self.copy, self.copies / name)
        os.utime(self.copies / name, (0, 0))

    def restore(self) -> None:
        assert self.integrate("restore", self.copy.name, "--yes").code == 0

    def sql(self, *statements: str) -> None:
        """Change the journal behind the program's back."""
        connection = keys.connect(self.journal)
        connection.isolation_level = None
        for statement in statements:
            connection.execute(statement)
        connection.close()


Act = Callable[[Scene], object]


@dataclass(frozen=True)
class Planted:
    """One thing that is wrong, how it comes about, and how it goes."""

    finding: str
    said: str
    """A part of its sentence or of what is to be done about it."""
    plant: Act
    mend: Act
    command: str = "doctor"
    alone: bool = False
    """Whether it leaves no room for others."""
    is_note: bool = False


def good_machine(scene: Scene) -> None:
    """An encrypted disk, no swap, no histories, no recorder, nano."""
    root, patch = scene.machine, scene.patch
    shutil.rmtree(root / "blocks", ignore_errors=True)
    (root / "blocks" / "dm-0" / "dm").mkdir(parents=True)
    (root / "blocks" / "dm-0" / "dm" / "uuid").write_text("CRYPT-LUKS2-abc")
    (root / "mounts").write_text(GOOD_DISK)
    (root / "swaps").write_text(NO_SWAP)
    for name in ("processes", "memory", "temporary"):
        shutil.rmtree(root / name, ignore_errors=True)
        (root / name).mkdir()
    patch.setattr(system, "BLOCKS", root / "blocks")
    patch.setattr(system, "MOUNTS", root / "mounts")
    patch.setattr(system, "SWAPS", root / "swaps")
    patch.setattr(system, "PROCESSES", root / "processes")
    patch.setattr(system, "ask", lambda command: "")
    patch.setattr(lending, "MEMORY", root / "memory")
    patch.setattr(lending, "MOUNTS", root / "lending-mounts")
    (root / "lending-mounts").write_text(f"tmpfs {root / 'memory'} tmpfs rw 0 0\n")
    patch.setattr("tempfile.tempdir", str(root / "temporary"))
    patch.setattr(resource, "getrlimit", lambda which: (1, 1))
    usage = namedtuple("usage", "total used free")
    patch.setattr(shutil, "disk_usage", lambda path: usage(9, 9, 10**12))
    patch.setattr(files, "_owner_of", lambda path: os.geteuid())
    patch.setenv("EDITOR", "nano")
    for name in (
        *("TEXTUAL", "TEXTUAL_LOG", "LD_PRELOAD", "PYTHONSTARTUP", "PYTHONINSPECT", "HISTFILE"),
        *("TMUX", "STY", "SCRIPT", "ASCIINEMA_REC", "ASCIINEMA_SESSION", "TTYREC", "VISUAL"),
        *("LD_AUDIT", "DYLD_INSERT_LIBRARIES"),
    ):
        patch.delenv(name, raising=False)


def lay(path: Callable[[Scene], Path], text: str = MARKER, *, old: bool = False) -> Act:
    """Return what lays a private file."""

    def act(scene: Scene) -> None:
        target = path(scene)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        target.chmod(0o600)
        if old:
            os.utime(target, (0, 0))

    return act


def remove(path: Callable[[Scene], Path]) -> Act:
    return lambda scene: path(scene).unlink()


def mode(path: Callable[[Scene], Path], bits: int) -> Act:
    return lambda scene: path(scene).chmod(bits)


def beside(name: str) -> Callable[[Scene], Path]:
    return lambda scene: scene.journal.with_name(name)


def at_home(name: str) -> Callable[[Scene], Path]:
    return lambda scene: scene.home / name


def own_pack(name: str) -> Callable[[Scene], Path]:
    return lambda scene: scene.paths.packs / name


def on_machine(name: str, text: str) -> Act:
    return lambda scene: (scene.machine / name).write_text(text)


def variable(name: str, value: str) -> Act:
    return lambda scene: scene.patch.setenv(name, value)


def without(name: str) -> Act:
    return lambda scene: scene.patch.delenv(name)


def setting(name: str, value: str) -> Act:
    statement = f"INSERT INTO settings VALUES ('{name}', '{value}')"
    return lambda scene: scene.sql(statement)


def without_setting(name: str) -> Act:
    return lambda scene: scene.sql(f"DELETE FROM settings WHERE name = '{name}'")


def first(*acts: Act) -> Act:
    """Return what does one after the other."""

    def act(scene: Scene) -> None:
        for each in acts:
            each(scene)

    return act


def plain_copy(scene: Scene) -> None:
    other = scene.copies / "journal-2026-10-01.db"
    connection = driver.connect(str(other))
    connection.execute(f"CREATE TABLE {MARKER} (a)")
    connection.close()
    other.chmod(0o600)


def without_plain_copy(scene: Scene) -> None:
    (scene.copies / "journal-2026-10-01.db").unlink()


def break_page(scene: Scene) -> None:
    """Change one bit of the journal's last page."""
    with scene.journal.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def cut_short(path: Callable[[Scene], Path]) -> Act:
    return lambda scene: os.truncate(path(scene), 5000)


def break_index(scene: Scene) -> None:
    scene.sql("DELETE FROM search_data WHERE id > 10")


def dead_link(scene: Scene) -> None:
    scene.sql(
        "PRAGMA foreign_keys=OFF",
        f"INSERT INTO links VALUES (1, 999, '{Role.ABOUT}', '2026-11-22T19:00:00Z', NULL)",
    )


def orphan(scene: Scene) -> None:
    scene.sql(
        "PRAGMA foreign_keys=OFF",
        f"INSERT INTO tags VALUES (998, '{MARKER}')",
    )


def behead(scene: Scene) -> None:
    scene.sql("UPDATE things SET head = NULL WHERE n = 2")


def change_by_hand(scene: Scene) -> None:
    scene.sql("UPDATE revisions SET text = 'Not what was written.' WHERE thing = 1")


def version(number: int) -> Act:
    def act(scene: Scene) -> None:
        connection = keys.connect(scene.journal)
        was = connection.execute("PRAGMA user_version").fetchone()[0]
        scene.kept.setdefault("version", was)
        connection.execute(f"PRAGMA user_version={number or was - 1}")
        connection.close()

    return act


def right_version(scene: Scene) -> None:
    scene.sql(f"PRAGMA user_version={scene.kept['version']}")


def rescue_draft(scene: Scene) -> None:
    Rescue(scene.paths.rescue, keys.key_of(scene.journal)).save(a_draft("d-9", f'["{MARKER}"]'))


def open_rescue(scene: Scene) -> None:
    """Do what opening the program and keeping the draft does."""
    workspace = open_workspace(scene.paths, scene.integrate.clock)
    for draft in workspace.drafts.all():
        workspace.drafts.forget(draft.id)
    workspace.close()


def old_draft(scene: Scene) -> None:
    workspace = open_workspace(scene.paths, scene.integrate.clock)
    long_ago = scene.integrate.clock.now() - timedelta(days=40)
    workspace.drafts.save(a_draft("d-8", f'["{MARKER}"]', changed=long_ago, title=MARKER))
    workspace.close()


def link_journal(scene: Scene) -> None:
    target = scene.home / "elsewhere.db"
    scene.journal.rename(target)
    scene.journal.symlink_to(target)


def unlink_journal(scene: Scene) -> None:
    target, link = scene.paths.journal, scene.paths.link
    assert link is not None
    link.unlink()
    target.rename(link)


def second_name(scene: Scene) -> None:
    os.link(scene.journal, scene.home / "second.db")


def full_disk(scene: Scene) -> None:
    usage = namedtuple("usage", "total used free")
    scene.patch.setattr(shutil, "disk_usage", lambda path: usage(9, 9, 1_000_000))


def others_file(scene: Scene) -> None:
    scene.patch.setattr(files, "_owner_of", lambda path: os.geteuid() + 1)


def read_only(scene: Scene) -> None:
    real, journal = os.access, str(scene.journal)
    scene.patch.setattr(os, "access", lambda path, how: str(path) != journal and real(path, how))
    scene.kept["access"] = real


def writable(scene: Scene) -> None:
    scene.patch.setattr(os, "access", scene.kept["access"])


def wait_ten_days(scene: Scene) -> None:
    scene.integrate.clock.advance(days=1)
    workspace = open_workspace(scene.paths, scene.integrate.clock)
    workspace.fragments.add(Fragment(MARKER), workspace.moment())
    workspace.close()
    scene.integrate.clock.advance(days=9)


def back_up(scene: Scene) -> None:
    assert scene.integrate("backup").code == 0


def second_folder(name: str, *, make: bool) -> Act:
    def act(scene: Scene) -> None:
        folder = scene.home / name
        workspace = open_workspace(scene.paths, scene.integrate.clock)
        other_disk.choose(workspace, str(folder))
        workspace.close()
        if not make:
            shutil.rmtree(folder)

    return act


def lose_journal(scene: Scene) -> None:
    scene.journal.unlink()


def world_may_write(scene: Scene) -> None:
    scene.home.chmod(0o777)


def move_to(folder: str) -> Act:
    """Return what moves the home, and the variable with it."""

    def act(scene: Scene) -> None:
        was = scene.journal.parent
        scene.kept["home"] = was
        place = scene.home / folder / "integrate"
        place.parent.mkdir(parents=True, exist_ok=True)
        was.rename(place)
        scene.patch.setenv("INTEGRATE_HOME", str(place))

    return act


def move_back(scene: Scene) -> None:
    scene.journal.parent.rename(scene.kept["home"])
    scene.patch.setenv("INTEGRATE_HOME", str(scene.kept["home"]))


def encrypt(scene: Scene) -> None:
    sealing.encrypt(scene.paths, PASSPHRASE, lambda done, total: None)


def make_plain(scene: Scene) -> None:
    sealing.decrypt(scene.paths, lambda done, total: None)


def tree(name: str) -> Act:
    """Return what lays a good text pack."""
    return lay(lambda scene: scene.journal.parent / name, GOOD_GUIDE)


def export(scene: Scene) -> None:
    assert scene.integrate("export", str(scene.home / "out")).code == 0


def open_pages(scene: Scene) -> None:
    for page in (scene.home / "out").rglob("*.md"):
        page.chmod(0o644)


def lend_and_die(scene: Scene) -> None:
    folder = scene.machine / "memory" / "page-abcdefgh"
    folder.mkdir(mode=0o700)
    (folder / "page.md").write_text(MARKER)
    (folder / ".lent").write_text(f"{'0' * 64} page.md")


def open_again(scene: Scene) -> None:
    lending.reclaim(lambda page: None)


def started_from(name: str) -> Act:
    def act(scene: Scene) -> None:
        folder = scene.machine / "processes" / str(os.getppid())
        folder.mkdir()
        (folder / "stat").write_text(f"{os.getppid()} ({name}) S 1 1 1\n")

    return act


def answers(said: str) -> Act:
    return lambda scene: scene.patch.setattr(system, "ask", lambda command: said)


def dumps_on(scene: Scene) -> None:
    scene.patch.setattr(resource, "getrlimit", lambda which: (-1, -1))
