"""The program speaks to nobody: nothing that leads out of the machine is in it, nor ever called.

Every command there is runs here, and a new one is run without being added anywhere: where words
alone do not carry it to its end, it has to be given better ones in `BETTER`.
"""

import ast
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from integrate_tui.cli.program import COMMANDS, Program, _bare_program
from integrate_tui.paths import Paths
from integrate_tui.tui.app import IntegrateApp
from tests.terminal.conftest import Start
from tests.terminal.terminal import ROOT

NOTICED = 77
FORBIDDEN = f"""
import os, socket, sys
def heard(event, args):
    leads_out = event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
        "socket.gethostbyname", "socket.gethostbyaddr")
    if event == "socket.__new__":
        leads_out = args[1] != getattr(socket, "AF_UNIX", None)  # what wakes the event loop
    if leads_out or event in ("urllib.Request", "webbrowser.open"):
        os._exit({NOTICED})
sys.addaudithook(heard)
"""
RUN = f"""{FORBIDDEN}
from integrate_tui.cli.main import main
main()
"""
SPEAKING = frozenset(
    {
        *("socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp"),
        *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver"),
        *("webbrowser", "websockets", "wsgiref", "multiprocessing.connection", "asyncio.streams"),
    }
)
"""Modules that speak to other machines, or can be made to."""

Words = tuple[str, ...]
SEALED: Words = ("--passphrase-fd", "{fd}")
BETTER: dict[Words, Words] = {
    ("checkin",): ("mood=6",),
    ("write",): ("--text", "A page."),
    ("ground",): ("longer-out-breath", "--plain", "--minutes", "0.2"),
    ("measure",): ("phq-4", "--answers", "0,1,2,1"),
    ("review",): ("week",),
    ("find",): ("kettle",),
    ("link",): ("2", "3"),
    ("mark",): ("2", "--tag", "steam"),
    ("tags", "rename"): ("water", "sea"),
    ("tags", "drop"): ("water", "--yes"),
    ("trash", "empty"): ("--yes",),
    ("erase",): ("2", "--yes"),
    ("experiences", "add"): ("The hill",),
    ("experiences", "show"): ("1",),
    ("experiences", "edit"): ("1", "--name", "The hill"),
    ("experiences", "series", "add"): ("Three",),
    ("experiences", "series", "plan"): ("Six", "2026-12-01"),
    ("experiences", "series", "put"): ("Six", "1"),
    ("experiences", "series", "show"): ("Six",),
    ("inbox",): ("2", "--to", "insight"),
    ("insights", "sort"): ("4", "hold"),
    ("insights", "look"): ("4",),
    ("insights", "act"): ("4", "--as", "step", "One cup"),
    ("insights", "belief"): ("4", "before=8", "now=4"),
    ("themes", "show"): ("Water",),
    ("themes", "put"): ("Water", "2"),
    ("goals", "edit"): ("Kettle", "--title", "A kettle"),
    **{("goals", act): ("Walk",) for act in ("tick", "skip", "rest", "clear", "retire")},
    ("goals", "pause"): ("Walk",),
    ("goals", "resume"): ("Walk",),
    ("goals", "shrink"): ("Walk", "--to", "Stand up"),
    **{
        ("boundary", act): ("kettles",)
        for act in ("held", "bent", "not-tested", "not-safe", "rest")
    },
    **{("pattern", act): ("Boiling",) for act in ("ran", "differently", "rest")},
    ("values", "rate"): ("Patience", "--important", "8", "--lived", "5"),
    ("talk", "said"): ("13",),
    ("care", "change"): ("12", "--next", "tomorrow"),
    ("cards", "decide"): ("14", "A smaller one"),
    ("cards", "wait"): ("14", "in 3 weeks"),
    ("cards", "go"): ("14",),
    ("container", "open"): ("15", "--early"),
    ("container", "wait"): ("15", "in 5 weeks"),
    ("container", "go"): ("15",),
    ("export",): ("out",),
    ("packs", "show"): ("week-one",),
    ("packs", "eject"): ("week-one",),
    ("packs", "new"): ("guide",),
    ("packs", "add"): (str(ROOT / "prompts" / "guides" / "week-one.txt"),),
}
"""Words with which a command does what it is for, in the journal of `every_command`."""
FIRST: dict[Words, Words] = {("encrypt",): SEALED}
"""Words that come before a command."""
UNDONE = {
    ("trash", "restore"): "nothing lies in the trash",
    ("unlink",): "nothing is linked",
    ("decrypt",): "the journal is plain",
    ("passphrase",): "the journal is plain",
    ("recovery",): "the journal is plain",
    ("recover",): "the journal is plain",
    ("keyring",): "the journal is plain",
    ("packs", "edit"): "there is no terminal",
}
"""Commands that say why they cannot, there; what they do is reached elsewhere in these tests."""

