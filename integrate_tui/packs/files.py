"""Pack files on the disk: found, and read with care.

A packs folder is a place where anything may lie: links, pipes, devices, files of any size and in
any encoding. Each of them is a problem with its reason, and none of them is waited for.
"""

import os
import stat
from pathlib import Path

from integrate_tui.core.pieces import AnyPiece, Kind
from integrate_tui.core.text import clean_line
from integrate_tui.core.value import value
from integrate_tui.packs.pack import (
    MOST_BYTES,
    Pack,
    kinds_said,
    read_lead,
    read_pack,
    refused,
    too_large,
)

SUFFIX = ".txt"
MOST_FILES = 1_000
"""The most files that are read from one folder."""
MOST_TOTAL = 16 * MOST_BYTES
"""The most bytes that are read from one folder."""
DEEPEST = 8
"""How many folders may lie inside each other."""

Stamp = tuple[int, int, int, int]
"""What changes when a file does: times of content and of attributes, size, inode."""

BUNDLED = {
    "check-in": frozenset({Kind.CHECK_IN}),
    "exercises": frozenset({Kind.EXERCISE}),
    "guides": frozenset({Kind.GUIDE}),
    "measures": frozenset({Kind.MEASURE}),
    "support": frozenset({Kind.SUPPORT}),
    "words": frozenset({Kind.FEELINGS, Kind.VALUES}),
}
"""What the folders of the bundled files hold, so that a file is read when its kind is wanted."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_TEXTS = frozenset({".md", ".markdown", ".text", ".rtf", ".doc", ".docx", ".odt", ".pages"})
"""What files end in that a person may have written a pack in."""
_SAVE_AS_UTF8 = "save it again with the encoding UTF-8"
_DOCUMENTS = {
    b"PK\x03\x04": "a document of a word processor, or an archive,",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "a rich-text document",
    b"%PDF": "a PDF",
}
"""What files begin with that people take for text."""
_SAVE_AS_TEXT = "save it as plain text, with the encoding UTF-8"


@value()
class Entry:
    """A file that may hold pieces, or what lies where one should be."""

    path: Path
    name: str
    """What problems call it: its path from the packs folder on."""
    stamp: Stamp | None
    """None where there is nothing to be read."""
    refusal: Pack | None = None
    """Why it is not read."""


def scan(folder: Path, *, own: bool) -> list[Entry]:
    """Return what lies in a packs folder and below it, sorted by name.

    A person need not have a folder of their own; the program's has to be there.
    """
    scanner = _Scanner(folder)
    if not own or os.path.lexists(folder):
        scanner.visit(folder, "")
    return sorted(scanner.entries, key=lambda entry: entry.name)


class PackFile:
    """A file of a packs folder, parsed when one of its pieces may be wanted."""

    def __init__(self, entry: Entry, *, own: bool) -> None:
        self.entry = entry
        self.own = own
        """Whether it lies in a person's own packs folder."""
        self._pack = entry.refusal
        self._text: str | None = None
        """What is in it, once it is read; nothing once it is parsed."""
        self._kinds = None if own else BUNDLED.get(entry.name.partition("/")[0])
        if self._kinds is None:
            found = entry.refusal or read_text(entry.path, entry.name)
            if isinstance(found, str):
                self._text, self._kinds = found, kinds_said(found)
            else:
                self._pack, self._kinds = found, frozenset()

    @property
    def is_parsed(self) -> bool:
        """Whether its pieces are known."""
        return self._pack is not None

    def parse(self) -> Pack:
        """Return what the file holds."""
        if self._pack is None:
            name, text = self.entry.name, self._text
            found = read_text(self.entry.path, name) if text is None else text
            self._pack = read_pack(found, name) if isinstance(found, str) else found
            self._text = ""
        return self._pack

    def lead(self) -> AnyPiece | None:
        """Return what a bundled file's piece says of itself; None where that takes all of it."""
        found = read_text(self.entry.path, self.entry.name) if self._text is None else self._text
        return read_lead(found, self.entry.name) if isinstance(found, str) else None

    def may_hold(self, kind: Kind) -> bool:
        """Tell whether a good piece of this kind may be in it, without parsing it."""
        return self._kinds is None or kind in self._kinds

    def may_be(self, id: str) -> bool:
        """Tell whether a piece with this id is likely to be in it, without parsing it.

        Any file of one's own may hold it; a bundled one is called what its piece is.
        """
        return self.own or self.entry.path.stem == id


