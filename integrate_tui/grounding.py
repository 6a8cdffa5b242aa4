"""Grounding as both front ends offer it: what fits now, what is left out, and what was said.

The rules are in `core.grounding`; here they meet the journal and the text packs.
"""

from dataclasses import replace
from datetime import date, timedelta

from integrate_tui.core import clearance, grounding, health, helped
from integrate_tui.core.clearance import Clearance
from integrate_tui.core.free import FREE_SIT, free_sit, is_free
from integrate_tui.core.grounding import Feels, Offer, Withheld
from integrate_tui.core.health import HealthCard
from integrate_tui.core.helped import Helped
from integrate_tui.core.pieces import Exercise, Level
from integrate_tui.core.strain import holds
from integrate_tui.distress import said_today as said_today
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.workspace import Workspace

_CARD = "health"
_A_WEEK = timedelta(days=7)


def exercises(packs: Catalogue) -> tuple[Exercise, ...]:
    """Return every exercise there is: those of the text packs, and a sit with nothing to follow."""
    found = packs.exercises()
    return found if any(is_free(one) for one in found) else (*found, free_sit())


def exercise_by_id(packs: Catalogue, id: str) -> Exercise | None:
    """Return the exercise with an id, None where there is none any more."""
    return packs.by_id(Exercise, id) or (free_sit() if id == FREE_SIT else None)


def card_of(workspace: Workspace) -> HealthCard:
    """Return the health card as it is now."""
    return health.card_from_text(workspace.settings.get(_CARD))


def keep_card(workspace: Workspace, card: HealthCard) -> None:
    """Keep the health card, in the journal and nowhere else."""
    workspace.settings.set(_CARD, health.card_to_text(card))


def resting(workspace: Workspace) -> dict[str, date]:
    """Return the exercises that rest this week, with the day from which on each is back."""
    today = workspace.today
    return grounding.stepped_back(workspace.sittings.told(today - _A_WEEK), today)


def offers(workspace: Workspace, feels: Feels) -> list[Offer]:
    """Return what is offered now, what fits first."""
    return grounding.fitting(
        exercises(workspace.packs), feels, card_of(workspace), resting(workspace)
    )


def withheld(workspace: Workspace) -> list[Withheld]:
    """Return the exercises that are not offered, each with its reason."""
    return grounding.withheld(workspace.packs.exercises(), card_of(workspace), resting(workspace))


def cleared(workspace: Workspace, exercise: Exercise, *, has_asked: bool = False) -> Clearance:
    """Return what is to happen where somebody would begin an exercise.

    Args:
        workspace: Whose health card it goes by.
        exercise: Which one.
        has_asked: Whether the card was shown for it just now, and may have been left.
    """
    card, back = card_of(workspace), resting(workspace)
    return clearance.clearance(exercise, card, back, has_asked=has_asked)


def as_done(workspace: Workspace, exercise: Exercise) -> Exercise:
    """Return an exercise as it is done here: gentler where what was ticked asks for that."""
    return grounding.as_done(exercise, card_of(workspace))


def shows_caution(workspace: Workspace, exercise: Exercise) -> bool:
    """Tell whether what is to be heeded is shown before an exercise begins.

    One that holds the breath shows it until it was sat once; a gated one shows it every time, and
    so does one without holds, whose caution says how it is done.
    """
    if exercise.level is Level.GATED or not holds(exercise):
        return True
    return workspace.sittings.last_of(exercise.id) is None


def said_around(workspace: Workspace) -> list[Helped]:
    """Return what was said before and after each exercise, under the titles they have now."""
    titles = {one.id: one.title for one in exercises(workspace.packs)}
    found = helped.helped(workspace.sittings.told())
    return [replace(one, title=titles.get(one.exercise, one.title)) for one in found]
