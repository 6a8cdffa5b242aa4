"""The pieces a text pack is made of, as plain values.

A piece says what it means and nothing about the file it came from, so that text → piece → text →
piece gives the same piece; where a piece lies is the catalogue's business.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrate_tui.core.answers import FREE_TEXT, Answer
from integrate_tui.core.value import value


class Kind(StrEnum):
    """What a piece is for."""

    GUIDE = "guide"
    CHECK_IN = "check-in"
    EXERCISE = "exercise"
    MEASURE = "measure"
    FEELINGS = "feelings"
    VALUES = "values"
    SUPPORT = "support"


class Level(StrEnum):
    """How freely an exercise is offered."""

    GENTLE = "gentle"
    """Always."""
    STANDARD = "standard"
    """By distress."""
    GATED = "gated"
    """Only after the health questions."""


class KeepAs(StrEnum):
    """What an answer becomes besides being part of its entry."""

    INSIGHT = "insight"
    BELIEF = "belief"
    QUESTION = "question"
    GRATITUDE = "gratitude"
    STEP = "step"
    PRACTICE = "practice"
    GOAL = "goal"
    VALUE = "value"
    INTENTION = "intention"
    FRAGMENT = "fragment"
    BOUNDARY = "boundary"
    PATTERN = "pattern"
    TALK_LIST = "talk list"
    CONTAINER = "container"
    PAUSE_CARD = "pause card"


class Verb(StrEnum):
    """What a step of an exercise asks for."""

    IN = "in"
    SIP = "sip"
    OUT = "out"
    HOLD = "hold"
    REST = "rest"
    TENSE = "tense"
    RELEASE = "release"
    NOTICE = "notice"
    NAME = "name"
    SAY = "say"
    MOVE = "move"
    TOUCH = "touch"
    LISTEN = "listen"
    LOOK = "look"


BREATH_VERBS = frozenset({Verb.IN, Verb.SIP, Verb.OUT, Verb.HOLD, Verb.REST})
"""The verbs that shape a breath."""


HEALTH_WORDS = (
    "pregnancy",
    "heart",
    "blood pressure",
    "lungs",
    "seizures",
    "eyes",
    "recent surgery",
    "head injury",
    "panic with breath focus",
    "flashbacks",
    "cold",
    "eating disorder",
    "neck or back",
)
"""What the health card asks about, and what `avoid with:` may therefore name."""


class Comparison(StrEnum):
    """How an earlier answer is compared."""

    IS = "is"
    IS_NOT = "is not"
    BELOW = "below"
    ABOVE = "above"
    ANSWERED = "answered"
    NOT_ANSWERED = "not answered"


@value()
class Condition:
    """`ask if:` something about an earlier answer of the same piece, or about one of several."""

    name: str
    """The `name:` of the earlier prompt."""
    comparison: Comparison
    value: str = ""
    """The word or number compared with; empty for `answered` and `not answered`."""
    or_else: tuple["Condition", ...] = ()
    """What will do in its place, each without any such of its own."""


@value()
class SupportIf:
    """The answers that bring up support at once."""

    words: tuple[str, ...] = ()
    """Choices, compared without regard to case."""
    at_least: int | None = None
    """A number and everything above it."""


class Span(StrEnum):
    """When a piece is offered, apart from a span of days."""

    ANY_TIME = "any time"
    MORNING = "morning"
    EVENING = "evening"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    BEFORE = "before an experience"
    DIFFICULT = "difficult"


@value()
class Days:
    """`days 0-3`: local days after an experience, both ends included."""

    first: int
    last: int | None
    """None for `days 30 and later`."""


When = Span | Days


class RuleName(StrEnum):
    """The rules of use a piece may carry; the grammar knows these and no others."""

    SHORT_ONLY = "short answers only"
    NOT_BEFORE_DAY = "not before day"
    AT_MOST_SITTINGS = "at most sittings in a row"
    NOT_AT_DISTRESS = "not at distress"
    GROUNDING_FIRST = "grounding first at"
    SUPPORT_FIRST = "support first at"
    OPT_IN = "opt in"
    COUNTRY_FIRST = "country first"
    CLOSES_WITH = "closes with"


@value()
class Rule:
    """One rule of use."""

    name: RuleName
    number: int | None = None
    """The day, the count or the distress that the rule speaks of."""
    exercise: str = ""
    """The id of the exercise a piece closes with."""


@value(kw_only=True)
class Piece:
    """What every piece has."""

    id: str
    """Unique within its kind; history refers to it."""
    title: str
    about: str = ""
    """One sentence."""
    intro: str = ""
    """Running text under the title; paragraphs are parted by a blank line."""
    takes: int | None = None
    """Seconds it is meant to take."""
    when: tuple[When, ...] = ()
    meant_for: tuple[str, ...] = ()
    """Kinds of experience it is meant for; empty for all."""
    tags: tuple[str, ...] = ()
    source: str = ""
    caution: str = ""
    """Shown before it starts."""
    language: str = "en"
    rules: tuple[Rule, ...] = ()


@value(kw_only=True)
class Prompt:
    """One question of a guide or a check-in."""

    text: str
    guidance: str = ""
    """Text shown under it; paragraphs are parted by a blank line."""
    answer: Answer = FREE_TEXT
    name: str = ""
    """What later prompts and trends call its answer."""
    keep_as: KeepAs | None = None
    ask_if: Condition | None = None
    support_if: SupportIf | None = None
    deeper: tuple[str, ...] = ()
    """Questions offered when another angle is asked for."""
    show: str = ""
    """One's own data to be shown beside it."""
    write_for: int | None = None
    """Seconds after which it is said that the time is up; nothing ends by itself."""
    private: bool = False
    """Whether its answer stays out of lists, search, charts, and of what is made for others."""


