"""What is said in the corner: the last of each kind, and no heap of them."""

from integrate_tui.errors import UsageError
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, said, settle, the_app, type_text


async def test_several_notes_in_a_row_leave_one_notice(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        for _ in range(4):
            await press(pilot, "n")
            await type_text(pilot, "a line")
            await press(pilot, "ctrl+n")
        last = f"Kept as {workspace.journal.page(1)[0].n}."
        assert said(pilot) == [last]
        assert drawn(pilot).count("Kept as") == 1
        assert last in drawn(pilot)


async def test_what_says_something_else_stays(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        app = the_app(pilot)
        for words in (
            "Linked: from \u201cone\u201d.",
            "Kept as 4.",
            "Linked: from \u201ctwo\u201d.",
        ):
            app.say(words)
        app.say_fault(UsageError("Kept as 4."))
        await settle(pilot)
        assert said(pilot) == ["Kept as 4.", "Linked: from \u201ctwo\u201d.", "Kept as 4."]


async def test_a_notice_stays_above_the_keys(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        for words in ("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."):
            the_app(pilot).say(words)
        await settle(pilot)
        rule, keys = drawn(pilot).split("\n")[-2:]
        assert set(rule) == {"\u2500"}
        assert "? Help" in keys
