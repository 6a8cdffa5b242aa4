"""The keyring of the system: what is trusted, and that the passphrase opens it whatever happens."""

import os
import sys
import types
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from integrate_tui.errors import StoreError
from integrate_tui.paths import Paths, keyring_of
from integrate_tui.safekeeping import keyrings, locking, sealing
from integrate_tui.store import convert, keys
from integrate_tui.workspace import open_workspace
from tests.bench.life import PROMPTS

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"


class InMemory(KeyringBackend):
    """A keyring that ends with the test."""

    priority = 5

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Locked(InMemory):
    """One that nobody has unlocked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    found = InMemory()
    monkeypatch.setattr(keyrings, "ring", lambda: found)
    return found


@pytest.fixture
def sealed(home: Path) -> Paths:
    """An encrypted journal, unlocked."""
    folder = home / "own"
    paths = Paths(folder / "journal.db", folder / "packs", PROMPTS)
    open_workspace(paths).close()
    convert.convert(paths.journal, PASSPHRASE)
    return paths


def test_it_is_off_until_it_is_turned_on(sealed: Paths, ring: InMemory):
    assert not keyrings.is_on(sealed.journal)
    assert ring.held == {}


def test_it_opens_the_journal_once_it_is_on(sealed: Paths, ring: InMemory):
    keyrings.turn_on(sealed.journal)
    keys.drop()
    assert keyrings.is_on(sealed.journal)
    assert keyrings.unlock(sealed.journal)
    assert not locking.is_locked(sealed.journal)


def test_it_holds_the_raw_key_and_nothing_that_tells_what_it_is_for(sealed: Paths, ring: InMemory):
    keyrings.turn_on(sealed.journal)
    key = keys.key_of(sealed.journal)
    assert key is not None
    assert ring.held == {("notes", key.salt.hex()): key.raw.hex()}


def test_the_note_that_it_is_on_is_readable_by_its_owner_alone(sealed: Paths, ring: InMemory):
    keyrings.turn_on(sealed.journal)
    mark = keyring_of(sealed.journal)
    assert mark.stat().st_mode & 0o777 == 0o600
    assert mark.read_bytes() == b""


def test_turned_off_it_holds_nothing(sealed: Paths, ring: InMemory):
    keyrings.turn_on(sealed.journal)
    assert keyrings.turn_off(sealed.journal)
    assert ring.held == {}
    assert not keyrings.is_on(sealed.journal)


@pytest.mark.parametrize("passphrase", ["another one altogether", None])
def test_another_passphrase_or_none_takes_the_key_out(
    sealed: Paths, ring: InMemory, passphrase: str | None
):
    keyrings.turn_on(sealed.journal)
    if passphrase is None:
        done = sealing.decrypt(sealed, lambda *_: None)
    else:
        done = sealing.encrypt(sealed, passphrase, lambda *_: None)
    assert done.was_in_keyring
    assert ring.held == {}
    assert not keyrings.is_on(sealed.journal)


@pytest.mark.parametrize("held", ["", "no hexadecimal", "00" * 16, "00" * 32])
def test_what_is_no_key_or_another_opens_nothing(sealed: Paths, ring: InMemory, held: str):
    keyrings.turn_on(sealed.journal)
    (place,) = ring.held
    ring.held[place] = held
    keys.drop()
    assert not keyrings.unlock(sealed.journal)
    assert locking.is_locked(sealed.journal)


def test_a_locked_one_opens_nothing_and_takes_nothing(
    sealed: Paths, monkeypatch: pytest.MonkeyPatch
):
    locked = Locked()
    monkeypatch.setattr(keyrings, "ring", lambda: locked)
    with pytest.raises(StoreError, match="could not be used"):
        keyrings.turn_on(sealed.journal)
    assert not keyrings.is_on(sealed.journal)
    keyring_of(sealed.journal).touch()
    keys.drop()
    assert not keyrings.unlock(sealed.journal)
    assert not keyrings.turn_off(sealed.journal)
    assert not keyrings.is_on(sealed.journal)  # and is not asked again


def test_one_that_never_answers_is_not_waited_for_for_ever(
    sealed: Paths, monkeypatch: pytest.MonkeyPatch
):
    from threading import Event

    never = Event()
    monkeypatch.setattr(keyrings, "_PATIENCE", 0.01)
    monkeypatch.setattr(keyrings, "ring", never.wait)
    keys.drop()
    assert not keyrings.unlock(sealed.journal)
    never.set()


def test_a_journal_that_is_locked_or_plain_is_not_put_in(sealed: Paths, ring: InMemory):
    keys.drop()
    with pytest.raises(StoreError):
        keyrings.turn_on(sealed.journal)
    locking.unlock(sealed.journal, PASSPHRASE)
    convert.convert(sealed.journal, None)
    with pytest.raises(StoreError, match="not encrypted"):
        keyrings.turn_on(sealed.journal)
    assert ring.held == {}


# Which keyrings are trusted.


def kind_of(module: str) -> type[InMemory]:
    return type("Keyring", (InMemory,), {"__module__": module})


@pytest.mark.parametrize("module", keyrings.TRUSTED)
def test_those_of_the_system_are_trusted(module: str):
    assert keyrings.is_trusted(kind_of(f"keyring.backends.{module}"))


@pytest.mark.parametrize(
    "module",
    [
        "keyring.backends.chainer",
        "keyring.backends.null",
        "keyring.backends.fail",
        "keyring.backends.macOS.api",
        "keyrings.alt.file",
        "keyring_backends.SecretService",
        "SecretService",
        "my.keyring.backends.macOS",
    ],
)
def test_no_other_is(module: str):
    assert not keyrings.is_trusted(kind_of(module))


def test_one_that_a_variable_or_a_file_names_is_never_loaded(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    trap = types.ModuleType("trap")
    loaded: list[str] = []

    class Keyring(InMemory):
        def __init__(self) -> None:
            super().__init__()
            loaded.append("made")

    trap.Keyring = Keyring  # type: ignore[attr-defined]  # a module made up here
    monkeypatch.setitem(sys.modules, "trap", trap)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "trap.Keyring")
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "changed")
    folder = home / "config" / "python_keyring"
    folder.mkdir(parents=True)
    (folder / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=trap.Keyring\n")
    assert not isinstance(keyrings.ring(), Keyring)
    assert loaded == []
    assert "KEYRING_PROPERTY_APPID" not in os.environ


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "keyring.backend", None)
    assert keyrings.ring() is None
    assert keyrings.name() == ""


def test_the_best_of_those_that_work_is_taken(monkeypatch: pytest.MonkeyPatch):
    better = kind_of("keyring.backends.libsecret")
    worse = type("Keyring", (InMemory,), {"__module__": "keyring.backends.kwallet", "priority": 1})
    for module, kind in (("libsecret", better), ("kwallet", worse)):
        made = types.ModuleType(module)
        made.Keyring = kind  # type: ignore[attr-defined]  # a module made up here
        monkeypatch.setitem(sys.modules, f"keyring.backends.{module}", made)
    monkeypatch.setattr(keyrings, "TRUSTED", ("kwallet", "libsecret"))
    assert type(keyrings.ring()) is better
    assert keyrings.name() == "libsecret"
