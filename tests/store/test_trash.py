from pathlib import Path

import pytest

from integrate_tui.core.answers import Reply
from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.practice import Practice, Tick, TickState
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.errors import NotFoundError
from tests.builders import a_draft, a_guided_entry, a_moment
from tests.store.desk import Desk, open_desk


def thrown_away(desk: Desk, *texts: str) -> list[int]:
    """Keep entries and put them in the trash, a minute apart; return their numbers."""
    numbers = []
    for text in texts:
        numbers.append(desk.entries.add(Entry(text=text), a_moment()).n)
        desk.trash.put(numbers[-1], "Delete")
        desk.clock.advance(minutes=1)
    return numbers


def test_the_trash_shows_the_latest_first(desk: Desk):
    numbers = thrown_away(desk, "one", "two", "three")

    contents = desk.trash.contents()

    assert [brief.n for brief in contents] == numbers[::-1]
    assert [brief.title for brief in contents] == ["three", "two", "one"]
    assert all(brief.trashed for brief in contents)


def test_what_is_taken_out_of_the_trash_is_as_it_was(desk: Desk):
    kept = desk.entries.add(a_guided_entry(), a_moment(days=3), tags=["sea"])
    desk.trash.put(kept.n, "Delete")
    desk.trash.restore(kept.n)

    assert desk.entries.get(kept.n) == kept
    assert desk.tags.of(kept.n) == ("sea",)
    assert desk.journal.found(Query("lake")) == 1
    assert desk.trash.contents() == []


def test_what_is_erased_is_in_no_rescued_draft_either(desk: Desk):
    (n,) = thrown_away(desk, "one")
    kept = desk.entries.add(Entry(text="two"), a_moment()).n
    rescue = desk.drafts.rescue
    rescue.save(a_draft("d-1", data="a secret", flow=Flow.EDIT, subject=str(n)))
    rescue.save(a_draft("d-2", flow=Flow.EDIT, subject=str(kept)))
    rescue.save(a_draft("d-3", flow=Flow.WRITING, subject=str(n)))

    desk.trash.empty()

    assert {draft.id for draft in desk.drafts.all()} == {"d-2", "d-3"}
    assert b"a secret" not in rescue.path.read_bytes()


def test_putting_something_in_the_trash_twice_is_putting_it_once(desk: Desk):
    (n,) = thrown_away(desk, "one")
    trashed = desk.entries.get(n).trashed
    desk.trash.put(n, "Delete")

    assert desk.entries.get(n).trashed == trashed
    assert len(desk.changes) == 2


def test_only_what_is_in_the_trash_can_be_taken_out(desk: Desk):
    n = desk.entries.add(Entry(text="here"), a_moment()).n
    for number in (n, 999):
        with pytest.raises(NotFoundError, match="nothing in the trash"):
            desk.trash.restore(number)


def test_emptying_the_trash_erases_what_lies_in_it_and_nothing_else(desk: Desk):
    kept = desk.entries.add(Entry(text="here"), a_moment())
    numbers = thrown_away(desk, "one", "two")

    assert desk.trash.empty() == 2

    assert desk.entries.all() == [kept]
    for n in numbers:
        with pytest.raises(NotFoundError):
            desk.entries.get(n)
    assert desk.broken() == []


def test_some_of_the_trash_can_be_emptied(desk: Desk):
    one, two = thrown_away(desk, "one", "two")
    outside = desk.entries.add(Entry(text="here"), a_moment()).n

    assert desk.trash.empty([two, outside, 999]) == 1

    assert [brief.n for brief in desk.trash.contents()] == [one]
    assert desk.entries.get(outside).trashed is None


def test_emptying_an_empty_trash_does_nothing(desk: Desk):
    assert desk.trash.empty() == 0


def test_an_erased_thing_leaves_a_mark_and_its_number_to_nobody(desk: Desk):
    (n,) = thrown_away(desk, "one")
    id = desk.entries.get(n).id
    desk.trash.empty()

    next_one = desk.entries.add(Entry(text="two"), a_moment()).n

    assert next_one > n
    assert desk.db.rows("SELECT id, kind FROM erased") == [(id, "entry")]


