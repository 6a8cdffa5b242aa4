"""Ways on which a command does something at once: it is done afterwards, or it is not."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from integrate_tui.cli import output
from integrate_tui.core.fragment import Fragment
from integrate_tui.errors import StoreError
from integrate_tui.paths import backups_of
from integrate_tui.safekeeping import backups, locking, sealing
from integrate_tui.store import driver, keys
from integrate_tui.store.drafts import Rescue
from integrate_tui.store.opening import SCHEMA_VERSION
from tests.builders import a_draft, a_moment
from tests.fakes import EVENING
from tests.faults.scenes import (
    ANOTHER,
    MARKER,
    PASSPHRASE,
    SECOND,
    Contents,
    Scene,
    Verdict,
    command,
    contents,
    holds_marker,
    places,
    say,
    unlock,
)
from tests.store.desk import Desk, open_desk
from tests.store.schema import build_released

DAY = EVENING.date().isoformat()
_PACK = "# Odd one\nid: odd-one\n\n? What was odd?\n"


class _Command(Scene):
    """Something that a command does at once."""

    words: tuple[str, ...] = ()
    tells = ""
    """What a person is told once it is done, or how that begins."""
    days = 0

    @property
    def given(self) -> tuple[str, ...]:
        """The passphrases that it is given."""
        return (PASSPHRASE,) if self.sealed else ()

    def act(self, home: Path) -> int:
        _listen_for(self.tells)
        return command(home, *self.words, given=self.given, days=self.days)


def _listen_for(words: str) -> None:
    """Have something count as said from the moment at which a person is told some words."""

    def listening(tell: Callable[..., None]) -> Callable[..., None]:
        def told(text: str = "") -> None:
            tell(text)
            if text.startswith(words):
                say("done")

        return told

    for name in ("say", "show"):
        setattr(output, name, listening(getattr(output, name)))


class Noting(_Command):
    """A note, on a day on which the copy of the day is still to be made."""

    name = "note"
    words = ("note", "The cold of the lake.")
    tells = "Kept as"
    days = 1

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        notes = [note.value.text for note in desk.fragments.all()].count(self.words[1])
        verdict.lost += ["the note"] * bool(said and not notes)
        verdict.partial += ["the note is there twice"] * (notes > 1)


class FirstNote(Noting):
    """A note in a home with nothing in it, which makes the journal."""

    name = "first note"
    days = 0

    def prepare(self, home: Path) -> None:
        home.mkdir(parents=True)

    def judge(self, home: Path, said: Sequence[str]) -> Verdict:
        if said or os.path.lexists(places(home).journal):
            return super().judge(home, said)
        return Verdict()


class Packing(_Command):
    """A text pack of one's own that is added."""

    name = "packs add"
    tells = "It is among your packs now."

    def prepare(self, home: Path) -> None:
        super().prepare(home)
        (home / "odd.txt").write_text(self.pack)

    @property
    def pack(self) -> str:
        """What is in it."""
        return _PACK + "  A few words of guidance.\n" * 200

    def act(self, home: Path) -> int:
        self.words = ("packs", "add", str(home / "odd.txt"))
        return super().act(home)

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        super().look_around(home, said, verdict)
        target = places(home).packs / "odd.txt"
        if target.exists():
            verdict.partial += [target.name] * (target.read_text() != self.pack)
        else:
            verdict.lost += [target.name] * bool(said)


class Copying(_Command):
    """A copy of the journal that is asked for, in the place of today's, and in a second folder."""

    name = "backup"
    words = ("backup",)
    tells = "A whole copy lies in"

    def prepare(self, home: Path) -> None:
        self.fill(home)
        _keep_a_copy(home)
        _keep_more(home)
        if self.sealed:
            _seal(home)
        self.before = _of(home)

    def act(self, home: Path) -> int:
        words = ("settings", "backup-folder", str(home / SECOND))
        return command(home, *words, given=self.given) or super().act(home)

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        super().look_around(home, said, verdict)
        copy = backups_of(places(home).journal) / f"journal-{DAY}.db"
        if not copy.exists():
            verdict.lost.append("the copy of the day")
            return
        for each in (copy, home / SECOND / copy.name):
            if said and not (each.exists() and contents(each) == self.before):
                verdict.lost.append(f"what was to be in {each.parent.name}")


class Restoring(_Command):
    """A copy of the journal that is put back, with the journal kept aside."""

    name = "restore"
    words = ("restore", DAY, "--yes")
    tells = "The journal is what it was in"

    def prepare(self, home: Path) -> None:
        self.fill(home)
        _keep_a_copy(home)
        self.copied = _of(home)
        _keep_more(home)
        if self.sealed:
            _seal(home)
        self.before = _of(home)

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        now = frozenset(desk.db.rows("SELECT id FROM things"))
        ids = {name: frozenset((row[0],) for row in state) for name, state in self.states.items()}
        verdict.partial += ["neither the journal nor the copy"] * (now not in ids.values())
        verdict.lost += ["the copy that was put back"] * bool(said and now != ids["copy"])

    @property
    def states(self) -> dict[str, Contents]:
        """What may be in the journal afterwards."""
        return {"journal": self.before, "copy": self.copied}

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        super().look_around(home, said, verdict)
        journal = places(home).journal
        files = [journal, *(one.path for one in backups.listing(places(home)))]
        kept: list[Contents] = []
        for file in files:
            with suppress(StoreError):
                kept.append(contents(file))
        verdict.lost += [name for name, state in self.states.items() if state not in kept]


