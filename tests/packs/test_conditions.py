"""When a prompt is asked, and which answers bring up support."""

from dataclasses import replace

import pytest

from integrate_tui.core.pieces import Comparison, Condition, Guide, SupportIf
from tests.packs.helpers import one, pack, prompt, prompt_problems, told, write_pack

NAMED = """\
# T
? Story
  name: story
? Mood
  name: mood
  scale: 0 .. 10
? Would you
  name: would
  choose: yes, no, not now
? Feelings
  name: feelings
  choose any: tender, awe, grief
? Drink
  name: drink
  choose: tea or coffee, water
? Asked
  ask if: """
YES = Condition("would", Comparison.IS, "yes")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("story answered", Condition("story", Comparison.ANSWERED)),
        ("Story  ANSWERED", Condition("story", Comparison.ANSWERED)),
        ("mood below 4", Condition("mood", Comparison.BELOW, "4")),
        ("mood above 6", Condition("mood", Comparison.ABOVE, "6")),
        ("mood is 0", Condition("mood", Comparison.IS, "0")),
        ("would is YES", Condition("would", Comparison.IS, "yes")),
        ("would is \u201cyes\u201d", Condition("would", Comparison.IS, "yes")),
        ("would is not yes", Condition("would", Comparison.IS_NOT, "yes")),
        ("would is not now", Condition("would", Comparison.IS, "not now")),
        ("would is not not now", Condition("would", Comparison.IS_NOT, "not now")),
        ("feelings is awe", Condition("feelings", Comparison.IS, "awe")),
        ("story not answered", Condition("story", Comparison.NOT_ANSWERED)),
        ("story is answered", Condition("story", Comparison.ANSWERED)),
        ("story is not answered", Condition("story", Comparison.NOT_ANSWERED)),
        ("mood is answered", Condition("mood", Comparison.ANSWERED)),
        ("drink is tea or coffee", Condition("drink", Comparison.IS, "tea or coffee")),
    ],
)
def test_a_condition_speaks_of_an_earlier_prompt(text: str, condition: Condition) -> None:
    assert one(Guide, NAMED + text).prompts[-1].ask_if == condition


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("would is yes or would is not now", (Condition("would", Comparison.IS, "not now"),)),
        ("would is yes OR mood above 6", (Condition("mood", Comparison.ABOVE, "6"),)),
        (
            "would is yes or story not answered or drink is tea or coffee",
            (
                Condition("story", Comparison.NOT_ANSWERED),
                Condition("drink", Comparison.IS, "tea or coffee"),
            ),
        ),
        ("would is yes or mood is 1 or mood is 1", (Condition("mood", Comparison.IS, "1"),)),
    ],
)
def test_several_comparisons_stand_with_or_between_them(
    text: str, others: tuple[Condition, ...]
) -> None:
    guide = one(Guide, NAMED + text)
    assert guide.prompts[-1].ask_if == replace(YES, or_else=others)
    assert pack(write_pack([guide])).pieces == (guide,)


def test_an_or_without_a_comparison_after_it_is_told_how_to_write_it() -> None:
    (problem,) = told(NAMED + "would is yes or no")
    assert problem.endswith(
        "'yes or no' is none of the choices of 'would' \u2014 "
        "name it each time: 'would is yes or would is no'"
    )


def test_an_and_between_comparisons_is_told_for_what_it_is() -> None:
    (problem,) = told(NAMED + "would is yes and mood above 7")
    assert "only 'or' can stand between two comparisons" in problem


def test_the_part_that_is_wrong_is_pointed_at() -> None:
    (problem,) = told(NAMED + "would is yes or mood is high or story answered")
    assert problem.startswith("pack.txt:17:35: 'high' is not a whole number")


def test_more_comparisons_than_anyone_follows_are_refused() -> None:
    assert pack(NAMED + " or ".join(f"mood is {n}" for n in range(8))).pieces
    (problem,) = told(NAMED + " or ".join(f"mood is {n}" for n in range(9)))
    assert "there are more than 8 comparisons here" in problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stroy answered", "no prompt above has the name 'stroy' \u2014 did you mean 'story'?"),
        (
            "x answered",
            "no prompt above has the name 'x' \u2014 put 'name: x' under the one you mean",
        ),
        ("story is no", "'story' has no choices to compare with"),
        ("mood is high", "'high' is not a whole number \u2014 write a whole number from 0 to 10"),
        ("mood above 11", "11 is out of range"),
        (
            "would is maybe",
            "'maybe' is none of the choices of 'would' \u2014 write one of: yes, no, not now",
        ),
        ("would below 3", "'would' is not answered with a number"),
        ("story answered yes", "'answered' needs nothing after it"),
        ("sometimes", "'sometimes' is no condition \u2014 write it as 'story is no'"),
    ],
)
def test_a_condition_that_could_not_come_true_breaks_the_piece(text: str, problem: str) -> None:
    (told_one,) = told(NAMED + text)
    assert problem in told_one
    assert not pack(NAMED + text).pieces


def test_a_condition_cannot_speak_of_a_later_prompt() -> None:
    (problem,) = told("# T\n? a\n  ask if: later answered\n? b\n  name: later")
    assert problem.startswith("pack.txt:3:11: no prompt above has the name 'later'")


def test_a_condition_that_can_be_read_in_two_ways_is_refused() -> None:
    (problem,) = told("# T\n? a\n  name: a\n  choose: sure, not sure\n? b\n  ask if: a is not sure")
    assert "both 'sure' and 'not sure' can be chosen" in problem


@pytest.mark.parametrize(
    ("settings", "support_if"),
    [
        ("scale: 0 .. 10\nsupport if: 9 and above", SupportIf(at_least=9)),
        ("scale: 0 .. 10\nsupport if: 9 or more", SupportIf(at_least=9)),
        ("scale: 0 .. 10\nsupport if: 9+", SupportIf(at_least=9)),
        ("scale: -5 .. 5\nsupport if: \u22123 and above", SupportIf(at_least=-3)),
        ("choose: no, a little, Yes\nsupport if: a little, yes", SupportIf(("a little", "Yes"))),
        (
            "choose any: I\u2019m safe, I\u2019m not\nsupport if: I'm not",
            SupportIf(("I\u2019m not",)),
        ),
        ("check: water, food\nsupport if: food", SupportIf(("food",))),
    ],
)
def test_support_is_brought_up_by_answers_that_can_be_given(
    settings: str, support_if: SupportIf
) -> None:
    assert prompt(settings).support_if == support_if


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (
            "choose: yes, no\nsupport if: maybe",
            "'maybe' is none of the answers \u2014 write one of: yes, no",
        ),
        ("choose: yes, no\nsupport if: 9 and above", "'9 and above' is none of the answers"),
        (
            "scale: 0 .. 10\nsupport if: 9",
            "'9' is no number and above \u2014 write it as '9 and above'",
        ),
        ("scale: 0 .. 10\nsupport if: 12 and above", "12 is out of range"),
        (
            "answer: line\nsupport if: yes",
            "support can only be brought up by a choice or by a number",
        ),
        ("choose: yes, no\nsupport if: ,", "no answer is named \u2014 write one of: yes, no"),
        ("support if: yes", "support can only be brought up by a choice or by a number"),
    ],
)
def test_support_that_could_never_come_up_breaks_the_piece(settings: str, problem: str) -> None:
    (told_one,) = prompt_problems(settings)
    assert problem in told_one
