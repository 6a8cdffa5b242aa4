"""Everything that lasts is in an export, each kind where it belongs, but what is out of sight."""

from datetime import date, timedelta
from typing import Any

from integrate_tui import leaving, tending
from integrate_tui.core.boundary import Boundary
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalStep
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, LineState
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.practice import Practice, Rest, Tick
from integrate_tui.core.search import Query
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.core.worksheet import Worksheet
from integrate_tui.workspace import Workspace
from tests.builders import a_moment, a_rating, a_report, a_result, a_sitting
from tests.fakes import EVENING

SUNDAY = EVENING.date()


def keep(workspace: Workspace, value: Any, kind: ThingKind, **back: float) -> int:
    """Keep something some days before the evening of the tests, and return its number."""
    return workspace.shelf(kind).add(value, a_moment(EVENING, **back)).n


def exported(workspace: Workspace, **query: Any) -> str:
    """Return everything that leaves, as one text."""
    return "".join(leaving.markdown_stream(workspace, Query(**query)))


def test_a_goal_leaves_with_all_that_is_known_of_it(workspace: Workspace):
    value = keep(workspace, OwnValue("honesty"), ThingKind.VALUE)
    goal = Goal(
        "Say what is so", "Because.", sort=GoalSort.TREATMENT, outcome="lighter",
        obstacle="I go quiet", plan="then I say so", sign="we talk", area="love",
        review=date(2026, 12, 6), confidence=6,
    )  # fmt: skip
    n = keep(workspace, goal, ThingKind.GOAL)
    tending.put_behind(workspace, n, value)
    text = exported(workspace)
    for part in (
        "what a treatment is for \u00b7 active", "for: honesty", "outcome: lighter",
        "obstacle: I go quiet", "plan: then I say so", "sign: we talk", "area: love",
        "confidence: 6 of 10", "look again: Sunday 6 December 2026",
    ):  # fmt: skip
        assert part in text


def test_a_practice_leaves_with_its_schedule_and_its_rests(workspace: Workspace):
    practice = Practice(
        "Walk", "coffee", schedule="3 a week", small="to the gate", unit="minutes",
        rests=(Rest(SUNDAY, SUNDAY + timedelta(days=2)),), closing="enough",
    )  # fmt: skip
    n = keep(workspace, practice, ThingKind.PRACTICE)
    workspace.ticks.set(Tick(n, note="slowly", amount=12.5), a_moment(EVENING), "Tick")
    text = exported(workspace)
    for part in (
        "when: 3 a week", "two-minute version: to the gate", "counted in: minutes",
        "rests: Sunday 22 November 2026 to Tuesday 24 November 2026", "closed with: enough",
        "- Walk: done, 12.5 \u00b7 slowly",
    ):  # fmt: skip
        assert part in text


def test_boundaries_and_patterns_leave_with_what_was_said_of_them(workspace: Workspace):
    boundary = keep(workspace, Boundary("No calls", "time", "sleep"), ThingKind.BOUNDARY)
    pattern = keep(workspace, Pattern("Scrolling", instead="stand up"), ThingKind.PATTERN)
    keep(workspace, Occasion(boundary, How.HELD, "it rang"), ThingKind.OCCASION)
    keep(workspace, Occasion(boundary, How.BENT), ThingKind.OCCASION)
    keep(workspace, Occasion(pattern, How.RAN), ThingKind.OCCASION)
    text = exported(workspace)
    for part in (
        "## No calls\n<!-- boundary 1 -->\nactive \u00b7 held 1, bent 1\n", "about: time",
        "what it protects: sleep",
        "- Sunday 22 November 2026: held \u00b7 it rang <!-- occasion 3 -->",
        "## Scrolling", "instead: stand up", "Sunday 22 November 2026: ran <!-- occasion 5 -->",
    ):  # fmt: skip
        assert part in text


def test_an_occasion_of_the_range_names_a_boundary_from_before(workspace: Workspace):
    boundary = keep(workspace, Boundary("No calls", need="sleep"), ThingKind.BOUNDARY, days=9)
    keep(workspace, Occasion(boundary, How.HELD), ThingKind.OCCASION)
    text = exported(workspace, since=SUNDAY)
    assert "## No calls\nheld 1\n" in text
    assert "sleep" not in text


def test_what_was_said_of_what_lies_in_the_trash_stays(workspace: Workspace):
    boundary = keep(workspace, Boundary("No calls"), ThingKind.BOUNDARY)
    keep(workspace, Occasion(boundary, How.HELD, "it rang"), ThingKind.OCCASION)
    workspace.trash.put(boundary, "Delete")
    assert "it rang" not in exported(workspace)


def test_values_leave_in_their_order_with_the_gap(workspace: Workspace):
    keep(workspace, OwnValue("order", "all in its place"), ThingKind.VALUE)
    five = OwnValue("stillness", place=ValuePlace.FIVE, important=8, lived=3)
    keep(workspace, five, ThingKind.VALUE)
    text = exported(workspace)
    assert text.index("## stillness") < text.index("## order")
    assert "among the five \u00b7 important 8, lived 3, a gap of 5" in text
    assert "all in its place" in text


