"""A piece laid out: everything that will be asked, run, offered or held back is in it."""

from datetime import date
from itertools import pairwise

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
from integrate_tui.core.exercise import MOST_BEATS, lay_out
from integrate_tui.core.laid import Laid, Role, as_text, lay_problems
from integrate_tui.core.pieces import (
    AnyPiece,
    Band,
    CheckIn,
    Contact,
    Country,
    Family,
    Guide,
    KeepAs,
    Level,
    Mark,
    Measure,
    Option,
    Part,
    Problem,
    Question,
    Round,
    Rule,
    RuleName,
    Section,
    Step,
    Support,
    SupportIf,
    ValueGroup,
    Values,
    ValueWord,
    Verb,
)
from integrate_tui.core.pieces import Feelings as FeelingsPiece
from integrate_tui.core.preview import preview
from integrate_tui.core.wording import answer_words, condition_words, keep_words
from tests.builders import a_guide, a_prompt, a_round, an_exercise, ask_if

TODAY = date(2026, 11, 22)


def laid(piece: AnyPiece, **exercises: str) -> list[str]:
    """Return the lines of a preview as plain text."""
    return list(as_text(preview(piece, TODAY, exercises)))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Text(), "As many lines as you like."),
        (Line(), "One line."),
        (Date(), "A day, as people say it."),
        (Sketch(), "A pad for a sketch in characters."),
        (Body(), "Places in the body."),
        (Scale(0, 10, ((0, "heavy"), (10, "light"))), "A number from 0 heavy to 10 light."),
        (Scale(-5, 5), "A number from -5 to 5."),
        (
            Scale(-1, 1, ((-1, "less"), (0, "same"), (1, "more"))),
            "A number from -1 less to 1 more, by way of 0 same.",
        ),
        (Choose(("no story, and well", "a bit")), "One of: no story, and well \u00b7 a bit."),
        (ChooseAny(("sleep", "tears")), "Any of: sleep \u00b7 tears."),
        (Check(("water", "food")), "To tick: water \u00b7 food."),
        (Lines(3), "Up to three lines."),
        (Lines(1), "Up to one line."),
        (Lines(12), "Up to 12 lines."),
        (Feelings(3), "Up to three feelings words."),
        (Feelings(), "Feelings words."),
        (Link("goal"), "One of your goals, or a line."),
    ],
)
def test_every_kind_of_answer_is_said_in_words(answer: Answer, words: str):
    assert answer_words(answer) == words


@pytest.mark.parametrize(
    ("comparison", "value", "words"),
    [
        ("is", "no", "Asked only if \u201cstory\u201d is \u201cno\u201d."),
        (
            "is not",
            "not today",
            "Asked only if \u201cstory\u201d is answered with anything but \u201cnot today\u201d.",
        ),
        ("below", "4", "Asked only if \u201cstory\u201d is below 4."),
        ("above", "6", "Asked only if \u201cstory\u201d is above 6."),
        ("answered", "", "Asked only if \u201cstory\u201d is answered."),
        ("not answered", "", "Asked only if \u201cstory\u201d is not answered."),
    ],
)
def test_every_condition_is_said_in_words(comparison: str, value: str, words: str):
    assert condition_words(ask_if("story", comparison, value)) == words


@pytest.mark.parametrize("keep_as", KeepAs)
def test_what_an_answer_becomes_is_said_in_words(keep_as: KeepAs):
    assert keep_words(keep_as).startswith("Offered at the end")
    assert f"a {keep_as}." in keep_words(keep_as).replace("an ", "a ") or "talk list" in keep_as


def test_a_guide_is_laid_out_from_its_title_to_its_last_prompt():
    guide = a_guide(
        a_prompt("Is there a story?", Choose(("yes", "no")), name="story", guidance="Or none."),
        a_prompt(
            "And without one?",
            Line(),
            ask_if=ask_if("story", "is", "no"),
            keep_as=KeepAs.INSIGHT,
            show="first notes",
            deeper=("A texture?", "A weight?"),
            support_if=SupportIf(words=("no", "not at all")),
        ),
        about="A first sense of it.",
        intro="One or two sittings.\n\nNothing has to add up.",
        caution="For a calm hour.",
        takes=720,
        meant_for=("ketamine", "psilocybin"),
        source="Our own.",
    )
    assert laid(guide) == [
        "Week one",
        "A first sense of it.",
        "12 minutes \u00b7 1 or 2 prompts \u00b7 for ketamine and psilocybin",
        "",
        "One or two sittings.",
        "",
        "Nothing has to add up.",
        "",
        "For a calm hour.",
        "",
        " 1  Is there a story?",
        "    Or none.",
        "    One of: yes \u00b7 no.",
        "    Later prompts call this \u201cstory\u201d.",
        "",
        " 2  And without one?",
        "    Asked only if \u201cstory\u201d is \u201cno\u201d.",
        "    One line.",
        "    Beside it, where there is any: first notes.",
        "    \u201cno\u201d or \u201cnot at all\u201d brings up support at once.",
        "    Offered at the end to be kept as an insight.",
        "    Or: A texture?",
        "    Or: A weight?",
        "",
        "Source: Our own.",
    ]


