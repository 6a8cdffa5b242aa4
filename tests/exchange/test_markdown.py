from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from integrate_tui.core.dates import moment
from integrate_tui.core.text import clean
from integrate_tui.core.thing import ThingKind
from integrate_tui.exchange.markdown import (
    block,
    cleaned,
    closing,
    facts,
    labelled,
    marker,
    section,
    wall_clock,
)

pieces_of_markdown = st.lists(
    st.sampled_from(
        [
            "```",
            "````py",
            "~~~",
            "<!--",
            "-->",
            "<pre>",
            "</pre>",
            "<script>",
            "<?php",
            "<![CDATA[",
            "]]>",
            "<!D",
            "<div>",
            "- a",
            "  b",
            "    c",
            "> q",
            "1. x",
            "# h",
            "",
            "words",
            "`",
        ]
    )
).map("\n".join)


@pytest.mark.parametrize(
    ("text", "closer"),
    [
        ("```\ncode", "```"),
        ("`````py\ncode\n```", "`````"),
        ("~~~\ncode", "~~~"),
        ("before\n<!-- aside", "-->"),
        ("<!-- aside", "-->"),
        ("<pre>\nas it is", "</pre>"),
        ("<SCRIPT>\nx", "</script>"),
        ("<?php", "?>"),
        ("<![CDATA[x", "]]>"),
        ("<!X", ">"),
    ],
)
def test_what_a_text_leaves_open_is_closed(text: str, closer: str):
    assert closing(text) == closer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "```\ncode\n```",
        "`a` and ~b~ and <3",
        "- a list\n  ```\n  with code that ends with the list",
        "> ```\n> quoted",
        "    ```",
        "<div>\nwords",
        "<!-- all of it -->",
    ],
)
def test_a_text_that_ends_by_itself_is_left_as_it_is(text: str):
    assert closing(text) == ""


@given(pieces_of_markdown)
def test_what_follows_a_text_is_read_as_what_it_is(text: str):
    tokens = MarkdownIt("commonmark").parse(f"{block(text)}## Ours\n")
    assert [token.type for token in tokens[-3:]] == ["heading_open", "inline", "heading_close"]
    assert tokens[-2].content == "Ours"
    assert tokens[-3].level == 0


@given(st.one_of(st.text(min_size=1), pieces_of_markdown.filter(bool)))
def test_a_text_stands_in_its_block_word_for_word(text: str):
    assert block(text).startswith(text)


def test_an_empty_text_takes_no_room():
    assert block("") == ""


def test_every_character_is_cleaned_as_at_the_door():
    every = "".join(map(chr, range(0x110000)))
    for start in range(0, len(every), 64):
        some = every[start : start + 64]
        assert cleaned(some) == clean(some)


@given(st.text())
def test_a_page_is_cleaned_as_a_whole(page: str):
    assert cleaned(page) == clean(page)


def test_the_time_is_the_one_the_clock_on_the_wall_showed():
    at = datetime(2026, 11, 22, 19, 5, tzinfo=UTC)
    assert wall_clock(moment(at, "Asia/Kathmandu")) == "00:50"
    assert wall_clock(moment(at, "UTC-03:00")) == "16:05"


def test_a_thing_can_be_found_again_by_its_kind_and_number():
    assert marker(ThingKind.CHECK_IN, 12) == "<!-- check-in 12 -->"
    assert marker(ThingKind.INSIGHT, 13, 12) == "<!-- insight 13, from entry 12 -->"


def test_facts_leave_out_what_is_not_known():
    assert facts("", labelled("about", "The lake"), labelled("tags", "")) == "about: The lake\n"
    assert facts("", "") == ""


def test_an_empty_list_has_no_heading():
    assert section("Insights", []) == ""
