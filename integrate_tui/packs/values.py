"""The small values settings hold, each in both directions: words to value, and value to words.

A reader takes words and returns a value or raises `UnclearError` with what was expected and the
mend. The function beside it writes the value so that reading gives it back.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from integrate_tui.core.text import nearest, slug
from integrate_tui.packs.lines import MOST_CHARACTERS
from integrate_tui.packs.words import DASHES, UnclearError, Words, loose, typed

LONGEST_ID = 80
LONGEST_NAME = 40
LONGEST_CHOICE = 200
"""Characters in one choice, tag or other part of a list."""
MOST_SECONDS = 24 * 3600

_UNITS = {"h": 3600, "m": 60, "s": 1}
_AMOUNT = re.compile(
    r"(\d{1,6}(?:[.,]\d{1,6})?)\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![^\W\d_])\.?",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(r"^(?:about|around|roughly|ca\.?|~)\s*", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and\s+)?")
_OR = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")
_WHOLE = re.compile(rf"(?:\+|[{DASHES[1:]}-])?\d{{1,9}}")
_RANGE = re.compile(rf"(\d{{1,4}})(?:\s*(?:[{DASHES[1:]}-]|\.\.+|\u2026|\bto\b)\s*(\d{{1,4}}))?")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAME = re.compile(r"[a-z0-9-]+")
_BULLET = re.compile(r"(?:[-\u2013\u2014\u2022\u2023\u00b7\u25cf\u25e6\u25aa*]|\d{1,2}[.)])\s")
_BETWEEN = re.compile(r"(?<=\S) (?=\S)")


def identify(text: str) -> str:
    """Return the id that a title or an `id:` gives; empty where no letter or digit is in it."""
    return slug(text)[:LONGEST_ID].strip("-")


def read_text(words: Words) -> str:
    """Take words as they stand."""
    return words.text


def read_name(words: Words) -> str:
    """Read the name of an answer: small letters of the Latin alphabet, digits and dashes."""
    name = typed(words.text).strip("\"'").lower()
    if _NAME.fullmatch(name) and len(name) <= LONGEST_NAME:
        return name
    better = "".join(re.findall(_NAME, slug(name)))[:LONGEST_NAME]
    raise UnclearError(
        words,
        f"a name has only the letters a to z, digits and dashes, and at most {LONGEST_NAME} of them",
        f"write '{better}'" if better else "write a short word, such as 'story'",
    )


def read_whole(low: int, high: int) -> Callable[[Words], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(words: Words) -> int:
        if not _WHOLE.fullmatch(words.text):
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
        found = _RANGE.fullmatch(words.text)
        if found is None:
            raise UnclearError(
                words,
                f"{_shown(words)} is not a range of whole numbers",
                f"write it as '6-7'; {_from_to(low, high)}",
            )
        first, last = int(found[1]), int(found[2] or found[1])
        if not low <= first <= last <= high:
            raise UnclearError(
                words, f"{first}-{last} is no range here", f"{_from_to(low, high)}, the lower first"
            )
        return first, last

    return read


def range_text(low: int, high: int) -> str:
    """Write a range: `6-7`, or `6`."""
    return str(low) if low == high else f"{low}-{high}"


def read_seconds(words: Words) -> int:
    """Read a length of time, such as `10 minutes`, `1h 30m` or `5m18s`, as whole seconds."""
    text = _AND.sub(" ", _ROUGHLY.sub("", words.text))
    found = leading_seconds(text)
    if found is None or found[1] != len(text):
        unit = _BARE_NUMBER.fullmatch(words.text)
        raise UnclearError(
            words,
            f"{_shown(words)} is not a length of time",
            f"write the unit too: '{words.text} minutes' or '{words.text} seconds'"
            if unit
            else "write it as '10 minutes', '90 seconds' or '1 hour'",
        )
    seconds = round(found[0])
    if not 1 <= seconds <= MOST_SECONDS:
        raise UnclearError(words, f"{_shown(words)} is out of range", "at most 24 hours")
    return seconds


def seconds_text(seconds: int) -> str:
    """Write a length of time in its largest whole unit: `10 minutes`."""
    for unit, size in (("hour", 3600), ("minute", 60), ("second", 1)):
        if seconds % size == 0 and seconds >= size:
            count = seconds // size
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{seconds} seconds"


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
    commas = _OR.sub(lambda found: ",".ljust(len(found[0])), words.text)
    for part in reversed(split(Words(commas, words.line, words.column))):
        written = part.text
        if _BARE_NUMBER.fullmatch(written) and unit:
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
    if found := _DATE.fullmatch(typed(words.text)):
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


def read_choices(words: Words) -> tuple[str, ...]:
    """Read a list of words or phrases; one that is there twice counts once."""
    kept: dict[str, str] = {}
    for part in split(words):
        if len(part.text) > LONGEST_CHOICE:
            raise UnclearError(
                part, f"this is longer than {LONGEST_CHOICE} characters", "say it in fewer words"
            )
        kept.setdefault(part.text.casefold(), part.text)
    return tuple(kept.values())


def choices_text(choices: Iterable[str]) -> str:
    """Write a list with commas, or with bars where a comma is part of something in it."""
    every = list(choices)
    bar = any("," in choice for choice in every)
    text = (" | " if bar else ", ").join(every)
    if len(text) > MOST_CHARACTERS - 20:
        text = ("|" if bar else ",").join(every)
    return f"{text} |" if bar and len(every) == 1 else text


def read_word(known: Iterable[str], what: str) -> Callable[[Words], str]:
    """Return a reader of one word out of a few, `what` being what such a word is called."""
    every = list(known)

    def read(words: Words) -> str:
        given = loose(words.text)
        found = next((word for word in every if loose(word) == given), "")
        if found:
            return found
        meant = nearest(given, every)
        raise UnclearError(
            words,
            f"unknown {what} '{words.text}'" if given else f"no {what} is given",
            f"did you mean '{meant}'?" if meant else f"write one of: {', '.join(every)}",
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
            parts.append("\n\n" if after_blank else "\n" if _BULLET.match(line.text) else " ")
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
        breaks = [
            found.start()
            for found in _BETWEEN.finditer(line, start, start + MOST_CHARACTERS + 2)
            if found.start() - start <= MOST_CHARACTERS and not _BULLET.match(line, found.end())
        ]
        if not breaks:
            break
        wrapped.append(line[start : breaks[-1]])
        start = breaks[-1] + 1
    return [*wrapped, line[start:]]


def _shown(words: Words) -> str:
    return f"'{words.text}'" if words.text else "nothing"


def _from_to(low: int, high: int) -> str:
    return f"it goes from {low} to {high}"
