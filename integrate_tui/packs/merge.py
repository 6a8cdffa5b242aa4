"""Several packs of a kind seen as one: all vocabularies of feelings, all lists of contacts."""

from collections.abc import Iterable
from dataclasses import replace

from integrate_tui.core.answers import ChooseAny, Lines
from integrate_tui.core.pieces import (
    Country,
    Family,
    Feelings,
    Prompt,
    Section,
    Support,
    ValueGroup,
    Values,
)

OWN_WORDS = 10
"""How many lines there are for values of one's own, where no pack has any."""


def merge_feelings(vocabularies: Iterable[Feelings]) -> Feelings:
    """Return one vocabulary, in which families of the same name are one."""
    families: dict[str, Family] = {}
    for vocabulary in vocabularies:
        for family in vocabulary.families:
            key = family.title.casefold()
            before = families.get(key)
            families[key] = _with_words(before, family.words) if before else family
    return Feelings(id="feelings", title="Feelings", families=tuple(families.values()))


def _with_words(family: Family, words: tuple[str, ...]) -> Family:
    known = {word.casefold() for word in family.words}
    new = tuple(word for word in words if word.casefold() not in known)
    return replace(family, words=family.words + new)


def merge_values(lists: Iterable[Values]) -> Values:
    """Return one list of values, in which groups of the same name are one."""
    groups: dict[str, ValueGroup] = {}
    known: set[str] = set()
    for each in lists:
        for group in each.groups:
            new = tuple(word for word in group.words if word.word.casefold() not in known)
            known |= {word.word.casefold() for word in new}
            before = groups.get(group.title.casefold())
            words = (*before.words, *new) if before else new
            if words:
                groups[group.title.casefold()] = replace(before or group, words=words)
    return Values(id="values", title="Values", groups=tuple(groups.values()))


def asks_for_values(prompt: Prompt) -> bool:
    """Tell whether a prompt lets one choose from the list of values."""
    answer = prompt.answer
    return isinstance(answer, ChooseAny) and [*map(str.casefold, answer.options)] == ["values"]


def with_values(sections: Iterable[Section], words: tuple[str, ...]) -> tuple[Section, ...]:
    """Return the sections of a guide with the list of values where they ask for some of them."""
    answer = ChooseAny(words) if words else Lines(OWN_WORDS)
    return tuple(_valued(section, answer) for section in sections)


def _valued(section: Section, answer: ChooseAny | Lines) -> Section:
    prompts = (
        replace(prompt, answer=answer) if asks_for_values(prompt) else prompt
        for prompt in section.prompts
    )
    return replace(section, prompts=tuple(prompts))


def merge_countries(packs: Iterable[Support]) -> tuple[Country, ...]:
    """Return every country once, with the contacts of all packs."""
    countries: dict[str, Country] = {}
    for pack in packs:
        for country in pack.countries:
            key = country.title.casefold()
            before = countries.get(key)
            countries[key] = _merged(before, country) if before else country
    return tuple(countries.values())


def _merged(before: Country, country: Country) -> Country:
    new = tuple(contact for contact in country.contacts if contact not in before.contacts)
    intros = dict.fromkeys(text for text in (before.intro, country.intro) if text)
    return replace(
        before,
        intro="\n\n".join(intros),
        always=before.always or country.always,
        contacts=before.contacts + new,
    )
