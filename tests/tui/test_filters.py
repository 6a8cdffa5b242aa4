"""The last look at what is drawn: nothing for a terminal to act upon, and ASCII where asked for."""

import ast
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.pilot import Pilot

import integrate_tui
from integrate_tui.core.entry import Entry
from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.filters import AsciiOnly, CharactersOnly
from integrate_tui.tui.places import PLACES
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, the_app

HOME = Path(integrate_tui.__file__).parent
DRAWING = [*sorted((HOME / "tui").rglob("*.py")), HOME / "core" / "trends.py"]

CONTROLS = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0))]
BIDI = [
    chr(n)
    for n in range(0x3000)
    if unicodedata.bidirectional(chr(n))
    in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    or unicodedata.name(chr(n), "").endswith(("LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK"))
    or unicodedata.name(chr(n), "") == "ARABIC LETTER MARK"
]
BREAKS = ["\u2028", "\u2029"]
_UNSEEN = (0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC))
UNSEEN = [chr(n) for n in _UNSEEN]
UNWANTED = [*CONTROLS, *BIDI, *BREAKS, *UNSEEN]

BLACK = Color(0, 0, 0)
STYLE = Style(bold=True)

harmless = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNWANTED))
strange = st.text(st.sampled_from(UNWANTED) | st.characters(exclude_categories=["Cs"]))


def filtered(line_filter: LineFilter, text: str) -> str:
    """Return what a filter makes of a text."""
    (segment,) = line_filter.apply([Segment(text, STYLE)], BLACK)
    assert segment.style is STYLE
    return segment.text


def test_the_unwanted_are_those_that_are_meant():
    assert len(CONTROLS) == 65
    assert {"\u200e", "\u200f", "\u061c", "\u202e", "\u2066", "\u2069"} <= set(BIDI)
    assert len(BIDI) == 12


@pytest.mark.parametrize("unwanted", UNWANTED, ids=ascii)
def test_nothing_that_a_terminal_could_act_upon_is_drawn(unwanted: str):
    assert filtered(CharactersOnly(), f"a{unwanted}b{unwanted}") == "ab"


@given(strange)
def test_what_is_left_is_what_was_there_without_them(text: str):
    left = filtered(CharactersOnly(), text)
    assert left == "".join(char for char in text if char not in UNWANTED)


@given(harmless)
def test_harmless_text_is_left_as_it_is(text: str):
    line = [Segment(text, STYLE)]
    assert CharactersOnly().apply(line, BLACK) is line


@given(st.lists(st.sampled_from(UNWANTED) | st.sampled_from("ab \u00e4\u9759\U0001f33f")))
def test_a_line_keeps_its_width_without_them(characters: list[str]):
    text = "".join(characters)
    assert cell_len(filtered(CharactersOnly(), text)) == cell_len(text)


@pytest.mark.parametrize("line_filter", [CharactersOnly(), AsciiOnly()])
def test_what_steers_the_terminal_on_purpose_is_left_alone(line_filter: LineFilter):
    steering = Control.home().segment
    left = line_filter.apply([steering, Segment("a\x07\u2500", STYLE)], BLACK)
    assert left[0] is steering
    assert left[1].text != "a\x07\u2500"


@pytest.mark.parametrize(
    "written",
    [
        "plain",
        "\u00e4\u00f6\u00fc\u00df",
        "caf\u00e9",
        "\u9759\u304b",
        "\u05e9\u05dc",
        "\U0001f33f",
    ],
)
def test_what_a_person_wrote_is_no_sign_of_ours(written: str):
    assert filtered(AsciiOnly(), written) == written


def signs() -> Iterator[tuple[str, Path]]:
    """Yield every sign that the source draws with, and where."""
    for path in DRAWING:
        if path.name == "filters.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((char, path) for char in node.value if is_sign(char))


def is_sign(char: str) -> bool:
    """Tell whether a character is an arrow, a line, a block, a shape or a mark."""
    return "\u2190" <= char <= "\u25ff" or char in "\u00b7\u2026\u2022\u201c\u201d"


def test_every_sign_in_the_source_has_one_in_ascii_of_its_width():
    found = set(signs())
    assert {"\u2500", "\u25cf", "\u2588", "\u2026"} <= {sign for sign, _ in found}
    for sign, path in found:
        if (sign, path.name) == ("\u2580", "ring.py"):  # the ring has another picture in ASCII
            continue
        stand_in = filtered(AsciiOnly(), sign)
        assert stand_in.isascii(), f"{sign!a} in {path.name}"
        assert stand_in.isprintable()
        assert cell_len(stand_in) == cell_len(sign)


PAGE = """\
Words.

- one
  - two
    - three

> a quote

---

| a | b |
|---|---|
| 1 | 2 |
"""


async def test_every_place_and_every_sheet_is_drawn_in_ascii(lived_in: Workspace, running: Running):
    lived_in.settings.set("symbols", "ascii")
    entry = lived_in.entries.add(Entry(title="A page", text=PAGE), lived_in.moment())
    async with running(lived_in, (120, 40)) as pilot:
        app = the_app(pilot)
        for place in PLACES:
            app.action_go(place.mode)
            await assert_ascii(pilot)
            assert app.current_mode == place.mode
        for go in sheets(app, entry.n):
            go()
            await assert_ascii(pilot)
            assert len(app.screen_stack) == 2
            app.pop_screen()
        app.say("A word in the corner.")
        await assert_ascii(pilot)


def sheets(app: IntegrateApp, n: int) -> list[Callable[[], object]]:
    """Return what opens everything that lies over a place."""
    return [
        lambda: app.open_thing(n, ThingKind.ENTRY),
        app.open_support,
        app.action_help,
        app.choose_guide,
        app.open_settings,
        app.check_in,
        app.action_note,
        app.ground,
        app.action_command_palette,
    ]


async def assert_ascii(pilot: Pilot[int]) -> None:
    """Assert that nothing on the screen is outside of ASCII."""
    await pilot.pause()
    others = {char for char in drawn(pilot) if not char.isascii()}
    assert not others, f"{others!a} on {pilot.app.screen}"
