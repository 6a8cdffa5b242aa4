"""Experiences and their series: what is read together of one, and how sessions are planned.

Everything here is told and nothing is weighed: a series has blanks, and a blank is no fault.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from integrate_tui.core import around, series
from integrate_tui.core.dates import Moment, named_day
from integrate_tui.core.experience import Experience, Phase, PhaseName
from integrate_tui.core.marks import ExperienceMark
from integrate_tui.core.pieces import Guide
from integrate_tui.core.series import Course, Series, Session
from integrate_tui.core.text import clean_line, counted
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError
from integrate_tui.overview import marks_of
from integrate_tui.when import When
from integrate_tui.workspace import Workspace

_CARRY = "carry-forward"
"""The name of the prompt that asks for the line to take along."""
_LOOKED_THROUGH = 200


@value()
class InSeries:
    """An experience as one session of its series."""

    series: Thing[Series]
    course: Course
    session: Session

    @property
    def words(self) -> str:
        """What it is called there: `session 3 of 6`."""
        return series.session_words(self.course, self.session)


@value()
class Planned:
    """What planning sessions came to."""

    made: int
    """How many sessions are new; a moment that has one gets no second."""
    meant: int | None = None
    """How many are meant from now on, where that are more than were."""
    before: int | None = None
    """How many were meant before, where it was said."""

    @property
    def words(self) -> str:
        """What it came to, in words."""
        if not self.made:
            return "Nothing new."
        words = f"{counted(self.made, 'session')} planned."
        if self.meant is None:
            return words
        verb = "was" if self.before == 1 else "were"
        return f"{words} The series has {self.meant} now, where {self.before} {verb} meant."


def course_of(workspace: Workspace, found: Thing[Series]) -> Course:
    """Return a series as it stands today."""
    numbers = set(workspace.links.sources(found.n, Role.PART_OF))
    sessions = [each for each in workspace.experiences.all() if each.n in numbers]
    return series.course(found.value, sessions, workspace.now, workspace.today)


def in_series(workspace: Workspace, experience: int) -> InSeries | None:
    """Return an experience as a session of its series; None where it is in none."""
    found = workspace.series.of(experience)
    if found is None:
        return None
    course = course_of(workspace, found)
    session = series.session_of(course, experience)
    return None if session is None else InSeries(found, course, session)


def called(workspace: Workspace, experience: int) -> str:
    """Return what an experience is called in its series, empty where it is in none."""
    found = in_series(workspace, experience)
    return found.words if found else ""


def all_called(workspace: Workspace) -> dict[int, str]:
    """Return what every experience that is in a series is called there, by its number."""
    return {
        session.experience.n: series.session_words(course, session)
        for found in workspace.series.all()
        for course in (course_of(workspace, found),)
        for session in course.sessions
        if session.experience
    }


def brought_along(workspace: Workspace, experience: int) -> str:
    """Return the line that the session before gave an experience, empty where there is none.

    It is the one said on the experience itself, or else the one written in the marks after it.
    """
    inside = in_series(workspace, experience)
    before = series.before(inside.course, inside.session) if inside else None
    return line_of(workspace, before) if before else ""


def brought_now(workspace: Workspace) -> str:
    """Return the line to take along to what one is preparing for, from the latest session."""
    phase = workspace.phase()
    if phase.name is PhaseName.PREPARING and phase.n is not None:
        along = brought_along(workspace, phase.n)
        if along:
            return along
    been = [one for one in workspace.experiences.all() if around.began(one) <= workspace.now]
    return line_of(workspace, been[-1]) if been else ""


def line_of(workspace: Workspace, experience: Thing[Experience]) -> str:
    """Return the line that an experience hands on."""
    if experience.value.carry:
        return experience.value.carry
    about = workspace.links.sources(experience.n, Role.ABOUT)[:_LOOKED_THROUGH]
    briefs = workspace.threads.briefs(about)
    for n in sorted(about, reverse=True):
        if briefs[n].kind is not ThingKind.ENTRY:
            continue
        for answer in workspace.entries.get(n).value.answers:
            if answer.name == _CARRY and not answer.private and answer.said.strip():
                return clean_line(answer.said)
    return ""


def course_now(workspace: Workspace, phase: Phase) -> Course | None:
    """Return the series of the experience that a phase is counted from; None where it is in none.

    The next session of that series is what most people mean by what is next.
    """
    if not phase.session or phase.n is None:
        return None
    found = in_series(workspace, phase.n)
    return found.course if found else None


def next_in(
    workspace: Workspace, experience: Thing[Experience]
) -> tuple[Thing[Series], str] | None:
    """Return the series that an experience may be the next session of, and what it would be called.

    It is one that still has sessions to come, and whose last one was of the same kind and before.
    """
    for found in reversed(workspace.series.all()):
        course = course_of(workspace, found)
        been = [session.experience for session in course.sessions if session.experience]
        if not been or len(been) == len(course.sessions):
            continue
        last = been[-1]
        if last.value.sort == experience.value.sort and last.moment.day <= experience.moment.day:
            ahead = course.sessions[len(been)]
            return found, series.session_words(course, ahead)
    return None


def add_experience(
    workspace: Workspace, value: Experience, moment: Moment, *, part_of: int | None = None
) -> Thing[Experience]:
    """Keep an experience, past or planned, as a session of a series if one is named."""
    with workspace.write("Keep an experience"):
        kept = workspace.experiences.add(value, moment)
        if part_of is not None:
            workspace.links.set(kept.n, part_of, Role.PART_OF)
    return kept


def put_in_series(workspace: Workspace, experience: int, into: int | None) -> None:
    """Make an experience a session of a series, and of no other; None takes it out.

    Raises:
        UsageError: The series has as many sessions as one can have.
    """
    links = workspace.links
    label = "Put into a series" if into is not None else "Take out of a series"
    with workspace.write(label):
        if into is not None and len(links.sources(into, Role.PART_OF)) >= series.LONGEST:
            raise _too_many()
        for present in links.targets(experience, Role.PART_OF):
            if present != into:
                links.set(experience, present, Role.PART_OF, linked=False)
        if into is not None:
            links.set(experience, into, Role.PART_OF)


def plan(workspace: Workspace, found: Thing[Series], dates: Sequence[When]) -> Planned:
    """Plan sessions of a series on some days to come.

    They take their kind, setting and people from the latest session; a moment that has a session
    already, or is given twice, gets no second one.

    Raises:
        UsageError: One of the days has passed, or the series would have more sessions than one can
            have.
    """
    must_be_to_come(workspace, dates)
    with workspace.write(f"Plan {counted(len(dates), 'session')}"):  # read under the lock
        present = workspace.series.get(found.n)
        course = course_of(workspace, present)
        lived = [one.experience for one in course.sessions if one.experience]
        last = lived[-1].value if lived else Experience()
        taken = {(one.moment.day, one.moment.at if one.value.timed else None) for one in lived}
        made = 0
        for when in dates:
            moment = workspace.moment(when.at)
            place = (moment.day, moment.at if when.timed else None)
            if place in taken:
                continue
            taken.add(place)
            made += 1
            if len(lived) + made > series.LONGEST:
                raise _too_many()
            value = Experience(
                sort=last.sort, timed=when.timed, setting=last.setting, people=last.people
            )
            add_experience(workspace, value, moment, part_of=found.n)
        meant = present.value.planned
        count = len(lived) + made
        if meant is None or count <= meant:
            return Planned(made)
        workspace.series.change(found.n, replace(present.value, planned=count))
    return Planned(made, count, meant)


def must_be_to_come(workspace: Workspace, dates: Iterable[When]) -> None:
    """Ask whether sessions can be planned at some moments: not where it has passed.

    Raises:
        UsageError: One of them has passed.
    """
    today = workspace.today
    for when in dates:
        day = workspace.moment(when.at).day
        if day < today or (when.timed and when.at < workspace.now):
            raise UsageError(
                f"{named_day(day, today)} has passed, and sessions are planned ahead.",
                "Nothing was planned.",
                "One that has been is added with its day: a among the experiences, or"
                " `integrate experiences add --when DAY --series NAME` in a shell.",
            )


def _too_many() -> UsageError:
    return UsageError(f"A series has {series.LONGEST} sessions at most.", "Nothing was changed.")


def carry_on(workspace: Workspace, experience: int, line: str) -> Thing[Experience]:
    """Give an experience the line that it hands on to the next session of its series."""
    with workspace.write("Carry a line on"):  # read under the lock, as in `set_breakthrough`
        present = workspace.experiences.get(experience).value
        return workspace.experiences.change(experience, replace(present, carry=clean_line(line)))


def read_planned(typed: str) -> int | None:
    """Return how many sessions are meant, None where that is left unsaid.

    Raises:
        UsageError: It is no number of sessions.
    """
    words = typed.strip()
    if not words:
        return None
    number = int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else 0
    if not 1 <= number <= series.LONGEST:
        raise UsageError(f"The number of sessions is between 1 and {series.LONGEST}.")
    return number


def readings(workspace: Workspace, experience: Thing[Experience]) -> list[around.Line]:
    """Return how mood, distress and clarity went around an experience."""
    start = around.began(experience)
    try:
        first, last = start - around.BEFORE, start + around.AFTER
    except OverflowError:  # the first or the last day a calendar has
        return []
    found = workspace.experiences.readings(experience.n, around.NAMES, first, last)
    return around.lines(experience, found)


def marks(workspace: Workspace, experience: Thing[Experience]) -> list[ExperienceMark]:
    """Return the marks of an experience, the earliest first."""
    return marks_of(workspace, experience, workspace.packs.guides())


def mark_guides(workspace: Workspace, sort: str) -> list[Guide]:
    """Return the guides that are marks of experiences of a kind, the earliest first."""
    guides = [guide for guide in workspace.packs.guides() if guide.mark is not None]
    fitting = [g for g in guides if not g.meant_for or sort.casefold() in g.meant_for]
    return sorted(fitting, key=lambda guide: (guide.mark.first if guide.mark else 0, guide.id))
