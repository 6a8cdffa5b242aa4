"""Which setting words are known where, kind by kind.

The parser, the writer and the help all go by this one table, so that a word cannot be known to one
of them and not to the others.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from integrate_tui.core.pieces import Kind


class Place(StrEnum):
    """Where in a piece a setting stands."""

    PIECE = "piece"
    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Form:
    """What a piece of one kind is made of."""

    kind: Kind
    mark: str
    """What an item begins with; empty where sections hold plain words."""
    item: str
    """What an item is called."""
    piece: tuple[str, ...]
    """The setting words known under the title."""
    section: tuple[str, ...]
    """The setting words known under `##`."""
    items: tuple[str, ...]
    """The setting words known under an item."""

    def words(self, place: Place) -> tuple[str, ...]:
        """Return the setting words known in a place."""
        match place:
            case Place.PIECE:
                return self.piece
            case Place.SECTION:
                return self.section
            case Place.ITEM:
                return self.items


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

_PROMPT = (*ANSWERS, "show", "name", "keep as", "ask if", "support if", "deeper")
_EXERCISE = ("level", "lengths", "at most", "avoid with", "best at", "evidence")
_MEASURE = ("period", "answers", "score", "multiply", "bands", "parts", "repeat")
_NOTICES = ("licence", "notice")

FORMS = {
    form.kind: form
    for form in (
        Form(Kind.GUIDE, "?", "prompt", COMMON, (), _PROMPT),
        Form(Kind.CHECK_IN, "?", "prompt", COMMON, (), _PROMPT),
        Form(Kind.EXERCISE, "-", "step", (*COMMON, *_EXERCISE), ("repeat",), ANSWERS),
        Form(
            Kind.MEASURE,
            "?",
            "question",
            (*COMMON, *_MEASURE, *_NOTICES),
            (),
            ("answers", "reverse", "support if"),
        ),
        Form(Kind.FEELINGS, "", "word", COMMON, ("energy", "pleasant"), ()),
        Form(Kind.SUPPORT, "-", "contact", COMMON, ("show",), ("hours", "web", "checked")),
    )
}

REPEATABLE = frozenset({"when", "for", "tags", "rule", "avoid with", "deeper"})
"""Settings that may be given several times; what they say adds up."""

DESCRIPTIVE = frozenset(
    {"about", "tags", "source", "language", "evidence", "hours", "web", "checked", "show", "energy"}
    | {"pleasant"}
)
"""Settings that change nothing about what is asked, when, or how safely.

A mistake in one of these is a problem, and the piece loads without it.
"""

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


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the word before a colon comes to, in one place of a piece."""

    known: str = ""
    """The setting it is."""
    near: str = ""
    """What was probably meant: a setting, or a setting with its value."""
    elsewhere: Place | None = None
    """Where in the piece it would be a setting."""


@lru_cache(maxsize=4096)
def meaning(kind: Kind, place: Place, word: str) -> Meaning:
    """Say what a word before a colon is: a setting here, nearly one, one from elsewhere, or text."""
    form = FORMS[kind]
    known = form.words(place)
    word = _OTHER_SPELLINGS.get(word, word)
    if word in known:
        return Meaning(known=word)
    for other in Place:
        if word in form.words(other):
            return Meaning(elsewhere=None if word in _PROSE else other)
    near = next((name for name in known if _is_slip(word, name)), "")
    return Meaning(near=_MEANT.get(word, near) if near else "")


def _is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a setting's name but for a slip of the fingers."""
    if len(name) < _SHORTEST_NEAR or abs(len(word) - len(name)) > 2:
        return False
    # What is left once the common start and end are gone: one letter missing, one too many, one
    # wrong, or two neighbours changed about.
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    a, b = word[start:], name[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1]):  # noqa: PLR2004
        return True
    return len(name) > 2 * _SHORTEST_NEAR - 2 and bool(get_close_matches(word, [name], 1, _NEAR))
