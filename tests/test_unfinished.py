import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from integrate_tui import keeping, purposes, unfinished
from integrate_tui.core import checkin, editing, writing, writing_drafts
from integrate_tui.core.answers import reply_with_number, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.drafts import Draft, Flow
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight
from integrate_tui.core.pieces import Guide
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.core.writing import Writing
from integrate_tui.errors import DamagedError, NotFoundError, PackError
from integrate_tui.purposes import Purpose
from integrate_tui.safekeeping import windows
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_draft, a_guided_entry, a_moment
from tests.core.guides import BRANCHING, written
from tests.fakes import FakeClock

ELSEWHERE = "1-elsewhere"


@pytest.fixture
def window(workspace: Workspace, clock: FakeClock) -> Iterator[Workspace]:
    """Another window on the same journal."""
    window = open_workspace(workspace.paths, clock, busy_ms=50)
    yield window
    window.close()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a window of another program that runs."""
    monkeypatch.setattr(windows, "is_another_running", lambda window: window == ELSEWHERE)
    return ELSEWHERE


def put(workspace: Workspace, name: str, text: str) -> None:
    """Put a pack of one's own in place, and read it."""
    folder = workspace.paths.packs
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text)
    workspace.packs.refresh()


def begun(
    workspace: Workspace, purpose: Purpose, written: Writing, id: str = "d-1", **more: Any
) -> Draft:
    """Return a piece of writing as its draft, which is saved."""
    draft = replace(unfinished.draft_of(workspace, purpose, written, id), **more)
    workspace.drafts.save(draft)
    return draft


def begun_check_in(workspace: Workspace, mood: int = 6, **more: Any) -> Draft:
    """Return the draft of a check-in with a mood, which is saved."""
    piece = workspace.packs.check_ins()[0]
    flow = checkin.begin(piece).answer(0, reply_with_number(mood))
    draft = replace(unfinished.draft_of_check_in(workspace, flow, "d-1"), **more)
    workspace.drafts.save(draft)
    return draft


def an_entry(workspace: Workspace, text: str = "the lake") -> Thing[Entry]:
    return workspace.entries.add(Entry("T", text), a_moment())


def changed(entry: Thing[Entry], text: str) -> Writing:
    """Return an entry of free writing with other words in it."""
    return editing.writing_of(entry.value).answer(reply_with_text(text))


def dropped(workspace: Workspace) -> Any:
    """Return the value of the one thing in the trash."""
    [brief] = workspace.trash.contents()
    shelf = workspace.checkins if brief.kind is ThingKind.CHECK_IN else workspace.entries
    return shelf.get(brief.n).value


# Taking up.


def test_a_guide_goes_on_where_it_was_left(workspace: Workspace):
    guide = workspace.packs.guides()[0]
    left = writing.begin(guide).answer(reply_with_text("the lake")).next()
    draft = begun(workspace, purposes.for_guide(guide), left)

    taken = unfinished.take_up(workspace, draft)

    assert (taken.writing, taken.draft_id) == (left, "d-1")
    assert (taken.purpose.flow, taken.purpose.subject) == (Flow.WRITING, guide.id)


def test_a_note_goes_on_as_a_note(workspace: Workspace):
    page = editing.writing_of_text("a note", "a door")
    draft = begun(workspace, purposes.for_note(), page)

    taken = unfinished.take_up(workspace, draft)
    said = taken.purpose.finish(workspace, taken.writing, Closing(), taken.draft_id)

    assert said == "Kept as 1."
    assert workspace.fragments.get(1).value.text == "a door"
    assert workspace.drafts.all() == []


def test_a_guide_that_is_gone_leaves_a_page_with_every_word(workspace: Workspace):
    left = written(BRANCHING, "yes", "a long story", "", "")
    draft = begun(workspace, purposes.for_guide(BRANCHING), left)

    taken = unfinished.take_up(workspace, draft)

    assert taken.writing.entry().words == "yes\n\na long story"
    assert taken.purpose.subject == BRANCHING.id


