import pytest

from integrate_tui.core.coming_up import LONGEST_LINE, Way, in_a_line


@pytest.mark.parametrize(
    ("text", "line", "more"),
    [
        ("Warm hands", "Warm hands", ""),
        ("  Warm hands\n", "Warm hands", ""),
        ("Warm hands\nand a door", "Warm hands", "Warm hands\nand a door"),
    ],
)
def test_a_piece_is_one_line_and_the_whole_of_it_where_that_leaves_something_out(
    text: str, line: str, more: str
):
    assert in_a_line(text) == (line, more)


def test_a_long_piece_is_cut_and_kept_whole():
    text = "word " * 100
    line, more = in_a_line(text)
    assert len(line) <= LONGEST_LINE
    assert more == text.strip()


@pytest.mark.parametrize("way", Way)
def test_every_way_has_its_words(way: Way):
    assert way.called and way.about and way.done
