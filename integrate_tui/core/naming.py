"""Finding the one thing that a typed name means, or saying kindly which there are."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from integrate_tui.core.text import clean_line, did_you_mean, slug
from integrate_tui.errors import NotFoundError

T = TypeVar("T")

_LISTED_AT_MOST = 12


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
    shown = clean_line(typed)
    if not slug(typed):
        raise NotFoundError(f"'{shown}' names no {what}.", do=_which_there_are(known, listed_by))
    found = fitting(typed, [(named.name, named.also) for named in known])
    if len(found) == 1:
        return known[found[0]].value
    if found:
        candidates = ", ".join(known[i].shown for i in found[:_LISTED_AT_MOST])
        raise NotFoundError(
            f"'{shown}' could be more than one {what}: {candidates}.",
            do="Write more of the name.",
        )
    names = [named.name for named in known] + [named.also for named in known if named.also]
    hint = did_you_mean(shown, names) or _which_there_are(known, listed_by)
    raise NotFoundError(f"There is no {what} '{shown}'.", do=hint)


def fitting(typed: str, names: Sequence[Sequence[str]]) -> list[int]:
    """Return which of several things a typed name may mean, by their places.

    Those that it is the whole name of go before those whose name it begins, and these before those
    that have it somewhere inside. Nothing that is no word fits nothing.

    Args:
        typed: What was typed.
        names: The names that each thing goes by.
    """
    wanted = slug(typed)
    if not wanted:
        return []
    slugs = [[slug(name) for name in each] for each in names]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        if found := [i for i, each in enumerate(slugs) if any(fits(one, wanted) for one in each)]:
            return found
    return []


def _which_there_are(known: Sequence[Named[T]], listed_by: str) -> str:
    if not known:
        return "There is none yet."
    if listed_by:
        return f"`{listed_by}` lists what there is."
    if len(known) > _LISTED_AT_MOST:
        return ""
    return f"There are {', '.join(named.also or named.name for named in known)}."
