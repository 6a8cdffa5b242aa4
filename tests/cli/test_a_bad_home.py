"""A bad home: whatever is wrong with it is found and said, with what to do, and goes by that."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.finding import Weight
from integrate_tui.core.fragment import Fragment
from integrate_tui.store import keys
from integrate_tui.workspace import open_workspace
from tests.cli.bad_home import MARKER, Planted, Scene, encrypt, good_machine
from tests.cli.conftest import Answer, Integrate
from tests.cli.planted import EVERY

pytestmark = pytest.mark.usefixtures("no_keys")
COMMANDS = ("doctor", "privacy")
AT_ONCE = {name: planted for name, planted in EVERY.items() if not planted.alone}
MEASURE = 60


@pytest.fixture
def scene(
    integrate: Integrate, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    """An encrypted journal with a copy of today, on a good machine."""
    machine = tmp_path / "machine"
    machine.mkdir()
    scene = Scene(integrate, monkeypatch, machine, home)
    good_machine(scene)
    workspace = open_workspace(scene.paths, integrate.clock)
    workspace.entries.add(Entry(text=f"The {MARKER} stood there."), workspace.moment())
    workspace.fragments.add(Fragment(MARKER), workspace.moment())
    workspace.close()
    integrate("backup")
    encrypt(scene)
    for old in scene.copies.glob("*before*"):
        old.unlink()
    yield scene
    keys.drop()


def findings(scene: Scene, command: str) -> dict[str, dict[str, str]]:
    """Return what a command finds that is worth saying, by its name."""
    answer = scene.integrate(command, "--json")
    assert MARKER not in answer.out + answer.err
    return {one["name"]: one for one in answer.json if one["weight"] != Weight.WELL}


def names(scene: Scene, command: str) -> set[str]:
    quiet = {"copies", "visible", "beyond"} if command == "privacy" else set()
    return set(findings(scene, command)) - quiet


def at_a_small_terminal(scene: Scene, command: str) -> Answer:
    with scene.patch.context() as patch:
        patch.setenv("COLUMNS", str(MEASURE))
        return scene.integrate(command, terminal=True)


def said(one: dict[str, str]) -> str:
    return f"{one['words']} {one['mend']}"


def everything(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Return the mode, the time and the content of everything below a folder."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns if path.is_file() else 0,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


def test_of_a_damaged_file_only_the_damage_is_said_and_that_the_copies_are_whole(scene: Scene):
    EVERY["a page with a bit changed"].plant(scene)
    assert names(scene, "doctor") == {"file"}
    found = {one["name"]: one for one in scene.integrate("doctor", "--json").json}
    assert found["spoilt"]["well"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_good_home_has_no_finding(scene: Scene, command: str):
    assert names(scene, command) == set()
    answer = scene.integrate(command)
    assert answer.code == 0
    assert "All is well." in answer.err


@pytest.mark.parametrize("planted", EVERY.values(), ids=EVERY)
def test_a_bad_home_has_a_finding_for_each_that_is_planted(scene: Scene, planted: Planted):
    planted.plant(scene)
    found = findings(scene, planted.command)
    one = found[planted.finding]
    assert planted.said in said(one)
    assert one["mend"]
    assert one["weight"] == Weight.NOTE if planted.is_note else one["weight"] in ("now", "soon")
    shown = at_a_small_terminal(scene, planted.command)
    assert shown.code == (0 if planted.is_note else 1)
    assert MARKER not in shown.out + shown.err
    planted.mend(scene)
    assert planted.finding not in names(scene, planted.command)


def test_a_bad_home_has_a_finding_for_all_that_is_planted_at_once(scene: Scene):
    assert len(AT_ONCE) >= 35
    for planted in AT_ONCE.values():
        planted.plant(scene)
    for command in COMMANDS:
        wanted = {one.finding for one in AT_ONCE.values() if one.command == command}
        assert wanted <= set(findings(scene, command))
        assert MARKER not in at_a_small_terminal(scene, command).out


def test_a_bad_home_is_looked_at_and_left_as_it_is(scene: Scene):
    for planted in AT_ONCE.values():
        planted.plant(scene)
    before = everything(scene.home)
    for command in COMMANDS:
        scene.integrate(command)
        assert everything(scene.home) == before


def test_a_bad_home_is_mended_once_after_a_whole_copy_and_with_words(scene: Scene):
    for name in (
        "a broken index",
        "a setting nobody knows",
        "half a journal",
        "a copy open to others",
    ):
        AT_ONCE[name].plant(scene)
    answer = scene.integrate("doctor", "--repair")
    assert "A whole copy from before lies in" in answer.err
    for words in ("Only you can read", "made anew", "1 setting", "Wiped: .journal.db.aa.new"):
        assert words in answer.err
    assert answer.code == 0
    copies = sorted(scene.copies.iterdir())
    before = everything(scene.home)
    assert "There was nothing to mend." in scene.integrate("doctor", "--repair").err
    assert sorted(scene.copies.iterdir()) == copies
    assert everything(scene.home) == before


def test_what_weighs_most_comes_first_and_its_mend_on_a_line_of_its_own(scene: Scene):
    for planted in AT_ONCE.values():
        planted.plant(scene)
    for command in COMMANDS:
        lines = at_a_small_terminal(scene, command).lines
        # What is to be typed, and a name, is in one piece, however long.
        assert all(len(line) <= MEASURE or "`" in line or " " not in line.strip() for line in lines)
        headings = ["Look at this first", "When you have a moment", "Good to know"]
        assert [line for line in lines if line in headings] == headings
        first = lines.index(headings[0])
        assert lines[first + 1] == ""
        assert lines[first + 2].startswith("  ")
        assert any(line.startswith("    ") for line in lines[first + 3 : first + 6])
