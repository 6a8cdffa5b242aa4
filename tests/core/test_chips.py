from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integrate_tui.core.chips import (
    Chip,
    chip_text,
    completions,
    query_of,
    text_of,
    with_chip,
    without,
)
from integrate_tui.core.narrowing import ChipName, Lived, Reader, narrowed, options
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Stage, ThingKind
from integrate_tui.errors import UsageError
from integrate_tui.when import read_day

NOW = datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("Europe/Berlin"))  # a Sunday
TAGS = ("sea", "the lake", 'say "hi"', "seal", '"')


def read_iso(typed: str, last: bool) -> date:
    """Read days as the program does, but for those that need its library for dates in words."""
    if typed == "yesterday":
        return date(2026, 11, 21)
    if typed[:1].isalpha():
        raise UsageError(f"'{typed}' is no date that can be read.")
    return read_day(typed, NOW, time(4), last=last)


READ = Reader(
    today=NOW.date(),
    tags=lambda: TAGS,
    feelings=lambda: ("calm", "on edge", "Wach"),
    guides=lambda: (("week-one", "Week one"), ("new", "")),
    other_guides=lambda: (("evening", "Evening"),),
    experiences=lambda: (
        Lived(12, "The next one", date(2026, 12, 1)),
        Lived(9, "The lake", date(2026, 11, 20)),
        Lived(3, "The lake again", date(2026, 11, 1)),
    ),
    day=read_iso,
)


def query(typed: str) -> Query:
    return query_of(typed, READ).query


# What is understood.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("the lake", Query("the lake")),
        ("#Sea walk", Query("walk", tags=("sea",))),
        ("walk tag:Sea", Query("walk", tags=("sea",))),
        ("walk tag:sea ", Query("walk", tags=("sea",))),
        ("tag:sea walk ", Query("walk ", tags=("sea",))),
        ("one tag:sea two", Query("one two", tags=("sea",))),
        ('tag:"the lake" #sea', Query(tags=("the lake", "sea"))),
        ('tag:"say ""hi"""', Query(tags=('say "hi"',))),
        ('tag:"the la', Query()),
        ('tag:"the lake', Query(tags=("the lake",))),
        ("TAG:SEA", Query(tags=("sea",))),
        ("#sea #sea", Query(tags=("sea",))),
        ("feeling:Calm", Query(feelings=("calm",))),
        ('feeling:"on edge" feeling:wach', Query(feelings=("on edge", "Wach"))),
        ("guide:week-one", Query(guide="week-one")),
        ("guide:week", Query(guide="week-one")),
        ('guide:"week one" x', Query("x", guide="week-one")),
        ("stage:apply", Query(stage=Stage.APPLY)),
        ("stage:u", Query(stage=Stage.UNDERSTAND)),
        ("experience:3", Query(experience=3)),
        ("experience:again", Query(experience=3)),
        ('experience:"the lake"', Query(experience=9)),
        ("experience:last", Query(experience=9)),
        ("kind:note", Query(kinds=(ThingKind.FRAGMENT,))),
        ("kind:entry kind:check-in", Query(kinds=(ThingKind.ENTRY, ThingKind.CHECK_IN))),
        ("is:starred", Query(starred=True)),
        ("since:2026-11-03", Query(since=date(2026, 11, 3))),
        ("until:2026-10", Query(until=date(2026, 10, 31))),
        ("on:yesterday", Query(since=date(2026, 11, 21), until=date(2026, 11, 21))),
        ("on:2026-10", Query(since=date(2026, 10, 1), until=date(2026, 10, 31))),
        ("since:2026-11-03 since:2026-11-09", Query(since=date(2026, 11, 9))),
        ("title:lake http://tag:sea -is:starred", Query("title:lake http://tag:sea -is:starred")),
        ("", Query()),
        ("   ", Query()),
    ],
)
def test_a_search_as_it_is_typed(typed: str, found: Query):
    read = query_of(typed, READ)
    assert read.query == found
    assert read.rest == found.words


def test_each_chip_says_where_it_is_and_what_it_means():
    chips = query_of('lake #sea guide:"week one" on:2026-11-22 since:2026-11-01', READ).chips
    assert [chip.label for chip in chips] == ["#sea", "Week one", "today", "since Sun 1 Nov"]
    assert [(chip.at, chip.text) for chip in chips[:2]] == [(5, "#sea"), (10, 'guide:"week one"')]
    assert all(chip.is_ok for chip in chips)


