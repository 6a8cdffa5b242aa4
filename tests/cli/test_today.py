"""`integrate today`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Integrate

_GAPS = "\u00b7" * 11
"""The days before the first check-in."""


@pytest.fixture
def lived(integrate: Integrate) -> Integrate:
    integrate("experiences", "add", "The lake", "--when", "2026-11-17")
    integrate("checkin", "mood=3", "distress=7", "--at", "2026-11-20 09:00")
    integrate("checkin", "mood=6", "distress=3", "--feeling", "calm")
    integrate("goals", "practice", "Walk")
    integrate("goals", "tick", "Walk")
    integrate("goals", "step", "Call Ana", "--due", "tuesday")
    integrate("insights", "add", "I can ask")
    integrate("--plain", "write", "evening", typed=["bread", ":leave"])
    return integrate


def test_it_says_what_there_is(lived: Integrate) -> None:
    answer = lived("today")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "Good evening. Sunday 22 November",
        "Settling \u00b7 day 5 after The lake",
        "",
        "Checked in at 20:00: mood 6 \u00b7 distress 3 \u00b7 calm",
        "Unfinished: Evening, left today. Everything in it is kept.",
        "A guide that fits: Week one (12 prompts, 12 minutes; days 2 to 7)."
        " `integrate write week-one`",
        "Waiting, in no hurry: 1 insight not sorted.",
        "",
        "Walk: done today, done on its first day.",
        "To do: Call Ana, for Tue 24 Nov",
        "",
        "The last 14 days",
        f"mood      {_GAPS}\u2583\u00b7\u2585  from 3 to 6, on 2 days",
        f"distress  {_GAPS}\u2586\u00b7\u2583  from 3 to 7, on 2 days",
    ]


def test_a_first_day_is_greeted_with_what_begins(integrate: Integrate, home: Path) -> None:
    answer = integrate("today")

    assert answer.lines[:2] == ["Good evening. Sunday 22 November", "Preparing"]
    assert "`integrate experiences add` notes one" in answer.out
    assert "`integrate checkin` takes about a minute" in answer.out
    assert not (home / "integrate").exists()


def test_nothing_is_drawn_for_those_who_listen(lived: Integrate) -> None:
    said = lived("--plain", "today").out

    assert "mood      from 3 to 6, on 2 days" in said
    assert "\u2583" not in said


def test_pictures_may_be_ascii(lived: Integrate) -> None:
    lived("settings", "symbols", "ascii")

    assert "\u2583" not in lived("today").out


def test_a_finished_step_is_said_for_its_day(lived: Integrate) -> None:
    lived("goals", "tick", "ana")

    assert "Done today: Call Ana" in lived("today").lines


def test_today_as_json(lived: Integrate) -> None:
    found = lived("today", "--json").json

    assert list(found) == [
        *("day", "greeting", "phase", "check_ins", "drafts", "suggestion", "waiting"),
        *("practices", "steps", "trends", "past"),
    ]
    assert found["phase"] == {
        "name": "Settling",
        "day": 5,
        "experience": 1,
        "words": "Settling \u00b7 day 5 after The lake",
        "session": None,
    }
    assert found["trends"]["mood"][-3:] == [3.0, None, 6.0]
    assert found["suggestion"] == {"guide": "week-one", "why": "days 2 to 7"}
    assert found["practices"][0]["last_days"][-1] == "done"
