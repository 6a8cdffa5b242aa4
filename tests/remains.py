"""What programs that were killed leave beside a journal, as the tests lay it there."""

from pathlib import Path

from integrate_tui import paths, processes

GONE = "999999999"
"""The number of a process that no machine has."""


def half_built(target: Path, words: str = "half", *, builder: str = GONE) -> Path:
    """Leave half of a file beside its place, built by a program of this machine."""
    name = f".{target.name}.{builder}-{processes.mark_of_machine()}-0a0b0c0d.new"
    return _laid(target.with_name(name), words)


def being_built(target: Path, words: str = "half") -> Path:
    """Lay a file beside its place that this very program is building."""
    return _laid(paths.building_of(target), words)


def from_elsewhere(target: Path, words: str = "half") -> Path:
    """Leave half of a file beside its place, built by a program of another machine."""
    return _laid(target.with_name(f".{target.name}.{GONE}-00000000-0a0b0c0d.new"), words)


def _laid(file: Path, words: str) -> Path:
    file.write_text(words, encoding="utf-8")
    file.chmod(0o600)
    return file
