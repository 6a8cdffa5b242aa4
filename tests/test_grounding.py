"""Grounding over a journal: what was said today, what rests, the card, and what was told."""

from integrate_tui import grounding, keeping
from integrate_tui.core.checkin import Report
from integrate_tui.core.clearance import Clearance, Verdict
from integrate_tui.core.grounding import Feels, Hindrance
from integrate_tui.core.health import Asked, HealthCard, answered
from integrate_tui.core.pieces import Exercise
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_rating, a_sitting
from tests.fakes import FakeClock


def check_in(workspace: Workspace, distress: int) -> None:
    report = Report("daily", "Daily", answers=(a_rating("distress", distress),))
    workspace.checkins.add(report, workspace.moment())


def sit(workspace: Workspace, exercise: str, before: int | None, after: int | None) -> None:
    value = a_sitting(exercise=exercise, title=exercise, before=before, after=after)
    keeping.keep_sitting(workspace, value)


def test_with_nothing_said_today_there_is_no_number(workspace: Workspace, clock: FakeClock):
    check_in(workspace, 9)
    clock.advance(days=1)

    assert grounding.said_today(workspace) is None


def test_the_last_number_of_the_day_counts_wherever_it_was_said(
    workspace: Workspace, clock: FakeClock
):
    check_in(workspace, 9)
    clock.advance(hours=1)
    sit(workspace, "rain", 7, 5)
    assert grounding.said_today(workspace) == 5
    clock.advance(hours=1)
    sit(workspace, "rain", 6, None)
    assert grounding.said_today(workspace) == 6
    clock.advance(hours=1)
    check_in(workspace, 2)
    assert grounding.said_today(workspace) == 2


def test_what_rose_rests_for_the_week_and_is_offered_again_after_it(
    workspace: Workspace, clock: FakeClock
):
    sit(workspace, "rain", 3, 6)
    assert "rain" in grounding.resting(workspace)
    assert all(
        offer.exercise is None or offer.exercise.id != "rain"
        for offer in grounding.offers(workspace, Feels(4))
    )
    (held,) = grounding.withheld(workspace)
    assert (held.exercise.id, held.hindrance) == ("rain", Hindrance.RESTS)
    clock.advance(days=7)
    assert grounding.withheld(workspace) == []


def test_a_sitting_in_the_trash_says_nothing(workspace: Workspace):
    sit(workspace, "rain", 3, 6)
    workspace.trash.put(workspace.sittings.all()[0].n, "x")

    assert grounding.resting(workspace) == {}
    assert grounding.said_around(workspace) == []


def test_the_card_is_one_hidden_setting_and_can_be_changed(workspace: Workspace):
    assert grounding.card_of(workspace) == HealthCard()
    grounding.keep_card(workspace, answered(["heart"]))
    box = workspace.packs.get(Exercise, "box-breathing")
    assert grounding.cleared(workspace, box).verdict is Verdict.WITHHELD
    grounding.keep_card(workspace, answered(()))
    assert grounding.cleared(workspace, box) == Clearance(Verdict.CLEARED)


def test_two_windows_go_by_the_same_card(workspace: Workspace, clock: FakeClock):
    other = open_workspace(workspace.paths, clock)
    grounding.keep_card(other, answered(["heart"]))
    other.close()

    assert grounding.card_of(workspace).ticks == ("heart",)


def test_a_card_that_cannot_be_read_was_never_asked(workspace: Workspace):
    with workspace.write("x"):
        workspace._db.execute("INSERT INTO settings VALUES ('health', 'gibberish, heart')")

    assert grounding.card_of(workspace).asked is Asked.NEVER
    cool = workspace.packs.get(Exercise, "cool-water")
    assert grounding.cleared(workspace, cool).verdict is Verdict.ASK


def test_a_caution_with_a_hold_is_shown_until_it_was_sat_and_a_gated_one_always(
    workspace: Workspace,
):
    box, cool = (workspace.packs.get(Exercise, id) for id in ("box-breathing", "cool-water"))
    assert grounding.shows_caution(workspace, box)
    sit(workspace, "box-breathing", None, None)
    sit(workspace, "cool-water", None, None)
    assert not grounding.shows_caution(workspace, box)
    assert grounding.shows_caution(workspace, cool)


def test_what_was_said_stands_under_the_title_it_has_now(workspace: Workspace):
    for _ in range(3):
        sit(workspace, "rain", 6, 4)
    sit(workspace, "gone", 6, 4)

    found = grounding.said_around(workspace)
    assert [(one.title, one.sittings, one.change) for one in found] == [
        ("RAIN", 3, -2),
        ("gone", 1, None),
    ]


def test_a_free_sit_is_an_exercise_like_the_others(workspace: Workspace):
    assert grounding.exercise_by_id(workspace.packs, "free-sit") is not None
    assert grounding.exercise_by_id(workspace.packs, "nothing") is None
