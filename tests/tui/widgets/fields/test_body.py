"""Marks on the body, by keys and by mouse, in a figure or in the list alone."""

import pytest

from integrate_tui.core.answers import EMPTY, Body, Reply
from integrate_tui.core.body import PLACES, SENSATIONS
from integrate_tui.tui.widgets.fields.body_figure import FIGURE, SPOTS, WIDTH, nearest
from tests.tui.widgets.fields.conftest import InField

MARKED = Reply("chest: tight\nhands", words=("chest: tight", "hands"))
DIRECTIONS = ((0, 1), (0, -1), (1, 0), (-1, 0))


def test_every_place_of_the_figure_is_where_it_is_drawn():
    assert {len(row) for row in FIGURE} == {WIDTH}
    drawn = {(x, y) for y, row in enumerate(FIGURE) for x, sign in enumerate(row) if sign == "·"}
    assert drawn == {spot for spot in SPOTS if spot[0] < WIDTH}
    assert set(SPOTS.values()) == set(PLACES)


def test_the_arrows_lead_to_every_place_and_back():
    start = next(iter(SPOTS))
    reached, new = {start}, [start]
    while new:
        here = new.pop()
        for towards in DIRECTIONS:
            spot = nearest(SPOTS, here, towards)
            if spot not in reached:
                reached.add(spot)
                new.append(spot)
    assert {SPOTS[spot] for spot in reached} == set(PLACES)


async def test_places_are_marked_and_said_something_of(answering: InField):
    async with answering(Body()) as field:
        await field.press("down", "down", "down", "down", "1")
        assert field.reply.text == "chest: tight"
        await field.press("down", "w", "down", "space")
        assert field.reply.words == ("chest: tight", "belly: warm", "hips")


async def test_the_same_key_takes_the_word_back_and_space_the_mark(answering: InField):
    async with answering(Body()) as field:
        await field.press("8", "8")
        assert field.reply.text == "head"
        await field.press("space")
        assert field.reply == EMPTY


async def test_a_letter_goes_through_the_words_that_begin_with_it(answering: InField):
    async with answering(Body()) as field:
        await field.press("n")
        assert field.reply.text == "head: numb"
        await field.press("n")
        assert field.reply.text == "head: nothing"


@pytest.mark.parametrize(("key", "word"), zip("1234567890-", SENSATIONS, strict=True))
async def test_every_word_has_a_key(answering: InField, key: str, word: str):
    async with answering(Body()) as field:
        await field.press(key)
        assert field.reply.text == f"head: {word}"


async def test_words_of_ones_own_are_kept_beside_the_marks(answering: InField):
    async with answering(Body()) as field:
        await field.press("space", "tab")
        await field.type("it hums")
        assert field.reply.words == ("head", "it hums")


async def test_what_was_answered_before_is_there_again(answering: InField):
    async with answering(Body(), MARKED) as field:
        assert field.reply == MARKED
        assert field.host.told == []
        assert any("chest     tight" in line for line in field.drawn())


async def test_an_older_answer_in_words_is_not_lost(answering: InField):
    async with answering(Body(), Reply("somewhere behind the ribs")) as field:
        assert field.reply.text == "somewhere behind the ribs"


@pytest.mark.parametrize("size", [(72, 12), (56, 9)])
async def test_a_place_and_its_word_are_clicked_on(answering: InField, size: tuple[int, int]):
    async with answering(Body(), size=size) as field:
        drawn = field.drawn()
        row = next(y for y, line in enumerate(drawn) if "throat" in line)
        await field.click(drawn[row].index("throat"), row)
        menu = next(y for y, line in enumerate(drawn) if "warm" in line)
        await field.click(drawn[menu].index("warm"), menu)
        assert field.reply.text == "throat: warm"


async def test_the_figure_itself_is_clicked_on(answering: InField):
    async with answering(Body()) as field:
        await field.click(5, 4)
        assert field.reply.text == "chest"


async def test_without_room_the_list_does_all_of_it(answering: InField):
    async with answering(Body(), size=(56, 8)) as field:
        assert not any("█" in line for line in field.drawn())
        await field.press(*["down"] * 7, "2", "right", "space")
        assert field.reply.words == ("arms: warm", "all over")
        assert any("all over" in line for line in field.drawn())


async def test_enter_goes_on_from_both_parts(answering: InField):
    async with answering(Body()) as field:
        await field.press("enter", "tab", "enter")
        assert field.host.times_finished == 2
