"""`integrate erase`."""

from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role
from integrate_tui.paths import backups_of
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.cli.conftest import Integrate

pytestmark = pytest.mark.usefixtures("no_lent_pages")


@pytest.fixture
def kept(integrate: Integrate, journal: Workspace) -> Integrate:
    """Two notes, and an experience that the first is about."""
    integrate("note", "zqsecret words")
    integrate("note", "others")
    lake = journal.experiences.add(Experience("The lake"), a_moment()).n
    journal.links.set(1, lake, Role.ABOUT)
    return integrate


def holding(folder: Path) -> list[str]:
    return [f.name for f in folder.rglob("*") if f.is_file() and b"zqsecret" in f.read_bytes()]


def test_it_says_what_would_go_and_erases_nothing(kept: Integrate) -> None:
    answer = kept("erase", "1", "--dry-run")

    assert answer.code == 0
    assert "What goes\n  1 fragment, with its only version" in answer.out
    assert "There is no way back" in answer.out
    assert "Nothing was erased." in answer.err
    assert kept("show", "1").code == 0


def test_it_asks_for_the_word_in_full(kept: Integrate, home: Path) -> None:
    kept_it = kept("erase", "1", typed=["yes"], terminal=True)
    assert (kept_it.code, "Nothing was erased." in kept_it.err) == (0, True)
    assert kept("show", "1").code == 0

    gone = kept("erase", "1", typed=["erase"], terminal=True)
    assert "Erased 1 thing for good." in gone.err
    assert kept("show", "1").code == 2
    assert holding(home) == []


def test_without_a_terminal_it_needs_to_be_told(kept: Integrate) -> None:
    asked = kept("erase", "1", typed=["erase"])
    assert asked.code == 2
    assert "--yes does it without asking" in asked.err
    assert kept("erase", "1", "--yes").code == 0


def test_its_copies_are_made_anew(kept: Integrate, journal: Workspace, home: Path) -> None:
    kept("backup")
    kept("backup", str(home / "mine.db"))

    answer = kept("erase", "1", "--yes", "--json")

    assert answer.json["erased"]
    assert answer.json["things"] == {"fragment": 1}
    assert answer.json["numbers"] == [1]
    assert len(answer.json["copies"]) == 2
    assert answer.json["unreached"] == []
    assert holding(home) == []


def test_an_experience_goes_with_its_things(kept: Integrate, journal: Workspace) -> None:
    answer = kept("erase", "--experience", "3", "--yes", "--json")
    assert answer.json["numbers"] == [1, 3]
    assert [line.split()[0] for line in kept("list").lines] == ["2"]


def test_an_export_is_named(kept: Integrate, home: Path) -> None:
    kept("export", str(home / "out"))
    answer = kept("erase", "1", "--dry-run")
    assert f"An export of 2026-11-22: {home / 'out'}." in " ".join(answer.out.split())
    assert kept("erase", "1", "--yes", "--json").json["exports"][0]["path"] == str(home / "out")


def test_everything_goes(kept: Integrate, journal: Workspace, home: Path) -> None:
    kept("backup")
    journal.close()

    said = kept("erase", "--everything", "--dry-run")
    assert "2 fragments and 1 experience; every version, draft and setting" in said.out
    refused = kept("erase", "--everything", typed=["erase"], terminal=True)
    assert "Nothing was erased." in refused.err
    assert journal.paths.journal.exists()

    answer = kept("erase", "--everything", typed=["everything"], terminal=True)

    assert "Everything is erased." in answer.err
    assert [*home.iterdir()] == []
    assert kept("erase", "--everything", "--yes").code == 3


def test_what_a_broken_off_erase_left_is_swept(
    kept: Integrate, journal: Workspace, home: Path
) -> None:
    kept("backup")
    journal.close()
    journal.paths.journal.unlink()

    listed = kept("erase", "--everything", "--dry-run")
    assert listed.out.startswith(str(backups_of(journal.paths.journal)))
    assert kept("erase", "--everything", "--yes").code == 0
    assert holding(home) == []


def test_finishing_says_when_there_is_nothing_left_to_do(kept: Integrate) -> None:
    answer = kept("erase", "--finish")
    assert answer.err == "No copy that can be reached holds anything that was erased.\n"
    assert kept("erase", "--finish", "--json").json == {
        "erased": True, "copies": 0, "unreached": []
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["erase"], "Name what is to go"),
        (["erase", "1", "--everything", "--yes"], "Name what is to go"),
        (["erase", "99", "--yes"], "Nothing has the number 99"),
        (["erase", "x", "--yes"], "whole number"),
        (["erase", "--experience", "1", "--yes"], "no experience with the number 1"),
        (["erase", "1", "--followed", "--yes"], "--followed goes with --experience"),
    ],
)
def test_what_cannot_be_erased_is_said(kept: Integrate, words: list[str], said: str) -> None:
    answer = kept(*words)
    assert answer.code == 2
    assert said in answer.err


def test_emptying_the_trash_reaches_the_copies_too(
    kept: Integrate, journal: Workspace, home: Path
) -> None:
    kept("backup")
    journal.trash.put(1, "Delete")
    kept("trash", "empty", "--yes")
    assert holding(home) == []
