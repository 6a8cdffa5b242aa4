"""What is noticed while a pack is read: problems, and whether a piece can still be used.

A reader never stops at a mistake. It says what is wrong, goes on with what it has, and whoever
asked decides by `broken` whether the piece is to be trusted.
"""

from integrate_tui.core.pieces import Problem
from integrate_tui.packs.words import UnclearError, Words

MOST_PROBLEMS = 200
"""How many problems of one piece are told; one with more is not a piece."""


class Notes:
    """The problems of one piece, or of a file outside its pieces."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.forgiving = False
        """Whether the piece is better with a mistake in it than not there at all."""
        self._useless = False
        self._mistaken = False

    @property
    def broken(self) -> bool:
        """Whether something would be asked, timed or made safe otherwise than it was meant."""
        return self._useless or (self._mistaken and not self.forgiving)

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
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, at.line, at.column, message, mend))

    def unclear(self, error: UnclearError, *, harmless: bool = False) -> None:
        """Note words that could not be read."""
        note = self.odd if harmless else self.wrong
        note(error.at, error.message, error.mend)
