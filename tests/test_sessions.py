"""Series, fragments with their hours, what is hoped for, then and now."""

from datetime import UTC, date, datetime, timedelta

import pytest

from integrate_tui import afterwards, sessions, threads
from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalSort, GoalState
from integrate_tui.core.series import LONGEST, Series
from integrate_tui.core.thing import Role, Thing
from integrate_tui.errors import UsageError
from integrate_tui.when import When, read_moment
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_rating, a_report
from tests.fakes import FakeClock
from tests.meanwhile import before_the_next_write


def lived(workspace: Workspace, name: str = "", **back: float) -> Thing[Experience]:
    """Keep an experience of so long ago."""
    moment = workspace.moment(workspace.now - timedelta(**back))
    return workspace.experiences.add(Experience(name, "ketamine", timed=True), moment)


def a_series(workspace: Workspace, *days: float, planned: int | None = 6) -> Thing[Series]:
    """Keep a series with sessions so many days ago."""
    found = workspace.series.add(Series("Six", planned), workspace.moment())
    for back in days:
        sessions.put_in_series(workspace, lived(workspace, days=back).n, found.n)
    return found


def on(workspace: Workspace, *typed: str) -> list[When]:
    return [read_moment(words, workspace.now, workspace.day_starts) for words in typed]


def test_the_phase_line_says_which_session_it_is(workspace: Workspace):
    a_series(workspace, 13, 9, 5)
    assert workspace.phase().words == "Settling · day 5 after session 3 of 6"


def test_outside_a_series_it_says_the_name(workspace: Workspace):
    lived(workspace, "The lake", days=5)
    assert workspace.phase().words == "Settling · day 5 after The lake"
    assert sessions.course_now(workspace, workspace.phase()) is None


def test_planned_days_become_sessions_of_the_same_kind(workspace: Workspace):
    found = a_series(workspace, 5)

    made = sessions.plan(workspace, found, on(workspace, "2026-11-26 14:00", "2026-12-01")).made

    course = sessions.course_of(workspace, found)
    assert made == 2
    assert [one.day for one in course.sessions[1:3]] == [date(2026, 11, 26), date(2026, 12, 1)]
    planned = course.sessions[1].experience
    assert planned is not None
    assert (planned.value.sort, planned.value.timed) == ("ketamine", True)
    assert workspace.undo() == "Plan 2 sessions"
    assert len(workspace.experiences.all()) == 1


def test_a_day_is_planned_once(workspace: Workspace):
    found = a_series(workspace)
    days = on(workspace, "2026-12-01", "2026-12-01")
    sessions.plan(workspace, found, days[:1])

    assert sessions.plan(workspace, found, days[:1]).made == 0
    assert workspace.experiences.count() == 1


def test_planning_more_than_was_meant_makes_more_meant(workspace: Workspace):
    found = a_series(workspace, 9, 5, planned=2)

    planned = sessions.plan(workspace, found, on(workspace, "2026-12-01"))

    assert workspace.series.get(found.n).value.planned == 3
    assert planned.words == "1 session planned. The series has 3 now, where 2 were meant."


@pytest.mark.parametrize("typed", ["1900-01-01", "2026-11-21", "2026-11-22 08:00"])
def test_a_session_is_planned_only_ahead(workspace: Workspace, typed: str):
    found = a_series(workspace, 5)

    with pytest.raises(UsageError, match="has passed") as refused:
        sessions.plan(workspace, found, on(workspace, "2026-12-01", typed))

    assert "experiences add --when" in refused.value.do
    assert workspace.experiences.count() == 1


def test_a_session_can_be_planned_for_today(workspace: Workspace):
    found = a_series(workspace, 5)
    assert sessions.plan(workspace, found, on(workspace, "today")).made == 1


def test_an_experience_is_in_one_series_and_can_be_taken_out(workspace: Workspace):
    one, other = a_series(workspace, 5), a_series(workspace)
    (thing,) = workspace.experiences.all()

    sessions.put_in_series(workspace, thing.n, other.n)
    assert sessions.course_of(workspace, one).been == 0
    assert sessions.called(workspace, thing.n) == "session 1 of 6"

    sessions.put_in_series(workspace, thing.n, None)
    assert sessions.in_series(workspace, thing.n) is None


