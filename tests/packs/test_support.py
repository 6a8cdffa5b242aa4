"""Helplines: whatever is wrong with a contact, no contact is hidden by it."""

from datetime import date

import pytest

from integrate_tui.core.pieces import Contact, Country, Support
from tests.packs.helpers import loaded, one, pack, told
from tests.packs.samples import SUPPORT

START = "# T\nkind: support\n## Here\n"


def contact(line: str) -> Contact:
    return loaded(Support, f"{START}- {line}").countries[0].contacts[0]


def test_contacts_stand_under_their_country() -> None:
    assert one(Support, SUPPORT).countries == (
        Country(
            title="Germany",
            contacts=(
                Contact(
                    name="TelefonSeelsorge",
                    reach="0800 111 0 111",
                    hours="24/7",
                    web="https://www.telefonseelsorge.de",
                    checked=date(2026, 11, 1),
                    note="Also by chat.",
                ),
            ),
        ),
        Country(
            title="Anywhere",
            always=True,
            contacts=(Contact(name="Directory", reach="findahelpline.com"),),
        ),
    )


@pytest.mark.parametrize(
    ("line", "name", "reach"),
    [
        ("Lifeline: 13 11 14", "Lifeline", "13 11 14"),
        ("Lifeline:13 11 14", "Lifeline", "13 11 14"),
        ("Need to talk?: call: 1737", "Need to talk?", "call: 1737"),
        ("https://example.org: write there", "https://example.org", "write there"),
        ("Directory: https://example.org", "Directory", "https://example.org"),
        (": : 112", "112", ""),
        ("911", "911", ""),
    ],
)
def test_a_name_ends_at_the_first_colon(line: str, name: str, reach: str) -> None:
    assert (contact(line).name, contact(line).reach) == (name, reach)


def test_a_contact_without_a_colon_is_told_and_shown() -> None:
    assert told(f"{START}- 911") == [
        "pack.txt:4:3: no colon parts this name from how to reach it \u2014 "
        "write it as '- Name: how to reach it'"
    ]
    assert contact("911") == Contact(name="911", reach="")


@pytest.mark.parametrize("checked", ["", "soon", "1.11.2026"])
def test_a_contact_that_was_not_checked_on_a_day_counts_as_not_checked(checked: str) -> None:
    text = f"{START}- A: 1\n  checked: {checked}"
    assert loaded(Support, text).countries[0].contacts[0].checked is None
    assert bool(told(text)) == bool(checked)


@pytest.mark.parametrize(
    "mistake",
    [
        "when: sometimes",
        "rule: be kind",
        "caution: a\ncaution: b",
        "takse: 1",
        "suport: x",
        "language: english please",
    ],
)
def test_no_mistake_above_the_contacts_hides_them(mistake: str) -> None:
    text = f"# T\nkind: support\n{mistake}\n## Here\n- A: 1"
    assert loaded(Support, text).countries[0].contacts == (Contact(name="A", reach="1"),)


@pytest.mark.parametrize(
    "mistake",
    [
        "-",
        "? B: 2",
        "stray words",
        "web: https://example.org",
        "  - C: 3",
        "\ncaution: misplaced",
        "  takes: 5 minutes",
        pytest.param(f"- {'a' * 3000}", id="a line that is too long"),
    ],
)
def test_no_mistake_among_the_contacts_hides_the_others(mistake: str) -> None:
    text = f"{START}- A: 1\n{mistake}\n- Z: 9"
    assert told(text)
    names = [one.name for one in loaded(Support, text).countries[0].contacts]
    assert {"A", "Z"} <= set(names)


def test_contacts_under_no_country_are_shown_everywhere_and_told() -> None:
    text = "# T\nkind: support\n- A: 1"
    (country,) = loaded(Support, text).countries
    assert (country.title, country.always) == ("", True)
    assert "these contacts stand under no country" in told(text)[0]


@pytest.mark.parametrize("value", ["alwyas", "", "yes"])
def test_a_country_is_rather_shown_too_often_than_not_at_all(value: str) -> None:
    text = f"{START}show: {value}\n- A: 1"
    assert loaded(Support, text).countries[0].always
    assert told(text)


def test_text_after_contacts_stays_with_their_country() -> None:
    (country,) = one(Support, f"{START}Before.\n- A: 1\n\nAfter.\n\n- B: 2").countries
    assert country.intro == "Before.\n\nAfter."
    assert [one.name for one in country.contacts] == ["A", "B"]


def test_a_country_without_contacts_is_told_and_left_out() -> None:
    text = f"{START}## There\n- A: 1"
    assert [country.title for country in loaded(Support, text).countries] == ["There"]
    assert told(text)[0].startswith("pack.txt:3:4: no contact is given here")


def test_no_contacts_at_all_are_told() -> None:
    text = "# T\nkind: support\nThe practice, 8 to 5"
    assert any("this has no contacts" in problem for problem in told(text))
    assert not pack(text).pieces


def test_a_list_may_wait_for_its_first_contact() -> None:
    assert one(Support, "# T\nkind: support\n// - A: 1").countries == ()
