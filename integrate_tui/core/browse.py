"""The guides as they are looked through: by when they fit, the ones of this day first.

Where the suggestion is one guide at the most, this is all of them, in an order that can be learnt.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from integrate_tui.core.marks import hours_words
from integrate_tui.core.pieces import Days, Guide, Span
from integrate_tui.core.suggest import RULES, Situation, prompts_words, when_words
from integrate_tui.core.value import value

NOW = "now"
BEFORE = "before"
FIRST_DAYS = "first days"
WEEKS = "weeks"
ANY_TIME = "any time"
_GROUPS = (NOW, BEFORE, FIRST_DAYS, WEEKS, ANY_TIME)
"""The groups, in their order; behind them comes one for each kind of experience."""
_LAST_OF_FIRST_DAYS = 14


@value()
class Offered:
    """A guide as it is offered to be looked through."""

    guide: Guide
    group: str
    why: str = ""
    """Why it fits now, in a few words."""
    refusal: str = ""
    """Why it is not for now, by its own rules, in sentences."""
    last_used: date | None = None

    @property
    def when(self) -> str:
        """When it fits, in a few words: why now, why not now, or by what its text says."""
        if self.refusal:
            own = self.refusal.removeprefix(f"\u201c{self.guide.title}\u201d ")
            return own.split(". ")[0].rstrip(".")
        hours = f"{hours_words(self.guide)} after" if self.guide.mark else ""
        return self.why or when_words(self.guide.when) or hours

    @property
    def size(self) -> str:
        """How many prompts it has."""
        return prompts_words(self.guide)

    def answers_to(self, words: str) -> bool:
        """Tell whether every one of some words is somewhere in what is said of it."""
        guide = self.guide
        about = [guide.title, guide.about, self.group, when_words(guide.when)]
        said = " ".join([*about, *guide.tags, *guide.meant_for]).casefold()
        return all(word in said for word in words.casefold().split())


def in_groups(
    guides: Iterable[Guide],
    now: Situation,
    *,
    first: str = "",
    refusals: Mapping[str, str],
    last_used: Mapping[str, date],
) -> list[Offered]:
    """Return every guide, group by group and within each by the days it is for.

    Args:
        guides: Every guide there is.
        now: What there is to say about the day.
        first: The id of the one that is suggested; it comes before all others.
        refusals: Why some are not for now, by id.
        last_used: The day each was last written with, by id.
    """
    offered = []
    for guide in guides:
        refusal = refusals.get(guide.id, "")
        why = "" if refusal else fits_now(guide, now)
        if guide.id == first and not why:
            why = "suggested for today"
        group = NOW if why else group_of(guide)
        offered.append(Offered(guide, group, why, refusal, last_used.get(guide.id)))
    return sorted(offered, key=lambda each: (each.guide.id != first, _place_of(each)))


def fits_now(guide: Guide, now: Situation) -> str:
    """Return why a guide fits the day, in a few words; empty where the day does not ask for it.

    What is for any day from one on fits all of them, and so says nothing about this one.
    """
    mark = next((mark for mark in now.due if mark.guide.id == guide.id), None)
    if mark is not None:
        return mark.words
    if guide.meant_for and now.phase.sort.casefold() not in guide.meant_for:
        return ""
    for when in guide.when:
        if isinstance(when, Days):
            is_told_by_day = when.last is not None
        else:
            is_told_by_day = Span.ANY_TIME not in guide.when
        for rule in RULES if is_told_by_day else ():
            if rule.fits(when, now):
                return rule.why(when)
    return ""


def group_of(guide: Guide) -> str:
    """Return the group that a guide is looked for in on days that do not ask for it."""
    if guide.meant_for:
        return guide.meant_for[0]
    if Span.BEFORE in guide.when:
        return BEFORE
    spans = [when for when in guide.when if isinstance(when, Days)]
    if spans:
        lasts = [when.last for when in spans if when.last is not None]
        is_early = len(lasts) == len(spans) and max(lasts) <= _LAST_OF_FIRST_DAYS
        return FIRST_DAYS if is_early else WEEKS
    comes_round = {Span.WEEKLY, Span.MONTHLY} & {*guide.when}
    return WEEKS if comes_round and Span.ANY_TIME not in guide.when else ANY_TIME


def _place_of(offered: Offered) -> tuple[int, str, int]:
    """Return what guides are sorted by: their group, and the first day they are for."""
    is_kind = offered.group not in _GROUPS
    days = [when.first for when in offered.guide.when if isinstance(when, Days)]
    place = len(_GROUPS) if is_kind else _GROUPS.index(offered.group)
    return place, offered.group if is_kind else "", min(days, default=0)