# What is not.


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tag:seaa", "There is no tag 'seaa'. Did you mean 'sea'?"),
        ("feeling:calmm", "'calmm' was never among your feelings. Did you mean 'calm'?"),
        ("guide:weak-one", "There is no guide 'weak-one'. Did you mean 'week-one'?"),
        ("stage:aply", "There is no stage 'aply'. Did you mean 'apply'?"),
        ("experience:7", "There is no experience '7'. There are 12, 9, 3."),
        ("experience:the", "'the' could be more than one experience"),
        ("kind:pages", "There is no kind 'pages'."),
        ("kind:tick", "There is no kind 'tick'."),
        ("is:blue", "Only `is:starred` can be looked for, not 'blue'. "),
        ("since:soonish", "'soonish' is no date that can be read."),
        ("since:3/11/2026", "2026-11-03 or 2026-03-11"),
        ("since:2026-11-09 until:2026-11-08", "2026-11-09 is after 2026-11-08."),
        ("guide:week guide:evening", "A search is for one guide at a time."),
        ("experience:3 experience:9", "A search is for one experience at a time."),
    ],
)
def test_a_chip_that_cannot_be_understood_says_what_would_mend_it(typed: str, said: str):
    read = query_of(f"lake {typed}", READ)
    assert said.strip() in read.chips[-1].problem
    assert read.problems == (read.chips[-1].problem,)
    assert read.query.words == "lake"


def test_a_chip_that_goes_against_another_leaves_that_one_standing():
    assert query("guide:week guide:evening") == Query(guide="week-one")


@pytest.mark.parametrize("typed", ["tag:", "#", 'tag:"', 'tag:""', "since:", "is:"])
def test_a_chip_that_is_only_begun_changes_nothing_and_is_no_problem_yet(typed: str):
    read = query_of(f"lake {typed}", READ)
    assert (read.query, read.problems) == (Query("lake"), ())
    assert not read.chips[0].is_ok


def test_a_word_with_a_sign_that_is_no_tag_is_looked_for_as_it_is():
    read = query_of("session #3 ends", READ)
    assert read.query == Query("session #3 ends")
    assert read.problems == ("There is no tag '3'.",)


def test_the_newest_experience_is_one_that_has_begun():
    ahead = replace(READ, today=date(2026, 1, 1))
    assert query_of("experience:last", ahead).problems == ("There is no experience yet.",)


def test_only_what_a_chip_asks_for_is_looked_up():
    def never() -> Any:
        raise AssertionError

    careful = replace(READ, feelings=never, other_guides=never, experiences=never)
    assert query_of("lake #sea stage:apply guide:week-one", careful).problems == ()


# Going on, and changing what is typed.


def test_the_chip_at_the_end_is_completed():
    assert [each.typed for each in completions("lake tag:s", READ)] == [
        "lake tag:sea ",
        'lake tag:"say ""hi""" ',
        "lake tag:seal ",
    ]
    assert [each.typed for each in completions('tag:"the', READ)] == ['tag:"the lake" ']
    assert [each.label for each in completions("guide:we", READ)] == ["Week one"]
    assert [each.typed for each in completions("experience:again", READ)] == ["experience:3 "]


def test_what_begins_so_stands_before_what_only_has_it():
    found = [each.label for each in completions("experience:the", READ)]
    assert found == ["The next one", "The lake", "The lake again"]
    assert [each.label for each in completions("tag:lak", READ)] == ["the lake"]


@pytest.mark.parametrize("typed", ["", "lake", "tag:sea lake", "tag:sea ", "title:s"])
def test_there_is_nothing_to_complete_beside_a_chip(typed: str):
    assert completions(typed, READ) == []


@pytest.mark.parametrize("name", ChipName)
def test_whatever_is_offered_is_understood(name: ChipName):
    if name in (ChipName.SINCE, ChipName.UNTIL, ChipName.ON):
        assert options(name, READ)
        return
    for given_, _ in options(name, READ):
        assert query_of(chip_text(name, given_), READ).problems == ()


