"""What the code says of itself: words stand where they are read, and what asks is answered."""

import ast
from collections.abc import Iterator
from pathlib import Path

import integrate_tui

HOME = Path(integrate_tui.__path__[0])
_ASKS = ("is_", "has_", "may_", "can_")

PARSED = {
    path.relative_to(HOME).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(HOME.rglob("*.py"))
}


def is_words(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def bodies(tree: ast.Module) -> Iterator[tuple[list[ast.stmt], bool]]:
    """Every run of statements, and whether words may open it."""
    for node in ast.walk(tree):
        opens = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for field in ("body", "orelse", "finalbody"):
            run = getattr(node, field, None)
            if isinstance(run, list):
                yield run, opens and field == "body"


def test_words_stand_at_the_beginning_or_under_what_they_are_about():
    astray = [
        f"{name}:{statement.lineno}"
        for name, tree in PARSED.items()
        for run, opens in bodies(tree)
        for index, statement in enumerate(run)
        if is_words(statement)
        and not (opens and index == 0)
        and not (index and isinstance(run[index - 1], ast.Assign | ast.AnnAssign))
    ]
    assert astray == []


def test_a_name_that_asks_is_answered():
    mute = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in PARSED.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.lstrip("_").startswith(_ASKS)
        and isinstance(node.returns, ast.Constant)
        and node.returns.value is None
    ]
    assert mute == []
