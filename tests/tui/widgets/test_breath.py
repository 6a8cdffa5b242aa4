"""The picture of the breath: at every size and breath, and that what is sent of it adds up."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from integrate_tui.core.exercise import lay_out
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import Runner, start
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.screens.sitting_words import breath_of
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.breath import PICTURES, TINTS, BreathPicture, Scene, tint_at
from integrate_tui.tui.widgets.breath_cells import (
    EIGHTHS,
    LEFT_EIGHTHS,
    STEPS,
    Breath,
    Cell,
    Detail,
    Row,
    Rows,
    changes,
    runs_of,
)
from tests.builders import a_round, an_exercise

FRAMES = 30
USUAL = {"ring": (34, 17), "wave": (56, 13), "bar": (48, 9)}
EDGES = [(0, 0), (0, 9), (9, 0), (1, 1), (2, 1), (1, 2), (3, 40), (60, 1), (60, 40)]

names = st.sampled_from(list(PICTURES))
widths = st.integers(0, 60)
heights = st.integers(0, 40)
shares = st.floats(0, 1)
breaths = st.builds(Breath, shares, shares, st.booleans())
details = st.sampled_from(list(Detail))
some = settings(max_examples=60)
every_picture = pytest.mark.parametrize("name", PICTURES)


def drawn_as(name: str, breath: Breath, detail: Detail = Detail.BLENDED) -> Rows:
    return PICTURES[name].rows(*USUAL[name], breath, detail)


def text_of(rows: Rows) -> list[str]:
    return ["".join(sign for sign, _, _ in row) for row in rows]


# Every picture.


@some
@given(names, widths, heights, breaths, details)
def test_a_picture_fills_its_size_with_steps_that_there_are(
    name: str, width: int, height: int, breath: Breath, detail: Detail
):
    rows = PICTURES[name].rows(width, height, breath, detail)

    assert len(rows) == height
    for row in rows:
        assert len(row) == width
        assert all(len(sign) == 1 for sign, _, _ in row)
        assert all(0 <= step <= STEPS for _, *steps in row for step in steps)


@pytest.mark.parametrize(("width", "height"), EDGES)
@pytest.mark.parametrize("fullness", [0.0, 0.5, 1.0])
@every_picture
def test_no_size_is_too_small(name: str, width: int, height: int, fullness: float):
    for held in (False, True):
        for detail in Detail:
            rows = PICTURES[name].rows(width, height, Breath(fullness, 1.0, held), detail)
            assert [len(row) for row in rows] == [width] * height


@some
@given(names, breaths)
def test_in_ascii_there_is_nothing_but_ascii(name: str, breath: Breath):
    rows = drawn_as(name, breath, Detail.ASCII)
    assert all(line.isascii() for line in text_of(rows))
    assert {cell[1:] for row in rows for cell in row} <= {(0, 0), (STEPS, 0)}


@some
@given(names, breaths)
def test_with_sixteen_colours_there_is_one_ink(name: str, breath: Breath):
    steps = {
        step for row in drawn_as(name, breath, Detail.PLAIN) for _, *each in row for step in each
    }
    assert steps <= {0, STEPS, 8}


@every_picture
@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("fullness", [0.0, 0.5, 1.0])
def test_a_breath_that_is_held_has_another_shape(name: str, detail: Detail, fullness: float):
    """Told apart without any colour, even in a single ink."""
    moving = drawn_as(name, Breath(fullness, 1.0), detail)
    held = drawn_as(name, Breath(fullness, 0.0, is_held=True), detail)

    def shape(rows: Rows) -> list[list[tuple[str, bool, bool]]]:
        return [[(sign, ink > 4, ground > 4) for sign, ink, ground in row] for row in rows]

    assert shape(moving) != shape(held)


def lit(rows: Rows) -> float:
    """Return how bright a picture is in all."""
    return sum(bright(cell) for row in rows for cell in row)


@every_picture
def test_a_full_breath_is_larger_than_an_empty_one(name: str):
    reaches = [lit(drawn_as(name, Breath(share / 4))) for share in range(5)]
    assert reaches == sorted(reaches)
    assert reaches[-1] > 1.3 * reaches[0]


def test_the_ring_is_the_same_from_every_side():
    for twelfth in range(13):
        rows = drawn_as("ring", Breath(twelfth / 12))
        assert rows == tuple(row[::-1] for row in rows)
        steps = [[cell[1:] for cell in row] for row in rows]
        assert steps == [[(low, high) for high, low in row] for row in reversed(steps)]


@pytest.mark.parametrize("size", [(34, 17), (42, 21)])
def test_the_middle_of_the_ring_is_dark_for_the_word(size: tuple[int, int]):
    rows = PICTURES["ring"].rows(*size, Breath(0.0), Detail.BLENDED)
    row, middle = rows[len(rows) // 2], size[0] // 2
    assert max(step for _, *steps in row[middle - 2 : middle + 2] for step in steps) <= 4


# No flicker, and soft turns.


def bright(cell: Cell) -> float:
    """Return how bright a cell is as a whole, 0 to 1."""
    sign, ink, ground = cell
    if sign in EIGHTHS:
        share = EIGHTHS.index(sign) / 8
    elif sign in LEFT_EIGHTHS:
        share = LEFT_EIGHTHS.index(sign) / 8
    else:
        share = 0.5
    above, below = (float((step / STEPS) ** 1.7) for step in (ink, ground))
    return share * above + (1 - share) * below


def frames(runner: Runner, name: str, seconds: float) -> Iterator[Rows]:
    for i in range(round(seconds * FRAMES)):
        yield drawn_as(name, breath_of(runner.frame(i / FRAMES)))


def turns(values: list[float], tenth: float = 0.1) -> list[int]:
    """Return the frames at which a brightness turned, after a swing of a tenth of the whole."""
    found, low, high, way = [], values[0], values[0], 0
    for i, value in enumerate(values):
        low, high = min(low, value), max(high, value)
        if way >= 0 and value < high - tenth:
            found += [i] if way else []
            way, low, high = -1, value, value
        elif way <= 0 and value > low + tenth:
            found += [i] if way else []
            way, low, high = 1, value, value
    return found


PATTERNS = {
    "longer out-breath": ((Verb.IN, 4.0), (Verb.OUT, 6.0)),
    "box": ((Verb.IN, 4.0), (Verb.HOLD, 4.0), (Verb.OUT, 4.0), (Verb.HOLD, 4.0)),
    "sigh": ((Verb.IN, 3.0), (Verb.SIP, 1.0), (Verb.OUT, 7.0), (Verb.REST, 1.0)),
    "quick": ((Verb.IN, 1.5), (Verb.OUT, 1.5)),
    "quicker": ((Verb.IN, 0.5), (Verb.OUT, 0.5)),
    "too quick": ((Verb.IN, 0.1), (Verb.OUT, 0.1)),
    "short holds": ((Verb.IN, 2.0), (Verb.HOLD, 0.2), (Verb.OUT, 2.0), (Verb.HOLD, 0.2)),
}


@pytest.mark.parametrize("pace", [1.0, 0.5])
@pytest.mark.parametrize("pattern", PATTERNS)
@every_picture
def test_no_cell_changes_its_brightness_more_than_three_times_a_second(
    name: str, pattern: str, pace: float
):
    exercise = an_exercise(a_round(*PATTERNS[pattern], repeat=60), takes=None)
    runner = start(lay_out(exercise), 0.0, pace)
    length = 2 * pace * sum(seconds for _, seconds in PATTERNS[pattern])
    shown = list(frames(runner, name, max(4.0, length)))
    for y, x in {(y, x) for y in range(len(shown[0])) for x in range(len(shown[0][0]))}:
        values = [bright(rows[y][x]) for rows in shown]
        if max(values) - min(values) < 0.1:
            continue
        found = turns(values)
        for first, fourth in zip(found, found[3:], strict=False):
            assert fourth - first >= FRAMES, f"cell {x}, {y} turned at {found}"


@every_picture
def test_nothing_jumps_from_one_frame_to_the_next(name: str):
    exercise = an_exercise(a_round(*PATTERNS["longer out-breath"], repeat=3), takes=None)
    shown = list(frames(start(lay_out(exercise), 0.0), name, 10.0))
    cells = len(shown[0]) * len(shown[0][0])
    for rows, after in itertools.pairwise(shown):
        changed = sum(
            abs(bright(one) - bright(other))
            for row, next_row in zip(rows, after, strict=True)
            for one, other in zip(row, next_row, strict=True)
        )
        assert changed < 0.03 * cells


def test_the_colour_goes_slowly_to_the_second_of_the_theme_and_back():
    tints = [tint_at(breath) for breath in range(64)]
    assert {abs(one - other) for one, other in itertools.pairwise(tints)} <= {0, 1}
    assert (min(tints), max(tints), tints[0], tints[32]) == (0, TINTS, 0, 0)


# What is sent.

cells = st.tuples(st.sampled_from(" #o"), st.integers(0, 2), st.integers(0, 2))
rows_of_twelve = st.lists(cells, min_size=12, max_size=12).map(tuple)


@given(rows_of_twelve, rows_of_twelve)
def test_what_changed_of_a_row_is_all_of_it_and_nothing_else(row: Row, before: Row):
    stretches = changes(row, before)
    told = [x for start, end in stretches for x in range(start, end)]
    assert told == [x for x in range(12) if row[x] != before[x]]


@given(rows_of_twelve)
def test_the_runs_of_a_row_are_the_row(row: Row):
    runs = runs_of(row)
    assert tuple((sign, ink, ground) for signs, ink, ground in runs for sign in signs) == row
    assert all(one[1:] != other[1:] for one, other in itertools.pairwise(runs))


class Room(App[None]):
    """A room with nothing but the picture in it."""

    CSS = "BreathPicture { width: 100%; height: 100%; }"

    def __init__(self, name: str = "ring", detail: Detail = Detail.BLENDED) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"
        self.picture = BreathPicture(name, detail=detail)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        yield self.picture


def drawn(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    """Return what lies on the screen, cell by cell."""
    return [
        [(char, str(segment.style)) for segment in strip for char in segment.text]
        for strip in pilot.app.screen._compositor.render_strips()
    ]


async def drawn_anew(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    """Return what would lie there if all of it were drawn again."""
    pilot.app.query_one(BreathPicture).refresh()
    await pilot.pause(0)
    return drawn(pilot)


def scene(share: float, word: str = "in", tint: int = 0) -> Scene:
    return Scene(Breath(share, 1.0), word, tint)


@every_picture
@pytest.mark.parametrize("detail", Detail)
async def test_the_changes_of_a_breath_add_up_to_the_whole(name: str, detail: Detail):
    app = Room(name, detail)
    async with app.run_test(size=(34, 17)) as pilot:
        for beat in range(24):
            word = "in" if beat < 12 else "paused"
            app.picture.show(scene(abs(12 - beat) / 12, word, tint=beat // 8))
            await pilot.pause(0)
            found = drawn(pilot)
            assert found == await drawn_anew(pilot)
        y = PICTURES[name].word_row(17)
        assert " paused " in "".join(char for char, _ in found[y])


@pytest.mark.parametrize("size", [(40, 17), (28, 17), (34, 12), (20, 9), (4, 3), (1, 1)])
@every_picture
async def test_a_picture_follows_the_size_of_its_room(size: tuple[int, int], name: str):
    app = Room(name)
    async with app.run_test(size=(34, 17)) as pilot:
        app.picture.show(scene(0.4))
        await pilot.resize_terminal(*size)
        while app.picture.size != size:  # which Textual takes up on a timer of its own
            await pilot.pause()
        app.picture.show(scene(0.5))
        await pilot.pause(0)
        found = drawn(pilot)
    fresh = Room(name)
    async with fresh.run_test(size=size) as pilot:
        fresh.picture.show(scene(0.5))
        await pilot.pause(0)
        assert found == drawn(pilot)


async def test_a_picture_takes_the_colours_of_another_theme():
    app = Room()
    async with app.run_test(size=(34, 17)) as pilot:
        app.picture.show(scene(0.5))
        await pilot.pause(0)
        before = drawn(pilot)
        app.theme = "dawn"
        await pilot.pause(0)
        app.picture.show(scene(0.5))
        await pilot.pause(0)
        assert drawn(pilot) != before
        assert drawn(pilot) == await drawn_anew(pilot)


async def test_another_picture_may_be_chosen_while_one_is_shown():
    app = Room()
    async with app.run_test(size=(48, 17)) as pilot:
        app.picture.show(scene(0.5))
        await pilot.pause(0)
        app.picture.choose("bar")
        app.picture.show(scene(0.5))
        await pilot.pause(0)
        assert app.picture.has_class("-bar")
        assert not app.picture.has_class("-ring")
        assert drawn(pilot) == await drawn_anew(pilot)
