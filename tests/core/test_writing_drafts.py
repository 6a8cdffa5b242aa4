import json

from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import (
    ChooseAny,
    Reply,
    Scale,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.pieces import Guide
from integrate_tui.core.writing import Writing, begin
from integrate_tui.core.writing_drafts import from_draft, to_draft
from tests.builders import a_guide, a_prompt, ask_if
from tests.core.guides import BRANCHING, THREE, all_words, written


def resumed(writing: Writing, guide: Guide | None = None) -> Writing:
    """Return a writing as it is taken up again from its draft's JSON."""
    return from_draft(guide or writing.guide, json.loads(json.dumps(to_draft(writing))))


def test_a_draft_comes_back_as_it_was_left():
    guide = a_guide(
        a_prompt("First?", name="first", deeper=("And below it?",)),
        a_prompt("How much?", Scale()),
        a_prompt("Which?", ChooseAny(("a", "b"))),
    )
    writing = begin(guide).answer(reply_with_text("zwei\nZeilen \U0001f30a")).next()
    writing = writing.answer(reply_with_number(0)).next()
    writing = writing.answer(reply_with_words(("b", "a"))).back().back().another_angle()

    assert resumed(writing) == writing


def test_prompts_in_the_same_words_keep_their_own_answers():
    guide = a_guide(a_prompt("And then?"), a_prompt("And then?"), a_prompt("And then?"))
    writing = written(guide, "", "second", "third").next().next()

    assert resumed(writing) == writing


def test_prompts_without_a_letter_keep_their_own_answers():
    guide = a_guide(a_prompt("\u2026"), a_prompt("?"), a_prompt("And?"))
    writing = written(guide, "", "second", "third").next()

    assert resumed(writing) == writing


def test_a_prompt_in_the_words_of_anothers_name_keeps_its_own_answer():
    guide = a_guide(a_prompt("What is it?", name="story"), a_prompt("Story"))
    writing = written(guide, "", "mine")

    assert resumed(writing) == writing


def test_a_reworded_prompt_is_found_again_by_its_name():
    before = a_guide(a_prompt("What stays?", name="stays"), a_prompt("Other?"))
    after = a_guide(a_prompt("Other?"), a_prompt("What is still with you?", name="stays"))

    writing = resumed(written(before, "the lake", "no"), after)

    assert [reply.text for reply in writing.replies] == ["no", "the lake"]
    assert writing.orphans == ()


def test_an_answer_whose_prompt_is_gone_stays_with_the_words_it_was_asked_in():
    after = a_guide(a_prompt("Something quite different?"))

    writing = resumed(written(THREE, "the lake", "", "the cold"), after)

    assert [(orphan.prompt, orphan.reply.text) for orphan in writing.orphans] == [
        ("First?", "the lake"),
        ("Third?", "the cold"),
    ]
    assert not writing.is_empty
    assert writing.entry().words == "the lake\n\nthe cold"


def test_the_separate_words_of_a_prompt_that_is_gone_are_kept_as_lines():
    before = a_guide(a_prompt("Which?", ChooseAny(("awe", "grief"))))
    writing = begin(before).answer(Reply(words=("awe", "grief")))

    orphan = resumed(writing, a_guide(a_prompt("Other?"))).orphans[0]

    assert orphan.reply.text == "awe\ngrief"


def test_an_orphan_survives_any_number_of_drafts():
    writing = resumed(written(THREE, "the lake", "", ""), a_guide(a_prompt("Other?")))
    assert resumed(resumed(writing)) == writing


def test_a_draft_left_at_a_prompt_that_is_gone_is_taken_up_at_the_first():
    writing = written(THREE, "a", "b", "c").next().next()
    assert resumed(writing, a_guide(a_prompt("First?"), a_prompt("Other?"))).index == 0


def test_a_draft_left_at_a_prompt_that_is_no_longer_asked_is_taken_up_at_the_first():
    data = to_draft(written(BRANCHING, "no", "old", "", "")) | {"at": "told"}
    assert from_draft(BRANCHING, data).index == 0


def test_a_draft_left_at_an_angle_that_is_gone_asks_the_prompt_itself():
    before = a_guide(a_prompt("First?", deeper=("And below it?",)))
    assert resumed(begin(before).another_angle(), a_guide(a_prompt("First?"))).question == "First?"


def test_a_draft_that_answers_one_prompt_twice_loses_neither_answer():
    twice = [{"key": "first", "prompt": "First?", "text": text} for text in ("one", "two")]
    assert all_words(from_draft(THREE, {"answers": twice})) == ["one", "two"]


def test_a_draft_that_says_nothing_opens_the_guide():
    assert from_draft(THREE, {}) == begin(THREE)


# Whatever is done, no reply is lost.

names = st.sampled_from(["", "story", "mood", "told"])
conditions = st.none() | st.builds(
    ask_if,
    st.sampled_from(["story", "mood", "told"]),
    st.sampled_from(["is", "is not", "below", "above", "answered"]),
    st.just("5"),
)
# Every guide begins with something that is always asked, as the grammar demands.
guides = st.lists(
    st.builds(
        a_prompt,
        st.sampled_from(["First?", "Second?", "\u2026", "And then?"]),
        name=names,
        ask_if=conditions,
        deeper=st.just(("Below?",)),
    ),
    max_size=5,
).map(lambda prompts: a_guide(a_prompt("Always?"), *prompts))
replies = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1).map(
    reply_with_text
) | st.integers(-10, 10).map(reply_with_number)
moves = st.lists(
    st.sampled_from(["next", "back", "skip", "another_angle", "resume"]) | replies, max_size=30
)


@given(guide=guides, moves=moves)
def test_no_reply_is_lost_whatever_is_done(guide: Guide, moves: list[str | Reply]):
    writing = begin(guide)
    expected = dict(enumerate(writing.replies))
    for move in moves:
        if isinstance(move, Reply):
            expected[writing.index] = move
            writing = writing.answer(move)
        elif move == "resume":
            writing = resumed(writing)
        else:
            writing = getattr(writing, move)()

        assert writing.replies == tuple(expected.values())
        assert writing.index in writing.asked
        assert writing.question


@given(before=guides, after=guides, moves=moves)
def test_no_word_is_lost_when_the_guide_is_rewritten_under_a_draft(
    before: Guide, after: Guide, moves: list[str | Reply]
):
    writing = begin(before)
    for move in moves:
        if isinstance(move, Reply):
            writing = writing.answer(move).next()

    assert all_words(resumed(writing, after)) == all_words(writing)
    assert all_words(resumed(resumed(writing, after), before)) == all_words(writing)


@given(guide=guides, moves=moves)
def test_everything_that_was_answered_is_in_the_entry_asked_now_or_not(
    guide: Guide, moves: list[str | Reply]
):
    writing = begin(guide)
    for move in moves:
        writing = writing.answer(move).next() if isinstance(move, Reply) else writing.back()

    kept = [answer.reply for answer in writing.entry().answers]
    assert kept == [reply for reply in writing.replies if not reply.is_empty]
