"""What a text pack asks for, in words: answers, conditions, rules, and what brings up support.

A setting is short so that it is quick to write. Who looks a piece over before using it is told the
same in sentences, here and nowhere else.
"""

from collections.abc import Iterable, Mapping, Sequence

from integrate_tui.core.answers import (
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
from integrate_tui.core.pieces import (
    Comparison,
    Condition,
    Exercise,
    KeepAs,
    Level,
    Rule,
    RuleName,
    SupportIf,
)
from integrate_tui.core.text import counted

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LINKED = {
    "value": "one of your values",
    "insight": "one of your insights",
    "belief": "one of your beliefs",
    "goal": "one of your goals",
    "intention": "one of your intentions",
    "experience": "one of your experiences",
}
_GRADES = {
    "A": "controlled trials",
    "B": "smaller studies",
    "C": "convention of practice",
    "D": "our own",
}
_LEVELS = {
    Level.GENTLE: "Gentle: it is offered first.",
    Level.STANDARD: "Standard: it is offered after the gentle ones.",
    Level.GATED: "Gated: it asks first about what it is better left with.",
}


def answer_words(answer: Answer) -> str:
    """Say what is asked for, as a sentence: `A number from 0 heavy to 10 light.`."""
    match answer:
        case Scale():
            return _scale_words(answer)
        case Choose(options=options):
            return f"One of: {_listed(options)}."
        case ChooseAny(options=options):
            return f"Any of: {_listed(options)}."
        case Check(items=items):
            return f"To tick: {_listed(items)}."
        case Lines(most=most):
            return f"Up to {_several(most, 'line')}."
        case Feelings(most=most):
            return f"Up to {_several(most, 'feelings word')}." if most else "Feelings words."
        case Line():
            return "One line."
        case Date():
            return "A day, as people say it."
        case Sketch():
            return "A pad for a sketch in characters."
        case Body():
            return "Places in the body."
        case Link(to=to):
            return f"{_LINKED.get(to, to).capitalize()}, or a line."
        case Text():
            return "As many lines as you like."


def condition_words(condition: Condition) -> str:
    """Say when a prompt is asked: `Asked only if “story” is “no”.`."""
    every = (condition, *condition.or_else)
    return f"Asked only if {', or '.join(f'{quoted(c.name)} {_compared(c)}' for c in every)}."


def support_words(wanted: SupportIf) -> str:
    """Say which answers bring up people and helplines at once."""
    if wanted.at_least is not None:
        return f"An answer of {wanted.at_least} or more brings up support at once."
    words = any_of([quoted(word) for word in wanted.words])
    return f"{words} brings up support at once."


def keep_words(keep_as: KeepAs) -> str:
    """Say what an answer becomes besides being part of the page."""
    if keep_as is KeepAs.TALK_LIST:
        return "Offered at the end for your talk list."
    article = "an" if keep_as[0] in "aeiou" else "a"
    return f"Offered at the end to be kept as {article} {keep_as}."


def rules_words(rules: Iterable[Rule], titles: Mapping[str, str]) -> tuple[str, ...]:
    """Say the rules of a piece, a sentence each; what it may close with is one of them.

    Args:
        rules: The rules, in their order.
        titles: The title of each exercise, by its id.
    """
    sentences = []
    closing = []
    for rule in rules:
        if rule.name is RuleName.CLOSES_WITH:
            closing.append(titles.get(rule.exercise, rule.exercise))
        else:
            sentences.append(_rule_words(rule))
    if closing:
        sentences.append(f"It closes with {any_of(closing)}.")
    return tuple(sentences)


def standing_words(exercise: Exercise) -> tuple[str, ...]:
    """Say how freely an exercise is offered, to whom not, and how well it is tried."""
    sentences = [_LEVELS[exercise.level]]
    if exercise.best_at:
        low, high = exercise.best_at
        span = f"{low} to {high}" if low != high else str(low)
        sentences.append(f"Best at distress {span}.")
    if exercise.at_most:
        sentences.append(f"Never more than {counted(exercise.at_most, 'round')}.")
    if exercise.avoid_with:
        sentences.append(f"Better left with: {', '.join(exercise.avoid_with)}.")
    if exercise.evidence:
        grade, modest = exercise.evidence[:1].upper(), exercise.evidence.endswith("-")
        words = [word for word in (_GRADES.get(grade, ""), "modest" if modest else "") if word]
        meaning = f": {', '.join(words)}" if words else ""
        sentences.append(f"Evidence {exercise.evidence}{meaning}.")
    return tuple(sentences)


def any_of(words: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return _joined(words, "or")


def all_of(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return _joined(words, "and")


def quoted(words: str) -> str:
    """Return words in the quotation marks that names stand in."""
    return f"\u201c{words}\u201d"


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _scale_words(scale: Scale) -> str:
    ends = " to ".join(f"{end} {scale.word(end)}".rstrip() for end in (scale.low, scale.high))
    between = [
        f"{number} {word}" for number, word in scale.words if scale.low < number < scale.high
    ]
    return f"A number from {ends}" + (f", by way of {', '.join(between)}" if between else "") + "."


def _listed(options: Iterable[str]) -> str:
    # Not with commas: an option may hold one.
    return " \u00b7 ".join(options)


def _several(most: int, noun: str) -> str:
    number = _SMALL[most] if most < len(_SMALL) else str(most)
    return counted(most, noun).replace(str(most), number, 1)


def _compared(condition: Condition) -> str:
    match condition.comparison:
        case Comparison.ANSWERED | Comparison.NOT_ANSWERED:
            return f"is {condition.comparison}"
        case Comparison.BELOW | Comparison.ABOVE:
            return f"is {condition.comparison} {condition.value}"
        case Comparison.IS_NOT:
            return f"is answered with anything but {quoted(condition.value)}"
    return f"is {quoted(condition.value)}"


def _rule_words(rule: Rule) -> str:
    number = rule.number or 0
    match rule.name:
        case RuleName.SHORT_ONLY:
            return "It takes short answers only."
        case RuleName.NOT_BEFORE_DAY:
            return f"It waits until day {number} after an experience."
        case RuleName.AT_MOST_SITTINGS:
            return f"It rests after {counted(number, 'sitting')} in a row."
        case RuleName.NOT_AT_DISTRESS:
            return f"At distress {number} or more it waits for a calmer hour."
        case RuleName.GROUNDING_FIRST:
            return f"At distress {number} or more, grounding comes first."
        case RuleName.SUPPORT_FIRST:
            return f"At distress {number} or more, support comes first."
        case RuleName.OPT_IN:
            return "It is off until you switch it on."
        case RuleName.COUNTRY_FIRST:
            return "It asks for your country first, so that the numbers to call are the right ones."
    return f"It closes with {rule.exercise}."
