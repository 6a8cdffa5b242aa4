"""Tags as they are typed, and what goes on by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.chips import Completion
from integrate_tui.core.text import normal_tag
from integrate_tui.tui.widgets.chips import gone_on, tag_completed, tags_shown, tags_typed

words = st.text(alphabet="abc \u00e9,-").map(normal_tag).filter(bool)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", []),
        ("water sleep", ["water", "sleep"]),
        ("#Water, sleep,", ["water", "sleep"]),
        ('"night walk" sleep', ["night walk", "sleep"]),
        ('"night walk', ["night walk"]),
        ('"" #', []),
    ],
)
def test_tags_are_read_from_a_line(typed: str, tags: list[str]):
    assert tags_typed(typed) == tags


@given(st.lists(words))
def test_tags_come_back_as_they_were_shown(tags: list[str]):
    assert tags_typed(tags_shown(tags)) == tags


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("sl", "sleep"),
        ("water sl", "water sleep"),
        ("sleep sl", "sleep slow"),
        ("#sl", "#sleep"),
        ("sleep", ""),
        ("water ", ""),
        ("zebra", ""),
        ('"ni', ""),
    ],
)
def test_the_last_tag_goes_on_with_one_in_use(typed: str, completed: str):
    assert tag_completed(typed, ["sleep", "slow", "night walk"]) == completed


def test_a_tag_begun_with_its_sign_goes_on_with_it():
    offered = [Completion("river tag:water ", "water")]
    assert gone_on("river #wa", offered) == "river #water "
    assert gone_on("river tag:wa", offered) == "river tag:water "
    assert gone_on("river", []) == ""
