"""Where the journal, the packs and the rescue file are.

`INTEGRATE_HOME` moves everything into one folder; without it each system's own places are used.
Nothing is created by asking: the folders appear, 0700, when something is first written.
"""

import errno
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from integrate_tui.core.value import value

HOME_VARIABLE = "INTEGRATE_HOME"
JOURNAL = "journal.db"


@value()
class Paths:
    """The places one run of the program uses."""

    journal: Path
    """The SQLite file with everything in it."""
    packs: Path
    """The folder of a person's own text packs."""
    bundled: Path
    """The folder of the text packs that come with the program."""

    @property
    def rescue(self) -> Path:
        """The file that keeps drafts when the journal cannot be written."""
        return rescue_of(self.journal)


def find(journal: Path | None = None, packs: Path | None = None) -> Paths:
    """Work out the places for this run.

    Args:
        journal: A journal named on the command line, in place of the usual one.
        packs: A packs folder named on the command line, in place of the usual one.
    """
    paths = _usual()
    if journal is not None:
        paths = replace(paths, journal=_absolute(journal))
    if packs is not None:
        paths = replace(paths, packs=_absolute(packs))
    return paths


def rescue_of(journal: Path) -> Path:
    """Return the file that keeps drafts when a journal cannot be written."""
    return journal.with_name(f"{_called(journal)}.rescue.db")


def backups_of(journal: Path) -> Path:
    """Return the folder of verified copies of a journal."""
    return journal.with_name(f"{_called(journal)}.backups")


def keyring_of(journal: Path) -> Path:
    """Return the file whose presence says that the keyring of the system opens a journal."""
    return journal.with_name(f"{_called(journal)}.keyring")


def building_of(path: Path) -> Path:
    """Return a name beside a file, under which it is built before it appears whole."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner can enter, with whatever parents are missing.

    Raises:
        OSError: It cannot be made, or something else has its name.
    """
    missing = []
    step = folder
    while not step.exists():
        missing.append(step)
        step = step.parent
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> bool:
    """Have the names in a folder reach the disk; tell if they may count as safe.

    They may where the file system has no way to say so, and may not where the disk is at fault.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        os.fsync(descriptor)
    except OSError as error:
        return error.errno not in (errno.EIO, errno.ENOSPC, errno.EDQUOT)
    finally:
        os.close(descriptor)
    return True


def _called(journal: Path) -> str:
    """Return the name of a journal without `.db`; another ending tells it from its neighbours."""
    return journal.name.removesuffix(".db")


def _usual() -> Paths:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        folder = _absolute(Path(home))
        return Paths(folder / JOURNAL, folder / "packs", _bundled())
    import platformdirs  # noqa: PLC0415 - not needed where INTEGRATE_HOME is set, and 5 ms

    dirs = platformdirs.PlatformDirs("integrate", appauthor=False)
    return Paths(dirs.user_data_path / JOURNAL, dirs.user_config_path / "packs", _bundled())


def _bundled() -> Path:
    """Return the packs inside the installed package, or the repository's in an editable install."""
    package = Path(__file__).parent
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


def _absolute(path: Path) -> Path:
    with suppress(RuntimeError):  # `~name` for a name nobody has here
        path = path.expanduser()
    return Path(os.path.abspath(path))
