"""Writing: one prompt at a time, nothing lost."""

import json

import pytest

from integrate_tui.core import answers
from integrate_tui.core.drafts import Flow
from integrate_tui.core.pieces import Guide, SupportIf
from integrate_tui.core.thing import Role
from integrate_tui.errors import BusyError, DiskFullError
from integrate_tui.safekeeping import windows
from integrate_tui.store.drafts import Drafts
from integrate_tui.tui.modals.choose import Choose
from integrate_tui.tui.modals.confirm import Confirm
from integrate_tui.tui.modals.support import SupportModal
from integrate_tui.tui.screens.closing import ClosingScreen
from integrate_tui.tui.screens.sitting import SittingScreen
from integrate_tui.tui.screens.today import TodayPlace
from integrate_tui.tui.screens.writing import WritingScreen
from integrate_tui.tui.widgets.fields.texts import TextField
from integrate_tui.workspace import Workspace, open_workspace
from tests.builders import a_guide, a_prompt
from tests.fakes import FakeClock
from tests.tui.conftest import Running, drawn, press, settle, shown, sit, the_app, type_text


async def open_guide(pilot, workspace: Workspace, id: str = "week-one") -> WritingScreen:
    the_app(pilot).write_with(workspace.packs.get(Guide, id))
    await settle(pilot)
    return shown(pilot, WritingScreen)


def drafted(workspace: Workspace) -> dict[str, str]:
    """Return the texts of the only draft, by the words they were asked in."""
    (draft,) = workspace.drafts.all()
    return {answer["prompt"]: answer["text"] for answer in json.loads(draft.data)["answers"]}


async def test_every_key_is_in_a_draft_without_being_asked(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "A kettle")
        assert drafted(workspace) == {screen.writing.prompt.text: "A kettle"}


