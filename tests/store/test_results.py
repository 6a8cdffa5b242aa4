"""Results as they are kept."""

from dataclasses import replace

from integrate_tui.core.answers import Reply
from integrate_tui.core.search import Query
from integrate_tui.core.thing import ThingKind
from tests.builders import a_counted, a_moment, a_result
from tests.store.desk import Desk


def test_a_result_is_given_back_as_it_was_kept(desk: Desk):
    kept = desk.results.add(a_result(note="A hard week."), a_moment())
    assert kept.value == a_result(note="A hard week.")
    assert desk.results.get(kept.n) == kept


def test_a_result_without_total_parts_or_answers_is_too(desk: Desk):
    bare = a_result(total=None, band="", subscores=(), answers=(), notice="", period="")
    assert desk.results.add(bare, a_moment()).value == bare


def test_several_results_keep_their_own_parts_and_answers(desk: Desk):
    other = a_result(measure="gad-7", title="GAD-7", subscores=(), answers=(a_counted("Else", 0),))
    desk.results.add(a_result(), a_moment(days=1))
    desk.results.add(other, a_moment())
    assert [thing.value for thing in desk.results.all()] == [a_result(), other]


def test_a_changed_result_has_a_history_that_is_whole(desk: Desk):
    n = desk.results.add(a_result(), a_moment()).n
    desk.results.change(n, replace(a_result(), note="Later."))
    history = desk.journal.history(n)
    assert [(state.text, state.intact) for state in history] == [("", True), ("Later.", True)]


def test_a_touched_cell_does_not_fit_the_checksum(desk: Desk):
    n = desk.results.add(a_result(), a_moment()).n
    for statement in (
        "UPDATE results SET total = 6",
        "UPDATE subscores SET total = 1 WHERE position = 0",
        "UPDATE answers SET private = NULL",
    ):
        with desk.db.write("Tamper"):
            desk.db.execute(statement)
        assert not desk.journal.is_intact(n), statement
        desk.results.change(n, replace(a_result(), note=statement))
        assert desk.journal.is_intact(n)


def test_the_results_of_a_measure_come_newest_first(desk: Desk):
    for days, total in ((28, 1.0), (0, 3.0), (14, 2.0)):
        desk.results.add(a_result(total=total), a_moment(days=days))
    desk.results.add(a_result(measure="gad-7"), a_moment())
    found = desk.results.of("phq-4", 9)
    assert [thing.value.total for thing in found] == [3, 2, 1]
    assert [thing.value.total for thing in desk.results.of("phq-4", 1, 1)] == [2]
    assert [thing.value.total for thing in desk.results.before(found[0], 9)] == [2, 1]
    assert desk.results.before(found[2], 9) == []


def test_what_lies_in_the_trash_is_no_result(desk: Desk):
    n = desk.results.add(a_result(), a_moment()).n
    desk.trash.put(n, "Delete")
    assert desk.results.of("phq-4", 9) == []
    assert [brief.title for brief in desk.trash.contents()] == [
        "PHQ-4 \u00b7 5 of 12, mild as used in screening"
    ]


def test_keeping_a_result_is_undone_like_anything(desk: Desk):
    n = desk.results.add(a_result(), a_moment()).n
    desk.undo()
    assert desk.results.get(n).trashed is not None
    desk.trash.restore(n)
    assert desk.results.of("phq-4", 1)[0].n == n


def test_an_emptied_trash_leaves_nothing_of_a_result(desk: Desk):
    n = desk.results.add(a_result(), a_moment()).n
    desk.trash.put(n, "Delete")
    desk.trash.empty([n])
    for table in ("results", "subscores", "answers", "ratings"):
        assert desk.db.value(f"SELECT count(*) FROM {table}") == 0
    assert desk.broken() == []


def test_the_words_of_a_form_are_found_by_no_search(desk: Desk):
    desk.results.add(a_result(note="A hard week."), a_moment())
    assert desk.journal.found(Query("nearly")) == 0
    assert desk.journal.found(Query("thoughts")) == 0
    assert desk.journal.found(Query("hard week")) == 1
    assert desk.broken() == []


def test_a_result_has_its_line(desk: Desk):
    n = desk.results.add(a_result(total=None, band=""), a_moment()).n
    brief = desk.journal.brief(n)
    assert brief is not None
    assert (brief.kind, brief.title) == (ThingKind.RESULT, "PHQ-4 \u00b7 no total")


def test_results_are_no_rows_of_the_journal_and_are_counted(desk: Desk):
    desk.results.add(a_result(), a_moment())
    day = a_moment().day
    assert desk.journal.count() == 0
    assert desk.journal.census(day, day) == {ThingKind.RESULT: 1}


def test_no_trend_is_drawn_from_results(desk: Desk):
    answer = replace(a_counted("Mood", 2), name="mood", reply=Reply("2", 2))
    desk.results.add(a_result(answers=(answer,)), a_moment())
    day = a_moment().day
    assert desk.checkins.means(("mood",), day, day) == []
