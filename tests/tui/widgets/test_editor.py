"""The editor beside Textual's own text area: the same page, drawn with less.

The editor draws only the rows that it believes have changed, and leans on parts of `TextArea` that
Textual does not promise. So both are taken through the same long run of edits, and after every step
what lies on the screen has to be the same.
"""

import asyncio
import inspect
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.document._document import Document
from textual.document._history import EditHistory
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from integrate_tui.core.text import LONG_LINE
from integrate_tui.tui.palette import PALETTES
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets.editor import Editor

SEEDS = range(3)
STEPS = 90
SIZES = ((60, 16), (44, 12), (31, 9), (80, 24))

PAGE = "\n".join(
    f"Line {n}: the kettle, the window and the slow light of {n} mornings" for n in range(1, 31)
)
WORDS = (
    "tea",
    " and ",
    "(again)",
    "x",
    "  ",
    "Fenster \u00e4\u00f6\u00fc",
    "\u9759\u304b\u306a\u671d",
    "\U0001f33f",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "e\u0301te\u0301",
    "\u05e9\u05dc\u05d5\u05dd",
    "a_very_long_word_without_any_space_to_break_it_at_the_end_of_a_row",
)
MOVES = (
    "left",
    "right",
    "up",
    "down",
    "home",
    "end",
    "ctrl+left",
    "ctrl+right",
    "pageup",
    "pagedown",
)
SELECTING = (
    "shift+left",
    "shift+right",
    "shift+up",
    "shift+down",
    "shift+home",
    "shift+end",
    "ctrl+shift+left",
    "ctrl+shift+right",
    "f6",
    "f7",
)
ERASING = ("backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+u", "ctrl+shift+k")

Cell = tuple[str, Style | None]
Step = tuple[str, str]
"""What is done, and with what."""


def stock(text: str = "") -> TextArea:
    """Return Textual's own text area, as the editor sets it up."""
    return TextArea(
        text,
        soft_wrap=True,
        show_line_numbers=False,
        highlight_cursor_line=False,
        tab_behavior="focus",
        theme="css",
    )


class Desk(App[None]):
    """One page, with a field below it to take the focus away."""

    CSS = Editor.DEFAULT_CSS.replace("Editor", ".page") + ".page { height: 1fr; }"

    def __init__(self, page: TextArea) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = "dusk"
        self.page = page
        page.add_class("page")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES["dusk"])

    def compose(self) -> ComposeResult:
        yield self.page
        yield Input()


class Seen(NamedTuple):
    """The page after a step."""

    text: str
    rows: list[list[Cell]]


@pytest.fixture(autouse=True)
def typed_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the clock out of what one undo takes back."""
    monkeypatch.setattr(EditHistory, "_get_time", lambda history: history._last_edit_time)


def steps_of(seed: int) -> Iterator[Step]:
    """Yield a long run of everything that can happen to a page."""
    chance = random.Random(seed)
    doings: Sequence[tuple[int, Callable[[], Step]]] = (
        (10, lambda: ("type", chance.choice(WORDS))),
        (3, lambda: ("key", "enter")),
        (6, lambda: ("key", chance.choice(ERASING))),
        (10, lambda: ("key", chance.choice(MOVES))),
        (10, lambda: ("key", chance.choice(SELECTING))),
        (3, lambda: ("key", chance.choice(("ctrl+z", "ctrl+y")))),
        (2, lambda: ("paste", "\n".join(chance.choices(WORDS, k=chance.randint(1, 12))))),
        (4, lambda: ("scroll", str(chance.randint(-4, 4)))),
        (1, lambda: ("size", str(chance.randrange(len(SIZES))))),
        (1, lambda: ("theme", chance.choice(("dusk", "dawn")))),
        (2, lambda: ("focus", chance.choice(("lost", "had")))),
    )
    weights = [weight for weight, _ in doings]
    for _ in range(STEPS):
        (_, doing), *_ = chance.choices(doings, weights)
        yield doing()


async def do(pilot: Pilot[None], page: TextArea, step: Step) -> None:
    """Do one step, and let the app come to rest."""
    what, detail = step
    match what:
        case "key":
            pilot.app.post_message(events.Key(detail, None))
        case "type":
            for character in detail:
                pilot.app.post_message(events.Key(_character_to_key(character), character))
        case "paste":
            pilot.app.post_message(events.Paste(detail))
        case "scroll":
            page.scroll_relative(y=int(detail), animate=False)
        case "size":
            await resize(pilot, SIZES[int(detail)])
        case "theme":
            pilot.app.theme = detail
        case "focus":
            (page if detail == "had" else pilot.app.query_one(Input)).focus()
    await rest(pilot)


async def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Give the terminal another size, which Textual takes up on a timer of its own."""
    async with asyncio.timeout(30):
        await pilot.resize_terminal(*size)
        while pilot.app.screen.size != size:
            await pilot.pause()