def test_a_guide_is_found_by_its_id_and_never_by_how_it_begins(workspace: Workspace):
    put(workspace, "mine", "# A letter to my mother\nid: letter-to-my-mother\n\n? Dear mother?\n")
    assert workspace.packs.get(Guide, "letter-to").id == "letter-to-my-mother"
    draft = a_draft(subject="letter-to", data=json.dumps({"answers": [{"text": "dear"}]}))

    taken = unfinished.take_up(workspace, draft)

    assert taken.purpose.subject == "letter-to"
    assert taken.writing.entry().words == "dear"


@pytest.mark.parametrize("data", ["", "{", "[]", "3", "[" * 100_000, '{"answers": 3}'])
def test_a_draft_that_cannot_be_read_is_said_to_be_so(workspace: Workspace, data: str):
    for flow in (Flow.WRITING, Flow.NOTE):
        with pytest.raises(DamagedError, match="cannot be opened"):
            unfinished.take_up(workspace, a_draft(flow=flow, data=data))


@pytest.mark.parametrize("subject", ["", "x", "1.5"])
def test_a_change_to_nothing_is_said_to_be_unreadable(workspace: Workspace, subject: str):
    with pytest.raises(DamagedError):
        unfinished.take_up(workspace, a_draft(flow=Flow.EDIT, subject=subject))


@pytest.mark.parametrize("subject", ["99", "9" * 40])
def test_a_change_to_what_is_gone_is_not_taken_up(workspace: Workspace, subject: str):
    with pytest.raises(NotFoundError):
        unfinished.take_up(workspace, a_draft(flow=Flow.EDIT, subject=subject))


def test_what_another_program_has_open_is_copied(workspace: Workspace, elsewhere: str):
    guide = workspace.packs.guides()[0]
    left = writing.begin(guide).answer(reply_with_text("the lake"))
    draft = begun(workspace, purposes.for_guide(guide), left, window=elsewhere)

    taken = unfinished.take_up(workspace, draft)

    assert taken.draft_id != draft.id
    assert taken.writing == left


# Taking up a check-in.


def test_a_check_in_goes_on_where_it_was_left(workspace: Workspace):
    taken = unfinished.take_up_check_in(workspace, begun_check_in(workspace))

    assert taken.draft_id == "d-1"
    assert taken.flow.replies[0].number == 6
    assert taken.flow.piece == workspace.packs.check_ins()[0]


def test_a_check_in_that_another_program_has_open_is_copied(workspace: Workspace, elsewhere: str):
    draft = begun_check_in(workspace, window=elsewhere)

    taken = unfinished.take_up_check_in(workspace, draft)

    assert taken.draft_id != draft.id
    assert taken.flow.replies[0].number == 6


def test_a_check_in_that_is_gone_goes_on_in_the_first_there_is(workspace: Workspace):
    data = {"replies": {"mood": {"text": "6", "number": 6}, "sleep": {"text": "deep"}}}
    draft = a_draft(flow=Flow.CHECK_IN, subject="gone", data=json.dumps(data))

    taken = unfinished.take_up_check_in(workspace, draft)
    kept = keeping.keep_check_in(workspace, taken.flow, id=taken.draft_id)

    assert taken.flow.piece == workspace.packs.check_ins()[0]
    assert workspace.checkins.get(kept.n).value.line == "mood 6 \u00b7 deep"


def test_without_any_check_in_the_draft_stays(workspace: Workspace, monkeypatch: Any):
    draft = begun_check_in(workspace)
    monkeypatch.setattr(type(workspace.packs), "every", lambda self, of: ())
    monkeypatch.setattr(type(workspace.packs), "by_id", lambda self, of, name: None)

    with pytest.raises(PackError):
        unfinished.take_up_check_in(workspace, draft)

    assert [left.id for left in workspace.drafts.all()] == ["d-1"]


@pytest.mark.parametrize("data", ["{", '{"replies": []}', '{"replies": {"mood": 3}}'])
def test_a_check_in_that_cannot_be_read_is_said_to_be_so(workspace: Workspace, data: str):
    with pytest.raises(DamagedError):
        unfinished.take_up_check_in(workspace, a_draft(flow=Flow.CHECK_IN, data=data))


# Changing an entry.


