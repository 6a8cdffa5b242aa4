"""`integrate experiences`."""

from pathlib import Path

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


def test_one_is_added_with_whatever_is_said_of_it(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate(
        *("experiences", "add", "The", "lake", "--kind", "Ketamine", "--when", "last friday 2pm"),
        *("--setting", "clinic", "--people", "Ana", "--intention", "to listen"),
    )

    kept = journal.experiences.get(1)
    assert answer.err == "Kept as 1. On Friday 20 November, 2 days ago.\n"
    assert (kept.value.name, kept.value.sort, kept.value.timed) == ("The lake", "ketamine", True)
    assert (kept.value.setting, kept.value.people) == ("clinic", "Ana")
    assert kept.value.intention == "to listen"
    assert kept.moment.local.hour == 14


def test_everything_but_its_day_may_be_left_unsaid(
    integrate: Integrate, journal: Workspace
) -> None:
    assert integrate("experiences", "add").code == 0

    kept = journal.experiences.get(1)
    assert (kept.value.heading, kept.value.timed) == ("an experience", False)
    assert kept.moment.day == journal.today


def test_a_weekday_by_itself_is_the_next_one(integrate: Integrate) -> None:
    answer = integrate("experiences", "add", "Planned", "--when", "friday")

    assert "On Friday 27 November, in 5 days" in answer.err


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-12-14", "On Monday 14 December."),
        ("1850-01-01", "On Tuesday 1 January 1850."),
        ("2090-01-01", "On Sunday 1 January 2090."),
    ],
)
def test_a_day_far_off_is_said_once_and_with_its_year(
    integrate: Integrate, when: str, words: str
) -> None:
    answer = integrate("experiences", "add", "--when", when)
    assert answer.err.strip().endswith(words)


def test_they_are_listed_newest_first(integrate: Integrate) -> None:
    integrate("experiences", "add", "Second", "--when", "2026-11-01 10:00", "--kind", "mdma")
    integrate("experiences", "add", "First", "--when", "2026-10-01")

    answer = integrate("experiences")

    assert answer.lines == [
        "1  Sun 1 Nov  10:00  MDMA  Second",
        "2  Thu 1 Oct               First",
    ]
    assert [one["sort"] for one in integrate("experiences", "--json").json] == ["MDMA", None]


def test_without_any_there_is_one_kind_sentence(integrate: Integrate, home: Path) -> None:
    assert "There are none yet" in integrate("experiences").err
    assert not (home / "integrate").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "ketamin"], ""),
        (["--kind", "psilocibyn"], "Did you mean 'psilocybin'"),
        (["--kind", "m"], "more than one kind: MDMA, meditation"),
        (["--when", "1/2/2026"], "2026-02-01 or 2026-01-02"),
        (["--when", "november"], "more than one day"),
    ],
)
def test_a_wrong_word_gets_a_sentence(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate("experiences", "add", "Lake", *words)

    assert said in answer.err
    assert (answer.code == 2) == bool(said)
    assert (home / "integrate").exists() != bool(said)


def test_there_is_no_word_for_a_dose(integrate: Integrate) -> None:
    said = integrate("experiences", "add", "--help").out.casefold()

    assert not any(word in said for word in ("dose", "route", "source", "amount"))
