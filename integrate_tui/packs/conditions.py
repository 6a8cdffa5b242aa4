"""What hangs on an answer: whether a later prompt is asked, and whether support comes up."""

import re
from collections.abc import Mapping
from dataclasses import replace

from integrate_tui.core.answers import Answer, Check, Choose, ChooseAny, Scale
from integrate_tui.core.pieces import Comparison, Condition, Option, SupportIf
from integrate_tui.packs.values import check_length, choices_text, read_whole, split
from integrate_tui.packs.words import UnclearError, Words, likely, loose, typed

MOST_ALTERNATIVES = 8
"""How many comparisons may stand in one `ask if:`."""

_RELATION = r"is\s+not|is|below|above|answered|not\s+answered"
_CONDITION = rf"(?i)([\w-]+)\s+({_RELATION})\b\s*(.*)"
_COMPARED = rf"(?i)(?:{_RELATION})\b"
# A choice may have an 'or' in it: what follows has to be a comparison again.
_OR = rf"(?i)\s+or\s+(?=[\w-]+\s+(?:{_RELATION})\b)"
_AND = rf"(?i)\s+and\s+(?=[\w-]+\s+(?:{_RELATION})\b)"
_AND_ABOVE = r"(?i)(-?\d{1,9})\s*(?:(?:and|or)\s+(?:above|more|higher|up|over)|\+)"


def read_condition(words: Words, earlier: Mapping[str, Answer | None]) -> Condition:
    """Read `story is no`, or several such with `or` between them.

    Args:
        words: The condition.
        earlier: The named prompts above, with what they ask for or None where that is not clear.
    """
    check_length(words, words.text)
    parts, start = [], 0
    for found in re.finditer(_OR, words.text):
        parts.append(words.cut(start, found.start()))
        start = found.end()
    if len(parts) >= MOST_ALTERNATIVES:
        raise UnclearError(
            words,
            f"there are more than {MOST_ALTERNATIVES} comparisons here",
            "ask something above that fewer of them tell",
        )
    first, *others = [_read_one(part, earlier) for part in (*parts, words.cut(start))]
    return replace(first, or_else=tuple(dict.fromkeys(others))) if others else first


def _read_one(words: Words, earlier: Mapping[str, Answer | None]) -> Condition:
    """Read one comparison."""
    if re.search(_AND, words.text):
        raise UnclearError(
            words,
            "only 'or' can stand between two comparisons",
            "ask one of them, and the other in a prompt of its own above",
        )
    found = re.fullmatch(_CONDITION, typed(words.text))
    if found is None:
        raise UnclearError(
            words,
            f"{words.shown} is no condition",
            "write it as 'story is no', 'story is not no', 'mood below 4', 'mood above 6', "
            "'story answered' or 'story not answered'",
        )
    name, relation = found[1].lower(), " ".join(found[2].lower().split())
    if name not in earlier:
        meant = likely(name, list(earlier))
        raise UnclearError(
            words.cut(0, found.end(1)),
            f"no prompt above has the name '{name}'",
            f"did you mean '{meant}'?" if meant else f"put 'name: {name}' under the one you mean",
        )
    value, answer, comparison = words.cut(found.start(3)), earlier[name], Comparison(relation)
    if answer is None:
        return Condition(name, comparison, value.text)
    match comparison:
        case Comparison.ANSWERED | Comparison.NOT_ANSWERED:
            return _answered(name, comparison, value)
        case Comparison.BELOW | Comparison.ABOVE:
            return Condition(name, comparison, _number_on(value, name, answer))
        case Comparison.IS | Comparison.IS_NOT:
            return _is(name, comparison, value, answer)


def condition_text(condition: Condition) -> str:
    """Write a condition."""
    every = (condition, *condition.or_else)
    return " or ".join(f"{one.name} {one.comparison} {one.value}".strip() for one in every)


def _answered(name: str, comparison: Comparison, value: Words) -> Condition:
    if value.text:
        raise UnclearError(value, "'answered' needs nothing after it", "take this out")
    return Condition(name, comparison)


def _number_on(value: Words, name: str, answer: Answer) -> str:
    if not isinstance(answer, Scale):
        raise UnclearError(
            value, f"'{name}' is not answered with a number", "compare it with 'is' or 'answered'"
        )
    return str(read_whole(answer.low, answer.high)(value))


