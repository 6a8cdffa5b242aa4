"""The help says what the parser knows, no more and no less, and fits on a screen."""

import re

import pytest

from integrate_tui.core.answers import LINKABLE
from integrate_tui.core.pieces import KeepAs, Kind, Level, RuleName, Span, Verb
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.help import GRAMMAR, PAGE, SETTINGS
from integrate_tui.packs.lines import Mark, read_lines
from integrate_tui.packs.rules import read_rule
from tests.packs.helpers import words

KNOWN = {word for form in FORMS.values() for place in form.places for word in place.words}


def shown(text: str) -> set[str]:
    """The setting words in a help text: whatever stands before a colon and begins an example."""
    found = re.findall(r"(?:^|[ (]{2,}|: )([a-z]+(?: [a-z]+)?):", text, re.MULTILINE)
    return set(found)


@pytest.mark.parametrize("word", sorted(KNOWN))
def test_every_setting_is_in_the_help(word: str) -> None:
    assert re.search(rf"(?<![a-z]){word}:", SETTINGS)


def test_the_help_has_no_setting_that_is_none() -> None:
    told = shown(SETTINGS) | shown(GRAMMAR)
    assert len(told) > 20
    # A rule, and what introduces something else.
    places = {f"under a {place}" for place in ("question", "country", "contact", "step")}
    assert told - KNOWN <= places | {"closes with", "a section", "a title", "and licence"}


@pytest.mark.parametrize(
    "value",
    [
        *(kind.value for kind in Kind),
        *(span.value for span in Span),
        *(verb.value for verb in Verb),
        *(level.value for level in Level),
        *(kept.value for kept in KeepAs),
        *LINKABLE,
    ],
)
def test_every_word_with_a_meaning_is_in_the_help(value: str) -> None:
    assert re.search(rf"\b{value}\b", SETTINGS)


def test_every_rule_is_in_the_help_as_it_can_be_written() -> None:
    lines = re.findall(r"rule: (.*?)\n(?=Guides|  under)", SETTINGS, re.DOTALL)
    rules = [rule.strip() for rule in re.split(r"\n|\u00b7", "\n".join(lines))]
    assert {read_rule(words(rule)).name for rule in rules} == set(RuleName)


def test_what_teaches_the_grammar_shows_every_mark() -> None:
    examples = "\n".join(line[2:26].rstrip() for line in GRAMMAR.split("\n"))
    marks = {line.mark for line in read_lines(examples)}
    assert marks == set(Mark) - {Mark.NOTHING}
    assert "//" in examples


def test_the_grammar_is_half_a_screen_and_the_help_a_page() -> None:
    assert len(GRAMMAR.splitlines()) <= 12
    assert len(PAGE.splitlines()) <= 56
    assert max(map(len, PAGE.splitlines())) <= 78
