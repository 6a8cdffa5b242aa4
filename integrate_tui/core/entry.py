"""What was written: an entry, free or guided, and the answers it is made of.

A guided entry keeps each prompt's words beside its answer, so rewording a guide never changes the
past.
"""

from integrate_tui.core.answers import KIND_NAMES, Answer, Date, Reply, Scale, day_of
from integrate_tui.core.dates import long_day
from integrate_tui.core.pieces import KeepAs, Prompt
from integrate_tui.core.text import first_line, shorten
from integrate_tui.core.value import value

NOTHING_CAME = "Nothing came."
"""What is kept where somebody wrote through a guide and had nothing to write."""
TITLE_LENGTH = 70
"""Characters a title offered from the text has at the most."""
OWN_WORDS = ("text", "line", "list")
"""The kinds of answer that are in a person's own words; what was chosen from a list is no title."""


@value()
class Answered:
    """A prompt as it was worded, and what was answered to it."""

    prompt: str
    reply: Reply
    kind: str = "text"
    """The kind of answer, by the name it is stored under."""
    guidance: str = ""
    name: str = ""
    """What trends and later prompts call the answer."""
    low: int = 0
    """The lower end of the scale, where there is one."""
    high: int = 0
    """The upper end of the scale, where there is one."""
    scale_words: str = ""
    """The scale's words as it was shown: `0 heavy .. 10 light`."""
    families: tuple[str, ...] = ()
    """The family of each feeling, in the order of the words."""
    private: bool = False
    """Whether it is for the person alone: in no chart, no list and nothing that is handed on."""

    @property
    def line(self) -> str:
        """The answer on one line."""
        return ", ".join(self.reply.words) if self.reply.words else self.said

    @property
    def said(self) -> str:
        """The answer as it is read again: a day in full, all else as it was given."""
        day = day_of(self.reply.text) if self.kind == KIND_NAMES[Date] else None
        return self.reply.text if day is None else f"{long_day(day)} {day.year}"


@value()
class Entry:
    """What was written in one sitting."""

    title: str = ""
    text: str = ""
    """Free writing; empty for a guided entry, whose words are its answers."""
    guide: str = ""
    """The id of the guide, empty for free writing."""
    guide_title: str = ""
    answers: tuple[Answered, ...] = ()

    @property
    def heading(self) -> str:
        """The title, or what stands in for one."""
        return self.title or offered_title(self) or self.guide_title or "Untitled"

    @property
    def words(self) -> str:
        """Everything that was written in it, without the prompts."""
        parts = [self.text, *(answer.reply.text for answer in self.answers)]
        return "\n\n".join(part for part in parts if part.strip())


def answered(prompt: Prompt, reply: Reply, family_of: dict[str, str] | None = None) -> Answered:
    """Put a reply beside its prompt, in the prompt's present words.

    Args:
        prompt: What was asked.
        reply: What was answered.
        family_of: The family of each feelings word, for an answer made of feelings.
    """
    kind = prompt.answer
    low, high, words = scale_ends(kind)
    families = tuple((family_of or {}).get(word, "") for word in reply.words)
    return Answered(
        prompt=prompt.text,
        reply=reply,
        kind=KIND_NAMES[type(kind)],
        guidance=prompt.guidance,
        name=prompt.name,
        low=low,
        high=high,
        scale_words=words,
        families=families if any(families) else (),
        private=is_private(prompt),
    )


def is_private(prompt: Prompt) -> bool:
    """Tell whether what is answered to a prompt is for the person alone.

    What is parked in a container is, in its entry as well.
    """
    return prompt.private or prompt.keep_as is KeepAs.CONTAINER


def scale_ends(kind: Answer) -> tuple[int, int, str]:
    """Return the ends of a scale and its words as shown; zeros and nothing for other kinds."""
    if not isinstance(kind, Scale):
        return 0, 0, ""
    words = dict(kind.words)
    points = sorted({kind.low, kind.high, *words})
    shown = " .. ".join(f"{point} {words.get(point, '')}".strip() for point in points)
    return kind.low, kind.high, shown


def offered_title(entry: Entry) -> str:
    """Return the title the text itself offers: its first line, shortened at a word.

    What is private is in no title, because titles are read in lists, over a shoulder too.
    """
    own = (a.line for a in entry.answers if a.kind in OWN_WORDS and not a.private)
    for text in (entry.text, *own):
        line = first_line(text, TITLE_LENGTH).lstrip("#>*- ").strip()
        if line:
            return shorten(line, TITLE_LENGTH)
    return ""
