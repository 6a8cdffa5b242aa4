"""How hard a passphrase is to guess, six words to take as one, and a key as words for paper."""

import math
import secrets

from integrate_tui.core.text import counted
from integrate_tui.core.value import value
from integrate_tui.errors import UsageError

WORDS = 6
"""Of 7,776 words each: 77 bits, more than anybody can try."""
SHEET_WORDS = 24

_A_SECOND = 10_000
"""Guesses that one strong computer tries in a second, at 256,000 rounds each."""
_STRONG = 13.0
"""Guesses as a power of ten: thirty years for one such computer."""
_LOOKED_AT = 72
"""Characters that are judged at the most; the rest only adds to it."""
_SPANS = (
    (60.0, 1.0, "second"),
    (3600.0, 60.0, "minute"),
    (86_400.0, 3600.0, "hour"),
    (31_536_000.0, 86_400.0, "day"),
    (math.inf, 31_536_000.0, "year"),
)


@value()
class Strength:
    """How hard a passphrase is to guess for whoever has a copy of the file."""

    guesses: float
    """How many guesses it takes, as a power of ten."""
    hint: str
    """What makes it weak, or would make it stronger; empty where there is nothing to say."""

    @property
    def is_weak(self) -> bool:
        """Whether it could be found in a time that matters."""
        return self.guesses < _STRONG

    @property
    def words(self) -> str:
        """Say how long guessing it takes: `about 3 days`."""
        seconds = 10**self.guesses / _A_SECOND
        if seconds < 1:
            return "less than a second"
        upper, unit, name = next(span for span in _SPANS if seconds < span[0])
        count = int(seconds / unit)
        is_long = upper == math.inf and count > 99
        return "longer than a life" if is_long else f"about {counted(count, name)}"


def strength_of(passphrase: str) -> Strength:
    """Judge a passphrase by words, names, dates and patterns that guessers try first."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take 70 ms, and only a new one asks

    found = zxcvbn(passphrase[:_LOOKED_AT])
    feedback = found["feedback"]
    hints = [feedback["warning"], *feedback["suggestions"]]
    return Strength(float(found["guesses_log10"]), " ".join(hint for hint in hints if hint))


def six_words() -> str:
    """Return six words drawn at random from the long word list of the EFF."""
    from xkcdpass import xkcd_password  # noqa: PLC0415 - only when words are wanted

    file = xkcd_password.locate_wordfile("eff-long")
    known = xkcd_password.generate_wordlist(file, min_length=1, max_length=99)
    return " ".join(secrets.choice(known) for _ in range(WORDS))


def words_of(raw: bytes) -> list[str]:
    """Return a key as 24 words with a checksum among them (BIP-39)."""
    from mnemonic import Mnemonic  # noqa: PLC0415 - only for the sheet

    return str(Mnemonic("english").to_mnemonic(raw)).split()


def read_words(typed: str) -> bytes:
    """Return the key that 24 words stand for; of each word its first four letters will do.

    Raises:
        UsageError: They are not 24, one of them is none of the list, or they do not fit together.
    """
    from mnemonic import Mnemonic  # noqa: PLC0415 - only for the sheet

    table = Mnemonic("english")
    words = [table.expand_word(word) for word in _words(typed)]
    if len(words) != SHEET_WORDS:
        raise UsageError(
            f"A recovery sheet has {SHEET_WORDS} words, and there are {len(words)}.",
            "Nothing was changed.",
        )
    unknown = [i for i, word in enumerate(words, 1) if word not in table.wordlist]
    if unknown:
        numbers = ", ".join(map(str, unknown))
        raise UsageError(
            f"These are no words of a recovery sheet: number {numbers}.",
            "Nothing was changed.",
            "Look at how they are written on the sheet.",
        )
    if not table.check(" ".join(words)):
        raise UsageError(
            "The words do not fit together: one of them is another, or two have changed places.",
            "Nothing was changed.",
            "Look at them once more, one by one.",
        )
    return bytes(table.to_entropy(words))


def may_be_a_sheet(typed: str) -> bool:
    """Tell whether there are as many words as a recovery sheet has; its numbers do not count."""
    return len(_words(typed)) == SHEET_WORDS


def _words(typed: str) -> list[str]:
    given = (word.strip(".,:;") for word in typed.casefold().split())
    return [word for word in given if word and not word.isdecimal()]
