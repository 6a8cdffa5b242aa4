from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.exchange import names

DAY = date(2026, 11, 17)
ODD_TITLES = (
    "../../etc/passwd",
    "..",
    "C:\\x",
    "CON",
    "-rf",
    "nul\0byte",
    "x" * 999,
    "\u202egnp.exe",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 40,
    "\u6e56" * 999,
    "new\nline",
    "\u0301\u0301",
    "",
)


def test_a_day_is_named_for_itself_inside_its_year():
    assert names.of_day(date(2026, 11, 2)) == "2026/2026-11-02.md"


def test_a_day_before_the_year_thousand_keeps_its_zeros():
    assert names.of_day(date(7, 1, 2)) == "0007/0007-01-02.md"


def test_an_experience_is_named_by_its_day_its_title_and_its_number():
    assert names.of_experience(5, DAY, "The Lake!") == "experiences/2026-11-17-the-lake-5.md"


def test_an_experience_without_a_title_is_named_by_its_day_and_number():
    assert names.of_experience(5, DAY, "") == "experiences/2026-11-17-5.md"


@pytest.mark.parametrize(
    "title", ["Das M\u00e4rchen", "\u6e56 \u306e \u6b4c", "\u0907\u0932\u093e"]
)
def test_titles_keep_the_letters_of_every_script(title: str):
    assert names.plain_words(title) == "-".join(title.casefold().split())


@pytest.mark.parametrize("title", ODD_TITLES)
def test_an_odd_title_gives_a_plain_name_inside_the_folder(title: str):
    assert is_plain(names.of_experience(5, DAY, title))


@given(st.text(), st.integers(1, 10**12), st.dates())
def test_no_title_gives_a_name_that_leads_out_of_the_folder(title: str, n: int, day: date):
    assert is_plain(names.of_experience(n, day, title))


@given(st.text(), st.text())
def test_two_experiences_never_share_a_name(one: str, other: str):
    first = names.of_experience(1, DAY, one)
    second = names.of_experience(2, DAY, other)
    assert first.casefold() != second.casefold()


def test_titles_that_differ_only_in_how_an_accent_is_written_give_the_same_words():
    assert names.plain_words("caf\u00e9") == names.plain_words("cafe\u0301")


@given(st.dates())
def test_the_day_of_a_file_is_read_back_from_its_name(day: date):
    assert names.days_of(names.of_day(day)) == (day, day)


@given(st.integers(1, 10**9), st.dates(), st.text())
def test_the_day_of_an_experience_is_read_back_from_its_name(n: int, day: date, title: str):
    assert names.days_of(names.of_experience(n, day, title)) == (day, day)


def test_a_year_stands_for_all_its_days():
    assert names.days_of("2026") == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "name",
    [
        "notes.md",
        "0000",
        "2026/2026-02-30.md",
        "2026/2025-11-22.md",
        "2026/2026-11-22.txt",
        "2026/2026-11-22.md.bak",
        "experiences/the-lake.md",
        "\u0662\u0660\u0662\u0666",
    ],
)
def test_other_names_are_not_ours(name: str):
    assert not names.is_ours(name)


@pytest.mark.parametrize("name", ["2026", "experiences", "goals.md", "insights.md"])
def test_what_an_export_makes_at_the_top_is_ours(name: str):
    assert names.is_ours(name)


def test_errors_call_an_experience_by_its_number_and_never_by_its_name():
    name = names.of_experience(5, DAY, "Grandmother's secret 9")
    assert names.in_words(name) == "The file of experience 5"


def test_a_name_that_ends_in_md_is_one_file(tmp_path: Path):
    assert names.is_one_file(tmp_path / "life.md")
    assert names.is_one_file(tmp_path / "LIFE.MD")
    assert not names.is_one_file(tmp_path / "life")


def test_a_folder_that_is_there_stays_a_folder_whatever_its_name(tmp_path: Path):
    (tmp_path / "notes.md").mkdir()
    assert not names.is_one_file(tmp_path / "notes.md")


def is_plain(name: str) -> bool:
    """Tell whether a name is one file in the folder, and means nothing to any system."""
    folder, _, file = name.partition("/")
    return (
        folder == "experiences"
        and "/" not in file
        and "\\" not in file
        and file.isprintable()
        and file[0].isdigit()
        and file.endswith(".md")
        and len(file.encode()) <= 255
        and not set(file) & set(':*?"<>|\u202e\u200d')
    )
