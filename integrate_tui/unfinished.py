"""Writing that is not finished: what it is for, the draft it is kept as, and taking it up again.

A purpose says what a piece of writing is a draft of and what happens when it is finished; the
screens and the text front end drive the same ones.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace

from integrate_tui import keeping
from integrate_tui.core import checkin, editing, writing
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.pieces import CheckIn, Guide
from integrate_tui.core.thing import Thing
from integrate_tui.core.value import value
from integrate_tui.core.writing import Writing
from integrate_tui.errors import NotFoundError
from integrate_tui.keeping import Closing
from integrate_tui.workspace import Workspace

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


@value()
class TakenUp:
    """A draft, opened again."""

    writing: Writing
    purpose: Purpose
    draft_id: str


def for_guide(guide: Guide) -> Purpose:
    """Write through a guide."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        kept = keeping.keep_writing(workspace, written, closing, id=id)
        return f"Kept as {kept.n}."

    return Purpose(Flow.WRITING, guide.id, guide.title, has_closing=True, finish=finish)


def for_note() -> Purpose:
    """Write a note."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        kept = keeping.keep_note(workspace, written.replies[0].text, id=id)
        return f"Kept as {kept.n}."

    return Purpose(Flow.NOTE, "", "a note", has_closing=False, finish=finish)


def for_edit(entry: Thing[Entry]) -> Purpose:
    """Change an entry."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        value = editing.entry_after(written, entry.value, keeping.family_of(workspace))
        with workspace.write(f"Change \u201c{entry.value.heading}\u201d"):
            workspace.entries.change(entry.n, value, seen=entry.head)
            workspace.drafts.forget(id)
        return "Changed. The version before is kept in its history."

    return Purpose(Flow.EDIT, str(entry.n), entry.value.heading, has_closing=False, finish=finish)


def draft_of(workspace: Workspace, purpose: Purpose, written: Writing, id: str) -> Draft:
    """Return a piece of writing as the draft it is kept as; the time it was begun stays."""
    return Draft(
        id=id,
        flow=purpose.flow,
        subject=purpose.subject,
        title=purpose.title,
        data=json.dumps(written.to_draft(), ensure_ascii=False),
        made=workspace.now,
        changed=workspace.now,
        window=workspace.window,
    )


def take_up(workspace: Workspace, draft: Draft) -> TakenUp:
    """Open a draft again, in its guide or entry as that is now.

    A draft that another running program has open is copied, so that two never write to one.

    Raises:
        NotFoundError: The entry it changes is gone for good.
    """
    data = json.loads(draft.data)
    id = workspace.new_id() if _is_open_elsewhere(draft, workspace) else draft.id
    if draft.flow is Flow.NOTE:
        page = editing.writing_of_text("a note", "")
        return TakenUp(writing.from_draft(page.guide, data), for_note(), id)
    if draft.flow is Flow.EDIT:
        entry = workspace.entries.get(int(draft.subject))
        opened = editing.writing_of(entry.value)
        return TakenUp(writing.from_draft(opened.guide, data), for_edit(entry), id)
    guide = _guide_of(workspace, draft, data)
    return TakenUp(writing.from_draft(guide, data), for_guide(guide), id)


def _guide_of(workspace: Workspace, draft: Draft, data: dict[str, object]) -> Guide:
    """Return the guide of a draft, or a page for its words where the guide is gone."""
    try:
        return workspace.packs.get(Guide, draft.subject)
    except NotFoundError:
        page = editing.writing_of_text(draft.title, "").guide
        return replace(page, id=draft.subject)


def _is_open_elsewhere(draft: Draft, workspace: Workspace) -> bool:
    """Tell whether the program that a draft was last written by is another one, still running."""
    if not draft.window or draft.window == workspace.window:
        return False
    process = draft.window.partition("-")[0]
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def drop(workspace: Workspace, draft: Draft) -> None:
    """Drop a draft; its words go into the trash, from where they can be had back."""
    with workspace.write(f"Drop {draft.title}"):
        if draft.flow is Flow.CHECK_IN:
            piece = workspace.packs.get(CheckIn, draft.subject)
            flow = checkin.from_draft(piece, json.loads(draft.data))
            n = keeping.keep_check_in(workspace, flow).n
        else:
            entry = take_up(workspace, draft).writing.entry(draft.title)
            n = workspace.entries.add(entry, workspace.moment()).n
        workspace.trash.put(n, "Drop a draft")
        workspace.drafts.forget(draft.id)
