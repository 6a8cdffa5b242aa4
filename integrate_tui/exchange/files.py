"""Where an export goes: a folder of pages, or one file.

Nothing is written before it is clear that nothing of anybody else's is in the way, and nothing is
ever written outside the folder: its files are reached from the open folder, by names that cannot
lead out of it.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.errors import ExportError
from integrate_tui.exchange import names
from integrate_tui.exchange.sealed import (
    Found,
    State,
    checksum_of,
    in_sentences,
    list_names,
    look,
    make_lasting,
    replace,
    sweep,
)

_OPEN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_CLOSED = -1


@value()
class Page:
    """The text of one file of an export."""

    name: str
    """Its place in the folder, as `names` gives it."""
    text: str


class Folder:
    """A folder that pages go into; it is made, for its owner alone, with the first of them.

    The folder that was named may be reached by a link; inside it none is followed.
    """

    def __init__(self, path: Path, *, force: bool = False) -> None:
        """Take a folder.

        Args:
            path: Where it is, or will be.
            force: Whether files that an export did not write are written over.
        """
        self.path = path
        self.force = force
        self._root = _CLOSED
        self._inner = _CLOSED
        self._inner_name = ""

    def __enter__(self) -> "Folder":
        """Open the folder if there is one."""
        with in_sentences(shown(self.path)), suppress(FileNotFoundError):
            self._root = os.open(self.path, _OPEN_FOLDER)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of what is open."""
        for descriptor in (self._inner, self._root):
            if descriptor != _CLOSED:
                os.close(descriptor)
        self._inner = self._root = _CLOSED

    def contents(self) -> dict[str, Found]:
        """Return what lies here under the names that an export gives, by name."""
        if self._root == _CLOSED:
            return {}
        found: dict[str, Found] = {}
        with in_sentences(shown(self.path)):
            sweep(self._root)
            for name in filter(names.is_ours, list_names(self._root)):
                if name in names.GATHERED:
                    found[name] = look(self._root, name)
                elif _is_folder(self._root, name):
                    found |= self._contents_of(name)
                else:
                    found[name] = Found(State.NO_FILE)
        return found

    def put(self, page: Page) -> bool:
        """Write a page, and return whether its file said something else before.

        Raises:
            ExportError: It cannot be written, or something else lies in its place.
        """
        folder, _, name = page.name.rpartition("/")
        with in_sentences(names.in_words(page.name)):
            place = self._open(folder)
            found = look(place, name)
            if not found.gives_way(force=self.force):
                raise in_the_way({page.name: found})
            if found.checksum == checksum_of(page.text):
                return False
            return replace(place, name, [page.text], found)

    def finish(self) -> None:
        """Make sure that what was written outlasts a power cut."""
        with in_sentences(shown(self.path)):
            for descriptor in (self._inner, self._root):
                if descriptor != _CLOSED:
                    make_lasting(descriptor)

    def _contents_of(self, folder: str) -> dict[str, Found]:
        descriptor = os.open(folder, _OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=self._root)
        try:
            sweep(descriptor)
            inside = {f"{folder}/{name}": name for name in list_names(descriptor)}
            return {
                whole: look(descriptor, name)
                for whole, name in inside.items()
                if names.is_ours(whole)
            }
        finally:
            os.close(descriptor)

    def _open(self, folder: str) -> int:
        """Return the descriptor of a folder in this one, or its own, making what is missing."""
        if self._root == _CLOSED:
            with in_sentences(shown(self.path)):
                with suppress(FileExistsError):
                    self.path.mkdir(mode=0o700)
                self._root = os.open(self.path, _OPEN_FOLDER)
        if not folder:
            return self._root
        if folder != self._inner_name:
            self._close_inner()
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700, dir_fd=self._root)
            self._inner = os.open(folder, _OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=self._root)
            self._inner_name = folder
        return self._inner

    def _close_inner(self) -> None:
        if self._inner != _CLOSED:
            make_lasting(self._inner)
            os.close(self._inner)
        self._inner, self._inner_name = _CLOSED, ""


def write_file(target: Path, pieces: Iterable[str], *, force: bool = False) -> bool:
    """Write one file from its pieces, and return whether it said something else before.

    The pieces are asked for only once it is clear that the file may be written.

    Raises:
        ExportError: It cannot be written, or something else lies in its place.
    """
    with in_sentences(shown(target)):
        place = os.open(target.parent, _OPEN_FOLDER)
        try:
            sweep(place)
            found = look(place, target.name)
            if not found.gives_way(force=force):
                raise in_the_way({shown(target): found})
            is_new = replace(place, target.name, pieces, found)
            make_lasting(place)
        finally:
            os.close(place)
    return is_new


def in_the_way(found: Mapping[str, Found]) -> ExportError:
    """Return the error for what may not be written over.

    Args:
        found: It, by name, with at least one.
    """
    never = [name for name, each in found.items() if each.state is State.NO_FILE]
    first = names.in_words((never or list(found))[0])
    others = f", nor {len(found) - 1} more" if len(found) > 1 else ""
    if never:
        happened = f"{first} is a link or no plain file, so it was not written to{others}."
        way_out = "Move it away, or choose another place."
    else:
        happened = f"{first} is not as an export left it, so it was not written over{others}."
        way_out = "Move it away, choose another place, or export again with --force."
    return ExportError(happened, "Everything that was there is as it was.", way_out)


def shown(path: Path) -> str:
    """Return a path as one line that can be shown anywhere."""
    return clean_line(str(path))


def _is_folder(place: int, name: str) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode)
