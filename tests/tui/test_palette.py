"""The colours: everything can be read on everything, and each is named in one place alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import Theme

from integrate_tui import tui
from integrate_tui.tui.palette import DUSK, PALETTES, Palette, blend, contrast, to_rgb
from integrate_tui.tui.themes import themes, variables
from integrate_tui.tui.widgets import drawing
from integrate_tui.tui.widgets.breath import _mixed
from integrate_tui.tui.widgets.breath_cells import STEPS

HOME = Path(tui.__path__[0])
SHEETS = sorted(HOME.rglob("*.tcss"))
MODULES = sorted(HOME.rglob("*.py"))

READABLE = 4.5
"""WCAG AA for text."""

every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
parts = st.integers(0, 255)
colours = st.tuples(parts, parts, parts)

COLOUR = re.compile(
    r"(?<![\w-])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgba?|hsla?)\(", re.I
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#ff0000", "#ffffff", 4.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@every_palette
def test_every_ink_can_be_read_on_every_ground(palette: Palette):
    ratios = {
        (name, ground): contrast(ink, ground)
        for name, ink in palette.inks.items()
        for ground in palette.grounds
    }
    assert len(ratios) == 7 * 3
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < READABLE} == {}


@every_palette
def test_selected_text_and_the_letter_under_the_cursor_can_be_read(palette: Palette):
    assert contrast(palette.text, palette.rule) >= READABLE
    assert contrast(palette.background, palette.primary) >= READABLE


@every_palette
def test_the_grounds_can_be_told_apart_and_a_line_from_them(palette: Palette):
    assert len({*palette.grounds, palette.rule}) == 4
    assert palette.dark == (
        contrast(palette.background, "#000000") < contrast(palette.text, "#000000")
    )


@given(colours, colours, st.floats(0, 1))
def test_a_blend_lies_between_its_ends(
    ground: tuple[int, int, int], ink: tuple[int, int, int], share: float
):
    for below, mixed, above in zip(ground, blend(ground, ink, share), ink, strict=True):
        assert min(below, above) <= mixed <= max(below, above)


@given(colours, colours)
def test_a_blend_reaches_its_ends(ground: tuple[int, int, int], ink: tuple[int, int, int]):
    assert blend(ground, ink, 0) == ground
    assert blend(ground, ink, 1) == ink


@every_palette
def test_the_ring_goes_from_the_ground_to_the_ink(palette: Palette):
    ground, ink = to_rgb(palette.background), to_rgb(palette.primary)
    steps = [_mixed(ground, ink, step).get_truecolor() for step in range(STEPS + 1)]
    assert tuple(steps[0]) == ground
    assert tuple(steps[-1]) == ink
    seen = [
        contrast(f"#{red:02x}{green:02x}{blue:02x}", palette.background)
        for red, green, blue in steps
    ]
    assert seen == sorted(seen)


def colours_of(theme: Theme) -> dict[str, str]:
    """Return what the stylesheets know of a theme, as Textual puts it together."""
    return {**theme.to_color_system().generate(), **theme.variables}


def test_every_palette_is_a_theme_with_a_colour_for_every_role():
    assert [theme.name for theme in themes()] == list(PALETTES)
    for theme, palette in zip(themes(), PALETTES.values(), strict=True):
        assert theme.dark == palette.dark
        made = colours_of(theme)
        for role in ("background", "surface", "panel", "primary", *variables(palette)):
            assert made[role].lower() == getattr(palette, role), role
        assert made["foreground"].lower() == palette.text
        assert theme.text_alpha == 1.0


def test_the_themes_of_others_have_a_colour_for_every_role_too():
    assert set(variables(DUSK)) == {"rule", "muted", "sage", "sand", "rose", "sky"}
    assert all(set(variables(DUSK)) <= set(theme.variables) for theme in themes())


def test_every_role_of_drawn_lines_is_a_colour_of_the_theme():
    made = colours_of(themes()[0])
    assert {colour for colour, _ in drawing._LOOKS.values() if colour} <= set(made)


def test_every_variable_of_the_stylesheets_is_a_colour_of_the_theme():
    made = colours_of(themes()[0])
    used = {name for _, css in stylesheets() for name in re.findall(r"\$([\w-]+)", css)}
    assert {"muted", "rule", "surface"} <= used <= set(made)


def stylesheets() -> Iterator[tuple[Path, str]]:
    """Yield every stylesheet, those of widgets included, without its comments."""
    for path in SHEETS:
        yield path, re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    for path, words in strings():
        if "{" in words and "$" in words:
            yield path, words


def strings() -> Iterator[tuple[Path, str]]:
    """Yield every string in the source of the screens, with the file it is in."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value


def test_a_colour_would_be_found():
    assert all(map(COLOUR.search, ("color: #abc;", "#16161D", "rgb(1, 2, 3)", "rgba(1,2,3,0.4)")))
    assert not any(map(COLOUR.search, ("TodayPlace #cards", "#face-up", "#ids", "# abc")))


def test_colours_are_named_in_the_palette_alone():
    texts = [*strings(), *((path, path.read_text(encoding="utf-8")) for path in SHEETS)]
    found = {(path.name, match[0]) for path, text in texts for match in COLOUR.finditer(text)}
    assert {name for name, _ in found} == {"palette.py"}
