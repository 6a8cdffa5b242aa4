"""`integrate talk`, `cards`, `container`, `care` and `themes`."""

from datetime import date, timedelta

import pytest

from integrate_tui.core.insight import LineState
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock


def test_the_talk_list_is_told_by_whom_it_is_for(integrate: Integrate) -> None:
    integrate("talk", "add", "A", "plan", "--role", "coach")
    integrate("talk", "add", "The dream", "--role", "therapist")
    assert integrate("talk").lines == ["2  therapist  The dream", "1  coach      A plan"]
    assert [one["role"] for one in integrate("talk", "--json").json] == ["therapist", "coach"]


def test_one_page_is_for_one_person(integrate: Integrate) -> None:
    integrate("talk", "add", "The dream", "--role", "therapist")
    integrate("talk", "add", "A plan", "--role", "coach")
    page = integrate("talk", "--role", "therapist").out
    assert page.startswith("For my therapist\n\n1. The dream\n")
    assert "A plan" not in page


def test_what_was_said_is_off_the_list_and_can_come_back(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("talk", "add", "The dream")
    assert integrate("talk", "said", "1").err == "Said: The dream\n"
    assert integrate("talk").out == ""
    assert integrate("talk", "--all").lines == ["1  whoever fits  The dream (done)"]
    integrate("talk", "said", "1", "--open")
    assert journal.lines.get(1).value.state is LineState.OPEN


def test_a_card_waits_two_weeks_and_is_decided(integrate: Integrate, journal: Workspace) -> None:
    assert "It waits until" in integrate("cards", "add", "Leave the job").err
    assert journal.lines.get(1).value.until == journal.today + timedelta(days=14)
    integrate("cards", "wait", "1", "2030-01-01")
    assert integrate("cards").lines == ["1  until Tuesday 1 January 2030  Leave the job"]
    integrate("cards", "decide", "1", "stay", "for", "now")
    assert journal.lines.get(1).value.more == "stay for now"
    assert integrate("cards", "--all").lines == ["1  done  Leave the job"]


def test_the_container_keeps_closed_until_its_day(integrate: Integrate) -> None:
    integrate("container", "add", "The fall", "--until", "2030-01-01", "--with", "therapist")
    closed = integrate("container", "open", "1")
    assert (closed.code, closed.out) == (2, "")
    assert "It was to stay closed until Tuesday 1 January 2030, with your therapist." in closed.err
    opened = integrate("container", "open", "1", "--early")
    assert opened.out == "The fall\n\nThere is only the title.\n"
    assert integrate("container", "go", "1").err == "Let go: The fall\n"
    assert integrate("container").err == "Nothing is parked here.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["talk", "add", " "], "no words in it"),
        (["talk", "--role", "boss"], "role"),
        (["talk", "said", "1"], "1 is not on the talk list"),
        (["cards", "wait", "2", "2020-01-01"], "has passed"),
        (["cards", "decide", "3"], "3 is not among the pause cards"),
        (["container", "open", "2"], "2 is not in the container"),
        (["care", "add", " "], "A name is needed"),
        (["care", "change", "1"], "1 is no person"),
        (["care", "add", "Ana", "--next", "1900-01-01"], "1 January 1900, which has passed"),
        (["themes", "show", "Fire"], "no theme"),
        (["themes", "add", "water"], "a theme of that name"),
        (["themes", "put", "Water", "99"], "Nothing has the number 99"),
    ],
)
def test_anything_wrong_gets_a_sentence(integrate: Integrate, words: list[str], said: str) -> None:
    integrate("note", "Warm hands")
    integrate("cards", "add", "Leave the job")
    integrate("themes", "add", "Water")
    answer = integrate(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_what_waits_is_found_by_its_words(integrate: Integrate) -> None:
    integrate("cards", "add", "Leave the job")
    integrate("container", "add", "The fall")
    integrate("talk", "add", "Sleep since May")

    assert integrate("cards", "decide", "the job", "stay").err == "Decided: Leave the job\n"
    assert integrate("container", "open", "fall").lines[0] == "The fall"
    assert integrate("talk", "said", "sleep").err == "Said: Sleep since May\n"
    assert "There is no title in the container 'rain'." in integrate("container", "go", "rain").err


def test_a_person_is_kept_and_changed(integrate: Integrate, journal: Workspace) -> None:
    integrate("care", "add", "Ana", "--role", "therapist", "--contact", "0123")
    integrate("care", "change", "1", "--next", "2030-01-01", "--contact", "")
    assert journal.people.get(1).value == Person("Ana", PersonRole.THERAPIST, next=date(2030, 1, 1))
    assert integrate("care").lines == ["1  therapist  Ana \u00b7 next Tuesday 1 January 2030"]
    assert integrate("care", "--json").json[0]["next"] == "2030-01-01"


def test_a_meeting_that_has_been_is_not_called_the_next(
    integrate: Integrate, clock: FakeClock
) -> None:
    integrate("care", "add", "Ana", "--next", "tomorrow")
    clock.advance(days=3)

    assert integrate("care").lines == ["1  other  Ana · last met 2 days ago"]


def test_a_theme_gathers_things_of_any_kind(integrate: Integrate) -> None:
    integrate("themes", "add", "Water", "--about", "lakes and rain")
    integrate("note", "The lake")
    integrate("insights", "add", "It holds me")
    integrate("themes", "put", "wat", "2", "3")
    assert [
        line.split("  ")[-1].strip() for line in integrate("themes", "show", "Water").lines
    ] == [
        "The lake",
        "It holds me",
    ]
    assert integrate("themes").lines == ["1  2 things  Water"]
    integrate("themes", "put", "1", "2", "--out")
    assert [one["n"] for one in integrate("themes", "show", "1", "--json").json] == [3]
    assert integrate("themes", "--json").json[0]["about"] == "lakes and rain"
