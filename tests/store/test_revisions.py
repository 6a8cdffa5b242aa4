import sqlite3
from dataclasses import replace
from pathlib import Path
from uuid import RFC_4122, UUID

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.goal import Goal
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.errors import DamagedError, NotFoundError
from integrate_tui.store.things import new_id
from tests.builders import a_guided_entry, a_moment, a_report
from tests.fakes import EVENING
from tests.store.desk import Desk


def edited(desk: Desk, *texts: str) -> int:
    """Keep an entry and change it, a minute apart; return its number."""
    kept = desk.entries.add(Entry(text=texts[0]), a_moment())
    for text in texts[1:]:
        desk.clock.advance(minutes=1)
        desk.entries.change(kept.n, Entry(text=text))
    return kept.n


def test_every_state_stays_in_the_history(desk: Desk):
    n = edited(desk, "first", "second", "third")

    history = desk.journal.history(n)

    assert [revision.text for revision in history] == ["first", "second", "third"]
    assert [revision.made.minute for revision in history] == [0, 1, 2]
    assert all(revision.intact for revision in history)
    assert desk.entries.get(n).head == history[-1].n


def test_each_revision_knows_the_one_it_came_from(desk: Desk):
    n = edited(desk, "first", "second", "third")
    rows = desk.db.rows("SELECT n, parent FROM revisions WHERE thing = ? ORDER BY n", (n,))
    assert [parent for _, parent in rows] == [None, rows[0][0], rows[1][0]]


def test_a_change_after_an_undone_one_comes_from_the_state_that_was_current(desk: Desk):
    n = edited(desk, "first", "second")
    desk.undo()
    desk.entries.change(n, Entry(text="other"))

    rows = desk.db.rows("SELECT n, parent, text FROM revisions WHERE thing = ? ORDER BY n", (n,))

    assert [text for _, _, text in rows] == ["first", "second", "other"]
    assert rows[2][1] == rows[0][0]


def test_changing_never_rewrites_a_row(desk: Desk):
    n = edited(desk, "first")
    before = desk.db.rows("SELECT * FROM revisions")
    desk.entries.change(n, Entry(text="second"))
    desk.trash.put(n, "Delete")
    desk.trash.restore(n)

    assert desk.db.rows("SELECT * FROM revisions LIMIT 1") == before


def test_there_is_no_history_of_nothing(desk: Desk):
    with pytest.raises(NotFoundError):
        desk.journal.history(9)


TAMPERED = [
    "UPDATE revisions SET text = 'The lake, and the fire.'",
    "UPDATE revisions SET title = NULL",
    "UPDATE revisions SET made = '1999-01-01T00:00:00Z'",
    "UPDATE revisions SET checksum = upper(checksum)",
    "UPDATE revisions SET checksum = NULL",
    "UPDATE entries SET guide = 'other'",
    "UPDATE answers SET text = text || '.' WHERE position = 1",
    "UPDATE answers SET prompt = 'Another question?' WHERE position = 1",
    "UPDATE answers SET position = 9 WHERE position = 1",
    "DELETE FROM answers WHERE position = 1",
    "UPDATE ratings SET value = 7",
    "UPDATE ratings SET low = -10",
    "UPDATE feelings SET family = NULL WHERE ordinal = 0",
    "DELETE FROM feelings WHERE ordinal = 1",
    "INSERT INTO ratings SELECT revision, 5, 'x', 1, 0, 10, NULL FROM entries",
    "UPDATE things SET id = 'other'",
]


@pytest.mark.parametrize("tampering", TAMPERED)
def test_a_row_that_was_tampered_with_is_noticed(desk: Desk, journal: Path, tampering: str):
    n = desk.entries.add(replace(a_guided_entry(), text="Free."), a_moment()).n
    assert desk.journal.is_intact(n)

    _run(journal, tampering)

    assert not desk.journal.is_intact(n)
    assert not desk.journal.history(n)[0].intact


def _run(journal: Path, sql: str) -> None:
    """Change the file with another program, as a disk or a hand would."""
    with sqlite3.connect(journal) as other:
        other.execute(sql)
    other.close()


def test_a_forged_past_breaks_the_seal_of_what_came_from_it(desk: Desk, journal: Path):
    n = edited(desk, "first", "second", "third")
    first = desk.journal.history(n)[0].n
    _run(journal, f"UPDATE revisions SET checksum = 'forged' WHERE n = {first}")

    assert [revision.intact for revision in desk.journal.history(n)] == [False, False, True]


def test_what_is_not_part_of_a_revision_does_not_touch_its_seal(desk: Desk):
    n = edited(desk, "first", "second")
    desk.tags.set(n, ["sea"])
    desk.trash.put(n, "Delete")

    assert desk.journal.is_intact(n)


def test_a_column_that_a_later_version_adds_breaks_no_seal(desk: Desk, journal: Path):
    n = edited(desk, "first", "second")
    _run(journal, "ALTER TABLE entries ADD COLUMN weather TEXT")
    assert all(revision.intact for revision in desk.journal.history(n))


def test_bytes_that_are_no_text_are_told_as_damage(desk: Desk, journal: Path):
    n = edited(desk, "first")
    _run(journal, "UPDATE revisions SET text = CAST(X'ff41' AS TEXT)")

    with pytest.raises(DamagedError):
        desk.journal.history(n)
    with pytest.raises(DamagedError):
        desk.entries.get(n)


def test_every_kind_is_sealed(desk: Desk):
    walk = desk.practices.add(Practice("Walk", "after coffee"), a_moment())
    numbers = [
        walk.n,
        desk.ticks.add(Tick(walk.n), a_moment()).n,
        desk.goals.add(Goal("Water"), a_moment()).n,
        desk.checkins.add(a_report(), a_moment()).n,
    ]
    assert all(desk.journal.is_intact(n) for n in numbers)


def test_an_id_is_a_uuid_of_the_seventh_version():
    made = UUID(new_id(EVENING))

    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(EVENING.timestamp() * 1000)


def test_ids_sort_by_time_and_are_never_the_same():
    ids = [new_id(a_moment(seconds=back).at) for back in range(300, 0, -1)]

    assert ids == sorted(ids)
    assert len({new_id(EVENING) for _ in range(1000)}) == 1000


def test_an_id_can_be_made_when_the_clock_is_far_off():
    for year in (1, 1969, 9999):
        assert UUID(new_id(EVENING.replace(year=year))).version == 7
