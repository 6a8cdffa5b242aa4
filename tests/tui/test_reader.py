"""Reading: what stands at the head of a page, and what its keys put there."""

from datetime import timedelta

import pytest
from textual.widgets import Input

from integrate_tui import keeping
from integrate_tui.core.experience import Experience
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.search import Query
from integrate_tui.core.thing import Role, Stage, ThingKind
from integrate_tui.tui.screens.experience_page import ExperienceScreen
from integrate_tui.tui.screens.journal import JournalPlace
from integrate_tui.tui.screens.on_this_day import OnThisDayScreen
from integrate_tui.tui.screens.reader import ReaderScreen
from integrate_tui.tui.screens.thread import ThreadScreen
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.key_bar import KeyBar
from integrate_tui.workspace import Workspace
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app, type_text


def add_lived(workspace: Workspace, name: str, **back: float) -> int:
    moment = workspace.moment(workspace.now - timedelta(**back))
    return workspace.experiences.add(Experience(name=name), moment).n


async def test_the_head_says_what_was_put_on_a_page(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "The lake was cold.", tags=["water"]).n
    lived = add_lived(workspace, "Second session", days=5)
    workspace.links.set(n, lived, Role.ABOUT)
    workspace.labels.set_starred(n, starred=True)
    workspace.labels.set_stage(n, Stage.PROCESS)
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        page = drawn(pilot)
        assert "* starred   process   #water" in page
        assert "about Second session" in page
        assert "version" not in page


async def test_a_star_is_put_on_and_taken_off(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "words").n
    async with running(workspace, (80, 24), "2", "enter", "s") as pilot:
        assert workspace.labels.is_starred(n)
        assert "* starred" in drawn(pilot)
        await press(pilot, "asterisk")
        assert not workspace.labels.is_starred(n)
        await press(pilot, "u")
        assert workspace.labels.is_starred(n)
        assert "* starred" in drawn(pilot)


async def test_keys_that_come_quickly_show_one_page(workspace: Workspace, running: Running):
    n = keeping.keep_note(workspace, "a light").n
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        screen = shown(pilot, ReaderScreen)
        for _ in range(4):
            screen.come_back()
            screen.action_star()
            await pilot.press("s", "p", "enter", "s")
        await settle(pilot)
        assert len(shown(pilot, ReaderScreen).page.children) == 1
        assert workspace.labels.stage_of(n) is None


async def test_a_stage_is_chosen_and_taken_off(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "words").n
    async with running(workspace, (80, 24), "2", "enter", "p", "home", "down", "enter") as pilot:
        assert workspace.labels.stage_of(n) is Stage.PROCESS
        assert "process" in drawn(pilot)
        await press(pilot, "p", "end", "enter")
        assert workspace.labels.stage_of(n) is None


async def test_the_present_tags_are_there_to_be_changed(workspace: Workspace, running: Running):
    n = keeping.keep_page(workspace, "words", tags=["water", "night walk"]).n
    async with running(workspace, (80, 24), "2", "enter", "number_sign") as pilot:
        field = pilot.app.screen.query_one(Input)
        assert field.value == '"night walk" water '
        assert field.cursor_position == len(field.value)
        await type_text(pilot, "sleep")
        await press(pilot, "enter")
        assert workspace.tags.of(n) == ("night walk", "sleep", "water")
        assert "#sleep" in drawn(pilot)


async def test_tags_go_on_by_themselves(workspace: Workspace, running: Running, clock: FakeClock):
    keeping.keep_page(workspace, "other", tags=["waterfall"])
    clock.advance(60)
    n = keeping.keep_page(workspace, "words").n
    async with running(workspace, (80, 24), "2", "enter", "T") as pilot:
        await type_text(pilot, "wat")
        await press(pilot, "tab", "enter")
        assert workspace.tags.of(n) == ("waterfall",)
        await press(pilot, "T", "escape")
        assert workspace.tags.of(n) == ("waterfall",)


async def test_a_page_is_about_several_experiences_or_none(workspace: Workspace, running: Running):
    first = add_lived(workspace, "First", days=30)
    second = add_lived(workspace, "Second", days=5)
    n = keeping.keep_page(workspace, "words").n
    for each in workspace.links.targets(n, Role.ABOUT):
        workspace.links.set(n, each, Role.ABOUT, linked=False)
    async with running(workspace, (80, 24), "2", "enter", "l", "1", "2", "enter") as pilot:
        assert workspace.links.targets(n, Role.ABOUT) == [first, second]
        assert "about First, Second" in drawn(pilot)
        await press(pilot, "l", "1", "enter")
        assert workspace.links.targets(n, Role.ABOUT) == [first]
        await press(pilot, "l", "2", "escape")
        assert workspace.links.targets(n, Role.ABOUT) == [first]
        await press(pilot, "u")
        assert workspace.links.targets(n, Role.ABOUT) == [first, second]


