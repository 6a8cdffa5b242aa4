"""The editor that a person has chosen: found, opened, and its faults survived."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui import editor
from integrate_tui.editor import edit_file, edit_text, find_editor, what_it_keeps
from integrate_tui.errors import EditorError, UsageError
from integrate_tui.safekeeping import lending
from tests.fakes import FakeClock
from tests.patience import FAR_TOO_LONG

WORDS = "The water was honest."
Fake = Callable[..., Path]
_KILLED = """
import os, signal, sys
from pathlib import Path
from integrate_tui.safekeeping import lending
lending.MEMORY, lending.MOUNTS = Path(sys.argv[1]), Path(sys.argv[2])
with lending.lent(b"Before.", ".md", print) as path:
    path.write_bytes(b"It was \\xe9crit.\\n")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place where words are lent."""
    folder, mounts = tmp_path / "memory", tmp_path / "mounts"
    folder.mkdir()
    mounts.write_text(f"tmpfs {folder} tmpfs rw 0 0\n")
    monkeypatch.setattr(lending, "MEMORY", folder)
    monkeypatch.setattr(lending, "MOUNTS", mounts)
    return folder


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Make an editor out of a few shell lines, `$FILE` being what it opens, and choose it."""

    def make(lines: str, name: str = "an-editor") -> Path:
        script = tmp_path / "bin" / name
        script.parent.mkdir(exist_ok=True)
        args = tmp_path / "args"
        script.write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{args}'\n"
            f'for FILE in "$@"; do :; done\n{lines}\n'
        )
        script.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(script))
        return args

    return make


@pytest.mark.parametrize(
    ("visual", "chosen", "found"),
    [
        ("code --wait", "vim", ["code", "--wait"]),
        ("", "vim -u NONE", ["vim", "-u", "NONE"]),
        ("  ", "'/opt/an editor'", ["/opt/an editor"]),
    ],
)
def test_visual_comes_before_editor(
    monkeypatch: pytest.MonkeyPatch, visual: str, chosen: str, found: list[str]
):
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", chosen)
    assert find_editor() == found


def test_where_neither_is_set_there_is_what_most_systems_have(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fake("", "vi")
    monkeypatch.delenv("EDITOR")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert find_editor() == ["vi"]
    fake("", "nano")
    monkeypatch.delenv("EDITOR")
    assert find_editor() == ["nano"]


def test_no_editor_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="No editor is set"):
        find_editor()


def test_a_variable_that_cannot_be_understood_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EDITOR", "vim 'half")
    with pytest.raises(UsageError, match="EDITOR cannot be understood"):
        find_editor()


# Words


def test_changed_words_come_back(fake: Fake, memory: Path):
    fake('printf "It was cold." >> "$FILE"')
    assert edit_text(WORDS) == f"{WORDS}\nIt was cold."
    assert list(memory.iterdir()) == []


def test_words_that_are_left_come_back_exactly(fake: Fake):
    fake("")
    odd = "no end\r\n\x0b\n\n  "
    assert edit_text(odd) == odd
    assert edit_text("") == ""


def test_the_end_of_the_last_line_is_not_added_to_the_words(fake: Fake):
    fake('printf "Only this.\\n" > "$FILE"')
    assert edit_text(WORDS) == "Only this."
    assert edit_text(f"{WORDS}\n") == "Only this.\n"
    assert edit_text("") == "Only this."


def test_other_line_ends_and_control_characters_are_cleaned(fake: Fake):
    fake('printf "\\357\\273\\277one\\r\\n\\033[31mtwo\\n" > "$FILE"')
    assert edit_text(WORDS) == "one\n[31mtwo"


def test_the_file_has_the_ending_that_is_asked_for(fake: Fake):
    args = fake("")
    edit_text(WORDS, suffix=".txt")
    assert args.read_text().strip().endswith("page.txt")


