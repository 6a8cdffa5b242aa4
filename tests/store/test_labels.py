import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.thing import Stage
from integrate_tui.errors import NotFoundError
from tests.builders import a_moment
from tests.store.desk import Desk


@pytest.fixture
def entry(desk: Desk) -> int:
    return desk.entries.add(Entry(text="The light."), a_moment()).n


def test_a_thing_begins_in_no_stage_and_without_a_star(desk: Desk, entry: int):
    assert desk.labels.stage_of(entry) is None
    assert not desk.labels.is_starred(entry)


def test_a_stage_is_told_in_lists(desk: Desk, entry: int):
    desk.labels.set_stage(entry, Stage.PROCESS)
    assert desk.journal.page(1)[0].stage is Stage.PROCESS


def test_a_star_is_told_in_lists(desk: Desk, entry: int):
    desk.labels.set_starred(entry, starred=True)
    assert desk.journal.page(1)[0].starred


def test_undo_gives_a_thing_the_stage_it_had(desk: Desk, entry: int):
    desk.labels.set_stage(entry, Stage.UNDERSTAND)
    desk.labels.set_stage(entry, Stage.APPLY)
    desk.undo()
    assert desk.labels.stage_of(entry) is Stage.UNDERSTAND


def test_undo_takes_a_stage_off_again(desk: Desk, entry: int):
    desk.labels.set_stage(entry, Stage.APPLY)
    desk.undo()
    assert desk.labels.stage_of(entry) is None


def test_undo_takes_a_star_off_again(desk: Desk, entry: int):
    desk.labels.set_starred(entry, starred=True)
    desk.undo()
    assert not desk.labels.is_starred(entry)


def test_saying_the_same_again_is_no_change_to_be_undone(desk: Desk, entry: int):
    desk.labels.set_stage(entry, Stage.APPLY)
    before = len(desk.changes)
    desk.labels.set_stage(entry, Stage.APPLY)
    assert len(desk.changes) == before


def test_a_label_is_no_part_of_what_a_thing_says(desk: Desk, entry: int):
    desk.labels.set_stage(entry, Stage.APPLY)
    desk.labels.set_starred(entry, starred=True)
    assert len(desk.journal.history(entry)) == 1
    assert desk.journal.is_intact(entry)


def test_a_stage_of_a_newer_version_is_read_as_none(desk: Desk, entry: int):
    with desk.db.write():
        desk.db.execute("UPDATE things SET stage = 'celebrate' WHERE n = ?", (entry,))
    assert desk.labels.stage_of(entry) is None
    assert desk.journal.page(1)[0].stage is None


@pytest.mark.parametrize("stage", [Stage.APPLY, None])
def test_there_is_no_stage_for_nothing(desk: Desk, stage: Stage | None):
    with pytest.raises(NotFoundError):
        desk.labels.set_stage(999, stage)
