"""Guides and check-ins: what is asked, in which order, and with what beside it."""

import pytest

from integrate_tui.core.answers import Lines, Scale
from integrate_tui.core.pieces import CheckIn, Days, Guide, KeepAs, Rule, RuleName, Span, SupportIf
from tests.packs.helpers import loaded, one, pack, prompt, prompt_problems, told
from tests.packs.samples import CHECK_IN, GUIDE


def test_a_guide_has_everything_that_is_written_in_it() -> None:
    guide = one(Guide, GUIDE)
    assert guide.id == "first-days"
    assert guide.title == "First days"
    assert guide.about == "Catch what fades."
    assert guide.takes == 600
    assert guide.when == (Days(0, 3), Span.EVENING)
    assert guide.meant_for == ("ketamine",)
    assert guide.tags == ("landing",)
    assert guide.caution == "Not while driving."
    assert guide.language == "en"
    assert guide.rules == (
        Rule(RuleName.SHORT_ONLY),
        Rule(RuleName.CLOSES_WITH, exercise="look-around"),
    )
    assert guide.intro == (
        "Once the effects have worn off. A word is enough.\n\nNothing is enough, too."
    )


def test_prompts_keep_their_sections_and_their_order() -> None:
    guide = one(Guide, GUIDE)
    assert [(part.title, part.intro, len(part.prompts)) for part in guide.sections] == [
        ("Arriving", "A breath first.", 2),
        ("Going on", "", 2),
    ]
    assert [asked.text for asked in guide.prompts] == [
        "What is still with you?",
        "How heavy is it?",
        "Is there worry?",
        "What would help?",
    ]


def test_a_prompt_has_everything_that_is_written_under_it() -> None:
    first, heavy, _, helps = one(Guide, GUIDE).prompts
    assert first.guidance == "Small is fine."
    assert first.deeper == ("What was at the edge of it?", "And in the middle?")
    assert heavy.answer == Scale(0, 10, ((0, "heavy"), (10, "light")))
    assert heavy.support_if == SupportIf(at_least=0)
    assert helps.answer == Lines(3)
    assert helps.keep_as is KeepAs.STEP


def test_a_check_in_is_a_guide_on_one_screen() -> None:
    check_in = one(CheckIn, CHECK_IN)
    assert [asked.name for asked in check_in.prompts] == ["mood", ""]


def test_a_guide_is_what_a_piece_is_when_nothing_is_said() -> None:
    assert type(one(Guide, "# T\n? a")) is Guide


def test_the_id_can_be_given_and_outlives_the_title() -> None:
    assert one(Guide, "# A new title\nid: First days\n? a").id == "first-days"


@pytest.mark.parametrize("kept", KeepAs)
def test_an_answer_can_be_kept_as_each_thing(kept: KeepAs) -> None:
    assert prompt(f"keep as: {kept.value}").keep_as is kept


def test_an_answer_that_cannot_be_kept_so_is_told_the_nearest() -> None:
    assert prompt_problems("keep as: insihgts") == [
        "pack.txt:3:12: an answer cannot be kept as 'insihgts' \u2014 did you mean 'insight'?"
    ]


def test_a_name_is_given_only_once() -> None:
    assert told("# T\n? a\n  name: mood\n? b\n  name: mood") == [
        "pack.txt:5:9: another prompt above has the name 'mood' \u2014 "
        "give each prompt a name of its own"
    ]


def test_a_name_that_is_none_does_not_bring_on_other_problems() -> None:
    (problem,) = told("# T\n? a\n  name: my mood\n  scale: 0 .. 1\n? b\n  ask if: my-mood is 1")
    assert problem.startswith("pack.txt:3:9: a name is made of")


@pytest.mark.parametrize("next_line", ["support if: yes", "name: b\n? c\n  ask if: b is yes"])
def test_an_answer_that_is_not_clear_does_not_bring_on_other_problems(next_line: str) -> None:
    (problem,) = told(f"# T\n? a\n  choose: yes/no\n  {next_line}")
    assert problem.startswith("pack.txt:3:11: there is only one thing to choose")


