"""The figures say what is in use, and nothing else."""

from pathlib import Path

from integrate_tui.packs.catalog import Catalogue
from integrate_tui.packs.counts import Counts, count
from tests.packs.samples import EVERY


def counted(folder: Path, *texts: str) -> Counts:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    return count(Catalogue(folder, None))


def test_everything_in_use_is_counted(tmp_path: Path) -> None:
    assert counted(tmp_path, *EVERY) == Counts(
        guides=1,
        prompts=4,
        exercises=1,
        steps=4,
        measures=1,
        questions=3,
        feelings=5,
        values=5,
        contacts=2,
        countries=1,
        problems=1,
    )


def test_a_broken_piece_counts_only_as_its_problems(tmp_path: Path) -> None:
    counts = counted(tmp_path, "# Good\n? a\n? b\n\n# Bad\n? c\n  scale: high\n")
    assert (counts.guides, counts.prompts, counts.problems) == (1, 2, 1)


def test_a_piece_that_was_replaced_is_not_counted_twice(tmp_path: Path) -> None:
    for name, text in {"bundled": "# Page\n? a\n? b\n", "own": "# Page\n? c\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(text)
    counts = count(Catalogue(tmp_path / "bundled", tmp_path / "own"))
    assert (counts.guides, counts.prompts) == (1, 1)
