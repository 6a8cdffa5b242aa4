"""Random packs and random pieces, for what has to hold whatever is written.

Pieces are drawn from what a reader can give: words without space at their ends, lists without
repetition, names that are names.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from integrate_tui.core.answers import (
    LINKABLE,
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
    BREATH_VERBS,
    HEALTH_WORDS,
    AnyPiece,
    Band,
    CheckIn,
    Comparison,
    Condition,
    Contact,
    Country,
    Days,
    Exercise,
    Family,
    Guide,
    KeepAs,
    Level,
    Measure,
    Option,
    Part,
    Prompt,
    Question,
    Round,
    Rule,
    RuleName,
    Section,
    Span,
    Step,
    Support,
    SupportIf,
    ValueGroup,
    Values,
    ValueWord,
    Verb,
)
from integrate_tui.core.pieces import Feelings as Vocabulary
from integrate_tui.packs.values import flow, identify
from integrate_tui.packs.words import EDGES, Words, loose
from tests.packs.samples import EVERY, LINES

# Letters and what the grammar gives a meaning to, often enough to meet each other.
_ALPHABET = st.one_of(
    st.sampled_from(" abcdeA1290:.,|-#?\\/*=_\u2013\u2014\u2026\u201c\u201d'\"\u2022()"),
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], max_codepoint=0x1FFFF),
)
_REMOVED = "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _clean(text: str) -> str:
    return "".join(char for char in text if char not in _REMOVED).strip(EDGES)


def line(least: int = 1) -> SearchStrategy[str]:
    """Words on one line, as a reader gives them."""
    texts = st.text(_ALPHABET, min_size=least, max_size=30).map(_clean)
    return texts.filter(lambda text: len(text) >= least)


OPTIONAL = st.just("") | line()
FLOWING = st.lists(OPTIONAL, max_size=4).map(
    lambda lines: flow(Words(text, 1, 1) for text in lines)
)


def _unquoted(text: str) -> str:
    return Words(text, 1, 1).unquoted().text


CHOICE = (
    line().map(lambda text: text.replace("|", "/")).filter(lambda text: _unquoted(text) == text)
)


def choices(least: int = 0, most: int = 4) -> SearchStrategy[tuple[str, ...]]:
    """A list of words or phrases, no two of which could be taken for each other."""
    many = st.lists(CHOICE, min_size=least, max_size=most, unique_by=(str.casefold, loose))
    return many.map(tuple).filter(lambda words: all(map(loose, words)))


NAME = st.text("abc123-", min_size=1, max_size=8)
ID = line().map(identify).filter(bool)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A scale with words at some of its points."""
    low = draw(st.integers(-20, 20))
    high = draw(st.integers(low + 1, low + 30))
    words = draw(st.dictionaries(st.integers(low, high), _SCALE_WORD, max_size=3))
    return Scale(low, high, tuple(sorted(words.items())))


_SCALE_WORD = line().filter(
    lambda text: ".." not in text and "\u2026" not in text and text[0] not in ":=.,0123456789"
)

ANSWERS: SearchStrategy[Answer] = st.one_of(
    st.sampled_from([Text(), Line(), Date(), Sketch(), Body(), Feelings()]),
    scales(),
    choices(2).map(Choose),
    choices(1).map(ChooseAny).filter(lambda answer: loose(", ".join(answer.options)) != "feelings"),
    choices(1).map(Check),
    st.integers(1, 20).map(Lines),
    st.integers(1, 20).map(Feelings),
    st.sampled_from(LINKABLE).map(Link),
)

WHEN = st.sampled_from(Span) | st.builds(
    lambda first, more: Days(first, None if more is None else first + more),
    st.integers(0, 400),
    st.none() | st.integers(0, 90),
)
RULES = st.one_of(
    st.just(Rule(RuleName.SHORT_ONLY)),
    st.builds(
        Rule,
        st.sampled_from(
            [
                RuleName.NOT_BEFORE_DAY,
                RuleName.AT_MOST_SITTINGS,
                RuleName.NOT_AT_DISTRESS,
                RuleName.GROUNDING_FIRST,
                RuleName.SUPPORT_FIRST,
            ]
        ),
        st.integers(0, 10),
    ),
    ID.map(lambda exercise: Rule(RuleName.CLOSES_WITH, exercise=exercise)),
)

COMMON = {
    "title": line(),
    "id": ID,
    "about": OPTIONAL,
    "intro": FLOWING,
    "takes": st.none() | st.integers(1, 24 * 3600),
    "when": st.lists(WHEN, max_size=3, unique=True).map(tuple),
    "meant_for": st.lists(CHOICE.map(str.lower), max_size=3, unique=True).map(tuple),
    "tags": st.lists(CHOICE, max_size=3, unique=True).map(tuple),
    "source": OPTIONAL,
    "caution": OPTIONAL,
    "language": st.sampled_from(["en", "de", "pt-BR"]),
    "rules": st.lists(RULES, max_size=3, unique=True).map(tuple),
}


