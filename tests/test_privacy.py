"""The machine looked at: each way in that is planted is found, and nothing else is claimed."""

import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from integrate_tui import backups, privacy
from integrate_tui.core.finding import Finding
from integrate_tui.core.fragment import Fragment
from integrate_tui.paths import Paths
from integrate_tui.workspace import Workspace, open_workspace
from tests.bench.life import PROMPTS
from tests.fakes import FakeClock


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine as it is told by its own files: an encrypted disk, no swap, no histories."""
    root = tmp_path / "machine"
    blocks = root / "blocks"
    (blocks / "dm-0" / "dm").mkdir(parents=True)
    (blocks / "dm-0" / "dm" / "uuid").write_text("CRYPT-LUKS2-abc")
    (root / "mounts").write_text("/dev/dm-0 / ext4 rw 0 0\n")
    (root / "swaps").write_text("Filename Type Size Used Priority\n")
    monkeypatch.setattr(privacy, "BLOCKS", blocks)
    monkeypatch.setattr(privacy, "MOUNTS", root / "mounts")
    monkeypatch.setattr(privacy, "SWAPS", root / "swaps")
    monkeypatch.setattr(resource, "getrlimit", lambda which: (0, 0))
    monkeypatch.setenv("EDITOR", "nano")
    for name in (*privacy._WATCHED, *privacy._LOADED):
        monkeypatch.delenv(name, raising=False)
    return root


@pytest.fixture
def workspace(home: Path, clock: FakeClock, machine: Path) -> Iterator[Workspace]:
    folder = home / "integrate"
    workspace = open_workspace(Paths(folder / "journal.db", folder / "packs", PROMPTS), clock)
    workspace.fragments.add(Fragment("Cold."), workspace.moment())
    yield workspace
    workspace.close()


def amiss(workspace: Workspace, paths: Paths | None = None) -> dict[str, Finding]:
    found = privacy.look(paths or workspace.paths, workspace)
    return {one.name: one for one in found if not one.is_well and one.name != "encryption"}


def test_on_a_machine_that_is_well_only_the_plain_file_is_said(workspace: Workspace):
    assert amiss(workspace) == {}
    found = {one.name: one for one in privacy.look(workspace.paths, workspace)}
    assert "plain file" in found["encryption"].words
    assert "No program can" in found["beyond"].words


def test_every_finding_that_wants_attention_says_what_to_do(workspace: Workspace, machine: Path):
    (machine / "mounts").unlink()
    (machine / "swaps").unlink()
    assert all(one.mend for one in privacy.look(workspace.paths, workspace) if not one.is_well)


def test_files_that_others_may_read(workspace: Workspace):
    workspace.paths.journal.chmod(0o644)
    assert "journal.db" in amiss(workspace)["permissions"].words


def test_a_folder_above_that_anybody_may_change(workspace: Workspace):
    above = workspace.paths.journal.parent
    above.chmod(0o777)
    assert str(above) in amiss(workspace)["folder"].words


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive", "Nextcloud", "Google Drive", "Dropbox (Personal)"]
)
def test_a_folder_that_is_synced_by_its_name(workspace: Workspace, tmp_path: Path, name: str):
    paths = replace(workspace.paths, journal=tmp_path / name / "journal.db")
    assert name in amiss(workspace, paths)["sync"].words


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox.cache", ".git"])
def test_a_folder_that_is_synced_by_what_lies_in_it(workspace: Workspace, mark: str):
    (workspace.paths.journal.parent / mark).mkdir()
    assert "sync" in amiss(workspace)


def test_a_network_drive(workspace: Workspace, machine: Path):
    (machine / "mounts").write_text("/dev/dm-0 / ext4 rw 0 0\nserver:/home / nfs4 rw 0 0\n")
    assert "nfs4" in amiss(workspace)["network"].words


def test_a_disk_that_is_not_encrypted(workspace: Workspace, machine: Path):
    (machine / "mounts").write_text("/dev/sda1 / ext4 rw 0 0\n")
    assert "does not look encrypted" in amiss(workspace)["disk"].words


def test_a_volume_on_an_encrypted_disk_is_encrypted(workspace: Workspace, machine: Path):
    (machine / "blocks" / "dm-1" / "slaves" / "dm-0").mkdir(parents=True)
    (machine / "mounts").write_text("/dev/dm-1 / ext4 rw 0 0\n")
    assert amiss(workspace) == {}


def test_swap_on_a_plain_disk(workspace: Workspace, machine: Path):
    (machine / "swaps").write_text("Filename\n/dev/sda2 partition 1 0 -2\n")
    assert "/dev/sda2" in amiss(workspace)["swap"].words


@pytest.mark.parametrize("device", ["/dev/zram0", "/dev/dm-0"])
def test_swap_that_leaves_nothing_behind(workspace: Workspace, machine: Path, device: str):
    (machine / "swaps").write_text(f"Filename\n{device} partition 1 0 -2\n")
    assert amiss(workspace) == {}


def test_copies_that_lie_about(workspace: Workspace):
    backups.make(workspace.paths, workspace.today)
    assert "1 copy" in amiss(workspace)["copies"].words


def test_an_editor_of_which_nothing_is_known(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EDITOR", "scribe")
    assert "scribe" in amiss(workspace)["editor"].words


def test_pictures_of_the_memory(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resource, "getrlimit", lambda which: (-1, -1))
    assert "dumps" in amiss(workspace)


@pytest.mark.parametrize(
    ("name", "found"), [("TEXTUAL_LOG", "variables"), ("LD_PRELOAD", "loaded")]
)
def test_variables_that_look_in(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, name: str, found: str
):
    monkeypatch.setenv(name, "x")
    assert name in amiss(workspace)[found].words


def test_words_in_the_history_of_a_shell(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / ".bash_history").write_text('ls\nintegrate note "I said no"\n')
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    said = amiss(workspace)["history"]
    assert "1 line" in said.words
    assert "I said no" not in said.words + said.mend
