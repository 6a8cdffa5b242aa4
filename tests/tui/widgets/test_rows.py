"""A list with headings: the cursor stands on what can be chosen, whatever moved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.rows import Listed, Look, Rows
from integrate_tui.tui.widgets.standing import headed_from, standing

LISTED = ("# Now", "walk", "tea", "", "# Later", "call", "rest", "", "# Ever", "sleep")


def is_thing(row: str) -> bool:
    """Tell what is no heading and no blank line."""
    return bool(row) and not row.startswith("#")


class ListApp(App[None]):
    """A list alone."""

    CSS = "Rows { height: 5; }"

    def __init__(self, rows: tuple[str, ...] = LISTED) -> None:
        super().__init__()
        self.rows: Rows[str] = Rows(_draw, Listed(rows), key=str, stands=is_thing)
        self.chosen: list[str | None] = []
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.chosen.append(self.rows.row)


def _draw(row: str, above: str | None, width: int) -> Look:
    return Look([(row, "text")])


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([], "walk"),
        (["down", "j"], "call"),
        (["down", "down", "k"], "tea"),
        (["up"], "walk"),
        (["home"], "walk"),
        (["G"], "sleep"),
        (["end", "down"], "sleep"),
        (["end", "up", "up", "up", "up"], "walk"),
        (["pagedown"], "call"),
        (["end", "pageup"], "call"),
        (["down", "pageup"], "walk"),
    ],
)
async def test_every_key_goes_past_headings(keys: list[str], row: str):
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.rows.row == row


async def test_the_heading_is_seen_with_the_first_row_under_it():
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press("end")
        assert app.rows.scroll_offset.y == len(LISTED) - 5
        await pilot.press("home")
        assert app.rows.scroll_offset.y == 0


async def test_a_click_on_a_heading_neither_marks_nor_opens_it():
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.click(Rows, offset=(1, 0))
        await pilot.click(Rows, offset=(1, 4))
        assert (app.rows.row, app.chosen) == ("walk", [])
        await pilot.click(Rows, offset=(1, 2))
        await pilot.click(Rows, offset=(1, 2))
        assert app.chosen == ["tea"]


async def test_what_went_away_leaves_the_cursor_on_a_row_and_not_on_the_next_heading():
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        app.rows.show_anew(Listed(tuple(row for row in LISTED if row != "call")))
        await pilot.pause()
        assert app.rows.row == "rest"
        app.rows.show_anew(Listed(LISTED[:5]))
        await pilot.pause()
        assert app.rows.row == "tea"


async def test_a_list_of_nothing_but_headings_stays_where_it_is():
    app = ListApp(("# Now", "# Later"))
    async with app.run_test() as pilot:
        await pilot.press("down", "end", "home", "enter")
        assert app.rows.cursor == 0


ROWS = st.lists(st.booleans(), min_size=1, max_size=12)


@given(ROWS, st.integers(0, 11), st.sampled_from((-1, 0, 1)))
def test_the_nearest_place_to_stand_on_is_found_if_there_is_any(
    rows: list[bool], wanted: int, by: int
):
    index = min(wanted, len(rows) - 1)
    found = standing(index, by, len(rows), rows.__getitem__)
    assert rows[found] or not any(rows)
    ahead = [
        i for i, stands in enumerate(rows) if stands and (i <= index if by < 0 else i >= index)
    ]
    if ahead:
        assert found == min(ahead, key=lambda i: abs(i - index))


@given(ROWS, st.integers(0, 11), st.integers(0, 5))
def test_nothing_to_stand_on_lies_between_a_row_and_where_its_heading_begins(
    rows: list[bool], wanted: int, room: int
):
    index = min(wanted, len(rows) - 1)
    first = headed_from(index, room, rows.__getitem__)
    assert index - first <= max(0, room - 1)
    assert not any(rows[first:index])