def test_a_change_is_kept_and_the_version_before_stays(workspace: Workspace):
    entry = an_entry(workspace)
    purpose = purposes.for_edit(entry)

    said = purpose.finish(workspace, changed(entry, "the sea"), Closing(), "d-1")

    assert said == "Changed. The version before is kept in its history."
    assert workspace.entries.get(entry.n).value == Entry("T", "the sea")


def test_of_two_windows_that_change_an_entry_both_are_kept(workspace: Workspace, window: Workspace):
    entry = an_entry(workspace)
    ours, theirs = purposes.for_edit(entry), purposes.for_edit(entry)
    theirs.finish(window, changed(entry, "theirs"), Closing(), "d-2")

    said = ours.finish(workspace, changed(entry, "ours"), Closing(), "d-1")

    assert said == (
        "Changed. It had been changed elsewhere meanwhile; that version is in its history."
    )
    assert workspace.entries.get(entry.n).value.text == "ours"
    history = [revision.text for revision in workspace.journal.history(entry.n)]
    assert history == ["the lake", "theirs", "ours"]


def test_a_draft_knows_which_version_it_was_begun_from(workspace: Workspace, window: Workspace):
    entry = an_entry(workspace)
    draft = begun(workspace, purposes.for_edit(entry), changed(entry, "ours"))
    window.entries.change(entry.n, Entry("Another title", "theirs"))

    taken = unfinished.take_up(workspace, draft)
    assert taken.purpose.head == entry.head
    again = unfinished.draft_of(workspace, taken.purpose, taken.writing, taken.draft_id)
    taken = unfinished.take_up(workspace, again)
    said = taken.purpose.finish(workspace, taken.writing, Closing(), taken.draft_id)

    assert "changed elsewhere meanwhile" in said
    assert workspace.entries.get(entry.n).value == Entry("Another title", "ours")
    assert workspace.drafts.all() == []


def test_a_draft_from_before_it_was_noted_is_taken_up_too(workspace: Workspace):
    entry = an_entry(workspace)
    data = json.dumps(writing_drafts.to_draft(changed(entry, "ours")))
    draft = a_draft(flow=Flow.EDIT, subject=str(entry.n), data=data)

    taken = unfinished.take_up(workspace, draft)

    assert taken.purpose.head == entry.head
    assert taken.writing.replies[0].text == "ours"


def test_keeping_a_change_twice_is_no_change_made_elsewhere(workspace: Workspace):
    entry = an_entry(workspace)
    purpose = purposes.for_edit(entry)
    purpose.finish(workspace, changed(entry, "the sea"), Closing(), "d-1")

    said = purpose.finish(workspace, changed(entry, "the sea"), Closing(), "d-1")

    assert "elsewhere" not in said
    assert len(workspace.journal.history(entry.n)) == 2


def test_of_two_windows_that_change_a_note_both_are_kept(workspace: Workspace, window: Workspace):
    note = workspace.fragments.add(Fragment("a light", "image"), a_moment())
    ours, purpose = purposes.for_change(workspace, note.n)
    window.fragments.change(note.n, Fragment("a lamp", "image"))

    said = purpose.finish(workspace, ours.answer(reply_with_text("a star")), Closing(), "d-1")

    assert "changed elsewhere meanwhile" in said
    assert workspace.fragments.get(note.n).value == Fragment("a star", "image")
    history = [revision.text for revision in workspace.journal.history(note.n)]
    assert history == ["a light", "a lamp", "a star"]


def test_the_draft_of_a_change_to_a_note_knows_its_version(workspace: Workspace):
    note = workspace.fragments.add(Fragment("a light"), a_moment())
    written, purpose = purposes.for_change(workspace, note.n)
    draft = begun(workspace, purpose, written.answer(reply_with_text("a star")))

    taken = unfinished.take_up(workspace, draft)

    assert taken.purpose.head == note.head
    assert taken.writing.reply.text == "a star"
    assert taken.purpose.finish(workspace, taken.writing, Closing(), taken.draft_id)
    assert workspace.fragments.get(note.n).value.text == "a star"
    assert workspace.drafts.all() == []


