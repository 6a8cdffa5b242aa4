"""Lines are told by how they begin, whatever an editor did to them."""

import pytest

from integrate_tui.packs.lines import Line, Mark, mark_of, read_lines


def lines(text: str) -> list[Line]:
    return list(read_lines(text))


@pytest.mark.parametrize(
    ("line", "mark", "words"),
    [
        ("# First days", Mark.TITLE, "First days"),
        ("#First days", Mark.TITLE, "First days"),
        ("## Arriving", Mark.SECTION, "Arriving"),
        ("##Arriving", Mark.SECTION, "Arriving"),
        ("### Deeper", Mark.SECTION, "Deeper"),
        ("? What", Mark.PROMPT, "What"),
        ("?What", Mark.PROMPT, "What"),
        ("- in 4s", Mark.ITEM, "in 4s"),
        ("-in 4s", Mark.ITEM, "in 4s"),
        ("\u2013 in 4s", Mark.ITEM, "in 4s"),
        ("\u2014in 4s", Mark.ITEM, "in 4s"),
        ("\u2022 in 4s", Mark.ITEM, "in 4s"),
        ("* in 4s", Mark.ITEM, "in 4s"),
        ("**bold** words", Mark.TEXT, "**bold** words"),
        ("Running text # and ?", Mark.TEXT, "Running text # and ?"),
        ("\\# not a title", Mark.ESCAPE, "# not a title"),
        ("\\\\ a backslash", Mark.ESCAPE, "\\ a backslash"),
    ],
)
def test_a_line_is_told_by_how_it_begins(line: str, mark: Mark, words: str) -> None:
    (read,) = lines(line)
    assert (read.mark, read.words.text) == (mark, words)


@pytest.mark.parametrize("rule", ["---", "-----", "===", "***", "___", "\u2014\u2014\u2014", "~~~"])
def test_a_rule_only_separates(rule: str) -> None:
    before, after = lines(f"one\n{rule}\ntwo")
    assert (before.words.text, after.words.text, after.after_blank) == ("one", "two", True)


@pytest.mark.parametrize("comment", ["// a note", "//a note", "   // a note", "\t//"])
def test_a_comment_is_left_out(comment: str) -> None:
    assert [line.words.text for line in lines(f"one\n{comment}\ntwo")] == ["one", "two"]


def test_a_comment_does_not_part_two_lines() -> None:
    assert not lines("one\n// note\ntwo")[1].after_blank


def test_a_web_address_is_no_comment() -> None:
    assert lines("https://example.org")[0].mark is Mark.TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    assert [line.words.line for line in lines(f"one{end}two{end}{end}three")] == [1, 2, 4]


def test_a_byte_order_mark_is_not_part_of_the_first_line() -> None:
    assert lines("\ufeff# First days")[0].mark is Mark.TITLE


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_what_no_editor_counts_as_a_line_end_is_a_space(separator: str) -> None:
    assert [line.words.text for line in lines(f"one{separator}two")] == ["one two"]


@pytest.mark.parametrize(
    ("indent", "counts"),
    [("", False), (" ", False), ("  ", True), ("\t", True), ("\u00a0\u00a0", True), (" \t", True)],
)
def test_two_columns_make_an_indent_and_a_tab_is_four(indent: str, counts: bool) -> None:
    assert lines(f"{indent}text")[0].indented is counts


def test_tabs_inside_a_line_are_spaces() -> None:
    assert lines("one\ttwo")[0].words.text == "one two"


@pytest.mark.parametrize(
    ("raw", "column"), [("# Title", 3), ("#  Title", 4), ("  text", 3), ("\ttext", 2), ("?x", 2)]
)
def test_columns_count_the_characters_of_the_line(raw: str, column: int) -> None:
    assert lines(raw)[0].words.column == column


@pytest.mark.parametrize("unwanted", ["\x1b[2J", "\x00", "\x07", "\u202e", "\u2066", "\x9b31m"])
def test_control_characters_and_overrides_are_removed(unwanted: str) -> None:
    (line,) = lines(f"SAFE{unwanted}TEXT")
    assert not set(line.words.text) & set("\x1b\x00\x07\u202e\u2066\x9b")


def test_emoji_and_every_script_stay_as_they_are() -> None:
    text = "👩‍👩‍👧 नमस्ते שלום 日本語 e\u0301"
    assert lines(text)[0].words.text == text


@pytest.mark.parametrize("space", ["\u200b", "\u2060", "\u00a0", "\u3000"])
def test_invisible_spaces_around_a_line_are_no_part_of_it(space: str) -> None:
    assert lines(f"{space}# Title{space}")[0].words.text == "Title"


@pytest.mark.parametrize(
    ("line", "sign"),
    [("## S", "##"), ("####S", "####"), ("?x", "?"), ("\u2022", "\u2022"), ("x", "")],
)
def test_a_line_remembers_its_mark_as_it_was_typed(line: str, sign: str) -> None:
    assert lines(line)[0].sign == sign


@pytest.mark.parametrize("dashes", ["--", "-", "\u2014"])
def test_one_or_two_dashes_are_no_rule(dashes: str) -> None:
    assert mark_of(dashes)[0] is Mark.ITEM