async def rest(pilot: Pilot[None]) -> None:
    """Let everything that is under way come to rest, without looking at the clock."""
    for _ in range(4):
        await pilot.pause(0)


def seen(pilot: Pilot[None], page: TextArea) -> Seen:
    """Return what lies on the screen where the page is, cell by cell."""
    x, y, width, height = page.region
    strips = pilot.app.screen._compositor.render_strips()[y : y + height]
    return Seen(page.text, [cells(strip.crop(x, x + width)) for strip in strips])


def cells(segments: Iterable[Segment]) -> list[Cell]:
    """Return the characters of a row with their styles, however it is cut into segments."""
    return [(char, segment.style) for segment in segments for char in segment.text]


async def taken_through(page: TextArea, steps: Sequence[Step], size: tuple[int, int]) -> list[Seen]:
    """Return what was seen of a page at first, and after each step."""
    async with Desk(page).run_test(size=size) as pilot:
        page.focus()
        await rest(pilot)
        found = [seen(pilot, page)]
        for step in steps:
            await do(pilot, page, step)
            if not isinstance(page, Editor):  # Textual leaves rows as they were after a resize
                page.refresh()
                await rest(pilot)
            found.append(seen(pilot, page))
    return found


async def assert_the_same(
    text: str, steps: Sequence[Step], size: tuple[int, int] = SIZES[0]
) -> None:
    """Assert that the editor and the stock text area look the same after every step."""
    ours = await taken_through(Editor(text), steps, size)
    theirs = await taken_through(stock(text), steps, size)
    for number, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        where = f"after step {number}: {steps[max(0, number - 5) : number]}"
        assert mine.text == other.text, where
        for y, (row, wanted) in enumerate(zip(mine.rows, other.rows, strict=True)):
            assert row == wanted, f"row {y} {where}"


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_page_looks_like_the_stock_one_after_every_step(seed: int):
    await assert_the_same(PAGE, list(steps_of(seed)))


async def test_a_selection_that_grows_past_a_line_takes_the_cursor_with_it():
    await assert_the_same("one\n\nthree\nfour", [("key", "down")] * 3 + [("key", "shift+up")] * 3)


async def test_a_cursor_that_comes_to_lie_where_it_was_before_scrolling_is_painted():
    steps = [*[("key", "down")] * 3, ("scroll", "1"), ("key", "down")]
    await assert_the_same("\n".join(["the same"] * 30), steps)


async def test_a_page_that_is_open_while_the_theme_changes_changes_with_it():
    await assert_the_same(PAGE, [("theme", "dawn"), ("key", "down"), ("theme", "dusk")])


async def test_a_page_in_a_terminal_of_another_size_is_wrapped_anew():
    steps = [("size", "1"), ("key", "down"), ("size", "2"), ("size", "3")]
    await assert_the_same("Just so many words that they do not fit into every width.", steps)
    steps = [("size", "1"), ("focus", "lost"), ("size", "0")]
    await assert_the_same("Just so many words that they take up two lines in both of them.", steps)


async def test_the_partner_of_a_bracket_is_marked_and_let_go():
    text = "(a line\nand its end)\nand more"
    await assert_the_same(text, [("key", "right"), ("key", "left"), ("key", "down")])


