"""Settings, kept in the journal itself so that one file is everything."""

from integrate_tui.core import settings as known
from integrate_tui.core.undo import StepKind
from integrate_tui.errors import UsageError
from integrate_tui.paths import expanded
from integrate_tui.store.database import Database


class Settings:
    """How the program is set, by name."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def get(self, name: str) -> str:
        """Return a setting, as the program comes where it was never set to anything it can be."""
        wanted = known.setting(name)
        return _readable(wanted, read(self.db, wanted.name))

    def set(self, name: str, typed: str) -> str:
        """Set a setting to what was typed, and return what is stored.

        Raises:
            UsageError: There is no such setting, or it cannot be that.
        """
        wanted = known.setting(name)
        value = known.read_value(wanted, typed)
        if wanted.is_place:
            expanded(value)
        with self.db.write(f"Set {wanted.name}"):
            write(self.db, wanted.name, value)
        return value

    def remember(self, name: str, value: str) -> None:
        """Keep something of the program's own, which undo knows nothing of."""
        with self.db.write():
            write(self.db, name, value)

    def stored(self) -> dict[str, str]:
        """Return what is stored, whether the program knows what it is or not."""
        return read_all(self.db)

    def all(self) -> dict[str, str]:
        """Return every setting there is."""
        stored = read_all(self.db)
        return {
            setting.name: _readable(setting, stored.get(setting.name)) for setting in known.SETTINGS
        }


def _readable(setting: known.Setting, stored: str | None) -> str:
    if stored is None:
        return setting.default
    try:
        return known.read_value(setting, stored)
    except UsageError:  # of a newer version, or put there by hand
        return setting.default


def read(db: Database, name: str) -> str | None:
    """Return the stored text of a setting, None where it was never set."""
    found: str | None = db.value("SELECT value FROM settings WHERE name = ?", (name,))
    return found


def read_all(db: Database) -> dict[str, str]:
    """Return every setting that was set."""
    return dict(db.rows("SELECT name, value FROM settings ORDER BY name"))


def write(db: Database, name: str, value: str | None) -> None:
    """Set a setting, or with None leave it as the program comes."""
    before = read(db, name)
    if before == value:
        return
    if value is None:
        db.execute("DELETE FROM settings WHERE name = ?", (name,))
    else:
        db.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
    db.change.record(StepKind.SETTING, (name,), before=(before,), after=(value,))
