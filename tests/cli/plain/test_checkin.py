"""The check-in as questions in lines of text."""

import json
from collections.abc import Sequence

import pytest

from integrate_tui.core.drafts import Flow
from integrate_tui.noting import keep_check_in
from integrate_tui.safekeeping import windows
from integrate_tui.workspace import Workspace
from tests.builders import a_draft
from tests.cli.conftest import Answer, Integrate


def ask(integrate: Integrate, *typed: str, words: Sequence[str] = ()) -> Answer:
    return integrate("--plain", "checkin", *words, typed=typed)


def test_every_question_is_numbered_and_its_kind_of_answer_said(integrate: Integrate) -> None:
    answer = ask(integrate, "6", "", "", "calm", "rain")

    assert (answer.code, answer.err) == (0, "Kept as 1.\n")
    assert "Question 1 of 5. Mood\n" in answer.out
    assert "A number from 0 (heavy) to 10 (light), or leave it empty.\n" in answer.out
    assert "Up to 3 words, with commas between" in answer.out
    assert "Question 5 of 5. One line\n" in answer.out


def test_what_was_answered_is_kept_and_the_rest_left(
    integrate: Integrate, journal: Workspace
) -> None:
    ask(integrate, "6", "", "", "calm, raw", "rain")

    assert journal.checkins.get(1).value.line == "mood 6 \u00b7 calm, raw \u00b7 rain"
    assert journal.drafts.all() == []


