"""The one SQLite driver, put where sqlite-utils looks for it.

`sqlcipher3` carries a current SQLite for every platform, and opens plain and encrypted files alike.
Its exceptions are not the standard library's, so sqlite-utils must take it for its own optional
driver, `pysqlite3`, or its error handling never matches; hence the names below are taken before it
can be imported. Import the driver from here and nowhere else.
"""

import os
import sys
from pathlib import Path
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection as Connection
from sqlcipher3.dbapi2 import Error as Error
from sqlcipher3.dbapi2 import OperationalError as OperationalError
from sqlcipher3.dbapi2 import connect as connect

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

# Primary result codes, from https://sqlite.org/rescode.html.
BUSY = 5
READ_ONLY = 8
IO_ERROR = 10
CORRUPT = 11
FULL = 13
CANNOT_OPEN = 14
NOT_A_DATABASE = 26
NOT_READ = (IO_ERROR, FULL, CANNOT_OPEN)
"""What comes of a disk or a folder, and of a disk without room."""


def uri(path: Path, query: str) -> str:
    """Return the URI of a file, whatever signs its path has."""
    return f"file://{quote(os.fsencode(path.absolute()))}?{query}"


def primary_code(error: Error) -> int:
    """Return the primary result code of an error, 0 where it has none."""
    if str(error).startswith("Could not decode to UTF-8"):  # the driver's own, without a code
        return CORRUPT
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
