"""Building the schema, and bringing an older journal up to date.

Each migration is a numbered function with its reason, applied in one transaction with its record
and never edited once released. They run with foreign keys off, because rebuilding a table that
others refer to fails with them on; the references are checked before they are turned on again.
"""

from pathlib import Path

from integrate_tui.errors import StoreError
from integrate_tui.store import backup, driver, failures, keys
from integrate_tui.store.first_schema import STATEMENTS, WORDS
from integrate_tui.store.opening import APPLICATION_ID, PATIENT_MS, SCHEMA_VERSION
from integrate_tui.store.thread_schema import THREAD

# After `driver`, which puts itself where sqlite-utils looks for a driver.
import sqlite_utils.utils  # isort: skip
from sqlite_utils import Database as SqliteUtils  # isort: skip
from sqlite_utils import Migrations  # isort: skip

if sqlite_utils.utils.OperationalError is not driver.OperationalError:
    raise RuntimeError("sqlite_utils was imported before the driver")

journal = Migrations("integrate")


@journal()
def m001_first_schema(db: SqliteUtils) -> None:
    """Everything a day with the program needs."""
    for statement in _statements(STATEMENTS):
        db.execute(statement)


@journal()
def m002_results_of_measures(db: SqliteUtils) -> None:
    """Results keep what a measure said of itself at the time; some answers are for nobody else."""
    db.execute(
        """
        CREATE TABLE results (
            revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
            measure TEXT NOT NULL,
            measure_title TEXT NOT NULL,
            period TEXT,
            total REAL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            band TEXT,
            notice TEXT
        ) STRICT
        """
    )
    db.execute("CREATE INDEX results_of ON results(measure)")
    db.execute(
        """
        CREATE TABLE subscores (
            revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            total REAL NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            PRIMARY KEY (revision, position)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute("ALTER TABLE answers ADD COLUMN private INTEGER")


@journal()
def m003_stages_and_stars(db: SqliteUtils) -> None:
    """A thing can be said to be understood, processed or applied, and be starred."""
    db.execute("ALTER TABLE things ADD COLUMN stage TEXT")
    db.execute("ALTER TABLE things ADD COLUMN starred INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX things_by_stage ON things(stage, day) WHERE stage IS NOT NULL")
    db.execute("CREATE INDEX things_starred ON things(day) WHERE starred = 1")


@journal()
def m004_search_while_typing(db: SqliteUtils) -> None:
    """The index of words has what can be found and nothing else, and one letter is looked up in it.

    Over a hundred thousand entries a first letter took a tenth of a second, because the lists of
    every word that begins with it were put together; the third is quick without a list of its own.
    What search never shows stays out of it, so that hits are counted without looking at things.
    """
    db.execute("CREATE INDEX things_by_head ON things(head) WHERE trashed IS NULL")
    for statement in _statements(_SEARCH_WHILE_TYPING):
        db.execute(statement)


@journal()
def m005_private_answers(db: SqliteUtils) -> None:
    """A private answer is found by no search.

    The index stays as it is: until now only answers of measures were private, and the words of
    scales were never in it.
    """
    db.execute("DROP VIEW words")
    words = _statements(WORDS)[0]
    db.execute(words.replace("kind <> 'scale'", "kind <> 'scale' AND private IS NULL"))


@journal()
def m006_the_thread(db: SqliteUtils) -> None:
    """What grows from an experience: series, values, boundaries, patterns, worksheets, themes.

    What is there already gets the columns that looking after it from week to week needs. Notes of
    the time before there was an inbox are not put into it.
    """
    for statement in _statements(THREAD):
        db.execute(statement)


def _can_be_found(thing: str) -> str:
    """Return the condition that a thing is shown by search; the name of its row is given."""
    return (
        f"{thing}.trashed IS NULL AND {thing}.kind <> 'tick' AND NOT EXISTS"
        f" (SELECT 1 FROM lines WHERE revision = {thing}.head AND keep_as = 'container')"
    )


_SEARCH_WHILE_TYPING = f"""
DROP TRIGGER search_follow;
DROP TRIGGER search_erase;
DROP TABLE search;
DROP VIEW searchable;
CREATE VIEW searchable AS
SELECT t.n AS n, w.title AS title, w.text AS text
FROM things AS t JOIN words AS w ON w.revision = t.head
WHERE {_can_be_found("t")};
CREATE VIRTUAL TABLE search USING fts5(
    title, text,
    content='searchable', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2'
);
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
INSERT INTO search(search) VALUES ('rebuild');
CREATE TRIGGER search_follow AFTER UPDATE OF head, trashed ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND {_can_be_found("old")};
    INSERT INTO search(rowid, title, text)
    SELECT new.n, w.title, w.text FROM words AS w
    WHERE w.revision = new.head AND {_can_be_found("new")};
END;
CREATE TRIGGER search_erase BEFORE DELETE ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND {_can_be_found("old")};
END;
"""

KNOWN = (
    "m001_first_schema",
    "m002_results_of_measures",
    "m003_stages_and_stars",
    "m004_search_while_typing",
    "m005_private_answers",
    "m006_the_thread",
)
"""The migrations this program knows, in order; `user_version` is how many were applied."""


def build(path: Path) -> None:
    """Build the newest schema in an empty file."""
    connection = _connect(path)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
        _apply(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def bring_up_to_date(path: Path) -> None:
    """Migrate an older journal, after a verified copy of it has been made.

    Raises:
        StoreError: The copy could not be verified, or a reference would break; the journal is as
            it was.
    """
    connection = _connect(path)
    try:
        version = _version(connection)
        if version >= SCHEMA_VERSION:
            return
        copy = backup.before_migration(connection, path, version)
        try:
            with failures.in_sentences(writing=True):
                _apply(connection)
        except StoreError as error:
            error.safe = f"It is exactly as it was, and a copy of it lies in {copy}."
            raise
    finally:
        connection.close()


def _apply(connection: driver.Connection) -> None:
    """Apply what is pending under one write lock, so that two programs at once do not collide."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        journal.apply(SqliteUtils(connection, execute_plugins=False))
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StoreError(
                "The journal could not be brought up to date: some links in it would break.",
                "It is exactly as it was.",
                "Please report this; the older version of integrate still opens it.",
            )
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _connect(path: Path) -> driver.Connection:
    connection = keys.connect(path, timeout=PATIENT_MS / 1000)
    connection.executescript(
        "PRAGMA foreign_keys=OFF; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
        "PRAGMA synchronous=FULL;"
    )
    return connection


def _version(connection: driver.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """Split a script into statements; the body of a trigger stays in one."""
    found: list[str] = []
    pending = ""
    for part in script.split(";"):
        pending += part + ";"
        in_trigger = "CREATE TRIGGER" in pending and not pending.rstrip(";\n ").endswith("END")
        if not in_trigger:
            found.append(pending.strip())
            pending = ""
    return [statement for statement in found if statement.strip("; \n")]
