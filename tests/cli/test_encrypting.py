"""`integrate encrypt` and its like, and commands on a journal that is locked."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from integrate_tui.cli import unlocking
from integrate_tui.errors import LockedError
from integrate_tui.paths import backups_of, find
from integrate_tui.safekeeping import locking, passphrases
from integrate_tui.store import convert, keys
from tests import remains
from tests.cli.conftest import Answer, Integrate

pytestmark = pytest.mark.usefixtures("no_keys")

PASSPHRASE = "salt lamp at the north window"
Run = Callable[..., Answer]


@pytest.fixture
def run(integrate: Integrate, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as a program of its own would: with no key held before."""

    def begin(
        *words: str,
        given: Sequence[str] = (),
        asked: Sequence[str] = (),
        typed: Sequence[str] = (),
        terminal: bool = False,
    ) -> Answer:
        """Run it.

        Args:
            words: The command.
            given: What is read from --passphrase-fd.
            asked: What is typed where nothing is shown.
            typed: What comes in.
            terminal: Whether there is one.
        """
        keys.drop()
        secrets = iter(asked)

        def ask(question: str) -> str:
            found = next(secrets, None)
            if found is None:
                raise LockedError("There is no terminal.", "", "--passphrase-fd")
            return found

        monkeypatch.setattr(unlocking, "ask", ask)
        if not given:
            return integrate(*words, typed=typed, terminal=terminal)
        reader, writer = os.pipe()
        os.write(writer, "".join(f"{line}\n" for line in given).encode())
        os.close(writer)
        try:
            return integrate("--passphrase-fd", str(reader), *words, typed=typed, terminal=terminal)
        finally:
            os.close(reader)

    return begin


@pytest.fixture
def kept(run: Run) -> Run:
    """A plain journal with a note."""
    run("note", "The kettle sang.")
    return run


@pytest.fixture
def sealed(kept: Run) -> Run:
    """An encrypted one."""
    assert kept("encrypt", given=[PASSPHRASE]).code == 0
    return kept


def journal() -> Path:
    return find().journal


def test_a_passphrase_from_a_descriptor_encrypts_and_opens(sealed: Run):
    assert locking.is_encrypted(journal())
    assert b"kettle" not in journal().read_bytes()
    answer = sealed("list", given=[PASSPHRASE])
    assert answer.code == 0
    assert "The kettle sang." in answer.out


def test_what_encrypting_means_is_said(kept: Run):
    said = kept("encrypt", given=[PASSPHRASE]).err
    assert "no other way in" in said
    assert "flash drive" in said
    assert "recovery" in said


def test_on_a_terminal_it_is_asked_for_twice(kept: Run):
    answer = kept("encrypt", asked=[PASSPHRASE, PASSPHRASE], typed=["no"], terminal=True)
    assert answer.code == 0
    assert locking.is_encrypted(journal())


def test_two_that_are_not_the_same_encrypt_nothing(kept: Run):
    answer = kept("encrypt", asked=[PASSPHRASE, "salt lamb"], terminal=True)
    assert answer.code == 2
    assert "not the same" in answer.err
    assert not locking.is_encrypted(journal())


def test_a_weak_one_is_explained_and_taken_after_a_second_yes(kept: Run):
    words = ("encrypt",)
    answer = kept(*words, asked=["summer2024"] * 2, typed=["no"], terminal=True)
    assert "is weak" in answer.err
    assert "about less" not in answer.err
    assert not locking.is_encrypted(journal())
    kept(*words, asked=["summer2024"] * 2, typed=["yes", "no"], terminal=True)
    assert locking.is_encrypted(journal())


def test_a_weak_one_without_a_terminal_needs_a_word_for_it(kept: Run):
    answer = kept("encrypt", given=["summer2024"])
    assert answer.code == 2
    assert "--weak" in answer.err
    assert kept("encrypt", "--weak", given=["summer2024"]).code == 0


