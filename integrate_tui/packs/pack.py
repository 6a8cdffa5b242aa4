"""A whole file: its pieces, the ones that cannot be used, and every problem with its place."""

import re

from integrate_tui.core.pieces import AnyPiece, Kind, Problem
from integrate_tui.core.value import value
from integrate_tui.packs.blocks import Block
from integrate_tui.packs.exercises import read_exercise
from integrate_tui.packs.feelings import read_feelings
from integrate_tui.packs.grammar import read_blocks
from integrate_tui.packs.guides import read_guide
from integrate_tui.packs.measures import read_measure
from integrate_tui.packs.notes import Notes
from integrate_tui.packs.support import read_support
from integrate_tui.packs.values import identify
from integrate_tui.packs.words import Words

MOST_BYTES = 1024 * 1024
"""The largest file that is read."""

_TITLE_OR_KIND = r"(?m)^(?: *#(?!#)|kind: ?([a-z-]+) *$)"


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

    It takes a fraction of the time that reading takes, and serves to leave a file for later.
    """
    if not text.replace("\n", "").isprintable():
        return None
    # A title and a kind, a title and a kind: anything else is for the parser to make sense of.
    said = re.findall(_TITLE_OR_KIND, text)
    titles, kinds = said[::2], said[1::2]
    if len(titles) != len(kinds) or any(titles) or not set(kinds) <= set(Kind):
        return None
    return frozenset(map(Kind, kinds))


def read_pack(text: str, file: str) -> Pack:
    """Read the pieces in a text; whatever the text is, this raises nothing.

    Args:
        text: What is in the file.
        file: The name that problems call it by.
    """
    notes = Notes(file)
    if len(text) > MOST_BYTES:
        return too_large(file)
    blocks = read_blocks(text, notes)
    if not text.strip():
        notes.odd(Words("", 0, 0), "this file is empty", "begin a piece with '# ' and its title")
    taken: dict[tuple[Kind | None, str], int] = {}
    found = []
    for block in blocks:
        piece = _read(block)
        found.append(_found(block, piece, taken))
    return Pack(file, tuple(found), tuple(notes.problems))


def too_large(file: str) -> Pack:
    """Return a file that was not read because of its size."""
    return refused(file, "this file is larger than 1 MiB", "put its pieces into several files")


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
