"""Every pack that comes with the program is good."""

from pathlib import Path

import pytest

from integrate_tui.core.pieces import Kind
from integrate_tui.packs.catalog import Catalogue
from integrate_tui.packs.files import BUNDLED, load, scan
from integrate_tui.packs.lines import MOST_CHARACTERS
from integrate_tui.packs.pack import kinds_said, read_pack
from tests.packs.helpers import write_pack

PROMPTS = Path(__file__).parents[2] / "prompts"
SHIPPED = sorted(PROMPTS.rglob("*.txt"))


def names(path: Path) -> str:
    return path.relative_to(PROMPTS).as_posix()


shipped = pytest.mark.parametrize("path", SHIPPED, ids=names)


@shipped
def test_a_shipped_pack_has_no_problem(path: Path) -> None:
    assert [str(problem) for problem in load(path, names(path)).problems] == []


@shipped
def test_a_shipped_pack_is_read_again_after_it_was_written(path: Path) -> None:
    pieces = load(path, names(path)).pieces
    assert pieces
    assert read_pack(write_pack(pieces), names(path)).pieces == pieces


@shipped
def test_a_shipped_pack_has_no_line_that_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert max(map(len, lines)) <= MOST_CHARACTERS


@shipped
def test_what_a_shipped_pack_says_of_its_kinds_at_a_glance_is_true(path: Path) -> None:
    kinds = {found.kind for found in load(path, names(path)).found}
    assert set(kinds_said(path.read_text(encoding="utf-8")) or ()) == kinds


@shipped
def test_a_shipped_pack_lies_in_the_folder_of_its_kind(path: Path) -> None:
    kinds = {found.kind for found in load(path, names(path)).found}
    assert kinds <= BUNDLED[path.parent.name]


@pytest.mark.parametrize("path", sorted((PROMPTS / "exercises").glob("*.txt")), ids=names)
def test_a_shipped_exercise_is_in_the_file_of_its_id_and_so_found_at_once(path: Path) -> None:
    assert [found.id for found in load(path, names(path)).found] == [path.stem]


def test_every_file_in_the_folder_is_a_pack() -> None:
    others = [path for path in PROMPTS.rglob("*") if path.is_file() and path not in SHIPPED]
    assert others == []
    assert [entry.name for entry in scan(PROMPTS, own=False) if entry.refusal] == []


def test_all_shipped_packs_together_have_no_problem() -> None:
    catalogue = Catalogue(PROMPTS, None)
    assert [str(problem) for problem in catalogue.problems()] == []


def test_no_two_shipped_pieces_of_a_kind_have_the_same_id() -> None:
    keys = [row.key for row in Catalogue(PROMPTS, None).listing()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", Kind)
def test_there_is_a_shipped_piece_of_each_kind(kind: Kind) -> None:
    assert any(row.kind is kind and row.in_use for row in Catalogue(PROMPTS, None).listing())
