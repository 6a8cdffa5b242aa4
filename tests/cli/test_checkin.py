"""`integrate checkin` with its answers given."""

from pathlib import Path

import pytest

from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


def test_answers_are_kept_and_said_by_number(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("checkin", "mood=6", "distress=3", "--feeling", "calm", "--note", "first")

    assert (answer.code, answer.out, answer.err) == (0, "", "Kept as 1.\n")
    [kept] = journal.checkins.all()
    assert kept.value.line == "mood 6 \u00b7 distress 3 \u00b7 calm \u00b7 first"


def test_what_was_kept_can_be_printed_as_json(integrate: Integrate) -> None:
    shape = integrate("checkin", "mood=6", "--json").json

    assert (shape["n"], shape["kind"], shape["day"]) == (1, "check-in", "2026-11-22")
    assert shape["at"] == "2026-11-22T20:00:00+01:00"
    assert [(a["name"], a["number"]) for a in shape["answers"]] == [("mood", 6)]


def test_feelings_may_be_given_by_name_and_by_option(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("checkin", "feelings=Calm, weary", "--feeling", "raw")

    [answer] = journal.checkins.all()[0].value.answers
    assert answer.reply.words == ("calm", "weary", "raw")
    assert answer.families == ("Settled", "Low", "In between")


def test_a_moment_may_be_given(integrate: Integrate, journal: Workspace) -> None:
    integrate("checkin", "mood=2", "--at", "yesterday 9am")

    assert journal.checkins.all()[0].moment.local.isoformat() == "2026-11-21T09:00:00+01:00"


def test_a_moment_a_little_ahead_is_taken(integrate: Integrate) -> None:
    assert integrate("checkin", "mood=2", "--at", "2026-11-23 07:00").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mood=11"], "mood takes a whole number from 0 to 10, not '11'"),
        (["mood=-1"], "from 0 to 10, not '-1'"),
        (["mood=six"], "not 'six'"),
        (["mood=6.5"], "not '6.5'"),
        (["mood=" + "9" * 500], "from 0 to 10"),
        (["mod=6"], "Did you mean 'mood'"),
        (["zzz=6"], "It has mood, distress, clarity, feelings, note"),
        (["mood", "6"], "behind a '='"),
        (["6"], "one looks like mood=6"),
        (["mood=6", "mood=7"], "mood is given twice"),
        (["--feeling", "calmm"], "Did you mean 'calm'"),
        (["--feeling", "zorp"], "'zorp' is not among the feelings words"),
        (["feelings=calm,raw,open,seen"], "up to 3 feelings, and there are 4"),
        (["mood="], "nothing in it to keep"),
        (["--note", "  "], "nothing in it to keep"),
        (["mood=6", "--at", "3/11/2026"], "2026-11-03 or 2026-03-11"),
        (["mood=6", "--at", "soonish"], "no date that can be read"),
        (["mood=6", "--at", "2027-01-01"], "Friday 1 January 2027 is still to come"),
        (["mood=6", "--at", "november"], "more than one day"),
        (["mood=6", "--at", ""], "The date is empty"),
        (["mood=6", "distress=3", "--feeling", "calm", "clarity=99"], "clarity takes"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_nothing_is_kept(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate("checkin", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (home / "integrate").exists()


def test_without_a_terminal_nothing_is_asked(integrate: Integrate, home: Path) -> None:
    answer = integrate("checkin", typed="6\n")

    assert (answer.code, answer.out) == (2, "")
    assert "there is no terminal to ask on" in answer.err
    assert not (home / "integrate").exists()


def test_an_answer_that_calls_for_it_brings_up_support(integrate: Integrate) -> None:
    integrate("settings", "country", "Germany")

    answer = integrate("checkin", "distress=9")

    assert answer.out == ""
    assert answer.err.startswith("Kept as 1.\n")
    assert "Emergency: 112" in answer.err
    assert "Canada" not in answer.err


def test_without_a_country_each_is_told_in_a_line(integrate: Integrate) -> None:
    answer = integrate("checkin", "distress=10")

    assert any(line.startswith("Canada: Emergency, 911;") for line in answer.err.splitlines())
    assert "settings country NAME" in answer.err


def test_a_check_in_of_ones_own_is_asked_by_its_own_names(
    integrate: Integrate, home: Path, journal: Workspace
) -> None:
    packs = home / "integrate" / "packs"
    packs.mkdir(parents=True)
    (packs / "mine.txt").write_text(
        "# Mine\nkind: check-in\nid: daily-check-in\n\n"
        "? Weather\n  name: weather\n  choose: sun, rain, fog\n\n"
        "? Body\n  choose any: tight, warm, heavy\n"
    )

    answer = integrate("checkin", "weather=2", "body=warm, tight", "--note", "and a line")

    assert answer.code == 0
    report = journal.checkins.all()[0].value
    assert [a.reply.text for a in report.answers] == ["rain", "tight\nwarm"]
    assert report.note == "and a line"
    assert "Did you mean 'rain'" in integrate("checkin", "weather=rian").err
    assert "asks for nothing that --feeling" in integrate("checkin", "--feeling", "calm").err
