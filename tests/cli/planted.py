"""Everything that is planted, in the order of what looks for it."""

import shutil

from tests.cli.bad_home import (
    BROKEN_GUIDE,
    GOOD_DISK,
    MARKER,
    NO_SWAP,
    OWN_GUIDE,
    Act,
    Planted,
    Scene,
    answers,
    at_home,
    back_up,
    behead,
    beside,
    break_index,
    break_page,
    change_by_hand,
    cut_short,
    dead_link,
    dumps_on,
    encrypt,
    export,
    first,
    full_disk,
    good_machine,
    lay,
    lend_and_die,
    link_journal,
    lose_journal,
    make_plain,
    mode,
    move_back,
    move_to,
    old_draft,
    on_machine,
    open_again,
    open_pages,
    open_rescue,
    orphan,
    others_file,
    own_pack,
    plain_copy,
    read_only,
    remove,
    rescue_draft,
    right_version,
    second_folder,
    second_name,
    setting,
    started_from,
    tree,
    unlink_journal,
    variable,
    version,
    wait_ten_days,
    without,
    without_plain_copy,
    without_setting,
    world_may_write,
    writable,
)

UNDO_FILE = ".local/state/nvim/undo/%dev%shm%page-abcdefgh%page.md"
HISTORY = ".config/Code/User/History/3f/entries.json"
HISTORY_OF_PAGE = '{"resource":"file:///dev/shm/page-abcdefgh/page.md"}'
EMACS_BACKUP = ".emacs.d/backups/!dev!shm!page-abcdefgh!page.md~"


def repair(scene: Scene) -> None:
    scene.repair()


def restore(scene: Scene) -> None:
    scene.restore()


OPEN = {
    "the journal": (lambda scene: scene.journal, 0o644, "journal.db"),
    "its folder": (lambda scene: scene.journal.parent, 0o755, "integrate"),
    "the folder of copies": (lambda scene: scene.copies, 0o755, "journal.backups"),
    "a copy": (lambda scene: scene.copy, 0o640, "journal-2026"),
}
LEFT = {
    "a swap file of Vim": ".journal.db.swp",
    "an undo file of Vim": ".journal.db.un~",
    "a backup of Emacs": "journal.db~",
    "an auto-save of Emacs": "#journal.db#",
    "a backup": "journal.db.bak",
    "a copy of a file manager": "journal copy.db",
}
CONFLICTS = {
    "Syncthing": "journal.sync-conflict-20261122-200000-ABCDEF7.db",
    "Dropbox": "journal (Ana's conflicted copy 2026-11-22).db",
    "Nextcloud": "journal_conflict-20261122-200000.db",
    "OneDrive": "journal (1).db",
    "iCloud": "journal 2.db",
}

