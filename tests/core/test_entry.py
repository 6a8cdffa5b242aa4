import pytest

from integrate_tui.core.answers import Choose, Reply, Scale
from integrate_tui.core.entry import (
    Answered,
    Entry,
    answered,
    offered_title,
    scale_ends,
)
from tests.builders import a_guided_entry, a_prompt, a_rating


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The lake.\nThe cold.", "The lake."),
        ("\n\n  # A heading\nwords", "A heading"),
        ("- a list\n- of things", "a list"),
        ("> a quote", "a quote"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_title_is_offered_from_the_first_line(text: str, title: str):
    assert offered_title(Entry(text=text)) == title


def test_an_offered_title_is_cut_at_a_word():
    title = offered_title(Entry(text="the light on the water " * 10))

    assert len(title) <= 70
    assert title.endswith("\u2026")
    assert title.removesuffix("\u2026").split()[-1] in {"the", "light", "on", "water"}


def test_no_title_is_offered_from_a_number():
    entry = a_guided_entry(a_rating(), Answered("And?", Reply("The lake.")))
    assert offered_title(entry) == "The lake."


def test_a_heading_always_has_words():
    assert Entry(title="Mine", text="The lake.").heading == "Mine"
    assert Entry(text="The lake.").heading == "The lake."
    assert Entry(guide="g", guide_title="Week one").heading == "Week one"
    assert Entry().heading == "Untitled"


def test_the_words_of_an_entry_are_its_answers_without_the_prompts():
    entry = a_guided_entry()

    assert "The lake, and the cold." in entry.words
    assert "calm" in entry.words
    assert "What is still with you?" not in entry.words


def test_an_answer_keeps_its_prompts_present_words():
    prompt = a_prompt("How is it?", Choose(("well", "badly")), name="it", guidance="Small is fine.")
    kept = answered(prompt, Reply("well"))

    assert kept == Answered("How is it?", Reply("well"), "choose", "Small is fine.", "it")


def test_a_scale_with_a_word_in_its_middle_keeps_it():
    assert scale_ends(Scale(-5, 5, ((-5, "heavier"), (0, "same")))) == (
        -5,
        5,
        "-5 heavier .. 0 same .. 5",
    )


def test_a_day_is_read_again_in_full_and_kept_as_it_can_be_compared():
    answer = Answered("When?", Reply("2026-11-03"), kind="date")
    assert (answer.said, answer.line) == ("Tuesday 3 November 2026",) * 2
    assert Answered("When?", Reply("when it thaws"), kind="date").said == "when it thaws"
    assert Answered("What?", Reply("2026-11-03")).said == "2026-11-03"
