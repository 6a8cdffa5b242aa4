"""Breathing patterns of one's own: made, found again to be changed, and kept as text packs."""

from integrate_tui.core.pattern import OWN, Pattern, exercise_of, pattern_of
from integrate_tui.core.pieces import Exercise, Kind
from integrate_tui.errors import NotFoundError, UsageError
from integrate_tui.packs.keep import is_as_written, keep_changed, keep_new
from integrate_tui.packs.rows import Row
from integrate_tui.workspace import Workspace


def keep_pattern(workspace: Workspace, pattern: Pattern, id: str = "") -> Exercise:
    """Keep a pattern as a text pack of one's own, and return the exercise it is.

    Args:
        workspace: Where it is kept.
        pattern: The pattern.
        id: The id of the exercise that it was before; empty for a new one.

    Raises:
        UsageError: Another exercise has the name.
        PackError: It cannot be written.
    """
    exercise = exercise_of(pattern, id)
    if id:
        row = _row(workspace, id)
        before = row.piece if row else None
        if row is None or before is None:
            raise UsageError("The pattern is not there any more.", "Nothing was changed.")
        keep_changed(before, exercise, row.path)
    else:
        other = workspace.packs.by_id(Exercise, exercise.id)
        if other is not None:
            raise UsageError(
                f"There is an exercise called \u201c{other.title}\u201d already.",
                do="Another name tells them apart.",
            )
        keep_new(exercise, workspace.paths.packs)
    workspace.packs.refresh()
    return exercise


def pattern_to_change(workspace: Workspace, exercise: Exercise) -> Pattern | None:
    """Return the pattern that an exercise is, None where it was not made in the program.

    One whose file was changed by hand since is changed by hand. The exercise may be told as it is
    done with the health card: what counts is its file.
    """
    if OWN not in exercise.tags:
        return None
    row = _row(workspace, exercise.id)
    written = row.piece if row else None
    if row is None or not isinstance(written, Exercise) or not is_as_written(row.path, written):
        return None
    return pattern_of(written)


def _row(workspace: Workspace, id: str) -> Row | None:
    """Return the row of an exercise in a file of one's own, by its id."""
    try:
        row = workspace.packs.find(id, Kind.EXERCISE)
    except NotFoundError:
        return None
    return row if row.own and row.id == id else None
