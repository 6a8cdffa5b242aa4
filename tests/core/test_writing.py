import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import (
    EMPTY,
    ChooseAny,
    Line,
    Reply,
    Scale,
    Text,
    reply_with_number,
    reply_with_text,
    reply_with_words,
)
from integrate_tui.core.pieces import Guide, KeepAs, Rule, RuleName, SupportIf
from integrate_tui.core.writing import Writing, begin, from_draft
from tests.builders import a_guide, a_prompt, ask_if

THREE = a_guide(a_prompt("First?"), a_prompt("Second?"), a_prompt("Third?"))
BRANCHING = a_guide(
    a_prompt("Is there a story?", name="story"),
    a_prompt("Tell it.", name="told", ask_if=ask_if("story", "is", "yes")),
    a_prompt("What is it called?", ask_if=ask_if("told", "answered")),
    a_prompt("Anything else?"),
)


def written(guide: Guide, *texts: str) -> Writing:
    """Return a writing with these answers, one a prompt, empty ones left."""
    return replace(begin(guide), replies=tuple(reply_with_text(text) for text in texts))


def all_words(writing: Writing) -> list[str]:
    """Return every reply that is in a writing, whether it is asked for or not."""
    replies = [*writing.replies, *(orphan.reply for orphan in writing.orphans)]
    return sorted(reply.text for reply in replies if not reply.is_empty)


def test_a_guide_opens_at_its_first_prompt_with_nothing_written():
    writing = begin(THREE)

    assert writing.prompt.text == "First?"
    assert writing.is_empty
    assert writing.is_first
    assert not writing.is_last
    assert writing.number == 1


def test_next_and_back_go_through_the_prompts_and_stay_at_the_ends():
    writing = begin(THREE)

    assert writing.back() == writing
    assert writing.next().next().next().prompt.text == "Third?"
    assert writing.next().next().back().prompt.text == "Second?"
    assert writing.next().next().is_last


def test_going_on_and_back_keeps_what_was_written():
    writing = begin(THREE).answer(reply_with_text("the lake")).next().back()
    assert writing.reply.text == "the lake"


def test_skipping_leaves_a_prompt_unanswered_and_goes_on():
    writing = begin(THREE).skip()

    assert writing.prompt.text == "Second?"
    assert writing.is_empty


def test_skipping_a_prompt_that_was_answered_keeps_its_answer():
    writing = written(THREE, "the lake", "", "").skip()
    assert all_words(writing) == ["the lake"]


def test_an_answer_is_taken_back_with_an_empty_one():
    assert begin(THREE).answer(reply_with_text("oh")).answer(EMPTY).is_empty


def test_another_angle_comes_round_to_the_first_wording():
    guide = a_guide(
        a_prompt("First?", deeper=("And below it?", "And before?")), a_prompt("Second?")
    )
    angles = [begin(guide)]
    for _ in range(3):
        angles.append(angles[-1].another_angle())

    assert [writing.question for writing in angles] == [
        "First?",
        "And below it?",
        "And before?",
        "First?",
    ]


def test_the_next_prompt_is_asked_in_its_own_words_whatever_the_angle_before():
    guide = a_guide(a_prompt("First?", deeper=("And below it?",)), a_prompt("Second?"))
    assert begin(guide).another_angle().next().question == "Second?"


def test_another_angle_of_a_prompt_that_has_none_is_the_prompt():
    assert begin(THREE).another_angle() == begin(THREE)


@pytest.mark.parametrize(
    ("comparison", "value", "reply", "asked"),
    [
        ("is", "yes", Reply("yes"), True),
        ("is", "yes", Reply(" YES "), True),
        ("is", "yes", Reply("yes, maybe"), False),
        ("is", "yes", EMPTY, False),
        ("is", "awe", reply_with_words(("grief", "Awe")), True),
        ("is", "grief", reply_with_words(("awe",)), False),
        ("is", "5", reply_with_number(5), True),
        ("is", "5", reply_with_number(50), False),
        ("is not", "yes", Reply("no"), True),
        ("is not", "yes", Reply("Yes"), False),
        ("is not", "yes", EMPTY, False),
        ("is not", "awe", reply_with_words(("awe", "grief")), False),
        ("below", "4", reply_with_number(3), True),
        ("below", "4", reply_with_number(4), False),
        ("below", "-1", reply_with_number(-2), True),
        ("below", "4", EMPTY, False),
        ("below", "4", Reply("3"), False),
        ("above", "6", reply_with_number(7), True),
        ("above", "6", reply_with_number(6), False),
        ("above", "-1", reply_with_number(0), True),
        ("above", "6", EMPTY, False),
        ("answered", "", reply_with_number(0), True),
        ("answered", "", Reply("x"), True),
        ("answered", "", Reply(" \n "), False),
        ("answered", "", EMPTY, False),
    ],
)
def test_a_prompt_is_asked_by_an_earlier_answer(
    comparison: str, value: str, reply: Reply, asked: bool
):
    guide = a_guide(
        a_prompt("First?", name="first"),
        a_prompt("Then?", ask_if=ask_if("first", comparison, value)),
    )

    assert (begin(guide).answer(reply).next().prompt.text == "Then?") is asked


