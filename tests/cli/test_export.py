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


@pytest.fixture
def marked(integrate: Integrate) -> Integrate:
    integrate("experiences", "add", "The lake", "--when", "2026-11-02")
    integrate("write", "--text", "The rain.", "--at", "2026-11-03 21:30", "--tag", "water")
    integrate("write", "--text", "The sun.", "--tag", "light")
    integrate("note", "a note", "--tag", "light")
    integrate("mark", "2", "--about", "lake")
    integrate("mark", "3", "4", "--not-about", "lake")
    return integrate


@pytest.mark.parametrize(
    ("words", "stays", "leaves"),
    [
        (["--tag", "water"], ["The sun", "a note"], ["The rain"]),
        (["--tag", "light", "--only", "note"], ["The sun", "The rain"], ["a note"]),
        (["--only", "entry", "--only", "note", "--since", "2026-11-04"], ["The rain"], ["a note"]),
        (["--experience", "1", "--only", "entry"], ["# The lake", "a note"], ["The rain"]),
    ],
)
def test_a_part_leaves_without_the_rest(
    marked: Integrate, words: list[str], stays: list[str], leaves: list[str]
) -> None:
    said = marked("export", "-", *words).out

    assert all(each in said for each in leaves)
    assert not any(each in said for each in stays)


def test_what_leaves_is_said_before(marked: Integrate, tmp_path: Path) -> None:
    words = ["--tag", "light", "--only", "note", "--since", "yesterday"]
    said = marked("export", str(tmp_path / "out"), *words).err

    assert "holds 1 fragment, and nothing but: #light, note, since yesterday." in said


@pytest.mark.parametrize(
    "words", [["--tag", "lihgt"], ["--only", "pages"], ["--guide", "x-1"], ["--experience", "7"]]
)
def test_a_part_that_names_nothing_leaves_nothing(
    marked: Integrate, tmp_path: Path, words: list[str]
) -> None:
    answer = marked("export", str(tmp_path / "out"), *words)

    assert (answer.code, answer.out) == (2, "")
    assert not (tmp_path / "out").exists()


def test_front_matter_begins_each_file(marked: Integrate, tmp_path: Path) -> None:
    marked("export", str(tmp_path / "out"), "--front-matter")

    page = (tmp_path / "out/2026/2026-11-03.md").read_text()
    assert page.startswith('---\ndate: "2026-11-03"\ntags:\n  - "water"\n')


@pytest.mark.parametrize("target", ["-", "all.md"])
def test_front_matter_goes_into_a_folder_only(marked: Integrate, target: str) -> None:
    answer = marked("export", target, "--front-matter")

    assert (answer.code, answer.out) == (2, "")
    assert "Export into a folder" in answer.err
