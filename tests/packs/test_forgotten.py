"""A setting without its colon is told, and a sentence that begins with the same word is not."""

import pytest

from integrate_tui.core.pieces import Guide, Measure
from integrate_tui.packs.writer import write_piece
from tests.packs.helpers import one, pack, prompt, prompt_problems, told

STORY = "# T\n? First\n  name: story\n  choose: yes, no, not sure\n? Then\n"


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("keep as insight", "keep as: insight"),
        ("Keep as talk list", "keep as: talk list"),
        ("answer body", "answer: body"),
        ("write for 5 minutes", "write for: 5 minutes"),
        ("scale 0 .. 10", "scale: 0 .. 10"),
        ("scale 0 heavy .. 10 light", "scale: 0 heavy .. 10 light"),
        ("choose yes, no", "choose: yes, no"),
        ("choose any tender, awe", "choose any: tender, awe"),
        ("choose any feelings", "choose any: feelings"),
        ("check water, food", "check: water, food"),
        ("support if 9 and above", "support if: 9 and above"),
        ("private yes", "private: yes"),
    ],
)
def test_a_setting_of_a_prompt_without_its_colon_is_told(line: str, mend: str) -> None:
    (found,) = prompt_problems(line)
    assert found.startswith("pack.txt:3:3: there is no colon after")
    assert found.endswith(f"write '{mend}'; if it is text, put \\ before it")


@pytest.mark.parametrize(
    "line",
    [
        "Check the doors.",
        "Check the doors, the windows and the stove.",
        "check the doors",
        "Choose any that fit.",
        "Choose any that fit",
        "Choose what fits, or none",
        "choose one that fits, or none",
        "Name it if you can",
        "Scale it down",
        "scale the first one .. or the last",
        "Answer in one line",
        "answer line by line",
        "Keep as much as you like",
        "keep as little as an insight",
        "Write for 5 minutes.",
        "Write for yourself",
        "support if you need it",
        "ask if it is raining",
        "Ask if story is no friend.",
        "Takes 15 minutes",
        "private thoughts may stay private",
        "\\support if 9 and above",
        "\\keep as insight",
    ],
)
def test_guidance_is_no_setting(line: str) -> None:
    assert prompt(line).guidance == line.removeprefix("\\")


def test_a_condition_without_its_colon_is_told() -> None:
    (found,) = told(f"{STORY}  ask if story is no")
    assert "write 'ask if: story is no'" in found


def test_choices_that_would_bring_up_support_are_told() -> None:
    (found,) = told("# T\n? Then\n  choose: a little, yes, no\n  support if a little, yes")
    assert "write 'support if: a little, yes'" in found


def test_what_cannot_be_chosen_brings_up_nothing() -> None:
    assert not told("# T\n? Then\n  choose: yes, no\n  support if things get heavy")


def test_a_measure_has_its_answers_above() -> None:
    text = "# T\nkind: measure\nsource: a\nlicence: b\nanswers: 0 No | 1 Yes\n\n? Asked\n"
    assert one(Measure, text).title == "T"
    (found,) = told(f"{text}  support if yes")
    assert "write 'support if: yes'" in found


def test_a_piece_without_a_setting_that_was_meant_is_not_used() -> None:
    assert not pack("# T\n? Distress\n  scale: 0 .. 10\n  support if 9 and above").pieces


def test_a_time_above_the_prompts_without_its_colon_does_not_hide_the_piece() -> None:
    found = pack("# T\nTakes 15 minutes\n? Asked")
    assert [str(problem) for problem in found.problems] == [
        "pack.txt:2:1: there is no colon after 'takes', so this is shown as text \u2014 "
        "write 'takes: 15 minutes'; if it is text, put \\ before it"
    ]
    assert found.pieces


def test_a_rule_without_its_colon_is_told() -> None:
    (found,) = told("# T\nrule not before day 4\n? Asked")
    assert "write 'rule: not before day 4'" in found


def test_an_answer_that_is_given_leaves_another_one_text() -> None:
    assert prompt("answer: line\ncheck water, food").guidance == "check water, food"


def test_text_that_reads_as_a_setting_is_written_so_that_it_stays_text() -> None:
    guide = one(Guide, "# T\n\\takes 15 minutes\n? Asked\n  \\support if 9 and above")
    assert one(Guide, write_piece(guide)) == guide
