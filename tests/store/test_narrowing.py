"""What narrows the journal and a search down, alone and together."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, Stage, ThingKind
from integrate_tui.store import search
from tests.builders import a_guided_entry, a_moment, a_rating, a_report, some_feelings
from tests.store.desk import Desk

TODAY = a_moment().day


@pytest.fixture(params=[4_000, 0], ids=["few", "thousands"])
def lived_in(desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Desk:
    """Keep lakes of several kinds, marks and days; found as few are and as thousands are."""
    monkeypatch.setattr(search, "_FEW", request.param)
    first = desk.experiences.add(Experience("First lake"), a_moment(days=20)).n
    second = desk.experiences.add(Experience("Second lake"), a_moment(days=10)).n
    entry = desk.entries.add(Entry(text="lake entry"), a_moment(days=9), tags=["sea"]).n
    guided = desk.entries.add(a_guided_entry(), a_moment(days=5), tags=["sea", "cold"]).n
    note = desk.fragments.add(Fragment("lake note"), a_moment(days=2), tags=["sea", "cold"]).n
    desk.checkins.add(a_report(a_rating(), some_feelings("calm")), a_moment(days=1))
    desk.insights.add(Insight("lake insight"), a_moment())
    desk.links.set(entry, first, Role.ABOUT)
    desk.links.set(note, second, Role.ABOUT)
    desk.links.set(guided, first, Role.ABOUT)
    desk.links.set(guided, second, Role.ABOUT)
    desk.labels.set_stage(entry, Stage.PROCESS)
    desk.labels.set_stage(note, Stage.APPLY)
    desk.labels.set_starred(note, starred=True)
    return desk


def found(desk: Desk, words: str = "", **narrowed: Any) -> list[str]:
    """Return the titles of what a search finds, newest first."""
    query = Query(words, **narrowed)
    hits = desk.journal.find(query)
    assert desk.journal.found(query) == len(hits)
    assert set(desk.journal.numbers(query)) == {hit.brief.n for hit in hits}
    return [hit.brief.title for hit in hits]


def listed(desk: Desk, words: str = "", **narrowed: Any) -> list[str]:
    """Return the titles of what is left of the journal, newest first."""
    query = Query(words, **narrowed)
    page = desk.journal.page(50, 0, query)
    assert desk.journal.count(query) == len(page)
    assert [desk.journal.offset_of(brief.n, query) for brief in page] == list(range(len(page)))
    assert page == [desk.journal.page(1, i, query)[0] for i in range(len(page))]
    return [brief.title for brief in page]


def test_by_kind(lived_in: Desk):
    assert found(lived_in, "lake", kinds=(ThingKind.FRAGMENT,)) == ["lake note"]
    assert found(lived_in, "lake", kinds=(ThingKind.FRAGMENT, ThingKind.INSIGHT)) == [
        "lake insight",
        "lake note",
    ]


def test_kinds_that_are_no_part_of_the_journal_are_listed_when_they_are_asked_for(lived_in: Desk):
    assert "lake insight" not in listed(lived_in, "lake")
    assert listed(lived_in, kinds=(ThingKind.INSIGHT,)) == ["lake insight"]


@pytest.mark.parametrize("tag", ["sea", "Sea", "#sea", " sea "])
def test_by_tag_however_it_is_typed(lived_in: Desk, tag: str):
    assert found(lived_in, tags=(tag,)) == ["lake note", "The lake", "lake entry"]
    assert listed(lived_in, tags=(tag,)) == ["lake note", "The lake", "lake entry"]


def test_by_several_tags_which_all_have_to_be_there(lived_in: Desk):
    assert found(lived_in, tags=("sea", "cold")) == ["lake note", "The lake"]
    assert found(lived_in, tags=("sea", "none")) == []


def test_by_a_tag_that_cannot_be(lived_in: Desk):
    assert found(lived_in, tags=("\ud800",)) == []


def test_feelings_are_looked_for_in_check_ins_and_in_entries(lived_in: Desk):
    assert found(lived_in, feelings=("calm",)) == ["mood 6 \u00b7 calm", "The lake"]
    assert found(lived_in, feelings=("calm", "tired")) == ["The lake"]
    assert listed(lived_in, feelings=("calm",)) == ["mood 6 \u00b7 calm", "The lake"]


def test_a_feeling_of_a_private_answer_is_neither_found_nor_named(lived_in: Desk):
    hidden = replace(some_feelings("ashamed", "calm"), private=True)
    lived_in.checkins.add(a_report(a_rating(), hidden), a_moment())
    lived_in.entries.add(a_guided_entry(hidden), a_moment())
    assert found(lived_in, feelings=("ashamed",)) == []
    assert listed(lived_in, feelings=("ashamed",)) == []
    assert found(lived_in, feelings=("calm",)) == ["mood 6 \u00b7 calm", "The lake"]
    assert found(lived_in, feelings=("ashamed",), tags=("sea",)) == []
    assert lived_in.journal.feelings() == ["calm", "tired"]


@pytest.mark.parametrize("word", ["Calm", "CALM", " calm "])
def test_feelings_are_found_in_any_case(lived_in: Desk, word: str):
    assert len(found(lived_in, feelings=(word,))) == 2


def test_a_feeling_that_was_taken_out_again_is_not_found(lived_in: Desk):
    guided = lived_in.journal.find(Query(feelings=("tired",)))[0].brief.n
    lived_in.entries.change(guided, a_guided_entry(some_feelings("raw")))
    assert found(lived_in, feelings=("tired",)) == []
    assert found(lived_in, feelings=("raw",)) == ["The lake"]


def test_by_guide(lived_in: Desk):
    assert found(lived_in, guide="week-one") == ["The lake"]
    assert listed(lived_in, guide="week-one") == ["The lake"]
    assert found(lived_in, guide="week") == []


def test_by_stage(lived_in: Desk):
    assert found(lived_in, stage=Stage.APPLY) == ["lake note"]
    assert listed(lived_in, stage=Stage.PROCESS) == ["lake entry"]
    assert found(lived_in, stage=Stage.UNDERSTAND) == []


def test_by_star(lived_in: Desk):
    assert found(lived_in, starred=True) == listed(lived_in, starred=True) == ["lake note"]


def test_by_experience_which_is_found_itself_too(lived_in: Desk):
    first, second = (thing.n for thing in lived_in.experiences.all())
    assert found(lived_in, experience=first) == ["The lake", "lake entry", "First lake"]
    assert found(lived_in, experience=second) == ["lake note", "The lake", "Second lake"]
    assert listed(lived_in, experience=second) == ["lake note", "The lake"]


def test_what_was_cut_off_from_an_experience_is_not_found_by_it(lived_in: Desk):
    first = lived_in.experiences.all()[0].n
    for n in lived_in.links.sources(first, Role.ABOUT):
        lived_in.links.set(n, first, Role.ABOUT, linked=False)
    assert found(lived_in, experience=first) == ["First lake"]


def test_by_days_with_both_ends(lived_in: Desk):
    two_ago, nine_ago = TODAY - timedelta(days=2), TODAY - timedelta(days=9)

    assert found(lived_in, "lake", since=two_ago) == ["lake insight", "lake note"]
    assert found(lived_in, until=nine_ago) == ["lake entry", "Second lake", "First lake"]
    assert found(lived_in, since=nine_ago, until=nine_ago) == ["lake entry"]
    assert listed(lived_in, since=two_ago) == ["mood 6 \u00b7 calm", "lake note"]
    assert len(found(lived_in, since=date.min, until=date.max)) == 7


def test_rows_before_a_day_are_counted_as_the_query_leaves_them(lived_in: Desk):
    query = Query(tags=("sea",))
    assert lived_in.journal.newer_than(TODAY - timedelta(days=9), query) == 2
    assert lived_in.journal.newer_than(TODAY, query) == 0


def test_by_everything_at_once(lived_in: Desk):
    second = lived_in.experiences.all()[1].n
    everything = Query(
        "lak",
        (ThingKind.FRAGMENT,),
        ("cold", "sea"),
        stage=Stage.APPLY,
        experience=second,
        starred=True,
        since=TODAY - timedelta(days=2),
        until=TODAY,
    )
    assert [hit.plain_snippet for hit in lived_in.journal.find(everything)] == ["lake note"]
    assert lived_in.journal.count(everything) == 1


def test_an_empty_query_leaves_the_whole_journal(lived_in: Desk):
    assert lived_in.journal.page(50, 0, Query(" ")) == lived_in.journal.page(50)
    assert lived_in.journal.count(Query()) == lived_in.journal.count()


# What is out of sight.


def test_what_lies_in_the_trash_is_not_found_by_its_marks(lived_in: Desk):
    for n in lived_in.journal.numbers(Query(tags=("sea",))):
        lived_in.trash.put(n, "Delete")
    assert found(lived_in, tags=("sea",)) == listed(lived_in, starred=True) == []


def test_a_tick_is_never_found(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    desk.ticks.set(Tick(walk, note="rainy"), a_moment(), "Tick")
    assert found(desk, "rainy") == found(desk, kinds=(ThingKind.TICK,)) == []
    assert found(desk, since=TODAY) == ["Walk"]


def test_a_parked_line_is_never_found(desk: Desk):
    kept = desk.lines.add(KeptLine("the lake", "talk list"), a_moment(), tags=["sea"]).n
    parked = desk.lines.add(KeptLine("the lake again", "container"), a_moment(), tags=["sea"]).n

    assert kept in desk.journal.numbers(Query("lake"))
    assert parked not in desk.journal.numbers(Query("lake"))
    for narrowed in ({"tags": ("sea",)}, {"kinds": (ThingKind.LINE,)}, {"since": TODAY}):
        assert found(desk, **narrowed) == ["the lake"]
        assert found(desk, "lake", **narrowed) == ["the lake"]


def test_a_parked_line_is_not_counted(desk: Desk):
    desk.lines.add(KeptLine("the lake", "container"), a_moment())
    assert desk.journal.census(TODAY, TODAY) == {}
