import pytest

from integrate_tui.core.entry import Entry
from integrate_tui.core.experience import Experience
from integrate_tui.core.thing import Role
from integrate_tui.errors import NotFoundError, UsageError
from tests.builders import a_moment
from tests.meanwhile import before_the_next_write
from tests.store.desk import Desk, open_desk


def test_tags_are_kept_in_one_form(desk: Desk):
    n = desk.entries.add(
        Entry(text="x"), a_moment(), tags=["#Sea", " sea ", "The  Lake", "#", ""]
    ).n
    assert desk.tags.of(n) == ("sea", "the lake")


def test_setting_tags_leaves_exactly_those(desk: Desk):
    n = desk.entries.add(Entry(text="x"), a_moment(), tags=["sea", "lake"]).n
    desk.tags.set(n, ["lake", "cold"])
    assert desk.tags.of(n) == ("cold", "lake")


def test_tags_in_use_are_counted_outside_the_trash(desk: Desk):
    numbers = [
        desk.entries.add(Entry(), a_moment(), tags=tags).n for tags in (["b"], ["b", "a"], ["c"])
    ]
    desk.trash.put(numbers[2], "Delete")

    assert list(desk.tags.in_use().items()) == [("b", 2), ("a", 1)]
    assert desk.tags.of_many(numbers) == {
        numbers[0]: ("b",), numbers[1]: ("a", "b"), numbers[2]: ("c",)
    }  # fmt: skip
    assert desk.tags.of_many([]) == {}


def test_a_link_is_read_from_both_its_ends(desk: Desk):
    lake = desk.experiences.add(Experience("The lake"), a_moment()).n
    entries = [desk.entries.add(Entry(text=str(i)), a_moment()).n for i in range(3)]
    for n in entries:
        desk.links.set(n, lake, Role.ABOUT)

    assert desk.links.sources(lake, Role.ABOUT) == entries
    assert desk.links.targets(entries[0], Role.ABOUT) == [lake]
    assert desk.links.targets(entries[0], Role.CAME_FROM) == []
    assert desk.links.all_targets(Role.ABOUT) == dict.fromkeys(entries, lake)
    assert desk.links.targets_of_many(entries[:2], Role.ABOUT) == dict.fromkeys(entries[:2], lake)
    assert desk.links.targets_of_many([], Role.ABOUT) == {}
    assert desk.links.days_of_sources(lake, Role.ABOUT) == [a_moment().day]


def test_a_link_that_was_cut_can_be_made_again(desk: Desk):
    a, b = (desk.entries.add(Entry(), a_moment()).n for _ in range(2))
    desk.links.set(a, b, Role.CAME_FROM)
    desk.links.set(a, b, Role.CAME_FROM, linked=False)
    assert desk.links.targets(a, Role.CAME_FROM) == []

    desk.links.set(a, b, Role.CAME_FROM)
    assert desk.links.targets(a, Role.CAME_FROM) == [b]


def test_linking_twice_is_linking_once(desk: Desk):
    a, b = (desk.entries.add(Entry(), a_moment()).n for _ in range(2))
    for _ in range(2):
        desk.links.set(a, b, Role.ABOUT)
    assert desk.links.targets(a, Role.ABOUT) == [b]
    assert len(desk.changes) == 3


def test_what_hangs_on_something_in_the_trash_stands_alone_until_it_is_back(desk: Desk):
    lake = desk.experiences.add(Experience("The lake"), a_moment()).n
    entry = desk.entries.add(Entry(), a_moment()).n
    desk.links.set(entry, lake, Role.ABOUT)

    desk.trash.put(lake, "Delete")
    assert desk.links.targets(entry, Role.ABOUT) == []
    assert desk.links.all_targets(Role.ABOUT) == {}

    desk.trash.restore(lake)
    assert desk.links.targets(entry, Role.ABOUT) == [lake]


@pytest.mark.parametrize("n", [0, 999, 10**30])
def test_tags_and_links_of_nothing_are_refused_in_a_sentence(desk: Desk, n: int):
    there = desk.entries.add(Entry(), a_moment()).n

    with pytest.raises(NotFoundError):
        desk.tags.set(n, ["sea"])
    with pytest.raises(NotFoundError):
        desk.links.set(n, there, Role.ABOUT)
    with pytest.raises(NotFoundError):
        desk.links.set(there, n, Role.ABOUT)
    with pytest.raises(NotFoundError):
        desk.trash.put(n, "Delete")


# Several at once, and tags under other names.


def test_several_experiences_can_be_written_about_at_once(desk: Desk):
    lakes = [desk.experiences.add(Experience(name), a_moment()).n for name in ("One", "Two")]
    entry = desk.entries.add(Entry(), a_moment()).n
    for lake in lakes:
        desk.links.set(entry, lake, Role.ABOUT)
    assert desk.links.targets(entry, Role.ABOUT) == lakes
    assert desk.links.all_targets_of_many([entry, 999], Role.ABOUT) == {entry: lakes}


