import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.errors import ExportError
from integrate_tui.exchange.sealed import (
    Found,
    State,
    checksum_of,
    in_sentences,
    look,
    make_lasting,
    replace,
    sweep,
)

NOTHING = Found(State.NOTHING)
NAME = "day.md"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[int]:
    """An open, empty folder."""
    folder = tmp_path / "place"
    folder.mkdir()
    descriptor = os.open(folder, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


@pytest.fixture
def file(tmp_path: Path, place: int) -> Path:
    """Where the file of the tests lies."""
    return tmp_path / "place" / NAME


def test_a_file_holds_its_pieces_and_a_last_line_with_their_checksum(place: int, file: Path):
    assert replace(place, NAME, ["# A\n", "words\n"], NOTHING)
    body, seal = file.read_text().rsplit("\n", 2)[0:2]
    assert body == "# A\nwords"
    assert seal.startswith("<!-- exported by integrate, sha256 of all above: ")
    assert checksum_of("# A\nwords\n") in seal


@given(st.lists(st.text().map(lambda text: text.replace("\ud800", "")), max_size=4))
def test_what_was_written_is_known_again(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
):
    pieces = [piece.encode(errors="replace").decode() for piece in pieces]
    place = os.open(tmp_path_factory.mktemp("place"), os.O_RDONLY)
    replace(place, NAME, pieces, NOTHING)
    assert look(place, NAME) == Found(State.OURS, checksum_of("".join(pieces)))
    os.close(place)


def test_many_pieces_are_written_whole(place: int, file: Path):
    pieces = [f"line {n} \u6e56\n" for n in range(100_000)]
    replace(place, NAME, pieces, NOTHING)
    assert look(place, NAME).state is State.OURS
    assert file.read_text().startswith("".join(pieces))


def test_a_write_that_takes_only_a_part_is_gone_on_with(
    place: int, file: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: whole(fd, bytes(data)[:3]))
    replace(place, NAME, ["some words\n"], NOTHING)
    assert look(place, NAME) == Found(State.OURS, checksum_of("some words\n"))


def test_the_file_is_for_its_owner_alone(place: int, file: Path):
    replace(place, NAME, ["words"], NOTHING)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_says_the_same_is_not_touched(place: int, file: Path):
    replace(place, NAME, ["words"], NOTHING)
    before = file.stat()
    assert not replace(place, NAME, ["words"], look(place, NAME))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names_beside(file) == [NAME]


def test_a_place_without_anything_is_seen_as_such(place: int):
    assert look(place, NAME) == NOTHING


@pytest.mark.parametrize("text", ["", "my own notes\n", "x" * 500])
def test_a_file_from_elsewhere_is_seen_as_such(place: int, file: Path, text: str):
    file.write_text(text)
    assert look(place, NAME) == Found(State.OTHER)


def test_a_file_that_was_changed_above_its_seal_is_seen_as_changed(place: int, file: Path):
    replace(place, NAME, ["words"], NOTHING)
    file.write_text(file.read_text().replace("words", "swords"))
    assert look(place, NAME) == Found(State.CHANGED)


def test_a_file_that_was_written_on_is_no_longer_seen_as_ours(place: int, file: Path):
    replace(place, NAME, ["words"], NOTHING)
    file.write_text(file.read_text() + "and mine\n")
    assert look(place, NAME) == Found(State.OTHER)


def test_a_text_that_ends_like_a_seal_of_its_own_does_not_confuse(place: int, file: Path):
    replace(place, NAME, ["words"], NOTHING)
    twice = file.read_text()
    replace(place, NAME, [twice], Found(State.OURS))
    assert look(place, NAME) == Found(State.OURS, checksum_of(twice))


def test_links_folders_and_pipes_are_no_files(place: int, file: Path):
    victim = file.with_name("victim")
    victim.write_text("mine")
    file.symlink_to(victim)
    assert look(place, NAME) == Found(State.NO_FILE)
    file.unlink()
    file.symlink_to("nowhere")
    assert look(place, NAME) == Found(State.NO_FILE)
    file.unlink()
    file.mkdir()
    assert look(place, NAME) == Found(State.NO_FILE)
    file.rmdir()
    os.mkfifo(file)
    assert look(place, NAME) == Found(State.NO_FILE)


@pytest.mark.parametrize(
    ("state", "gently", "by_force"),
    [
        (State.NOTHING, True, True),
        (State.OURS, True, True),
        (State.CHANGED, False, True),
        (State.OTHER, False, True),
        (State.NO_FILE, False, False),
    ],
)
def test_only_what_an_export_left_gives_way_without_force(
    state: State, gently: bool, by_force: bool
):
    assert Found(state).gives_way(force=False) is gently
    assert Found(state).gives_way(force=True) is by_force


@pytest.mark.parametrize("call", ["write", "fsync", "rename", "open"])
@pytest.mark.parametrize("there_before", [True, False])
def test_a_fault_leaves_the_old_file_whole_and_nothing_beside_it(
    place: int, file: Path, monkeypatch: pytest.MonkeyPatch, call: str, there_before: bool
):
    if there_before:
        replace(place, NAME, ["the old words\n"], NOTHING)
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    found = look(place, NAME)
    monkeypatch.setattr(os, call, failing_with(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        replace(place, NAME, ["new words\n"], found)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == before


def test_a_disk_that_fills_up_half_way_leaves_the_old_file_whole(
    place: int, file: Path, monkeypatch: pytest.MonkeyPatch
):
    replace(place, NAME, ["the old words\n"], NOTHING)
    whole = os.write
    written: list[bytes] = []

    def full(descriptor: int, data: bytes) -> int:
        if written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(data)
        return whole(descriptor, bytes(data)[:5])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        replace(place, NAME, ["new words\n"], look(place, NAME))
    assert file.read_text().startswith("the old words\n")
    assert names_beside(file) == [NAME]


def test_stopping_half_way_leaves_nothing(place: int, file: Path):
    def pieces() -> Iterator[str]:
        yield "words\n"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(place, NAME, pieces(), NOTHING)
    assert names_beside(file) == []


def test_what_a_killed_export_left_is_not_in_the_way(place: int, file: Path):
    file.with_name(f".integrate-{os.getpid()}.new").write_text("half")
    assert replace(place, NAME, ["words"], NOTHING)
    assert names_beside(file) == [NAME]


def test_what_killed_exports_left_is_swept_away(place: int, file: Path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    running = f".integrate-{os.getppid()}.new"
    for name in (f".integrate-{gone.pid}.new", running, ".integrate-x.new", "mine"):
        file.with_name(name).write_text("half")
    sweep(place)
    assert sorted(names_beside(file)) == sorted([running, ".integrate-x.new", "mine"])


def test_a_link_at_the_place_of_the_building_is_not_followed(place: int, file: Path):
    victim = file.with_name("victim")
    victim.write_text("mine")
    file.with_name(f".integrate-{os.getpid()}.new").symlink_to(victim)
    replace(place, NAME, ["words"], NOTHING)
    assert victim.read_text() == "mine"
    assert not file.is_symlink()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EDQUOT, "no room"),
        (errno.EACCES, "not permitted"),
        (errno.EROFS, "not permitted"),
        (errno.ENOENT, "no folder"),
        (errno.ENOTDIR, "a file or a link"),
        (errno.ELOOP, "a file or a link"),
        (errno.ENAMETOOLONG, "a name as long"),
        (errno.EIO, "could not be written (Input/output error)"),
    ],
)
def test_every_fault_says_what_happened_what_is_safe_and_what_to_do(number: int, words: str):
    with pytest.raises(ExportError) as caught, in_sentences("2026/2026-11-22.md"):
        raise OSError(number, os.strerror(number))
    assert words in caught.value.happened
    assert "2026/2026-11-22.md" in caught.value.happened
    assert caught.value.safe == "Your journal is as it was, and no file was left half written."
    assert caught.value.do
    assert caught.value.exit_code == 5


def test_a_disk_that_cannot_make_folders_last_is_no_fault(
    place: int, monkeypatch: pytest.MonkeyPatch
):
    tried: list[int] = []

    def fail(descriptor: int) -> None:
        tried.append(descriptor)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", fail)
    make_lasting(place)
    assert tried == [place]


def test_a_folder_that_fails_to_last_is_a_fault(place: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", failing_with(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        make_lasting(place)


def names_beside(file: Path) -> list[str]:
    """Return the names in the folder of a file."""
    return [path.name for path in file.parent.iterdir()]


def failing_with(number: int) -> Any:
    """Return a stand-in for a call that fails."""

    def fail(*args: object, **more: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail
