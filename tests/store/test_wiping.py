"""What a crash leaves of a journal is overwritten, and what is being built is left alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from integrate_tui.paths import backups_of
from integrate_tui.store import wiping
from integrate_tui.store.opening import open_journal
from tests import remains
from tests.fakes import FakeClock

WORDS = "words of the lake"


def laid(journal: Path, ending: str) -> Path:
    path = Path(f"{remains.half_built(journal, WORDS)}{ending}")
    path.write_text(WORDS, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm"])
def test_an_opening_overwrites_what_a_killed_program_had_begun_to_build(journal: Path, ending: str):
    left = laid(journal, ending)
    with left.open("rb") as content:
        open_journal(journal).close()
        assert content.read() == bytes(len(WORDS))
    assert not left.exists()


def test_half_of_a_copy_goes_too(journal: Path):
    folder = backups_of(journal)
    folder.mkdir()
    left = remains.half_built(folder / "journal-2026-11-22.db")
    open_journal(journal).close()
    assert not left.exists()


def test_what_a_running_program_builds_stays(journal: Path):
    building = remains.being_built(journal)
    elsewhere = remains.from_elsewhere(journal)
    open_journal(journal).close()
    assert building.exists()
    assert elsewhere.exists()


def test_of_a_link_what_lies_beside_the_file_it_leads_to_goes(journal: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(journal)
    left = remains.half_built(journal)
    wiping.finish(link)
    assert not left.exists()


def test_a_neighbour_whose_name_begins_alike_is_none_of_it(journal: Path):
    other = remains.half_built(journal.with_name("journal.db2"))
    wiping.finish(journal)
    assert other.exists()


def test_what_does_not_say_whose_it_is_is_nobodys_after_an_hour(journal: Path, clock: FakeClock):
    left = journal.with_name(".journal.db.4933006b.new")
    left.touch()
    written = left.stat().st_mtime
    just_now = clock.now().fromtimestamp(written + 60, clock.now().tzinfo)
    assert not wiping.is_nobodys(left, just_now)
    assert wiping.is_nobodys(left, just_now + timedelta(hours=1))


def test_what_did_not_become_a_file_is_cleared_away_with_all_beside_it(journal: Path):
    building = remains.being_built(journal, WORDS)
    log = Path(f"{building}-journal")
    log.write_text(WORDS, encoding="utf-8")
    with log.open("rb") as content:
        wiping.clear_away(building)
        assert content.read() == bytes(len(WORDS))
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]
