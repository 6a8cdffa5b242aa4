"""`integrate insights`."""

import pytest

from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.thing import Thing
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


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
