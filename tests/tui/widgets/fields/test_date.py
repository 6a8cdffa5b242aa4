"""A day: typed as people say it, moved by keys, taken from the calendar."""

import pytest

from integrate_tui.core.answers import EMPTY, Date, Reply
from tests.tui.widgets.fields.conftest import InField

# The evening of the tests is that of Sunday 22 November 2026.


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("yesterday", "2026-11-21", "Saturday 21 November, yesterday"),
        ("last tuesday", "2026-11-17", "Tuesday 17 November, 5 days ago"),
        ("tuesday", "2026-11-24", "Tuesday 24 November, in 2 days"),
        ("3 nov", "2026-11-03", "Tuesday 3 November"),
        ("2026-11-03", "2026-11-03", "Tuesday 3 November"),
        ("3 jan", "2027-01-03", "Sunday 3 January 2027"),
    ],
)
async def test_a_day_is_typed_as_people_say_it(
    answering: InField, typed: str, kept: str, said: str
):
    async with answering(Date()) as field:
        await field.type(typed)
        assert field.reply == Reply(kept)
        assert said in field.drawn()[1]


@pytest.mark.parametrize("typed", ["when the lake is frozen", "last week", "03/04", "the 31st"])
async def test_what_is_no_day_is_kept_as_it_was_typed(answering: InField, typed: str):
    async with answering(Date()) as field:
        await field.paste(typed)
        assert field.reply == Reply(typed)
        assert "Kept in your words" in field.drawn()[1]


async def test_what_was_answered_before_is_there_again(answering: InField):
    async with answering(Date(), Reply("2026-11-03")) as field:
        assert field.reply == Reply("2026-11-03")
        assert field.host.told == []
        assert "Tuesday 3 November" in field.drawn()[1]


async def test_arrows_move_by_days_and_pages_by_months(answering: InField):
    async with answering(Date()) as field:
        await field.press("down")
        assert field.reply.text == "2026-11-22"
        await field.press("up", "up")
        assert field.reply.text == "2026-11-20"
        await field.press("pagedown")
        assert field.reply.text == "2026-12-20"


@pytest.mark.parametrize("key", ["up", "down", "pageup", "pagedown"])
async def test_words_that_are_no_day_stay_when_a_key_would_move_the_day(
    answering: InField, key: str
):
    async with answering(Date()) as field:
        await field.paste("when the ice is gone")
        await field.press(key)
        assert field.reply == Reply("when the ice is gone")


async def test_a_month_later_there_may_be_no_such_day(answering: InField):
    async with answering(Date(), Reply("2027-01-31")) as field:
        await field.press("pagedown")
        assert field.reply.text == "2027-02-28"


@pytest.mark.parametrize(("day", "key"), [("9999-12-31", "down"), ("0001-01-01", "pageup")])
async def test_the_calendar_has_ends(answering: InField, day: str, key: str):
    async with answering(Date(), Reply(day)) as field:
        await field.press(key)
        assert field.reply.text == day


async def test_a_day_is_taken_from_the_calendar(answering: InField):
    async with answering(Date()) as field:
        week = next(y for y, line in enumerate(field.drawn()) if "16  17" in line)
        x = field.drawn()[week].index("17")
        await field.click(x, week)
        assert field.reply.text == "2026-11-17"


async def test_another_month_is_a_click_away(answering: InField):
    async with answering(Date(), Reply("2026-11-17")) as field:
        name = next(y for y, line in enumerate(field.drawn()) if "November 2026" in line)
        await field.click(field.drawn()[name].index("<"), name)
        assert field.reply.text == "2026-10-17"


async def test_there_is_no_calendar_where_there_is_no_room(answering: InField):
    async with answering(Date(), size=(60, 8)) as field:
        assert not any("November 2026" in line for line in field.drawn())


async def test_enter_goes_on_and_an_empty_line_is_no_answer(answering: InField):
    async with answering(Date()) as field:
        await field.press("enter")
        assert (field.reply, field.host.times_finished) == (EMPTY, 1)
