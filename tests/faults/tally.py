"""What the runs of a test add up to: a row of the table in the README beside this."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.faults.scenes import Verdict

COLUMNS = ("what happened", "on the way", "runs", "acknowledged", "lost", "partial", "corrupt")
KEY = "faults"
_ALL = "**all of these**"


@dataclass
class Tally:
    """A row of the table."""

    happened: str
    on: str
    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    partial: int = 0
    corrupt: int = 0
    faults: list[str] = field(default_factory=list)
    """What was found, with the run in which it was."""

    def add(self, run: str, said: Sequence[str], verdict: Verdict) -> None:
        """Count one run."""
        self.runs += 1
        self.acknowledged += len(said)
        self.lost += len(verdict.lost)
        self.partial += len(verdict.partial)
        self.corrupt += len(verdict.corrupt)
        if not verdict.is_well:
            self.faults.append(f"{run}: {verdict}")

    @property
    def row(self) -> tuple[str | int, ...]:
        """Its cells."""
        counts = (self.runs, self.acknowledged, self.lost, self.partial, self.corrupt)
        return (self.happened, self.on, *counts)


def table(rows: Iterable[Sequence[str | int]]) -> list[str]:
    """Return rows as the lines of a Markdown table, with a line of sums for each happening."""
    sums: dict[tuple[str, str], list[int]] = {}
    for happened, on, *counts in rows:
        for name in {str(on), _ALL}:
            was = sums.setdefault((str(happened), name), [0] * len(counts))
            sums[str(happened), name] = [a + int(b) for a, b in zip(was, counts, strict=True)]
    lines = [COLUMNS, ("---", "---", *["---:"] * 5)]
    lines += [(*names, *map(str, counts)) for names, counts in sorted(sums.items(), key=_place)]
    return [f"| {' | '.join(line)} |" for line in lines]


def _place(row: tuple[tuple[str, str], list[int]]) -> tuple[str, bool, str]:
    (happened, on), _ = row
    return happened, on == _ALL, on
