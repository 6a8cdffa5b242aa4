"""The key bar: what it shows is what works, what matters most is the last to go."""

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.dom import DOMNode
from textual.pilot import Pilot

from integrate_tui.core.pieces import Guide
from integrate_tui.tui.screens.check_in import CheckInScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.key_bar import Hint, KeyBar
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app

APP, SCREEN = DOMNode(), DOMNode()
SUPPORT = Hint("!", "Support", "support", APP)
HELP = Hint("?", "Help", "help", APP)
WIDE = 500

words = st.text("abcdefgh ", min_size=1, max_size=14)


def hints_of(node: DOMNode, where: str) -> st.SearchStrategy[list[Hint]]:
    """Hints for actions of a screen, or of the app; a bar shows no action twice."""
    actions = words.map(lambda words: f"{where} {words}")
    return st.lists(
        st.builds(Hint, st.text("abc", min_size=1, max_size=4), words, actions, st.just(node)),
        max_size=7,
        unique_by=lambda hint: hint.action,
    )


def with_support(own: list[Hint], everywhere: list[Hint], place: int) -> tuple[Hint, ...]:
    """Return hints in the order of the bar, support somewhere among those of the app."""
    place = min(place, len(everywhere))
    return (*own, *everywhere[:place], SUPPORT, *everywhere[place:])


some = settings(max_examples=60)
every_bar = st.builds(
    with_support, hints_of(SCREEN, "here"), hints_of(APP, "anywhere"), st.integers(0, 7)
)


def fitting(hints: tuple[Hint, ...], width: int) -> list[Hint]:
    """Return what a bar with these hints shows in a width."""
    bar = SimpleNamespace(hints=hints, app=APP, _in_flow=False)
    return KeyBar.fitting(cast("KeyBar", bar), width)


def width_of(hints: list[Hint]) -> int:
    """Return the cells from the left edge to the end of the last word."""
    return 1 + len("  ".join(f"{hint.key} {hint.words}" for hint in hints)) if hints else 0


@some
@given(every_bar, st.integers(0, 160))
def test_no_bar_is_wider_than_there_is_room(hints: tuple[Hint, ...], width: int):
    assert width_of(fitting(hints, width)) <= width


@some
@given(every_bar)
def test_everything_is_shown_where_there_is_room(hints: tuple[Hint, ...]):
    assert fitting(hints, WIDE) == list(hints)


@some
@given(every_bar, st.integers(0, 160))
def test_what_is_shown_stays_in_its_order(hints: tuple[Hint, ...], width: int):
    left = iter(hints)
    assert all(any(hint is other for other in left) for hint in fitting(hints, width))


@some
@given(every_bar, st.integers(width_of([SUPPORT]) + 1, 160))
def test_support_is_the_last_to_go(hints: tuple[Hint, ...], width: int):
    assert any(hint is SUPPORT for hint in fitting(hints, width))


@some
@given(every_bar, st.integers(0, 160))
def test_the_keys_of_a_screen_go_from_the_last_on(hints: tuple[Hint, ...], width: int):
    own = [hint for hint in hints if hint.node is SCREEN]
    kept = [hint for hint in fitting(hints, width) if hint.node is SCREEN]
    assert kept == own[: len(kept)]


@some
@given(every_bar, st.integers(0, 160))
def test_the_way_to_all_keys_goes_when_few_of_the_screen_are_left(
    hints: tuple[Hint, ...], width: int
):
    kept = fitting((*hints, HELP), width)
    left = [hint for hint in kept if hint.node is SCREEN]
    assert HELP in kept or len(left) <= 4


@some
@given(every_bar, st.integers(0, 160))
def test_what_the_app_offers_everywhere_goes_before_the_keys_of_the_screen(
    hints: tuple[Hint, ...], width: int
):
    kept = fitting(hints, width)
    if any(hint.node is APP and hint is not SUPPORT for hint in kept):
        assert [hint for hint in kept if hint.node is SCREEN] == [
            hint for hint in hints if hint.node is SCREEN
        ]


