"""What can go wrong, fault by fault, and the tests that prove what is done about it.

What holds for all of them: no trace of the program's insides, no word lost, an exit code that says
so, a sentence with the file and what to do, and a terminal as it was. A fault that no test can
prove here has a sentence in place of one. No proof may name what is not there.
"""

import re

import pytest

from tests.test_concepts import names_in

PROOFS: dict[str, tuple[str, ...]] = {
    # Words that a screen could take for more than words.
    "F01 a style in brackets is shown as it was typed": (
        "hostile/test_screens::nothing_but_characters_is_sent_and_every_line_fits",
        "tui/test_rules::no_words_are_read_as_markup",
    ),
    "F02 a closing bracket without an opening one stops nothing": (
        "hostile/test_screens::a_thing_of_any_kind_is_shown_as_characters",
        "tui/test_rules::no_words_are_read_as_markup",
    ),
    "F03 an action in brackets does nothing": (
        "hostile/test_screens::nothing_but_characters_is_sent_and_every_line_fits",
        "terminal/test_leaks::nothing_in_the_journal_is_more_than_characters",
    ),
    "F04 half a style put into other words stays half a style": (
        "hostile/test_screens::nothing_but_characters_is_sent_and_every_line_fits",
        "tui/test_rules::no_words_are_read_as_markup",
    ),
    "F05 no sign that steers a terminal reaches it": (
        "hostile/test_screens::nothing_but_characters_is_sent_and_every_line_fits",
        "hostile/test_screens::a_way_leads_to_every_screen",
        "hostile/test_screens::without_the_last_look_it_would_be_sent",
        "hostile/test_commands::whatever_is_typed_after_a_command_gets_a_sentence",
        "hostile/test_commands::what_a_command_shows_is_characters",
        "hostile/test_commands::one_thing_of_any_kind_is_shown_as_characters",
        "hostile/test_commands::without_the_cleaning_it_would_be_sent",
        "terminal/test_leaks::nothing_that_is_typed_or_in_a_pack_is_more_than_characters",
    ),
    "F06 what turns text around or is never seen goes, and what joins an emoji stays": (
        "core/test_text::a_sign_that_turns_text_around_goes",
        "core/test_text::what_people_write_is_kept_exactly",
        "tui/test_filters::nothing_that_a_terminal_could_act_upon_is_drawn",
    ),
    "F07 nothing is written over what stands before it in a line": (
        "core/test_text::nothing_hides_what_stands_before_a_carriage_return",
    ),
    "F08 wide, joined and combining letters keep their cells": (
        "hostile/test_sizes::wide_letters_keep_every_line_its_width",
        "hostile/test_sizes::a_terminal_shows_the_letters_where_they_were_meant",
        "hostile/test_sizes::a_name_is_cut_between_two_letters",
    ),
    # Text packs from elsewhere.
    "F09 an escape that is spelled out stays spelled out": (
        "hostile/test_files::what_is_written_in_a_pack_is_only_ever_words",
        "packs/test_properties::nothing_that_steers_a_terminal_comes_out_of_a_pack",
    ),
    "F10 a name that stands for itself many times over is a word": (
        "hostile/test_files::what_is_written_in_a_pack_is_only_ever_words",
        "packs/test_pack::no_file_makes_more_work_than_its_limits_allow",
    ),
    "F11 a thing in a thing in a thing, deeper than anybody counts": (
        "hostile/test_fuzz::whatever_a_draft_holds_it_is_taken_up_or_stays_and_can_be_dropped",
        "packs/test_pack::no_file_makes_more_work_than_its_limits_allow",
    ),
    "F12 a small file that makes much work is refused for its size and its lines": (
        "packs/test_pack::no_file_makes_more_work_than_its_limits_allow",
        "packs/test_grammar::a_line_that_is_too_long_is_told_with_its_length",
    ),
    "F13 a file too large, a pipe, a device and a folder are refused before they are read": (
        "hostile/test_files::what_is_no_file_is_refused_at_once_and_left",
        "packs/test_files::a_pipe_is_refused_and_not_waited_for",
        "packs/test_files::a_device_is_refused",
        "packs/test_files::a_file_that_is_too_large_is_refused_before_it_is_read",
        "store/test_opening::a_folder_or_a_pipe_in_its_place_is_refused_at_once",
    ),
    "F14 bytes that are no text are refused in a line, and a byte order mark is none": (
        "packs/test_files::what_is_not_utf_8_is_told_with_the_byte_and_its_place",
        "packs/test_files::a_byte_order_mark_is_accepted",
        "hostile/test_fuzz::whatever_lies_in_the_packs_folder_the_others_are_read",
        "hostile/test_fuzz::a_text_pack_with_any_bytes_changed_is_read_or_refused",
    ),
    "F15 a number with thousands of digits, and one that is none": (
        "hostile/test_fuzz::any_words_are_a_number_or_a_sentence",
        "hostile/test_fuzz::any_word_after_an_option_is_kept_or_refused",
        "hostile/test_fuzz::any_amount_is_said",
    ),
    "F16 a pack that asks for a program, an address or another file gets none": (
        "hostile/test_files::what_is_written_in_a_pack_is_only_ever_words",
        "terminal/test_network::the_screens_open_no_socket",
    ),
    "F17 an archive is no pack, and nothing of it is unpacked": (
        "hostile/test_files::an_archive_is_no_pack_and_no_journal",
    ),
    # What leaves.
    "F18 no title gives a file name that leads elsewhere": (
        "exchange/test_names::no_title_gives_a_name_that_leads_out_of_the_folder",
        "exchange/test_names::an_odd_title_gives_a_plain_name_inside_the_folder",
    ),
    "F19 an export goes through no link and over no file of somebody else": (
        "exchange/test_files::a_link_in_a_files_place_is_never_followed",
        "exchange/test_files::a_link_in_a_folders_place_is_never_followed",
        "exchange/test_files::a_file_from_elsewhere_is_not_written_over",
        "exchange/test_files::folders_are_for_their_owner_alone_and_files_too",
    ),
    "F20 two titles that a disk takes for one are two files": (
        "exchange/test_names::two_experiences_never_share_a_name",
        "exchange/test_names::titles_that_differ_only_in_how_an_accent_is_written_give_the_same_words",
    ),
    # Far too much, and far too little room.
    "F21 a page of millions of letters opens, and says so": (
        "hostile/test_sizes::of_a_very_long_page_the_beginning_is_read_and_that_is_said",
        "hostile/test_sizes::a_search_among_very_long_pages_comes_back",
        "hostile/test_sizes::a_very_long_page_comes_and_goes_whole_by_commands",
        "core/test_text::wrapping_keeps_every_letter_and_fits_every_line",
    ),
    "F22 a huge or harmful paste is cleaned, and one step to take back": (
        "hostile/test_sizes::a_paste_of_five_million_letters_is_cleaned_wrapped_and_one_step",
        "tui/widgets/test_editor::a_paste_is_cleaned_and_wrapped_and_taken_back_in_one_step",
    ),
    "F23 a terminal of any size, and one that changes all the time": (
        "hostile/test_sizes::a_terminal_of_any_size_stops_nothing",
        "hostile/test_sizes::a_storm_of_sizes_ends_with_the_screen_as_it_was",
        "hostile/test_sizes::the_keys_go_on_where_they_went_before_a_terminal_was_too_small",
        "terminal/test_hostile::a_storm_of_sizes_ends_with_a_page_that_takes_letters",
        "tui/test_app::a_terminal_that_is_too_small_is_told_kindly",
    ),
    # Ends from outside.
    "F24 a program told to end, or whose window is closed, keeps the draft": (
        "terminal/test_ends::a_signal_keeps_the_last_character_and_leaves_cleanly",
        "terminal/test_ends::a_window_that_is_closed_keeps_what_was_typed",
    ),
    "F25 interrupted, stopped by the shell, and gone on with": (
        "terminal/test_ends::a_signal_keeps_the_last_character_and_leaves_cleanly",
        "terminal/test_runs::the_time_in_which_the_program_was_stopped_is_no_time_sat",
        "terminal/test_unlock::a_plain_journal_is_stopped_as_it_is",
        "cli/test_main::an_interruption_ends_with_130_and_no_more",
    ),
    "F26 killed at any moment, what was said to be kept is kept": (
        "faults/test_kill::a_killed_program_loses_nothing_and_leaves_nothing_half",
        "faults/test_anywhere::a_program_that_is_killed_anywhere_keeps_what_it_said",
        "terminal/test_kills::a_kill_while_typing",
    ),
    "F27 a machine without power keeps what was said to be kept": (
        "faults/test_anywhere::a_machine_that_loses_its_power_keeps_what_was_said",
        "faults/test_anywhere::a_journal_that_does_not_wait_for_the_disk_is_found_out",
    ),
    # Disks.
    "F28 a full disk leaves the words where they are, and the next save works": (
        "store/test_database::a_full_disk_loses_nothing_and_the_next_save_works",
        "faults/test_disk::a_file_that_may_not_grow_loses_nothing_and_the_next_save_works",
        "store/test_drafts::words_go_to_the_rescue_file_when_the_disk_is_full",
    ),
    "F29 a disk at fault at any write is told, and what may not be kept is said so": (
        "faults/test_anywhere::a_disk_at_fault_is_told_in_a_sentence_and_nothing_is_lost",
        "store/test_failures::each_fault_of_a_save_has_its_own_sentence",
    ),
    "F30 another program writes, for long or all the time": (
        "tui/test_writing::a_busy_journal_is_tried_again",
        "store/test_database::a_busy_journal_is_told_within_the_time_one_waits",
        "faults/test_together::two_windows_and_a_command_at_once_lose_nothing",
    ),
    "F31 what can only be read is read": (
        "store/test_opening::a_journal_that_cannot_be_written_is_read_and_left_as_it_is",
        "tui/test_app::a_journal_that_cannot_be_written_is_said_at_once",
        "faults/test_disk::a_file_that_may_not_grow_loses_nothing_and_the_next_save_works",
    ),
    # The file.
    "F32 damaged, empty, foreign, newer and locked are five sentences and no byte changed": (
        "hostile/test_files::each_of_five_faults_has_its_own_sentence_and_no_byte_is_changed",
        "hostile/test_files::the_file_is_named",
        "hostile/test_files::a_copy_that_is_no_good_takes_no_journals_place",
        "faults/test_damage::a_flipped_bit_is_told",
    ),
    "F33 taken away or replaced while it is open, it is not written to": (
        "store/test_replaced::a_file_that_was_replaced_is_never_written_to",
        "store/test_replaced::what_was_open_is_kept_as_a_copy",
        "faults/test_damage::a_journal_that_is_taken_away_while_it_is_open_is_kept_as_a_copy",
    ),
    "F34 the second journal of a sync tool is pointed out and never opened": (
        "hostile/test_files::a_copy_of_a_sync_tool_is_pointed_out_and_never_opened_by_itself",
        "safekeeping/test_checkup::a_second_journal_of_a_sync_tool_is_pointed_out_and_left",
    ),
    # Time.
    "F35 clocks that go back, and years at the ends of what clocks count": (
        "hostile/test_times::at_any_time_everything_is_kept_and_every_command_answers",
        "hostile/test_times::at_any_time_every_place_is_drawn",
        "hostile/test_times::a_clock_that_went_back_changes_nothing_that_was_kept_and_no_order_of_states",
        "hostile/test_times::two_things_never_share_an_id_though_the_clock_stands_or_goes_back",
        "core/test_dates::the_words_of_a_distance_never_hold_a_negative_number",
    ),
    "F36 the hour that is skipped, the one that comes twice, and a flight": (
        "hostile/test_times::the_hour_that_comes_twice_keeps_both_in_their_order",
        "hostile/test_times::a_time_in_the_hour_that_is_skipped_is_kept_as_an_hour_later",
        "hostile/test_times::a_day_stays_the_day_it_was_written_on_wherever_one_travels",
        "hostile/test_times::a_flight_over_the_date_line_under_an_open_window_does_no_harm",
    ),
    # What is typed.
    "F37 any search finds something or nothing": (
        "hostile/test_fuzz::any_search_finds_something_or_nothing",
        "store/test_search::no_search_raises",
        "hostile/test_fuzz::any_words_are_a_day_or_a_sentence",
        "hostile/test_fuzz::any_tag_is_found_under_what_it_is_kept_as",
    ),
    "F38 half of a letter is kept as the sign for one that is not known": (
        "terminal/test_hostile::bytes_that_are_no_text_are_kept_as_what_can_be_shown",
        "terminal/test_hostile::an_argument_that_is_no_text_is_taken_or_refused_in_a_sentence",
        "core/test_text::half_of_a_surrogate_pair_becomes_a_replacement_character",
        "tui/test_driver::bytes_that_are_no_character_do_not_stop_the_keys",
    ),
    "F39 a fault of the program says what and where, and no value": (
        "terminal/test_ends::a_fault_in_the_program_tells_where_and_nothing_that_was_written",
        "cli/test_main::a_fault_says_its_kind_and_place_and_no_value",
    ),
    "F40 variables that look in are taken out, not asked, or pointed out": (
        "terminal/test_leaks::variables_of_the_framework_change_nothing",
        "safekeeping/test_keyrings::one_that_a_variable_or_a_file_names_is_never_loaded",
        "cli/test_a_bad_home::a_bad_home_has_a_finding_for_each_that_is_planted",
    ),
    "F41 without a keyring, with a locked one or a plain one, the passphrase is asked for": (
        "safekeeping/test_keyrings::without_the_library_there_is_none",
        "safekeeping/test_keyrings::a_locked_one_opens_nothing_and_takes_nothing",
        "safekeeping/test_keyrings::no_other_is",
        "cli/test_keyring::one_that_holds_another_key_leads_to_the_passphrase",
    ),
    "F42 a passphrase that is forgotten leads to the sheet, and to nothing new in its place": (
        "hostile/test_files::"
        "a_forgotten_passphrase_leads_to_the_sheet_and_is_tried_as_often_as_one_likes",
        "cli/test_encrypting::the_sheet_needs_the_passphrase_and_opens_without_it",
        "tui/test_unlock::a_wrong_one_is_said_plainly_and_the_field_is_empty_again",
    ),
    # Changing it whole.
    "F43 a migration that fails, or is begun twice, leaves the old journal": (
        "store/test_migrations::a_migration_that_fails_leaves_the_old_journal_and_names_the_copy",
        "faults/test_together::two_programs_that_migrate_at_once_do_it_once",
        "faults/test_kill::a_program_killed_while_it_migrates_leaves_the_old_journal_or_the_new",
    ),
    "F44 what is erased is in no file any more": (
        "store/test_trash::no_byte_of_what_was_erased_is_left_in_the_file",
        "store/test_trash::nothing_that_was_erased_is_left_after_a_crash_and_another_opening",
        "cli/test_erasing::its_copies_are_made_anew",
        "faults/test_erasing::a_program_killed_while_it_erases_leaves_the_old_or_the_new",
    ),
    "F45 a journal from elsewhere does nothing by itself": (
        "hostile/test_files::a_journal_with_a_rule_of_somebody_else_is_read_and_never_written_in",
        "hostile/test_files::a_copy_with_a_rule_of_somebody_else_is_not_put_back",
        "hostile/test_files::a_file_that_only_says_it_is_a_journal_gets_a_sentence",
        "hostile/test_files::functions_that_reach_out_cannot_be_called_from_a_schema",
    ),
    "F46 without memory the draft is on the disk already, and the end is a clean one": (
        "terminal/test_hostile::a_program_without_memory_ends_cleanly_and_the_draft_is_on_the_disk",
        "terminal/test_hostile::a_command_with_little_memory_keeps_all_or_nothing_and_says_so",
    ),
}
UNPROVEN = {
    "F40": "What is loaded into every program before it begins is out of its reach; it is said.",
    "F31": "A quota of a file system is tried as a limit on the size of a file, which looks alike.",
}
"""What a part of a fault has in place of a test."""


def test_every_fault_is_there():
    assert [name[:3] for name in PROOFS] == [f"F{number:02}" for number in range(1, 47)]


def test_what_is_not_proven_is_said_in_a_sentence():
    assert set(UNPROVEN) <= {name[:3] for name in PROOFS}
    assert all(re.fullmatch(r"[A-Z].*\.", words) for words in UNPROVEN.values())


@pytest.mark.parametrize("fault", PROOFS)
def test_a_fault_has_its_proof(fault: str):
    assert PROOFS[fault]
    for proof in PROOFS[fault]:
        file, _, test = proof.partition("::")
        assert test in names_in(file), proof
