"""Killed at any moment of typing, the program loses at most its last second, and harms no file."""

import random
import time

import pytest

from integrate_tui.paths import Paths
from tests.store.desk import open_desk
from tests.terminal.conftest import Start, drafted
from tests.terminal.terminal import Terminal

A_SECOND = 1.0
SLACK = 1.5
"""Seconds that a busy machine may take to show a key that was pressed."""


def type_and_be_killed(window: Terminal, words: str, chance: random.Random) -> str:
    """Type until some moment, kill the program, and return what was on the screen a second before.

    A word counts from when it was on the screen: the program had it then.
    """
    seen: list[tuple[float, str]] = []
    end = time.monotonic() + chance.uniform(0.1, 2.5)
    typed = 0
    while time.monotonic() < end and typed < len(words):
        window.send(words[typed])
        typed += 1
        there = next((n for n in range(typed, 0, -1) if words[:n] in window.text), 0)
        seen.append((time.monotonic(), words[:there]))
    window.kill()
    killed = time.monotonic()
    old = [text for when, text in seen if when <= killed - A_SECOND - SLACK]
    return old[-1] if old else ""


def check(journal: Paths, words: str, certain: str) -> None:
    desk = open_desk(journal.journal)
    try:
        assert desk.broken() == []
    finally:
        desk.db.close()
    kept = [text for text in drafted(journal) if text and words.startswith(text)]
    assert len(kept) <= 1
    assert len(kept[0] if kept else "") >= len(certain)


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_while_typing(journal: Paths, start: Start, seed: int):
    killed(journal, start, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_hundred_kills_while_typing(journal: Paths, start: Start, seed: int):
    killed(journal, start, seed)


def killed(journal: Paths, start: Start, seed: int) -> None:
    chance = random.Random(seed)
    words = f"{seed}. " + "bread water stone light " * 3
    with start("write", "free-page") as window:
        window.wait_for("esc Leave")
        certain = type_and_be_killed(window, words, chance)
    check(journal, words, certain)
    with start() as window:  # and the program opens as if nothing had been
        window.wait_for("Check in")
        window.send("ctrl+q")
        assert window.end() == 0
