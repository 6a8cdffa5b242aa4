"""A word before a colon is a setting, nearly one, one from elsewhere, or text."""

import pytest

from integrate_tui.core.pieces import Kind
from integrate_tui.packs.forms import (
    ANSWERS,
    COMMON,
    DESCRIPTIVE,
    FORMS,
    REPEATABLE,
    Meaning,
    Place,
    meaning,
)

GUIDE = FORMS[Kind.GUIDE]
EXERCISE = FORMS[Kind.EXERCISE]


def test_there_is_a_form_for_every_kind() -> None:
    assert list(FORMS) == list(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_piece_knows_the_common_settings(kind: Kind) -> None:
    assert FORMS[kind].piece.words >= set(COMMON)


def test_a_step_can_ask_what_a_prompt_can() -> None:
    assert GUIDE.under.words >= EXERCISE.under.words == frozenset(ANSWERS)


def test_the_lists_of_words_name_only_settings_there_are() -> None:
    every = {word for form in FORMS.values() for place in form.places for word in place.words}
    assert every >= REPEATABLE | DESCRIPTIVE


@pytest.mark.parametrize("word", ["takes", "rule", "for"])
def test_a_setting_is_known_where_it_belongs(word: str) -> None:
    assert meaning(GUIDE.piece, word) == Meaning(known=word)


def test_the_american_spelling_of_a_licence_is_understood() -> None:
    assert meaning(FORMS[Kind.MEASURE].piece, "license").known == "licence"


@pytest.mark.parametrize(
    ("place", "word", "meant"),
    [
        (GUIDE.piece, "takse", "takes"),
        (GUIDE.piece, "take", "takes"),
        (GUIDE.piece, "caution s", "caution"),
        (GUIDE.piece, "langauge", "language"),
        (GUIDE.under, "scael", "scale"),
        (GUIDE.under, "suport if", "support if"),
        (GUIDE.under, "supportif", "support if"),
        (GUIDE.under, "keepas", "keep as"),
        (GUIDE.under, "chose any", "choose any"),
        (GUIDE.under, "feeling", "feelings"),
        (EXERCISE.piece, "avoid wiht", "avoid with"),
        (EXERCISE.section, "reapeat", "repeat"),
        (GUIDE.under, "line", "answer: line"),
    ],
)
def test_a_slip_of_the_fingers_is_seen_for_what_was_meant(
    place: Place, word: str, meant: str
) -> None:
    assert meaning(place, word) == Meaning(near=meant)


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (GUIDE.piece, "note"),
        (GUIDE.piece, "dear reader"),
        (GUIDE.piece, "four"),
        (GUIDE.piece, "https"),
        (GUIDE.under, "listen"),
        (GUIDE.under, "note"),
        (GUIDE.under, "check in"),
        (FORMS[Kind.SUPPORT].under, "hours vary"),
        (EXERCISE.section, "breathe"),
    ],
)
def test_any_other_word_is_text(place: Place, word: str) -> None:
    assert meaning(place, word) == Meaning()


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (EXERCISE.piece, "repeat"),
        (EXERCISE.under, "repeat"),
        (GUIDE.under, "caution"),
        (GUIDE.under, "rule"),
        (GUIDE.piece, "scale"),
        (GUIDE.piece, "support if"),
    ],
)
def test_a_setting_from_elsewhere_is_not_taken_for_text(place: Place, word: str) -> None:
    assert meaning(place, word).elsewhere


@pytest.mark.parametrize("word", ["when", "source", "for", "about"])
def test_words_of_every_day_are_text_where_they_are_no_settings(word: str) -> None:
    assert meaning(GUIDE.under, word) == Meaning()
