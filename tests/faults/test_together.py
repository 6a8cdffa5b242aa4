"""Several programs on one journal at once: nothing is lost, and nobody is sent away."""

from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.practice import Practice
from integrate_tui.core.thing import Role
from integrate_tui.store.opening import SCHEMA_VERSION
from tests.builders import a_moment
from tests.faults.programs import finish, start
from tests.store.desk import open_desk
from tests.store.schema import build_released


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with an experience and a practice, closed."""
    path = tmp_path / "journals" / "journal.db"
    desk = open_desk(path)
    desk.experiences.add(Experience("The lake"), a_moment())
    desk.practices.add(Practice("Walk"), a_moment())
    desk.db.close()
    return path


def test_two_programs_that_write_five_hundred_times_each_lose_nothing(journal: Path):
    times = 125  # of four saves each
    programs = [start("writer", journal, name, times) for name in ("a", "b")]
    said = [line for program in programs for line in finish(program)]

    desk = open_desk(journal)
    ids = {f"{name}-{i}" for name in "ab" for i in range(times)}
    assert len(said) == 2 * 4 * times
    assert {entry.id for entry in desk.entries.all()} == ids
    assert {note.value.text for note in desk.fragments.all()} == {f"note {id}" for id in ids}
    assert desk.insights.count() == desk.steps.count() == len(ids)
    assert len(desk.links.sources(1, Role.ABOUT)) == 2 * len(ids)
    assert len(desk.ticks.all()) == 1, "one practice, one day, one tick"
    assert desk.drafts.all() == []
    assert desk.broken() == []
    desk.db.close()


def test_two_programs_that_make_a_journal_at_once_share_one(tmp_path: Path):
    for i in range(3):
        journal = tmp_path / str(i) / "journal.db"
        programs = [start("opener", journal, name) for name in ("one", "two", "three")]
        for program in programs:
            finish(program)

        desk = open_desk(journal)
        assert {note.value.text for note in desk.fragments.all()} == {"one", "two", "three"}
        assert [file.name for file in journal.parent.iterdir() if file.suffix == ".new"] == []
        desk.db.close()


def test_two_programs_that_migrate_at_once_do_it_once(tmp_path: Path):
    for i in range(3):
        journal = tmp_path / str(i) / "journal.db"
        journal.parent.mkdir()
        build_released(journal, 1)
        programs = [start("migrator", journal) for _ in range(2)]
        # The program of the test has one migration more than this one.
        newest = f"version {SCHEMA_VERSION + 1}"
        assert [finish(program)[-1] for program in programs] == [newest, newest]
