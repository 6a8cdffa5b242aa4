"""Private words lent to another program: where they lie, and that nothing of them is left."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui.errors import EditorError
from integrate_tui.safekeeping import lending
from integrate_tui.safekeeping.lending import lent, reclaim
from tests.patience import FAR_TOO_LONG

WORDS = b"The water was honest.\n"
_LEND = """
import os, signal, sys
from pathlib import Path
from integrate_tui.safekeeping import lending
lending.MEMORY, lending.MOUNTS = Path(sys.argv[1]), Path(sys.argv[2])
with lending.lent(b"The water was honest.", ".md", print) as path:
    print(path, flush=True)
    os.kill(os.getpid(), int(sys.argv[3]))
    signal.pause()
"""


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is said to be in memory."""
    folder, mounts = tmp_path / "memory", tmp_path / "mounts"
    folder.mkdir()
    mounts.write_text(f"proc /proc proc rw 0 0\ntmpfs {folder} tmpfs rw 0 0\n")
    monkeypatch.setattr(lending, "MEMORY", folder)
    monkeypatch.setattr(lending, "MOUNTS", mounts)
    return folder


def no_word(_words: str) -> None:
    """Expect that there is nothing to be told."""
    raise AssertionError(_words)


def test_the_file_and_its_folder_are_for_one_person_alone(memory: Path):
    with lent(WORDS, ".md", no_word) as path:
        assert path.read_bytes() == WORDS
        assert path.suffix == ".md"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert path.parent.parent == memory


def test_nothing_in_a_name_tells_what_it_is(memory: Path):
    with lent(WORDS, ".md", no_word) as path:
        assert "integrate" not in f"{path.parent.name}/{path.name}"


def test_nothing_is_left(memory: Path):
    with lent(WORDS, ".md", no_word):
        pass
    assert list(memory.iterdir()) == []


def leave_copies(path: Path) -> None:
    """Leave what editors leave beside a file."""
    for name in (".page.md.swp", "page.md~", "#page.md#", "page.md.save"):
        (path.parent / name).write_bytes(WORDS)
    (path.parent / "deep" / "er").mkdir(parents=True)
    (path.parent / "deep" / "er" / "undo").write_bytes(WORDS)
    (path.parent / "read-only").write_bytes(WORDS)
    (path.parent / "read-only").chmod(0o400)
    (path.parent / ".#page.md").symlink_to("somebody@somewhere.1")
    os.mkfifo(path.parent / "pipe")


def replace_it(path: Path) -> None:
    """Put another file in its place, as editors do that save safely."""
    (path.parent / "new").write_bytes(WORDS * 2)
    (path.parent / "new").rename(path)


@pytest.mark.parametrize("leave", [leave_copies, replace_it, Path.unlink])
def test_what_another_program_leaves_goes_too(memory: Path, leave: Callable[[Path], None]):
    with lent(WORDS, ".md", no_word) as path:
        leave(path)
    assert list(memory.iterdir()) == []


def test_what_lay_in_the_files_is_overwritten(memory: Path, tmp_path: Path):
    with lent(WORDS, ".md", no_word) as path:
        (path.parent / "copy").write_bytes(WORDS)
        # Other names for the same files show afterwards what became of their contents.
        for name in (path.name, "copy"):
            (tmp_path / name).hardlink_to(path.parent / name)
    assert (tmp_path / path.name).read_bytes() == bytes(len(WORDS))
    assert (tmp_path / "copy").read_bytes() == bytes(len(WORDS))


def test_the_file_that_was_lent_is_overwritten_even_under_another_name(
    memory: Path, tmp_path: Path
):
    with lent(WORDS, ".md", no_word) as path:
        path.rename(tmp_path / "moved")
    assert (tmp_path / "moved").read_bytes() == bytes(len(WORDS))


def test_what_a_link_leads_to_is_left_alone(memory: Path, tmp_path: Path):
    mine = tmp_path / "mine"
    mine.write_bytes(WORDS)
    with lent(WORDS, ".md", no_word) as path:
        (path.parent / "link").symlink_to(mine)
    assert mine.read_bytes() == WORDS
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("error", [EditorError("It failed."), KeyboardInterrupt(), SystemExit(1)])
def test_nothing_is_left_when_something_goes_wrong(memory: Path, error: BaseException):
    with pytest.raises(type(error)), lent(WORDS, ".md", no_word) as path:
        leave_copies(path)
        raise error
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_nothing_is_left_when_the_program_is_ended(
    memory: Path, tmp_path: Path, number: signal.Signals
):
    ended = subprocess.run(
        [sys.executable, "-c", _LEND, memory, tmp_path / "mounts", str(int(number))],
        capture_output=True,
        text=True,
        timeout=FAR_TOO_LONG,
    )
    assert ended.returncode != 0
    assert ended.stdout.startswith(str(memory))
    assert list(memory.iterdir()) == []


def test_signals_are_looked_after_as_before(memory: Path):
    with lent(WORDS, ".md", no_word):
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_somebody_who_looks_after_a_signal_keeps_it(memory: Path):
    heard = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: heard.append(number))
    try:
        with lent(WORDS, ".md", no_word):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert heard == [signal.SIGTERM]
    assert list(memory.iterdir()) == []


