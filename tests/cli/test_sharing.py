"""`integrate export --for`: looked at first, then one file, and never more than the role has."""

from pathlib import Path

import pytest

from tests.cli.conftest import Integrate


@pytest.fixture
def goal(integrate: Integrate) -> str:
    """A goal, a boundary and something to say to each of the two."""
    n = integrate("goals", "add", "Get up before nine", "--json").json["n"]
    integrate("boundary", "add", "No calls after nine")
    integrate("talk", "add", "the mornings", "--role", "coach")
    integrate("talk", "add", "the nights", "--role", "therapist")
    return str(n)


def test_a_preview_shows_counts_and_titles_and_writes_nothing(
    integrate: Integrate, goal: str, tmp_path: Path
):
    target = tmp_path / "coach.md"
    answer = integrate("export", str(target), "--for", "coach", "--preview")
    assert answer.code == 0
    for words in (
        "For your coach",
        "To talk about (1)",
        "the mornings",
        "Goals (1)",
        "before nine",
    ):
        assert words in answer.out
    assert "the nights" not in answer.out
    assert "Never in it:" in answer.err
    assert not target.exists()


def test_the_preview_holds_just_what_is_written_then(
    integrate: Integrate, goal: str, tmp_path: Path
):
    target = tmp_path / "coach.md"
    asked = ("--for", "coach", "--with", "boundaries")
    told = integrate("export", *asked, "--json").json
    titles = [piece["title"] for part in told["parts"] for piece in part["pieces"]]
    assert [part["part"] for part in told["parts"]] == ["talk", "goals", "boundaries"]
    done = integrate("export", str(target), *asked)
    assert done.code == 0
    assert "no clinical care" in done.err
    text = target.read_text()
    assert all(title in text for title in titles)
    assert integrate("export", "-", *asked).out in text


def test_one_thing_is_left_out_by_its_number(integrate: Integrate, goal: str):
    assert "before nine" not in integrate("export", "-", "--for", "coach", "--without", goal).out


def test_a_therapists_page_begins_with_what_is_to_be_said(integrate: Integrate, goal: str):
    assert "the nights" in integrate("export", "-", "--for", "therapist").out
    more = integrate("export", "-", "--for", "therapist", "--with", "goals")
    assert "before nine" in more.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "coach", "--with", "measures"), "handed no measures"),
        (("--for", "friend"), "role"),
        (("--with", "goals"), "go with --for"),
        (("--for", "coach", "--front-matter"), "do not go with --for"),
        (("--for", "coach", "--without", "x"), "--without"),
    ],
)
def test_what_does_not_fit_is_refused(
    integrate: Integrate, goal: str, words: tuple[str, ...], said: str
):
    answer = integrate("export", "-", *words)
    assert answer.code != 0
    assert said in answer.err
    assert answer.out == ""


def test_without_a_place_nothing_is_written(integrate: Integrate, goal: str):
    assert integrate("export").code == 2
    assert integrate("export", "--for", "coach").code == 2


def test_an_export_of_everything_can_be_looked_at_first(
    integrate: Integrate, goal: str, tmp_path: Path
):
    answer = integrate("export", str(tmp_path / "all"), "--preview")
    assert answer.out.startswith("It would hold ")
    assert "1 goal" in answer.out
    assert not (tmp_path / "all").exists()


def test_nothing_to_hand_on_is_said(integrate: Integrate):
    assert "nothing to hand on" in integrate("export", "-", "--for", "therapist").err
