"""One of one's own things, or words."""

from integrate_tui.core.answers import EMPTY, Link, Reply
from tests.builders import what_is_known
from tests.tui.widgets.fields.conftest import InField

GOAL = Link("goal")
OWN = what_is_known("Walk each morning", "Call Ana", "Walk to the lake")


async def test_a_thing_is_looked_for_by_typing(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.type("lake")
        assert field.reply == Reply("lake")
        await field.press("down", "enter")
        assert field.reply == Reply("Walk to the lake", things=(3,))
        assert field.host.times_finished == 1


async def test_a_thing_is_gone_to_with_the_arrows(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.press("down", "down", "enter")
        assert field.reply == Reply("Call Ana", things=(2,))


async def test_a_thing_is_clicked_on(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        row = next(y for y, line in enumerate(field.drawn()) if "Call Ana" in line)
        await field.click(3, row)
        assert field.reply == Reply("Call Ana", things=(2,))


async def test_all_its_words_are_the_thing_itself(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.type("call ana")
        assert field.reply == Reply("Call Ana", things=(2,))


async def test_words_that_are_no_thing_are_kept_as_they_are(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.type("rest more")
        await field.press("enter")
        assert (field.reply, field.host.times_finished) == (Reply("rest more"), 1)


async def test_words_that_fit_a_thing_may_still_be_ones_own(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.type("walk")
        await field.press("down", "down", "down", "enter")
        assert field.reply == Reply("walk")


async def test_enter_keeps_the_words_that_were_typed_while_nothing_was_gone_to(
    answering: InField,
):
    async with answering(GOAL, known=OWN) as field:
        await field.type("walk")
        await field.press("enter")
        assert (field.reply, field.host.times_finished) == (Reply("walk"), 1)


async def test_typing_on_leaves_what_was_gone_to(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.type("wal")
        await field.press("down", "k", "enter")
        assert field.reply == Reply("walk")


async def test_none_of_them_is_an_answer_that_leaves_no_mark(answering: InField):
    async with answering(GOAL, Reply("Call Ana", things=(2,)), known=OWN) as field:
        await field.press("down", "down", "enter")
        assert field.reply == EMPTY


async def test_enter_on_nothing_goes_on(answering: InField):
    async with answering(GOAL, known=OWN) as field:
        await field.press("enter")
        assert (field.reply, field.host.times_finished) == (EMPTY, 1)


async def test_a_thing_chosen_before_stays_chosen_whatever_has_become_of_it(answering: InField):
    before = Reply("An older wording", things=(2,))
    async with answering(GOAL, before, known=OWN) as field:
        assert field.reply == before
        assert field.host.told == []
        await field.press("backspace")
        assert field.reply == Reply("An older wordin")


async def test_where_there_is_nothing_yet_a_line_will_do(answering: InField):
    async with answering(Link("value")) as field:
        assert "There is no value of yours here yet." in " ".join(field.drawn())
        await field.type("kindness")
        await field.press("down", "enter")
        assert (field.reply, field.host.times_finished) == (Reply("kindness"), 1)


async def test_lines_that_are_pasted_become_one(answering: InField):
    async with answering(GOAL) as field:
        await field.paste("one\ntwo\x1b[2J\tthree")
        assert field.reply.text == "one two[2J three"


async def test_many_long_things_scroll_and_wrap(answering: InField):
    known = what_is_known(*(f"{n} {'a long way to go ' * 8}." for n in range(200)))
    async with answering(GOAL, known=known, size=(56, 9)) as field:
        await field.press(*["pagedown"] * 3, "enter")
        assert field.reply.things
