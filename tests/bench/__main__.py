"""Measure everything that has a budget, and print the table: `python -m tests.bench`.

Absolute times differ between machines and from hour to hour, so each figure is a ratio to something
measured in the same run. The two journals are made once and kept in the temporary folder.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from integrate_tui.paths import Paths
from integrate_tui.workspace import open_workspace
from tests.bench import packs, sealed
from tests.bench.commands import Commands
from tests.bench.figures import Figure
from tests.bench.life import PROMPTS, open_life
from tests.bench.screens import Screens

_DAYS = 1_100
"""Days that a large journal goes back: three years."""


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help="only these; all of them when left out")
    parser.add_argument("--rounds", type=int, default=15, help="how often (15)")
    parser.add_argument("--small", type=int, default=1_000, help="entries (1000)")
    parser.add_argument("--large", type=int, default=100_000, help="entries (100000)")
    parser.add_argument(
        "--encrypted", action="store_true", help="measure on journals with a passphrase"
    )
    chosen = parser.parse_args()
    small, large = _copy_of(_life(chosen.small)), _copy_of(_life(chosen.large))
    scratch = Path(tempfile.mkdtemp(prefix="integrate-bench-"))
    if chosen.encrypted:
        for folder in (small, large):
            sealed.encrypt(folder)
    screens = Screens(small, large, chosen.rounds)
    commands = Commands(small, large, chosen.rounds)
    parts: dict[str, Callable[[], list[Figure]]] = {
        "starting": screens.starting,
        "unlocking": lambda: sealed.unlocking(small, large, chosen.rounds),
        "typing": screens.typing,
        "moving": screens.moving,
        "searching": lambda: screens.searching() + commands.searching(),
        "breathing": screens.breathing,
        "commands": commands.one_shot,
        "leaving": lambda: commands.leaving(scratch),
        "size": commands.size,
        "packs": lambda: packs.reading(chosen.rounds),
    }
    if not chosen.encrypted:
        del parts["unlocking"]
    unknown = set(chosen.parts) - set(parts)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    try:
        for name, measure in parts.items():
            if not chosen.parts or name in chosen.parts:
                _show(name, measure())
    finally:
        for folder in (scratch, small, large):
            shutil.rmtree(folder)


def _show(title: str, figures: list[Figure]) -> None:
    out = [f"\n{title}"]
    for figure in figures:
        mark = " " if figure.holds else "*"
        out.append(
            f" {mark} {figure.name:<38} {figure.ratio:5.2f} of {figure.budget:<5} "
            f"{figure.reference:<26} {figure.told}"
        )
        if not figure.holds and figure.why:
            out.append(f"     {figure.why}")
    sys.stdout.write("\n".join(out) + "\n")
    sys.stdout.flush()


def _life(entries: int) -> Path:
    """Return the folder of a journal of so many entries, made unless it is there."""
    folder = Path(tempfile.gettempdir()) / f"integrate-life-{entries}"
    if not (folder / "journal.db").exists():
        sys.stdout.write(f"Making a journal of {entries} entries.\n")
        building = folder.with_suffix(".new")
        shutil.rmtree(building, ignore_errors=True)
        days = min(_DAYS, entries)
        open_life(building, entries=entries, days=days, now=datetime.now(UTC)).close()
        building.rename(folder)
    return folder


def _copy_of(folder: Path) -> Path:
    """Return a copy to measure on, so that the journal stays what it was made as."""
    copy = Path(tempfile.mkdtemp(prefix="integrate-bench-"))
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    workspace = open_workspace(Paths(copy / "journal.db", copy / "packs", PROMPTS))
    workspace.settings.set("health", "none")  # asked once, and not what is measured
    workspace.close()
    return copy


if __name__ == "__main__":
    main()
