"""The machine looked at: what is claimed, what is not, and what nobody can promise.

Each way in is planted and found in `cli/test_a_bad_home`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrate_tui.core.finding import Finding, Weight
from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import Paths
from integrate_tui.safekeeping import backups, privacy, sealing
from integrate_tui.safekeeping.inspection import system
from integrate_tui.store import keys
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock

pytestmark = pytest.mark.usefixtures("no_keys")


@pytest.fixture
def workspace(home: Path, clock: FakeClock) -> Iterator[Workspace]:
    folder = home / "integrate"
    workspace = open_workspace(Paths(folder / "journal.db", folder / "packs", PROMPTS), clock)
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    yield workspace
    workspace.close()


def found(paths: Paths, workspace: Workspace | None = None) -> dict[str, Finding]:
    return {one.name: one for one in privacy.look(paths, workspace)}


def test_what_wants_attention_says_what_to_do_where_nothing_is_known(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("MOUNTS", "SWAPS"):
        monkeypatch.setattr(system, name, tmp_path / "nowhere")
    ones = found(workspace.paths, workspace)
    assert {"disk", "swap"} <= {one.name for one in ones.values() if not one.is_well}
    assert all(one.mend for one in ones.values() if not one.is_well)


def test_no_name_is_given_twice(workspace: Workspace):
    names = [one.name for one in privacy.look(workspace.paths, workspace)]
    assert len(names) == len(set(names))


def test_where_there_is_no_journal_the_machine_is_looked_at(home: Path):
    paths = Paths(home / "integrate" / "journal.db", home / "packs", PROMPTS)
    ones = found(paths)
    assert ones["encryption"].words == "There is no journal yet."
    assert "beyond" in ones


def test_of_a_plain_journal_all_is_visible(workspace: Workspace):
    one = found(workspace.paths, workspace)["visible"]
    assert one.weight is Weight.NOTE
    assert "all of journal.db" in one.words


def test_of_an_encrypted_journal_it_is_said_what_is_visible_all_the_same(workspace: Workspace):
    paths = workspace.paths
    backups.make(paths, workspace.today)
    workspace.close()
    sealing.encrypt(paths, "salt lamp at the north window", lambda done, total: None)
    keys.drop()
    ones = found(paths)
    assert ones["encryption"].is_well
    for words in ("how large", "when", "on which days", "text packs", "export"):
        assert words in ones["visible"].words
    assert "are copies" not in ones["copies"].words
    assert "still in the copies" in ones["copies"].words


def test_what_nobody_can_promise_is_said(workspace: Workspace):
    words = found(workspace.paths, workspace)["beyond"].words
    for said in ("administrator", "memory of programs", "records the screen", "SSD"):
        assert said in words
