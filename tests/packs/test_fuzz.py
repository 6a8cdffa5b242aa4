"""A great many packs with mistakes in them, and as much work as a file can make."""

import random
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from integrate_tui.core.pieces import Kind
from integrate_tui.packs.files import decode
from integrate_tui.packs.lines import STRAY
from integrate_tui.packs.pack import kinds_said, read_pack
from integrate_tui.packs.templates import template
from tests.packs.helpers import write_pack
from tests.packs.samples import EVERY, LINES
from tests.packs.test_properties import assert_places_lie_inside

TRIES = 200_000
FEW = 400

_PROMPTS = Path(__file__).parents[2] / "prompts"
GOOD = [
    *(path.read_bytes() for path in sorted(_PROMPTS.rglob("*.txt"))),
    *(template(kind).encode() for kind in Kind),
    *(sample.encode() for sample in EVERY),
]
"""What is spoilt: every shipped pack, every template, every sample."""

_NOISE = [
    *"abc019 \t:|,.-\\#?/*=&()\"'\r\n",
    *"\u2013\u2014\u2026\u201c\u201d\u2019\u00e9\u6f22\u200b\u00a0\u202e\u2066\x1b\x00\x9b\x85\u2028",
    *(
        "\r\n",
        "\x1b[2J",
        "\x1b]0;x\x07",
        "[red]",
        "e\u0301" * 9,
        "\U0001f469\u200d",
        "\ufeff",
        "\ufffd",
    ),
    *(
        "9" * 30,
        "1e999",
        "-0",
        "99999999999",
        "\u0663",
        "\u00bd",
        "0x1f",
        "1.000.000",
        "\u2212" * 3,
    ),
    *("  ", "\n\n", "? ", "- ", "# ", "## ", "// ", "\\", ": ", " | ", " or ", "not ", " .. "),
]


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _put_noise(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(_NOISE).encode()


def _cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.choice([1, 1, 2, 3, 80])]


def _copy(data: bytearray, chance: random.Random) -> None:
    at, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    data[to:to] = data[at : at + chance.randint(1, 40)]


def _end_early(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _splice(data: bytearray, chance: random.Random) -> None:
    other = chance.choice(GOOD)
    data[chance.randrange(len(data) + 1) :] = other[chance.randrange(len(other)) :]


def _swap_lines(data: bytearray, chance: random.Random) -> None:
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[at], lines[to] = lines[to], lines[at]
    data[:] = b"\n".join(lines)


def _put_line(data: bytearray, chance: random.Random) -> None:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), bytearray(chance.choice(LINES).encode()))
    data[:] = b"\n".join(lines)


def _change_number(data: bytearray, chance: random.Random) -> None:
    numbers = list(re.finditer(rb"\d+", data))
    if numbers:
        found = chance.choice(numbers)
        data[found.start() : found.end()] = chance.choice(
            [b"0", b"9" * 20, b"-1", b"1.5", b"3,5", b"", "\u0664".encode(), b"1000000"]
        )


_MUTATIONS: list[Callable[[bytearray, random.Random], None]] = [
    *(_flip, _put_noise, _put_noise, _cut, _copy, _end_early, _splice),
    *(_swap_lines, _put_line, _put_line, _change_number),
]


def spoilt(seed: int) -> Iterator[bytes]:
    """Good packs in which something was typed, deleted, moved or damaged, and random lines."""
    chance = random.Random(seed)
    while True:
        if chance.random() < 0.2:
            lines = chance.choices(LINES, k=chance.randint(1, 25))
            data = bytearray("\n".join(["# T", *lines]).encode())
        else:
            data = bytearray(chance.choice(GOOD))
        for _ in range(chance.choice([1, 1, 2, 3, 6])):
            chance.choice(_MUTATIONS)(data, chance)
        yield bytes(data)


def assert_is_read_well(data: bytes) -> int:
    """Check all that holds whatever is in a file, and return how many pieces came out of it."""
    text = decode(data, "pack.txt")
    if not isinstance(text, str):
        text = data.decode("utf-8", "surrogateescape")
    read = read_pack(text, "pack.txt")
    assert_places_lie_inside(read, text)
    written = write_pack(read.pieces)
    assert read_pack(written, "pack.txt").pieces == read.pieces
    said = kinds_said(text)
    assert said is None or said >= {found.kind for found in read.found if found.piece}
    shown = written.replace("\n", "") + "".join(map(str, read.problems))
    assert not re.search(rf"{STRAY}|[\r\t]", shown)
    return len(read.pieces)


@pytest.mark.parametrize("seed", range(2))
def test_some_mistakes_are_not_too_strange(seed: int) -> None:
    loaded = sum(
        assert_is_read_well(data) for data, _ in zip(spoilt(seed), range(FEW), strict=False)
    )
    assert loaded > FEW // 10


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 20))
def test_no_mistake_is_too_strange(seed: int) -> None:
    tries = TRIES // 10
    assert sum(map(assert_is_read_well, islice(spoilt(seed), tries))) > tries // 10
