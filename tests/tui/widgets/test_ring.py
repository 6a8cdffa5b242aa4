"""The ring: its picture at every size and breath, and that what is sent of it adds up."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.ring import STEPS, Ring, Row, ascii_picture, picture, shape_of

widths = st.integers(0, 60)
heights = st.integers(0, 40)
breaths = st.floats(0, 1)
EDGES = [(0, 0), (0, 9), (9, 0), (1, 1), (2, 1), (1, 2), (3, 40), (60, 1), (60, 40)]

some = settings(max_examples=60)


@some
@given(widths, heights, breaths)
def test_the_picture_fills_its_size_with_steps_that_there_are(
    width: int, height: int, fullness: float
):
    shown = picture(shape_of(width, height), fullness)
    assert len(shown) == height
    for row in shown:
        assert len(row) == width
        assert all(0 <= step <= STEPS for cell in row for step in cell)


@some
@given(widths, heights, breaths)
def test_the_picture_is_the_same_from_every_side(width: int, height: int, fullness: float):
    shown = picture(shape_of(width, height), fullness)
    assert shown == tuple(row[::-1] for row in shown)
    assert shown == tuple(tuple((lower, upper) for upper, lower in row) for row in reversed(shown))


@some
@given(st.integers(8, 60), st.integers(4, 40), breaths, breaths)
def test_a_fuller_breath_never_reaches_less_far(width: int, height: int, one: float, other: float):
    assume(one <= other)
    assert reach(width, height, one) <= reach(width, height, other)


def reach(width: int, height: int, fullness: float) -> float:
    """Return how far from the middle the ring's line is seen."""
    shape = shape_of(width, height)
    lit = STEPS * 0.6  # brighter than its inside, and than the circle it grows towards
    return max(
        distance
        for distances, steps in zip(shape.distances, points(picture(shape, fullness)), strict=True)
        for distance, step in zip(distances, steps, strict=True)
        if step > lit
    )


def points(shown: tuple[Row, ...]) -> list[list[int]]:
    """Return a picture by rows of points, two to a row of cells."""
    return [[cell[half] for cell in row] for row in shown for half in (0, 1)]


def test_a_full_breath_reaches_farther_than_an_empty_one():
    assert reach(34, 17, 1) > reach(34, 17, 0) + 5


@pytest.mark.parametrize("size", [(34, 17), (52, 25)])
def test_the_middle_is_dark_for_the_word(size: tuple[int, int]):
    empty = picture(shape_of(*size), 0)
    row, middle = empty[len(empty) // 2], size[0] // 2
    assert max(step for cell in row[middle - 2 : middle + 2] for step in cell) <= 1


@some
@given(widths, heights, breaths)
def test_the_ring_in_ascii_is_as_large_and_as_even(width: int, height: int, fullness: float):
    lines = ascii_picture(width, height, fullness)
    assert [len(line) for line in lines] == [width] * height
    assert lines == [line[::-1] for line in lines]
    assert lines == lines[::-1]
    assert set("".join(lines)) <= {"o", " "}


@pytest.mark.parametrize(("width", "height"), EDGES)
@pytest.mark.parametrize("fullness", [0.0, 0.5, 1.0])
def test_no_size_is_too_small(width: int, height: int, fullness: float):
    assert len(picture(shape_of(width, height), fullness)) == height
    assert len(ascii_picture(width, height, fullness)) == height


class Room(App[None]):
    """A room with nothing but the ring in it."""

    CSS = "Ring { width: 100%; height: 100%; } Ring > .ring--word { color: $foreground; }"

    def __init__(self, *, is_ascii: bool = False) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"
        self.ring = Ring(is_ascii=is_ascii)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        yield self.ring


def drawn(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    """Return what lies on the screen, cell by cell."""
    return [
        [(char, str(segment.style)) for segment in strip for char in segment.text]
        for strip in pilot.app.screen._compositor.render_strips()
    ]


async def drawn_anew(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    """Return what would lie there if all of it were drawn again."""
    pilot.app.query_one(Ring).refresh()
    await pilot.pause(0)
    return drawn(pilot)


@pytest.mark.parametrize("is_ascii", [False, True])
async def test_the_changes_of_a_breath_add_up_to_the_whole(is_ascii: bool):
    app = Room(is_ascii=is_ascii)
    async with app.run_test(size=(34, 17)) as pilot:
        for beat in range(40):
            app.ring.show(abs(20 - beat) / 20, "in" if beat > 20 else "out")
            await pilot.pause(0)
            found = drawn(pilot)
            assert found == await drawn_anew(pilot)
        assert " in " in "".join(char for char, _ in found[8])


@pytest.mark.parametrize("size", [(40, 17), (28, 17), (34, 12), (20, 9), (4, 3), (1, 1)])
@pytest.mark.parametrize("is_ascii", [False, True])
async def test_the_ring_follows_the_size_of_its_room(size: tuple[int, int], is_ascii: bool):
    app = Room(is_ascii=is_ascii)
    async with app.run_test(size=(34, 17)) as pilot:
        app.ring.show(0.4, "in")
        await pilot.resize_terminal(*size)
        while app.ring.size != size:  # which Textual takes up on a timer of its own
            await pilot.pause()
        app.ring.show(0.5, "in")
        await pilot.pause(0)
        found = drawn(pilot)
    fresh = Room(is_ascii=is_ascii)
    async with fresh.run_test(size=size) as pilot:
        fresh.ring.show(0.5, "in")
        await pilot.pause(0)
        assert found == drawn(pilot)


async def test_the_ring_takes_the_colours_of_another_theme():
    app = Room()
    async with app.run_test(size=(34, 17)) as pilot:
        app.ring.show(0.5, "in")
        await pilot.pause(0)
        before = drawn(pilot)
        app.theme = "dawn"
        await pilot.pause(0)
        app.ring.show(0.5, "in")
        await pilot.pause(0)
        assert drawn(pilot) != before
        assert drawn(pilot) == await drawn_anew(pilot)
