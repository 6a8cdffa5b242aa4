"""The pad: typing anywhere, drawing with keys and mouse, and taking it back."""

from rich.cells import cell_len

from integrate_tui.core.answers import EMPTY, Reply, Sketch
from integrate_tui.tui.widgets.fields.sketch import SketchField, line_between
from tests.tui.widgets.fields.conftest import InField

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


async def test_characters_are_put_where_the_cursor_is(answering: InField):
    async with answering(Sketch()) as field:
        await field.press("down", "right", "right", "*", "~")
        assert field.reply == Reply("\n  *~")


async def test_typing_takes_the_place_of_what_is_there_unless_it_inserts(answering: InField):
    async with answering(Sketch(), Reply("abc")) as field:
        await field.press("x", "insert", "y")
        assert field.reply.text == "xybc"


async def test_enter_goes_under_the_beginning_of_the_line(answering: InField):
    async with answering(Sketch()) as field:
        await field.press("right", "right", "a", "enter", "b")
        assert field.reply.text == "  a\n  b"


async def test_backspace_and_delete_erase(answering: InField):
    async with answering(Sketch()) as field:
        await field.type("abc")
        await field.press("backspace", "home", "delete")
        assert field.reply.text == " b"


async def test_arrows_draw_while_drawing(answering: InField):
    async with answering(Sketch()) as field:
        await field.press("ctrl+d", "#", "right", "right", "down", "ctrl+d", "down")
        assert field.reply.text == "###\n  #"


async def test_the_next_brush_is_a_key_away(answering: InField):
    async with answering(Sketch()) as field:
        await field.press("pagedown", "ctrl+d", "right")
        assert field.reply.text == "··"


async def test_a_stroke_of_the_mouse_leaves_no_gaps_and_is_undone_at_once(answering: InField):
    async with answering(Sketch()) as field:
        await field.pilot.mouse_down(field.field, offset=(1, 0))
        await field.pilot.hover(field.field, offset=(5, 0))
        await field.pilot.hover(field.field, offset=(5, 2))
        await field.pilot.mouse_up(field.field, offset=(5, 2))
        assert field.reply.text == "*****\n    *\n    *"
        await field.press("ctrl+z")
        assert field.reply == EMPTY


def test_a_line_between_two_cells_touches_all_on_its_way():
    assert line_between((0, 0), (3, 3)) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert line_between((2, 2), (2, 2)) == [(2, 2), (2, 2)]


async def test_a_click_takes_a_brush(answering: InField):
    async with answering(Sketch()) as field:
        foot = field.drawn()[-1]
        await field.click(foot.index("~"), 11)
        assert isinstance(field.field, SketchField)
        assert field.field.brush == "~"


async def test_clearing_is_undone_too(answering: InField):
    async with answering(Sketch()) as field:
        await field.type("ab")
        await field.press("ctrl+x")
        assert field.reply == EMPTY
        await field.press("ctrl+z")
        assert field.reply.text == "ab"
        await field.press("ctrl+z", "ctrl+y")
        assert field.reply.text == "ab"


async def test_words_typed_in_one_go_are_one_stroke(answering: InField):
    async with answering(Sketch()) as field:
        await field.type("abc")
        await field.press("down")
        await field.type("def")
        await field.press("ctrl+z")
        assert field.reply.text == "abc"


async def test_a_drawing_is_pasted_at_the_cursor(answering: InField):
    async with answering(Sketch()) as field:
        await field.press("right")
        await field.paste("/\\\n\\/\n")
        assert field.reply.text == " /\\\n \\/"


async def test_every_script_is_kept_exactly_and_drawn_in_its_columns(answering: InField):
    text = f"水{FAMILY}e\u0301 שלום\n  \u0301x"
    async with answering(Sketch(), Reply(text)) as field:
        assert field.reply.text == text
        await field.press("down", "down", "*")
        assert field.reply.text == f"{text}\n*"
        assert all(cell_len(line) <= 72 for line in field.drawn())


async def test_the_arrows_step_over_wide_characters(answering: InField):
    async with answering(Sketch(), Reply("水b")) as field:
        await field.press("right", "x")
        assert field.reply.text == "水x"
        await field.press("home", "right", "left", "y")
        assert field.reply.text == "y x"


async def test_control_codes_are_not_drawn(answering: InField):
    async with answering(Sketch()) as field:
        await field.paste("a\x1b[2Jb\x07\u202ec")
        assert field.reply.text == "a[2Jbc"


async def test_a_hundred_thousand_lines_are_kept(answering: InField):
    text = "\n".join(["~" * 80] * 100_000)
    async with answering(Sketch()) as field:
        await field.paste(text)
        assert field.reply.text == text
        await field.press("end", "x")
        assert field.reply.text == f"{text}x"


async def test_the_cursor_stays_in_view_beyond_the_edges(answering: InField):
    async with answering(Sketch(), size=(20, 6)) as field:
        await field.press(*["down"] * 9, *["right"] * 30, "#")
        assert any("#" in line for line in field.drawn()[:-1])
