"""Values, boundaries, people, series and themes as pages, word for word."""

from datetime import date
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.boundary import Boundary
from integrate_tui.core.insight import KeptLine
from integrate_tui.core.loop import Pattern
from integrate_tui.core.occasion import How, Occasion
from integrate_tui.core.own_value import OwnValue
from integrate_tui.core.person import Person
from integrate_tui.core.series import Series
from integrate_tui.core.text import clean, clean_line
from integrate_tui.core.theme import Theme
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.exchange.days import Ties
from integrate_tui.exchange.minded import (
    Minded,
    boundaries_page,
    care_page,
    known_of,
    series_page,
    themes_page,
    values_page,
)
from tests.builders import a_moment
from tests.fakes import EVENING

NONE = Ties()
T = TypeVar("T")


def kept(value: T, kind: ThingKind, n: int = 12) -> Thing[T]:
    """Return a value as it is kept."""
    return Thing(n, f"id-{n}", kind, a_moment(EVENING), n, value)


@given(st.text().map(clean))
def test_long_texts_stand_there_word_for_word(text: str):
    values = [kept(OwnValue("A", text), ThingKind.VALUE)]
    assert text in values_page(values, NONE)
    boundary = kept(Boundary("A", notes=text), ThingKind.BOUNDARY)
    pattern = kept(Pattern("A", notes=text), ThingKind.PATTERN)
    page = boundaries_page([Minded("A", boundary)], [Minded("A", pattern)], NONE)
    assert page.count(text) >= 2
    assert text in series_page([kept(Series("A", notes=text), ThingKind.SERIES)], {}, NONE)
    assert text in care_page([kept(Person("A", notes=text), ThingKind.PERSON)], [], NONE)
    assert text in themes_page([kept(Theme("A", text), ThingKind.THEME)], {}, NONE)


@given(st.text().map(clean_line))
def test_lines_stand_there_word_for_word(line: str):
    occasion = kept(Occasion(1, How.BENT, line), ThingKind.OCCASION)
    boundary = kept(Boundary(line, need=line, wording=line, response=line), ThingKind.BOUNDARY)
    assert boundaries_page([Minded(line, boundary, [occasion])], [], NONE).count(line) >= 5
    talk = [kept(KeptLine(line, "talk list", role="coach"), ThingKind.LINE)]
    assert line in care_page([], talk, NONE)


def test_facts_that_are_told_elsewhere_are_left_out():
    ana = Person("Ana", contact="by telephone", hours="mornings", next=date(2026, 11, 24))
    bare, blocks = known_of(ana, ("Hours",))
    assert bare == "other"
    assert "contact: by telephone\n" in blocks
    assert "mornings" not in blocks
