import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from integrate_tui.core.sketch import Canvas, canvas_of, cells_of, drawing_of, trimmed
from integrate_tui.core.text import clean

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1ea"
ACCENT = "e\u0301"
WAVE = "  .-~*\n\n   ~~"

characters = st.sampled_from([" ", "*", "~", "水", ACCENT, "\u0301", FAMILY, FLAG, "❤\ufe0f", "א"])
lines = st.lists(characters, max_size=12).map("".join)
drawings = st.lists(lines, max_size=6).map("\n".join)
places = st.tuples(st.integers(0, 15), st.integers(0, 7))


def a_canvas(text: str = "") -> Canvas:
    return canvas_of(text, cell_len)


@given(st.text().map(clean).filter(lambda text: "\t" not in text))
def test_a_drawing_is_kept_exactly_but_for_the_blanks_at_its_ends(text: str):
    assert a_canvas(text).text == trimmed(text)


@given(st.text().map(clean).filter(lambda text: "\t" not in text))
def test_a_drawing_that_is_pasted_is_kept_exactly(text: str):
    assert a_canvas().paste(0, 0, text).text == trimmed(text)


@given(st.text().map(clean).filter(lambda text: "\n" not in text))
def test_a_line_put_together_again_is_the_line(line: str):
    assert "".join(cell.text for cell in cells_of(line, cell_len)) == line


def test_what_stands_in_front_is_part_of_the_drawing():
    assert trimmed("\n\n   *  \n \n\n") == "\n\n   *"


@pytest.mark.parametrize("seen_as_one", [FAMILY, FLAG, ACCENT, "❤\ufe0f", "👍\U0001f3fd"])
def test_what_is_seen_as_one_character_is_one_cell(seen_as_one: str):
    assert [cell.text for cell in cells_of(f"a{seen_as_one}b", cell_len)] == ["a", seen_as_one, "b"]


def test_a_character_is_put_anywhere():
    assert a_canvas().put(3, 2, "*").text == "\n\n   *"


def test_a_character_takes_the_place_of_another():
    assert a_canvas("abc").put(1, 0, "*").text == "a*c"


def test_inserting_moves_the_rest_along():
    assert a_canvas("abc").insert(1, 0, "*").text == "a*bc"


def test_half_of_a_wide_character_does_not_stay():
    assert a_canvas("a水b").put(2, 0, "*").text == "a *b"
    assert a_canvas("a水b").put(1, 0, "*").text == "a* b"
    assert a_canvas("abcd").put(1, 0, "水").text == "a水d"


def test_an_accent_goes_with_the_letter_before_it():
    drawn = a_canvas("ex").put(1, 0, "\u0301")
    assert drawn.text == f"{ACCENT}x"


def test_erasing_leaves_everything_else_where_it_was():
    assert a_canvas("a水b").erase(2, 0).text == "a  b"
    assert a_canvas("ab").erase(1, 0).text == "a"
    assert a_canvas("ab").erase(9, 9) == a_canvas("ab")


def test_cutting_moves_the_rest_back():
    assert a_canvas("a水b").cut(2, 0).text == "ab"
    assert a_canvas("ab").cut(1, 0).text == "a"
    assert a_canvas("ab").cut(7, 3).text == "ab"


def test_a_drawing_is_laid_over_another_with_its_corner_at_the_place():
    assert a_canvas("....\n....\n....").paste(1, 1, "* *\n #").text == "....\n.*.*\n..#."


def test_tabs_of_a_pasted_drawing_are_spaces():
    assert a_canvas().paste(0, 0, "a\tb").text == "a       b"


def test_control_codes_do_not_come_in_with_a_drawing():
    assert drawing_of("\x1b[31m*\x07\r\n*") == "[31m*\n*"


@given(drawings, places)
def test_putting_there_what_is_there_changes_nothing(text: str, place: tuple[int, int]):
    canvas = a_canvas(text)
    x, y = canvas.start_at(*place), place[1]
    assert canvas.put(x, y, canvas.cell_at(x, y).text).text == canvas.text


@given(drawings, places, st.sampled_from(["*", "水", FAMILY]))
def test_what_was_put_is_there_and_the_lines_beside_it_stay(
    text: str, place: tuple[int, int], sign: str
):
    x, y = place
    before = a_canvas(text)
    after = before.put(x, y, sign)

    assert sign in after.lines[y]
    others = [line for at, line in enumerate(after.lines) if at != y]
    kept = [line for at, line in enumerate(before.lines) if at != y]
    assert trimmed("\n".join(others)) == trimmed("\n".join(kept))


@given(drawings, places)
def test_nothing_that_is_done_anywhere_raises(text: str, place: tuple[int, int]):
    canvas = a_canvas(text)
    for drawn in (
        canvas.put(*place, FAMILY),
        canvas.insert(*place, "水"),
        canvas.erase(*place),
        canvas.cut(*place),
        canvas.paste(*place, WAVE),
    ):
        assert drawn.text == trimmed(drawn.text)


def test_a_very_long_drawing_is_pasted_at_once():
    text = "\n".join(["~" * 99] * 100_000)
    assert a_canvas().paste(0, 0, text).text == text
