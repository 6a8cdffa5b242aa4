"""Which setting words are known where, kind by kind.

The parser, the writer and the help all go by this one table, so that a word cannot be known to one
of them and not to the others.
"""

from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from integrate_tui.core.pieces import Kind
from integrate_tui.packs.lines import Mark

REPEATABLE = frozenset({"when", "for", "tags", "rule", "avoid with", "deeper"})
"""Settings that may be given several times; what they say adds up."""

DESCRIPTIVE = frozenset(
    {"about", "tags", "source", "language", "evidence", "show"}
    | {"hours", "web", "checked", "energy", "pleasant"}
)
"""Settings that change nothing about what is asked, when, or how safely."""


class Place(NamedTuple):
    """Somewhere a setting may stand: under a title, under a section, or under an item."""

    name: str
    words: frozenset[str]
    """The setting words known there."""
    others: frozenset[str]
    """The setting words that only other places of the same piece know."""


class Form:
    """What a piece of one kind is made of."""

    def __init__(
        self,
        kind: Kind,
        mark: Mark,
        item: str,
        piece: tuple[str, ...],
        *,
        name: str = "",
        harmless: frozenset[str] = frozenset(),
        section: tuple[str, ...] = (),
        under: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.name = name or kind.value
        """What such a piece is called in a sentence."""
        self.harmless = DESCRIPTIVE | harmless
        """The settings that a piece loads without, where they cannot be read."""
        self.mark = mark
        """What an item begins with: text where sections hold plain words."""
        self.item_name = item
        every = frozenset((*piece, *section, *under))
        self.piece = Place("piece", frozenset(piece), every - frozenset(piece))
        self.section = Place("section", frozenset(section), every - frozenset(section))
        self.under = Place("item", frozenset(under), every - frozenset(under))

    @property
    def places(self) -> tuple[Place, Place, Place]:
        """Every place, from the outermost in."""
        return self.piece, self.section, self.under


COMMON = (
    "kind",
    "id",
    "about",
    "takes",
    "when",
    "for",
    "tags",
    "source",
    "caution",
    "language",
    "rule",
)
"""The settings every piece may have."""

ANSWERS = ("answer", "scale", "choose", "choose any", "check", "feelings", "list", "link")
"""The settings that say what kind of answer is asked for."""

_PROMPT = (
    *ANSWERS,
    *("show", "name", "keep as", "ask if", "support if", "deeper", "write for", "private"),
)
_EXERCISE = (*COMMON, "level", "lengths", "at most", "avoid with", "best at", "evidence")
_PART = ("repeat", "avoid with")
_MEASURE = (
    *COMMON,
    *("period", "answers", "score", "multiply", "bands", "parts", "repeat", "licence", "notice"),
)
_QUESTION = ("answers", "reverse", "unscored", "private", "support if")

_TAKES = frozenset({"takes"})  # it times an exercise, and elsewhere only tells how long it will be

FORMS = {
    form.kind: form
    for form in (
        Form(Kind.GUIDE, Mark.PROMPT, "prompt", (*COMMON, "mark"), under=_PROMPT, harmless=_TAKES),
        Form(Kind.CHECK_IN, Mark.PROMPT, "prompt", COMMON, under=_PROMPT, harmless=_TAKES),
        Form(Kind.EXERCISE, Mark.ITEM, "step", _EXERCISE, section=_PART, under=ANSWERS),
        Form(Kind.MEASURE, Mark.PROMPT, "question", _MEASURE, under=_QUESTION, harmless=_TAKES),
        Form(
            Kind.FEELINGS,
            Mark.TEXT,
            "word",
            COMMON,
            section=("energy", "pleasant"),
            name="list of feelings",
            harmless=_TAKES,
        ),
        Form(Kind.VALUES, Mark.TEXT, "word", COMMON, name="list of values", harmless=_TAKES),
        Form(
            Kind.SUPPORT,
            Mark.ITEM,
            "contact",
            COMMON,
            section=("show",),
            under=("hours", "web", "checked"),
            name="list of contacts",
            harmless=_TAKES,
        ),
    )
}

_PROSE = frozenset(
    {"about", "when", "for", "source", "notice", "period", "tags", "language", "id"}
    | {"name", "list", "check", "link", "show", "feelings", "answer", "deeper", "choose"}
    | {"hours", "web", "checked", "energy", "pleasant", "level", "parts", "bands", "evidence"}
)
"""Setting words that people also write at the start of a sentence.

Where they are not known they are taken for text; any other setting word is taken for a misplaced
setting.
"""

_OTHER_SPELLINGS = {"license": "licence"}
_MEANT = {"line": "answer: line"}
_NEAR = 0.82
_SHORTEST_NEAR = 4  # a slip in `id` or `for` gives any other short word
_LONG = 7
_LONGER = 2
_STRANGE = 3  # letters that one of two words may have and the other not, for a slip between them


class Meaning(NamedTuple):
    """What the word before a colon comes to, in one place of a piece."""

    known: str = ""
    """The setting it is."""
    near: str = ""
    """What was probably meant: a setting, or a setting with its value."""
    elsewhere: bool = False
    """Whether it would be a setting in another place of the piece."""


@lru_cache(maxsize=8192)  # more than a file has lines
def meaning(place: Place, word: str) -> Meaning:
    """Say what a word before a colon is: a setting, nearly one, a misplaced one, or text."""
    word = _OTHER_SPELLINGS.get(word, word)
    if word in place.words:
        return Meaning(known=word)
    if word in place.others:
        return Meaning(elsewhere=word not in _PROSE)
    near = next((name for name in _alike(word, place) if _is_slip(word, name)), "")
    return Meaning(near=_MEANT.get(word, near) if near else "")


def _alike(word: str, place: Place) -> list[str]:
    """Return the settings of a place that have nearly the letters of a word."""
    letters = set(word)
    known = _letters(place, len(word))
    return [name for name, has in known if len(letters ^ has) <= _STRANGE]


@lru_cache(maxsize=512)
def _letters(place: Place, size: int) -> list[tuple[str, frozenset[str]]]:
    """Return the settings of a place about as long as a word, with the letters of each."""
    lengths = range(max(size - _LONGER, _SHORTEST_NEAR), size + _LONGER + 1)
    return [(name, frozenset(name)) for name in sorted(place.words) if len(name) in lengths]


def _is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a setting's name but for a slip of the fingers."""
    # What is left once the common start and end are gone: one letter missing, one too many, one
    # wrong, or two neighbours changed about.
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    a, b = word[start:], name[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1]):
        return True
    return len(name) >= _LONG and bool(get_close_matches(word, [name], 1, _NEAR))