async def test_an_emptied_page_is_empty():
    await assert_the_same("one\ntwo", [("key", "f7"), ("key", "delete"), ("focus", "lost")])


async def test_a_letter_in_the_middle_of_a_full_page_paints_its_row_alone(
    monkeypatch: pytest.MonkeyPatch,
):
    page = Editor(PAGE)
    async with Desk(page).run_test(size=(80, 40)) as pilot:
        page.focus()
        page.move_cursor((12, 4))
        await rest(pilot)
        painted = spy_on(page, monkeypatch)
        await do(pilot, page, ("type", "x"))
        assert page.document.get_line(12).startswith("Linex")
        assert set(painted) == {Region(0, 12, page.scrollable_content_region.width, 1)}


async def test_a_cursor_that_moves_a_line_paints_the_two_rows(monkeypatch: pytest.MonkeyPatch):
    page = Editor(PAGE)
    async with Desk(page).run_test(size=(80, 40)) as pilot:
        page.focus()
        page.move_cursor((12, 4))
        await rest(pilot)
        painted = spy_on(page, monkeypatch)
        await do(pilot, page, ("key", "down"))
        assert {region and (region.y, region.height) for region in painted} == {(12, 1), (13, 1)}


def spy_on(page: Editor, monkeypatch: pytest.MonkeyPatch) -> list[Region | None]:
    """Return the list that every region painted from now on is put into, None for the whole."""
    painted: list[Region | None] = []
    refresh = Widget.refresh

    def note(
        self: Widget,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Widget:
        if self is page:
            painted.extend(regions or [None])
        return refresh(self, *regions, repaint=repaint, layout=layout, recompose=recompose)

    monkeypatch.setattr(Widget, "refresh", note)
    return painted


async def test_a_paste_is_cleaned_and_wrapped_and_taken_back_in_one_step():
    page = Editor("before ")
    pasted = "\x1b[31mred\x07\r\n\u202e" + "word " * (LONG_LINE // 4)
    async with Desk(page).run_test(size=(80, 24)) as pilot:
        page.focus()
        page.move_cursor(page.document.end)
        await do(pilot, page, ("paste", pasted))
        lines = page.text.split("\n")
        assert lines[0] == "before [31mred"
        assert " ".join(lines[1:]).split() == ["word"] * (LONG_LINE // 4)
        assert max(map(len, lines)) <= LONG_LINE
        await do(pilot, page, ("key", "ctrl+z"))
        assert page.text == "before "


@pytest.mark.parametrize("keys", [("ctrl+z",), ("f7", "delete", "ctrl+z", "ctrl+end", "ctrl+y")])
async def test_a_page_that_is_suddenly_short_does_not_stop_the_program(keys: tuple[str, ...]):
    page = Editor()
    async with Desk(page).run_test(size=(60, 12)) as pilot:
        page.focus()
        await rest(pilot)
        await do(pilot, page, ("paste", PAGE))
        for key in keys:
            await do(pilot, page, ("key", key))
        assert page.text == ""
        assert page.cursor_location == (0, 0)
        assert not page.show_vertical_scrollbar
        await do(pilot, page, ("type", "on"))
        assert "on" in "".join(char for char, _ in seen(pilot, page).rows[1])


def test_what_the_editor_leans_on_is_there():
    for name in ("_render_line", "_draw_cursor", "matching_bracket_location", "wrap_width"):
        assert name in vars(TextArea)
    wrapped = WrappedDocument(Document("one two\nthree"), width=4)
    assert wrapped._offset_to_line_info == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert wrapped.get_offsets(0) == [4]
    assert wrapped.height == 4


def test_what_the_editor_overrides_is_asked_for_in_the_same_way():
    for name in ("render_line", "notify_style_update", "refresh", "scroll_cursor_visible"):
        assert asked_for(getattr(Editor, name)) == asked_for(getattr(TextArea, name))


def asked_for(method: Callable[..., object]) -> list[tuple[object, ...]]:
    """Return how a method is called, whatever its types are said to be."""
    parameters = inspect.signature(method).parameters.values()
    return [(each.name, each.kind, each.default) for each in parameters]