async def test_a_thread_is_followed_in_both_directions(workspace: Workspace, running: Running):
    lived = add_lived(workspace, "The lake", days=5)
    n = keeping.keep_page(workspace, "words").n
    workspace.links.set(n, lived, Role.ABOUT)
    async with running(workspace, (80, 24), "2", "enter", "t", "up", "enter") as pilot:
        assert shown(pilot, ExperienceScreen).n == lived
        await press(pilot, "t", "down", "enter")
        screen = shown(pilot, ReaderScreen)
        assert (screen.n, screen.kind) == (n, ThingKind.ENTRY)
        await press(pilot, *["escape"] * 5)
        shown(pilot, JournalPlace)


async def test_a_page_that_hangs_on_nothing_says_so(workspace: Workspace, running: Running):
    keeping.keep_page(workspace, "words")
    async with running(workspace, (80, 24), "2", "enter", "t") as pilot:
        shown(pilot, ThreadScreen)
        assert "Nothing hangs together with this yet. l links it" in drawn(pilot)


async def test_brackets_turn_within_the_list_one_came_from(
    workspace: Workspace, running: Running, clock: FakeClock
):
    kept = []
    for words in ("river one", "stone", "river two"):
        kept.append(keeping.keep_page(workspace, words).n)
        clock.advance(60)
    async with running(workspace, (80, 24), "slash") as pilot:
        await type_text(pilot, "river")
        await press(pilot, "enter", "enter")
        screen = shown(pilot, ReaderScreen)
        assert screen.n == kept[2]
        await press(pilot, "left_square_bracket")
        assert screen.n == kept[0]
        await press(pilot, "left_square_bracket")
        assert screen.n == kept[0]
        await press(pilot, "escape")
        marked = shown(pilot, JournalPlace).rows.row
        assert marked is not None
        assert marked.brief.n == kept[0]


async def test_a_note_is_changed_as_a_page_and_keeps_what_it_was(
    workspace: Workspace, running: Running
):
    note = workspace.fragments.add(Fragment("a light", "image"), workspace.moment())
    async with running(workspace, (80, 24), "2", "enter", "e") as pilot:
        shown(pilot, WritingScreen)
        await type_text(pilot, ", warm")
        await press(pilot, "ctrl+n")
        assert workspace.fragments.get(note.n).value == Fragment("a light, warm", "image")
        assert len(workspace.journal.history(note.n)) == 2
        assert "a light, warm" in drawn(pilot)


async def test_the_draft_of_a_changed_note_is_taken_up_again(
    workspace: Workspace, running: Running
):
    note = keeping.keep_note(workspace, "a light")
    async with running(workspace, (80, 24), "2", "e") as pilot:
        await type_text(pilot, ", warm")
        await press(pilot, "escape")
        (draft,) = workspace.drafts.all()
        the_app(pilot).go_on_with(draft)
        await press(pilot, "ctrl+n")
        assert workspace.fragments.get(note.n).value.text == "a light, warm"
        assert workspace.drafts.all() == []


async def test_a_check_in_offers_no_change_of_its_words(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "c", "6", "ctrl+s", "2", "enter") as pilot:
        hints = [hint.words for hint in pilot.app.screen.query_one(KeyBar).hints]
        assert "Edit" not in hints
        assert {"Star", "Tags", "History", "Thread"} <= set(hints)


async def test_days_like_today_are_offered_quietly_and_read(
    workspace: Workspace, running: Running, clock: FakeClock
):
    n = keeping.keep_page(workspace, "a year ago").n
    clock.advance(days=365)
    keeping.keep_page(workspace, "now")
    async with running(workspace, (80, 24), "2") as pilot:
        place = shown(pilot, JournalPlace)
        assert place.offers("on_this_day")
        assert "On this day" in drawn(pilot)
        assert "a year ago" not in [hit.brief.title for hit in [place.rows.row] if hit]
        await press(pilot, "o", "enter")
        assert shown(pilot, ReaderScreen).n == n
        await press(pilot, "x")
        assert shown(pilot, OnThisDayScreen).rows.count == 0
        await press(pilot, "escape")
        assert not shown(pilot, JournalPlace).offers("on_this_day")


async def test_the_strip_of_days_like_today_is_opened_with_the_mouse(
    workspace: Workspace, running: Running, clock: FakeClock
):
    keeping.keep_page(workspace, "a month ago")
    clock.advance(days=30)
    async with running(workspace, (80, 24), "2") as pilot:
        await pilot.click("#on-this-day", offset=(10, 0))
        await press(pilot)
        shown(pilot, OnThisDayScreen)


@pytest.mark.parametrize("kind", ["insight", "goal", "experience"])
async def test_a_thing_of_any_kind_is_read(kind: str, lived_in: Workspace, running: Running):
    found = lived_in.journal.find(Query(kinds=(ThingKind(kind),)), 1)
    thing = found[0].brief
    async with running(lived_in) as pilot:
        the_app(pilot).open_thing(thing.n, thing.kind)
        await settle(pilot)
        assert thing.title.split()[0] in drawn(pilot)


async def test_what_is_about_no_experience_is_no_hindrance(workspace: Workspace, running: Running):
    other = workspace.fragments.add(Fragment("a light"), workspace.moment()).n
    n = keeping.keep_page(workspace, "The lake was cold.").n
    workspace.links.set(n, other, Role.ABOUT)
    async with running(workspace, (80, 24), "2", "enter") as pilot:
        page = drawn(pilot)
        assert "The lake was cold." in page
        assert "about a light" not in page