def test_an_answer_that_is_no_longer_asked_is_kept_and_left_out_of_the_entry():
    writing = written(BRANCHING, "yes", "a long story", "The lake", "no")
    changed = writing.answer(reply_with_text("no"))

    assert changed.asked == [0, 3]
    assert "a long story" not in changed.entry().words
    assert "a long story" in all_words(changed)
    assert changed.answer(reply_with_text("yes")) == writing


def test_an_answer_that_is_no_longer_asked_decides_nothing():
    writing = written(BRANCHING, "no", "a long story", "", "")
    assert 2 not in writing.asked


def test_the_number_counts_only_what_is_asked():
    writing = written(BRANCHING, "no", "", "", "").next()

    assert writing.prompt.text == "Anything else?"
    assert writing.number == 2
    assert writing.is_last


def test_support_is_wanted_by_the_present_answer():
    guide = a_guide(a_prompt("How bad?", Scale(), support_if=SupportIf(at_least=9)))

    assert begin(guide).answer(reply_with_number(9)).wants_support
    assert not begin(guide).answer(reply_with_number(8)).wants_support


def test_a_guide_of_short_answers_asks_for_a_line_in_place_of_free_text():
    guide = a_guide(a_prompt(), a_prompt(answer=Scale()), rules=(Rule(RuleName.SHORT_ONLY),))

    assert begin(guide).answer_kind == Line()
    assert begin(guide).next().answer_kind == Scale()
    assert begin(THREE).answer_kind == Text()


def test_an_entry_has_each_prompts_words_beside_its_answer():
    entry = written(THREE, "the lake", "", "the cold").entry("By the water")

    assert (entry.title, entry.guide, entry.guide_title) == ("By the water", "week-one", "Week one")
    assert [(answer.prompt, answer.reply.text) for answer in entry.answers] == [
        ("First?", "the lake"),
        ("Third?", "the cold"),
    ]


def test_an_entry_has_the_family_of_each_feeling():
    guide = a_guide(a_prompt("Which words?", ChooseAny(("calm", "tired"))))
    writing = begin(guide).answer(reply_with_words(("calm", "own word")))

    assert writing.entry(family_of={"calm": "Quiet"}).answers[0].families == ("Quiet", "")


def test_marked_lines_are_offered_one_by_one():
    guide = a_guide(
        a_prompt("What did you see?", keep_as=KeepAs.INSIGHT),
        a_prompt("What will you do?", keep_as=KeepAs.STEP),
        a_prompt("Anything else?"),
    )
    writing = begin(guide).answer(Reply("It is all one.\n\n \n\nSo am I.\nTruly.")).next()
    writing = writing.answer(reply_with_words(("call Ana", "walk"))).next()
    writing = writing.answer(reply_with_text("no"))

    assert [(kept.keep_as, kept.line) for kept in writing.kept_answers()] == [
        (KeepAs.INSIGHT, "It is all one."),
        (KeepAs.INSIGHT, "So am I.\nTruly."),
        (KeepAs.STEP, "call Ana"),
        (KeepAs.STEP, "walk"),
    ]


def test_a_marked_line_that_is_no_longer_asked_is_not_offered():
    guide = a_guide(
        a_prompt("A story?", name="story"),
        a_prompt("Tell it.", keep_as=KeepAs.INSIGHT, ask_if=ask_if("story", "is", "yes")),
    )
    assert written(guide, "no", "once upon a time").kept_answers() == []


# Drafts.


def resumed(writing: Writing, guide: Guide | None = None) -> Writing:
    """Return a writing as it is taken up again from its draft's JSON."""
    return from_draft(guide or writing.guide, json.loads(json.dumps(writing.to_draft())))


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
    after = replace(BRANCHING, sections=BRANCHING.sections)
    data = written(BRANCHING, "no", "old", "", "").to_draft() | {"at": "told"}
    assert from_draft(after, data).index == 0


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
def test_everything_that_is_asked_and_answered_is_in_the_entry(
    guide: Guide, moves: list[str | Reply]
):
    writing = begin(guide)
    for move in moves:
        writing = writing.answer(move).next() if isinstance(move, Reply) else writing.next()

    asked = [writing.replies[index] for index in writing.asked]
    kept = [answer.reply for answer in writing.entry().answers]
    assert kept == [reply for reply in asked if not reply.is_empty]
