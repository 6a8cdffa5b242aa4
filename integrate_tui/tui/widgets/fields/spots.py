"""Where the words of a field stand, line by line."""

from rich.cells import cell_len

from integrate_tui.core.value import value


@value()
class Spot:
    """Where a word stands."""

    word: str
    line: int
    x: int

    @property
    def end(self) -> int:
        """The first cell after it."""
        return self.x + cell_len(self.word)
