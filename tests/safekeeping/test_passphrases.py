"""How hard a passphrase is to guess, six words to take, and a key on paper."""

import os

import pytest

from integrate_tui.errors import UsageError
from integrate_tui.safekeeping import passphrases


@pytest.mark.parametrize("passphrase", ["a", "summer2024", "password1", "q" * 72, "anna1984"])
def test_what_guessers_try_first_is_weak_and_the_time_is_said(passphrase: str):
    strength = passphrases.strength_of(passphrase)
    assert strength.is_weak
    assert strength.words


@pytest.mark.parametrize(
    "passphrase", ["correct horse battery staple", "kelp ninety anvil ochre sled", "x7!Qv9#Lm2$Rt5"]
)
def test_what_nobody_tries_is_strong(passphrase: str):
    assert not passphrases.strength_of(passphrase).is_weak


def test_a_very_long_passphrase_is_judged_by_its_beginning():
    assert not passphrases.strength_of("kelp ninety anvil ochre sled " * 40).is_weak


@pytest.mark.parametrize(
    ("guesses", "words"),
    [
        (2.0, "less than a second"),
        (4.0, "about 1 second"),
        (6.0, "about 1 minute"),
        (8.0, "about 2 hours"),
        (10.0, "about 11 days"),
        (12.0, "about 3 years"),
        (30.0, "longer than a life"),
    ],
)
def test_the_time_is_said_in_its_unit(guesses: float, words: str):
    assert passphrases.Strength(guesses, "").words == words


def test_six_words_are_strong_and_others_each_time():
    offered = passphrases.six_words()
    assert len(offered.split()) == passphrases.WORDS
    assert not passphrases.strength_of(offered).is_weak
    assert offered != passphrases.six_words()


def test_the_words_are_drawn_from_all_7776():
    drawn = {word for _ in range(40) for word in passphrases.six_words().split()}
    assert len(drawn) > 200


def test_a_key_comes_back_from_its_words_however_they_are_written():
    raw = os.urandom(32)
    words = passphrases.words_of(raw)
    assert len(words) == passphrases.SHEET_WORDS
    assert passphrases.read_words(" ".join(words)) == raw
    assert passphrases.read_words("\n".join(word.upper() for word in words)) == raw
    assert passphrases.read_words(" ".join(word[:4] for word in words)) == raw
    numbered = " ".join(f"{i} {word}" for i, word in enumerate(words, 1))
    assert passphrases.read_words(numbered) == raw


def test_a_word_too_few_is_counted():
    words = passphrases.words_of(bytes(32))
    with pytest.raises(UsageError, match="there are 23"):
        passphrases.read_words(" ".join(words[:-1]))


def test_a_word_of_no_list_is_told_by_its_number_and_not_repeated():
    words = passphrases.words_of(bytes(32))
    words[4] = "zzyzx"
    with pytest.raises(UsageError, match="number 5") as raised:
        passphrases.read_words(" ".join(words))
    assert "zzyzx" not in str(raised.value)


def test_words_that_changed_places_are_noticed():
    words = passphrases.words_of(bytes(range(32)))
    words[0], words[1] = words[1], words[0]
    with pytest.raises(UsageError, match="fit together"):
        passphrases.read_words(" ".join(words))
