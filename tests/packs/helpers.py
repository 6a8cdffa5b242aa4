"""Reading packs in tests: one piece, its problems as lines, a setting's value."""

from collections.abc import Iterable
from typing import TypeVar

from integrate_tui.core.pieces import (
    AnyPiece,
    CheckIn,
    Exercise,
    Feelings,
    Guide,
    Kind,
    Measure,
    Piece,
    Prompt,
    Step,
    Support,
    Values,
)
from integrate_tui.packs.pack import Pack, read_pack
from integrate_tui.packs.words import Words
from integrate_tui.packs.writer import write_piece

P = TypeVar("P", bound=Piece)

KINDS: dict[Kind, type[Piece]] = {
    Kind.GUIDE: Guide,
    Kind.CHECK_IN: CheckIn,
    Kind.EXERCISE: Exercise,
    Kind.MEASURE: Measure,
    Kind.FEELINGS: Feelings,
    Kind.VALUES: Values,
    Kind.SUPPORT: Support,
}


def words(text: str) -> Words:
    """Words that stand at the start of a file."""
    return Words(text, 1, 1)


def pack(text: str) -> Pack:
    """What a file with this text holds."""
    return read_pack(text, "pack.txt")


def write_pack(pieces: Iterable[AnyPiece]) -> str:
    """The text of a file with these pieces, one after the other."""
    return "\n".join(write_piece(piece) for piece in pieces)


def told(text: str) -> list[str]:
    """Every problem of a text, as a person reads it."""
    return [str(problem) for problem in pack(text).problems]


def one(of: type[P], text: str) -> P:
    """The only piece of a text, which has no problem."""
    found = pack(text)
    assert not found.problems, [str(problem) for problem in found.problems]
    (piece,) = found.pieces
    assert isinstance(piece, of)
    return piece


def loaded(of: type[P], text: str) -> P:
    """The only piece of a text, whatever problems it has."""
    (piece,) = pack(text).pieces
    assert isinstance(piece, of)
    return piece


def prompt(settings: str) -> Prompt:
    """A prompt with these lines under it."""
    return one(Guide, f"# T\n? Asked\n{indented(settings)}").prompts[0]


def prompt_problems(settings: str) -> list[str]:
    """The problems of a prompt with these lines under it; they begin in line 3."""
    return told(f"# T\n? Asked\n{indented(settings)}")


def step(line: str) -> Step:
    """A step written like this."""
    return one(Exercise, f"# T\nkind: exercise\n- {line}\n").sections[0].steps[0]


def indented(text: str) -> str:
    """Text with two spaces before each line."""
    return "".join(f"  {line}\n" for line in text.split("\n"))