FILES = {
    f"{name} open to others": Planted("permissions", said, mode(path, bits), repair)
    for name, (path, bits, said) in OPEN.items()
} | {
    "a log open to others": Planted(
        "permissions",
        "journal.db-wal",
        first(lay(beside("journal.db-wal"), ""), mode(beside("journal.db-wal"), 0o644)),
        repair,
        alone=True,  # any later look would fold it in
    ),
    "a rescue file open to others": Planted(
        "permissions",
        "journal.rescue.db",
        first(rescue_draft, mode(beside("journal.rescue.db"), 0o644)),
        repair,
    ),
    "somebody else's file": Planted("owner", "chown", others_file, good_machine),
    "a journal that is read-only": Planted("writing", "chmod u+w", read_only, writable, alone=True),
    "packs that others may change": Planted(
        "packs",
        "week.txt",
        first(tree("packs/week.txt"), mode(own_pack("week.txt"), 0o666)),
        repair,
    ),
    "a journal that is a link": Planted(
        "link", "elsewhere.db", link_journal, unlink_journal, alone=True, is_note=True
    ),
    "a journal with a second name": Planted(
        "names", "-samefile", second_name, remove(at_home("second.db"))
    ),
    "half a journal": Planted(
        "leftovers", ".journal.db.aa.new", lay(beside(".journal.db.aa.new"), old=True), repair
    ),
    "an old journal half wiped": Planted(
        "leftovers", ".journal.db.bb.old", lay(beside(".journal.db.bb.old")), repair
    ),
    "half a copy": Planted(
        "leftovers",
        ".journal-2026-11-20.db.cc.new",
        lay(lambda scene: scene.copies / ".journal-2026-11-20.db.cc.new", old=True),
        repair,
    ),
    "a draft that was rescued": Planted("rescue", "1 draft", rescue_draft, open_rescue),
    "a rescue file put aside": Planted(
        "rescue",
        "journal.rescue-0a.db",
        lay(beside("journal.rescue-0a.db")),
        remove(beside("journal.rescue-0a.db")),
        alone=True,
    ),
    "a full disk": Planted("space", "1 MB", full_disk, good_machine),
    **{
        f"{name} beside the journal": Planted(
            "beside", file, lay(beside(file)), remove(beside(file))
        )
        for name, file in LEFT.items()
    },
    **{
        f"a second journal of {name}": Planted(
            "conflicts", file, lay(beside(file)), remove(beside(file))
        )
        for name, file in CONFLICTS.items()
    },
}

COPIES = {
    "no late copy": Planted("copies", "10 days old", wait_ten_days, back_up),
    "a copy that failed": Planted(
        "copies", "could not be made", setting("backup-fault", "No room."), back_up, alone=True
    ),
    "a copy cut short": Planted(
        "spoilt",
        "journal-2026-11-01.db",
        lay(lambda scene: scene.copies / "journal-2026-11-01.db", "SQLite format 3\0 and no more"),
        remove(lambda scene: scene.copies / "journal-2026-11-01.db"),
    ),
    "no second folder": Planted(
        "second",
        "not there",
        second_folder("gone", make=False),
        without_setting("backup-folder"),
    ),
    "a second folder without a late copy": Planted(
        "second", "no late one", second_folder("there", make=True), back_up, alone=True
    ),
    "a second folder that is another": Planted(
        "second",
        "not the folder that was named",
        first(
            second_folder("disk", make=True),
            remove(lambda scene: scene.home / "disk" / ".integrate-copies"),
        ),
        without_setting("backup-folder"),
        alone=True,
    ),
    "a copy of a day that has not come yet": Planted(
        "ahead",
        "journal-2027-05-01.db",
        lambda scene: scene.old_copy("journal-2027-05-01.db"),
        remove(lambda scene: scene.copies / "journal-2027-05-01.db"),
        alone=True,
    ),
    "a copy from before a change long ago": Planted(
        "aside",
        "journal-before-restore.db",
        lambda scene: scene.old_copy("journal-before-restore.db"),
        remove(lambda scene: scene.copies / "journal-before-restore.db"),
        is_note=True,
    ),
    "a plain copy": Planted("encryption", "journal-2026-10-01.db", plain_copy, without_plain_copy),
}

