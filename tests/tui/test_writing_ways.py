"""Writing: an outline, fragments, a quiet clock, one's own editor, and nothing at all."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from integrate_tui import editor, unfinished
from integrate_tui.core.answers import Lines, reply_with_words
from integrate_tui.core.entry import NOTHING_CAME, Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.pieces import Guide, KeepAs
from integrate_tui.core.thing import Role, ThingKind
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.outline import Outline
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.fields.texts import LinesField, TextField
from integrate_tui.workspace import Workspace
from tests.builders import a_guide, a_moment, a_prompt
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text
from tests.tui.test_writing import open_guide

# Questions at a glance


async def test_the_outline_goes_to_any_question(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "A kettle")
        await press(pilot, "f3")
        shown(pilot, Outline)
        await press(pilot, "down", "down", "down", "enter")
        assert screen.writing.number == 4
        assert screen.writing.replies[0].text == "A kettle"


async def test_the_outline_marks_where_one_is_and_what_was_answered(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "A kettle")
        await press(pilot, "ctrl+n", "f3")
        stops = screen.writing.outline
        assert [stop.is_answered for stop in stops[:2]] == [True, False]
        assert [stop.is_here for stop in stops[:2]] == [False, True]
        assert "\u25cf" in drawn(pilot)


async def test_leaving_the_outline_stays_at_the_question(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await press(pilot, "ctrl+n", "f3", "down", "escape")
        assert pilot.app.screen is screen
        assert screen.writing.number == 2


async def test_a_page_without_further_questions_has_no_outline(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await press(pilot, "f3")
        assert pilot.app.screen is screen


# Lines


async def test_more_lines_than_were_asked_for_are_kept_as_they_are_and_that_is_said(
    workspace: Workspace, running: Running
):
    lines = a_prompt("What helped?", Lines(2), keep_as=KeepAs.INSIGHT)
    async with running(workspace) as pilot:
        the_app(pilot).write_with(a_guide(lines, a_prompt("And?")))
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        await type_text(pilot, "one\ntwo")
        assert "More than" not in drawn(pilot)
        await type_text(pilot, "\nthree")
        assert "More than 2; all of them are kept." in drawn(pilot)
        kept = screen.writing.kept_answers()
        assert [answer.line for answer in kept] == ["one", "two", "three"]


# Fragments


async def test_a_page_becomes_fragments_and_a_page_again(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "blue\na hum")
        await press(pilot, "f4")
        assert isinstance(screen._field, LinesField)
        assert screen.writing.reply.words == ("blue", "a hum")
        await press(pilot, "f4")
        assert isinstance(screen._field, TextField)
        assert screen.writing.reply.text == "blue\na hum"


async def test_fragments_are_kept_one_by_one_with_their_entry(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await press(pilot, "f4")
        await type_text(pilot, "blue\na hum")
        await press(pilot, "ctrl+n")
        shown(pilot, ClosingScreen)
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        kept = workspace.fragments.all()
        assert sorted(fragment.value.text for fragment in kept) == ["a hum", "blue"]
        assert workspace.links.targets(kept[0].n, Role.CAME_FROM) == [entry.n]
        assert entry.value.answers[0].reply.words == ("blue", "a hum")


async def test_a_free_page_begins_in_fragments_after_ketamine(
    workspace: Workspace, running: Running
):
    workspace.experiences.add(Experience("One", "ketamine", timed=True), a_moment(hours=5))
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        assert screen.writing.is_in_fragments


@pytest.mark.parametrize(("capture", "sort"), [("page", "ketamine"), ("by experience", "other")])
async def test_a_free_page_is_a_page_otherwise(
    workspace: Workspace, running: Running, capture: str, sort: str
):
    workspace.settings.set("capture", capture)
    workspace.experiences.add(Experience("One", sort, timed=True), a_moment(hours=5))
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        assert not screen.writing.is_in_fragments


async def test_fragments_are_left_and_taken_up_as_fragments(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await press(pilot, "f4")
        await type_text(pilot, "blue")
        await press(pilot, "escape", "w", "enter")
        screen = shown(pilot, WritingScreen)
        assert screen.writing.is_in_fragments
        assert screen.writing.reply.words == ("blue",)


# A quiet clock


async def begin_time(pilot, clock: FakeClock, minutes: int, screen: WritingScreen) -> None:
    await press(pilot, "f9")
    shown(pilot, Choose)
    await press(pilot, *["down"] * (minutes // 5 - 1), "enter")


async def wait_and_look(pilot, clock: FakeClock, screen: WritingScreen, **time: float) -> None:
    clock.advance(**time)
    screen._look_at_clock()
    await settle(pilot)


async def test_a_time_is_shown_by_the_minute_and_only_said_when_it_is_up(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await begin_time(pilot, clock, 5, screen)
        await type_text(pilot, "words")
        assert "5 minutes left" in drawn(pilot)
        await wait_and_look(pilot, clock, screen, seconds=61)
        assert "4 minutes left" in drawn(pilot)
        await wait_and_look(pilot, clock, screen, minutes=3, seconds=30)
        assert "a minute or so left" in drawn(pilot)
        await wait_and_look(pilot, clock, screen, minutes=1)
        assert "that was the time" in drawn(pilot)
        assert "That was the time. Write on, or stop wherever you are." in drawn(pilot)
        await type_text(pilot, " still")
        assert screen.writing.reply.text == "words still"


async def test_the_time_begins_with_the_first_letter(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await begin_time(pilot, clock, 5, screen)
        await wait_and_look(pilot, clock, screen, minutes=20)
        assert "5 minutes, from the first letter" in drawn(pilot)
        await type_text(pilot, "a")
        await wait_and_look(pilot, clock, screen, minutes=2)
        assert "3 minutes left" in drawn(pilot)


async def test_the_time_waits_after_one_was_elsewhere_until_the_next_letter(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await begin_time(pilot, clock, 5, screen)
        await type_text(pilot, "a")
        await wait_and_look(pilot, clock, screen, minutes=1)
        await press(pilot, "ctrl+n")
        clock.advance(minutes=20)
        await press(pilot, "ctrl+b")
        await wait_and_look(pilot, clock, screen, minutes=20)
        assert "4 minutes left" in drawn(pilot)
        await press(pilot, "f2", "escape")
        await wait_and_look(pilot, clock, screen, minutes=20)
        assert "4 minutes left" in drawn(pilot)
        await type_text(pilot, "b")
        await wait_and_look(pilot, clock, screen, minutes=1)
        assert "3 minutes left" in drawn(pilot)


async def test_the_time_stands_still_while_something_else_is_shown(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await begin_time(pilot, clock, 5, screen)
        await type_text(pilot, "a")
        await press(pilot, "f2")
        clock.advance(minutes=20)
        await press(pilot, "escape")
        screen._look_at_clock()
        assert screen.writing.box is not None
        assert screen.writing.box.left > 290


async def test_the_time_that_went_by_is_remembered_when_one_leaves(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await begin_time(pilot, clock, 10, screen)
        await type_text(pilot, "words")
        clock.advance(minutes=3)
        await press(pilot, "escape", "w", "enter")
        again = shown(pilot, WritingScreen)
        assert again.writing.box is not None
        assert round(again.writing.box.left) == 420


async def test_the_clock_can_be_taken_away_again(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await begin_time(pilot, clock, 5, screen)
        await press(pilot, "f9", "down", "down", "down", "down", "enter")
        assert screen.writing.box is None
        assert "left" not in drawn(pilot).split("\n")[0]


# One's own editor


def an_editor(folder: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set an editor that does something to the file it is given."""
    script = folder / "editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{code}\n")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a terminal that can be lent; a test has none."""
    from contextlib import nullcontext

    monkeypatch.setattr(App, "suspend", lambda self: nullcontext())


@pytest.mark.usefixtures("lent")
async def test_what_the_editor_wrote_is_the_answer(
    workspace: Workspace, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    an_editor(tmp_path, "path.write_text(path.read_text() + 'and more')", monkeypatch)
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "f5")
        shown(pilot, Confirm)
        await press(pilot, "down", "enter")
        assert screen.writing.reply.text == "words\nand more"
        await press(pilot, "escape")
        (draft,) = workspace.drafts.all()
        assert "and more" in draft.data


@pytest.mark.usefixtures("lent")
async def test_it_is_said_what_the_editor_may_keep_only_once(
    workspace: Workspace, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    an_editor(tmp_path, "path.write_text('x')", monkeypatch)
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "f5")
        assert Path(sys.executable).name in drawn(pilot)
        await press(pilot, "down", "enter", "f5")
        assert pilot.app.screen is screen


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize(
    "code", ["path.write_text('half'); sys.exit(3)", "path.write_text('')", "path.unlink()"]
)
async def test_the_words_stay_where_the_editor_fails(
    workspace: Workspace,
    running: Running,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
):
    an_editor(tmp_path, code, monkeypatch)
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "f5", "down", "enter")
        assert screen.writing.reply.text == "words"
        assert "as they were" in " ".join(said(pilot))


@pytest.mark.usefixtures("lent")
async def test_what_was_saved_is_the_answer_though_the_editor_was_killed(
    workspace: Workspace, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    code = "import os; path.write_bytes(b'an hour \\xe9crit'); os.kill(os.getpid(), 9)"
    an_editor(tmp_path, code, monkeypatch)
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "f5", "down", "enter")
        assert screen.writing.reply.text == "an hour \xe9crit"
        assert "What it had saved is here." in " ".join(said(pilot))


@pytest.mark.usefixtures("lent")
async def test_what_the_program_is_handed_before_it_ends_is_a_draft(
    workspace: Workspace, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def ended(text: str, *, keep: Callable[[str], object], **_options: object) -> str:
        keep("an hour of writing")
        return text

    an_editor(tmp_path, "", monkeypatch)
    monkeypatch.setattr(editor, "edit_text", ended)
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await press(pilot, "f5", "down", "enter")
        (draft,) = workspace.drafts.all()
        assert unfinished.take_up(workspace, draft).writing.reply.text == "an hour of writing"


async def test_a_page_that_a_killed_program_left_is_a_draft_at_the_next_start(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    pages = iter(["an hour of writing"])
    monkeypatch.setattr(editor, "take_back", lambda keep: [keep(page) for page in pages])
    async with running(workspace) as pilot:
        the_app(pilot).find_pages()
        await settle(pilot)
        (draft,) = workspace.drafts.all()
        assert unfinished.take_up(workspace, draft).writing.reply.text == "an hour of writing"
        assert "It is a draft now." in " ".join(said(pilot))
        assert "a note" in drawn(pilot)
        the_app(pilot).find_pages()
        assert len(workspace.drafts.all()) == 1


async def test_a_terminal_that_cannot_be_lent_is_no_fault(
    workspace: Workspace, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    an_editor(tmp_path, "path.write_text('x')", monkeypatch)
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "f5", "down", "enter")
        assert screen.writing.reply.text == "words"
        assert "cannot be lent" in " ".join(said(pilot))


# Nothing came


async def test_nothing_came_is_an_entry_if_it_is_to_be(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await press(pilot, "ctrl+n")
        shown(pilot, Confirm)
        await press(pilot, "down", "enter")
        (entry,) = workspace.entries.newest(5)
        assert (entry.value.text, entry.value.guide) == (NOTHING_CAME, "free-page")


async def test_nothing_came_leaves_no_trace_unless_it_is_kept(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await press(pilot, "ctrl+n", "enter")
        assert workspace.entries.newest(5) == []
        assert workspace.drafts.all() == []


async def test_an_empty_note_asks_nothing(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await press(pilot, "n", "ctrl+n")
        assert not isinstance(pilot.app.screen, Confirm | WritingScreen)


# What is kept at the end


async def to_the_kept_lines(pilot: Pilot[int], workspace: Workspace) -> ClosingScreen:
    """Write a line that is marked to be kept, and go to it at the end."""
    await open_guide(pilot, workspace)
    await press(pilot, "ctrl+n", "ctrl+n")
    await type_text(pilot, "I can rest")
    while not isinstance(pilot.app.screen, ClosingScreen):
        await press(pilot, "ctrl+n")
    screen = shown(pilot, ClosingScreen)
    screen.query_one("#kept").focus()
    await settle(pilot)
    return screen


async def test_digits_choose_what_it_is_about_until_one_goes_on(
    workspace: Workspace, running: Running
):
    workspace.experiences.add(Experience("First lake"), a_moment(days=20))
    second = workspace.experiences.add(Experience("Second lake"), a_moment(days=10)).n
    async with running(workspace) as pilot:
        screen = await to_the_kept_lines(pilot, workspace)
        screen.query_one("#about").focus()
        await press(pilot, "2", "1")
        assert screen.take().experience == second
        assert len(screen.take().keep) == 1
        await press(pilot, "2", "1", "enter")
        assert screen.focused is screen.query_one("#kept")
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        assert workspace.links.targets(entry.n, Role.ABOUT) == [second]


async def test_a_line_is_kept_in_other_words_than_the_page(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await to_the_kept_lines(pilot, workspace)
        await press(pilot, "e")
        await type_text(pilot, " now")
        await press(pilot, "enter")
        assert "insight: I can rest now" in drawn(pilot)
        await press(pilot, "ctrl+n")
        (insight,) = workspace.insights.all()
        (entry,) = workspace.entries.newest(5)
        assert insight.value.line == "I can rest now"
        assert entry.value.answers[0].reply.text == "I can rest"


async def test_a_line_is_kept_as_something_else(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await to_the_kept_lines(pilot, workspace)
        await press(pilot, "a")
        marked = list(KeepAs).index(KeepAs.STEP) - list(KeepAs).index(KeepAs.INSIGHT)
        await press(pilot, *["down"] * marked, "enter", "ctrl+n")
        assert workspace.insights.count() == 0
        assert [step.value.title for step in workspace.steps.all()] == ["I can rest"]


async def test_what_was_reworded_is_there_again_after_going_back(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await to_the_kept_lines(pilot, workspace)
        await press(pilot, "e")
        await type_text(pilot, " now")
        await press(pilot, "enter", "escape", "ctrl+n", "ctrl+n")
        (insight,) = workspace.insights.all()
        assert insight.value.line == "I can rest now"


async def test_the_keys_for_a_line_are_letters_in_the_title(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await to_the_kept_lines(pilot, workspace)
        screen.title_field.focus()
        await type_text(pilot, "ea")
        assert screen.title_field.value == "ea"


# Marks


async def test_a_mark_is_about_its_own_experience(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    first = workspace.experiences.add(Experience("One", "ketamine", True), a_moment(hours=50)).n
    workspace.experiences.add(Experience("Two", "ketamine", True), a_moment(hours=3))
    marked = workspace.packs.get(Guide, "ketamine-two-days-on")
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, marked.id)
        await press(pilot, "5")
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        assert workspace.links.targets(entry.n, Role.ABOUT) == [first]


# Nothing said at the end is lost


async def test_a_page_turned_into_fragments_and_back_is_the_page_it_was(
    workspace: Workspace, running: Running
):
    page = "a\n    poem\n\nb\n\n\n- c"
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        pilot.app.post_message(events.Paste(page))
        await settle(pilot)
        await press(pilot, "f4", "f4")
        assert screen.writing.reply.text == page


async def test_a_page_whose_fragments_were_changed_is_made_of_them(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "free-page")
        pilot.app.post_message(events.Paste("a\n\nb"))
        await settle(pilot)
        await press(pilot, "f4")
        await type_text(pilot, "!")
        await press(pilot, "f4")
        assert screen.writing.reply.text == "a\nb!"


async def test_a_line_marked_after_coming_back_is_kept_unless_it_is_unticked(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await to_the_kept_lines(pilot, workspace)
        await press(pilot, "escape")
        writing = shown(pilot, WritingScreen)
        writing.writing = writing.writing.go_to(2).answer(reply_with_words(("One", "Two")))
        await writing.ask()
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        assert pilot.app.screen is not screen
        await press(pilot, "ctrl+n")
        assert sorted(thing.value.line for thing in workspace.insights.all()) == ["One", "Two"]


async def test_a_line_that_was_unticked_stays_so_after_going_back(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await to_the_kept_lines(pilot, workspace)
        await press(pilot, "space", "escape", "ctrl+n", "ctrl+n")
        assert workspace.insights.count() == 0
        assert workspace.entries.count() == 1


async def test_what_is_said_at_the_end_is_in_the_draft_when_the_program_is_left(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await to_the_kept_lines(pilot, workspace)
        await press(pilot, "space")
        screen.title_field.focus()
        await type_text(pilot, "Thursday")
        await press(pilot, "ctrl+q")
    async with running(workspace) as pilot:
        await press(pilot, "w", "enter")
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        assert shown(pilot, ClosingScreen).title_field.value == "Thursday"
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        assert entry.value.title == "Thursday"
        assert workspace.insights.count() == 0


async def test_an_entry_does_not_come_back_as_a_draft_while_a_way_to_land_is_offered(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "difficult-experience")
        await press(pilot, "2")
        screen.writing = screen.writing.boxed(600)
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+n")
        shown(pilot, Choose)
        clock.advance(minutes=1)
        await press(pilot, "ctrl+q")
        assert workspace.entries.count() == 1
        assert workspace.drafts.all() == []


async def test_a_change_of_what_was_erased_elsewhere_is_kept_as_something_new(
    workspace: Workspace, running: Running
):
    n = workspace.entries.add(Entry(text="old"), workspace.moment()).n
    async with running(workspace) as pilot:
        the_app(pilot).edit_thing(n, ThingKind.ENTRY)
        await settle(pilot)
        await type_text(pilot, " and new")
        workspace.trash.put(n, "Delete")
        workspace.trash.empty([n])
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        assert entry.value.text == "old and new"
        assert entry.n != n


async def test_leaving_a_change_of_what_was_erased_elsewhere_keeps_its_draft(
    workspace: Workspace, running: Running
):
    n = workspace.entries.add(Entry(text="old"), workspace.moment()).n
    async with running(workspace) as pilot:
        the_app(pilot).edit_thing(n, ThingKind.ENTRY)
        await settle(pilot)
        await type_text(pilot, " and new")
        workspace.trash.put(n, "Delete")
        workspace.trash.empty([n])
        await press(pilot, "escape")
        (draft,) = workspace.drafts.all()
        assert "old and new" in draft.data
