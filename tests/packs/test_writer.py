"""Pieces are written so that reading gives them back, and a person likes to read them."""

from datetime import date

import pytest

from integrate_tui.core.answers import Choose, Scale
from integrate_tui.core.pieces import (
    AnyPiece,
    CheckIn,
    Contact,
    Country,
    Exercise,
    Family,
    Feelings,
    Guide,
    Prompt,
    Round,
    Section,
    Step,
    Support,
    Verb,
)
from integrate_tui.packs.writer import write_piece
from tests.packs.helpers import pack, write_pack
from tests.packs.samples import EVERY, EXERCISE


def again(piece: AnyPiece) -> AnyPiece:
    read = pack(write_piece(piece))
    (same,) = read.pieces
    return same


@pytest.mark.parametrize("sample", EVERY)
def test_text_gives_the_same_piece_after_it_was_written(sample: str) -> None:
    (piece,) = pack(sample).pieces
    assert again(piece) == piece


def test_a_piece_is_written_as_a_person_would() -> None:
    (piece,) = pack(EXERCISE).pieces
    assert (
        write_piece(piece)
        == """\
# Longer out-breath
kind: exercise
takes: 3m20s
level: standard
lengths: 1, 2, 5 minutes
at most: 20 rounds
avoid with: pregnancy, heart
best at: 3-7
evidence: B-

## Arrive
- notice 10s Rest a hand on the chair.
  Any chair.

## Breathe
repeat: until time
- in 4s In, easy.
- out 5.5s Out, as if cooling tea.

## Close
- name own pace One word for how it is.
  answer: line
"""
    )


def test_several_pieces_make_one_file() -> None:
    pieces = pack("\n".join(EVERY)).pieces
    assert pack(write_pack(pieces)).pieces == pieces


def test_what_goes_without_saying_is_not_written() -> None:
    piece = Guide(id="t", title="T", sections=(Section(prompts=(Prompt(text="a"),)),))
    assert write_piece(piece) == "# T\n\n? a\n"


@pytest.mark.parametrize(
    "text",
    [
        "# no title",
        "## no section",
        "? no prompt",
        "- no item",
        "\u2014 somebody said",
        "* no bullet",
        "// no comment",
        "---",
        "\\ a backslash",
        "takes: 10 minutes",
        "takse: 10 minutes",
        "scale: 0 .. 1",
        "Note: this is text",
        "When: it is text",
        "one\n- two\n- three\n\nfour",
        "a " * 3000 + "b",
    ],
)
def test_text_that_looks_like_something_else_is_escaped(text: str) -> None:
    text = text.strip()
    section = Section(title="S", intro=text, prompts=(Prompt(text="a", guidance=text),))
    piece = Guide(id="t", title="T", intro=text, sections=(section,))
    assert again(piece) == piece


@pytest.mark.parametrize(
    "text",
    [
        f"#{'a' * 2000}\n?{'b' * 2000}\n\t{'c' * 2000}",
        f"# T\nabout:{'a' * 1994}\n?b\n\tdeeper:{'c' * 1993}",
        f"# T\n{'a' * 2000}\n{'b ' * 999}b\n## S\n\\#{'c' * 1998}\n?d",
        f"# T\nkind:support\n##{'a' * 2000}\n-{'b' * 1000}:{'c' * 999}",
        f"# T\nkind:exercise\n-in 4s {'a' * 1994}\n\tscale:0{'b' * 990}..10",
        f"# T\n?a\n\tchoose:{','.join(map(str, range(100, 300)))}",
        f"# T\ntags:{','.join('x' * 198 + str(n) for n in range(10, 19))}\ntags:y,z\n?a",
    ],
    ids=["marks", "settings", "text", "contact", "step", "choices", "tags"],
)
def test_a_line_as_long_as_can_be_read_can_be_written(text: str) -> None:
    (piece,) = pack(text).pieces
    assert again(piece) == piece


def test_nothing_is_escaped_without_need() -> None:
    piece = Guide(
        id="t", title="T", sections=(Section(prompts=(Prompt(text="a", guidance="- b\nNote: c"),)),)
    )
    assert "\\" not in write_piece(piece)


@pytest.mark.parametrize(
    "step",
    [
        Step(verb=Verb.NOTICE, seconds=120, cue="30s more of this"),
        Step(verb=Verb.NOTICE, seconds=120, cue="5 birds"),
        Step(verb=Verb.NOTICE, seconds=3600, cue="20m and on"),
        Step(verb=Verb.IN, seconds=5.45),
        Step(verb=Verb.LOOK, seconds=None, cue="own pace"),
    ],
)
def test_a_cue_is_not_taken_for_part_of_the_time(step: Step) -> None:
    piece = Exercise(id="t", title="T", sections=(Round(steps=(step,)),))
    assert again(piece) == piece


def test_choices_with_commas_are_written_with_bars() -> None:
    prompt = Prompt(text="a", answer=Choose(("yes, often", "no")))
    assert "choose: yes, often | no" in write_piece(
        CheckIn(id="t", title="T", sections=(Section(prompts=(prompt,)),))
    )


def test_an_id_is_written_only_where_the_title_does_not_give_it() -> None:
    section = (Section(prompts=(Prompt(text="a", answer=Scale(0, 3)),)),)
    assert "id:" not in write_piece(Guide(id="first-days", title="First days", sections=section))
    assert "id: other" in write_piece(Guide(id="other", title="First days", sections=section))


def test_many_feelings_take_several_lines_of_a_good_length() -> None:
    words = (*(f"feeling {number}" for number in range(40)), "with, a comma")
    piece = Feelings(id="t", title="T", families=(Family(title="F", words=words),))
    assert again(piece) == piece
    assert max(map(len, write_piece(piece).split("\n"))) <= 90


def test_a_contact_keeps_what_is_known_of_it() -> None:
    contact = Contact(
        name="https://example.org",
        reach="write: there",
        hours="9 to 5",
        web="example.org",
        checked=date(2026, 11, 1),
        note="hours: may vary",
    )
    country = Country(title="", always=True, contacts=(contact, Contact(name="911", reach="")))
    piece = Support(id="t", title="T", countries=(country,))
    assert again(piece) == piece


def test_a_title_that_came_from_elsewhere_stays_on_its_line() -> None:
    section = (Section(prompts=(Prompt(text="a\n? b"),)),)
    (guide,) = pack(write_piece(Guide(id="t", title="T\n# U", sections=section))).pieces
    assert guide.title == "T # U"
