"""What there is to say about a day, gathered once for both front ends.

The Today place and `integrate today` show the same things; what they are is decided here.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from integrate_tui import distress, scales, tending
from integrate_tui.core import dates, gates, marks, saved
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.experience import Experience, Phase, PhaseName
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.pieces import Guide, Span
from integrate_tui.core.practice import STRIP_DAYS, Practice, TickState
from integrate_tui.core.schedule import is_for, looked_back, read
from integrate_tui.core.suggest import SKIPPED_FOR, Situation, Suggestion, suggest_guide
from integrate_tui.core.thing import Role, Thing
from integrate_tui.core.trends import DayMean
from integrate_tui.core.value import value
from integrate_tui.waiting import Waits, waiting
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:  # the first frame does without them
    from integrate_tui.core.browse import Offered
    from integrate_tui.core.checkin import Report
    from integrate_tui.core.writing import Writing

TRACKED = ("mood", "distress")
"""The dimensions whose last days are shown."""
TREND_DAYS = 14
_RESTS_LOOKED_AT = 14
"""Days for which it matters when a guide was last used: none rests for longer."""
_HIGH_DISTRESS, _HARD_DAYS = 7, 3
"""Seven or more on three days of a week: then a person is a better answer than a page."""
_SKIPPED = "skipped"
_NO_STORY = "ketamine"
"""The kind of experience that is mostly told in fragments."""
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
    check_ins: "tuple[Thing[Report], ...]"
    """Today's, oldest first."""
    drafts: tuple[Draft, ...]
    """What was left unfinished, latest first; a measure is never brought up by itself."""
    suggestion: Suggestion | None
    """The one guide that fits."""
    waits: tuple[Waits, ...]
    """What waits to be looked at, in no hurry."""
    notice: str
    """What is amiss with the copies of the journal, empty where nothing is."""
    practices: tuple[Thing[Practice], ...]
    """The active ones that are meant for today, or were spoken of."""
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
        drafts=tuple(d for d in workspace.drafts.all() if d.flow is not Flow.MEASURE),
        suggestion=suggestion(workspace, phase),
        waits=tuple(waiting(workspace, phase)),
        notice=_notice(workspace),
        practices=tuple(practices_of_today(workspace)),
        ticks=workspace.ticks.states(today - timedelta(days=STRIP_DAYS - 1), today),
        steps=tuple(steps_of_today(workspace)),
        means=tuple(
            scales.means(workspace, TRACKED, today - timedelta(days=TREND_DAYS - 1), today)
        ),
        past=line_of_the_day(workspace),
    )


def _notice(workspace: Workspace) -> str:
    from integrate_tui.safekeeping import backups  # noqa: PLC0415 - it brings what copies files

    return backups.state_words(workspace)


def suggestion(workspace: Workspace, phase: Phase | None = None) -> Suggestion | None:
    """Return the one guide that fits the day, or None."""
    phase = phase or workspace.phase()
    found = _fitting(workspace, workspace.packs.leads(), phase)
    if found is None:
        return None
    whole = workspace.packs.by_id(Guide, found.guide.id)
    if whole is None:  # there is a mistake further on in it
        return _fitting(workspace, workspace.packs.guides(), phase)
    return replace(found, guide=whole)


def _fitting(workspace: Workspace, among: Iterable[Guide], phase: Phase) -> Suggestion | None:
    standing = standing_of(workspace, phase)
    guides = [guide for guide in among if not _refusal(workspace, guide, standing)]
    return suggest_guide(guides, _situation(workspace, phase, guides))


def offered(workspace: Workspace) -> "list[Offered]":
    """Return every guide as it is looked through, those that fit the day first."""
    from integrate_tui.core.browse import in_groups  # noqa: PLC0415 - the first frame does without

    phase = workspace.phase()
    standing = standing_of(workspace, phase)
    guides = workspace.packs.guides()
    refusals = {guide.id: _refusal(workspace, guide, standing) for guide in guides}
    open_now = [guide for guide in guides if not refusals[guide.id]]
    now = _situation(workspace, phase, open_now)
    first = suggest_guide(open_now, now)
    return in_groups(
        guides,
        now,
        first=first.guide.id if first else "",
        refusals=refusals,
        last_used=workspace.entries.last_used(),
    )


