"""A file as a whole: good pieces load beside broken ones, and every problem has its place."""

from integrate_tui.core.pieces import Guide, Kind, Measure
from integrate_tui.packs.pack import MOST_BYTES, read_pack
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


def test_a_piece_with_more_problems_than_anyone_reads_is_cut_off() -> None:
    assert len(pack("# A\n" + "?\n" * 5000).problems) < 500