@value(kw_only=True)
class Section:
    """A run of prompts under one heading; the first has no title where prompts come at once."""

    title: str = ""
    intro: str = ""
    prompts: tuple[Prompt, ...] = ()


@value()
class Mark:
    """`mark: 2-6 hours`: how long after an experience of its kind a guide belongs."""

    first: int
    """Hours."""
    last: int
    """Hours; the same as the first for a single time."""


@value(kw_only=True)
class Guide(Piece):
    """A guided piece of writing."""

    mark: Mark | None = None
    """Where after every experience of its kind it belongs; None where it belongs to no hour."""
    sections: tuple[Section, ...] = ()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in order."""
        return tuple(prompt for section in self.sections for prompt in section.prompts)


@value(kw_only=True)
class CheckIn(Guide):
    """A moment's self-report, on one screen."""


@value(kw_only=True)
class Step:
    """One step of an exercise."""

    verb: Verb
    seconds: float | None
    """How long it lasts; None for one's own pace."""
    cue: str = ""
    guidance: str = ""
    answer: Answer | None = None
    """What may be typed during it."""


@value(kw_only=True)
class Round:
    """A section of an exercise: steps done once, a number of times, or until the time is up."""

    title: str = ""
    intro: str = ""
    repeat: int | None = 1
    """How many times; None for `until time`."""
    steps: tuple[Step, ...] = ()
    avoid_with: tuple[str, ...] = ()
    """Words of the health card with which the section is left out."""


@value(kw_only=True)
class Exercise(Piece):
    """A timed grounding, breathing or mindfulness script."""

    level: Level = Level.GENTLE
    lengths: tuple[int, ...] = ()
    """Lengths offered, in seconds."""
    at_most: int | None = None
    """Rounds it is never looped beyond."""
    avoid_with: tuple[str, ...] = ()
    """The health card's words that hide it."""
    best_at: tuple[int, int] | None = None
    """The distress, 0-10, it suits: lowest and highest."""
    evidence: str = ""
    """Grade: A controlled trials, B smaller studies, C convention, D ours; a minus is modest."""
    sections: tuple[Round, ...] = ()


