"""Guided writing, one prompt at a time, as a state machine that both front ends drive.

Each action gives another `Writing`. Nothing has to be answered; going back and changing an answer
that others depend on leaves what was written to them where it is, in the entry too.
"""

from collections.abc import Mapping
from dataclasses import replace

from integrate_tui.core.answers import (
    EMPTY,
    Answer,
    Line,
    Lines,
    Reply,
    Text,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.entry import Answered, Entry, answered
from integrate_tui.core.pieces import (
    Comparison,
    Condition,
    Guide,
    KeepAs,
    Prompt,
    RuleName,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.core.value import value

MANY_FRAGMENTS = 999
"""How many fragments one prompt takes."""


@value()
class KeptAnswer:
    """A line that its prompt marked to be kept, until the person says yes or no."""

    keep_as: KeepAs
    line: str
    prompt: str


@value()
class TimeBox:
    """A time that a prompt is written to for, and no longer."""

    index: int
    """Which prompt, by its place in the guide."""
    limit: float
    """How long, in seconds."""
    spent: float = 0.0
    """How much of it is over, in seconds."""

    @property
    def left(self) -> float:
        """How much of it is left, in seconds."""
        return max(0.0, self.limit - self.spent)


@value()
class Stop:
    """A prompt as a line of the outline."""

    index: int
    """Its place in the guide."""
    question: str
    section: str
    """The heading it stands under, empty for none."""
    is_answered: bool
    is_here: bool


@value()
class Writing:
    """A guide while it is being written through."""

    guide: Guide
    replies: tuple[Reply, ...]
    """A reply for each prompt of the guide, empty for what was left."""
    index: int = 0
    """The prompt that is shown."""
    angle: int = 0
    """Which of its further questions is shown; 0 for the prompt itself."""
    orphans: tuple[Answered, ...] = ()
    """Answers of a draft whose prompts the guide no longer has; they are kept all the same."""
    in_fragments: frozenset[int] = frozenset()
    """The prompts for free writing that are answered in fragments, a line each, with no story."""
    pages: tuple[tuple[int, str], ...] = ()
    """What was a page before it was turned into fragments, by the place of its prompt: blank lines
    and indents are part of a page, and are there again when it is turned back untouched."""
    boxes: tuple[TimeBox, ...] = ()
    """The prompts that were written to for a time."""

    @property
    def prompt(self) -> Prompt:
        """The prompt that is shown."""
        return self.guide.prompts[self.index]

    @property
    def reply(self) -> Reply:
        """What was answered to it so far."""
        return self.replies[self.index]

    @property
    def answer_kind(self) -> Answer:
        """What it asks for, after the guide's own rules and in the way it is answered."""
        return self._kind_of(self.index)

    @property
    def is_in_fragments(self) -> bool:
        """Whether the present prompt is answered in fragments."""
        return self.index in self.in_fragments

    @property
    def takes_fragments(self) -> bool:
        """Whether the present prompt may be answered in fragments: one that asks for free words."""
        return isinstance(answer_kind(self.guide, self.prompt), Text)

    @property
    def box(self) -> TimeBox | None:
        """The time the present prompt is written to for; None where there is no such time."""
        limit = self.prompt.write_for or 0.0
        own = (box for box in self.boxes if box.index == self.index)
        box = next(own, TimeBox(self.index, limit))
        return box if box.limit else None

    @property
    def section_opening(self) -> str:
        """The heading and the line of a section, where the present prompt is the first it asks."""
        asked, index = set(self.asked), 0
        for section in self.guide.sections:
            own = range(index, index := index + len(section.prompts))
            if self.index == next((each for each in own if each in asked), None):
                return "\n".join(words for words in (section.title, section.intro) if words)
        return ""

    @property
    def outline(self) -> list[Stop]:
        """Every prompt that is asked, with whether it has an answer."""
        asked = set(self.asked)
        stops = []
        index = 0
        for section in self.guide.sections:
            for prompt in section.prompts:
                if index in asked:
                    is_answered = not self.replies[index].is_empty
                    is_here = index == self.index
                    stops.append(Stop(index, prompt.text, section.title, is_answered, is_here))
                index += 1
        return stops

    @property
    def question(self) -> str:
        """The words it is asked in: its own, or those of the present angle."""
        return self.prompt.deeper[self.angle - 1] if self.angle else self.prompt.text

    @property
    def asked(self) -> list[int]:
        """The prompts that are asked, after the answers so far."""
        return _asked(self.guide, self.replies)

    @property
    def number(self) -> int:
        """Which of the asked prompts is shown, from 1."""
        return self.asked.index(self.index) + 1 if self.index in self.asked else 1

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.index == self.asked[0]

    @property
    def is_last(self) -> bool:
        """Whether nothing is asked after this."""
        return self.index >= self.asked[-1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        return all(reply.is_empty for reply in self.replies) and not self.orphans

    @property
    def wants_support(self) -> bool:
        """Whether the present answer is one that brings up support."""
        return calls_for_support(self.prompt, self.reply)

    def answer(self, reply: Reply) -> "Writing":
        """Answer the present prompt, or take its answer back with an empty reply."""
        replies = list(self.replies)
        replies[self.index] = reply
        return replace(self, replies=tuple(replies))

    def next(self) -> "Writing":
        """Go on to the next prompt that is asked; at the last one stay."""
        following = [index for index in self.asked if index > self.index]
        return replace(self, index=following[0], angle=0) if following else self

    def back(self) -> "Writing":
        """Go back to the prompt asked before; at the first one stay."""
        earlier = [index for index in self.asked if index < self.index]
        return replace(self, index=earlier[-1], angle=0) if earlier else self

    def go_to(self, index: int) -> "Writing":
        """Go to any prompt that is asked; where it is not, stay."""
        return replace(self, index=index, angle=0) if index in self.asked else self

    def skip(self) -> "Writing":
        """Go on without answering the present prompt; what was written to it before stays."""
        return self.next()

    def another_angle(self) -> "Writing":
        """Ask the same thing another way, coming round to the first wording again."""
        count = len(self.prompt.deeper) + 1
        return replace(self, angle=(self.angle + 1) % count)

    def turned(self) -> "Writing":
        """Answer the present prompt in fragments, or as a page again; no word of it is lost."""
        if not self.takes_fragments:
            return self
        pages = {index: text for index, text in self.pages if index != self.index}
        others = self.in_fragments - {self.index}
        if self.is_in_fragments:
            before = dict(self.pages).get(self.index, "")
            is_untouched = _fragments(before) == self.reply
            page = reply_with_text(before if is_untouched else self.reply.text)
            return replace(self, in_fragments=others, pages=tuple(pages.items())).answer(page)
        pages[self.index] = self.reply.text
        turned = replace(self, in_fragments=others | {self.index}, pages=tuple(pages.items()))
        return turned.answer(_fragments(self.reply.text))

    def boxed(self, limit: float | None) -> "Writing":
        """Write to the present prompt for so many seconds from now on, or without a time."""
        return self._with_box(TimeBox(self.index, limit or 0.0))

    def spend(self, seconds: float) -> "Writing":
        """Let some of the present prompt's time go by; without one nothing changes."""
        box = self.box
        if box is None or seconds <= 0:
            return self
        return self._with_box(replace(box, spent=box.spent + seconds))

    def entry(self, title: str = "", family_of: dict[str, str] | None = None) -> Entry:
        """Return what is to be kept: every answer in the guide's order, and any orphans.

        An answer that another made superfluous is a person's words too, and is kept with the rest.

        Args:
            title: The title, empty to have none.
            family_of: The family of each feelings word.
        """
        kept = tuple(
            answered(replace(prompt, answer=self._kind_of(index)), reply, family_of)
            for index, (prompt, reply) in enumerate(
                zip(self.guide.prompts, self.replies, strict=True)
            )
            if not reply.is_empty
        )
        return Entry(
            title=title,
            guide=self.guide.id,
            guide_title=self.guide.title,
            answers=(*kept, *self.orphans),
        )

    def kept_answers(self) -> list[KeptAnswer]:
        """Return the lines that are asked for and marked to be kept, one by one."""
        kept = []
        for index in self.asked:
            prompt, reply = self.guide.prompts[index], self.replies[index]
            keep_as = prompt.keep_as
            if keep_as is None and index in self.in_fragments:
                keep_as = KeepAs.FRAGMENT
            if keep_as is None:
                continue
            lines = reply.words or tuple(reply.text.split("\n\n"))
            kept += [
                KeptAnswer(keep_as, line.strip(), prompt.text) for line in lines if line.strip()
            ]
        return kept

    def _kind_of(self, index: int) -> Answer:
        is_fragments = index in self.in_fragments
        kind = answer_kind(self.guide, self.guide.prompts[index])
        return Lines(MANY_FRAGMENTS) if is_fragments and isinstance(kind, Text) else kind

    def _with_box(self, box: TimeBox) -> "Writing":
        others = tuple(known for known in self.boxes if known.index != box.index)
        return replace(self, boxes=(*others, box))


def begin(guide: Guide, *, in_fragments: bool = False) -> Writing:
    """Open a guide with nothing written.

    Args:
        guide: The guide.
        in_fragments: Whether what asks for free words is answered in fragments at first.
    """
    writing = Writing(guide, (EMPTY,) * len(guide.prompts))
    if not in_fragments:
        return writing
    free = (
        index
        for index, prompt in enumerate(guide.prompts)
        if isinstance(answer_kind(guide, prompt), Text)
    )
    return replace(writing, in_fragments=frozenset(free))


def answer_kind(guide: Guide, prompt: Prompt) -> Answer:
    """Return what a prompt asks for, after the rules of its guide."""
    short_only = any(rule.name is RuleName.SHORT_ONLY for rule in guide.rules)
    return Line() if short_only and isinstance(prompt.answer, Text) else prompt.answer


def _fragments(page: str) -> Reply:
    """Return the lines of a page as fragments."""
    return reply_with_words(tuple(line.strip() for line in page.split("\n")))


def _asked(guide: Guide, replies: tuple[Reply, ...]) -> list[int]:
    """Return the prompts that are asked; an answer that is no longer asked decides nothing."""
    given: dict[str, Reply] = {}
    asked = []
    for index, (prompt, reply) in enumerate(zip(guide.prompts, replies, strict=True)):
        if prompt.ask_if is not None and not _holds(prompt.ask_if, given):
            continue
        asked.append(index)
        if prompt.name:
            given[prompt.name] = reply
    return asked


def _holds(condition: Condition, given: Mapping[str, Reply]) -> bool:
    if any(_holds(other, given) for other in condition.or_else):
        return True
    reply = given.get(condition.name, EMPTY)
    if condition.comparison in (Comparison.ANSWERED, Comparison.NOT_ANSWERED):
        return reply.is_empty is (condition.comparison is Comparison.NOT_ANSWERED)
    if condition.comparison in (Comparison.BELOW, Comparison.ABOVE):
        limit = int(condition.value)
        if reply.number is None:
            return False
        below = condition.comparison is Comparison.BELOW
        return reply.number < limit if below else reply.number > limit
    wanted = condition.value.casefold()
    is_it = wanted in {word.casefold() for word in (reply.words or (reply.text.strip(),))}
    if condition.comparison is Comparison.IS:
        return is_it
    return not reply.is_empty and not is_it