def test_two_hundred_sessions_are_read_and_one_too_many_is_refused(workspace: Workspace):
    found = a_series(workspace, planned=None)
    days = [When(workspace.now + timedelta(days=i), timed=False) for i in range(1, 201)]

    assert sessions.plan(workspace, found, days).made == 200
    assert len(sessions.all_called(workspace)) == 200
    more = [When(workspace.now + timedelta(days=i), timed=False) for i in range(201, 203 + LONGEST)]
    with pytest.raises(UsageError):
        sessions.plan(workspace, found, more)
    assert workspace.experiences.count() == 200


@pytest.mark.parametrize("typed", ["0", "-1", "six", "501", "1e9", "99999999"])
def test_a_number_of_sessions_that_cannot_be_is_refused(typed: str):
    with pytest.raises(UsageError):
        sessions.read_planned(typed)


def test_the_number_of_sessions_may_be_left_unsaid():
    assert sessions.read_planned(" ") is None
    assert sessions.read_planned("6") == 6


def test_the_line_of_a_session_comes_with_the_next(workspace: Workspace):
    a_series(workspace, 9, 5)
    first, second = workspace.experiences.all()

    sessions.carry_on(workspace, first.n, "  Music softer. ")

    assert sessions.brought_along(workspace, second.n) == "Music softer."
    assert sessions.brought_along(workspace, first.n) == ""


def test_a_line_written_in_a_mark_is_brought_along_too(workspace: Workspace):
    a_series(workspace, 9, 5)
    first, second = workspace.experiences.all()
    answer = Answered("What to carry?", Reply("Ask for the window."), "line", name="carry-forward")
    entry = workspace.entries.add(Entry(answers=(answer,)), workspace.moment())
    workspace.links.set(entry.n, first.n, Role.ABOUT)

    assert sessions.brought_along(workspace, second.n) == "Ask for the window."
    assert sessions.brought_along(workspace, first.n) == ""


def test_while_one_prepares_the_line_of_the_latest_session_is_at_hand(workspace: Workspace):
    found = a_series(workspace, 5)
    (first,) = workspace.experiences.all()
    assert sessions.brought_now(workspace) == ""
    sessions.carry_on(workspace, first.n, "Music softer.")
    assert sessions.brought_now(workspace) == "Music softer."

    sessions.plan(workspace, found, on(workspace, "2026-11-23 14:00"))
    assert workspace.phase().words == "Preparing \u00b7 session 2 of 6 tomorrow"
    assert sessions.brought_now(workspace) == "Music softer."


def test_a_deleted_session_leaves_the_others_in_their_order(workspace: Workspace):
    found = a_series(workspace, 13, 9, 5)
    _, second, third = workspace.experiences.all()

    workspace.trash.put(second.n, "Delete")

    assert sessions.called(workspace, third.n) == "session 2 of 6"
    assert sessions.course_of(workspace, found).been == 2


def test_numbers_of_check_ins_and_entries_around_it_are_read(workspace: Workspace):
    thing = lived(workspace, days=3)
    for hours, mood in ((-20, 3), (4, 6), (200, 9)):
        moment = workspace.moment(thing.moment.at + timedelta(hours=hours))
        workspace.checkins.add(a_report(a_rating("mood", mood)), moment)
    marked = workspace.entries.add(
        Entry(answers=(a_rating("mood", 7),)),
        workspace.moment(thing.moment.at + timedelta(hours=24)),
    )
    workspace.entries.add(Entry(answers=(a_rating("appetite", 7),)), workspace.moment())

    (line,) = sessions.readings(workspace, thing)
    assert [one.number for one in line.readings] == [3, 6, 7]

    workspace.trash.put(marked.n, "Delete")
    (line,) = sessions.readings(workspace, thing)
    assert [one.number for one in line.readings] == [3, 6]


def test_a_scale_counted_from_one_session_belongs_to_that_one(workspace: Workspace):
    first, second = lived(workspace, days=5), lived(workspace, days=4)
    entry = workspace.entries.add(
        Entry(answers=(a_rating("mood-shift", 2, -5, 5),)), workspace.moment()
    )
    workspace.links.set(entry.n, first.n, Role.ABOUT)

    assert [line.name for line in sessions.readings(workspace, first)] == ["mood-shift"]
    assert sessions.readings(workspace, second) == []


