"""The page that explains the file to somebody without the program is whole, and right."""

import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

import integrate_tui.store
from integrate_tui.core.answers import KIND_NAMES
from integrate_tui.core.drafts import Flow
from integrate_tui.core.experience import SORTS
from integrate_tui.core.fragment import SENSES
from integrate_tui.core.goal import GoalState, StepState
from integrate_tui.core.insight import InsightSort, Standing
from integrate_tui.core.practice import PracticeState, TickState
from integrate_tui.core.thing import Role, Stage, ThingKind
from integrate_tui.store import driver
from integrate_tui.store.opening import APPLICATION_ID, SCHEMA_VERSION
from tests.store.desk import open_desk
from tests.store.lived_in import live

PAGE = (Path(integrate_tui.store.__path__[0]) / "SCHEMA.md").read_text()
QUERIES = re.findall(r"^([^\n]+)\n\n```sql\n(.+?)\n```", PAGE, re.MULTILINE | re.DOTALL)
IDS = [says.partition(",")[0].rstrip(".") for says, _ in QUERIES]


@pytest.fixture(scope="module")
def lived_in(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal somebody has lived with, closed."""
    path = Path(shutil.copy(blank, tmp_path_factory.mktemp("lived") / "journal.db"))
    desk = open_desk(path)
    live(desk)
    desk.db.close()
    return path


def needs(says: str) -> tuple[int, ...]:
    """Return the version of SQLite that a query is said to need."""
    found = re.search(r"needs SQLite (\d+)\.(\d+)", says)
    return (int(found[1]), int(found[2])) if found else (3, 37)


@pytest.mark.parametrize(("says", "query"), QUERIES, ids=IDS)
def test_every_query_on_the_page_finds_something(lived_in: Path, says: str, query: str):
    connection = driver.connect(driver.uri(lived_in, "mode=ro"), uri=True)
    assert connection.execute(query).fetchall()
    connection.close()


@pytest.mark.parametrize(("says", "query"), QUERIES, ids=IDS)
def test_every_query_runs_in_another_sqlite(lived_in: Path, says: str, query: str):
    if sqlite3.sqlite_version_info < needs(says):
        pytest.skip(f"this Python has SQLite {sqlite3.sqlite_version}")
    other = sqlite3.connect(lived_in)
    assert other.execute(query).fetchall()
    other.close()


def test_the_shell_reads_the_journal(lived_in: Path):
    shell = shutil.which("sqlite3")
    if shell is None:
        pytest.skip("there is no sqlite3 shell here")
    run = subprocess.run(
        [shell, "-readonly", str(lived_in), QUERIES[1][1]],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "What is still with you?|The light." in run.stdout


def test_there_are_the_queries_one_begins_with():
    assert len(QUERIES) >= 10
    assert PAGE.count("```sql") == len(QUERIES)


def sections() -> dict[str, str]:
    """Return what the page says of each table and view."""
    parts = re.split(r"^### (\w+)$", PAGE, flags=re.MULTILINE)
    said = [part.partition("\n## ")[0] for part in parts[2::2]]
    return dict(zip(parts[1::2], said, strict=True))


def test_every_table_and_view_is_explained_and_no_other(lived_in: Path):
    connection = driver.connect(str(lived_in))
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name <> 'sqlite_sequence'"
    ).fetchall()
    connection.close()
    assert set(sections()) == {name for (name,) in found}


@pytest.mark.parametrize("table", sections())
def test_every_column_is_explained_and_no_other(lived_in: Path, table: str):
    connection = driver.connect(str(lived_in))
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    connection.close()

    explained = re.findall(r"^- `(\w+)`(?: and `(\w+)`)? ", sections()[table], re.MULTILINE)
    assert [name for names in explained for name in names if name] == columns


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("links", Role), ("answers", KIND_NAMES.values()), ("fragments", SENSES),
        ("insights", [*InsightSort, *Standing]), ("goals", GoalState), ("steps", StepState),
        ("practices", PracticeState), ("ticks", TickState), ("drafts", Flow),
        ("experiences", SORTS), ("things", Stage),
    ],
)  # fmt: skip
def test_every_word_a_column_may_hold_is_named(table: str, words: list[str]):
    for word in words:
        assert f"`{word}`" in sections()[table]


def test_every_kind_of_thing_is_in_the_table_of_kinds():
    rows = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert set(ThingKind) <= set(rows)


def test_the_numbers_that_mark_the_file_are_right():
    assert str(APPLICATION_ID) in PAGE
    assert f"version of the schema: {SCHEMA_VERSION}." in PAGE


def test_the_page_travels_with_the_package():
    assert (Path(integrate_tui.store.__path__[0]) / "SCHEMA.md").is_file()
