"""Answers as they are typed: what each kind asks for, in words, and what was meant.

The options of `checkin` and the questions of `--plain` are read by the same functions.
"""

from collections.abc import Sequence

from integrate_tui.core.answers import (
    Answer,
    Body,
    Check,
    Choice,
    Choose,
    ChooseAny,
    Date,
    Feelings,
    Lines,
    Link,
    Reply,
    Scale,
    Sketch,
    Text,
    reply_with_choice,
    reply_with_day,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.body import read_typed
from integrate_tui.core.known import Known
from integrate_tui.core.pieces import Option
from integrate_tui.core.sketch import drawing_of, trimmed
from integrate_tui.core.text import clean, clean_line, counted, did_you_mean
from integrate_tui.errors import UsageError

_MANY = 20


def options_of(kind: Answer) -> tuple[str, ...]:
    """Return what there is to choose from, for the kinds that offer something."""
    match kind:
        case Choose(options=options) | ChooseAny(options=options) | Check(items=options):
            return options
    return ()


def is_long(kind: Answer) -> bool:
    """Tell whether an answer may have many lines."""
    return isinstance(kind, Text | Sketch)


def in_words(kind: Answer) -> str:
    """Say what is asked for: `A number from 0 (heavy) to 10 (light), or leave it empty.`."""
    match kind:
        case Scale():
            ends = " to ".join(_point(kind, value) for value in (kind.low, kind.high))
            return f"A number from {ends}, or leave it empty."
        case Choose():
            return "One of these, by its number or in words, or leave it empty."
        case ChooseAny() | Check():
            return "Any of these, by their numbers with commas between, or leave it empty."
        case Feelings(most=most):
            limit = f"Up to {counted(most, 'word')}" if most else "Feelings words"
            return f"{limit}, with commas between, or leave it empty. A question mark lists them."
        case Lines(most=most):
            limit = (
                f"Up to {counted(most, 'line')}" if most < _MANY else "As many lines as you like"
            )
            return f"{limit}, then an empty one."
        case Date():
            return "A day, such as yesterday, last tuesday or 3 nov, or leave it empty."
        case Body():
            return (
                "Places and what they are like, such as chest tight, belly warm,"
                " or leave it empty. A question mark lists both."
            )
        case Link():
            return "One of these, by its number, or a line of your own, or leave it empty."
        case Text() | Sketch():
            return (
                "As many lines as you like, then a line with a single dot."
                " Leave the first line empty to leave it out."
            )
    return "One line, or leave it empty."


def in_short(kind: Answer) -> str:
    """Say what is asked for where it was said in full before: `Lines, then a single dot.`."""
    match kind:
        case Scale():
            return in_words(kind)
        case Choose():
            return "One of these."
        case ChooseAny() | Check():
            return "Any of these."
        case Feelings(most=most):
            return f"Up to {counted(most, 'word')}." if most else "Feelings words."
        case Lines(most=most):
            return (
                f"Up to {counted(most, 'line')}." if most < _MANY else "As many lines as you like."
            )
        case Date():
            return "A day."
        case Body():
            return "Places and what they are like."
        case Link():
            return "One of these, or a line of your own."
        case Text() | Sketch():
            return "Lines, then a single dot."
    return "One line."


def read(kind: Answer, typed: str, known: Known, called: str = "This") -> Reply:
    """Return what was meant by an answer; nothing but spaces is an empty one.

    Args:
        kind: What was asked for.
        typed: What was typed.
        known: What is known around the question.
        called: What the answer is called where it does not fit, as the beginning of a sentence.

    Raises:
        UsageError: It does not fit.
    """
    line = clean_line(typed)
    match kind:
        case Text():
            return reply_with_text(clean(typed))
        case Sketch():
            return reply_with_text(trimmed(drawing_of(typed)))
        case Lines(most=most):
            lines = tuple(clean_line(part) for part in clean(typed).split("\n") if part.strip())
            _check_count(lines, most, "lines", called)
            return reply_with_words(lines)
        case _ if not line:
            return Reply()
        case Scale():
            return reply_with_number(_number(kind, line, called))
        case Choose(options=options):
            return reply_with_text(_option(options, line, called))
        case ChooseAny(options=options) | Check(items=options):
            chosen = {_option(options, part, called) for part in _parts(line)}
            return reply_with_words(tuple(option for option in options if option in chosen))
        case Date():
            return _day(line, known)
        case Body():
            return read_typed(typed).reply
        case Link(to=to):
            return _own_thing(known.own(to), line, called)
        case Feelings(most=most):
            spoken = [read_feeling(part, known.feelings) for part in _parts(line)]
            words = tuple(dict.fromkeys(spoken))
            _check_count(words, most, "feelings", called)
            return reply_with_words(words)
    return reply_with_text(line)


def read_feeling(typed: str, feelings: Sequence[str]) -> str:
    """Return the feelings word that was meant.

    Raises:
        UsageError: It is none of them.
    """
    word = clean_line(typed)
    found = next((known for known in feelings if known.casefold() == word.casefold()), "")
    if not found:
        raise UsageError(
            f"'{word}' is not among the feelings words.",
            do=did_you_mean(word, list(feelings)) or "A line of your own holds any word.",
        )
    return found


def read_option(options: Sequence[Option], typed: str, called: str) -> Option:
    """Return the option of a measure that was meant, by the number it counts or by its words.

    Raises:
        UsageError: It is none of them.
    """
    wanted = clean_line(typed).replace("\u2212", "-")
    for option in options:
        if wanted == str(option.value):
            return option
    words = [option.label for option in options if option.label]
    if words and not wanted.lstrip("-").isdecimal():
        label = _option(words, wanted, called)
        return next(option for option in options if option.label == label)
    numbers = ", ".join(str(option.value) for option in options)
    raise UsageError(f"{called} cannot be '{wanted}'.", do=f"It is one of: {numbers}.")


def _day(typed: str, known: Known) -> Reply:
    """Return the day that was meant; words that are no day stay as they are."""
    try:
        return reply_with_day(known.read_day(typed))
    except UsageError:
        return reply_with_text(typed)


def _own_thing(choices: Sequence[Choice], typed: str, called: str) -> Reply:
    """Return the thing that was meant, by its number or all its words, or the words themselves."""
    for choice in choices:
        if choice.words.casefold() == typed.casefold():
            return reply_with_choice(choice)
    if not choices or not (typed.isascii() and typed.isdecimal()):
        return reply_with_text(typed)
    number = int(typed[:9])
    if not 1 <= number <= len(choices):
        raise UsageError(f"{called} has the numbers from 1 to {len(choices)}, not '{typed}'.")
    return reply_with_choice(choices[number - 1])


def _number(kind: Scale, typed: str, called: str) -> int:
    digits = typed.replace("\u2212", "-")
    try:
        number = int(digits) if len(digits) <= _MANY else kind.high + 1
    except ValueError:
        number = kind.high + 1
    if not kind.low <= number <= kind.high:
        raise UsageError(
            f"{called} takes a whole number from {kind.low} to {kind.high}, not '{typed}'."
        )
    return number


def _option(options: Sequence[str], typed: str, called: str) -> str:
    """Return the option that was meant, by its words, its beginning or its number."""
    wanted = typed.casefold()
    by_words = [option for option in options if option.casefold() == wanted]
    by_beginning = [option for option in options if option.casefold().startswith(wanted)]
    for found in (by_words, by_beginning):
        if len(found) == 1:
            return found[0]
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:9]) <= len(options):
        return options[int(typed[:9]) - 1]
    raise UsageError(
        f"{called} cannot be '{typed}'.",
        do=did_you_mean(typed, list(options)) or f"It is one of: {', '.join(options)}.",
    )


def _parts(line: str) -> list[str]:
    """Return what stands between commas; numbers may be parted by spaces alone."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if len(parts) == 1 and all(word.isdecimal() for word in parts[0].split()):
        return parts[0].split()
    return parts


def _check_count(words: Sequence[str], most: int, what: str, called: str) -> None:
    if most and len(words) > most:
        raise UsageError(f"{called} takes up to {most} {what}, and there are {len(words)}.")


def _point(kind: Scale, value: int) -> str:
    word = kind.word(value)
    return f"{value} ({word})" if word else str(value)
