"""A moment's self-report: the questions on one screen, and what is kept of the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from integrate_tui.core.answers import EMPTY, Reply, Scale
from integrate_tui.core.entry import Answered, answered
from integrate_tui.core.pieces import CheckIn, Prompt
from integrate_tui.core.saved import (
    from_saved,
    moment_from_saved,
    moment_to_saved,
    orphan_from_saved,
    orphan_to_saved,
    saved_list,
    to_saved,
    unreadable,
)
from integrate_tui.core.support import calls_for_support
from integrate_tui.core.value import value
from integrate_tui.core.writing_drafts import draft_keys


@value()
class Report:
    """A check-in as it is kept."""

    piece: str
    """The id of the check-in it was asked by."""
    piece_title: str
    answers: tuple[Answered, ...] = ()
    note: str = ""
    """A line that no question asked for."""

    @property
    def line(self) -> str:
        """The whole report on one line: `mood 6, distress 3, calm, tired. First.`."""
        parts = [
            f"{answer.name or answer.prompt.lower()} {answer.reply.number}"
            if answer.reply.number is not None
            else answer.line
            for answer in self.answers
        ]
        return " \u00b7 ".join(part for part in [*parts, self.note] if part)


@value()
class CheckInFlow:
    """A check-in while it is being filled in.

    Each answer gives another flow; nothing has to be answered, and any answer may be taken back.
    """

    piece: CheckIn
    replies: tuple[Reply, ...]
    """A reply for each prompt, empty for what was left."""
    orphans: tuple[Answered, ...] = ()
    """Answers of a draft whose questions the check-in no longer has; they are kept all the same."""
    at: datetime | None = None
    """When it was, None for when it is kept."""

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """What is asked, in order."""
        return self.piece.prompts

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        return all(reply.is_empty for reply in self.replies) and not self.orphans

    def answer(self, index: int, reply: Reply) -> "CheckInFlow":
        """Answer one question, or take its answer back with an empty reply."""
        replies = list(self.replies)
        replies[index] = reply
        return replace(self, replies=tuple(replies))

    def wants_support(self, index: int) -> bool:
        """Tell whether the answer to a question is one that brings up support."""
        return calls_for_support(self.prompts[index], self.replies[index])

    def report(self, family_of: dict[str, str], note: str = "") -> Report:
        """Return what is to be kept: what was answered, in the questions' words, and any orphans.

        Args:
            family_of: The family of each feelings word.
            note: A line that no question asked for.
        """
        kept = tuple(
            answered(prompt, reply, family_of)
            for prompt, reply in zip(self.prompts, self.replies, strict=True)
            if not reply.is_empty
        )
        return Report(self.piece.id, self.piece.title, (*kept, *self.orphans), note)

    def to_draft(self) -> dict[str, Any]:
        """Return what is filled in as plain data, with the questions' words beside the answers."""
        asked = zip(draft_keys(self.piece), self.prompts, self.replies, strict=True)
        return {
            "moment": moment_to_saved(self.at),
            "replies": {
                key: {"prompt": prompt.text, **to_saved(reply)}
                for key, prompt, reply in asked
                if not reply.is_empty
            },
            "orphans": [orphan_to_saved(orphan) for orphan in self.orphans],
        }


def begin(piece: CheckIn, at: datetime | None = None) -> CheckInFlow:
    """Start a check-in with nothing answered, of a moment that is over where one is given."""
    return CheckInFlow(piece, (EMPTY,) * len(piece.prompts), at=at)


def from_draft(piece: CheckIn, data: Mapping[str, Any]) -> CheckInFlow:
    """Take up a draft again, in the check-in as it is now.

    A question that was reworded is found again by its name; an answer whose question is gone stays
    as an orphan, with the words it was asked in.

    Raises:
        DamagedError: It is no draft of a check-in.
    """
    saved = data.get("replies", {})
    if not isinstance(saved, Mapping):
        raise unreadable()
    keys = draft_keys(piece)
    replies = tuple(from_saved(saved[key]) if key in saved else EMPTY for key in keys)
    orphans = [orphan_from_saved(saved[key], key) for key in saved if key not in keys]
    orphans += map(orphan_from_saved, saved_list(data.get("orphans", [])))
    return CheckInFlow(piece, replies, tuple(orphans), moment_from_saved(data.get("moment")))


def tracked(check_ins: Iterable[CheckIn]) -> tuple[str, ...]:
    """Return the names of every dimension that is tracked: each scale with a name."""
    names: dict[str, None] = {}
    for piece in check_ins:
        for prompt in piece.prompts:
            if prompt.name and isinstance(prompt.answer, Scale):
                names.setdefault(prompt.name)
    return tuple(names)
