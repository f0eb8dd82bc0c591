// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/**
 * Every function of bontot.h, under its own name: the one table of signatures. A test compares it
 * with the header. Text that goes in is UTF-8 in a byte array; text that comes out is a pointer,
 * for whoever calls to copy at once.
 */
public interface BontotLibrary extends Library {
    // version
    Pointer bontot_version();

    // status
    Pointer bontot_status_name(int status);

    // errors
    SizeT bontot_error_count(Pointers.Error error);
    Pointer bontot_error_code(Pointers.Error error, SizeT entry);
    Pointer bontot_error_message(Pointers.Error error, SizeT entry, int language);
    Pointer bontot_error_pointer(Pointers.Error error, SizeT entry);
    SizeT bontot_error_offset(Pointers.Error error, SizeT entry);
    SizeT bontot_error_line(Pointers.Error error, SizeT entry);
    SizeT bontot_error_column(Pointers.Error error, SizeT entry);
    SizeT bontot_error_expression_column(Pointers.Error error, SizeT entry);
    void bontot_error_free(Pointers.Error error);

    // options
    int bontot_options_new(Out<Pointers.Options> out);
    int bontot_options_set_language(Pointers.Options options, int language);
    int bontot_options_set_size_limit(Pointers.Options options, SizeT bytes);
    int bontot_options_set_depth_limit(Pointers.Options options, SizeT levels);
    int bontot_options_set_other_rubric(Pointers.Options options, int accept);
    int bontot_options_set_trust(Pointers.Options options, int trust);
    int bontot_options_set_reference(Pointers.Options options, Pointers.Reference reference);
    int bontot_options_set_as_of(Pointers.Options options, byte[] role, SizeT length);
    int bontot_options_set_colour(Pointers.Options options, int colour);
    int bontot_options_raise_group(Pointers.Options options, byte[] group, SizeT length);
    int bontot_options_raise_everywhere(Pointers.Options options, int raise);
    int bontot_options_set_period(
            Pointers.Options options, byte[] from, SizeT fromLength, byte[] to, SizeT toLength);
    int bontot_options_ignore_column(Pointers.Options options, byte[] name, SizeT length);
    int bontot_options_set_decimals(
            Pointers.Options options, byte[] name, SizeT length, int decimals);
    int bontot_options_set_memory(
            Pointers.Options options, Callbacks.Allocate allocate, Callbacks.Release release,
            Pointer payload);
    void bontot_options_free(Pointers.Options options);

    // text
    Pointer bontot_text_data(Pointers.Text text, SizeOut length);
    void bontot_text_free(Pointers.Text text);

    // numbers

