"""What a search can be narrowed down by, and how what is asked for is found in a journal.

The chips that are typed in a search and the options of commands ask for the same things, and both
are read here. What there is in a journal comes in as functions, so that only what is asked for is
looked up.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from integrate_tui.core import dates
from integrate_tui.core.naming import Named, choose
from integrate_tui.core.search import Query
from integrate_tui.core.text import clean_line, did_you_mean, normal_tag
from integrate_tui.core.thing import Stage, ThingKind
from integrate_tui.core.value import value
from integrate_tui.errors import NotFoundError, UsageError


class ChipName(StrEnum):
    """What a chip can ask for."""

    TAG = "tag"
    FEELING = "feeling"
    GUIDE = "guide"
    STAGE = "stage"
    EXPERIENCE = "experience"
    KIND = "kind"
    IS = "is"
    SINCE = "since"
    UNTIL = "until"
    ON = "on"


LAST = "last"
"""What stands for the newest experience that has begun."""
STARRED = "starred"

KINDS = tuple(Named(kind.word, kind) for kind in ThingKind if kind.is_findable)
"""The kinds that can be asked for, by the words that people know them by."""
STAGES = tuple(Named(str(stage), stage) for stage in Stage)


@value()
class Lived:
    """An experience, as far as a search speaks of it."""

    n: int
    name: str
    day: date


@value()
class Reader:
    """What a journal has that a chip may name; each part is looked up when a chip asks for it."""

    today: date
    tags: Callable[[], Sequence[str]]
    """The tags in use, the most used first."""
    feelings: Callable[[], Sequence[str]]
    """The feelings that were ever named."""
    guides: Callable[[], Sequence[tuple[str, str]]]
    """The ids and titles of the guides that were written with."""
    other_guides: Callable[[], Sequence[tuple[str, str]]]
    """Those there are beside; asked for only where the first do not have it."""
    experiences: Callable[[], Sequence[Lived]]
    """The newest first."""
    day: Callable[[str, bool], date]
    """Returns the day that was typed, of a longer span its first or, if asked, its last.

    It raises `UsageError` where that is no date.
    """


Narrowing = tuple[dict[str, Any], str]
"""The parts of a query that are set, and what that says in words."""
_DAYS = ("today", "yesterday", "last week", "last month")
"""Days that are offered."""


def narrowed(query: Query, name: ChipName, given: str, read: Reader) -> tuple[Query, str]:
    """Return a query narrowed down by one chip, and what that says in words.

    Args:
        query: What is looked for without it.
        name: What the chip asks for.
        given: What stands after its colon.
        read: What it may name.

    Raises:
        UsageError: It cannot be understood, or goes against what the query has already.
    """
    asked = clean_line(given)
    if not asked:
        raise UsageError(f"There is nothing after `{name}:` yet.")
    narrow, label = _READ[name](asked, read)
    changes = {part: _together(part, getattr(query, part), new) for part, new in narrow.items()}
    query = replace(query, **changes)
    if query.since and query.until and query.since > query.until:
        raise UsageError(
            f"{query.since.isoformat()} is after {query.until.isoformat()}.",
            do="What `since` names is the earlier day.",
        )
    return query, label


def options(name: ChipName, read: Reader) -> list[tuple[str, str]]:
    """Return what may stand after the colon of a chip, each with what it stands for."""
    match name:
        case ChipName.TAG:
            return [(tag, tag) for tag in read.tags()]
        case ChipName.FEELING:
            return [(word, word) for word in read.feelings()]
        case ChipName.GUIDE:
            known = (*read.guides(), *read.other_guides())
            return [(id, title or id) for id, title in known]
        case ChipName.EXPERIENCE:
            return [(str(each.n), each.name) for each in read.experiences()]
        case ChipName.STAGE:
            return [(each.name, each.name) for each in STAGES]
        case ChipName.KIND:
            return [(each.name, each.name) for each in KINDS]
        case ChipName.IS:
            return [(STARRED, STARRED)]
    return [(day, day) for day in _DAYS]


def _together(part: str, old: Any, new: Any) -> Any:
    """Return what a part of a query becomes when it is asked for once more.

    Raises:
        UsageError: It can only be one.
    """
    if isinstance(new, tuple):
        return (*old, *(each for each in new if each not in old))
    if part == "since":
        return max(old or new, new)
    if part == "until":
        return min(old or new, new)
    if old and old != new:
        raise UsageError(f"A search is for one {part} at a time.", do="Leave one of them out.")
    return new


def _read_tag(asked: str, read: Reader) -> Narrowing:
    tag, known = normal_tag(asked), list(read.tags())
    if tag not in known:
        raise NotFoundError(f"There is no tag '{tag or asked}'.", do=did_you_mean(tag, known))
    return {"tags": (tag,)}, f"#{tag}"


def _read_feeling(asked: str, read: Reader) -> Narrowing:
    known = list(read.feelings())
    word = next((each for each in known if each.casefold() == asked.casefold()), "")
    if not word:
        hint = did_you_mean(asked, known)
        raise NotFoundError(f"'{asked}' was never among your feelings.", do=hint)
    return {"feelings": (word,)}, word


def _read_guide(asked: str, read: Reader) -> Narrowing:
    used = [Named(title, id, id) for id, title in read.guides()]
    try:
        id = choose(asked, used, "guide")
    except NotFoundError:
        others = [Named(title, id, id) for id, title in read.other_guides()]
        used += others
        id = choose(asked, used, "guide")
    return {"guide": id}, next((each.name for each in used if each.value == id), "") or id


def _read_stage(asked: str, read: Reader) -> Narrowing:
    stage = choose(asked, STAGES, "stage")
    return {"stage": stage}, str(stage)


def _read_experience(asked: str, read: Reader) -> Narrowing:
    known = list(read.experiences())
    if asked.casefold() == LAST:
        lived = next((each for each in known if each.day <= read.today), None)
        if lived is None:
            raise NotFoundError("There is no experience yet.")
    else:
        lived = choose(asked, [Named(each.name, each, str(each.n)) for each in known], "experience")
    return {"experience": lived.n}, lived.name


def _read_kind(asked: str, read: Reader) -> Narrowing:
    kind = choose(asked, KINDS, "kind")
    return {"kinds": (kind,)}, kind.word


def _read_is(asked: str, read: Reader) -> Narrowing:
    if asked.casefold() != STARRED:
        raise NotFoundError(f"Only `is:{STARRED}` can be looked for, not '{asked}'.")
    return {"starred": True}, STARRED


def _read_since(asked: str, read: Reader) -> Narrowing:
    day = read.day(asked, False)
    return {"since": day}, f"since {dates.short_day(day, read.today)}"


def _read_until(asked: str, read: Reader) -> Narrowing:
    day = read.day(asked, True)
    return {"until": day}, f"until {dates.short_day(day, read.today)}"


def _read_on(asked: str, read: Reader) -> Narrowing:
    first, last = read.day(asked, False), read.day(asked, True)
    label = dates.short_day(first, read.today)
    if first != last:
        label += f" to {dates.short_day(last, read.today)}"
    return {"since": first, "until": last}, label


_READ: dict[ChipName, Callable[[str, Reader], Narrowing]] = {
    ChipName.TAG: _read_tag,
    ChipName.FEELING: _read_feeling,
    ChipName.GUIDE: _read_guide,
    ChipName.STAGE: _read_stage,
    ChipName.EXPERIENCE: _read_experience,
    ChipName.KIND: _read_kind,
    ChipName.IS: _read_is,
    ChipName.SINCE: _read_since,
    ChipName.UNTIL: _read_until,
    ChipName.ON: _read_on,
}
