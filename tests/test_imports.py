"""What each command really imports, by module names and never by time.

A command is quick because of what it leaves alone: the screens, the schema library, dates in words.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import find
from integrate_tui.workspace import open_workspace

HEAVY = (
    "textual",
    "sqlite_utils",
    "rich",
    "dateparser",
    "sqlcipher3",
    "typer",
    "pydantic",
    "click",
    "plotext",
    "keyring",
)

_RUN = """
import sys
from integrate_tui.cli.main import run
code = run(sys.argv[1:])
heavy = {heavy!r}
print("HEAVY", *[name for name in heavy if name in sys.modules])
"""


def imported(*words: str, typed: str = "") -> set[str]:
    """Run a command in a process of its own, and return the heavy modules it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN.format(heavy=HEAVY), *words],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Something went wrong" not in done.stderr, done.stderr
    last = done.stdout.splitlines()[-1]
    return set(last.split()[1:])


@pytest.fixture
def lived() -> None:
    """A journal with something in it."""
    workspace = open_workspace(find())
    workspace.fragments.add(Fragment("first"), workspace.moment())
    workspace.close()


def test_the_version_is_answered_before_anything_is_imported() -> None:
    assert imported("--version") == set()


@pytest.mark.parametrize("words", [["--help"], ["lsit"], ["checkin", "--help"], ["paths"]])
def test_what_needs_no_journal_opens_none(words: list[str]) -> None:
    assert imported(*words) == {"typer"}


def test_dates_in_words_are_the_only_ones_that_need_their_library() -> None:
    plain = imported("list", "--since", "2026-11-03", "--until", "22.11.2026")

    assert "dateparser" not in plain
    assert "dateparser" in imported("list", "--since", "last tuesday")


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["find", "first"],
        ["note", "second"],
        ["write", "--text", "third"],
        ["checkin", "mood=6"],
        ["today"],
        ["trends"],
        ["review"],
        ["show", "1"],
        ["goals"],
        ["goals", "add", "Sleep"],
        ["experiences"],
        ["insights"],
        ["settings"],
        ["support"],
        ["trash"],
        ["packs"],
        ["ground", "--list"],
        ["--plain"],
    ],
    ids=" ".join,
)
def test_a_command_imports_no_screens_and_no_schema_library(words: list[str]) -> None:
    assert imported(*words) <= {"typer", "sqlcipher3"}


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("words", [["checkin"], ["write", "evening"], ["ground", "five-senses"]])
def test_questions_in_lines_of_text_import_no_screens(words: list[str]) -> None:
    assert imported("--plain", *words, typed=":leave\n") == {"typer", "sqlcipher3"}


@pytest.mark.usefixtures("lived")
def test_an_export_imports_no_screens(tmp_path: Path) -> None:
    assert "textual" not in imported("export", str(tmp_path / "out"))


def test_the_schema_library_is_imported_to_make_a_journal() -> None:
    assert "sqlite_utils" in imported("note", "first")


_SCREENS = """
import sys, types
from integrate_tui.cli import main, output
screens = types.ModuleType("integrate_tui.tui.running")
screens.run = lambda workspace, **options: print("OPENED", options["start"]) or 0
sys.modules["integrate_tui.tui.running"] = screens
output.is_terminal = lambda stream: True
main.run(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ([], "today"),
        (["write"], "write"),
        (["write", "evening"], "write"),
        (["ground"], "ground"),
        (["ground", "box", "--minutes", "3"], "ground"),
        (["write", "--text", "x"], ""),
        (["write", "--plain"], ""),
        (["--plain", "ground"], ""),
        (["list"], ""),
        (["checkin", "mood=3"], ""),
        (["today"], ""),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else words,
)
def test_only_these_open_the_screens(words: list[str], opened: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCREENS, *words],
        input="",
        capture_output=True,
        text=True,
        check=True,
    )

    said = [line for line in done.stdout.splitlines() if line.startswith("OPENED")]
    assert said == ([f"OPENED {opened}"] if opened else [])


@pytest.mark.parametrize("words", [[], ["ground"], ["ground", "box"], ["write", "evening"]])
def test_the_screens_do_not_wait_for_the_command_line(words: list[str]) -> None:
    code = f"{_SCREENS}\nprint('typer' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == [f"OPENED {(*words, 'today')[0]}", "False"]


def test_importing_the_package_does_no_work() -> None:
    code = (
        "import sys; before = set(sys.modules); import integrate_tui;"
        "print(*sys.modules.keys() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["integrate_tui"]
