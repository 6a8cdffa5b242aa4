"""`integrate write` and `integrate note` with their words given."""

from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


def test_a_page_is_kept_as_it_stands(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("write", "--text", "One line.\n\n  Another, indented.\n")

    assert (answer.code, answer.out, answer.err) == (0, "", "Kept as 1.\n")
    assert journal.entries.get(1).value.text == "One line.\n\n  Another, indented.\n"


def test_a_page_comes_from_the_standard_input(integrate: Integrate, journal: Workspace) -> None:
    integrate("write", "--text", "-", "--title", "Rain", "--tag", "#Water", typed="The rain.\n")

    assert journal.entries.get(1).value.title == "Rain"
    assert journal.tags.of(1) == ("water",)


def test_a_text_may_answer_a_guide_of_one_question(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("write", "free-page", "--text", "Rain.", "--title", "Wet", "--tag", "water")

    entry = journal.entries.get(1).value
    assert (entry.guide, entry.title) == ("free-page", "Wet")
    assert [answer.reply.text for answer in entry.answers] == ["Rain."]
    assert journal.tags.of(1) == ("water",)


def test_a_note_may_be_several_words_without_quotes(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("note", "a", "heron", "on", "the", "roof", "--at", "yesterday 7am")

    kept = journal.fragments.get(1)
    assert (kept.value.text, kept.moment.local.hour) == ("a heron on the roof", 7)


def test_a_note_comes_from_the_standard_input(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("note", "-", typed="x")

    assert (answer.code, answer.err) == (0, "Kept as 1.\n")
    assert journal.fragments.get(1).value.text == "x"


def test_words_that_start_with_a_dash_come_after_two(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("note", "--", "-3", "degrees")

    assert journal.fragments.get(1).value.text == "-3 degrees"


def test_what_is_kept_is_about_the_experience_of_the_phase(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("experiences", "add", "The lake", "--when", "yesterday")
    integrate("note", "cold water")

    assert journal.links.targets(2, Role.ABOUT) == [1]


@pytest.mark.parametrize("command", [["note", "-"], ["write", "--text", "-"]])
@pytest.mark.parametrize(
    ("typed", "said"),
    [(b"", "no words in it"), (b" \n\x1b\n", "no words in it"), (b"\xff\xfe", "not UTF-8")],
)
def test_an_input_without_words_is_refused(
    integrate: Integrate, home: Path, command: list[str], typed: bytes, said: str
) -> None:
    answer = integrate(*command, typed=typed)

    assert answer.code == 2
    assert said in answer.err
    assert not (home / "integrate").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["write", "week-one", "--text", "x"], "Week one asks more than one text can answer"),
        (["write", "free-page", "--text", "x", "--at", "yesterday"], "--at goes with a page"),
        (["write", "--title", "x"], "go with --text"),
        (["write", "--text", "x", "--at", "whenever"], "no date"),
        (["note", "x", "--at", "2027-01-01"], "still to come"),
        (["note"], "TEXT... is missing"),
        (["write", "weak-one", "--plain"], "Did you mean 'week-one'"),
        (["write", "zzzz", "--plain"], "`integrate packs list` lists"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_nothing_is_kept(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate(*words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (home / "integrate").exists()


def test_without_a_terminal_nothing_is_asked(integrate: Integrate) -> None:
    answer = integrate("write", typed="words\n")

    assert (answer.code, answer.out) == (2, "")
    assert "`--text -` reads a page" in answer.err


@pytest.mark.parametrize("command", ["note", "write"])
def test_help_says_once_that_a_shell_remembers(integrate: Integrate, command: str) -> None:
    said = integrate(command, "--help").out

    assert said.count("history") == 1


def test_control_characters_go_at_the_door(integrate: Integrate, journal: Workspace) -> None:
    integrate("note", "red \x1b[31mwords\x07")

    assert journal.fragments.get(1).value.text == "red [31mwords"


def test_a_guide_that_waits_takes_no_text_either(
    integrate: Integrate, journal: Workspace, home: Path
) -> None:
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True)
    (packs / "waits.txt").write_text("# Waits\nrule: not before day 14\n? Words\n")
    journal.experiences.add(Experience("The lake"), journal.moment())

    answer = integrate("write", "waits", "--text", "Rain.")

    assert answer.code == 1
    assert "waits until day 14. It is day 0. A free page is always there." in answer.err
    assert journal.entries.count() == 0


def test_a_guide_of_short_answers_takes_no_page(integrate: Integrate, home: Path) -> None:
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True)
    (packs / "short.txt").write_text("# Short\nrule: short answers only\n? Words\n")

    answer = integrate("write", "short", "--text", "One.\nTwo.\nThree.")

    assert answer.code == 2
    assert "asks more than one text can answer" in answer.err
