"""What is looked for in the journal, and what is found."""

from datetime import date

from integrate_tui.core.thing import Brief, Stage, ThingKind
from integrate_tui.core.value import value

OPENS, CLOSES = "\x02", "\x03"
"""Around each found word in a snippet; cleaned text never holds them."""


@value()
class Query:
    """What is looked for; every part narrows it down."""

    words: str = ""
    """All of them have to be there; the last may be a beginning."""
    kinds: tuple[ThingKind, ...] = ()
    """Any of these kinds; empty for all."""
    tags: tuple[str, ...] = ()
    """All of these tags."""
    feelings: tuple[str, ...] = ()
    """All of these words, among the feelings of a check-in or an entry."""
    guide: str = ""
    """The id of the guide that an entry was written with."""
    stage: Stage | None = None
    experience: int | None = None
    """The number of the experience it is about, or is."""
    starred: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.words.strip() or self.kinds or self.has_marks or self.since or self.until)

    @property
    def has_marks(self) -> bool:
        """Whether it asks for something that was put on a thing, or said in it as an answer."""
        return bool(
            self.tags
            or self.feelings
            or self.guide
            or self.stage
            or self.experience is not None
            or self.starred
        )


@value()
class Hit:
    """One thing that was found."""

    brief: Brief
    snippet: str = ""
    """The place it was found at, with each found word between `OPENS` and `CLOSES`."""

    @property
    def plain_snippet(self) -> str:
        """The place it was found at, as plain text."""
        return self.snippet.replace(OPENS, "").replace(CLOSES, "")
