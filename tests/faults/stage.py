"""A process that plays scenes, each in a fork of its own that may fail or be killed.

Run as `python -m tests.faults.stage`, with `shim.so` loaded into it. Every line that comes in asks
for one scene; the answer is how its process ended. Everything is imported before the first, so that
a scene is over in a few milliseconds.
"""

import ctypes
import json
import os
import pkgutil
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

import integrate_tui
from integrate_tui.errors import IntegrateError
from integrate_tui.store import keys
from tests.faults import ways

ROUNDS = 10
"""What a passphrase is worked with here, where nobody guesses it."""
FAULT = 70
"""What a scene ends with that an error no person is told of has ended."""


def import_everything() -> None:
    """Import all of the program but its screens."""
    for module in pkgutil.walk_packages(integrate_tui.__path__, "integrate_tui."):
        if not module.name.startswith(("integrate_tui.tui", "integrate_tui.__main__")):
            import_module(module.name)


def play(wanted: dict[str, Any]) -> int:
    """Play one scene, and return the exit code of its process."""
    for number, name in ((0, os.devnull), (1, wanted["said"]), (2, wanted["complained"])):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), number)
    scene = ways.scene(wanted["title"])
    home = Path(wanted["home"])
    shim = ctypes.CDLL(None)
    shim.shim_begin(
        os.fsencode(wanted["home"]),
        os.fsencode(wanted["log"]) if wanted["log"] else None,
        ctypes.c_long(wanted["at"]),
        ctypes.c_char(wanted["act"].encode()),
        wanted["errno"],
    )
    try:
        return scene.act(home)
    except IntegrateError as error:
        os.write(2, f"{error}\n".encode())
        return error.exit_code
    except Exception:  # noqa: BLE001 - told to the test, which has no other way to see it
        os.write(2, traceback.format_exc().encode())
        return FAULT


def main() -> None:
    """Play what is asked for, until nobody asks any more."""
    import_everything()
    keys.ROUNDS = ROUNDS
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os._exit(play(json.loads(line)))
        os.write(1, f"{os.waitpid(pid, 0)[1]}\n".encode())


if __name__ == "__main__":
    main()
