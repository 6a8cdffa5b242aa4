"""Guided writing, one prompt at a time, as a state machine that both front ends drive.

Each action gives another `Writing`. Nothing has to be answered; going back and changing an answer
that others depend on leaves what was written to them where it is, in the entry too.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from integrate_tui.core.answers import EMPTY, Answer, Line, Reply, Text
from integrate_tui.core.entry import Answered, Entry, answered
from integrate_tui.core.pieces import (
    Comparison,
    Condition,
    Guide,
    KeepAs,
    Prompt,
    RuleName,
)
from integrate_tui.core.saved import (
    from_saved,
    orphan_from_saved,
    orphan_to_saved,
    saved_list,
    to_saved,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.core.text import slug
from integrate_tui.core.value import value


@value()
class KeptAnswer:
    """A line that its prompt marked to be kept, until the person says yes or no."""

    keep_as: KeepAs
    line: str
    prompt: str


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
        """What it asks for, after the guide's own rules."""
        return answer_kind(self.guide, self.prompt)

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

    def skip(self) -> "Writing":
        """Go on without answering the present prompt; what was written to it before stays."""
        return self.next()

    def another_angle(self) -> "Writing":
        """Ask the same thing another way, coming round to the first wording again."""
        count = len(self.prompt.deeper) + 1
        return replace(self, angle=(self.angle + 1) % count)

    def entry(self, title: str = "", family_of: dict[str, str] | None = None) -> Entry:
        """Return what is to be kept: every answer in the guide's order, and any orphans.

        An answer that another made superfluous is a person's words too, and is kept with the rest.

        Args:
            title: The title, empty to have none.
            family_of: The family of each feelings word.
        """
        kept = tuple(
            answered(prompt, reply, family_of)
            for prompt, reply in zip(self.guide.prompts, self.replies, strict=True)
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
            if prompt.keep_as is None:
                continue
            lines = reply.words or tuple(reply.text.split("\n\n"))
            kept += [
                KeptAnswer(prompt.keep_as, line.strip(), prompt.text)
                for line in lines
                if line.strip()
            ]
        return kept

    def to_draft(self) -> dict[str, Any]:
        """Return the writing as plain data, with the prompts' words beside the answers."""
        keys = draft_keys(self.guide)
        return {
            "guide": self.guide.id,
            "at": keys[self.index],
            "angle": self.angle,
            "answers": [
                {"key": key, "prompt": prompt.text, **to_saved(reply)}
                for key, prompt, reply in zip(keys, self.guide.prompts, self.replies, strict=True)
                if not reply.is_empty
            ]
            + [{"key": "", **orphan_to_saved(orphan)} for orphan in self.orphans],
        }


def begin(guide: Guide) -> Writing:
    """Open a guide with nothing written."""
    return Writing(guide, (EMPTY,) * len(guide.prompts))


def from_draft(guide: Guide, data: Mapping[str, Any]) -> Writing:
    """Take up a draft again, in the guide as it is now.

    A prompt that was reworded is found again by its name; an answer whose prompt is gone stays in
    the writing as an orphan, with the words it was asked in.

    Raises:
        DamagedError: It is no draft of a piece of writing.
    """
    writing = begin(guide)
    keys = draft_keys(guide)
    replies = list(writing.replies)
    orphans = []
    for saved in saved_list(data.get("answers", [])):
        reply, key = from_saved(saved), saved.get("key", "")
        if key in keys and replies[keys.index(key)].is_empty:
            replies[keys.index(key)] = reply
        else:
            orphans.append(orphan_from_saved(saved))
    index = keys.index(data["at"]) if data.get("at") in keys else 0
    angle = data.get("angle", 0)
    writing = replace(writing, replies=tuple(replies), orphans=tuple(orphans))
    if index not in writing.asked:
        index = writing.asked[0]
    angles = range(len(guide.prompts[index].deeper) + 1)
    return replace(writing, index=index, angle=angle if angle in angles else 0)


def draft_keys(guide: Guide) -> list[str]:
    """Return what a draft calls each prompt: its name, which survives a rewording, or its words.

    Words that come twice, or have no letter in them, are told apart by a number.
    """
    keys: list[str] = []
    for prompt in guide.prompts:
        wanted = prompt.name or slug(prompt.text)
        key, count = wanted, 1
        while not key or key in keys:
            key, count = f"{wanted}#{count + 1}", count + 1
        keys.append(key)
    return keys


def answer_kind(guide: Guide, prompt: Prompt) -> Answer:
    """Return what a prompt asks for, after the rules of its guide."""
    short_only = any(rule.name is RuleName.SHORT_ONLY for rule in guide.rules)
    return Line() if short_only and isinstance(prompt.answer, Text) else prompt.answer


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
    reply = given.get(condition.name, EMPTY)
    if condition.comparison is Comparison.ANSWERED:
        return not reply.is_empty
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
