"""Several packs of a kind seen as one: all vocabularies of feelings, all lists of contacts."""

from collections.abc import Iterable
from dataclasses import replace

from integrate_tui.core.pieces import Country, Family, Feelings, Support


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