def _is(name: str, comparison: Comparison, value: Words, answer: Answer) -> Condition:
    options = _options_of(answer)
    if loose(value.text) == "answered" and value.text not in (options or ()):
        is_it = comparison is Comparison.IS
        return Condition(name, Comparison.ANSWERED if is_it else Comparison.NOT_ANSWERED)
    if isinstance(answer, Scale):
        return Condition(name, comparison, _number_on(value, name, answer))
    if options is None:
        raise UnclearError(
            value,
            f"'{name}' has no choices to compare with",
            f"write '{name} answered', or give the prompt its choices with 'choose:'",
        )
    plain = next((option for option in options if loose(option) == loose(value.text)), "")
    # In `story is not sure` the last two words may be one of the choices.
    whole = next((option for option in options if loose(option) == loose(f"not {value.text}")), "")
    if comparison is Comparison.IS_NOT and whole:
        if plain:
            raise UnclearError(
                value,
                f"both '{plain}' and '{whole}' can be chosen, so this can be read in two ways",
                "use other words for one of the choices",
            )
        return Condition(name, Comparison.IS, whole)
    if not plain:
        several = re.split(r"(?i)\s+or\s+", f"{comparison} {value.text}")
        raise UnclearError(
            value,
            f"{value.shown} is none of the choices of '{name}'",
            f"name it each time: '{_named_each_time(name, comparison, several)}'"
            if len(several) > 1
            else f"write one of: {', '.join(options)}",
        )
    return Condition(name, comparison, plain)


def _named_each_time(name: str, comparison: Comparison, several: list[str]) -> str:
    """Return `story is no or story is yes` for what was meant by `story is no or yes`."""
    whole = (one if re.match(_COMPARED, one) else f"{comparison} {one}" for one in several)
    return " or ".join(f"{name} {one}" for one in whole)


def _options_of(answer: Answer) -> tuple[str, ...] | None:
    match answer:
        case Choose(options) | ChooseAny(options) | Check(options):
            return options
        case _:
            return None


def read_support_if(words: Words, answer: Answer | tuple[Option, ...]) -> SupportIf:
    """Read which answers bring up support at once, and make sure that they can be given.

    Args:
        words: `a little, yes`, or `9 and above`.
        answer: What is asked for: an answer, or the options of a measure.
    """
    numbers = _numbers_of(answer)
    labels = _labels_of(answer)
    if numbers is not None and (found := re.fullmatch(_AND_ABOVE, typed(words.text))):
        number = read_whole(*numbers)(words.cut(0, found.end(1)))
        return SupportIf(at_least=number)
    if labels is None:
        if numbers is None:
            raise UnclearError(
                words,
                "support can only be brought up by a choice or by a number",
                "ask with 'choose:' or 'scale:'",
            )
        said = re.match(r"\d{1,9}", words.text)
        raise UnclearError(
            words,
            f"{words.shown} is no number and above",
            f"write it as '{said[0] if said else numbers[1]} and above'",
        )
    known = {loose(label): label for label in reversed(labels)}
    meant: dict[str, None] = {}
    for part in split(words):
        if loose(part.text) not in known:
            raise UnclearError(
                part,
                f"{part.shown} is none of the answers",
                f"write one of: {_named(labels)}"
                + ("" if numbers is None else f"; or a number, as in '{numbers[1]} and above'"),
            )
        meant[known[loose(part.text)]] = None
    if not meant:
        raise UnclearError(words, "no answer is named", f"write one of: {_named(labels)}")
    return SupportIf(words=tuple(meant))


def _named(labels: tuple[str, ...]) -> str:
    return ", ".join(label for label in labels if label)


def support_if_text(support_if: SupportIf) -> str:
    """Write which answers bring up support."""
    if support_if.at_least is not None:
        return f"{support_if.at_least} and above"
    return choices_text(support_if.words)


def _numbers_of(answer: Answer | tuple[Option, ...]) -> tuple[int, int] | None:
    if isinstance(answer, tuple):
        values = [option.value for option in answer]
        return (min(values), max(values)) if values else None
    return (answer.low, answer.high) if isinstance(answer, Scale) else None


def _labels_of(answer: Answer | tuple[Option, ...]) -> tuple[str, ...] | None:
    if isinstance(answer, tuple):
        return tuple(option.label for option in answer)
    return _options_of(answer)
