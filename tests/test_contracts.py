"""Every part of the program stands in the contracts of the rings, so that none slips past them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import integrate_tui

HOME = Path(integrate_tui.__file__).parent
PARTS = sorted(
    f"integrate_tui.{path.stem}"
    for path in HOME.iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").is_file()) and not path.stem.startswith("__")
)
SETTINGS = tomllib.loads((HOME.parent / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["name"]: contract for contract in SETTINGS["tool"]["importlinter"]["contracts"]
}


def source(name: str) -> set[str]:
    (contract,) = [found for known, found in CONTRACTS.items() if known.startswith(name)]
    return set(contract["source_modules"])


@pytest.mark.parametrize("part", PARTS)
def test_every_part_below_the_front_ends_is_kept_from_drawing(part: str):
    is_front_end = part in ("integrate_tui.cli", "integrate_tui.tui")
    assert (part in source("Nothing below the front ends draws")) is not is_front_end


@pytest.mark.parametrize("part", PARTS)
def test_every_part_but_the_store_is_kept_from_the_driver(part: str):
    assert (part in source("Only the store speaks")) is (part != "integrate_tui.store")
