"""`integrate measure` with answers given, its lists and its switch."""

from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate
from tests.measures import add_measures


@pytest.fixture(autouse=True)
def measures(home: Path) -> None:
    """The measures of the tests among the person's own packs."""
    add_measures(home / "integrate" / "packs")


def test_answers_are_kept_and_what_they_come_to_is_said(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = integrate("measure", "short-4", "--answers", "0,1,2,1")

    assert (answer.code, answer.err) == (0, "Kept as 1.\n")
    assert answer.lines[:3] == [
        "Short four \u00b7 4 of 12, mild as used in screening",
        "",
        "Over the last 2 weeks",
    ]
    assert "worry: 1 of 6" in answer.lines
    assert "This is not a diagnosis." in answer.lines
    assert "The tests." in answer.lines
    assert "As the tests." in answer.lines
    assert journal.results.get(1).value.total == 4


def test_answers_may_be_given_in_words_and_left(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("measure", "short", "--answers", "not at all, sev,-,", "--note", "Rain.")

    assert "no total" in answer.out
    value = journal.results.get(1).value
    assert [(found.prompt, found.line) for found in value.answers] == [
        ("First", "Not at all"),
        ("Second", "Several days"),
    ]
    assert (value.total, value.note) == (None, "Rain.")
    assert [part.words for part in value.subscores] == ["1 of 6"]


def test_a_moment_may_be_given(integrate: Integrate, journal: Workspace) -> None:
    integrate("measure", "ache", "--answers", "4", "--at", "yesterday 9am")

    assert journal.results.get(1).moment.local.isoformat() == "2026-11-21T09:00:00+01:00"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing", "--answers", "1"], "There is no measure 'nothing'"),
        (["short-4", "--answers", "0,1"], "has 4 questions, and there are 2 answers"),
        (["short-4", "--answers", "0,1,2,4"], "Question 4 cannot be '4'. It is one of: 0, 1, 2, 3"),
        (["short-4", "--answers", "0,1,2,often"], "Question 4 cannot be 'often'"),
        (["ache", "--answers", "lots"], "Question 1 cannot be 'lots'"),
        (["short-4", "--answers", "-,-,-,-"], "nothing in it to keep"),
        (["--answers", "1"], "Which measure?"),
        (["--history"], "Which measure?"),
        (["short-4"], "no terminal to ask on"),
        (["heavy-2", "--answers", "0,0"], "off until you switch it on"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_nothing_is_kept(
    integrate: Integrate, home: Path, words: list[str], said: str
) -> None:
    answer = integrate("measure", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (home / "integrate" / "journal.db").exists()


def switched_on(integrate: Integrate) -> None:
    integrate("measure", "heavy-2", "--on")
    integrate("settings", "country", "Germany")


def test_one_that_asks_first_says_what_it_asks_and_how_to_go_on(integrate: Integrate) -> None:
    off = integrate("measure", "heavy-2", "--answers", "0,0")
    assert "It asks about what is heavy." in off.err
    assert "`integrate measure heavy-2 --on`" in off.err

    assert integrate("measure", "heavy-2", "--on").err == "Heavy two is switched on.\n"
    without = integrate("measure", "heavy-2", "--answers", "0,0")
    assert without.code == 2
    assert "`integrate settings country NAME`" in without.err

    integrate("settings", "country", "Germany")
    assert integrate("measure", "heavy-2", "--answers", "0,0").code == 0

    assert integrate("measure", "heavy-2", "--off").err == "Heavy two is switched off.\n"
    assert integrate("measure", "heavy-2", "--answers", "0,0").code == 2


def test_one_that_is_always_on_has_no_switch(integrate: Integrate) -> None:
    assert "always on" in integrate("measure", "ache", "--off").err


def test_the_answer_brings_up_people_before_any_score(integrate: Integrate) -> None:
    switched_on(integrate)
    answer = integrate("measure", "heavy-2", "--answers", "-,1")

    assert answer.err.index("TelefonSeelsorge") < answer.err.index("Kept as")
    assert "Nobody sees" in answer.err
    assert "cannot call anyone" in answer.err


def test_a_nought_says_nothing_at_all(integrate: Integrate) -> None:
    switched_on(integrate)
    answer = integrate("measure", "heavy-2", "--answers", "2,0")

    assert answer.err == "Kept as 1.\n"
    assert "risk" not in answer.out


def test_a_day_that_is_too_early_waits_unless_it_is_told_not_to(
    integrate: Integrate, journal: Workspace
) -> None:
    journal.experiences.add(Experience("The lake"), journal.moment())
    answer = integrate("measure", "short-4", "--answers", "0,0,0,0")
    assert answer.code == 2
    assert "from day 2 on. It is day 0. --now fills it in all the same." in answer.err
    assert integrate("measure", "short-4", "--answers", "0,0,0,0", "--now").code == 0


def test_the_list_says_where_each_stands(integrate: Integrate) -> None:
    integrate("measure", "short-4", "--answers", "0,1,2,1")
    rows = integrate("measure").lines
    assert "short-4" in next(row for row in rows if "4 of 12 on 22 November" in row)
    assert "switched off" in next(row for row in rows if row.startswith("heavy-2"))

    by_id = {shape["id"]: shape for shape in integrate("measure", "--json").json}
    assert by_id["short-4"]["last"]["total"] == 4
    assert by_id["short-4"]["repeat_days"] == 14
    assert (by_id["heavy-2"]["state"], by_id["heavy-2"]["last"]) == ("switched off", None)


def test_the_history_is_dates_and_numbers(integrate: Integrate, journal: Workspace) -> None:
    assert "was not filled in yet" in integrate("measure", "short-4", "--history").err
    integrate("measure", "short-4", "--answers", "0,1,2,1", "--at", "2026-11-08")
    integrate("measure", "short-4", "--answers", "3,3,3,3")

    assert integrate("measure", "short-4", "--history").lines == [
        "2  2026-11-22  12 of 12  severe as used in screening",
        "1  2026-11-08  4 of 12   mild as used in screening",
    ]
    shapes = integrate("measure", "short-4", "--history", "--json").json
    assert [(shape["n"], shape["total"], shape["band"]) for shape in shapes] == [
        (2, 12, "severe"),
        (1, 4, "mild"),
    ]
    assert integrate("show", "2").out.count("Earlier: 8 November 4") == 1


def test_a_private_answer_is_told_only_to_who_asks_for_it(integrate: Integrate) -> None:
    switched_on(integrate)
    integrate("measure", "heavy-2", "--answers", "1,2")

    shown = integrate("show", "1")
    assert "Something" not in shown.out
    assert "`integrate measure heavy-2 --history --all`" in shown.err
    shape = integrate("show", "1", "--json").json
    assert shape["answers"] == []
    assert shape["private_answers"] == 1
    assert "Something heavy\n  2 Much" in integrate("measure", "heavy-2", "--history", "--all").out


def test_every_answer_is_in_the_json_of_who_asks_for_every_answer(integrate: Integrate) -> None:
    switched_on(integrate)
    integrate("measure", "heavy-2", "--answers", "1,2")

    (open_shape,) = integrate("measure", "heavy-2", "--history", "--json").json
    (shape,) = integrate("measure", "heavy-2", "--history", "--all", "--json").json

    assert "Something heavy" not in str(open_shape)
    assert [answer["number"] for answer in shape["answers"]] == [1, 2]


def test_an_export_counts_results_and_has_them(integrate: Integrate, home: Path) -> None:
    integrate("measure", "short-4", "--answers", "0,1,2,1")

    assert "1 result" in integrate("export", str(home / "out")).err
    assert "4 of 12, mild as used in screening" in integrate("export", "-").out


def test_a_deleted_result_comes_back(integrate: Integrate, journal: Workspace) -> None:
    integrate("measure", "ache", "--answers", "4")
    journal.trash.put(1, "Delete")
    assert "Ache \u00b7 4 of 10" in integrate("trash").out
    integrate("trash", "restore", "1")
    assert "4 of 10" in integrate("measure", "ache", "--history").out