@pytest.mark.parametrize(
    "day", [(1, 1, 1), (1, 1, 2), (1900, 1, 1), (9999, 12, 25), (9999, 12, 31)]
)
def test_any_day_a_calendar_has_can_be_read_around(workspace: Workspace, day: tuple[int, int, int]):
    at = datetime(*day, 12, tzinfo=UTC)
    kept = workspace.experiences.add(Experience("far", timed=True), workspace.moment(at))

    assert sessions.readings(workspace, kept) == []
    assert sessions.marks(workspace, kept) is not None


def test_a_breakthrough_is_marked_and_unmarked(workspace: Workspace):
    thing = lived(workspace, days=1)
    n = afterwards.add_fragment(workspace, thing.n, Fragment("a door")).n

    assert afterwards.set_breakthrough(workspace, n).value.breakthrough
    assert not afterwards.set_breakthrough(workspace, n).value.breakthrough
    assert workspace.links.targets(n, Role.ABOUT) == [thing.n]


def test_what_followed_hangs_on_the_breakthrough_and_the_experience(workspace: Workspace):
    thing = lived(workspace, days=40)
    n = afterwards.add_fragment(workspace, thing.n, Fragment("a door", breakthrough=True)).n

    kept = afterwards.keep_what_followed(workspace, n, thing.n, "I called her.")

    assert workspace.links.targets(kept.n, Role.CAME_FROM) == [n]
    assert workspace.links.targets(kept.n, Role.ABOUT) == [thing.n]
    with pytest.raises(UsageError):
        afterwards.keep_what_followed(workspace, n, thing.n, "  ")


def test_a_fragment_without_words_is_refused(workspace: Workspace):
    with pytest.raises(UsageError):
        afterwards.add_fragment(workspace, lived(workspace).n, Fragment("  "))


def test_what_is_hoped_for_stands_beside_what_was_written_after_each_session(
    workspace: Workspace,
):
    a_series(workspace, 9, 5)
    first, second = workspace.experiences.all()
    goal = afterwards.add_hope(workspace, first.n, "Up before nine", "blinds up at nine")
    for days, text in ((20, "before"), (7, "once"), (1, "twice")):
        moment = workspace.moment(workspace.now - timedelta(days=days))
        entry = workspace.entries.add(Entry(text=text), moment)
        workspace.links.set(entry.n, goal.n, Role.SPEAKS_OF)

    found = afterwards.spoken_of(workspace, goal, [second, first])

    assert {n: [one.value.text for one in entries] for n, entries in found.items()} == {
        first.n: ["once"], second.n: ["twice"]
    }  # fmt: skip


def hoped(workspace: Workspace, of: Thing[Series] | Thing[Experience]) -> list[str]:
    return [goal.value.title for goal in afterwards.hopes(workspace, of.n)]


def test_what_is_hoped_of_a_series_hangs_on_it_and_stands_there_alone(workspace: Workspace):
    six = a_series(workspace, 9)
    session = workspace.experiences.all()[0]
    other = workspace.series.add(Series("Two"), workspace.moment())

    goal = afterwards.add_hope(workspace, six.n, "Up before nine", "")

    assert workspace.links.targets(goal.n, Role.FOR) == [six.n]
    assert hoped(workspace, six) == hoped(workspace, session) == ["Up before nine"]
    assert hoped(workspace, other) == []


def test_what_is_hoped_of_a_session_is_hoped_of_its_series(workspace: Workspace):
    six = a_series(workspace, 9)
    session = workspace.experiences.all()[0]

    goal = afterwards.add_hope(workspace, session.n, "Up before nine", "")

    assert workspace.links.targets(goal.n, Role.FOR) == [six.n]


def test_what_is_hoped_of_an_experience_alone_hangs_on_it_wherever_it_comes_to(
    workspace: Workspace,
):
    one, other = lived(workspace, days=9), lived(workspace, days=5)

    goal = afterwards.add_hope(workspace, one.n, "Up before nine", "")

    assert workspace.links.targets(goal.n, Role.ABOUT) == [one.n]
    assert hoped(workspace, one) == ["Up before nine"]
    assert hoped(workspace, other) == []
    six = workspace.series.add(Series("Six"), workspace.moment())
    sessions.put_in_series(workspace, one.n, six.n)
    assert hoped(workspace, six) == ["Up before nine"]


