"""Values are frozen, slotted dataclasses in every way that the program counts on.

Each behaviour is asked of a value and of a dataclass of the same shape: what the second answers is
what the first has to.
"""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from integrate_tui.core.value import value

T = TypeVar("T")


@value()
class Point:
    """A value."""

    x: int
    y: int = 2
    tags: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False)
    kind: ClassVar[str] = "point"

    @property
    def both(self) -> tuple[int, int]:
        return self.x, self.y


@dataclass(frozen=True, slots=True)
class PlainPoint:
    """What it is to be like."""

    x: int
    y: int = 2
    tags: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False)
    kind: ClassVar[str] = "point"

    @property
    def both(self) -> tuple[int, int]:
        return self.x, self.y


@value()
class Pair:
    left: int
    right: str = "r"


@dataclass(frozen=True, slots=True)
class PlainPair:
    left: int
    right: str = "r"


@value()
class Triple(Pair):
    right: str = "changed"
    more: float = 0.5


@dataclass(frozen=True, slots=True)
class PlainTriple(PlainPair):
    right: str = "changed"
    more: float = 0.5


@value()
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class PlainNothing:
    pass


@value()
class One:
    name: str


@dataclass(frozen=True, slots=True)
class PlainOne:
    name: str


@value(kw_only=True)
class Named:
    left: int
    right: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainNamed:
    left: int
    right: int = 0


@value()
class Box(Generic[T]):
    content: T


Kind = Any
"""A class that mypy need not know, since two of them are asked the same."""


def alike(*kinds: Kind) -> pytest.MarkDecorator:
    """Ask the same of a value and of a dataclass."""
    return pytest.mark.parametrize("kind", kinds)


points = alike(Point, PlainPoint)
pairs = alike(Pair, PlainPair)
triples = alike(Triple, PlainTriple)


@points
def test_it_is_made_by_position_by_name_or_by_both(kind: Kind):
    made = [kind(1, 2, ("a",)), kind(x=1, y=2, tags=("a",)), kind(1, tags=("a",), y=2)]
    assert made[0] == made[1] == made[2]
    assert (made[0].x, made[0].y, made[0].tags) == (1, 2, ("a",))


@points
def test_what_is_not_given_is_the_default(kind: Kind):
    point = kind(1)
    assert (point.y, point.tags, point.marks, point.note) == (2, (), [], "")


@points
def test_a_default_that_is_made_is_made_for_each(kind: Kind):
    one, other = kind(1), kind(1)
    one.marks.append("mine")
    assert other.marks == []


@points
@pytest.mark.parametrize(
    ("args", "named"),
    [
        ((), {}),
        ((), {"y": 2}),
        ((1, 2, (), [], "", "more"), {}),
        ((1,), {"unknown": 1}),
        ((1,), {"x": 1}),
        ((), {"x": 1, "kind": "line"}),
    ],
    ids=["nothing", "without-x", "too-many", "unknown", "twice", "of-the-class"],
)
def test_what_does_not_fit_is_refused(kind: Kind, args: tuple[Any, ...], named: dict[str, Any]):
    with pytest.raises(TypeError):
        kind(*args, **named)


def test_a_refusal_says_what_is_wrong():
    kind: Kind = Point
    with pytest.raises(TypeError, match="Point needs x"):
        kind()
    with pytest.raises(TypeError, match="Point has no z"):
        kind(1, z=2)
    with pytest.raises(TypeError, match="Point was given too many"):
        kind(*range(9))


def test_a_default_that_would_be_shared_is_refused():
    with pytest.raises(ValueError, match="mutable default"):
        value()(type("Shared", (), {"__annotations__": {"all": list}, "all": []}))


@pairs
def test_equals_have_equal_contents_and_hashes(kind: Kind):
    assert kind(1, "a") == kind(1, "a")
    assert hash(kind(1, "a")) == hash(kind(1, "a"))
    assert kind(1, "a") != kind(1, "b")
    assert kind(1, "a") != kind(2, "a")
    assert len({kind(1), kind(1), kind(2)}) == 2


@pytest.mark.parametrize(("kind", "other"), [(Pair, Triple), (PlainPair, PlainTriple)])
def test_nothing_of_another_class_is_equal(kind: Kind, other: Kind):
    assert kind(1, "a") != other(1, "a")
    assert other(1, "a") != kind(1, "a")
    assert kind(1, "a") != (1, "a")
    assert kind(1, "a").__eq__((1, "a")) is NotImplemented


