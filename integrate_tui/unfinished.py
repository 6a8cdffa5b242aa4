"""Writing that is not finished: what it is for, the draft it is kept as, and taking it up again.

A purpose says what a piece of writing is a draft of and what happens when it is finished; the
screens and the text front end drive the same ones.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from integrate_tui import keeping, measuring, windows
from integrate_tui.core import checkin, editing, measure, saved, writing_drafts
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.measure import Filling
from integrate_tui.core.pieces import CheckIn, Guide, Measure
from integrate_tui.core.text import shorten
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.value import value
from integrate_tui.core.writing import Writing
from integrate_tui.errors import DamagedError, NotFoundError, PackError
from integrate_tui.keeping import Closing
from integrate_tui.workspace import Workspace

_CHANGED = "Changed. The version before is kept in its history."
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


@value()
class TakenUp:
    """A draft, opened again."""

    writing: Writing
    purpose: Purpose
    draft_id: str


@value()
class MeasureTakenUp:
    """The draft of a measure, opened again."""

    filling: Filling
    draft_id: str


@value()
class CheckInTakenUp:
    """The draft of a check-in, opened again."""

    flow: CheckInFlow
    draft_id: str


def for_guide(guide: Guide, about: int | None = None) -> Purpose:
    """Write through a guide, about the latest experience or another one."""

    def finish(workspace: Workspace, written: Writing, closing: Closing, id: str) -> str:
        kept = keeping.keep_writing(workspace, written, closing, id=id)
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
            present = workspace.entries.get(entry.n)
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
            present = workspace.fragments.get(note.n)
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
    return editing.writing_of(entry.value), for_edit(entry, head)


def draft_of(workspace: Workspace, purpose: Purpose, written: Writing, id: str) -> Draft:
    """Return a piece of writing as the draft it is kept as; the time it was begun stays."""
    data = writing_drafts.to_draft(written)
    if purpose.head is not None:
        data["head"] = purpose.head
    if purpose.about is not None:
        data["about"] = purpose.about
    return _draft(workspace, purpose.flow, purpose.subject, purpose.title, data, id)


def draft_of_check_in(workspace: Workspace, flow: CheckInFlow, id: str) -> Draft:
    """Return a check-in as the draft it is kept as; the time it was begun stays."""
    piece = flow.piece.id
    return _draft(workspace, Flow.CHECK_IN, piece, "a check-in", flow.to_draft(), id)


def draft_of_measure(workspace: Workspace, filling: Filling, id: str) -> Draft:
    """Return a measure as the draft it is kept as; the time it was begun stays."""
    asked = filling.measure
    return _draft(workspace, Flow.MEASURE, asked.id, asked.title, filling.to_draft(), id)


def _draft(
    workspace: Workspace, flow: Flow, subject: str, title: str, data: dict[str, Any], id: str
) -> Draft:
    return Draft(
        id=id,
        flow=flow,
        subject=subject,
        title=title,
        data=json.dumps(data, ensure_ascii=False),
        made=workspace.now,
        changed=workspace.now,
        window=workspace.window,
    )


def take_up(workspace: Workspace, draft: Draft) -> TakenUp:
    """Open the draft of a piece of writing again, in its guide or entry as that is now.

    A draft that another running program has open is copied, so that two never write to one.

    Raises:
        NotFoundError: The entry it changes is gone for good.
        DamagedError: It cannot be read.
    """
    data = _data_of(draft)
    id = _id_for(workspace, draft)
    if draft.flow is Flow.NOTE:
        return TakenUp(writing_drafts.from_draft(_page("a note"), data), for_note(), id)
    if draft.flow is Flow.EDIT:
        head = _number(data["head"]) if "head" in data else None
        opened, purpose = for_change(workspace, _number(draft.subject), head)
        return TakenUp(writing_drafts.from_draft(opened.guide, data), purpose, id)
    guide = _guide_of(workspace, draft)
    about = data.get("about")
    purpose = for_guide(guide, about if isinstance(about, int) else None)
    return TakenUp(writing_drafts.from_draft(guide, data), purpose, id)


def take_up_check_in(workspace: Workspace, draft: Draft) -> CheckInTakenUp:
    """Open the draft of a check-in again, in the first one there is where its own is gone.

    A draft that another running program has open is copied, as in `take_up`.

    Raises:
        PackError: There is no check-in to go on in.
        DamagedError: It cannot be read.
    """
    data = _data_of(draft)
    own = workspace.packs.by_id(CheckIn, draft.subject)
    piece = own or next(iter(workspace.packs.check_ins()), None)
    if piece is None:
        raise PackError(
            "There is no check-in among the text packs.",
            "What was filled in is kept as it is.",
            "`integrate packs check` says why.",
        )
    return CheckInTakenUp(checkin.from_draft(piece, data), _id_for(workspace, draft))


def take_up_measure(workspace: Workspace, draft: Draft) -> MeasureTakenUp:
    """Open the draft of a measure again.

    A draft that another running program has open is copied, as in `take_up`.

    Raises:
        PackError: The measure is no longer there, and no other asks the same.
        DamagedError: It cannot be read.
    """
    asked = workspace.packs.by_id(Measure, draft.subject)
    if asked is None:
        raise PackError(
            "The measure this was begun in is no longer among the text packs.",
            "What was filled in is kept as it is.",
            "`integrate packs check` says whether one cannot be read.",
        )
    return MeasureTakenUp(measure.from_draft(asked, _data_of(draft)), _id_for(workspace, draft))


def drop(workspace: Workspace, draft: Draft) -> None:
    """Drop a draft; its words go into the trash, from where they can be had back.

    One that cannot be opened any more lies there as a page of what can be read of it. Undo takes
    the words out of the trash, as what they would have become: so they are two changes.
    """
    with workspace.write(f"Keep {draft.title}"):
        n = _keep_words(workspace, draft)
        workspace.drafts.forget(draft.id)
    workspace.trash.put(n, f"Drop {draft.title}")


def _keep_words(workspace: Workspace, draft: Draft) -> int:
    """Keep the words of a draft as what they would have become, and return its number."""
    try:
        if draft.flow is Flow.CHECK_IN:
            return keeping.keep_check_in(workspace, take_up_check_in(workspace, draft).flow).n
        if draft.flow is Flow.MEASURE:
            return measuring.keep_result(workspace, _answers_of(workspace, draft)).n
        taken = take_up(workspace, draft)
    except (DamagedError, NotFoundError, PackError):
        return workspace.entries.add(_legible(draft), workspace.moment()).n
    entry = taken.writing.entry(draft.title, keeping.family_of(workspace))
    return workspace.entries.add(entry, workspace.moment()).n


def _answers_of(workspace: Workspace, draft: Draft) -> Filling:
    """Return what a draft of a measure holds, as answers alone where the measure is gone."""
    known = workspace.packs.by_id(Measure, draft.subject)
    asked = known or Measure(id=draft.subject, title=draft.title)
    return measure.from_draft(asked, _data_of(draft))


def _legible(draft: Draft) -> Entry:
    """Return what can be read of a draft that cannot be opened, at worst just as it is stored."""
    try:
        entry = writing_drafts.from_draft(_page(draft.title), _data_of(draft)).entry(draft.title)
    except DamagedError:
        entry = Entry()
    return entry if entry.answers else Entry(title=draft.title, text=draft.data)


def _data_of(draft: Draft) -> dict[str, Any]:
    try:
        data = json.loads(draft.data)
    except (ValueError, RecursionError):
        raise saved.unreadable() from None
    if not isinstance(data, dict):
        raise saved.unreadable()
    return data


def _number(given: object) -> int:
    """Return a number that a draft holds.

    Raises:
        DamagedError: It is none.
    """
    try:
        return int(str(given))
    except ValueError:
        raise saved.unreadable() from None


def _id_for(workspace: Workspace, draft: Draft) -> str:
    """Return the id a draft goes on under: its own, unless it is open in another program."""
    is_elsewhere = windows.is_another_running(draft.window)
    return workspace.new_id() if is_elsewhere else draft.id


def _guide_of(workspace: Workspace, draft: Draft) -> Guide:
    """Return the guide of a draft, or a page for its words where the guide is gone."""
    known = workspace.packs.by_id(Guide, draft.subject)
    return known or replace(_page(draft.title), id=draft.subject)


def _page(title: str) -> Guide:
    """Return a guide of one page without a question."""
    return editing.writing_of_text(title, "").guide
