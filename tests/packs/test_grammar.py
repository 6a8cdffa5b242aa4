"""Lines find their piece, section and item, and a line in the wrong place is told its right one."""

import pytest

from integrate_tui.core.pieces import Exercise, Guide, Kind, Support
from integrate_tui.packs.blocks import Block
from integrate_tui.packs.grammar import MOST_ITEMS, MOST_PIECES, read_blocks
from integrate_tui.packs.lines import MOST_CHARACTERS
from integrate_tui.packs.notes import Notes
from tests.packs.helpers import loaded, one, pack, told


def blocks(text: str) -> list[Block]:
    return list(read_blocks(text, Notes("pack.txt")))


def test_a_file_may_hold_several_pieces() -> None:
    assert [block.title.text for block in blocks("# One\n? a\n# Two\n? b")] == ["One", "Two"]


def test_a_setting_stands_anywhere_above_the_first_item() -> None:
    (block,) = blocks("# T\nAn introduction.\ntakes: 2 minutes\n? a")
    assert [setting.name for setting in block.settings] == ["takes"]


def test_setting_words_are_read_in_any_case_and_with_any_joint() -> None:
    (block,) = blocks("# T\nTAKES : 2 minutes\n? a\n  Keep-As: insight\n  ask  if: b answered")
    names = [setting.name for setting in block.settings + block.sections[0].items[0].settings]
    assert names == ["takes", "keep as", "ask if"]


def test_items_before_any_section_make_one_without_a_name() -> None:
    (block,) = blocks("# T\n? a\n## S\n? b")
    assert [section.title.text for section in block.sections] == ["", "S"]


def test_an_indented_line_without_an_item_above_counts_as_not_indented() -> None:
    (block,) = blocks("# T\n    takes: 2 minutes\n    ? a")
    assert [setting.name for setting in block.settings] == ["takes"]
    assert [item.words.text for item in block.sections[0].items] == ["a"]


def test_a_whole_indented_file_still_has_its_pieces() -> None:
    assert [block.title.text for block in blocks("  # One\n  # Two")] == ["One", "Two"]


def test_text_after_a_blank_line_goes_before_the_items_that_follow() -> None:
    guide = one(Guide, "# T\n? a\n\nNow a little slower.\n\n? b")
    assert [(part.intro, len(part.prompts)) for part in guide.sections] == [
        ("", 1),
        ("Now a little slower.", 1),
    ]


def test_unindented_text_right_after_an_item_is_told_what_to_do() -> None:
    assert told("# T\n? What was it\nlike for you?\nAnd since?") == [
        "pack.txt:3:1: it is not clear whether this belongs to the prompt above \u2014 "
        "indent it by two to show it with the prompt, or leave a blank line above it; "
        "the prompt itself is one line, however long"
    ]


def test_unindented_text_right_after_an_item_is_shown_with_it() -> None:
    guide = loaded(Guide, "# T\n? What was it\nlike for you?")
    assert guide.prompts[0].guidance == "like for you?"


def test_an_unindented_setting_right_after_its_prompt_is_understood_and_told() -> None:
    text = "# T\n? Mood\nscale: 0 .. 10"
    assert loaded(Guide, text).prompts[0].answer is not None
    assert told(text) == [
        "pack.txt:3:1: 'scale:' belongs to the prompt above \u2014 begin the line with two spaces"
    ]


def test_a_setting_of_the_piece_below_its_items_is_told_its_place() -> None:
    (problem,) = told("# T\n? a\n\ncaution: Not alone.")
    assert problem.startswith(
        "pack.txt:4:1: 'caution:' belongs to the guide as a whole \u2014 move it up"
    )


def test_a_setting_that_would_change_the_timing_is_never_taken_for_guidance() -> None:
    assert not pack("# T\nkind: exercise\n## Breathe\n- in 4s\n- out 6s\n  repeat: 10").pieces


def test_a_repeat_below_its_steps_counts_for_their_section() -> None:
    exercise = loaded(Exercise, "# T\nkind: exercise\n## Breathe\n- in 4s\n- out 6s\n\nrepeat: 10")
    assert exercise.sections[0].repeat == 10


def test_a_near_miss_is_told_with_what_was_meant() -> None:
    assert told("# T\ntakse: 2 minutes\n? a") == [
        "pack.txt:2:1: unknown setting 'takse:' \u2014 did you mean 'takes:'? "
        "If it is text, put \\ before it"
    ]


def test_the_value_of_a_near_miss_is_looked_at_too() -> None:
    assert [problem.split(" \u2014 ")[0] for problem in told("# T\ntakse: 2 minuets\n? a")] == [
        "pack.txt:2:1: unknown setting 'takse:'",
        "pack.txt:2:8: '2 minuets' is not a length of time",
    ]


def test_a_backslash_makes_any_line_text() -> None:
    guide = one(Guide, "# T\n\\takse: away\n\\# One\n? a\n  \\scale: of fish\n  \\? really")
    assert guide.intro == "takse: away # One"
    assert guide.prompts[0].guidance == "scale: of fish ? really"


@pytest.mark.parametrize("line", ["Note: bring water", "Dear reader: hello", "https://example.org"])
def test_any_other_word_before_a_colon_is_text(line: str) -> None:
    assert one(Guide, f"# T\n{line}\n? a").intro == line


