"""The one seam that keeps tests away from the person's own files, settings and clock.

Everything the program does goes through INTEGRATE_HOME, HOME, the XDG variables and a `Clock`; this
points all of them at a temporary folder for every test, so no test can forget to.
"""

import gc
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from integrate_tui.tui.forgetting import forget_drawn
from tests import quiet
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from integrate_tui.workspace import Workspace

# A machine that is busy is not a fault of what is tested.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

quiet.use()

_CLEARED = ("NO_COLOR", "EDITOR", "VISUAL", "TZ", "COLUMNS", "LINES")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell has what it runs in the background ignore it, and every program started here with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes minutes, unless it is asked for with `-m long`."""
    if "long" in config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place the program may look at into the test's own folder."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("INTEGRATE_HOME", str(folder / "integrate"))
    for name in ("CONFIG", "DATA", "STATE", "CACHE", "RUNTIME"):
        suffix = "DIR" if name == "RUNTIME" else "HOME"
        monkeypatch.setenv(f"XDG_{name}_{suffix}", str(folder / name.lower()))
    for name in _CLEARED:
        monkeypatch.delenv(name, raising=False)
    return folder


_built: list[bytes] = []
"""An empty journal of the newest schema, once one was built."""


@pytest.fixture(autouse=True)
def built_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the schema once for all tests but those of the store, and of each program they start.

    A new journal takes a fortieth of a second, and nearly every test has one.
    """
    if "store" in request.path.parts:
        return
    from integrate_tui.store import migrations

    build = migrations.build

    def copy(path: Path) -> None:
        if _built:
            path.write_bytes(_built[0])
            return
        build(path)
        _built.append(path.read_bytes())

    monkeypatch.setattr(migrations, "build", copy)


_frozen: list[bool] = []
"""Whether what all tests are made of is out of collections; counting what is would take longer."""


@pytest.fixture(autouse=True)
def short_collections(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep what all tests are made of, and what is left of one's screens, out of collections."""
    if not _frozen:
        gc.collect()
        gc.freeze()
        _frozen.append(True)
    unfreeze = gc.unfreeze

    def thaw() -> None:
        _frozen.clear()
        unfreeze()

    monkeypatch.setattr(gc, "unfreeze", thaw)
    yield
    forget_drawn()


@pytest.fixture
def clock() -> FakeClock:
    """A clock at eight on a Sunday evening."""
    return FakeClock()


@pytest.fixture
def workspace(clock: FakeClock) -> Iterator["Workspace"]:
    """An open workspace in the test's own places, with the bundled text packs and nothing else."""
    from integrate_tui import paths
    from integrate_tui.workspace import open_workspace

    workspace = open_workspace(paths.find(), clock, busy_ms=50)
    yield workspace
    workspace.close()


@pytest.fixture
def no_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold no key of another test, and work keys out in no time."""
    from integrate_tui.store import keys

    monkeypatch.setattr(keys, "ROUNDS", 10)
    keys.drop()
    yield
    keys.drop()


@pytest.fixture
def no_lent_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for no pages that programs outside this test had lent to an editor."""
    from integrate_tui.safekeeping import lending

    monkeypatch.setattr(lending, "_places", lambda: iter(()))
