"""Searching: words, chips, filters from a list, and the way back."""

from integrate_tui import keeping
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.journal_list import Found
from integrate_tui.tui.widgets.chips import ChipLine
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, type_text
from tests.tui.journal import chips, help_line, hints, titles


async def test_search_narrows_with_every_key(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle")
    keeping.keep_page(workspace, "the kitten")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "k")
        assert len(titles(pilot)) == 2
        await type_text(pilot, "et")
        assert titles(pilot) == ["the kettle"]
        await press(pilot, "backspace", "backspace")
        assert len(titles(pilot)) == 2


async def test_escape_ends_the_search(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle")
    keeping.keep_page(workspace, "a stone")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "stone")
        assert titles(pilot) == ["a stone"]
        await press(pilot, "escape")
        assert len(titles(pilot)) == 2


async def test_a_tag_is_looked_for_with_its_sign(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    keeping.keep_page(workspace, "water in words only")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "#water")
        assert titles(pilot) == ["the kettle"]


async def test_find_from_another_place_leads_to_the_journal(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle")
    async with running(workspace, (80, 24), "5", "slash") as pilot:
        await type_text(pilot, "kettle")
        assert titles(pilot) == ["the kettle"]


async def test_while_searching_the_key_bar_says_how_to_end_it(
    workspace: Workspace, running: Running
):
    keeping.keep_page(workspace, "words")
    async with running(workspace, (80, 24), "slash", "w") as pilot:
        assert "End the search" in hints(pilot)
        assert "Find" not in hints(pilot)


async def test_understood_chips_are_labels_and_what_is_found_is_counted(
    workspace: Workspace, running: Running
):
    n = keeping.keep_page(workspace, "the kettle", tags=["water"]).n
    workspace.labels.set_starred(n, starred=True)
    keeping.keep_page(workspace, "the kitten", tags=["water"])
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "tag:water ")
        assert chips(pilot) == ["#water", "2 found"]
        await type_text(pilot, "is:starred ")
        assert chips(pilot) == ["#water", "starred", "1 found"]
        assert titles(pilot) == ["the kettle"]


async def test_a_chip_is_completed_by_tab_or_right(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    keeping.keep_page(workspace, "the kitten")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "tag:")
        assert help_line(pilot) == "tab  water"
        await type_text(pilot, "wa")
        await press(pilot, "right")
        assert shown(pilot, JournalPlace).search.value == "tag:water "
        assert titles(pilot) == ["the kettle"]
        await type_text(pilot, "stage:pr")
        await press(pilot, "tab")
        assert shown(pilot, JournalPlace).search.value == "tag:water stage:process "


async def test_a_chip_that_is_not_understood_is_told_with_its_mend(
    workspace: Workspace, running: Running
):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "tag:watr ")
        assert help_line(pilot) == "There is no tag 'watr'. Did you mean 'water'?"
        assert titles(pilot) == ["the kettle"]
        assert said(pilot) == []


async def test_escape_takes_one_thing_back_at_a_time(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water", "home"])
    keeping.keep_page(workspace, "a stone")
    async with running(workspace, (80, 24), "slash") as pilot:
        place = shown(pilot, JournalPlace)
        await type_text(pilot, "tag:water ket tag:home ")
        await press(pilot, "escape")
        assert place.search.value.split() == ["tag:water", "tag:home"]
        await press(pilot, "escape")
        assert place.search.value.split() == ["tag:water"]
        assert shown(pilot, JournalPlace).is_searching
        await press(pilot, "escape")
        assert not shown(pilot, JournalPlace).is_searching
        assert len(titles(pilot)) == 2


async def test_a_click_takes_a_chip_out(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water", "home"])
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "tag:water tag:home ")
        await pilot.click(ChipLine, offset=(3, 0))
        await settle(pilot)
        assert chips(pilot) == ["#home", "1 found"]


async def test_a_filter_is_chosen_without_typing(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    keeping.keep_page(workspace, "a stone")
    async with running(workspace, (80, 24), "2", "f", "enter", "enter") as pilot:
        assert titles(pilot) == ["the kettle"]
        assert chips(pilot) == ["#water", "1 found"]
        await press(pilot, "escape", "f", "end", "enter")
        assert titles(pilot) == []
        assert chips(pilot) == ["starred", ""]


async def test_a_filter_by_days_is_asked_for(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_page(workspace, "older")
    clock.advance(days=9)
    keeping.keep_page(workspace, "newer")
    async with running(workspace, (80, 24), "2", "f", *["down"] * 4, "enter") as pilot:
        await type_text(pilot, "yesterday")
        await press(pilot, "enter")
        assert titles(pilot) == ["newer"]


async def test_a_search_ends_where_it_was_begun(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for words in ("river", "stone", "tree"):
        keeping.keep_page(workspace, words)
        clock.advance(60)
    async with running(workspace, (80, 24), "2", "down", "slash") as pilot:
        await type_text(pilot, "tree")
        await press(pilot, "escape")
        place = shown(pilot, JournalPlace)
        assert place.rows.row is not None
        assert place.rows.row.brief.title == "stone"
        await press(pilot, "slash")
        await type_text(pilot, "river")
        await press(pilot, "down", "escape")
        assert place.rows.row.brief.title == "river"


async def test_many_hits_are_counted_a_moment_later(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for i in range(70):
        keeping.keep_note(workspace, f"river {i}")
    async with running(workspace, (80, 24), "slash", "r") as pilot:
        place = shown(pilot, JournalPlace)
        found = Found(workspace, place.bar.wanted)
        assert (found.count(), found.words) == (64, "64 or more found")
        found.finish()
        assert (found.count(), found.words) == (70, "70 found")
        place._count()
        assert place.rows.count == 70
        assert chips(pilot) == ["70 found"]


async def test_an_empty_search_says_one_kind_sentence(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "zebra")
        assert "Nothing like this here." in drawn(pilot)
        await press(pilot, "enter", "f", "escape")
        assert titles(pilot) == []