def test_a_chip_is_put_on_and_taken_off():
    typed = with_chip("lake ", ChipName.TAG, "the lake")
    assert typed == 'lake tag:"the lake" '
    (chip,) = query_of(typed, READ).chips
    assert without(typed, chip) == "lake "
    assert with_chip("", ChipName.IS, "starred") == "is:starred "


def test_a_chip_in_the_middle_is_taken_off_without_a_gap():
    typed = "one #sea two"
    (chip,) = query_of(typed, READ).chips
    assert without(typed, chip) == "one two"


# Whatever is typed.

anything = st.text() | st.text('abls:#"\u0301 tagisonce12-', max_size=30)
pieces = st.lists(
    st.sampled_from(
        ["lake", "#sea", 'tag:"the lake"', "tag:", "is:starred", "since:2026-11-03", '"', "#", "x:"]
    ),
    max_size=8,
).map(" ".join)


@given(anything | pieces)
@example('tag:"')
@example("#\ud800")
def test_whatever_is_typed_is_a_query(typed: str):
    read = query_of(typed, READ)
    assert isinstance(read.query, Query)
    for chip in read.chips:
        assert typed[chip.at : chip.at + len(chip.text)] == chip.text
    completions(typed, READ)


@given(st.text().filter(lambda text: ":" not in text and "#" not in text))
def test_words_without_chips_are_kept_as_they_are(typed: str):
    assert query(typed).words == (typed if typed.strip() else "")


@given(st.lists(st.sampled_from(["lake", "walk", "#sea", 'tag:"the lake"', "is:starred"])))
def test_words_are_kept_beside_chips(said: list[str]):
    words = [each for each in said if each in ("lake", "walk")]
    assert query(" ".join(said)).words == " ".join(words)


@given(st.sampled_from(list(ChipName)), st.text(min_size=1).filter(lambda text: text.strip()))
def test_a_chip_is_read_back_from_its_text(name: ChipName, asked: str):
    (chip,) = query_of(chip_text(name, asked), READ).chips
    assert (chip.name, chip.given, chip.text) == (name, asked, chip_text(name, asked))


queries = st.builds(
    Query,
    words=st.lists(st.sampled_from(["lake", "the", "walk"]), max_size=3).map(" ".join),
    kinds=st.lists(st.sampled_from([ThingKind.ENTRY, ThingKind.FRAGMENT]), unique=True).map(tuple),
    tags=st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    feelings=st.lists(st.sampled_from(["calm", "on edge", "Wach"]), unique=True).map(tuple),
    guide=st.sampled_from(["", "week-one", "evening"]),
    stage=st.none() | st.sampled_from(Stage),
    experience=st.sampled_from([None, 3, 9, 12]),
    starred=st.booleans(),
    since=st.none() | st.dates(max_value=date(2026, 1, 1)),
    until=st.none() | st.dates(min_value=date(2026, 1, 1)),
)


@given(queries)
def test_a_query_is_read_back_from_its_text(asked: Query):
    read = query_of(text_of(asked), READ)
    assert read.problems == ()
    assert read.query == asked


# What a query is.


@pytest.mark.parametrize(
    "asked",
    [
        Query("lake"), Query(tags=("sea",)), Query(feelings=("calm",)), Query(guide="week-one"),
        Query(stage=Stage.APPLY), Query(experience=3), Query(starred=True),
        Query(since=date(2026, 1, 1)), Query(until=date(2026, 1, 1)),
        Query(kinds=(ThingKind.ENTRY,)),
    ],
)  # fmt: skip
def test_a_search_for_anything_is_not_empty(asked: Query):
    assert not asked.is_empty


def test_a_search_for_nothing_is_empty():
    assert Query().is_empty
    assert Query("  ").is_empty


def test_one_filter_is_laid_over_a_query_with_its_label():
    laid, label = narrowed(Query("lake"), ChipName.STAGE, "apply", READ)
    assert (laid, label) == (Query("lake", stage=Stage.APPLY), "apply")
    with pytest.raises(UsageError):
        narrowed(Query(), ChipName.TAG, "  ", READ)


def test_a_chip_knows_that_it_is_one():
    assert Chip(ChipName.TAG, "#sea", 0, "sea", "#sea").is_ok
    assert not Chip(ChipName.TAG, "#sea", 0, "sea", problem="There is none.").is_ok
