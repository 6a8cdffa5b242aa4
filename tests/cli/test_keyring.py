"""`integrate keyring`, and commands on a journal that the keyring opens."""

import pytest

from integrate_tui.paths import find
from integrate_tui.safekeeping import keyrings, locking
from tests.cli.test_encrypting import PASSPHRASE, Run, kept, run, sealed
from tests.safekeeping.test_keyrings import InMemory, ring

__all__ = ["kept", "ring", "run", "sealed"]  # fixtures, found by name

pytestmark = pytest.mark.usefixtures("no_keys")


def test_it_is_off_and_there_may_be_none(sealed: Run):
    answer = sealed("keyring")
    assert answer.code == 0
    assert "off" in answer.out
    assert "none" in answer.err


def test_it_opens_the_journal_for_commands(sealed: Run, ring: InMemory):
    assert sealed("keyring", "on", given=[PASSPHRASE]).code == 0
    assert sealed("keyring", "--json").json["on"] is True
    assert "The kettle sang." in sealed("list").out
    assert sealed("keyring", "off").code == 0
    assert sealed("list").code == 3
    assert ring.held == {}


def test_turning_it_on_needs_the_passphrase(sealed: Run, ring: InMemory):
    assert sealed("keyring", "on").code == 3
    assert not keyrings.is_on(find().journal)


@pytest.mark.parametrize("words", [["recovery"], ["decrypt", "--yes"], ["passphrase"]])
def test_what_shows_or_changes_the_key_asks_all_the_same(
    sealed: Run, ring: InMemory, words: list[str]
):
    sealed("keyring", "on", given=[PASSPHRASE])
    answer = sealed(*words)
    assert answer.code == 3
    assert answer.out == ""
    assert locking.is_encrypted(find().journal)


def test_one_that_holds_another_key_leads_to_the_passphrase(sealed: Run, ring: InMemory):
    sealed("keyring", "on", given=[PASSPHRASE])
    for place in ring.held:
        ring.held[place] = "00" * 32
    answer = sealed("list", asked=[PASSPHRASE])
    assert "keyring did not open" in answer.err
    assert "The kettle sang." in answer.out


def test_another_passphrase_turns_it_off_and_says_so(sealed: Run, ring: InMemory):
    sealed("keyring", "on", given=[PASSPHRASE])
    answer = sealed("passphrase", given=[PASSPHRASE, "a kettle under seven cold stairs"])
    assert "keyring does not open" in answer.err
    assert ring.held == {}


def test_a_plain_journal_has_no_key_to_put_in(kept: Run, ring: InMemory):
    answer = kept("keyring", "on")
    assert answer.code == 3
    assert "integrate encrypt" in answer.err
