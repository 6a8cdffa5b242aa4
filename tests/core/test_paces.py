from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.paces import pace_of, read, with_pace

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
paces = st.integers(5, 20).map(lambda tenths: tenths / 10)


@given(st.dictionaries(ids, paces, max_size=6), ids, paces)
def test_a_pace_is_the_one_that_was_kept(others: dict[str, float], id: str, pace: float):
    text = ""
    for other, its in others.items():
        text = with_pace(text, other, its)

    text = with_pace(text, id, pace)

    assert pace_of(text, id) == pace
    assert all(pace_of(text, other) == its for other, its in others.items() if other != id)


def test_an_exercise_that_was_never_changed_has_the_usual_pace():
    assert pace_of("", "box-breathing") == 1.0
    assert with_pace("box-breathing 1.2", "box-breathing", 1.0) == ""


@given(st.text())
def test_anything_else_in_its_place_is_left_out(text: str):
    assert all(0.5 <= pace <= 2.0 for pace in read(text).values())
