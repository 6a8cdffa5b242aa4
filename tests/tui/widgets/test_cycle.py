"""A choice on a form: every option is seen whole, and Enter goes on from it, or keeps."""

import pytest
from textual.pilot import Pilot

from integrate_tui.tui.modals.form import Form, FormField
from integrate_tui.tui.widgets.cycle import Cycle
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle, shown

KINDS = ("unsaid", "ketamine", "psilocybin", "MDMA", "breathwork", "meditation", "something else")
WHAT = FormField("what", "What")
KIND = FormField("kind", "Kind", "MDMA", options=KINDS)


async def ask(pilot: Pilot[int], *fields: FormField) -> list[dict[str, str] | None]:
    """Show a form, and return the list that what it gives back is put in."""
    given: list[dict[str, str] | None] = []
    pilot.app.push_screen(Form("A form", fields), given.append)
    await settle(pilot)
    return given


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_option_is_seen_whole(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    async with running(workspace, size) as pilot:
        await ask(pilot, WHAT, KIND, FormField("more", "Whatever else"))
        page = drawn(pilot)
        for kind in KINDS:
            assert f"({kind})" in page if kind == "MDMA" else f" {kind} " in page
        assert "\u2026" not in page.split("A form")[1].split("Keep")[0]


async def test_an_option_of_a_further_line_is_chosen_with_the_mouse(
    workspace: Workspace, running: Running
):
    async with running(workspace, (60, 20)) as pilot:
        await ask(pilot, WHAT, KIND)
        field = shown(pilot, Form).query_one(Cycle)
        lines = field._lines(field.size.width)
        assert len(lines) > 1
        await pilot.click(Cycle, offset=(2, len(lines) - 1))
        assert field.index == lines[-1][0]


async def test_enter_goes_on_from_a_choice(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        given = await ask(pilot, KIND, WHAT)
        await press(pilot, "right", "enter", "x", "enter")
        assert given == [{"kind": "breathwork", "what": "x"}]


async def test_enter_keeps_where_a_choice_is_the_last_field(workspace: Workspace, running: Running):
    async with running(workspace, (80, 24)) as pilot:
        given = await ask(pilot, WHAT, KIND)
        await press(pilot, "x", "enter", "left")
        assert not given
        await press(pilot, "enter")
        assert given == [{"what": "x", "kind": "psilocybin"}]
