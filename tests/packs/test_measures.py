"""Questionnaires: nothing is scored that was not meant so, and nothing used without its licence."""

import pytest

from integrate_tui.core.pieces import Band, Measure, Option, Part, RuleName, SupportIf
from tests.packs.helpers import loaded, one, pack, told
from tests.packs.samples import MEASURE

HEAD = "# T\nkind: measure\nsource: Here.\nlicence: Mine.\n"
ANSWERS = "answers: 0 No | 1 Some | 2 Yes\n"


def measure(settings: str, questions: str = "? a\n? b") -> Measure:
    return one(Measure, f"{HEAD}{ANSWERS}{settings}\n{questions}")


def test_a_measure_has_everything_that_is_written_in_it() -> None:
    pulse = one(Measure, MEASURE)
    assert pulse.period == "Over the last week"
    assert pulse.answers == (Option(0, "Never"), Option(1, "Sometimes"), Option(2, "Often"))
    assert (pulse.score, pulse.multiply) == ("sum", 1)
    assert pulse.bands == (Band(0, 2, "low"), Band(3, 4, "high"))
    assert pulse.parts == (Part("first", (1,)), Part("second", (2,)))
    assert pulse.repeat_days == 14
    assert (pulse.source, pulse.licence) == ("Written for this test.", "Public domain.")
    assert pulse.notice == "No test."
    had, alone, mattered = pulse.questions
    assert (had.text, had.reverse, had.support_if) == ("I had time.", False, None)
    assert (alone.reverse, alone.support_if) == (True, SupportIf(at_least=2))
    assert (had.private, alone.private) == (False, True)
    assert (alone.unscored, mattered.unscored) == (False, True)
    assert [rule.name for rule in pulse.rules] == [RuleName.OPT_IN, RuleName.COUNTRY_FIRST]


@pytest.mark.parametrize("missing", ["source: Here.\n", "licence: Mine.\n"])
def test_a_measure_without_source_or_licence_is_refused(missing: str) -> None:
    text = f"{HEAD.replace(missing, '')}{ANSWERS}? a"
    (problem,) = told(text)
    assert f"a measure is not used without its {missing.split(':')[0]}" in problem
    assert not pack(text).pieces


def test_an_empty_licence_is_no_licence() -> None:
    assert not pack(f"{HEAD.replace('Mine.', '')}{ANSWERS}? a").pieces


def test_the_american_spelling_of_a_licence_counts() -> None:
    assert one(Measure, f"{HEAD.replace('licence', 'license')}{ANSWERS}? a").licence == "Mine."


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("0 No | 1 Yes, often", (Option(0, "No"), Option(1, "Yes, often"))),
        ("0 No, 1 Yes", (Option(0, "No"), Option(1, "Yes"))),
        ("0: No | 1 = Yes", (Option(0, "No"), Option(1, "Yes"))),
        ("7 Most | 1 Least", (Option(7, "Most"), Option(1, "Least"))),
        ("\u22121 Less | 0 | 1 More", (Option(-1, "Less"), Option(0, ""), Option(1, "More"))),
    ],
)
def test_answers_have_the_number_they_count(text: str, options: tuple[Option, ...]) -> None:
    assert one(Measure, f"{HEAD}answers: {text}\n? a").answers == options


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ("Never | Often", "the answer 'Never' does not begin with the number it counts"),
        ("0.5 No | 1 Yes", "the answer '0.5 No' does not begin with the number it counts"),
        ("0 No | 0 Yes", "two answers count 0"),
        ("0 No", "there is only one answer"),
        ("", "'answers:' has nothing after it"),
    ],
)
def test_answers_that_cannot_be_counted_break_the_measure(answers: str, problem: str) -> None:
    text = f"{HEAD}answers: {answers}\n? a"
    assert problem in told(text)[0]
    assert len(told(text)) == 1
    assert not pack(text).pieces


def test_a_question_may_have_its_own_answers() -> None:
    asked = measure("", "? a\n? b\n  answers: 5 A | 6 B").questions
    assert (asked[0].answers, asked[1].answers) == ((), (Option(5, "A"), Option(6, "B")))


def test_a_question_without_any_answers_is_told() -> None:
    assert told(f"{HEAD}? a\n? b\n  answers: 0 A | 1 B") == [
        "pack.txt:5:3: this question has no answers \u2014 "
        "write 'answers: 0 Not at all | 1 Several days' under it, or under the title"
    ]


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("0-1 low | 2-4 high", (Band(0, 1, "low"), Band(2, 4, "high"))),
        ("0\u20131 low, 2 to 4 high", (Band(0, 1, "low"), Band(2, 4, "high"))),
        ("0 none | 1-4 some, or more", (Band(0, 0, "none"), Band(1, 4, "some, or more"))),
    ],
)
def test_bands_are_ranges_with_a_word(text: str, bands: tuple[Band, ...]) -> None:
    assert measure(f"bands: {text}").bands == bands


def test_bands_of_a_mean_may_have_decimals() -> None:
    bands = measure("score: mean\nbands: 0-0.99 low | 1.00-2.00 high").bands
    assert bands == (Band(0, 0.99, "low"), Band(1, 2, "high"))


@pytest.mark.parametrize(
    ("bands", "problem"),
    [
        ("0-2 low | 2-4 high", "5:18: this band overlaps the one before, which ends at 2"),
        ("2-4 high | 0-1 low", "this band overlaps the one before"),
        ("4-0 low", "this band ends below its beginning"),
        ("low 0-2", "'low 0-2' is no range with a word"),
        ("0-2", "'0-2' is no range with a word"),
    ],
)
def test_bands_that_contradict_each_other_break_the_measure(bands: str, problem: str) -> None:
    text = f"{HEAD}bands: {bands}\n{ANSWERS}? a\n? b"
    assert problem in told(text)[0]
    assert not pack(text).pieces


