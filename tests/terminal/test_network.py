"""The program speaks to nobody: any socket that leads out of it ends it at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from integrate_tui.paths import Paths
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


def test_the_screens_open_no_socket(start: Start):
    with start(code=RUN) as window:
        window.wait_for("Check in")
        for place in "234567":
            window.send(place)
        window.wait_for("Look back")
        window.send("1", "!")
        window.wait_for("Support")
        window.send("escape")
        window.wait_for("Check in")
        window.send("ctrl+q")
        assert window.end() == 0, window.text


@pytest.mark.parametrize(
    "words",
    [
        ("note", "The kettle sang."),
        ("checkin", "mood=6"),
        ("write", "--text", "A page."),
        ("today",),
        ("find", "kettle"),
        ("support",),
        ("packs",),
        ("doctor",),
        ("privacy",),
        ("backup",),
        ("export", "out"),
    ],
    ids=lambda words: words[0],
)
def test_no_command_opens_a_socket(journal: Paths, tmp_path: Path, words: tuple[str, ...]):
    run = subprocess.run(
        [sys.executable, "-c", RUN, *words],
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
    )
    assert run.returncode in (0, 1), run.stderr
    assert "Error" not in run.stderr


def test_a_socket_would_be_noticed():
    code = f"{FORBIDDEN}\nimport socket\nsocket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == NOTICED
