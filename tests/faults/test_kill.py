"""A program that is killed loses nothing it said was kept, and leaves nothing half."""

import random
import re
import shutil
import signal
import subprocess
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.practice import Practice
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.store import driver
from integrate_tui.store.opening import SCHEMA_VERSION
from tests.builders import a_moment
from tests.faults.programs import finish, start
from tests.faults.scenes import Verdict
from tests.faults.tally import Tally
from tests.store.desk import Desk, open_desk

Begin = Callable[[str, str], Tally]

LONGEST = 0.02
"""Seconds that a program may live after the last thing it is waited for to say."""
_AT_ANY_MOMENT = "all of a day, at any moment"
MOST = 12
"""How many things it is waited for to say, at most."""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with an experience and a practice, closed."""
    path = tmp_path / "journals" / "journal.db"
    desk = open_desk(path)
    desk.experiences.add(Experience("The lake"), a_moment())
    desk.practices.add(Practice("Walk"), a_moment())
    desk.db.close()
    return path


def killed_at_work(journal: Path, name: str, chance: random.Random) -> list[str]:
    """Let a program keep things, kill it at some moment, and return what it had said."""
    program = start("writer", journal, name, 0)
    assert program.stdout is not None
    first = [program.stdout.readline() for _ in range(chance.randint(1, MOST))]
    kill(program, after=chance.uniform(0, LONGEST))
    rest, complaints = program.communicate()
    assert program.returncode == -signal.SIGKILL, complaints
    said = [*first, *rest.splitlines(keepends=True)]
    return [line.strip() for line in said if line.endswith("\n")]


def kill(program: "subprocess.Popen[str]", after: float) -> None:
    """Kill a program so many seconds from now."""
    with suppress(subprocess.TimeoutExpired):
        program.wait(after)
    program.send_signal(signal.SIGKILL)


def check(desk: Desk, said: list[str]) -> None:
    """Make sure that everything that was said is there, and nothing half of it."""
    assert desk.broken() == []
    told = defaultdict(set)
    for line in said:
        what, _, id = line.partition(" ")
        told[what].add(id)
    entries = {entry.id: entry for entry in desk.entries.all()}
    drafts = {draft.id for draft in desk.drafts.all()}
    notes = {note.value.text.removeprefix("note ") for note in desk.fragments.all()}

    assert told["entry"] <= set(entries)
    assert told["draft"] <= set(entries) | drafts
    assert not drafts & set(entries)
    assert told["note"] <= notes
    for id, entry in entries.items():
        hanging = desk.links.sources(entry.n, Role.CAME_FROM)
        kinds = sorted(desk.journal.brief(n).kind for n in hanging)  # type: ignore[union-attr]
        assert kinds == [ThingKind.INSIGHT, ThingKind.STEP], id
        assert desk.links.targets(entry.n, Role.ABOUT) == [1]
        assert desk.tags.of(entry.n) == tuple(sorted(("sea", id)))
        assert len(entry.value.answers) == 3
    assert desk.insights.count() == desk.steps.count() == len(entries)
    assert desk.db.value("SELECT count(*) FROM things WHERE head IS NULL") == 0
    if told["tick"]:
        (tick,) = desk.ticks.all()
        assert in_order(tick.value.note) >= max(map(in_order, told["tick"]))


def in_order(id: str) -> list[int]:
    """Return the numbers of an id, which sort as the things were kept."""
    return [int(number) for number in re.findall(r"\d+", id)]


def survive(journal: Path, tally: Tally, kills: int, seed: int) -> None:
    """Kill a program so many times, looking at what is left after each."""
    chance = random.Random(seed)
    said: list[str] = []
    for i in range(kills):
        new = killed_at_work(journal, f"{seed}.{i}", chance)
        said += new
        desk = open_desk(journal)
        check(desk, said)
        desk.db.close()
        tally.add(str(i), new, Verdict())  # `check` has looked, and fails by itself
    assert len(said) > kills
    assert [file.name for file in journal.parent.iterdir() if file.suffix == ".db"] == [
        "journal.db"
    ]


def test_a_killed_program_loses_nothing_and_leaves_nothing_half(journal: Path, tally: Begin):
    survive(journal, tally("killed", _AT_ANY_MOMENT), kills=25, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 10))
def test_programs_killed_two_hundred_times_lose_nothing(journal: Path, tally: Begin, seed: int):
    survive(journal, tally("killed", _AT_ANY_MOMENT), kills=25, seed=seed)


# Killed while the file itself is made or changed.


def killed_while(name: str, journal: Path, after: float) -> None:
    """Run a program and kill it so many seconds after it has begun its work."""
    program = start(name, journal)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    kill(program, after)
    program.communicate()


def test_a_program_killed_while_it_makes_a_journal_leaves_none_or_a_whole_one(tmp_path: Path):
    for i in range(6):
        journal = tmp_path / str(i) / "journal.db"
        killed_while("opener", journal, after=i * 0.004)

        desk = open_desk(journal)
        assert desk.broken() == []
        desk.fragments.add(Fragment("x"), a_moment())
        desk.db.close()


def test_a_program_killed_while_it_migrates_leaves_the_old_journal_or_the_new(journal: Path):
    filled = open_desk(journal)
    with filled.db.write():
        for i in range(300):
            filled.entries.add(Entry(text=f"entry {i} " + "words " * 200), a_moment())
    told = filled.entries.all()
    filled.db.close()

    for i in range(5):
        copy = Path(shutil.copy(journal, journal.parent / f"{i}.db"))
        killed_while("migrator", copy, after=i * 0.012)
        version = _version(copy)
        if version == SCHEMA_VERSION:
            desk = open_desk(copy)
            assert desk.entries.all() == told
            assert desk.broken() == []
            desk.db.close()
        assert version in {SCHEMA_VERSION, SCHEMA_VERSION + 1}
        assert finish(start("migrator", copy))[-1] == f"version {SCHEMA_VERSION + 1}"


def _version(journal: Path) -> int:
    connection = driver.connect(str(journal))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return int(version)


def test_a_journal_left_by_a_killed_program_can_be_opened_by_two_at_once(journal: Path):
    said = killed_at_work(journal, "0", random.Random(3))
    programs = [start("writer", journal, name, 3) for name in "12"]
    for program in programs:
        said += finish(program)

    desk = open_desk(journal)
    check(desk, [line for line in said if not line.startswith("tick")])
    desk.db.close()
