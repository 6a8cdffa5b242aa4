"""A file as a whole: good pieces load beside broken ones, and every problem has its place."""

import pytest

from integrate_tui.core.pieces import Guide, Kind, Measure, Support
from integrate_tui.packs.grammar import MOST_PIECES
from integrate_tui.packs.notes import MOST_PROBLEMS
from integrate_tui.packs.pack import MOST_BYTES, MOST_LINES, MOST_STRAY, kinds_said, read_pack
from tests.packs.helpers import pack, told
from tests.packs.samples import EVERY, EXERCISE, GUIDE, MEASURE


def test_a_broken_piece_does_not_hide_its_neighbours() -> None:
    text = "\n".join([GUIDE, EXERCISE.replace("- in 4s", "- breath 4s"), MEASURE])
    read = pack(text)
    assert [type(piece) for piece in read.pieces] == [Guide, Measure]
    assert [(found.kind, found.id) for found in read.found if found.piece is None] == [
        (Kind.EXERCISE, "longer-out-breath")
    ]


def test_every_problem_of_a_file_is_told_in_the_order_of_the_lines() -> None:
    problems = pack("# A\n? a\n  scale: x\n# B\nkind: exercise\n- breath 4s\n- in\nstray").problems
    assert [(problem.line, problem.column) for problem in problems] == [
        (3, 10),
        (6, 3),
        (7, 5),
        (8, 1),
    ]


def test_a_problem_reads_as_a_line_with_its_place_and_its_mend() -> None:
    assert told("# A\nkind: exercise\n- breath 4s") == [
        "pack.txt:3:3: unknown verb 'breath' \u2014 did you mean 'in' or 'out'?"
    ]


def test_the_second_piece_with_an_id_is_told_and_left_out() -> None:
    read = pack("# A\n? first\n\n# Other\nid: a\n? second")
    assert [piece.title for piece in read.pieces] == ["A"]
    assert [str(problem) for problem in read.problems] == [
        "pack.txt:4:3: another guide in this file has the id 'a', in line 1 \u2014 "
        "give this one another title, or an 'id:' of its own"
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# A\nid: a\nabout: x\n? a", {Kind.GUIDE}),
        ("# A\nabout: x\nkind: exercise\n- in 4s", {Kind.EXERCISE}),
        ("# A\n// kind: exercise\nWords first.\n? a", {Kind.GUIDE}),
        ("# A\n? a\n# B\nkind: measure\n? b", {Kind.GUIDE, Kind.MEASURE}),
        ("# A\nKind: exercise\n- in 4s", None),
        ("# A\nknid: exercise\n- in 4s", None),
        ("# A\nkind: poem\n- in 4s", None),
        ("# A\n\tkind: exercise\n- in 4s", None),
        ("", set()),
    ],
)
def test_the_kinds_in_a_file_are_told_at_a_glance_where_they_are_plain(
    text: str, kinds: set[Kind] | None
) -> None:
    assert kinds_said(text) == kinds


def test_pieces_of_different_kinds_may_have_the_same_id() -> None:
    assert len(pack("# A\n? a\n# A\nkind: exercise\n- in 4s").pieces) == 2


def test_a_piece_of_unknown_kind_is_still_listed() -> None:
    (found,) = pack("# A\nkind: poem\n? a").found
    assert (found.kind, found.id, found.title, found.piece) == (None, "a", "A", None)


def test_an_empty_file_is_told() -> None:
    assert told("") == ["pack.txt: this file is empty \u2014 begin a piece with '# ' and its title"]


def test_a_file_of_comments_has_no_problem() -> None:
    assert not pack("// # A\n// ? a\n\n").problems


def test_a_text_that_is_too_large_is_refused_as_a_whole() -> None:
    assert [str(problem) for problem in read_pack("a" * (MOST_BYTES + 1), "x.txt").problems] == [
        "x.txt: this file is larger than 1 MiB \u2014 put its pieces into several files"
    ]


def test_all_samples_fit_into_one_file() -> None:
    read = pack("\n".join(EVERY))
    assert {found.kind for found in read.found} == set(Kind)
    assert not read.problems


