"""Killed at any moment of typing, the program loses at most its last second, and harms no file."""

import random
import time
from collections.abc import Callable

import pytest

from integrate_tui.paths import Paths
from tests.faults.scenes import Verdict
from tests.faults.tally import KEY, Tally
from tests.store.desk import open_desk
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import Terminal

Record = Callable[[str, object], None]

A_SECOND = 1.0
LONGEST = 9.0
"""Seconds for which somebody types: most of it counts as older than a second when it is over."""
SLACK = 3.0
"""Seconds by which a busy machine may be late with a draft that is due."""


def type_and_be_killed(window: Terminal, words: str, chance: random.Random) -> str:
    """Type until some moment, kill the program, and return what was certainly drafted by then.

    A letter counts from when it was on the screen: the program had it then.
    """
    seen: list[tuple[float, str]] = []
    end = time.monotonic() + chance.uniform(0.1, LONGEST)
    typed = 0
    while time.monotonic() < end:
        is_time = typed < len(words) and chance.random() < 0.3
        window.send(words[typed] if is_time else "")
        typed += is_time
        there = next((n for n in range(typed, 0, -1) if words[:n] in window.text), 0)
        seen.append((time.monotonic(), words[:there]))
    window.kill()
    killed = time.monotonic()
    old = [text for when, text in seen if when <= killed - A_SECOND - SLACK]
    return old[-1] if old else ""


def check(journal: Paths, words: str, certain: str) -> Verdict:
    """Look at what is left of what was typed."""
    desk = open_desk(journal.journal)
    try:
        assert desk.broken() == []
    finally:
        desk.db.close()
    kept = [text for text in drafted(journal) if text and words.startswith(text)]
    assert len(kept) <= 1
    assert len(kept[0] if kept else "") >= len(certain)
    return Verdict()


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_while_typing(journal: Paths, start: Start, seed: int, record_property: Record):
    killed(journal, start, seed, record_property)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_hundred_kills_while_typing(
    journal: Paths, start: Start, seed: int, record_property: Record
):
    killed(journal, start, seed, record_property)


def killed(journal: Paths, start: Start, seed: int, record: Record) -> None:
    chance = random.Random(seed)
    words = f"{seed}. " + "bread water stone light " * 3
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        certain = type_and_be_killed(window, words, chance)
    tally = Tally("killed", "typing in a terminal, letter by letter")
    tally.add(str(seed), certain, check(journal, words, certain))
    record(KEY, tally.row)
    with start() as window:  # and the program opens as if nothing had been
        window.wait_for("Check in")
        window.send("ctrl+q")
        assert window.end() == 0
