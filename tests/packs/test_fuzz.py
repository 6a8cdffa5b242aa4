"""A great many packs with mistakes in them, and the largest there can be."""

import random
import time
from collections.abc import Iterator

import pytest

from integrate_tui.packs.pack import MOST_BYTES, read_pack
from integrate_tui.packs.writer import write_pack
from tests.packs.samples import EVERY, LINES
from tests.packs.test_properties import assert_places_lie_inside

pytestmark = pytest.mark.long

TRIES = 200_000
_CHARACTERS = [
    *"abc019 \t:|,.-\\#?/*=&()\"'\r\n",
    *"\u2013\u2014\u2026\u201c\u201d\u2019\u00e9\u6f22\u200b\u00a0\u202e\x1b\x00\ud800\u2028",
]


def packs(seed: int) -> Iterator[str]:
    """Random lines, and good packs in which something was typed, deleted or moved by mistake."""
    chance = random.Random(seed)
    while True:
        if chance.random() < 0.5:
            lines = chance.choices(LINES, k=chance.randint(1, 25))
            yield "\n".join(["# T", *lines] if chance.random() < 0.8 else lines)
            continue
        text = list("\n".join(chance.choices(EVERY, k=chance.choice([1, 1, 1, 2]))))
        for _ in range(chance.randint(1, 6)):
            at, to = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
            change = chance.random()
            if change < 0.4:
                text.insert(at, chance.choice(_CHARACTERS))
            elif change < 0.8:
                del text[at : at + chance.randint(1, 3)]
            else:
                text[to:to] = text[at : at + chance.randint(1, 40)]
        yield "".join(text)


@pytest.mark.parametrize("seed", range(4))
def test_no_mistake_is_too_strange(seed: int) -> None:
    loaded = 0
    for text, _ in zip(packs(seed), range(TRIES // 4), strict=False):
        read = read_pack(text, "pack.txt")
        assert_places_lie_inside(read, text)
        written = write_pack(read.pieces)
        assert read_pack(written, "pack.txt").pieces == read.pieces, text
        loaded += len(read.pieces)
    assert loaded > TRIES // 4 // 10


@pytest.mark.parametrize(
    "unit",
    [
        "?\n",
        "- in 4s Breathe\n",
        "# T\n? a\n",
        "text\n",
        "word: text\n",
        "takse: 5\n",
        "abcde: x\n",
        "  scale: 0" + " " * 900 + "..\n",
        "? a\n  ask if: " + "a " * 900 + "\n",
        "? a\n  choose: " + "a," * 900 + "\n",
        "parts: " + "1 , " * 400 + "\n",
        "rule: " + "not " * 400 + "\n",
        "when: " + "days " * 300 + "\n",
        "takes: " + "1h " * 500 + "\n",
        "-" * 1_000 + "\n",
        "\t" * 1_000 + "\n",
        " " * 1_000 + "x\n",
        "#" * 1_000 + "\n",
        "a" * 5_000,
        ":" * 1_000 + "\n",
        "\\" * 1_000 + "\n",
        "\u2028" * 1_000 + "\r",
    ],
    ids=lambda unit: repr(unit[:16]),
)
@pytest.mark.parametrize("head", ["", "# T\n", "# T\nkind: exercise\n", "# T\nkind: measure\n"])
def test_the_time_grows_with_the_size_and_no_faster(unit: str, head: str) -> None:
    def seconds(size: int) -> float:
        text = head + (unit * (size // len(unit) + 1))[: size - len(head)]
        began = time.process_time()
        assert_places_lie_inside(read_pack(text, "pack.txt"), text)
        return time.process_time() - began

    quarter, whole = seconds(MOST_BYTES // 4), seconds(MOST_BYTES)
    assert whole < 8 * quarter + 0.5
