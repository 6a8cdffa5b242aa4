"""Keeping a note or a check-in, apart from everything else that is kept: these have to be quick."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from integrate_tui.core.dates import Moment
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.thing import Role, Thing
from integrate_tui.workspace import Workspace

if TYPE_CHECKING:  # a note is kept without any of it
    from integrate_tui.core.checkin import CheckInFlow, Report
    from integrate_tui.store.shelf import Shelf

T = TypeVar("T")


def keep_note(
    workspace: Workspace,
    text: str,
    *,
    at: datetime | None = None,
    tags: Iterable[str] = (),
    id: str = "",
) -> Thing[Fragment]:
    """Keep a quick note or a fragment, about the experience one is integrating if there is one.

    With the id of its draft it takes the place of that, and keeping it twice is once.
    """
    with workspace.write("Keep a note"):
        moment = workspace.moment(at)
        kept = keep_once(workspace, workspace.fragments, Fragment(text), moment, id, tags)
        experience = workspace.phase().n
        if experience is not None:
            workspace.links.set(kept.n, experience, Role.ABOUT)
        if id:
            workspace.drafts.forget(id)
    return kept


def keep_check_in(
    workspace: Workspace,
    flow: "CheckInFlow",
    *,
    note: str = "",
    at: datetime | None = None,
    id: str = "",
) -> "Thing[Report]":
    """Keep a check-in, in place of its draft if `id` is that of one.

    Args:
        workspace: The journal.
        flow: What was filled in.
        note: A line that no question asked for.
        at: When it was, in place of the moment it was begun for.
        id: The id of its draft.
    """
    report = flow.report(family_of(workspace), note)
    with workspace.write("Keep a check-in"):
        kept = keep_once(workspace, workspace.checkins, report, workspace.moment(at or flow.at), id)
        if id:
            workspace.drafts.forget(id)
    return kept


def keep_once(
    workspace: Workspace,
    shelf: "Shelf[T]",
    value: T,
    moment: Moment,
    id: str,
    tags: Iterable[str] = (),
) -> Thing[T]:
    """Keep something under an id, once however often it is kept.

    What an earlier try left there, unconfirmed or taken back since, takes the present words and is
    out of the trash again.

    Args:
        workspace: Where to keep it, inside `write()`.
        shelf: Where among its kind it goes.
        value: What to keep.
        moment: When it belongs, if it is new.
        id: Its id; with none it is always new.
        tags: The tags it is to have, if it is new.
    """
    known = shelf.with_id(id) if id else None
    if known is None:
        return shelf.add(value, moment, id=id, tags=tags)
    if known.trashed:
        workspace.trash.restore(known.n)
    return shelf.change(known.n, value)


def family_of(workspace: Workspace) -> dict[str, str]:
    """Return the family of every feelings word."""
    return {
        word: family.title
        for family in workspace.packs.feelings().families
        for word in family.words
    }
