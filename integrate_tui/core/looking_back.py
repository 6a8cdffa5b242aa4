"""What is counted when one looks back, each number with how many records it rests on.

Counts and nothing else: no cause, no grade, no word for good or bad.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from integrate_tui.core.dates import plain_day
from integrate_tui.core.scores import band_words, figure, score_words
from integrate_tui.core.text import counted
from integrate_tui.core.thing import ThingKind
from integrate_tui.core.trends import number
from integrate_tui.core.value import value

ENOUGH_DAYS = 4
"""Days with a number from which on a line says something."""
FED, THIN = "fed", "thin"
_COUNT_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@value()
class Numbers:
    """What was said on one scale over a range of days."""

    name: str
    count: int
    """How many records it rests on."""
    check_ins: int
    """How many of them are check-ins; the others were answered in a guide."""
    days: int
    """How many days have one."""
    lowest: int
    highest: int
    latest: int
    latest_day: date
    low: int
    """The lower end of the scale."""
    high: int
    """The upper end of the scale."""

    @property
    def records(self) -> str:
        """How many records it rests on, in words: `6 check-ins`, `7 records`."""
        return counted(self.count, "check-in" if self.check_ins == self.count else "record")

    @property
    def words(self) -> str:
        """The numbers in words: `6 check-ins, between 3 and 7, latest 5`."""
        if self.count == 1:
            return f"{self.records}, {self.latest}"
        if self.lowest == self.highest:
            return f"{self.records}, {self.latest} each time"
        return f"{self.records}, between {self.lowest} and {self.highest}, latest {self.latest}"

    @property
    def short_words(self) -> str:
        """The same where there is little room: `6 records, 3 to 7, last 5`."""
        if self.count == 1 or self.lowest == self.highest:
            return self.words
        said = counted(self.count, "record")
        return f"{said}, {self.lowest} to {self.highest}, last {self.latest}"


@value()
class Strand:
    """One scale over a range of days."""

    name: str
    numbers: Numbers | None
    """What was said on it; None where nothing was in these days."""

    @property
    def title(self) -> str:
        """Its name in words."""
        return self.name.replace("-", " ")


def sparse_words(most_days: int, records: int) -> str:
    """Say kindly that there is little yet; empty where there is enough for a line.

    Args:
        most_days: How many days the fullest line has.
        records: How many check-ins there are.
    """
    if not records:
        return "No numbers in these days. c checks in."
    if most_days >= ENOUGH_DAYS:
        return ""
    said = _COUNT_WORDS[records] if records < len(_COUNT_WORDS) else str(records)
    noun = "record" if records == 1 else "records"
    return f"{said} {noun} so far. A line needs a few more days."


@value()
class FeelingCount:
    """How often one word was chosen."""

    word: str
    family: str
    """Its family at the time, empty where it had none."""
    count: int


class Domain(StrEnum):
    """The six domains that integration may touch, after Bathje, Majeski and Kudowor (2022)."""

    MIND = "mind"
    BODY = "body"
    SPIRIT = "spirit"
    LIFESTYLE = "lifestyle"
    PEOPLE = "people"
    NATURE = "nature"


DOMAIN_TAGS: dict[Domain, tuple[str, ...]] = {
    Domain.MIND: ("mind", "beliefs", "thoughts"),
    Domain.BODY: ("body", "sleep", "pain", "movement"),
    Domain.SPIRIT: ("spirit", "meaning", "prayer", "meditation"),
    Domain.LIFESTYLE: ("lifestyle", "values", "goals", "habits", "work", "home", "creative"),
    Domain.PEOPLE: ("people", "relationships", "boundaries", "care team", "family", "friends"),
    Domain.NATURE: ("nature", "outside", "garden", "animals"),
}
"""The tags that place something in a domain: one's own, and those of guides and exercises."""


@value()
class DomainCount:
    """What there is in one domain."""

    domain: Domain
    count: int
    """How many things carry one of its tags, or were written or done with something that does."""
    fed: int = 0
    """How often it was said to be fed."""
    thin: int = 0

    @property
    def words(self) -> str:
        """The counts in words: `12 records \u00b7 fed 3, thin 1`."""
        parts = [counted(self.count, "record") if self.count else "none"]
        said = [f"{word} {n}" for word, n in ((FED, self.fed), (THIN, self.thin)) if n]
        return " \u00b7 ".join([*parts, ", ".join(said)] if said else parts)


@value()
class Tally:
    """How something went over a range of days: a practice, a boundary, a pattern."""

    n: int
    kind: ThingKind
    title: str
    counts: tuple[tuple[str, int], ...]
    """Each word that was said of it, with how often; words that were never said are left out."""

    @property
    def records(self) -> int:
        """How many records it rests on."""
        return sum(count for _, count in self.counts)

    @property
    def words(self) -> str:
        """The counts in words: `done 5, partly 1, skipped 2`."""
        return ", ".join(f"{word} {count}" for word, count in self.counts)


@value()
class Scored:
    """One result of a measure, as a number with its band."""

    n: int
    day: date
    total: float | None
    low: float
    high: float
    band: str = ""

    @property
    def words(self) -> str:
        """The number in its range and the word of screening: `5 of 12, mild as used in …`."""
        parts = (score_words(self.total, self.low, self.high), band_words(self.band))
        return ", ".join(part for part in parts if part)


@value()
class MeasureTold:
    """The results of one measure over a range of days."""

    measure: str
    """Its id."""
    title: str
    count: int
    results: tuple[Scored, ...]
    """The latest ones, newest first."""
    notice: str = ""
    """What is shown with every result of it."""

    def before_words(self, today: date) -> str:
        """Return the earlier ones as dates and numbers; those without a total are left out."""
        return " \u00b7 ".join(
            f"{plain_day(one.day, today)} {figure(one.total)}"
            for one in self.results[1:]
            if one.total is not None
        )


@value()
class WordCount:
    """In how many texts a word stands."""

    word: str
    texts: int


@value()
class OwnWords:
    """The words that come back in one's own writing."""

    words: tuple[WordCount, ...]
    """Most often first."""
    read: int
    """How many texts were read for it."""
    texts: int
    """How many there are; more than were read where there are very many."""

    @property
    def rests_on(self) -> str:
        """What the counts rest on: `48 texts`, `the newest 500 of 2310 texts`."""
        if self.read < self.texts:
            return f"the newest {self.read} of {self.texts} texts"
        return counted(self.texts, "text")


@value()
class StepCounts:
    """What became of small steps."""

    done: int = 0
    """Done on a day of the range."""
    added: int = 0
    """Made in the range."""
    open: int = 0
    """Open now."""

    @property
    def words(self) -> str:
        """The counts in words."""
        return f"{self.done} done, {self.added} new, {self.open} open now"


def mean_words(mean: float, count: int) -> str:
    """Say a mean with what it rests on: `5.5 (2)`."""
    return f"{number(mean)} ({count})"


def families_on_plane(
    counts: Sequence[FeelingCount], places: dict[str, tuple[int, int]]
) -> tuple[dict[tuple[int, int], int], int]:
    """Return how often each place of the plane was named, and how often a word had no place.

    Args:
        counts: How often each word was chosen.
        places: Where each family lies, as (energy, pleasantness), by its name in lower case.
    """
    found: dict[tuple[int, int], int] = {}
    elsewhere = 0
    for each in counts:
        place = places.get(each.family.casefold())
        if place is None:
            elsewhere += each.count
        else:
            found[place] = found.get(place, 0) + each.count
    return found, elsewhere
