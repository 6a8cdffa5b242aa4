"""Example days with the shipped library: which one guide is offered, and why."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from integrate_tui import paths
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Guide
from integrate_tui.overview import suggestion
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.builders import a_rating, a_report
from tests.fakes import EVENING, FakeClock

MORNING = EVENING.replace(hour=9)
A_FRIDAY = EVENING - timedelta(days=2)


@pytest.mark.parametrize(
    ("day", "now", "sort", "hours_since", "guide", "why"),
    [
        ("the evening before", EVENING, "ketamine", -14, "ketamine-before", "before it"),
        ("before something else", A_FRIDAY, "psilocybin", -14, "evening", "for the evening"),
        ("one hour after", EVENING, "ketamine", 1, "first-24-hours", "day 0"),
        ("four hours after", EVENING, "ketamine", 4, "ketamine-hours-after",
         "2 to 6 hours after The lake"),
        ("hours after something else", EVENING, "psilocybin", 4, "first-24-hours", "day 0"),
        ("the next evening", EVENING, "ketamine", 25, "ketamine-next-day",
         "24 hours after The lake"),
        ("the morning of it", MORNING, "ketamine", -5, "ketamine-before", "before it"),
        ("two days after", EVENING, "ketamine", 50, "ketamine-two-days-on",
         "48 hours after The lake"),
        ("day 3 of ketamine", EVENING, "ketamine", 75, "week-one", "days 2 to 7"),
        ("day 3 left unsaid", EVENING, "", 75, "week-one", "days 2 to 7"),
        ("day 7 of ketamine", EVENING, "ketamine", 168, "ketamine-day-seven",
         "7 days after The lake"),
        ("day 10", A_FRIDAY, "psilocybin", 242, "values-to-goals", "days 2 to 21"),
        ("day 22", A_FRIDAY, "psilocybin", 530, "weeks-two-to-four", "days 8 to 28"),
        ("day 30", A_FRIDAY, "psilocybin", 722, "one-month", "day 30"),
        ("day 45, an evening", A_FRIDAY, "psilocybin", 1082, "evening", "for the evening"),
        ("day 45, a morning", MORNING - timedelta(days=2), "", 1071, "morning", "for the morning"),
        ("day 45, a Sunday", EVENING, "psilocybin", 1082, "weekly-review", "for the week"),
    ],
    ids=lambda given: given if isinstance(given, str) and " " in given else "",
)  # fmt: skip
def test_what_is_offered_on_an_example_day(
    workspace: Workspace,
    clock: FakeClock,
    day: str,
    now: datetime,
    sort: str,
    hours_since: int,
    guide: str,
    why: str,
):
    clock.set(now)
    at = workspace.moment(now - timedelta(hours=hours_since))
    workspace.experiences.add(Experience("The lake", sort, timed=True), at)

    found = suggestion(workspace)

    assert found is not None
    assert (found.guide.id, found.why) == (guide, why)


def test_an_evening_without_any_experience(workspace: Workspace):
    found = suggestion(workspace)
    assert found is not None
    assert (found.guide.id, found.why) == ("evening", "for the evening")


def test_after_three_hard_days(workspace: Workspace, clock: FakeClock):
    at = workspace.moment(clock.now() - timedelta(days=10))
    workspace.experiences.add(Experience("The lake", "psilocybin", timed=True), at)
    for back in range(1, 4):
        then = workspace.moment(clock.now() - timedelta(days=back))
        workspace.checkins.add(a_report(a_rating("distress", 8)), then)

    found = suggestion(workspace)

    assert found is not None
    assert (found.guide.id, found.why) == ("difficult-experience", "after some hard days")


def test_a_guide_is_offered_with_all_its_prompts(workspace: Workspace):
    found = suggestion(workspace)
    assert found is not None
    assert found.guide == workspace.packs.get(Guide, found.guide.id)


def test_a_shipped_guide_with_a_mistake_in_its_prompts_is_passed_over(
    clock: FakeClock, tmp_path: Path
):
    shutil.copytree(PROMPTS, tmp_path / "bundled")
    found = paths.find()
    with_mistake = tmp_path / "bundled" / "guides" / "evening.txt"
    with_mistake.write_text(with_mistake.read_text() + "\n? Another\n  ask if: never asked > 3\n")
    workspace = open_workspace(
        Paths(found.journal, found.packs, tmp_path / "bundled"), clock, busy_ms=50
    )
    offered = suggestion(workspace)
    assert offered is None or offered.guide.id != "evening"
    workspace.close()
