from collections.abc import Iterator
from datetime import date

import pytest

from integrate_tui import paths
from integrate_tui.core.chips import query_of
from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.narrowing import Lived
from integrate_tui.core.search import Query
from integrate_tui.looking import reader
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_guided_entry, a_moment, a_report, some_feelings
from tests.fakes import EVENING, FakeClock

SUNDAY = EVENING.date()


@pytest.fixture
def workspace(clock: FakeClock) -> Iterator[Workspace]:
    """A workspace with a little of everything that can be asked for."""
    workspace = open_workspace(paths.find(), clock)
    workspace.experiences.add(Experience("The lake"), a_moment(days=9))
    workspace.experiences.add(Experience("", "ketamine"), a_moment(days=-3))
    workspace.entries.add(a_guided_entry(some_feelings("raw")), a_moment(), tags=["sea"])
    workspace.entries.add(Entry("", "", "old-one", "An old one"), a_moment(), tags=["sea", "x"])
    workspace.checkins.add(a_report(some_feelings("calm", "calm")), a_moment())
    yield workspace
    workspace.close()


def test_a_reader_knows_what_there_is_in_the_journal(workspace: Workspace):
    read = reader(workspace)
    assert read.today == SUNDAY
    assert read.tags() == ("sea", "x")
    assert read.feelings() == ("calm", "raw")
    assert read.experiences() == (
        Lived(2, "ketamine", date(2026, 11, 25)),
        Lived(1, "The lake", date(2026, 11, 13)),
    )


def test_guides_that_were_written_with_are_known_and_after_them_those_of_the_packs(
    workspace: Workspace,
):
    read = reader(workspace)
    assert dict(read.guides()) == {"old-one": "An old one", "week-one": "Week one"}
    others = dict(read.other_guides())
    assert "evening" in others
    assert not {"old-one", "week-one"} & set(others)


def test_the_packs_are_left_alone_until_a_guide_is_asked_for_that_was_not_written_with(
    workspace: Workspace,
):
    assert query_of("guide:old-one", reader(workspace)).query == Query(guide="old-one")
    assert "packs" not in vars(workspace)
    assert query_of("guide:evening", reader(workspace)).query == Query(guide="evening")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("since:monday", Query(since=date(2026, 11, 16))),
        ('until:"last week"', Query(until=date(2026, 11, 15))),
        ("on:yesterday", Query(since=date(2026, 11, 21), until=date(2026, 11, 21))),
        ("experience:last", Query(experience=1)),
    ],
)
def test_days_are_read_as_people_say_them(workspace: Workspace, typed: str, found: Query):
    assert query_of(typed, reader(workspace)).query == found


def test_a_guide_goes_by_the_title_it_had_last(workspace: Workspace):
    workspace.entries.add(Entry("", "", "old-one", "Its new name"), a_moment())
    assert dict(workspace.entries.guides())["old-one"] == "Its new name"


def test_an_empty_journal_knows_nothing(clock: FakeClock):
    workspace = open_workspace(paths.find(), clock)
    read = reader(workspace)
    assert (read.tags(), read.feelings(), read.guides(), read.experiences()) == ((), (), (), ())
    workspace.close()
