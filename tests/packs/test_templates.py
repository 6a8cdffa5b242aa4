"""Every template is a good pack, and says with comments how it is written."""

import re

import pytest

from integrate_tui.core.pieces import Guide, Kind, Support, kind_of
from integrate_tui.packs.forms import FORMS
from integrate_tui.packs.help import PAGE
from integrate_tui.packs.templates import template
from tests.packs.helpers import one, pack, told

GUIDE = template(Kind.GUIDE)
EXAMPLE = r"(?m)^// (?=##|-|  |show: always$)"
"""What stands in front of the lines of an example that is not shown."""


@pytest.mark.parametrize("kind", Kind)
def test_a_template_is_a_good_pack_of_its_kind(kind: Kind) -> None:
    read = pack(template(kind))
    assert not read.problems
    assert [kind_of(piece) for piece in read.pieces] == [kind]


@pytest.mark.parametrize("kind", Kind)
def test_a_template_begins_with_a_comment(kind: Kind) -> None:
    assert template(kind).startswith("// ")


@pytest.mark.parametrize("kind", Kind)
def test_a_template_shows_every_mark_of_its_kind(kind: Kind) -> None:
    text = re.sub(EXAMPLE, "", template(kind))
    assert re.search(r"^# ", text, re.MULTILINE)
    mark = FORMS[kind].mark.value
    assert not mark or re.search(rf"^{re.escape(mark)} ", text, re.MULTILINE)
    assert not FORMS[kind].under.words or re.search(r"^  [a-z ]+: ?", text, re.MULTILINE)


@pytest.mark.parametrize("kind", Kind)
def test_a_template_uses_nothing_that_the_help_does_not_have(kind: Kind) -> None:
    used = re.findall(r"^ *([a-z ]+):(?!//)", template(kind), re.MULTILINE)
    words = {word for place in FORMS[kind].places for word in place.words}
    assert used
    assert all(f"{word}:" in PAGE for word in used if word in words)


def test_the_first_contact_is_an_example_that_is_not_shown() -> None:
    assert one(Support, template(Kind.SUPPORT)).countries == ()
    assert not re.search(r"\d{3}", template(Kind.SUPPORT))


def test_the_example_of_a_contact_is_one_without_its_slashes() -> None:
    (country,) = one(Support, re.sub(EXAMPLE, "", template(Kind.SUPPORT))).countries
    assert (country.title, country.always) == ("Near me", True)
    assert [contact.hours for contact in country.contacts] == ["9 to 17"]


def test_the_first_guide_teaches_names_conditions_angles_and_keeping() -> None:
    guide = one(Guide, GUIDE)
    assert any(prompt.ask_if and prompt.ask_if.or_else for prompt in guide.prompts)
    assert any(prompt.deeper for prompt in guide.prompts)
    assert any(prompt.keep_as for prompt in guide.prompts)


@pytest.mark.parametrize(
    ("written", "mistaken", "problem"),
    [
        ("  deeper:", "  deepr:", "unknown setting 'deepr:' \u2014 did you mean 'deeper:'?"),
        (
            "  choose:",
            "choose:",
            "'choose:' belongs to the prompt above",
        ),
        ("tags: my own", "rule: only short answers", "did you mean 'short answers only'?"),
        ("? How heavy", "  ? How heavy", "take away the spaces before it"),
        ("keep as: insight", "keep as: insights", "did you mean 'insight'?"),
        (
            "0 heavy .. 10",
            "0 heavy to 10",
            "put two dots between them",
        ),
        ("another-side is yes or", "anotherside is yes or", "did you mean 'another-side'?"),
        ("or weight below 4", "or below 4", "'another-side is yes or another-side below 4'"),
        ("takes: 10 minutes", "takes: ten", "write it as '10 minutes', '90 seconds' or '1 hour'"),
        ("when: any time", "when: mornings", "did you mean 'morning'?"),
    ],
)
def test_a_mistake_in_the_first_guide_is_found_placed_and_explained(
    written: str, mistaken: str, problem: str
) -> None:
    assert written in GUIDE
    line = GUIDE[: GUIDE.index(written)].count("\n") + 1
    found = told(GUIDE.replace(written, mistaken, 1))
    assert any(one.startswith(f"pack.txt:{line}:") and problem in one for one in found), found
