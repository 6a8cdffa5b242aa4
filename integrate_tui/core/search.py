"""What is looked for in the journal, and what is found."""

from datetime import date

from integrate_tui.core.thing import Brief, ThingKind
from integrate_tui.core.value import value

OPENS, CLOSES = "\x02", "\x03"
"""Around each found word in a snippet; cleaned text never holds them."""


@value()
class Query:
    """What is looked for; every part narrows it down."""

    words: str = ""
    kinds: tuple[ThingKind, ...] = ()
    """Only these kinds; empty for all."""
    tag: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.words.strip() or self.tag or self.since or self.until)


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


def query_of(typed: str) -> Query:
    """Read a search as it is typed: words, with `#tag` or `tag:name` for a tag."""
    words = []
    tag = ""
    for word in typed.split(" "):
        lowered = word.casefold()
        if lowered.startswith("tag:") and len(word) > len("tag:"):
            tag = lowered.removeprefix("tag:")
        elif word.startswith("#") and len(word) > 1:
            tag = lowered.removeprefix("#")
        else:
            words.append(word)
    return Query(" ".join(words) if any(words) else "", tag=tag)
