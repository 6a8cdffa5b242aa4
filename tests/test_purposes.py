"""What happens when a piece of writing is finished."""

from dataclasses import replace
from datetime import date

from integrate_tui.core.answers import Reply, reply_with_day, reply_with_text
from integrate_tui.core.closing import Closing
from integrate_tui.core.pieces import Guide
from integrate_tui.core.writing import Writing
from integrate_tui.unfinished import begin_guide
from integrate_tui.workspace import Workspace

FRIDAY = date(2026, 11, 27)


def answered(writing: Writing, name: str, reply: Reply) -> Writing:
    """Answer the prompt with a name."""
    prompts = [prompt for section in writing.guide.sections for prompt in section.prompts]
    index = next(i for i, prompt in enumerate(prompts) if prompt.name == name)
    return writing.go_to(index).answer(reply)


def finish_review(workspace: Workspace, day: date) -> Writing:
    """Finish a weekly review with a focus and a day for it."""
    begun = begin_guide(workspace, workspace.packs.get(Guide, "weekly-review"))
    writing = answered(begun.writing, "focus", reply_with_text("Call Ana"))
    writing = answered(writing, "focus-day", reply_with_day(day))
    closing = replace(Closing(), keep=tuple(writing.kept_answers()))
    begun.purpose.finish(workspace, writing, closing, "")
    return writing


def test_the_focus_of_a_review_is_a_step_with_its_day(workspace: Workspace):
    finish_review(workspace, FRIDAY)
    (step,) = workspace.steps.all()
    assert (step.value.title, step.value.due) == ("Call Ana", FRIDAY)


def test_a_day_that_has_passed_is_left_off(workspace: Workspace):
    finish_review(workspace, date(2026, 11, 1))
    (step,) = workspace.steps.all()
    assert step.value.due is None


def test_a_review_with_its_focus_and_day_is_one_change(workspace: Workspace):
    finish_review(workspace, FRIDAY)
    workspace.undo()
    assert workspace.steps.all() == []
    assert workspace.entries.all() == []
    assert workspace.undoable == ""
