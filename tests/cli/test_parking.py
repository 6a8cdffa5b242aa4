"""What is parked is opened in the container, and told by no other command."""

import pytest

from tests.cli.conftest import Integrate


@pytest.fixture
def parked(integrate: Integrate) -> tuple[str, str]:
    """A note about a session that is parked: its number, and that of its title."""
    session = integrate("experiences", "add", "--kind", "ketamine", "--json").json["n"]
    note = integrate("note", "the stairs went down", "--json").json["n"]
    integrate("link", str(note), str(session), "--as", "about")
    way = ("--to", "container", "--title", "a house", "--json")
    title = integrate("inbox", str(note), *way).json["n"]
    return str(note), str(title)


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--json"),
        ("find", "stairs"),
        ("find", "stairs", "--json"),
        ("today",),
        ("experiences", "show", "1"),
        ("experiences", "show", "1", "--json"),
        ("thread", "1"),
        ("review", "week"),
        ("export", "-"),
        ("trends",),
    ],
    ids=" ".join,
)
def test_no_command_tells_what_is_parked(
    integrate: Integrate, parked: tuple[str, str], words: tuple[str, ...]
):
    answer = integrate(*words)
    assert answer.code == 0, answer.err
    assert "stairs" not in answer.out
    assert "a house" not in answer.out


@pytest.mark.parametrize("command", ["show", "history"])
def test_by_its_number_it_is_said_where_it_opens(
    integrate: Integrate, parked: tuple[str, str], command: str
):
    note, title = parked
    answer = integrate(command, note)
    assert "stairs" not in answer.out + answer.err
    assert f"`integrate container open {title}`" in answer.err
    told = integrate(command, note, "--json")
    assert "stairs" not in told.out
    assert told.json["parked"] == int(title)


def test_a_title_is_shown_and_its_words_on_opening(integrate: Integrate, parked: tuple[str, str]):
    _, title = parked
    assert "a house" in integrate("container").out
    shown = integrate("show", title)
    assert shown.out.strip() == "a house"
    assert "stairs" in integrate("container", "open", title).out


def test_what_was_let_go_is_shown_again(integrate: Integrate, parked: tuple[str, str]):
    note, title = parked
    integrate("container", "go", title)
    assert "stairs" in integrate("show", note).out
    assert "stairs" in integrate("list").out
