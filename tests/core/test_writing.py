from dataclasses import replace

import pytest

from integrate_tui.core.answers import (
    EMPTY,
    ChooseAny,
    Line,
    Reply,
    Scale,
    Text,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.pieces import Guide, KeepAs, Rule, RuleName, Section, SupportIf
from integrate_tui.core.writing import begin
from tests.builders import a_guide, a_prompt, ask_if
from tests.core.guides import BRANCHING, THREE, all_words, written


def test_a_guide_opens_at_its_first_prompt_with_nothing_written():
    writing = begin(THREE)

    assert writing.prompt.text == "First?"
    assert writing.is_empty
    assert writing.is_first
    assert not writing.is_last
    assert writing.number == 1


def test_next_and_back_go_through_the_prompts_and_stay_at_the_ends():
    writing = begin(THREE)

    assert writing.back() == writing
    assert writing.next().next().next().prompt.text == "Third?"
    assert writing.next().next().back().prompt.text == "Second?"
    assert writing.next().next().is_last


def test_going_on_and_back_keeps_what_was_written():
    writing = begin(THREE).answer(reply_with_text("the lake")).next().back()
    assert writing.reply.text == "the lake"


def test_skipping_leaves_a_prompt_unanswered_and_goes_on():
    writing = begin(THREE).skip()

    assert writing.prompt.text == "Second?"
    assert writing.is_empty


def test_skipping_a_prompt_that_was_answered_keeps_its_answer():
    writing = written(THREE, "the lake", "", "").skip()
    assert all_words(writing) == ["the lake"]


def test_an_answer_is_taken_back_with_an_empty_one():
    assert begin(THREE).answer(reply_with_text("oh")).answer(EMPTY).is_empty


def test_another_angle_comes_round_to_the_first_wording():
    guide = a_guide(
        a_prompt("First?", deeper=("And below it?", "And before?")), a_prompt("Second?")
    )
    angles = [begin(guide)]
    for _ in range(3):
        angles.append(angles[-1].another_angle())

    assert [writing.question for writing in angles] == [
        "First?",
        "And below it?",
        "And before?",
        "First?",
    ]


def test_the_next_prompt_is_asked_in_its_own_words_whatever_the_angle_before():
    guide = a_guide(a_prompt("First?", deeper=("And below it?",)), a_prompt("Second?"))
    assert begin(guide).another_angle().next().question == "Second?"


def test_another_angle_of_a_prompt_that_has_none_is_the_prompt():
    assert begin(THREE).another_angle() == begin(THREE)


@pytest.mark.parametrize(
    ("comparison", "value", "reply", "asked"),
    [
        ("is", "yes", Reply("yes"), True),
        ("is", "yes", Reply(" YES "), True),
        ("is", "yes", Reply("yes, maybe"), False),
        ("is", "yes", EMPTY, False),
        ("is", "awe", reply_with_words(("grief", "Awe")), True),
        ("is", "grief", reply_with_words(("awe",)), False),
        ("is", "5", reply_with_number(5), True),
        ("is", "5", reply_with_number(50), False),
        ("is not", "yes", Reply("no"), True),
        ("is not", "yes", Reply("Yes"), False),
        ("is not", "yes", EMPTY, False),
        ("is not", "awe", reply_with_words(("awe", "grief")), False),
        ("below", "4", reply_with_number(3), True),
        ("below", "4", reply_with_number(4), False),
        ("below", "-1", reply_with_number(-2), True),
        ("below", "4", EMPTY, False),
        ("below", "4", Reply("3"), False),
        ("above", "6", reply_with_number(7), True),
        ("above", "6", reply_with_number(6), False),
        ("above", "-1", reply_with_number(0), True),
        ("above", "6", EMPTY, False),
        ("not answered", "", EMPTY, True),
        ("not answered", "", Reply(" \n "), True),
        ("not answered", "", reply_with_number(0), False),
        ("answered", "", reply_with_number(0), True),
        ("answered", "", Reply("x"), True),
        ("answered", "", Reply(" \n "), False),
        ("answered", "", EMPTY, False),
    ],
)
def test_a_prompt_is_asked_by_an_earlier_answer(
    comparison: str, value: str, reply: Reply, asked: bool
):
    guide = a_guide(
        a_prompt("First?", name="first"),
        a_prompt("Then?", ask_if=ask_if("first", comparison, value)),
    )

    assert (begin(guide).answer(reply).next().prompt.text == "Then?") is asked


def test_an_answer_that_is_no_longer_asked_stays_and_is_in_the_entry_in_its_place():
    writing = written(BRANCHING, "yes", "a long story", "The lake", "no")
    changed = writing.answer(reply_with_text("no"))

    assert changed.asked == [0, 3]
    assert changed.entry().words == "no\n\na long story\n\nThe lake\n\nno"
    assert "a long story" in all_words(changed)
    assert changed.answer(reply_with_text("yes")) == writing


def test_an_answer_that_is_no_longer_asked_decides_nothing():
    writing = written(BRANCHING, "no", "a long story", "", "")
    assert 2 not in writing.asked


def test_the_number_counts_only_what_is_asked():
    writing = written(BRANCHING, "no", "", "", "").next()

    assert writing.prompt.text == "Anything else?"
    assert writing.number == 2
    assert writing.is_last


def test_support_is_wanted_by_the_present_answer():
    guide = a_guide(a_prompt("How bad?", Scale(), support_if=SupportIf(at_least=9)))

    assert begin(guide).answer(reply_with_number(9)).wants_support
    assert not begin(guide).answer(reply_with_number(8)).wants_support


def test_a_guide_of_short_answers_asks_for_a_line_in_place_of_free_text():
    guide = a_guide(a_prompt(), a_prompt(answer=Scale()), rules=(Rule(RuleName.SHORT_ONLY),))

    assert begin(guide).answer_kind == Line()
    assert begin(guide).next().answer_kind == Scale()
    assert begin(THREE).answer_kind == Text()


def test_an_entry_has_each_prompts_words_beside_its_answer():
    entry = written(THREE, "the lake", "", "the cold").entry("By the water")

    assert (entry.title, entry.guide, entry.guide_title) == ("By the water", "week-one", "Week one")
    assert [(answer.prompt, answer.reply.text) for answer in entry.answers] == [
        ("First?", "the lake"),
        ("Third?", "the cold"),
    ]


def test_an_entry_has_the_family_of_each_feeling():
    guide = a_guide(a_prompt("Which words?", ChooseAny(("calm", "tired"))))
    writing = begin(guide).answer(reply_with_words(("calm", "own word")))

    assert writing.entry(family_of={"calm": "Quiet"}).answers[0].families == ("Quiet", "")


def test_marked_lines_are_offered_one_by_one():
    guide = a_guide(
        a_prompt("What did you see?", keep_as=KeepAs.INSIGHT),
        a_prompt("What will you do?", keep_as=KeepAs.STEP),
        a_prompt("Anything else?"),
    )
    writing = begin(guide).answer(Reply("It is all one.\n\n \n\nSo am I.\nTruly.")).next()
    writing = writing.answer(reply_with_words(("call Ana", "walk"))).next()
    writing = writing.answer(reply_with_text("no"))

    assert [(kept.keep_as, kept.line) for kept in writing.kept_answers()] == [
        (KeepAs.INSIGHT, "It is all one."),
        (KeepAs.INSIGHT, "So am I.\nTruly."),
        (KeepAs.STEP, "call Ana"),
        (KeepAs.STEP, "walk"),
    ]


def test_a_marked_line_that_is_no_longer_asked_is_not_offered():
    guide = a_guide(
        a_prompt("A story?", name="story"),
        a_prompt("Tell it.", keep_as=KeepAs.INSIGHT, ask_if=ask_if("story", "is", "yes")),
    )
    assert written(guide, "no", "once upon a time").kept_answers() == []


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [("yes", "no", True), ("no", "yes", True), ("yes", "yes", True), ("no", "no", False)],
)
def test_any_one_of_several_comparisons_will_do(first: str, second: str, asked: bool):
    either = replace(ask_if("first", "is", "yes"), or_else=(ask_if("second", "is", "yes"),))
    guide = a_guide(
        a_prompt("First?", name="first"),
        a_prompt("Second?", name="second"),
        a_prompt("Then?", ask_if=either),
    )
    assert (2 in written(guide, first, second, "").asked) is asked


def test_a_prompt_that_was_not_asked_counts_as_not_answered():
    guide = a_guide(
        a_prompt("First?", name="first"),
        a_prompt("Second?", name="second", ask_if=ask_if("first", "answered")),
        a_prompt("Then?", ask_if=ask_if("second", "not answered")),
    )
    assert written(guide, "", "left from before", "").asked == [0, 2]


def test_a_section_opens_at_the_first_of_its_prompts_that_is_asked():
    sections = (
        Section(prompts=(a_prompt("Is there a story?", name="story"),)),
        Section(
            title="After",
            intro="Come back here.",
            prompts=(
                a_prompt("Tell it.", ask_if=ask_if("story", "is", "yes")),
                a_prompt("What now?"),
                a_prompt("And then?"),
            ),
        ),
    )
    writing = begin(Guide(id="g", title="G", sections=sections))

    assert writing.section_opening == ""
    assert writing.next().section_opening == "After\nCome back here."
    assert writing.next().next().section_opening == ""
    told = writing.answer(reply_with_text("yes"))
    assert told.next().section_opening == "After\nCome back here."
    assert told.next().next().section_opening == ""