def test_a_file_from_another_system_reads_the_same() -> None:
    text = "\n".join(EVERY)
    assert pack("\ufeff" + text.replace("\n", "\r\n")).pieces == pack(text).pieces
    assert pack(text.replace("\n", "\r")).pieces == pack(text).pieces
    assert pack(text.replace("  ", "\t")).pieces == pack(text).pieces


def test_a_text_with_too_many_lines_is_refused_as_a_whole() -> None:
    head = "# T\n? a\n"
    assert pack(head + "\n" * (MOST_LINES - 3)).pieces
    for end in ("\n", "\r\n", "\r"):
        assert told(head + end * MOST_LINES) == [
            "pack.txt: this file has more than 5,000 lines \u2014 put its pieces into several files"
        ]


def test_a_text_with_too_long_lists_is_refused_as_a_whole() -> None:
    assert told("# T\n? a\n" + ("\\" + "a," * 999 + "\n") * 11) == [
        "pack.txt: the lists in this file have more than 10,000 parts \u2014 "
        "put its pieces into several files"
    ]


@pytest.mark.parametrize("stray", ["\x00", "\x1b", "\u202e", "\u2028", "\ud800", "\x85"])
def test_what_is_no_text_is_refused_as_a_whole(stray: str) -> None:
    assert told("# T\n? a\n" + stray * (MOST_STRAY + 1)) == [
        "pack.txt: this is no text: it is full of control characters \u2014 "
        "save it as plain text, UTF-8"
    ]


def test_a_file_with_more_problems_than_anyone_mends_at_once_is_read_no_further() -> None:
    read = pack("# A\n? a\n\n# B\n" + "?\n" * 300 + "# C\n? c\n")
    assert [(found.id, found.piece is not None) for found in read.found] == [
        ("a", True),
        ("b", False),
    ]
    assert len(read.problems) == MOST_PROBLEMS + 1
    assert str(read.problems[0]) == (
        "pack.txt:4:3: more than 200 things are wrong in this file, and what follows is not read "
        "\u2014 mend some of them, and look again"
    )


def test_problems_are_counted_over_all_pieces_of_a_file() -> None:
    read = pack("# A\n?\n\n" * 300)
    assert len(read.problems) <= MOST_PROBLEMS + 1
    assert len(read.found) < 300


def test_contacts_are_never_given_up_for_their_problems() -> None:
    text = "# Mine\nkind: support\n## Here\n" + "- a: 1\n  checked: today\n" * 300
    (support,) = pack(text).pieces
    assert isinstance(support, Support)
    assert len(support.countries[0].contacts) == 300


HOSTILE = {
    "prompts": "?\n",
    "titles": "# a\n",
    "steps": "- in 4s x\n",
    "sections": "## a\n",
    "deep": " " * 1_000 + "x\n",
    "near misses": "takse: 5\n",
    "long lines": "x" * 2_100 + "\n",
    "one line": "a ",
    "conditions": "? a\n  ask if: " + "b is c or " * 190 + "\n",
    "verbs": "- breath 4s\n",
    "lists": "tags: " + "abc, " * 300 + "\n",
    "choices": "? a\n  choose: " + "a, " * 600 + "\n",
    "rules": "rule: " + "not " * 400 + "\n",
    "times": "when: " + "days, " * 300 + "\n",
    "escapes": "\x1b[2Jx\n",
    "names": "? a\n  name: b\n",
}
"""What a file of the largest size can be made of that is of no use to anyone."""


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("head", ["", "# T\n", "# T\nkind: exercise\n", "# T\nkind: support\n"])
@pytest.mark.parametrize("size", [20_000, MOST_BYTES])
def test_no_file_makes_more_work_than_its_limits_allow(unit: str, head: str, size: int) -> None:
    read = pack((head + unit * (size // len(unit)))[:size])
    assert len(read.problems) <= MOST_PROBLEMS + 1
    assert len(read.found) <= MOST_PIECES
    assert all(len(str(problem)) < 1_000 for problem in read.problems)
