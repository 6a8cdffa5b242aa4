from datetime import timedelta

from integrate_tui import looking_back
from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.looking_back import Domain
from integrate_tui.core.spans import SpanName
from integrate_tui.workspace import Workspace
from tests.builders import a_guided_entry, a_rating, a_report, a_result


def check_in(workspace: Workspace, name: str, value: int, days: int = 0) -> None:
    at = workspace.now - timedelta(days=days)
    workspace.checkins.add(a_report(a_rating(name, value)), workspace.moment(at))


def test_the_usual_scales_come_first_and_then_those_with_numbers(workspace: Workspace):
    check_in(workspace, "zest", 3)
    check_in(workspace, "clarity", 3)
    found = looking_back.strands(workspace, looking_back.span(workspace, SpanName.WEEK))
    assert [strand.name for strand in found] == ["mood", "distress", "clarity", "zest"]
    assert [strand.numbers is not None for strand in found] == [False, False, True, True]


def test_what_has_numbers_is_shown_at_first(workspace: Workspace):
    check_in(workspace, "zest", 3)
    span = looking_back.span(workspace, SpanName.WEEK)
    assert looking_back.shown_at_first(looking_back.strands(workspace, span)) == {"zest"}
    check_in(workspace, "mood", 3)
    assert looking_back.shown_at_first(looking_back.strands(workspace, span)) == {"mood"}


def test_hours_of_sleep_are_a_line(workspace: Workspace):
    result = a_result(measure="sleep-hours", title="Sleep: hours", total=7.0)
    workspace.results.add(result, workspace.moment())
    found = looking_back.strands(workspace, looking_back.span(workspace, SpanName.WEEK))
    assert "sleep-hours" in [strand.name for strand in found if strand.numbers]


def test_a_measure_with_parts_is_no_line(workspace: Workspace):
    workspace.results.add(a_result(), workspace.moment())
    found = looking_back.strands(workspace, looking_back.span(workspace, SpanName.WEEK))
    assert not [strand for strand in found if strand.numbers]


def test_since_is_offered_once_there_is_something_to_be_since(workspace: Workspace):
    assert SpanName.EXPERIENCE not in looking_back.choices(workspace)
    ahead = workspace.moment(workspace.now + timedelta(days=3))
    workspace.experiences.add(Experience("Planned"), ahead)
    assert SpanName.EXPERIENCE not in looking_back.choices(workspace)
    workspace.experiences.add(Experience("The lake"), workspace.moment())
    assert SpanName.EXPERIENCE in looking_back.choices(workspace)


def test_a_domain_is_counted_by_tags_guides_and_what_was_said(workspace: Workspace):
    said = Answered(
        "Fed or thin?",
        Reply("body fed\nnature thin", words=("body fed", "nature thin")),
        kind="choose any",
        name="fed-or-thin",
    )
    review = a_guided_entry(said)
    workspace.entries.add(review, workspace.moment())
    workspace.fragments.add(Fragment("the garden"), workspace.moment(), tags=["garden"])
    found = {
        each.domain: each
        for each in looking_back.domains(workspace, looking_back.span(workspace, SpanName.WEEK))
    }
    assert found[Domain.NATURE].words == "1 record \u00b7 thin 1"
    assert found[Domain.BODY].words == "none \u00b7 fed 1"
    assert list(found) == list(Domain)


def test_writing_with_a_guide_about_the_body_counts_for_the_body(workspace: Workspace):
    guide = next(guide for guide in workspace.packs.guides() if "body" in guide.tags)
    entry = a_guided_entry(a_rating())
    workspace.entries.add(
        type(entry)(guide=guide.id, guide_title=guide.title, answers=entry.answers),
        workspace.moment(),
    )
    span = looking_back.span(workspace, SpanName.WEEK)
    counts = {each.domain: each.count for each in looking_back.domains(workspace, span)}
    assert counts[Domain.BODY] == 1


def test_the_week_before_an_experience_is_set_beside_it(workspace: Workspace):
    check_in(workspace, "mood", 2, days=8)
    check_in(workspace, "mood", 8, days=1)
    lived = workspace.moment(workspace.now - timedelta(days=3))
    workspace.experiences.add(Experience("The lake"), lived)
    span = looking_back.span(workspace, SpanName.EXPERIENCE)
    counts = looking_back.counted(workspace, span)
    (before,) = counts.before
    assert before.numbers is not None
    assert (before.name, before.numbers.latest) == ("mood", 2)
    assert counts.check_ins == 1


def test_every_review_has_its_questions_in_the_packs(workspace: Workspace):
    for name in (SpanName.WEEK, SpanName.MONTH, SpanName.EXPERIENCE):
        guide = looking_back.review_guide(workspace, name)
        assert guide is not None
        names = [prompt.name for section in guide.sections for prompt in section.prompts]
        assert names[-2:] == ["focus", "focus-day"]
    assert looking_back.review_guide(workspace, SpanName.ALL) is None


def test_an_old_line_is_no_line_of_today(workspace: Workspace):
    workspace.fragments.add(Fragment("today"), workspace.moment())
    assert looking_back.old_line(workspace, 0.5) is None