async def test_every_place_shows_the_key_to_support(lived_in: Workspace, running: Running):
    async with running(lived_in, (60, 16)) as pilot:
        for key in "1234567":
            await press(pilot, key)
            assert "! Support" in drawn(pilot).splitlines()[-1], pilot.app.screen


async def test_every_trip_shows_a_key_to_support(lived_in: Workspace, running: Running):
    async with running(lived_in, (60, 20)) as pilot:
        app = the_app(pilot)
        (entry,) = lived_in.entries.newest(1)
        for go in (
            app.choose_guide,
            app.open_settings,
            app.open_trash,
            app.ground,
            lambda: app.open_thing(entry.n, entry.kind),
            app.check_in,
            app.action_note,
        ):
            go()
            await settle(pilot)
            assert len(app.screen_stack) == 2
            assert " Support" in drawn(pilot).splitlines()[-1], pilot.app.screen
            await press(pilot, "escape")


async def test_a_page_shows_its_own_keys_first_and_none_that_would_be_typed(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24)) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "evening"))
        await settle(pilot)
        hints = shown(pilot, WritingScreen).query_one(KeyBar).hints
        assert [hint.node is pilot.app for hint in hints] == sorted(
            hint.node is pilot.app for hint in hints
        )
        assert [hint.key for hint in hints if hint.node is pilot.app] == ["^g", "F2", "F1"]
        assert not any(len(hint.key) == 1 for hint in hints)


def the_keys(pilot: Pilot[int]) -> str:
    return drawn(pilot).splitlines()[-1].rstrip()


async def test_the_way_on_keeps_its_place_from_question_to_question(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24)) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "evening"))
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        bar = screen.query_one(KeyBar)
        while not screen.writing.is_last:
            assert the_keys(pilot).startswith(" ^n Next   ^b Back   "), screen.writing.prompt
            before = screen.writing.number
            await pilot.click(bar, offset=(3, 1))
            await settle(pilot)
            assert screen.writing.number == before + 1
        assert not any(reply.words or reply.number is not None for reply in screen.writing.replies)


async def test_the_way_back_leads_nowhere_from_the_first_question(
    workspace: Workspace, running: Running
):
    async with running(workspace, (80, 24)) as pilot:
        the_app(pilot).write_with(workspace.packs.get(Guide, "evening"))
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        await pilot.click(screen.query_one(KeyBar), offset=(14, 1))
        await settle(pilot)
        assert (pilot.app.screen, screen.writing.number) == (screen, 1)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_ways_on_out_and_to_help_are_shown_at_every_question(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size) as pilot:
        for id in ("evening", "body", "values"):
            the_app(pilot).write_with(workspace.packs.get(Guide, id))
            await settle(pilot)
            screen = shown(pilot, WritingScreen)
            while True:
                for words in ("^n Next", "esc Leave", "^g Ground", "F2 Support"):
                    assert words in the_keys(pilot), screen.writing.prompt
                if screen.writing.is_last:
                    break
                await press(pilot, "ctrl+n")
            await press(pilot, "escape")


async def test_the_way_back_stands_after_what_one_came_for(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c") as pilot:
        hints = shown(pilot, CheckInScreen).query_one(KeyBar).hints
        own = [hint.key for hint in hints if hint.node is pilot.app.screen]
        assert own.index("esc") == len(own) - 1


async def test_a_click_on_a_hint_presses_it(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        line = drawn(pilot).splitlines()[-1]
        await pilot.click(bar, offset=(line.index("Check in"), 1))
        await settle(pilot)
        shown(pilot, CheckInScreen)


async def test_a_click_between_hints_presses_none(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        line = drawn(pilot).splitlines()[-1]
        await pilot.click(bar, offset=(line.index("   ", 2) + 1, 1))
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
