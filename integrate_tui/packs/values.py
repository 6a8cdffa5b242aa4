"""The small values settings hold, each in both directions: words to value, and value to words.

A reader takes words and returns a value or raises `UnclearError` with what was expected and the
mend. The function beside it writes the value so that reading gives it back.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from integrate_tui.core.text import slug
from integrate_tui.packs.lines import MOST_CHARACTERS
from integrate_tui.packs.words import UnclearError, Words, likely, loose, typed

LONGEST_ID = 80
LONGEST_NAME = 40
LONGEST_CHOICE = 200
"""Characters in one choice, tag or other part of a list."""
LONGEST_LIST = 1_000
"""Characters in a list that has to stay in one line, as it is written here."""
MOST_SECONDS = 24 * 3600

_NOUNS = (("hour", 3600), ("minute", 60), ("second", 1))
_UNITS = {"h": 3600, "m": 60, "s": 1}
_AMOUNT = re.compile(
    r"(\d{1,6}(?:[.,]\d{1,6})?)\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![^\W\d_])\.?",
    re.IGNORECASE,
)
_ROUGHLY = r"(?i)^(?:about|around|roughly|ca\.?|~)\s*"
_AND = r"(?i),?\s+(?:and\s+)?"
_OR = r"(?i)\b(?:and|or)\b"
_BARE_NUMBER = r"\d{1,6}(?:[.,]\d{1,6})?"
_WHOLE = r"[+-]?\d{1,9}"
_RANGE = r"(?i)(\d{1,4})(?:\s*(?:-|\.\.+|\u2026|\bto\b)\s*(\d{1,4}))?"
_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_NAME = r"[a-z0-9-]+"
_BULLET = r"(?:[-\u2013\u2014\u2022\u2023\u00b7\u25cf\u25e6\u25aa*]|\d{1,2}[.)])\s"


def identify(text: str) -> str:
    """Return the id that a title or an `id:` gives; empty where no letter or digit is in it."""
    return slug(text)[:LONGEST_ID].strip("-")


def read_name(words: Words) -> str:
    """Read the name of an answer: small letters of the Latin alphabet, digits and dashes."""
    name = typed(words.text).strip("\"'").lower()
    if re.fullmatch(_NAME, name) and len(name) <= LONGEST_NAME:
        return name
    better = "".join(re.findall(_NAME, slug(name[: 2 * LONGEST_NAME])))[:LONGEST_NAME]
    raise UnclearError(
        words,
        f"a name is made of at most {LONGEST_NAME} letters from a to z, digits and dashes",
        f"write '{better}'" if better else "write a short word, such as 'story'",
    )


def read_whole(low: int, high: int) -> Callable[[Words], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(words: Words) -> int:
        if not re.fullmatch(_WHOLE, typed(words.text)):
            raise UnclearError(words, f"{_shown(words)} is not a whole number", _from_to(low, high))
        number = int(typed(words.text))
        if not low <= number <= high:
            raise UnclearError(words, f"{number} is out of range", _from_to(low, high))
        return number

    return read


def read_yes_no(words: Words) -> bool:
    """Read `yes` or `no`."""
    answer = loose(words.text)
    if answer in {"yes", "no"}:
        return answer == "yes"
    raise UnclearError(words, f"{_shown(words)} is neither yes nor no", "write 'yes' or 'no'")


def read_range(low: int, high: int) -> Callable[[Words], tuple[int, int]]:
    """Return a reader of `6-7`, or `6` for a range of one, between `low` and `high`."""

    def read(words: Words) -> tuple[int, int]:
        found = re.fullmatch(_RANGE, typed(words.text))
        if found is None:
            raise UnclearError(
                words,
                f"{_shown(words)} is not a range of whole numbers",
                f"write two numbers from {low} to {high}, such as '6-7'",
            )
        first, last = int(found[1]), int(found[2] or found[1])
        if not low <= first <= last <= high:
            raise UnclearError(
                words,
                f"{first}-{last} is out of range",
                f"write two numbers from {low} to {high}, the lower one first",
            )
        return first, last

    return read


def range_text(low: int, high: int) -> str:
    """Write a range: `6-7`, or `6`."""
    return str(low) if low == high else f"{low}-{high}"


def read_seconds(words: Words) -> int:
    """Read a length of time, such as `10 minutes`, `1h 30m` or `5m18s`, as whole seconds."""
    text = re.sub(_AND, " ", re.sub(_ROUGHLY, "", words.text[:LONGEST_CHOICE]))
    found = None if len(words.text) > LONGEST_CHOICE else leading_seconds(text)
    if found is None or found[1] != len(text):
        unit = re.fullmatch(_BARE_NUMBER, words.text)
        raise UnclearError(
            words,
            f"{_shown(words)} is not a length of time",
            f"write the unit too: '{words.text} minutes' or '{words.text} seconds'"
            if unit
            else "write it as '10 minutes', '90 seconds' or '1 hour'",
        )
    seconds = round(found[0])
    if not 1 <= seconds <= MOST_SECONDS:
        raise UnclearError(
            words, f"{_shown(words)} is out of range", "write a time from 1 second to 24 hours"
        )
    return seconds


def seconds_text(seconds: int) -> str:
    """Write a length of time: `10 minutes`, `5m18s`."""
    if seconds > 60 and seconds % 60:
        return f"{seconds // 60}m{seconds % 60}s"
    unit, size = next(one for one in _NOUNS if seconds % one[1] == 0)
    count = seconds // size
    return f"{count} {unit}{'' if count == 1 else 's'}"


def leading_seconds(text: str) -> tuple[float, int] | None:
    """Return the length of time a text begins with, and how many characters say it."""
    total, end, smallest = 0.0, 0, MOST_SECONDS
    while found := _AMOUNT.match(text, end and _after_spaces(text, end)):
        size = _UNITS[found[2][0].lower()]
        if size >= smallest:
            break
        total += float(found[1].replace(",", ".")) * size
        end, smallest = found.end(), size
    return (round(total, 3), end) if end else None


def _after_spaces(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def read_lengths(words: Words) -> tuple[int, ...]:
    """Read `2, 5, 10 minutes`: a number without a unit takes that of the one after it."""
    lengths: list[int] = []
    unit = ""
    commas = re.sub(_OR, lambda found: ",".ljust(len(found[0])), words.text)
    for part in reversed(split(Words(commas, words.line, words.column))):
        written = part.text
        if re.fullmatch(_BARE_NUMBER, written) and unit:
            written = f"{written} {unit}"
        elif found := _AMOUNT.fullmatch(written):
            unit = found[2]
        lengths.append(read_seconds(Words(written, part.line, part.column)))
    return tuple(dict.fromkeys(reversed(lengths)))


def lengths_text(lengths: Iterable[int]) -> str:
    """Write lengths: `2, 5, 10 minutes`."""
    every = list(lengths)
    if len(every) > 1 and all(seconds % 60 == 0 for seconds in every):
        return f"{', '.join(str(seconds // 60) for seconds in every)} minutes"
    return ", ".join(seconds_text(seconds) for seconds in every)


def read_date(words: Words) -> date:
    """Read a day, the year first."""
    if found := re.fullmatch(_DATE, typed(words.text)):
        with suppress(ValueError):
            return date(int(found[1]), int(found[2]), int(found[3]))
    raise UnclearError(
        words, f"{_shown(words)} is not a day", "write the year first, as in 2026-11-01"
    )


def split(words: Words, *, only_bars: bool = False) -> list[Words]:
    """Split a list at its bars where it has one, else at its commas; empty parts are left out."""
    mark = "|" if only_bars or "|" in words.text else ","
    parts, start = [], 0
    for piece in words.text.split(mark):
        part = words.cut(start, start + len(piece))
        start += len(piece) + 1
        if part.text:
            parts.append(part)
    return parts


def check_length(words: Words, written: str) -> None:
    """Refuse a list that is too long; what counts is how it would be written again."""
    if len(written) > LONGEST_LIST:
        raise UnclearError(
            words,
            f"this has more than {LONGEST_LIST:,} characters",
            "take something out of it",
        )


def read_choice(words: Words) -> str:
    """Read one word or phrase of a list."""
    if len(words.text) <= LONGEST_CHOICE:
        return words.text
    raise UnclearError(
        words, f"this is longer than {LONGEST_CHOICE} characters", "say it in fewer words"
    )


def read_choices(words: Words) -> tuple[str, ...]:
    """Read a list of words or phrases; one that is there twice counts once."""
    kept: dict[str, str] = {}
    for part in split(words):
        if choice := read_choice(part.unquoted()):
            kept.setdefault(choice.casefold(), choice)
    check_length(words, choices_text(kept.values()))
    return tuple(kept.values())


def choices_text(choices: Iterable[str]) -> str:
    """Write a list with commas, or with bars where a comma is part of something in it."""
    every = list(choices)
    written = bars_text(every) if any("," in choice for choice in every) else ", ".join(every)
    quotes = typed(written)
    if quotes[:1] == quotes[-1:] == '"' and len(every) > 1:
        return f"{' | '.join(every)} |"  # or the whole would be taken for a quotation
    return written


def bars_text(parts: Iterable[str]) -> str:
    """Write a list with bars; one thing with a comma in it needs a bar of its own."""
    every = list(parts)
    return f"{every[0]} |" if len(every) == 1 and "," in every[0] else " | ".join(every)


def read_word(known: Iterable[str], unknown: str) -> Callable[[Words], str]:
    """Return a reader of one word out of a few, and what is said before a word that is none."""
    every = {loose(word): word for word in known}

    def read(words: Words) -> str:
        given = loose(words.text)
        if given in every:
            return every[given]
        meant = likely(given, list(every.values()))
        raise UnclearError(
            words,
            f"{unknown} {words.shown}",
            f"did you mean '{meant}'?" if meant else f"write one of: {', '.join(every.values())}",
        )

    return read


def flow(lines: Iterable[Words]) -> str:
    """Run lines together into paragraphs, but for those that begin with a bullet or a number."""
    parts: list[str] = []
    after_blank = False
    for line in lines:
        if not line.text:
            after_blank = True
            continue
        if parts:
            parts.append("\n\n" if after_blank else "\n" if re.match(_BULLET, line.text) else " ")
        parts.append(line.text)
        after_blank = False
    return "".join(parts)


def flow_lines(text: str) -> list[str]:
    """Return the lines that `flow` runs together into a text, an empty one between paragraphs."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [""] if lines else []
        for line in paragraph.split("\n"):
            lines += _wrapped(line)
    return lines


def _wrapped(line: str) -> list[str]:
    """Break a line that is too long to be read back, at single spaces."""
    wrapped, start = [], 0
    while len(line) - start > MOST_CHARACTERS:
        end = start + MOST_CHARACTERS
        while end > start and not _may_break(line, end):
            end -= 1
        if end == start:
            break
        wrapped.append(line[start:end])
        start = end + 1
    return [*wrapped, line[start:]]


def _may_break(line: str, at: int) -> bool:
    """Tell whether a line can be broken at a space and still be run together again."""
    before, space, after = line[at - 1], line[at], line[at + 1 : at + 5]
    return (
        space == " "
        and not before.isspace()
        and bool(after)
        and not after[0].isspace()
        and not re.match(_BULLET, after)
    )


def _shown(words: Words) -> str:
    return f"{words.shown}" if words.text else "nothing"


def _from_to(low: int, high: int) -> str:
    return f"write a whole number from {low} to {high}"
