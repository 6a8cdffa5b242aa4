"""What is noticed while a pack is read: problems, and whether a piece can still be used.

A reader never stops at a mistake. It says what is wrong, goes on with what it has, and whoever
asked decides by `broken` whether the piece is to be trusted.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from integrate_tui.core.pieces import Problem
from integrate_tui.packs.words import UnclearError, Words

T = TypeVar("T")

MOST_PROBLEMS = 200
"""How many problems of one file are told; it is not read any further then."""


class Notes:
    """The problems of one piece, or of a file outside its pieces."""

    def __init__(self, file: str, room: int = MOST_PROBLEMS) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._room = room
        self.forgiving = False
        """Whether the piece is better with a mistake in it than not there at all."""
        self._useless = False
        self._mistaken = False

    @property
    def spent(self) -> bool:
        """Whether there are as many problems as are told, so that looking for more is idle."""
        return len(self.problems) >= self._room

    @property
    def full(self) -> bool:
        """Whether that is so, and the piece is to be given up for it."""
        return self.spent and not self.forgiving

    @property
    def broken(self) -> bool:
        """Whether something would be asked, timed or made safe otherwise than it was meant."""
        return self._useless or self.full or (self._mistaken and not self.forgiving)

    def within(self, some: Iterable[T]) -> Iterator[T]:
        """Yield one after the other, until there are as many problems as are told."""
        for each in some:
            if self.full:
                return
            yield each

    def unusable(self, at: Words, message: str, mend: str = "") -> None:
        """Note that there is nothing that could be used."""
        self._useless = True
        self.odd(at, message, mend)

    def wrong(self, at: Words, message: str, mend: str = "") -> None:
        """Note a mistake that a piece cannot be used with, unless it is a forgiving one."""
        self._mistaken = True
        self.odd(at, message, mend)

    def odd(self, at: Words, message: str, mend: str = "") -> None:
        """Note a mistake that a piece can be used in spite of."""
        if len(self.problems) < self._room:
            self.problems.append(Problem(self.file, at.line, at.column, message, mend))

    def unclear(self, error: UnclearError, *, harmless: bool = False) -> None:
        """Note words that could not be read."""
        note = self.odd if harmless else self.wrong
        note(error.at, error.message, error.mend)