def load(path: Path, name: str) -> Pack:
    """Read a file that problems call `name`, wherever it lies; a bad file is no error."""
    found = read_text(path, name)
    return read_pack(found, name) if isinstance(found, str) else found


def read_text(path: Path, name: str) -> str | Pack:
    """Return the text of a file, or a pack with the reason why it cannot be read."""
    try:
        # A pipe or a device must neither be waited for nor touched.
        if not stat.S_ISREG(path.stat().st_mode):
            return refused(name, "this is not a plain file", "put a text file in its place")
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - `Path.open` takes no descriptor
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                return refused(name, "this is not a plain file", "put a text file in its place")
            if found.st_size > MOST_BYTES:
                return too_large(name)
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return refused(name, f"this cannot be read ({reason(error)})")
    return too_large(name) if len(data) > MOST_BYTES else decode(data, name)


def not_read(folder: Path) -> list[str]:
    """Return what lies in a packs folder as if it were a pack, and is not read for its name."""
    try:
        found = [*folder.glob("*"), *folder.glob("*/*")] if folder.is_dir() else []
    except OSError:  # a name that no system takes, or a folder that may not be looked into
        return []
    return sorted(
        path.relative_to(folder).as_posix()
        for path in found
        if path.suffix.casefold() in _OTHER_TEXTS and not path.name.startswith(".")
    )


class _Scanner:
    """Goes through a packs folder, and no further than is reasonable."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.entries: list[Entry] = []
        self.left = MOST_TOTAL
        """Bytes that may still be read."""
        self.full = False

    def visit(self, folder: Path, inside: str) -> None:
        """Note every pack in a folder, and visit the folders in it.

        Args:
            folder: Where to look.
            inside: Its path from the packs folder on, ending in a slash unless it is that folder.
        """
        try:
            with os.scandir(folder) as found:
                items = sorted(found, key=lambda item: item.name)
        except OSError as error:
            self._refuse(
                folder,
                inside.rstrip("/") or str(folder),
                f"this folder cannot be read ({reason(error)})",
            )
            return
        for item in items:
            if self.full or item.name.startswith("."):
                continue
            path, name = folder / item.name, inside + item.name
            if item.name.lower().endswith(SUFFIX):
                self._add(path, name, item)
            elif item.is_dir(follow_symlinks=False):
                if inside.count("/") == DEEPEST:
                    self._refuse(path, name, "too many folders lie inside each other here")
                else:
                    self.visit(path, f"{name}/")

    def _add(self, path: Path, name: str, item: os.DirEntry[str]) -> None:
        try:
            found = item.stat()
            strays = item.is_symlink() and not path.resolve().is_relative_to(self.root.resolve())
        except OSError as error:
            self._refuse(path, name, f"this cannot be read ({reason(error)})")
            return
        if strays:
            self._refuse(
                path,
                name,
                "this is a link that leads out of the packs folder",
                "put a copy of the file itself here",
            )
        elif self.left < found.st_size <= MOST_BYTES or len(self.entries) >= MOST_FILES:
            self.full = True
            self._refuse(
                path, name, "there is too much in this folder: this file and the rest is not read"
            )
        else:
            # A file that is too large is told so later, and not read either.
            self.left -= found.st_size if found.st_size <= MOST_BYTES else 0
            stamp = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
            self.entries.append(Entry(path, _safe(name), stamp))

    def _refuse(self, path: Path, name: str, message: str, mend: str = "") -> None:
        safe = _safe(name)
        self.entries.append(Entry(path, safe, None, refused(safe, message, mend)))


def _safe(name: str) -> str:
    """Return what a file is called in problems; its name is no safer than what is in it."""
    return name if name.isprintable() else clean_line(name)


def decode(data: bytes, name: str) -> str | Pack:
    """Return the text that a file's bytes are, or a pack with the reason why they are none."""
    if data.startswith(_UTF16):
        return refused(name, "this is saved as UTF-16", _SAVE_AS_UTF8)
    for beginning, document in _DOCUMENTS.items():
        if data.startswith(beginning):
            return refused(name, f"this is {document} and no plain text", _SAVE_AS_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a mark at its start the decoder counts from behind it.
        at = error.start + len(data) - len(error.object)
        before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before[before.rfind(b"\n") + 1 :]
        return refused(
            name,
            f"byte {at + 1} is not UTF-8",
            _SAVE_AS_UTF8,
            before.count(b"\n") + 1,
            len(line.decode("utf-8", "replace").lstrip("\ufeff")) + 1,
        )


def reason(error: OSError) -> str:
    """Say in a word or two why the system refused."""
    return (error.strerror or "unknown reason").lower()
