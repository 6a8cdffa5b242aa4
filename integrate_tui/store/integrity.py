"""Whether a file is whole to its last page, as far as words are concerned.

The index of words is no part of that: it is made of what is there, and can be made anew.
"""

from integrate_tui.store import driver

_MOST_PLACES = 20
"""Places at which a damaged file is not looked through any further."""
_INDEX = ("fts5", "inverted index")
"""What SQLite says in a line that is about an index of words."""


def damaged_places(connection: driver.Connection) -> int:
    """Return in how many places a file is damaged, as far as that can be counted.

    Of an encrypted file the seal of each page is looked at as well.

    Raises:
        driver.Error: It cannot be read at all.
    """
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    checked = connection.execute(f"PRAGMA integrity_check({_MOST_PLACES})").fetchall()
    lines = (str(row[0]) for row in checked)
    return len(broken) + sum(line != "ok" and not _is_of_index(line) for line in lines)


def _is_of_index(line: str) -> bool:
    return any(said in line.casefold() for said in _INDEX)
