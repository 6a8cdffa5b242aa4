"""`integrate backup`, `restore`, `doctor` and `privacy`."""

from pathlib import Path

import pytest

from integrate_tui.paths import backups_of
from tests.cli.conftest import Integrate


@pytest.fixture
def kept(integrate: Integrate) -> Integrate:
    """A journal with a copy, and a note more than the copy has."""
    integrate("note", "The kettle sang.")
    integrate("backup")
    integrate("note", "Later.")
    return integrate


def test_a_copy_is_said_where_it_is(integrate: Integrate) -> None:
    integrate("note", "The kettle sang.")
    answer = integrate("backup", "--json")
    assert Path(answer.json["path"]).stat().st_size == answer.json["bytes"]
    assert "A whole copy lies in" in answer.err


def test_without_a_journal_there_is_nothing_to_copy(integrate: Integrate) -> None:
    assert integrate("backup").code == 3


def test_the_copies_are_listed_by_their_day(kept: Integrate) -> None:
    assert [line.split()[0] for line in kept("restore").lines] == ["2026-11-22"]
    assert [one["day"] for one in kept("restore", "--json").json] == ["2026-11-22"]


def test_without_a_terminal_nothing_is_put_back_unasked(kept: Integrate) -> None:
    answer = kept("restore", "2026-11-22")
    assert answer.code == 2
    assert "in the journal now: 1 fragment" in answer.err
    assert len(kept("list").lines) == 2


def test_a_copy_is_put_back_and_the_journal_can_be_had_again(kept: Integrate) -> None:
    put_back = kept("restore", "2026-11-22", "--yes", "--json").json
    assert len(kept("list").lines) == 1
    kept("restore", put_back["aside"], "--yes")
    assert len(kept("list").lines) == 2


def test_what_would_be_older_is_said_before(kept: Integrate) -> None:
    kept("goals", "add", "Sleep")
    kept("backup")
    assert kept("goals", "edit", "sleep", "--state", "reached").code == 0
    answer = kept("restore", "2026-11-22")
    assert "Older in the copy than in the journal: 1 goal." in answer.err


def test_what_was_erased_while_a_copy_was_away_stays_erased(
    kept: Integrate, tmp_path: Path
) -> None:
    away, back = tmp_path / "away.db", tmp_path / "back.db"
    kept("backup", str(away))
    away.rename(back)
    kept("erase", "1", "--yes")
    answer = kept("restore", "--yes", str(back))
    assert "1 thing in it was erased since, and stays erased." in answer.err
    assert kept("list").out.count("kettle") == 0
    assert kept("show", "1").code == 2
    assert b"kettle" in back.read_bytes()


def test_a_copy_is_made_by_itself_on_the_next_day(kept: Integrate) -> None:
    kept.clock.advance(hours=24)
    kept("list")
    assert [one["day"] for one in kept("restore", "--json").json] == ["2026-11-23", "2026-11-22"]


def test_a_doctor_who_finds_nothing_says_so(kept: Integrate) -> None:
    answer = kept("doctor")
    assert answer.code == 0
    assert "All is well." in answer.err


def test_what_is_amiss_is_said_and_mended(kept: Integrate, home: Path) -> None:
    journal = Path(kept("paths", "--json").json["journal"])
    journal.chmod(0o644)
    assert kept("doctor").code == 1
    assert [one["name"] for one in kept("doctor", "--json").json if not one["well"]] == [
        "permissions"
    ]
    assert kept("doctor", "--repair").code == 0
    assert journal.stat().st_mode & 0o777 == 0o600


def test_a_journal_that_cannot_be_opened_is_still_looked_at(kept: Integrate) -> None:
    journal = Path(kept("paths", "--json").json["journal"])
    journal.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    answer = kept("doctor")
    assert answer.code == 1
    assert "damaged" in answer.out
    assert kept("restore", "2026-11-22", "--yes").code == 0
    assert len(kept("list").lines) == 1
    assert list(backups_of(journal).glob("journal-damaged*"))


def test_privacy_says_what_is_plain_and_what_no_program_can_do(kept: Integrate) -> None:
    answer = kept("privacy")
    assert "plain file" in answer.out
    assert "No program can" in answer.out


def test_how_long_ago_a_copy_was_made_is_counted_from_the_day_that_the_person_is_in(
    kept: Integrate,
) -> None:
    kept("settings", "day-starts", "11:00")
    kept.clock.advance(hours=14)  # ten in the morning
    assert kept("restore").lines[0].split("  ")[1].strip() == "today"


def test_a_copy_has_no_place_in_nobodys_home(integrate: Integrate) -> None:
    integrate("note", "The kettle sang.")
    answer = integrate("backup", "~nobody-at-all/copy.db")
    assert (answer.code, answer.out) == (2, "")
    assert "There is no home here for ~nobody-at-all." in answer.err