def test_six_words_are_offered_and_typed(kept: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(passphrases, "six_words", lambda: PASSPHRASE)
    answer = kept("encrypt", "--words", asked=[PASSPHRASE] * 2, typed=["no"], terminal=True)
    assert PASSPHRASE in answer.err
    assert locking.is_encrypted(journal())


@pytest.mark.parametrize("passphrase", [f"x'{'0a' * 32}'", f"X'{'AB' * 48}'", "x''"])
def test_what_others_take_for_a_key_is_no_passphrase(kept: Run, passphrase: str):
    for answer in (
        kept("encrypt", "--weak", given=[passphrase]),
        kept("encrypt", asked=[passphrase] * 2, terminal=True),
    ):
        assert answer.code == 2
        assert "key written out" in answer.err
        assert passphrase not in answer.err
    assert not locking.is_encrypted(journal())
    kept("encrypt", given=[PASSPHRASE])
    answer = kept("passphrase", "--weak", given=[PASSPHRASE, passphrase])
    assert "key written out" in answer.err
    assert kept("list", given=[PASSPHRASE]).code == 0


def test_a_journal_of_a_newer_version_is_not_encrypted(kept: Run):
    make_newer()
    before, files = journal().read_bytes(), sorted(journal().parent.rglob("*"))
    answer = kept("encrypt", given=[PASSPHRASE])
    assert answer.code == 3
    assert "newer version" in answer.err
    assert "will open with this passphrase" not in answer.err
    assert journal().read_bytes() == before
    assert sorted(journal().parent.rglob("*")) == files


@pytest.mark.parametrize("words", [["decrypt", "--yes"], ["passphrase"]], ids=" ".join)
def test_an_encrypted_one_of_a_newer_version_stays_as_it_is(sealed: Run, words: list[str]):
    keys.unlock(journal(), PASSPHRASE)
    make_newer()
    before, files = journal().read_bytes(), sorted(journal().parent.rglob("*"))
    answer = sealed(*words, given=[PASSPHRASE, "an entirely other phrase"])
    assert answer.code == 3
    assert "newer version" in answer.err
    assert journal().read_bytes() == before
    assert sorted(journal().parent.rglob("*")) == files


def make_newer() -> None:
    """Have the journal be one that a newer version left."""
    connection = keys.connect(journal())
    connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    connection.execute("PRAGMA user_version=9999")
    connection.close()


def test_without_a_journal_there_is_nothing_to_encrypt(run: Run):
    assert run("encrypt", given=[PASSPHRASE]).code == 3


def test_no_passphrase_is_in_any_answer(sealed: Run):
    for answer in (
        sealed("list", given=["wrong one"]),
        sealed("passphrase", given=[PASSPHRASE, "an entirely other phrase"]),
    ):
        assert "wrong one" not in answer.err + answer.out
        assert PASSPHRASE not in answer.err + answer.out
        assert "entirely" not in answer.err + answer.out


# A journal that is locked.


def test_a_wrong_one_from_a_descriptor_ends_with_a_sentence(sealed: Run):
    answer = sealed("list", given=["wrong"])
    assert answer.code == 3
    assert "does not open" in answer.err
    assert answer.out == ""


def test_on_a_terminal_it_is_asked_for_up_to_three_times(sealed: Run):
    answer = sealed("list", asked=["wrong", "", PASSPHRASE])
    assert answer.code == 0
    assert answer.err.count("does not open") == 1
    assert sealed("list", asked=["a", "b", "c", PASSPHRASE]).code == 3
    assert sealed("list", asked=[PASSPHRASE]).code == 0  # nothing counts, nothing is destroyed


def test_without_a_terminal_or_a_descriptor_it_stays_locked(sealed: Run):
    done = subprocess.run(
        [sys.executable, "-m", "integrate_tui", "list"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert done.returncode == 3
    assert "--passphrase-fd" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("number", ["99", "-1"])
def test_a_descriptor_that_is_not_open_is_said(sealed: Run, integrate: Integrate, number: str):
    keys.drop()
    answer = integrate("--passphrase-fd", number, "list")
    assert answer.code == 2
    assert "cannot be read" in answer.err


def test_what_stands_behind_the_passphrase_is_left_for_the_command(sealed: Run):
    reader, writer = os.pipe()
    os.write(writer, f"{PASSPHRASE}\nThe rest.\n".encode())
    os.close(writer)
    done = subprocess.run(
        [sys.executable, "-c", _IN_NO_TIME, "--passphrase-fd", "0", "note", "-"],
        stdin=reader,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(reader)
    assert done.returncode == 0, done.stderr
    assert "The rest." in sealed("list", given=[PASSPHRASE]).out


_IN_NO_TIME = """
import sys
from integrate_tui.cli.main import run
from integrate_tui.store import keys
keys.ROUNDS = 10
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [["support"], ["--help"], ["paths"], ["packs"]])
def test_what_needs_no_journal_asks_for_nothing(sealed: Run, words: list[str]):
    assert sealed(*words).code == 0


def test_support_takes_the_country_where_the_journal_opens(sealed: Run):
    sealed("settings", "country", "Germany", given=[PASSPHRASE])
    assert "Germany" in sealed("support", given=[PASSPHRASE]).out.partition("\n")[0]


# Another passphrase, none any more, and the sheet.


def test_another_passphrase_opens_it_from_then_on(sealed: Run):
    other = "an entirely other phrase"
    assert sealed("passphrase", given=[PASSPHRASE, other]).code == 0
    assert sealed("list", given=[PASSPHRASE]).code == 3
    assert sealed("list", given=[other]).code == 0


def test_the_earlier_one_is_needed_for_another(sealed: Run):
    assert sealed("passphrase", given=["wrong", "an entirely other phrase"]).code == 3
    assert sealed("list", given=[PASSPHRASE]).code == 0


def test_decrypting_asks_first_and_makes_it_plain(sealed: Run):
    assert sealed("decrypt", given=[PASSPHRASE]).code == 2
    assert locking.is_encrypted(journal())
    assert sealed("decrypt", "--yes", given=[PASSPHRASE]).code == 0
    assert not locking.is_encrypted(journal())
    assert "The kettle sang." in sealed("list").out


def test_the_sheet_needs_the_passphrase_and_opens_without_it(sealed: Run):
    assert sealed("recovery", given=["wrong"]).code == 3
    shown = sealed("recovery", given=[PASSPHRASE]).out
    words = re.findall(r"[a-z]+", shown)
    assert len(words) == 24

    other = "an entirely other phrase"
    answer = sealed("recover", given=[other], typed=[" ".join(words)])
    assert answer.code == 0, answer.err
    assert sealed("list", given=[other]).code == 0


def test_a_sheet_is_typed_line_by_line_as_it_is_printed(sealed: Run):
    shown = sealed("recovery", given=[PASSPHRASE]).out
    other = "an entirely other phrase"
    answer = sealed(
        "recover", asked=[other, other], typed=[*shown.splitlines(), "no"], terminal=True
    )
    assert answer.code == 0, answer.err
    assert sealed("list", given=[other]).code == 0


def test_an_earlier_sheet_is_not_called_a_slip_of_the_keyboard(sealed: Run):
    words = re.findall(r"[a-z]+", sealed("recovery", given=[PASSPHRASE]).out)
    other = "an entirely other phrase"
    sealed("passphrase", given=[PASSPHRASE, other])
    answer = sealed("recover", given=["a third one altogether"], typed=[" ".join(words)])
    assert answer.code == 3
    assert "earlier passphrase" in answer.err
    assert "caps lock" not in answer.err
    assert sealed("list", given=[other]).code == 0


def test_words_that_are_no_sheet_change_nothing(sealed: Run):
    answer = sealed("recover", given=["an entirely other phrase"], typed=["one two three"])
    assert answer.code == 2
    assert "24 words" in answer.err
    assert sealed("list", given=[PASSPHRASE]).code == 0


@pytest.mark.parametrize("command", ["decrypt", "passphrase", "recovery", "recover"])
def test_a_plain_journal_is_told_how_to_be_encrypted(kept: Run, command: str):
    answer = kept(command)
    assert answer.code == 3
    assert "integrate encrypt" in answer.err


def test_a_second_time_brings_along_what_is_plain_still(sealed: Run):
    stray = journal().parent / "journal.backups" / "journal-2026-11-01.db"
    sealed("backup", str(stray), given=[PASSPHRASE])
    sealed("decrypt", "--yes", given=[PASSPHRASE])
    plain = stray.read_bytes()
    sealed("encrypt", given=[PASSPHRASE])
    stray.write_bytes(plain)
    answer = sealed("encrypt", given=[PASSPHRASE])
    assert "encrypted already" in answer.err
    assert keys.salt_of(stray) == keys.salt_of(journal())


def left_encrypted(sealed: Run) -> Path:
    """Make the journal plain, and leave a copy encrypted as a killed program does."""
    encrypted = journal().read_bytes()
    sealed("decrypt", "--yes", given=[PASSPHRASE])
    copy = backups_of(journal()) / "journal-2026-11-01.db"
    copy.write_bytes(encrypted)
    return copy


def test_decrypting_a_second_time_brings_along_what_is_encrypted_still(sealed: Run):
    copy = left_encrypted(sealed)
    answer = sealed("decrypt", "--yes", given=[PASSPHRASE])
    assert answer.code == 0
    assert "1 copy of it is encrypted" in answer.err
    assert keys.is_plain(copy)
    assert sealed("decrypt", "--yes").code == 3


def test_decrypting_what_is_left_asks_first(sealed: Run):
    copy = left_encrypted(sealed)
    assert sealed("decrypt").code == 2
    assert sealed("decrypt", typed=["no"], terminal=True).code == 0
    assert locking.is_encrypted(copy)


def test_encrypting_a_second_time_asks_for_the_passphrase_of_another_day(sealed: Run):
    copy, new = left_encrypted(sealed), "kelp ninety anvil ochre sled"
    sealed("encrypt", given=[new])

    assert "1 of them opens with another passphrase" in sealed("encrypt", given=[new]).err
    answer = sealed("encrypt", asked=[new, PASSPHRASE], typed=["yes"], terminal=True)

    assert answer.code == 0
    assert keys.read_salt(copy) == keys.read_salt(journal())


def test_what_a_killed_program_left_is_said_to_be_wiped_by_the_repair(sealed: Run):
    left = remains.half_built(journal(), "The kettle sang.")
    assert left.name in sealed("doctor", given=[PASSPHRASE]).out
    answer = sealed("doctor", "--repair", given=[PASSPHRASE])
    assert f"Wiped: {left.name}." in answer.err
    assert not left.exists()


@pytest.mark.parametrize("words", [["decrypt", "--yes"], ["passphrase", "--weak"]], ids=" ".join)
def test_a_closed_terminal_leaves_nothing_half_built(
    sealed: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
):
    compare = convert._compare

    def hang_up(*args: Any) -> None:
        compare(*args)
        signal.raise_signal(signal.SIGHUP)

    monkeypatch.setattr(convert, "_compare", hang_up)
    with pytest.raises(SystemExit) as ended:
        sealed(*words, given=[PASSPHRASE, "another"])
    assert ended.value.code == 128 + signal.SIGHUP
    assert [file.name for file in journal().parent.rglob(".*")] == []
    assert locking.is_encrypted(journal())


def test_a_copy_that_was_put_elsewhere_goes_along_or_is_named(kept: Run, tmp_path: Path):
    here, away = tmp_path / "mine.db", tmp_path / "usb" / "mine.db"
    for copy in (here, away):
        kept("backup", str(copy))
    away.parent.rename(tmp_path / "pocket")
    answer = kept("encrypt", given=[PASSPHRASE])
    assert "These did not" in answer.err
    assert str(away) in answer.err
    assert str(here) not in answer.err
    assert keys.salt_of(here) == keys.salt_of(journal())
    (tmp_path / "pocket").rename(away.parent)
    for command in ("privacy", "doctor"):
        assert str(away) in sealed_words(kept(command, "--json", given=[PASSPHRASE]))
    kept("encrypt", given=[PASSPHRASE])
    for command in ("privacy", "doctor"):
        assert str(away) not in sealed_words(kept(command, "--json", given=[PASSPHRASE]))


def sealed_words(answer: Answer) -> str:
    """Return what was said of what is encrypted."""
    return " ".join(one["words"] for one in answer.json if one["name"] == "encryption")


def test_a_copy_is_put_back_where_nothing_is(sealed: Run, tmp_path: Path):
    copy = tmp_path / "copy.db"
    sealed("backup", str(copy), given=[PASSPHRASE])
    journal().unlink()
    assert sealed("restore", str(copy), "--yes", given=["wrong"]).code == 3
    assert sealed("restore", str(copy), "--yes", given=[PASSPHRASE]).code == 0
    assert "The kettle sang." in sealed("list", given=[PASSPHRASE]).out


def test_a_copy_is_put_back_by_the_recovery_sheet_of_its_day(sealed: Run, tmp_path: Path):
    copy = tmp_path / "copy.db"
    sealed("backup", str(copy), given=[PASSPHRASE])
    shown = sealed("recovery", given=[PASSPHRASE]).out
    words = re.findall(r"[0-9]+ +([a-z]{3,8})\b", shown)
    assert len(words) == 24
    other = "an entirely other phrase"
    copy = copy.rename(tmp_path / "moved.db")  # where it keeps its passphrase
    sealed("passphrase", given=[PASSPHRASE, other])
    wrong = sealed("restore", str(copy), "--yes", given=[other, other])
    assert wrong.code == 3
    assert "passphrase of its day" in wrong.err
    swapped = " ".join([*words[1:], words[0]])
    assert sealed("restore", str(copy), "--yes", given=[other, swapped]).code == 2
    assert sealed("restore", str(copy), "--yes", given=[other, " ".join(words)]).code == 0
    assert "The kettle sang." in sealed("list", given=[PASSPHRASE]).out


def test_a_plain_copy_says_that_the_journal_would_be_plain(kept: Run, tmp_path: Path):
    copy = tmp_path / "copy.db"
    kept("backup", str(copy))
    copy = copy.rename(tmp_path / "moved.db")  # where an encryption does not reach it
    kept("encrypt", given=[PASSPHRASE])
    answer = kept("restore", str(copy), given=[PASSPHRASE])
    assert "would not be either" in answer.err
    assert locking.is_encrypted(journal())


def test_privacy_says_that_it_is_encrypted(sealed: Run):
    found = sealed("privacy", "--json", given=[PASSPHRASE]).json
    (one,) = [one for one in found if one["name"] == "encryption"]
    assert one["well"]
    assert "encrypted" in one["words"]


def test_a_locked_journal_is_still_looked_around(sealed: Run):
    answer = sealed("doctor")
    assert answer.code == 1
    assert "--passphrase-fd" in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ["ground", "--list"],
        ["ground", "--list", "--json"],
        ["support"],
        ["packs"],
        ["packs", "check"],
        ["paths"],
        ["recovery", "--page"],
        ["keyring"],
        ["--help"],
        ["ground", "--help"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_what_needs_nothing_of_the_journal_asks_for_nothing(sealed: Run, words: list[str]):
    answer = sealed(*words)
    assert answer.code == 0
    assert answer.out or "nothing is wrong" in answer.err
    assert locking.is_locked(journal())


def test_a_list_without_the_health_card_says_so(sealed: Run):
    assert "health card" in sealed("ground", "--list").err
    assert "health card" not in sealed("ground", "--list", given=[PASSPHRASE]).err
    assert sealed("ground", "--list", given=["wrong"]).code == 3


def test_the_page_says_how_to_open_it_without_the_program(run: Run):
    page = run("recovery", "--page").out
    assert "sqlcipher_export" in page
    assert "BIP-39" in page


# The first start in words.


def test_the_first_plain_start_offers_a_passphrase(run: Run):
    answer = run("--plain", typed=["yes", "no", "no"], asked=[PASSPHRASE] * 2, terminal=True)
    assert answer.code == 0
    assert "first start" in answer.err
    assert locking.is_encrypted(journal())
    assert "Preparing" in answer.out


def test_it_can_wait_and_is_not_offered_again(run: Run):
    answer = run("--plain", typed=["", ""], terminal=True)
    assert "`integrate encrypt`" in answer.err
    assert not journal().exists()
    run("note", "The kettle sang.")
    assert "first start" not in run("--plain", terminal=True).err


def test_two_that_are_not_the_same_leave_a_plain_journal_and_the_day(run: Run):
    answer = run("--plain", typed=["yes", "no"], asked=[PASSPHRASE, "other"], terminal=True)
    assert answer.code == 0
    assert "not the same" in answer.err
    assert not locking.is_encrypted(journal())


def test_nobody_is_asked_where_nobody_is(run: Run):
    assert "first start" not in run("--plain").err
