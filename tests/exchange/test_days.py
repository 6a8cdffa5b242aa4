from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate_tui.core.answers import Reply
from integrate_tui.core.checkin import Report
from integrate_tui.core.dates import moment
from integrate_tui.core.entry import Answered, Entry
from integrate_tui.core.fragment import Fragment
from integrate_tui.core.goal import GoalStep, StepState
from integrate_tui.core.insight import Insight, InsightSort, KeptLine
from integrate_tui.core.practice import Tick, TickState
from integrate_tui.core.text import clean
from integrate_tui.core.thing import Thing, ThingKind
from integrate_tui.exchange.days import Day, Ties, day_page, days_of
from tests.builders import a_guided_entry, a_rating, a_report, a_sitting, some_feelings
from tests.exchange.kept import kept

SUNDAY = date(2026, 11, 22)

WHOLE_DAY = """\
# Sunday 22 November 2026

Experience: The lake

## 09:12 · Check in
<!-- check-in 11 -->

- How is your mood? 6 (0 low .. 10 light)
- Which words come near? calm, tired

Rain all night.

## 19:00 · The kettle
<!-- entry 12 -->
guide: Week one · about: The lake · tags: home, inner child

### How is your mood?

6 (0 low .. 10 light)

### What is still with you?

The lake, and the cold.

### Which words come near?

calm, tired

## 19:30 · Image
<!-- fragment 13 -->
about: The lake

A blue door.

## 20:00 · Slow breath
<!-- sitting 14 -->
sat 2 minutes · distress 7 before, 4 after

## Insights

- It is all one. (belief) <!-- insight 15, from entry 12 -->

## Kept lines

- Ask about the ring (talk list) <!-- line 16 -->

## Practices

- Walk: done <!-- tick 17 -->
- Three breaths: left out · Too loud. <!-- tick 18 -->

## Steps done

- Call Ana <!-- step 19 -->

"""


def test_a_whole_day_reads_in_the_order_of_its_time():
    day = Day(
        SUNDAY,
        written=[
            kept(
                a_report(a_rating(), some_feelings("calm", "tired"), note="Rain all night."),
                11,
                hours=10,
                minutes=48,
            ),
            kept(replace(a_guided_entry(), title="The kettle"), 12, hours=1),
            kept(Fragment("A blue door.", "image"), 13, minutes=30),
            kept(a_sitting(before=7, after=4), 14),
        ],
        insights=[kept(Insight("It is all one.", InsightSort.BELIEF), 15)],
        lines=[kept(KeptLine("Ask about the ring", "talk list"), 16)],
        ticks=[
            kept(Tick(1), 17),
            kept(Tick(2, TickState.SKIPPED, "Too loud."), 18),
        ],
        steps=[kept(GoalStep("Call Ana", StepState.DONE), 19)],
        experiences=["The lake"],
        ties=Ties(
            tags={12: ("home", "inner child")},
            about={12: ["The lake"], 13: ["The lake"]},
            origins={15: 12},
            practices={1: "Walk", 2: "Three breaths"},
        ),
    )
    assert day_page(day) == WHOLE_DAY


def test_an_entry_without_a_title_is_headed_by_its_guide():
    assert "## 20:00 · Week one\n" in page_of(Entry(guide="w", guide_title="Week one"))


def test_free_writing_without_a_title_is_headed_plainly_and_not_twice():
    page = page_of(Entry(text="The light on the water.\n\nThe cold."))
    assert "## 20:00 · Entry\n" in page
    assert page.count("The light on the water.") == 1


def test_a_guide_that_is_not_the_title_is_named():
    assert "guide: Week one\n" in page_of(Entry("The kettle", guide="w", guide_title="Week one"))


def test_a_question_that_was_left_leaves_no_mark():
    answers = (Answered("What came up?", Reply()), Answered("And then?", Reply("  \n")))
    assert "###" not in page_of(Entry("The kettle", guide="w", answers=answers))


def test_a_free_text_beside_answers_is_there_too():
    entry = Entry("T", "Free words.", "w", "W", (Answered("Why?", Reply("Because.")),))
    page = page_of(entry)
    assert page.index("Free words.") < page.index("### Why?") < page.index("Because.")


def test_guidance_is_left_out():
    entry = Entry("T", guide="w", answers=(Answered("Why?", Reply("Because."), guidance="Small."),))
    assert "Small." not in page_of(entry)


def test_several_lines_are_a_list():
    answer = Answered("Three things?", Reply("a\nb", words=("a", "b")), kind="list")
    assert "### Three things?\n\n- a\n- b\n\n" in page_of(Entry("T", guide="w", answers=(answer,)))


def test_a_drawing_keeps_its_columns_whatever_is_in_it():
    drawn = "  ```\n /   \\\n"
    answer = Answered("Draw it.", Reply(drawn), kind="sketch")
    assert f"````\n{drawn}\n````\n" in page_of(Entry("T", guide="w", answers=(answer,)))


def test_a_prompt_of_several_lines_is_one_heading():
    answer = Answered("Which of\nthese?", Reply("This."))
    assert "### Which of these?\n" in page_of(Entry("T", guide="w", answers=(answer,)))


