"""Finding the one thing that a typed word or number means, or saying kindly which there are."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from integrate_tui.core.text import clean_line, did_you_mean, slug
from integrate_tui.errors import NotFoundError, UsageError

T = TypeVar("T")

_LISTED_AT_MOST = 12
_LARGEST = 2**63 - 1


class Named(NamedTuple, Generic[T]):
    """Something that can be called by its name."""

    name: str
    value: T
    also: str = ""
    """Something shorter it may be called by: an id, or a number."""

    @property
    def shown(self) -> str:
        """How it is named where there are several to choose from."""
        return f"{self.name} ({self.also})" if self.also else self.name


def choose(typed: str, known: Sequence[Named[T]], what: str, listed_by: str = "") -> T:
    """Return what a typed name means: the whole name, its short form, or an unmistakable part.

    Args:
        typed: What was typed.
        known: What there is.
        what: What a person calls one of them: `guide`.
        listed_by: The command that lists them, where there is one.

    Raises:
        NotFoundError: Nothing goes by that name, or several do.
    """
    wanted = slug(typed)
    shown = clean_line(typed)
    if not wanted:
        raise NotFoundError(f"'{shown}' names no {what}.", do=_which_there_are(known, listed_by))
    for fits in (_is, _begins, _holds):
        found = [named for named in known if fits(named, wanted)]
        if len(found) == 1:
            return found[0].value
        if found:
            candidates = ", ".join(named.shown for named in found[:_LISTED_AT_MOST])
            raise NotFoundError(
                f"'{shown}' could be more than one {what}: {candidates}.",
                do="Write more of the name.",
            )
    names = [named.name for named in known] + [named.also for named in known if named.also]
    hint = did_you_mean(shown, names) or _which_there_are(known, listed_by)
    raise NotFoundError(f"There is no {what} '{shown}'.", do=hint)


def number_in(typed: str) -> int | None:
    """Return the number that was typed, as `12` or `#12`; None for anything else."""
    digits = typed.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdecimal()):
        return None
    number = int(digits[:20])
    return number if number <= _LARGEST else None


def read_number(typed: str, what: str, most: int = _LARGEST) -> int:
    """Return a number from 1 on.

    Args:
        typed: What was typed.
        what: What it stands for, as the beginning of a sentence: `--limit`.
        most: The largest it may be.

    Raises:
        UsageError: It is none.
    """
    number = number_in(typed)
    if number is None or not 1 <= number <= most:
        span = f"from 1 to {most}" if most != _LARGEST else "from 1 on"
        raise UsageError(f"{what} is a whole number {span}, not '{clean_line(typed)}'.")
    return number


def _is(named: Named[T], wanted: str) -> bool:
    return wanted in (slug(named.name), slug(named.also))


def _begins(named: Named[T], wanted: str) -> bool:
    return slug(named.name).startswith(wanted) or slug(named.also).startswith(wanted)


def _holds(named: Named[T], wanted: str) -> bool:
    return wanted in slug(named.name) or wanted in slug(named.also)


def _which_there_are(known: Sequence[Named[T]], listed_by: str) -> str:
    if not known:
        return "There is none yet."
    if listed_by:
        return f"`{listed_by}` lists what there is."
    if len(known) > _LISTED_AT_MOST:
        return ""
    return f"There are {', '.join(named.also or named.name for named in known)}."
