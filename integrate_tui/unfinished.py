"""What is not finished: the draft it is kept as, and taking it up again.

A draft can be older than the guide, the measure or the program it was written with; its words are
kept whatever has become of them.
"""

from dataclasses import replace

from integrate_tui import believing, drafting, keeping, measuring, overview
from integrate_tui.core import checkin, editing, measure, writing_drafts
from integrate_tui.core.answers import Reply
from integrate_tui.core.checkin import CheckInFlow
from integrate_tui.core.closing import Closing
from integrate_tui.core.closing import from_draft as closing_from_draft
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.measure import Filling
from integrate_tui.core.pieces import CheckIn, Guide, Measure
from integrate_tui.core.result import Result
from integrate_tui.core.value import value
from integrate_tui.core.writing import Writing, begin
from integrate_tui.drafting import data_of, id_for, number_in
from integrate_tui.errors import DamagedError, NotFoundError, NotNowError, PackError
from integrate_tui.purposes import Purpose, for_change, for_guide, for_note
from integrate_tui.workspace import Workspace


@value()
class TakenUp:
    """A draft, opened again."""

    writing: Writing
    purpose: Purpose
    draft_id: str
    closing: Closing | None = None
    """What was said of it at the end, where somebody had come that far."""


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


def draft_of(
    workspace: Workspace,
    purpose: Purpose,
    written: Writing,
    id: str,
    closing: Closing | None = None,
) -> Draft:
    """Return a piece of writing as the draft it is kept as; the time it was begun stays."""
    data = writing_drafts.to_draft(written)
    if closing is not None:
        data["closing"] = closing.to_draft()
    if purpose.head is not None:
        data["head"] = purpose.head
    if purpose.about is not None:
        data["about"] = purpose.about
    return drafting.draft_of(workspace, purpose.flow, purpose.subject, purpose.title, data, id)


def draft_of_check_in(workspace: Workspace, flow: CheckInFlow, id: str) -> Draft:
    """Return a check-in as the draft it is kept as; the time it was begun stays."""
    piece = flow.piece.id
    return drafting.draft_of(workspace, Flow.CHECK_IN, piece, "a check-in", flow.to_draft(), id)


def draft_of_measure(workspace: Workspace, filling: Filling, id: str) -> Draft:
    """Return a measure as the draft it is kept as; the time it was begun stays."""
    asked = filling.measure
    return drafting.draft_of(workspace, Flow.MEASURE, asked.id, asked.title, filling.to_draft(), id)


def keep_found(workspace: Workspace, text: str) -> None:
    """Keep words that were found outside the journal as the draft of a note."""
    written, purpose = editing.writing_of_text("a note", text), for_note()
    workspace.drafts.save(draft_of(workspace, purpose, written, workspace.new_id()))


def must_be_for_now(workspace: Workspace, guide: Guide) -> None:
    """Ask a guide's own rules whether it may be written with now.

    Every way into a guide comes by here, so that no front end lets in what another one refuses.

    Raises:
        NotNowError: It may not.
    """
    why = overview.refusal(workspace, guide)
    if why:
        raise _not_now(why)


def begin_guide(workspace: Workspace, guide: Guide, about: int | None = None) -> TakenUp:
    """Open a guide from its first question, about the experience whose mark it is now.

    Args:
        workspace: The journal.
        guide: The guide.
        about: The number of the experience it is about, where that was said.

    Raises:
        NotNowError: Its rules say that it waits.
    """
    must_be_for_now(workspace, guide)
    begun = begin(guide, in_fragments=overview.begins_in_fragments(workspace, guide))
    if about is None:
        due = overview.due_marks(workspace, [guide])
        about = due[0].experience.n if due else None
    return TakenUp(begun, for_guide(guide, about), workspace.new_id())


def go_on(workspace: Workspace, draft: Draft) -> TakenUp:
    """Open the draft of a piece of writing again, if its guide is for now.

    Raises:
        NotNowError: The rules of its guide say that it waits; the draft can be read all the same.
        NotFoundError: The entry it changes is gone for good.
        DamagedError: It cannot be read.
    """
    taken = take_up(workspace, draft)
    if draft.flow is Flow.WRITING:
        must_be_for_now(workspace, taken.writing.guide)
        why = overview.topic_refusal(workspace, taken.writing)
        if why:
            raise _not_now(why)
    return taken


def _not_now(why: str) -> NotNowError:
    return NotNowError(why, do="A free page is always there.")


