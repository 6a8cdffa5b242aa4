from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.settings import SETTINGS, read_value, setting, to_time
from integrate_tui.errors import UsageError


@pytest.mark.parametrize("name", ["day-starts", "Day-Starts", "day_starts", "  day-starts "])
def test_a_setting_is_found_by_its_name(name: str):
    assert setting(name).name == "day-starts"


def test_a_near_miss_of_a_name_is_asked_about():
    with pytest.raises(UsageError, match="Did you mean 'theme'"):
        setting("them")


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(UsageError, match="day-starts, country"):
        setting("zzzzzz")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("4", "04:00"), ("04:00", "04:00"), (" 5:30 ", "05:30"), ("0", "00:00"), ("11:59", "11:59")],
)
def test_a_time_of_day_is_stored_in_one_form(typed: str, stored: str):
    assert read_value(setting("day-starts"), typed) == stored
    assert to_time(stored) == time.fromisoformat(stored)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "noon",
        "12:00",
        "24:00",
        "4:60",
        "-1",
        "4:",
        "4:5:6",
        "04:00:00",
        "9" * 5000,
        "\u0664",
        "²",
    ],
)
def test_what_is_no_time_of_day_is_refused_in_a_sentence(typed: str):
    with pytest.raises(UsageError) as caught:
        read_value(setting("day-starts"), typed)

    assert "Nothing was changed." in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_refusal_repeats_no_control_character():
    for name in ("day-starts", "theme"):
        with pytest.raises(UsageError) as caught:
            read_value(setting(name), "\x1b]0;evil\x07")
        assert str(caught.value).isprintable()


def test_a_choice_is_taken_in_any_case():
    assert read_value(setting("theme"), " Dawn ") == "dawn"


@pytest.mark.parametrize(
    ("typed", "hint"), [("dusc", "Did you mean 'dusk'"), ("blue", "dusk or dawn")]
)
def test_what_a_setting_cannot_be_is_refused_with_what_it_can(typed: str, hint: str):
    with pytest.raises(UsageError, match=hint):
        read_value(setting("theme"), typed)


@pytest.mark.parametrize("known", SETTINGS, ids=lambda known: known.name)
def test_a_setting_as_it_comes_can_be_set_to_that(known):
    assert read_value(known, known.default) == known.default


@given(name=st.sampled_from([known.name for known in SETTINGS]), typed=st.text())
def test_whatever_is_typed_is_stored_or_refused(name: str, typed: str):
    try:
        stored = read_value(setting(name), typed)
    except UsageError:
        return
    assert read_value(setting(name), stored) == stored
