"""Files that are not what they should be, given to everything that takes one: answers, no harm.

Whatever a file is, it is as it was afterwards, to the byte; the exit code says that it failed, and
the sentence names the file and what to do.
"""

import io
import os
import socket
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integrate_tui import paths
from integrate_tui.safekeeping import locking, sealing
from integrate_tui.store import driver
from integrate_tui.store.opening import APPLICATION_ID, SCHEMA_VERSION
from integrate_tui.workspace import Workspace, open_workspace
from tests.cli.conftest import Answer, Integrate
from tests.fakes import FakeClock
from tests.store.desk import digest

PASSPHRASE = "seven kettles on a blue hill"


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line, on a journal with a line in it."""
    integrate = Integrate(monkeypatch, clock)
    assert integrate("note", "The kettle sang.").code == 0
    return integrate


@pytest.fixture
def whole(integrate: Integrate, tmp_path: Path) -> Path:
    """A whole journal beside the usual one, closed."""
    target = tmp_path / "other.db"
    assert integrate("backup", str(target)).code == 0
    return target


def changed_by(path: Path, *statements: str) -> None:
    """Change a file as another program would."""
    with sqlite3.connect(path) as other:
        for statement in statements:
            other.execute(statement)
    other.close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA journal_mode=DELETE")
    other.close()


def encrypted(path: Path) -> None:
    """Encrypt a journal, and forget its key."""
    places = paths.Paths(path, path.parent / "packs", path.parent)
    sealing.encrypt(places, PASSPHRASE, lambda _done, _total: None)
    locking.lock()


FIVE: dict[str, tuple[Callable[[Path], object], str]] = {
    "no bytes": (lambda path: path.write_bytes(b""), "is empty"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:9000]), "damaged"),
    "foreign": (lambda path: path.write_text("Dear diary, " * 400), "not a journal of integrate"),
    "newer": (
        lambda path: changed_by(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}"),
        "newer version of integrate",
    ),
    "another key": (encrypted, "does not open it"),
}


def on(integrate: Integrate, path: Path, *words: str) -> Answer:
    """Run a command on a file, with a passphrase that is not its own."""
    reading, writing = os.pipe()
    os.write(writing, b"not the one\n" * 3)
    os.close(writing)
    try:
        return integrate("--db", str(path), "--passphrase-fd", str(reading), *words)
    finally:
        os.close(reading)


@pytest.mark.usefixtures("no_keys")
@pytest.mark.parametrize("words", [("note", "more"), ("checkin", "mood=5"), ("goals", "add", "x")])
def test_each_of_five_faults_has_its_own_sentence_and_no_byte_is_changed(
    integrate: Integrate, whole: Path, words: tuple[str, ...]
):
    sentences = set()
    good = whole.read_bytes()
    for what, (make, said) in FIVE.items():
        whole.write_bytes(good)
        make(whole)
        before = digest(whole)
        answer = on(integrate, whole, *words)
        assert (answer.code, answer.out, said in answer.err) == (3, "", True), (what, answer.err)
        assert digest(whole) == before, what
        assert len(answer.err.split(".")) > 2, what
        sentences.add(answer.err)
    assert len(sentences) == len(FIVE)


@pytest.mark.usefixtures("no_keys")
@pytest.mark.parametrize("what", FIVE)
def test_a_copy_that_is_no_good_takes_no_journals_place(
    integrate: Integrate, whole: Path, what: str
):
    FIVE[what][0](whole)
    journal = paths.find().journal
    before = digest(whole), digest(journal)
    reading, writing = os.pipe()
    os.write(writing, b"not the one\n" * 3)
    os.close(writing)
    answer = integrate("--passphrase-fd", str(reading), "restore", str(whole), "--yes")
    os.close(reading)
    assert answer.code == 3
    assert (digest(whole), digest(journal)) == before
    assert "The kettle sang." in integrate("list").out


@pytest.mark.parametrize("what", ["no bytes", "cut off", "foreign"])
def test_the_file_is_named(integrate: Integrate, whole: Path, what: str):
    FIVE[what][0](whole)
    assert str(whole) in integrate("--db", str(whole), "list").err


# What is no file.


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


NO_FILES = {"folder": folder, "pipe": pipe, "link to nowhere": nowhere, "device": device}
TAKES_A_FILE: dict[str, tuple[str, ...]] = {
    "--db": ("--db", "{}", "list"),
    "restore": ("restore", "{}", "--yes"),
    "packs add": ("packs", "add", "{}"),
    "packs check": ("packs", "check", "{}"),
    "--packs": ("--packs", "{}", "packs"),
    "export": ("export", "{}/in"),
    "backup": ("backup", "{}/in"),
}


@pytest.mark.parametrize("command", TAKES_A_FILE)
@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_no_file_is_refused_at_once_and_left(
    integrate: Integrate, tmp_path: Path, what: str, command: str
):
    if what == "folder" and command in ("--packs", "export", "backup", "packs check"):
        return  # a folder is what they take
    if what == "link to nowhere" and command == "--packs":
        return  # a folder of one's own need not be there yet
    path = tmp_path / "odd.txt"
    NO_FILES[what](path)
    kind = path.lstat().st_mode
    answer = integrate(*(word.format(path) for word in TAKES_A_FILE[command]))
    assert answer.code in (1, 2, 3, 5)
    assert answer.err.strip()
    assert "inside integrate" not in answer.err
    assert path.lstat().st_mode == kind


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.txt", "# Evil\n\n? What?\n")
        archive.writestr("bomb.txt", b"\0" * 10_000_000, compress_type=zipfile.ZIP_DEFLATED)


def tarred(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        link = tarfile.TarInfo("packs/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        evil = tarfile.TarInfo("../evil.txt")
        evil.size = 4
        archive.addfile(evil, io.BytesIO(b"evil"))


@pytest.mark.parametrize("make", [zipped, tarred], ids=["zip", "tar"])
@pytest.mark.parametrize("command", ["packs add", "packs check", "restore", "--db"])
def test_an_archive_is_no_pack_and_no_journal(
    integrate: Integrate, tmp_path: Path, make: Callable[[Path], None], command: str
):
    path = tmp_path / "packs.txt"
    make(path)
    before = digest(path)
    everything = sorted(tmp_path.rglob("*"))
    answer = integrate(*(word.format(path) for word in TAKES_A_FILE[command]))
    assert answer.code in (1, 2, 3)
    assert digest(path) == before
    assert [p for p in sorted(tmp_path.rglob("*")) if "evil" in p.name] == []
    assert sorted(tmp_path.rglob("*")) == everything


def test_what_is_written_in_a_pack_is_only_ever_words(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was opened")

    for name in ("system", "popen", "execvp", "posix_spawn"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    own = paths.find().packs
    own.mkdir(parents=True, exist_ok=True)
    lines = (
        "include: /etc/passwd",
        "!include /etc/passwd",
        "run: touch evil",
        "script: import os",
        "url: http://example.invalid/x",
        "${HOME} $(touch evil) `touch evil`",
        "{{ 7 * 7 }} %s {0}",
        '"\\u001b[2J" \\x1b[2J &#27;',
        "&a [*a, *a, *a]",
        "a.b.c.d.e = 1",
    )
    text = "\n\n".join(lines)
    (own / "asking.txt").write_text(f"# Asking\nid: asking\n\n{text}\n\n? What?\n  {lines[0]}\n")
    shown = integrate("packs", "show", "asking").out + integrate("packs", "check").out
    written = integrate("--plain", "write", "asking", typed=["words", "", "", ""])
    assert "root:" not in shown + written.out
    assert "${HOME}" in shown + written.out + written.err
    assert not Path("evil").exists()


# A journal from elsewhere that is hostile by what it does.


HOSTILE = {
    "a rule that empties it": (
        "CREATE TRIGGER odd AFTER INSERT ON revisions BEGIN DELETE FROM tags; END"
    ),
    "a rule under the name of ours": (
        "DROP TRIGGER search_erase",
        "CREATE TRIGGER search_erase AFTER INSERT ON things BEGIN DELETE FROM revisions; END",
    ),
    "a rule that calls out": (
        "CREATE TRIGGER odd AFTER INSERT ON things BEGIN SELECT load_extension('/tmp/x.so'); END"
    ),
}


@pytest.fixture
def hostile(whole: Path, request: pytest.FixtureRequest) -> Path:
    """A whole journal with a rule of somebody else's."""
    statements = HOSTILE[request.param]
    changed_by(whole, *([statements] if isinstance(statements, str) else statements))
    return whole


