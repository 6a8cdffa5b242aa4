"""The labels of a form stand on the lines of their fields, however long a value is."""

import pytest
from textual.pilot import Pilot

from integrate_tui.errors import UsageError
from integrate_tui.tui.modals.form import Form, FormField, Values
from integrate_tui.workspace import Workspace
from tests.tui.conftest import Running, drawn, press, settle

LONG = "Mornings are when I can hear myself think, before the others are up, and the kettle sings."


def lines_with(pilot: Pilot[int], form: Form) -> dict[str, int]:
    """Return on which line of the screen each word of a form's fields and labels is drawn."""
    lines = drawn(pilot).split("\n")
    return {
        word: next(y for y, line in enumerate(lines) if word in line)
        for field in form._fields
        for word in (field.label, field.value[:12])
    }


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_keys_and_a_fault_are_seen_however_many_fields_there_are(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    def refuse(values: Values) -> None:
        raise UsageError("A name is needed.", "", "Initials are enough.")

    fields = tuple(
        FormField(f"field-{n}", f"Label {n:02}", options=("one", "the other") * 6)
        for n in range(1, 11)
    )
    async with running(workspace, size) as pilot:
        pilot.app.push_screen(Form("A form that has a title of more than one line", fields, refuse))
        await settle(pilot)
        assert "^n  Keep" in drawn(pilot)
        await press(pilot, "ctrl+n")
        assert "^n  Keep" in drawn(pilot) and "Initials are enough." in drawn(pilot)
        await press(pilot, *["tab"] * 9)
        assert "Label 10" in drawn(pilot)


@pytest.mark.parametrize("size", [(80, 22), (80, 24), (80, 30), (110, 32), (120, 40), (60, 20)])
async def test_each_label_stands_beside_its_field(
    workspace: Workspace, running: Running, size: tuple[int, int]
):
    fields = tuple(
        FormField(f"field-{n}", f"Label {n:02}", LONG if n == 5 else f"value {n:02}")
        for n in range(1, 11)
    )
    async with running(workspace, size) as pilot:
        form = Form("A form", fields)
        pilot.app.push_screen(form)
        await settle(pilot)
        at = lines_with(pilot, form)
        assert [at[field.label] for field in fields] == [at[field.value[:12]] for field in fields]