def test_a_series_leaves_with_its_sessions_and_each_names_it(workspace: Workspace):
    series = keep(workspace, Series("Six infusions", 6, "At the clinic."), ThingKind.SERIES)
    lake = keep(workspace, Experience("The lake", carry="be slow"), ThingKind.EXPERIENCE, days=2)
    workspace.links.set(lake, series, Role.PART_OF)
    text = exported(workspace)
    assert "## Six infusions\n<!-- series 1 -->\n6 sessions planned\n" in text
    assert "- Friday 20 November 2026: The lake <!-- experience 2 -->" in text
    assert "series: Six infusions" in text
    assert "## Carried forward\n\nbe slow\n" in text


def test_looks_at_a_belief_stand_under_it(workspace: Workspace):
    belief = keep(workspace, Insight("I am alone", InsightSort.BELIEF), ThingKind.INSIGHT, days=9)
    keep(workspace, Worksheet(belief, 8, 3, test="call Ana"), ThingKind.WORKSHEET)
    text = exported(workspace)
    assert "#### A look on Sunday 22 November 2026\n<!-- worksheet 2 -->" in text
    assert "how sure before: 8 of 10" in text
    assert "a small test: call Ana" in text
    only_the_look = exported(workspace, since=SUNDAY)
    assert "## Looked at again\n\n### I am alone\n\n#### A look on" in only_the_look


def test_people_and_what_to_talk_about_are_one_page(workspace: Workspace):
    ana = Person("Ana", PersonRole.THERAPIST, "by telephone", "mornings", SUNDAY, "Kind.")
    keep(workspace, ana, ThingKind.PERSON)
    keep(workspace, KeptLine("the ring", "talk list", role="therapist"), ThingKind.LINE)
    done = KeptLine("the sea", "talk list", state=LineState.DONE)
    keep(workspace, done, ThingKind.LINE)
    text = exported(workspace)
    assert "## Ana\n<!-- person 1 -->\ntherapist\n" in text
    assert "contact: by telephone" in text
    assert "- therapist: the ring <!-- line 2 -->" in text
    assert "- the sea \u00b7 done <!-- line 3 -->" in text


def test_a_theme_names_what_it_gathers_and_nothing_that_is_parked(workspace: Workspace):
    theme = keep(workspace, Theme("Water", "It runs through."), ThingKind.THEME)
    goal = keep(workspace, Goal("Swim"), ThingKind.GOAL, days=2)
    parked = keep(workspace, KeptLine("secret", "container"), ThingKind.LINE)
    for n in (goal, parked):
        workspace.links.set(n, theme, Role.IN)
    text = exported(workspace)
    assert "## Water\n<!-- theme 1 -->\n\nIt runs through.\n" in text
    assert "- Friday 20 November 2026: Swim <!-- goal 2 -->" in text
    assert "secret" not in text


def test_a_pause_card_says_until_when(workspace: Workspace):
    card = KeptLine("Leave the firm", "pause card", until=date(2026, 12, 6))
    keep(workspace, card, ThingKind.LINE)
    assert "- Leave the firm (pause card, until Sunday 6 December 2026)" in exported(workspace)


def test_nothing_that_was_kept_is_missing(workspace: Workspace):
    belief = keep(workspace, Insight("One"), ThingKind.INSIGHT)
    boundary = keep(workspace, Boundary("Line"), ThingKind.BOUNDARY)
    practice = keep(workspace, Practice("Walk"), ThingKind.PRACTICE)
    for value, kind in (
        (Experience("The lake"), ThingKind.EXPERIENCE),
        (a_report(a_rating()), ThingKind.CHECK_IN),
        (Fragment("A door.", breakthrough=True), ThingKind.FRAGMENT),
        (KeptLine("Ask", "talk list"), ThingKind.LINE),
        (Goal("Swim"), ThingKind.GOAL),
        (GoalStep("Call", minutes=10, area="home"), ThingKind.STEP),
        (a_sitting(), ThingKind.SITTING),
        (a_result(), ThingKind.RESULT),
        (Series("Six"), ThingKind.SERIES),
        (OwnValue("play"), ThingKind.VALUE),
        (Pattern("Loop"), ThingKind.PATTERN),
        (Occasion(boundary, How.HELD), ThingKind.OCCASION),
        (Worksheet(belief, 5), ThingKind.WORKSHEET),
        (Person("Ana"), ThingKind.PERSON),
        (Theme("Water"), ThingKind.THEME),
    ):
        keep(workspace, value, kind)
    workspace.ticks.set(Tick(practice), a_moment(EVENING), "Tick")
    workspace.entries.add(Entry(text="Words."), a_moment(EVENING))
    text = exported(workspace)
    missing = [kind for kind in ThingKind if f"<!-- {kind} " not in text]
    assert missing == []
