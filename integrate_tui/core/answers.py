"""The kinds of answer a question may ask for.

Each is a frozen value that both front ends turn into something to fill in; `ask` in the screens
and in the text front end is one function over these. What comes back is a `Reply`.
"""

import re
from datetime import date

from integrate_tui.core.value import value

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@value()
class Text:
    """Free writing, as long as one likes."""


@value()
class Line:
    """One line."""


@value()
class Date:
    """A day, as people say it."""


@value()
class Sketch:
    """A pad of characters, kept as text."""


@value()
class Body:
    """Marks on an outline of the body."""


@value()
class Scale:
    """A whole number between two ends, each of which may have a word."""

    low: int = 0
    high: int = 10
    words: tuple[tuple[int, str], ...] = ()
    """Numbers that have a word, in rising order: the ends mostly, sometimes the middle."""

    def word(self, value: int) -> str:
        """Return the word beside a number, or an empty string."""
        return dict(self.words).get(value, "")


@value()
class Choose:
    """One of several."""

    options: tuple[str, ...]


@value()
class ChooseAny:
    """Any number of several."""

    options: tuple[str, ...]


@value()
class Check:
    """A list of things to tick."""

    items: tuple[str, ...]


@value()
class Lines:
    """Several short lines."""

    most: int = 3
    """How many lines are asked for; more that are written are kept as lines of their own."""


@value()
class Feelings:
    """Words from the feelings vocabulary."""

    most: int = 0
    """How many words at the most; 0 for any number."""


@value()
class Link:
    """One of the person's own things."""

    to: str
    """`value`, `insight`, `belief`, `goal`, `intention` or `experience`."""


Answer = (
    Text
    | Line
    | Date
    | Sketch
    | Body
    | Scale
    | Choose
    | ChooseAny
    | Check
    | Lines
    | Feelings
    | Link
)

FREE_TEXT = Text()
"""What is asked when a prompt says nothing else."""

LINKABLE = ("value", "insight", "belief", "goal", "intention", "experience")
"""What a `link:` may point to."""

KIND_NAMES: dict[type[Answer], str] = {
    Text: "text",
    Line: "line",
    Date: "date",
    Sketch: "sketch",
    Body: "body",
    Scale: "scale",
    Choose: "choose",
    ChooseAny: "choose any",
    Check: "check",
    Lines: "list",
    Feelings: "feelings",
    Link: "link",
}
"""The name each kind is stored under."""


@value()
class Choice:
    """One of the person's own things, as something to choose."""

    n: int
    """Its number."""
    words: str
    """What it says, on one line."""


@value()
class Reply:
    """What was answered, in every form that is needed later.

    An empty reply stands for a question that was left; it is never a mark against anyone.
    """

    text: str = ""
    """The answer in words, one choice or line a line."""
    number: int | None = None
    """The number, for a scale."""
    words: tuple[str, ...] = ()
    """The separate choices, ticks, marks, lines or feelings, for the kinds that have several."""
    things: tuple[int, ...] = ()
    """The numbers of one's own things that it speaks of; the words stand without them."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not self.text.strip() and self.number is None and not self.words


EMPTY = Reply()


def reply_with_text(text: str) -> Reply:
    """Answer with words as they stand."""
    return Reply(text=text) if text.strip() else EMPTY


def reply_with_number(number: int) -> Reply:
    """Answer with a number on a scale."""
    return Reply(text=str(number), number=number)


def reply_with_day(day: date) -> Reply:
    """Answer with a day, written so that days can be compared: `2026-11-03`."""
    return Reply(text=day.isoformat())


def reply_with_choice(choice: Choice) -> Reply:
    """Answer with one of one's own things, in the words it has now."""
    return Reply(text=choice.words, things=(choice.n,))


def day_of(text: str) -> date | None:
    """Return the day that an answer is, None where it was left in words of one's own."""
    if not _ISO_DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def reply_with_words(words: tuple[str, ...]) -> Reply:
    """Answer with separate choices, lines or feelings, in the order given."""
    kept = tuple(word for word in words if word.strip())
    return Reply(text="\n".join(kept), words=kept) if kept else EMPTY
