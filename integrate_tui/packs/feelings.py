"""Vocabularies of feelings: families of words on the energy × pleasantness plane."""

from integrate_tui.core.pieces import Family, Feelings, Kind
from integrate_tui.packs.blocks import Block, Section
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import read_whole, split
from integrate_tui.packs.words import Words

LONGEST_WORD = 40
FURTHEST = 2
"""How far the plane reaches from its middle, in both directions."""


def read_feelings(block: Block) -> Feelings:
    """Read a vocabulary of feelings."""
    notes = block.notes
    common = read_common(block, Settings(block.settings, notes, FORMS[Kind.FEELINGS].harmless))
    families = [_read_family(section, notes) for section in block.sections]
    kept = tuple(family for family in families if family.words)
    if not kept:
        notes.unusable(
            block.title,
            "this has no feelings",
            "write '## ' and the name of a family, and under it its words with commas between",
        )
    return Feelings(**common, families=kept)


def _read_family(section: Section, notes: Notes) -> Family:
    settings = Settings(section.settings, notes)
    where = read_whole(-FURTHEST, FURTHEST)
    words: dict[str, str] = {}
    for line in section.text:
        for feeling in split_words(line, "feeling", notes):
            words.setdefault(feeling.casefold(), feeling)
    if not section.title.text:
        notes.odd(section.title, "this family has no name", "write its name after the '##'")
    if not words:
        notes.odd(section.title, "this family has no words", "write some under it, or take it out")
    return Family(
        title=section.title.text,
        energy=settings.read("energy", where, 0),
        pleasant=settings.read("pleasant", where, 0),
        words=tuple(words.values()),
    )


def split_words(line: Words, noun: str, notes: Notes) -> list[str]:
    """Return the words of a line of a vocabulary; what is too long to be one is told."""
    kept = []
    commas = line.text if "|" in line.text else line.text.replace(";", ",")
    for part in split(line._replace(text=commas)):
        word = part.unquoted().text
        if len(word) > LONGEST_WORD:
            notes.odd(
                part,
                f"this is longer than {LONGEST_WORD} characters, and not taken for a {noun}",
                "put commas between the words",
            )
        elif word:
            kept.append(word)
    return kept


def write_feelings(feelings: Feelings, page: Page) -> None:
    """Write the families of a vocabulary."""
    page.intro(feelings.intro)
    for family in feelings.families:
        page.section(family.title)
        page.setting("energy", str(family.energy))
        page.setting("pleasant", str(family.pleasant))
        page.plain(family.words)
