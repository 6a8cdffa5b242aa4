import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core import text
from integrate_tui.core.text import clean, clean_line

any_text = st.text(st.characters(codec=None, exclude_categories=()))
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.mark.parametrize("sign", ["\0", "\a", "\b", "\x1b", "\x1f", "\x7f", "\x80", "\x9b", "\x9f"])
def test_a_control_character_goes(sign: str):
    assert clean(f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"])
def test_a_sign_that_turns_text_around_goes(sign: str):
    assert clean(f"a{sign}b") == "ab"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_kind(end: str):
    assert clean(f"a{end}b") == "a\nb"


def test_a_line_end_of_two_signs_is_one_line_end():
    assert clean("a\r\n\r\nb") == "a\n\nb"


def test_nothing_hides_what_stands_before_a_carriage_return():
    assert clean("SAFE\rEVIL") == "SAFE\nEVIL"


@pytest.mark.parametrize(
    "kept",
    [
        "tab\there",
        FAMILY,
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "e\u0301 o\u0308 \u0928\u092e\u0938\u094d\u0924\u0947",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "right \u200fto\u200e left \u061c",
        "\u65e5\u8a18 \u0e1a\u0e31\u0e19\u0e17\u0e36\u0e01 \u00a0\u3000",
        "\u2018quoted\u2019 \u2014 dash",
        "\U0001d54f\U00020000",
        "  two spaces, kept  ",
    ],
)
def test_what_people_write_is_kept_exactly(kept: str):
    assert clean(kept) == kept


@pytest.mark.parametrize("half", ["\ud800", "\udbff", "\udc00", "\udfff"])
def test_half_of_a_surrogate_pair_becomes_a_replacement_character(half: str):
    assert clean(f"a{half}b") == "a\ufffdb"


@given(any_text)
def test_cleaned_text_can_be_stored_and_drawn(written: str):
    cleaned = clean(written)

    cleaned.encode()
    assert not {unicodedata.category(sign) for sign in cleaned} & {"Cs"}
    assert not [
        sign for sign in cleaned if unicodedata.category(sign) == "Cc" and sign not in "\t\n"
    ]


@given(any_text)
def test_cleaning_twice_is_cleaning_once(written: str):
    assert clean(clean(written)) == clean(written)
    assert clean_line(clean_line(written)) == clean_line(written)


@given(any_text)
def test_a_cleaned_line_is_one_line_without_space_at_its_ends(written: str):
    line = clean_line(written)

    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_letters_marks_and_signs_are_never_touched(written: str):
    assert clean(written) == written


@given(st.text(alphabet="ab \n", max_size=300), st.integers(1, 20))
def test_wrapping_keeps_every_letter_and_fits_every_line(written: str, limit: int):
    wrapped = text.wrap_long_lines(written, limit)

    assert all(len(line) <= limit for line in wrapped.split("\n"))
    assert wrapped.replace("\n", "").replace(" ", "") == written.replace("\n", "").replace(" ", "")


@given(st.text(alphabet="ab \n", max_size=300), st.integers(1, 20))
def test_wrapping_leaves_short_lines_as_they_are(written: str, limit: int):
    fitting = "\n".join(line[:limit] for line in written.split("\n"))
    assert text.wrap_long_lines(fitting, limit) == fitting


def test_a_long_line_is_wrapped_at_a_space():
    assert text.wrap_long_lines("one two three four", 10) == "one two\nthree four"


def test_a_long_line_without_a_space_is_cut():
    assert text.wrap_long_lines("a" * 25, 10) == "\n".join(["a" * 10, "a" * 10, "a" * 5])


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Week one", "week-one"),
        ("  The first 24 hours!  ", "the-first-24-hours"),
        ("Don't know", "dont-know"),
        ("Don\u2019t know", "dont-know"),
        ("STRASSE Straße", "strasse-strasse"),
        ("日記 を書く", "日記-を書く"),
        ("snake_case", "snake-case"),
        ("???", ""),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_title_gives_an_id(title: str, slug: str):
    assert text.slug(title) == slug


@given(st.text())
def test_an_id_gives_itself(title: str):
    assert text.slug(text.slug(title)) == text.slug(title)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("modo", ["mood", "distress"], "mood"),
        ("MOOD", ["Mood"], "Mood"),
        ("heart", ["near", "hard"], "hard"),
        ("xyz", ["mood", "distress"], ""),
        ("mood", [], ""),
        ("", ["mood"], ""),
    ],
)
def test_the_nearest_word_is_offered(word: str, known: list[str], found: str):
    assert text.nearest(word, known) == found


def test_a_near_miss_is_asked_about_and_a_far_one_is_not():
    assert text.did_you_mean("modo", ["mood"]) == "Did you mean 'mood'?"
    assert text.did_you_mean("xyz", ["mood"]) == ""


@given(st.text(min_size=1), st.integers(2, 40))
def test_a_shortened_line_fits(line: str, limit: int):
    short = text.shorten(line, limit)

    assert len(short) <= limit
    assert short == line or short.endswith("\u2026")


def test_a_line_is_shortened_at_a_word():
    assert text.shorten("the light on the water", 15) == "the light on\u2026"


def test_the_first_line_is_the_first_with_words_in_it():
    assert text.first_line("\n   \n  The lake.  \nThe cold.") == "The lake."
    assert text.first_line(" \n ") == ""


def test_words_are_counted_between_white_space():
    assert text.count_words("") == 0
    assert text.count_words("  one\ntwo\u00a0three ") == 3


@pytest.mark.parametrize(("count", "words"), [(0, "0 entries"), (1, "1 entry"), (3, "3 entries")])
def test_a_count_has_its_noun_in_the_right_form(count: int, words: str):
    assert text.counted(count, "entry", "entries") == words
