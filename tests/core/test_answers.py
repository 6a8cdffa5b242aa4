"""Answers, as far as both front ends make the same of them."""

import pytest

from integrate_tui.core.answers import lines_within


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([], ()),
        (["one"], ("one",)),
        (["one", "two"], ("one", "two")),
        (["one", "two", "three", "four"], ("one", "two three four")),
    ],
)
def test_lines_beyond_the_number_asked_for_are_kept_with_the_last(
    lines: list[str], kept: tuple[str, ...]
):
    assert lines_within(lines, 2) == kept
