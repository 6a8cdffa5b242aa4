"""Exercises: verbs, times, cues, and how often they come round."""

import pytest

from integrate_tui.core.answers import Line, Lines
from integrate_tui.core.pieces import HEALTH_WORDS, Exercise, Level, Step, Verb
from integrate_tui.packs.exercises import LONGEST_BREATH, LONGEST_STEP
from tests.packs.helpers import loaded, one, pack, step, told
from tests.packs.samples import EXERCISE

START = "# T\nkind: exercise\n"


def test_an_exercise_has_everything_that_is_written_in_it() -> None:
    exercise = one(Exercise, EXERCISE)
    assert exercise.takes == 200
    assert exercise.level is Level.STANDARD
    assert exercise.lengths == (60, 120, 300)
    assert exercise.at_most == 20
    assert exercise.avoid_with == ("pregnancy", "heart")
    assert exercise.best_at == (3, 7)
    assert exercise.evidence == "B-"
    assert [(one.title, one.repeat, len(one.steps)) for one in exercise.sections] == [
        ("Arrive", 1, 1),
        ("Breathe", None, 2),
        ("Close", 1, 1),
    ]


def test_a_step_has_a_verb_a_time_a_cue_and_guidance() -> None:
    arrive, breathe, close = one(Exercise, EXERCISE).sections
    assert arrive.steps[0] == Step(
        verb=Verb.NOTICE, seconds=10, cue="Rest a hand on the chair.", guidance="Any chair."
    )
    assert breathe.steps[1].seconds == 5.5
    assert close.steps[0].seconds is None
    assert close.steps[0].answer == Line()


def test_steps_before_any_section_are_a_first_round() -> None:
    (only,) = one(Exercise, f"{START}- in 4s\n- out 6s").sections
    assert (only.title, only.repeat, len(only.steps)) == ("", 1, 2)


@pytest.mark.parametrize("verb", Verb)
def test_a_step_may_begin_with_every_verb(verb: Verb) -> None:
    assert step(f"{verb.value.capitalize()} 20s So").verb is verb


@pytest.mark.parametrize(
    ("line", "seconds", "cue"),
    [
        ("in 4s", 4, ""),
        ("in 4s Breathe in", 4, "Breathe in"),
        ("in 4 s Breathe in", 4, "Breathe in"),
        ("hold for 4 seconds", 4, ""),
        ("in 5.5s Slowly", 5.5, "Slowly"),
        ("in 5,5s Slowly", 5.5, "Slowly"),
        ("notice 1m30s The room", 90, "The room"),
        ("notice 1m 30s The room", 90, "The room"),
        ("notice 2 minutes The room", 120, "The room"),
        ("notice 2m 5 birds", 120, "5 birds"),
        ("rest 1h Sleep", 3600, "Sleep"),
        ("look own pace Around", None, "Around"),
        ("look at your own pace Around", None, "Around"),
        ("look own pace", None, ""),
        ("look Own Pace Around", None, "Around"),
        ("In: 4s Slowly", 4, "Slowly"),
    ],
)
def test_a_step_says_how_long_it_lasts(line: str, seconds: float | None, cue: str) -> None:
    assert (step(line).seconds, step(line).cue) == (seconds, cue)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("breath 4s In", "3:3: unknown verb 'breath' \u2014 did you mean 'in' or 'out'?"),
        ("inhale 4s", "3:3: unknown verb 'inhale' \u2014 did you mean 'in'?"),
        ("see 4s", "3:3: unknown verb 'see' \u2014 did you mean 'look'?"),
        ("relase 4s", "3:3: unknown verb 'relase' \u2014 did you mean 'release'?"),
        ("4s in", "3:3: a step begins with its verb \u2014 write it as 'in 4s Breathe in'"),
        (
            "in 4 Breathe",
            "3:6: it is not said how long 'in' lasts \u2014 write the unit too: 'in 4s'",
        ),
        (
            "in Breathe",
            "3:6: it is not said how long 'in' lasts \u2014 "
            "write a time after it, as in 'in 20s', or 'in own pace'",
        ),
        ("hold 7m", "3:8: 'hold' cannot last 7m \u2014 write a time from 0.5 to 60 seconds"),
        ("look 0.1s", "3:8: 'look' cannot last 0.1s \u2014 write a time from 0.5 to 3600 seconds"),
        ("", "3:2: this step is empty \u2014 write it as 'in 4s Breathe in'"),
    ],
)
def test_a_step_that_cannot_be_timed_breaks_the_exercise(line: str, problem: str) -> None:
    text = f"{START}- {line}".rstrip()
    assert told(text) == [f"pack.txt:{problem}"]
    assert not pack(text).pieces


def test_a_verb_like_no_other_is_told_all_there_are() -> None:
    (problem,) = told(f"{START}- zzz 4s")
    assert problem.endswith(", ".join(verb.value for verb in Verb))


@pytest.mark.parametrize("verb", [Verb.IN, Verb.SIP, Verb.OUT, Verb.HOLD])
def test_no_breath_is_asked_for_that_lasts_longer_than_a_minute(verb: Verb) -> None:
    assert step(f"{verb} {LONGEST_BREATH}s").seconds == LONGEST_BREATH
    assert told(f"{START}- {verb} {LONGEST_BREATH + 1}s")


def test_a_rest_may_last_as_long_as_any_other_step() -> None:
    assert step(f"rest {LONGEST_STEP}s").seconds == LONGEST_STEP


