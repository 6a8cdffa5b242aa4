"""Values as the journal gives them back, for tests of pages."""

from typing import TypeVar

from integrate_tui.core.checkin import Report
from integrate_tui.core.entry import Entry
from integrate_tui.core.exercise import Sitting
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight, KeptLine
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.thing import Thing, ThingKind
from tests.builders import a_moment
from tests.fakes import EVENING

T = TypeVar("T")

_KINDS: dict[type, ThingKind] = {
    Entry: ThingKind.ENTRY,
    Report: ThingKind.CHECK_IN,
    Fragment: ThingKind.FRAGMENT,
    Sitting: ThingKind.SITTING,
    Insight: ThingKind.INSIGHT,
    KeptLine: ThingKind.LINE,
    Tick: ThingKind.TICK,
    GoalStep: ThingKind.STEP,
    Goal: ThingKind.GOAL,
    Practice: ThingKind.PRACTICE,
    Experience: ThingKind.EXPERIENCE,
}


def kept(value: T, n: int = 12, **back: float) -> Thing[T]:
    """Return a value as it is kept, `hours=2` or so before the evening of the tests."""
    return Thing(n, f"id-{n}", _KINDS[type(value)], a_moment(EVENING, **back), n, value)