def test_bands_beyond_the_highest_result_are_only_a_problem() -> None:
    text = f"{HEAD}bands: 0-4 low | 5-27 high\n{ANSWERS}? a\n? b"
    assert told(text) == [
        "pack.txt:5:8: the bands go beyond 4, the highest result there can be \u2014 "
        "see whether a question or an answer is missing"
    ]
    assert loaded(Measure, text).bands


def test_a_multiplied_result_may_reach_further() -> None:
    assert measure("multiply: 4\nbands: 0-16 all").multiply == 4


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("x 1 | y 2", (Part("x", (1,)), Part("y", (2,)))),
        ("both 1-2", (Part("both", (1, 2)),)),
        ("both: 2, 1", (Part("both", (1, 2)),)),
        ("cluster 2 1\u20132", (Part("cluster 2", (1, 2)),)),
    ],
)
def test_parts_name_their_questions(text: str, parts: tuple[Part, ...]) -> None:
    assert measure(f"parts: {text}").parts == parts


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ("x 1-3", "there is no question 1-3 in this measure"),
        ("x 0", "there is no question 0 in this measure"),
        ("x 2-1", "there is no question 2-1 in this measure"),
        ("x 1-9999", "there is no question 1-9999 in this measure"),
        ("x 1 | X 2", "two parts are called 'X'"),
        ("only a name", "'only a name' is no name with the numbers of its questions"),
    ],
)
def test_parts_beyond_the_questions_break_the_measure(parts: str, problem: str) -> None:
    text = f"{HEAD}{ANSWERS}parts: {parts}\n? a\n? b"
    assert problem in told(text)[0]
    assert not pack(text).pieces


@pytest.mark.parametrize(
    ("text", "days"), [("every 14 days", 14), ("every 2 weeks", 14), ("every month", 30)]
)
def test_a_measure_may_come_back(text: str, days: int) -> None:
    assert measure(f"repeat: {text}").repeat_days == days


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("score: total", "unknown way to score 'total' \u2014 write one of: sum, mean"),
        ("multiply: twice", "'twice' is not a whole number"),
        ("repeat: often", "'often' is no span of days \u2014 write it as 'every 14 days'"),
        ("repeat: every 0 days", "'every 0 days' is no span of days"),
    ],
)
def test_a_way_of_scoring_that_cannot_be_read_breaks_the_measure(
    setting: str, problem: str
) -> None:
    text = f"{HEAD}{ANSWERS}{setting}\n? a"
    assert problem in told(text)[0]
    assert not pack(text).pieces


@pytest.mark.parametrize(
    ("support", "meant"),
    [
        ("1 and above", SupportIf(at_least=1)),
        ("yes", SupportIf(("Yes",))),
        ("some, yes", SupportIf(("Some", "Yes"))),
    ],
)
def test_an_answer_to_a_question_brings_up_support(support: str, meant: SupportIf) -> None:
    assert measure("", f"? a\n  support if: {support}").questions[0].support_if == meant


@pytest.mark.parametrize("support", ["7 and above", "maybe"])
def test_support_that_no_answer_can_bring_up_breaks_the_measure(support: str) -> None:
    assert not pack(f"{HEAD}{ANSWERS}? a\n  support if: {support}").pieces


def test_reverse_is_yes_or_no() -> None:
    assert "'maybe' is neither yes nor no" in told(f"{HEAD}{ANSWERS}? a\n  reverse: maybe")[0]


def test_a_section_in_a_measure_is_told_and_its_questions_stay() -> None:
    text = f"{HEAD}{ANSWERS}## Part one\n? a"
    assert len(loaded(Measure, text).questions) == 1
    assert told(text)[0].startswith("pack.txt:6:4: a measure has no sections")


def test_a_measure_without_questions_is_told() -> None:
    assert "this measure has no questions" in told(f"{HEAD}{ANSWERS}")[0]


def test_a_question_may_be_asked_and_not_counted() -> None:
    counted, aside = measure("bands: 0-2 all", "? a\n? b\n  unscored: yes").questions
    assert (counted.unscored, aside.unscored) == (False, True)


def test_an_unscored_question_does_not_raise_the_highest_result() -> None:
    text = f"{HEAD}bands: 0-4 all\n{ANSWERS}? a\n? b\n  unscored: yes"
    (problem,) = told(text)
    assert "the bands go beyond 2" in problem


def test_a_part_cannot_count_a_question_that_does_not_count() -> None:
    text = f"{HEAD}{ANSWERS}parts: x 1-2\n? a\n? b\n  unscored: yes"
    (problem,) = told(text)
    assert "question 2 does not count \u2014 leave it out here" in problem
    assert not pack(text).pieces


def test_a_measure_in_which_nothing_counts_is_told() -> None:
    (problem,) = told(f"{HEAD}{ANSWERS}? a\n  unscored: yes")
    assert "no question of this measure counts" in problem


def test_an_answer_may_be_for_nobody_else() -> None:
    first, second = measure("", "? a\n  private: yes\n? b\n  private: no").questions
    assert (first.private, second.private) == (True, False)


@pytest.mark.parametrize("setting", ["unscored: perhaps", "private: perhaps"])
def test_a_yes_or_no_that_is_neither_breaks_the_measure(setting: str) -> None:
    assert not pack(f"{HEAD}{ANSWERS}? a\n  {setting}").pieces
