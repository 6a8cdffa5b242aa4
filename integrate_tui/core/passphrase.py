"""What can be a passphrase."""

import re

from integrate_tui.errors import UsageError

_WRITTEN_OUT = re.compile(r"x'[0-9a-f]*'", re.IGNORECASE)


def must_be_takeable(passphrase: str) -> None:
    """See that a new passphrase is one to every reader of SQLCipher.

    Raises:
        UsageError: It is not: others would take it for the key itself.
    """
    if _WRITTEN_OUT.fullmatch(passphrase):
        raise UsageError(
            "A passphrase that looks like x'0a1b' cannot be used: other readers of SQLCipher take"
            " it for a key written out.",
            "Nothing was changed.",
            "Any other will do.",
        )
