"""What came up and waits to be sorted out: what a piece of it may become.

Each way is one key. What is made hangs on the piece it came from, which stays as it was written.
"""

from enum import StrEnum

from integrate_tui.core.text import clean_line, first_line
from integrate_tui.core.value import value

LONGEST_LINE = 200
"""Characters of the one line that is made of a longer piece."""


class Way(StrEnum):
    """What something that came up becomes."""

    INSIGHT = "insight"
    FEELING = "feeling"
    QUESTION = "question"
    TALK = "talk"
    CONTAINER = "container"
    PAUSE = "pause"
    GO = "go"

    @property
    def called(self) -> str:
        """What it is called where it is offered."""
        return _WORDS[self].title

    @property
    def about(self) -> str:
        """What it means, in a few words."""
        return _WORDS[self].about

    @property
    def done(self) -> str:
        """What is said once it was done."""
        return _WORDS[self].done


@value()
class WayWords:
    """The words of one way."""

    title: str
    about: str
    done: str


_WORDS = {
    Way.INSIGHT: WayWords("An insight", "something to keep", "An insight now."),
    Way.FEELING: WayWords("A feeling", "name it, and leave it at that", "Kept as a feeling."),
    Way.QUESTION: WayWords("An open question", "it may stay open", "An open question now."),
    Way.TALK: WayWords("To talk about", "with a person", "On the talk list."),
    Way.CONTAINER: WayWords("Into the container", "a title only, until a day", "Parked."),
    Way.PAUSE: WayWords("A pause card", "a big move, in 14 days", "On a pause card."),
    Way.GO: WayWords("Let go", "it stays in the journal", "Let go. It stays in the journal."),
}


def in_a_line(text: str) -> tuple[str, str]:
    """Return a piece as one line, and the whole of it where that line leaves something out."""
    line = clean_line(first_line(text, LONGEST_LINE))
    return line, "" if line == clean_line(text) else text.strip()
