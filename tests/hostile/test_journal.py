"""The hostile journal is hostile: no text of any table was forgotten, and all of it is intact."""

from integrate_tui.core.thing import ThingKind
from integrate_tui.workspace import Workspace
from tests.hostile.journal import SIGN, WORDS

OF_THE_PROGRAM = {
    "things": {"id", "kind", "at", "zone", "day", "trashed", "stage"},
    "revisions": {"made", "checksum"},
    "links": {"role", "made", "cut"},
    "erased": {"id", "kind", "at"},
    "drafts": {"id", "flow", "subject", "made", "changed", "window"},
    "settings": {"name"},
}
"""What no person and no pack ever writes in."""


def test_no_column_that_holds_words_was_forgotten(workspace: Workspace):
    db = workspace._db
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '[s_]*q*_*'"
    tables = [name for (name,) in db.rows(names) if not name.startswith("search")]
    assert len(tables) > 20
    for table in tables:
        for column in db.named_rows(f"PRAGMA table_info({table})"):
            name = column["name"]
            known = WORDS.get(table, set()) | OF_THE_PROGRAM.get(table, set())
            if column["type"] == "TEXT" and name not in known:
                query = f"SELECT count(*) FROM {table} WHERE instr({name}, ?)"
                assert db.value(query, (SIGN,)), f"{table}.{name}"


def test_everything_in_it_fits_its_checksum(workspace: Workspace):
    for kind in ThingKind:
        for thing in workspace.shelf(kind).all():
            assert all(state.intact for state in workspace.journal.history(thing.n)), thing.n
