from datetime import date

import pytest

from integrate_tui.core.feelings_plane import plane_lines
from integrate_tui.core.looking_back import (
    Domain,
    DomainCount,
    FeelingCount,
    MeasureTold,
    Numbers,
    OwnWords,
    Scored,
    StepCounts,
    Tally,
    families_on_plane,
    sparse_words,
)
from integrate_tui.core.thing import ThingKind

DAY = date(2026, 11, 22)


def numbers(count: int = 6, lowest: int = 3, highest: int = 7, check_ins: int = 6) -> Numbers:
    return Numbers("mood", count, check_ins, count, lowest, highest, 5, DAY, 0, 10)


def test_numbers_are_said_with_what_they_rest_on():
    assert numbers().words == "6 check-ins, between 3 and 7, latest 5"


def test_numbers_from_guides_too_rest_on_records():
    assert numbers(check_ins=4).words.startswith("6 records, ")


def test_one_number_is_only_said():
    assert numbers(1, 5, 5, 1).words == "1 check-in, 5"


def test_the_same_number_each_time_is_no_range():
    assert numbers(3, 5, 5, 3).words == "3 check-ins, 5 each time"


def test_little_is_said_kindly():
    assert sparse_words(3, 3) == "Three records so far. A line needs a few more days."
    assert sparse_words(1, 1) == "One record so far. A line needs a few more days."
    assert sparse_words(2, 40) == "40 records so far. A line needs a few more days."
    assert sparse_words(0, 0) == "No numbers in these days. c checks in."
    assert sparse_words(4, 4) == ""


@pytest.mark.parametrize(
    ("count", "fed", "thin", "said"),
    [
        (12, 0, 0, "12 records"),
        (1, 3, 1, "1 record \u00b7 fed 3, thin 1"),
        (0, 0, 2, "none \u00b7 thin 2"),
        (0, 0, 0, "none"),
    ],
)
def test_a_domain_is_said_as_counts(count: int, fed: int, thin: int, said: str):
    assert DomainCount(Domain.MIND, count, fed, thin).words == said


def test_a_tally_says_each_word_with_its_count():
    tally = Tally(1, ThingKind.PRACTICE, "Walk", (("done", 5), ("skipped", 2)))
    assert (tally.words, tally.records) == ("done 5, skipped 2", 7)


def test_earlier_results_leave_out_those_without_a_total():
    results = tuple(
        Scored(n, date(2026, 11, n), total, 0, 12, "mild")
        for n, total in ((9, 5.0), (8, None), (7, 6.0))
    )
    told = MeasureTold("phq-4", "PHQ-4", 3, results)
    assert told.before_words(DAY) == "7 November 6"
    assert results[0].words == "5 of 12, mild as used in screening"


def test_words_say_how_many_texts_were_read():
    assert OwnWords((), 48, 48).rests_on == "48 texts"
    assert OwnWords((), 500, 2310).rests_on == "the newest 500 of 2310 texts"


def test_steps_are_said_as_counts():
    assert StepCounts(2, 1, 3).words == "2 done, 1 new, 3 open now"


def test_feelings_fall_on_the_place_of_their_family():
    counts = [
        FeelingCount("calm", "Settled", 3),
        FeelingCount("at ease", "settled", 1),
        FeelingCount("raw", "Gone", 2),
    ]
    assert families_on_plane(counts, {"settled": (-1, 2)}) == ({(-1, 2): 4}, 2)


def test_the_plane_has_a_number_where_something_was_named_and_dots_elsewhere():
    lines = [line for line, _ in plane_lines({(2, -2): 3, (-2, 2): 12}, close=True)]
    assert len(lines) == 8
    assert lines[1].split() == ["3", *"\u00b7" * 4]
    assert lines[5].split() == [*"\u00b7" * 4, "12"]
    assert lines[7].split() == ["unpleasant", "pleasant"]
