"""Questionnaires: questions, what the answers count, and the words of screening."""

import re
from collections.abc import Iterable, Sequence

from integrate_tui.core.pieces import Band, Kind, Measure, Option, Part, Question
from integrate_tui.packs.blocks import Block, Item, numbered
from integrate_tui.packs.conditions import read_support_if, support_if_text
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import (
    bars_text,
    check_length,
    flow,
    range_text,
    read_whole,
    read_word,
    read_yes_no,
    split,
)
from integrate_tui.packs.words import UnclearError, Words, typed

MOST_MULTIPLY = 1_000
MOST_DAYS = 3_660

_OPTION = r"(-?\d{1,6}+)(?![.,]?\d)[\s=:]*(.*)"
_TOTAL = r"(\d{1,6}(?:\.\d{1,3})?+)"
_BAND = rf"{_TOTAL}(?:\s*(?:-|\bto\b|\.\.+|\u2026)\s*{_TOTAL})?[\s=:]+(.*)"
_RUN = r"\d{1,4}(?:\s*-\s*\d{1,4})?"
_PART = rf"(.*?\S)[\s:]+({_RUN}(?:\s*,\s*{_RUN})*)"
_EVERY = r"(?i)(?:every\s+)?(\d{1,4})?\s*(day|week|month)s?"
_SCORE = read_word(("sum", "mean"), "unknown way to score")
_DAYS = {"day": 1, "week": 7, "month": 30}


def read_measure(block: Block) -> Measure:
    """Read a questionnaire; one that does not say where it is from and may be used is refused."""
    notes = block.notes
    settings = Settings(block.settings, notes, FORMS[Kind.MEASURE].harmless)
    common = read_common(block, settings)
    answers = settings.read("answers", read_options, ())
    items = [item for section in block.sections for item in section.items]
    if "answers" not in settings:
        _check_answers(items, notes)
    questions = tuple(_read_question(item, answers, notes) for item in notes.within(items))
    measure = Measure(
        **common,
        period=settings.text("period"),
        answers=answers,
        score=settings.read("score", _SCORE, "sum"),
        multiply=settings.read("multiply", read_whole(1, MOST_MULTIPLY), 1),
        bands=settings.read("bands", read_bands, ()),
        parts=settings.read("parts", lambda words: read_parts(words, questions), ()),
        repeat_days=settings.read("repeat", _read_every, None),
        licence=settings.text("licence"),
        notice=settings.text("notice"),
        questions=questions,
    )
    _check(measure, block, settings)
    return measure


def _check(measure: Measure, block: Block, settings: Settings) -> None:
    notes = block.notes
    for name, given in (("source", measure.source), ("licence", measure.licence)):
        if not given:
            notes.wrong(
                block.title,
                f"a measure is not used without its {name}",
                f"write '{name}:' under the title, and where it is from"
                if name == "source"
                else "write 'licence:' under the title, and what allows it to be used",
            )
    if not measure.questions:
        notes.wrong(
            numbered(block) or block.title,
            "this measure has no questions",
            "begin each one with '? '",
        )
    elif all(question.unscored for question in measure.questions):
        notes.wrong(block.title, "no question of this measure counts", "leave one of them scored")
    for section in block.sections:
        if section.title.text or section.text:
            notes.odd(
                section.title,
                "a measure has no sections, so this is not shown",
                "take it out, or move its text up under the title",
            )
    highest = _highest(measure)
    if measure.bands and highest is not None and measure.bands[-1].high > highest:
        notes.odd(
            settings.where("bands"),
            f"the bands go beyond {highest:g}, the highest result there can be",
            "see whether a question or an answer is missing",
        )


def _highest(measure: Measure) -> float | None:
    """Return the highest result a measure can have, or None where no question counts."""
    scored = [question for question in measure.questions if not question.unscored]
    options = [question.answers or measure.answers for question in scored]
    if not options or not all(options):
        return None
    total = sum(max(option.value for option in some) for some in options) * measure.multiply
    return total if measure.score == "sum" else total / len(options)


def _check_answers(items: list[Item], notes: Notes) -> None:
    """Say which questions have no answers, where the measure gives none for all of them."""
    for item in items:
        if not any(setting.name == "answers" for setting in item.settings):
            notes.wrong(
                item.words,
                "this question has no answers",
                "write 'answers: 0 Not at all | 1 Several days' under it, or under the title",
            )


def _read_question(item: Item, answers: tuple[Option, ...], notes: Notes) -> Question:
    if not item.words.text:
        notes.wrong(item.words, "this question has no words", "write what is asked after the '?'")
    settings = Settings(item.settings, notes)
    own = settings.read("answers", read_options, ())
    options = own or answers
    return Question(
        text=item.words.text,
        guidance=flow(item.guidance),
        answers=own,
        reverse=settings.read("reverse", read_yes_no, default=False),
        unscored=settings.read("unscored", read_yes_no, default=False),
        private=settings.read("private", read_yes_no, default=False),
        support_if=settings.read("support if", lambda words: read_support_if(words, options), None)
        if options
        else None,
    )


