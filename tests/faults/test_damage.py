"""A journal that is not what it was: each damage is told, and none of it is made worse.

Of an encrypted journal every page has a seal, so any bit that is other is told. Of a plain one the
words have seals and the tree of pages is looked over; what no seal covers may be other unnoticed,
but never a word.
"""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui.store import keys
from tests.faults.commands import Noting
from tests.faults.scenes import PASSPHRASE, Scene, Verdict, command, places, unlock
from tests.faults.tally import Tally
from tests.store.desk import digest, open_desk

pytestmark = pytest.mark.usefixtures("no_keys")

Begin = Callable[[str, str], Tally]

PAGE = 4096
WELL, AMISS = 0, 1
REFUSED, BUSY = 3, 4
_WORDS = (
    "SELECT t.id, r.n, r.title, r.text FROM revisions AS r JOIN things AS t ON t.n = r.thing",
    "SELECT revision, position, prompt, text FROM answers",
)


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def scene(request: pytest.FixtureRequest) -> Scene:
    return Noting(sealed=request.param)


@pytest.fixture
def lived(scene: Scene, tmp_path: Path) -> Path:
    """A home with a journal that has lived, closed."""
    folder = tmp_path / "damaged"
    scene.prepare(folder)
    return folder


def asked(home: Path, scene: Scene, *words: str) -> int:
    """Run a command as a program of its own would, with the passphrase where one is needed."""
    keys.drop()
    return command(home, *words, given=(PASSPHRASE,) if scene.sealed else ())


def words_in(home: Path, scene: Scene) -> list[list[tuple[object, ...]]]:
    """Return every word in a journal."""
    journal = places(home).journal
    keys.drop()
    if scene.sealed:
        unlock(journal, (PASSPHRASE,))
    connection = keys.connect(journal, "mode=ro")
    try:
        return [sorted(connection.execute(query).fetchall()) for query in _WORDS]
    finally:
        connection.close()


