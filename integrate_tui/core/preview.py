"""A piece laid out as it will be asked or run, to be looked over before it is used.

What comes out is lines with a role each, without a width: the screens and the command line break
and draw them in their own way. Whatever is asked, offered or held back is in it, in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from integrate_tui.core.answers import Scale
from integrate_tui.core.dates import clock_words, span_words
from integrate_tui.core.entry import is_private
from integrate_tui.core.exercise import has_open_length, lay_out
from integrate_tui.core.gates import TOPIC, most_sittings
from integrate_tui.core.laid import Laid, Role, Sheet
from integrate_tui.core.marks import hours_words
from integrate_tui.core.pieces import (
    AnyPiece,
    Band,
    CheckIn,
    Contact,
    Exercise,
    Feelings,
    Guide,
    Measure,
    Option,
    Part,
    Prompt,
    Question,
    Support,
    Values,
)
from integrate_tui.core.suggest import prompts_words, when_words
from integrate_tui.core.support import standing_of
from integrate_tui.core.text import counted
from integrate_tui.core.wording import (
    all_of,
    answer_words,
    condition_words,
    keep_words,
    quoted,
    rules_words,
    standing_words,
    support_words,
)
from integrate_tui.core.writing import answer_kind

_NUMBERED, _TIMED = 4, 26
"""How far the words of prompts, and of the steps of an exercise, stand from the margin."""
_DOT = " \u00b7 "
_PRIVATE = "For you alone: in no list, no search, no chart and no export."


def preview(
    piece: AnyPiece, today: date, exercises: Mapping[str, str] | None = None
) -> tuple[Laid, ...]:
    """Lay a piece out.

    Args:
        piece: What to lay out.
        today: The local day, to tell how old the details of a contact are.
        exercises: The title of each exercise by its id, for what pieces close with.
    """
    sheet = Sheet()
    sheet.add(piece.title, Role.TITLE)
    sheet.add(piece.about)
    sheet.add(_facts(piece), Role.MUTED)
    sheet.gap()
    sheet.add(piece.intro)
    sheet.gap()
    sheet.add(piece.caution, Role.CAUTION)
    sheet.gap()
    sheet.every(rules_words(piece.rules, exercises or {}))
    if isinstance(piece, Exercise):
        sheet.every(standing_words(piece))
    sheet.gap()
    _lay_body(piece, today, sheet)
    sheet.gap()
    sheet.add(f"Source: {piece.source}" if piece.source else "", Role.MUTED)
    if isinstance(piece, Measure):
        sheet.add(f"Licence: {piece.licence}" if piece.licence else "", Role.MUTED)
        sheet.add(piece.notice, Role.MUTED)
    while sheet.lines and not sheet.lines[-1].text:
        sheet.lines.pop()
    return tuple(sheet.lines)


def _facts(piece: AnyPiece) -> str:
    """Return what is known of a piece before it begins, on one line."""
    facts = []
    if isinstance(piece, Exercise):
        facts.append(_length_words(piece))
    elif piece.takes:
        facts.append(span_words(piece.takes))
    match piece:
        case Guide():
            facts.append(prompts_words(piece))
            if piece.mark is not None:
                facts.append(f"{hours_words(piece)} after")
        case Measure():
            facts.append(counted(len(piece.questions), "question"))
    facts.append(when_words(piece.when))
    if piece.meant_for:
        facts.append(f"for {all_of(piece.meant_for)}")
    if piece.language != "en":
        facts.append(f"language {piece.language}")
    if piece.tags:
        facts.append(f"tags: {', '.join(piece.tags)}")
    return _DOT.join(fact for fact in facts if fact)


def _length_words(exercise: Exercise) -> str:
    plan = lay_out(exercise)
    own = clock_words(plan.total)
    if not has_open_length(exercise):
        return own
    others = sorted({length for length in exercise.lengths if clock_words(length) != own})
    return f"{own}, also {all_of([clock_words(length) for length in others])}" if others else own


def _lay_body(piece: AnyPiece, today: date, sheet: Sheet) -> None:
    match piece:
        case Guide():
            _lay_guide(piece, sheet)
        case Exercise():
            _lay_exercise(piece, sheet)
        case Measure():
            _lay_measure(piece, sheet)
        case Feelings():
            _lay_feelings(piece, sheet)
        case Values():
            _lay_values(piece, sheet)
        case Support():
            _lay_support(piece, today, sheet)


def _lay_guide(guide: Guide, sheet: Sheet) -> None:
    if isinstance(guide, CheckIn):
        sheet.add("All of it is on one screen.", Role.MUTED)
    number = 0
    for section in guide.sections:
        sheet.gap()
        sheet.add(section.title, Role.HEADING)
        sheet.add(section.intro)
        for prompt in section.prompts:
            number += 1
            sheet.gap()
            sheet.lead(f"{number:>2}", prompt.text, _NUMBERED)
            sheet.add(prompt.guidance, indent=_NUMBERED)
            sheet.every(_about_prompt(guide, prompt), indent=_NUMBERED)


def _names_asked_by(guide: Guide) -> set[str]:
    """Return the names of the answers that later prompts go by."""
    conditions = [prompt.ask_if for prompt in guide.prompts if prompt.ask_if]
    return {one.name for condition in conditions for one in (condition, *condition.or_else)}


def _about_prompt(guide: Guide, prompt: Prompt) -> Iterable[str]:
    if prompt.ask_if is not None:
        yield condition_words(prompt.ask_if)
    yield answer_words(answer_kind(guide, prompt))
    if isinstance(guide, CheckIn) and prompt.name and isinstance(prompt.answer, Scale):
        yield f"Drawn over time as {quoted(prompt.name)}."
    elif prompt.name in _names_asked_by(guide):
        yield f"Later prompts call this {quoted(prompt.name)}."
    if prompt.name == TOPIC and most_sittings(guide):
        sittings = counted(most_sittings(guide), "sitting")
        yield f"What {sittings} in a row were about makes room for something else."
    if prompt.show:
        yield f"Beside it, where there is any: {prompt.show}."
    if prompt.support_if is not None:
        yield support_words(prompt.support_if)
    if is_private(prompt):
        yield _PRIVATE
    if prompt.write_for is not None:
        yield f"Written to for {span_words(prompt.write_for)}, with a quiet clock."
    if prompt.keep_as is not None:
        yield keep_words(prompt.keep_as)
    for angle in prompt.deeper:
        yield f"Or: {angle}"


def _lay_exercise(exercise: Exercise, sheet: Sheet) -> None:
    plan = lay_out(exercise)
    sheet.add("Distress before and after is asked, and may be left.", Role.MUTED)
    at = 0
    for section, times in zip(exercise.sections, plan.times, strict=True):
        if not times:
            continue
        sheet.gap()
        title = section.title or ("" if times == 1 else "Round")
        sheet.add(title if times == 1 else f"{title}, {times} times", Role.HEADING)
        sheet.add(section.intro)
        for step, start in zip(section.steps, plan.starts[at:], strict=False):
            length = "own pace" if step.seconds is None else _seconds(step.seconds)
            lead = f"{clock_words(start):>5}  {step.verb:<7}  {length:>8}"
            sheet.lead(lead, step.cue, _TIMED)
            sheet.add(step.guidance, indent=_TIMED)
            if step.answer is not None:
                words = answer_words(step.answer)
                sheet.add(f"To be typed, if you like. {words}", Role.MUTED, _TIMED)
        at += times * len(section.steps)
    sheet.gap()
    sheet.lead(f"{clock_words(plan.total):>5}", "the end", _TIMED, Role.MUTED)
    if any(beat.seconds is None for beat in plan.beats):
        sheet.add("A step at your own pace waits for a key, and takes no time here.", Role.MUTED)


def _seconds(seconds: float) -> str:
    return clock_words(seconds) if seconds >= 60 else f"{seconds:g} s"


def _lay_measure(measure: Measure, sheet: Sheet) -> None:
    sheet.add(measure.period and f"{measure.period}:")
    sheet.add(_options_words(measure.answers), Role.MUTED)
    for number, question in enumerate(measure.questions, 1):
        sheet.gap()
        sheet.lead(f"{number:>2}", question.text, _NUMBERED)
        sheet.add(question.guidance, indent=_NUMBERED)
        sheet.every(_about_question(question), indent=_NUMBERED)
    sheet.gap()
    sheet.add("What it comes to", Role.HEADING)
    times = f", {measure.multiply} times over" if measure.multiply != 1 else ""
    sheet.add(
        f"The {'mean' if measure.score == 'mean' else 'sum'} of the answers{times}.", Role.MUTED
    )
    sheet.every(map(_part_words, measure.parts))
    sheet.add(_DOT.join(map(_band_words, measure.bands)), Role.MUTED)
    if measure.repeat_days:
        sheet.add(f"It comes round every {counted(measure.repeat_days, 'day')}.", Role.MUTED)


def _about_question(question: Question) -> Iterable[str]:
    yield _options_words(question.answers)
    if question.reverse:
        yield "Counted the other way round."
    if question.unscored:
        yield "Asked, and not counted."
    if question.private:
        yield _PRIVATE
    if question.support_if is not None:
        yield support_words(question.support_if)


def _options_words(options: Sequence[Option]) -> str:
    return _DOT.join(f"{option.value} {option.label}".rstrip() for option in options)


def _part_words(part: Part) -> str:
    noun = "question" if len(part.questions) == 1 else "questions"
    return f"{part.name}: {noun} {all_of([str(number) for number in part.questions])}."


def _band_words(band: Band) -> str:
    span = f"{band.low:g}" if band.low == band.high else f"{band.low:g} to {band.high:g}"
    return f"{span} {band.word}"


def _lay_feelings(feelings: Feelings, sheet: Sheet) -> None:
    for family in feelings.families:
        sheet.gap()
        sheet.add(family.title, Role.HEADING)
        place = f"Energy {_signed(family.energy)}, pleasantness {_signed(family.pleasant)}."
        sheet.add(place, Role.MUTED)
        sheet.add(", ".join(family.words))


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "\u2212") if number else "0"


def _lay_values(values: Values, sheet: Sheet) -> None:
    for group in values.groups:
        sheet.gap()
        sheet.add(group.title, Role.HEADING)
        for each in group.words:
            sheet.add(f"{each.word}: {each.meaning}" if each.meaning else each.word)


def _lay_support(support: Support, today: date, sheet: Sheet) -> None:
    for country in support.countries:
        sheet.gap()
        sheet.add(country.title, Role.HEADING)
        if country.always:
            sheet.add("Shown whatever country is set.", Role.MUTED)
        sheet.add(country.intro)
        for contact in country.contacts:
            sheet.add(f"{contact.reach}   {contact.name}", Role.ASKED)
            sheet.add(_contact_words(contact, today), Role.MUTED)


def _contact_words(contact: Contact, today: date) -> str:
    facts: list[str] = [contact.hours, standing_of(contact, today), contact.note.rstrip(".")]
    if contact.checked is not None and not facts[1]:
        facts[1] = f"checked {contact.checked.isoformat()}"
    return _DOT.join(fact for fact in [*facts, contact.web] if fact)
