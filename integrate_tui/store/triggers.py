"""What a journal does by itself when it is written in: the rules of its index, and no others.

A file from elsewhere can look like a journal in everything and hold a rule of somebody else's that
acts whenever something is saved. Such a file is read and never written in.
"""

from integrate_tui.errors import NotAJournalError, ReadOnlyError
from integrate_tui.store import driver, failures

_FOUND = (
    "trashed IS NULL AND {0}.kind <> 'tick' AND NOT EXISTS"
    " (SELECT 1 FROM lines WHERE revision = {0}.head AND keep_as = 'container')"
)
_FORGET = (
    "INSERT INTO search(search, rowid, title, text) SELECT 'delete', old.n, w.title, w.text"
    f" FROM words AS w WHERE w.revision = old.head AND old.{_FOUND.format('old')};"
)
_LEARN = (
    "INSERT INTO search(rowid, title, text) SELECT new.n, w.title, w.text"
    f" FROM words AS w WHERE w.revision = new.head AND new.{_FOUND.format('new')};"
)
_OURS = {
    "search_follow": "CREATE TRIGGER search_follow AFTER UPDATE OF head, trashed ON things"
    f" BEGIN {_FORGET} {_LEARN} END",
    "search_erase": f"CREATE TRIGGER search_erase BEFORE DELETE ON things BEGIN {_FORGET} END",
}
"""The rules of the present schema, in their words with single blanks between them."""


def are_others(connection: driver.Connection, *, is_current: bool) -> bool:
    """Tell whether a journal has rules that are not those of this program.

    Args:
        connection: The journal.
        is_current: Whether its schema is the present one; those of an older are known by name.
    """
    with failures.in_sentences():
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        return any(
            name not in _OURS or (is_current and " ".join(str(sql).split()) != _OURS[name])
            for name, sql in found
        )


def not_written_in() -> ReadOnlyError:
    """Return the refusal to write in a journal that has rules of somebody else's."""
    return ReadOnlyError(
        "This journal holds a rule that integrate did not put there, so it is not written in.",
        "It was not changed; reading and exporting work.",
        "If you did not put it there either, put back a copy with `integrate restore`.",
    )


def not_taken() -> NotAJournalError:
    """Return the error for a copy that has rules of somebody else's."""
    return NotAJournalError(
        "That journal holds a rule that integrate did not put there, so it was not used.",
        "It was not changed.",
        "Take another copy.",
    )
