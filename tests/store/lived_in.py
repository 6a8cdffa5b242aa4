"""A journal somebody has lived with for a while: every kind, a history, links, a trash, a draft."""

from dataclasses import replace
from datetime import date

from integrate_tui.core.answers import Reply
from integrate_tui.core.boundary import Boundary, BoundaryState
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, LineState, Standing
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.own_value import OwnValue, ValuePlace
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.practice import Practice, Rest, Tick, TickState
from integrate_tui.core.series import Series
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Role, Stage
from integrate_tui.core.worksheet import Worksheet
from tests.builders import (
    a_draft,
    a_guided_entry,
    a_moment,
    a_rating,
    a_report,
    a_result,
    a_sitting,
    some_feelings,
)
from tests.store.desk import Desk


def live(desk: Desk) -> None:
    """Fill a journal: number 1 is an experience, 2 an entry about it, 3 an insight from that."""
    lake = desk.experiences.add(
        Experience("The lake", "psilocybin", True, "a house", "Ana", "to listen", "Cold."),
        a_moment(days=5, hours=6),
    ).n
    answers = (
        a_rating("mood", 7),
        Answered(
            "What is still with you?", Reply("The light.\nThe cold."), guidance="Small is fine."
        ),
        some_feelings("calm", "tired", families=("Quiet", "Low")),
    )
    entry = desk.entries.add(a_guided_entry(*answers), a_moment(days=3), tags=["sea", "first"]).n
    insight = desk.insights.add(Insight("It is all one."), a_moment(days=3), tags=["insight"]).n
    desk.links.set(entry, lake, Role.ABOUT)
    desk.links.set(insight, entry, Role.CAME_FROM)
    desk.clock.advance(minutes=5)
    desk.insights.change(
        insight, Insight("It is all one.", InsightSort.BELIEF, Standing.REVISE, "Mostly.")
    )
    for back, mood in ((4, 3), (3, 5), (3, 6), (0, 8)):
        report = a_report(
            a_rating("mood", mood), a_rating("distress", 10 - mood), note=f"Day {back}."
        )
        desk.checkins.add(report, a_moment(days=back))
    for back in range(12):
        desk.entries.add(Entry(text=f"Free writing {back}.\nÜber den See."), a_moment(hours=back))
    fragment = desk.fragments.add(Fragment("A blue door.", "image"), a_moment(days=5)).n
    desk.links.set(fragment, lake, Role.ABOUT)
    desk.lines.add(KeptLine("Ask about the ring", "talk list"), a_moment(days=2))
    goal = desk.goals.add(Goal("Live by the water", "Because."), a_moment(days=2)).n
    step = desk.steps.add(
        GoalStep("Call Ana", StepState.DONE, date(2026, 11, 24), date(2026, 11, 22)), a_moment()
    ).n
    desk.links.set(step, goal, Role.PART_OF)
    walk = desk.practices.add(Practice("Walk", "after coffee", why="Legs."), a_moment(days=4)).n
    for back, state in ((2, TickState.DONE), (1, TickState.SKIPPED), (0, TickState.DONE)):
        desk.ticks.set(Tick(walk, state, "Rain." if back == 1 else ""), a_moment(days=back), "Tick")
    desk.sittings.add(a_sitting(before=7, after=4, breaths=9, finished=True), a_moment(days=1))
    result = desk.results.add(a_result(note="A hard week."), a_moment(days=1)).n
    desk.links.set(result, lake, Role.ABOUT)
    desk.labels.set_starred(entry, starred=True)
    desk.labels.set_stage(entry, Stage.APPLY)
    grow(desk, lake, insight, goal)
    gone = desk.entries.add(Entry("Thrown away", "Words in the trash."), a_moment(days=1)).n
    desk.trash.put(gone, "Delete")
    erased = desk.entries.add(Entry(text="Nothing of this is left."), a_moment(days=1)).n
    desk.trash.put(erased, "Delete")
    desk.trash.empty([erased])
    desk.settings.set("day-starts", "05:00")
    desk.drafts.save(a_draft(data='{"guide": "week-one", "answers": []}', window="1-a"))


def grow(desk: Desk, lake: int, insight: int, goal: int) -> None:
    """Add what grows from an experience: a series, values, boundaries, patterns, people, themes."""
    series = desk.series.add(Series("Three evenings", 3, "In spring."), a_moment(days=6)).n
    desk.links.set(lake, series, Role.PART_OF)
    kept = desk.experiences.get(lake).value
    desk.experiences.change(lake, replace(kept, carry="Slower."))
    desk.fragments.add(Fragment("It opened.", breakthrough=True), a_moment(days=5))
    quiet = desk.values.add(OwnValue("Quiet", "No noise.", ValuePlace.FIVE, 9, 4), a_moment()).n
    desk.links.set(goal, quiet, Role.FOR)
    live_by = desk.goals.get(goal).value
    desk.goals.change(
        goal,
        replace(
            live_by,
            sort=GoalSort.TREATMENT,
            outcome="Mornings outside.",
            obstacle="The telephone.",
            plan="If it rings, I let it.",
            sign="Shoes by the door.",
            review=date(2026, 12, 1),
            confidence=6,
            area="place",
        ),
    )
    desk.steps.add(GoalStep("Look at a map", minutes=10, area="place"), a_moment())
    desk.practices.add(
        Practice(
            "Stretch",
            schedule="mon wed fri",
            since=date(2026, 11, 20),
            small="One arm.",
            unit="minutes",
            rests=(Rest(date(2026, 11, 1), date(2026, 11, 3)), Rest(date(2026, 11, 21))),
            closing="Enough for now.",
        ),
        a_moment(days=2),
    )
    line = Boundary(
        "No calls after nine",
        sort="time",
        need="Sleep.",
        wording="I will call tomorrow.",
        response="I let it ring.",
        confidence=7,
        state=BoundaryState.RESTED,
        not_safe=True,
        notes="With Ana.",
    )
    boundary = desk.boundaries.add(line, a_moment(days=1)).n
    desk.links.set(boundary, insight, Role.CAME_FROM)
    loop = Pattern("Scrolling", "Bed", "Phone", "Ease", "Sleep", "A page", notes="Old.")
    pattern = desk.patterns.add(loop, a_moment(days=1)).n
    desk.occasions.add(Occasion(boundary, How.HELD, "It was easy."), a_moment())
    desk.occasions.add(Occasion(pattern, How.RAN_DIFFERENTLY), a_moment())
    look = Worksheet(
        insight, 3, 8, "Seen.", "The water.", "The winter.", "A house.", "A week.", Standing.HOLD
    )
    desk.worksheets.add(look, a_moment())
    seen = desk.insights.get(insight).value
    desk.insights.change(insight, replace(seen, looks=2, looked=date(2026, 11, 22), left_open=True))
    ring = KeptLine(
        "The house", "pause card", "Not yet.", LineState.DONE, date(2026, 12, 6), "friend"
    )
    card = desk.lines.add(ring, a_moment()).n
    desk.labels.set_settled(card, settled=True)
    desk.people.add(
        Person("Dr. Sea", PersonRole.THERAPIST, "by letter", "9 to 5", date(2026, 11, 30), "Kind."),
        a_moment(),
    )
    theme = desk.themes.add(Theme("Water", "All of it."), a_moment()).n
    desk.links.set(insight, theme, Role.IN)
    desk.links.set(boundary, pattern, Role.WITH)
