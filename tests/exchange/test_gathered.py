from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, Standing
from integrate_tui.core.practice import Practice, PracticeState, TickState
from integrate_tui.core.text import clean, clean_line
from integrate_tui.exchange.days import Ties
from integrate_tui.exchange.gathered import (
    Aim,
    Story,
    Strips,
    experience_page,
    goals_page,
    insights_page,
)
from tests.exchange.kept import kept

SUNDAY = date(2026, 11, 22)
NONE = Ties()
LAKE = Experience("The lake", "ketamine", True, "A clinic.", "Ana", "Be kind.", "Cold.\n\nBright.")

WHOLE_EXPERIENCE = """\
# The lake
<!-- experience 5 -->
kind: ketamine · Sunday 22 November 2026, 20:00 · tags: first

## Intention

Be kind.

## Setting

A clinic.

## People

Ana

## Notes

Cold.

Bright.

## Written about it

- [Saturday 21 November 2026](../2026/2026-11-21.md)
- [Sunday 22 November 2026](../2026/2026-11-22.md)

"""
WHOLE_GOALS = """\
# Goals

## Live by the water
<!-- goal 20 -->
active · since Sunday 22 November 2026

Because.

### Steps

- [ ] Call Ana · by Tuesday 24 November 2026 <!-- step 21 -->
- [x] Look at a map · done on Friday 20 November 2026 <!-- step 22 -->
- Sell the car · dropped <!-- step 23 -->

### Walk
<!-- practice 24 -->
practice · active · tags: body
Up to Sunday 22 November 2026: done on 2 of the last 3 days, left out on 1

cue: after the first coffee

Legs.

"""
WHOLE_INSIGHTS = """\
# Insights

## Not yet

### Why so cold?
<!-- insight 32 -->
question · Sunday 22 November 2026

## Hold

### It is all one.
<!-- insight 31, from entry 12 -->
belief · Sunday 22 November 2026 · tags: sea

Mostly.

"""


def test_a_whole_experience_is_a_page():
    days = (SUNDAY - timedelta(days=1), SUNDAY)
    page = experience_page(Story(kept(LAKE, 5), days), Ties(tags={5: ("first",)}), linked=True)
    assert page == WHOLE_EXPERIENCE


def test_days_are_no_links_where_they_are_no_files():
    page = experience_page(Story(kept(LAKE, 5), (SUNDAY,)), NONE, linked=False)
    assert "- Sunday 22 November 2026\n" in page
    assert ".md" not in page


def test_an_experience_of_which_little_is_known_says_little():
    page = experience_page(Story(kept(Experience(), 5)), NONE, linked=True)
    assert page == "# An experience\n<!-- experience 5 -->\nSunday 22 November 2026\n\n"


def test_an_experience_without_a_name_is_headed_by_its_kind_and_says_it_once():
    page = experience_page(Story(kept(Experience(sort="psilocybin"), 5)), NONE, linked=True)
    assert page.startswith("# psilocybin\n")
    assert page.count("psilocybin") == 1


def test_goals_stand_with_their_steps_and_practices():
    aim = Aim(
        kept(Goal("Live by the water", "Because."), 20),
        steps=[
            kept(GoalStep("Call Ana", due=date(2026, 11, 24)), 21),
            kept(GoalStep("Look at a map", StepState.DONE, done=date(2026, 11, 20)), 22),
            kept(GoalStep("Sell the car", StepState.DROPPED), 23),
        ],
        practices=[kept(Practice("Walk", "after the first coffee", why="Legs."), 24)],
    )
    strips = Strips(SUNDAY, {24: [TickState.DONE, TickState.SKIPPED, TickState.DONE]}, days=3)
    assert goals_page([aim], strips, Ties(tags={24: ("body",)})) == WHOLE_GOALS


def test_what_is_part_of_no_goal_has_its_own_heading():
    page = goals_page([Aim(None, [kept(GoalStep("Call Ana"))])], Strips(SUNDAY, {}), NONE)
    assert "## Part of no goal\n\n### Steps\n\n- [ ] Call Ana <!-- step 12 -->\n" in page


def test_how_a_practice_goes_is_told_only_while_it_is_active():
    practice = kept(Practice("Walk", state=PracticeState.PAUSED), 24)
    page = goals_page([Aim(None, practices=[practice])], Strips(SUNDAY, {}), NONE)
    assert "practice · paused\n\n" in page
    assert "Up to" not in page


def test_a_goal_that_was_let_go_says_so():
    aim = Aim(kept(Goal("Run", state=GoalState.LET_GO)))
    assert "\nlet go · since " in goals_page([aim], Strips(SUNDAY, {}), NONE)


def test_insights_stand_by_how_one_stands_to_them():
    insights = [
        kept(Insight("It is all one.", InsightSort.BELIEF, Standing.HOLD, "Mostly."), 31),
        kept(Insight("Why so cold?", InsightSort.QUESTION), 32),
    ]
    ties = Ties(tags={31: ("sea",)}, origins={31: 12})
    assert insights_page(insights, ties) == WHOLE_INSIGHTS


@given(st.text().map(clean))
def test_long_texts_stand_there_word_for_word(text: str):
    story = Story(kept(Experience("A", setting=text, people=text, intention=text, notes=text)))
    assert experience_page(story, NONE, linked=True).count(text) >= 4
    aim = Aim(kept(Goal("A", text)), practices=[kept(Practice("A", text, why=text))])
    assert goals_page([aim], Strips(SUNDAY, {}), NONE).count(text) >= 3
    assert insights_page([kept(Insight("A", more=text))], NONE).count(text) >= 1


@given(st.text().map(clean_line))
def test_lines_stand_there_word_for_word(line: str):
    aim = Aim(kept(Goal(line)), [kept(GoalStep(line))], [kept(Practice(line))])
    assert goals_page([aim], Strips(SUNDAY, {}), NONE).count(line) >= 3
    assert insights_page([kept(Insight(line))], NONE).count(line) >= 1
    story = Story(kept(Experience(line)))
    assert line in experience_page(story, NONE, linked=True)
