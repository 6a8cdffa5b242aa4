from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.goal import Goal, GoalStep
from integrate_tui.core.insight import Insight
from integrate_tui.core.text import clean_line
from integrate_tui.exchange import front_matter
from integrate_tui.exchange.days import Day, Ties
from integrate_tui.exchange.front_matter import quoted
from tests.builders import a_report
from tests.exchange.kept import kept

SUNDAY = date(2026, 11, 22)


def read(matter: str) -> Any:
    """Return what a reader of YAML finds between the lines of front matter."""
    empty, between, rest = matter.split("---\n")
    assert (empty, rest) == ("", "\n")
    return yaml.safe_load(between)


def test_a_day_says_when_it_was_and_what_is_in_it():
    day = Day(
        SUNDAY,
        written=[kept(Entry("One"), 1), kept(Entry("Two"), 2), kept(a_report(), 3)],
        insights=[kept(Insight("It is all one."), 4)],
        steps=[kept(GoalStep("Call Ana"), 5)],
        experiences=["Session 3"],
        ties=Ties(
            tags={1: ("sea", "home"), 3: ("sea",), 9: ("other",)},
            about={1: ["The lake", "Session 3"], 2: ["The lake"]},
        ),
    )
    assert front_matter.of_day(day) == (
        '---\ndate: "2026-11-22"\n'
        'tags:\n  - "home"\n  - "sea"\n'
        'experiences:\n  - "Session 3"\n  - "The lake"\n'
        'kinds:\n  - "entry"\n  - "check-in"\n  - "insight"\n  - "step"\n'
        'counts:\n  "entry": 2\n  "check-in": 1\n  "insight": 1\n  "step": 1\n'
        "---\n\n"
    )


def test_what_there_is_not_is_an_empty_list():
    found = read(front_matter.of_day(Day(SUNDAY, written=[kept(Entry("One"))])))
    assert found == {
        "date": "2026-11-22",
        "tags": [],
        "experiences": [],
        "kinds": ["entry"],
        "counts": {"entry": 1},
    }


def test_an_experience_names_itself():
    found = read(front_matter.of_experience(kept(Experience("The lake"), 5), Ties({5: ("sea",)})))
    assert found["experiences"] == ["The lake"]
    assert (found["date"], found["kinds"], found["tags"]) == ("2026-11-22", ["experience"], ["sea"])


def test_what_is_of_many_days_has_no_date():
    found = read(front_matter.of_all([kept(Goal("Water"), 1), kept(GoalStep("Call"), 2)], Ties()))
    assert "date" not in found
    assert found["counts"] == {"goal": 1, "step": 1}


@pytest.mark.parametrize(
    "words",
    ["no", "yes", "null", "~", "1e3", "0x1F", "12:30", "2026-11-22", "- a", "a: b", "# a", "[a]",
     "{a}", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", '"', "\\", "\\n", "a #b", "---",
     " a ", "", "\u65e5\u8a18", "\U0001f30a", "e\u0301", "\u200e\u05d0", "\u2028", "\ufeff",
     "a\tb"],
)  # fmt: skip
def test_any_word_is_read_back_as_it_is(words: str):
    assert yaml.safe_load(quoted(words)) == words


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("\x00\x07\x1b\x7f\x85\x9b\xa0\ufffe\uffff")
@example("a\nb\r\nc\\\"'")
def test_whatever_is_written_is_read_back_as_it_is(words: str):
    line = quoted(words)
    assert "\n" not in line
    assert yaml.safe_load(line) == words
    assert yaml.safe_load(f"- {line}\n- {line}\n") == [words, words]


@given(st.lists(st.text().map(clean_line), max_size=4))
def test_tags_of_any_kind_are_read_back(tags: list[str]):
    day = Day(SUNDAY, written=[kept(Entry(), 1)], ties=Ties({1: tags}))
    assert read(front_matter.of_day(day))["tags"] == sorted(set(tags))
