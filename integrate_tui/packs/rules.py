"""When a piece is offered and by which rules it is used: fixed phrases, in both directions."""

import re

from integrate_tui.core.pieces import Days, Mark, Rule, RuleName, Span, When
from integrate_tui.packs.values import identify, range_text, read_range, split
from integrate_tui.packs.words import UnclearError, Words, likely, loose

LAST_DAY = 9_999
"""The last day after an experience that a piece can speak of, some 27 years."""
WORST_DISTRESS = 10
MOST_SITTINGS = 99

_DAYS = r"(?i)days?\s+(\d.*)"
_LATER = (
    r"(?:from )?days? (\d{1,4}) ?(?:and later|or later|and on|onwards?|and after|\+)"
    r"|from day (\d{1,4})(?: on)?"
)

_PHRASES = {
    RuleName.SHORT_ONLY: "short answers only",
    RuleName.NOT_BEFORE_DAY: "not before day 4",
    RuleName.AT_MOST_SITTINGS: "at most 4 sittings in a row",
    RuleName.NOT_AT_DISTRESS: "not at distress 7 or more",
    RuleName.GROUNDING_FIRST: "grounding first at 7",
    RuleName.SUPPORT_FIRST: "support first at 9",
    RuleName.OPT_IN: "opt in",
    RuleName.COUNTRY_FIRST: "country first",
}
MEASURES_ONLY = frozenset({RuleName.OPT_IN, RuleName.COUNTRY_FIRST})
"""The rules that only a measure is used by."""
_CLOSES_WITH = r"(?i)closes\s+with\b\s*:?"
_BETWEEN = r"\s*[,;|\u00b7]\s*"
_OR_MORE = r"(?<=\d)(?: ?\+| (?:and|or) (?:above|more|higher|up))"
_NUMBER = r"\d{1,9}"
_MOST = {RuleName.NOT_BEFORE_DAY: LAST_DAY, RuleName.AT_MOST_SITTINGS: MOST_SITTINGS}
_MARK = r"(?P<first>\d{1,4})(?: ?(?:-|to) ?(?P<last>\d{1,4}))? ?(?P<unit>hours?|days?)(?: after)?"
_DAY = 24
_HOURS_SAID = 48
"""Hours up to which a time is said in hours, and not in days."""


def when_text(when: When) -> str:
    """Write one time at which a piece is offered."""
    if isinstance(when, Span):
        return when.value
    if when.last is None:
        return f"days {when.first} and later"
    noun = "day" if when.first == when.last else "days"
    return f"{noun} {range_text(when.first, when.last)}"


def read_when(words: Words) -> When:
    """Read one time at which a piece is offered: `morning`, `days 0-3`, `days 30 and later`."""
    given = loose(words.text)
    for span in Span:
        if given == span.value:
            return span
    if found := re.fullmatch(_LATER, given):
        return Days(int(found[1] or found[2]), None)
    if found := re.fullmatch(_DAYS, words.text):
        return Days(*read_range(0, LAST_DAY)(words.cut(found.start(1))))
    meant = likely(given, [span.value for span in Span])
    raise UnclearError(
        words,
        f"{words.shown} is no time this can be offered at",
        f"did you mean '{meant}'?"
        if meant
        else f"write one of: {', '.join(Span)}, days 0-3, day 4, days 30 and later; "
        "to keep the line as text, put \\ before it",
    )


def split_rules(words: Words) -> list[Words]:
    """Return the rules in a line: one, or one for each exercise that a piece may close with."""
    closing = re.match(_CLOSES_WITH, words.text)
    exercises = split(words.cut(closing.end())) if closing else []
    if exercises:
        return [part._replace(text=f"closes with {part.text}") for part in exercises]
    return [words] if words.text else []


def read_rule(words: Words) -> Rule:
    """Read a rule of use."""
    if closing := re.match(_CLOSES_WITH, words.text):
        exercise = identify(words.cut(closing.end()).text)
        if exercise:
            return Rule(RuleName.CLOSES_WITH, exercise=exercise)
        raise UnclearError(words, "no exercise is named", "write it as 'closes with: look around'")
    given = loose(words.text)
    shape = re.sub(_NUMBER, "0", re.sub(_OR_MORE, " or more", given))
    shape = shape.replace("sitting in", "sittings in")
    for name, phrase in _PHRASES.items():
        if shape == re.sub(_NUMBER, "0", phrase):
            return Rule(name, _number(name, words))
    if len(re.split(_BETWEEN, words.text)) > 1:
        raise UnclearError(
            words, "there is more than one rule in this line", "write one rule a line"
        )
    examples = [*_PHRASES.values(), "closes with: look around"]
    meant = likely(given, examples)
    raise UnclearError(
        words,
        f"unknown rule {words.shown}",
        f"did you mean '{meant}'?"
        if meant
        else f"write one rule a line, such as: {'; '.join(examples)}",
    )


def rule_text(rule: Rule) -> str:
    """Write a rule of use."""
    if rule.name is RuleName.CLOSES_WITH:
        return f"closes with: {rule.exercise}"
    return re.sub(_NUMBER, str(rule.number), _PHRASES[rule.name])


def _number(name: RuleName, words: Words) -> int | None:
    found = re.search(_NUMBER, words.text)
    if found is None:
        return None
    number, most = int(found[0]), _MOST.get(name, WORST_DISTRESS)
    if number > most:
        raise UnclearError(
            words.cut(*found.span()),
            f"{number} is out of range",
            f"write a number from 0 to {most}",
        )
    return number


def mark_text(mark: Mark) -> str:
    """Write where after an experience a guide belongs: `2-6 hours`, `7 days`."""
    are_days = mark.first > _HOURS_SAID and not mark.first % _DAY and not mark.last % _DAY
    first, last = (mark.first // _DAY, mark.last // _DAY) if are_days else (mark.first, mark.last)
    unit = "day" if are_days else "hour"
    return f"{range_text(first, last)} {unit}{'' if first == last == 1 else 's'}"


def read_mark(words: Words) -> Mark:
    """Read where after an experience a guide belongs: `2-6 hours`, `24 hours`, `7 days`."""
    found = re.fullmatch(_MARK, loose(words.text))
    if found is None:
        raise UnclearError(
            words, f"{words.shown} is no time after an experience", "write 2-6 hours, or 7 days"
        )
    times = _DAY if found["unit"].startswith("day") else 1
    first = int(found["first"]) * times
    last = int(found["last"] or found["first"]) * times
    if not 1 <= first <= last:
        raise UnclearError(
            words, f"{words.shown} does not go from less to more", "write 2-6 hours, or 7 days"
        )
    return Mark(first, last)
