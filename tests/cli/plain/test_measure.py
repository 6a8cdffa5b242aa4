"""A measure as questions in lines of text."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from integrate_tui.core.drafts import Flow
from integrate_tui.core.experience import Experience
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Answer, Integrate
from tests.measures import add_measures


@pytest.fixture(autouse=True)
def measures(home: Path) -> None:
    """The measures of the tests among the person's own packs."""
    add_measures(home / "integrate" / "packs")


def ask(integrate: Integrate, *typed: str, words: Sequence[str] = ("short-4",)) -> Answer:
    return integrate("--plain", "measure", *words, typed=typed)


def test_every_question_is_numbered_and_the_answers_read_out_once(integrate: Integrate) -> None:
    answer = ask(integrate, "0", "1", "several", "2")

    assert (answer.code, answer.err) == (0, "Kept as 1.\n")
    assert "Over the last 2 weeks, how often?\n" in answer.out
    assert "Question 1 of 4. First\n  0. Not at all\n  1. Several days\n" in answer.out
    assert answer.out.count("1. Several days") == 1
    assert "Short four \u00b7 4 of 12, mild as used in screening\n" in answer.out


def test_every_question_says_what_its_numbers_mean(integrate: Integrate) -> None:
    answer = ask(integrate, "0", "1", "1", "2")

    short = "0 not at all, 1 several days, 2 more than half the days, 3 nearly every day; or leave"
    assert answer.out.replace("\n", " ").count(short) == 3


def test_after_support_one_may_leave_the_rest(integrate: Integrate, journal: Workspace) -> None:
    integrate("settings", "country", "Germany")
    integrate("measure", "heavy-2", "--on")
    pack = journal.paths.packs / "measures.txt"
    asked = pack.read_text(encoding="utf-8").replace("private: yes\n", "private: yes\n? Else\n", 1)
    pack.write_text(asked, encoding="utf-8")

    answer = ask(integrate, "0", "1", "no", words=("heavy-2",))

    assert "This can rest here for today, and stays as a draft. Go on now?" in answer.out
    assert "Else" not in answer.out
    assert len(journal.drafts.all()) == 1


