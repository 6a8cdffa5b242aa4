"""Where a journal lies: folders that are synced are told from others that are called alike."""

from pathlib import Path

import pytest

from integrate_tui.safekeeping.inspection import place, system


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "is_mac", lambda: False)


@pytest.mark.parametrize(
    "name",
    [
        *("Dropbox", "Dropbox (Personal)", "OneDrive", "OneDrive - Work", "Google Drive"),
        *("Nextcloud", "ownCloud", "Sync", "MEGAsync", "Seafile", "pCloudDrive", "iCloud Drive"),
        *("Library/CloudStorage/GoogleDrive-ana", "Library/Mobile Documents/com~apple~CloudDocs"),
    ],
)
def test_a_folder_that_is_synced_by_its_name(home: Path, name: str):
    folder = home / name / "integrate"
    assert place.synced(folder) is not None


@pytest.mark.parametrize(
    "mark",
    [
        *(".stfolder", ".stversions", ".dropbox", ".dropbox.cache", ".nextcloudsync.log"),
        *("._sync_ab12.db", ".sync_ab12.db", ".owncloudsync.log", ".seafile-data"),
        *(
            ".849C9593-D756-4E56-8D6E-42412F2A707B",
            ".tmp.drivedownload",
            ".SynologyWorkingDirectory",
        ),
    ],
)
def test_a_folder_that_is_synced_by_what_lies_in_it(home: Path, mark: str):
    (home / "papers").mkdir()
    (home / "papers" / mark).touch()
    assert place.synced(home / "papers" / "integrate") == home / "papers"


def test_a_person_may_be_called_as_a_tool_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = tmp_path / "box"
    monkeypatch.setattr(Path, "home", lambda: home)
    assert place.synced(home / ".local" / "share" / "integrate") is None


@pytest.mark.parametrize("name", ["boxes", "Syncopation", "mail", "cloud", "dropboxes"])
def test_another_name_is_no_tool(home: Path, name: str):
    assert place.synced(home / name / "integrate") is None


@pytest.mark.parametrize("name", ["Desktop", "Documents"])
def test_the_desktop_of_a_mac_may_be_in_icloud(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    folder = home / name / "integrate"
    assert place.synced(folder) is None
    (home / "Library/Mobile Documents/com~apple~CloudDocs" / name).mkdir(parents=True)
    assert place.synced(folder) is None  # nothing of Apple's on another system
    monkeypatch.setattr(system, "is_mac", lambda: True)
    assert place.synced(folder) == home / name


@pytest.mark.parametrize(("said", "is_said"), [("[Included] /x", True), ("[Excluded] /x", False)])
def test_time_machine_is_a_copy_to_know_of(
    home: Path, monkeypatch: pytest.MonkeyPatch, said: str, is_said: bool
):
    monkeypatch.setattr(system, "is_mac", lambda: True)
    monkeypatch.setattr(system, "ask", lambda command: said if command[0] == "tmutil" else "")
    found = {one.name: one for one in place.of(home / "integrate")}
    assert ("Time Machine" in found["snapshots"].words) is is_said
    assert ("tmutil addexclusion" in found["snapshots"].mend) is is_said
