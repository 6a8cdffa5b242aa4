"""Lines to blocks: which settings, sections and items make up each piece, and where they stand.

This half of reading knows nothing of what the words mean, only which setting words are known in
which place. It is total: whatever comes in, blocks and problems come out.
"""

import re
from collections.abc import Iterable, Iterator

from integrate_tui.core.pieces import Kind
from integrate_tui.core.text import shorten
from integrate_tui.packs.blocks import Block, Item, Section, Setting
from integrate_tui.packs.forgotten import is_meant, without_colon
from integrate_tui.packs.forms import FORMS, Place, meaning
from integrate_tui.packs.lines import MOST_CHARACTERS, Line, Mark, read_lines
from integrate_tui.packs.meanings import JOINS, is_misplaced, setting_in
from integrate_tui.packs.notes import MOST_PROBLEMS, Notes
from integrate_tui.packs.words import MOST_SHOWN, Words, likely, typed

MOST_PIECES = 500
"""The most pieces that are read from one file."""
MOST_ITEMS = 500
"""The most prompts, steps, questions or contacts that are read from one piece."""
_KEEP_AS_TEXT = "to keep it as text, put \\ before it"
_OR_TEXT = "If it is text, put \\ before it"


def read_blocks(text: str, notes: Notes) -> Iterator[Block]:
    """Yield the pieces of a file as blocks, each with its own notes.

    The next one is looked for when it is asked for, so that nobody waits for what is not read.

    Args:
        text: What is in the file.
        notes: Takes the problems that belong to no piece.
    """
    count = 0
    left = MOST_PROBLEMS
    for lines in _pieces(read_lines(text)):
        if lines[0].mark is not Mark.TITLE:
            notes.odd(
                lines[0].words,
                "this stands above the first title and belongs to no piece",
                "begin a piece with '# ' and its title",
            )
            continue
        if count == MOST_PIECES:
            notes.odd(
                lines[0].words,
                f"this file has more than {MOST_PIECES} pieces, and the rest is not read",
                "put some of them in another file",
            )
            break
        block = _Builder(lines, Notes(notes.file, left)).build()
        yield block
        count, left = count + 1, left - len(block.notes.problems)
        if left <= 0:
            notes.odd(
                block.title,
                f"more than {MOST_PROBLEMS} things are wrong in this file, and what follows is "
                "not read",
                "mend some of them, and look again",
            )
            break


