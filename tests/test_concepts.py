"""What integration is made of, concept by concept, and the test or the picture that proves each.

The concepts are those of the field: understanding, processing and applying; beliefs, values and
boundaries; the work with a therapist and with a coach; ketamine and its series. Each names tests by
their file and their name, or a guide, and none may name what is not there.
"""

import ast
from functools import lru_cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
GUIDES = TESTS.parent / "prompts" / "guides"
EXERCISES = TESTS.parent / "prompts" / "exercises"

PROOFS: dict[str, tuple[str, ...]] = {
    # What integration is.
    "C01 insights become change": (
        "test_threads::the_whole_chain_is_told_with_its_words",
        "tui/test_insights::an_insight_becomes_a_boundary_and_its_page_shows_it",
    ),
    "C02 a guided process": ("core/test_suggest::the_days_after_an_experience_decide_first",),
    "C03 emotional clarity": (
        "exercise:name-it",
        "tui/test_look_back::feelings_are_on_the_plane_and_lead_into_the_journal",
    ),
    "C04 behaviour shifts": ("cli/test_boundaries::ran_and_ran_differently_are_counted_apart",),
    "C05 personal growth": ("test_sessions::then_and_now_is_offered_from_day_thirty",),
    "C06 the journey goes on": (
        "core/test_experience::the_phases_follow_the_local_days_where_no_time_is_known",
    ),
    "C07 understand, process, apply": ("cli/test_marks::everything_is_put_on_a_thing_at_once",),
    "C08 meaningful": ("tui/test_goals::a_goal_is_asked_once_what_it_is_for",),
    "C09 sustainable": ("tui/test_goals::a_fourth_practice_asks_which_one_may_rest",),
    "C10 new perspectives": ("test_believing::other_words_keep_those_before_in_the_history",),
    "C11 breakthroughs": (
        "test_sessions::what_followed_hangs_on_the_breakthrough_and_the_experience",
    ),
    "C12 confusion": ("tui/test_insights::what_is_left_open_asks_for_nothing",),
    "C13 sense of it all": ("test_shelving::a_theme_gathers_things_in_the_order_of_their_days",),
    "C14 alone, if one likes": ("cli/test_end_to_end::a_first_evening_from_an_empty_home",),
    "C15 more than thinking back": ("test_keeping::a_marked_line_becomes_what_its_prompt_says",),
    "C16 intentional": ("guide:morning", "cli/test_series::what_was_brought_along_is_shown"),
    "C17 what came up": ("test_triage::each_way_makes_its_own_thing",),
    "C18 everyday life": (
        "tui/test_goals::a_big_move_is_offered_a_pause_card_and_a_step_that_can_be_taken_back",
    ),
    "C19 strong emotions": ("core/test_sitting::the_change_is_said_without_judging",),
    "C20 surfacing past": (
        "test_triage::what_is_parked_is_not_met_again_by_chance",
        "test_parking::what_is_parked_is_out_of_sight",
        "tui/test_shelves::on_its_day_it_opens_without_a_question",
    ),
    "C21 how we live": ("tui/test_goals::values_are_sorted_to_ten_then_five_as_one_change",),
    "C22 insights fade": ("core/test_looking_again::it_comes_back_later_each_time_and_then_rests",),
    "C23 or confuse": ("test_believing::other_words_keep_those_before_in_the_history",),
    "C24 different for everyone": ("tui/test_packs",),
    "C25 journaling": ("tui/test_every_guide",),
    "C26 creative expression": ("guide:creative",),
    "C27 talking it out": ("test_shelving::an_agenda_is_for_one_person_and_holds_nothing_parked",),
    "C28 small steps": ("tui/test_goals::a_long_step_is_asked_to_be_two",),
    "C29 relationships, habits, mindset": ("guide:boundaries", "guide:beliefs", "test_tending"),
    "C30 emotional, physical, spiritual": (
        "guide:body",
        "guide:spirit-and-meaning",
        "core/test_looking_back::a_domain_is_said_as_counts",
    ),
    "C31 depends on the experience": (
        "core/test_suggest::a_guide_meant_for_something_else_is_not_offered",
    ),
    # Beliefs, and what matters.
    "C32 beliefs change": ("test_believing::a_worksheet_says_how_one_stands_to_the_belief_now",),
    "C33 holding is as good": ("core/test_around::no_words_praise_or_weigh",),
    "C34 take time": (
        "test_believing::a_worksheet_opens_on_the_fourth_day_after_the_experience",
        "test_shelving::a_pause_card_waits_two_weeks_and_says_until_when",
    ),
    "C35 safe and supportive": ("tui/test_app::support_is_one_key_away_from_every_place",),
    "C36 which are worth holding": (
        "test_believing::a_draft_kept_as_it_is_becomes_a_worksheet",
        "guide:beliefs",
    ),
    "C37 forward with intention": ("test_minding::what_is_made_of_an_insight_hangs_on_it",),
    "C38 boundaries": (
        "tui/test_goals::how_a_boundary_went_is_one_word_and_perhaps_a_line",
        "tui/test_goals::what_is_not_safe_shows_support_and_is_asked_after_no_more",
        "test_not_safe::a_review_counts_no_occasion_of_it_and_shows_support",
    ),
    "C39 patterns": ("test_minding::a_pattern_runs_or_runs_differently",),
    "C40 clarity on what matters": ("tui/test_goals::a_value_is_looked_at_in_two_numbers",),
    # With a therapist.
    "C41 a space with a professional": (
        "tui/test_shelves::a_person_is_added_and_the_page_says_what_it_is_not",
    ),
    "C42 collaborative": ("tui/test_shelves::the_talk_list_is_ticked_off_and_makes_a_page",),
    "C43 journey, challenges, goals": ("cli/test_thread::the_chain_is_drawn_as_a_tree",),
    "C44 open discussion": ("guide:therapist-session", "guide:free-page"),
    "C45 emotional processing": ("exercise:name-it", "test_every_exercise"),
    "C46 reflection": (
        "guide:week-one",
        "tui/test_inbox::one_at_a_time_each_key_leads_to_the_next",
    ),
    "C47 patterns and insights": (
        "tui/test_look_back::words_that_come_back_lead_into_the_journal",
        "guide:weeks-two-to-four",
    ),
    "C48 unresolved": (
        "test_believing::what_is_left_open_does_not_come_back_until_it_is_to",
        "test_triage::each_way_makes_its_own_thing",
    ),
    "C49 breath, mindfulness, grounding": ("test_every_exercise", "packs/test_library"),
    "C50 present": ("tui/test_sitting",),
    "C51 hard to unpack alone": ("guide:difficult-experience", "test_rules_of_guides"),
    "C52 structure": ("cli/test_review::a_review_ends_with_one_dated_focus",),
    # With a coach.
    "C53 goals": (
        "tui/test_goals::a_goal_is_asked_for_wish_outcome_obstacle_and_plan_in_that_order",
    ),
    "C54 habits and routine": ("core/test_schedule::schedules_are_read_as_people_write_them",),
    "C55 no clinical care": (
        "guide:coach-check-in",
        "test_shelving::an_agenda_is_for_one_person_and_holds_nothing_parked",
        "test_sharing::a_coach_is_never_handed",
        "test_sharing::a_difficult_page_stays_with_all_that_came_from_it",
    ),
    "C56 commitments": ("cli/test_review::a_review_ends_with_one_dated_focus",),
    "C57 both at once": ("test_shelving::the_talk_list_stands_by_whom_it_is_for",),
    "C58 big changes": (
        "cli/test_changes::card_and_first_step_are_kept_with_the_goal_and_taken_back_with_it",
        "tui/test_goals::a_big_move_is_offered_a_pause_card_and_a_step_that_can_be_taken_back",
        "test_minding::a_decision_rests_on_a_card_that_hangs_on_its_goal",
    ),
    # Ketamine.
    "C59 hour by hour": ("core/test_around::only_the_day_before_and_the_week_after_count",),
    "C60 dissociative": ("exercise:soft-landing", "guide:ketamine-hours-after"),
    "C61 shifts": ("guide:ketamine-hours-after",),
    "C62 fleeting": ("core/test_marks", "cli/test_series::the_hours_around_one_are_said_and_drawn"),
    "C63 each session its own": ("cli/test_series::its_sessions_are_shown_with_their_blanks",),
    "C64 built on each other": ("test_sessions::the_line_of_a_session_comes_with_the_next",),
    "C65 no vivid story": ("tui/test_writing_ways",),
    "C66 and that is alright": ("guide:ketamine-hours-after",),
    "C67 more, less, the same": ("guide:ketamine-next-day",),
    "C68 treatment goals": (
        "test_sessions::what_is_hoped_for_stands_beside_what_was_written_after_each_session",
    ),
    "C69 optional measures": ("tui/test_measure", "packs/test_library"),
    # Closing images.
    "C70 a door": ("guide:weeks-two-to-four",),
    "C71 stay connected": ("tui/test_today",),
    "C72 grounded": ("test_rules_of_guides",),
    "C73 support goes on": (
        "test_shelving::whom_one_meets_next_stands_first_on_the_care_page",
        "tui/test_today::what_waits_is_counted_and_opens_where_it_is_seen_to",
    ),
    "C74 from clinic to retreat, and no dose": (
        "cli/test_experiences::there_is_no_word_for_a_dose",
    ),
    "C75 before and after": ("cli/test_review::since_the_experience_says_the_week_before",),
}


@lru_cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of the tests of a file, without their `test_`."""
    folder, _, name = file.rpartition("/")
    tree = ast.parse((TESTS / folder / f"{name}.py").read_text(encoding="utf-8"))
    return frozenset(
        node.name.removeprefix("test_")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name[:5] == "test_"
    )


def test_every_concept_is_there():
    assert [name[:3] for name in PROOFS] == [f"C{number:02}" for number in range(1, 76)]


@pytest.mark.parametrize("concept", PROOFS)
def test_a_concept_has_its_proof(concept: str):
    for proof in PROOFS[concept]:
        kind, _, name = proof.partition(":")
        if kind in ("guide", "exercise"):
            folder = GUIDES if kind == "guide" else EXERCISES
            assert (folder / f"{name}.txt").is_file(), proof
            continue
        file, _, test = proof.partition("::")
        found = names_in(file)
        assert found, proof
        assert not test or test in found, proof
