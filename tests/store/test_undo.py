from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal
from integrate_tui.core.insight import Insight, Standing
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.thing import Role
from integrate_tui.errors import ConflictError
from integrate_tui.store.undo import take_back
from tests.builders import a_draft, a_moment
from tests.store.desk import Desk, open_desk


def told(desk: Desk) -> dict[str, Any]:
    """Return everything a person can see of a journal."""
    return {
        "things": [
            shelf.all()
            for shelf in (
                desk.entries, desk.goals, desk.practices, desk.ticks, desk.experiences,
                desk.insights, desk.fragments,
            )
        ],
        "tags": desk.tags.in_use(),
        "links": desk.db.rows("SELECT source, target, role FROM links WHERE cut IS NULL"),
        "settings": desk.settings.all(),
        "found": [hit.brief.n for hit in desk.journal.find(_everything())],
    }  # fmt: skip


def _everything() -> Any:
    from integrate_tui.core.search import Query

    return Query(since=a_moment(days=40_000).day)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Keep an entry, an experience and a practice to change."""
    desk.entries.add(Entry("Title", "old"), a_moment(), tags=["sea"])
    desk.experiences.add(Experience("The lake"), a_moment(days=3))
    desk.practices.add(Practice("Walk"), a_moment(days=2))
    desk.changes.clear()
    return desk


CHANGES = {
    "keep": lambda d: d.entries.add(Entry(text="new"), a_moment(), tags=["a", "b"]),
    "change": lambda d: d.entries.change(1, Entry("Title", "new")),
    "trash": lambda d: d.trash.put(1, "Delete"),
    "date anew": lambda d: d.experiences.change_with_moment(2, Experience("Sea"), a_moment(days=9)),
    "tag": lambda d: d.tags.set(1, ["lake", "cold"]),
    "untag": lambda d: d.tags.set(1, []),
    "link": lambda d: d.links.set(1, 2, Role.ABOUT),
    "set": lambda d: d.settings.set("theme", "dawn"),
    "tick": lambda d: d.ticks.set(Tick(3), a_moment(), "Tick"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_taken_back_was_never_made(desk: Desk, name: str):
    before = told(desk)
    CHANGES[name](desk)
    assert told(desk) != before

    desk.undo()

    assert told(desk) == before
    assert desk.broken() == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (lambda d: d.trash.put(1, "Delete"), lambda d: d.trash.restore(1)),
        (
            lambda d: d.links.set(1, 2, Role.ABOUT),
            lambda d: d.links.set(1, 2, Role.ABOUT, linked=False),
        ),
        (lambda d: d.settings.set("theme", "dawn"), lambda d: d.settings.set("theme", "dusk")),
        (
            lambda d: d.ticks.set(Tick(3), a_moment(), "Tick"),
            lambda d: d.ticks.set(Tick(3, TickState.CLEARED), a_moment(), "Clear"),
        ),
        (
            lambda d: d.entries.change(1, Entry(text="new")),
            lambda d: d.entries.change(1, Entry("Title", "old")),
        ),
    ],
    ids=["trash", "link", "setting", "tick", "entry"],
)
def test_there_and_back_is_taken_back_in_two_steps(desk: Desk, first: Any, second: Any):
    before = told(desk)
    first(desk)
    between = told(desk)
    second(desk)

    desk.undo()
    assert told(desk) == between
    desk.undo()
    assert told(desk) == before


def test_what_was_kept_and_taken_back_lies_in_the_trash(desk: Desk):
    kept = desk.entries.add(Entry(text="new"), a_moment())
    desk.undo()

    assert [brief.n for brief in desk.trash.contents()] == [kept.n]
    assert desk.entries.get(kept.n).value == kept.value


def test_a_state_that_was_taken_back_stays_in_the_history(desk: Desk):
    desk.entries.change(1, Entry(text="new"))
    desk.undo()
    assert [revision.text for revision in desk.journal.history(1)] == ["old", "new"]


def test_several_steps_are_one_change(desk: Desk):
    before = told(desk)
    with desk.db.write("Keep an entry"):
        n = desk.entries.add(Entry(text="new"), a_moment(), tags=["a"]).n
        desk.links.set(n, 2, Role.ABOUT)
        desk.insights.add(Insight("All one"), a_moment())
        desk.settings.set("country", "Chile")
        desk.trash.put(1, "Delete")

    assert [change.label for change in desk.changes] == ["Keep an entry"]
    desk.undo()
    assert told(desk) == before


def test_what_was_changed_twice_in_one_change_is_taken_back_to_its_first_state(desk: Desk):
    before = told(desk)
    with desk.db.write("Several times"):
        for text in ("one", "two", "three"):
            desk.entries.change(1, Entry(text=text))
            desk.settings.set("country", text)
        desk.trash.put(1, "Delete")
        desk.trash.restore(1)

    desk.undo()
    assert told(desk) == before


def test_nothing_is_taken_back_for_what_changed_nothing(desk: Desk):
    desk.tags.set(1, ["sea"])
    desk.settings.set("theme", "dusk")
    desk.settings.set("theme", "dusk")
    desk.drafts.save(a_draft())

    assert [change.label for change in desk.changes] == ["Set theme"]


def test_a_change_that_failed_cannot_be_taken_back(desk: Desk):
    with pytest.raises(ConflictError), desk.db.write("Keep"):
        desk.entries.add(Entry(text="new"), a_moment())
        desk.entries.change(1, Entry(text="newer"), seen=99)
    assert desk.changes == []


# Another window.


@pytest.fixture
def window(desk: Desk, journal: Path) -> Any:
    """Open the journal in another window."""
    window = open_desk(journal)
    yield window
    window.db.close()


INTERFERING = {
    "keep": lambda w, n: w.entries.change(n, Entry(text="theirs")),
    "change": lambda w, n: w.entries.change(1, Entry(text="theirs")),
    "trash": lambda w, n: w.trash.restore(1),
    "date anew": lambda w, n: w.experiences.change_with_moment(
        2, Experience("X"), a_moment(days=1)
    ),
    "tag": lambda w, n: w.tags.set(1, ["sea"]),
    "untag": lambda w, n: w.tags.set(1, ["sea"]),
    "link": lambda w, n: w.links.set(1, 2, Role.ABOUT, linked=False),
    "set": lambda w, n: w.settings.set("theme", "dusk"),
    "tick": lambda w, n: w.ticks.set(Tick(3, TickState.SKIPPED), a_moment(), "Skip"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_another_windows_work_is_never_undone(desk: Desk, window: Desk, name: str):
    CHANGES[name](desk)
    INTERFERING[name](window, 4)
    after = told(desk)

    with pytest.raises(ConflictError, match="not undone"):
        desk.undo()

    assert told(desk) == after


def test_another_windows_work_elsewhere_is_in_nobodys_way(desk: Desk, window: Desk):
    before = told(desk)
    desk.entries.change(1, Entry(text="ours"))
    window.settings.set("country", "Chile")
    desk.undo()

    assert told(desk) == before | {"settings": told(desk)["settings"]}
    assert desk.settings.get("country") == "Chile"


def test_what_was_erased_elsewhere_cannot_be_brought_back(desk: Desk, window: Desk):
    kept = desk.entries.add(Entry(text="new"), a_moment())
    window.trash.put(kept.n, "Delete")
    window.trash.empty()
    stranger = window.entries.add(Entry(text="stranger"), a_moment())

    with pytest.raises(ConflictError):
        desk.undo()

    assert desk.entries.get(stranger.n) == stranger


def test_a_change_is_taken_back_whole_or_not_at_all(desk: Desk, window: Desk):
    with desk.db.write("Two things"):
        desk.settings.set("theme", "dawn")
        desk.entries.change(1, Entry(text="ours"))
    window.settings.set("theme", "dusk")
    after = told(desk)

    with pytest.raises(ConflictError):
        desk.undo()
    assert told(desk) == after


# Any sequence of changes.

actions = st.sampled_from(
    [
        "keep",
        "change",
        "trash",
        "restore",
        "date anew",
        "tag",
        "link",
        "unlink",
        "set",
        "tick",
        "sort",
    ]
)


def act(desk: Desk, action: str, i: int) -> None:
    """Do one thing, or nothing where it cannot be done."""
    first = desk.entries.get(1)
    match action:
        case "keep":
            desk.goals.add(Goal(f"goal {i}"), a_moment(), tags=[f"t{i % 3}"])
        case "change":
            desk.entries.change(1, Entry(f"title {i}", f"text {i % 2}"))
        case "trash":
            desk.trash.put(1, "Delete")
        case "restore" if first.trashed:
            desk.trash.restore(1)
        case "date anew":
            desk.experiences.change_with_moment(2, Experience("Sea"), a_moment(days=i))
        case "tag":
            desk.tags.set(1, [f"t{i % 4}", f"t{i % 5}"])
        case "link" | "unlink":
            desk.links.set(1, 2, Role.ABOUT, linked=action == "link")
        case "set":
            desk.settings.set("country", f"Land {i % 3}")
        case "tick":
            states = list(TickState)
            desk.ticks.set(Tick(3, states[i % 3]), a_moment(days=i % 2), "Tick")
        case "sort":
            desk.insights.add(Insight("x", standing=list(Standing)[i % 4]), a_moment())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(script=st.lists(actions, min_size=1, max_size=25))
def test_any_sequence_of_changes_can_be_taken_back_step_by_step(desk: Desk, script: list[str]):
    desk.changes.clear()
    states = [told(desk)]
    for i, action in enumerate(script):
        desk.clock.advance(seconds=1)
        done = len(desk.changes)
        act(desk, action, i)
        if len(desk.changes) > done:
            states.append(told(desk))

    assert states.pop() == told(desk)
    while desk.changes:
        desk.undo()
        assert told(desk) == states.pop()
    assert desk.broken() == []


def test_taking_back_is_no_change_of_its_own(desk: Desk):
    desk.settings.set("theme", "dawn")
    change = desk.changes.pop()
    take_back(desk.db, change, desk.clock.now())
    assert desk.changes == []


def test_a_tag_of_what_was_erased_is_not_put_back(desk: Desk):
    desk.tags.set(1, [])
    untagging = desk.changes[-1]
    desk.trash.put(1, "Delete")
    desk.trash.empty()

    with pytest.raises(ConflictError):
        take_back(desk.db, untagging, desk.clock.now())
    assert desk.broken() == []


@pytest.mark.parametrize("gone", [1, 2])
@pytest.mark.parametrize("linked", [True, False])
def test_a_link_of_what_was_erased_is_not_put_back(desk: Desk, gone: int, linked: bool):
    desk.links.set(1, 2, Role.ABOUT)
    if not linked:
        desk.links.set(1, 2, Role.ABOUT, linked=False)
    linking = desk.changes[-1]
    desk.trash.put(gone, "Delete")
    desk.trash.empty()

    with pytest.raises(ConflictError):
        take_back(desk.db, linking, desk.clock.now())
    assert desk.broken() == []