@pytest.mark.parametrize("hostile", HOSTILE, indirect=True)
def test_a_journal_with_a_rule_of_somebody_else_is_read_and_never_written_in(
    integrate: Integrate, hostile: Path
):
    before = digest(hostile)
    assert "The kettle sang." in integrate("--db", str(hostile), "list").out
    answer = integrate("--db", str(hostile), "note", "more")
    assert answer.code == 3
    assert "a rule that integrate did not put there" in answer.err
    assert "integrate restore" in answer.err
    assert digest(hostile) == before


@pytest.mark.parametrize("hostile", HOSTILE, indirect=True)
def test_a_copy_with_a_rule_of_somebody_else_is_not_put_back(integrate: Integrate, hostile: Path):
    journal = paths.find().journal
    before = digest(hostile), digest(journal)
    answer = integrate("restore", str(hostile), "--yes")
    assert answer.code == 3
    assert "a rule that integrate did not put there" in answer.err
    assert (digest(hostile), digest(journal)) == before


def test_the_rules_of_this_program_are_those_of_every_journal(workspace_of_all: Workspace):
    assert workspace_of_all.refusal == ""


@pytest.fixture
def workspace_of_all(integrate: Integrate) -> Iterator[Workspace]:
    """The usual journal, open."""
    workspace = open_workspace(paths.find())
    yield workspace
    workspace.close()


