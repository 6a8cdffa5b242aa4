"""Journal: days, reading, trash, and what other windows write."""

from integrate_tui import keeping
from integrate_tui.core.thing import Brief
from integrate_tui.store.journal import Journal
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.look_back import LookBackPlace
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.trash import TrashScreen
from integrate_tui.tui.widgets.key_bar import KeyBar
from integrate_tui.workspace import Workspace, open_workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, erase, press, settle, shown, the_app, type_text
from tests.tui.journal import hints, titles


async def test_everything_stands_by_day_newest_first(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_page(workspace, "older")
    clock.advance(days=1)
    keeping.keep_note(workspace, "newer")
    async with running(workspace, (80, 24), "2") as pilot:
        assert titles(pilot) == ["newer", "older"]


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


async def test_the_trash_calls_things_what_the_shell_calls_them(
    workspace: Workspace, running: Running
):
    workspace.trash.put(keeping.keep_note(workspace, "a light").n, "Delete the note")
    async with running(workspace, (80, 24), "2", "T") as pilot:
        shown(pilot, TrashScreen)
        assert any(line.split()[:3] == ["note", "a", "light"] for line in drawn(pilot).splitlines())


async def test_the_trash_gives_back_and_is_emptied_only_after_a_question(
    workspace: Workspace, running: Running
):
    n = keeping.keep_page(workspace, "one").n
    keeping.keep_page(workspace, "two")
    async with running(workspace, (80, 24), "2", "x", "x", "T") as pilot:
        trash = shown(pilot, TrashScreen)
        assert trash.rows.count == 2
        await press(pilot, "X", "enter", "escape")
        assert trash.rows.count == 2
        marked = trash.rows.row
        assert marked is not None
        await press(pilot, *([] if marked.n == n else ["down"]), "r")
        assert workspace.entries.get(n).trashed is None
        await press(pilot, "X")
        await erase(pilot)
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


async def test_an_empty_journal_offers_nothing_to_open(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "2") as pilot:
        assert not {"Open", "Edit", "Delete"} & set(hints(pilot))
        await press(pilot, "c", "6", "ctrl+s")
        assert {"Open", "Delete"} <= set(hints(pilot))
        assert "Edit" not in hints(pilot)  # a check-in is kept as it came


async def test_a_day_of_look_back_leads_to_what_was_written_then(
    lived_in: Workspace, running: Running
):
    async with running(lived_in, (80, 24), "7", "d", "down", "down") as pilot:
        day = shown(pilot, LookBackPlace).lines.days.row
        await press(pilot, "enter")
        await press(pilot)
        hit = shown(pilot, JournalPlace).rows.row
        assert hit is not None
        assert hit.brief.moment.day == day


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


async def test_the_keys_that_matter_most_fit_eighty_columns(lived_in: Workspace, running: Running):
    async with running(lived_in, (80, 24), "2") as pilot:
        bar = pilot.app.screen.query_one(KeyBar)
        shown_there = [hint.words for hint in bar.fitting(80)]
        assert {"Open", "Edit", "Filter", "Month", "Support"} <= set(shown_there)
