"""What narrows a search, as it is typed among the words: `tag:sea`, `since:monday`, `is:starred`.

A chip is a known word, a colon and what it asks for, in quotes where that has spaces. While one
types, a chip that cannot be understood is told back with a mend and is otherwise passed over, so
that what is shown stays calm; a command refuses it instead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from integrate_tui.core.narrowing import STARRED, ChipName, Reader, narrowed, options
from integrate_tui.core.search import Query
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError


@value()
class Chip:
    """One chip, as it was typed and as it was understood."""

    name: ChipName
    text: str
    """As it was typed."""
    at: int
    """Where in what was typed it begins."""
    given: str = ""
    """What it asks for; empty as long as nothing stands after its colon."""
    label: str = ""
    """What it narrows down to, in words; empty where it could not be understood."""
    problem: str = ""
    """Why it could not be understood, and what would mend that."""

    @property
    def is_ok(self) -> bool:
        """Whether it narrows the search."""
        return not self.problem


@value()
class Typed:
    """A search as it was typed, read."""

    query: Query
    chips: tuple[Chip, ...] = ()
    """In the order in which they were typed."""

    @property
    def rest(self) -> str:
        """The words beside the chips."""
        return self.query.words

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be understood of the chips that ask for something, in sentences."""
        return tuple(chip.problem for chip in self.chips if chip.problem and chip.given)


@value()
class Completion:
    """One way in which the chip that is being typed may go on."""

    typed: str
    """Everything that is typed once it is taken."""
    label: str
    """What it stands for."""


# The name, and what it asks for: up to the next space, or in quotes, which may still be open. In
# quotes two of them stand for one.
_CHIP = re.compile(
    rf"(?<!\S)(?:(?P<name>{'|'.join(ChipName)}):|\#)"
    r'(?:"(?P<quoted>(?:[^"]|"")*)(?:"|$)|(?P<plain>\S*))',
    re.IGNORECASE,
)
_PLAIN = re.compile(r'[^\s"]\S*')
_HAS_WORDS = re.compile(r"\w")


def query_of(typed: str, read: Reader) -> Typed:
    """Read a search as it is typed: words, and chips among them. It never fails.

    A `#word` that is no tag may stand so in what was written, and is looked for as a word.
    """
    query, chips, words, end = Query(), [], [], 0
    for found in _CHIP.finditer(typed):
        chip, query = _read(found, query, read)
        chips.append(chip)
        if chip.is_ok or found["name"] or not _HAS_WORDS.search(chip.given):
            words.append(typed[end : found.start()])
            end = found.end()
    words.append(typed[end:])
    return Typed(replace(query, words=_joined(words)), tuple(chips))


def chip_text(name: ChipName, given: str) -> str:
    """Return a chip as it is typed, in quotes where what it asks for needs them."""
    if _PLAIN.fullmatch(given):
        return f"{name}:{given}"
    return f'{name}:"{given.replace(chr(34), chr(34) * 2)}"'


def text_of(query: Query) -> str:
    """Return a query as it is typed."""
    chips = [(ChipName.TAG, tag) for tag in query.tags]
    chips += [(ChipName.FEELING, word) for word in query.feelings]
    chips += [(ChipName.KIND, kind.word) for kind in query.kinds]
    if query.guide:
        chips.append((ChipName.GUIDE, query.guide))
    if query.stage:
        chips.append((ChipName.STAGE, str(query.stage)))
    if query.experience is not None:
        chips.append((ChipName.EXPERIENCE, str(query.experience)))
    if query.starred:
        chips.append((ChipName.IS, STARRED))
    if query.since and query.since == query.until:
        chips.append((ChipName.ON, query.since.isoformat()))
    else:
        ends = ((ChipName.SINCE, query.since), (ChipName.UNTIL, query.until))
        chips += [(name, day.isoformat()) for name, day in ends if day]
    parts = [query.words] if query.words.strip() else []
    return " ".join([*parts, *(chip_text(name, given) for name, given in chips)])


def with_chip(typed: str, name: ChipName, given: str) -> str:
    """Return what is typed with a chip more at its end."""
    return f"{typed.rstrip()} {chip_text(name, given)} ".lstrip()


def without(typed: str, chip: Chip) -> str:
    """Return what is typed without one of its chips."""
    before, after = typed[: chip.at], typed[chip.at + len(chip.text) :]
    return before + after.removeprefix(" ")


def completions(typed: str, read: Reader, limit: int = 8) -> list[Completion]:
    """Return how the chip at the end of what is typed may go on, the likeliest first."""
    found = next((each for each in _CHIP.finditer(typed) if each.end() == len(typed)), None)
    if found is None:
        return []
    name = _name_of(found)
    begun = _given(found).casefold()
    offered = options(name, read)
    fitting = [each for each in offered if any(one.casefold().startswith(begun) for one in each)]
    fitting += [
        each
        for each in offered
        if each not in fitting and any(begun in one.casefold() for one in each)
    ]
    return [
        Completion(f"{typed[: found.start()]}{chip_text(name, given)} ", label)
        for given, label in fitting[:limit]
    ]


def _read(found: re.Match[str], query: Query, read: Reader) -> tuple[Chip, Query]:
    """Return a chip that was found, and the query narrowed down by it if that can be."""
    name, given = _name_of(found), _given(found)
    chip = Chip(name, found[0], found.start(), given)
    try:
        query, label = narrowed(query, name, given, read)
    except UsageError as error:
        return replace(chip, problem=str(error)), query
    return replace(chip, label=label), query


def _name_of(found: re.Match[str]) -> ChipName:
    return ChipName((found["name"] or ChipName.TAG).casefold())


def _given(found: re.Match[str]) -> str:
    quoted: str | None = found["quoted"]
    return found["plain"] if quoted is None else quoted.replace('""', '"')


def _joined(words: Sequence[str]) -> str:
    """Return what stands around chips as one text, without the spaces that parted it from them."""
    parts = [
        words[i].removeprefix(" " if i else "").removesuffix(" " if i < len(words) - 1 else "")
        for i in range(len(words))
    ]
    joined = " ".join(part for part in parts if part)
    return joined if joined.strip() else ""