def test_a_long_answer_in_a_check_in_has_its_own_heading():
    report = Report("daily", "Check in", (Answered("And else?", Reply("One.\n\nTwo.")), a_rating()))
    page = page_of(report)
    assert "- How is your mood? 6" in page
    assert page.endswith("### And else?\n\nOne.\n\nTwo.\n\n")


def test_a_prompt_that_does_not_ask_gets_a_colon():
    report = Report("daily", "Check in", (Answered("Sleep", Reply("deep")),))
    assert "- Sleep: deep\n" in page_of(report)


def test_an_empty_check_in_is_only_said_to_have_been():
    assert page_of(Report("daily", "")).endswith("## 20:00 · Check-in\n<!-- check-in 12 -->\n\n")


def test_a_note_without_a_sense_is_a_note():
    assert "## 20:00 · Note\n" in page_of(Fragment("A blue door."))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, None, "sat 2 minutes\n"),
        (7, None, "sat 2 minutes · distress 7 before\n"),
        (None, 0, "sat 2 minutes · distress 0 after\n"),
        (0, 0, "sat 2 minutes · distress 0 before, 0 after\n"),
    ],
)
def test_distress_is_told_as_far_as_it_was_said(before: int | None, after: int | None, said: str):
    assert said in page_of(a_sitting(before=before, after=after))


def test_the_note_of_a_sitting_is_kept():
    assert page_of(a_sitting(note="Warm hands.")).endswith("\n\nWarm hands.\n\n")


def test_a_tick_with_a_long_note_keeps_it_whole():
    day = Day(
        SUNDAY,
        ticks=[kept(Tick(1, note="Rain.\n\nThen sun."))],
        ties=Ties(practices={1: "Walk"}),
    )
    assert "- Walk: done <!-- tick 12 -->\n\nRain.\n\nThen sun.\n\n" in day_page(day)


def test_times_are_those_of_the_place_where_they_were_lived():
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    flying = [
        Thing(n, f"id-{n}", ThingKind.FRAGMENT, moment(at, zone), n, Fragment(zone))
        for n, zone in enumerate(("Europe/Berlin", "America/New_York"), 1)
    ]
    page = day_page(Day(SUNDAY, written=flying))
    assert "## 13:00 · Note\n<!-- fragment 1 -->" in page
    assert "## 07:00 · Note\n<!-- fragment 2 -->" in page


def test_an_open_code_fence_does_not_swallow_what_follows():
    day = Day(SUNDAY, written=[kept(Entry("One", "```\ncode"), 1), kept(Entry("Two", "words"), 2)])
    assert "```\ncode\n```\n\n## 20:00 · Two\n" in day_page(day)


def test_control_characters_do_not_leave():
    page = page_of(Entry("T\x1b]0;x\x07", "a\x00b\u202ec\rd"))
    assert "## 20:00 · T]0;x\n" in page
    assert "abc\nd\n" in page


@given(st.text().map(clean))
def test_what_was_written_stands_there_word_for_word(text: str):
    entry = Entry("T", text, "w", "W", (Answered("Why?", Reply(text)),))
    assert page_of(entry).count(text) >= (2 if text.strip() else 0)


def test_things_are_put_on_their_days_in_the_order_of_their_time():
    things = [kept(Entry(str(n)), n, hours=30 - n) for n in (3, 1, 2)]
    late = kept(Entry("late"), 9)
    days = list(days_of(written=[late, *things], steps={}, experiences={}, ties=Ties()))
    assert [day.day for day in days] == [SUNDAY - timedelta(days=1), SUNDAY]
    assert [thing.n for thing in days[0].written] == [1, 2, 3]


def test_what_is_of_the_same_moment_stays_in_the_order_of_its_numbers():
    things = [kept(Entry(str(n)), n) for n in (5, 4)]
    (day,) = days_of(written=things, steps={}, experiences={}, ties=Ties())
    assert [thing.n for thing in day.written] == [4, 5]


def test_a_day_on_which_only_a_step_was_done_is_a_day():
    done = [kept(GoalStep("Call Ana", StepState.DONE))]
    (day,) = days_of(steps={date(2026, 1, 2): done}, experiences={}, ties=Ties())
    assert day.day == date(2026, 1, 2)


def test_an_experience_alone_makes_no_day():
    assert not list(days_of(steps={}, experiences={SUNDAY: ["The lake"]}, ties=Ties()))


@pytest.mark.parametrize("tick", [Tick(1, TickState.CLEARED), Tick(2)])
def test_a_tick_that_says_nothing_makes_no_day(tick: Tick):
    ties = Ties(practices={1: "Walk"})
    assert not list(days_of(ticks=[kept(tick)], steps={}, experiences={}, ties=ties))


def test_the_size_of_a_day_counts_what_belongs_to_it():
    day = Day(SUNDAY, written=[kept(Entry())], lines=[kept(KeptLine("a", "b"))], steps=[])
    assert day.size == 2


def page_of(value: object) -> str:
    """Return the page of a day with one thing."""
    return day_page(Day(SUNDAY, written=[kept(value)]))  # type: ignore[list-item]  # any kind
