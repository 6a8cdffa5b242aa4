"""Released schemas: how one is dumped, and how a journal of an old one is built again.

When a schema is released, `dump` and `dump_rows` of a journal that `lived_in.live` has filled go to
`tests/data/schemas/`, as `v1.sql` and `v1-lived-in.sql`, and are never edited.
"""

from collections.abc import Callable
from pathlib import Path

from integrate_tui.store import driver, migrations, opening

# After the driver, which puts itself where sqlite-utils looks for one.
from sqlite_utils import Database  # isort: skip
from sqlite_utils import Migrations  # isort: skip

SqliteUtils = Database
FOLDER = Path(__file__).parents[1] / "data" / "schemas"
VERSIONS = sorted(int(file.stem.removeprefix("v")) for file in FOLDER.glob("v*[0-9].sql"))

_SHADOWS = "('search_data', 'search_idx', 'search_docsize', 'search_config', 'sqlite_sequence')"
_KEPT = f"sql IS NOT NULL AND name NOT IN {_SHADOWS}"
_ORDER = "CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, name"


def dump(connection: driver.Connection) -> str:
    """Return the statements that make the schema, tables first, each kind by name."""
    found = connection.execute(f"SELECT sql FROM sqlite_schema WHERE {_KEPT} ORDER BY {_ORDER}")
    return "".join(f"{sql};\n\n" for (sql,) in found)


def dump_rows(connection: driver.Connection) -> str:
    """Return the statements that put every row of the tables back."""
    tables = connection.execute(
        f"SELECT name FROM sqlite_schema WHERE {_KEPT} AND type = 'table' AND name <> 'search'"
        f" ORDER BY {_ORDER}"
    ).fetchall()
    lines = []
    for (table,) in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        quoted = ", ".join(f'quote("{column}")' for column in columns)
        rows = connection.execute(f"SELECT {quoted} FROM {table}")
        lines += [f"INSERT INTO {table} VALUES ({', '.join(row)});\n" for row in rows]
    (highest,) = connection.execute("SELECT seq FROM sqlite_sequence").fetchone()
    lines.append(f"UPDATE sqlite_sequence SET seq = {highest} WHERE name = 'things';\n")
    return "".join(lines)


def build_released(path: Path, version: int) -> None:
    """Make a lived-in journal as a released version left it."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.executescript(
        f"PRAGMA application_id={opening.APPLICATION_ID}; PRAGMA user_version={version};"
        "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=OFF;"
        + (FOLDER / f"v{version}.sql").read_text()
        + (FOLDER / f"v{version}-lived-in.sql").read_text()
        + "INSERT INTO search(search, rank) VALUES ('secure-delete', 1);"
        "INSERT INTO search(search) VALUES ('rebuild');"
    )
    connection.close()


def with_another_version(
    set: Callable[[object, str, object], None], migrate: Callable[[SqliteUtils], None]
) -> None:
    """Give the program one more migration than it has.

    Args:
        set: How an attribute is set: `monkeypatch.setattr`, or plain `setattr` in a process of its
            own.
        migrate: What the migration does.
    """
    known = Migrations("integrate")
    for one in migrations.journal._migrations:
        known(name=one.name)(one.fn)
    known(name="m999_another")(migrate)
    version = opening.SCHEMA_VERSION + 1
    set(migrations, "journal", known)
    for module in (migrations, opening):
        set(module, "SCHEMA_VERSION", version)


def add_weather(db: SqliteUtils) -> None:
    """Keep the weather of an entry."""
    db.execute("ALTER TABLE entries ADD COLUMN weather TEXT")
    db.execute("CREATE TABLE weathers (n INTEGER PRIMARY KEY) STRICT")
