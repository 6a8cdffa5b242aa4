"""Every way on which something reaches the disk, as scenes."""

from integrate_tui.store.opening import SCHEMA_VERSION
from tests.faults.commands import (
    Copying,
    Decrypting,
    Encrypting,
    FirstNote,
    Migrating,
    Noting,
    Packing,
    Rekeying,
    Restoring,
)
from tests.faults.kept import Drafting, Rescuing, Save, Ticking, TooEarly
from tests.faults.scenes import Scene


def scenes() -> list[Scene]:
    """Return every scene, plain and encrypted where both are possible."""
    both = (Save, Drafting, Rescuing, Ticking, Noting, Copying, Restoring)
    versions = range(1, SCHEMA_VERSION)
    return [
        *(each(sealed=sealed) for each in both for sealed in (False, True)),
        FirstNote(),
        Packing(),
        Encrypting(),
        Decrypting(sealed=True),
        Rekeying(sealed=True),
        *(Migrating(version) for version in versions),
        Migrating(SCHEMA_VERSION - 1, sealed=True),
    ]


def scene(title: str) -> Scene:
    """Return a scene by what it is called."""
    others: list[Scene] = [TooEarly()]
    for level in ("OFF", "NORMAL"):
        weak = Save()
        weak.pragma = f"PRAGMA synchronous={level}"
        weak.name = f"save with synchronous={level}"
        others.append(weak)
    return next(each for each in (*scenes(), *others) if each.title == title)


TITLES = [each.title for each in scenes()]