@value()
class Option:
    """An answer of a measure and what it counts."""

    value: int
    label: str


@value()
class Band:
    """A range of totals and the word used for it in screening."""

    low: float
    high: float
    """Included; whole numbers but for a mean."""
    word: str


@value()
class Part:
    """A subscore: a name and the questions it adds up, counted from 1."""

    name: str
    questions: tuple[int, ...]


@value(kw_only=True)
class Question:
    """One question of a measure."""

    text: str
    guidance: str = ""
    answers: tuple[Option, ...] = ()
    """Its own answers; empty for the measure's."""
    reverse: bool = False
    support_if: SupportIf | None = None
    unscored: bool = False
    """Whether it is asked and never counted."""
    private: bool = False
    """Whether its answer stays out of charts, and of what is made for others."""


@value(kw_only=True)
class Measure(Piece):
    """A questionnaire."""

    period: str = ""
    answers: tuple[Option, ...] = ()
    score: str = "sum"
    """`sum` or `mean`."""
    multiply: int = 1
    bands: tuple[Band, ...] = ()
    parts: tuple[Part, ...] = ()
    repeat_days: int | None = None
    licence: str = ""
    notice: str = ""
    questions: tuple[Question, ...] = ()


@value(kw_only=True)
class Family:
    """A family of feelings, placed on the energy × pleasantness plane."""

    title: str
    energy: int = 0
    """-2 low to 2 high."""
    pleasant: int = 0
    """-2 unpleasant to 2 pleasant."""
    words: tuple[str, ...] = ()


@value(kw_only=True)
class Feelings(Piece):
    """A vocabulary of feelings."""

    families: tuple[Family, ...] = ()


@value()
class ValueWord:
    """Something that may matter to a person."""

    word: str
    meaning: str = ""
    """What it means here, in half a line, where that is said."""


@value(kw_only=True)
class ValueGroup:
    """Values that lie near each other."""

    title: str
    words: tuple[ValueWord, ...] = ()


@value(kw_only=True)
class Values(Piece):
    """A list of values to choose from."""

    groups: tuple[ValueGroup, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, in order."""
        return tuple(each.word for group in self.groups for each in group.words)


@value(kw_only=True)
class Contact:
    """A helpline or a place to turn to."""

    name: str
    reach: str
    """How to reach it: what to call, text or open."""
    hours: str = ""
    web: str = ""
    checked: date | None = None
    """When somebody last confirmed it on the service's own page."""
    note: str = ""


@value(kw_only=True)
class Country:
    """The contacts of one country."""

    title: str
    intro: str = ""
    always: bool = False
    """Shown whatever country is set."""
    contacts: tuple[Contact, ...] = ()


@value(kw_only=True)
class Support(Piece):
    """People and helplines, by country."""

    countries: tuple[Country, ...] = ()


AnyPiece = Guide | CheckIn | Exercise | Measure | Feelings | Values | Support


def kind_of(piece: AnyPiece) -> Kind:
    """Return the kind of a piece."""
    match piece:
        case CheckIn():
            return Kind.CHECK_IN
        case Guide():
            return Kind.GUIDE
        case Exercise():
            return Kind.EXERCISE
        case Measure():
            return Kind.MEASURE
        case Feelings():
            return Kind.FEELINGS
        case Values():
            return Kind.VALUES
        case Support():
            return Kind.SUPPORT


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a pack that could not be understood, with where it is and how to mend it."""

    file: str
    line: int
    """From 1; 0 for the file as a whole."""
    column: int
    """From 1; 0 for the line as a whole."""
    message: str
    """What is wrong, in a few words, in lower case."""
    mend: str = ""
    """What to do, where that can be said."""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}:{self.column or 1}"
        return f"{place}: {self.message}" + (f" \u2014 {self.mend}" if self.mend else "")
