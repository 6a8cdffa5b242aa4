import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.search import Query, query_of


@pytest.mark.parametrize(
    ("typed", "words", "tag"),
    [
        ("the lake", "the lake", ""),
        ("#Sea walk", "walk", "sea"),
        ("walk tag:Sea", "walk", "sea"),
        ("#", "#", ""),
        ("tag:", "tag:", ""),
        ("walk ", "walk ", ""),
        ("", "", ""),
        ("   ", "", ""),
    ],
)
def test_a_search_as_it_is_typed(typed: str, words: str, tag: str):
    assert query_of(typed) == Query(words, tag=tag)


def test_a_search_for_nothing_is_empty():
    assert query_of("").is_empty
    assert not query_of("#sea").is_empty
    assert not query_of("lake").is_empty


@given(st.text())
def test_whatever_is_typed_is_a_query(typed: str):
    assert isinstance(query_of(typed), Query)