@points
def test_what_is_not_compared_makes_no_difference(kind: Kind):
    assert kind(1, note="this") == kind(1, note="that")
    assert kind(1, marks=["this"]) != kind(1, marks=["that"])


@points
def test_contents_without_a_hash_have_none_together(kind: Kind):
    with pytest.raises(TypeError, match="unhashable"):
        hash(kind(1))


@alike(One, PlainOne)
def test_one_field_alone_is_compared_too(kind: Kind):
    assert kind("a") == kind("a") != kind("b")
    assert hash(kind("a")) == hash(kind("a"))


@alike(Nothing, PlainNothing)
def test_a_value_without_fields_equals_every_other_of_its_class(kind: Kind):
    assert kind() == kind()
    assert hash(kind()) == hash(kind())
    assert repr(kind()) == f"{kind.__name__}()"
    with pytest.raises(TypeError):
        kind(1)


@points
def test_it_is_written_as_it_is_made(kind: Kind):
    assert repr(kind(1, note="n")) == (f"{kind.__name__}(x=1, y=2, tags=(), marks=[], note='n')")


@points
def test_nothing_in_it_can_be_changed(kind: Kind):
    point = kind(1)
    for name in ("x", "note"):
        with pytest.raises(FrozenInstanceError):
            setattr(point, name, 5)
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert point == kind(1)


@points
def test_it_has_slots_alone(kind: Kind):
    assert not hasattr(kind(1), "__dict__")
    assert set(kind.__slots__) == {"x", "y", "tags", "marks", "note"}
    assert kind.kind == kind(1).kind == "point"


@points
def test_another_is_made_of_it_with_something_else(kind: Kind):
    point = kind(1, note="n")
    assert replace(point, y=5) == kind(1, 5)
    assert replace(point, y=5).note == "n"
    assert point.y == 2
    with pytest.raises(TypeError):
        replace(point, unknown=1)


@points
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_it_goes_through_a_pickle(kind: Kind, protocol: int):
    point = kind(1, marks=["m"], note="n")
    back = pickle.loads(pickle.dumps(point, protocol))
    assert back == point
    assert back.note == "n"
    with pytest.raises(FrozenInstanceError):
        back.x = 5


@triples
def test_one_that_inherits_goes_through_a_pickle_whole(kind: Kind):
    triple = kind(1, "a", 2.5)
    assert pickle.loads(pickle.dumps(triple)) == triple


@points
def test_a_copy_is_equal_and_a_deep_one_shares_nothing(kind: Kind):
    point = kind(1, marks=["m"])
    assert copy.copy(point) == copy.deepcopy(point) == point
    assert copy.copy(point).marks is point.marks
    assert copy.deepcopy(point).marks is not point.marks


@triples
def test_what_is_inherited_comes_first_and_may_be_changed(kind: Kind):
    assert [each.name for each in fields(kind)] == ["left", "right", "more"]
    assert kind(1) == kind(1, "changed", 0.5)
    assert isinstance(kind(1), kind.__mro__[1])
    assert repr(kind(1)) == f"{kind.__name__}(left=1, right='changed', more=0.5)"
    assert replace(kind(1), left=2) == kind(2)


@points
def test_it_has_methods_of_its_own(kind: Kind):
    assert kind(1).both == (1, 2)


@points
def test_it_is_matched_by_position_and_by_name(kind: Kind):
    match kind(1, 5):
        case kind(0, _):
            found = "zero"
        case kind(1, y=second):
            found = f"one and {second}"
    assert found == "one and 5"
    assert kind.__match_args__ == ("x", "y", "tags", "marks", "note")


@alike(Named, PlainNamed)
def test_fields_by_name_are_given_by_name_only(kind: Kind):
    assert kind(left=1) == kind(right=0, left=1)
    assert kind.__match_args__ == ()
    with pytest.raises(TypeError):
        kind(1)


@points
def test_it_is_a_dataclass_to_whoever_asks(kind: Kind):
    assert [each.name for each in fields(kind)] == ["x", "y", "tags", "marks", "note"]
    assert dataclasses.astuple(kind(1)) == (1, 2, (), [], "")
    assert dataclasses.asdict(kind(1)) == {"x": 1, "y": 2, "tags": (), "marks": [], "note": ""}
    assert dataclasses.is_dataclass(kind)


def test_nothing_can_be_added_to_it():
    with pytest.raises(FrozenInstanceError, match=r"Point\.unknown"):
        setattr(Point(1), "unknown", 5)  # noqa: B010 - what is wrong with it is what is tried


def test_it_may_be_generic():
    assert Box[int](1) == Box(1)