@pytest.mark.parametrize(
    "lines", ['rm "$FILE"', ': > "$FILE"', 'printf "  \\n\\n" > "$FILE"'], ids=str.split
)
def test_a_page_that_comes_back_empty_changes_nothing_and_is_said(
    fake: Fake, memory: Path, lines: str
):
    fake(lines)
    told: list[str] = []
    assert edit_text(WORDS, say=told.append) == WORDS
    assert told == ["The page came back empty. Your words are as they were."]
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('printf "half" > "$FILE"; exit 3', "ended with a fault"),
        ('printf "The wat" > "$FILE"; kill -KILL $$', "was stopped from outside"),
        ("exit 143", "was stopped from outside"),
    ],
)
def test_an_editor_that_fails_leaves_the_words_as_they_were(
    fake: Fake, memory: Path, lines: str, said: str
):
    fake(lines)
    with pytest.raises(EditorError, match=said) as raised:
        edit_text(WORDS)
    assert raised.value.safe == "Your words are as they were."
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("end", ["kill -KILL $$", "kill -HUP $$", "exit 143"])
def test_what_was_saved_before_an_editor_was_stopped_comes_back(fake: Fake, memory: Path, end: str):
    fake(f'printf "An hour of writing." >> "$FILE"; {end}')
    told: list[str] = []
    assert edit_text(WORDS, say=told.append) == f"{WORDS}\nAn hour of writing."
    assert len(told) == 1
    assert told[0].endswith("was stopped from outside. What it had saved is here.")
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize(
    ("written", "read", "is_guessed"),
    [
        (b"It was \xe9crit.", "It was \xe9crit.", True),
        (b"\x93So\x94", "\u201cSo\u201d", True),
        (b"caf\xe9 \x81", "caf\xe9 ", True),
        ("\ufefföde".encode("utf-16-le"), "öde", False),
    ],
)
def test_words_in_another_encoding_come_back_too(
    fake: Fake, tmp_path: Path, written: bytes, read: str, is_guessed: bool
):
    (tmp_path / "other").write_bytes(written)
    fake(f'cat "{tmp_path}/other" > "$FILE"')
    told: list[str] = []
    assert edit_text(WORDS, say=told.append) == read
    assert [words.startswith("What the editor wrote is not UTF-8.") for words in told] == (
        [True] * is_guessed
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_was_saved_is_handed_over_before_the_program_ends(
    fake: Fake, memory: Path, number: signal.Signals
):
    fake(f'printf "Saved." >> "$FILE"; kill -{int(number)} $PPID; exec sleep 30')
    kept: list[str] = []
    with pytest.raises(SystemExit):
        edit_text(WORDS, keep=kept.append)
    assert kept == [f"{WORDS}\nSaved."]
    assert list(memory.iterdir()) == []


def test_words_that_were_not_saved_are_not_handed_over(fake: Fake):
    fake("kill -TERM $PPID; exec sleep 30")
    kept: list[str] = []
    with pytest.raises(SystemExit):
        edit_text(WORDS, keep=kept.append)
    assert kept == []


def test_an_editor_that_is_back_at_once_is_spoken_of(fake: Fake, clock: FakeClock):
    fake("")
    told: list[str] = []
    assert edit_text(WORDS, say=told.append, clock=clock) == WORDS
    assert "back at once" in " ".join(told)


class AnHourLater(FakeClock):
    """A clock that is an hour later each time it is looked at."""

    def monotonic(self) -> float:
        """Let an hour go by."""
        self.advance(hours=1)
        return super().monotonic()


def test_a_page_that_was_looked_at_and_left_is_no_matter(fake: Fake):
    fake("")
    told: list[str] = []
    assert edit_text(WORDS, say=told.append, clock=AnHourLater()) == WORDS
    assert told == []


def test_what_a_killed_program_left_is_taken_back_in_words(memory: Path):
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, memory, memory.parent / "mounts"], timeout=FAR_TOO_LONG
    )
    assert killed.returncode == -signal.SIGKILL
    kept: list[str] = []
    editor.take_back(kept.append)
    assert kept == ["It was \xe9crit."]
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("chosen", ["no-such-editor", "/", "/etc/hostname"])
def test_an_editor_that_cannot_be_started_is_said(
    monkeypatch: pytest.MonkeyPatch, memory: Path, chosen: str
):
    monkeypatch.setenv("EDITOR", chosen)
    with pytest.raises(UsageError, match="could not be started"):
        edit_text(WORDS)
    assert list(memory.iterdir()) == []


