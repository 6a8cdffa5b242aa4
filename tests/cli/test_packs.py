"""`integrate packs`."""

from pathlib import Path

import pytest

from integrate_tui.paths import find
from tests.cli.conftest import Integrate

BROKEN = "# Mine\nkind: guide\n\n? What?\n  scale: ten .. one\n"


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of packs of one's own."""
    folder = home / "integrate" / "packs"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("words", [["packs"], ["packs", "list"]])
def test_every_piece_is_listed_with_its_origin(integrate: Integrate, words: list[str]) -> None:
    rows = [line.split() for line in integrate(*words).lines]

    assert ["guide", "week-one", "bundled", "Week", "one"] in rows


def test_the_listing_as_json(integrate: Integrate, own: Path) -> None:
    (own / "mine.txt").write_text(BROKEN)

    found = integrate("packs", "--json").json

    assert list(found[0]) == ["title", "kind", "id", "file", "origin", "problems"]
    [mine] = [one for one in found if one["id"] == "mine"]
    assert (mine["origin"], mine["file"]) == ("broken", str(own / "mine.txt"))
    assert mine["problems"][0].startswith("mine.txt:5:")


def test_a_broken_piece_is_listed_with_a_word_about_it(integrate: Integrate, own: Path) -> None:
    (own / "mine.txt").write_text(BROKEN)

    answer = integrate("packs")

    assert any("mine" in line and "broken" in line for line in answer.lines)
    assert "`integrate packs check` says where" in answer.err


def test_a_piece_is_shown_as_its_text(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "week", "one")

    assert answer.lines[0] == "# Week one"
    assert "? Would another pair of eyes help?" in answer.lines
    assert integrate("packs", "show", "week-one", "--json").json["id"] == "week-one"


def test_a_wrong_name_gets_a_sentence(integrate: Integrate) -> None:
    answer = integrate("packs", "show", "weak-one")

    assert (answer.code, answer.out) == (2, "")
    assert "week-one" in answer.err


def test_bundled_packs_have_nothing_wrong(integrate: Integrate) -> None:
    answer = integrate("packs", "check")

    assert (answer.code, answer.out) == (0, "")
    assert "nothing is wrong" in answer.err


def test_a_mistake_is_said_with_its_place_and_ends_with_1(
    integrate: Integrate, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(BROKEN)

    answer = integrate("packs", "check", str(file))

    assert answer.code == 1
    assert answer.lines[0].startswith(f"{file}:5:")
    [problem] = integrate("packs", "check", str(file), "--json").json
    assert (problem["line"], list(problem)) == (5, ["file", "line", "column", "message", "mend"])


def test_a_file_that_is_not_there_is_said(integrate: Integrate, tmp_path: Path) -> None:
    answer = integrate("packs", "check", str(tmp_path / "none.txt"))

    assert (answer.code, answer.out) == (2, "")
    assert "There is no file" in answer.err


def test_a_bundled_file_is_copied_once(integrate: Integrate, home: Path) -> None:
    answer = integrate("packs", "eject", "evening")

    copy = Path(answer.out.strip())
    assert answer.code == 0
    assert copy.read_bytes() == (find().bundled / "guides" / "evening.txt").read_bytes()
    assert integrate("packs", "eject", "evening").code == 1


def test_the_folder_is_said(integrate: Integrate, home: Path) -> None:
    assert integrate("packs", "path").out == f"{home / 'integrate' / 'packs'}\n"


def test_help_shows_how_a_pack_is_written(integrate: Integrate) -> None:
    said = integrate("packs", "help").out

    assert "? What is with you?" in said
    assert "scale: 0 heavy .. 10 light" in said
