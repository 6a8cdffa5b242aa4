"""Where words may have got to: lines that hold some are told from lines that hold none."""

from pathlib import Path

import pytest

from integrate_tui.core.finding import Finding
from integrate_tui.safekeeping.inspection import system, traces


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no recorder runs."""
    monkeypatch.setattr(system, "programs_above", list)
    monkeypatch.setattr(system, "ask", lambda command: "")
    monkeypatch.setenv("EDITOR", "nano")
    for name in ("TMUX", "STY", "SCRIPT", "ASCIINEMA_REC", "ASCIINEMA_SESSION", "TTYREC"):
        monkeypatch.delenv(name, raising=False)


def found(name: str) -> Finding:
    return {one.name: one for one in traces.left_here()}[name]


def history_of(home: Path, line: str) -> Finding:
    (home / ".bash_history").write_text(f"ls\n{line}\n")
    return found("history")


@pytest.mark.parametrize(
    "line",
    [
        'integrate note "I said no"',
        "integrate note I said no",
        "integrate --db other.db note I said no",
        "integrate write --text 'I said no'",
        "integrate write --text='I said no'",
        'integrate checkin mood=6 --note "slept well"',
        "printf 'I said no' | integrate note -",
        "echo I said no | integrate write --text -",
        'integrate insights add "I may say no"',
        'integrate goals practice "Walk"',
        'integrate talk add "The stairs"',
        ": 1700000000:0;integrate note I said no",
        "- cmd: integrate note I said no",
    ],
)
def test_a_line_with_words_is_counted_and_not_said(home: Path, line: str):
    one = history_of(home, line)
    assert not one.is_well
    assert "1 line" in one.words
    assert "said no" not in one.words + one.mend


@pytest.mark.parametrize(
    "line",
    [
        "integrate",
        "integrate note -",
        "integrate note - < page.md",
        "integrate write --text - < page.md",
        "integrate note --help",
        "integrate today | less",
        "integrate checkin mood=6 distress=3",
        "integrate packs add week.txt",
        "integrate find kettle",
        "integrated note taking",
    ],
)
def test_a_line_without_words_is_not(home: Path, line: str):
    assert history_of(home, line).is_well


def test_a_history_at_another_place_is_looked_at(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "other-history"
    other.write_text("integrate note I said no\n")
    monkeypatch.setenv("HISTFILE", str(other))
    assert str(other) in found("history").mend


@pytest.mark.parametrize("folder", [".config/Code", "Library/Application Support/Code"])
def test_an_editor_whose_history_is_off_is_still_said_to_be_one_that_keeps_things(
    home: Path, monkeypatch: pytest.MonkeyPatch, folder: str
):
    monkeypatch.setenv("EDITOR", "code --wait")
    assert "history of every page" in found("editor").words
    settings = home / folder / "User" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{\n  "workbench.localHistory.enabled": false\n}')
    one = found("editor")
    assert "history of every page" not in one.words
    assert not one.is_well


def test_what_an_editor_kept_of_another_file_is_none_of_ours(home: Path):
    undo = home / ".vim/undo/%home%ana%page-of-a-book%page.md"
    undo.parent.mkdir(parents=True)
    undo.touch()
    assert found("traces").is_well


@pytest.mark.parametrize("name", ["script", "asciinema", "ttyrec", "tlog-rec-session"])
def test_a_program_above_that_records_is_named(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setattr(system, "programs_above", lambda: ["bash", name, "sshd"])
    assert found("recording").words.startswith(name.removesuffix("-rec-session"))


def test_a_tmux_and_a_screen_that_record_nothing_are_left_alone(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMUX", "/tmp/x,1,0")
    monkeypatch.setenv("STY", "1.x")
    (home / ".screenrc").write_text("deflog off\n# log on\n")
    assert found("recording").is_well
