import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate_tui.core.answers import Line, Reply, Scale, Text, reply_with_number, reply_with_text
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Answered, Entry, answered
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import ThingKind
from tests.builders import (
    a_guided_entry,
    a_moment,
    a_prompt,
    a_rating,
    a_report,
    a_result,
    a_sitting,
    some_feelings,
)
from tests.store.desk import Desk, open_desk

TODAY = a_moment().day
WEEK_AGO = TODAY - timedelta(days=6)
EVER = date(1900, 1, 1)


def test_numbers_of_check_ins_and_guides_are_one_line(desk: Desk):
    desk.checkins.add(a_report(a_rating("mood", 3)), a_moment(days=2))
    desk.checkins.add(a_report(a_rating("mood", 7)), a_moment(days=1))
    desk.entries.add(a_guided_entry(a_rating("mood", 5)), a_moment())

    (found,) = desk.looking_back.numbers(WEEK_AGO, TODAY)

    assert found.words == "3 records, between 3 and 7, latest 5"
    assert (found.check_ins, found.days, found.latest_day) == (2, 3, TODAY)
    (mean,) = desk.checkins.means(("mood",), TODAY, TODAY)
    assert mean.mean == 5


def test_numbers_rest_on_the_range_alone_and_not_on_the_trash(desk: Desk):
    desk.checkins.add(a_report(a_rating("mood", 1)), a_moment(days=30))
    gone = desk.checkins.add(a_report(a_rating("mood", 9)), a_moment())
    desk.trash.put(gone.n, "Delete")

    assert desk.looking_back.numbers(WEEK_AGO, TODAY) == []


def test_the_latest_of_a_day_is_the_latest_by_the_clock(desk: Desk):
    desk.checkins.add(a_report(a_rating("mood", 8)), a_moment(hours=1))
    desk.checkins.add(a_report(a_rating("mood", 2)), a_moment(hours=3))

    (found,) = desk.looking_back.numbers(TODAY, TODAY)
    assert (found.latest, found.count, found.days) == (8, 2, 1)


def test_a_private_number_is_counted_nowhere(desk: Desk):
    number = answered(a_prompt("Mood", Scale(), name="mood", private=True), reply_with_number(3))
    desk.checkins.add(a_report(number), a_moment())

    assert desk.looking_back.numbers(TODAY, TODAY) == []
    assert desk.looking_back.scales() == []


def test_a_measure_of_one_number_is_a_line_where_it_is_named(desk: Desk):
    desk.results.add(a_result(measure="sleep-hours", total=7.0), a_moment())
    desk.results.add(a_result(measure="sleep-hours", total=None), a_moment(days=1))

    assert desk.looking_back.numbers(WEEK_AGO, TODAY) == []
    (found,) = desk.looking_back.numbers(WEEK_AGO, TODAY, ["sleep-hours"])
    assert (found.name, found.latest, found.high, found.count) == ("sleep-hours", 7, 12, 1)
    (mean,) = desk.checkins.means(["sleep-hours"], WEEK_AGO, TODAY, ["sleep-hours"])
    assert (mean.day, mean.mean) == (TODAY, 7)


def test_means_say_how_many_records_each_day_rests_on(desk: Desk):
    for value in (4, 6):
        desk.checkins.add(a_report(a_rating("mood", value)), a_moment())

    (mean,) = desk.checkins.means(["mood"], WEEK_AGO, TODAY)
    assert (mean.mean, mean.count) == (5.0, 2)


def test_feelings_are_counted_by_word_most_often_first(desk: Desk):
    settled = ("Settled",)
    desk.checkins.add(a_report(some_feelings("calm", families=settled)), a_moment())
    desk.checkins.add(a_report(some_feelings("calm", "raw")), a_moment(days=1))
    desk.entries.add(
        a_guided_entry(replace(some_feelings("hidden"), private=True)), a_moment(days=1)
    )

    found = desk.looking_back.feelings(WEEK_AGO, TODAY)

    assert [(each.word, each.count) for each in found] == [("calm", 2), ("raw", 1)]
    assert found[0].family == "Settled"
    assert desk.looking_back.with_feelings(WEEK_AGO, TODAY) == 2


def test_a_thing_counts_once_in_a_domain(desk: Desk):
    desk.entries.add(a_guided_entry(), a_moment(), tags=["body", "sleep"])
    desk.sittings.add(a_sitting(), a_moment())
    desk.fragments.add(Fragment("other"), a_moment(), tags=["work"])

    def count(tags: list[str], guides: list[str], exercises: list[str]) -> int:
        return desk.looking_back.in_domain(WEEK_AGO, TODAY, tags, guides, exercises)

    assert count(["body", "sleep"], ["week-one"], ["slow-breath"]) == 2
    assert count([], [], ["slow-breath"]) == 1
    assert count([], [], []) == 0


def test_what_is_parked_out_of_sight_is_in_no_count(desk: Desk):
    for _ in range(3):
        line = KeptLine("kettle", "container")
        desk.lines.add(line, a_moment(), tags=["body"])

    assert desk.looking_back.in_domain(WEEK_AGO, TODAY, ["body"], [], []) == 0
    assert desk.looking_back.tags(WEEK_AGO, TODAY) == []
    assert list(desk.looking_back.texts(WEEK_AGO, TODAY, 10)) == []
    assert desk.looking_back.count_texts(WEEK_AGO, TODAY) == 0


def test_practices_are_told_in_the_words_that_were_said(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment(days=10)).n
    left = desk.practices.add(Practice("Gone"), a_moment(days=10)).n
    for back, state in (
        (0, TickState.DONE),
        (1, TickState.PARTLY),
        (2, TickState.DONE),
        (3, TickState.CLEARED),
    ):
        desk.ticks.set(Tick(walk, state), a_moment(days=back), "Tick")
    desk.ticks.set(Tick(left, TickState.DONE), a_moment(), "Tick")
    desk.trash.put(left, "Delete")

    (tally,) = desk.looking_back.practices(WEEK_AGO, TODAY)

    assert (tally.title, tally.words, tally.kind) == ("Walk", "done 2, partly 1", "practice")


