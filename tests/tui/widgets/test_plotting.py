"""Plots, as lines of characters in roles."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from integrate_tui.tui.widgets.drawing import Part, width_of
from integrate_tui.tui.widgets.plot import Curve, Picture, Sign
from integrate_tui.tui.widgets.plotting import draw

FIRST = datetime(2026, 10, 24)
DAYS = 30
LAST = FIRST + timedelta(days=DAYS - 1)
WIDTH, HEIGHT = 72, 12


def curve(name: str = "mood", *, gaps: range = range(0), level: float = 5, place: int = 0) -> Curve:
    """Return a level line with a gap."""
    points = tuple(
        (FIRST + timedelta(days=day), None if day in gaps else level) for day in range(DAYS)
    )
    return Curve(name, points, 0, 10, place)


def picture(*curves: Curve, **more: Any) -> Picture:
    return replace(Picture(curves or (curve(),), FIRST, LAST), **more)


def text(lines: list[list[Part]]) -> list[str]:
    return ["".join(words for words, _ in line) for line in lines]


def braille(lines: list[list[Part]]) -> dict[tuple[int, int], tuple[int, str]]:
    """Return the number of each sign of braille and its role, by column and row."""
    signs = [[(sign, role) for words, role in line for sign in words] for line in lines]
    return {
        (x, y): (ord(sign), role)
        for y, line in enumerate(signs)
        for x, (sign, role) in enumerate(line)
        if "\u2800" < sign <= "\u28ff"
    }


def marks(line: str) -> str:
    """Return what of a line is drawn between the axis and the name."""
    return line.partition("\u2524")[2].removesuffix(" mood").rstrip()


def test_a_picture_fills_its_room():
    lines = draw(picture(), WIDTH, HEIGHT)
    assert len(lines) == HEIGHT
    assert all(width_of(line) <= WIDTH for line in lines)


def test_the_axis_has_the_ends_and_the_middle_of_the_scale():
    lines = text(draw(picture(), WIDTH, HEIGHT))
    labels = [line.partition("\u2524")[0].strip() for line in lines if "\u2524" in line]
    assert labels == ["10", "5", "0"]


@pytest.mark.parametrize(("rows", "labels"), [(3, ["10", "5", "0"]), (4, ["10", "0"])])
def test_the_middle_of_the_axis_has_a_number_only_where_it_is_the_middle(
    rows: int, labels: list[str]
):
    lines = text(draw(picture(), WIDTH, rows + 2))
    marked = [i for i, line in enumerate(lines) if "\u2524" in line]
    assert [lines[i].partition("\u2524")[0].strip() for i in marked] == labels
    assert len({below - above for above, below in pairwise(marked)}) == 1


def test_curves_of_different_scales_have_words_at_the_axis():
    sleep = replace(curve("sleep"), high=12)
    lines = text(draw(picture(curve(), sleep), WIDTH, HEIGHT))
    assert lines[0].startswith("high")
    assert any(line.startswith(" low") for line in lines)


def test_days_are_named_under_the_axis():
    assert text(draw(picture(), WIDTH, HEIGHT))[-1].split()[:2] == ["24", "Oct"]


def test_each_curve_is_named_at_its_end_in_its_own_role():
    lines = draw(picture(curve("mood", level=8), curve("distress", level=2, place=1)), 72, 12)
    named = [(words.strip(), role) for line in lines for words, role in line[-1:]]
    assert ("mood", "sage") in named
    assert ("distress", "rose") in named


def test_curves_that_end_together_are_named_on_rows_of_their_own():
    lines = text(draw(picture(curve("mood"), curve("clarity", place=1)), WIDTH, HEIGHT))
    named = [i for i, line in enumerate(lines) if line.rstrip().endswith(("mood", "clarity"))]
    assert len(named) == 2


def test_a_curve_is_seen_where_another_goes_through_the_same_cells():
    mood, clarity = curve("mood", level=5.8), curve("clarity", level=5.1, place=2)
    alone, other, both = (
        braille(draw(picture(*shown), WIDTH, 6)) for shown in ((mood,), (clarity,), (mood, clarity))
    )
    shared = alone.keys() & other.keys()
    assert len(shared) > DAYS
    assert {both[place][1] for place in shared} == {"sage", "sky"}
    for place in shared:
        dots = alone[place][0] | other[place][0]
        assert dots not in (alone[place][0], other[place][0])
        assert both[place][0] == dots


def test_numbers_by_themselves_in_one_place_take_turns():
    days = {3, 10, 17, 24}
    points = tuple((FIRST + timedelta(days=d), 5.0 if d in days else None) for d in range(DAYS))
    both = picture(Curve("mood", points), Curve("clarity", points, place=2))
    parts = [part for line in draw(both, WIDTH, HEIGHT) for part in line if part[0] == "\u2022"]
    assert len(parts) == len(days)
    assert {role for _, role in parts} == {"sage", "sky"}


def test_a_gap_is_left_empty():
    whole = text(draw(picture(curve()), WIDTH, HEIGHT))
    broken = text(draw(picture(curve(gaps=range(10, 20))), WIDTH, HEIGHT))
    row = next(i for i, line in enumerate(whole) if line.startswith(" 5\u2524"))
    assert " " not in marks(whole[row])
    assert "   " in marks(broken[row]).strip()


def test_a_number_by_itself_is_a_dot():
    alone = curve(gaps=range(1, DAYS))
    row = next(line for line in text(draw(picture(alone), WIDTH, HEIGHT)) if line.startswith(" 5"))
    assert marks(row).strip() == "\u2022"


def test_moments_are_marked_by_a_line_with_words_above():
    sign = Sign(FIRST + timedelta(days=15), "The lake")
    lines = text(draw(picture(signs=(sign,)), WIDTH, HEIGHT))
    column = lines[0].index("The lake")
    assert all(line[column] == "\u2502" for line in (lines[1], lines[2]))


def test_moments_outside_the_range_are_not_marked():
    sign = Sign(FIRST - timedelta(days=1), "The lake")
    lines = text(draw(picture(signs=(sign,)), WIDTH, HEIGHT))
    assert "The lake" not in "".join(lines)


def test_words_of_moments_close_together_do_not_run_into_each_other():
    signs = tuple(Sign(FIRST + timedelta(days=day), "A long name") for day in range(10, 20))
    (above, *_) = text(draw(picture(signs=signs), WIDTH, HEIGHT))
    assert len(above) <= WIDTH
    assert "nameA" not in above


def test_letters_alone_tell_curves_apart_where_nothing_else_can_be_drawn():
    both = picture(curve(level=8), curve("distress", level=2, place=1), is_ascii=True)
    lines = text(draw(both, WIDTH, HEIGHT))
    assert any("oooo" in line for line in lines)
    assert any("xxxx" in line for line in lines)
    assert not [char for line in lines for char in line if "\u2800" <= char <= "\u28ff"]


@pytest.mark.parametrize(("width", "height"), [(0, 0), (20, 3), (10, 12)])
def test_nothing_is_drawn_where_there_is_no_room(width: int, height: int):
    assert draw(picture(), width, height) == []


@pytest.mark.parametrize("width", [24, 40, 60, 110, 200])
@pytest.mark.parametrize("height", [4, 5, 9, 30])
def test_any_room_is_kept_to(width: int, height: int):
    sign = Sign(LAST, "The last one")
    lines = draw(picture(curve(), curve("clarity", place=3), signs=(sign,)), width, height)
    assert len(lines) <= height
    assert all(width_of(line) <= width for line in lines)


def test_five_years_and_one_moment_can_be_drawn():
    long = picture(first=FIRST - timedelta(days=1800))
    assert len(draw(long, WIDTH, HEIGHT)) == HEIGHT
    moment = picture(first=FIRST, last=FIRST)
    assert draw(moment, WIDTH, HEIGHT)


def test_many_moments_are_dots_above_the_curves_and_hide_none_of_them():
    few = tuple(Sign(FIRST + timedelta(days=day), "The lake") for day in range(2))
    many = tuple(Sign(FIRST + timedelta(days=day), "The lake") for day in range(20))
    assert "The lake" in text(draw(picture(signs=few), WIDTH, HEIGHT))[0]
    above, *below = text(draw(picture(signs=many), WIDTH, HEIGHT))
    assert above.split() == ["\u00b7"] * 20
    assert below == text(draw(picture(), WIDTH, HEIGHT - 1))
