"""What a piece of writing is for: what it is a draft of, and what happens when it is finished.

The screens and the text front end drive the same purposes.
"""

from collections.abc import Callable
from dataclasses import replace

from integrate_tui import keeping
from integrate_tui.core import editing
from integrate_tui.core.answers import day_of
from integrate_tui.core.closing import Closing
from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.pieces import Guide
from integrate_tui.core.review import FOCUS_DAY
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Role, Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.core.writing import Writing
from integrate_tui.errors import NotFoundError
from integrate_tui.workspace import Workspace

_CHANGED = "Changed. The version before is kept in its history."
_ERASED = "What this changed was erased elsewhere. Your words are kept as {}."
_OVERTAKEN = "Changed. It had been changed elsewhere meanwhile; that version is in its history."

Finish = Callable[[Workspace, Writing, Closing, str], str]
"""Keeps what was written, under the id of its draft, and returns what is said of it."""


@value()
class Purpose:
    """What a piece of writing is for."""

    flow: Flow
    subject: str
    """What the draft is a draft of: a guide's id, or an entry's number."""
    title: str
    has_closing: bool
    """Whether a title, tags and an experience are asked for at the end."""
    finish: Finish
    head: int | None = None
    """The revision that an entry was opened from to be changed; None for what is new."""
    nothing: Callable[[Workspace, str], str] | None = None
    """Keeps that nothing came, where that can be an entry, and returns what is said of it."""
    about: int | None = None
    """The number of the experience it is about, where that is not the latest one."""


def for_guide(guide: Guide, about: int | None = None) -> Purpose:
    """Write through a guide, about the latest experience or another one."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        with workspace.write():
            kept = keeping.keep_writing(workspace, written, closing, id=id)
            _date_focus(workspace, kept)
        return f"Kept as {kept.n}."

    def nothing(workspace: Workspace, id: str) -> str:
        return f"Kept as {keeping.keep_nothing(workspace, guide, about=about, id=id).n}."

    return Purpose(
        Flow.WRITING,
        guide.id,
        guide.title,
        has_closing=True,
        finish=finish,
        nothing=nothing,
        about=about,
    )


def _date_focus(workspace: Workspace, review: Thing[Entry]) -> None:
    """Put the day that a review gives its one focus on the step that came from it.

    A day that has passed is left off: nothing is late the moment it is written down.
    """
    said = {answer.name: answer.reply.text for answer in review.value.answers}
    day = day_of(said.get(FOCUS_DAY, ""))
    if day is None or day < workspace.today:
        return
    for n in workspace.links.sources(review.n, Role.CAME_FROM):
        brief = workspace.journal.brief(n)
        if brief is not None and brief.kind is ThingKind.STEP and not brief.trashed:
            step = workspace.steps.get(n).value
            if step.due is None:
                workspace.steps.change(n, replace(step, due=day))


def for_note() -> Purpose:
    """Write a note."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        kept = keeping.keep_note(workspace, written.replies[0].text, id=id)
        return f"Kept as {kept.n}."

    return Purpose(Flow.NOTE, "", "a note", has_closing=False, finish=finish)


def for_edit(entry: Thing[Entry], head: int | None = None) -> Purpose:
    """Change an entry.

    What was changed in it elsewhere meanwhile stands in nobody's way: it stays in the history,
    before what is kept here.

    Args:
        entry: The entry as it is opened.
        head: The revision that the change was begun from, where that is an earlier one.
    """
    began = entry.head if head is None else head

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        value = editing.entry_after(written, entry.value, keeping.family_of(workspace))
        with workspace.write(f"Change \u201c{shorten(entry.value.heading, 40)}\u201d"):
            try:
                present = workspace.entries.get(entry.n)
            except NotFoundError:
                kept = workspace.entries.add(value, entry.moment)
                workspace.drafts.forget(id)
                return _ERASED.format(kept.n)
            value = replace(value, title=present.value.title)
            is_overtaken = present.head != began and present.value != value
            if present.trashed:
                workspace.trash.restore(entry.n)
            workspace.entries.change(entry.n, value)
            workspace.drafts.forget(id)
        return _OVERTAKEN if is_overtaken else _CHANGED

    return Purpose(
        Flow.EDIT,
        str(entry.n),
        entry.value.heading,
        has_closing=False,
        finish=finish,
        head=began,
    )


def for_note_edit(note: Thing[Fragment], head: int | None = None) -> Purpose:
    """Change a note; what it may be besides its words stays.

    Args:
        note: The note as it is opened.
        head: The revision that the change was begun from, where that is an earlier one.
    """
    began = note.head if head is None else head

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        text = written.replies[0].text
        with workspace.write("Change a note"):
            try:
                present = workspace.fragments.get(note.n)
            except NotFoundError:
                kept = workspace.fragments.add(replace(note.value, text=text), note.moment)
                workspace.drafts.forget(id)
                return _ERASED.format(kept.n)
            is_overtaken = present.head != began and present.value.text != text
            if present.trashed:
                workspace.trash.restore(note.n)
            workspace.fragments.change(note.n, replace(present.value, text=text))
            workspace.drafts.forget(id)
        return _OVERTAKEN if is_overtaken else _CHANGED

    return Purpose(Flow.EDIT, str(note.n), "a note", has_closing=False, finish=finish, head=began)


def for_change(workspace: Workspace, n: int, head: int | None = None) -> tuple[Writing, Purpose]:
    """Open an entry or a note to be changed, and say what that is for.

    Raises:
        NotFoundError: Neither has the number.
    """
    brief = workspace.journal.brief(n)
    if brief is not None and brief.kind is ThingKind.FRAGMENT:
        note = workspace.fragments.get(n)
        return editing.writing_of_text("a note", note.value.text), for_note_edit(note, head)
    entry = workspace.entries.get(n)
    guide = workspace.packs.by_id(Guide, entry.value.guide)
    return editing.writing_of(entry.value, guide), for_edit(entry, head)
