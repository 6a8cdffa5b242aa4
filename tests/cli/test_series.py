"""`integrate experiences series`, `edit` and `show`."""

from datetime import timedelta

import pytest

from integrate_tui.workspace import Workspace
from tests.builders import a_rating, a_report
from tests.cli.conftest import Integrate


@pytest.fixture
def six(integrate: Integrate) -> Integrate:
    """1 a session of five days ago, 2 a series of six that it is in."""
    integrate("experiences", "add", "--kind", "ketamine", "--when", "2026-11-17 14:00")
    integrate("experiences", "series", "add", "Six", "--planned", "6", "--with", "1")
    return integrate


def test_a_series_is_begun_planned_and_listed(six: Integrate) -> None:
    answer = six("experiences", "series", "plan", "six", "2026-11-26 14:00", "next friday")

    assert answer.err == "2 sessions planned. Next session in 4 days.\n"
    assert six("experiences", "series").lines == ["2  Six  1 of 6 been  next session in 4 days"]
    assert six("experiences").lines[-1].split("  ")[-2:] == ["session 1 of 6", "ketamine"]


def test_a_day_that_has_passed_is_not_planned(six: Integrate) -> None:
    refused = six("experiences", "series", "plan", "six", "1900-01-01")

    assert refused.err == (
        "Monday 1 January 1900 has passed, and sessions are planned ahead. Nothing was planned."
        " One that has been is added with its day: a among the experiences, or"
        " `integrate experiences add --when DAY --series NAME` in a shell.\n"
    )
    assert six("experiences", "series").lines == ["2  Six  1 of 6 been"]


def test_what_a_series_is_hoped_to_change_is_said_of_it_alone(six: Integrate) -> None:
    six("experiences", "series", "add", "Two")
    added = six("goals", "add", "Up before nine", "--treatment", "--for", "six")

    assert added.err == "Kept as 4. For: Six.\n"
    assert "Hoped for: Up before nine." in six("experiences", "series", "show", "six").out
    assert "Hoped for" not in six("experiences", "series", "show", "two").out
    assert "Six" in six("thread", "4").out
    six("goals", "edit", "4", "--for", "two")
    assert "Hoped for" in six("experiences", "series", "show", "two").out


def test_only_a_treatment_goal_is_for_a_series(six: Integrate) -> None:
    refused = six("goals", "add", "Run", "--for", "six")

    assert "is a treatment goal, and this is another. Nothing was changed." in refused.err


def test_its_sessions_are_shown_with_their_blanks(six: Integrate) -> None:
    shown = six("experiences", "series", "show", "2")

    assert shown.lines[1] == "●──┊───◌──────◌──────◌──────◌──────◌"
    assert "2 to 6 hours: blank" in shown.out
    assert shown.lines[-1].split() == ["6", "no", "day", "yet"]
    assert "●" not in six("--plain", "experiences", "series", "show", "six").out


def test_as_json_a_series_has_its_sessions(six: Integrate) -> None:
    (found,) = six("experiences", "series", "list", "--json").json

    assert (found["title"], found["planned"], found["been"], found["next"]) == ("Six", 6, 1, None)
    assert found["sessions"][0] == {
        "number": 1, "n": 1, "day": "2026-11-17", "been": True, "carry": ""
    }  # fmt: skip
    assert found["sessions"][5]["n"] is None
    assert six("experiences", "series", "show", "2", "--json").json == found


def test_an_experience_is_put_into_a_series_and_taken_out(six: Integrate) -> None:
    six("experiences", "add", "Another", "--when", "2026-11-20")

    assert six("experiences", "series", "put", "six", "3").err == "3 is session 2 of 6 of Six.\n"
    assert "It is session" not in six("experiences", "edit", "3", "--series", "none").err


def test_one_is_added_to_a_series_at_once(six: Integrate) -> None:
    answer = six("experiences", "add", "--when", "tomorrow", "--series", "six")
    assert "It is session 2 of 6." in answer.err


def test_an_edit_changes_what_is_named_and_nothing_else(six: Integrate, journal: Workspace) -> None:
    answer = six(
        *("experiences", "edit", "1", "--name", "The first", "--carry", "Music softer."),
        *("--when", "1900-01-01"),
    )

    kept = journal.experiences.get(1)
    assert answer.code == 0
    assert (kept.value.name, kept.value.sort, kept.value.timed) == ("The first", "ketamine", False)
    assert kept.moment.day.year == 1900
    six("experiences", "edit", "1", "--kind", "unsaid", "--name", "")
    assert journal.experiences.get(1).value.heading == "an experience"


def test_the_hours_around_one_are_said_and_drawn(six: Integrate, journal: Workspace) -> None:
    began = journal.experiences.get(1).moment.at
    for hours, mood in ((-3, 3), (4, 6), (96, 3)):
        moment = journal.moment(began + timedelta(hours=hours))
        journal.checkins.add(a_report(a_rating("mood", mood)), moment)

    shown = six("experiences", "show", "1").out

    words = "3 before it, first higher at +4 h with 6, near that again at day 4; 3 numbers."
    assert words in " ".join(shown.split())
    assert "···▃┊▅" in shown
    assert "┊" not in six("--plain", "experiences", "show", "1").out
    (line,) = six("experiences", "show", "1", "--json").json["around"]
    assert [one["hours"] for one in line["readings"]] == [-3.0, 4.0, 96.0]
    assert line["words"] == words


def test_what_was_brought_along_is_shown(six: Integrate) -> None:
    six("experiences", "edit", "1", "--carry", "Music softer.")
    six("experiences", "add", "--when", "tomorrow", "--series", "six")

    assert "Brought along: “Music softer.”" in six("experiences", "show", "3").out
    assert six("experiences", "show", "3", "--json").json["carried"] == "Music softer."


def test_fragments_are_told_by_the_hour(six: Integrate, journal: Workspace) -> None:
    six("note", "--at", "2026-11-17 18:00", "a door")
    assert "+4 h  3  a door" in six("experiences", "show", "1").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["series", "add", "x", "--planned", "none"], "between 1 and 500"),
        (["series", "show", "nine"], "nine"),
        (["series", "show", "1"], "is no series"),
        (["series", "plan", "six", "1/2/2026"], "2026-02-01"),
        (["show", "2"], "is no experience"),
        (["edit", "1", "--series", "nine"], "nine"),
        (["series", "add", "x", "--with", "2"], "is no experience"),
    ],
)
def test_a_wrong_word_gets_a_sentence_and_changes_nothing(
    six: Integrate, journal: Workspace, words: list[str], said: str
) -> None:
    answer = six("experiences", *words)

    assert answer.code == 2
    assert said in answer.err
    assert (journal.experiences.count(), journal.series.count()) == (1, 1)


def test_without_a_series_there_is_one_kind_sentence(integrate: Integrate) -> None:
    assert "There is none yet" in integrate("experiences", "series").err
