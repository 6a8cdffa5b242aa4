"""What a range of days comes to, counted for the screens, the command line and the reviews."""

from collections.abc import Sequence
from datetime import date, timedelta

from integrate_tui import scales
from integrate_tui.core.boundary import BoundaryState
from integrate_tui.core.checkin import tracked
from integrate_tui.core.helped import Helped, helped
from integrate_tui.core.looking_back import (
    DOMAIN_TAGS,
    FED,
    THIN,
    Domain,
    DomainCount,
    OwnWords,
    Strand,
)
from integrate_tui.core.pieces import Guide, Piece
from integrate_tui.core.review import GUIDES, Counted
from integrate_tui.core.spans import CHOICES, Lived, Span, SpanName, span_of
from integrate_tui.workspace import Workspace

FED_OR_THIN = "fed-or-thin"
"""The name of the question that asks which domains are fed and which thin."""
DRAWN_FIRST = ("mood", "distress", "clarity", "sleep-hours", "sleep-quality", "sleep")
"""The scales that come first, in this order; of these the ones with numbers are shown at first."""
MOST_TEXTS = 500
"""How many texts are read for the words that come back: more would make keys wait."""
_SHOWN_AT_FIRST = 3
_BASELINE_DAYS = 7
"""Days before an experience that what came after is set beside."""


def lived(workspace: Workspace) -> list[Lived]:
    """Return the experiences there were, oldest first."""
    past = [each for each in workspace.experiences.all() if each.moment.day <= workspace.today]
    return [Lived(each.moment.day, each.value.heading) for each in past]


def choices(workspace: Workspace) -> tuple[SpanName, ...]:
    """Return the ranges there are to choose from now."""
    has_lived = bool(lived(workspace))
    return tuple(name for name in CHOICES if has_lived or name is not SpanName.EXPERIENCE)


def span(workspace: Workspace, name: SpanName, back: int = 0) -> Span:
    """Return a range of days, so many of its length before the present one."""
    return span_of(
        name,
        workspace.today,
        lived=lived(workspace),
        earliest=workspace.looking_back.first_day(),
        back=back,
    )


def strands(workspace: Workspace, span: Span) -> list[Strand]:
    """Return every scale there is, the usual ones first, with what was said on it."""
    drawn = scales.drawn(workspace.packs.measures())
    found = {
        numbers.name: numbers
        for numbers in workspace.looking_back.numbers(span.first, span.last, drawn)
    }
    known = dict.fromkeys([*tracked(workspace.packs.check_ins()), *found])
    usual = {name: place for place, name in enumerate(DRAWN_FIRST)}
    names = sorted(known, key=lambda name: (usual.get(name, len(usual)), name not in found, name))
    return [Strand(name, found.get(name)) for name in names]


def shown_at_first(strands: Sequence[Strand]) -> frozenset[str]:
    """Return the scales that are drawn before anything is chosen."""
    with_numbers = [strand.name for strand in strands if strand.numbers]
    usual = [name for name in with_numbers if name in DRAWN_FIRST]
    return frozenset((usual or with_numbers)[:_SHOWN_AT_FIRST])


def counted(workspace: Workspace, span: Span) -> Counted:
    """Return everything that is counted over a range of days, but the words.

    Since an experience, the numbers of the week before it stand beside.
    """
    shelf, ends = workspace.looking_back, (span.first, span.last)
    found = strands(workspace, span)
    days = workspace.journal.days(*ends)
    return Counted(
        span=span,
        strands=tuple(found),
        before=tuple(_before(workspace, span)),
        feelings=tuple(shelf.feelings(*ends)),
        with_feelings=shelf.with_feelings(*ends),
        domains=tuple(domains(workspace, span)),
        practices=tuple(shelf.practices(*ends)),
        occasions=tuple(shelf.occasions(*ends)),
        not_safe=count_not_safe(workspace),
        exercises=tuple(exercises(workspace, span)),
        steps=shelf.steps(*ends),
        measures=tuple(shelf.measures(*ends)),
        days_written=len(days),
        entries=sum(day.entries for day in days),
        check_ins=sum(day.check_ins for day in days),
        other=sum(day.other for day in days),
    )


def count_not_safe(workspace: Workspace) -> int:
    """Return how many boundaries are kept that are not safe to hold now."""
    kept = (each.value for each in workspace.boundaries.all())
    return sum(each.not_safe and each.state is not BoundaryState.LET_GO for each in kept)


def _before(workspace: Workspace, span: Span) -> list[Strand]:
    if not span.since or span.first.toordinal() <= _BASELINE_DAYS:
        return []
    first, last = (span.first - timedelta(days=back) for back in (_BASELINE_DAYS, 1))
    week = Span(SpanName.GIVEN, first, last)
    return [strand for strand in strands(workspace, week) if strand.numbers]


def review_guide(workspace: Workspace, name: SpanName) -> Guide | None:
    """Return the guide that a review of a range asks with, None where the packs have none."""
    return workspace.packs.by_id(Guide, GUIDES.get(name, ""))


def domains(workspace: Workspace, span: Span) -> list[DomainCount]:
    """Return what there is in each of the six domains, by tags and by what was written with."""
    shelf, packs = workspace.looking_back, workspace.packs
    guides, known = packs.guides(), packs.exercises()
    said: dict[str, int] = {}
    for answer in shelf.answers_named(FED_OR_THIN, span.first, span.last):
        for line in answer.split("\n"):
            said[line.strip()] = said.get(line.strip(), 0) + 1
    found = []
    for domain in Domain:
        tags = DOMAIN_TAGS[domain]
        count = shelf.in_domain(
            span.first, span.last, tags, _tagged(guides, tags), _tagged(known, tags)
        )
        fed, thin = (said.get(f"{domain} {word}", 0) for word in (FED, THIN))
        found.append(DomainCount(domain, count, fed, thin))
    return found


def exercises(workspace: Workspace, span: Span) -> list[Helped]:
    """Return what was said before and after each exercise over a range of days."""
    told = workspace.sittings.told(span.first)
    return helped(one for one in told if one.day <= span.last)


def own_words(workspace: Workspace, span: Span) -> OwnWords:
    """Return the words that come back in what was written over a range of days."""
    from integrate_tui.core.own_words import recurring  # noqa: PLC0415 - one section needs it

    shelf = workspace.looking_back
    texts = shelf.texts(span.first, span.last, MOST_TEXTS)
    words, read = recurring(texts)
    return OwnWords(words, read, shelf.count_texts(span.first, span.last))


def old_line(workspace: Workspace, pick: float) -> int | None:
    """Return the number of a line of one's own from at least three days ago.

    Args:
        workspace: Whose line it is.
        pick: Which of them, from 0 to 1.
    """
    return workspace.looking_back.old_line(
        date.fromordinal(max(1, workspace.today.toordinal() - _OLD_ENOUGH)), _SHORT_ENOUGH, pick
    )


_OLD_ENOUGH = 3
"""Days after which a line is an old one."""
_SHORT_ENOUGH = 240


def _tagged(pieces: Sequence[Piece], tags: Sequence[str]) -> list[str]:
    return [piece.id for piece in pieces if not set(tags).isdisjoint(piece.tags)]
