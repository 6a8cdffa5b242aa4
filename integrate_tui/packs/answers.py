"""What a prompt or a step asks for: the kinds of answer, in both directions."""

import re
from collections.abc import Callable

from integrate_tui.core.answers import (
    FREE_TEXT,
    LINKABLE,
    Answer,
    Body,
    Check,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Line,
    Lines,
    Link,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.packs.forms import ANSWERS
from integrate_tui.packs.settings import Settings
from integrate_tui.packs.values import (
    check_length,
    choices_text,
    read_choices,
    read_whole,
    read_word,
)
from integrate_tui.packs.words import UnclearError, Words, loose, typed

FURTHEST = 1_000
"""How far from zero a scale may go."""
MOST_POINTS = 50
"""The most points of a scale that may be named."""
MOST_LINES = 20
"""The most lines or feelings that a prompt may ask for."""

_PLAIN: dict[str, Answer] = {
    "text": FREE_TEXT,
    "line": Line(),
    "date": Date(),
    "sketch": Sketch(),
    "body": Body(),
}
_POINT = r"([+-]?\d{1,9}+)(?![.,]?\d)[\s:=]*(.*)"
_DOTS = "\\.{2,}|\u2026|\u2025"
_ENDS_ONLY = r"(\d{1,4})\s*(?:-|\bto\b)\s*(\d{1,4})"


def read_answer(settings: Settings, unsaid: Answer | None) -> Answer | None:
    """Read what kind of answer is asked for; None where it cannot be made out.

    Args:
        settings: What stands under the prompt or the step.
        unsaid: What is asked for where nothing is said about it.
    """
    given = [name for name in ANSWERS if name in settings]
    if len(given) > 1:
        *others, last = [f"'{name}:'" for name in given]
        settings.notes.wrong(
            max((settings.where(name) for name in given), key=lambda words: words.line),
            f"this asks for more than one kind of answer: {', '.join(others)} and {last}",
            "keep one of them",
        )
    if not given:
        return unsaid
    return settings.read(given[0], _READERS[given[0]], None)


def answer_setting(answer: Answer) -> tuple[str, str]:
    """Return the setting that asks for a kind of answer, and what it is set to."""
    match answer:
        case Text() | Line() | Date() | Sketch() | Body():
            return "answer", next(name for name, plain in _PLAIN.items() if plain == answer)
        case Scale():
            return "scale", scale_text(answer)
        case Choose(options):
            return "choose", choices_text(options)
        case ChooseAny(options):
            return "choose any", choices_text(options)
        case Check(items):
            return "check", choices_text(items)
        case Lines(most):
            return "list", str(most)
        case Feelings(most):
            return ("feelings", str(most)) if most else ("choose any", "feelings")
        case Link(to):
            return "link", to


def _read_plain(words: Words) -> Answer:
    given = loose(words.text)
    if given in ANSWERS:
        raise UnclearError(
            words, f"'{given}' is a setting of its own", f"begin the line with '{given}:'"
        )
    return _PLAIN[_PLAIN_NAME(words)]


def _read_choose(words: Words) -> Answer:
    options = read_choices(words)
    if len(options) < 2:
        raise UnclearError(
            words, "there is only one thing to choose", "write the choices with commas between them"
        )
    return Choose(options)


def _read_choose_any(words: Words) -> Answer:
    options = _some(words)
    if len(options) == 1 and loose(options[0]) == "feelings":
        return Feelings()
    return ChooseAny(options)


def _some(words: Words) -> tuple[str, ...]:
    options = read_choices(words)
    if not options:
        raise UnclearError(words, "there is nothing to choose", "write a word or two")
    return options


def _read_feelings(words: Words) -> Answer:
    if loose(words.text) == "any":
        return Feelings()
    return Feelings(read_whole(1, MOST_LINES)(words))


def read_scale(words: Words) -> Scale:
    """Read `0 heavy .. 10 light`, with any number of points between the ends."""
    if plain := re.fullmatch(_ENDS_ONLY, typed(words.text)):
        points = [(int(plain[1]), ""), (int(plain[2]), "")]
    else:
        points = [_read_point(part) for part in _points(words)]
    numbers = [number for number, _ in points]
    if len(points) < 2:
        raise UnclearError(
            words, "a scale has two ends", "put two dots between them, as in '0 heavy .. 10 light'"
        )
    if numbers != sorted(set(numbers)):
        raise UnclearError(
            words,
            "the numbers of a scale go upwards",
            f"begin with the lowest, {min(numbers)}, and end with the highest, {max(numbers)}",
        )
    if max(map(abs, numbers)) > FURTHEST:
        raise UnclearError(
            words, "this scale is too long", f"it goes from -{FURTHEST} to {FURTHEST} at the most"
        )
    words_at = tuple((number, word) for number, word in points if word)
    scale = Scale(numbers[0], numbers[-1], words_at)
    check_length(words, scale_text(scale))
    return scale


def scale_text(scale: Scale) -> str:
    """Write a scale with the words of its points."""
    words = dict(scale.words)
    points = sorted({scale.low, scale.high, *words})
    return " .. ".join(f"{point} {words.get(point, '')}".strip() for point in points)


def _points(words: Words) -> list[Words]:
    points: list[Words] = []
    start = 0
    for dots in re.finditer(_DOTS, words.text):
        if len(points) == MOST_POINTS:
            raise UnclearError(
                words, "this scale has too many words", f"{MOST_POINTS} points are enough"
            )
        points.append(words.cut(start, dots.start()))
        start = dots.end()
    return [*points, words.cut(start)]


def _read_point(words: Words) -> tuple[int, str]:
    found = re.fullmatch(_POINT, typed(words.text))
    if found is None:
        raise UnclearError(
            words,
            f"{words.shown} does not begin with a whole number"
            if words.text
            else "one end of the scale is missing",
            "write a scale as '0 heavy .. 10 light'",
        )
    return int(found[1]), words.cut(found.start(2)).text


_PLAIN_NAME = read_word(_PLAIN, "there is no kind of answer called")
_LINK = read_word(LINKABLE, "nothing can be linked to")
_READERS: dict[str, Callable[[Words], Answer]] = {
    "answer": _read_plain,
    "scale": read_scale,
    "choose": _read_choose,
    "choose any": _read_choose_any,
    "check": lambda words: Check(_some(words)),
    "feelings": _read_feelings,
    "list": lambda words: Lines(read_whole(1, MOST_LINES)(words)),
    "link": lambda words: Link(_LINK(words)),
}
