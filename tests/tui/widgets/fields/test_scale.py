"""A number between two ends: digits, tens, and what lies below nought."""

import pytest

from integrate_tui.core.answers import EMPTY, Scale, reply_with_number
from tests.tui.widgets.fields.conftest import InField


async def test_a_digit_chooses_and_goes_on(answering: InField):
    async with answering(Scale()) as field:
        await field.press("7")
        assert (field.reply, field.host.times_finished) == (reply_with_number(7), 1)


async def test_a_one_waits_for_its_nought_however_long_that_takes(answering: InField):
    async with answering(Scale()) as field:
        await field.press("1")
        assert (field.reply, field.host.times_finished) == (reply_with_number(1), 0)
        await field.press("0")
        assert (field.reply, field.host.times_finished) == (reply_with_number(10), 1)


async def test_enter_leaves_a_one_a_one(answering: InField):
    async with answering(Scale()) as field:
        await field.press("1", "enter", "0")
        assert field.host.times_finished == 2
        assert field.reply == reply_with_number(0)


async def test_a_digit_after_a_one_is_for_the_next_field(answering: InField):
    async with answering(Scale()) as field:
        await field.press("1", "4")
        assert (field.reply, field.host.times_finished) == (reply_with_number(1), 1)


async def test_a_one_is_one_where_there_is_no_ten(answering: InField):
    async with answering(Scale(0, 5)) as field:
        await field.press("1")
        assert (field.reply, field.host.times_finished) == (reply_with_number(1), 1)


@pytest.mark.parametrize(("keys", "number"), [("-4", -4), ("4", 4), ("-0", 0)])
async def test_a_minus_stands_before_its_digit(answering: InField, keys: str, number: int):
    async with answering(Scale(-5, 5)) as field:
        await field.press(*keys.replace("-", "minus,").split(",") if "-" in keys else keys)
        assert field.reply == reply_with_number(number)


async def test_a_minus_means_nothing_where_nothing_lies_below_nought(answering: InField):
    async with answering(Scale()) as field:
        await field.press("minus", "4")
        assert field.reply == reply_with_number(4)


async def test_a_number_below_the_scale_is_none(answering: InField):
    async with answering(Scale(-5, 5)) as field:
        await field.press("minus", "7")
        assert (field.reply, field.host.times_finished) == (EMPTY, 0)


async def test_every_word_of_a_scale_is_shown_where_there_is_room_for_all(answering: InField):
    kind = Scale(-5, 5, ((-5, "much heavier"), (0, "same"), (5, "much lighter")))
    async with answering(kind) as field:
        assert field.drawn()[1].strip() == "-5 much heavier   0 same   5 much lighter"
    async with answering(kind, size=(46, 12)) as field:
        assert field.drawn()[1].strip() == "-5 much heavier   0 same   5 much lighter"
    async with answering(kind, size=(40, 12)) as field:
        assert field.drawn()[1].strip() == "-5 much heavier   5 much lighter"
