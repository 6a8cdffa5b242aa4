import pytest

from integrate_tui.core.pieces import Guide, Mark
from integrate_tui.packs.rules import mark_text
from integrate_tui.packs.writer import write_piece
from tests.packs.helpers import one, told


def a_guide(mark: str) -> Guide:
    return one(Guide, f"# After\nmark: {mark}\n? What is there?")


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("2-6 hours", Mark(2, 6)),
        ("2 to 6 hours after", Mark(2, 6)),
        ("24 hours", Mark(24, 24)),
        ("1 hour", Mark(1, 1)),
        ("7 days", Mark(168, 168)),
        ("6\u20139 days", Mark(144, 216)),
    ],
)
def test_a_mark_says_where_after_an_experience_a_guide_belongs(words: str, mark: Mark):
    assert a_guide(words).mark == mark


@pytest.mark.parametrize("words", ["soon", "0 hours", "6-2 hours", "2-6", "day 7"])
def test_a_mark_that_cannot_be_read_says_how_one_is_written(words: str):
    (problem,) = told(f"# After\nmark: {words}\n? What is there?")
    assert problem.endswith("write 2-6 hours, or 7 days")


@pytest.mark.parametrize("mark", [Mark(2, 6), Mark(48, 48), Mark(168, 168), Mark(144, 216)])
def test_a_mark_is_written_as_it_is_read(mark: Mark):
    guide = a_guide(mark_text(mark))
    assert guide.mark == mark
    assert one(Guide, write_piece(guide)) == guide
