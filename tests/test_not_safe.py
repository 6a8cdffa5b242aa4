"""A boundary that is not safe to hold now: nothing asks after it, and support is shown."""

import pytest

from integrate_tui import looking_back, minding, overview, own, threads, waiting
from integrate_tui.core.boundary import Boundary, not_safe_words
from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.occasion import How
from integrate_tui.core.review import page
from integrate_tui.core.spans import SpanName
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.workspace import Workspace

LINE = "No calls after nine"


@pytest.fixture
def boundary(workspace: Workspace) -> int:
    """A boundary that came of a session and was bent once, which it is not safe to hold."""
    session = workspace.experiences.add(Experience(sort="ketamine"), workspace.moment()).n
    n = workspace.boundaries.add(Boundary(LINE), workspace.moment()).n
    workspace.links.set(n, session, Role.CAME_FROM)
    minding.say_occasion(workspace, n, ThingKind.BOUNDARY, How.BENT, "he was angry")
    minding.set_not_safe(workspace, n, not_safe=True)
    return n


def reviewed(workspace: Workspace) -> str:
    """Return the review of the week in one piece."""
    span = looking_back.span(workspace, SpanName.WEEK)
    paragraphs = page(looking_back.counted(workspace, span))
    return "\n".join(line for each in paragraphs for line in (each.title, *each.lines))


def test_today_says_nothing_of_it(workspace: Workspace, boundary: int):
    seen = overview.overview(workspace)
    assert LINE not in repr(seen)
    assert waiting.waiting(workspace, workspace.phase()) == []


def test_a_review_counts_no_occasion_of_it_and_shows_support(workspace: Workspace, boundary: int):
    said = reviewed(workspace)
    assert LINE not in said
    assert "bent" not in said
    assert "1 boundary is not safe to hold now" in said
    assert "`integrate support`" in said


def test_looking_back_counts_no_occasion_of_it(workspace: Workspace, boundary: int):
    today = workspace.today
    assert workspace.looking_back.occasions(today, today) == []
    assert looking_back.count_not_safe(workspace) == 1


def test_the_week_beside_it_is_counted_nowhere(workspace: Workspace, boundary: int):
    assert minding.tallies(workspace) == {}


def test_its_thread_tells_it_without_a_count(workspace: Workspace, boundary: int):
    told = threads.told(workspace, threads.thread_of(workspace, boundary))
    (of_it,) = (each for each in told if each.title == LINE)
    assert of_it.facts == ()


def test_no_guide_asks_after_it_or_the_line_it_was_made_of(workspace: Workspace, boundary: int):
    line = workspace.lines.add(KeptLine(LINE, "boundary"), workspace.moment()).n
    workspace.links.set(boundary, line, Role.CAME_FROM)
    assert own.choices(workspace, "boundary") == ()
    minding.set_not_safe(workspace, boundary, not_safe=False)
    assert [choice.words for choice in own.choices(workspace, "boundary")] == [LINE]


def test_all_of_it_is_counted_again_once_it_is_safe(workspace: Workspace, boundary: int):
    minding.set_not_safe(workspace, boundary, not_safe=False)
    said = reviewed(workspace)
    assert f"{LINE}: bent 1" in said
    assert "not safe" not in said
    assert minding.tallies(workspace) == {boundary: {How.BENT: 1}}


def test_one_that_was_let_go_shows_nothing_any_more(workspace: Workspace, boundary: int):
    minding.let_go(workspace, boundary, ThingKind.BOUNDARY)
    assert looking_back.count_not_safe(workspace) == 0
    assert "not safe" not in reviewed(workspace)


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "1 boundary is not"), (2, "2 boundaries are not")]
)
def test_how_many_are_not_safe_is_said_plainly(count: int, words: str):
    assert not_safe_words(count).startswith(words)
