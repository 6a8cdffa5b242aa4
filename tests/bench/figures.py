"""What is measured, beside what, and what it may be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """One line of the table: a figure of the program beside its reference, from the same run."""

    name: str
    reference: str
    ratio: float
    budget: float
    told: str = ""
    """Both in absolute terms, to be read with care: machines differ, and hours do."""
    why: str = ""
    """What explains a miss."""

    @property
    def holds(self) -> bool:
        """Whether it is within its budget, taken to two places."""
        return round(self.ratio, 2) <= self.budget


@dataclass
class Series:
    """The values of several programs or states, measured in turns."""

    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, value: float) -> None:
        """Take up one value."""
        self.values.setdefault(name, []).append(value)

    def middle(self, name: str) -> float:
        """Return the median."""
        return median(self.values[name])

    def late(self, name: str) -> float:
        """Return the 95th percentile."""
        return percentile_95(self.values[name])

    def ratio(self, name: str, reference: str) -> float:
        """Return the median of one as a multiple of another's."""
        return self.middle(name) / self.middle(reference)


def percentile_95(values: Sequence[float]) -> float:
    """Return the 95th percentile of at least two values."""
    return quantiles(values, n=20, method="inclusive")[-1]


def in_turns(rounds: int, *measures: Callable[[], None]) -> None:
    """Take all measures one after the other, round by round, so that a drift meets all of them."""
    for _ in range(rounds):
        for measure in measures:
            measure()


def milliseconds(*seconds: float) -> str:
    """Return `420 / 290 ms`."""
    return " / ".join(f"{1000 * value:.3g}" for value in seconds) + " ms"
