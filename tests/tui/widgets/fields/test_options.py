"""One or any of many options, in little room."""

import pytest

from integrate_tui.core.answers import Choose, ChooseAny, Reply
from tests.tui.widgets.fields.conftest import InField

VALUES = tuple(f"value {n}" for n in range(1, 61))
LONG = "a way of being with people that is hard to say in a few words and harder to keep"
NARROW = (56, 8)


async def test_a_long_list_scrolls_with_the_cursor(answering: InField):
    async with answering(ChooseAny(VALUES), size=NARROW) as field:
        await field.press("end", "space")
        assert field.reply.words == ("value 60",)
        assert any("●  value 60" in line for line in field.drawn())


async def test_short_options_stand_side_by_side(answering: InField):
    async with answering(ChooseAny(VALUES), size=NARROW) as field:
        first = field.drawn()[0]
        assert "value 1" in first
        assert "value 3" in first
        await field.press("down", "right", "space")
        assert field.reply.words == ("value 5",)


async def test_every_option_is_reached_by_going_down_and_sideways(answering: InField):
    options = tuple(f"value {n}" for n in range(1, 12))
    async with answering(ChooseAny(options), size=NARROW) as field:
        await field.press("right", "right", *["down"] * 5, "space")
        assert field.reply.words == ("value 11",)


@pytest.mark.parametrize("kind", [Choose((LONG, "two")), ChooseAny((LONG, "two"))])
async def test_a_long_option_is_read_in_full(answering: InField, kind: Choose | ChooseAny):
    async with answering(kind, size=NARROW) as field:
        assert " ".join(" ".join(field.drawn()).replace("▎", " ").split()).count(LONG) == 1


async def test_what_is_under_the_pointer_is_chosen_in_a_list_that_scrolled(answering: InField):
    async with answering(ChooseAny(VALUES), size=NARROW) as field:
        await field.press("end")
        drawn = field.drawn()
        row = next(y for y, line in enumerate(drawn) if "value 49" in line)
        await field.click(drawn[row].index("value 49"), row)
        assert field.reply.words == ("value 49",)


async def test_where_there_is_more_it_is_said(answering: InField):
    async with answering(ChooseAny(VALUES), size=NARROW) as field:
        assert field.drawn()[-1].endswith("↓")
        await field.press("end")
        assert field.drawn()[0].endswith("↑")


async def test_a_choice_made_before_is_marked_and_in_view(answering: InField):
    async with answering(Choose(VALUES), Reply("value 40"), size=NARROW) as field:
        assert any("● value 40" in line for line in field.drawn())
        await field.press("enter")
        assert field.reply == Reply("value 40")


async def test_letters_lead_to_an_option_of_a_long_list_and_tick_nothing(answering: InField):
    options = (*(f"value {n}" for n in range(1, 22)), "justice", "kindness", "knowledge")
    async with answering(ChooseAny(options), size=NARROW) as field:
        await field.type("kno")
        assert field.reply.is_empty
        await field.press("space")
        await field.type("j")
        await field.press("space")
        assert field.reply.words == ("justice", "knowledge")


async def test_letters_are_keys_in_a_short_list(answering: InField):
    async with answering(ChooseAny(("one", "two", "kind"))) as field:
        await field.press("j", "space")
        assert field.reply.words == ("two",)
