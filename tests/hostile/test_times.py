"""Clocks that are wrong, go back or travel: the order stays, and no age is negative."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from textual.screen import Screen

from integrate_tui import paths
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.thing import ThingKind
from integrate_tui.keeping import keep_page
from integrate_tui.safekeeping import backups
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.places import PLACES
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import live
from tests.cli.conftest import Integrate
from tests.fakes import EVENING, FakeClock
from tests.tui.conftest import drawn, press, settle

BERLIN = ZoneInfo("Europe/Berlin")
ODD = {
    "1970": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "before 1970": datetime(1969, 12, 31, 12, tzinfo=UTC),
    "1980": datetime(1980, 1, 6, tzinfo=BERLIN),
    "2038": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    "9999": datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    "9999, far in the east": datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("Pacific/Kiritimati")),
}
NEGATIVE = re.compile(
    r"(?<![\w:.\d])[-\u2212]\d+ (?:day|week|month|year|hour|minute)|in -\d|day -\d"
)


@pytest.fixture
def workspace(clock: FakeClock) -> Iterator[Workspace]:
    """A journal of some weeks."""
    workspace = open_workspace(paths.find(), clock, busy_ms=50)
    workspace.settings.set("welcome", "seen")
    workspace.settings.set("health", "none")
    live(workspace, clock, entries=12, days=20)
    yield workspace
    workspace.close()


@pytest.fixture
def integrate(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Integrate:
    """The command line."""
    return Integrate(monkeypatch, clock)


def keep_one_of_each(workspace: Workspace) -> list[int]:
    """Keep something now, of every kind that has a day, and return the numbers."""
    now = workspace.moment()
    walk = workspace.practices.add(Practice("Walk"), now).n
    return [
        keep_page(workspace, "A page.", title="A page").n,
        workspace.fragments.add(Fragment("A door."), now).n,
        workspace.insights.add(Insight("It is one."), now).n,
        workspace.goals.add(Goal("Be out"), now).n,
        workspace.steps.add(GoalStep("Go", due=workspace.today), now).n,
        walk,
        workspace.ticks.set(Tick(walk), now, "Tick").n,
        workspace.experiences.add(Experience("The lake", "mdma", True), now).n,
    ]


COMMANDS = (
    "today list goals experiences insights trends review doctor backup on-this-day values care"
    " cards container talk settings inbox support ground"
)


@pytest.mark.parametrize("when", ODD)
def test_at_any_time_everything_is_kept_and_every_command_answers(
    workspace: Workspace, integrate: Integrate, clock: FakeClock, when: str
):
    clock.set(ODD[when])
    kept = keep_one_of_each(workspace)
    workspace.close()
    for name in COMMANDS.split():
        answer = integrate("--plain", name, typed=[""] * 20)
        assert answer.code in (0, 1), (name, answer.err)
        assert "inside integrate" not in answer.err
        assert NEGATIVE.findall(answer.out + answer.err) == [], name
    for n in kept:
        answer = integrate("show", str(n))
        assert answer.code == 0
        assert NEGATIVE.findall(answer.out) == []
    clock.set(EVENING)
    for name in ("today", "list", "trends", "review"):
        answer = integrate("--plain", name, typed=[""] * 20)
        assert answer.code == 0
        assert NEGATIVE.findall(answer.out + answer.err) == [], name


@pytest.mark.parametrize("when", ["1970", "2038", "9999"])
async def test_at_any_time_every_place_is_drawn(workspace: Workspace, clock: FakeClock, when: str):
    clock.set(ODD[when])
    keep_one_of_each(workspace)
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        for place in PLACES:
            app.action_go(place.mode)
            await settle(pilot)
            await press(pilot, "down", "right", "left")
            assert app.current_mode == place.mode
            assert NEGATIVE.findall(drawn(pilot)) == []
        for screen in (app.open_settings, app.open_trash, app.choose_guide, app.open_measures):
            screen()
            await settle(pilot)
            assert NEGATIVE.findall(drawn(pilot)) == []
            assert isinstance(app.pop_screen(), object)
            assert isinstance(app.screen, Screen)


def test_a_clock_that_went_back_changes_nothing_that_was_kept_and_no_order_of_states(
    workspace: Workspace, clock: FakeClock
):
    n = workspace.insights.add(Insight("First."), workspace.moment()).n
    clock.set(EVENING - timedelta(days=400))
    workspace.insights.change(n, Insight("Second."))
    clock.set(EVENING - timedelta(days=900))
    workspace.insights.change(n, Insight("Third."))
    assert workspace.insights.get(n).value.line == "Third."
    assert [state.title for state in workspace.journal.history(n)] == [
        "First.",
        "Second.",
        "Third.",
    ]
    assert workspace.undo()
    assert workspace.insights.get(n).value.line == "Second."
    assert all(state.intact for state in workspace.journal.history(n))


def test_two_things_never_share_an_id_though_the_clock_stands_or_goes_back(
    workspace: Workspace, clock: FakeClock
):
    ids = []
    for step in (0, 0, -1, 0, -3600, 7200):
        clock.advance(step)
        ids.append(workspace.fragments.add(Fragment("A door."), workspace.moment()).id)
    assert len(set(ids)) == len(ids)


def test_a_clock_that_went_back_takes_no_copy_away(workspace: Workspace, clock: FakeClock):
    made = []
    for back in (0, 1, 400, 20_000, -4000):
        clock.set(EVENING - timedelta(days=back))
        made.append(backups.make_again(workspace.paths, workspace.today, ""))
    assert made[-1].exists()
    assert any(path.exists() for path in made[:1])


def test_a_draft_from_the_future_is_still_offered(workspace: Workspace, clock: FakeClock):
    from tests.builders import a_draft

    workspace.drafts.save(a_draft(changed=datetime(9999, 1, 1, tzinfo=UTC)))
    workspace.drafts.save(a_draft("d-2", changed=datetime(1970, 1, 1, tzinfo=UTC)))
    assert {draft.id for draft in workspace.drafts.all()} >= {"d-1", "d-2"}


# Where the clocks change, and elsewhere.


def test_the_hour_that_comes_twice_keeps_both_in_their_order(
    workspace: Workspace, clock: FakeClock
):
    clock.set(datetime(2027, 10, 31, 2, 30, fold=0, tzinfo=BERLIN))
    first = keep_page(workspace, "The first half past two.").n
    clock.advance(hours=1)
    second = keep_page(workspace, "The second half past two.").n
    shown = [brief for brief in workspace.journal.page(5) if brief.n in (first, second)]
    assert [brief.n for brief in shown] == [second, first]
    assert [f"{brief.moment.local:%H:%M %z}" for brief in shown] == ["02:30 +0100", "02:30 +0200"]
    assert shown[0].moment.at - shown[1].moment.at == timedelta(hours=1)


def test_a_time_in_the_hour_that_is_skipped_is_kept_as_an_hour_later(
    workspace: Workspace, integrate: Integrate, clock: FakeClock
):
    clock.set(datetime(2027, 3, 28, 12, tzinfo=BERLIN))
    workspace.close()
    answer = integrate("note", "In the gap.", "--at", "2027-03-28 02:30", "--json")
    assert answer.code == 0
    listed = integrate("list", "--limit", "1", "--json").json
    assert "03:30" in str(listed)


def test_a_day_stays_the_day_it_was_written_on_wherever_one_travels(
    workspace: Workspace, clock: FakeClock
):
    clock.set(datetime(2027, 1, 1, 23, 30, tzinfo=ZoneInfo("Pacific/Auckland")))
    there = keep_page(workspace, "A summer evening.").n
    clock.set(datetime(2027, 1, 1, 23, 30, tzinfo=ZoneInfo("Pacific/Honolulu")))
    here = keep_page(workspace, "A later evening of the same day.").n
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        clock.set(datetime(2027, 1, 5, 12, tzinfo=ZoneInfo(zone)))
        days = {n: workspace.entries.get(n).moment.day for n in (there, here)}
        assert days == {there: date(2027, 1, 1), here: date(2027, 1, 1)}
        walls = [f"{workspace.entries.get(n).moment.local:%d. %H:%M}" for n in (there, here)]
        assert walls == ["01. 23:30", "01. 23:30"]
    newest = [brief.n for brief in workspace.journal.page(3) if brief.kind is ThingKind.ENTRY]
    assert newest.index(here) < newest.index(there)


async def test_a_flight_over_the_date_line_under_an_open_window_does_no_harm(
    workspace: Workspace, clock: FakeClock
):
    app = IntegrateApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "UTC"):
            clock.set(clock.now().astimezone(ZoneInfo(zone)) - timedelta(hours=3))
            app._look_elsewhere()
            await settle(pilot)
            assert NEGATIVE.findall(drawn(pilot)) == []
            await press(pilot, "2", "1")
