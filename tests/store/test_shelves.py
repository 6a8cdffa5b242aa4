from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import Goal, GoalState, GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine, Standing
from integrate_tui.core.practice import Practice, PracticeState, Tick, TickState
from integrate_tui.errors import ConflictError, DamagedError, NotFoundError
from integrate_tui.store.things import new_id
from tests.builders import (
    a_guided_entry,
    a_moment,
    a_rating,
    a_report,
    a_sitting,
    some_feelings,
)
from tests.fakes import EVENING
from tests.store.desk import Desk, open_desk

FAMILY = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 \u65e5\u8a18 \u0e1a\u0e31\u0e19 \u202bno"
)
FULL: dict[str, Any] = {
    "entries": a_guided_entry(),
    "checkins": a_report(a_rating(), some_feelings("calm", families=("Quiet",)), note="First."),
    "fragments": Fragment("A door.\nBlue.", "image"),
    "insights": Insight("It is all one.", InsightSort.BELIEF, Standing.REVISE, "More.\nLines."),
    "lines": KeptLine("What my mother said", "talk list"),
    "goals": Goal("Live by the water", "Because.", GoalState.PAUSED),
    "steps": GoalStep("Call Ana", StepState.DONE, date(2026, 11, 24), date(2026, 11, 22)),
    "practices": Practice("Walk", "after coffee", PracticeState.RETIRED, "Legs."),
    "experiences": Experience(
        "The lake", "ketamine", True, "clinic", "Ana", "to listen", "Notes.\nMore."
    ),
    "sittings": a_sitting(breaths=9, finished=True, before=0, after=10, note="Warm."),
}
EMPTY: dict[str, Any] = {
    "entries": Entry(),
    "checkins": replace(a_report(), answers=(), note=""),
    "fragments": Fragment(""),
    "insights": Insight(""),
    "lines": KeptLine("", "container"),
    "goals": Goal(""),
    "steps": GoalStep(""),
    "practices": Practice(""),
    "experiences": Experience(),
    "sittings": a_sitting(),
}
SHELVES = list(FULL)


@pytest.mark.parametrize("name", SHELVES)
@pytest.mark.parametrize("values", [FULL, EMPTY], ids=["full", "empty"])
def test_what_is_kept_comes_back_exactly(desk: Desk, name: str, values: dict[str, Any]):
    shelf, moment = getattr(desk, name), a_moment()

    kept = shelf.add(values[name], moment)

    assert kept.value == values[name]
    assert kept.moment == moment
    assert kept.kind == shelf.kind
    assert shelf.get(kept.n) == kept
    assert shelf.all() == shelf.newest(9) == shelf.between(moment.day, moment.day) == [kept]
    assert shelf.count() == 1


@pytest.mark.parametrize("name", SHELVES)
def test_a_change_keeps_everything_but_what_was_changed(desk: Desk, name: str):
    shelf = getattr(desk, name)
    kept = shelf.add(EMPTY[name], a_moment(), tags=["sea"])
    desk.clock.advance(days=3)

    changed = shelf.change(kept.n, FULL[name], seen=kept.head)

    assert changed == replace(kept, value=FULL[name], head=changed.head)
    assert changed.head != kept.head
    assert desk.tags.of(kept.n) == ("sea",)


def test_a_tick_comes_back_exactly(desk: Desk):
    practice = desk.practices.add(Practice("Walk"), a_moment()).n
    tick = Tick(practice, TickState.SKIPPED, "Rain.")

    kept = desk.ticks.add(tick, a_moment())

    assert kept.value == tick
    assert desk.ticks.all() == [kept]


@pytest.mark.parametrize("name", SHELVES)
def test_a_number_of_another_kind_is_not_found(desk: Desk, name: str):
    other = "goals" if name != "goals" else "entries"
    n = getattr(desk, other).add(EMPTY[other], a_moment()).n

    for number in (n, 0, -1, 999, 10**30):
        with pytest.raises(NotFoundError):
            getattr(desk, name).get(number)


