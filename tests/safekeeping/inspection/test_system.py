"""What Linux and macOS say of themselves, understood; and what they do not say, not known."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from integrate_tui.safekeeping.inspection import system
from integrate_tui.safekeeping.inspection.system import Mount

MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//ana@nas/my share on /Volumes/my share (smbfs, nodev, nosuid, mounted by ana)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("BLOCKS", "MOUNTS", "SWAPS", "PROCESSES"):
        monkeypatch.setattr(system, name, tmp_path / name.lower())
    monkeypatch.setattr(system, "is_mac", lambda: False)
    (tmp_path / "mounts").write_text("/dev/sda1 / ext4 rw 0 0\n")
    return tmp_path


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A Mac, by what its programs answer."""
    answers = {"mount": MAC_MOUNTS, "fdesetup": "FileVault is On."}
    monkeypatch.setattr(system, "is_mac", lambda: True)

    def ask(command: Sequence[str]) -> str:
        return answers.get(" ".join(command), answers.get(command[0], ""))

    monkeypatch.setattr(system, "ask", ask)
    return answers


def encrypt_device(linux: Path, device: str, *below: str) -> None:
    folder = linux / "blocks" / device
    (folder / "dm").mkdir(parents=True)
    for name in below:
        (folder / "slaves" / name).mkdir(parents=True)
    (folder / "dm" / "uuid").write_text("LVM-abc" if below else "CRYPT-LUKS2-abc")


def test_the_innermost_mount_counts(linux: Path):
    (linux / "mounts").write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /home nfs4 rw 0 0\ntmpfs /home/a\\040b tmpfs rw 0 0\n"
    )
    assert system.mount_of(Path("/home/ana")) == Mount("server:/x", "nfs4")
    assert system.mount_of(Path("/home/a b/c")) == Mount("tmpfs", "tmpfs")
    assert system.mount_of(Path("/homes")) == Mount("/dev/sda1", "ext4")


def test_without_a_table_of_mounts_nothing_is_known(linux: Path):
    (linux / "mounts").unlink()
    assert system.mount_of(Path("/")) is None
    assert system.is_on_encrypted_disk(Path("/")) is None


def test_a_volume_is_encrypted_if_all_that_it_lies_on_is(linux: Path):
    encrypt_device(linux, "dm-0")
    encrypt_device(linux, "dm-1", "dm-0")
    encrypt_device(linux, "dm-2", "dm-0", "sda1")
    assert system.is_encrypted_device("dm-1")
    assert not system.is_encrypted_device("dm-2")


@pytest.mark.parametrize("kind", sorted(system.ENCRYPTED))
def test_a_file_system_may_encrypt_by_itself(linux: Path, kind: str):
    (linux / "mounts").write_text(f"somewhere / {kind} rw 0 0\n")
    assert system.is_on_encrypted_disk(Path("/")) is True


@pytest.mark.parametrize("line", ["/dev/zram0 partition 1 0 -2", "/dev/dm-0 partition 1 0 -2"])
def test_swap_that_leaves_nothing_behind(linux: Path, line: str):
    encrypt_device(linux, "dm-0")
    (linux / "swaps").write_text(f"Filename Type\n{line}\n")
    assert system.open_swaps() == []


def test_a_swap_file_is_as_safe_as_the_disk_it_lies_on(linux: Path):
    (linux / "swaps").write_text("Filename Type\n/swapfile file 1 0 -2\n")
    assert system.open_swaps() == ["/swapfile"]
    encrypt_device(linux, "dm-0")
    (linux / "mounts").write_text("/dev/dm-0 / ext4 rw 0 0\n")
    assert system.open_swaps() == []


def test_swap_of_which_nothing_is_said_is_not_known(linux: Path):
    assert system.open_swaps() is None


def test_the_programs_above_are_named_up_to_the_first(linux: Path):
    for number, name, above in ((os.getppid(), "bash", 40), (40, "a (b) c", 30), (30, "script", 1)):
        folder = linux / "processes" / str(number)
        folder.mkdir(parents=True)
        (folder / "stat").write_text(f"{number} ({name}) S {above} 1 1")
    assert system.programs_above() == ["bash", "a (b) c", "script"]


def test_a_program_that_is_gone_meanwhile_ends_the_list(linux: Path):
    assert system.programs_above() == []


def test_the_mounts_of_a_mac(mac: dict[str, str]):
    assert system.mount_of(Path("/Volumes/my share/notes")) == Mount("//ana@nas/my share", "smbfs")
    assert system.mount_of(Path("/opt")) == Mount("/dev/disk3s1s1", "apfs")


@pytest.mark.parametrize(
    ("said", "known"), [("FileVault is On.", True), ("FileVault is Off.", False), ("", None)]
)
def test_the_disk_of_a_mac(mac: dict[str, str], said: str, known: bool | None):
    mac["fdesetup"] = said
    assert system.is_on_encrypted_disk(Path("/")) is known


def test_a_mac_encrypts_what_it_writes_out(mac: dict[str, str]):
    assert system.open_swaps() == []


def test_the_programs_above_on_a_mac(mac: dict[str, str]):
    mac[f"ps -o ppid=,comm= -p {os.getppid()}"] = "77 /bin/zsh"
    mac["ps -o ppid=,comm= -p 77"] = "1 /usr/bin/script"
    assert system.programs_above() == ["zsh", "script"]


@pytest.mark.parametrize("command", [("false",), ("no-such-program-anywhere",)])
def test_a_program_that_does_not_answer_says_nothing(command: tuple[str, ...]):
    assert system.ask(command) == ""


def test_a_program_that_answers_is_heard():
    assert system.ask(("printf", " yes\n")) == "yes"
