from pathlib import Path

import pytest

from integrate_tui.core.settings import SETTINGS
from integrate_tui.errors import UsageError
from tests.store.desk import Desk, open_desk


def test_a_setting_that_was_never_set_is_as_the_program_comes(desk: Desk):
    assert desk.settings.all() == {known.name: known.default for known in SETTINGS}


def test_a_setting_is_there_after_opening_again(desk: Desk, journal: Path):
    assert desk.settings.set("day-starts", "5") == "05:00"

    window = open_desk(journal)
    assert window.settings.get("Day_Starts") == "05:00"
    assert window.settings.all()["day-starts"] == "05:00"
    window.db.close()


@pytest.mark.parametrize(
    ("name", "typed"), [("theme", "blue"), ("nothing", "x"), ("day-starts", "")]
)
def test_what_a_setting_cannot_be_changes_nothing(desk: Desk, name: str, typed: str):
    with pytest.raises(UsageError):
        desk.settings.set(name, typed)

    assert desk.changes == []
    assert desk.settings.all() == {known.name: known.default for known in SETTINGS}


@pytest.mark.parametrize(
    ("name", "stored"), [("day-starts", "noon"), ("day-starts", "99:99"), ("theme", "plaid")]
)
def test_a_setting_that_cannot_be_read_is_as_the_program_comes(desk: Desk, name: str, stored: str):
    with desk.db.write():
        desk.db.execute("INSERT INTO settings VALUES (?, ?)", (name, stored))

    default = next(known.default for known in SETTINGS if known.name == name)
    assert desk.settings.get(name) == desk.settings.all()[name] == default


def test_setting_what_is_set_already_is_no_change(desk: Desk):
    for _ in range(2):
        desk.settings.set("country", " Chile ")
    assert len(desk.changes) == 1
    assert desk.settings.get("country") == "Chile"


def test_a_setting_of_a_newer_version_is_kept_and_not_shown(desk: Desk):
    with desk.db.write():
        desk.db.execute("INSERT INTO settings VALUES ('weather', 'rain')")

    assert "weather" not in desk.settings.all()
    assert desk.db.value("SELECT value FROM settings WHERE name = 'weather'") == "rain"
