"""Fields for words: one line that wraps, and lines of which only so much is taken."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

from integrate_tui.core.answers import Line, reply_with_text
from integrate_tui.tui.widgets.one_line import FULL, ROOM, OneLine
from tests.tui.conftest import settle
from tests.tui.widgets.fields.conftest import InField

LONG = "a line that is much longer than the forty cells there are for it"


async def test_a_long_line_is_wrapped_and_all_of_it_seen(answering: InField):
    async with answering(Line(), reply_with_text(LONG), size=(40, 12)) as answers:
        drawn = " ".join(" ".join(answers.drawn()).split())
        assert LONG in drawn


async def test_enter_goes_on_and_breaks_no_line(answering: InField):
    async with answering(Line()) as answers:
        await answers.press(*"calm", "enter")
        assert answers.host.times_finished == 1
        assert answers.host.told[-1] == reply_with_text("calm")


async def test_several_lines_that_are_pasted_become_one(answering: InField):
    async with answering(Line()) as answers:
        await answers.paste("first\nsecond\r\n third")
        assert answers.host.told[-1] == reply_with_text("first second third")


async def test_what_a_line_has_no_room_for_is_not_taken_and_that_is_said(answering: InField):
    async with answering(Line(), reply_with_text("calm")) as answers:
        await answers.paste("x" * 10_000_000)
        assert answers.reply == reply_with_text("calm")
        assert [note.message for note in answers.host._notifications] == [FULL]


class Lined(App[int]):
    """A line by itself."""

    def compose(self) -> ComposeResult:
        yield OneLine("calm", select_on_focus=False)


@pytest.mark.parametrize("length", [ROOM, 20 * ROOM, 10_000_000])
async def test_a_field_of_a_form_takes_no_more_than_it_has_room_for(length: int):
    async with Lined().run_test() as pilot:
        line = pilot.app.query_one(Input)
        line.post_message(events.Paste("x" * length))
        line.post_message(events.Paste("x" * length))
        await settle(pilot)
        assert line.value == "calm"
        assert [note.message for note in pilot.app._notifications] == [FULL]


async def test_a_line_takes_what_it_has_room_for_as_one():
    async with Lined().run_test() as pilot:
        line = pilot.app.query_one(Input)
        line.cursor_position = 4
        line.post_message(events.Paste(" and\nwarm"))
        await settle(pilot)
        assert line.value == "calm and warm"
        assert list(pilot.app._notifications) == []