def _pieces(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each piece, and first of all those above the first title."""
    piece: list[Line] = []
    under_item = False
    for line in lines:
        mark = line.mark
        if mark is Mark.TITLE and not (line.indented and under_item):
            if piece:
                yield piece
            piece = []
            under_item = False
        elif mark is Mark.PROMPT or mark is Mark.ITEM:
            under_item = True
        piece.append(line)
    if piece:
        yield piece


class _Builder:
    """Puts the lines of one piece where they belong."""

    def __init__(self, lines: list[Line], notes: Notes) -> None:
        self.notes = notes
        self.lines = [
            line if len(line.words.text) <= MOST_CHARACTERS else self._shortened(line)
            for line in lines
        ]
        kind = self._kind()
        self.form = FORMS[kind or Kind.GUIDE]
        notes.forgiving = kind is Kind.SUPPORT
        self.block = Block(self.lines[0].words, kind, notes)
        self.section: Section | None = None
        self.item: Item | None = None
        self.strayed = False
        """Whether the line before was text that should have been indented."""
        self.wrong_mark = False
        """Whether it was said that items begin differently here."""
        self.doubtful: list[tuple[Setting, Item | None]] = []
        """Lines of text that may be settings without their colon, and what they stand under."""
        self.items = 0
        """How many there are so far."""

    def build(self) -> Block:
        """Return the block; one of an unknown kind stays empty."""
        if self.block.kind is not None:
            for line in self.notes.within(self.lines[1:]):
                if self.items > MOST_ITEMS:
                    break
                self._put(line)
        for setting, item in self.doubtful:
            if is_meant(setting, item, self.block):
                self._say_forgotten(setting)
        return self.block

    def _kind(self) -> Kind | None:
        """Find out what the piece is, because that decides which words are settings in it."""
        for line in self.lines[1:]:
            if line.mark is Mark.TEXT:
                setting = setting_in(line.words)
                if setting and "kind" in meaning(FORMS[Kind.GUIDE].piece, setting.name)[:2]:
                    return self._read_kind(setting.value)
            elif line.mark is not Mark.ESCAPE:
                break
        return Kind.GUIDE

    def _read_kind(self, words: Words) -> Kind | None:
        given = re.sub(JOINS, "-", typed(words.text).casefold()).replace("checkin", "check-in")
        kinds: list[str] = list(FORMS)
        meant = given if given in kinds else likely(given, kinds)
        if given not in kinds:
            self.notes.wrong(
                words,
                f"unknown kind {words.shown}" if given else "'kind:' has nothing after it",
                f"did you mean '{meant}'?" if meant else f"the kinds are {', '.join(kinds)}",
            )
        return Kind(meant) if meant else None

    def _shortened(self, line: Line) -> Line:
        """Return the beginning of a line that is too long."""
        end = line.words.cut(MOST_CHARACTERS)
        self.notes.wrong(
            Words("", end.line, end.column),
            f"this line has {len(line.words.text):,} characters, and no more than "
            f"{MOST_CHARACTERS:,} are read",
            "make it shorter, or break it in two",
        )
        words = line.words.cut(0, MOST_CHARACTERS)
        return line._replace(words=words, whole=words)

    def _put(self, line: Line) -> None:
        mark = line.mark
        if self.item is not None and line.indented:
            self._put_under(self.item, line)
        elif mark is Mark.PROMPT or mark is Mark.ITEM:
            self._begin_item(line)
        elif mark is Mark.SECTION:
            self._begin_section(line)
        elif mark is Mark.TITLE:
            self.notes.wrong(
                line.whole, "this is a title, and indented", "take away the spaces before it"
            )
        elif self.item is None:
            self._put_above(line)
        elif line.after_blank:
            self._put_after(line, self.section or Section(line.words))
        else:
            self._put_stray(self.item, line)
            return
        self.strayed = False

    def _begin_section(self, line: Line) -> None:
        if len(line.sign) > len(Mark.SECTION.value):
            self.notes.odd(
                line.whole,
                f"this begins with '{line.sign}', and a section with '##'",
                "write '## '",
            )
        self.item = None
        self.section = Section(line.words)
        self.block.sections.append(self.section)

    def _begin_item(self, line: Line) -> None:
        if line.mark is not self.form.mark:
            self._say_wrong_mark(line)
        if self.form.mark is Mark.TEXT:
            _append((self.section or self.block).text, line._replace(mark=Mark.TEXT))
            return
        self.items += 1
        if self.items > MOST_ITEMS:
            name = self.form.item_name
            self.notes.wrong(
                line.whole,
                f"{_a(self.form.name)} has {MOST_ITEMS} {name}s at most, and the rest is not read",
                "make two pieces of it",
            )
            return
        if self.section is None:
            self.section = Section(Words("", line.words.line, line.words.column))
            self.block.sections.append(self.section)
        self.item = Item(line.words)
        self.section.items.append(self.item)

    def _say_wrong_mark(self, line: Line) -> None:
        """Say once in a piece that its items begin with something else."""
        form = self.form
        if self.wrong_mark or (line.mark is Mark.ITEM and form.mark is Mark.TEXT):
            return
        self.wrong_mark = True
        message = f"{_a(form.name)} has no lines that begin with '{line.sign}'"
        if form.mark is Mark.TEXT:
            self.notes.odd(line.whole, message, "write the words alone, with commas between them")
            return
        other = "a guide" if line.mark is Mark.PROMPT else "an exercise"
        self.notes.wrong(
            line.whole,
            message,
            f"begin {_a(form.item_name)} with '{form.mark.value} '; if this is to be {other}, "
            f"write 'kind: {other.split()[1]}' under the title; {_KEEP_AS_TEXT}",
        )

    def _put_above(self, line: Line) -> None:
        """Put a line above the first item: under the title, or under a section."""
        owner, place = (
            (self.block, self.form.piece)
            if self.section is None
            else (self.section, self.form.section)
        )
        if not self._put_setting(line, owner.settings, place):
            _append(owner.text, line)
            self._doubt(line, place, None)

    def _put_under(self, item: Item, line: Line) -> None:
        """Put an indented line under its item."""
        if line.mark is not Mark.TEXT and is_misplaced(line.mark, line.sign, self.form):
            self.notes.wrong(
                line.whole,
                f"this begins with '{line.sign}' and is indented, so it would be shown as guidance "
                f"of the {self.form.item_name} above",
                "take away the spaces before it; to keep it as guidance, put \\ before it",
            )
        if not self._put_setting(line, item.settings, self.form.under):
            _append(item.guidance, line)
            self._doubt(line, self.form.under, item)

    def _put_stray(self, item: Item, line: Line) -> None:
        """Put a line that stands right after an item, and should have been indented."""
        name = self.form.item_name
        before = len(item.settings)
        if self._put_setting(line, item.settings, self.form.under):
            if len(item.settings) > before:
                self.notes.odd(
                    line.words,
                    f"'{item.settings[-1].name}:' belongs to the {name} above",
                    "begin the line with two spaces",
                )
            return
        if not self.strayed:
            apart = "" if self.form.section.words else ", or leave a blank line above it"
            self.notes.odd(
                line.words,
                f"it is not clear whether this belongs to the {name} above",
                f"indent it by two to show it with the {name}{apart}; "
                f"the {name} itself is one line, however long",
            )
        self.strayed = True
        _append(item.guidance, line)
        self._doubt(line, self.form.under, item)

    def _put_after(self, line: Line, section: Section) -> None:
        """Put text that comes after items and a blank line: it is shown before the next ones."""
        before = len(section.settings)
        if self._put_setting(line, section.settings, self.form.section):
            if len(section.settings) > before:
                self.notes.odd(
                    line.words,
                    f"'{section.settings[-1].name}:' belongs above the first {self.form.item_name}",
                    "move it up, straight under the line that begins with '##'",
                )
            return
        self.item = None
        place = Words("", line.words.line, line.words.column)
        self.section = Section(place, after_items=True)
        self.section.text.append(line.words)
        self.block.sections.append(self.section)

    def _put_setting(self, line: Line, settings: list[Setting], place: Place) -> bool:
        """Put a setting where it belongs; say False for a line that is text."""
        setting = setting_in(line.words) if line.mark is Mark.TEXT else None
        if setting is None:
            return False
        name = setting.name
        if name in place.words:
            settings.append(setting)
            return True
        known, near, elsewhere = meaning(place, name)
        if known:
            settings.append(setting._replace(name=known))
        elif near:
            note = self.notes.odd if near in self.form.harmless else self.notes.wrong
            if near in place.words:
                settings.append(setting._replace(name=near))
            meant = near if ":" in near else f"{near}:"
            note(line.words, f"unknown setting '{name}:'", f"did you mean '{meant}'? {_OR_TEXT}")
        elif elsewhere:
            self._say_misplaced(setting)
        return bool(known or near or elsewhere)

    def _doubt(self, line: Line, place: Place, item: Item | None) -> None:
        """Remember a line of text that may be a setting, until all of the piece is known."""
        if line.mark is Mark.TEXT and (setting := without_colon(line.words, place)):
            self.doubtful.append((setting, item))

    def _say_forgotten(self, setting: Setting) -> None:
        """Say that a line reads as a setting, but for its colon."""
        note = self.notes.odd if setting.name in self.form.harmless else self.notes.wrong
        value = shorten(setting.value.text, MOST_SHOWN)
        note(
            setting.at,
            f"there is no colon after '{setting.name}', so this is shown as text",
            f"write '{setting.name}: {value}'; if it is text, put \\ before it",
        )

    def _say_misplaced(self, setting: Setting) -> None:
        """Say where a setting belongs that stands where it is none."""
        form = self.form
        if setting.name in form.piece.words:
            whose = f"the {form.name} as a whole"
            mend = f"move it up, under the title and above the first {form.item_name}"
        elif setting.name in form.section.words:
            whose = "a section"
            mend = "put a line with '## ' and a name above it, and this straight under that line"
        else:
            whose = _a(form.item_name)
            mend = f"put it straight under the {form.item_name}, and begin the line with two spaces"
        self.notes.wrong(
            setting.at, f"'{setting.name}:' belongs to {whose}", f"{mend}; {_KEEP_AS_TEXT}"
        )


def _append(lines: list[Words], line: Line) -> None:
    """Add a line of text, with an empty one before it where the file has one."""
    if line.after_blank and lines:
        lines.append(Words("", line.words.line, line.words.column))
    # A mark that means nothing where it stands is part of the text.
    is_text = line.mark is Mark.TEXT or line.mark is Mark.ESCAPE
    lines.append(line.words if is_text else line.whole)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
