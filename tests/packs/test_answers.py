"""What a prompt asks for."""

import pytest

from integrate_tui.core.answers import (
    Answer,
    Body,
    Check,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Line,
    Lines,
    Link,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.packs.answers import answer_setting, read_scale, scale_text
from tests.packs.helpers import pack, prompt, prompt_problems, words


@pytest.mark.parametrize(
    ("setting", "answer"),
    [
        ("answer: text", Text()),
        ("answer: line", Line()),
        ("answer: Date", Date()),
        ("answer: sketch", Sketch()),
        ("answer: body", Body()),
        ("scale: 0 heavy .. 10 light", Scale(0, 10, ((0, "heavy"), (10, "light")))),
        ("choose: yes, no, not sure", Choose(("yes", "no", "not sure"))),
        ("choose any: tender, awe", ChooseAny(("tender", "awe"))),
        ("choose any: feelings", Feelings(0)),
        ("choose any: feelings |", Feelings(0)),
        ("check: water", Check(("water",))),
        ("feelings: 3", Feelings(3)),
        ("feelings: any", Feelings(0)),
        ("list: 3", Lines(3)),
        ("link: value", Link("value")),
    ],
)
def test_every_kind_of_answer_is_read_and_written(setting: str, answer: Answer) -> None:
    assert prompt(setting).answer == answer
    name, value = answer_setting(answer)
    assert prompt(f"{name}: {value}").answer == answer


def test_nothing_set_asks_for_free_text() -> None:
    assert prompt("Guidance.").answer == Text()


def test_what_is_shown_beside_a_prompt_goes_with_any_answer() -> None:
    assert prompt("show: Mood chart").show == "mood chart"
    assert prompt("show: insights due\nanswer: line").answer == Line()


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("0 .. 10", Scale(0, 10)),
        ("0..10", Scale(0, 10)),
        ("0 \u2026 10", Scale(0, 10)),
        ("0-10", Scale(0, 10)),
        ("0 to 10", Scale(0, 10)),
        ("0 heavy ..... 10 light", Scale(0, 10, ((0, "heavy"), (10, "light")))),
        ("0 = fog .. 10: clear glass", Scale(0, 10, ((0, "fog"), (10, "clear glass")))),
        (
            "\u20135 heavier .. 0 same .. +5 lighter",
            Scale(-5, 5, ((-5, "heavier"), (0, "same"), (5, "lighter"))),
        ),
        ("1 one thing .. 5", Scale(1, 5, ((1, "one thing"),))),
        ("0 don\u2019t know .. 4", Scale(0, 4, ((0, "don\u2019t know"),))),
    ],
)
def test_a_scale_is_read_however_its_dots_are_written(text: str, scale: Scale) -> None:
    assert read_scale(words(text)) == scale
    assert read_scale(words(scale_text(scale))) == scale


@pytest.mark.parametrize(
    ("scale", "problem"),
    [
        ("10 light .. 0 heavy", "the numbers of a scale go upwards"),
        ("0 .. 0", "the numbers of a scale go upwards"),
        ("0 heavy - 10 light", "a scale has two ends"),
        ("0.5 .. 10", "'0.5' does not begin with a whole number"),
        ("low .. high", "'low' does not begin with a whole number"),
        ("0 ..", "one end of the scale is missing"),
        ("0 .. 99999", "this scale is too long"),
        ("0 .. 99999999999999999999", "does not begin with a whole number"),
    ],
)
def test_a_scale_that_is_none_is_told(scale: str, problem: str) -> None:
    (told_one,) = prompt_problems(f"scale: {scale}")
    assert problem in told_one


def test_a_problem_in_a_scale_points_at_the_very_end_it_is_in() -> None:
    assert prompt_problems("scale: 0 low .. ten high")[0].startswith("pack.txt:3:19: 'ten high'")


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("choose: yes", "there is only one thing to choose"),
        ("choose any: ,", "there is nothing to choose"),
        ("answer: scale", "'scale' is a setting of its own \u2014 begin the line with 'scale:'"),
        ("answer: lien", "there is no kind of answer called 'lien' \u2014 did you mean 'line'?"),
        ("link: valu", "nothing can be linked to 'valu' \u2014 did you mean 'value'?"),
        ("list: many", "'many' is not a whole number \u2014 write a whole number from 1 to 20"),
        ("feelings: 0", "0 is out of range \u2014 write a whole number from 1 to 20"),
        ("scale:", "'scale:' has nothing after it"),
    ],
)
def test_an_answer_that_cannot_be_asked_for_breaks_the_piece(setting: str, problem: str) -> None:
    (told_one,) = prompt_problems(setting)
    assert problem in told_one
    assert not pack(f"# T\n? Asked\n  {setting}").pieces


def test_a_prompt_has_one_kind_of_answer() -> None:
    (problem,) = prompt_problems("choose: yes, no\nscale: 0 .. 1\nlist: 3")
    assert problem == (
        "pack.txt:5:9: this asks for more than one kind of answer: 'scale:', 'choose:' and 'list:' "
        "\u2014 keep one of them"
    )
