"""When a piece is offered and by which rules it is used are fixed phrases."""

import pytest

from integrate_tui.core.pieces import Days, Guide, Rule, RuleName, Span, When
from integrate_tui.packs.rules import read_rule, read_when, rule_text, when_text
from tests.packs.helpers import one, pack, told, words


@pytest.mark.parametrize("span", Span)
def test_every_span_is_read_by_its_name_and_written_so(span: Span) -> None:
    assert read_when(words(span.value.upper())) is span
    assert when_text(span) == span.value


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("days 0-3", Days(0, 3)),
        ("days 2 to 7", Days(2, 7)),
        ("Days 8\u201328", Days(8, 28)),
        ("day 4", Days(4, 4)),
        ("days 30 and later", Days(30, None)),
        ("day 30 or later", Days(30, None)),
        ("days 30+", Days(30, None)),
        ("from day 30", Days(30, None)),
        ("from day 30 on", Days(30, None)),
    ],
)
def test_days_after_an_experience_are_read(text: str, when: When) -> None:
    assert read_when(words(text)) == when
    assert read_when(words(when_text(when))) == when


def test_several_times_are_read_from_one_line_or_several() -> None:
    guide = one(Guide, "# T\nwhen: morning, days 0-3\nwhen: weekly, morning\n? a")
    assert guide.when == (Span.MORNING, Days(0, 3), Span.WEEKLY)


def test_every_time_that_is_none_is_told() -> None:
    assert [
        problem.split(" \u2014 ")[0] for problem in told("# T\nwhen: moring, days 5-2, soon\n? a")
    ] == [
        "pack.txt:2:7: 'moring' is no time this can be offered at",
        "pack.txt:2:20: 5-2 is out of range",
        "pack.txt:2:25: 'soon' is no time this can be offered at",
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("short answers only", Rule(RuleName.SHORT_ONLY)),
        ("not before day 4", Rule(RuleName.NOT_BEFORE_DAY, 4)),
        ("at most 4 sittings in a row", Rule(RuleName.AT_MOST_SITTINGS, 4)),
        ("at most 1 sitting in a row", Rule(RuleName.AT_MOST_SITTINGS, 1)),
        ("not at distress 7 or more", Rule(RuleName.NOT_AT_DISTRESS, 7)),
        ("not at distress 7 or above", Rule(RuleName.NOT_AT_DISTRESS, 7)),
        ("Not at distress 7+", Rule(RuleName.NOT_AT_DISTRESS, 7)),
        ("grounding first at 7", Rule(RuleName.GROUNDING_FIRST, 7)),
        ("support first at 9", Rule(RuleName.SUPPORT_FIRST, 9)),
        ("opt in", Rule(RuleName.OPT_IN)),
        ("Country first", Rule(RuleName.COUNTRY_FIRST)),
        ("closes with: look-around", Rule(RuleName.CLOSES_WITH, exercise="look-around")),
        ("closes with Look around", Rule(RuleName.CLOSES_WITH, exercise="look-around")),
    ],
)
def test_a_rule_is_read_and_written(text: str, rule: Rule) -> None:
    assert read_rule(words(text)) == rule
    assert read_rule(words(rule_text(rule))) == rule


def test_there_is_a_phrase_for_every_rule() -> None:
    assert {read_rule(words(rule_text(Rule(name, 3, "tea")))).name for name in RuleName} == set(
        RuleName
    )


def test_a_guide_may_close_with_one_of_several_exercises() -> None:
    guide = one(
        Guide, "# T\nrule: closes with: look around, the container\nrule: short answers only\n? a"
    )
    assert [rule.exercise for rule in guide.rules] == ["look-around", "the-container", ""]


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        (
            "not before day four",
            "2:7: unknown rule 'not before day four' \u2014 did you mean 'not before day 4'?",
        ),
        (
            "not at distress 70 or more",
            "2:23: 70 is out of range \u2014 write a number from 0 to 10",
        ),
        ("closes with:", "2:7: no exercise is named \u2014 write it as 'closes with: look around'"),
    ],
)
def test_a_rule_that_is_none_is_told_its_mend(rule: str, problem: str) -> None:
    assert told(f"# T\nrule: {rule}\n? a") == [f"pack.txt:{problem}"]


def test_an_unknown_rule_is_told_all_there_are() -> None:
    (problem,) = told("# T\nrule: stop if crying\n? a")
    assert problem.endswith(
        "write one rule a line, such as: short answers only; not before day 4; "
        "at most 4 sittings in a row; not at distress 7 or more; grounding first at 7; "
        "support first at 9; opt in; country first; closes with: look around"
    )


@pytest.mark.parametrize("rule", ["opt in", "country first"])
def test_a_rule_for_measures_breaks_any_other_piece(rule: str) -> None:
    assert told(f"# T\nrule: {rule}\n? a") == [
        f"pack.txt:2:7: only a measure goes by the rule '{rule}' \u2014 take this line out"
    ]
    assert not pack(f"# T\nrule: {rule}\n? a").pieces


@pytest.mark.parametrize("between", [" \u00b7 ", ", ", "; "])
def test_several_rules_in_a_line_are_told_apart(between: str) -> None:
    (found,) = told(f"# T\nrule: not before day 4{between}support first at 9\n? a")
    assert found.endswith("there is more than one rule in this line \u2014 write one rule a line")
