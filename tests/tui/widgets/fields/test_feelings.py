"""Feelings: by their letters, by arrows, by way of the plane."""

import pytest

from integrate_tui.core.answers import EMPTY, Feelings, Reply
from integrate_tui.tui.widgets.fields.feelings import FeelingsField
from tests.builders import FEELINGS
from tests.tui.widgets.fields.conftest import InField

SMALL = (60, 7)
sizes = pytest.mark.parametrize("size", [(72, 12), SMALL], ids=["plane", "list"])


@sizes
async def test_a_word_is_typed_and_chosen(answering: InField, size: tuple[int, int]):
    async with answering(Feelings(3), size=size) as field:
        await field.type("gl")
        await field.press("enter")
        assert field.reply == Reply("glad", words=("glad",))
        await field.press("enter")
        assert field.host.times_finished == 1


@sizes
async def test_enter_with_nothing_typed_goes_on(answering: InField, size: tuple[int, int]):
    async with answering(Feelings(3), size=size) as field:
        await field.press("enter")
        assert (field.reply, field.host.times_finished) == (EMPTY, 1)


async def test_a_word_gone_to_is_chosen_with_enter(answering: InField):
    async with answering(Feelings(3), size=SMALL) as field:
        await field.press("right", "enter", "enter")
        assert (field.reply.words, field.host.times_finished) == (("at ease",), 1)


async def test_the_families_nearest_to_a_point_come_first(answering: InField):
    async with answering(Feelings(3)) as field:
        assert any("Settled" in line for line in field.drawn()[1:2])
        await field.press("left", "left", "up", "up")
        assert "Alarmed" in field.drawn()[1]


@pytest.mark.parametrize("key", ["tab", "enter", "space"])
async def test_from_a_point_the_words_are_a_key_away(answering: InField, key: str):
    async with answering(Feelings(3)) as field:
        await field.press("left", "left", "down", key, "right", "enter")
        assert field.reply.words == ("raw",)


async def test_the_right_edge_leads_into_the_words_and_back(answering: InField):
    async with answering(Feelings(3)) as field:
        assert isinstance(field.field, FeelingsField)
        await field.press("right", "right", "right")
        assert not field.field.on_plane
        await field.press("left")
        assert field.field.on_plane


async def test_letters_look_through_all_words_from_the_plane_too(answering: InField):
    async with answering(Feelings(3)) as field:
        await field.press("left", "left", "up")
        await field.type("pl")
        await field.press("enter")
        assert field.reply.words == ("playful",)


async def test_tab_leaves_a_plane_that_was_not_touched(answering: InField):
    async with answering(Feelings(3)) as field:
        assert not field.field.check_action("enter_words", ())
        await field.press("up")
        assert field.field.check_action("enter_words", ())


async def test_a_point_and_a_word_are_clicked_on(answering: InField):
    async with answering(Feelings(3)) as field:
        await field.click(3, 2)
        drawn = field.drawn()
        assert "Alarmed" in drawn[1]
        await field.click(drawn[1].index("on edge"), 1)
        assert field.reply.words == ("on edge",)


async def test_one_word_too_many_is_answered_quietly(answering: InField):
    async with answering(Feelings(3)) as field:
        for word in ("calm", "glad", "sad", "raw"):
            await field.type(word)
            await field.press("enter")
        assert field.reply.text == "calm\nglad\nsad"
        assert field.drawn()[0] == "Three are chosen. Backspace takes the last one back."
        await field.press("backspace")
        assert field.reply.text == "calm\nglad"
        assert field.drawn()[0] == "calm, glad"


async def test_a_word_that_the_vocabulary_lost_stays(answering: InField):
    async with answering(Feelings(3), Reply("odd", words=("odd",))) as field:
        await field.type("calm")
        await field.press("enter")
        assert field.reply.words == ("odd", "calm")


def test_the_words_of_these_tests_lie_in_all_corners():
    assert len({(family.energy > 0, family.pleasant > 0) for family in FEELINGS}) == 4


@sizes
@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_word_that_is_not_there_becomes_no_other(
    answering: InField, size: tuple[int, int], key: str
):
    async with answering(Feelings(3), size=size) as field:
        await field.type("scared")
        assert "scared: not among these words" in "".join(field.drawn())
        await field.press(key)
        assert (field.reply, field.host.times_finished) == (EMPTY, 0)


async def test_erasing_what_is_not_there_finds_what_is(answering: InField):
    async with answering(Feelings(3), size=SMALL) as field:
        await field.type("glx")
        await field.press("backspace", "enter")
        assert field.reply.words == ("glad",)
