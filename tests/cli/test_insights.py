"""`integrate insights`."""

import pytest

from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.thing import Thing
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.cli.conftest import Integrate
from tests.fakes import FakeClock


@pytest.fixture
def kept(integrate: Integrate) -> Integrate:
    integrate("insights", "add", "I", "can", "ask")
    integrate("insights", "add", "The world is against me", "--kind", "belief")
    return integrate


def test_a_line_is_kept_as_an_insight_unless_said_otherwise(
    kept: Integrate, journal: Workspace
) -> None:
    first, second = journal.insights.all()

    assert (first.value.line, first.value.sort) == ("I can ask", InsightSort.INSIGHT)
    assert second.value.sort is InsightSort.BELIEF


def test_they_are_listed_newest_first(kept: Integrate) -> None:
    assert kept("insights").lines == [
        "2  not yet  belief   The world is against me",
        "1  not yet  insight  I can ask",
    ]


@pytest.mark.parametrize("standing", [["not", "yet"], ["not-yet"], ["Not yet"], ["not"]])
def test_not_yet_may_be_written_in_any_way(
    kept: Integrate, journal: Workspace, standing: list[str]
) -> None:
    kept("insights", "sort", "1", "hold")

    assert kept("insights", "sort", "1", *standing).err == "Not yet: I can ask\n"
    assert journal.insights.get(1).value.standing is Standing.NOT_YET


def test_a_standing_narrows_the_list(kept: Integrate) -> None:
    kept("insights", "sort", "2", "release")

    assert [one["n"] for one in kept("insights", "--standing", "release", "--json").json] == [2]
    assert "none of these" in kept("insights", "--standing", "revise").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sort", "1", "hlod"], "Did you mean 'hold'"),
        (["sort", "1"], "STANDING is missing"),
        (["sort", "x", "hold"], "N is a whole number"),
        (["sort", "7", "hold"], "Nothing has the number 7"),
        (["sort", "3", "hold"], "3 is no insight"),
        (["add", "x", "--kind", "beleif"], "Did you mean 'belief'"),
        (["add", "  "], "no words in it"),
        (["--standing", "r"], "more than one standing: revise, release"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_changes_nothing(
    kept: Integrate, words: list[str], said: str
) -> None:
    kept("note", "no insight")
    before = kept("insights").out

    answer = kept("insights", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert kept("insights").out == before


def test_without_any_there_is_one_kind_sentence(integrate: Integrate) -> None:
    assert "There are none yet" in integrate("insights").err


def test_sorting_keeps_the_words_that_were_changed_elsewhere_meanwhile(
    kept: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui import keeping

    sort = keeping.sort_insight

    def late(workspace: Workspace, n: int, standing: Standing) -> Thing[Insight]:
        journal.insights.change(n, Insight("I can ask for help"))
        return sort(workspace, n, standing)

    monkeypatch.setattr(keeping, "sort_insight", late)

    answer = kept("insights", "sort", "1", "hold")

    assert answer.err == "Hold: I can ask for help\n"
    assert journal.insights.get(1).value == Insight("I can ask for help", standing=Standing.HOLD)


def test_what_is_due_is_said_and_looked_at(
    integrate: Integrate, journal: Workspace, clock: FakeClock
) -> None:
    n = journal.insights.add(Insight("I can ask"), a_moment(clock.now(), days=9)).n
    integrate("insights", "add", "Not yet due")
    assert integrate("insights", "--due").lines == [
        f"{n}  not yet  insight  I can ask (to look at again)"
    ]
    assert integrate("insights", "look", str(n)).err.startswith("Still so: I can ask. It comes")
    assert integrate("insights", "--due").err == "Nothing is to be looked at again today.\n"
    integrate("insights", "look", str(n), "I", "may", "ask")
    assert journal.insights.get(n).value.looks == 1
    left = integrate("insights", "look", str(n), "--open")
    assert left.err == "Left open: I may ask. It does not come back by itself.\n"
    assert [one["due"] for one in integrate("insights", "--json").json] == [False, False]
    assert journal.insights.get(n).value.left_open


def test_after_the_last_look_it_is_said_that_it_does_not_come_back(
    integrate: Integrate, journal: Workspace, clock: FakeClock
) -> None:
    n = journal.insights.add(Insight("I can ask", looks=4), a_moment(clock.now(), days=200)).n

    answer = integrate("insights", "look", str(n))

    assert answer.err == "Still so: I can ask. It does not come back by itself.\n"


def test_something_to_do_is_made_of_it(kept: Integrate, journal: Workspace) -> None:
    assert kept("insights", "act", "1", "--as", "boundary").err == "Kept as 3. It came from 1.\n"
    assert journal.boundaries.get(3).value.line == "I can ask"
    kept("insights", "act", "1", "Ask", "Ana", "--as", "step")
    assert journal.steps.get(4).value.title == "Ask Ana"


def test_a_worksheet_is_kept_from_its_answers(kept: Integrate, journal: Workspace) -> None:
    kept("insights", "belief", "2", "before=8", "now=3", "decision=revise", "reworded=Some are")
    found = journal.insights.get(2).value
    assert (found.line, found.standing) == ("Some are", Standing.REVISE)
    assert [one["sure"] for one in kept("insights", "belief", "2", "--history", "--json").json] == [
        8,
        3,
    ]
    told = kept("insights", "belief", "2", "--history")
    assert told.lines[0].split() == ["before", "8", "of", "10"]
    assert told.err == "Vividness is not evidence either way.\n"


def test_a_worksheet_is_asked_question_by_question(kept: Integrate, journal: Workspace) -> None:
    typed = "8\n3\nslowly\nAna said so\n.\n\n\n\nhold\n\n"
    answer = kept("--plain", "insights", "belief", "2", typed=typed)
    assert answer.code == 0
    (sheet,) = journal.worksheets.of(2)
    assert (sheet.value.before, sheet.value.now, sheet.value.speaks_for) == (8, 3, "Ana said so")
    assert sheet.value.decision is Standing.HOLD


def test_a_worksheet_left_unfinished_goes_on_another_day(
    kept: Integrate, journal: Workspace
) -> None:
    kept("--plain", "insights", "belief", "2", typed="8\n:leave\n")
    assert len(journal.drafts.all()) == 1
    kept("--plain", "insights", "belief", "2", typed="y\n3\n" + "\n" * 9)
    (sheet,) = journal.worksheets.of(2)
    assert (sheet.value.before, sheet.value.now) == (8, 3)
    assert journal.drafts.all() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["belief", "1", "now=3"], "1 is no belief"),
        (["belief", "2", "now=30"], "now"),
        (["belief", "2", "sure=3"], "no 'sure'"),
        (["belief", "2", "now"], "needs its answer"),
        (["belief", "2", "now=3", "now=4"], "given twice"),
        (["belief", "2"], "no terminal to ask on"),
        (["act", "1", "--as", "wish"], "kind"),
        (["look", "9"], "Nothing has the number 9"),
    ],
)
def test_wrong_words_about_looking_and_acting_change_nothing(
    kept: Integrate, journal: Workspace, words: list[str], said: str
) -> None:
    answer = kept("insights", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert journal.worksheets.count() == 0