CONTENTS = {
    "a page with a bit changed": Planted("file", "damaged", break_page, restore, alone=True),
    "a journal cut short": Planted(
        "file", "not whole", cut_short(lambda scene: scene.journal), restore, alone=True
    ),
    "an empty journal": Planted(
        "file", "empty", lambda scene: scene.journal.write_bytes(b""), restore, alone=True
    ),
    "no journal, and copies of it": Planted(
        "file", "is not there", lose_journal, restore, alone=True
    ),
    "a newer schema": Planted("schema", "newer", version(99), right_version, alone=True),
    "an older schema": Planted(
        "schema", "earlier", version(0), right_version, alone=True, is_note=True
    ),
    "a link to nothing": Planted("references", "1 reference", dead_link, repair, alone=True),
    "a tag of nothing": Planted("references", "may be missing", orphan, restore),
    "a thing without a version": Planted("versions", "1 thing", behead, restore),
    "a broken index": Planted("search", "does not fit", break_index, repair),
    "a version changed by hand": Planted("checksums", "1 thing (1)", change_by_hand, restore),
    "a setting nobody knows": Planted("settings", "1 setting", setting(MARKER, MARKER), repair),
    "a setting that is nothing": Planted(
        "settings", "1 setting", setting("theme", MARKER), repair, alone=True
    ),
    "an erase that was broken off": Planted(
        "erased",
        "--finish",
        setting("erasing", "2026-11-22T19:00:00Z"),
        lambda scene: scene.integrate("erase", "--finish"),
        alone=True,
    ),
    "a draft from long ago": Planted("drafts", "1 draft", old_draft, open_rescue, is_note=True),
    "a text pack with a mistake": Planted(
        "texts",
        "packs check",
        lay(own_pack("broken.txt"), BROKEN_GUIDE),
        remove(own_pack("broken.txt")),
    ),
    "an own pack that hides a built-in": Planted(
        "hidden",
        "Week one",
        lay(own_pack("week-one.txt"), OWN_GUIDE),
        remove(own_pack("week-one.txt")),
        is_note=True,
    ),
}


def on(
    finding: str, said: str, plant: Act, mend: Act, *, alone: bool = False, is_note: bool = False
) -> Planted:
    """Return what `integrate privacy` finds."""
    return Planted(finding, said, plant, mend, "privacy", alone, is_note)


