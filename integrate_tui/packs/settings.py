"""The settings of one place of a piece, read word by word, and those every piece may have."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypedDict, TypeVar

from integrate_tui.core.pieces import Kind, Rule, When
from integrate_tui.packs.blocks import Block, Setting
from integrate_tui.packs.forms import DESCRIPTIVE, REPEATABLE
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.rules import MEASURES_ONLY, read_rule, read_when, split_rules
from integrate_tui.packs.values import flow, identify, read_choice, read_seconds, split
from integrate_tui.packs.words import UnclearError, Words

T = TypeVar("T")
D = TypeVar("D")

LONGEST_LANGUAGE = 35
"""The longest language tag there is."""


class Settings:
    """What is set in one place; whatever cannot be read is noted, and its default taken."""

    def __init__(
        self, settings: Iterable[Setting], notes: Notes, harmless: frozenset[str] = DESCRIPTIVE
    ) -> None:
        self.notes = notes
        self._harmless = harmless
        self._values: dict[str, list[Words]] = {}
        for setting in settings:
            name = setting.name
            given = self._values.setdefault(name, [])
            if given and name not in REPEATABLE:
                note = notes.odd if name in self._harmless else notes.wrong
                first = given[0].line
                note(
                    setting.at,
                    f"'{name}:' is given twice, first in line {first}",
                    "keep one of them",
                )
            else:
                given.append(setting.value)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def where(self, name: str) -> Words:
        """Return the words that a setting was first set to."""
        return self._values[name][0]

    def read(self, name: str, reader: Callable[[Words], T], default: D) -> T | D:
        """Read one value."""
        for words in self._values.get(name, ()):
            try:
                if words.text:
                    return reader(words.unquoted())
                raise _nothing_after(name, words)
            except UnclearError as error:
                self.notes.unclear(error, harmless=name in self._harmless)
        return default

    def read_every(
        self,
        name: str,
        reader: Callable[[Words], T],
        parts: Callable[[Words], Iterable[Words]] = split,
    ) -> tuple[T, ...]:
        """Read the values of a list, from one line or several; each is kept once."""
        kept: dict[T, None] = {}
        for part in chain.from_iterable(map(parts, self._values.get(name, ()))):
            value = part.unquoted()
            try:
                if value.text:
                    kept[reader(value)] = None
            except UnclearError as error:
                self.notes.unclear(error, harmless=name in self._harmless)
            if self.notes.spent:
                break
        return tuple(kept)

    def text(self, name: str) -> str:
        """Return words as they stand; an empty setting is as good as none."""
        return self._values[name][0].text if name in self._values else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the words of a setting that may be given several times."""
        return tuple(words.text for words in self._values.get(name, ()) if words.text)


class Common(TypedDict):
    """The fields every piece has."""

    id: str
    title: str
    about: str
    intro: str
    takes: int | None
    when: tuple[When, ...]
    meant_for: tuple[str, ...]
    tags: tuple[str, ...]
    source: str
    caution: str
    language: str
    rules: tuple[Rule, ...]


def read_common(block: Block, settings: Settings) -> Common:
    """Read the fields every piece has."""
    rules = settings.read_every("rule", read_rule, split_rules)
    for rule in rules:
        if rule.name in MEASURES_ONLY and block.kind is not Kind.MEASURE:
            block.notes.wrong(
                settings.where("rule"),
                f"only a measure goes by the rule '{rule.name}'",
                "take this line out",
            )
    return Common(
        id=identity(block, settings),
        title=block.title.text,
        about=settings.text("about"),
        intro=flow(block.text),
        takes=settings.read("takes", read_seconds, None),
        when=settings.read_every("when", read_when),
        meant_for=settings.read_every("for", _read_lower),
        tags=settings.read_every("tags", read_choice),
        source=settings.text("source"),
        caution=settings.text("caution"),
        language=settings.read("language", _read_language, "en"),
        rules=rules,
    )


def identity(block: Block, settings: Settings) -> str:
    """Return a piece's id: the one it is given, else the one its title makes."""
    if not block.title.text:
        block.notes.unusable(
            block.title, "this piece has no title", "write its title after the '#'"
        )
    given = identify(settings.text("id"))
    if settings.text("id") and not given:
        block.notes.unusable(
            settings.where("id"),
            f"'{settings.text('id')}' has neither letters nor digits",
            "write an id such as 'first-days'",
        )
    found = given or identify(block.title.text)
    if block.title.text and not found:
        block.notes.unusable(
            block.title,
            "no id can be made from this title",
            "give it one of its own under the title, such as 'id: first-days'",
        )
    return found


def _read_lower(words: Words) -> str:
    return read_choice(words).lower()


def _read_language(words: Words) -> str:
    if len(words.text) <= LONGEST_LANGUAGE and all(
        part.isalnum() and part.isascii() for part in words.text.split("-")
    ):
        return words.text
    raise UnclearError(
        words, f"{words.shown} is no language code", "write two letters, such as 'en' or 'de'"
    )


def _nothing_after(name: str, words: Words) -> UnclearError:
    return UnclearError(
        words, f"'{name}:' has nothing after it", "write what it is to be, or take the line out"
    )
