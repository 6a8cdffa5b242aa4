"""Exercises: steps of a breath, of the senses, of the body, in both directions."""

import re

from integrate_tui.core.pieces import (
    BREATH_VERBS,
    HEALTH_WORDS,
    Exercise,
    Kind,
    Level,
    Round,
    Step,
    Verb,
)
from integrate_tui.packs.answers import answer_setting, read_answer
from integrate_tui.packs.blocks import Block, Item, Section, numbered
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import (
    choices_text,
    flow,
    leading_seconds,
    lengths_text,
    range_text,
    read_lengths,
    read_range,
    read_word,
)
from integrate_tui.packs.words import UnclearError, Words, likely, loose, typed

MOST_ROUNDS = 1_000
SHORTEST_STEP = 0.5
"""Seconds; anything quicker would flicker."""
LONGEST_STEP = 3_600
LONGEST_BREATH = 60
"""Seconds that breathing in or out, or holding the breath, may be asked for."""
WORST_DISTRESS = 10

_OWN_PACE = r"(?i)(?:at\s+)?(?:your\s+)?own\s+pace\b"
_FOR = r"(?i)for\s+(?=\d)"
_TIMES = r"(?i)(\d{1,6})(?:\s*(?:times|x|rounds?|breaths?))?"
_UNTIL_TIME = r"(?i)until\s+(?:the\s+)?time(?:\s+is\s+up)?"
_GRADE = r"[A-Da-d][+-]?"

_LEVEL = read_word(Level, "unknown level")
_HEALTH = read_word(HEALTH_WORDS, "the health card has no")
_VERBS = {verb.value: verb for verb in Verb}
_ALSO_CALLED = {
    "breath": "in or out",
    "breathe": "in or out",
    "inhale": "in",
    "exhale": "out",
    "pause": "rest",
    "wait": "rest",
    "stay": "hold",
    "feel": "notice",
    "arrive": "notice",
    "observe": "notice",
    "sense": "notice",
    "see": "look",
    "watch": "look",
    "find": "look",
    "hear": "listen",
    "press": "touch",
    "squeeze": "tense",
    "firm": "tense",
    "relax": "release",
    "loosen": "release",
    "drop": "release",
    "walk": "move",
    "stretch": "move",
    "speak": "say",
    "write": "say",
    "type": "say",
}
"""Words people begin a step with, and the verbs they come to."""


def read_exercise(block: Block) -> Exercise:
    """Read an exercise."""
    notes = block.notes
    settings = Settings(block.settings, notes, FORMS[Kind.EXERCISE].harmless)
    common = read_common(block, settings)
    rounds = [_read_round(section, notes) for section in block.sections]
    kept = tuple(one for one in rounds if one.steps)
    if not kept:
        notes.wrong(
            numbered(block) or block.title,
            "this exercise has no steps",
            "begin each step with '- ', a verb and a time, as in '- in 4s Breathe in'",
        )
    _check_text_between(block.sections, rounds, notes)
    if common["takes"] is None and any(one.repeat is None for one in kept):
        notes.wrong(
            block.title,
            "this repeats until the time is up, and no time is given",
            "write 'takes: 5 minutes' under the title",
        )
    return Exercise(
        **common,
        level=settings.read("level", _read_level, Level.GENTLE),
        lengths=settings.read("lengths", read_lengths, ()),
        at_most=settings.read("at most", _read_times, None),
        avoid_with=settings.read_every("avoid with", _HEALTH),
        best_at=settings.read("best at", read_range(0, WORST_DISTRESS), None),
        evidence=settings.read("evidence", _read_grade, ""),
        sections=kept,
    )


def _read_round(section: Section, notes: Notes) -> Round:
    settings = Settings(section.settings, notes)
    steps = tuple(_read_step(item, notes) for item in notes.within(section.items))
    if not steps:
        what = "text" if section.after_items else "section"
        notes.odd(
            section.title,
            f"no step follows in this {what}, so it is not shown",
            "write a step under it, such as '- notice 20s The room around you', or take it out",
        )
    return Round(
        title=section.title.text,
        intro=flow(section.text),
        repeat=settings.read("repeat", _read_repeat, 1),
        steps=steps,
        avoid_with=settings.read_every("avoid with", _HEALTH),
    )


def _check_text_between(sections: list[Section], rounds: list[Round], notes: Notes) -> None:
    """Refuse text that would cut a repeated section in two."""
    repeat: int | None = 1
    for section, one in zip(sections, rounds, strict=True):
        if not section.after_items:
            repeat = one.repeat
        elif repeat != 1:
            notes.wrong(
                section.text[0],
                "this text stands between steps that are repeated",
                "indent it by two to show it with the step above, or move it up under '##'",
            )


def _read_step(item: Item, notes: Notes) -> Step:
    answer = read_answer(Settings(item.settings, notes), None)
    verb, seconds, cue = Verb.NOTICE, None, ""
    try:
        verb, seconds, cue = read_step(item.words)
    except UnclearError as error:
        notes.unclear(error)
    return Step(verb=verb, seconds=seconds, cue=cue, guidance=flow(item.guidance), answer=answer)


