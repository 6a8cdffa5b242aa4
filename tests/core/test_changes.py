"""What changed between two states of a text."""

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.changes import Changed, Mark, changes, first_difference

texts = st.text(alphabet="ab \n", max_size=40)


def marked(before: str, after: str) -> list[str]:
    return [f"{change.mark}{change.text}" for change in changes(before, after)]


def test_what_went_stands_before_what_came_in_its_place():
    assert marked("one\ntwo\nthree", "one\nzwei\nthree") == [" one", "\u2013two", "+zwei", " three"]


def test_nothing_becomes_something():
    assert marked("", "one") == ["+one"]
    assert marked("one", "") == ["\u2013one"]


@given(texts, texts)
def test_both_states_can_be_read_out_of_the_changes(before: str, after: str):
    found = changes(before, after)
    old = [change.text for change in found if change.mark is not Mark.ADDED]
    new = [change.text for change in found if change.mark is not Mark.REMOVED]
    assert old == (before.split("\n") if before else [])
    assert new == (after.split("\n") if after else [])


def test_a_book_is_shown_as_one_replaced_by_the_other():
    before = "\n".join(map(str, range(1_500)))
    found = changes(before, before + "\nmore")
    assert [change.mark for change in found].count(Mark.SAME) == 0
    assert len(changes(before, before)) == 1_500


def test_the_first_words_that_differ_are_told_with_a_word_before_them():
    assert first_difference("the water was cold", "the water was honest") == Changed(
        Mark.ADDED, "\u2026 was honest"
    )


def test_words_that_only_went_are_told_as_such():
    assert first_difference("one two three", "one three") == Changed(Mark.REMOVED, "one two three")
    assert first_difference("one two", "one") == Changed(Mark.REMOVED, "one two")


def test_the_same_words_differ_in_nothing():
    assert first_difference("one  two", "one\ntwo") is None


def test_long_differences_are_cut_at_a_word():
    found = first_difference("", "word " * 40, limit=20)
    assert found is not None
    assert found.text == "word word word\u2026"


@given(texts, texts)
def test_something_is_told_wherever_words_differ(before: str, after: str):
    assert (first_difference(before, after) is None) == (before.split() == after.split())
