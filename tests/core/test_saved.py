from typing import Any

import pytest

from integrate_tui.core import checkin, saved, writing, writing_drafts
from integrate_tui.core.answers import Reply
from integrate_tui.errors import DamagedError
from tests.builders import a_check_in
from tests.core.guides import THREE

REPLIES = [Reply("two\nlines"), Reply("6", 6), Reply("awe\ngrief", words=("awe", "grief")), Reply()]
REPLIES += [Reply("The lake", things=(7, 9))]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_comes_back_as_it_was(reply: Reply):
    assert saved.from_saved(saved.to_saved(reply)) == reply


@pytest.mark.parametrize(
    "held",
    [
        None,
        3,
        "words",
        [],
        {"text": 3},
        {"number": "6"},
        {"words": "awe"},
        {"words": [1]},
        {"things": 3},
        {"things": ["3"]},
        {"things": [True]},
    ],
)
def test_what_is_no_reply_is_said_to_be_unreadable(held: Any):
    with pytest.raises(DamagedError, match="cannot be opened"):
        saved.from_saved(held)


@pytest.mark.parametrize(
    "data",
    [{"answers": {}}, {"answers": 3}, {"answers": ["words"]}, {"answers": [{"prompt": 3}]}],
)
def test_what_is_no_draft_of_writing_is_said_to_be_unreadable(data: dict[str, Any]):
    with pytest.raises(DamagedError):
        writing_drafts.from_draft(THREE, data)


@pytest.mark.parametrize("data", [{"at": []}, {"angle": "x"}, {"angle": None}, {"angle": -1}])
def test_a_place_that_cannot_be_read_is_the_first(data: dict[str, Any]):
    assert writing_drafts.from_draft(THREE, data) == writing.begin(THREE)


@pytest.mark.parametrize(
    "data", [{"replies": []}, {"replies": {"mood": 3}}, {"replies": {"gone": []}}, {"orphans": {}}]
)
def test_what_is_no_draft_of_a_check_in_is_said_to_be_unreadable(data: dict[str, Any]):
    with pytest.raises(DamagedError):
        checkin.from_draft(a_check_in(), data)


def test_an_answer_whose_prompt_was_not_kept_goes_by_what_it_was_called():
    assert saved.orphan_from_saved({"text": "6"}, "mood").prompt == "mood"