def test_an_erased_practice_takes_its_ticks_along(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    swim = desk.practices.add(Practice("Swim"), a_moment()).n
    for back in range(3):
        desk.ticks.set(Tick(walk), a_moment(days=back), "Tick")
    kept = desk.ticks.set(Tick(swim), a_moment(), "Tick")
    desk.trash.put(walk, "Delete")

    assert desk.trash.empty() == 1

    assert desk.ticks.all() == [kept]
    assert desk.db.value("SELECT count(*) FROM revisions") == 2
    assert desk.broken() == []


def test_a_practice_with_a_tick_that_was_taken_back_can_be_erased(desk: Desk):
    walk = desk.practices.add(Practice("Walk"), a_moment()).n
    desk.ticks.set(Tick(walk, note="Rain."), a_moment(), "Tick")
    desk.undo()
    desk.trash.put(walk, "Delete")

    assert [brief.kind for brief in desk.trash.contents()] == [ThingKind.PRACTICE]
    assert desk.trash.empty() == 1
    assert desk.db.value("SELECT count(*) FROM things") == 0


def test_erasing_an_experience_leaves_what_was_written_about_it(desk: Desk):
    lake = desk.experiences.add(Experience("The lake"), a_moment()).n
    entry = desk.entries.add(Entry(text="cold"), a_moment()).n
    desk.links.set(entry, lake, Role.ABOUT)
    desk.trash.put(lake, "Delete")
    desk.trash.empty()

    assert desk.entries.get(entry).value.text == "cold"
    assert desk.links.targets(entry, Role.ABOUT) == []
    assert desk.broken() == []


def test_a_draft_of_a_change_goes_with_what_it_would_have_changed(desk: Desk):
    one, two = thrown_away(desk, "one", "two")
    for n in (one, two):
        desk.drafts.save(a_draft(f"d-{n}", flow=Flow.EDIT, subject=str(n)))
    desk.drafts.save(a_draft("other", flow=Flow.WRITING, subject=str(one)))

    desk.trash.empty([one])

    assert {draft.id for draft in desk.drafts.all()} == {f"d-{two}", "other"}


SECRET = "zqsecret"


def every_secret(desk: Desk) -> list[int]:
    """Keep the secret in every place there is, often enough to fill pages, and change it once."""
    long = " ".join(f"{SECRET}{i} plain words" for i in range(700))
    answer = Answered(f"{SECRET} prompt", Reply(long), guidance=f"{SECRET} guidance", name="x")
    entry = desk.entries.add(
        Entry(f"{SECRET} title", long, f"{SECRET}-guide", f"{SECRET} guide", (answer,)), a_moment()
    ).n
    desk.entries.change(entry, Entry(f"{SECRET} again", long[::-1]))
    desk.tags.set(entry, [f"{SECRET}-tag"])
    lake = desk.experiences.add(
        Experience(SECRET, "other", False, SECRET, SECRET, SECRET, long), a_moment()
    ).n
    walk = desk.practices.add(Practice(SECRET, SECRET, why=long), a_moment()).n
    desk.ticks.set(Tick(walk, TickState.DONE, long), a_moment(), "Tick")
    desk.drafts.save(a_draft(data=long, flow=Flow.EDIT, subject=str(entry), title=SECRET))
    return [entry, lake, walk]


def left_in(journal: Path) -> int:
    """Return how often the secret is found in the file and beside it, forwards and backwards."""
    found = 0
    for file in journal.parent.rglob("*"):
        held = file.read_bytes().lower() if file.is_file() else b""
        found += held.count(SECRET.encode()) + held.count(SECRET[::-1].encode())
        found += held.count(SECRET[2:].encode())  # the index keeps words without their beginnings
    return found


@pytest.mark.parametrize("merged", [False, True], ids=["in many parts", "in one part"])
def test_no_byte_of_what_was_erased_is_left_in_the_file(desk: Desk, journal: Path, merged: bool):
    for i in range(40):
        desk.entries.add(Entry(text=f"plain words number {i} " * 50), a_moment())
    secrets = every_secret(desk)
    if merged:  # an index of one part is never merged again by itself
        with desk.db.write():
            desk.db.execute("INSERT INTO search (search) VALUES ('optimize')")
    for n in secrets:
        desk.trash.put(n, "Delete")
    if not merged:
        for i in range(40):
            desk.entries.add(Entry(text=f"more plain words {i} " * 50), a_moment())
    assert left_in(journal) > 0

    desk.trash.empty()

    assert left_in(journal) == 0
    desk.db.close()
    assert left_in(journal) == 0


def test_nothing_that_was_erased_is_left_after_a_crash_and_another_opening(journal: Path):
    first = open_desk(journal)
    for n in every_secret(first):
        first.trash.put(n, "Delete")
    second = open_desk(journal)  # holds the log open, as another window would
    first.trash.empty()
    first.db.connection.close()
    second.db.close()

    assert left_in(journal) == 0


def test_a_state_before_an_edit_goes_too(desk: Desk, journal: Path):
    n = desk.entries.add(Entry(text=SECRET), a_moment()).n
    desk.entries.change(n, Entry(text="nothing to see"))
    desk.trash.put(n, "Delete")
    desk.trash.empty()

    assert left_in(journal) == 0


def test_a_draft_that_is_dropped_leaves_nothing(desk: Desk, journal: Path):
    desk.drafts.save(a_draft(data=SECRET * 3000))
    desk.drafts.save(a_draft(data="shorter"))
    desk.drafts.forget("d-1")
    desk.db.close()

    assert left_in(journal) == 0
