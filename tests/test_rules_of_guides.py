"""The rules of guides, with the shipped library: what is refused, whichever way one comes."""

from datetime import timedelta

import pytest

from integrate_tui import keeping, overview, unfinished
from integrate_tui.core.answers import reply_with_number, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Guide
from integrate_tui.core.writing import Writing, begin
from integrate_tui.errors import NotNowError
from integrate_tui.purposes import for_guide
from integrate_tui.workspace import Workspace
from tests.builders import a_moment, a_rating, a_report, a_sitting
from tests.fakes import FakeClock


def guide(workspace: Workspace, id: str) -> Guide:
    return workspace.packs.get(Guide, id)


def sitting_about(workspace: Workspace, topic: str) -> Writing:
    """Return a sitting of writing about something, as far as its topic."""
    return begin(guide(workspace, "four-sittings")).go_to(1).answer(reply_with_text(topic))


def keep(workspace: Workspace, writing: Writing) -> None:
    keeping.keep_writing(workspace, writing, Closing())


def say_distress(workspace: Workspace, number: int, name: str = "distress") -> None:
    """Keep a longer check-in or a difficult experience that says how it is."""
    for id in ("longer-check-in", "difficult-experience"):
        asked = guide(workspace, id)
        named = [i for i, prompt in enumerate(asked.prompts) if prompt.name == name]
        if named:
            keep(workspace, begin(asked).go_to(named[0]).answer(reply_with_number(number)))
            return


def test_four_sittings_on_one_day_are_four(workspace: Workspace):
    for topic in ("home", "work", "the lake", "home"):
        assert overview.refusal(workspace, guide(workspace, "four-sittings")) == ""
        keep(workspace, sitting_about(workspace, topic))
    assert "rests now" in overview.refusal(workspace, guide(workspace, "four-sittings"))


def test_a_topic_gives_way_after_four_sittings_however_long_the_rests_were(
    workspace: Workspace, clock: FakeClock
):
    for _ in range(4):
        assert overview.topic_refusal(workspace, sitting_about(workspace, "The lake")) == ""
        keep(workspace, sitting_about(workspace, "the lake "))
        clock.advance(timedelta(days=9).total_seconds())
    assert overview.refusal(workspace, guide(workspace, "four-sittings")) == ""
    assert "Another topic" in overview.topic_refusal(
        workspace, sitting_about(workspace, "THE lake")
    )
    assert overview.topic_refusal(workspace, sitting_about(workspace, "home")) == ""

    keep(workspace, sitting_about(workspace, "home"))
    assert overview.topic_refusal(workspace, sitting_about(workspace, "the lake")) == ""


def test_that_nothing_came_is_no_sitting(workspace: Workspace):
    for _ in range(4):
        keeping.keep_nothing(workspace, guide(workspace, "four-sittings"))
    assert overview.refusal(workspace, guide(workspace, "four-sittings")) == ""


@pytest.mark.parametrize("name", ["distress", "distress-after"])
def test_distress_that_was_said_in_a_guide_counts(workspace: Workspace, name: str):
    say_distress(workspace, 8, name)
    assert "you said distress 8" in overview.refusal(workspace, guide(workspace, "body"))


def test_distress_that_was_said_around_an_exercise_counts(workspace: Workspace):
    workspace.sittings.add(a_sitting(before=8, after=None), workspace.moment())
    assert overview.refusal(workspace, guide(workspace, "body"))


def test_what_was_said_last_is_what_counts(workspace: Workspace, clock: FakeClock):
    say_distress(workspace, 9)
    clock.advance(60)
    workspace.sittings.add(a_sitting(before=9, after=3), workspace.moment())
    assert overview.refusal(workspace, guide(workspace, "body")) == ""
    clock.advance(60)
    workspace.checkins.add(a_report(a_rating("distress", 7)), workspace.moment())
    assert overview.refusal(workspace, guide(workspace, "body"))


def test_distress_of_yesterday_counts_no_more(workspace: Workspace, clock: FakeClock):
    say_distress(workspace, 9)
    clock.advance(timedelta(days=1).total_seconds())
    assert overview.refusal(workspace, guide(workspace, "body")) == ""


def test_no_guide_begins_against_its_rules(workspace: Workspace):
    say_distress(workspace, 8)
    with pytest.raises(NotNowError, match="for a calmer hour"):
        unfinished.begin_guide(workspace, guide(workspace, "body"))


def test_a_draft_of_it_does_not_go_on_but_can_be_read_and_kept(workspace: Workspace):
    body = guide(workspace, "body")
    written = begin(body).answer(reply_with_text("warm hands"))
    id = workspace.new_id()
    workspace.drafts.save(unfinished.draft_of(workspace, for_guide(body), written, id))
    say_distress(workspace, 8)
    (draft,) = workspace.drafts.all()

    with pytest.raises(NotNowError):
        unfinished.go_on(workspace, draft)
    assert workspace.drafts.all() == [draft]
    assert unfinished.take_up(workspace, draft).writing.replies[0].text == "warm hands"

    n = unfinished.keep_as_it_is(workspace, draft)
    assert workspace.entries.get(n).value.words == "warm hands"
    assert workspace.drafts.all() == []


def test_a_draft_about_a_topic_that_rests_does_not_go_on(workspace: Workspace, clock: FakeClock):
    for _ in range(4):
        keep(workspace, sitting_about(workspace, "the lake"))
        clock.advance(timedelta(days=9).total_seconds())
    written = sitting_about(workspace, "the lake")
    purpose = for_guide(written.guide)
    workspace.drafts.save(unfinished.draft_of(workspace, purpose, written, workspace.new_id()))
    with pytest.raises(NotNowError, match="Another topic"):
        unfinished.go_on(workspace, workspace.drafts.all()[0])


def test_a_mark_that_its_own_rules_refuse_is_not_suggested(workspace: Workspace, clock: FakeClock):
    workspace.paths.packs.mkdir(parents=True, exist_ok=True)
    (workspace.paths.packs / "after.txt").write_text(
        "# After it\nid: after-it\nmark: 2-6 hours\nrule: not at distress 7 or more\n? One\n"
    )
    workspace.packs.refresh()
    lived = Experience(name="The lake", timed=True)
    workspace.experiences.add(lived, a_moment(hours=3))
    offered = overview.suggestion(workspace)
    assert offered is not None
    assert offered.guide.id == "after-it"

    workspace.checkins.add(a_report(a_rating("distress", 9)), workspace.moment())
    offered = overview.suggestion(workspace)
    assert offered is None or offered.guide.id != "after-it"
    (shown,) = (one for one in overview.offered(workspace) if one.guide.id == "after-it")
    assert shown.refusal
    assert shown.why == ""
