"""`integrate support`, which has to work whatever else does not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Integrate


def test_without_a_country_each_is_a_line(integrate: Integrate, home: Path) -> None:
    answer = integrate("support")

    assert answer.code == 0
    assert "Germany: Emergency, 112; TelefonSeelsorge," in answer.out
    assert "`integrate support COUNTRY`" in answer.err
    assert not (home / "integrate").exists()


def test_a_named_country_comes_first_with_everything_about_it(integrate: Integrate) -> None:
    answer = integrate("support", "united", "kingdom")

    assert answer.lines[0] == "United Kingdom"
    assert "  Samaritans: 116 123" in answer.lines
    assert "findahelpline.com" in answer.out
    assert "Canada" not in answer.out


def test_the_set_country_is_shown_by_itself(integrate: Integrate) -> None:
    integrate("settings", "country", "Ireland")

    assert integrate("support").lines[0] == "Ireland"
    assert "\nCanada\n" in integrate("support", "--all").out


def test_how_far_a_number_can_be_relied_on_is_said(integrate: Integrate) -> None:
    assert "not confirmed yet" in integrate("support", "ireland").out


def test_support_as_json(integrate: Integrate) -> None:
    found = integrate("support", "germany", "--json").json

    assert [one["country"] for one in found] == ["Germany", "Anywhere"]
    assert list(found[0]) == ["country", "always", "contacts"]
    assert list(found[0]["contacts"][0]) == ["name", "reach", "hours", "web", "note", "checked"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("germny", "Did you mean 'Germany'"), ("united", "United States, United Kingdom")],
)
def test_a_wrong_country_gets_a_sentence(integrate: Integrate, name: str, said: str) -> None:
    answer = integrate("support", name)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_journal_that_cannot_be_opened_is_not_in_the_way(
    integrate: Integrate, home: Path
) -> None:
    (home / "integrate").mkdir()
    (home / "integrate" / "journal.db").write_text("not a journal at all")

    answer = integrate("support")

    assert answer.code == 0
    assert "Emergency" in answer.out
