"""The questions of each kind in lines of text."""

from pathlib import Path

import pytest

from integrate_tui.cli.plain.talk import Talk
from integrate_tui.core.goal import Goal
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def ask(home: Path, integrate: Integrate):
    """Ask one question of a kind: `ask("answer: date", "yesterday")`."""
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True)

    def one(setting: str, *typed: str) -> str:
        (packs / "one.txt").write_text(f"# One\nid: one\n\n? What is it?\n  {setting}\n", "utf-8")
        return integrate("--plain", "write", "one", typed=[*typed, "", ""]).out

    return one


def the_text(journal: Workspace) -> str:
    return journal.entries.newest(1)[0].value.answers[0].reply.text


def test_a_day_is_said_back(ask, journal: Workspace) -> None:
    assert "Tuesday 24 November, in 2 days." in ask("answer: date", "tuesday")
    assert the_text(journal) == "2026-11-24"


def test_what_is_no_day_is_kept_and_said_to_be(ask, journal: Workspace) -> None:
    assert "Kept in your words." in ask("answer: date", "when it thaws")
    assert the_text(journal) == "when it thaws"


def test_a_drawing_ends_with_a_dot_and_keeps_its_columns(ask, journal: Workspace) -> None:
    ask("answer: sketch", "   ", "  *", "\\.", ".")
    assert the_text(journal) == "\n  *\n."


def test_a_drawing_that_is_gone_on_with_grows_below(ask, journal: Workspace) -> None:
    ask("answer: sketch", "  *", ":leave")
    said = ask("answer: sketch", "yes", " * *", ".")
    assert "So far:\n  *\n" in said
    assert the_text(journal) == "  *\n * *"


def test_a_question_mark_lists_the_places_of_the_body(ask, journal: Workspace) -> None:
    said = ask("answer: body", "?", "chest tight, belly warm")
    assert "Places: head, eyes, jaw" in said
    assert "Words: tight, warm, cold" in said
    assert the_text(journal) == "chest: tight\nbelly: warm"


def test_ones_own_things_are_a_numbered_list(ask, journal: Workspace) -> None:
    journal.goals.add(Goal("Rest"), journal.moment())
    assert "  1. Rest\nOne of these, by its number" in ask("link: goal", "1")
    assert the_text(journal) == "Rest"


def test_many_things_are_listed_when_they_are_asked_for(ask, journal: Workspace) -> None:
    for n in range(25):
        journal.goals.add(Goal(f"Goal {n}"), journal.moment())
    said = ask("link: goal", "?", "25")
    assert "A question mark lists all 25." in said
    assert said.count(". Goal ") == 20 + 25


def test_where_nothing_is_kept_yet_a_line_will_do(ask, journal: Workspace) -> None:
    assert "There is no value of yours here yet." in ask("link: value", "kindness")
    assert the_text(journal) == "kindness"


def test_feelings_are_listed_by_family(ask, journal: Workspace) -> None:
    assert "Settled: calm, at ease" in ask("feelings: 3", "?", "calm")
    assert the_text(journal) == "calm"


def test_lines_that_are_pasted_beyond_the_number_are_kept_as_they_are(
    ask, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = iter(["one\ntwo\nthree\nfour"])
    monkeypatch.setattr(Talk, "hear", lambda _self: next(heard, None))
    ask("list: 2")
    assert the_text(journal) == "one\ntwo\nthree\nfour"


def test_what_is_pasted_after_a_line_is_kept_too(
    ask, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = iter(["one", "two\nthree\nfour"])
    monkeypatch.setattr(Talk, "hear", lambda _self: next(heard, None))
    ask("list: 3")
    assert the_text(journal) == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("answer", [":back", ":skip", "perhaps"])
def test_a_yes_or_no_is_asked_again_until_it_is_one(ask, journal: Workspace, answer: str) -> None:
    said = ask("keep as: step", "Walk", ".", "", "", answer, "no")
    assert "Yes or no?\n" in said
    assert journal.steps.all() == []


@pytest.mark.parametrize(
    ("keep_as", "question"),
    [
        ("talk list", "\u201cAna\u201d for your talk list?"),
        ("container", "\u201cAna\u201d parked in the container?"),
        ("insight", "\u201cAna\u201d as an insight?"),
    ],
)
def test_a_marked_line_is_asked_about_as_what_it_becomes(ask, keep_as: str, question: str) -> None:
    assert question in ask(f"keep as: {keep_as}", "Ana", ".", "", "", "no")