def take_up(workspace: Workspace, draft: Draft) -> TakenUp:
    """Open the draft of a piece of writing again, in its guide or entry as that is now.

    A draft that another running program has open is copied, so that two never write to one.

    Raises:
        NotFoundError: The entry it changes is gone for good.
        DamagedError: It cannot be read.
    """
    data = data_of(draft)
    id = id_for(workspace, draft)
    if draft.flow is Flow.NOTE:
        return TakenUp(writing_drafts.from_draft(_page("a note"), data), for_note(), id)
    if draft.flow is Flow.EDIT:
        head = number_in(data["head"]) if "head" in data else None
        opened, purpose = for_change(workspace, number_in(draft.subject), head)
        return TakenUp(writing_drafts.from_draft(opened.guide, data), purpose, id)
    guide = _guide_of(workspace, draft)
    about = data.get("about")
    purpose = for_guide(guide, about if isinstance(about, int) else None)
    said = closing_from_draft(data["closing"]) if "closing" in data else None
    return TakenUp(writing_drafts.from_draft(guide, data), purpose, id, said)


def take_up_check_in(workspace: Workspace, draft: Draft) -> CheckInTakenUp:
    """Open the draft of a check-in again, in the first one there is where its own is gone.

    A draft that another running program has open is copied, as in `take_up`.

    Raises:
        PackError: There is no check-in to go on in.
        DamagedError: It cannot be read.
    """
    data = data_of(draft)
    own = workspace.packs.by_id(CheckIn, draft.subject)
    piece = own or next(iter(workspace.packs.check_ins()), None)
    if piece is None:
        raise PackError(
            "There is no check-in among the text packs.",
            "What was filled in is kept as it is.",
            "`integrate packs check` says why.",
        )
    return CheckInTakenUp(checkin.from_draft(piece, data), id_for(workspace, draft))


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
    return MeasureTakenUp(measure.from_draft(asked, data_of(draft)), id_for(workspace, draft))


def drop(workspace: Workspace, draft: Draft) -> None:
    """Drop a draft; its words go into the trash, from where they can be had back.

    One that cannot be opened any more lies there as a page of what can be read of it. Undo takes
    the words out of the trash, as what they would have become: so they are two changes.
    """
    n = keep_as_it_is(workspace, draft)
    workspace.trash.put(n, f"Drop {draft.title}")


def keep_as_it_is(workspace: Workspace, draft: Draft) -> int:
    """Keep a draft as what it would have become, as far as it was written; return its number."""
    with workspace.write(f"Keep {draft.title}"):
        n = _keep_words(workspace, draft)
        workspace.drafts.forget(draft.id)
    return n


def _keep_words(workspace: Workspace, draft: Draft) -> int:
    """Keep the words of a draft as what they would have become, and return its number."""
    try:
        if draft.flow is Flow.CHECK_IN:
            return keeping.keep_check_in(workspace, take_up_check_in(workspace, draft).flow).n
        if draft.flow is Flow.MEASURE:
            return measuring.keep_result(workspace, _answers_of(workspace, draft)).n
        if draft.flow is Flow.WORKSHEET:
            begun = believing.take_up_worksheet(workspace, draft)
            return believing.keep_worksheet(workspace, begun.belief.n, begun.flow).n
        taken = take_up(workspace, draft)
    except (DamagedError, NotFoundError, PackError):
        if draft.flow is Flow.MEASURE:
            return workspace.results.add(_illegible_result(draft), workspace.moment()).n
        return workspace.entries.add(_legible(draft), workspace.moment()).n
    entry = taken.writing.entry(draft.title, keeping.family_of(workspace))
    return workspace.entries.add(entry, workspace.moment()).n


def _answers_of(workspace: Workspace, draft: Draft) -> Filling:
    """Return what a draft of a measure holds, as answers alone where the measure is gone."""
    known = workspace.packs.by_id(Measure, draft.subject)
    asked = known or Measure(id=draft.subject, title=draft.title)
    return measure.from_draft(asked, data_of(draft))


def _legible(draft: Draft) -> Entry:
    """Return what can be read of a draft that cannot be opened, at worst just as it is stored."""
    try:
        entry = writing_drafts.from_draft(_page(draft.title), data_of(draft)).entry(draft.title)
    except DamagedError:
        entry = Entry()
    if entry.answers:
        return entry
    if '"private"' not in draft.data:
        return Entry(title=draft.title, text=draft.data)
    return Entry(title=draft.title, answers=(_as_stored(draft),))


def _illegible_result(draft: Draft) -> Result:
    """Return a measure that cannot be read as a result without a total, private all through."""
    answer = replace(_as_stored(draft), kind=measure.SCALE)
    return Result(measure=draft.subject, title=draft.title, answers=(answer,))


def _as_stored(draft: Draft) -> Answered:
    """Return a draft just as it is stored, as an answer that is for the person alone."""
    return Answered("As it was stored", Reply(draft.data), private=True)


def _guide_of(workspace: Workspace, draft: Draft) -> Guide:
    """Return the guide of a draft, or a page for its words where the guide is gone."""
    known = workspace.packs.by_id(Guide, draft.subject)
    return known or replace(_page(draft.title), id=draft.subject)


def _page(title: str) -> Guide:
    """Return a guide of one page without a question."""
    return editing.writing_of_text(title, "").guide