    // rubrics
    int bontot_rubric_load(
            Out<Pointers.Rubric> out, byte[] json, SizeT length, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_rubric_builtin(
            Out<Pointers.Rubric> out, byte[] id, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_builtin_count();
    Pointer bontot_builtin_id(SizeT index);
    Pointer bontot_rubric_id(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_version(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_label(Pointers.Rubric rubric, int language, SizeOut length);
    Pointer bontot_rubric_document(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_issued(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_issuer(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_uri(Pointers.Rubric rubric, SizeOut length);
    Pointer bontot_rubric_note(Pointers.Rubric rubric, int language, SizeOut length);
    Pointer bontot_rubric_valid_from(Pointers.Rubric rubric, SizeOut length);
    int bontot_rubric_period_months(Pointers.Rubric rubric);
    SizeT bontot_rubric_unit_kind_count(Pointers.Rubric rubric);
    Pointer bontot_rubric_unit_kind(Pointers.Rubric rubric, SizeT kind, SizeOut length);
    int bontot_rubric_total_bound_text(
            Pointers.Rubric rubric, int bound, byte[] buffer, SizeT room);
    SizeT bontot_rubric_fact_count(Pointers.Rubric rubric);
    SizeT bontot_rubric_fact_slot(Pointers.Rubric rubric, byte[] id, SizeT length);
    Pointer bontot_rubric_fact_id(Pointers.Rubric rubric, SizeT slot, SizeOut length);
    Pointer bontot_rubric_fact_label(
            Pointers.Rubric rubric, SizeT slot, int language, SizeOut length);
    int bontot_rubric_fact_type(Pointers.Rubric rubric, SizeT slot);
    Pointer bontot_rubric_fact_unit(
            Pointers.Rubric rubric, SizeT slot, int language, SizeOut length);
    int bontot_rubric_fact_bound_text(
            Pointers.Rubric rubric, SizeT slot, int bound, byte[] buffer, SizeT room);
    int bontot_rubric_fact_is_integer(Pointers.Rubric rubric, SizeT slot);
    int bontot_rubric_fact_is_by_committee(Pointers.Rubric rubric, SizeT slot);
    int bontot_rubric_fact_is_from_results(Pointers.Rubric rubric, SizeT slot);
    int bontot_rubric_fact_is_read(Pointers.Rubric rubric, SizeT slot);
    SizeT bontot_rubric_fact_choice_count(Pointers.Rubric rubric, SizeT slot);
    Pointer bontot_rubric_fact_choice(
            Pointers.Rubric rubric, SizeT slot, SizeT choice, SizeOut length);
    SizeT bontot_rubric_field_count(Pointers.Rubric rubric);
    SizeT bontot_rubric_field_find(Pointers.Rubric rubric, byte[] id, SizeT length);
    Pointer bontot_rubric_field_id(Pointers.Rubric rubric, SizeT field, SizeOut length);
    Pointer bontot_rubric_field_label(
            Pointers.Rubric rubric, SizeT field, int language, SizeOut length);
    int bontot_rubric_field_type(Pointers.Rubric rubric, SizeT field);
    Pointer bontot_rubric_field_unit(
            Pointers.Rubric rubric, SizeT field, int language, SizeOut length);
    int bontot_rubric_field_bound_text(
            Pointers.Rubric rubric, SizeT field, int bound, byte[] buffer, SizeT room);
    int bontot_rubric_field_is_integer(Pointers.Rubric rubric, SizeT field);
    int bontot_rubric_field_is_from_results(Pointers.Rubric rubric, SizeT field);
    int bontot_rubric_field_is_read(Pointers.Rubric rubric, SizeT field);
    SizeT bontot_rubric_field_choice_count(Pointers.Rubric rubric, SizeT field);
    Pointer bontot_rubric_field_choice(
            Pointers.Rubric rubric, SizeT field, SizeT choice, SizeOut length);
    int bontot_rubric_describe(
            Out<Pointers.Text> out, Pointers.Rubric rubric, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_rubric_template(
            Out<Pointers.Text> out, Pointers.Rubric rubric, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_rubric_role_count(Pointers.Rubric rubric);
    Pointer bontot_rubric_role_id(Pointers.Rubric rubric, SizeT role, SizeOut length);
    Pointer bontot_rubric_role_label(
            Pointers.Rubric rubric, SizeT role, int language, SizeOut length);
    SizeT bontot_rubric_role_find(Pointers.Rubric rubric, byte[] id, SizeT length);
    int bontot_rubric_role_overrides(Pointers.Rubric rubric, SizeT role);
    SizeT bontot_rubric_grade_count(Pointers.Rubric rubric);
    Pointer bontot_rubric_grade_id(Pointers.Rubric rubric, SizeT grade, SizeOut length);
    Pointer bontot_rubric_grade_label(
            Pointers.Rubric rubric, SizeT grade, int language, SizeOut length);
    Pointer bontot_rubric_grade_clause(Pointers.Rubric rubric, SizeT grade, SizeOut length);
    int bontot_rubric_grade_has_quota(Pointers.Rubric rubric, SizeT grade);
    SizeT bontot_rubric_node_count(Pointers.Rubric rubric);
    SizeT bontot_rubric_node_find(Pointers.Rubric rubric, byte[] id, SizeT length);
    Pointer bontot_rubric_node_id(Pointers.Rubric rubric, SizeT node, SizeOut length);
    SizeT bontot_rubric_node_parent(Pointers.Rubric rubric, SizeT node);
    Pointer bontot_rubric_node_label(
            Pointers.Rubric rubric, SizeT node, int language, SizeOut length);
    Pointer bontot_rubric_node_clause(Pointers.Rubric rubric, SizeT node, SizeOut length);
    int bontot_rubric_node_kind(Pointers.Rubric rubric, SizeT node);
    int bontot_rubric_node_bound_text(
            Pointers.Rubric rubric, SizeT node, int bound, byte[] buffer, SizeT room);
    int bontot_rubric_node_score(Pointers.Rubric rubric, SizeT node);
    int bontot_rubric_node_effort(Pointers.Rubric rubric, SizeT node);
    SizeT bontot_rubric_node_fact_count(Pointers.Rubric rubric, SizeT node);
    SizeT bontot_rubric_node_fact(Pointers.Rubric rubric, SizeT node, SizeT fact);
    int bontot_rubric_node_takes_marks(Pointers.Rubric rubric, SizeT node, SizeT role);
    int bontot_rubric_node_mark_step_text(
            Pointers.Rubric rubric, SizeT node, byte[] buffer, SizeT room);
    int bontot_rubric_node_asks_comment(Pointers.Rubric rubric, SizeT node);
    int bontot_rubric_node_asks_evidence(Pointers.Rubric rubric, SizeT node);
    SizeT bontot_rubric_node_evidence_kind_count(Pointers.Rubric rubric, SizeT node);
    Pointer bontot_rubric_node_evidence_kind(
            Pointers.Rubric rubric, SizeT node, SizeT kind, SizeOut length);
    SizeT bontot_rubric_gate_count(Pointers.Rubric rubric);
    SizeT bontot_rubric_gate_find(Pointers.Rubric rubric, byte[] id, SizeT length);
    Pointer bontot_rubric_gate_id(Pointers.Rubric rubric, SizeT gate, SizeOut length);
    Pointer bontot_rubric_gate_label(
            Pointers.Rubric rubric, SizeT gate, int language, SizeOut length);
    Pointer bontot_rubric_gate_clause(Pointers.Rubric rubric, SizeT gate, SizeOut length);
    int bontot_rubric_gate_effect(Pointers.Rubric rubric, SizeT gate);
    SizeT bontot_rubric_gate_target(Pointers.Rubric rubric, SizeT gate);
    SizeT bontot_rubric_check_count(Pointers.Rubric rubric);
    Pointer bontot_rubric_check_id(Pointers.Rubric rubric, SizeT check, SizeOut length);
    Pointer bontot_rubric_check_message(
            Pointers.Rubric rubric, SizeT check, int language, SizeOut length);
    Pointer bontot_rubric_check_clause(Pointers.Rubric rubric, SizeT check, SizeOut length);
    int bontot_rubric_check_severity(Pointers.Rubric rubric, SizeT check);
    SizeT bontot_rubric_rule_count(Pointers.Rubric rubric);
    Pointer bontot_rubric_rule_id(Pointers.Rubric rubric, SizeT rule, SizeOut length);
    Pointer bontot_rubric_rule_message(
            Pointers.Rubric rubric, SizeT rule, int language, SizeOut length);
    int bontot_rubric_test(
            Out<Pointers.Text> out, SizeOut failed, Pointers.Rubric rubric,
            Pointers.Options options, Out<Pointers.Error> error);
    void bontot_rubric_free(Pointers.Rubric rubric);

    // references
    int bontot_reference_load(
            Out<Pointers.Reference> out, Pointers.Rubric rubric, byte[] json, SizeT length,
            Pointers.Options options, Out<Pointers.Error> error);
    int bontot_reference_new(
            Out<Pointers.Reference> out, Pointers.Rubric rubric, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_reference_set_period(
            Pointers.Reference reference, byte[] from, SizeT fromLength, byte[] to, SizeT toLength,
            Out<Pointers.Error> error);
    int bontot_reference_set_number(
            Pointers.Reference reference, int whom, byte[] name, SizeT nameLength, SizeT slot,
            Structs.Number.ByValue number, Out<Pointers.Error> error);
    int bontot_reference_set(
            Pointers.Reference reference, int whom, byte[] name, SizeT nameLength, SizeT slot,
            byte[] text, SizeT length, Out<Pointers.Error> error);
    int bontot_reference_add_exception(
            Pointers.Reference reference, byte[] unit, SizeT unitLength, SizeT gate, byte[] reason,
            SizeT reasonLength, byte[] authority, SizeT authorityLength, byte[] date,
            SizeT dateLength, Out<Pointers.Error> error);
    int bontot_reference_add_finding(
            Pointers.Reference reference, byte[] unit, SizeT unitLength, byte[] document,
            SizeT documentLength, byte[] status, SizeT statusLength, Out<Pointers.Error> error);
    void bontot_reference_free(Pointers.Reference reference);

    // dossiers
    int bontot_dossier_rubric_id(
            Out<Pointers.Text> out, byte[] json, SizeT length, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_dossier_load(
            Out<Pointers.Dossier> out, Pointers.Rubric rubric, byte[] json, SizeT length,
            Pointers.Options options, Out<Pointers.Error> error);
    int bontot_dossier_read(
            Pointers.Dossier dossier, byte[] json, SizeT length, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_dossier_new(
            Out<Pointers.Dossier> out, Pointers.Rubric rubric, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_dossier_reset(Pointers.Dossier dossier, Out<Pointers.Error> error);
    int bontot_dossier_set_unit(
            Pointers.Dossier dossier, byte[] id, SizeT idLength, byte[] name, SizeT nameLength,
            Out<Pointers.Error> error);
    int bontot_dossier_set_period(
            Pointers.Dossier dossier, byte[] from, SizeT fromLength, byte[] to, SizeT toLength,
            Out<Pointers.Error> error);
    int bontot_dossier_set_unit_field(
            Pointers.Dossier dossier, int field, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_set_number(
            Pointers.Dossier dossier, SizeT slot, Structs.Number.ByValue number,
            Out<Pointers.Error> error);
    int bontot_dossier_set_boolean(
            Pointers.Dossier dossier, SizeT slot, int truth, Out<Pointers.Error> error);
    int bontot_dossier_set_text(
            Pointers.Dossier dossier, SizeT slot, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_set_date(
            Pointers.Dossier dossier, SizeT slot, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_clear(Pointers.Dossier dossier, SizeT slot, Out<Pointers.Error> error);
    int bontot_dossier_set(
            Pointers.Dossier dossier, byte[] id, SizeT idLength, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_give(Pointers.Dossier dossier, int part, Out<Pointers.Error> error);
    int bontot_dossier_remove(Pointers.Dossier dossier, int part, Out<Pointers.Error> error);
    int bontot_dossier_set_mark(
            Pointers.Dossier dossier, SizeT node, SizeT role, Structs.Number.ByValue points,
            byte[] comment, SizeT commentLength, byte[] reason, SizeT reasonLength, byte[] by,
            SizeT byLength, byte[] date, SizeT dateLength, Out<Pointers.Error> error);
    int bontot_dossier_clear_mark(
            Pointers.Dossier dossier, SizeT node, SizeT role, Out<Pointers.Error> error);
    int bontot_dossier_add_member(
            SizeOut out, Pointers.Dossier dossier, byte[] id, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_set_member_number(
            Pointers.Dossier dossier, SizeT member, SizeT field, Structs.Number.ByValue number,
            Out<Pointers.Error> error);
    int bontot_dossier_set_member_boolean(
            Pointers.Dossier dossier, SizeT member, SizeT field, int truth,
            Out<Pointers.Error> error);
    int bontot_dossier_set_member_text(
            Pointers.Dossier dossier, SizeT member, SizeT field, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_set_member_date(
            Pointers.Dossier dossier, SizeT member, SizeT field, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_clear_member(
            Pointers.Dossier dossier, SizeT member, SizeT field, Out<Pointers.Error> error);
    int bontot_dossier_set_member(
            Pointers.Dossier dossier, SizeT member, SizeT field, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_add_evidence(
            SizeOut out, Pointers.Dossier dossier, byte[] id, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_set_evidence(
            Pointers.Dossier dossier, SizeT document, int field, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_dossier_add_support(
            Pointers.Dossier dossier, SizeT document, SizeT node, Out<Pointers.Error> error);
    int bontot_dossier_add_history(
            Pointers.Dossier dossier, byte[] from, SizeT fromLength, byte[] to, SizeT toLength,
            byte[] rubric, SizeT rubricLength, byte[] grade, SizeT gradeLength,
            Structs.Number points, Out<Pointers.Error> error);
    int bontot_dossier_add_result(
            Pointers.Dossier dossier, byte[] unit, SizeT unitLength, byte[] rubric,
            SizeT rubricLength, byte[] from, SizeT fromLength, byte[] to, SizeT toLength,
            byte[] grade, SizeT gradeLength, Structs.Number points, Out<Pointers.Error> error);
    int bontot_dossier_add_result_of(
            Pointers.Dossier dossier, Pointers.Result result, Out<Pointers.Error> error);
    int bontot_dossier_add_exception(
            Pointers.Dossier dossier, SizeT gate, byte[] reason, SizeT reasonLength,
            byte[] authority, SizeT authorityLength, byte[] date, SizeT dateLength,
            Out<Pointers.Error> error);
    int bontot_dossier_apply(
            Pointers.Dossier dossier, Pointers.Reference reference, Out<Pointers.Error> error);
    void bontot_dossier_free(Pointers.Dossier dossier);

    // results
    int bontot_result_new(
            Out<Pointers.Result> out, Pointers.Options options, Out<Pointers.Error> error);
    int bontot_evaluate(
            Pointers.Result result, Pointers.Dossier dossier, Out<Pointers.Error> error);
    int bontot_evaluate_as_of(
            Pointers.Result result, Pointers.Dossier dossier, byte[] role, SizeT length,
            Out<Pointers.Error> error);
    Pointer bontot_result_as_of(Pointers.Result result, SizeOut length);
    Pointer bontot_result_rubric_id(Pointers.Result result, SizeOut length);
    Pointer bontot_result_rubric_version(Pointers.Result result, SizeOut length);
    Pointer bontot_result_rubric_label(Pointers.Result result, int language, SizeOut length);
    Pointer bontot_result_unit(Pointers.Result result, SizeOut length);
    Pointer bontot_result_unit_name(Pointers.Result result, SizeOut length);
    Pointer bontot_result_unit_kind(Pointers.Result result, SizeOut length);
    Pointer bontot_result_unit_group(Pointers.Result result, SizeOut length);
    int bontot_result_period_text(Pointers.Result result, int bound, byte[] buffer, SizeT room);
    int bontot_result_total(Pointers.Result result, int figure, Structs.Number out);
    int bontot_result_total_text(Pointers.Result result, int figure, byte[] buffer, SizeT room);
    double bontot_result_total_double(Pointers.Result result, int figure);
    int bontot_result_completeness_text(Pointers.Result result, byte[] buffer, SizeT room);
    Pointer bontot_result_grade(Pointers.Result result, SizeOut length);
    Pointer bontot_result_grade_label(Pointers.Result result, int language, SizeOut length);
    Pointer bontot_result_grade_possible(Pointers.Result result, SizeOut length);
    int bontot_result_by_exception(Pointers.Result result);
    SizeT bontot_result_reachable_count(Pointers.Result result);
    Pointer bontot_result_reachable(Pointers.Result result, SizeT index, SizeOut length);
    SizeT bontot_result_node_count(Pointers.Result result);
    SizeT bontot_result_node_find(Pointers.Result result, byte[] id, SizeT length);
    SizeT bontot_result_node_parent(Pointers.Result result, SizeT node);
    Pointer bontot_result_node_id(Pointers.Result result, SizeT node, SizeOut length);
    Pointer bontot_result_node_label(
            Pointers.Result result, SizeT node, int language, SizeOut length);
    int bontot_result_node_kind(Pointers.Result result, SizeT node);
    int bontot_result_node_state(Pointers.Result result, SizeT node);
    int bontot_result_node_good(Pointers.Result result, SizeT node);
    int bontot_result_node_points(
            Pointers.Result result, SizeT node, int figure, Structs.Number out);
    int bontot_result_node_points_text(
            Pointers.Result result, SizeT node, int figure, byte[] buffer, SizeT room);
    int bontot_result_node_reason(
            Out<Pointers.Text> out, Pointers.Result result, SizeT node, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_result_node_evidence_count(Pointers.Result result, SizeT node);
    Pointer bontot_result_node_evidence(
            Pointers.Result result, SizeT node, SizeT document, SizeOut length);
    SizeT bontot_result_gate_count(Pointers.Result result);
    Pointer bontot_result_gate_id(Pointers.Result result, SizeT gate, SizeOut length);
    Pointer bontot_result_gate_label(
            Pointers.Result result, SizeT gate, int language, SizeOut length);
    int bontot_result_gate_fired(Pointers.Result result, SizeT gate);
    Pointer bontot_result_gate_lift_reason(Pointers.Result result, SizeT gate, SizeOut length);
    Pointer bontot_result_gate_lift_authority(Pointers.Result result, SizeT gate, SizeOut length);
    int bontot_result_gate_lift_date_text(
            Pointers.Result result, SizeT gate, byte[] buffer, SizeT room);
    SizeT bontot_result_check_count(Pointers.Result result);
    Pointer bontot_result_check_id(Pointers.Result result, SizeT check, SizeOut length);
    Pointer bontot_result_check_message(
            Pointers.Result result, SizeT check, int language, SizeOut length);
    int bontot_result_check_outcome(Pointers.Result result, SizeT check);
    int bontot_result_check_severity(Pointers.Result result, SizeT check);
    SizeT bontot_result_finding_count(Pointers.Result result);
    Pointer bontot_result_finding_code(Pointers.Result result, SizeT finding);
    int bontot_result_finding_about(Pointers.Result result, SizeT finding);
    Pointer bontot_result_finding_id(Pointers.Result result, SizeT finding, SizeOut length);
    Pointer bontot_result_finding_expression(Pointers.Result result, SizeT finding, SizeOut length);
    SizeT bontot_result_missing_count(Pointers.Result result);
    int bontot_result_missing_what(Pointers.Result result, SizeT item);
    Pointer bontot_result_missing_id(Pointers.Result result, SizeT item, SizeOut length);
    int bontot_result_missing_text(
            Out<Pointers.Text> out, Pointers.Result result, SizeT item, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_result_missing_worth(Pointers.Result result, SizeT item, Structs.Number out);
    int bontot_result_missing_worth_text(
            Pointers.Result result, SizeT item, byte[] buffer, SizeT room);
    SizeT bontot_result_wait_count(Pointers.Result result, SizeT item);
    int bontot_result_wait_about(Pointers.Result result, SizeT item, SizeT wait);
    Pointer bontot_result_wait_id(Pointers.Result result, SizeT item, SizeT wait, SizeOut length);
    SizeT bontot_result_column_count(Pointers.Result result);
    Pointer bontot_result_column_role(Pointers.Result result, SizeT column, SizeOut length);
    int bontot_result_column_total_text(
            Pointers.Result result, SizeT column, int figure, byte[] buffer, SizeT room);
    Pointer bontot_result_column_grade(Pointers.Result result, SizeT column, SizeOut length);
    Pointer bontot_result_column_grade_possible(
            Pointers.Result result, SizeT column, SizeOut length);
    int bontot_result_column_points_text(
            Pointers.Result result, SizeT column, SizeT node, int figure, byte[] buffer, SizeT room);
    int bontot_result_write(
            Out<Pointers.Text> out, Pointers.Result result, int format, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_result_free(Pointers.Result result);

    // lines
    int bontot_evaluate_lines(
            byte[] text, SizeT length, Pointers.Rubric rubric, Callbacks.FindRubric find,
            Callbacks.LineDone done, Pointer payload, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_lines_new(
            Out<Pointers.Lines> out, Pointers.Rubric rubric, Callbacks.FindRubric find,
            Callbacks.LineDone done, Pointer payload, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_lines_feed(
            Pointers.Lines lines, byte[] text, SizeT length, Out<Pointers.Error> error);
    int bontot_lines_end(Pointers.Lines lines, Out<Pointers.Error> error);
    long bontot_lines_count(Pointers.Lines lines);
    long bontot_lines_wrong_count(Pointers.Lines lines);
    void bontot_lines_free(Pointers.Lines lines);

    // tables
    int bontot_evaluate_columns(
            Out<Pointers.Report> out, Pointers.Rubric rubric, Structs.Table table, SizeT firstRow,
            SizeT rowCount, Structs.TableResults results, Pointers.Options options,
            Out<Pointers.Error> error);
    long bontot_report_error_count(Pointers.Report report);
    long bontot_report_wrong_rows(Pointers.Report report);
    Pointers.Error bontot_report_errors(Pointers.Report report);
    SizeT bontot_report_row(Pointers.Report report, SizeT entry);
    void bontot_report_free(Pointers.Report report);
    int bontot_evaluate_arrow(
            Pointers.ArrowSchema outSchema, Pointers.ArrowArray out, Pointers.Rubric rubric,
            Pointers.ArrowSchema schema, Pointers.ArrowArray batch, Pointers.Options options,
            Out<Pointers.Error> error);

    // summaries
    int bontot_summary_of(
            Out<Pointers.Summary> out, Pointers.Result result, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_summary_load(
            Out<Pointers.Summary> out, byte[] json, SizeT length, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_summary_free(Pointers.Summary summary);

    // comparisons
    int bontot_compare(
            Out<Pointers.Comparison> out, Pointers.Summary before, Pointers.Summary after,
            Pointers.Options options, Out<Pointers.Error> error);
    Pointer bontot_comparison_grade(Pointers.Comparison comparison, int side, SizeOut length);
    int bontot_comparison_grade_changed(Pointers.Comparison comparison);
    int bontot_comparison_total(
            Pointers.Comparison comparison, int figure, int side, Structs.Number out);
    int bontot_comparison_total_text(
            Pointers.Comparison comparison, int figure, int side, byte[] buffer, SizeT room);
    int bontot_comparison_remainder_text(
            Pointers.Comparison comparison, int figure, byte[] buffer, SizeT room);
    SizeT bontot_comparison_node_count(Pointers.Comparison comparison);
    SizeT bontot_comparison_node_parent(Pointers.Comparison comparison, SizeT node);
    Pointer bontot_comparison_node_id(Pointers.Comparison comparison, SizeT node, SizeOut length);
    Pointer bontot_comparison_node_label(
            Pointers.Comparison comparison, SizeT node, int language, SizeOut length);
    int bontot_comparison_node_presence(Pointers.Comparison comparison, SizeT node);
    int bontot_comparison_node_changed(Pointers.Comparison comparison, SizeT node);
    int bontot_comparison_node_points(
            Pointers.Comparison comparison, SizeT node, int figure, int side, Structs.Number out);
    int bontot_comparison_node_points_text(
            Pointers.Comparison comparison, SizeT node, int figure, int side, byte[] buffer,
            SizeT room);
    int bontot_comparison_node_remainder_text(
            Pointers.Comparison comparison, SizeT node, int figure, byte[] buffer, SizeT room);
    int bontot_comparison_write(
            Out<Pointers.Text> out, Pointers.Comparison comparison, int format,
            Pointers.Options options, Out<Pointers.Error> error);
    void bontot_comparison_free(Pointers.Comparison comparison);

    // cohorts
    int bontot_cohort_new(
            Out<Pointers.Cohort> out, Pointers.Rubric rubric, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_cohort_add(
            Pointers.Cohort cohort, Pointers.Result result, Out<Pointers.Error> error);
    int bontot_cohort_add_summary(
            Pointers.Cohort cohort, Pointers.Summary summary, Out<Pointers.Error> error);
    int bontot_cohort_add_json(
            Pointers.Cohort cohort, byte[] json, SizeT length, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_cohort_count(Pointers.Cohort cohort);
    void bontot_cohort_free(Pointers.Cohort cohort);

    // rankings
    int bontot_rank(
            Out<Pointers.Ranking> out, Pointers.Cohort cohort, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_ranking_place_count(Pointers.Ranking ranking);
    Pointer bontot_ranking_unit(Pointers.Ranking ranking, SizeT place, SizeOut length);
    Pointer bontot_ranking_unit_name(Pointers.Ranking ranking, SizeT place, SizeOut length);
    Pointer bontot_ranking_group(Pointers.Ranking ranking, SizeT place, SizeOut length);
    SizeT bontot_ranking_rank(Pointers.Ranking ranking, SizeT place);
    SizeT bontot_ranking_rank_possible(Pointers.Ranking ranking, SizeT place);
    int bontot_ranking_tied(Pointers.Ranking ranking, SizeT place);
    int bontot_ranking_total(Pointers.Ranking ranking, SizeT place, int figure, Structs.Number out);
    int bontot_ranking_total_text(
            Pointers.Ranking ranking, SizeT place, int figure, byte[] buffer, SizeT room);
    Pointer bontot_ranking_grade(Pointers.Ranking ranking, SizeT place, SizeOut length);
    Pointer bontot_ranking_grade_possible(Pointers.Ranking ranking, SizeT place, SizeOut length);
    int bontot_ranking_state(Pointers.Ranking ranking, SizeT place);
    Pointer bontot_ranking_proposed(Pointers.Ranking ranking, SizeT place, SizeOut length);
    Pointer bontot_ranking_proposed_possible(Pointers.Ranking ranking, SizeT place, SizeOut length);
    SizeT bontot_ranking_quota_count(Pointers.Ranking ranking);
    Pointer bontot_ranking_quota_grade(Pointers.Ranking ranking, SizeT quota, SizeOut length);
    Pointer bontot_ranking_quota_group(Pointers.Ranking ranking, SizeT quota, SizeOut length);
    SizeT bontot_ranking_quota_units(Pointers.Ranking ranking, SizeT quota, int figure);
    int bontot_ranking_quota_share(Pointers.Ranking ranking, SizeT quota, Structs.Number out);
    SizeT bontot_ranking_movement_count(Pointers.Ranking ranking);
    SizeT bontot_ranking_movement_place(Pointers.Ranking ranking, SizeT movement);
    SizeT bontot_ranking_movement_quota(Pointers.Ranking ranking, SizeT movement);
    int bontot_ranking_movement_undecided(Pointers.Ranking ranking, SizeT movement);
    Pointer bontot_ranking_movement_to(Pointers.Ranking ranking, SizeT movement, SizeOut length);
    Pointer bontot_ranking_movement_to_possible(
            Pointers.Ranking ranking, SizeT movement, SizeOut length);
    int bontot_ranking_write(
            Out<Pointers.Text> out, Pointers.Ranking ranking, int format, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_ranking_free(Pointers.Ranking ranking);

    // lint
    int bontot_rubric_lint(
            Out<Pointers.Lint> out, Pointers.Rubric rubric, byte[] json, SizeT length,
            Pointers.Options options, Out<Pointers.Error> error);
    SizeT bontot_lint_count(Pointers.Lint lint);
    Pointer bontot_lint_code(Pointers.Lint lint, SizeT finding);
    int bontot_lint_severity(Pointers.Lint lint, SizeT finding);
    Pointer bontot_lint_pointer(Pointers.Lint lint, SizeT finding, SizeOut length);
    Pointer bontot_lint_message(Pointers.Lint lint, SizeT finding, int language, SizeOut length);
    Pointer bontot_lint_witness(Pointers.Lint lint, SizeT finding, int language, SizeOut length);
    Pointer bontot_lint_node(Pointers.Lint lint, SizeT finding, SizeOut length);
    SizeT bontot_lint_offset(Pointers.Lint lint, SizeT finding);
    SizeT bontot_lint_line(Pointers.Lint lint, SizeT finding);
    SizeT bontot_lint_column(Pointers.Lint lint, SizeT finding);
    int bontot_lint_write(
            Out<Pointers.Text> out, Pointers.Lint lint, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_lint_free(Pointers.Lint lint);

    // dossiers under two rubrics
    int bontot_diff_new(
            Out<Pointers.Diff> out, Pointers.Rubric before, Pointers.Rubric after,
            Pointers.Options options, Out<Pointers.Error> error);
    int bontot_diff_add(Pointers.Diff diff, byte[] json, SizeT length, Out<Pointers.Error> error);
    int bontot_diff_add_dossiers(
            Pointers.Diff diff, Pointers.Dossier before, Pointers.Dossier after,
            Out<Pointers.Error> error);
    int bontot_diff_refused_by(Pointers.Diff diff);
    int bontot_diff_last_move(Pointers.Diff diff);
    int bontot_diff_write_last(
            Out<Pointers.Text> out, Pointers.Diff diff, int format, Pointers.Options options,
            Out<Pointers.Error> error);
    long bontot_diff_count(Pointers.Diff diff, int move);
    long bontot_diff_refused_count(Pointers.Diff diff);
    int bontot_diff_write(
            Out<Pointers.Text> out, Pointers.Diff diff, int format, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_diff_free(Pointers.Diff diff);

    // paths
    int bontot_path_to(
            Out<Pointers.Path> out, Pointers.Dossier dossier, byte[] grade, SizeT gradeLength,
            byte[] role, SizeT roleLength, Pointers.Options options, Out<Pointers.Error> error);
    int bontot_path_outcome(Pointers.Path path);
    Pointer bontot_path_grade(Pointers.Path path, SizeOut length);
    int bontot_path_effort(Pointers.Path path);
    Pointer bontot_path_side_grade(Pointers.Path path, int side, SizeOut length);
    int bontot_path_total_text(Pointers.Path path, int side, byte[] buffer, SizeT room);
    SizeT bontot_path_step_count(Pointers.Path path);
    Pointer bontot_path_step_at(Pointers.Path path, SizeT step, SizeOut length);
    int bontot_path_step_effort(Pointers.Path path, SizeT step);
    int bontot_path_step_is_open(Pointers.Path path, SizeT step);
    int bontot_path_step_points_text(
            Pointers.Path path, SizeT step, int side, byte[] buffer, SizeT room);
    SizeT bontot_path_change_count(Pointers.Path path, SizeT step);
    Pointer bontot_path_change_item(Pointers.Path path, SizeT step, SizeT change, SizeOut length);
    Pointer bontot_path_change_value(
            Pointers.Path path, SizeT step, SizeT change, int side, SizeOut length);
    SizeT bontot_path_change_times(Pointers.Path path, SizeT step, SizeT change);
    int bontot_path_step_text(
            Out<Pointers.Text> out, Pointers.Path path, SizeT step, Pointers.Options options,
            Out<Pointers.Error> error);
    SizeT bontot_path_fall_count(Pointers.Path path);
    Pointer bontot_path_fall_at(Pointers.Path path, SizeT fall, SizeOut length);
    SizeT bontot_path_obstacle_count(Pointers.Path path);
    Pointer bontot_path_obstacle_code(Pointers.Path path, SizeT obstacle);
    int bontot_path_obstacle_text(
            Out<Pointers.Text> out, Pointers.Path path, SizeT obstacle, Pointers.Options options,
            Out<Pointers.Error> error);
    int bontot_path_write(
            Out<Pointers.Text> out, Pointers.Path path, int format, Pointers.Options options,
            Out<Pointers.Error> error);
    void bontot_path_free(Pointers.Path path);

    // expressions
    int bontot_feel_evaluate(
            Out<Pointers.Text> out, byte[] source, SizeT length, byte[] facts, SizeT factsLength,
            Pointers.Options options, Out<Pointers.Error> error);
    int bontot_names_new(
            Out<Pointers.Names> out, Pointers.Options options, Out<Pointers.Error> error);
    int bontot_names_set_number(
            Pointers.Names names, byte[] name, SizeT nameLength, Structs.Number.ByValue number,
            Out<Pointers.Error> error);
    int bontot_names_set_boolean(
            Pointers.Names names, byte[] name, SizeT nameLength, int truth,
            Out<Pointers.Error> error);
    int bontot_names_set_text(
            Pointers.Names names, byte[] name, SizeT nameLength, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_names_set_date(
            Pointers.Names names, byte[] name, SizeT nameLength, byte[] text, SizeT length,
            Out<Pointers.Error> error);
    int bontot_names_set_unknown(
            Pointers.Names names, byte[] name, SizeT nameLength, Out<Pointers.Error> error);
    int bontot_names_set_expression(
            Pointers.Names names, byte[] name, SizeT nameLength, byte[] source, SizeT length,
            Out<Pointers.Error> error);
    int bontot_names_evaluate(
            Out<Pointers.Text> out, Pointers.Names names, byte[] source, SizeT length,
            Pointers.Options options, Out<Pointers.Error> error);
    void bontot_names_free(Pointers.Names names);
}
