"""`integrate ground`, up to where an exercise begins."""

from typing import Any

import pytest

from integrate_tui.cli import launch
from tests.cli.conftest import Integrate


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the screens were asked to open."""
    asked: list[tuple[Any, ...]] = []

    def open_screens(
        _here: object, start: str = "today", subject: str = "", *, minutes: float | None = None
    ) -> int:
        asked.append((start, subject, minutes))
        return 0

    monkeypatch.setattr(launch, "open_screens", open_screens)
    return asked


def test_exercises_are_listed_with_the_gentle_ones_first(integrate: Integrate) -> None:
    answer = integrate("ground", "--list")

    assert answer.lines[0].split()[:2] == ["five-senses", "3:15"]
    found = integrate("ground", "--list", "--json").json
    assert [one["id"] for one in found] == [line.split()[0] for line in answer.lines]


def test_on_a_terminal_the_exercise_is_opened(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    integrate("ground", terminal=True)
    integrate("ground", "box", "--minutes", "2.5", terminal=True)

    assert opened == [("ground", "", None), ("ground", "box-breathing", 2.5)]


def test_on_a_terminal_the_guide_is_opened(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    integrate("write", "week", "one", terminal=True)
    integrate("write", terminal=True)
    integrate(terminal=True)

    assert opened == [("write", "week-one", None), ("write", "", None), ("today", "", None)]


def test_a_length_that_is_fixed_is_said(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    answer = integrate("ground", "five-senses", "--minutes", "10", terminal=True)

    assert "keeps its own length, 3 minutes" in answer.err
    assert opened == [("ground", "five-senses", None)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["boks-breathing"], "Did you mean 'box-breathing'"),
        (["breath"], "could be more than one exercise: Box breathing (box-breathing), "),
        (["zzz"], "`integrate ground --list` lists"),
        (["box", "--minutes", "x"], "--minutes takes a number up to 180, not 'x'"),
        (["box", "--minutes", "0"], "not '0'"),
        (["box", "--minutes", "-1"], "not '-1'"),
        (["box", "--minutes", "nan"], "not 'nan'"),
        (["box", "--minutes", "inf"], "not 'inf'"),
        (["box", "--minutes", "500"], "not '500'"),
    ],
)
def test_anything_wrong_gets_a_sentence(
    integrate: Integrate, opened: list[tuple[Any, ...]], words: list[str], said: str
) -> None:
    answer = integrate("ground", *words, terminal=True)

    assert (answer.code, answer.out) == (2, "")
    assert said in " ".join(answer.err.split())
    assert not opened


def test_without_a_terminal_nothing_begins(integrate: Integrate) -> None:
    answer = integrate("ground", "box")

    assert answer.code == 2
    assert "With --plain it is told in lines" in answer.err
