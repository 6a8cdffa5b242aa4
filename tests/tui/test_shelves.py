"""Pause cards, the container, the talk list, the care page and themes."""

from datetime import date

import pytest
from textual.widgets import Input

from integrate_tui import gathering, shelving
from integrate_tui.core.coming_up import Way
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.person import Person, PersonRole
from integrate_tui.core.pieces import KeepAs
from integrate_tui.core.thing import ThingKind
from integrate_tui.triage import Answer, sort_out
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.form import Form
from integrate_tui.tui.screens.shelf_pages import AgendaScreen, OpenedScreen
from integrate_tui.tui.screens.shelves import CardsScreen, ContainerScreen, TalkScreen
from integrate_tui.tui.screens.themes import ThemeScreen, ThemesScreen
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.tui.conftest import Running, drawn, press, said, settle, shown, the_app, type_text

SMALL = (80, 24)


async def test_a_pause_card_from_its_first_day_to_its_decision(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_pause_cards()
        await settle(pilot)
        await press(pilot, "a")
        await type_text(pilot, "Leave the job")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert "until Sunday 6 December" in drawn(pilot)

        await press(pilot, "m", "ctrl+u")
        await type_text(pilot, "2027-01-05")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert "until Tuesday 5 January 2027" in drawn(pilot)

        await press(pilot, "d")
        await type_text(pilot, "stay for now")
        await press(pilot, "enter")
        await settle(pilot)
        (card,) = workspace.lines.all()
        assert (card.value.state, card.value.more) == (LineState.DONE, "stay for now")
        assert shown(pilot, CardsScreen).rows.count == 0

        await press(pilot, "f")
        assert "done" in drawn(pilot)
        await press(pilot, "u")
        assert workspace.lines.get(card.n).value.state is LineState.OPEN


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((60, 20), "therapist  until Sat 5 Dec"),
        ((80, 24), "therapist  until Sat 5 Dec"),
        ((120, 40), "with your therapist  until Saturday 5 December"),
    ],
)
async def test_with_whom_and_when_something_opens_stands_whole_at_the_end_of_its_line(
    workspace: Workspace, running: Running, size: tuple[int, int], said: str
):
    line = KeptLine(
        "What the dark water in the tunnel under the house said to me about the winter",
        KeepAs.CONTAINER,
        role="therapist",
        until=date(2026, 12, 5),
    )
    workspace.lines.add(line, workspace.moment())
    async with running(workspace, size) as pilot:
        the_app(pilot).action_container()
        await settle(pilot)
        (row,) = (each for each in drawn(pilot).splitlines() if "What the dark" in each)
        assert row.rstrip().endswith(f"  {said}")


async def test_what_is_parked_opens_after_one_question_and_shows_its_words(
    workspace: Workspace, running: Running
):
    n = workspace.fragments.add(Fragment("I fell and fell"), workspace.moment()).n
    sort_out(workspace, n, Way.CONTAINER, Answer(title="The fall", until=date(2027, 1, 5)))
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_container()
        await settle(pilot)
        shown(pilot, ContainerScreen)
        assert "The fall" in drawn(pilot) and "fell" not in drawn(pilot)

        await press(pilot, "enter")
        shown(pilot, Confirm)
        await press(pilot, "enter")
        shown(pilot, ContainerScreen)

        await press(pilot, "enter", "down", "enter")
        shown(pilot, OpenedScreen)
        assert "I fell and fell" in drawn(pilot)

        await press(pilot, "k", "l")
        await settle(pilot)
        shown(pilot, ContainerScreen)
        lines = {line.value.keep_as: line.value for line in workspace.lines.all()}
        assert lines["talk list"].line == "The fall"
        assert lines["container"].state is LineState.LET_GO


async def test_on_its_day_it_opens_without_a_question(workspace: Workspace, running: Running):
    shelving.shelve(workspace, KeptLine("The fall", "container", until=workspace.today))
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_container()
        await settle(pilot)
        assert "its day is today" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, OpenedScreen)