def test_a_note_that_was_deleted_meanwhile_is_there_again(workspace: Workspace):
    note = workspace.fragments.add(Fragment("a light"), a_moment())
    written, purpose = purposes.for_change(workspace, note.n)
    workspace.trash.put(note.n, "Delete the note")

    purpose.finish(workspace, written.answer(reply_with_text("a star")), Closing(), "d-1")

    assert workspace.fragments.get(note.n).trashed is None


def test_nothing_but_entries_and_notes_can_be_changed_as_a_page(workspace: Workspace):
    insight = workspace.insights.add(Insight("It may rest."), a_moment())
    with pytest.raises(NotFoundError):
        purposes.for_change(workspace, insight.n)


def test_an_entry_that_was_deleted_meanwhile_is_there_again(
    workspace: Workspace, window: Workspace
):
    entry = an_entry(workspace)
    window.trash.put(entry.n, "Delete")

    purposes.for_edit(entry).finish(workspace, changed(entry, "ours"), Closing(), "d-1")

    assert [there.value.text for there in workspace.entries.all()] == ["ours"]
    workspace.undo()
    assert workspace.entries.all() == []


# Dropping.


def test_the_words_of_a_dropped_draft_lie_in_the_trash(workspace: Workspace):
    left = written(BRANCHING, "no", "a long story", "The lake", "")
    draft = begun(workspace, purposes.for_guide(BRANCHING), left)

    unfinished.drop(workspace, draft)

    assert workspace.drafts.all() == []
    assert dropped(workspace).words == "no\n\na long story\n\nThe lake"
    assert workspace.undoable == "Drop Week one"


def test_a_dropped_check_in_lies_in_the_trash_as_one(workspace: Workspace):
    unfinished.drop(workspace, begun_check_in(workspace))

    assert dropped(workspace).line == "mood 6"
    assert workspace.checkins.count() == 0
    assert workspace.drafts.all() == []


def test_a_dropped_check_in_whose_piece_is_gone_loses_no_answer(workspace: Workspace):
    data = {"replies": {"sleep": {"prompt": "How did you sleep?", "text": "deep"}}}
    draft = a_draft(flow=Flow.CHECK_IN, subject="gone", data=json.dumps(data))

    unfinished.drop(workspace, draft)

    [answer] = dropped(workspace).answers
    assert (answer.prompt, answer.reply.text) == ("How did you sleep?", "deep")


@pytest.mark.parametrize("flow", [flow for flow in Flow if flow is not Flow.MEASURE])
@pytest.mark.parametrize("data", ["{ the lake", "[]", '{"answers": 3, "replies": 3}'])
def test_what_cannot_be_read_is_dropped_as_it_is(workspace: Workspace, flow: Flow, data: str):
    draft = a_draft(flow=flow, data=data)
    workspace.drafts.save(draft)

    unfinished.drop(workspace, draft)

    assert (dropped(workspace).text, dropped(workspace).title) == (data, "Week one")
    assert workspace.drafts.all() == []


def test_a_dropped_change_to_what_is_gone_is_a_page_of_its_words(workspace: Workspace):
    entry = workspace.entries.add(a_guided_entry(), a_moment())
    draft = begun(workspace, purposes.for_edit(entry), editing.writing_of(entry.value))
    draft = replace(draft, subject="99")

    unfinished.drop(workspace, draft)

    assert "The lake, and the cold." in dropped(workspace).words


def test_without_any_check_in_a_dropped_one_is_a_page(workspace: Workspace, monkeypatch: Any):
    draft = begun_check_in(workspace)
    monkeypatch.setattr(type(workspace.packs), "every", lambda self, of: ())
    monkeypatch.setattr(type(workspace.packs), "by_id", lambda self, of, name: None)

    unfinished.drop(workspace, draft)

    assert '"number": 6' in dropped(workspace).text


def test_a_drop_that_is_taken_back_brings_the_words_back(workspace: Workspace):
    unfinished.drop(workspace, begun_check_in(workspace))
    assert dropped(workspace).line == "mood 6"

    assert workspace.undo() == "Drop a check-in"

    assert workspace.trash.contents() == []
    [kept] = workspace.checkins.newest(5)
    assert kept.value.line == "mood 6"
