"""`integrate goals` and the small things done to them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.practice import PracticeState, TickState
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.workspace import Workspace
from tests.cli.conftest import Integrate


@pytest.fixture
def tended(integrate: Integrate) -> Integrate:
    """A goal with a step and a practice, and a step of its own."""
    integrate("goals", "add", "Sleep", "before", "midnight", "--why", "mornings")
    integrate("goals", "step", "Call Ana", "--goal", "1", "--due", "tuesday")
    integrate("goals", "practice", "Walk", "--cue", "after coffee", "--goal", "sleep")
    integrate("goals", "step", "Call the clinic")
    return integrate


def test_goals_are_listed_with_what_belongs_to_them(tended: Integrate) -> None:
    answer = tended("goals")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "1  goal        Sleep before midnight \u00b7 mornings",
        "3    practice  Walk, after coffee \u00b7 its first day",
        "2    step      Call Ana, for Tue 24 Nov",
        "4  step        Call the clinic",
    ]


def test_goals_as_json_name_what_they_belong_to(tended: Integrate) -> None:
    found = tended("goals", "--json").json

    assert list(found) == ["goals", "steps", "practices"]
    assert [(step["title"], step["goal"], step["due"]) for step in found["steps"]] == [
        ("Call Ana", 1, "2026-11-24"),
        ("Call the clinic", None, None),
    ]
    assert found["practices"][0]["last_days"] == ["cleared"]


def test_without_goals_there_is_one_kind_sentence(integrate: Integrate, home: Path) -> None:
    answer = integrate("goals")

    assert (answer.code, answer.out) == (0, "")
    assert "`integrate goals add" in answer.err
    assert not (home / "integrate").exists()


def test_adding_says_the_number_and_the_day(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("goals", "step", "Call", "--due", "tuesday")

    assert (answer.out, answer.err) == ("", "Kept as 1. For Tuesday 24 November, in 2 days.\n")


def test_adding_can_print_what_was_added(integrate: Integrate) -> None:
    assert integrate("goals", "add", "Sleep", "--json").json["title"] == "Sleep"


def test_a_practice_is_ticked_by_name_or_number(tended: Integrate, journal: Workspace) -> None:
    assert tended("goals", "tick", "walk").err == "Ticked for today: Walk\n"
    assert tended("goals", "tick", "3").code == 0
    assert journal.ticks.states(journal.today, journal.today)[3][journal.today] is TickState.DONE


def test_a_practice_is_left_out_on_purpose(tended: Integrate, journal: Workspace) -> None:
    assert tended("goals", "skip", "walk").err == "Left out today: Walk\n"
    assert "left out today; its first day" in tended("goals").out


def test_a_step_is_ticked_once(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "tick", "ana")
    again = tended("goals", "tick", "2")

    assert again.err == "That one is done already: Call Ana\n"
    assert journal.steps.get(2).value.state is StepState.DONE
    assert "Call Ana, done today" in tended("goals").out


def test_pausing_is_said_with_the_way_back(tended: Integrate, journal: Workspace) -> None:
    assert "`integrate goals resume 3`" in tended("goals", "pause", "walk").err
    assert journal.practices.get(3).value.state is PracticeState.PAUSED
    assert "rests already" in tended("goals", "pause", "3").err
    assert tended("goals", "resume", "walk").err == "Active again: Walk\n"
    assert tended("goals", "resume", "walk").err == "It is active: Walk\n"


def test_a_goal_is_paused_and_taken_up_again(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "pause", "sleep")
    assert journal.goals.get(1).value.state is GoalState.PAUSED
    assert "Sleep before midnight (paused)" in tended("goals").out
    tended("goals", "resume", "1")
    assert journal.goals.get(1).value.state is GoalState.ACTIVE


def test_a_fourth_practice_begins_paused_and_says_so(
    integrate: Integrate, journal: Workspace
) -> None:
    for name in ("one", "two", "three"):
        assert integrate("goals", "practice", name).err.count(".") == 1

    answer = integrate("goals", "practice", "four")

    assert "begins paused; `goals resume 4` starts it" in answer.err
    assert journal.practices.get(4).value.state is PracticeState.PAUSED


def test_what_belongs_to_a_goal_is_linked(tended: Integrate, journal: Workspace) -> None:
    assert journal.links.targets(2, Role.PART_OF) == [1]
    assert journal.links.targets(3, Role.PART_OF) == [1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tick", "call"], "more than one practice or step: Call Ana (2), Call the clinic (4)"),
        (["tick", "wlak"], "Did you mean 'Walk'"),
        (["tick", "zzz"], "`integrate goals` lists what there is"),
        (["tick", "1"], "1 is no practice or step, but a goal"),
        (["skip", "ana"], "There is no practice 'ana'"),
        (["pause", "2"], "2 is no practice or goal, but a step"),
        (["tick", "77"], "Nothing has the number 77"),
        (["tick", "!!"], "names no practice or step"),
        (["step", "New", "--goal", "sleep befor midnite"], "Did you mean"),
        (["step", "New", "--goal", "3"], "3 is no goal, but a practice"),
        (["step", "New", "--due", "yesterday"], "Saturday 21 November, which has passed"),
        (["step", "New", "--due", "someday"], "no date"),
        (["step", "New", "--due", "3/4/2027"], "2027-04-03 or 2027-03-04"),
        (["step", "New", "--goal", "9", "--due", "someday"], "no date"),
        (["add", " "], "needs a few words"),
        (["add"], "TITLE is missing"),
    ],
)
def test_anything_wrong_gets_a_sentence_and_changes_nothing(
    tended: Integrate, journal: Workspace, words: list[str], said: str
) -> None:
    before = tended("goals").out

    answer = tended("goals", *words)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert tended("goals").out == before


def test_a_wrong_option_on_an_empty_home_makes_no_journal(integrate: Integrate, home: Path) -> None:
    assert integrate("goals", "step", "New", "--goal", "9").code == 2
    assert not (home / "integrate").exists()


def test_what_is_in_the_trash_cannot_be_ticked(tended: Integrate, journal: Workspace) -> None:
    journal.trash.put(3, "Delete")

    assert "3 lies in the trash" in tended("goals", "tick", "3").err
    assert "no practice or step 'walk'" in tended("goals", "tick", "walk").err


def test_pausing_what_another_window_has_paused_meanwhile_does_not_wake_it(
    tended: Integrate, journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrate_tui import tending

    pause = tending.pause_or_resume

    def late(workspace: Workspace, n: int, kind: ThingKind, **more: Any) -> Any:
        pause(journal, n, kind)
        return pause(workspace, n, kind, **more)

    monkeypatch.setattr(tending, "pause_or_resume", late)

    tended("goals", "pause", "walk")

    assert journal.practices.get(3).value.state is PracticeState.PAUSED


def test_a_goal_is_kept_with_wish_outcome_obstacle_and_plan(
    integrate: Integrate, journal: Workspace
) -> None:
    integrate("values", "add", "honesty")
    answer = integrate(
        "goals", "add", "Say what is so", "--outcome", "lighter", "--obstacle", "I go quiet",
        "--plan", "if I go quiet, then I say so", "--sign", "we talk on Sundays", "--area", "love",
        "--review", "in 3 weeks", "--confidence", "6", "--for", "honesty", "--json",
    )  # fmt: skip

    assert answer.err.startswith("Kept as 2. For: honesty. ")
    kept = answer.json
    assert (kept["outcome"], kept["obstacle"], kept["area"]) == ("lighter", "I go quiet", "love")
    assert (kept["review"], kept["confidence"]) == ("2026-12-13", 6)
    assert kept["links"] == [{"role": "for", "n": 1, "kind": "value", "title": "honesty"}]
    assert "Say what is so \u00b7 for honesty" in integrate("goals").out
    assert integrate("goals", "--json").json["goals"][0]["for"] == 1


def test_editing_changes_what_is_named_and_leaves_the_rest(
    tended: Integrate, journal: Workspace
) -> None:
    tended("goals", "edit", "sleep", "--plan", "if it is ten, then lights out")
    tended("goals", "edit", "1", "--state", "reached")
    goal = journal.goals.get(1).value
    assert (goal.plan, goal.state, goal.title) == (
        "if it is ten, then lights out", GoalState.REACHED, "Sleep before midnight",
    )  # fmt: skip
    assert journal.journal.versions(1) == 3


def test_editing_takes_something_off_with_nothing(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "edit", "walk", "--cue", "after lunch")
    tended("goals", "edit", "walk", "--cue", "")
    assert journal.practices.get(3).value.cue == ""


def test_a_long_step_is_kept_and_two_are_offered(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate("goals", "step", "Clear the attic", "--minutes", "90")
    assert "90 minutes is long for a step" in answer.err
    split = integrate("goals", "step", "Open one box", "--minutes", "10", "--then", "the next box")
    assert split.err == "Kept as 2. After it comes 3.\n"
    assert [step.value.title for step in journal.steps.all()][1:] == [
        "Open one box",
        "the next box",
    ]


def test_a_practice_has_its_own_schedule(integrate: Integrate, journal: Workspace) -> None:
    answer = integrate(
        "goals", "practice", "Swim", "--schedule", "Mondays and thu", "--small", "pack the bag",
        "--unit", "lengths",
    )  # fmt: skip
    assert answer.err == "Kept as 1. It is meant on Monday and Thursday.\n"
    assert journal.practices.get(1).value.schedule == "mon thu"
    assert "on Monday and Thursday" in integrate("goals").out
    assert "not today" in integrate("goals").out
    assert integrate("goals", "--json").json["practices"][0]["today"] == "not today"
    assert "Swim" not in integrate("today").out


def test_a_tick_may_be_a_part_with_an_amount_and_a_line(
    tended: Integrate, journal: Workspace
) -> None:
    answer = tended(
        "goals", "tick", "walk", "--partly", "--amount", "4,5", "--note", "to the gate",
        "--on", "yesterday", "--json",
    )  # fmt: skip
    assert answer.err == "Ticked in part for yesterday: Walk\n"
    assert (answer.json["state"], answer.json["amount"]) == ("partly", 4.5)
    (tick,) = journal.ticks.of(3)
    assert tick.value.note == "to the gate"


def test_a_day_of_rest_and_taking_it_back(tended: Integrate, journal: Workspace) -> None:
    assert tended("goals", "rest", "walk").err == "Rested today: Walk\n"
    assert "rested today" in tended("goals").out
    assert tended("goals", "clear", "walk").err == "Nothing said for today: Walk\n"
    assert "rested today" not in tended("goals").out


def test_a_range_of_rest_comes_back_by_itself(tended: Integrate, journal: Workspace) -> None:
    answer = tended("goals", "pause", "walk", "--from", "today", "--to", "in 5 days")
    assert answer.err == "Resting from today to Fri 27 Nov: Walk.\n"
    assert journal.practices.get(3).value.state is PracticeState.ACTIVE
    assert "rests until 2026-11-27" in tended("goals").out
    assert tended("goals", "resume", "walk").err == "Active again: Walk\n"
    assert "rests until" not in tended("goals").out


def test_everything_rests_at_once(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "practice", "Write")
    answer = tended("goals", "pause", "--all", "--json")
    assert answer.err == "2 practices resting.\n"
    assert [shape["state"] for shape in answer.json] == ["paused", "paused"]
    assert tended("goals", "pause", "--all").err == "No practice is active.\n"


def test_a_practice_shrinks_and_is_retired_with_a_line(
    tended: Integrate, journal: Workspace
) -> None:
    assert tended("goals", "shrink", "walk", "--to", "shoes on").err == "Now: shoes on\n"
    tended("goals", "retire", "3", "--line", "It became a habit.")
    practice = journal.practices.get(3).value
    assert (practice.state, practice.closing) == (PracticeState.RETIRED, "It became a habit.")
    assert "shoes on" not in tended("goals").out


def test_one_makes_room_for_another(integrate: Integrate, journal: Workspace) -> None:
    for name in ("one", "two", "three"):
        integrate("goals", "practice", name)
    integrate("goals", "practice", "four", "--rest", "two")
    states = [thing.value.state for thing in journal.practices.all()]
    assert states.count(PracticeState.ACTIVE) == 3
    assert journal.practices.get(2).value.state is PracticeState.PAUSED


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["practice", "New", "--schedule", "now and then"], "every 3 days"),
        (["add", "New", "--confidence", "11"], "from 0 to 10"),
        (["add", "New", "--area", "garden"], "area"),
        (["add", "New", "--for", "walking"], "value or goal"),
        (["edit", "walk", "--plan", "x"], "A practice has no plan"),
        (["edit", "walk", "--state", "active"], "pause"),
        (["edit", "ana", "--for", "sleep"], "its goal is"),
        (["edit", "sleep", "--title", ""], "few words"),
        (["tick", "ana", "--partly"], "done or open"),
        (["tick", "walk", "--amount", "some"], "--amount"),
        (["tick", "walk", "--on", "tomorrow"], "still to come"),
        (["pause"], "--all"),
        (["pause", "walk", "--from", "tomorrow", "--to", "today"], "before"),
        (["pause", "sleep", "--to", "tomorrow"], "days are for practices"),
        (["shrink", "walk"], "two-minute"),
        (["step", "New", "--minutes", "none"], "--minutes"),
    ],
)
def test_whatever_does_not_fit_gets_a_sentence_too(
    tended: Integrate, words: list[str], said: str
) -> None:
    before = tended("goals").out
    answer = tended("goals", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert tended("goals").out == before


def test_a_step_that_is_done_already_keeps_its_day(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "tick", "ana")
    done = journal.steps.get(2).value
    tended.clock.advance(days=3)

    tended("goals", "edit", "2", "--state", "done", "--title", "Call Ana back")

    assert journal.steps.get(2).value == replace(done, title="Call Ana back")


def test_a_rest_that_begins_later_is_called_off(tended: Integrate, journal: Workspace) -> None:
    tended("goals", "pause", "walk", "--from", "in 5 days")
    assert journal.practices.get(3).value.rests

    assert tended("goals", "resume", "walk").err == "The rest to come is called off: Walk\n"
    assert journal.practices.get(3).value.rests == ()
    assert tended("goals", "resume", "walk").err == "It is active: Walk\n"


def test_a_rest_of_another_day_is_told_by_that_day(tended: Integrate) -> None:
    assert tended("goals", "rest", "walk", "--on", "yesterday").err == "Rested yesterday: Walk\n"