def read_options(words: Words) -> tuple[Option, ...]:
    """Read `0 Not at all | 1 Several days`."""
    options: dict[int, Option] = {}
    for part in split(words):
        found = re.fullmatch(_OPTION, typed(part.text))
        if found is None:
            raise UnclearError(
                part,
                f"the answer {part.shown} does not begin with the number it counts",
                "write answers as '0 Not at all | 1 Several days'",
            )
        value = int(found[1])
        if value in options:
            raise UnclearError(part, f"two answers count {value}", "give each a number of its own")
        options[value] = Option(value, part.cut(found.start(2)).text)
    if len(options) < 2:
        raise UnclearError(
            words, "there is only one answer", "write answers as '0 Not at all | 1 Several days'"
        )
    check_length(words, _options_text(options.values()))
    return tuple(options.values())


def read_bands(words: Words) -> tuple[Band, ...]:
    """Read `0-4 minimal | 5-9 mild`, in rising order and without overlaps."""
    bands: list[Band] = []
    for part in split(words):
        found = re.fullmatch(_BAND, typed(part.text))
        word = part.cut(found.start(3)).text if found else ""
        if found is None or not word:
            raise UnclearError(
                part,
                f"{part.shown} is no range with a word",
                "write bands as '0-4 minimal | 5-9 mild'",
            )
        band = Band(float(found[1]), float(found[2] or found[1]), word)
        if band.low > band.high:
            raise UnclearError(part, "this band ends below its beginning", "the lower number first")
        if bands and band.low <= bands[-1].high:
            raise UnclearError(
                part,
                f"this band overlaps the one before, which ends at {bands[-1].high:g}",
                "let each band begin above the end of the one before",
            )
        bands.append(band)
    check_length(words, _bands_text(bands))
    return tuple(bands)


def read_parts(words: Words, questions: Sequence[Question]) -> tuple[Part, ...]:
    """Read `anxiety 1-2 | depression 3, 5-7`, for a measure with these questions."""
    parts: dict[str, Part] = {}
    for part in split(words, only_bars=True):
        found = re.fullmatch(_PART, typed(part.text))
        if found is None:
            raise UnclearError(
                part,
                f"{part.shown} is no name with the numbers of its questions",
                "write parts as 'anxiety 1-2 | depression 3-4'",
            )
        name = part.cut(0, found.end(1)).text
        if name.casefold() in parts:
            raise UnclearError(part, f"two parts are called '{name}'", "call one something else")
        numbers = _read_runs(part.cut(found.start(2)), len(questions))
        for number in numbers:
            if questions[number - 1].unscored:
                raise UnclearError(part, f"question {number} does not count", "leave it out here")
        parts[name.casefold()] = Part(name, numbers)
    check_length(words, _parts_text(parts.values()))
    return tuple(parts.values())


def _read_runs(words: Words, questions: int) -> tuple[int, ...]:
    numbers: set[int] = set()
    for run in split(words):
        first, _, last = typed(run.text).replace(" ", "").partition("-")
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= questions:
            raise UnclearError(
                run,
                f"there is no question {run.text} in this measure",
                f"questions are counted from 1, and there are {questions}",
            )
        numbers.update(range(low, high + 1))
    return tuple(sorted(numbers))


def _read_every(words: Words) -> int:
    found = re.fullmatch(_EVERY, words.text)
    days = int(found[1] or 1) * _DAYS[found[2].lower()] if found else 0
    if not 1 <= days <= MOST_DAYS:
        raise UnclearError(
            words, f"{words.shown} is no span of days", "write it as 'every 14 days'"
        )
    return days


def write_measure(measure: Measure, page: Page) -> None:
    """Write what a measure has besides the settings of every piece."""
    page.setting("period", measure.period)
    page.setting("answers", _options_text(measure.answers))
    if measure.score != "sum":
        page.setting("score", measure.score)
    if measure.multiply != 1:
        page.setting("multiply", str(measure.multiply))
    page.setting("bands", _bands_text(measure.bands))
    page.setting("parts", _parts_text(measure.parts))
    if measure.repeat_days is not None:
        page.setting("repeat", f"every {measure.repeat_days} days")
    page.setting("licence", measure.licence)
    page.setting("notice", measure.notice)
    page.intro(measure.intro)
    for question in measure.questions:
        page.item("?", question.text)
        page.under_text(question.guidance)
        page.under("answers", _options_text(question.answers))
        page.under("reverse", "yes" if question.reverse else "")
        page.under("unscored", "yes" if question.unscored else "")
        page.under("private", "yes" if question.private else "")
        if question.support_if:
            page.under("support if", support_if_text(question.support_if))


def _parts_text(parts: Iterable[Part]) -> str:
    return bars_text(f"{part.name} {_runs(part)}" for part in parts)


def _options_text(options: Iterable[Option]) -> str:
    return bars_text(f"{option.value} {option.label}".strip() for option in options)


def _bands_text(bands: Iterable[Band]) -> str:
    written = []
    for band in bands:
        # A word that begins like a number would be taken for the end of the range.
        alone = band.low == band.high and band.word[0].isalpha() and not band.word.startswith("to")
        span = f"{band.low:g}" if alone else f"{band.low:g}-{band.high:g}"
        written.append(f"{span} {band.word}")
    return bars_text(written)


def _runs(part: Part) -> str:
    """Write the numbers of questions, neighbours as a range: `1, 3, 5-7`."""
    runs: list[list[int]] = []
    for number in part.questions:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(range_text(run[0], run[-1]) for run in runs)