def flipped(whole: bytes, page: int, chance: random.Random) -> bytes:
    """Return a file with one bit of a page the other way."""
    damaged = bytearray(whole)
    damaged[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def flip_pages(
    home: Path, scene: Scene, tally: Tally, chance: random.Random, *, most: int, times: int
) -> None:
    """Flip a bit in so many pages, so many times each, and see that it is told where it matters."""
    journal = places(home).journal
    whole, words = journal.read_bytes(), words_in(home, scene)
    pages = range(len(whole) // PAGE)
    for page in chance.sample(pages, min(most, len(pages))):
        for _ in range(times):
            journal.write_bytes(flipped(whole, page, chance))
            is_told = asked(home, scene, "doctor") == AMISS
            verdict = Verdict()
            if not is_told and (scene.sealed or words_in(home, scene) != words):
                verdict.corrupt.append(f"a bit of page {page}, and nothing is said")
            tally.add(f"page {page}", ["told"] * is_told, verdict)


def test_a_flipped_bit_is_told(lived: Path, scene: Scene, chance: random.Random, tally: Begin):
    assert asked(lived, scene, "doctor") == WELL
    found = tally("a bit flipped", "encrypted" if scene.sealed else "plain")
    flip_pages(lived, scene, found, chance, most=8, times=1)
    assert found.faults == []


@pytest.mark.long
def test_a_flipped_bit_of_any_page_is_told(
    lived: Path, scene: Scene, chance: random.Random, tally: Begin
):
    found = tally("a bit flipped", "encrypted" if scene.sealed else "plain")
    flip_pages(lived, scene, found, chance, most=10_000, times=6)
    assert found.faults == []


def cut_off(home: Path, scene: Scene, tally: Tally, places_to_cut: list[int]) -> None:
    """Cut a journal off at some places, and see that nothing is written in it."""
    journal = places(home).journal
    whole = journal.read_bytes()
    for size in places_to_cut:
        journal.write_bytes(whole[:size])
        verdict = Verdict()
        kept = asked(home, scene, "note", "one more")
        if kept != REFUSED:
            verdict.corrupt.append(f"a note is taken with {kept}")
        if journal.read_bytes() != whole[:size]:
            verdict.corrupt.append("it was changed")
        if asked(home, scene, "doctor") != AMISS:
            verdict.corrupt.append("nothing is said")
        tally.add(f"cut off at {size}", ["told"], verdict)


def test_a_journal_that_was_cut_off_is_told_and_left_as_it_is(
    lived: Path, scene: Scene, tally: Begin
):
    found = tally("cut off", "encrypted" if scene.sealed else "plain")
    size = places(lived).journal.stat().st_size
    cut_off(lived, scene, found, [0, 1, 99, PAGE, 2 * PAGE, size // 2, size - PAGE, size - 1])
    assert found.faults == []


@pytest.mark.long
def test_a_journal_that_was_cut_off_at_any_page_is_told_and_left_as_it_is(
    lived: Path, scene: Scene, tally: Begin
):
    found = tally("cut off", "encrypted" if scene.sealed else "plain")
    size = places(lived).journal.stat().st_size
    cut_off(lived, scene, found, [at + more for at in range(0, size, PAGE) for more in (0, 17)])
    assert found.faults == []


# Something else in its place.


def nothing(journal: Path) -> None:
    journal.write_bytes(b"")


def a_text(journal: Path) -> None:
    journal.write_text("Dear diary, " * 4000)


def noise(journal: Path) -> None:
    journal.write_bytes(random.Random(1).randbytes(10 * PAGE))


def another_database(journal: Path) -> None:
    journal.unlink()
    with sqlite3.connect(journal) as other:
        other.execute("CREATE TABLE things (n INTEGER PRIMARY KEY)")
    other.close()


def a_newer_one(journal: Path) -> None:
    connection = keys.connect(journal)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


@pytest.mark.parametrize("make", [nothing, a_text, noise, another_database, a_newer_one])
def test_what_is_not_the_journal_is_told_and_left_as_it_is(
    lived: Path, scene: Scene, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
):
    journal = places(lived).journal
    if scene.sealed:
        unlock(journal, (PASSPHRASE,))
    make(journal)
    before = digest(journal)
    assert asked(lived, scene, "note", "one more") == REFUSED
    assert digest(journal) == before
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.err.rstrip().endswith(".")


def test_a_journal_that_is_being_written_is_waited_for_and_then_told(
    lived: Path, scene: Scene, monkeypatch: pytest.MonkeyPatch
):
    from integrate_tui import workspace

    monkeypatch.setattr(workspace, "PATIENT_MS", 50)
    journal = places(lived).journal
    if scene.sealed:
        unlock(journal, (PASSPHRASE,))
    other = keys.connect(journal)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("BEGIN IMMEDIATE")
    assert command(lived, "note", "one more") == BUSY
    other.execute("ROLLBACK")
    assert command(lived, "note", "one more") == WELL
    other.close()


@pytest.mark.parametrize("how", ["replaced", "removed"])
def test_a_journal_that_is_taken_away_while_it_is_open_is_kept_as_a_copy(
    lived: Path, scene: Scene, how: str, tmp_path: Path
):
    from integrate_tui.core.fragment import Fragment
    from integrate_tui.errors import ReplacedError
    from tests.builders import a_moment

    journal = places(lived).journal
    if scene.sealed:
        unlock(journal, (PASSPHRASE,))
    desk = open_desk(journal)
    desk.fragments.add(Fragment("the last of it"), a_moment())
    journal.rename(tmp_path / "away.db")
    if how == "replaced":
        Noting().prepare(tmp_path / "other")
        places(tmp_path / "other").journal.rename(journal)
    with pytest.raises(ReplacedError):
        desk.fragments.add(Fragment("not this"), a_moment())
    desk.db.close()

    if scene.sealed:
        unlock(tmp_path / "away.db", (PASSPHRASE,))
    connection = keys.connect(tmp_path / "away.db", "mode=ro")
    query = "SELECT count(*) FROM revisions WHERE text = ?"
    assert connection.execute(query, ["the last of it"]).fetchone() == (1,)
    assert connection.execute(query, ["not this"]).fetchone() == (0,)
    connection.close()


def test_a_hot_journal_of_a_crash_does_not_keep_an_encrypted_journal_locked(tmp_path: Path):
    scene = Noting(sealed=True)
    scene.prepare(tmp_path / "own")
    journal = places(tmp_path / "own").journal
    key = unlock_and_drop(journal)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    connection = keys.connect_with(journal, key)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA cache_size=1")  # so that pages are written before all is over
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE revisions SET text = text || '!'")
    for file in filter(Path.is_file, journal.parent.iterdir()):
        (crashed / file.name).write_bytes(file.read_bytes())
    connection.execute("ROLLBACK")
    connection.close()
    assert (crashed / "journal.db-journal").stat().st_size > 0

    assert words_in(crashed, scene) == words_in(tmp_path / "own", scene)


def unlock_and_drop(journal: Path) -> keys.Key:
    """Return the key of an encrypted journal, and hold it no more."""
    key = keys.unlock(journal, PASSPHRASE)
    keys.drop()
    return key
