import json

from integrate_tui.core.answers import (
    EMPTY,
    Body,
    Date,
    Feelings,
    Line,
    Lines,
    Reply,
    Scale,
    Sketch,
    Text,
)
from integrate_tui.core.editing import entry_after, writing_of, writing_of_text
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.writing import MANY_FRAGMENTS
from integrate_tui.core.writing_drafts import from_draft, to_draft
from tests.builders import a_guided_entry, a_rating, some_feelings

VOCABULARY = {"calm": "Quiet", "grief": "Heavy"}


def test_opening_an_entry_and_closing_it_again_changes_nothing():
    for entry in (Entry("T", "free"), a_guided_entry(), a_guided_entry(a_rating(), text="both")):
        assert entry_after(writing_of(entry), entry, VOCABULARY) == entry


def test_a_vocabulary_that_changed_since_changes_no_answer_that_was_left_alone():
    entry = a_guided_entry(some_feelings("calm", families=("Still waters",)))
    assert entry_after(writing_of(entry), entry, {}) == entry


def test_a_word_that_stays_keeps_the_family_it_had():
    entry = a_guided_entry(some_feelings("calm", "odd", families=("Still waters", "")))
    writing = writing_of(entry).answer(Reply("calm\ngrief", words=("calm", "grief")))

    (answer,) = entry_after(writing, entry, VOCABULARY).answers
    assert answer.families == ("Still waters", "Heavy")


def test_free_writing_is_one_page():
    entry = Entry("T", "old")
    writing = writing_of(entry).answer(Reply("new"))

    assert len(writing.guide.prompts) == 1
    assert entry_after(writing, entry, {}) == Entry("T", "new")
    assert writing_of_text("a note", "").is_empty


def test_each_answer_is_changed_as_the_kind_it_was():
    kinds = [
        *("scale", "feelings", "list", "check", "choose any", "text", "line", "choose", "link"),
        *("date", "sketch", "body"),
    ]
    entry = a_guided_entry(*(Answered("?", Reply("1", 1), kind, low=0, high=5) for kind in kinds))

    assert [prompt.answer for prompt in writing_of(entry).guide.prompts] == [
        *(Scale(0, 5), Feelings(), *[Lines(MANY_FRAGMENTS)] * 3, Text(), Line(), Line(), Line()),
        *(Date(), Sketch(), Body()),
    ]


def test_an_answer_that_was_taken_back_leaves_the_entry():
    entry = a_guided_entry()
    writing = writing_of(entry).answer(EMPTY)
    assert entry_after(writing, entry, {}).answers == entry.answers[1:]


def test_a_draft_of_a_change_finds_its_answers_where_the_entry_lost_one_meanwhile():
    first, second, third = (Answered(f"{word}?", Reply(word)) for word in ("One", "Two", "Three"))
    before, meanwhile = a_guided_entry(first, second, third), a_guided_entry(second, third)
    draft = json.dumps(to_draft(writing_of(before).next().answer(Reply("two, longer"))))

    taken_up = from_draft(writing_of(meanwhile).guide, json.loads(draft))
    after = entry_after(taken_up, meanwhile, {})

    assert [(answer.prompt, answer.reply.text) for answer in after.answers] == [
        ("Two?", "two, longer"),
        ("Three?", "Three"),
        ("One?", "One"),
    ]


def test_a_draft_of_a_change_loses_nothing_where_the_entry_has_no_answers_any_more():
    draft = to_draft(writing_of(a_guided_entry(Answered("One?", Reply("one")))))
    meanwhile = Entry("T", "free")

    after = entry_after(from_draft(writing_of(meanwhile).guide, draft), meanwhile, {})

    assert [answer.reply.text for answer in after.answers] == ["one"]
