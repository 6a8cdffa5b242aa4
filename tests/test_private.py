"""What is for the person alone: kept as it is, and in nothing that is listed or handed on."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from integrate_tui import keeping, leaving, paths, unfinished
from integrate_tui.cli import shapes
from integrate_tui.core.answers import Choose, Line, Scale, reply_with_number, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.drafts import Flow
from integrate_tui.core.entry import Entry, answered
from integrate_tui.core.pieces import KeepAs, Prompt
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Thing
from integrate_tui.core.writing import begin
from integrate_tui.paths import Paths
from integrate_tui.purposes import for_change, for_guide
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.builders import a_draft, a_guide, a_prompt, a_rating, a_report
from tests.fakes import FakeClock

SAFE = a_prompt("Safe?", Choose(("here", "elsewhere")), name="safe", private=True)
PARKED = a_prompt("Not yet", Line(), keep_as=KeepAs.CONTAINER)
ALONE = pytest.mark.parametrize("prompt", [SAFE, PARKED, a_prompt(private=True)])
"""Asked to be private, private because it is parked, and free words."""


@pytest.fixture
def shipped(clock: FakeClock) -> Iterator[Workspace]:
    """The library as it is shipped."""
    found = paths.find()
    workspace = open_workspace(Paths(found.journal, found.packs, PROMPTS), clock, busy_ms=50)
    yield workspace
    workspace.close()


def kept(workspace: Workspace, prompt: Prompt, answer: str = "elsewhere") -> Thing[Entry]:
    """Keep a guide in which a private prompt was answered, and no other."""
    guide = a_guide(prompt, a_prompt("And?"))
    return keeping.keep_writing(workspace, begin(guide).answer(reply_with_text(answer)), Closing())


def found(workspace: Workspace, words: str) -> list[int]:
    return [hit.brief.n for hit in workspace.journal.find(Query(words))]


@ALONE
def test_it_is_kept_word_for_word(workspace: Workspace, prompt: Prompt):
    (answer,) = workspace.entries.get(kept(workspace, prompt).n).value.answers
    assert (answer.reply.text, answer.private) == ("elsewhere", True)


@ALONE
def test_it_is_no_title(workspace: Workspace, prompt: Prompt):
    entry = kept(workspace, prompt)
    brief = workspace.journal.brief(entry.n)
    assert brief is not None
    assert entry.value.heading == brief.title == "Week one"


@ALONE
def test_no_search_finds_it(workspace: Workspace, prompt: Prompt):
    entry = kept(workspace, prompt)
    assert found(workspace, "elsewhere") == []
    written = begin(a_guide(prompt, a_prompt("And?"))).next().answer(reply_with_text("elsewhere"))
    workspace.entries.change(entry.n, written.entry())
    assert found(workspace, "elsewhere") == [entry.n]


@ALONE
def test_it_leaves_in_no_export(workspace: Workspace, prompt: Prompt):
    kept(workspace, prompt)
    text = "".join(leaving.markdown_stream(workspace))
    assert "Week one" in text
    assert "elsewhere" not in text
    assert prompt.text not in text


@ALONE
def test_programs_are_told_only_that_there_is_one(workspace: Workspace, prompt: Prompt):
    shape = shapes.thing(workspace, kept(workspace, prompt))
    assert (shape["answers"], shape["private_answers"]) == ([], 1)


def test_what_is_parked_at_the_end_is_private_from_then_on(workspace: Workspace):
    guide = a_guide(a_prompt("A line", Line(), keep_as=KeepAs.INSIGHT), a_prompt("And?"))
    written = begin(guide).answer(reply_with_text("elsewhere"))
    (marked,) = written.kept_answers()
    closing = Closing(keep=(replace(marked, keep_as=KeepAs.CONTAINER),))
    entry = keeping.keep_writing(workspace, written, closing)
    assert entry.value.heading == "Week one"
    assert found(workspace, "elsewhere") == []
    assert "elsewhere" not in "".join(leaving.markdown_stream(workspace))


def test_a_private_line_of_a_check_in_is_in_no_list_and_no_export(workspace: Workspace):
    line = answered(a_prompt("Alone?", Line(), private=True), reply_with_text("elsewhere"))
    report = workspace.checkins.add(a_report(a_rating(), line), workspace.moment())
    brief = workspace.journal.brief(report.n)
    assert brief is not None
    assert brief.title == "mood 6"
    assert "elsewhere" not in "".join(leaving.markdown_stream(workspace))


def test_a_private_number_is_in_no_trend(workspace: Workspace):
    number = answered(a_prompt("Mood", Scale(), name="mood", private=True), reply_with_number(3))
    workspace.checkins.add(a_report(number), workspace.moment())
    assert workspace.checkins.means(("mood",), workspace.today, workspace.today) == []
    (report,) = workspace.checkins.all()
    assert report.value.answers == (number,)


def test_it_stays_private_in_a_draft_whose_guide_is_gone(workspace: Workspace):
    guide = a_guide(SAFE, id="gone")
    written = begin(guide).answer(reply_with_text("elsewhere"))
    purpose, id = for_guide(guide), workspace.new_id()
    workspace.drafts.save(unfinished.draft_of(workspace, purpose, written, id))
    n = unfinished.keep_as_it_is(workspace, workspace.drafts.all()[0])
    assert [answer.private for answer in workspace.entries.get(n).value.answers] == [True]


def test_it_stays_private_when_its_entry_is_changed(workspace: Workspace):
    entry = kept(workspace, SAFE)
    written, purpose = for_change(workspace, entry.n)
    purpose.finish(workspace, written.answer(reply_with_text("here")), Closing(), "")
    (answer,) = workspace.entries.get(entry.n).value.answers
    assert (answer.reply.text, answer.private) == ("here", True)


@pytest.mark.parametrize("data", ['{"answers": 3, "private": true}', '["private"', "not elsewhere"])
def test_a_draft_of_a_measure_that_cannot_be_read_becomes_no_entry(workspace: Workspace, data: str):
    draft = a_draft(workspace.new_id(), data, flow=Flow.MEASURE, subject="phq-9", title="PHQ-9")
    workspace.drafts.save(draft)
    unfinished.drop(workspace, workspace.drafts.all()[0])
    (brief,) = workspace.trash.contents()
    assert workspace.entries.count() == 0
    workspace.trash.restore(brief.n)
    result = workspace.results.get(brief.n).value
    assert [answer.reply.text for answer in result.answers] == [data]
    assert result.open_answers == ()
    assert found(workspace, "elsewhere private") == []
    assert "private" not in "".join(leaving.markdown_stream(workspace)).replace("is private", "")


def test_a_draft_with_a_private_answer_that_cannot_be_read_is_found_by_nothing(
    workspace: Workspace,
):
    data = '{"answers": [{"key": 1, "private": true, "text": "elsewhere"}, 3]}'
    workspace.drafts.save(a_draft(workspace.new_id(), data))
    n = unfinished.keep_as_it_is(workspace, workspace.drafts.all()[0])
    assert workspace.entries.get(n).value.words == data
    assert found(workspace, "elsewhere") == []
    assert "elsewhere" not in "".join(leaving.markdown_stream(workspace))


def test_every_choice_that_brings_up_people_is_private(shipped: Workspace):
    asked = [prompt for guide in shipped.packs.guides() for prompt in guide.prompts]
    chosen = [prompt for prompt in asked if prompt.support_if and prompt.support_if.words]
    assert len(chosen) >= 4
    assert all(prompt.private for prompt in chosen)
