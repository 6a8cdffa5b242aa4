"""Every screen there is, over a journal and packs whose every text is hostile: characters only.

What is looked at is what a terminal would be sent, to the byte. A screen that is added is held to
this too: one that no way leads to fails the last test.
"""

import pytest
from rich.cells import cell_len

from integrate_tui.core.thing import ThingKind
from integrate_tui.tui.filters import CharactersOnly
from tests.hostile.conftest import Watch
from tests.hostile.journal import SIGN
from tests.hostile.watching import SIZE, harm
from tests.hostile.ways import PAGES, WAYS
from tests.tui.conftest import settle
from tests.tui.test_rules import SCREENS

OWN_WORDS = frozenset(
    {
        "what fits now",
        "hidden",
        "help",
        "the first start",
        "the passphrase",
    }
)
"""Where no word of a person or of a pack is shown."""


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_but_characters_is_sent_and_every_line_fits(way: str, watch: Watch):
    screen, go = WAYS[way]
    async with watch() as at:
        await go(at)
        assert type(at.app.screen).__name__ == screen
        assert harm(at.sent) == []
        assert {cell_len(line) for line in at.drawn} == {SIZE[0]}
        assert (SIGN in "".join(at.drawn)) == (way not in OWN_WORDS)


@pytest.mark.parametrize("page", PAGES)
async def test_a_thing_of_any_kind_is_shown_as_characters(page: str, watch: Watch):
    async with watch() as at:
        for kind in ThingKind:
            await at.show(PAGES[page](at.telling(kind), kind))
            assert harm(at.sent) == [], kind
            assert {cell_len(line) for line in at.drawn} == {SIZE[0]}, kind
            assert SIGN in "".join(at.drawn), kind
            at.app.pop_screen()
            await settle(at.pilot)


async def test_without_the_last_look_it_would_be_sent(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(CharactersOnly, "apply", lambda _self, segments, _background: segments)
    async with watch() as at:
        await at.press("2")
        assert harm(at.sent) != []


def test_a_way_leads_to_every_screen():
    to = {screen for screen, _ in WAYS.values()} | {"ReaderScreen", "ThreadScreen"}
    to.add("Threshold")  # on which nothing is ever drawn
    assert {screen.__name__ for screen in SCREENS} - to == set()
