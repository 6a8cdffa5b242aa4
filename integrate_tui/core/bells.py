"""When a bell is rung, for those who asked for one: with the breath, or at intervals."""

from integrate_tui.core.exercise import Beat
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import Frame, RunState

_STROKES = {Verb.IN: 1, Verb.OUT: 2}


def with_the_breath(before: Beat | None, frame: Frame) -> int:
    """Return the strokes for what begins: one for breathing in, two for breathing out.

    Args:
        before: The beat that was begun last.
        frame: What there is to show now.
    """
    beat = frame.beat
    if beat is None or beat is before or not beat.is_breath or frame.state is not RunState.RUNNING:
        return 0
    return _STROKES.get(beat.verb, 0)


def at_intervals(every: float | None, before: float, now: float) -> int:
    """Return one stroke if an interval came to its end, however many did.

    Args:
        every: Real seconds between bells; None for none.
        before: The real seconds that had been sat at the last look.
        now: Those that have been sat now.
    """
    return int(every is not None and now // every > before // every)