def test_an_indented_prompt_is_not_quietly_taken_for_guidance() -> None:
    (problem,) = told("# T\n? a\n  ? b")
    assert problem.startswith("pack.txt:3:3: this begins with '?' and is indented")
    assert not pack("# T\n? a\n  ? b").pieces


def test_an_indented_dash_under_a_prompt_is_guidance() -> None:
    guide = one(Guide, "# T\n? a\n  Have near you:\n  - water\n  - a blanket")
    assert guide.prompts[0].guidance == "Have near you:\n- water\n- a blanket"


def test_an_item_of_another_kind_is_told_once_with_both_mends() -> None:
    (problem,) = told("# T\n- in 4s Breathe\n- out 4s Breathe")
    assert problem == (
        "pack.txt:2:1: a guide has no lines that begin with '-' \u2014 begin a prompt with '? '; "
        "if this is to be an exercise, write 'kind: exercise' under the title; "
        "to keep it as text, put \\ before it"
    )


def test_a_third_hash_is_a_section_and_a_problem() -> None:
    text = "# T\n### S\n? a"
    assert loaded(Guide, text).sections[0].title == "S"
    assert told(text) == [
        "pack.txt:2:1: this begins with '###', and a section with '##' \u2014 write '## '"
    ]


def test_words_above_the_first_title_are_told_once() -> None:
    assert told("Hello.\nThis is mine.\n# T\n? a") == [
        "pack.txt:1:1: this stands above the first title and belongs to no piece \u2014 "
        "begin a piece with '# ' and its title"
    ]


@pytest.mark.parametrize("kind", ["Check-In", "check in", "checkin", "check\u2013in", "CHECK_IN"])
def test_a_kind_is_read_however_it_is_written(kind: str) -> None:
    assert blocks(f"# T\nkind: {kind}\n? a")[0].kind is Kind.CHECK_IN


def test_a_misspelt_kind_is_told_with_the_nearest_and_the_rest_is_still_read() -> None:
    assert told("# T\nkind: exersise\n- breath 4s In") == [
        "pack.txt:2:7: unknown kind 'exersise' \u2014 did you mean 'exercise'?",
        "pack.txt:3:3: unknown verb 'breath' \u2014 did you mean 'in' or 'out'?",
    ]


def test_a_kind_like_no_other_is_told_with_all_there_are() -> None:
    assert told("# T\nkind: poem\n- whatever 4s") == [
        "pack.txt:2:7: unknown kind 'poem' \u2014 "
        "the kinds are guide, check-in, exercise, measure, feelings, values, support"
    ]


def test_a_misspelt_word_kind_is_told_and_followed() -> None:
    (problem,) = told("# T\nkin: exercise\n- in 4s")
    assert "did you mean 'kind:'?" in problem


def test_a_line_that_is_too_long_is_told_with_its_length() -> None:
    assert told(f"# T\n? {'a' * (MOST_CHARACTERS + 5)}") == [
        "pack.txt:2:2003: this line has 2,005 characters, and no more than 2,000 are read \u2014 "
        "make it shorter, or break it in two"
    ]


def test_a_line_of_exactly_the_limit_is_read() -> None:
    assert one(Guide, f"# T\n? {'a' * MOST_CHARACTERS}").prompts[0].text == "a" * MOST_CHARACTERS


def test_no_more_than_so_many_pieces_are_read() -> None:
    text = "".join(f"# Piece {number}\n? a\n" for number in range(MOST_PIECES + 3))
    read = pack(text)
    assert len(read.pieces) == MOST_PIECES
    assert [str(problem) for problem in read.problems] == [
        "pack.txt:1001:3: this file has more than 500 pieces, and the rest is not read \u2014 "
        "put some of them in another file"
    ]


@pytest.mark.parametrize(
    ("head", "item", "said"),
    [
        ("# T\n", "? a\n", "a guide has 500 prompts at most"),
        ("# T\nkind: exercise\n", "- in 4s\n", "an exercise has 500 steps at most"),
    ],
)
def test_no_more_items_are_read_than_a_piece_may_have(head: str, item: str, said: str) -> None:
    assert pack(head + item * MOST_ITEMS).pieces
    read = pack(head + item * (MOST_ITEMS + 3))
    assert not read.pieces
    assert [str(problem).split(", and")[0] for problem in read.problems] == [
        f"pack.txt:{head.count(chr(10)) + MOST_ITEMS + 1}:1: {said}"
    ]


def test_a_list_of_contacts_that_is_too_long_shows_those_that_were_read() -> None:
    (support,) = pack("# T\nkind: support\n## A\n" + "- a: 1\n" * (MOST_ITEMS + 3)).pieces
    assert isinstance(support, Support)
    assert len(support.countries[0].contacts) == MOST_ITEMS


def test_no_break_spaces_in_the_word_of_a_setting_are_spaces() -> None:
    (block,) = blocks("# T\n? a\n  keep\u00a0as: insight\n  ask\u2009if: b answered")
    names = [setting.name for setting in block.sections[0].items[0].settings]
    assert names == ["keep as", "ask if"]