def test_a_folder_that_is_not_in_memory_is_not_taken_for_it(
    memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # Mounted over what was in memory: the last line counts.
    with (tmp_path / "mounts").open("a") as mounts:
        mounts.write(f"/dev/sda1 {memory} ext4 rw 0 0\n")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with lent(WORDS, ".md", no_word) as path:
        assert path.parent.parent == runtime


@pytest.mark.parametrize("mode", [0o755, None])
def test_a_folder_that_others_may_enter_is_not_taken(
    memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int | None
):
    (tmp_path / "mounts").unlink()
    runtime, temporary = tmp_path / "runtime", tmp_path / "temporary"
    temporary.mkdir()
    if mode is not None:
        runtime.mkdir()
        runtime.chmod(mode)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with lent(WORDS, ".md", no_word) as path:
        assert path.parent.parent == temporary
    assert list(temporary.iterdir()) == []


def test_no_place_at_all_is_said(memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    memory.rmdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    with pytest.raises(EditorError, match="no place"), lent(WORDS, ".md", no_word):
        pass


def test_a_folder_that_cannot_be_removed_is_said(memory: Path, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    monkeypatch.setattr("shutil.rmtree", lambda folder, ignore_errors: None)
    with lent(WORDS, ".md", told.append) as path:
        pass
    assert told == [f"{path.parent} could not be removed. There may be words of yours in it."]


# What was left by a program that was killed

_KILLED = _LEND.replace("os.kill(", "os.chdir(path.parent); SAVE; os.kill(")


def leave_killed(memory: Path, saving: str) -> Path:
    """Lend some words, save something, and be killed; return what was lent."""
    code = _KILLED.replace("SAVE", saving)
    mounts = memory.parent / "mounts"
    killed = subprocess.run(
        [sys.executable, "-c", code, memory, mounts, str(int(signal.SIGKILL))],
        capture_output=True,
        text=True,
        timeout=FAR_TOO_LONG,
    )
    assert killed.returncode == -signal.SIGKILL
    return Path(killed.stdout.strip())


def test_what_a_killed_program_had_lent_is_wiped(memory: Path, tmp_path: Path):
    path = leave_killed(memory, "pass")
    (tmp_path / "same").hardlink_to(path)
    taken: list[bytes] = []
    reclaim(taken.append)
    assert taken == []
    assert list(memory.iterdir()) == []
    assert (tmp_path / "same").read_bytes().strip(b"\0") == b""


@pytest.mark.parametrize(
    "saving",
    [
        "path.write_bytes(b'Newer.')",
        "Path('new').write_bytes(b'Newer.'); Path('new').rename(path)",
    ],
)
def test_what_was_saved_since_is_taken_before_it_is_wiped(memory: Path, saving: str):
    leave_killed(memory, saving)
    taken: list[bytes] = []
    reclaim(taken.append)
    assert taken == [b"Newer."]
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize(
    "saving", ["path.write_bytes(b'')", "path.write_bytes(bytes(21))", "path.unlink()"]
)
def test_a_page_without_words_is_wiped(memory: Path, saving: str):
    leave_killed(memory, saving)
    reclaim(no_page)
    assert list(memory.iterdir()) == []


def test_what_cannot_be_taken_stays_until_it_can_be(memory: Path):
    path = leave_killed(memory, "path.write_bytes(b'Newer.')")

    def fail(_page: bytes) -> None:
        raise EditorError("It failed.")

    with pytest.raises(EditorError):
        reclaim(fail)
    assert path.read_bytes() == b"Newer."
    reclaim(lambda _page: None)
    assert not path.exists()


def no_page(_page: bytes) -> None:
    """Expect that there is nothing to be taken."""
    raise AssertionError


def test_what_is_lent_now_is_left_alone(memory: Path):
    with lent(WORDS, ".md", no_word) as path:
        path.write_bytes(b"Newer.")
        reclaim(no_page)
        assert path.read_bytes() == b"Newer."


def test_an_editor_that_outlives_its_program_keeps_its_page(memory: Path):
    path = leave_killed(
        memory,
        "path.write_bytes(b'Newer.');"
        "using = lending.in_use(path.parent); held = using.__enter__();"
        "import subprocess;"
        "child = subprocess.Popen(['sleep', '60'], pass_fds=held, stdout=subprocess.DEVNULL,"
        " stderr=subprocess.DEVNULL);"
        "Path(sys.argv[2] + '.pid').write_text(str(child.pid))",
    )
    editor = int((memory.parent / "mounts.pid").read_text())
    try:
        reclaim(no_page)
        assert path.read_bytes() == b"Newer."
    finally:
        os.kill(editor, signal.SIGKILL)


@pytest.mark.parametrize("mark", [None, "", "nothing of ours", "0" * 64 + " ../mine"])
def test_a_folder_that_is_not_ours_is_left_alone(memory: Path, mark: str | None):
    folder = memory / "page-of-mine"
    folder.mkdir(mode=0o700)
    (folder / "page.md").write_bytes(WORDS)
    if mark is not None:
        (folder / ".lent").write_text(mark)
    reclaim(no_page)
    assert (folder / "page.md").read_bytes() == WORDS


def test_a_folder_that_others_may_enter_is_left_alone(memory: Path):
    folder = leave_killed(memory, "pass").parent
    folder.chmod(0o755)
    reclaim(no_page)
    assert folder.exists()
