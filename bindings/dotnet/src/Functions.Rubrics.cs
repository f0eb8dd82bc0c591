// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>Rubrics and references.</summary>
    internal static partial class Functions
    {
        // ---- Rubrics
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_load(
            out RubricHandle made, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_builtin(
            out RubricHandle made, byte[] id, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_builtin_count();
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_builtin_id(UIntPtr index);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_id(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_version(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_label(RubricHandle rubric, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_document(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_issued(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_issuer(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_uri(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_note(RubricHandle rubric, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_valid_from(RubricHandle rubric, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_period_months(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_unit_kind_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_unit_kind(RubricHandle rubric, UIntPtr kind, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_total_bound_text(
            RubricHandle rubric, int bound, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_fact_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_fact_slot(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_fact_id(RubricHandle rubric, UIntPtr slot, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_fact_label(
            RubricHandle rubric, UIntPtr slot, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_type(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_fact_unit(
            RubricHandle rubric, UIntPtr slot, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_bound_text(
            RubricHandle rubric, UIntPtr slot, int bound, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_is_integer(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_is_by_committee(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_is_from_results(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_fact_is_read(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_fact_choice_count(RubricHandle rubric, UIntPtr slot);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_fact_choice(
            RubricHandle rubric, UIntPtr slot, UIntPtr choice, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_field_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_field_find(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_field_id(RubricHandle rubric, UIntPtr field, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_field_label(
            RubricHandle rubric, UIntPtr field, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_field_type(RubricHandle rubric, UIntPtr field);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_field_unit(
            RubricHandle rubric, UIntPtr field, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_field_bound_text(
            RubricHandle rubric, UIntPtr field, int bound, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_field_is_integer(RubricHandle rubric, UIntPtr field);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_field_is_from_results(RubricHandle rubric, UIntPtr field);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_field_is_read(RubricHandle rubric, UIntPtr field);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_field_choice_count(RubricHandle rubric, UIntPtr field);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_field_choice(
            RubricHandle rubric, UIntPtr field, UIntPtr choice, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_describe(
            out TextHandle made, RubricHandle rubric, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_template(
            out TextHandle made, RubricHandle rubric, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_role_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_role_id(RubricHandle rubric, UIntPtr role, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_role_label(
            RubricHandle rubric, UIntPtr role, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_role_find(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_role_overrides(RubricHandle rubric, UIntPtr role);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_grade_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_grade_id(RubricHandle rubric, UIntPtr grade, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_grade_label(
            RubricHandle rubric, UIntPtr grade, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_grade_clause(RubricHandle rubric, UIntPtr grade, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_grade_has_quota(RubricHandle rubric, UIntPtr grade);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_find(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_node_id(RubricHandle rubric, UIntPtr node, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_parent(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_node_label(
            RubricHandle rubric, UIntPtr node, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_node_clause(RubricHandle rubric, UIntPtr node, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_kind(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_bound_text(
            RubricHandle rubric, UIntPtr node, int bound, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_score(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_effort(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_fact_count(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_fact(RubricHandle rubric, UIntPtr node, UIntPtr fact);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_takes_marks(RubricHandle rubric, UIntPtr node, UIntPtr role);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_mark_step_text(
            RubricHandle rubric, UIntPtr node, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_asks_comment(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_node_asks_evidence(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_evidence_kind_count(RubricHandle rubric, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_node_evidence_kind(
            RubricHandle rubric, UIntPtr node, UIntPtr kind, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_gate_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_gate_find(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_gate_id(RubricHandle rubric, UIntPtr gate, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_gate_label(
            RubricHandle rubric, UIntPtr gate, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_gate_clause(RubricHandle rubric, UIntPtr gate, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_gate_effect(RubricHandle rubric, UIntPtr gate);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_gate_target(RubricHandle rubric, UIntPtr gate);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_check_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_check_id(RubricHandle rubric, UIntPtr check, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_check_message(
            RubricHandle rubric, UIntPtr check, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_check_clause(RubricHandle rubric, UIntPtr check, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_check_severity(RubricHandle rubric, UIntPtr check);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_rule_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_rule_id(RubricHandle rubric, UIntPtr rule, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_rule_message(
            RubricHandle rubric, UIntPtr rule, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_test(
            out TextHandle made, out UIntPtr failed, RubricHandle rubric, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_rubric_free(IntPtr rubric);

        // ---- References
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_load(
            out ReferenceHandle made, RubricHandle rubric, byte[] json, UIntPtr length, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_new(
            out ReferenceHandle made, RubricHandle rubric, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_set_period(
            ReferenceHandle reference, byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_set_number(
            ReferenceHandle reference, int whom, byte[] name, UIntPtr nameLength, UIntPtr slot, Number number,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_set(
            ReferenceHandle reference, int whom, byte[] name, UIntPtr nameLength, UIntPtr slot, byte[] text,
            UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_add_exception(
            ReferenceHandle reference, byte[] unit, UIntPtr unitLength, UIntPtr gate, byte[] reason,
            UIntPtr reasonLength, byte[] authority, UIntPtr authorityLength, byte[] date, UIntPtr dateLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_reference_add_finding(
            ReferenceHandle reference, byte[] unit, UIntPtr unitLength, byte[] document, UIntPtr documentLength,
            byte[] status, UIntPtr statusLength, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_reference_free(IntPtr reference);
    }
}
