import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import EMPTY, Reply
from integrate_tui.core.body import PLACES, SENSATIONS, Mark, Marks, read_marks, read_typed


def marked(found: dict[str, str]) -> Marks:
    """Return marks at places, each with what it is like there."""
    made = Marks()
    for place, like in found.items():
        made = made.put(place, like)
    return made


words = st.sampled_from(["", *SENSATIONS, "like a fist"])
marks = st.dictionaries(st.sampled_from(PLACES), words, max_size=6).map(marked)


def test_marks_are_kept_one_a_line_from_the_head_down():
    made = Marks().put("hands").put("chest", "tight").in_own_words("a weight that moves")

    assert made.reply == Reply(
        "chest: tight\nhands\na weight that moves",
        words=("chest: tight", "hands", "a weight that moves"),
    )


def test_nothing_marked_is_no_answer():
    assert Marks().reply == EMPTY


def test_saying_the_same_word_again_leaves_the_place_marked():
    made = Marks().say("belly", "warm").say("belly", "warm")
    assert made.marks == (Mark("belly"),)


def test_a_mark_is_taken_back_the_way_it_was_made():
    assert Marks().turn("jaw").turn("jaw") == Marks()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("chest tight, belly warm", ("chest: tight", "belly: warm")),
        ("belly warm, chest tight", ("chest: tight", "belly: warm")),
        ("hands", ("hands",)),
        ("My left hand", ("My left hand",)),
        ("a tight chest", ("chest: tight",)),
        ("pain in my knee", ("knees: pain",)),
        ("the shoulders are heavy", ("shoulders: heavy",)),
        ("Chest: TIGHT", ("chest: tight",)),
        ("throat like a Fist", ("throat: like a Fist",)),
        ("nowhere", ("nowhere",)),
        ("chest tight, chest warm", ("chest: tight", "chest warm")),
        ("all over tingling; it hums", ("all over: tingling", "it hums")),
        ("chesty", ("chesty",)),
        (" , ,, ", ()),
    ],
)
def test_marks_are_read_as_people_type_them(typed: str, words: tuple[str, ...]):
    assert read_typed(typed).reply.words == words


def test_pain_is_only_kept():
    assert read_typed("chest pain").reply.text == "chest: pain"


@given(marks, st.text().map(str.strip))
def test_what_was_marked_is_read_back_as_it_was(made: Marks, own: str):
    kept = made.in_own_words(own).reply
    assert read_marks(kept.words).reply == kept


@given(st.lists(st.text()))
def test_whatever_was_kept_can_be_read_and_no_word_of_it_is_lost(kept: list[str]):
    said = " ".join(read_marks(kept).reply.words)
    for line in kept:
        for word in Marks().in_own_words(line).own.replace(":", " ").split():
            assert word in said


@given(st.text())
def test_whatever_is_typed_can_be_read(typed: str):
    again = read_marks(read_typed(typed).reply.words)
    assert again.reply == read_typed(typed).reply