def _situation(workspace: Workspace, phase: Phase, guides: Iterable[Guide]) -> Situation:
    return Situation(
        phase=phase,
        today=workspace.today,
        time_of_day=_time_of_day(workspace),
        hard=_is_hard(workspace),
        last_used=workspace.entries.last_used(workspace.today - timedelta(days=_RESTS_LOOKED_AT)),
        skipped=skipped(workspace),
        due=due_marks(workspace, guides),
    )


def _time_of_day(workspace: Workspace) -> Span | None:
    if workspace.is_evening:
        return Span.EVENING
    return Span.MORNING if dates.is_morning(workspace.now, workspace.day_starts) else None


def due_marks(workspace: Workspace, guides: Iterable[Guide]) -> list[marks.ExperienceMark]:
    """Return the marks of all experiences that can be made now, the one that closes first first."""
    marked = [guide for guide in guides if guide.mark is not None]
    if not marked:
        return []
    recent = [
        thing
        for thing in workspace.experiences.all()
        if timedelta() <= workspace.now - thing.moment.at < marks.LONGEST
    ]
    found = [mark for thing in recent for mark in marks_of(workspace, thing, marked)]
    return marks.due(found)


def marks_of(
    workspace: Workspace, experience: Thing[Experience], guides: Iterable[Guide]
) -> list[marks.ExperienceMark]:
    """Return the marks of one experience, the earliest first."""
    about = workspace.links.sources(experience.n, Role.ABOUT)
    return marks.marks_of(experience, guides, workspace.entries.guides_of(about), workspace.now)


def skipped(workspace: Workspace) -> dict[str, date]:
    """Return the day each guide was last put off, by its id."""
    return saved.days_by_name(workspace.settings.get(_SKIPPED))


def skip(workspace: Workspace, guide: Guide) -> None:
    """Put a guide off: it is not offered again for some days."""
    oldest = workspace.today - timedelta(days=SKIPPED_FOR)
    with workspace.write(f"Put off \u201c{guide.title}\u201d"):
        days = {id: day for id, day in skipped(workspace).items() if day > oldest}
        days[guide.id] = workspace.today
        workspace.settings.set(_SKIPPED, saved.days_to_text(days))


def begins_in_fragments(workspace: Workspace, guide: Guide) -> bool:
    """Tell whether a guide's free words are asked for as fragments at first.

    Only a free page is: a guide says itself what it asks for. Unless it is set otherwise, that is
    so in the week after a ketamine session, from which there often is no story to tell.
    """
    is_free_page = len(guide.prompts) == 1 and not guide.rules
    capture = workspace.settings.get("capture")
    if not is_free_page or capture == "page":
        return False
    phase = workspace.phase()
    is_early = phase.name in (PhaseName.LANDING, PhaseName.SETTLING)
    return capture == "fragments" or (is_early and phase.sort == _NO_STORY)


def _is_hard(workspace: Workspace) -> bool:
    """Tell whether distress was high on three days of the last week."""
    today = workspace.today
    means = scales.means(workspace, (gates.DISTRESS,), today - timedelta(days=6), today)
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
        day=phase.since, distress=distress.said_today(workspace), today=workspace.today
    )


def topic_refusal(workspace: Workspace, writing: "Writing") -> str:
    """Return why a piece of writing is not for its topic now; empty where it may be."""
    prompts = zip(writing.guide.prompts, writing.replies, strict=True)
    topic = next((reply.text for prompt, reply in prompts if prompt.name == gates.TOPIC), "")
    most = gates.most_sittings(writing.guide)
    if not most or not topic.strip():
        return ""
    sittings = workspace.entries.written_with(writing.guide.id, gates.TOPIC, most)
    return gates.topic_refusal(writing.guide, topic, sittings)


def _with_sittings(workspace: Workspace, standing: gates.Standing, guide: Guide) -> gates.Standing:
    most = gates.most_sittings(guide)
    if not most:
        return standing
    sittings = workspace.entries.written_with(guide.id, gates.TOPIC, most)
    return replace(standing, sittings=tuple(sittings))


def practices_of_today(workspace: Workspace) -> list[Thing[Practice]]:
    """Return the active practices that are meant for today, and those that were spoken of."""
    active, today = tending.active(workspace), workspace.today
    back = max((looked_back(read(each.value.schedule)) for each in active), default=0)
    ticks = workspace.ticks.states(today - timedelta(days=back), today)
    return [each for each in active if is_for(each.value, ticks.get(each.n, {}), today)]


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