def test_each_part_is_told_apart_by_its_role():
    guide = a_guide(a_prompt("What?", guidance="Small."), caution="Slowly.", intro="Hello.")
    roles = {line.text: line.role for line in preview(guide, TODAY)}
    assert roles["Week one"] is Role.TITLE
    assert roles["Hello."] is roles["Small."] is Role.TEXT
    assert roles["Slowly."] is Role.CAUTION
    assert roles["What?"] is Role.ASKED
    assert roles["As many lines as you like."] is Role.MUTED


def test_prompts_are_numbered_through_all_sections():
    sections = (
        Section(prompts=(a_prompt("One"),)),
        Section(title="Later", intro="Now.", prompts=(a_prompt("Two"),)),
    )
    lines = laid(Guide(id="g", title="G", sections=sections))
    assert lines[lines.index("Later") :][:4] == ["Later", "Now.", "", " 2  Two"]


def test_rules_are_said_in_words():
    rules = (
        Rule(RuleName.SHORT_ONLY),
        Rule(RuleName.NOT_BEFORE_DAY, 4),
        Rule(RuleName.AT_MOST_SITTINGS, 4),
        Rule(RuleName.NOT_AT_DISTRESS, 7),
        Rule(RuleName.GROUNDING_FIRST, 7),
        Rule(RuleName.SUPPORT_FIRST, 9),
        Rule(RuleName.OPT_IN),
        Rule(RuleName.COUNTRY_FIRST),
        Rule(RuleName.CLOSES_WITH, exercise="rain"),
        Rule(RuleName.CLOSES_WITH, exercise="gone"),
    )
    lines = laid(a_guide(a_prompt("What?"), rules=rules), rain="Rain")
    at = lines.index("It takes short answers only.")
    assert lines[at:][:9] == [
        "It takes short answers only.",
        "It waits until day 4 after an experience.",
        "It rests after 4 sittings in a row.",
        "At distress 7 or more it waits for a calmer hour.",
        "At distress 7 or more, grounding comes first.",
        "At distress 9 or more, support comes first.",
        "It is off until you switch it on.",
        "It asks for your country first, so that the numbers to call are the right ones.",
        "It closes with Rain or gone.",
    ]
    # A guide that takes short answers asks for a line where it would ask for a page.
    assert "    One line." in lines


def test_every_rule_has_words():
    for name in RuleName:
        lines = laid(a_guide(a_prompt("What?"), rules=(Rule(name, 5, "rain"),)))
        assert len(lines) == len(laid(a_guide(a_prompt("What?")))) + 2, name


def test_a_mark_is_said_among_the_facts():
    assert "2 to 6 hours after" in laid(a_guide(a_prompt("What?"), mark=Mark(2, 6)))[1]


def test_a_prompt_that_is_written_to_for_a_time_says_so():
    said = laid(a_guide(a_prompt("Write", write_for=900)))
    assert any("Written to for 15 minutes" in line for line in said)


def test_a_check_in_says_what_is_drawn_over_time():
    scale = a_prompt("Mood", Scale(), name="mood", support_if=SupportIf(at_least=9))
    lines = laid(CheckIn(id="d", title="Daily", sections=(Section(prompts=(scale,)),)))
    assert "All of it is on one screen." in lines
    assert "    Drawn over time as \u201cmood\u201d." in lines
    assert "    An answer of 9 or more brings up support at once." in lines


# Exercises


def test_an_exercise_is_laid_out_as_it_runs():
    arrive = Round(
        title="Arrive", steps=(Step(verb=Verb.NOTICE, seconds=10, cue="Rest.", guidance="Lean."),)
    )
    close = Round(
        title="Close",
        steps=(Step(verb=Verb.LOOK, seconds=None, cue="Look.", answer=Lines(2)),),
    )
    exercise = an_exercise(arrive, a_round(title="Breathe"), close, takes=130)
    assert lay_out(exercise).times == (1, 10, 1)
    lines = laid(exercise)
    assert lines[lines.index("Arrive") :] == [
        "Arrive",
        " 0:00  notice       10 s  Rest.",
        "                          Lean.",
        "",
        "Breathe, 10 times",
        " 0:10  in            4 s  in now",
        " 0:14  hold          2 s  hold now",
        " 0:16  out           6 s  out now",
        "",
        "Close",
        " 2:10  look     own pace  Look.",
        "                          To be typed, if you like. Up to two lines.",
        "",
        " 2:10                     the end",
        "A step at your own pace waits for a key, and takes no time here.",
    ]


def test_a_section_without_a_title_says_its_rounds():
    lines = laid(an_exercise(a_round(repeat=3)))
    assert "Round, 3 times" in lines


