"""What is parked is out of sight everywhere, and back in sight once it is not parked any more."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from integrate_tui import (
    afterwards,
    gathering,
    leaving,
    looking_back,
    overview,
    shelving,
    threads,
)
from integrate_tui.core.coming_up import Way
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.parking import PARKED, is_title, title_over
from integrate_tui.triage import Answer, sort_out
from integrate_tui.workspace import Workspace

WORDS = "stairs stairs stairs stairs"
LONG_AGO = timedelta(days=30)


@pytest.fixture
def session(workspace: Workspace) -> int:
    """A session a month ago."""
    at = workspace.moment(workspace.now - LONG_AGO)
    return workspace.experiences.add(Experience(sort="ketamine"), at).n


@pytest.fixture
def piece(workspace: Workspace, session: int) -> int:
    """A note about the session, of the same day, in a theme."""
    at = workspace.moment(workspace.now - LONG_AGO)
    n = workspace.fragments.add(Fragment(WORDS), at, tags=["cellar"]).n
    workspace.links.set(n, session, Role.ABOUT)
    theme = gathering.new_theme(workspace, "Down").n
    gathering.gather(workspace, theme, n)
    return n


@pytest.fixture
def parked(workspace: Workspace, piece: int) -> int:
    """The title it is parked under."""
    made = sort_out(workspace, piece, Way.CONTAINER, Answer(title="a house"))
    assert made is not None
    return made.n


def _in_the_list(workspace: Workspace) -> str:
    return "".join(brief.title for brief in workspace.journal.page(50))


def _in_the_list_of_notes(workspace: Workspace) -> str:
    query = Query(kinds=(ThingKind.FRAGMENT,))
    return "".join(brief.title for brief in workspace.journal.page(50, 0, query))


def _in_a_search(workspace: Workspace) -> str:
    return "".join(hit.brief.title + hit.snippet for hit in workspace.journal.find(Query("stairs")))


def _by_its_tag(workspace: Workspace) -> str:
    found = workspace.journal.find(Query(tags=("cellar",)))
    return "".join(hit.brief.title for hit in found)


def _on_this_day(workspace: Workspace) -> str:
    found = workspace.journal.on_this_day(workspace.today)
    return "".join(brief.title for brief in found)


def _a_random_old_line(workspace: Workspace) -> str:
    found = looking_back.old_line(workspace, 0.5)
    return "" if found is None else workspace.fragments.get(found).value.text


def _the_line_of_the_day(workspace: Workspace) -> str:
    line = overview.line_of_the_day(workspace)
    return "" if line is None else line.words


def _the_words_looked_back_on(workspace: Workspace) -> str:
    return "".join(workspace.looking_back.texts(date(2020, 1, 1), workspace.today, 50))


def _the_tags_looked_back_on(workspace: Workspace) -> str:
    tags = workspace.looking_back.tags(date(2020, 1, 1), workspace.today)
    return "stairs" if "cellar" in dict(tags) else ""


def _the_first_notes(workspace: Workspace) -> str:
    (session,) = workspace.experiences.all()
    return "".join(afterwards.first_notes(workspace, session.n))


def _the_thread_of_the_session(workspace: Workspace) -> str:
    (session,) = workspace.experiences.all()
    whole = threads.thread_of(workspace, session.n)
    return "".join(told.title for told in threads.told(workspace, whole))


def _the_thread_of_itself(workspace: Workspace) -> str:
    (note,) = workspace.fragments.all()
    whole = threads.thread_of(workspace, note.n)
    return "".join(told.title for told in threads.told(workspace, whole))


def _its_theme(workspace: Workspace) -> str:
    (theme,) = workspace.themes.all()
    return "".join(brief.title for brief in gathering.gathered(workspace, theme.n))


def _an_export(workspace: Workspace) -> str:
    return "".join(leaving.markdown_stream(workspace))


def _an_export_by_its_tag(workspace: Workspace) -> str:
    return "".join(leaving.markdown_stream(workspace, Query(tags=("cellar",))))


PLACES = (
    _in_the_list,
    _in_the_list_of_notes,
    _in_a_search,
    _by_its_tag,
    _on_this_day,
    _a_random_old_line,
    _the_line_of_the_day,
    _the_words_looked_back_on,
    _the_tags_looked_back_on,
    _the_first_notes,
    _the_thread_of_the_session,
    _the_thread_of_itself,
    _its_theme,
    _an_export,
    _an_export_by_its_tag,
)
PARTS = pytest.mark.parametrize("said_in", PLACES, ids=lambda each: each.__name__.strip("_"))


@PARTS
def test_a_note_is_in_sight_until_it_is_parked(
    workspace: Workspace, piece: int, said_in: Callable[[Workspace], str]
):
    assert "stairs" in said_in(workspace)


@PARTS
def test_what_is_parked_is_out_of_sight(
    workspace: Workspace, parked: int, said_in: Callable[[Workspace], str]
):
    said = said_in(workspace)
    assert "stairs" not in said
    assert "a house" not in said


@PARTS
def test_what_is_let_go_is_in_sight_again(
    workspace: Workspace, parked: int, said_in: Callable[[Workspace], str]
):
    shelving.let_go(workspace, parked)
    assert "stairs" in said_in(workspace)


@PARTS
def test_what_was_parked_by_mistake_is_in_sight_again(
    workspace: Workspace, parked: int, said_in: Callable[[Workspace], str]
):
    workspace.undo()
    assert "stairs" in said_in(workspace)


def test_counts_and_windows_agree_about_what_is_parked(workspace: Workspace, parked: int):
    journal = workspace.journal
    notes = Query(kinds=(ThingKind.FRAGMENT,))
    assert journal.count() == len(journal.page(50)) == 0
    assert journal.count(notes) == len(journal.page(50, 0, notes)) == 0
    assert journal.found(Query("stairs")) == len(journal.find(Query("stairs"))) == 0
    assert journal.days(date(2020, 1, 1), workspace.today) == []
    assert journal.newer_than(date(2020, 1, 1)) == 0


def test_a_thread_says_only_that_something_is_parked(
    workspace: Workspace, parked: int, session: int
):
    assert PARKED in _the_thread_of_the_session(workspace)
    assert PARKED in _the_thread_of_itself(workspace)


def test_a_title_is_told_where_its_own_thread_begins(workspace: Workspace, parked: int):
    first, *others = threads.told(workspace, threads.thread_of(workspace, parked))
    titles = {first.title, *(told.title for told in others)}
    assert "a house" in titles
    assert not any("stairs" in title for title in titles)


def test_the_title_over_a_piece_is_known(workspace: Workspace, piece: int, session: int):
    assert title_over(workspace, piece) is None
    made = sort_out(workspace, piece, Way.CONTAINER, Answer(title="a house"))
    assert made is not None
    assert title_over(workspace, piece) == title_over(workspace, made.n) == made.n
    assert is_title(workspace, made.n)
    assert not is_title(workspace, piece)
    assert title_over(workspace, session) is None


def test_its_words_are_read_on_opening(workspace: Workspace, parked: int):
    assert shelving.words_behind(workspace, workspace.lines.get(parked)) == WORDS


def test_a_title_made_by_hand_hides_no_entry(workspace: Workspace, session: int):
    title = workspace.lines.add(KeptLine("a house", "container"), workspace.moment()).n
    workspace.links.set(title, session, Role.CAME_FROM)
    (thing,) = workspace.experiences.all()
    assert workspace.threads.parked([thing.n]) == set()