STARTS = {("keyring",): "looking for the keyring of a system is a library's, which asks `ldconfig`"}
"""Commands for which another program is started; it is told nothing."""


def the_program() -> Any:
    """Return the whole program as Typer has it."""
    app = _bare_program(cls=Program)
    app.callback(invoke_without_command=True)(lambda: None)
    return typer.main.get_command(app)


def leaves() -> Iterator[Words]:
    """Yield every command there is, and every one below it."""
    yield from _below(the_program(), ())


def _below(command: Any, path: Words) -> Iterator[Words]:
    names = command.list_commands(None) if hasattr(command, "list_commands") else ()
    if path and (not names or command.invoke_without_command):
        yield path
    for name in names:
        yield from _below(command.get_command(None, name), (*path, name))


def required_by(path: Words) -> Words:
    """Return words for everything that a command cannot do without."""
    command = the_program()
    for name in path:
        command = command.get_command(None, name)
    needed = [each for each in command.params if each.required]
    return tuple("2" if each.name.startswith("number") else "kettle" for each in needed)


LEAVES = tuple(leaves())


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[Words, dict[str, Any]]:
    """What came of every command, run once for all workers of a test run."""
    of_the_run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    found = tmp_path_factory.getbasetemp().parent / f"every-command-{of_the_run}.json"
    with found.with_suffix(".lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if not found.exists():
            found.write_text(_run_every_command(tmp_path_factory.mktemp("commands")))
    return dict(zip(LEAVES, json.loads(found.read_text()), strict=True))


def _run_every_command(folder: Path) -> str:
    words = [[*FIRST.get(each, ()), *each, *BETTER.get(each, required_by(each))] for each in LEAVES]
    run = subprocess.run(
        [sys.executable, "-m", "tests.terminal.every_command", str(folder)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT)},
        input=json.dumps(words),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_no_command_leads_out_of_the_machine(outcomes: dict[Words, dict[str, Any]], path: Words):
    outcome = outcomes[path]
    assert outcome["out"] == []
    assert "Something went wrong" not in outcome["said"]
    if path not in UNDONE:
        assert outcome["code"] in (0, 1), outcome["said"]


@pytest.mark.skipif(sys.platform != "linux", reason="macOS is asked by programs of its own")
@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_no_command_starts_another_program(outcomes: dict[Words, dict[str, Any]], path: Words):
    assert outcomes[path]["started"] == [] or path in STARTS


def test_every_command_of_the_help_is_among_them():
    assert {path[0] for path in LEAVES} == set(COMMANDS)
    assert set(BETTER) | set(UNDONE) | set(FIRST) | set(STARTS) <= set(LEAVES)


def test_the_journal_of_those_who_encrypt_is_spoken_of_to_nobody(journal: Paths, tmp_path: Path):
    for words in (("encrypt",), ("passphrase",), ("list",), ("decrypt", "--yes")):
        reader, writer = os.pipe()
        os.write(writer, b"salt lamp at the north window\n" * 2)
        os.close(writer)
        run = subprocess.run(
            [sys.executable, "-c", RUN, "--passphrase-fd", str(reader), *words],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "PYTHONPATH": str(ROOT),
                "INTEGRATE_HOME": str(journal.journal.parent),
            },
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            pass_fds=(reader,),
        )
        os.close(reader)
        assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("deepest", [0, pytest.param(2, marks=pytest.mark.long)])
def test_no_screen_leads_out_of_the_machine(tmp_path: Path, deepest: int):
    run = subprocess.run(
        [sys.executable, "-m", "tests.terminal.every_screen", str(deepest)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "INTEGRATE_HOME": str(tmp_path / "own"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["out"] == []
    assert {mode for mode, *keys in found["seen"].values() if not keys} == set(IntegrateApp.MODES)
    assert len(found["seen"]) >= 20


def test_the_screens_open_no_socket(start: Start):
    with start(code=RUN) as window:
        window.wait_for("Check in")
        window.go_to(*"2345671")
        window.send("!")
        window.wait_for("findahelpline.com")
        window.send("escape")
        window.wait_until_gone("findahelpline.com")
        window.send("ctrl+q")
        assert window.end() == 0, window.text


def test_a_socket_would_be_noticed():
    code = f"{FORBIDDEN}\nimport socket\nsocket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == NOTICED


@pytest.mark.parametrize(
    "path", sorted((ROOT / "integrate_tui").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_part_of_the_program_knows_how_to_speak_to_other_machines(path: Path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    assert {name for name in found if speaks(name)} == set()


def speaks(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:end]) in SPEAKING for end in range(1, len(parts) + 1))


def test_a_part_that_could_would_be_noticed():
    assert speaks("http.client")
    assert speaks("socket")
    assert not speaks("urllib.parse")
