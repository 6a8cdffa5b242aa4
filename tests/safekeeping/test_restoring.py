"""What is known of the copies before one is put back."""

import os
import shutil
from datetime import UTC, datetime, time, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from integrate_tui.core.dates import DAY_STARTS
from integrate_tui.errors import DamagedError, LockedError, NotFoundError, UsageError
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, comparing, locking, restoring
from integrate_tui.safekeeping.restoring import Candidate
from integrate_tui.store import convert
from integrate_tui.workspace import open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_keys")


@pytest.fixture
def paths(home: Path, clock: FakeClock) -> Paths:
    """A closed journal with one copy."""
    folder = home / "own"
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    workspace = open_workspace(paths, clock)
    backups.make(paths, workspace.today)
    workspace.close()
    return paths


@pytest.fixture
def copy(paths: Paths) -> Path:
    return backups.listing(paths)[0].path


def kept(copy: Path, name: str) -> Path:
    """Have the copy once more under another name."""
    return Path(shutil.copy(copy, copy.with_name(name)))


def looked_at(paths: Paths) -> list[Candidate]:
    """Return the copies as somebody in Greenwich sees them, whose day starts at four."""
    return restoring.candidates(paths, zone=UTC, day_starts=DAY_STARTS)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("journal-2026-11-21.db", "the copy of a day"),
        ("journal-before-version-6.db", "before a newer version"),
        ("journal-before-restore-2.db", "before another was put back"),
        ("journal-before-conversion.db", "before its passphrase changed"),
        ("journal-before-repair.db", "before something was mended"),
        ("journal-replaced.db", "after another took its place"),
        ("journal-damaged-3.db", "damaged, and kept as it was"),
        ("old laptop.db", "called old laptop.db"),
    ],
)
def test_why_it_was_made_is_read_from_its_name(paths: Paths, copy: Path, name: str, why: str):
    other = kept(copy, name)
    copy.unlink()
    (found,) = looked_at(paths)
    assert (found.path, found.why, found.fault) == (other, why, "")
    assert found.size == other.stat().st_size


def test_one_of_no_day_has_the_day_it_was_written_on(paths: Paths, copy: Path):
    other = kept(copy, "journal-before-repair.db")
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC).timestamp()
    os.utime(other, (noon, noon))
    days = {found.path.name: found.day.isoformat() for found in looked_at(paths)}
    assert days == {copy.name: "2026-11-22", other.name: "2026-05-01"}


@pytest.mark.parametrize(
    ("zone", "day_starts", "day"),
    [
        (UTC, time(4), "2026-04-30"),
        (UTC, time(2), "2026-05-01"),
        (ZoneInfo("Asia/Tokyo"), time(4), "2026-05-01"),
        (ZoneInfo("America/Los_Angeles"), time(0), "2026-04-30"),
    ],
)
def test_that_day_is_the_one_that_the_person_lived(
    paths: Paths, copy: Path, zone: tzinfo, day_starts: time, day: str
):
    other = kept(copy, "journal-before-repair.db")
    copy.unlink()
    night = datetime(2026, 5, 1, 3, tzinfo=UTC).timestamp()
    os.utime(other, (night, night))
    (found,) = restoring.candidates(paths, zone=zone, day_starts=day_starts)
    assert found.day.isoformat() == day


def test_what_is_no_journal_is_told_from_what_is_damaged(paths: Paths, copy: Path):
    kept(copy, "a.db").write_bytes(b"words " * 4000)
    kept(copy, "b.db").write_bytes(b"")
    faults = {found.path.name: found.fault for found in looked_at(paths)}
    assert faults == {copy.name: "", "a.db": "It is no journal.", "b.db": "It is damaged."}


def test_one_with_a_passphrase_is_locked_until_that_is_known(paths: Paths, copy: Path):
    convert.convert(copy, "salt lamp")
    locking.lock()
    (found,) = [each for each in looked_at(paths) if each.path == copy]
    assert found.is_locked
    with pytest.raises(LockedError):
        restoring.check(copy)
    locking.unlock(copy, "salt lamp")
    (found,) = [each for each in looked_at(paths) if each.path == copy]
    assert not found.is_locked
    restoring.check(copy)
    assert "The copy is encrypted" in comparing.preview(paths, copy)[-1]


def test_one_that_is_cut_off_does_not_stand_the_check(copy: Path):
    copy.write_bytes(copy.read_bytes()[: 4096 * 5])
    with pytest.raises(DamagedError, match="not whole"):
        restoring.check(copy)


@pytest.mark.parametrize("typed", ["", "nowhere", "x" * 5000, "a\0b"])
def test_what_is_no_file_is_no_copy(paths: Paths, typed: str):
    with pytest.raises(NotFoundError):
        restoring.named(paths, typed)


def test_what_is_in_nobodys_home_is_no_copy(paths: Paths):
    with pytest.raises(UsageError, match="no home here for ~nobody-at-all"):
        restoring.named(paths, "~nobody-at-all/x.db")


def test_the_journal_is_no_copy_of_itself(paths: Paths, home: Path):
    link = home / "link.db"
    link.symlink_to(paths.journal)
    for typed in (paths.journal, link):
        with pytest.raises(UsageError, match="itself"):
            restoring.named(paths, str(typed))
