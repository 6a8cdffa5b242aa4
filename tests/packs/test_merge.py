"""Several packs of a kind are seen as one."""

from integrate_tui.core.pieces import (
    Contact,
    Country,
    Family,
    Feelings,
    Support,
    ValueGroup,
    Values,
    ValueWord,
)
from integrate_tui.packs.merge import merge_countries, merge_feelings, merge_values


def vocabulary(*families: Family) -> Feelings:
    return Feelings(id="f", title="F", families=families)


def contacts(*countries: Country) -> Support:
    return Support(id="s", title="S", countries=countries)


ONE = Contact(name="One", reach="1")
TWO = Contact(name="Two", reach="2")


def test_families_of_the_same_name_become_one_in_the_first_place_they_had() -> None:
    merged = merge_feelings(
        [
            vocabulary(Family(title="Settled", energy=-1, pleasant=2, words=("calm", "mild"))),
            vocabulary(Family(title="SETTLED", words=("Calm", "quiet")), Family(title="New")),
        ]
    )
    assert merged.families == (
        Family(title="Settled", energy=-1, pleasant=2, words=("calm", "mild", "quiet")),
        Family(title="New"),
    )


def test_a_word_may_be_in_two_families() -> None:
    merged = merge_feelings(
        [vocabulary(Family(title="A", words=("moved",)), Family(title="B", words=("moved",)))]
    )
    assert [family.words for family in merged.families] == [("moved",), ("moved",)]


def test_no_vocabulary_at_all_is_an_empty_one() -> None:
    assert merge_feelings([]).families == ()


def test_a_country_has_the_contacts_of_every_pack_once() -> None:
    merged = merge_countries(
        [
            contacts(Country(title="Italy", intro="First.", contacts=(ONE,))),
            contacts(Country(title="italy", intro="Then.", contacts=(ONE, TWO))),
        ]
    )
    assert merged == (Country(title="Italy", intro="First.\n\nThen.", contacts=(ONE, TWO)),)


def test_a_country_is_always_shown_if_any_pack_says_so() -> None:
    merged = merge_countries(
        [
            contacts(Country(title="Here", contacts=(ONE,))),
            contacts(Country(title="Here", always=True, contacts=(TWO,))),
        ]
    )
    assert [country.always for country in merged] == [True]


def values(*groups: tuple[str, tuple[str, ...]]) -> Values:
    made = (ValueGroup(title=title, words=tuple(map(ValueWord, words))) for title, words in groups)
    return Values(id="v", title="V", groups=tuple(made))


def test_groups_of_the_same_name_become_one_and_a_value_is_there_once() -> None:
    merged = merge_values(
        [
            values(("Near", ("love", "family"))),
            values(("NEAR", ("Love", "home")), ("Far", ("Family",)), ("Wide", ("the sea",))),
        ]
    )
    assert [group.title for group in merged.groups] == ["Near", "Wide"]
    assert merged.words == ("love", "family", "home", "the sea")
