"""What happens to words at the door, and the small things said about them.

Everything a person or a pack writes is cleaned once, when it comes in: control characters and
bidirectional overrides go, the rest is kept exactly. Nothing is ever read as markup.
"""

import re
from difflib import SequenceMatcher, get_close_matches

SOFT_LIMIT = 1_000_000
"""Characters in one text beyond which a person is told that writing gets slow."""
LONG_LINE = 50_000
"""Characters in one line beyond which it is wrapped: a longer line makes every key wait."""
LONGEST_TITLE = 200
"""Characters of a title that is made from a line."""

AT_ONCE = 200_000
"""Characters of one text that a screen lays out at once: of more one would wait for seconds."""
ONLY_BEGINNING = "This is very long, and only its beginning is shown. `integrate show` has it all."

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 but tab and newline, DEL, C1, and the embeddings, overrides and isolates of the bidirectional
# algorithm. The plain left-to-right and right-to-left marks stay: right-to-left text needs them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return text with its line ends made one kind and its control characters gone.

    Emoji families, combining marks and every script pass unchanged. Half of a surrogate pair
    becomes U+FFFD, because no file can hold it.
    """
    text = _NEWLINES.sub("\n", text)
    return _SURROGATES.sub("\ufffd", _UNWANTED.sub("", text))


def clean_line(text: str) -> str:
    """Return cleaned text as one line without space at its ends."""
    return _SPACES.sub(" ", clean(text)).strip()


def wrap_long_lines(text: str, limit: int = LONG_LINE) -> str:
    """Break lines longer than `limit` characters, at a space where there is one close by."""
    if len(text) <= limit:
        return text
    lines = text.split("\n")
    if all(len(line) <= limit for line in lines):
        return text
    broken: list[str] = []
    for line in lines:
        rest = line
        while len(rest) > limit:
            cut = rest.rfind(" ", limit // 2, limit) + 1 or limit
            broken.append(rest[:cut].rstrip(" "))
            rest = rest[cut:]
        broken.append(rest)
    return "\n".join(broken)


def slug(title: str) -> str:
    """Return the id a title gives: lower case, letters and digits of any script, dashes between."""
    words = re.findall(r"[^\W_]+", title.replace("'", "").replace("\u2019", "").casefold())
    return "-".join(words)


def beginning(text: str) -> str:
    """Return a text as far as a screen shows it at once, and what is said where that is not all."""
    if len(text) <= AT_ONCE:
        return text
    return f"{text[:AT_ONCE].rstrip()}\u2026\n\n{ONLY_BEGINNING}"


def normal_tag(tag: str) -> str:
    """Return a tag as it is kept: one line, lower case, without a leading `#`."""
    return clean_line(tag).lstrip("#").strip().casefold()


def nearest(word: str, known: list[str]) -> str:
    """Return the known word that `word` was probably meant to be, or an empty string."""
    meant = word.casefold()
    found = get_close_matches(meant, [name.casefold() for name in known], n=3, cutoff=0.6)
    # Of words that are as near, the one that begins alike: a first letter is seldom mistyped.
    near = [SequenceMatcher(None, name, meant).ratio() for name in found]
    alike = [name for name, ratio in zip(found, near, strict=True) if ratio == near[0]]
    best = next((name for name in alike if name[:1] == meant[:1]), found[0] if found else "")
    return next((name for name in known if found and name.casefold() == best), "")


def did_you_mean(word: str, known: list[str]) -> str:
    """Return `Did you mean 'mood'?`, or an empty string where nothing comes near."""
    found = nearest(word, known)
    return f"Did you mean '{found}'?" if found else ""


def count_words(text: str) -> int:
    """Return how many words a text has, counting runs between white space."""
    return len(text.split())


def first_line(text: str, limit: int = 80) -> str:
    """Return the first line with words in it, shortened at a word to `limit` characters."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return shorten(line, limit)


def first_sentence(text: str) -> str:
    """Return the first sentence, for a line that has no room for more."""
    sentence, end, _ = text.partition(". ")
    return f"{sentence}." if end else text


def shorten(line: str, limit: int) -> str:
    """Return a line cut at a word with an ellipsis, if it is longer than `limit` characters."""
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    space = cut.rfind(" ", limit // 2)
    return (cut[:space] if space > 0 else cut).rstrip(" ,;:") + "\u2026"


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return `1 entry`, `3 entries`: a count with the noun in its right form."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
