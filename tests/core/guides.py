"""Guides and writings that several tests begin with."""

from dataclasses import replace

from integrate_tui.core.answers import reply_with_text
from integrate_tui.core.pieces import Guide
from integrate_tui.core.writing import Writing, begin
from tests.builders import a_guide, a_prompt, ask_if

THREE = a_guide(a_prompt("First?"), a_prompt("Second?"), a_prompt("Third?"))
BRANCHING = a_guide(
    a_prompt("Is there a story?", name="story"),
    a_prompt("Tell it.", name="told", ask_if=ask_if("story", "is", "yes")),
    a_prompt("What is it called?", ask_if=ask_if("told", "answered")),
    a_prompt("Anything else?"),
)


def written(guide: Guide, *texts: str) -> Writing:
    """Return a writing with these answers, one a prompt, empty ones left."""
    return replace(begin(guide), replies=tuple(reply_with_text(text) for text in texts))


def all_words(writing: Writing) -> list[str]:
    """Return every reply that is in a writing, whether it is asked for or not."""
    replies = [*writing.replies, *(orphan.reply for orphan in writing.orphans)]
    return sorted(reply.text for reply in replies if not reply.is_empty)
