"""Every hostile input and the tests that show what becomes of it, or why there is none yet.

A test is named by its file below `tests/` and its own name.
"""

from __future__ import annotations

TERMINAL = "hostile/test_terminal.py::test_nothing_of_a_document_commands_the_terminal"
PRINTED = "hostile/test_printed.py::test_nothing_printed_of_a_document_commands_the_terminal"
INPUTS = "hostile/test_inputs.py::"
FUZZ = "fuzz/test_targets.py::test_the_seeds_hold"
SLOW = "formats/test_formats.py::test_what_is_made_to_be_slow_is_read"

TABLE: dict[str, tuple[str, ...]] = {
    "escape sequences in text": (TERMINAL, PRINTED),
    "the same in names, titles, links, cells, metadata, headers, queries, errors": (
        TERMINAL,
        PRINTED,
        "hostile/test_printed.py::test_nothing_of_a_query_or_a_wrong_argument_does",
        "app/test_copying.py::test_what_is_copied_and_told_commands_nothing",
    ),
    "entities and encodings that become escape sequences": (
        TERMINAL,
        "formats/test_page.py::test_control_characters_made_by_entities_are_harmless",
        "formats/test_mail.py::test_what_fields_decode_to_is_harmless",
        "formats/test_pdf.py::test_commands_in_text_and_facts_are_harmless",
    ),
    "one-byte introducers, spliced bytes": (
        INPUTS + "test_no_way_to_write_a_control_character_leaves_one",
        "test_document.py::test_neutralising_keeps_the_length_and_is_idempotent",
    ),
    "sequences that never end": (INPUTS + "test_what_is_not_terminated_takes_nothing_with_it",),
    "bells, overwriting, NUL and DEL": (
        INPUTS + "test_no_way_to_write_a_control_character_leaves_one",
        "test_document.py::test_every_part_of_a_document_is_neutralised",
    ),
    "directions, invisible and joining characters": (
        TERMINAL,
        INPUTS + "test_words_are_found_over_what_nobody_sees",
        "app/reader/test_layout.py::test_invisible_characters_are_not_drawn",
    ),
    "letters of another script": (
        INPUTS + "test_letters_of_another_script_make_another_name",
        "formats/test_scripts.py::test_a_word_of_two_scripts_is_told",
    ),
    "marks without end, chains of emoji, wide characters": (
        "app/reader/test_layout.py::test_marks_without_end_stay_in_one_cell",
        "app/reader/test_layout.py::test_a_family_is_one_cluster_and_a_crowd_is_several",
        "app/reader/test_layout.py::test_wide_characters_break_anywhere_but_before_a_closing_mark",
    ),
    "markup of the screen": (TERMINAL, INPUTS + "test_any_size_of_terminal_can_be_used"),
    "huge files and lines": (
        INPUTS + "test_a_file_without_end_is_read_to_the_limits",
        INPUTS + "test_of_a_huge_file_the_beginning_is_shown_and_the_keys_live",
        "formats/test_formats.py::test_lines_beyond_the_limit_are_cut_and_said",
        "test_cli.py::test_of_standard_input_no_more_is_read_than_is_shown",
        "library/test_reading.py::test_of_a_long_file_the_beginning_is_there_first",
        "app/reader/test_layout.py::test_a_line_without_end_is_laid_out_where_one_looks",
    ),
    "empty and nearly empty files": (
        INPUTS + "test_almost_nothing_is_a_document_or_a_reason",
        "formats/test_formats.py::test_an_empty_file_is_said_to_be_empty",
        "app/reader/test_layout.py::test_almost_nothing_has_a_line",
    ),
    "encodings": (
        "formats/test_encoding.py::test_a_guess_is_told",
        "formats/test_encoding.py::test_a_byte_order_mark_decides",
        "formats/test_encoding.py::test_bad_bytes_in_utf8_are_marked",
        "formats/test_encoding.py::test_what_is_not_text_says_what_it_looks_like",
    ),
    "line ends and blanks": (
        "test_document.py::test_line_ends_become_newlines",
        "formats/test_formats.py::test_lines_count_from_the_beginning_of_the_file",
    ),
    "names of files": (
        INPUTS + "test_whatever_a_file_is_called_it_is_one_document",
        "test_cli.py::test_a_name_that_is_not_utf8_is_shown_safely",
    ),
    "loops of links and links that lead out": (
        "library/test_scan.py::test_links_are_followed_to_documents_below_the_folder_only",
        "library/test_scan.py::test_ten_thousand_links_are_one_document",
        "library/test_scan.py::test_a_folder_that_is_met_again_is_left_out",
    ),
    "pipes, devices, folders and what is gone": (
        INPUTS + "test_what_never_ends_or_is_gone_is_not_waited_for",
        "library/test_reading.py::test_bad_files_say_why",
        "library/test_reading.py::test_permission_denied_is_said",
        "library/test_scan.py::test_a_pipe_is_listed_and_never_opened",
    ),
    "packed bombs and names that lead out": (
        "formats/test_archive.py::test_what_unpacks_to_too_much_is_refused",
        "formats/test_archive.py::test_names_that_lead_out_of_the_archive_are_only_names",
        "formats/test_archive.py::test_a_hundred_thousand_entries_are_not_all_read",
        "formats/test_archive.py::test_overlapping_entries_are_refused",
        "formats/test_archive.py::test_an_encrypted_entry_says_so",
        "formats/test_office.py::test_a_bomb_is_refused",
    ),
    "entities and parts from outside in XML": (
        "formats/test_office.py::test_entities_are_not_expanded",
        "formats/test_office.py::test_what_lies_outside_is_not_fetched",
        "formats/test_feed.py::test_entities_of_its_own_are_not_expanded",
        INPUTS + "test_nothing_is_fetched_run_or_written",
    ),
    "pages: deep, broken, hidden, with parts from outside": (
        "formats/test_page.py::test_what_is_made_to_be_slow_or_deep_is_read",
        "formats/test_page.py::"
        "test_a_page_so_dense_that_it_would_take_too_long_is_shown_as_it_is_written",
        "formats/test_page.py::test_hidden_text_is_left_out_and_reported",
        "formats/test_page.py::test_what_is_no_text_is_left_out",
        INPUTS + "test_remote_parts_of_a_page_are_not_fetched",
    ),
    "Markdown: deep, dense, with many definitions": (
        SLOW,
        "formats/test_markdown.py::test_deep_nesting_is_cut_and_told",
        "formats/test_markdown.py::test_so_many_marks_that_they_would_take_too_long_are_shown_as_they_are",
    ),
    "PDF: cut off, encrypted, with loops, scripts and bombs": (
        "formats/test_pdf.py::test_a_file_that_is_cut_off_is_read_or_says_so",
        "formats/test_pdf.py::test_what_is_encrypted_says_so_and_an_owner_password_does_not_matter",
        "formats/test_pdf.py::test_loops_end",
        "formats/test_pdf.py::test_a_bomb_is_refused",
        "formats/test_pdf.py::test_a_scan_has_no_text_layer",
        "formats/test_pdf.py::test_scripts_and_files_in_it_are_left_alone",
        "formats/test_pdf.py::test_more_pages_than_may_be_are_cut_and_said",
    ),
    "e-mail: nested, of wrong charsets, with attachments": (
        "formats/test_mail.py::test_nesting_does_not_hurt",
        "formats/test_mail.py::test_a_wrong_charset_costs_nothing",
        "formats/test_mail.py::test_ten_thousand_fields_do_not_hurt",
        "formats/test_mail.py::test_attachments_are_named_and_never_written",
        "formats/test_mail.py::test_two_subjects_are_told",
    ),
    "feeds: raw bytes, wrong encodings, many entries": (
        "formats/test_feed.py::test_control_bytes_and_wrong_encodings_cost_nothing",
        "formats/test_feed.py::test_a_hundred_thousand_entries_are_cut_and_said",
    ),
    "sentences": (
        "analysis/test_sentences.py::test_sentences_end_where_a_reader_ends_them",
        "analysis/test_sentences.py::test_spans_are_in_order_and_leave_out_only_white_space",
        INPUTS + "test_sentences_that_are_made_to_be_slow_are_parted",
        FUZZ,
    ),
    "dates": (
        "analysis/dates/test_dates.py::test_what_only_looks_like_a_date_is_none",
        "analysis/dates/test_dates.py::test_what_can_be_read_in_two_ways_is_shown_with_both",
        "analysis/dates/test_dates.py::test_nothing_is_invented_without_a_date_to_count_from",
    ),
    "agreements that are none": (
        "analysis/status/test_status.py::test_what_has_not_happened_is_no_fact",
        "analysis/status/test_status.py::test_modality_and_complements",
    ),
    "names that mean several things": (
        "analysis/names/test_entities.py::test_two_people_with_one_surname_stay_apart",
        "analysis/names/test_entities.py::test_a_people_is_not_its_country",
    ),
    "cells that are formulas": ("export/test_csv.py::test_no_cell_is_a_formula",),
    "queries": (
        "library/test_fulltext.py::test_nothing_that_can_be_typed_is_an_error",
        "library/test_fulltext.py::test_operators_are_words",
    ),
    "regular expressions that take for ever": (
        INPUTS + "test_a_regular_expression_that_takes_for_ever_elsewhere_is_done",
        INPUTS + "test_regular_expressions_do_not_hold_up_the_keys",
        "finder/test_pattern.py::test_what_is_no_pattern_is_said",
    ),
    "two at once, and disks that are full or read-only": (
        "library/test_database.py::test_a_disk_that_is_full_or_read_only_loses_nothing",
        "library/test_database.py::test_two_processes_write_to_one_file",
        "library/test_state.py::test_two_instances_see_what_the_other_has_put",
    ),
    "being killed; files that are damaged or of a later version": (
        "library/test_state.py::test_what_was_acknowledged_outlives_a_kill",
        "library/test_ingest.py::test_killed_at_any_moment_it_loses_nothing_that_was_finished",
        "library/test_database.py::test_a_file_that_is_none_is_set_aside",
        "library/test_state.py::test_a_damaged_file_is_set_aside",
        "library/test_state.py::test_a_file_of_a_later_version_is_left_alone",
    ),
    "terminals: small, large, dumb, gone, stopped; a huge paste": (
        INPUTS + "test_any_size_of_terminal_can_be_used",
        INPUTS + "test_any_kind_of_terminal_is_left_whole",
        INPUTS + "test_megabytes_may_be_pasted_into_the_filter",
        "hostile/test_terminal.py::test_being_ended_leaves_the_terminal_whole",
        "hostile/test_terminal.py::test_being_stopped_gives_the_terminal_back_and_going_on_takes_it_again",
        "hostile/test_terminal.py::test_a_terminal_that_goes_away_ends_the_program",
    ),
    "a fault of the program": (
        "library/test_reading.py::test_a_fault_of_the_program_costs_one_document",
        "library/test_workers.py::test_a_document_that_is_too_much_costs_itself_only",
        "library/test_workers.py::test_a_worker_that_is_ended_by_the_system_costs_no_document",
        "hostile/test_mixed.py::test_good_files_among_hostile_ones_are_all_read",
        "library/test_apart.py::test_a_file_that_is_too_much_is_told_why",
        "app/test_loading.py::test_a_first_file_that_hangs_costs_itself_only",
        "hostile/test_terminal.py::test_a_fault_of_the_program_leaves_the_terminal_whole",
    ),
    "locale, time zone, order of hashes": (
        INPUTS + "test_the_same_input_gives_the_same_output_whatever_surrounds_it",
    ),
    "configuration": (
        "app/test_config.py::test_what_is_wrong_is_told_with_its_line_and_the_usual_counts",
        "app/test_config.py::test_hostile_toml_is_told_too",
        "app/test_config.py::test_ctrl_q_quits_whatever_else_does",
    ),
}

NOT_BUILT: dict[str, str] = {
    "orders to a language model in a text": "no program is served with documents as instructions; "
    "in JSON a text is a text",
    "opening a link, whatever its scheme": "links are shown and cannot be opened",
    "configurations that include each other": "a configuration cannot include another",
}
"""Inputs to what the program does not have."""
