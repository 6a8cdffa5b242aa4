"""The figures of one-shot commands, of search and of leaving as Markdown."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from integrate_tui.core.search import Query
from integrate_tui.leaving import export_markdown
from integrate_tui.paths import Paths
from integrate_tui.store.journal import Journal
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench import sealed
from tests.bench.figures import Figure, Series, in_turns, milliseconds
from tests.bench.life import PROMPTS

_CIPHER = "SQLCipher's library alone takes 12 ms to load"


class Commands:
    """Measures commands over a small and a large journal."""

    def __init__(self, small: Path, large: Path, rounds: int) -> None:
        """Begin.

        Args:
            small: The folder of a journal of a thousand entries.
            large: That of the large one.
            rounds: How often each thing is measured.
        """
        self._homes = {"small": small, "large": large}
        self._rounds = rounds
        self._integrate = str(Path(sys.executable).with_name("integrate"))

    def one_shot(self) -> list[Figure]:
        """Every command that is over at once."""
        taken = Series()

        def timed(name: str, *command: str, home: str = "large") -> Callable[[], None]:
            def run() -> None:
                words, given = list(command), None
                if command[0] == self._integrate and not command[1].startswith("-"):
                    words, given = sealed.words_for(self._homes[home], command[1:])
                    words = [self._integrate, *words]
                began = perf_counter()
                subprocess.run(
                    words,
                    pass_fds=() if given is None else (given,),
                    env={**os.environ, "INTEGRATE_HOME": str(self._homes[home])},
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=True,
                )
                taken.add(name, perf_counter() - began)
                if given is not None:
                    os.close(given)

            return run

        def own(name: str, *words: str, home: str = "large") -> Callable[[], None]:
            return timed(name, self._integrate, *words, home=home)

        in_turns(
            self._rounds,
            timed("pass", sys.executable, "-c", "pass"),
            timed("typer", sys.executable, "-c", "import typer"),
            timed("opening", *sealed.reference(self._homes["large"])),
            own("version", "--version"),
            own("help", "--help"),
            own("list", "list", "--limit", "5"),
            own("list, small", "list", "--limit", "5", home="small"),
            own("find", "find", "river"),
            own("find, tag", "find", "river", "--tag", "water"),
            own("list, tag", "list", "--tag", "water"),
            own("note", "note", "a line"),
            own("checkin", "checkin", "mood=6", "distress=3"),
            own("today", "today"),
        )

        def figure(name: str, key: str, other: str, budget: float, why: str = "") -> Figure:
            told = milliseconds(taken.middle(key), taken.middle(other))
            named = _NAMES[other]
            if other == "opening" and not sealed.is_encrypted(self._homes["large"]):
                named = _NAMES["typer"]
            return Figure(name, named, taken.ratio(key, other), budget, told, why)

        return [
            figure("`--version`", "version", "pass", 2.0),
            figure("`--help`", "help", "typer", 1.2),
            figure("`list`", "list", "opening", 1.4, _CIPHER),
            figure("`list`", "list", "list, small", 1.3),
            figure("`find`", "find", "opening", 1.4, _CIPHER),
            figure("`find --tag`", "find, tag", "opening", 1.6, "what the tag may be is looked up"),
            figure("`list --tag`", "list, tag", "opening", 1.6, "what the tag may be is looked up"),
            figure("`note`", "note", "opening", 1.4, _CIPHER),
            figure("`checkin`", "checkin", "opening", 1.4, "the check-in's own pack is parsed"),
            figure("`today`", "today", "opening", 1.4, "the head of every guide is read"),
        ]

    def searching(self) -> list[Figure]:
        """Search and its snippets, inside the program."""
        taken = Series()
        workspace = self._open("large")
        raw = sealed.connect(self._homes["large"] / "journal.db")
        query = Query("river")

        def own() -> None:
            began = perf_counter()
            workspace.journal.find(query, 20)
            taken.add("own", perf_counter() - began)

        def plain() -> None:
            began = perf_counter()
            raw.execute(
                "SELECT t.n, t.day, t.kind, r.title, snippet(search, -1, '', '', '…', 12)"
                " FROM search JOIN things t ON t.n = search.rowid"
                " JOIN revisions r ON r.n = t.head WHERE search MATCH 'river'"
                " ORDER BY search.rowid DESC LIMIT 20"
            ).fetchall()
            taken.add("raw", perf_counter() - began)

        in_turns(self._rounds * 4, plain, own)
        raw.close()
        filtered = [
            _filtered(workspace, name, query, self._rounds)
            for name, query in (
                ("a letter within a tag", Query("r", tags=("water",))),
                ("a tag alone", Query(tags=("water",))),
                ("two tags", Query(tags=("water", "work"))),
                ("a feeling", Query(feelings=("calm",))),
                ("a guide", Query(guide="week-one")),
                ("a guide and a word", Query("river", guide="week-one")),
                ("a star and a common word", Query("the", starred=True)),
                ("the last week", Query(since=workspace.today - timedelta(days=7))),
            )
        ]
        workspace.close()
        return [
            *filtered,
            Figure(
                "a search of 20 hits",
                "the same by hand in FTS5",
                taken.ratio("own", "raw"),
                1.5,
                milliseconds(taken.middle("own"), taken.middle("raw")),
                "what each kind of thing is called is read beside it",
            ),
        ]

    def leaving(self, scratch: Path) -> list[Figure]:
        """Export to Markdown, as one file and as a folder."""
        found = []
        for home in ("small", "large"):
            taken = Series()

            def own(home: str = home, taken: Series = taken) -> None:
                workspace = self._open(home)
                began = perf_counter()
                export_markdown(workspace, scratch / f"{home}.md", force=True)
                taken.add("own", perf_counter() - began)
                workspace.close()

            def folder(home: str = home, taken: Series = taken) -> None:
                workspace = self._open(home)
                began = perf_counter()
                export_markdown(workspace, scratch / home, force=True)
                taken.add("folder", perf_counter() - began)
                workspace.close()

            def plain(home: str = home, taken: Series = taken) -> None:
                taken.add("raw", _by_hand(self._homes[home] / "journal.db", scratch / "raw.md"))

            in_turns(min(3, self._rounds), plain, own, folder)
            for name, key, why in (
                (
                    "one file",
                    "own",
                    "each thing becomes its typed value and is checked, then laid "
                    "out as Markdown that no text of its own can break",
                ),
                ("a folder", "folder", "as above, and each file is on the disk before its name is"),
            ):
                told = milliseconds(taken.middle(key), taken.middle("raw"))
                reference = "a query and a write"
                ratio = taken.ratio(key, "raw")
                found.append(Figure(f"export, {name}, {home}", reference, ratio, 1.5, told, why))
        return found

    def size(self) -> list[Figure]:
        """The file beside what was written."""
        path = self._homes["large"] / "journal.db"
        connection = sealed.connect(path)
        (text,) = connection.execute(
            "SELECT sum(length(CAST(coalesce(title, '') || coalesce(text, '') AS BLOB))) FROM words"
        ).fetchone()
        connection.close()
        size = path.stat().st_size
        told = f"{size / 1e6:.0f} / {text / 1e6:.0f} MB"
        return [
            Figure(
                "file size, large journal",
                "the text in it",
                size / text,
                2.7,
                told,
                "a life is more than pages: check-ins, ticks and sittings are mostly rows",
            )
        ]

    def _open(self, home: str) -> Workspace:
        folder = self._homes[home]
        return open_workspace(Paths(folder / "journal.db", folder / "packs", PROMPTS))


def _filtered(workspace: Workspace, name: str, query: Query, rounds: int) -> Figure:
    """Measure what a key costs in a search with filters: the hits are counted, and a page read."""
    taken = Series()
    for _ in range(rounds):
        journal = Journal(workspace._db, workspace.clock)  # one that has not counted yet
        began = perf_counter()
        journal.found(query)
        journal.find(query, 64)
        taken.add("own", perf_counter() - began)
    told = f"{taken.middle('own') * 1000:.3g} ms"
    return Figure(f"{name}, counted and read", "33 ms", taken.middle("own") / 0.033, 1.0, told)


_NAMES = {
    "pass": "python -c pass",
    "typer": "import typer",
    "opening": "import typer, and a key",
    "list, small": "small journal",
}


def _by_hand(journal: Path, target: Path) -> float:
    """Write every text of a journal into a file, as simply as can be; return the seconds."""
    began = perf_counter()
    connection = sealed.connect(journal)
    with target.open("w", encoding="utf-8") as file:
        for day, title, text in connection.execute(
            "SELECT t.day, w.title, w.text FROM things t JOIN words w ON w.revision = t.head"
            " WHERE t.trashed IS NULL ORDER BY t.day, t.at, t.n"
        ):
            file.write(f"# {day}\n\n## {title or ''}\n\n{text or ''}\n\n")
    connection.close()
    return perf_counter() - began
