"""Patterns of one's own as files: made, changed, and never over what somebody wrote by hand."""

from pathlib import Path

import pytest

from integrate_tui.core.pattern import read_pattern
from integrate_tui.core.pieces import Exercise
from integrate_tui.errors import PackError, UsageError
from integrate_tui.patterns import keep_pattern, pattern_to_change
from integrate_tui.workspace import Workspace

EVENING = read_pattern("Evening", "in 5.5 Slowly, out 5.5", "")


@pytest.fixture
def own(workspace: Workspace) -> Path:
    """The folder of one's own packs."""
    return workspace.paths.packs


def test_a_new_one_is_a_private_text_file_that_is_read_at_once(workspace: Workspace, own: Path):
    made = keep_pattern(workspace, EVENING)

    file = own / "evening.txt"
    assert workspace.packs.by_id(Exercise, "evening") == made
    assert "- in 5.5s Slowly" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_it_is_found_again_to_be_changed_and_keeps_its_id(workspace: Workspace, own: Path):
    made = keep_pattern(workspace, EVENING)
    assert pattern_to_change(workspace, made) == EVENING

    changed = keep_pattern(workspace, read_pattern("Late", "4-0-6", "12 rounds"), made.id)

    assert (changed.id, changed.title) == ("evening", "Late")
    assert workspace.packs.by_id(Exercise, "evening") == changed
    assert [path.name for path in own.iterdir()] == ["evening.txt"]


@pytest.mark.parametrize("title", ["Box breathing", "evening"])
def test_a_name_that_is_taken_is_said(workspace: Workspace, title: str):
    keep_pattern(workspace, EVENING)

    with pytest.raises(UsageError, match="is an exercise called"):
        keep_pattern(workspace, read_pattern(title, "4-6", ""))


def test_a_file_that_was_changed_by_hand_is_changed_by_hand(workspace: Workspace, own: Path):
    made = keep_pattern(workspace, EVENING)
    file = own / "evening.txt"
    file.write_text("// mine\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    workspace.packs.refresh()

    assert pattern_to_change(workspace, made) is None
    with pytest.raises(PackError, match="left as it is"):
        keep_pattern(workspace, read_pattern("Evening", "4-6", ""), made.id)
    assert file.read_text(encoding="utf-8").startswith("// mine\n")


def test_a_file_that_is_gone_is_said(workspace: Workspace, own: Path):
    made = keep_pattern(workspace, EVENING)
    (own / "evening.txt").unlink()
    workspace.packs.refresh()

    with pytest.raises(UsageError, match="not there any more"):
        keep_pattern(workspace, EVENING, made.id)


def test_a_file_nobody_reads_that_has_the_name_is_not_written_over(workspace: Workspace, own: Path):
    own.mkdir(parents=True)
    (own / "evening.txt").write_text("not a pack", encoding="utf-8")

    with pytest.raises(PackError, match="already something at"):
        keep_pattern(workspace, EVENING)
    assert (own / "evening.txt").read_text(encoding="utf-8") == "not a pack"


def test_an_exercise_that_ships_is_no_pattern_of_ones_own(workspace: Workspace):
    box = workspace.packs.get(Exercise, "box-breathing")

    assert pattern_to_change(workspace, box) is None
