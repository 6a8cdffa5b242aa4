"""Where a journal lies: folders that others may change or that are synced, and the disk below."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from integrate_tui.core.finding import Finding, amiss, grave, note, well
from integrate_tui.core.text import clean_line
from integrate_tui.safekeeping.inspection import system
from integrate_tui.safekeeping.inspection.files import quoted

_SYNC_NAMES = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "mobile documents",
    "cloudstorage",
    "icloud",
    "icloud drive",
    "nextcloud",
    "owncloud",
    "syncthing",
    "sync",
    "pcloud",
    "pclouddrive",
    "mega",
    "megasync",
    "box",
    "box sync",
    "seafile",
    "tresorit",
    "proton drive",
    "synologydrive",
)
# What the tools put into the folders they keep the same: Syncthing, Dropbox, Nextcloud, ownCloud,
# OneDrive, Google Drive, Seafile, Resilio, Synology, rclone.
_SYNC_MARKS = (
    ".stfolder",
    ".stignore",
    ".stversions",
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".sync_*.db",
    "._sync_*.db",
    ".csync_journal.db",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",
    ".tmp.drivedownload",
    ".seafile-data",
    ".sync",
    ".SynologyWorkingDirectory",
    ".rclone_sync",
)
_REPOSITORIES = (".git", ".hg", ".svn")
_ICLOUD = Path("Library/Mobile Documents/com~apple~CloudDocs")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "afs", "9p", "ceph", "webdav"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "davfs"}
)
_MEMORY = frozenset({"tmpfs", "ramfs"})
_WITHOUT_OWNERS = frozenset({"vfat", "msdos", "exfat", "fuseblk"})
_WITH_SNAPSHOTS = frozenset({"btrfs", "zfs", "bcachefs", "nilfs2", "apfs"})


def of(folder: Path) -> Iterator[Finding]:
    """Yield what there is to say about the folder of a journal, and what it lies on."""
    yield _folder(folder)
    yield _sync(folder)
    mount = system.mount_of(folder)
    kind = mount.kind if mount else ""
    yield _network(kind)
    yield _kind(kind)
    yield _disk(folder)
    yield _snapshots(folder, kind)


def synced(folder: Path) -> Path | None:
    """Return the folder above, or this one, that looks as if it was copied to other machines."""
    home = Path.home()
    for above in [folder, *folder.parents]:
        # The name of a person is none of a tool.
        is_named = above != home and above not in home.parents and _is_known(above.name)
        if is_named or _is_marked(above, _SYNC_MARKS):
            return above
        is_desktop = above in (home / "Desktop", home / "Documents")
        if system.is_mac() and is_desktop and (home / _ICLOUD / above.name).exists():
            return above
    return None


def _folder(folder: Path) -> Finding:
    """Look for a folder above in which others could put another file in the journal's place."""
    for above in [folder, *folder.parents]:
        with suppress(OSError):
            mode = above.stat().st_mode
            is_sticky = mode & 0o1000
            if mode & 0o002 and not is_sticky:
                return grave(
                    "folder",
                    f"Anybody on this machine may put other files into {clean_line(str(above))}.",
                    f"`chmod o-w {quoted(above)}`, or move the journal with INTEGRATE_HOME.",
                )
    return well("folder", "Nobody else may put another file in the journal's place.")


def _sync(folder: Path) -> Finding:
    found = synced(folder)
    if found is not None:
        return grave(
            "sync",
            f"{clean_line(str(found))} looks like a folder that is copied to other machines. An"
            " open journal may be torn there, and older states of it stay.",
            "Move the journal out of it with INTEGRATE_HOME, and have a copy synced instead:"
            " `integrate settings backup-folder FOLDER`.",
        )
    for above in [folder, *folder.parents]:
        if _is_marked(above, _REPOSITORIES):
            return grave(
                "sync",
                f"{clean_line(str(above))} is a repository: a commit would take the journal along"
                " for ever.",
                "Move the journal out of it with INTEGRATE_HOME.",
            )
    return well("sync", "The journal lies in no folder that looks synced.")


def _network(kind: str) -> Finding:
    if kind in _NETWORK:
        return grave(
            "network",
            f"The journal lies on a network drive ({kind}). Whose it is can read it, and two"
            " programs may write over each other there.",
            "Keep it on a disk of this machine: INTEGRATE_HOME says where.",
        )
    return well("network", "The journal lies on no network drive that is known here.")


def _kind(kind: str) -> Finding:
    if kind in _MEMORY:
        return grave(
            "keeps",
            "The journal lies in memory, and is gone when the machine is switched off.",
            "Move it to a disk: INTEGRATE_HOME says where.",
        )
    if kind in _WITHOUT_OWNERS:
        return amiss(
            "keeps",
            f"The journal lies on a disk that keeps no permissions ({kind}): whoever has the disk"
            " or an account here may read it.",
            "`integrate encrypt`, or move it to a disk of this machine.",
        )
    return well("keeps", "The disk keeps what is written, and who may read it.")


def _disk(folder: Path) -> Finding:
    is_encrypted = system.is_on_encrypted_disk(folder)
    if is_encrypted is None:
        return amiss(
            "disk",
            "It is not known whether the disk is encrypted.",
            "Look once in the settings of the system, under security or disks.",
        )
    if is_encrypted:
        return well("disk", "The disk it lies on is encrypted.")
    how = (
        "System Settings has it under Privacy & Security, as FileVault."
        if system.is_mac()
        else "Encrypting it protects the journal on a machine that is lost or taken; most systems"
        " offer it only when they are installed. `integrate encrypt` protects the journal alone."
    )
    return amiss("disk", "The disk it lies on does not look encrypted.", how)


def _snapshots(folder: Path, kind: str) -> Finding:
    if system.is_mac() and "[Included]" in system.ask(("tmutil", "isexcluded", str(folder))):
        return note(
            "snapshots",
            "Time Machine copies the journal; what you erase stays in its copies.",
            f"`tmutil addexclusion {quoted(folder)}` leaves it out.",
        )
    if kind in _WITH_SNAPSHOTS:
        return note(
            "snapshots",
            f"The disk can keep snapshots ({kind}); what you erase stays in those.",
            "Look whether the system makes any, and how long it keeps them.",
        )
    return well("snapshots", "The disk keeps no snapshots that are known here.")


def _is_known(name: str) -> bool:
    given = name.casefold()
    return any(
        given == known or given.startswith((f"{known} ", f"{known}-")) for known in _SYNC_NAMES
    )


def _is_marked(folder: Path, marks: tuple[str, ...]) -> bool:
    with suppress(OSError):
        return any(
            next(folder.glob(mark), None) is not None if "*" in mark else (folder / mark).exists()
            for mark in marks
        )
    return False