SYNCED = ("Dropbox", "OneDrive - Work", "Nextcloud", "Google Drive", "Library/Mobile Documents/x")
MARKS = (".stfolder", ".dropbox.cache", ".sync_ab12.db", ".seafile-data", ".git")
MACHINE = {
    "an export that others may read": on(
        "exports",
        "chmod -R go=",
        first(export, mode(at_home("out"), 0o755), open_pages),
        lambda scene: shutil.rmtree(scene.home / "out"),
        alone=True,  # whatever is kept makes the copy of the day
    ),
    "an export": on(
        "exports",
        "1 export",
        export,
        lambda scene: shutil.rmtree(scene.home / "out"),
        alone=True,
        is_note=True,
    ),
    **{
        f"a home in {folder}": on("sync", "copied to", move_to(folder), move_back, alone=True)
        for folder in SYNCED
    },
    **{
        f"{mark} above the journal": on(
            "sync",
            "INTEGRATE_HOME",
            lay(at_home(mark)),
            remove(at_home(mark)),
            alone=mark != ".stfolder",
        )
        for mark in MARKS
    },
    "a folder that anybody may change": on(
        "folder", "chmod o-w", world_may_write, mode(lambda scene: scene.home, 0o700)
    ),
    "a network drive": on(
        "network",
        "nfs4",
        on_machine("mounts", GOOD_DISK + "server:/home / nfs4 rw 0 0\n"),
        good_machine,
        alone=True,
    ),
    "a journal in memory": on(
        "keeps",
        "switched off",
        on_machine("mounts", "tmpfs / tmpfs rw 0 0\n"),
        good_machine,
        alone=True,
    ),
    "a disk without permissions": on(
        "keeps",
        "exfat",
        on_machine("mounts", "/dev/dm-0 / exfat rw 0 0\n"),
        good_machine,
        alone=True,
    ),
    "a disk with snapshots": on(
        "snapshots",
        "btrfs",
        on_machine("mounts", "/dev/dm-0 / btrfs rw 0 0\n"),
        good_machine,
        alone=True,
        is_note=True,
    ),
    "a plain disk": on(
        "disk", "does not look", on_machine("mounts", "/dev/sda1 / ext4 rw 0 0\n"), good_machine
    ),
    "a disk of which nothing is known": on(
        "disk", "not known", on_machine("mounts", "pool / zfs rw 0 0\n"), good_machine, alone=True
    ),
    "swap on a plain disk": on(
        "swap",
        "/dev/sda2",
        on_machine("swaps", NO_SWAP + "/dev/sda2 partition 1 0 -2\n"),
        good_machine,
    ),
    "a swap file on a plain disk": on(
        "swap",
        "/swapfile",
        first(
            on_machine("mounts", "/dev/sda1 / ext4 rw 0 0\n"),
            on_machine("swaps", NO_SWAP + "/swapfile file 1 0 -2\n"),
        ),
        good_machine,
        alone=True,
    ),
    "a plain journal": on("encryption", "plain file", make_plain, encrypt, alone=True),
    "plain copies in a synced folder": on(
        "synced-copies",
        "Dropbox",
        first(make_plain, second_folder("Dropbox/copies", make=True)),
        encrypt,
        alone=True,
    ),
    "dumps of the memory": on("dumps", "ulimit", dumps_on, good_machine),
    "an editor nobody knows": on("editor", "scribe", variable("EDITOR", "scribe"), good_machine),
    "an editor with a history": on(
        "editor", "localHistory", variable("EDITOR", "code --wait"), good_machine, alone=True
    ),
    "an undo file of a page": on(
        "traces", "%page.md", lay(at_home(UNDO_FILE)), remove(at_home(UNDO_FILE))
    ),
    "a history of a page in VS Code": on(
        "traces",
        "History",
        lay(at_home(HISTORY), HISTORY_OF_PAGE),
        remove(at_home(HISTORY)),
        alone=True,
    ),
    "a backup of a page in Emacs": on(
        "traces", "page.md~", lay(at_home(EMACS_BACKUP)), remove(at_home(EMACS_BACKUP)), alone=True
    ),
    "a page in the list of Vim": on(
        "traces",
        ".viminfo",
        lay(at_home(".viminfo"), f"> /dev/shm/page-abcdefgh/page.md {MARKER}"),
        remove(at_home(".viminfo")),
        alone=True,
    ),
    "a page whose program was killed": on("lent", "1 page", lend_and_die, open_again),
    "words in the history of bash": on(
        "history",
        ".bash_history",
        lay(at_home(".bash_history"), f'ls\nintegrate note "{MARKER}"\n'),
        remove(at_home(".bash_history")),
    ),
    "a page in the history of zsh": on(
        "history",
        ".zsh_history",
        lay(at_home(".zsh_history"), f": 1:0;integrate write --text {MARKER}\n"),
        remove(at_home(".zsh_history")),
        alone=True,
    ),
    "a pipe in the history of fish": on(
        "history",
        "fish_history",
        lay(
            at_home(".local/share/fish/fish_history"),
            f"- cmd: echo {MARKER} | integrate note -\n",
        ),
        remove(at_home(".local/share/fish/fish_history")),
        alone=True,
    ),
    "a terminal that script records": on(
        "recording", "script", started_from("script"), good_machine
    ),
    "a terminal that asciinema records": on(
        "recording",
        "asciinema",
        variable("ASCIINEMA_REC", "1"),
        without("ASCIINEMA_REC"),
        alone=True,
    ),
    "a pane that tmux pipes": on(
        "recording",
        "tmux",
        first(variable("TMUX", "/tmp/t,1,0"), answers("1")),
        good_machine,
        alone=True,
    ),
    "a screen that is logged": on(
        "recording",
        "screen",
        first(variable("STY", "1.x"), lay(at_home(".screenrc"), "deflog on\n")),
        good_machine,
        alone=True,
    ),
    "a log of the framework": on(
        "variables", "unset TEXTUAL_LOG", variable("TEXTUAL_LOG", "x"), good_machine
    ),
    "other code in the program": on(
        "loaded", "LD_PRELOAD", variable("LD_PRELOAD", "x"), good_machine
    ),
    "a key in the keyring": on(
        "keyring",
        "logged in as you",
        lay(beside("journal.keyring"), ""),
        remove(beside("journal.keyring")),
        is_note=True,
    ),
}
EVERY = {**FILES, **COPIES, **CONTENTS, **MACHINE}
