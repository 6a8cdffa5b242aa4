"""Lines to blocks: which settings, sections and items make up each piece, and where they stand.

This half of reading knows nothing of what the words mean, only which setting words are known in
which place. It is total: whatever comes in, blocks and problems come out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from integrate_tui.core.pieces import Kind
from integrate_tui.core.text import nearest
from integrate_tui.packs.forms import DESCRIPTIVE, FORMS, Meaning, Place, meaning
from integrate_tui.packs.lines import MOST_CHARACTERS, Line, Mark, is_blank, mark_of, read_lines
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.words import DASHES, Words

MOST_PIECES = 500
"""The most pieces that are read from one file."""

_SETTING = re.compile(r"([^\W\d_][\w '-]{0,23}?)\s*:(?!//)")
_JOINS = re.compile(rf"[\s_{DASHES[1:]}-]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """A word, and what it is set to."""

    word: Words
    value: Words


@dataclass(slots=True)
class Item:
    """A `?` or `-` line with what is indented under it."""

    words: Words
    settings: list[Setting] = field(default_factory=list)
    guidance: list[Words] = field(default_factory=list)
    """Lines of text; one without words stands for an empty line."""


@dataclass(slots=True)
class Section:
    """What stands under a `##`, or under the title before any."""

    title: Words
    settings: list[Setting] = field(default_factory=list)
    text: list[Words] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    after_items: bool = False
    """Whether it is text that came after items, and no `##` began it."""


@dataclass(slots=True)
class Block:
    """A piece as it lies in the file."""

    title: Words
    kind: Kind | None
    """None where it is said and not known."""
    notes: Notes
    settings: list[Setting] = field(default_factory=list)
    text: list[Words] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def read_blocks(text: str, notes: Notes) -> list[Block]:
    """Return the pieces of a file as blocks, each with its own notes.

    Args:
        text: What is in the file.
        notes: Takes the problems that belong to no piece.
    """
    blocks = []
    for lines in _pieces(read_lines(text)):
        if lines[0].mark is not Mark.TITLE:
            notes.odd(
                lines[0].words,
                "this stands above the first title and belongs to no piece",
                "begin a piece with '# ' and its title",
            )
            continue
        if len(blocks) == MOST_PIECES:
            notes.odd(
                lines[0].words,
                f"this file has more than {MOST_PIECES} pieces, and the rest is not read",
                "put some of them in another file",
            )
            break
        blocks.append(_Builder(lines, Notes(notes.file)).build())
    return blocks


def setting_in(words: Words) -> Setting | None:
    """Return the word before a line's colon and what follows it, whether it is known or not."""
    found = _SETTING.match(words.text)
    if found is None:
        return None
    word = _JOINS.sub(" ", found[1]).casefold()
    return Setting(Words(word, words.line, words.column), words.cut(found.end()))


def reads_as_text(bare: str, kind: Kind, place: Place) -> bool:
    """Tell whether a line would be taken for text in some place of a piece, and not for a mark."""
    if is_blank(bare):
        return False
    mark, length = mark_of(bare)
    if mark is Mark.TEXT:
        setting = setting_in(Words(bare, 1, 1))
        return not length and (setting is None or meaning(kind, place, setting.word.text) == Meaning())
    return place is Place.ITEM and not _is_misplaced(mark, bare[:length], kind)