def test_the_days_of_some_of_what_hangs_on_a_thing(desk: Desk):
    lake = desk.experiences.add(Experience("The lake"), a_moment()).n
    numbers = [desk.entries.add(Entry(), a_moment(days=back)).n for back in (2, 1, 0)]
    for n in numbers:
        desk.links.set(n, lake, Role.ABOUT)
    days = desk.links.days_of_sources(lake, Role.ABOUT, numbers[1:])
    assert days == [a_moment(days=1).day, a_moment().day]


def test_tags_are_added_and_removed_one_by_one(desk: Desk):
    n = desk.entries.add(Entry(), a_moment(), tags=["sea"]).n
    desk.tags.add(n, ["#Lake", "sea"])
    assert desk.tags.of(n) == ("lake", "sea")
    desk.tags.remove(n, ["SEA", "none"])
    assert desk.tags.of(n) == ("lake",)


def test_tags_are_offered_by_how_they_begin_the_most_used_first(desk: Desk):
    for tags in (["sea", "seal"], ["seal"], ["lake"]):
        desk.entries.add(Entry(), a_moment(), tags=tags)
    assert desk.tags.beginning("#Se") == ["seal", "sea"]
    assert desk.tags.beginning("", 2) == ["seal", "lake"]


def test_a_tag_is_renamed_wherever_it_is_and_undone_at_once(desk: Desk):
    kept, lying = (desk.entries.add(Entry(), a_moment(), tags=["see"]).n for _ in range(2))
    desk.trash.put(lying, "Delete")
    assert desk.tags.rename("#See", "Sea") == 2
    assert desk.tags.of_many([kept, lying]) == {kept: ("sea",), lying: ("sea",)}
    assert desk.changes[-1].label == "Rename #see"

    desk.undo()
    assert desk.tags.of_many([kept, lying]) == {kept: ("see",), lying: ("see",)}


def test_a_tag_that_gets_the_name_of_another_becomes_one_with_it(desk: Desk):
    both = desk.entries.add(Entry(), a_moment(), tags=["see", "sea"]).n
    one = desk.entries.add(Entry(), a_moment(), tags=["see"]).n
    desk.tags.rename("see", "sea")
    assert desk.tags.in_use() == {"sea": 2}

    desk.undo()
    assert desk.tags.of_many([both, one]) == {both: ("sea", "see"), one: ("see",)}


def test_a_tag_that_keeps_its_name_is_left_as_it_is(desk: Desk):
    desk.entries.add(Entry(), a_moment(), tags=["sea"])
    before = len(desk.changes)
    assert desk.tags.rename("sea", "#Sea") == 1
    assert len(desk.changes) == before


def test_a_tag_is_dropped_everywhere_and_undone_at_once(desk: Desk):
    n = desk.entries.add(Entry(), a_moment(), tags=["sea", "lake"]).n
    assert desk.tags.drop("#sea") == 1
    assert desk.tags.of(n) == ("lake",)
    desk.undo()
    assert desk.tags.of(n) == ("lake", "sea")


def test_a_tag_that_nothing_has_is_refused_with_the_nearest(desk: Desk):
    desk.entries.add(Entry(), a_moment(), tags=["sea"])
    with pytest.raises(NotFoundError, match="Did you mean 'sea'"):
        desk.tags.drop("seaa")
    with pytest.raises(NotFoundError, match="Did you mean 'sea'"):
        desk.tags.rename("seaa", "lake")
    with pytest.raises(UsageError):
        desk.tags.rename("sea", " # ")
    assert desk.tags.in_use() == {"sea": 1}


@pytest.mark.parametrize("new", ["sea", ""])
def test_a_tag_that_was_taken_off_elsewhere_meanwhile_comes_back_under_no_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, new: str
):
    kept, untagged = (desk.entries.add(Entry(), a_moment(), tags=["see"]).n for _ in range(2))
    other = open_desk(desk.db.path, desk.clock)
    before_the_next_write(monkeypatch, lambda: other.tags.set(untagged, []))

    assert (desk.tags.rename("see", new) if new else desk.tags.drop("see")) == 1
    other.db.close()

    assert desk.tags.of_many([kept, untagged]) == ({kept: (new,)} if new else {})
    desk.undo()
    assert desk.tags.of_many([kept, untagged]) == {kept: ("see",)}


def test_what_a_thing_is_about_is_an_experience(desk: Desk):
    lake, hill = (desk.experiences.add(Experience(name), a_moment()).n for name in ("a", "b"))
    entry, other = (desk.entries.add(Entry(), a_moment()).n for _ in range(2))
    for target in (hill, lake, other):
        desk.links.set(entry, target, Role.ABOUT)

    assert [lived.n for lived in desk.experiences.behind(entry)] == [lake, hill]
    desk.trash.put(lake, "Delete")
    assert [lived.n for lived in desk.experiences.behind(entry)] == [hill]