def test_an_exercise_says_how_long_it_may_be_and_whom_it_is_not_for():
    exercise = an_exercise(
        lengths=(60, 120, 300),
        at_most=30,
        level=Level.GATED,
        best_at=(6, 7),
        avoid_with=("heart", "lungs"),
        evidence="B-",
    )
    lines = laid(exercise)
    assert lines[1] == "2:00, also 1:00 and 5:00"
    assert lines[3:8] == [
        "Gated: it asks first about what it is better left with.",
        "Best at distress 6 to 7.",
        "Never more than 30 rounds.",
        "Better left with: heart, lungs.",
        "Evidence B-: smaller studies, modest.",
    ]


def test_a_plan_that_would_be_too_long_is_laid_out_as_far_as_it_goes():
    long = Round(repeat=MOST_BEATS * 2, steps=(Step(verb=Verb.IN, seconds=1),))
    close = Round(title="Close", steps=(Step(verb=Verb.LOOK, seconds=1),))
    lines = laid(an_exercise(long, close))
    assert f"Round, {MOST_BEATS} times" in lines
    assert "Close" not in lines


# The other kinds


def test_a_measure_says_how_it_is_counted():
    never = (Option(0, "Never"), Option(1, "Often"))
    measure = Measure(
        id="m",
        title="M",
        period="Over the last week",
        answers=never,
        multiply=4,
        bands=(Band(0, 0, "none"), Band(1, 8, "some")),
        parts=(Part("rest", (1, 2)), Part("care", (2,))),
        repeat_days=14,
        licence="Free.",
        notice="A gauge.",
        source="Somebody.",
        questions=(
            Question(text="Slept?", reverse=True, support_if=SupportIf(at_least=1)),
            Question(
                text="Ate?",
                answers=(Option(0, "No"), Option(2, "Yes")),
                unscored=True,
                private=True,
            ),
        ),
    )
    assert laid(measure) == [
        "M",
        "2 questions",
        "",
        "Over the last week:",
        "0 Never \u00b7 1 Often",
        "",
        " 1  Slept?",
        "    Counted the other way round.",
        "    An answer of 1 or more brings up support at once.",
        "",
        " 2  Ate?",
        "    0 No \u00b7 2 Yes",
        "    Asked, and not counted.",
        "    For you alone: in no list, no search, no chart and no export.",
        "",
        "What it comes to",
        "The sum of the answers, 4 times over.",
        "rest: questions 1 and 2.",
        "care: question 2.",
        "0 none \u00b7 1 to 8 some",
        "It comes round every 14 days.",
        "",
        "Source: Somebody.",
        "Licence: Free.",
        "A gauge.",
    ]


def test_feelings_are_laid_out_by_family():
    family = Family(title="Low", energy=-1, pleasant=2, words=("sad", "weary"))
    lines = laid(FeelingsPiece(id="f", title="F", families=(family,)))
    assert lines[2:] == ["Low", "Energy \u22121, pleasantness +2.", "sad, weary"]


def test_values_are_laid_out_by_group():
    group = ValueGroup(
        title="Care", words=(ValueWord("rest", "time for nothing"), ValueWord("play"))
    )
    lines = laid(Values(id="v", title="V", groups=(group,)))
    assert lines[2:] == ["Care", "rest: time for nothing", "play"]


def test_contacts_say_how_old_their_details_are():
    contacts = (
        Contact(name="One", reach="111", hours="24/7", web="https://one.example"),
        Contact(name="Two", reach="222", checked=date(2026, 11, 1), note="Press 1."),
        Contact(name="Three", reach="333", checked=date(2025, 1, 1)),
    )
    country = Country(title="Here", always=True, contacts=contacts)
    lines = laid(Support(id="s", title="S", countries=(country,)))
    assert lines[2:] == [
        "Here",
        "Shown whatever country is set.",
        "111   One",
        "24/7 \u00b7 not confirmed yet \u00b7 https://one.example",
        "222   Two",
        "checked 2026-11-01 \u00b7 Press 1",
        "333   Three",
        "last checked 2025-01-01",
    ]


# Lines


def test_no_two_empty_lines_stand_together_and_none_at_an_end():
    guide = a_guide(a_prompt("What?"), intro="\n\nOne.\n\n\n\nTwo.\n\n")
    lines = laid(guide)
    assert lines[0] and lines[-1]
    assert ("", "") not in set(pairwise(lines))


def test_a_margin_that_is_longer_than_its_place_pushes_the_words_on():
    assert Laid("words", lead="12", indent=4).plain == "12  words"


def test_problems_are_laid_out_with_their_place_and_mend():
    problems = (
        Problem("mine.txt", 12, 3, "unknown verb 'breath'", "did you mean 'in'?"),
        Problem("mine.txt", 0, 0, "this file is empty"),
    )
    lines = lay_problems("Mine", problems, "The bundled one is used until it is mended.")
    assert as_text(lines) == (
        "Mine",
        "The bundled one is used until it is mended.",
        "",
        "mine.txt, line 12, column 3",
        "Unknown verb 'breath'.",
        "Did you mean 'in'?",
        "",
        "mine.txt",
        "This file is empty.",
    )
    assert [line.role for line in lines if line.text.startswith("Unknown")] == [Role.CAUTION]