async def test_the_talk_list_is_ticked_off_and_makes_a_page(workspace: Workspace, running: Running):
    for line, role in (("The dream", "therapist"), ("A plan", "coach")):
        shelving.shelve(workspace, KeptLine(line, "talk list", role=role))
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_talk_list()
        await settle(pilot)
        await press(pilot, "p", "enter")
        shown(pilot, AgendaScreen)
        assert "1. The dream" in drawn(pilot) and "A plan" not in drawn(pilot)

        await press(pilot, "escape", "space")
        screen = shown(pilot, TalkScreen)
        assert [row.value.line for row in (screen.rows.row_at(0),) if row] == ["A plan"]


@pytest.mark.parametrize(
    ("size", "said"),
    [((60, 20), "next Thu 26 Nov"), ((80, 24), "next Thursday 26 November, in 4 days")],
)
async def test_a_name_on_the_care_page_is_seen_beside_the_day(
    workspace: Workspace, running: Running, size: tuple[int, int], said: str
):
    ana = Person("Ana Maria Ferreira", PersonRole.THERAPIST, next=date(2026, 11, 26))
    workspace.people.add(ana, workspace.moment())
    async with running(workspace, size) as pilot:
        the_app(pilot).action_care()
        await settle(pilot)
        (row,) = (line for line in drawn(pilot).splitlines() if "therapist" in line)
        assert "Ana Maria Ferreira " in row
        assert row.rstrip().endswith(f"  {said}")


async def test_a_person_is_added_and_the_page_says_what_it_is_not(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_care()
        await settle(pilot)
        assert drawn(pilot).count("not a person, and nobody reads it") == 1
        await press(pilot, "a")
        await type_text(pilot, "Ana")
        await press(pilot, "tab", "tab", "tab", "tab")
        await type_text(pilot, "2026-11-24")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (ana,) = workspace.people.all()
        assert (ana.value.role, ana.value.next) == (PersonRole.THERAPIST, date(2026, 11, 24))
        assert "next Tuesday 24 November" in drawn(pilot)


async def test_a_theme_is_begun_from_what_is_read(workspace: Workspace, running: Running):
    entry = workspace.entries.add(Entry(text="the lake"), workspace.moment()).n
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).open_thing(entry, ThingKind.ENTRY)
        await settle(pilot)
        await press(pilot, "m", "space", "enter")
        await settle(pilot)
        await type_text(pilot, "Water")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        (theme,) = workspace.themes.all()
        assert gathering.themes_of(workspace, entry) == [theme.n]


async def test_a_theme_shows_its_things_by_their_days_and_lets_go_of_one(
    workspace: Workspace, running: Running
):
    theme = gathering.new_theme(workspace, "Water").n
    for days, line in ((1, "It holds me"), (9, "It was honest")):
        n = workspace.insights.add(Insight(line), a_moment(days=days)).n
        gathering.gather(workspace, theme, n)
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_themes()
        await settle(pilot)
        shown(pilot, ThemesScreen)
        assert "2 things" in drawn(pilot)
        await press(pilot, "enter")
        shown(pilot, ThemeScreen)
        text = drawn(pilot)
        assert text.index("It was honest") < text.index("It holds me")
        await press(pilot, "o")
        assert [b.title for b in gathering.gathered(workspace, theme)] == ["It holds me"]
        assert workspace.insights.count() == 2


async def test_a_theme_that_is_to_have_the_name_of_another_keeps_its_own(
    workspace: Workspace, running: Running
):
    water, home = (gathering.new_theme(workspace, name).n for name in ("Water", "Home"))
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_themes()
        await settle(pilot)
        themes = shown(pilot, ThemesScreen).rows
        place = next(i for i in range(2) if (row := themes.row_at(i)) and row.thing.n == home)
        themes.move_to(place)
        await press(pilot, "e")
        shown(pilot, Form).query_one("#name", Input).value = "water"
        await press(pilot, "ctrl+n")
        assert any("There is a theme of that name." in words for words in said(pilot))
        assert shown(pilot, Form).query_one("#name", Input).value == "water"
        assert gathering.find_theme(workspace, "Water").n == water
        assert workspace.themes.get(home).value.name == "Home"