def _pieces(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each piece, and first of all those above the first title."""
    piece: list[Line] = []
    under_item = False
    for line in lines:
        if line.mark is Mark.TITLE and not (line.indented and under_item):
            if piece:
                yield piece
            piece = []
            under_item = False
        under_item = under_item or line.mark in {Mark.PROMPT, Mark.ITEM}
        piece.append(line)
    if piece:
        yield piece


def _is_misplaced(mark: Mark, sign: str, kind: Kind) -> bool:
    """Tell whether an indented line with a mark was probably not meant as guidance."""
    if mark is Mark.ITEM:
        return FORMS[kind].mark == Mark.ITEM.value == sign
    return mark in {Mark.TITLE, Mark.SECTION} or mark.value == FORMS[kind].mark


class _Builder:
    """Puts the lines of one piece where they belong."""

    def __init__(self, lines: list[Line], notes: Notes) -> None:
        self.notes = notes
        self.lines = [self._shortened(line) for line in lines]
        self.block = Block(self.lines[0].words, self._kind(), notes)
        self.section: Section | None = None
        self.item: Item | None = None
        self.strayed = False
        """Whether the line before was text that should have been indented."""
        self.wrong_mark = False
        """Whether it was said that items begin differently here."""

    def build(self) -> Block:
        """Return the block; one of an unknown kind stays empty."""
        if self.block.kind is not None:
            for line in self.lines[1:]:
                self._put(line, self.block.kind)
        return self.block

    def _kind(self) -> Kind | None:
        """Find out what the piece is, because that decides which words are settings in it."""
        for line in self.lines[1:]:
            if line.mark is not Mark.TEXT:
                break
            setting = None if line.plain else setting_in(line.words)
            if setting and "kind" in _as_meant(Kind.GUIDE, Place.PIECE, setting.word.text):
                return self._read_kind(setting.value)
        return Kind.GUIDE

    def _read_kind(self, words: Words) -> Kind | None:
        given = _JOINS.sub("-", words.text.casefold()).replace("checkin", "check-in")
        kinds = [kind.value for kind in Kind]
        meant = given if given in kinds else nearest(given, kinds)
        if given not in kinds:
            self.notes.wrong(
                words,
                f"unknown kind '{words.text}'" if given else "'kind:' has nothing after it",
                f"did you mean '{meant}'?" if meant else f"the kinds are {', '.join(kinds)}",
            )
        return Kind(meant) if meant else None

    def _shortened(self, line: Line) -> Line:
        """Return a line as it is, or the beginning of one that is too long."""
        length = len(line.words.text)
        if length <= MOST_CHARACTERS:
            return line
        end = line.words.cut(MOST_CHARACTERS)
        self.notes.wrong(
            Words("", end.line, end.column),
            f"this line has {length:,} characters, and {MOST_CHARACTERS:,} is the most",
            "make it shorter, or break it in two",
        )
        return replace(line, words=line.words.cut(0, MOST_CHARACTERS))

    def _put(self, line: Line, kind: Kind) -> None:
        strayed, self.strayed = self.strayed, False
        if self.item is not None and line.indented:
            self._put_under(self.item, line, kind)
        elif line.mark is Mark.SECTION:
            self._begin_section(line)
        elif line.mark in {Mark.PROMPT, Mark.ITEM} and not line.plain:
            self._begin_item(line, kind)
        elif line.mark is Mark.TITLE:
            self.notes.wrong(
                line.words, "this looks like a title and is indented", "take away the spaces before it"
            )
        elif self.item is None:
            self._put_above(line, kind)
        elif line.after_blank:
            self._put_after(line, kind)
        else:
            self._put_stray(self.item, line, kind, strayed=strayed)

    def _begin_section(self, line: Line) -> None:
        if len(line.sign) > len(Mark.SECTION.value):
            self.notes.odd(
                line.words, f"a section begins with '##', and this with '{line.sign}'", "write '## '"
            )
        self.item = None
        self.section = Section(line.words)
        self.block.sections.append(self.section)

    def _begin_item(self, line: Line, kind: Kind) -> None:
        form = FORMS[kind]
        if line.mark.value != form.mark:
            self._say_wrong_mark(line, kind)
        if not form.mark:
            self._put_text(replace(line, mark=Mark.TEXT))
            return
        if self.section is None:
            self.section = Section(Words("", line.words.line, line.words.column))
            self.block.sections.append(self.section)
        self.item = Item(line.words)
        self.section.items.append(self.item)

    def _say_wrong_mark(self, line: Line, kind: Kind) -> None:
        """Say once in a piece that its items begin with something else."""
        form = FORMS[kind]
        if self.wrong_mark or (line.mark is Mark.ITEM and not form.mark):
            return
        self.wrong_mark = True
        note = self.notes.odd if kind in {Kind.SUPPORT, Kind.FEELINGS} else self.notes.wrong
        others = {Mark.PROMPT: "a guide", Mark.ITEM: "an exercise"}
        note(
            line.words,
            f"{_a(kind)} has no lines that begin with '{line.sign}'",
            f"begin {_a(form.item)} with '{form.mark} '; for {others[line.mark]} set 'kind:' under "
            f"the title; to keep this as text, put \\ before it"
            if form.mark
            else "write the words alone, with commas between them",
        )

    def _put_above(self, line: Line, kind: Kind) -> None:
        """Put a line above the first item: under the title, or under a section."""
        place = Place.PIECE if self.section is None else Place.SECTION
        setting = None if line.plain else setting_in(line.words)
        if setting is not None:
            settings = (self.section or self.block).settings
            if self._put_setting(setting, settings, kind, place):
                return
        self._put_text(line)

    def _put_text(self, line: Line) -> None:
        _append((self.section or self.block).text, line)

    def _put_under(self, item: Item, line: Line, kind: Kind) -> None:
        """Put an indented line under its item."""
        if _is_misplaced(line.mark, line.sign, kind):
            self.notes.wrong(
                line.words,
                f"this begins with '{line.sign}' and is indented, so it would be shown as guidance "
                f"of the {FORMS[kind].item} above",
                "take away the spaces before it; to keep it as guidance, put \\ before it",
            )
        setting = None if line.plain or line.mark is not Mark.TEXT else setting_in(line.words)
        if setting is not None and self._put_setting(setting, item.settings, kind, Place.ITEM):
            return
        _append(item.guidance, line)

    def _put_stray(self, item: Item, line: Line, kind: Kind, *, strayed: bool) -> None:
        """Put text that stands right after an item, and should have been indented."""
        name = FORMS[kind].item
        setting = None if line.plain else setting_in(line.words)
        before = len(item.settings)
        if setting is not None and self._put_setting(setting, item.settings, kind, Place.ITEM):
            if len(item.settings) > before:
                self.notes.odd(
                    setting.word,
                    f"'{item.settings[-1].word.text}:' belongs to the {name} above",
                    "begin the line with two spaces",
                )
            return
        if not strayed:
            self.notes.odd(
                line.words,
                f"it is not clear whether this belongs to the {name} above",
                f"indent it by two to show it with the {name}, or leave a blank line above it; "
                f"the {name} itself is one line, however long",
            )
        self.strayed = True
        _append(item.guidance, line)

    def _put_after(self, line: Line, kind: Kind) -> None:
        """Put text that comes after items and a blank line: it goes before the items that follow."""
        setting = None if line.plain else setting_in(line.words)
        if setting is not None and self.section is not None:
            settings = self.section.settings
            before = len(settings)
            if self._put_setting(setting, settings, kind, Place.SECTION):
                if len(settings) > before:
                    self.notes.odd(
                        setting.word,
                        f"'{settings[-1].word.text}:' belongs above the first {FORMS[kind].item}",
                        "move it up, straight under the line that begins with '##'",
                    )
                return
        self.item = None
        self.section = Section(
            Words("", line.words.line, line.words.column), text=[line.words], after_items=True
        )
        self.block.sections.append(self.section)

    def _put_setting(
        self, setting: Setting, settings: list[Setting], kind: Kind, place: Place
    ) -> bool:
        """Put a setting where it belongs; say False for a line that is text after all."""
        what = meaning(kind, place, setting.word.text)
        if what.known:
            settings.append(Setting(_renamed(setting.word, what.known), setting.value))
            return True
        if what.near:
            if (place, what.near) == (Place.PIECE, "kind"):
                settings.append(Setting(_renamed(setting.word, what.near), setting.value))
            note = self.notes.odd if what.near in DESCRIPTIVE else self.notes.wrong
            meant = what.near if ":" in what.near else f"{what.near}:"
            note(
                setting.word,
                f"unknown setting '{setting.word.text}:'",
                f"did you mean '{meant}'? To keep it as text, put \\ before it",
            )
            return True
        return self._say_misplaced(setting, kind, what)

    def _say_misplaced(self, setting: Setting, kind: Kind, what: Meaning) -> bool:
        """Say that a setting stands where it is none; say False for a line that is text."""
        if what.elsewhere is None:
            return False
        form = FORMS[kind]
        message, mend = {
            Place.PIECE: (
                f"belongs to the {kind} as a whole",
                f"move it up, under the title and above the first {form.item}",
            ),
            Place.SECTION: (
                "belongs to a section",
                "put a line with '## ' and a name above it, and this straight under that line",
            ),
            Place.ITEM: (
                f"belongs to {_a(form.item)}",
                f"put it straight under the {form.item}, and begin the line with two spaces",
            ),
        }[what.elsewhere]
        self.notes.wrong(
            setting.word,
            f"'{setting.word.text}:' {message}",
            f"{mend}; to keep it as text, put \\ before it",
        )
        return True


def _as_meant(kind: Kind, place: Place, word: str) -> tuple[str, str]:
    what = meaning(kind, place, word)
    return what.known, what.near


def _append(lines: list[Words], line: Line) -> None:
    """Add a line of text, with an empty one before it where the file has one."""
    if line.after_blank and lines:
        lines.append(Words("", line.words.line, line.words.column))
    if line.plain or line.mark is Mark.TEXT:
        lines.append(line.words)
        return
    # A mark among text is part of the text.
    lines.append(
        Words(f"{line.sign} {line.words.text}".strip(), line.words.line, line.words.column)
    )


def _renamed(word: Words, name: str) -> Words:
    return Words(name, word.line, word.column)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