def test_boundaries_and_patterns_are_told_in_the_words_that_were_said(desk: Desk):
    line = desk.boundaries.add(Boundary("No calls after nine"), a_moment()).n
    loop = desk.patterns.add(Pattern("Scrolling"), a_moment()).n
    for subject, how in ((line, How.BENT), (line, How.HELD), (line, How.HELD), (loop, How.RAN)):
        desk.occasions.add(Occasion(subject, how), a_moment())

    found = {each.title: each for each in desk.looking_back.occasions(WEEK_AGO, TODAY)}

    assert found["No calls after nine"].words == "held 2, bent 1"
    assert found["Scrolling"].kind is ThingKind.PATTERN


def test_steps_are_counted_by_the_day_they_were_done(desk: Desk):
    desk.steps.add(GoalStep("a", StepState.DONE, done=TODAY), a_moment(days=40))
    desk.steps.add(GoalStep("b", StepState.DONE, done=EVER), a_moment(days=40))
    desk.steps.add(GoalStep("c"), a_moment())

    found = desk.looking_back.steps(WEEK_AGO, TODAY)
    assert (found.done, found.added, found.open) == (1, 1, 1)


def test_of_a_measure_the_latest_results_come_first_and_no_answers(desk: Desk):
    for back in range(8):
        desk.results.add(a_result(total=float(back)), a_moment(days=back))
    desk.results.add(a_result(measure="own", title="Own", notice="Mine."), a_moment())

    own, phq = desk.looking_back.measures(EVER, TODAY)

    assert (own.title, own.notice, own.count) == ("Own", "Mine.", 1)
    assert (phq.count, len(phq.results)) == (8, 6)
    assert [result.total for result in phq.results] == [0, 1, 2, 3, 4, 5]
    assert phq.results[0].day == TODAY


def test_texts_are_ones_own_words_alone(desk: Desk):
    parked = answered(a_prompt("Alone?", Line(), private=True), reply_with_text("secret"))
    own = answered(a_prompt("What is it?", Text()), reply_with_text("kettle"))
    chosen = Answered("Which?", Reply("tender\nraw", words=("tender", "raw")), kind="choose any")
    desk.entries.add(Entry(text="river", answers=(own, parked, chosen)), a_moment())
    desk.insights.add(Insight("bread"), a_moment(days=1))
    desk.results.add(a_result(note="number"), a_moment())

    found = list(desk.looking_back.texts(WEEK_AGO, TODAY, 10))

    assert [text.split() for text in found] == [["river", "kettle"], ["bread"]]
    assert desk.looking_back.count_texts(WEEK_AGO, TODAY) == 2
    assert len(list(desk.looking_back.texts(WEEK_AGO, TODAY, 1))) == 1


def test_tags_of_the_range_most_used_first(desk: Desk):
    desk.fragments.add(Fragment("a"), a_moment(), tags=["sea", "light"])
    desk.fragments.add(Fragment("b"), a_moment(), tags=["sea"])
    desk.fragments.add(Fragment("c"), a_moment(days=90), tags=["old"])

    assert desk.looking_back.tags(WEEK_AGO, TODAY) == [("sea", 2), ("light", 1)]


@pytest.mark.parametrize("pick", [0.0, 0.5, 1.0])
def test_an_old_line_is_short_and_from_before(desk: Desk, pick: float):
    first = desk.fragments.add(Fragment("The lake"), a_moment(days=20)).n
    second = desk.insights.add(Insight("Bread is patient"), a_moment(days=10)).n
    desk.fragments.add(Fragment("new"), a_moment())
    desk.fragments.add(Fragment("long " * 100), a_moment(days=20))

    found = desk.looking_back.old_line(WEEK_AGO, 60, pick)

    assert found == (first if pick < 0.5 else second)


def test_an_empty_journal_counts_nothing(desk: Desk):
    shelf = desk.looking_back
    assert shelf.first_day() is None
    assert shelf.numbers(EVER, TODAY) == []
    assert shelf.old_line(TODAY, 60, 0.5) is None
    assert shelf.steps(EVER, TODAY).words == "0 done, 0 new, 0 open now"
    assert shelf.practices(EVER, TODAY) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 10), st.booleans()), max_size=12))
def test_numbers_are_those_of_a_slow_count(blank: Path, said: list[tuple[int, int, bool]]):
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(shutil.copy(blank, Path(folder) / "journal.db")))
        for days, mood, is_page in said:
            rating = a_rating("mood", mood)
            if is_page:
                desk.entries.add(a_guided_entry(rating), a_moment(days=days))
            else:
                desk.checkins.add(a_report(rating), a_moment(days=days))
        found = desk.looking_back.numbers(WEEK_AGO, TODAY)
        desk.db.close()
    wanted = [(days, mood, is_page) for days, mood, is_page in said if days <= 6]
    assert bool(found) == bool(wanted)
    for numbers in found:
        moods = [mood for _, mood, _ in wanted]
        nearest = min(days for days, _, _ in wanted)
        assert (numbers.count, numbers.lowest, numbers.highest) == (
            len(moods),
            min(moods),
            max(moods),
        )
        assert numbers.check_ins == sum(not is_page for _, _, is_page in wanted)
        assert numbers.days == len({days for days, _, _ in wanted})
        assert numbers.latest_day == TODAY - timedelta(days=nearest)
        assert numbers.latest in [mood for days, mood, _ in wanted if days == nearest]
