"""One story told by keys in the real program, from a session to a Tuesday, and walked back again.

It is that of `tests/cli/test_story.py`, on a journal of some weeks: a third ketamine session of
six, fragments and a mark after it, a week with its guide, a belief said in other words, a boundary
and a practice that came of it, ten days, and a look back. Each time is a run of its own, with the
clock set to it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from integrate_tui import sessions
from integrate_tui.core.series import Series
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import live
from tests.fakes import FakeClock
from tests.story import FOCUS, THE_END, end_of
from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal

BERLIN = ZoneInfo("Europe/Berlin")
BEFORE = datetime(2026, 11, 15, 20, tzinfo=BERLIN)
SESSION = datetime(2026, 11, 16, 10, 30, tzinfo=BERLIN)
AT_A_TIME = """
import sys
from datetime import datetime
from zoneinfo import ZoneInfo
from integrate_tui.cli.here import Here
from integrate_tui.cli.launch import open_directly, prepare_environment
from tests.fakes import FakeClock

prepare_environment()
from textual.widgets import Input, TextArea
Input.cursor_blink._default = TextArea.cursor_blink._default = False

at = datetime.fromisoformat(sys.argv[1]).astimezone(ZoneInfo("Europe/Berlin"))
sys.exit(open_directly(Here(FakeClock(at)), ()))
"""

_DRAWN = 0.2
"""Seconds without anything new after which a screen is drawn; no cursor blinks meanwhile."""

At = Callable[[datetime], AbstractContextManager[Terminal]]


def opened(paths: Paths, at: datetime) -> Workspace:
    """Return the journal as it is at a time."""
    return open_workspace(paths, FakeClock(at))


@pytest.fixture
def lived_in(journal: Paths) -> Paths:
    """A journal of some weeks, with two sessions of a series of six in it."""
    clock = FakeClock(BEFORE)
    workspace = open_workspace(journal, clock)
    live(workspace, clock, entries=40, days=40)
    workspace.settings.set("health", "none")
    first, second, other = workspace.experiences.all()
    series = workspace.series.add(Series("Six sessions", 6), workspace.moment()).n
    for number, one in enumerate((first, second), 1):
        workspace.experiences.change(one.n, replace(one.value, name=f"Session {number}"))
        sessions.put_in_series(workspace, one.n, series)
    workspace.trash.put(other.n, "Delete")
    workspace.close()
    return journal


@pytest.fixture
def at(start: Start, lived_in: Paths) -> At:
    """Open the program at a time, and leave it at the end of the block."""

    @contextmanager
    def run(when: datetime) -> Iterator[Terminal]:
        window = start(when.isoformat(), code=AT_A_TIME)
        window.wait_for("Today", "Support", "Practices")
        yield window
        window.send("ctrl+q")
        assert window.end() == 0

    return run


def press(window: Terminal, *keys: str) -> None:
    """Press keys that each move something, once all is drawn, and wait until that is drawn too."""
    for key in keys:
        window.settle(_DRAWN)
        _press(window, key)
        window.settle(_DRAWN)


def _press(window: Terminal, key: str) -> None:
    drawn = len(window.raw)
    window.send(key)
    window.wait(lambda: len(window.raw) > drawn, f"anything after {key}")


def fill_in(window: Terminal, *fields: str) -> None:
    """Fill in a form from its first field on: words, `>` for the next choice, or nothing."""
    for number, words in enumerate(fields):
        if number:
            press(window, "tab")
        if words == ">":
            press(window, "right")
        elif words:
            window.send(words)
            window.wait_for(words)
    window.send("ctrl+n")


def a_session_is_kept(at: At) -> None:
    """Four hours after it: the session goes on the series, and two fragments are noted."""
    with at(SESSION + timedelta(hours=4)) as window:
        window.send("6")
        window.wait_for("Session 2")
        window.send("a")
        window.wait_for("An experience, past or planned")
        fill_in(window, "The fog", "today 10:30", ">", "clinic", "", "To ask for less")
        window.wait_for("Does it go on a series?", "It is session 3 of 6")
        window.send("enter")
        window.wait_for("Landing", "day 0 after session 3 of 6")
        window.send("1")
        window.wait_for("Ketamine, hours after")
        for words in ("a grey sea with no edge", "warm hands"):
            window.send("n")
            window.wait_for("A note")
            window.send(words)
            window.wait_for(words)
            window.send("ctrl+n")
            window.wait_until_gone("A note")
        window.send("6")
        window.wait_for("The fog", "2 k\u2026")


def the_mark_of_a_day_is_written(at: At) -> None:
    """A day after it: what is due is the first thing offered, and it knows what it is about."""
    with at(SESSION + timedelta(hours=24)) as window:
        window.wait_for("Ketamine, the next day", "day 1 after session 3 of 6")
        window.send("w")
        window.wait_for("24 hours after The fog")
        window.send("enter")
        window.wait_for("Mood against the morning of the session", "1 of 7")
        window.send("3")
        window.wait_for("2 of 7")
        for place in range(3, 8):
            window.send("ctrl+n")
            window.wait_for(f"{place} of 7")
        window.send("ctrl+n")
        window.wait_for("closing", "\u25cf The fog")
        window.send("ctrl+n")
        window.wait_for("Good morning")


def the_week_is_looked_at(at: At) -> None:
    """Four days after it: its guide keeps a line as an insight, and two things come of that."""
    with at(SESSION + timedelta(days=4)) as window:
        window.send("w")
        window.wait_for("26 guides")
        window.send("/")
        window.wait_for("A part of its name")
        window.send("week one")
        window.wait_for("5 guides")
        press(window, "enter", "enter")
        window.wait_for("1 of 12")
        window.send("The fog was kind.", "ctrl+n")
        window.wait_for("2 of 12", "a grey sea with no edge")
        window.send("ctrl+n")
        window.wait_for("3 of 12")
        window.send("I have to earn rest")
        window.wait_for("I have to earn rest")
        for place in range(4, 13):
            window.send("ctrl+n")
            window.wait_for(f"{place} of 12")
        window.send("ctrl+n")
        window.wait_for("closing", "insight: I have to earn rest")
        window.send("ctrl+n")
        window.wait_for("Today", "Practices")
        window.send("4")
        window.wait_for("I have to earn rest", "Act")
        window.send("e")
        window.wait_for("In other words")
        fill_in(window, "", ">")
        window.wait_for("belief  today")
        for down, form, fields in (
            (3, "A line you keep", ("No calls after nine",)),
            (2, "A small thing repeated", ("Sit down for tea", "after work")),
        ):
            window.send("a")
            window.wait_for("What would you make of it?")
            press(window, *["down"] * down, "enter")
            window.wait_for(form, "I have to earn rest")
            fill_in(window, *fields)
            window.wait_until_gone(form)
        window.send("enter")
        window.wait_for("came of it    No calls after nine", "Sit down for tea", "came from")


def ten_days_go_by(at: At) -> None:
    """Ten evenings: most of them ticked on Today, one left out, and once the boundary held."""
    for day in range(10):
        with at(SESSION + timedelta(days=4 + day, hours=9)) as window:
            window.wait_for("Sit down for tea")
            press(window, "right", "down", "down", "s" if day == 6 else "space")
            mark = "\u25ab" if day == 6 else "\u25cf Sit down for tea"
            window.wait_for(mark)
            if day == 8:
                window.send("5")
                window.wait_for("Boundaries")
                press(window, "G")
                window.wait_for("space Say", "No calls after nine")
                window.send("space")
                window.wait_for("Held", "Not tested")
                press(window, "enter")
                window.wait_for("A line about it")
                window.send("enter")
                window.wait_for("held 1")


def the_belief_is_said_in_other_words(at: At) -> None:
    """Two weeks after it: the insight comes back, and is worded anew."""
    with at(SESSION + timedelta(days=14)) as window:
        window.send("4")
        window.wait_for("I have to earn rest", "to look at again")
        window.send("e")
        window.wait_for("In other words")
        press(window, "ctrl+u")
        fill_in(window, "Rest is not a wage")
        window.wait_until_gone("In other words")
        window.send("v")
        window.wait_for("I have to earn rest", "Rest is not a wage")


def the_week_is_reviewed(at: At) -> None:
    """The same evening: the numbers first, then the questions, and one focus with its day."""
    with at(SESSION + timedelta(days=14, hours=9)) as window:
        window.send("7")
        window.wait_for("Lines", "Doing")
        window.send("r")
        window.wait_for("A review", "Sit down for tea: done 5, skipped 1", "held 1")
        press(window, "enter")
        window.wait_for("Weekly review", "1 of 11")
        window.send("A quiet week.")
        window.wait_for("A quiet week.")
        for place in range(2, 12):
            press(window, "ctrl+n")
            window.wait_for(f"{place} of 11")
        window.wait_for("One focus for next week")
        window.send(FOCUS)
        window.wait_for(FOCUS)
        press(window, "ctrl+n")
        window.wait_for("A day for it", "12 of 12")
        press(window, "tuesday")
        window.wait_for("Tuesday 1 December")
        press(window, "ctrl+n")
        window.wait_for("closing", f"step: {FOCUS}")
        press(window, "ctrl+n")
        window.wait_for("Lines", "Kept as")


def the_thread_is_walked_back(at: At) -> None:
    """And from the tea, on its Tuesday, back to the session and what was noted there."""
    with at(SESSION + timedelta(days=15)) as window:
        window.wait_for(FOCUS, "today")
        window.send("5")
        window.wait_for("Sit down for tea")
        press(window, *["down"] * 6)
        window.send("t")
        window.wait_for("The thread", "Six sessions", "The fog was kind.", "Sit down for tea")
        chain = ("Six sessions", "The fog", "The fog was kind.", "Rest is not a wage", "Sit down")
        places = [next(i for i, line in enumerate(window.lines) if w in line) for w in chain]
        assert places == sorted(places)
        press(window, "up", "enter")
        window.wait_for("Rest is not a wage", "came from", "No calls after nine")
        press(window, "escape", "up", "up", "enter")
        window.wait_for("The fog", "session 3 of 6", "To ask for less")
        press(window, "G")
        window.wait_for("Written about it")


def test_from_a_session_to_a_tuesday_and_back_by_keys(at: At, lived_in: Paths) -> None:
    a_session_is_kept(at)
    the_mark_of_a_day_is_written(at)
    the_week_is_looked_at(at)
    ten_days_go_by(at)
    the_belief_is_said_in_other_words(at)
    the_week_is_reviewed(at)
    the_thread_is_walked_back(at)
    workspace = opened(lived_in, SESSION + timedelta(days=15, hours=1))
    try:
        assert end_of(workspace) == THE_END
    finally:
        workspace.close()