def read_step(words: Words) -> tuple[Verb, float | None, str]:
    """Read `in 4s Breathe in`: a verb, how long it lasts, and the cue."""
    first = re.match(r"\S+", words.text)
    if first is None:
        raise UnclearError(words, "this step is empty", "write it as 'in 4s Breathe in'")
    verb = _read_verb(words.cut(0, first.end()))
    rest = words.cut(first.end())
    if spare := re.match(_FOR, rest.text):
        rest = rest.cut(spare.end())
    if own := re.match(_OWN_PACE, rest.text):
        return verb, None, rest.cut(own.end()).text
    found = leading_seconds(rest.text)
    if found is None:
        number = re.match(r"\d+", rest.text)
        raise UnclearError(
            rest,
            f"it is not said how long '{verb}' lasts",
            f"write the unit too: '{verb} {number[0]}s'"
            if number
            else f"write a time after it, as in '{verb} 20s', or '{verb} own pace'",
        )
    seconds, end = found
    longest = LONGEST_BREATH if verb in BREATH_VERBS - {Verb.REST} else LONGEST_STEP
    if not SHORTEST_STEP <= seconds <= longest:
        raise UnclearError(
            rest.cut(0, end),
            f"'{verb}' cannot last {rest.text[:end]}",
            f"write a time from {SHORTEST_STEP} to {longest} seconds",
        )
    return verb, seconds, rest.cut(end).text


def _read_verb(words: Words) -> Verb:
    given = loose(words.text).rstrip(":,.")
    if given in _VERBS:
        return _VERBS[given]
    if leading_seconds(given):
        raise UnclearError(words, "a step begins with its verb", "write it as 'in 4s Breathe in'")
    meant = _ALSO_CALLED.get(given) or likely(given, list(_VERBS))
    raise UnclearError(
        words,
        f"unknown verb {words.shown}",
        f"did you mean {_quoted(meant)}?"
        if meant
        else f"begin a step with one of: {', '.join(_VERBS)}",
    )


def _quoted(meant: str) -> str:
    return " or ".join(f"'{word}'" for word in meant.split(" or "))


def _read_level(words: Words) -> Level:
    return Level(_LEVEL(words))


def _read_repeat(words: Words) -> int | None:
    return None if re.fullmatch(_UNTIL_TIME, words.text) else _read_times(words)


def _read_times(words: Words) -> int:
    found = re.fullmatch(_TIMES, words.text)
    if found is None or not 1 <= int(found[1]) <= MOST_ROUNDS:
        raise UnclearError(
            words,
            f"{words.shown} is no number of times",
            f"write a number from 1 to {MOST_ROUNDS:,}, such as '8'",
        )
    return int(found[1])


def _read_grade(words: Words) -> str:
    grade = typed(words.text)
    if re.fullmatch(_GRADE, grade):
        return grade.upper()
    raise UnclearError(
        words, f"{words.shown} is no grade", "write A, B, C or D, with a plus or minus if need be"
    )


def write_exercise(exercise: Exercise, page: Page) -> None:
    """Write what an exercise has besides the settings of every piece."""
    if exercise.level is not Level.GENTLE:
        page.setting("level", exercise.level)
    page.setting("lengths", lengths_text(exercise.lengths))
    if exercise.at_most is not None:
        page.setting("at most", f"{exercise.at_most} rounds")
    page.setting("avoid with", choices_text(exercise.avoid_with))
    if exercise.best_at:
        page.setting("best at", range_text(*exercise.best_at))
    page.setting("evidence", exercise.evidence)
    page.intro(exercise.intro)
    for number, one in enumerate(exercise.sections):
        if one.title or one.intro or one.repeat != 1 or one.avoid_with or number:
            page.section(one.title)
            if one.repeat != 1:
                page.setting("repeat", str(one.repeat or "until time"))
            page.setting("avoid with", choices_text(one.avoid_with))
            page.intro(one.intro)
        for step in one.steps:
            page.item("-", step_text(step), close=True)
            page.under_text(step.guidance)
            if step.answer is not None:
                page.under(*answer_setting(step.answer))


def step_text(step: Step) -> str:
    """Write a step in the shortest form that reading gives back."""
    if step.seconds is None:
        return f"{step.verb} own pace {step.cue}".strip()
    spans = [f"{step.seconds:.3f}".rstrip("0").rstrip(".") + "s"]
    for unit, size in (("m", 60), ("h", 3600)):
        if step.seconds % size == 0:
            spans.insert(0, f"{step.seconds / size:.0f}{unit}")
    # A cue that begins with a time would be taken for the rest of `2m`.
    span = next(
        (
            span
            for span in spans
            if leading_seconds(f"{span} {step.cue}") == (step.seconds, len(span))
        ),
        spans[-1],
    )
    return f"{step.verb} {span} {step.cue}".strip()
