"""Several programs on one journal at once: nothing is lost, and nobody is sent away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from integrate_tui.core.experience import Experience
from integrate_tui.core.practice import Practice
from integrate_tui.core.thing import Role
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, restoring
from integrate_tui.store import convert
from integrate_tui.store.opening import SCHEMA_VERSION
from tests.bench.life import PROMPTS
from tests.builders import a_moment
from tests.fakes import EVENING
from tests.faults.programs import FAR_TOO_LONG, finish, start
from tests.faults.scenes import Verdict
from tests.faults.tally import Tally
from tests.store.desk import open_desk
from tests.store.schema import build_released

Begin = Callable[[str, str], Tally]


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


def two_windows_and_a_command(journal: Path, tally: Tally, times: int, commands: int) -> None:
    """Have two windows keep so many things, of five writes each, and commands beside them."""
    wanted = {"a": times, "b": times, "command": commands}
    programs = [start("windows", journal, name, count) for name, count in wanted.items()]
    said = [
        line for program in programs for line in finish(program) if line[:4] in ("page", "note")
    ]

    desk = open_desk(journal)
    pages = {f"page {entry.id}" for entry in desk.entries.all()}
    notes = {note.value.text for note in desk.fragments.all()}
    verdict = Verdict(lost=[line for line in said if line not in pages | notes])
    verdict.partial += [draft.id for draft in desk.drafts.all()]
    verdict.corrupt += desk.broken()
    tally.add("together", said, verdict)
    tally.runs = 5 * 2 * times + commands
    assert len(said) == 2 * 2 * times + commands
    assert len(desk.ticks.all()) == 1, "one practice, one day, one tick"
    desk.db.close()
    assert tally.faults == []


def test_two_windows_and_a_command_at_once_lose_nothing(journal: Path, tally: Begin):
    found = tally("written at once", "two windows and commands")
    two_windows_and_a_command(journal, found, times=40, commands=20)


@pytest.mark.long
def test_two_windows_and_a_command_lose_nothing_of_ten_thousand_writes(journal: Path, tally: Begin):
    found = tally("written at once", "two windows and commands")
    two_windows_and_a_command(journal, found, times=950, commands=500)


def test_a_note_that_comes_while_a_copy_is_put_back_is_in_the_journal_afterwards(
    journal: Path, monkeypatch: pytest.MonkeyPatch
):
    places = Paths(journal, journal.parent / "packs", PROMPTS)
    copy = backups.make(places, EVENING.date())
    swap, others = convert.swap, []

    def swap_with_another_at_the_door(building: Path, path: Path) -> None:
        others.append(start("opener", journal, "meanwhile"))
        assert others[0].stdout is not None
        assert others[0].stdout.readline() == "ready\n"
        swap(building, path)

    monkeypatch.setattr(convert, "swap", swap_with_another_at_the_door)
    restoring.restore(places, copy)
    assert finish(others[0]) == ["kept meanwhile"]

    desk = open_desk(journal)
    assert [note.value.text for note in desk.fragments.all()] == ["meanwhile"]
    assert desk.broken() == []
    desk.db.close()


def test_a_note_that_comes_while_the_journal_is_encrypted_is_never_said_to_be_kept_and_lost(
    journal: Path, monkeypatch: pytest.MonkeyPatch, no_keys: None
):
    swap, others = convert.swap, []

    def swap_with_another_at_the_door(building: Path, path: Path) -> None:
        others.append(start("opener", journal, "meanwhile"))
        assert others[0].stdout is not None
        assert others[0].stdout.readline() == "ready\n"
        swap(building, path)

    monkeypatch.setattr(convert, "swap", swap_with_another_at_the_door)
    convert.convert(journal, "salt lamp at the north window")
    said, complaint = others[0].communicate(timeout=FAR_TOO_LONG)
    assert said == ""
    assert "LockedError" in complaint

    desk = open_desk(journal)
    assert desk.experiences.count() == 1
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
