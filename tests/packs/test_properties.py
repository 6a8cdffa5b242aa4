"""What holds whatever is written: reading never fails, and writing loses nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate_tui.core.pieces import AnyPiece
from integrate_tui.packs.pack import Pack, read_pack
from integrate_tui.packs.writer import write_piece
from tests.packs.helpers import write_pack
from tests.packs.strategies import PACKS, PIECES

# A busy machine is no reason to fail.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(_PATIENT, max_examples=300)
quick = settings(_PATIENT, max_examples=100)


def lines_of(text: str) -> list[str]:
    """The lines of a text, as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def assert_places_lie_inside(read: Pack, text: str) -> None:
    lines = lines_of(text)
    for problem in read.problems:
        assert 0 <= problem.line <= len(lines), problem
        if problem.line:
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem


@thorough
@given(PACKS)
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert_places_lie_inside(read_pack(text, "pack.txt"), text)


@thorough
@given(PACKS)
def test_every_broken_piece_says_why(text: str) -> None:
    for found in read_pack(text, "pack.txt").found:
        assert found.piece is not None or found.problems


@thorough
@given(PACKS)
def test_what_was_read_from_any_text_is_read_again_after_it_was_written(text: str) -> None:
    pieces = read_pack(text, "pack.txt").pieces
    written = write_pack(pieces)
    assert read_pack(written, "pack.txt").pieces == pieces
    assert write_pack(read_pack(written, "pack.txt").pieces) == written


@thorough
@given(PIECES)
def test_any_piece_is_read_again_after_it_was_written(piece: AnyPiece) -> None:
    (found,) = read_pack(write_piece(piece), "pack.txt").found
    assert found.piece == piece, found.problems


@quick
@given(PACKS, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_make_no_difference(text: str, end: str) -> None:
    plain = "\n".join(lines_of(text))
    assert read_pack(plain.replace("\n", end), "pack.txt") == read_pack(plain, "pack.txt")


@quick
@given(PACKS)
def test_nothing_that_steers_a_terminal_comes_out_of_a_pack(text: str) -> None:
    written = write_pack(read_pack(text, "pack.txt").pieces)
    assert not set(written) & set(map(chr, [*range(9), 11, 12, 13, 27, 127, 0x9B, 0x202E, 0x2066]))
