"""Exercises by name, in the order they are offered, as rows, and what was said around them."""

from integrate_tui.cli.names import Named, choose
from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import has_open_length, length_of
from integrate_tui.core.grounding import Withheld
from integrate_tui.core.helped import Helped
from integrate_tui.core.pieces import Exercise
from integrate_tui.grounding import exercise_by_id, exercises
from integrate_tui.packs.catalog import Catalogue


def named(packs: Catalogue, typed: str) -> Exercise:
    """Return the exercise that was meant, by its id, its title or a part of one.

    Raises:
        NotFoundError: There is none, or several are.
    """
    by_id = exercise_by_id(packs, typed)  # for which the others need not be read
    if by_id is not None:
        return by_id
    every = [Named(exercise.title, exercise, exercise.id) for exercise in exercises(packs)]
    return choose(typed, every, "exercise", "integrate ground --list")


def row(exercise: Exercise, held: Withheld | None = None) -> list[str]:
    """Return an exercise as a row: its id, its length, and what it is or why it is not offered."""
    words = held.why if held else exercise.about or exercise.title
    seconds = length_of(exercise)
    return [exercise.id, clock_words(seconds) if seconds else "open", words]


def shape(exercise: Exercise, held: Withheld | None = None) -> dict[str, object]:
    """Return an exercise as JSON: lengths in seconds, `best_at` the distress it suits."""
    return {
        "id": exercise.id,
        "title": exercise.title,
        "about": exercise.about,
        "level": str(exercise.level),
        "seconds": length_of(exercise),
        "lengths": list(exercise.lengths),
        "has_open_length": has_open_length(exercise),
        "best_at": list(exercise.best_at) if exercise.best_at else None,
        "avoid_with": list(exercise.avoid_with),
        "caution": exercise.caution,
        "evidence": exercise.evidence,
        "withheld": str(held.hindrance) if held else None,
        "why": held.why if held else "",
    }


def helped_shape(one: Helped) -> dict[str, object]:
    """Return what was said around an exercise as JSON."""
    return {
        "exercise": one.exercise,
        "title": one.title,
        "sittings": one.sittings,
        "with_both": one.told,
        "before": one.before,
        "after": one.after,
        "change": one.change,
        "last": one.last.isoformat(),
    }
