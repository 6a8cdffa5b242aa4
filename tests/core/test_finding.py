"""What was found, in its order."""

from integrate_tui.core.finding import Weight, amiss, grave, note, well, worst_first


def test_the_heaviest_comes_first_and_else_the_order_of_looking():
    found = [well("a", ""), note("b", ""), amiss("c", ""), grave("d", ""), amiss("e", "")]
    assert [one.name for one in worst_first(found)] == ["d", "c", "e", "b", "a"]


def test_what_is_good_to_know_asks_for_nothing():
    assert [
        one.is_well for one in (grave("a", ""), amiss("b", ""), note("c", ""), well("d", ""))
    ] == [
        False,
        False,
        True,
        True,
    ]
    assert [str(weight) for weight in Weight] == ["now", "soon", "note", "well"]
