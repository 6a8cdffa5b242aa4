"""`integrate export`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Integrate


@pytest.fixture
def written(integrate: Integrate) -> Integrate:
    integrate("write", "--text", "The rain.", "--at", "2026-11-03 21:30")
    integrate("write", "--text", "The sun.")
    return integrate


def test_a_folder_gets_a_file_a_day(written: Integrate, tmp_path: Path) -> None:
    answer = written("export", str(tmp_path / "out"))

    assert (answer.code, answer.out) == (0, "")
    assert "plain text" in answer.err
    assert "2 entries" in answer.err
    assert "2 files written" in answer.err
    assert "The rain." in (tmp_path / "out/2026/2026-11-03.md").read_text()


def test_a_range_of_days_leaves_the_rest(written: Integrate, tmp_path: Path) -> None:
    written("export", str(tmp_path / "one.md"), "--since", "2026-11", "--until", "last week")

    assert "rain" in (tmp_path / "one.md").read_text()
    assert "sun" not in (tmp_path / "one.md").read_text()


def test_a_dash_is_the_standard_output(written: Integrate) -> None:
    answer = written("export", "-")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# Tuesday 3 November 2026\n")


def test_what_goes_to_a_terminal_is_cleaned(written: Integrate) -> None:
    assert "\x1b" not in written("export", "-", terminal=True).out


def test_progress_is_told_on_a_terminal_and_wiped(written: Integrate, tmp_path: Path) -> None:
    said = written("export", str(tmp_path / "out"), terminal=True).err

    assert "\rExporting 100 %\r" in said
    assert said.rstrip("\n").rpartition("\r")[2] == "2 files written."


def test_nothing_to_export_is_said_and_makes_nothing(integrate: Integrate, tmp_path: Path) -> None:
    answer = integrate("export", str(tmp_path / "out"))

    assert (answer.code, answer.err) == (0, "There is nothing to export.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [["--since", "soonish"], ["--until", "1/2/2026"]])
def test_a_wrong_date_leaves_nothing(written: Integrate, tmp_path: Path, words: list[str]) -> None:
    assert written("export", str(tmp_path / "out"), *words).code == 2
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_ends_with_5(written: Integrate, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    answer = written("export", str(tmp_path / "file" / "out"))

    assert (answer.code, answer.out) == (5, "")
    assert (tmp_path / "file").read_text() == "mine"
