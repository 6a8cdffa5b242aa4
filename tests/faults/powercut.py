"""What a machine that loses its power leaves of the files of a folder.

The model is the one that file systems promise, and no more: what is written to a file is safe once
the file was synced, and until then each write may be there, or not, or in part (by sectors of 512
bytes), whatever came after it. A name that was given, changed or taken away is safe once its folder
was synced; of the others the first few may be there, because the file systems in use keep their
order. A file that was synced and whose name was not may be whole and have no name.
"""

import os
import random
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from tests.faults.shim import Op

_SECTOR = 512


class Left(StrEnum):
    """What is left of what was not synced."""

    NOTHING = "nothing"
    SOME = "some"
    TORN = "torn"
    ALL = "all"


class _File:
    """A file as the disk has it, and what was done to it since it was synced."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.since: list[Op] = []

    def sync(self) -> None:
        for op in self.since:
            _apply(self.data, op)
        self.since.clear()


class Disk:
    """The files of one folder, on a machine that can lose its power."""

    def __init__(self, folder: Path, base: Path) -> None:
        """Begin with what lies in a folder, all of it safe.

        Args:
            folder: The folder in which everything was done.
            base: A copy of it as it was before.
        """
        self.folder = str(folder)
        self._folders = {self.folder}
        self._now: dict[str, _File] = {}
        """The files by their names, as the program sees them."""
        self._inodes: dict[int, _File] = {}
        self._names: list[tuple[frozenset[str], str, str, _File | None]] = []
        """Changes of names that no sync has made safe: in which folders, what, which name, what."""
        for path in sorted(base.rglob("*")):
            name = str(folder / path.relative_to(base))
            if path.is_dir():
                self._folders.add(name)
            elif not name.endswith("-shm"):
                self._now[name] = _File(path.read_bytes())
        self._safe = dict(self._now)
        self._safe_folders = set(self._folders)

    def do(self, op: Op) -> None:
        """Do what the program did."""
        match op.kind:
            case "O":
                if op.path in self._now:
                    self._inodes[op.inode] = self._now[op.path]
            case "C":
                file = self._inodes[op.inode] = _File()
                self._name("name", op.path, file)
            case "W" | "F" | "T":
                self._inodes[op.inode].since.append(op)
            case "S":
                self._inodes[op.inode].sync()
            case "Y":
                self._sync_folder(op.path)
            case "U":
                self._name("unname", op.path, None)
            case "L" | "R":
                self._second_name(op)
            case "M":
                self._folders.add(op.path)
                self._name("folder", op.path, None)
            case "D":
                self._folders.discard(op.path)
                self._name("no folder", op.path, None)
            case other:
                assert other in ("A", "X"), other

    def _second_name(self, op: Op) -> None:
        old, new = op.path.split("\n")
        file = self._now[old]
        if op.kind == "L":
            self._name("name", new, file)
            return
        # One step, whose two names are there together or not at all.
        self._now.pop(old)
        self._now[new] = file
        self._names.append((frozenset(map(_above, (old, new))), "rename", op.path, file))

    def _name(self, what: str, path: str, file: _File | None) -> None:
        if what == "name":
            assert file is not None
            self._now[path] = file
        elif what == "unname":
            self._now.pop(path)
        self._names.append((frozenset([_above(path)]), what, path, file))

    def _sync_folder(self, path: str) -> None:
        waiting = []
        for change in self._names:
            if path in change[0]:
                self._make_safe(change)
            else:
                waiting.append(change)
        self._names = waiting

    def _make_safe(self, change: tuple[frozenset[str], str, str, _File | None]) -> None:
        _, what, path, file = change
        match what:
            case "name":
                assert file is not None
                self._safe[path] = file
            case "unname":
                self._safe.pop(path, None)
            case "rename":
                assert file is not None
                old, new = path.split("\n")
                self._safe.pop(old, None)
                self._safe[new] = file
            case "folder":
                self._safe_folders.add(path)
            case "no folder":
                self._safe_folders.discard(path)

    def lose_power(self, left: Left, chance: random.Random) -> None:
        """Lose what is not safe, or some of it."""
        match left:
            case Left.NOTHING:
                kept = 0
            case Left.ALL:
                kept = len(self._names)
            case _:
                kept = chance.randint(0, len(self._names))
        for change in self._names[:kept]:
            self._make_safe(change)
        for file in {id(file): file for file in self._safe.values()}.values():
            for op in file.since:
                if left is Left.ALL or (left is not Left.NOTHING and chance.random() < 0.5):
                    _apply(file.data, op, chance if left is Left.TORN else None)

    def write_to(self, folder: Path) -> None:
        """Write what is left, as a machine that is switched on again finds it."""
        for path in sorted(self._safe_folders):
            (folder / os.path.relpath(path, self.folder)).mkdir(parents=True, exist_ok=True)
        for path, file in self._safe.items():
            target = folder / os.path.relpath(path, self.folder)
            if target.parent.is_dir():  # or its folder has no name, and it has none either
                target.write_bytes(file.data)
                target.chmod(0o600)


def cut(
    ops: Sequence[Op], folder: Path, base: Path, target: Path, left: Left, chance: random.Random
) -> list[str]:
    """Lose the power right behind the last of some things that were done.

    Args:
        ops: What was done until then.
        folder: In which folder.
        base: What it was before.
        target: Where what is left is written to.
        left: What is left of what was not synced.
        chance: Chooses.

    Returns:
        What was said until then.
    """
    disk = Disk(folder, base)
    for op in ops:
        disk.do(op)
    disk.lose_power(left, chance)
    disk.write_to(target)
    return [op.data.decode() for op in ops if op.kind == "A"]


def _above(path: str) -> str:
    return str(Path(path).parent)


def _apply(data: bytearray, op: Op, chance: random.Random | None = None) -> None:
    """Do to a file what was done to it; torn, where there is a chance of it."""
    match op.kind:
        case "T":
            data.clear()
        case "F":
            _lengthen(data, op.at)
            del data[op.at :]
        case _:
            for start in range(0, len(op.data), _SECTOR if chance else len(op.data)):
                if chance is None or chance.random() < 0.5:
                    piece = op.data[start : start + _SECTOR] if chance else op.data
                    _lengthen(data, op.at + start)
                    data[op.at + start : op.at + start + len(piece)] = piece


def _lengthen(data: bytearray, size: int) -> None:
    if len(data) < size:
        data.extend(bytes(size - len(data)))
