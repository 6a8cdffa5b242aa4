"""`integrate trends`, in words, as a line and as JSON."""

from datetime import timedelta

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.workspace import Workspace
from tests.builders import a_guided_entry, a_rating, a_report
from tests.cli.conftest import Integrate


def keep(journal: Workspace, name: str, value: int, days: int = 0) -> None:
    at = journal.moment(journal.now - timedelta(days=days))
    journal.checkins.add(a_report(a_rating(name, value)), at)


def test_each_scale_is_said_in_words_beside_its_line(integrate: Integrate, journal: Workspace):
    for days, mood in ((2, 3), (1, 7), (0, 5)):
        keep(journal, "mood", mood, days)

    answer = integrate("trends", "--span", "week")

    (line,) = answer.lines
    assert line.split("  ") == ["mood", "····▃▆▅", "3 check-ins, between 3 and 7, latest 5"]
    assert answer.err == "16 November to 22 November, 7 days.\n"


def test_read_aloud_it_is_words_alone(integrate: Integrate, journal: Workspace):
    keep(journal, "mood", 5)
    assert integrate("--plain", "trends").lines == ["mood  1 check-in, 5"]


def test_lines_are_drawn_with_letters_where_those_are_wanted(
    integrate: Integrate, journal: Workspace
):
    journal.settings.set("symbols", "ascii")
    keep(journal, "mood", 5)
    assert integrate("trends").out.isascii()


def test_the_json_has_every_day_with_what_it_rests_on(integrate: Integrate, journal: Workspace):
    keep(journal, "mood", 4)
    keep(journal, "mood", 5)
    journal.entries.add(a_guided_entry(a_rating("tension", 2)), journal.moment())

    found = integrate("trends", "--span", "month", "--json").json

    assert (found["span"], found["last"], found["experience"]) == ("month", "2026-11-22", None)
    mood, tension = found["scales"]
    assert mood["days"] == [{"day": "2026-11-22", "mean": 4.5, "count": 2}]
    assert (mood["lowest"], mood["highest"], mood["count"], mood["check_ins"]) == (4, 5, 2, 2)
    assert (tension["name"], tension["count"], tension["check_ins"]) == ("tension", 1, 0)


def test_days_are_given_by_their_ends(integrate: Integrate, journal: Workspace):
    keep(journal, "mood", 2, days=20)
    keep(journal, "mood", 8)
    found = integrate("trends", "--since", "2026-11-01", "--until", "2026-11-10", "--json").json
    assert (found["first"], found["last"]) == ("2026-11-01", "2026-11-10")
    assert [scale["latest"] for scale in found["scales"]] == [2]


def test_an_end_alone_goes_back_to_the_first_day(integrate: Integrate, journal: Workspace):
    keep(journal, "mood", 2, days=20)
    found = integrate("trends", "--until", "2026-11-10", "--json").json
    assert found["first"] == "2026-11-02"


def test_since_the_experience_needs_one(integrate: Integrate, journal: Workspace):
    assert integrate("trends", "--span", "experience").code == 2
    journal.experiences.add(Experience("The lake"), journal.moment())
    found = integrate("trends", "--span", "experience", "--json").json
    assert found["experience"] == "The lake"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--span", "fortnight"], "There is no range 'fortnight'."),
        (["--span", "weak"], "Did you mean 'week'?"),
        (["--span", "week", "--since", "yesterday"], "--span goes without"),
        (["--since", "2026-11-10", "--until", "2026-11-01"], "comes after"),
    ],
)
def test_what_cannot_be_understood_is_told(integrate: Integrate, words: list[str], said: str):
    answer = integrate("trends", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_nothing_kept_is_said_kindly(integrate: Integrate):
    answer = integrate("trends")
    assert (answer.code, answer.out) == (0, "")
    assert "No numbers in these days." in answer.err
    assert integrate("trends", "--json").json["scales"] == []
