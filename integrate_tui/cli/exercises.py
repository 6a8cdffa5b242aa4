"""Exercises by name, in the order they are offered, and as rows."""

from collections.abc import Iterable

from integrate_tui.cli.names import Named, choose
from integrate_tui.core.dates import clock_words
from integrate_tui.core.exercise import has_open_length, length_of
from integrate_tui.core.pieces import Exercise, Level

_LEVELS = (Level.GENTLE, Level.STANDARD, Level.GATED)


def find(exercises: Iterable[Exercise], typed: str) -> Exercise:
    """Return the exercise that was meant, by its id, its title or a part of one.

    Raises:
        NotFoundError: There is none, or several are.
    """
    named = [Named(exercise.title, exercise, exercise.id) for exercise in exercises]
    return choose(typed, named, "exercise", "integrate ground --list")


def row(exercise: Exercise) -> list[str]:
    """Return an exercise as a row: its id, its length, and what it is."""
    return [exercise.id, clock_words(length_of(exercise)), exercise.about or exercise.title]


def shape(exercise: Exercise) -> dict[str, object]:
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
        "caution": exercise.caution,
        "evidence": exercise.evidence,
    }
