"""Where the journal, the packs and the rescue file are.

`INTEGRATE_HOME` moves everything into one folder; without it each system's own places are used.
Nothing is created by asking: the folders appear, 0700, when something is first written.
"""

import errno
import os
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from integrate_tui import processes
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

HOME_VARIABLE = "INTEGRATE_HOME"
JOURNAL = "journal.db"
_BUILDING = re.compile(
    r"\..+\.(?P<number>\d+)(?:-(?P<began>\d+))?-(?P<machine>[0-9a-f]{8})-[0-9a-f]{8}\.new(?:-\w+)?",
    re.DOTALL,
)


@value()
class Paths:
    """The places one run of the program uses."""

    journal: Path
    """The SQLite file with everything in it."""
    packs: Path
    """The folder of a person's own text packs."""
    bundled: Path
    """The folder of the text packs that come with the program."""
    link: Path | None = None
    """The link by which the journal was named, where it was: what belongs to it lies with it."""

    @property
    def copies(self) -> tuple[Path, ...]:
        """The folders of copies: the journal's, and one beside a link that leads to it."""
        named = (self.journal, *([self.link] if self.link else []))
        return tuple(dict.fromkeys(backups_of(each) for each in named))

    @property
    def rescue(self) -> Path:
        """The file that keeps drafts when the journal cannot be written."""
        return rescue_of(self.journal)


def find(journal: Path | None = None, packs: Path | None = None) -> Paths:
    """Work out the places for this run.

    Args:
        journal: A journal named on the command line, in place of the usual one.
        packs: A packs folder named on the command line, in place of the usual one.

    Raises:
        UsageError: One of them begins with the home of somebody who has none here.
    """
    paths = _usual()
    if journal is not None:
        paths = replace(paths, journal=_absolute(journal))
    if packs is not None:
        paths = replace(paths, packs=_absolute(packs))
    return _followed(paths)


def expanded(typed: str | Path) -> Path:
    """Return the place that was typed, with `~` and `~name` as a shell takes them.

    Raises:
        UsageError: It begins with the home of somebody who has none here.
    """
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise UsageError(
            f"There is no home here for {clean_line(Path(typed).parts[0])}.",
            "Nothing was changed.",
            "Write the whole path, from / on, if that is the name of a folder.",
        ) from None


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
    """Return a name beside a file, under which it is built before it appears whole.

    It says which program builds it, so that what one that was killed has left is known for that.
    """
    builder = processes.name_of_this().replace(".", "-")  # which the name of the file may have
    mark = f"{processes.mark_of_machine()}-{os.urandom(4).hex()}"
    return path.with_name(f".{path.name}.{builder}-{mark}.new")


def is_being_built(path: Path) -> bool | None:
    """Tell whether the program that builds a file still runs; None where its name does not say.

    Another machine may build it in a folder that both have, and where nothing tells when a process
    began, its number may be another's by now.
    """
    found = _BUILDING.fullmatch(path.name)
    if found is None or found["machine"] != processes.mark_of_machine():
        return None
    number, began = found["number"], found["began"]
    if not processes.is_running(f"{number}.{began}" if began else number):
        return False
    return True if began else None


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


def _followed(paths: Paths) -> Paths:
    """Return the places of the file that a journal's name leads to, where that name is a link.

    A link that leads to no file now stays what is named, so that no journal is made at its end.
    """
    with suppress(OSError):  # a name that no system takes is told when the file is opened
        real = Path(os.path.realpath(paths.journal))
        if paths.journal.is_symlink() and real.is_file():
            return replace(paths, journal=real, link=paths.journal)
    return paths


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(expanded(path)))