FOR_MEASURES = st.sampled_from([Rule(RuleName.OPT_IN), Rule(RuleName.COUNTRY_FIRST)])


def _common(draw: st.DrawFn) -> dict[str, Any]:
    return {name: draw(values) for name, values in COMMON.items()}


def _support_if(draw: st.DrawFn, answer: Answer) -> SupportIf | None:
    match answer:
        case Scale(low, high):
            return SupportIf(at_least=draw(st.integers(low, high)))
        case Choose(options) | ChooseAny(options) | Check(options):
            few = st.lists(st.sampled_from(options), min_size=1, unique=True)
            return SupportIf(words=tuple(draw(few)))
        case _:
            return None


def _condition(draw: st.DrawFn, name: str, answer: Answer) -> Condition:
    compared = [Condition(name, Comparison.ANSWERED), Condition(name, Comparison.NOT_ANSWERED)]
    match answer:
        case Scale(low, high):
            number = str(draw(st.integers(low, high)))
            compared += [Condition(name, how, number) for how in list(Comparison)[:4]]
        case Choose(options) | ChooseAny(options) | Check(options):
            option = draw(st.sampled_from(options))
            compared += [Condition(name, how, option) for how in list(Comparison)[:2]]
    return draw(st.sampled_from(compared))


@st.composite
def prompts(draw: st.DrawFn) -> tuple[Prompt, ...]:
    """Several prompts, the later of which may depend on the earlier."""
    made: list[Prompt] = []
    for text in draw(st.lists(line(), min_size=1, max_size=4)):
        answer = draw(ANSWERS)
        named = [prompt for prompt in made if prompt.name]
        name = draw(st.just("") | NAME.filter(lambda name: name not in {p.name for p in made}))
        earlier = draw(st.lists(st.sampled_from(named), max_size=3) if named else st.just([]))
        conditions = list(dict.fromkeys(_condition(draw, p.name, p.answer) for p in earlier))
        ask_if = replace(conditions[0], or_else=tuple(conditions[1:])) if conditions else None
        made.append(
            Prompt(
                text=text,
                guidance=draw(FLOWING),
                answer=answer,
                name=name,
                keep_as=draw(st.none() | st.sampled_from(KeepAs)),
                ask_if=ask_if,
                support_if=_support_if(draw, answer) if draw(st.booleans()) else None,
                deeper=tuple(draw(st.lists(line(), max_size=2))),
                show=draw(OPTIONAL).lower(),
                write_for=draw(st.none() | st.integers(1, 24 * 3600)),
                private=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """A guide or a check-in."""
    every = draw(prompts())
    cut = draw(st.integers(0, len(every)))
    parts = [
        Section(title=draw(OPTIONAL), intro=draw(FLOWING), prompts=part)
        for part in (every[:cut], every[cut:])
    ]
    kept = tuple(part for part in parts if part.prompts or part.intro)
    of = draw(st.sampled_from([Guide, CheckIn]))
    return of(**_common(draw), sections=kept)


STEPS = st.builds(
    Step,
    verb=st.sampled_from([verb for verb in Verb if verb not in BREATH_VERBS]),
    seconds=st.none() | st.integers(5, 36_000).map(lambda tenths: tenths / 10),
    cue=OPTIONAL.filter(lambda text: not text.startswith(".")),
    guidance=FLOWING,
    answer=st.none() | ANSWERS,
)


_HEALTH = st.lists(st.sampled_from(HEALTH_WORDS), unique=True).map(tuple)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """An exercise."""
    rounds = st.builds(
        Round,
        title=OPTIONAL,
        intro=FLOWING,
        repeat=st.none() | st.integers(1, 1000),
        steps=st.lists(STEPS, min_size=1, max_size=3).map(tuple),
        avoid_with=_HEALTH,
    )
    common = _common(draw)
    common["takes"] = draw(st.integers(1, 24 * 3600))
    return Exercise(
        **common,
        level=draw(st.sampled_from(Level)),
        lengths=tuple(draw(st.lists(st.integers(1, 3600), max_size=3, unique=True))),
        at_most=draw(st.none() | st.integers(1, 100)),
        avoid_with=draw(_HEALTH),
        best_at=draw(st.sampled_from([None, (0, 0), (3, 7), (10, 10)])),
        evidence=draw(st.sampled_from(["", "A-", "B", "C+"])),
        sections=tuple(draw(st.lists(rounds, min_size=1, max_size=3))),
    )


@st.composite
def options(draw: st.DrawFn, least: int = 2) -> tuple[Option, ...]:
    """The answers of a measure."""
    label = OPTIONAL.map(lambda text: text.replace("|", "/").lstrip("=: .,0123456789").strip(EDGES))
    values = draw(st.lists(st.integers(-5, 20), min_size=least, max_size=4, unique=True))
    return tuple(Option(value, draw(label)) for value in values)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """A questionnaire."""
    answers = draw(options())
    questions = []
    for place, text in enumerate(draw(st.lists(line(), min_size=1, max_size=4))):
        own = draw(st.just(()) | options())
        values = [option.value for option in own or answers]
        number = st.integers(min(values), max(values))
        questions.append(
            Question(
                text=text,
                guidance=draw(FLOWING),
                answers=own,
                reverse=draw(st.booleans()),
                support_if=draw(st.none() | number.map(lambda least: SupportIf(at_least=least))),
                unscored=bool(place) and draw(st.booleans()),
                private=draw(st.booleans()),
            )
        )
    ends = sorted(draw(st.lists(st.integers(0, 100), min_size=2, max_size=6, unique=True)))
    word = line().map(lambda text: text.replace("|", "/").lstrip("=: ").strip(EDGES)).filter(bool)
    bands = tuple(
        Band(float(low), float(high), draw(word))
        for low, high in zip(ends[::2], ends[1::2], strict=False)
    )
    scored = [i for i, question in enumerate(questions, start=1) if not question.unscored]
    numbers = st.lists(st.sampled_from(scored), min_size=1, unique=True)
    names = draw(st.lists(NAME, max_size=2, unique_by=str.casefold))
    common = _common(draw)
    common["source"] = draw(line())
    common["rules"] += tuple(draw(st.lists(FOR_MEASURES, unique=True)))
    return Measure(
        **common,
        period=draw(OPTIONAL),
        answers=answers,
        score=draw(st.sampled_from(["sum", "mean"])),
        multiply=draw(st.integers(1, 9)),
        bands=bands,
        parts=tuple(Part(f"p{name}", tuple(sorted(draw(numbers)))) for name in names),
        repeat_days=draw(st.none() | st.integers(1, 365)),
        licence=draw(line()),
        notice=draw(OPTIONAL),
        questions=tuple(questions),
    )


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """A vocabulary of feelings."""
    place = st.integers(-2, 2)
    word = CHOICE.map(lambda text: text.replace(";", ":")).filter(lambda text: len(text) <= 40)
    families = st.builds(
        Family,
        title=OPTIONAL,
        energy=place,
        pleasant=place,
        words=st.lists(word, min_size=1, max_size=6, unique_by=str.casefold).map(tuple),
    )
    common = _common(draw)
    return Vocabulary(**common, families=tuple(draw(st.lists(families, min_size=1, max_size=3))))


@st.composite
def value_lists(draw: st.DrawFn) -> Values:
    """A list of values."""
    word = CHOICE.map(lambda text: text.replace(";", ",").replace(":", ",").strip(EDGES))
    kept = word.filter(lambda text: bool(text) and len(text) <= 40 and _unquoted(text) == text)
    each = st.builds(ValueWord, kept, OPTIONAL)
    groups = st.builds(
        ValueGroup,
        title=OPTIONAL,
        words=st.lists(each, min_size=1, max_size=6, unique_by=lambda one: one.word.casefold()).map(
            tuple
        ),
    )
    common = _common(draw)
    return Values(**common, groups=tuple(draw(st.lists(groups, min_size=1, max_size=3))))


@st.composite
def contact_lists(draw: st.DrawFn) -> Support:
    """Helplines."""
    contacts = st.builds(
        Contact,
        name=line().map(lambda text: text.replace(":", ";")),
        reach=OPTIONAL.map(lambda text: text.removeprefix("//").strip(EDGES)),
        hours=OPTIONAL,
        web=OPTIONAL,
        checked=st.none() | st.dates(date(1970, 1, 1)),
        note=FLOWING,
    )
    countries = [
        Country(
            title=title,
            intro=draw(FLOWING),
            always=draw(st.booleans()) or not title,
            contacts=tuple(draw(st.lists(contacts, min_size=1, max_size=3))),
        )
        for title in draw(st.lists(OPTIONAL, min_size=1, max_size=3))
    ]
    common = _common(draw)
    return Support(**common, countries=tuple(countries))


PIECES: SearchStrategy[AnyPiece] = st.one_of(
    guides(), exercises(), measures(), vocabularies(), value_lists(), contact_lists()
)

SOUP = st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=20).map("\n".join)
"""Lines that mean something, in an order that need not."""


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A good pack in which something was typed, deleted or moved by mistake."""
    text = draw(st.sampled_from(EVERY))
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        put = draw(st.text(max_size=3) | st.just(text[at : at + length]))
        cut = draw(st.sampled_from([0, length]))
        text = text[:at] + put + text[at + cut :]
    return text


PACKS: SearchStrategy[str] = st.text() | SOUP.map("# T\n".__add__) | SOUP | mutated()
