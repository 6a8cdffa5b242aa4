"""Journal: days, search, reading, tags, trash."""

from textual.pilot import Pilot

from integrate_tui import keeping
from integrate_tui.core.thing import Brief
from integrate_tui.store.journal import Journal
from integrate_tui.tui.modals.month import MonthSheet
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.journal_list import Found, JournalDays
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.tags import TagsScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.trash import TrashScreen
from integrate_tui.tui.widgets.calendar import Calendar
from integrate_tui.tui.widgets.chips import ChipLine
from integrate_tui.tui.widgets.key_bar import KeyBar
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text


def titles(pilot) -> list[str]:
    rows = shown(pilot, JournalPlace).rows
    hits = [rows.row_at(index) for index in range(rows.count)]
    return [hit.brief.title for hit in hits if hit is not None]


async def test_everything_stands_by_day_newest_first(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_page(workspace, "older")
    clock.advance(days=1)
    keeping.keep_note(workspace, "newer")
    async with running(workspace, (80, 24), "2") as pilot:
        assert titles(pilot) == ["newer", "older"]


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


async def test_reading_draws_markdown_and_leaves_html_alone(workspace: Workspace, running: Running):
    keeping.keep_page(
        workspace, "# A heading\n\n<script>x</script> **bold** [/] [@click=app.quit]y[/]"
    )
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        shown(pilot, ReaderScreen)
        texts = [str(block.render()) for block in pilot.app.screen.query("MarkdownParagraph")]
        assert texts == ["<script>x</script> bold [/] [@click=app.quit]y[/]"]


async def test_reading_turns_to_the_thing_before_and_after(
    workspace: Workspace, running: Running, clock: FakeClock
):
    first = keeping.keep_page(workspace, "older").n
    clock.advance(60)
    second = keeping.keep_page(workspace, "newer").n
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        screen = shown(pilot, ReaderScreen)
        assert screen.n == second
        await press(pilot, "left_square_bracket")
        assert screen.n == first
        await press(pilot, "left_square_bracket", "right_square_bracket")
        assert screen.n == second


async def test_deleting_puts_it_in_the_trash_and_undo_has_it_back(
    workspace: Workspace, running: Running
):
    keeping.keep_page(workspace, "words")
    async with running(workspace, (80, 24), "2", "x") as pilot:
        assert titles(pilot) == []
        await press(pilot, "u")
        assert titles(pilot) == ["words"]


async def test_the_trash_gives_back_and_is_emptied_only_after_a_question(
    workspace: Workspace, running: Running
):
    n = keeping.keep_page(workspace, "one").n
    keeping.keep_page(workspace, "two")
    async with running(workspace, (80, 24), "2", "x", "x", "T") as pilot:
        trash = shown(pilot, TrashScreen)
        assert trash.rows.count == 2
        await press(pilot, "X", "enter")
        assert trash.rows.count == 2
        marked = trash.rows.row
        assert marked is not None
        await press(pilot, *([] if marked.n == n else ["down"]), "r")
        assert workspace.entries.get(n).trashed is None
        await press(pilot, "X", "2")
        assert workspace.trash.contents() == []


async def test_tags_are_changed_while_reading(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "words", tags=["water"]).n
    async with running(workspace, (80, 24), "2", "enter", "T") as pilot:
        await type_text(pilot, " sleep")
        await press(pilot, "enter")
        assert workspace.tags.of(n) == ("sleep", "water")


async def test_a_damaged_page_says_so(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "words").n
    with workspace.write():
        workspace._db.execute("UPDATE revisions SET text = 'w0rds' WHERE thing = ?", (n,))
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        assert "damaged" in drawn(pilot)


async def test_q_in_the_reader_goes_back_and_does_not_leave(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "words")
    async with running(workspace, (80, 24), "2", "enter", "q") as pilot:
        shown(pilot, JournalPlace)


async def test_a_click_marks_a_row_and_another_opens_it(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_page(workspace, "one")
    clock.advance(60)
    keeping.keep_page(workspace, "two")
    async with running(workspace, (80, 24), "2") as pilot:
        await pilot.click("#rows", offset=(30, 1))
        assert shown(pilot, JournalPlace).rows.cursor == 1
        await pilot.click("#rows", offset=(30, 1))
        await press(pilot)
        await pilot.pause()
        shown(pilot, ReaderScreen)


async def test_a_hundred_thousand_rows_ask_for_a_window(
    lived_in: Workspace, running: Running, monkeypatch
):
    asked: list[int] = []
    page = Journal.page

    def counted(self: Journal, limit: int, offset: int = 0) -> list[Brief]:
        asked.append(limit)
        return page(self, limit, offset)

    monkeypatch.setattr(Journal, "page", counted)
    async with running(lived_in, (80, 24), "2", "end", "home") as pilot:
        assert shown(pilot, JournalPlace).rows.count > 60
        assert max(asked) == 64
        assert len(asked) <= 6


async def test_the_mouse_goes_to_a_place(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await pilot.click("PlaceStrip", offset=(24, 0))
        await press(pilot)
        await pilot.pause()
        shown(pilot, JournalPlace)
        await pilot.click("PlaceStrip", offset=(15, 0))
        await pilot.pause()
        shown(pilot, TodayPlace)


def hints(pilot: Pilot[int]) -> list[str]:
    return [hint.words for hint in pilot.app.screen.query_one(KeyBar).hints]


async def test_an_empty_journal_offers_nothing_to_open(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "2") as pilot:
        assert not {"Open", "Edit", "Delete"} & set(hints(pilot))
        await press(pilot, "c", "6", "ctrl+n")
        assert {"Open", "Delete"} <= set(hints(pilot))
        assert "Edit" not in hints(pilot)  # a check-in is kept as it came


async def test_while_searching_the_key_bar_says_how_to_end_it(
    workspace: Workspace, running: Running
):
    keeping.keep_page(workspace, "words")
    async with running(workspace, (80, 24), "slash", "w") as pilot:
        assert "End the search" in hints(pilot)
        assert "Find" not in hints(pilot)


async def test_a_day_of_look_back_leads_to_what_was_written_then(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (80, 24), "7", "down", "down") as pilot:
        day = shown(pilot, LookBackPlace).rows.row
        await press(pilot, "enter")
        await press(pilot)
        hit = shown(pilot, JournalPlace).rows.row
        assert hit is not None
        assert hit.brief.moment.day == day


async def test_the_list_moves_the_calendar_and_a_day_is_gone_to(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (120, 40), "2", "end") as pilot:
        place = shown(pilot, JournalPlace)
        first = place.rows.row
        assert first is not None
        assert place.calendar.day == first.brief.moment.day
        await press(pilot, "home", "m")
        assert place.calendar.has_focus
        await press(pilot, "left_square_bracket", "left_square_bracket", "enter")
        assert place.rows.has_focus
        marked = place.rows.row
        assert marked is not None
        assert marked.brief.moment.day == place.calendar.day
        above = place.rows.row_at(place.rows.cursor - 1)
        assert above is not None
        assert above.brief.moment.day > marked.brief.moment.day


async def test_the_calendar_is_left_as_it_was_come_to(lived_in: Workspace, running: Running):
    async with running(lived_in, (120, 40), "2", "m") as pilot:
        place = shown(pilot, JournalPlace)
        await press(pilot, "escape")
        assert place.rows.has_focus
        await press(pilot, "m", "m")
        assert place.rows.has_focus


async def test_where_there_is_no_room_the_calendar_is_a_sheet(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (80, 24), "2", "m") as pilot:
        sheet = shown(pilot, MonthSheet)
        day = sheet.query_one(Calendar).day
        await press(pilot, "left_square_bracket", "enter")
        marked = shown(pilot, JournalPlace).rows.row
        assert marked is not None
        assert marked.brief.moment.day < day
        await press(pilot, "m", "escape")
        assert shown(pilot, JournalPlace).rows.row == marked


async def test_a_click_on_a_day_goes_there(lived_in: Workspace, running: Running):
    async with running(lived_in, (120, 40), "2") as pilot:
        place = shown(pilot, JournalPlace)
        day = JournalDays(lived_in).beside(place.calendar.day, -1)
        assert day is not None
        cells = ((x, y) for y in range(8) for x in range(2, 36, 5))
        offset = next(each for each in cells if place.calendar.day_at(*each) == day)
        await pilot.click(Calendar, offset=offset)
        await settle(pilot)
        assert place.rows.row is not None
        assert place.rows.row.brief.moment.day == day


async def test_a_day_is_gone_to_within_a_search(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for i in range(6):
        keeping.keep_page(workspace, f"river {i}" if i % 2 == 0 else f"stone {i}")
        clock.advance(days=1)
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "river")
        place = shown(pilot, JournalPlace)
        place.show_day(workspace.today.replace(day=workspace.today.day - 3))
        await settle(pilot)
        assert titles(pilot) == ["river 4", "river 2", "river 0"]
        assert place.rows.row is not None
        assert place.rows.row.brief.title == "river 2"


async def test_the_days_beside_one_are_those_that_have_something(
    workspace: Workspace, clock: FakeClock
):
    days = []
    for gap in (1, 9, 40):
        keeping.keep_note(workspace, "a light")
        days.append(workspace.today)
        clock.advance(days=gap)
    known = JournalDays(workspace)
    assert known.beside(days[1], -1) == days[0]
    assert known.beside(days[1], 1) == days[2]
    assert known.beside(days[0], -1) is None
    assert known.beside(days[2], 1) is None
    assert known.beside(workspace.today, -1) == days[2]


def chips(pilot: Pilot[int]) -> list[str]:
    line = pilot.app.screen.query_one(ChipLine).render_line(0).text
    return [each.strip() for each in line.split("\u00d7")]


def help_line(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one(ChipLine).render_line(1).text.strip()


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
        assert place.is_searching
        await press(pilot, "escape")
        assert not place.is_searching
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


async def test_all_tags_are_shown_and_filtered_by(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    keeping.keep_page(workspace, "a stone", tags=["garden", "water"])
    async with running(workspace, (80, 24), "2", "number_sign") as pilot:
        rows = shown(pilot, TagsScreen).rows
        assert [rows.row_at(i) for i in range(rows.count)] == [("water", 2), ("garden", 1)]
        await press(pilot, "down", "enter")
        assert titles(pilot) == ["a stone"]


async def test_renaming_a_tag_into_another_says_so_first(workspace: Workspace, running: Running):
    first = keeping.keep_page(workspace, "the kettle", tags=["water"]).n
    second = keeping.keep_page(workspace, "a stone", tags=["sea"]).n
    async with running(workspace, (80, 24), "2", "number_sign", "r") as pilot:
        await press(pilot, *["backspace"] * 3)
        await type_text(pilot, "water")
        await press(pilot, "enter")
        assert "is a tag already" in drawn(pilot)
        await press(pilot, "2")
        assert workspace.tags.in_use() == {"water": 2}
        await press(pilot, "u")
        assert workspace.tags.of(first) == ("water",)
        assert workspace.tags.of(second) == ("sea",)
        assert shown(pilot, TagsScreen).rows.count == 2


async def test_a_tag_is_dropped_after_a_question(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "the kettle", tags=["water"]).n
    async with running(workspace, (80, 24), "2", "number_sign", "x", "enter") as pilot:
        assert workspace.tags.of(n) == ("water",)
        await press(pilot, "x", "2")
        assert workspace.tags.of(n) == ()
        assert shown(pilot, TagsScreen).rows.count == 0
        assert workspace.entries.get(n).value.text == "the kettle"


async def test_what_is_taken_out_of_the_trash_is_marked(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for words in ("one", "two", "three"):
        keeping.keep_page(workspace, words)
        clock.advance(60)
    async with running(workspace, (80, 24), "2", "down", "down", "x", "T", "enter") as pilot:
        await press(pilot, "escape")
        place = shown(pilot, JournalPlace)
        assert place.rows.row is not None
        assert place.rows.row.brief.title == "one"


async def test_what_another_window_writes_comes_in_under_the_same_mark(
    workspace: Workspace, running: Running, clock: FakeClock
):
    for i in range(40):
        keeping.keep_note(workspace, f"note {i}")
        clock.advance(60)
    async with running(workspace, (80, 24), "2", *["down"] * 25) as pilot:
        place = shown(pilot, JournalPlace)
        marked = place.rows.row
        row = place.rows.cursor - place.rows.scroll_offset.y
        other = open_workspace(workspace.paths, clock)
        for i in range(100):
            keeping.keep_note(other, f"other {i}")
        other.close()
        the_app(pilot)._look_elsewhere()
        await settle(pilot)
        assert place.rows.count == 140
        assert place.rows.row == marked
        assert place.rows.cursor - place.rows.scroll_offset.y == row


async def test_nothing_is_lost_where_there_is_no_room(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle", tags=["water"])
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "tag:water ket")
        await pilot.resize_terminal(20, 5)
        await settle(pilot)
        assert "more room" in " ".join(drawn(pilot).split())
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert shown(pilot, JournalPlace).search.value == "tag:water ket"
        assert titles(pilot) == ["the kettle"]
        assert shown(pilot, JournalPlace).calendar.is_on_screen


async def test_an_empty_search_says_one_kind_sentence(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "the kettle")
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "zebra")
        assert "Nothing like this here." in drawn(pilot)
        await press(pilot, "enter", "f", "escape")
        assert titles(pilot) == []


async def test_the_keys_that_matter_most_fit_eighty_columns(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "2") as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        shown_there = [hint.words for hint in bar.fitting(80)]
        assert {"Open", "Edit", "Filter", "Month", "Support"} <= set(shown_there)
