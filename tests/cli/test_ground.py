"""`integrate ground`, up to where an exercise begins."""

from pathlib import Path
from typing import Any

import pytest

from integrate_tui import grounding, keeping
from integrate_tui.cli import launch
from integrate_tui.core.grounding import Feels, Way
from integrate_tui.core.health import answered, card_from_text
from integrate_tui.workspace import Workspace
from tests.builders import a_sitting
from tests.cli.conftest import Integrate


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the screens were asked to open."""
    asked: list[tuple[Any, ...]] = []

    def open_screens(
        _here: object,
        start: str = "today",
        subject: str = "",
        *,
        minutes: float | None = None,
        feels: Feels | None = None,
    ) -> int:
        asked.append((start, subject, minutes, feels))
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

    assert opened == [("ground", "", None, None), ("ground", "box-breathing", 2.5, None)]


def test_on_a_terminal_the_guide_is_opened(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    integrate("write", "week", "one", terminal=True)
    integrate("write", terminal=True)
    integrate(terminal=True)

    assert [asked[:2] for asked in opened] == [("write", "week-one"), ("write", ""), ("today", "")]


def test_a_length_that_is_fixed_is_said(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    answer = integrate("ground", "five-senses", "--minutes", "10", terminal=True)

    assert "keeps its own length, 3 minutes" in answer.err
    assert opened == [("ground", "five-senses", None, None)]


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
        (["--distress", "11"], "--distress takes a number from 0 to 10, not '11'"),
        (["--distress", "-1"], "not '-1'"),
        (["--distress", "9999999999999999999999"], "not '9999999999999999999999'"),
        (["--distress", "\u0663"], "from 0 to 10"),
        (["--unreal", "--sleep"], "for one at a time"),
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


def ids(integrate: Integrate, *words: str) -> list[str]:
    return [one["id"] for one in integrate("ground", "--list", "--json", *words).json]


def sat(journal: Workspace, id: str, before: int, after: int, times: int = 1) -> None:
    for _ in range(times):
        value = a_sitting(exercise=id, title=id, before=before, after=after)
        keeping.keep_sitting(journal, value)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["--distress", "9"], ["five-senses", "look-around"]),
        (["--distress", "7"], ["longer-out-breath", "feet-and-object", "the-container"]),
        (["--distress", "0"], ["body-scan", "kind-wishes"]),
        (["--unreal"], ["five-senses", "feet-and-object"]),
        (["--sleep"], ["longer-out-breath", "tense-and-release"]),
    ],
    ids=" ".join,
)
def test_what_fits_is_listed_first(
    integrate: Integrate, words: list[str], first: list[str]
) -> None:
    found = ids(integrate, *words)

    assert found[: len(first)] == first
    assert set(found) == set(ids(integrate))


def test_what_was_said_today_sorts_the_list(integrate: Integrate, journal: Workspace) -> None:
    sat(journal, "stop", 7, 6)

    assert ids(integrate)[0] == "longer-out-breath"


def test_each_one_that_is_hidden_says_why(integrate: Integrate) -> None:
    integrate("settings", "health", "cold")
    found = {one["id"]: one for one in integrate("ground", "--list", "--json").json}

    assert found["cool-water"]["withheld"] == "health"
    assert found["cool-water"]["why"] == "Hidden because of what you ticked: cold."
    assert found["box-breathing"]["withheld"] is None
    assert "heart" in found["box-breathing"]["avoid_with"]
    last = integrate("ground", "--list").lines[-1]
    assert last.split()[0] == "cool-water"
    assert last.endswith("Hidden because of what you ticked: cold.")


def test_a_hidden_one_is_not_begun_by_its_name(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    integrate("settings", "health", "heart")
    answer = integrate("ground", "box", "--minutes", "3", terminal=True)

    assert answer.code == 2
    assert "Hidden because of what you ticked: heart." in answer.err
    assert "integrate settings health" in answer.err
    assert not opened


def test_one_that_rests_says_so_and_can_be_begun(
    integrate: Integrate, journal: Workspace, opened: list[tuple[Any, ...]]
) -> None:
    sat(journal, "rain", 3, 6)
    answer = integrate("ground", "rain", "--minutes", "3", terminal=True)

    assert answer.code == 0
    assert "Rests until Sunday 29 November" in answer.err
    assert [asked[1] for asked in opened] == ["rain"]


def test_how_it_is_goes_to_the_screens(integrate: Integrate, opened: list[tuple[Any, ...]]) -> None:
    integrate("ground", "--unreal", "--distress", "7", terminal=True)

    assert opened == [("ground", "", None, Feels(7, Way.UNREAL))]


def test_twenty_minutes_get_a_note_and_nineteen_none(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    words = ("ground", "coherent-breathing", "--minutes")

    assert "Twenty minutes is long." in integrate(*words, "20", terminal=True).err
    assert integrate(*words, "19", terminal=True).err == ""


def test_what_helped_is_told_with_the_number_it_rests_on(
    integrate: Integrate, journal: Workspace
) -> None:
    sat(journal, "rain", 6, 4, times=3)
    sat(journal, "stop", 5, 5, times=2)

    rain, stop = integrate("ground", "--helped").lines
    assert rain == "RAIN  3 times, last today  \u00b7\u00b7\u00b7\u00b7\u25cf\u2500\u25cb" + (
        "\u00b7\u00b7\u00b7\u00b7  usually 6 before and 4 after, over 3 times, 2 lower"
    )
    assert stop.endswith("before and after said twice")
    assert "\u25cf" not in integrate("--plain", "ground", "--helped").out

    found = integrate("ground", "--helped", "--json").json
    assert [one["change"] for one in found] == [-2, None]
    assert list(found[0]) == [
        "exercise",
        "title",
        "sittings",
        "with_both",
        "before",
        "after",
        "change",
        "last",
    ]


def test_an_empty_journal_has_nothing_to_tell(integrate: Integrate) -> None:
    answer = integrate("ground", "--helped")

    assert (answer.code, answer.out) == (0, "")
    assert "Nothing here yet." in answer.err
    assert integrate("ground", "--helped", "--json").json == []


def test_nothing_of_the_health_card_leaves_in_an_export(
    integrate: Integrate, tmp_path: Path
) -> None:
    integrate("settings", "health", "heart, eating disorder")
    integrate("write", "--text", "The rain.")
    integrate("export", str(tmp_path / "out"))
    everything = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()
    )

    assert "The rain." in everything
    assert "eating disorder" not in everything
    assert "heart" not in everything


def test_the_card_is_no_setting_that_is_listed(integrate: Integrate) -> None:
    integrate("settings", "health", "heart")

    assert "heart" not in integrate("settings").out
    assert "health" not in integrate("settings", "--json").json


# In lines of text


def test_the_card_is_asked_once_in_lines_of_text(integrate: Integrate, journal: Workspace) -> None:
    first = integrate("--plain", "ground", "coherent", "--minutes", "1", typed=["11, 13", "", ""])
    second = integrate("--plain", "ground", "coherent", "--minutes", "1", typed=["", ""])

    assert "Which of these are true for you?" in first.out
    assert "Which of these" not in second.out
    assert card_from_text(journal.settings.get("health")) == answered(["cold", "neck or back"])
    assert journal.sittings.count() == 2


def test_what_is_hidden_by_the_answer_is_not_begun(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = integrate("--plain", "ground", "coherent", typed=["9", "", ""])

    assert "Hidden because of what you ticked: panic with breath focus." in answer.out
    assert journal.sittings.count() == 0


def test_what_fits_stands_first_in_lines_of_text_with_a_person_among_it(
    integrate: Integrate,
) -> None:
    answer = integrate("--plain", "ground", "--distress", "9", typed=["3"])

    options = [line.strip() for line in answer.lines if line.startswith("  ")]
    assert options[:3] == ["1. Five senses", "2. Look around", "3. Someone to talk to"]
    assert "findahelpline.com" in answer.out


def test_the_sigh_is_gentler_in_lines_of_text_too(integrate: Integrate, journal: Workspace) -> None:
    grounding.keep_card(journal, answered(["lungs"]))
    answer = integrate("--plain", "ground", "cyclic", "--minutes", "1", typed=["", ""])

    assert "Gentler, because of what you ticked." in answer.out
    assert "A little more, on top." not in answer.out


def test_a_free_sit_is_opened_with_an_open_end_or_so_many_minutes(
    integrate: Integrate, opened: list[tuple[Any, ...]]
) -> None:
    integrate("ground", "--free", terminal=True)
    integrate("ground", "--free", "--minutes", "20", terminal=True)
    answer = integrate("ground", "box", "--free", terminal=True)

    assert [asked[:3] for asked in opened] == [
        ("ground", "free-sit", None),
        ("ground", "free-sit", 20.0),
    ]
    assert answer.code == 2
    assert "--free follows no exercise" in answer.err