def test_any_script_and_any_emoji_is_kept(desk: Desk):
    kept = desk.entries.add(Entry(FAMILY, f"{FAMILY}\n  {FAMILY}\t"), a_moment())

    expected = FAMILY.replace("\u202b", "")
    assert (kept.value.title, kept.value.text) == (expected, f"{expected}\n  {expected}\t")


def test_control_characters_are_cleaned_at_the_door(desk: Desk):
    answer = Answered("Prompt\x1b[2J", Reply("a\x1b]0;x\x07b\r\nc\ud800"))
    kept = desk.entries.add(Entry("t\0i", "x\x9b\u202ey", "g", "G", (answer,)), a_moment()).value

    assert (kept.title, kept.text) == ("ti", "xy")
    assert kept.answers[0].prompt == "Prompt[2J"
    assert kept.answers[0].reply.text == "a]0;xb\nc\ufffd"


def test_a_title_is_one_line(desk: Desk):
    assert desk.goals.add(Goal(" live\n by  the\twater "), a_moment()).value.title == (
        "live by the water"
    )


def test_answers_without_a_guide_are_kept_too(desk: Desk):
    entry = Entry(text="Free.", answers=(Answered("Asked?", Reply("Said.")),))
    assert desk.entries.add(entry, a_moment()).value == entry


def test_a_word_over_two_lines_is_kept_as_one(desk: Desk):
    entry = a_guided_entry(some_feelings("a\nb", "c", families=("X", "Y")))

    kept = desk.entries.add(entry, a_moment())
    again = desk.entries.change(kept.n, replace(kept.value, title="Other"))

    assert kept.value.answers[0].reply.words == ("a b", "c")
    assert again.value.answers == kept.value.answers


words = st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1, max_size=8)
families = st.text(st.characters(categories=["L"]), max_size=5)


