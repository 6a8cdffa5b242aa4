"""A whole file: its pieces, the ones that cannot be used, and every problem with its place."""

import re
from itertools import islice

from integrate_tui.core.pieces import AnyPiece, Kind, Problem
from integrate_tui.core.value import value
from integrate_tui.packs.blocks import Block
from integrate_tui.packs.exercises import read_exercise
from integrate_tui.packs.feelings import read_feelings
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.grammar import read_blocks
from integrate_tui.packs.guides import read_guide
from integrate_tui.packs.lines import STRAY
from integrate_tui.packs.meanings import LONGEST_WORD
from integrate_tui.packs.measures import read_measure
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.support import read_support
from integrate_tui.packs.value_words import read_values
from integrate_tui.packs.values import identify
from integrate_tui.packs.words import Words

MOST_BYTES = 1024 * 1024
"""The largest file that is read."""
MOST_LINES = 5_000
"""The most lines of a file that is read; all the bundled packs together have fewer."""
MOST_PARTS = 10_000
"""The most commas, semicolons and bars of a file that is read."""
MOST_STRAY = 5_000
"""The most characters that are in no text, of a file that is read."""

_TOO_LARGE = "this file is larger than 1 MiB"
_IN_SEVERAL = "put its pieces into several files"
_PARTING = ",;|"
_KINDS = frozenset(Kind)
_BESIDE_KIND = FORMS[Kind.GUIDE].piece.words - {"kind"}

_TITLE = r"(?m)^ *#(?!#)"
_HEAD_ENDS = r"(?m)^ *(?:\?|##)"
_KIND = r"kind: ?([a-z-]+) *"


@value()
class Found:
    """One piece of a file, whether it can be used or not."""

    kind: Kind | None
    """None where it is said and not known."""
    id: str
    title: str
    line: int
    """Where its title is."""
    piece: AnyPiece | None
    """None where a mistake would change what is asked, when, or how safely."""
    problems: tuple[Problem, ...]


@value()
class Pack:
    """What one file came to."""

    file: str
    """The name its problems go by."""
    found: tuple[Found, ...] = ()
    own_problems: tuple[Problem, ...] = ()
    """The problems of the file that belong to no piece."""

    @property
    def pieces(self) -> tuple[AnyPiece, ...]:
        """The pieces that can be used."""
        return tuple(found.piece for found in self.found if found.piece is not None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in the order of the file."""
        problems = [*self.own_problems]
        for found in self.found:
            problems += found.problems
        return tuple(sorted(problems))


def kinds_said(text: str) -> frozenset[Kind] | None:
    """Return the kinds of the pieces in a text, or None where not each says its kind plainly.

    It takes a fraction of the time that reading takes, and serves to leave a file for later. It may
    name a kind too many, and never one too few.
    """
    if not text.replace("\n", "").isprintable():
        return None
    kinds = [_kind_said(piece) for piece in re.split(_TITLE, text)[1:]]
    return None if None in kinds else frozenset(kind for kind in kinds if kind is not None)


def _kind_said(piece: str) -> Kind | None:
    """Return the kind of a piece by the lines under its title; None where the parser has to say."""
    head = re.split(_HEAD_ENDS, piece, maxsplit=1)[0]
    for line in head.split("\n")[1:]:
        if found := re.fullmatch(_KIND, line):
            return Kind(found[1]) if found[1] in _KINDS else None
        name, colon, _ = line.strip().partition(":")
        is_plain = not colon or len(name) > LONGEST_WORD or name.startswith("//")
        if not is_plain and name not in _BESIDE_KIND:
            return None  # it may be another way to say the kind
    return Kind.GUIDE


def read_lead(text: str, file: str) -> AnyPiece | None:
    """Return the one piece of a good file as far as what it says of itself: its first item at most.

    It takes a fifth of the time that reading takes. A mistake further on is not seen, so it serves
    to choose among files that are known to be good.

    Returns:
        None where there are several pieces, or there is a mistake in what was read.
    """
    if len(re.findall(_TITLE, text)) != 1:
        return None
    end = re.search(_HEAD_ENDS, text)
    lead = text[: end.start()] if end else text
    pieces = read_pack(f"{lead}\n{FORMS[Kind.GUIDE].mark.value} \u2026\n", file).pieces
    return pieces[0] if pieces else None


def read_pack(text: str, file: str) -> Pack:
    """Read the pieces in a text; whatever the text is, this raises nothing.

    Args:
        text: What is in the file.
        file: The name that problems call it by.
    """
    if too_much := _too_much(text):
        return refused(file, *too_much)
    notes = Notes(file)
    if not text.strip():
        notes.odd(Words("", 0, 0), "this file is empty", "begin a piece with '# ' and its title")
    taken: dict[tuple[Kind | None, str], int] = {}
    found = [_found(block, _read(block), taken) for block in read_blocks(text, notes)]
    return Pack(file, tuple(found), tuple(notes.problems))


def too_large(file: str) -> Pack:
    """Return a file that was not read because of its size."""
    return refused(file, _TOO_LARGE, _IN_SEVERAL)


def _too_much(text: str) -> tuple[str, str] | None:
    """Say why a text is not read at all, and how to mend that; None where it is.

    What a reader does for each line and each word of a list is bounded here, by counts that cost
    next to nothing, so that no file can make anyone wait.
    """
    if len(text) > MOST_BYTES:
        return _TOO_LARGE, _IN_SEVERAL
    if text.count("\n") + text.count("\r") - text.count("\r\n") >= MOST_LINES:
        return f"this file has more than {MOST_LINES:,} lines", _IN_SEVERAL
    if sum(map(text.count, _PARTING)) > MOST_PARTS:
        return f"the lists in this file have more than {MOST_PARTS:,} parts", _IN_SEVERAL
    if len(list(islice(re.finditer(STRAY, text), MOST_STRAY + 1))) > MOST_STRAY:
        return "this is no text: it is full of control characters", "save it as plain text, UTF-8"
    return None


def refused(file: str, message: str, mend: str = "", line: int = 0, column: int = 0) -> Pack:
    """Return a file that nothing was read from, with the reason."""
    return Pack(file, own_problems=(Problem(file, line, column, message, mend),))


def _read(block: Block) -> AnyPiece | None:
    match block.kind:
        case Kind.GUIDE | Kind.CHECK_IN as kind:
            return read_guide(block, kind)
        case Kind.EXERCISE:
            return read_exercise(block)
        case Kind.MEASURE:
            return read_measure(block)
        case Kind.FEELINGS:
            return read_feelings(block)
        case Kind.VALUES:
            return read_values(block)
        case Kind.SUPPORT:
            return read_support(block)
        case None:
            return None


def _found(
    block: Block, piece: AnyPiece | None, taken: dict[tuple[Kind | None, str], int]
) -> Found:
    notes, title = block.notes, block.title
    name = piece.id if piece else identify(title.text)
    if name and (block.kind, name) in taken:
        notes.unusable(
            title,
            f"another {block.kind or 'piece'} in this file has the id '{name}', "
            f"in line {taken[block.kind, name]}",
            "give this one another title, or an 'id:' of its own",
        )
    taken.setdefault((block.kind, name), title.line)
    return Found(
        kind=block.kind,
        id=name,
        title=title.text,
        line=title.line,
        piece=None if notes.broken else piece,
        problems=tuple(sorted(notes.problems)),
    )