class _Converting(_Command):
    """A journal that is given another key, or none, with its copy."""

    def prepare(self, home: Path) -> None:
        self.fill(home)
        _keep_a_copy(home)
        if self.sealed:
            _seal(home)
        self.before = _of(home)

    @property
    def opened_by(self) -> tuple[str, ...]:
        return (ANOTHER, PASSPHRASE)

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        if said and not self.is_done(home):
            verdict.lost.append("the new key")

    def is_done(self, home: Path) -> bool:
        """Tell whether the journal is what it was to become."""
        with suppress(StoreError):
            keys.drop()
            unlock(places(home).journal, (ANOTHER,))
            return True
        return False

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        super().look_around(home, said, verdict)
        if not any(contents(one.path) == self.before for one in backups.listing(places(home))):
            verdict.lost.append("every copy")


class Encrypting(_Converting):
    """A plain journal that is encrypted, with a draft that waits in the rescue file."""

    name = "encrypt"
    words = ("encrypt", "--weak")
    tells = "The journal is encrypted."
    given = (ANOTHER,)

    def fill(self, home: Path) -> None:
        super().fill(home)
        Rescue(places(home).rescue).save(a_draft("rescued", data=MARKER))

    def look(self, home: Path, desk: Desk, said: Sequence[str], verdict: Verdict) -> None:
        super().look(home, desk, said, verdict)
        drafts = [draft.data for draft in desk.drafts.all() if draft.id == "rescued"]
        verdict.lost += ["the rescued draft"] * (drafts != [MARKER])
        try:
            desk.drafts.rescue.save(a_draft("another"))
        except StoreError:
            verdict.partial.append("the rescue file, in which nothing can be written")

    def act(self, home: Path) -> int:
        code = super().act(home)
        told = Path("/proc/self/fd/2").read_text()
        for path in home.rglob("*"):
            if str(path) in told:  # it could not be reached, or wiped, and the person knows
                say(f"left {path.name}")
        return code

    def look_around(self, home: Path, said: Sequence[str], verdict: Verdict) -> None:
        super().look_around(home, said, verdict)
        if "done" in said:
            left = {line.removeprefix("left ") for line in said}
            verdict.partial += [f"{name} in plain" for name in holds_marker(home) - left]


class Decrypting(_Converting):
    """An encrypted journal that is made plain again."""

    name = "decrypt"
    words = ("decrypt", "--yes")
    tells = "The journal is a plain file now."

    def is_done(self, home: Path) -> bool:
        return not keys.is_encrypted(places(home).journal)


class Rekeying(_Converting):
    """An encrypted journal that is given another passphrase."""

    name = "passphrase"
    words = ("passphrase", "--weak")
    tells = "The journal opens with the new passphrase."
    given = (PASSPHRASE, ANOTHER)


class Migrating(_Command):
    """A journal of an earlier version, opened by this one."""

    words = ("list", "--json")
    tells = "["

    def __init__(self, version: int, *, sealed: bool = False) -> None:
        super().__init__(sealed=sealed)
        self.version = version
        self.name = f"migrate {version} to {SCHEMA_VERSION}"

    def fill(self, home: Path) -> None:
        home.mkdir(parents=True)
        build_released(places(home).journal, self.version)

    def judge(self, home: Path, said: Sequence[str]) -> Verdict:
        journal = places(home).journal
        keys.drop()
        verdict = Verdict()
        try:
            if locking.is_encrypted(journal):
                unlock(journal, self.opened_by)
            connection = keys.connect(journal)
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            connection.close()
        except (StoreError, driver.Error) as error:
            return Verdict(corrupt=[str(error)])
        verdict.partial += [f"version {version}"] * (version not in (self.version, SCHEMA_VERSION))
        verdict.lost += ["the new version"] * bool(said and version != SCHEMA_VERSION)
        copies = [one.path for one in backups.listing(places(home))]
        if version == SCHEMA_VERSION and not any(contents(c) == self.before for c in copies):
            verdict.lost.append("the copy from before")
        found = super().judge(home, said)
        return Verdict(
            found.lost + verdict.lost,
            found.partial + verdict.partial,
            found.corrupt + verdict.corrupt,
        )


def _keep_a_copy(home: Path) -> None:
    """Make the copy of the day."""
    backups.make(places(home), EVENING.date())


def _keep_more(home: Path) -> None:
    """Keep something that is not in the copy."""
    desk = open_desk(places(home).journal)
    for i in range(5):
        desk.fragments.add(Fragment(f"later {i}"), a_moment())
    desk.db.close()


def _seal(home: Path) -> None:
    """Encrypt a journal with its copies."""
    sealing.encrypt(places(home), PASSPHRASE, lambda done, total: None)
    for copy in backups_of(places(home).journal).glob("*conversion*"):
        copy.unlink()


def _of(home: Path) -> Contents:
    """Return what is in the journal of a home, which is locked then."""
    found = contents(places(home).journal)
    keys.drop()
    return found
