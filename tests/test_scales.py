"""The numbers said on a scale by the day: the same ones wherever they are drawn."""

from datetime import timedelta

import pytest

from integrate_tui import looking_back, scales
from integrate_tui.core.spans import SpanName
from integrate_tui.overview import overview
from integrate_tui.views import view
from integrate_tui.workspace import Workspace
from tests.builders import a_moment, a_rating, a_report, a_result


@pytest.fixture
def both_ways(workspace: Workspace) -> Workspace:
    """A journal in which distress was said in a check-in and as a measure, on one day."""
    yesterday = a_moment(days=1)
    workspace.checkins.add(a_report(a_rating("distress", 2)), yesterday)
    result = a_result(measure="distress", total=8.0, low=0.0, high=10.0)
    workspace.results.add(result, yesterday)
    return workspace


def test_a_check_in_and_the_measure_of_that_name_are_one_scale(both_ways: Workspace):
    today = both_ways.today

    (mean,) = scales.means(both_ways, ["distress"], today - timedelta(days=6), today)

    assert (mean.mean, mean.count, mean.low, mean.high) == (5.0, 2, 0, 10)


def test_today_a_guide_and_a_review_tell_the_same_numbers(both_ways: Workspace):
    (drawn,) = overview(both_ways).means
    counts = looking_back.counted(both_ways, looking_back.span(both_ways, SpanName.WEEK))
    told = {strand.name: strand.numbers for strand in counts.strands}["distress"]

    assert (drawn.mean, drawn.count) == (5.0, 2)
    assert told is not None
    assert (told.lowest, told.highest, told.count) == (2, 8, 2)
    assert view(both_ways, "mood chart")[1].endswith("a mean of 5, on 1 day")


def test_a_measure_that_is_no_scale_is_none_of_its_numbers(both_ways: Workspace):
    today = both_ways.today
    both_ways.results.add(a_result(measure="phq-4", total=9.0), both_ways.moment())
    assert scales.means(both_ways, ["phq-4"], today, today) == []


def test_no_scale_has_no_numbers(both_ways: Workspace):
    assert scales.means(both_ways, [], both_ways.today, both_ways.today) == []
