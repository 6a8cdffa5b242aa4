"""Lists of values: words that may matter to a person, with what they mean where that helps."""

from integrate_tui.core.pieces import Kind, ValueGroup, Values, ValueWord
from integrate_tui.packs.blocks import Block, Section
from integrate_tui.packs.feelings import split_words
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.page import Page
from integrate_tui.packs.settings import Settings, read_common
from integrate_tui.packs.values import LONGEST_CHOICE, choices_text
from integrate_tui.packs.words import Words


def read_values(block: Block) -> Values:
    """Read a list of values."""
    notes = block.notes
    common = read_common(block, Settings(block.settings, notes, FORMS[Kind.VALUES].harmless))
    groups = [_read_group(section, notes) for section in block.sections]
    kept = tuple(group for group in groups if group.words)
    if not kept:
        notes.unusable(
            block.title,
            "this has no values",
            "write '## ' and the name of a group, and under it its words with commas between",
        )
    return Values(**common, groups=kept)


def _read_group(section: Section, notes: Notes) -> ValueGroup:
    words: dict[str, ValueWord] = {}
    for line in section.text:
        before, colon, _ = line.text.partition(":")
        meaning = _meaning(line.cut(len(before) + 1), notes) if colon else ""
        named = split_words(line.cut(0, len(before)), "value", notes)
        for number, word in enumerate(named, start=1):
            # What stands after the colon is said of the word right before it.
            said = meaning if number == len(named) else ""
            words.setdefault(word.casefold(), ValueWord(word, said))
    if not section.title.text:
        notes.odd(section.title, "this group has no name", "write its name after the '##'")
    if not words:
        notes.odd(section.title, "this group has no words", "write some under it, or take it out")
    return ValueGroup(title=section.title.text, words=tuple(words.values()))


def _meaning(words: Words, notes: Notes) -> str:
    if len(words.text) <= LONGEST_CHOICE:
        return words.text
    notes.odd(
        words,
        f"this is longer than {LONGEST_CHOICE} characters, and not shown with its word",
        "say it in fewer words",
    )
    return ""


def write_values(values: Values, page: Page) -> None:
    """Write the groups of a list of values."""
    page.intro(values.intro)
    for group in values.groups:
        page.section(group.title)
        plain: list[str] = []
        for each in group.words:
            if each.meaning:
                page.plain(plain)
                page.plain_line(f"{choices_text([each.word])}: {each.meaning}")
                plain = []
            else:
                plain.append(each.word)
        page.plain(plain)
