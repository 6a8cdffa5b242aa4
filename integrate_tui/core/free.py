"""A sit with nothing to follow: an exercise that is one step, as long as one likes.

It is an exercise like any other to whatever runs it, keeps it or looks back at it; only that it
comes from no text pack.
"""

from integrate_tui.core.pieces import Exercise, Round, Step, Verb

FREE_SIT = "free-sit"
"""The id that free sits are kept under."""
MINUTES = (5, 10, 15, 20, 30, 45, 60)
"""The lengths that are offered beside an open end."""
BELL_MINUTES = (1, 2, 5, 10, 15)
"""The minutes between interval bells that are offered."""


def free_sit(seconds: float | None = None) -> Exercise:
    """Return a free sit.

    Args:
        seconds: How long it is to last; None for an open end, which a key comes to.
    """
    step = Step(
        verb=Verb.NOTICE,
        seconds=seconds,
        cue="Sit as you like.",
        guidance="Nothing to follow, nothing to reach.",
    )
    return Exercise(
        id=FREE_SIT,
        title="Free sit",
        about="Only time, with a bell now and then if you want one.",
        intro="Eyes open or lowered. Any way of sitting is fine, and so is lying down.",
        # With an open end it is of open length, and a length may be chosen for it.
        sections=(Round(repeat=None if seconds is None else 1, steps=(step,)),),
    )


def is_free(exercise: Exercise) -> bool:
    """Tell whether an exercise is a free sit."""
    return exercise.id == FREE_SIT