def test_a_file_that_only_says_it_is_a_journal_gets_a_sentence(
    integrate: Integrate, tmp_path: Path
):
    path = tmp_path / "said.db"
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    changed_by(
        path,
        f"PRAGMA application_id={APPLICATION_ID}",
        f"PRAGMA user_version={SCHEMA_VERSION}",
        "CREATE TABLE things (n INTEGER PRIMARY KEY, kind BLOB)",
        f"CREATE VIEW revisions AS {endless}",
    )
    for words in (("list",), ("note", "more"), ("today",), ("show", "1")):
        answer = integrate("--db", str(path), *words)
        assert answer.code == 3, (words, answer)
        assert "inside integrate" not in answer.err


def test_functions_that_reach_out_cannot_be_called_from_a_schema(whole: Path):
    connection = driver.connect(str(whole), isolation_level=None)
    with pytest.raises(driver.Error):
        connection.execute("SELECT load_extension('/tmp/x.so')")
    connection.close()


# Copies of a tool that keeps folders the same.


@pytest.mark.parametrize(
    "name",
    [
        "journal (conflicted copy 2026-11-22).db",
        "journal.sync-conflict-20261122-200000-ABCDEFG.db",
        "journal (1).db",
    ],
)
def test_a_copy_of_a_sync_tool_is_pointed_out_and_never_opened_by_itself(
    integrate: Integrate, name: str
):
    journal = paths.find().journal
    other = journal.with_name(name)
    other.write_bytes(journal.read_bytes())
    before = digest(other)
    integrate("note", "Another line.")
    listed = integrate("doctor", "--all")
    assert name in listed.out + listed.err
    assert digest(other) == before
    assert integrate("list").out.count("The kettle sang.") == 1


@pytest.mark.usefixtures("no_keys")
def test_a_forgotten_passphrase_leads_to_the_sheet_and_is_tried_as_often_as_one_likes(
    integrate: Integrate, whole: Path
):
    encrypted(whole)
    before = digest(whole)
    for _ in range(12):
        answer = on(integrate, whole, "list")
        assert (answer.code, answer.out) == (3, "")
        assert "as often as you like" in answer.err
        assert "`integrate recover` opens it with the recovery sheet" in answer.err
        assert "new journal" not in answer.err
    assert digest(whole) == before


def test_a_second_folder_without_a_beginning_is_meant_from_the_journal_on(
    integrate: Integrate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert integrate("settings", "backup-folder", "copies").code == 0
    assert integrate("backup").code in (0, 3)
    assert not (tmp_path / "copies").exists()
