"""What a program may read at the top of an exported file: its day, tags, experiences and counts.

YAML that is as plain as can be. Every word stands in double quotes with what YAML could take for
something else escaped, so that any reader gets the same letters back and a tag called `no`, `1e3`
or `2026-11-22` stays a word. Whatever there is not is an empty list, never a missing line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Thing
from integrate_tui.exchange.days import Day, Ties

# What may not stand as it is between double quotes, in YAML 1.1 or 1.2.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


def of_day(day: Day) -> str:
    """Return the front matter of a day."""
    things: list[Thing[Any]] = [*day.written, *day.insights, *day.lines, *day.ticks, *day.steps]
    lived = [*day.experiences, *_about(things, day.ties)]
    return _matter(day.day, _tags(things, day.ties), lived, things)


def of_experience(thing: Thing[Experience], ties: Ties) -> str:
    """Return the front matter of an experience."""
    return _matter(thing.moment.day, _tags([thing], ties), [thing.value.heading], [thing])


def of_all(things: Sequence[Thing[Any]], ties: Ties) -> str:
    """Return the front matter of things from many days."""
    return _matter(None, _tags(things, ties), _about(things, ties), things)


def quoted(words: str) -> str:
    """Return words as a YAML scalar that is read as just these words."""
    return f'"{_ESCAPED.sub(_escape, words)}"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04X}"


def _matter(
    day: date | None, tags: Iterable[str], experiences: Iterable[str], things: Sequence[Thing[Any]]
) -> str:
    counts = Counter(str(thing.kind) for thing in things)
    lines = ["---"]
    if day:
        lines.append(f"date: {quoted(day.isoformat())}")
    lines += [
        *_listed("tags", tags),
        *_listed("experiences", experiences),
        *_listed("kinds", counts),
        *_counted("counts", counts),
        "---",
    ]
    return "".join(f"{line}\n" for line in lines) + "\n"


def _listed(name: str, words: Iterable[str]) -> list[str]:
    """Return a list of words, each once, in the order in which they are met."""
    items = [f"  - {quoted(word)}" for word in dict.fromkeys(words)]
    return [f"{name}:", *items] if items else [f"{name}: []"]


def _counted(name: str, counts: Mapping[str, int]) -> list[str]:
    items = [f"  {quoted(word)}: {count}" for word, count in counts.items()]
    return [f"{name}:", *items] if items else [f"{name}: {{}}"]


def _tags(things: Iterable[Thing[Any]], ties: Ties) -> list[str]:
    return sorted({tag for thing in things for tag in ties.tags.get(thing.n, ())})


def _about(things: Iterable[Thing[Any]], ties: Ties) -> list[str]:
    return [name for thing in things for name in ties.about.get(thing.n, ())]
