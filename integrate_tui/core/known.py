"""What is known around a question: the person's words, days and things that answers speak of.

A field and a typed answer need the same of it, and neither may look it up by itself.
"""

from collections.abc import Callable, Sequence
from datetime import date

from integrate_tui.core.answers import Choice
from integrate_tui.core.pieces import Family
from integrate_tui.core.value import value


@value()
class Known:
    """What the kinds of answer ask of the world."""

    families: Sequence[Family]
    """The feelings words, by family."""
    today: date
    read_day: Callable[[str], date]
    """Returns the day that was typed; raises `UsageError` where it is none."""
    own: Callable[[str], Sequence[Choice]]
    """Returns one's own things of a kind that a `link:` names, newest first."""

    @property
    def feelings(self) -> tuple[str, ...]:
        """Every feelings word."""
        return tuple(word for family in self.families for word in family.words)