def test_a_measure_that_needs_a_country_asks_for_it(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("measure", "heavy-2", "--on")

    answer = ask(integrate, "another country", "0", "0", words=("heavy-2",))

    assert "It asks for your country first" in answer.out
    assert "Whose helplines come first?" in answer.out
    assert journal.settings.get("country") == "Anywhere"
    assert journal.results.get(1).value.total == 0


def test_a_measure_is_not_begun_where_no_country_is_said(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("measure", "heavy-2", "--on")

    answer = ask(integrate, "", words=("heavy-2",))

    assert answer.err.endswith("Nothing was begun.\n")
    assert "Question 1" not in answer.out


def test_any_question_may_be_left_and_then_there_is_no_total(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = ask(integrate, "", ":skip", "3", "3")

    assert "so there is no total" in answer.out
    assert "mood: 6 of 6" in answer.out
    assert journal.results.get(1).value.total is None


def test_one_may_go_back_change_an_answer_and_take_one_back(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = ask(integrate, ":back", "3", "2", ":back", "-", "1", "1")

    assert "This is the first question." in answer.out
    assert "So far: 2, More than half the days\n" in answer.out
    assert [a.prompt for a in journal.results.get(1).value.answers] == ["First", "Third", "Fourth"]


def test_what_does_not_fit_is_asked_again(integrate: Integrate, journal: Workspace) -> None:
    answer = ask(integrate, "4", "always", ":angle", "1", "1", "1", "1")

    assert "This cannot be '4'. It is one of: 0, 1, 2, 3." in answer.out
    assert "This cannot be 'always'" in answer.out
    assert journal.results.get(1).value.total == 4


def test_the_answer_brings_up_people_at_once(integrate: Integrate, journal: Workspace) -> None:
    integrate("measure", "heavy-2", "--on")
    integrate("settings", "country", "Germany")
    answer = ask(integrate, "2", "1", words=("heavy-2",))

    asked = answer.out.index("Something heavy")
    people = answer.out.index("TelefonSeelsorge")
    assert asked < people < answer.out.index("3 of 4")
    assert "cannot call anyone" in answer.out


def test_leaving_keeps_a_draft_that_can_be_gone_on_with(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = ask(integrate, "1", "1", ":leave")

    assert "`integrate measure short-4` goes on with it." in answer.err
    (draft,) = journal.drafts.all()
    assert (draft.flow, draft.subject) == (Flow.MEASURE, "short-4")

    again = ask(integrate, "yes", "1", "1")
    assert "You left Short four unfinished today. Go on with it?" in again.out
    assert "Question 1 of 4" not in again.out
    assert journal.results.get(1).value.total == 4
    assert journal.drafts.all() == []


def test_a_note_and_a_moment_stay_with_what_is_left(
    integrate: Integrate, journal: Workspace
) -> None:
    given = ("short-4", "--note", "Rain.", "--at", "2026-11-20 9:00")
    ask(integrate, "1", ":leave", words=given)

    ask(integrate, "yes", "1", "1", "1")

    result = journal.results.get(1)
    assert result.value.note == "Rain."
    assert result.moment.local.isoformat() == "2026-11-20T09:00:00+01:00"


def test_a_note_given_later_comes_after_the_one_before(
    integrate: Integrate, journal: Workspace
) -> None:
    ask(integrate, "1", ":leave", words=("short-4", "--note", "Rain."))
    ask(integrate, "", "1", "1", "1", words=("short-4", "--note", "Wind."))

    assert journal.results.get(1).value.note == "Rain. Wind."


@pytest.mark.parametrize("typed", [[":leave"], ["", "", "", ""]])
def test_a_note_to_nothing_answered_is_a_draft(
    integrate: Integrate, journal: Workspace, typed: list[str]
) -> None:
    ask(integrate, *typed, words=("short-4", "--note", "Rain."))

    (draft,) = journal.drafts.all()
    assert "Rain." in draft.data


def test_leaving_where_a_draft_is_offered_begins_nothing(
    integrate: Integrate, journal: Workspace
) -> None:
    ask(integrate, "1", ":leave")

    answer = ask(integrate, ":leave")

    assert "Question 1" not in answer.out
    assert len(journal.drafts.all()) == 1


def test_json_stands_alone_on_its_stream(integrate: Integrate) -> None:
    answer = ask(integrate, "0", "1", "1", "2", words=("short-4", "--json"))

    assert answer.json["total"] == 4
    assert "Question 1 of 4. First\n  0. Not at all\n" in answer.err


def test_the_end_of_the_input_keeps_a_draft(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "1")
    assert len(journal.drafts.all()) == 1
    assert journal.results.all() == []


def test_nothing_answered_is_nothing_kept(integrate: Integrate, journal: Workspace) -> None:
    answer = ask(integrate, "", "", "", "")
    assert "Nothing came" in answer.err
    assert journal.results.all() == []
    assert journal.drafts.all() == []


def test_a_day_that_is_too_early_may_be_waited_for_or_not(
    integrate: Integrate, journal: Workspace
) -> None:
    journal.experiences.add(Experience("The lake"), journal.moment())
    for typed in ([""], [], [":leave"]):
        waited = ask(integrate, *typed)
        assert "It is day 0. Wait with it?" in waited.out
        assert "Question 1" not in waited.out
        assert "Nothing was begun." in waited.err
    ask(integrate, "no", "0", "0", "0", "1")
    assert [thing.value.total for thing in journal.results.all()] == [1]


def test_writing_offers_no_measure_to_go_on_with(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "1", ":leave")
    answer = integrate("--plain", "write", typed=[""])
    assert "unfinished" not in answer.out
    assert len(journal.drafts.all()) == 1