@pytest.mark.parametrize(
    ("repeat", "times"),
    [
        ("10", 10),
        ("10 times", 10),
        ("10x", 10),
        ("8 breaths", 8),
        ("until time", None),
        ("until the time is up", None),
        ("Until Time", None),
    ],
)
def test_a_section_comes_round_a_number_of_times_or_until_the_time_is_up(
    repeat: str, times: int | None
) -> None:
    text = f"{START}takes: 5 minutes\n## Breathe\nrepeat: {repeat}\n- in 4s"
    assert one(Exercise, text).sections[0].repeat == times


@pytest.mark.parametrize("repeat", ["often", "0", "1001", "until noon", ""])
def test_a_repeat_that_is_none_breaks_the_exercise(repeat: str) -> None:
    assert not pack(f"{START}takes: 5 minutes\n## Breathe\nrepeat: {repeat}\n- in 4s").pieces


def test_repeating_until_the_time_is_up_needs_a_time() -> None:
    text = f"{START}## Breathe\nrepeat: until time\n- in 4s"
    assert told(text) == [
        "pack.txt:1:3: this repeats until the time is up, and no time is given \u2014 "
        "write 'takes: 5 minutes' under the title"
    ]


def test_repeat_under_the_title_is_told_where_it_belongs() -> None:
    (problem,) = told(f"{START}repeat: 10\n- in 4s")
    assert problem.startswith("pack.txt:3:1: 'repeat:' belongs to a section")


def test_the_time_of_an_exercise_is_no_mere_description() -> None:
    assert not pack(f"{START}takes: a while\n- in 4s").pieces


def test_text_between_repeated_steps_is_not_let_cut_them_in_two() -> None:
    (problem,) = told(f"{START}## B\nrepeat: 4\n- in 4s\n\nAnd now\n\n- out 4s")
    assert problem.startswith("pack.txt:7:1: this text stands between steps that are repeated")


def test_text_between_other_steps_introduces_those_that_follow() -> None:
    exercise = one(Exercise, f"{START}- in 4s\n\nAnd now\n\n- out 4s")
    assert [(part.intro, len(part.steps)) for part in exercise.sections] == [
        ("", 1),
        ("And now", 1),
    ]


def test_a_section_without_steps_is_told_and_left_out() -> None:
    text = f"{START}- in 4s\n## Rest\nA while."
    assert len(loaded(Exercise, text).sections) == 1
    assert told(text)[0].startswith("pack.txt:4:4: no step follows in this section")


def test_an_exercise_without_steps_is_told() -> None:
    assert told(f"{START}Only words.") == [
        "pack.txt:1:3: this exercise has no steps \u2014 "
        "begin each step with '- ', a verb and a time, as in '- in 4s Breathe in'"
    ]


@pytest.mark.parametrize("word", HEALTH_WORDS)
def test_every_word_of_the_health_card_can_hide_an_exercise(word: str) -> None:
    assert one(Exercise, f"{START}avoid with: {word.upper()}\n- in 4s").avoid_with == (word,)


def test_a_section_may_be_left_out_with_a_word_of_the_health_card() -> None:
    text = f"{START}- look 9s\n## Turn\navoid with: neck or back, eyes\n- look 9s"
    read = one(Exercise, text)
    assert [section.avoid_with for section in read.sections] == [(), ("neck or back", "eyes")]
    assert read.avoid_with == ()


def test_a_word_the_health_card_does_not_have_breaks_a_section_too() -> None:
    text = f"{START}- look 9s\n## Turn\navoid with: nek\n- look 9s"
    assert not pack(text).pieces


def test_a_word_the_health_card_does_not_have_breaks_the_exercise() -> None:
    text = f"{START}avoid with: pregnency, heart, hart\n- in 4s"
    assert told(text) == [
        "pack.txt:3:13: the health card has no 'pregnency' \u2014 did you mean 'pregnancy'?",
        "pack.txt:3:31: the health card has no 'hart' \u2014 did you mean 'heart'?",
    ]
    assert not pack(text).pieces


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("level: gental", "unknown level 'gental' \u2014 did you mean 'gentle'?"),
        ("at most: lots", "'lots' is no number of times"),
        ("best at: 6-12", "6-12 is out of range"),
        ("lengths: 2, 5", "'5' is not a length of time"),
        ("lengths: soon", "'soon' is not a length of time"),
    ],
)
def test_a_setting_of_use_that_cannot_be_read_breaks_the_exercise(
    setting: str, problem: str
) -> None:
    text = f"{START}{setting}\n- in 4s"
    assert problem in told(text)[0]
    assert not pack(text).pieces


def test_a_grade_that_is_none_is_only_a_problem() -> None:
    text = f"{START}evidence: great\n- in 4s"
    assert loaded(Exercise, text).evidence == ""
    assert told(text)[0].startswith("pack.txt:3:11: 'great' is no grade")


@pytest.mark.parametrize(("written", "grade"), [("a-", "A-"), ("B\u2212", "B-"), ("C+", "C+")])
def test_a_grade_is_read_in_any_case_and_with_any_dash(written: str, grade: str) -> None:
    assert one(Exercise, f"{START}evidence: {written}\n- in 4s").evidence == grade


def test_a_step_may_ask_for_several_lines() -> None:
    exercise = one(Exercise, f"{START}- look 45s Five things\n  list: 5")
    assert exercise.sections[0].steps[0].answer == Lines(5)


def test_an_indented_step_is_not_quietly_taken_for_guidance() -> None:
    (problem,) = told(f"{START}- in 4s\n  - out 6s")
    assert problem.startswith("pack.txt:4:3: this begins with '-' and is indented")


def test_prompts_in_an_exercise_are_told_once() -> None:
    (problem,) = [
        problem for problem in told(f"{START}? look 4s\n? out 4s") if "has no lines" in problem
    ]
    assert "begin a step with '- '; if this is to be a guide, write 'kind: guide'" in problem
