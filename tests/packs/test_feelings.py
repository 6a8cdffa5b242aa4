"""Vocabularies of feelings: words in families, on the plane."""

import pytest

from integrate_tui.core.pieces import Family, Feelings
from tests.packs.helpers import loaded, one, pack, told
from tests.packs.samples import FEELINGS

START = "# T\nkind: feelings\n"


def test_families_have_their_place_and_their_words() -> None:
    assert one(Feelings, FEELINGS).families == (
        Family(title="Settled", energy=-1, pleasant=2, words=("calm", "at ease", "peaceful")),
        Family(title="Far off", energy=-2, pleasant=-1, words=("numb", "empty")),
    )


@pytest.mark.parametrize(
    "words",
    [
        "\u201ccalm\u201d, \u201d\u201d, warm",
        "calm, warm",
        "\u201ccalm\u201d, \u201d\u201d, warm",
        "calm\nwarm",
        "- calm\n- warm",
        "calm; warm",
        "calm, Calm, warm,",
    ],
)
def test_words_are_separated_by_commas_or_lines(words: str) -> None:
    assert one(Feelings, f"{START}## S\n{words}").families[0].words == ("calm", "warm")


@pytest.mark.parametrize("place", ["3", "-3", "high", "1.5"])
def test_a_place_off_the_plane_is_told_and_taken_for_its_middle(place: str) -> None:
    text = f"{START}## S\nenergy: {place}\ncalm"
    assert loaded(Feelings, text).families[0].energy == 0
    assert told(text)[0].endswith("write a whole number from -2 to 2")


def test_a_sentence_among_the_words_is_told_and_left_out() -> None:
    text = f"{START}## S\ncalm, {'a very long word indeed ' * 3}"
    assert loaded(Feelings, text).families[0].words == ("calm",)
    assert told(text)[0].startswith("pack.txt:4:7: this is longer than 40 characters")


def test_a_family_without_words_is_told_and_left_out() -> None:
    text = f"{START}## Full\ncalm\n## Empty"
    assert [family.title for family in loaded(Feelings, text).families] == ["Full"]
    assert told(text) == [
        "pack.txt:5:4: this family has no words \u2014 write some under it, or take it out"
    ]


def test_a_family_without_a_name_is_told() -> None:
    assert told(f"{START}##\ncalm")[0].startswith("pack.txt:3:3: this family has no name")


def test_no_feelings_at_all_are_told() -> None:
    assert "this has no feelings" in told(START)[0]
    assert not pack(START).pieces


def test_a_question_mark_before_a_feeling_is_told_and_left_out() -> None:
    text = f"{START}## S\n? calm"
    assert loaded(Feelings, text).families[0].words == ("calm",)
    assert "a list of feelings has no lines that begin with '?'" in told(text)[0]
