"""The rules of the house that no linter knows, read from the source and the classes themselves."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.screen import Screen

import integrate_tui
from integrate_tui import tui
from integrate_tui.tui.app import IntegrateApp
from integrate_tui.tui.keys import IN_FLOWS, key_words
from integrate_tui.tui.modals.help import HelpModal
from integrate_tui.tui.screens.base import Place
from integrate_tui.tui.screens.hidden import HiddenScreen

HOME = Path(integrate_tui.__file__).parent
MODULES = sorted((HOME / "tui").rglob("*.py"))

LONGEST = 360
LONG_FOR_A_REASON = {
    "core/pieces.py": "the pieces of text packs are told apart by one union, in one place",
}
WITHOUT_HELP = {
    HelpModal: "it is the help",
    HiddenScreen: "it tells nothing, that being what it is for",
}


def classes() -> list[type]:
    """Return every class that the screens are made of."""
    found: list[type] = []
    for module in pkgutil.walk_packages(tui.__path__, "integrate_tui.tui."):
        members = vars(importlib.import_module(module.name)).values()
        found += [
            each for each in members if inspect.isclass(each) and each.__module__ == module.name
        ]
    return found


CLASSES = classes()
KINDS = [each for each in CLASSES if issubclass(each, Screen)]
# Those that no other is a kind of are those that are shown.
SCREENS = [each for each in KINDS if not any(each in other.__mro__[1:] for other in KINDS)]
every_screen = pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.__name__)


def bindings() -> list[tuple[type, object]]:
    """Return every binding that is declared, with the class that declares it."""
    return [(each, binding) for each in CLASSES for binding in vars(each).get("BINDINGS", ())]


BINDINGS = [(owner, binding) for owner, binding in bindings() if isinstance(binding, Binding)]


def test_there_is_something_to_look_at():
    assert len(SCREENS) > 15
    assert len(BINDINGS) > 80


def faulty(is_well: Callable[[type, Binding], object]) -> list[str]:
    """Return the bindings of which something does not hold."""
    return [f"{owner.__name__} {b.key}" for owner, b in BINDINGS if not is_well(owner, b)]


def test_every_binding_is_one_that_can_have_an_id():
    assert len(bindings()) == len(BINDINGS)  # a tuple cannot


def test_every_binding_has_an_id_by_where_and_what():
    assert faulty(lambda _, b: re.fullmatch(r"[a-z-]+\.[a-z0-9-]+", b.id or "")) == []


def test_every_binding_has_words_and_one_that_is_shown_has_a_name():
    assert faulty(lambda _, b: b.tooltip or b.description) == []
    assert faulty(lambda _, b: b.description or not b.show) == []
    assert faulty(lambda _, b: re.fullmatch(r"([A-Z][^.!]*)?", b.description)) == []
    assert faulty(lambda _, b: re.fullmatch(r"([A-Z][^!]*\.)?", b.tooltip)) == []


def test_every_binding_leads_to_an_action():
    def leads_somewhere(owner: type, binding: Binding) -> bool:
        namespace, name, _ = parse(binding.action)
        target = IntegrateApp if namespace == "app" else owner
        return hasattr(target, f"action_{name}") or hasattr(target, f"_action_{name}")

    assert faulty(leads_somewhere) == []


def test_every_key_is_written_as_people_write_it():
    assert faulty(lambda _, b: all("_" not in key_words(key) for key in b.key.split(","))) == []


def test_no_two_bindings_have_the_same_id():
    ids = Counter(binding.id for _, binding in BINDINGS)
    assert [id for id, count in ids.items() if count > 1] == []
    assert set(ids) >= IN_FLOWS


def test_no_place_takes_a_key_that_works_everywhere():
    everywhere = {key for owner, b in BINDINGS if owner is IntegrateApp for key in b.key.split(",")}
    taken = {
        (owner.__name__, key)
        for owner, binding in BINDINGS
        if issubclass(owner, Place)
        for key in binding.key.split(",")
        if key in everywhere
    }
    assert taken == set()


@every_screen
def test_a_screen_says_where_the_keys_go_first(screen: type[Screen[object]]):
    own = [base for base in screen.__mro__ if base.__module__.startswith("integrate_tui")]
    assert any("AUTO_FOCUS" in vars(base) for base in own)
    assert isinstance(screen.AUTO_FOCUS, str)


@every_screen
def test_a_screen_says_what_it_is_for(screen: type[Screen[object]]):
    words = vars(screen).get("HELP")
    if screen in WITHOUT_HELP:
        assert words is None
    else:
        assert re.fullmatch(r"[A-Z][^!\n]+\.", words or "")


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last part of its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func.value if isinstance(node.func, ast.Subscript) else node.func
            if isinstance(target, ast.Name):
                yield target.id, node
            elif isinstance(target, ast.Attribute):
                yield target.attr, node


def keyword(call: ast.Call, name: str) -> object:
    """Return a keyword that is given to a call as a constant, None where it is not."""
    values = [each.value for each in call.keywords if each.arg == name]
    return values[0].value if values and isinstance(values[0], ast.Constant) else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_words_are_read_as_markup(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked_up = [
        f"{path.name}:{call.lineno}"
        for name, call in calls(tree)
        if name in ("Static", "Label", "notify")
        and keyword(call, "markup") is not False
        and all(each.arg for each in call.keywords)  # what is passed on was asked for elsewhere
    ]
    assert marked_up == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_id_is_given_twice_on_a_screen(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            given = [keyword(call, "id") for name, call in calls(node) if name != "Binding"]
            assert [id for id, count in Counter(given).items() if id and count > 1] == []


def test_no_file_is_longer_than_one_reads_in_one_go():
    lengths = {
        path.relative_to(HOME).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in HOME.rglob("*.py")
    }
    long = {name for name, length in lengths.items() if length > LONGEST}
    assert long == set(LONG_FOR_A_REASON)