@pytest.mark.parametrize(
    "text",
    [
        "# T\n? a\n  suport if: yes",
        "# T\n? a\n  scale: low .. high",
        "# T\n? a\n  ask if: b is no",
        "# T\n? a\n  keep as: nothing",
        "# T\nwhen: sometimes\n? a",
        "# T\nrule: be kind\n? a",
        "# T\ncaution: one\ncaution: two\n? a",
        "# T\nkind: giude\n? a",
        "# T\n?",
        "# T\n? a\n  ? b",
    ],
)
def test_what_would_change_what_is_asked_breaks_a_guide(text: str) -> None:
    assert told(text)
    assert not pack(text).pieces


@pytest.mark.parametrize(
    "text",
    [
        "# T\nabuot: x\n? a",
        "# T\nabout: x\nabout: y\n? a",
        "# T\ntakes: a while\n? a",
        "# T\nlanguage: english please\n? a",
        "# T\n? a\nstray words",
        "# T\n## Empty\n## Full\n? a",
        "# T\n### Deep\n? a",
    ],
)
def test_what_changes_nothing_that_is_asked_is_only_a_problem(text: str) -> None:
    assert told(text)
    assert loaded(Guide, text).prompts[0].text == "a"


@pytest.mark.parametrize("text", ["# T", "# T\nOnly words.", "# T\n## S", "# T\n## S\nWords."])
def test_a_guide_that_asks_nothing_is_told(text: str) -> None:
    assert any("this asks nothing" in problem for problem in told(text))
    assert not pack(text).pieces


def test_closing_words_stay_where_they_are() -> None:
    guide = one(Guide, "# T\n? a\n\n## Closing\nThat is enough for today.")
    assert guide.sections[-1].intro == "That is enough for today."


def test_a_piece_without_a_title_is_told() -> None:
    assert told("#\n? a") == [
        "pack.txt:1:2: this piece has no title \u2014 write its title after the '#'"
    ]


def test_a_title_without_letters_needs_an_id() -> None:
    assert told("# !!!\n? a") == [
        "pack.txt:1:3: no id can be made from this title \u2014 "
        "give it one of its own under the title, such as 'id: first-days'"
    ]
    assert one(Guide, "# !!!\nid: wow\n? a").id == "wow"


def test_an_id_without_letters_is_told() -> None:
    assert told("# T\nid: ...\n? a") == [
        "pack.txt:2:5: '...' has neither letters nor digits \u2014 write an id such as 'first-days'"
    ]


def test_empty_settings_that_describe_are_as_good_as_none() -> None:
    guide = one(Guide, "# T\nabout:\nsource:\ntags:\nfor:\nwhen:\ncaution:\n? a")
    assert (guide.about, guide.source, guide.tags, guide.caution) == ("", "", (), "")


def test_lists_may_be_given_in_several_lines() -> None:
    assert one(Guide, "# T\ntags: a, b\ntags: b, c\n? a").tags == ("a", "b", "c")


def test_quotation_marks_around_the_parts_of_a_list_are_no_part_of_them() -> None:
    assert one(Guide, '# T\ntags: \u201ca\u201d, "b c", \u201d\u201d\n? a').tags == ("a", "b c")


def test_nothing_in_a_pack_is_read_as_markup() -> None:
    guide = one(Guide, "# [red]T[/]\n[@click=app.quit]x[/]\n? [b +")
    assert (guide.title, guide.intro, guide.prompts[0].text) == (
        "[red]T[/]",
        "[@click=app.quit]x[/]",
        "[b +",
    )


@pytest.mark.parametrize(
    ("text", "seconds"), [("15 minutes", 900), ("90 seconds", 90), ("about 1h 30m", 5400)]
)
def test_a_prompt_may_say_for_how_long_it_is_written_to(text: str, seconds: int) -> None:
    assert prompt(f"write for: {text}").write_for == seconds


def test_a_time_to_write_that_cannot_be_read_breaks_the_guide() -> None:
    (problem,) = prompt_problems("write for: 15")
    assert "write the unit too: '15 minutes' or '15 seconds'" in problem


@pytest.mark.parametrize("number", ["1. ", "1) ", "(1) ", "12.\t"])
def test_a_numbered_list_of_a_word_processor_is_told_how_to_begin_its_lines(number: str) -> None:
    assert told(f"# T\nTo begin with.\n{number}What is here?") == [
        "pack.txt:3:1: this asks nothing \u2014 begin each prompt with '? '"
    ]