def test_an_answer_that_does_not_fit_is_asked_again(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = ask(integrate, "11", "six", "6", "", "", "clam", "calm", "")

    assert "from 0 to 10, not '11'" in answer.out
    assert "Did you mean 'calm'" in answer.out
    assert journal.checkins.get(1).value.line == "mood 6 \u00b7 calm"


def test_a_question_mark_lists_the_feelings(integrate: Integrate) -> None:
    answer = ask(integrate, "", "", "", "?", "raw", "")

    assert "  Settled: calm, at ease" in answer.out


def test_one_may_go_back_and_change_an_answer(integrate: Integrate, journal: Workspace) -> None:
    answer = ask(integrate, ":back", "6", "3", ":back", "4", "", ":skip", ":angle", "")

    assert "This is the first question." in answer.out
    assert "So far: 3\n" in answer.out
    assert "There is no other angle to this one." in answer.out
    assert journal.checkins.get(1).value.line == "mood 6 \u00b7 distress 4"


def test_an_empty_answer_leaves_one_that_is_there(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "6", ":back", "", "", "", "", "")

    assert journal.checkins.get(1).value.line == "mood 6"


def test_help_and_support_come_back_to_the_question(integrate: Integrate) -> None:
    answer = ask(integrate, ":help", ":SUPPORT", "6", "", "", "", "")

    assert ":angle asks the same thing another way." in answer.out
    assert "Emergency" in answer.out
    assert answer.out.count("Back to the question.") == 2
    assert answer.err == "Kept as 1.\n"


def test_a_mistyped_command_is_not_taken_for_an_answer(
    integrate: Integrate, journal: Workspace
) -> None:
    answer = ask(integrate, "", "", "", "", ":halp", "\\:help is a word")

    assert "There is no :halp. Did you mean ':help'?" in answer.out
    assert journal.checkins.get(1).value.line == ":help is a word"


def test_an_answer_that_calls_for_it_brings_up_support_at_once(integrate: Integrate) -> None:
    answer = ask(integrate, "", "9", "", "", "")

    before, _, after = answer.out.partition("Emergency")
    assert "Question 2 of 5" in before
    assert "Question 3 of 5" in after
    assert answer.out.count("United States") == 1


def test_leaving_keeps_a_draft_and_says_so(integrate: Integrate, journal: Workspace) -> None:
    answer = ask(integrate, "6", ":leave")

    assert answer.code == 0
    assert "Kept as a draft." in answer.err
    assert journal.checkins.count() == 0
    [draft] = journal.drafts.all()
    assert (draft.flow, draft.subject) == (Flow.CHECK_IN, "daily-check-in")
    assert json.loads(draft.data)["replies"]["mood"]["number"] == 6


def test_what_was_left_is_offered_again(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "6", ":leave")
    integrate.clock.advance(days=1)

    answer = ask(integrate, "yes", "3", "", "", "")

    assert "You left a check-in unfinished yesterday. Go on with it?" in answer.out
    assert "Question 1" not in answer.out
    assert journal.checkins.all()[0].value.line == "mood 6 \u00b7 distress 3"
    assert journal.drafts.all() == []


def test_what_was_left_stays_where_it_is_if_not_wanted(
    integrate: Integrate, journal: Workspace
) -> None:
    ask(integrate, "6", ":leave")

    answer = ask(integrate, "perhaps", "no", "2", "", "", "", "")

    assert "Yes or no?" in answer.out
    assert journal.checkins.all()[0].value.line == "mood 2"
    assert len(journal.drafts.all()) == 1


def test_the_end_of_the_input_keeps_what_there_is(integrate: Integrate, journal: Workspace) -> None:
    early = integrate("--plain", "checkin", typed="6\n")
    late = integrate("--plain", "checkin", typed="no\n5\n\n\n\nrain")

    assert (early.code, late.code) == (0, 0)
    assert "Kept as a draft." in early.err
    assert journal.checkins.all()[0].value.line == "mood 5 \u00b7 rain"


def test_nothing_at_all_leaves_nothing_behind(integrate: Integrate, journal: Workspace) -> None:
    left = ask(integrate, ":leave")
    empty = ask(integrate, "", "", "", "", "")
    closed = integrate("--plain", "checkin")

    assert "nothing is kept" in left.err
    assert "Nothing came" in empty.err
    assert closed.code == 0
    assert (journal.checkins.count(), journal.drafts.all()) == (0, [])


def test_a_moment_and_json_go_with_it(integrate: Integrate) -> None:
    words = ("--at", "yesterday 9am", "--json")
    answer = ask(integrate, "6", "", "", "", "", words=words)

    assert answer.json["at"] == "2026-11-21T09:00:00+01:00"
    assert "Question 1 of" in answer.err


def test_a_moment_stays_with_what_is_left(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "6", ":leave", words=("--at", "yesterday 9am"))

    ask(integrate, "yes", "", "", "", "")

    kept = journal.checkins.get(1)
    assert kept.value.line == "mood 6"
    assert kept.moment.local.isoformat() == "2026-11-21T09:00:00+01:00"


def test_a_moment_that_is_given_later_counts(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "6", ":leave", words=("--at", "yesterday 9am"))

    ask(integrate, "yes", "", "", "", "", words=("--at", "2026-11-20 9:00"))

    assert journal.checkins.get(1).moment.local.isoformat() == "2026-11-20T09:00:00+01:00"


def test_control_characters_that_are_typed_go(integrate: Integrate, journal: Workspace) -> None:
    ask(integrate, "", "", "", "", "ra\x1b[Din\x07\x1b[31m")

    assert journal.checkins.get(1).value.line == "rain"


def test_ctrl_c_keeps_a_draft(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.cli.plain.talk import Talk

    lines = iter(["6", "3"])

    def hear(_self: Talk) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(Talk, "hear", hear)

    answer = integrate("--plain", "checkin")

    assert answer.code == 130
    assert "Kept as a draft." in answer.err
    assert len(journal.drafts.all()) == 1


def test_a_fault_while_keeping_leaves_the_draft(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui.cli.plain import checkin as plain_checkin
    from integrate_tui.errors import BusyError

    def fail(*_args: object, **_options: object) -> None:
        raise BusyError("Another program is writing to the journal just now.")

    monkeypatch.setattr(plain_checkin, "keep_check_in", fail)

    assert ask(integrate, "6", "", "", "", "").code == 4
    assert len(journal.drafts.all()) == 1

    monkeypatch.setattr(plain_checkin, "keep_check_in", keep_check_in)

    assert ask(integrate, "yes", "", "", "", "").err == "Kept as 1.\n"


def test_an_earlier_one_is_offered_where_the_latest_is_not_wanted(
    integrate: Integrate, journal: Workspace
) -> None:
    ask(integrate, "6", ":leave")
    integrate.clock.advance(days=1)
    ask(integrate, "no", "2", ":leave")

    answer = ask(integrate, "no", "yes", "3", "", "", "")

    assert answer.out.count("You left a check-in unfinished") == 2
    assert journal.checkins.all()[0].value.line == "mood 6 \u00b7 distress 3"
    assert len(journal.drafts.all()) == 1


def test_one_that_another_program_has_open_is_copied(
    integrate: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(integrate, "6", ":leave")
    monkeypatch.setattr(windows, "is_another_running", lambda window: True)

    ask(integrate, "yes", "3", "", "", "")

    assert journal.checkins.all()[0].value.line == "mood 6 \u00b7 distress 3"
    assert len(journal.drafts.all()) == 1


def test_one_that_cannot_be_read_is_said_to_be_so_and_another_begun(
    integrate: Integrate, journal: Workspace
) -> None:
    journal.drafts.save(a_draft(flow=Flow.CHECK_IN, data="{"))

    answer = ask(integrate, "yes", "6", "", "", "", "")

    assert "cannot be opened" in answer.out
    assert journal.checkins.all()[0].value.line == "mood 6"
    assert [draft.id for draft in journal.drafts.all()] == ["d-1"]


def test_one_whose_check_in_is_gone_is_offered_too(
    integrate: Integrate, journal: Workspace
) -> None:
    data = json.dumps({"replies": {"sleep": {"text": "deep"}}})
    journal.drafts.save(a_draft(flow=Flow.CHECK_IN, subject="gone", data=data))

    ask(integrate, "yes", "6", "", "", "", "")

    assert journal.checkins.all()[0].value.line == "mood 6 \u00b7 deep"
