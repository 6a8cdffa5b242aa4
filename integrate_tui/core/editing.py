"""Changing an entry: as a piece of writing through its own prompts, and back."""

from dataclasses import replace

from integrate_tui.core.answers import (
    Answer,
    Body,
    Date,
    Feelings,
    Line,
    Lines,
    Reply,
    Scale,
    Sketch,
    Text,
    reply_with_text,
)
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.pieces import Guide, Prompt, Section, SupportIf
from integrate_tui.core.writing import MANY_FRAGMENTS, Writing, begin


def writing_of(entry: Entry, guide: Guide | None = None) -> Writing:
    """Open an entry as a piece of writing, in the words it was asked in.

    What could be chosen from then is not stored with the answers, so a choice is changed as the
    line it is. Which answers bring up support is taken from the guide as it is now.

    Args:
        entry: The entry.
        guide: The guide it was written with, where there still is one.
    """
    if not entry.answers:
        return writing_of_text(entry.heading, entry.text)
    prompts = tuple(
        Prompt(
            text=answer.prompt,
            guidance=answer.guidance,
            answer=_kind(answer),
            support_if=_support_if(answer, guide),
            private=answer.private,
        )
        for answer in entry.answers
    )
    guide = Guide(id="entry", title=entry.heading, sections=(Section(prompts=prompts),))
    replies = tuple(answer.reply for answer in entry.answers)
    return replace(begin(guide), replies=replies)


def writing_of_text(title: str, text: str) -> Writing:
    """Open a text as a piece of writing with one page and no question."""
    page = Prompt(text="", name="page")
    guide = Guide(id="page", title=title, sections=(Section(prompts=(page,)),))
    return begin(guide).answer(reply_with_text(text))


def entry_after(writing: Writing, entry: Entry, family_of: dict[str, str]) -> Entry:
    """Return an entry as it is after it was written through again.

    What was not touched stays as it was kept, whatever has become of the vocabulary since, and an
    answer whose prompt is gone from the entry is added to it.

    Args:
        writing: What `writing_of` gave, with its replies changed.
        entry: The entry it was opened from.
        family_of: The family of each feelings word.
    """
    if not entry.answers:
        return replace(entry, text=writing.replies[0].text, answers=writing.orphans)
    answers = [
        answer if reply == answer.reply else _answered_anew(answer, reply, family_of)
        for answer, reply in zip(entry.answers, writing.replies, strict=True)
    ]
    kept = tuple(answer for answer in answers if not answer.reply.is_empty)
    return replace(entry, answers=(*kept, *writing.orphans))


def _answered_anew(answer: Answered, reply: Reply, family_of: dict[str, str]) -> Answered:
    known = family_of | dict(zip(answer.reply.words, answer.families, strict=False))
    families = tuple(known.get(word, "") for word in reply.words)
    keeps_families = answer.kind == "feelings" and any(families)
    return replace(answer, reply=reply, families=families if keeps_families else ())


def _support_if(answer: Answered, guide: Guide | None) -> SupportIf | None:
    """Return what the prompt of an answer brings up support at, found by its name or its words."""
    prompts = guide.prompts if guide else ()
    named = [prompt for prompt in prompts if answer.name and prompt.name == answer.name]
    worded = [prompt for prompt in prompts if prompt.text == answer.prompt]
    return next((prompt.support_if for prompt in (*named, *worded)), None)


def _kind(answer: Answered) -> Answer:
    match answer.kind:
        case "scale":
            return Scale(answer.low, answer.high)
        case "feelings":
            return Feelings()
        case "list" | "choose any" | "check":
            return Lines(MANY_FRAGMENTS)
        case "text":
            return Text()
        case "date":
            return Date()
        case "sketch":
            return Sketch()
        case "body":
            return Body()
    return Text() if "\n" in answer.reply.text else Line()
