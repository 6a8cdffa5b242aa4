"""What a breath asks of a body: holds, speed, and how it is done without either."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from integrate_tui.core.pieces import BREATH_VERBS, Exercise, Round, Step, Verb

_QUICKEST_BREATH = 3.0
"""Seconds; anything quicker is more than twenty breaths a minute."""
_CLOSE_ENOUGH = 1e-6
_A_FEW = 4
"""Quick breaths in a row that are no fast breathing yet."""
_GENTLE_OUT = 4 / 3
"""How much longer than the in-breath a gentle out-breath is at the most."""


def strains(exercise: Exercise) -> bool:
    """Tell whether an exercise holds the breath, or takes a second sip of it."""
    return any(step.verb in (Verb.HOLD, Verb.SIP) for step in _steps(exercise))


def holds(exercise: Exercise) -> bool:
    """Tell whether an exercise holds the breath."""
    return any(step.verb is Verb.HOLD for step in _steps(exercise))


def gentled(exercise: Exercise) -> Exercise:
    """Return an exercise with no holds, no second sip, and an out-breath a third longer at most."""
    sections = tuple(_gentled(section) for section in exercise.sections)
    about = "Gentler, because of what you ticked. No holds, and no breath longer than comes."
    return replace(exercise, sections=sections, about=about)


def without_sections(exercise: Exercise, ticks: Collection[str]) -> Exercise:
    """Return an exercise without the sections that are to be avoided with what is ticked."""
    left_out = [section for section in exercise.sections if set(section.avoid_with) & set(ticks)]
    if not left_out:
        return exercise
    kept = tuple(section for section in exercise.sections if section not in left_out)
    titles = " and ".join(f"\u201c{section.title}\u201d" for section in left_out if section.title)
    about = f"{exercise.about} Left out, because of what you ticked: {titles or 'a part of it'}."
    return replace(exercise, sections=kept, about=about.strip())


def _gentled(section: Round) -> Round:
    breath = max((s.seconds or 0.0 for s in section.steps if s.verb is Verb.IN), default=0.0)
    steps = []
    for step in section.steps:
        if step.verb in (Verb.HOLD, Verb.SIP):
            continue
        if step.verb is Verb.OUT and breath and step.seconds is not None:
            step = replace(step, seconds=min(step.seconds, round(breath * _GENTLE_OUT, 1)))
        steps.append(step)
    return replace(section, steps=tuple(steps))


def is_too_fast(exercise: Exercise, pace: float = 1.0) -> bool:
    """Tell whether an exercise breathes faster than twenty times a minute, for more than a few.

    What is quick and short, such as a sniff or two, may stay.

    Args:
        exercise: Which one.
        pace: How many real seconds one of its seconds takes.
    """
    quickest = _QUICKEST_BREATH / pace - _CLOSE_ENOUGH
    quick = 0
    passed = 0.0
    has_begun = has_let_out = False
    for step in _some_rounds(exercise):
        if step.verb not in BREATH_VERBS or step.seconds is None:
            quick, has_begun = 0, False
            continue
        if step.verb is Verb.IN or (step.verb is Verb.OUT and has_let_out):
            if has_begun:
                quick = quick + 1 if passed < quickest else 0
            passed, has_begun, has_let_out = 0.0, True, False
        has_let_out = has_let_out or step.verb is Verb.OUT
        passed += step.seconds
        if quick > _A_FEW:
            return True
    return has_begun and passed < quickest and quick + 1 > _A_FEW


def _some_rounds(exercise: Exercise) -> Iterable[Step]:
    """Yield the steps of an exercise, each section as often as it takes to see how fast it is."""
    for section in exercise.sections:
        times = _A_FEW + 2 if section.repeat is None else min(section.repeat, _A_FEW + 2)
        for _ in range(times):
            yield from section.steps


def _steps(exercise: Exercise) -> Iterable[Step]:
    return (step for section in exercise.sections for step in section.steps)
