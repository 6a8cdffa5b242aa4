"""A stage for the scenes, each rehearsed once, and the table of what the runs add up to."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import shim, ways
from tests.faults.scenes import Scene
from tests.faults.shim import NUMBERED, Fault, Op, Played, Stage
from tests.faults.tally import KEY, Tally, table


@dataclass
class Rehearsal:
    """A scene that was played once to its end, and can be played again."""

    scene: Scene
    base: Path
    """Its home as it is before."""
    home: Path
    """Where it is played."""
    ops: list[Op]
    """What it does to files."""
    stage: Stage

    @property
    def count(self) -> int:
        """How many times it does something that can fail."""
        return sum(op.kind in NUMBERED for op in self.ops)

    def play(self, fault: Fault | None = None, log: Path | None = None) -> Played:
        """Play it from the beginning."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.base, self.home)
        return self.stage.play(self.scene.title, self.home, fault, log)

    def places(self, most: int) -> list[int]:
        """Return numbers of what it does, spread over all of it."""
        if self.count <= most:
            return [*range(1, self.count + 1)]
        return sorted({1 + i * (self.count - 1) // (most - 1) for i in range(most)})


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that stands between a program and the disk."""
    if shim.MISSING:
        pytest.skip(shim.MISSING)
    return shim.compile_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def stage(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Stage(library, tmp_path_factory.mktemp("stage")) as stage:
        yield stage


@pytest.fixture(scope="session")
def rehearsals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Rehearsal]]:
    """A folder for them, and those that there are."""
    return tmp_path_factory.mktemp("scenes"), {}


@pytest.fixture
def rehearse(
    stage: Stage, rehearsals: tuple[Path, dict[str, Rehearsal]], no_keys: None
) -> Callable[[str], Rehearsal]:
    """Rehearse a scene, or return what was rehearsed already."""
    folder, known = rehearsals

    def begin(title: str) -> Rehearsal:
        if title not in known:
            scene, place = ways.scene(title), folder / str(len(known))
            scene.prepare(place / "base")
            found = Rehearsal(scene, place / "base", place / "home", [], stage)
            played = found.play(log=place / "log")
            assert played.status == 0, played.complained
            assert played.said
            found.ops = shim.read_log(place / "log")
            known[title] = found
        return known[title]

    return begin


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that is the same in every run of a test."""
    return random.Random(request.node.nodeid)


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Iterator[Callable[[str, str], Tally]]:
    """Begin a row of the table, which is printed when all tests are over."""
    begun: list[Tally] = []

    def begin(happened: str, on: str) -> Tally:
        begun.append(Tally(happened, on))
        return begun[-1]

    yield begin
    for each in begun:
        record_property(KEY, each.row)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    rows = [
        value
        for report in terminalreporter.stats.get("", [])
        if report.when == "teardown"
        for name, value in report.user_properties
        if name == KEY
    ]
    if rows:
        terminalreporter.section("faults")
        for line in table(rows):
            terminalreporter.write_line(line)
