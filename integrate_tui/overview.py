"""What there is to say about a day, gathered once for both front ends.

The Today place and `integrate today` show the same things; what they are is decided here.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from integrate_tui.core import dates, gates
from integrate_tui.core.checkin import Report
from integrate_tui.core.drafts import Draft
from integrate_tui.core.experience import Phase
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.insight import Standing
from integrate_tui.core.pieces import Guide, RuleName
from integrate_tui.core.practice import (
    STRIP_DAYS,
    Practice,
    PracticeState,
    TickState,
)
from integrate_tui.core.suggest import Suggestion, suggest_guide
from integrate_tui.core.thing import Thing
from integrate_tui.core.trends import DayMean
from integrate_tui.core.value import value
from integrate_tui.workspace import Workspace

TRACKED = ("mood", "distress")
"""The dimensions whose last days are shown."""
TREND_DAYS = 14
_RESTS_LOOKED_AT = 14
"""Days for which it matters when a guide was last used: none rests for longer."""
_SITTINGS_LOOKED_AT = 60
_HIGH_DISTRESS, _HARD_DAYS = 7, 3
"""Seven or more on three days of a week: then a person is a better answer than a page."""
_OLD_ENOUGH = 3
_SHORT_ENOUGH = 110


@value()
class PastLine:
    """A line of one's own from the past."""

    words: str
    day: date


@value()
class Overview:
    """A day, as it is now."""

    now: datetime
    today: date
    greeting: str
    phase: Phase
    check_ins: tuple[Thing[Report], ...]
    """Today's, oldest first."""
    drafts: tuple[Draft, ...]
    """What was left unfinished, latest first."""
    suggestion: Suggestion | None
    """The one guide that fits."""
    unsorted_insights: int
    practices: tuple[Thing[Practice], ...]
    """The active ones."""
    ticks: dict[int, dict[date, TickState]]
    """How each practice went over the last 14 days, by its number."""
    steps: tuple[Thing[GoalStep], ...]
    """The open ones and those done today, the earliest due first."""
    means: tuple[DayMean, ...]
    """The tracked dimensions over the last 14 days."""
    past: PastLine | None

    @property
    def first_day(self) -> date:
        """The first of the days that trends are shown for."""
        return self.today - timedelta(days=TREND_DAYS - 1)


def overview(workspace: Workspace) -> Overview:
    """Gather what there is to say about today."""
    today = workspace.today
    phase = workspace.phase()
    return Overview(
        now=workspace.now,
        today=today,
        greeting=dates.greeting(workspace.now, workspace.day_starts),
        phase=phase,
        check_ins=tuple(workspace.checkins.between(today, today)),
        drafts=tuple(workspace.drafts.all()),
        suggestion=suggestion(workspace, phase),
        unsorted_insights=workspace.insights.count_standing(Standing.NOT_YET),
        practices=tuple(active_practices(workspace)),
        ticks=workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today),
        steps=tuple(steps_of_today(workspace)),
        means=tuple(
            workspace.checkins.means(TRACKED, today - timedelta(days=TREND_DAYS - 1), today)
        ),
        past=line_of_the_day(workspace),
    )


def suggestion(workspace: Workspace, phase: Phase | None = None) -> Suggestion | None:
    """Return the one guide that fits the day, or None."""
    phase = phase or workspace.phase()
    standing = standing_of(workspace, phase)
    return suggest_guide(
        [guide for guide in workspace.packs.guides() if not _refusal(workspace, guide, standing)],
        phase,
        evening=workspace.is_evening,
        today=workspace.today,
        last_used=workspace.entries.last_used(workspace.today - timedelta(days=_RESTS_LOOKED_AT)),
        hard=_is_hard(workspace),
    )


def _is_hard(workspace: Workspace) -> bool:
    """Tell whether distress was high on three days of the last week."""
    today = workspace.today
    means = workspace.checkins.means((gates.DISTRESS,), today - timedelta(days=6), today)
    return sum(mean.mean >= _HIGH_DISTRESS for mean in means) >= _HARD_DAYS


def refusal(workspace: Workspace, guide: Guide) -> str:
    """Return why a guide is not for now, by its own rules; empty where it may be opened."""
    if not guide.rules:
        return ""
    return _refusal(workspace, guide, standing_of(workspace, workspace.phase()))


def _refusal(workspace: Workspace, guide: Guide, standing: gates.Standing) -> str:
    return gates.refusal(guide, _with_sittings(workspace, standing, guide)) if guide.rules else ""


def standing_of(workspace: Workspace, phase: Phase) -> gates.Standing:
    """Return where the person is, as far as the rules of guides ask."""
    return gates.Standing(
        day=phase.day, distress=_present_distress(workspace), today=workspace.today
    )


def _with_sittings(workspace: Workspace, standing: gates.Standing, guide: Guide) -> gates.Standing:
    if all(rule.name is not RuleName.AT_MOST_SITTINGS for rule in guide.rules):
        return standing
    since = workspace.today - timedelta(days=_SITTINGS_LOOKED_AT)
    return replace(standing, sittings=tuple(workspace.entries.days_with(guide.id, since)))


def _present_distress(workspace: Workspace) -> int | None:
    """Return the distress of the day's last check-in that says it."""
    today = workspace.today
    for thing in reversed(workspace.checkins.between(today, today)):
        for answer in thing.value.answers:
            if answer.name == gates.DISTRESS and answer.reply.number is not None:
                return answer.reply.number
    return None


def active_practices(workspace: Workspace) -> list[Thing[Practice]]:
    """Return the practices that are being kept up."""
    return [
        practice
        for practice in workspace.practices.all()
        if practice.value.state is PracticeState.ACTIVE
    ]


def steps_of_today(workspace: Workspace) -> list[Thing[GoalStep]]:
    """Return the steps that are open, and those that were done today."""
    today = workspace.today
    steps = [
        step
        for step in workspace.steps.all()
        if step.value.state is StepState.OPEN or step.value.done == today
    ]
    return sorted(steps, key=lambda step: (step.value.due or date.max, step.n))


def line_of_the_day(workspace: Workspace) -> PastLine | None:
    """Return a line of one's own from the past, the same all day and another tomorrow.

    Only short things that were kept as a line are shown: fragments and insights from some days
    ago. What was parked out of sight is neither.
    """
    today = workspace.today
    lines = workspace.journal.past_lines(today - timedelta(days=_OLD_ENOUGH), _SHORT_ENOUGH)
    if not lines:
        return None
    words, day = lines[today.toordinal() % len(lines)]
    return PastLine(words, day)
