"""What a run says at an instant: the word in the breath, the lines under it, the time left."""

from math import ceil, pi, sin

from integrate_tui.core.dates import clock_words
from integrate_tui.core.grounding import LONG, LONG_WORDS
from integrate_tui.core.pieces import Verb
from integrate_tui.core.runner import Frame, RunState
from integrate_tui.core.sitting import SittingFlow, change_words
from integrate_tui.tui.widgets.breath_cells import Breath

_A_MOMENT = 0.01
"""Seconds that are as good as none where whole ones are shown."""
_STANDING = (Verb.HOLD, Verb.REST)
_SHORT = 1.9
"""Real seconds below which a hold is not worth another shape: it would flicker."""
_LONG = 4.0
"""Real seconds of a beat from which on waves are as high as they get."""


def breath_of(frame: Frame) -> Breath:
    """Return the breath as a picture shows it."""
    speed = sin(pi * frame.fraction) if frame.moves else 0.0
    stands = frame.state in (RunState.PAUSED, RunState.WAITING)
    is_hold = frame.beat is not None and frame.beat.verb in _STANDING
    holds = frame.state is RunState.RUNNING and is_hold and frame.length >= _SHORT
    return Breath(frame.fullness, speed * min(1.0, frame.length / _LONG), stands or holds)


def word_of(frame: Frame) -> str:
    """Return the word in the middle of a breath: `in`, `hold`, or what the run is doing instead."""
    if frame.state is RunState.PAUSED:
        return "paused"
    if frame.state is RunState.LEAD_IN:
        return "soon"
    return str(frame.beat.verb) if frame.beat else ""


def then_of(frame: Frame) -> str:
    """Return what is said of the next beat just before it begins; empty while it is far."""
    beat, upcoming = frame.beat, frame.upcoming
    if frame.state is RunState.LEAD_IN and beat is not None:
        return f"then {beat.verb}" if beat.is_breath else ""
    if beat is None or upcoming is None:
        return ""
    if beat.is_breath:
        return f"then {upcoming.verb}"
    heading = upcoming.heading if upcoming.heading != beat.heading else ""
    return f"Next: {heading or upcoming.cue or upcoming.verb}"


def seconds_of(frame: Frame) -> int:
    """Return the whole seconds left of what is being done."""
    return ceil(frame.beat_left - _A_MOMENT)


def cue_of(frame: Frame) -> str:
    """Return the cue of a beat, or its verb where it has none."""
    beat = frame.beat
    if beat is None:
        return ""
    return beat.cue if beat.cue or beat.is_breath else str(beat.verb).capitalize()


def guidance_of(frame: Frame, *, is_free: bool = False) -> str:
    """Return what is said under the cue: how to go on, or what the step itself says."""
    beat = frame.beat
    if frame.state is RunState.PAUSED:
        return "Space goes on, with an in-breath." if beat and beat.is_breath else "Space goes on."
    if frame.state is RunState.LEAD_IN and beat and not beat.is_breath:
        return "Soon."
    own = beat.guidance if beat else ""
    if frame.state is RunState.WAITING:
        how = "Enter ends it, whenever you like." if is_free else "Enter, when you are ready."
        if is_free and frame.sat >= LONG:
            return f"{LONG_WORDS}\n{how}"
        return f"{own}\n{how}" if own else how
    if beat and not own and beat.verb is Verb.TENSE:
        return "Three-quarters of your strength. s leaves this place out."
    return own


def left_words(frame: Frame) -> str:
    """Say how much is left: `2:14 \u00b7 8 left`; with an open end, how long it has been."""
    if frame.state is RunState.WAITING and not frame.left:
        return clock_words(int(frame.sat))
    left = [clock_words(ceil(frame.left - _A_MOMENT))]
    if frame.beat is not None and frame.beat.is_breath and frame.breaths_left:
        left.append(f"{frame.breaths_left} left")
    return " \u00b7 ".join(left)


def closing_words(flow: SittingFlow, instead: str) -> str:
    """Say what the two numbers say, and what else there is where distress rose or is high.

    Args:
        flow: The sitting.
        instead: What there is then, in a sentence.
    """
    words = change_words(flow.before, flow.after)
    return f"{words} {instead}".strip() if flow.wants_more else words
