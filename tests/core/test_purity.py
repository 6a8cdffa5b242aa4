"""What the core may lean on: the standard library, and nothing that does anything by itself."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from integrate_tui import core

_LOADED = """
import json, sys
before = set(sys.modules)
import integrate_tui
{imports}
print(json.dumps(sorted(set(sys.modules) - before)))
"""
CORE = [
    f"core.{file.stem}" for file in Path(core.__path__[0]).glob("*.py") if file.stem != "__init__"
]


@cache
def loaded_by(*modules: str) -> set[str]:
    """Return the modules that importing some of the program's own brings in."""
    imports = "\n".join(f"import integrate_tui.{module}" for module in modules)
    run = subprocess.run(
        [sys.executable, "-c", _LOADED.format(imports=imports)],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(json.loads(run.stdout))


def test_the_core_leans_on_the_standard_library_alone():
    foreign = {
        name.partition(".")[0] for name in loaded_by(*CORE) if not name.startswith("integrate_tui")
    }
    # Finding the zones asks how this interpreter was built, in a module named after the machine.
    foreign = {name for name in foreign if not name.startswith("_sysconfigdata")}
    assert CORE
    assert foreign <= sys.stdlib_module_names


@pytest.mark.parametrize("banned", ["sqlite3", "socket", "subprocess", "tempfile", "logging"])
def test_the_core_brings_in_nothing_that_reaches_outside(banned: str):
    assert banned not in loaded_by(*CORE)


def test_importing_the_package_brings_in_nothing():
    assert loaded_by() == {"integrate_tui"}