@st.composite
def answers(draw: st.DrawFn) -> Answered:
    """Draw an answer of any kind, as the flows make them."""
    kind = draw(st.sampled_from(["text", "line", "choose", "list", "check", "feelings", "scale"]))
    prompt, name, guidance = draw(words), draw(families), draw(families)
    if kind == "scale":
        value, low, high = (draw(st.integers(-10, 10)) for _ in range(3))
        reply = Reply(str(value), value)
        return Answered(prompt, reply, kind, guidance, name, low, high, draw(families))
    if kind in {"text", "line", "choose"}:
        return Answered(prompt, Reply(draw(words)), kind, guidance, name)
    several = tuple(draw(st.lists(words, min_size=1, max_size=4)))
    named = tuple(draw(families) for _ in several) if kind == "feelings" else ()
    reply = Reply("\n".join(several), words=several)
    return Answered(prompt, reply, kind, guidance, name, families=named if any(named) else ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(given_answers=st.lists(answers(), max_size=6).map(tuple))
def test_answers_of_every_kind_come_back_exactly(desk: Desk, given_answers: tuple[Answered, ...]):
    entry = Entry("T", "", "g", "G", given_answers)
    kept = desk.entries.add(entry, a_moment())
    assert kept.value == entry
    assert desk.journal.is_intact(kept.n)


# Which of them, and in what order.


def test_the_newest_come_first_by_day_then_by_time(desk: Desk):
    late = desk.entries.add(Entry(text="late"), a_moment()).n
    old = desk.entries.add(Entry(text="old"), a_moment(days=400)).n
    early = desk.entries.add(Entry(text="early"), a_moment(hours=9)).n

    assert [entry.n for entry in desk.entries.newest(9)] == [late, early, old]
    assert [entry.n for entry in desk.entries.newest(1, offset=1)] == [early]
    assert [entry.n for entry in desk.entries.all()] == [old, early, late]


def test_of_two_at_the_same_second_the_later_kept_is_newer(desk: Desk):
    numbers = [desk.fragments.add(Fragment(str(i)), a_moment()).n for i in range(3)]
    assert [found.n for found in desk.fragments.newest(9)] == numbers[::-1]


def test_a_range_of_days_has_both_its_ends(desk: Desk):
    for back in range(5):
        desk.entries.add(Entry(text=str(back)), a_moment(days=back))
    today = a_moment().day

    found = desk.entries.between(today - timedelta(days=3), today - timedelta(days=1))

    assert [entry.value.text for entry in found] == ["3", "2", "1"]


def test_what_is_in_the_trash_is_in_no_list(desk: Desk):
    n = desk.entries.add(Entry(text="gone"), a_moment()).n
    desk.trash.put(n, "Delete")

    assert desk.entries.all() == desk.entries.newest(9) == []
    assert desk.entries.count() == 0
    assert desk.entries.get(n).trashed == desk.clock.now()


# Trying twice, and changing at once.


def test_keeping_the_same_thing_twice_is_keeping_it_once(desk: Desk):
    id = new_id(EVENING)
    first = desk.entries.add(Entry(text="once"), a_moment(), id=id)
    second = desk.entries.add(Entry(text="once"), a_moment(), id=id)

    assert first == second
    assert desk.entries.count() == 1
    assert desk.entries.with_id(id) == first


def test_nothing_has_the_id_of_nothing(desk: Desk):
    assert desk.entries.with_id(new_id(EVENING)) is None
    assert desk.entries.with_id("") is None


def test_changing_to_the_same_is_no_change(desk: Desk):
    kept = desk.goals.add(Goal("Water"), a_moment())

    assert desk.goals.change(kept.n, Goal("Water"), seen=kept.head) == kept
    assert len(desk.changes) == 1
    assert len(desk.journal.history(kept.n)) == 1


def test_a_change_of_what_was_changed_elsewhere_is_refused(desk: Desk):
    kept = desk.goals.add(Goal("Water"), a_moment())
    elsewhere = desk.goals.change(kept.n, Goal("Land"))

    with pytest.raises(ConflictError):
        desk.goals.change(kept.n, Goal("Air"), seen=kept.head)

    assert desk.goals.get(kept.n) == elsewhere


def test_a_change_to_the_same_on_top_of_a_change_made_elsewhere_is_refused(desk: Desk):
    kept = desk.goals.add(Goal("Water"), a_moment())
    desk.goals.change(kept.n, Goal("Land"))

    with pytest.raises(ConflictError):
        desk.goals.change(kept.n, Goal("Land"), seen=kept.head)


def test_changing_what_is_not_there_is_refused(desk: Desk):
    with pytest.raises(NotFoundError, match="no goal with the number 7"):
        desk.goals.change(7, Goal("Water"))


def test_more_things_than_a_statement_holds_are_read_with_all_that_is_theirs(desk: Desk):
    with desk.db.write():
        for i in range(1200):
            desk.checkins.add(a_report(a_rating("mood", i % 11)), a_moment(), tags=[f"t{i % 2}"])

    found = desk.checkins.all()

    assert [report.value.answers[0].reply.number for report in found] == [
        i % 11 for i in range(1200)
    ]
    assert len(desk.tags.of_many([report.n for report in found])) == 1200


# What cannot be read.


def with_standing(desk: Desk, standing: str) -> int:
    n = desk.insights.add(Insight("all one"), a_moment()).n
    with desk.db.write():
        desk.db.execute("UPDATE insights SET standing = ?", (standing,))
    return n


def test_a_word_that_no_version_wrote_is_damage(desk: Desk):
    n = with_standing(desk, "wobbly")

    with pytest.raises(DamagedError):
        desk.insights.all()
    with pytest.raises(DamagedError):
        desk.insights.get(n)


def test_what_only_a_newer_version_can_read_is_left_out(desk: Desk, journal: Path):
    with_standing(desk, "wobbly")
    desk.insights.add(Insight("a door"), a_moment())
    with desk.db.write():
        desk.db.execute("UPDATE insights SET standing = 'hold' WHERE rowid > 1")
        desk.db.execute("PRAGMA user_version=99")

    newer = open_desk(journal)

    assert [thing.value.line for thing in newer.insights.all()] == ["a door"]
    newer.db.close()


def test_a_day_that_is_none_is_damage(desk: Desk):
    desk.entries.add(Entry(text="the lake"), a_moment())
    with desk.db.write():
        desk.db.execute("UPDATE things SET day = '2026-02-30'")

    with pytest.raises(DamagedError):
        desk.entries.all()
    with pytest.raises(DamagedError):
        desk.journal.page(9)