def test_what_hangs_on_no_series_is_hoped_of_all(workspace: Workspace):
    six = a_series(workspace, 9)
    two = workspace.series.add(Series("Two"), workspace.moment())
    goal = workspace.goals.add(Goal("Sleep", sort=GoalSort.TREATMENT), workspace.moment())
    assert hoped(workspace, six) == hoped(workspace, two) == ["Sleep"]

    threads.link(workspace, goal.n, two.n)

    assert workspace.links.targets(goal.n, Role.FOR) == [two.n]
    assert (hoped(workspace, six), hoped(workspace, two)) == ([], ["Sleep"])


def test_only_what_a_treatment_is_for_is_hoped_for(workspace: Workspace):
    found = a_series(workspace, 9)
    workspace.goals.add(Goal("Another"), workspace.moment())
    workspace.goals.add(
        Goal("Given up", sort=GoalSort.TREATMENT, state=GoalState.LET_GO), workspace.moment()
    )
    assert afterwards.hopes(workspace, found.n) == []
    with pytest.raises(UsageError):
        afterwards.add_hope(workspace, found.n, " ", "")


def test_the_first_notes_are_the_oldest_and_keep_what_is_private_out(workspace: Workspace):
    thing = lived(workspace, days=60)
    later = workspace.entries.add(Entry(text="later"), workspace.moment())
    secret = Answered("Hard?", Reply("secret"), private=True)
    first = workspace.entries.add(
        Entry(text="at once", answers=(secret,)),
        workspace.moment(thing.moment.at + timedelta(hours=2)),
    )
    for n in (later.n, first.n):
        workspace.links.set(n, thing.n, Role.ABOUT)

    assert afterwards.first_notes(workspace, thing.n) == ["at once", "later"]
    assert afterwards.first_notes(workspace, lived(workspace).n) == []


def test_todays_answer_is_kept_once_however_often_it_is_tried(workspace: Workspace):
    thing = lived(workspace, days=60)
    id = workspace.new_id()

    kept = [afterwards.keep_now(workspace, thing.n, "Still the lake.", id=id) for _ in range(2)]

    assert kept[0].n == kept[1].n
    assert workspace.links.sources(thing.n, Role.ABOUT) == [kept[0].n]


@pytest.mark.parametrize(("days", "offered"), [(29, False), (30, True), (400, True)])
def test_then_and_now_is_offered_from_day_thirty(workspace: Workspace, days: int, offered: bool):
    assert afterwards.is_offered_then(workspace, lived(workspace, days=days)) is offered


def test_a_moment_that_is_given_twice_is_planned_once(workspace: Workspace):
    found = a_series(workspace)
    days = on(workspace, "2026-12-01", "2026-12-01", "2026-12-02 14:00", "2026-12-02 14:00")

    assert sessions.plan(workspace, found, days).made == 2
    assert workspace.experiences.count() == 2


def test_what_another_window_planned_meanwhile_is_not_planned_again(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    found = a_series(workspace, planned=1)
    days = on(workspace, "2026-12-01", "2026-12-05")
    other = open_workspace(workspace.paths, clock)
    before_the_next_write(monkeypatch, lambda: sessions.plan(other, found, days[:1]), of=workspace)

    assert sessions.plan(workspace, found, days).made == 1
    other.close()
    assert workspace.experiences.count() == 2
    assert workspace.series.get(found.n).value.planned == 2


def test_planning_keeps_the_name_another_window_gave_the_series(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    found = a_series(workspace, planned=1)
    other = open_workspace(workspace.paths, clock)
    before_the_next_write(
        monkeypatch, lambda: other.series.change(found.n, Series("New", 1)), of=workspace
    )

    sessions.plan(workspace, found, on(workspace, "2026-12-01", "2026-12-05"))
    other.close()

    assert workspace.series.get(found.n).value == Series("New", 2)


def test_a_series_that_another_window_filled_meanwhile_takes_no_more(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("integrate_tui.core.series.LONGEST", 1)
    found, one, last = a_series(workspace), lived(workspace).n, lived(workspace).n
    other = open_workspace(workspace.paths, clock)
    before_the_next_write(
        monkeypatch, lambda: sessions.put_in_series(other, one, found.n), of=workspace
    )

    with pytest.raises(UsageError, match="1 sessions at most"):
        sessions.put_in_series(workspace, last, found.n)
    other.close()
    assert workspace.links.sources(found.n, Role.PART_OF) == [one]
