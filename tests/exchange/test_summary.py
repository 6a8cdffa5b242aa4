import pytest

from integrate_tui.core.thing import ThingKind
from integrate_tui.exchange.summary import Contents, Exported

NOTHING = Contents({})


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, ""),
        ({ThingKind.ENTRY: 1}, "1 entry"),
        ({ThingKind.GOAL: 1, ThingKind.ENTRY: 30}, "30 entries and 1 goal"),
        (
            {ThingKind.TICK: 2, ThingKind.CHECK_IN: 4, ThingKind.ENTRY: 30},
            "30 entries, 4 check-ins and 2 ticks",
        ),
    ],
)
def test_what_leaves_is_said_in_words(counts: dict[ThingKind, int], words: str):
    assert Contents(counts).words == words


def test_every_kind_is_said():
    words = Contents(dict.fromkeys(ThingKind, 2)).words
    assert words.count("2 ") == len(ThingKind)


def test_nothing_is_empty():
    assert NOTHING.is_empty
    assert not Contents({ThingKind.TICK: 1}).is_empty


@pytest.mark.parametrize(
    ("written", "unchanged", "left", "words"),
    [
        (0, 0, 0, "There was nothing to export."),
        (1, 0, 0, "1 file written."),
        (3, 409, 0, "3 files written, 409 already there."),
        (
            0,
            2,
            1,
            "0 files written, 2 already there."
            " Left alone: 1 file of an earlier export that this one has no part of.",
        ),
    ],
)
def test_what_was_done_is_said_in_words(written: int, unchanged: int, left: int, words: str):
    assert Exported(NOTHING, 5, written, unchanged, left).words == words