def test_copies_that_an_editor_leaves_are_wiped(fake: Fake, memory: Path):
    fake('cp "$FILE" "$FILE~"; mkdir "${FILE%/*}/.undo"; cp "$FILE" "${FILE%/*}/.undo/1"')
    edit_text(WORDS)
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "switches"),
    [
        ("vim", {"-n", "-i", "NONE", "--cmd", "-c"}),
        ("vim.tiny", {"-n", "-i", "NONE"}),
        ("nvim", {"-n", "-i", "NONE", "--cmd", "-c"}),
        ("gvim", {"-f", "-n"}),
        ("nano", {"--ignorercfiles"}),
        ("emacs", {"--eval"}),
        ("emacs-nox", {"--eval"}),
        ("micro", {"-config-dir"}),
        ("code", {"--wait"}),
        ("code-insiders", {"--wait"}),
        ("subl", {"--wait"}),
        ("kate", {"--block"}),
    ],
)
def test_known_editors_are_asked_to_keep_no_copies_and_to_wait(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, name: str, switches: set[str]
):
    args = fake("", name)
    monkeypatch.setenv("EDITOR", os.environ["EDITOR"] + " --mine")
    edit_text(WORDS)
    given = args.read_text().splitlines()
    assert switches <= {*given}
    assert given[-2:] == ["--mine", given[-1]]


def test_what_micro_keeps_lies_in_the_folder_that_is_wiped(fake: Fake, memory: Path):
    args = fake('cp "$FILE" "$2/backup"', "micro")
    edit_text(WORDS)
    assert args.read_text().splitlines()[1].startswith(str(memory))
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("name", ["ed", "mg", "nano-tiny", "vi", "hx", "emacsclient"])
def test_an_editor_that_knows_no_such_switches_is_given_none(fake: Fake, name: str):
    args = fake("", name)
    edit_text(WORDS)
    assert len(args.read_text().splitlines()) == 1


def test_an_editor_is_known_behind_another_name(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    args = fake("", "vim.basic")
    (tmp_path / "bin" / "editor").symlink_to(tmp_path / "bin" / "vim.basic")
    monkeypatch.setenv("EDITOR", str(tmp_path / "bin" / "editor"))
    edit_text(WORDS)
    assert "-n" in args.read_text().splitlines()


def test_a_vi_that_says_it_is_vim_is_taken_for_one(fake: Fake):
    args = fake('[ "$1" = --version ] && echo "VIM - Vi IMproved 9.1"; :', "vi")
    edit_text(WORDS)
    assert "-n" in args.read_text().splitlines()


@pytest.mark.parametrize("name", [*editor._KNOWN, "ed", "/opt/An Editor/run"])
def test_what_an_editor_keeps_is_said_in_one_calm_sentence(name: str):
    words = what_it_keeps([name])
    assert words.endswith(".")
    assert words.count(". ") == 0
    assert "!" not in words
    assert len(words) < 160


def test_an_editor_that_is_not_known_is_named():
    assert what_it_keeps(["/usr/bin/ed"]).startswith("What ed keeps of a page")


# Files


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A file of a person's own."""
    path = tmp_path / "mine.txt"
    path.write_text("# Mine\n")
    return path


def test_a_file_is_changed_in_place(fake: Fake, pack: Path):
    args = fake('echo "? What?" >> "$FILE"')
    edit_file(pack)
    assert pack.read_text() == "# Mine\n? What?\n"
    assert args.read_text().splitlines() == [str(pack)]


def test_an_editor_with_a_window_is_waited_for(fake: Fake, pack: Path):
    args = fake("", "codium")
    edit_file(pack)
    assert args.read_text().splitlines() == ["--wait", str(pack)]


def test_the_editor_of_a_file_goes_by_its_own_settings(fake: Fake, pack: Path):
    args = fake("", "vim")
    edit_file(pack)
    assert args.read_text().splitlines() == [str(pack)]


@pytest.mark.parametrize(
    "lines", ["exit 1", 'rm "$FILE"; exit 1', ': > "$FILE"; kill -KILL $$'], ids=str.split
)
def test_an_editor_that_fails_leaves_the_file_as_it_was(fake: Fake, pack: Path, lines: str):
    fake(lines)
    with pytest.raises(EditorError, match="is as it was"):
        edit_file(pack)
    assert pack.read_text() == "# Mine\n"


def test_what_was_saved_before_an_editor_failed_is_kept(fake: Fake, pack: Path):
    fake('echo "? What?" >> "$FILE"; exit 1')
    with pytest.raises(EditorError, match="What it saved is in"):
        edit_file(pack)
    assert pack.read_text() == "# Mine\n? What?\n"


def test_a_file_that_cannot_be_read_is_said(fake: Fake, tmp_path: Path):
    fake("")
    with pytest.raises(EditorError, match="could not be read"):
        edit_file(tmp_path / "none.txt")
