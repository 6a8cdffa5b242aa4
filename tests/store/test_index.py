"""The search index follows everything that happens, and is always what a new one would be."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from integrate_tui.core.answers import Reply
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.practice import Practice, Tick
from integrate_tui.core.search import Query
from integrate_tui.errors import ConflictError, NotFoundError
from integrate_tui.store import driver
from tests.builders import a_moment
from tests.store import schema
from tests.store.desk import Desk, open_desk

WORDS = ["lake", "cold", "fire", "über", "日記", "sea"]
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


class Lived(RuleBasedStateMachine):
    """A journal to which anything may happen, beside the words that ought to be found in it."""

    numbers: Bundle[int] = Bundle("numbers")
    desk: Desk
    folder: Path
    blank: Path

    @initialize()
    def open(self) -> None:
        path = self.folder / "journal.db"
        for beside in self.folder.iterdir():
            beside.unlink()
        shutil.copy(self.blank, path)
        self.desk = open_desk(path)
        self.told: dict[int, str] = {}
        """The words of everything outside the trash."""
        self.hidden: dict[int, str] = {}
        """The words of everything in it."""

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.broken() == []
            self._is_what_a_new_index_would_be()
            self.desk.db.close()

    @rule(target=numbers, title=texts, text=texts)
    def write(self, title: str, text: str) -> int:
        n = self.desk.entries.add(Entry(title, text), a_moment()).n
        self.told[n] = f"{title} {text}"
        return n

    @rule(target=numbers, text=texts)
    def answer(self, text: str) -> int:
        answer = Answered("fire", Reply(text))
        n = self.desk.entries.add(Entry("", "", "sea", "sea", (answer,)), a_moment()).n
        self.told[n] = text
        return n

    @rule(target=numbers, name=texts, people=texts)
    def live_through(self, name: str, people: str) -> int:
        n = self.desk.experiences.add(Experience(name, people=people), a_moment()).n
        self.told[n] = f"{name} {people}"
        return n

    @rule(target=numbers, cue=texts)
    def practise(self, cue: str) -> int:
        n = self.desk.practices.add(Practice("walk", cue), a_moment()).n
        self.told[n] = cue
        return n

    @rule(n=numbers, text=texts)
    def change(self, n: int, text: str) -> None:
        try:
            self.desk.entries.change(n, Entry(text=text))
        except NotFoundError:
            return
        (self.hidden if n in self.hidden else self.told)[n] = text

    @rule(n=numbers)
    def throw_away(self, n: int) -> None:
        if n in self.told:
            self.desk.trash.put(n, "Delete")
            self.hidden[n] = self.told.pop(n)

    @rule(n=numbers)
    def take_back(self, n: int) -> None:
        if n in self.hidden:
            self.desk.trash.restore(n)
            self.told[n] = self.hidden.pop(n)

    @rule()
    def empty(self) -> None:
        self.desk.trash.empty()
        self.hidden.clear()

    @rule(target=numbers, text=texts)
    def undo(self, text: str) -> int:
        """Write something and take it back, as a person would who thinks better of it."""
        n = self.desk.entries.add(Entry(text=text), a_moment()).n
        self.desk.undo()
        self.hidden[n] = text
        return n

    @rule(n=numbers, text=texts)
    def change_and_undo(self, n: int, text: str) -> None:
        if n not in self.told:
            return
        before = len(self.desk.changes)
        try:
            self.desk.entries.change(n, Entry(text=f"{text} sea"))
        except NotFoundError:
            return
        if len(self.desk.changes) > before:
            self.desk.undo()

    @rule(text=texts)
    def break_off(self, text: str) -> None:
        try:
            with self.desk.db.write("Keep"):
                self.desk.entries.add(Entry(text=text), a_moment())
                raise ConflictError("broken off")
        except ConflictError:
            pass

    @invariant()
    def everything_told_is_found_and_nothing_else(self) -> None:
        if not hasattr(self, "desk"):
            return
        for word in WORDS:
            found = {hit.brief.n for hit in self.desk.journal.find(Query(word), limit=999)}
            assert found == {n for n, words in self.told.items() if word in words}, word

    def _is_what_a_new_index_would_be(self) -> None:
        queries = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"
        before = [self.desk.db.rows(queries, (f'"{word}"',)) for word in [*WORDS, "walk"]]
        with self.desk.db.write():
            self.desk.db.execute("INSERT INTO search (search) VALUES ('rebuild')")
        after = [self.desk.db.rows(queries, (f'"{word}"',)) for word in [*WORDS, "walk"]]
        assert before == after


def test_the_index_is_always_what_a_new_one_would_be(blank: Path, tmp_path: Path):
    folder = tmp_path / "lived"
    folder.mkdir()

    class LivedHere(Lived):
        pass

    LivedHere.folder, LivedHere.blank = folder, blank
    run_state_machine_as_test(
        LivedHere, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )


# What is never found is not in it.


def indexed(desk: Desk, word: str) -> int:
    """Return how many things the index itself has a word of."""
    found = desk.db.value("SELECT count(*) FROM search WHERE search MATCH ?", (word,))
    assert desk.broken() == []
    return int(found)


def test_the_index_has_no_parked_line_until_it_is_no_longer_parked(desk: Desk):
    n = desk.lines.add(KeptLine("heron", "container"), a_moment()).n
    assert indexed(desk, "heron") == 0

    desk.lines.change(n, KeptLine("heron", "talk list"))
    assert indexed(desk, "heron") == 1
    desk.lines.change(n, KeptLine("heron", "container"))
    assert indexed(desk, "heron") == 0
    desk.undo()
    assert indexed(desk, "heron") == 1


def test_the_index_has_no_ticks(desk: Desk):
    walk = desk.practices.add(Practice("walk"), a_moment()).n
    desk.ticks.set(Tick(walk, note="heron"), a_moment(), "Tick")
    assert indexed(desk, "heron") == 0


def test_what_is_not_in_the_index_comes_and_goes_without_a_trace(desk: Desk):
    walk = desk.practices.add(Practice("walk"), a_moment()).n
    tick = desk.ticks.add(Tick(walk, note="heron"), a_moment()).n
    line = desk.lines.add(KeptLine("heron", "container"), a_moment()).n
    for n in (tick, line):
        desk.trash.put(n, "Delete")
        desk.trash.restore(n)
        assert indexed(desk, "heron") == 0
        desk.trash.put(n, "Delete")
    desk.trash.empty()
    assert indexed(desk, "heron") == 0


@pytest.mark.parametrize("version", [version for version in schema.VERSIONS if version < 4])
def test_an_older_journal_has_them_taken_out_of_it(tmp_path: Path, version: int):
    path = tmp_path / "old.db"
    schema.build_released(path, version)
    connection = driver.connect(str(path))
    connection.execute(
        "UPDATE revisions SET text = 'heron' WHERE n IN (SELECT revision FROM ticks)"
    )
    connection.execute("INSERT INTO search(search) VALUES ('rebuild')")
    connection.commit()
    assert connection.execute("SELECT 1 FROM search WHERE search MATCH 'heron'").fetchone()
    connection.close()

    desk = open_desk(path)
    assert indexed(desk, "heron") == 0
    desk.db.close()
