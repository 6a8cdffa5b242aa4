"""Pause cards, the container, the talk list, the care page and themes."""

from datetime import date

from integrate_tui import gathering, shelving
from integrate_tui.core.coming_up import Way
from integrate_tui.core.entry import Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.insight import Insight, KeptLine, LineState
from integrate_tui.core.person import PersonRole
from integrate_tui.core.thing import ThingKind
from integrate_tui.triage import Answer, sort_out
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.screens.shelf_pages import AgendaScreen, OpenedScreen
from integrate_tui.tui.screens.shelves import CardsScreen, ContainerScreen, TalkScreen
from integrate_tui.tui.screens.themes import ThemeScreen, ThemesScreen
from integrate_tui.workspace import Workspace
from tests.builders import a_moment
from tests.tui.conftest import Running, drawn, press, settle, shown, the_app, type_text

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


async def test_a_person_is_added_and_the_page_says_what_it_is_not(
    workspace: Workspace, running: Running
):
    async with running(workspace, SMALL) as pilot:
        the_app(pilot).action_care()
        await settle(pilot)
        assert drawn(pilot).count("no such space") == 1
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
