"""Where a run begins and ends: exit codes, faults, and what is said of words that fit nowhere."""

import io
import re
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from integrate_tui import __version__
from integrate_tui.cli import journal as journal_commands
from integrate_tui.cli import main as entry
from integrate_tui.cli import output
from integrate_tui.cli.here import Here
from integrate_tui.errors import BusyError, DamagedError, ExportError
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock


def test_the_version_is_said_alone(integrate: Integrate) -> None:
    answer = integrate("--version")

    assert (answer.code, answer.out, answer.err) == (0, f"{__version__}\n", "")


def test_the_version_is_said_beside_other_options_too(integrate: Integrate) -> None:
    assert integrate("--plain", "--version").out == f"{__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lsit"], "Did you mean 'list'"),
        (["chekin", "mood=3"], "Did you mean 'checkin'"),
        (["frobnicate"], "`integrate --help` lists all"),
        (["goals", "tik"], "Did you mean 'tick'"),
        (["insights", "frob"], "There are add, sort"),
        (["list", "--limt", "3"], "Did you mean --limit"),
        (["note", "-3", "degrees"], "Words that start with a dash go after --"),
        (["tags", "drop", "a", "b"], "more words than `integrate tags drop` takes"),
        (["list", "--limit"], "--limit needs something after it"),
        (["show"], "N is missing"),
        (["list", "--db", "x.db"], "--db comes before the command"),
        (["find", "--packs", "x"], "--packs comes before the command"),
    ],
)
def test_words_that_fit_nowhere_get_a_sentence(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate(*words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not (home / "integrate").exists()


def test_bare_integrate_needs_a_terminal(integrate: Integrate, home: Path) -> None:
    answer = integrate()

    assert answer.code == 2
    assert "`integrate today` says the same in words" in answer.err
    assert not (home / "integrate").exists()


def test_bare_integrate_in_plain_says_today(integrate: Integrate) -> None:
    assert integrate("--plain").out.startswith("Good evening. Sunday 22 November\n")


@pytest.mark.parametrize(
    ("error", "code"),
    [(BusyError("Busy."), 4), (DamagedError("Damaged."), 3), (ExportError("No."), 5)],
)
def test_an_error_of_ours_is_its_sentence_and_its_code(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    def fail(_self: Here) -> None:
        raise error

    monkeypatch.setattr(Here, "reading", fail)

    answer = integrate("list")

    assert (answer.code, answer.out, answer.err) == (code, "", f"{error}\n")


def test_a_fault_says_its_kind_and_place_and_no_value(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_typed: str) -> int:
        raise KeyError("what I wrote in the night")

    monkeypatch.setattr(journal_commands, "read_limit", fail)

    answer = integrate("list")

    assert answer.code == 1
    assert re.search(r"KeyError in cli/journal\.py:\d+ list_things", answer.err)
    assert "What was kept before is safe" in answer.err
    assert "night" not in answer.err
    assert "Traceback" not in answer.err


def test_an_interruption_ends_with_130_and_no_more(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_typed: str) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(journal_commands, "read_limit", interrupt)

    answer = integrate("list")

    assert (answer.code, answer.out, answer.err.strip()) == (130, "", "")


def test_a_reader_that_has_gone_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    errors = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(sys, "stderr", errors)

    code = entry.run(["paths"], Here(clock))

    assert (code, errors.getvalue()) == (entry.READER_GONE, "")


def test_an_output_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    errors = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(sys, "stderr", errors)

    assert entry.run(["paths"], Here(clock)) == 1
    assert errors.getvalue().startswith("The answer could not be written out (No space left")


def test_streams_that_are_closed_take_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert entry.run(["note", "hello"], Here(clock)) == 0
    assert entry.run(["note", "-"], Here(clock)) == 2


def test_a_named_journal_and_packs_are_used(integrate: Integrate, tmp_path: Path) -> None:
    integrate("--db", str(tmp_path / "other.db"), "note", "elsewhere")

    own = tmp_path / "own"
    own.mkdir()
    answer = integrate("--db", str(tmp_path / "other.db"), "--packs", str(own), "paths", "--json")

    assert answer.json["journal"] == str(tmp_path / "other.db")
    assert (answer.json["packs"], answer.err) == (str(own), "")
    assert (tmp_path / "other.db").exists()
    assert not (tmp_path / "home" / "integrate").exists()


def test_a_named_journal_that_is_not_there_is_not_made_by_looking(
    integrate: Integrate, tmp_path: Path
) -> None:
    answer = integrate("--db", str(tmp_path / "typo.db"), "list")

    assert answer.code == 3
    assert "no journal at the place that --db names" in answer.err
    assert not (tmp_path / "typo.db").exists()


def test_a_file_that_is_no_journal_is_left_alone(integrate: Integrate, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear reader")

    answer = integrate("--db", str(other), "list")

    assert answer.code == 3
    assert "not a journal" in answer.err
    assert other.read_text() == "Dear reader"


def test_a_packs_folder_that_is_none_is_said(integrate: Integrate, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert integrate("--packs", str(tmp_path / "file"), "paths").code == 2
    missing = integrate("--packs", str(tmp_path / "none"), "paths")
    assert (missing.code, "only bundled packs are used" in missing.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("integrate gro", ["ground"]),
        ("integrate goals ti", ["tick"]),
        ("integrate write week-", ["week-one"]),
        ("integrate ground box", ["box-breathing"]),
        ("integrate settings th", ["theme"]),
    ],
)
def test_completion_offers_commands_and_names(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    offered: list[str],
) -> None:
    monkeypatch.setenv(entry.COMPLETION, "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))

    with pytest.raises(SystemExit):
        entry.run([])

    assert capsys.readouterr().out.split() == offered


def test_output_is_flushed_before_the_run_ends(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    monkeypatch.setattr(output, "finish", lambda: flushed.append(True))

    integrate("paths")

    assert flushed


LONG = "x" * 300


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--db", f"/tmp/{LONG}", "list"], 3),
        (["--db", f"/tmp/{LONG}", "today"], 3),
        (["--db", f"/tmp/{LONG}", "note", "hi"], 3),
        (["--packs", f"/tmp/{LONG}", "packs", "check"], 0),
        (["--packs", f"/tmp/{LONG}", "list"], 0),
        (["packs", "check", f"/tmp/{LONG}"], 2),
        (["export", f"/tmp/{LONG}"], 5),
        (["export", f"/tmp/{LONG}.md"], 5),
        (["export", "~nosuchuser/x"], 2),
        (["export", "~nosuchuser/x.md", "--for", "therapist"], 2),
    ],
)
def test_a_name_that_no_system_takes_gets_a_sentence(
    integrate: Integrate, words: list[str], code: int
) -> None:
    integrate("note", "something to export")

    answer = integrate(*words)

    assert answer.code == code
    assert "Something went wrong" not in answer.err


@pytest.mark.parametrize(
    ("zone", "hour"), [("America/Los_Angeles", 22), ("Asia/Tokyo", 7), ("Pacific/Kiritimati", 5)]
)
def test_what_was_left_a_moment_ago_was_left_today_wherever_one_is(
    integrate: Integrate, zone: str, hour: int
) -> None:
    integrate.clock.set(datetime(2026, 11, 22, hour, 30, tzinfo=ZoneInfo(zone)))

    integrate("--plain", "write", "evening", typed=["bread", ":leave"])
    note = integrate("note", "a door", "--json").json

    assert "Evening, left today." in integrate("today").out
    assert "You left Evening unfinished today." in integrate("--plain", "write").out
    assert note["day"] == "2026-11-22"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyError("what I wrote in the night"), 1, "KeyError in cli/here.py"),
        (DamagedError("Damaged."), 3, "Damaged."),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_a_fault_while_closing_is_said_like_any_other(
    integrate: Integrate,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
) -> None:
    closed: list[bool] = []

    def fail(_self: Here, _workspace: Workspace) -> None:
        raise error

    let_go = Here.let_go

    def watched(self: Here) -> None:
        let_go(self)
        closed.append(True)

    monkeypatch.setattr(Here, "_copy_of_today", fail)
    monkeypatch.setattr(Here, "let_go", watched)

    answer = integrate("note", "The kettle sang.")

    assert (answer.code, closed) == (code, [True])
    assert said in answer.err
    assert "night" not in answer.err
    assert "Traceback" not in answer.err


def test_what_went_wrong_first_is_the_exit_code(
    integrate: Integrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    integrate("note", "The kettle sang.")

    def fail(_self: Here, _workspace: Workspace) -> None:
        raise BusyError("Busy.")

    monkeypatch.setattr(Here, "_copy_of_today", fail)

    answer = integrate("show", "99")

    assert answer.code == 2
    assert answer.err.endswith("Busy.\n")


@pytest.mark.parametrize("words", [["--db", "~nobody-at-all/x.db"], ["--packs", "~nobody-at-all"]])
def test_a_place_in_nobodys_home_gets_a_sentence(integrate: Integrate, words: list[str]) -> None:
    answer = integrate(*words, "paths")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("There is no home here for ~nobody-at-all.")
