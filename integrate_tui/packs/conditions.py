"""What hangs on an answer: whether a later prompt is asked, and whether support comes up."""

import re
from collections.abc import Mapping

from integrate_tui.core.answers import Answer, Check, Choose, ChooseAny, Scale
from integrate_tui.core.pieces import Comparison, Condition, Option, SupportIf
from integrate_tui.core.text import nearest
from integrate_tui.packs.values import choices_text, read_whole, split
from integrate_tui.packs.words import UnclearError, Words, loose, typed

_CONDITION = r"(?i)([\w-]+)\s+(is\s+not|is|below|above|answered)\b\s*(.*)"
_AND_ABOVE = r"(?i)(-?\d{1,9})\s*(?:(?:and|or)\s+(?:above|more|higher|up|over)|\+)"


def read_condition(words: Words, earlier: Mapping[str, Answer | None]) -> Condition:
    """Read `story is no`.

    Args:
        words: The condition.
        earlier: The named prompts above, with what they ask for or None where that is not clear.
    """
    found = re.fullmatch(_CONDITION, typed(words.text))
    if found is None:
        raise UnclearError(
            words,
            f"'{words.text}' is no condition",
            "write it as 'story is no', 'story is not no', 'mood below 4', 'mood above 6' or "
            "'story answered'",
        )
    name, relation = found[1].lower(), " ".join(found[2].lower().split())
    if name not in earlier:
        meant = nearest(name, list(earlier))
        raise UnclearError(
            words.cut(0, found.end(1)),
            f"no prompt above has the name '{name}'",
            f"did you mean '{meant}'?" if meant else f"put 'name: {name}' under the one you mean",
        )
    value, answer, comparison = words.cut(found.start(3)), earlier[name], Comparison(relation)
    if answer is None:
        return Condition(name, comparison, value.text)
    match comparison:
        case Comparison.ANSWERED:
            return _answered(name, value)
        case Comparison.BELOW | Comparison.ABOVE:
            return Condition(name, comparison, _number_on(value, name, answer))
        case Comparison.IS | Comparison.IS_NOT:
            return _is(name, comparison, value, answer)


def condition_text(condition: Condition) -> str:
    """Write a condition."""
    return f"{condition.name} {condition.comparison} {condition.value}".strip()


def _answered(name: str, value: Words) -> Condition:
    if value.text:
        raise UnclearError(value, "'answered' needs nothing after it", "take this out")
    return Condition(name, Comparison.ANSWERED)


def _number_on(value: Words, name: str, answer: Answer) -> str:
    if not isinstance(answer, Scale):
        raise UnclearError(
            value, f"'{name}' is not answered with a number", "compare it with 'is' or 'answered'"
        )
    return str(read_whole(answer.low, answer.high)(value))


def _is(name: str, comparison: Comparison, value: Words, answer: Answer) -> Condition:
    if isinstance(answer, Scale):
        return Condition(name, comparison, _number_on(value, name, answer))
    options = _options_of(answer)
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
        raise UnclearError(
            value,
            f"'{value.text}' is none of the choices of '{name}'",
            f"write one of: {', '.join(options)}",
        )
    return Condition(name, comparison, plain)


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
            f"'{words.text}' is no number and above",
            f"write it as '{said[0] if said else numbers[1]} and above'",
        )
    known = {loose(label): label for label in reversed(labels)}
    meant: dict[str, None] = {}
    for part in split(words):
        if loose(part.text) not in known:
            raise UnclearError(
                part,
                f"'{part.text}' is none of the answers",
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