async def test_leaving_and_going_on_is_the_same_page(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await type_text(pilot, "A kettle")
        await press(pilot, "ctrl+n", "3", "escape", "w", "enter")
        screen = shown(pilot, WritingScreen)
        assert [reply.text for reply in screen.writing.replies[:2]] == [
            "A kettle",
            "different in meaning",
        ]
        assert screen.writing.number == 3


async def test_an_emptied_page_leaves_no_draft(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await type_text(pilot, "ab")
        await press(pilot, "backspace", "backspace", "escape")
        assert workspace.drafts.all() == []


async def test_a_finished_guide_is_an_entry_with_its_prompts(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace, "evening")
        await type_text(pilot, "The light")
        while pilot.app.screen is screen:
            await press(pilot, "ctrl+n")
        shown(pilot, ClosingScreen)
        await type_text(pilot, "Thursday")
        await press(pilot, "ctrl+n")
        (entry,) = workspace.entries.newest(5)
        assert entry.value.title == "Thursday"
        assert entry.value.answers[0].prompt == screen.writing.guide.prompts[0].text
        assert entry.value.answers[0].reply.text == "The light"
        assert workspace.drafts.all() == []


async def test_marked_lines_are_kept_and_hang_on_the_entry(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await press(pilot, "ctrl+n", "ctrl+n")
        await type_text(pilot, "I can rest\nBread is patient")
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        kept = pilot.app.screen.query_one("#kept")
        kept.focus()
        await press(pilot, "space", "ctrl+n")
        (insight,) = workspace.insights.all()
        (entry,) = workspace.entries.newest(5)
        assert insight.value.line == "Bread is patient"
        assert workspace.links.targets(insight.n, Role.CAME_FROM) == [entry.n]
        assert workspace.tags.of(insight.n) == ("insight",)


async def test_one_undo_takes_back_everything_a_closing_kept(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await press(pilot, "ctrl+n", "ctrl+n")
        await type_text(pilot, "I can rest")
        while not isinstance(pilot.app.screen, ClosingScreen):
            await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+n")
        assert workspace.insights.count() == 1
        await press(pilot, "u")
        assert workspace.insights.count() == 0
        assert workspace.entries.count() == 0


async def test_escape_from_the_closing_goes_back_to_the_writing(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace, "free-page")
        await type_text(pilot, "words")
        await press(pilot, "ctrl+n", "escape")
        assert shown(pilot, WritingScreen).writing.reply.text == "words"


async def test_another_angle_keeps_what_is_written(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "words")
        await press(pilot, "ctrl+t")
        assert screen.writing.question == screen.writing.prompt.deeper[0]
        assert screen.query_one(TextField).text == "words"


async def test_grounding_inside_a_prompt_comes_back_to_the_same_character(
    workspace: Workspace, running: Running, clock: FakeClock
):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "one two three")
        await press(pilot, "left", "left", "left", "left", "left")
        field = screen.query_one(TextField)
        place = field.cursor_location
        await press(pilot, "ctrl+g", "enter", "enter")
        shown(pilot, SittingScreen)
        await sit(pilot, clock, 30)
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        assert screen.focused is field
        assert field.cursor_location == place
        assert workspace.sittings.count() == 1


async def test_support_from_inside_a_prompt(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "words")
        await press(pilot, "f2")
        shown(pilot, SupportModal)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_after_support_came_up_for_an_answer_it_may_rest_here(
    workspace: Workspace, running: Running
):
    safe = a_prompt("Safe?", answers.Choose(("yes", "no")), support_if=SupportIf(("no",)))
    asked = a_guide(safe, a_prompt("And then?"))
    async with running(workspace) as pilot:
        the_app(pilot).write_with(asked)
        await settle(pilot)
        screen = shown(pilot, WritingScreen)
        await press(pilot, "2")
        shown(pilot, SupportModal)
        await press(pilot, "escape")
        shown(pilot, Choose)
        await press(pilot, "down", "down", "enter")
        assert screen.writing.number == 2
        await press(pilot, "f2", "escape")
        assert pilot.app.screen is screen  # those that one asks for are followed by no question


async def test_letters_are_typed_and_lead_nowhere(workspace: Workspace, running: Running):
    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        await type_text(pilot, "qcwngu1!?/")
        assert pilot.app.screen is screen
        assert screen.writing.reply.text == "qcwngu1!?/"


async def test_a_busy_journal_is_tried_again(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    tries = []
    save = Drafts.save

    def busy_once(self, draft, **how):
        tries.append(draft)
        if len(tries) == 1:
            raise BusyError("busy")
        return save(self, draft, **how)

    monkeypatch.setattr(Drafts, "save", busy_once)
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await type_text(pilot, "a")
        await settle(pilot)
        assert len(tries) == 2
        assert list(drafted(workspace).values()) == ["a"]


async def test_words_that_cannot_be_kept_anywhere_stay_and_leaving_asks(
    workspace: Workspace, running: Running, monkeypatch: pytest.MonkeyPatch
):
    def full(self, draft, **how):
        raise DiskFullError("There is no room left.")

    monkeypatch.setattr(Drafts, "save", full)
    async with running(workspace, (120, 40)) as pilot:
        screen = await open_guide(pilot, workspace)
        assert "Leave, it's kept" in drawn(pilot)
        await type_text(pilot, "words")
        await settle(pilot)
        assert "Leave, it's kept" not in drawn(pilot)
        await press(pilot, "escape")
        shown(pilot, Confirm)
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        assert screen.query_one(TextField).text == "words"


async def test_the_same_draft_in_two_windows_stays_two_drafts(
    workspace: Workspace, running: Running, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await type_text(pilot, "mine")
        other = open_workspace(workspace.paths, clock)
        other.window = "another window"
        monkeypatch.setattr(windows, "is_another_running", lambda name: True)
        from integrate_tui import unfinished

        taken = unfinished.take_up(other, other.drafts.all()[0])
        assert taken.draft_id != workspace.drafts.all()[0].id
        other.close()


async def test_editing_an_entry_keeps_the_version_before(workspace: Workspace, running: Running):
    from integrate_tui import keeping

    n = keeping.keep_page(workspace, "The first words").n
    async with running(workspace, (80, 24), "2", "e") as pilot:
        await type_text(pilot, " and more")
        await press(pilot, "ctrl+n")
        assert workspace.entries.get(n).value.text == "The first words and more"
        assert [state.text for state in workspace.journal.history(n)] == [
            "The first words",
            "The first words and more",
        ]
        assert workspace.drafts.all() == []


async def test_an_edit_that_was_left_is_a_draft_of_its_own(workspace: Workspace, running: Running):
    from integrate_tui import keeping

    n = keeping.keep_page(workspace, "The first words").n
    async with running(workspace, (80, 24), "2", "e") as pilot:
        await type_text(pilot, " and more")
        await press(pilot, "escape")
        (draft,) = workspace.drafts.all()
        assert (draft.flow, draft.subject) == (Flow.EDIT, str(n))
        assert workspace.entries.get(n).value.text == "The first words"


async def test_a_note_is_kept_without_a_question(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24), "n") as pilot:
        await type_text(pilot, "a staircase of breath")
        await press(pilot, "ctrl+n")
        shown(pilot, TodayPlace)
        assert [f.value.text for f in workspace.fragments.all()] == ["a staircase of breath"]


async def test_pasted_control_characters_are_gone_and_the_rest_stays(
    workspace: Workspace, running: Running
):
    from textual import events

    async with running(workspace) as pilot:
        screen = await open_guide(pilot, workspace)
        pilot.app.post_message(
            events.Paste("red \x1b[31mword\x1b[0m \u202eevil \U0001f468\u200d\U0001f467 [/]")
        )
        await settle(pilot)
        assert screen.writing.reply.text == "red [31mword[0m evil \U0001f468\u200d\U0001f467 [/]"


async def test_a_draft_is_dropped_into_the_trash_and_can_be_had_back(
    workspace: Workspace, running: Running
):
    async with running(workspace) as pilot:
        await open_guide(pilot, workspace)
        await type_text(pilot, "words")
        await press(pilot, "escape", "w", "x")
        assert workspace.drafts.all() == []
        assert [brief.title for brief in workspace.trash.contents()] == ["Week one"]
