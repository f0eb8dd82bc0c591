// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>Results.</summary>
    internal static partial class Functions
    {
        // ---- Results
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_new(out ResultHandle made, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_evaluate(ResultHandle result, DossierHandle dossier, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_evaluate_as_of(
            ResultHandle result, DossierHandle dossier, byte[] role, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_as_of(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_rubric_id(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_rubric_version(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_rubric_label(ResultHandle result, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_unit(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_unit_name(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_unit_kind(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_unit_group(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_period_text(
            ResultHandle result, int bound, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_total(ResultHandle result, int figure, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_total_text(
            ResultHandle result, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate double bontot_result_total_double(ResultHandle result, int figure);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_completeness_text(ResultHandle result, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_grade(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_grade_label(ResultHandle result, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_grade_possible(ResultHandle result, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_by_exception(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_reachable_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_reachable(ResultHandle result, UIntPtr index, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_node_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_node_find(ResultHandle result, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_node_parent(ResultHandle result, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_node_id(ResultHandle result, UIntPtr node, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_node_label(
            ResultHandle result, UIntPtr node, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_kind(ResultHandle result, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_state(ResultHandle result, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_good(ResultHandle result, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_points(ResultHandle result, UIntPtr node, int figure, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_points_text(
            ResultHandle result, UIntPtr node, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_node_reason(
            out TextHandle made, ResultHandle result, UIntPtr node, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_node_evidence_count(ResultHandle result, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_node_evidence(
            ResultHandle result, UIntPtr node, UIntPtr document, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_gate_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_gate_id(ResultHandle result, UIntPtr gate, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_gate_label(
            ResultHandle result, UIntPtr gate, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_gate_fired(ResultHandle result, UIntPtr gate);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_gate_lift_reason(ResultHandle result, UIntPtr gate, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_gate_lift_authority(
            ResultHandle result, UIntPtr gate, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_gate_lift_date_text(
            ResultHandle result, UIntPtr gate, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_check_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_check_id(ResultHandle result, UIntPtr check, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_check_message(
            ResultHandle result, UIntPtr check, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_check_outcome(ResultHandle result, UIntPtr check);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_check_severity(ResultHandle result, UIntPtr check);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_finding_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_finding_code(ResultHandle result, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_finding_about(ResultHandle result, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_finding_id(ResultHandle result, UIntPtr finding, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_finding_expression(
            ResultHandle result, UIntPtr finding, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_missing_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_missing_what(ResultHandle result, UIntPtr item);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_missing_id(ResultHandle result, UIntPtr item, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_missing_text(
            out TextHandle made, ResultHandle result, UIntPtr item, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_missing_worth(ResultHandle result, UIntPtr item, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_missing_worth_text(
            ResultHandle result, UIntPtr item, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_wait_count(ResultHandle result, UIntPtr item);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_wait_about(ResultHandle result, UIntPtr item, UIntPtr wait);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_wait_id(
            ResultHandle result, UIntPtr item, UIntPtr wait, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_result_column_count(ResultHandle result);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_column_role(ResultHandle result, UIntPtr column, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_column_total_text(
            ResultHandle result, UIntPtr column, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_column_grade(ResultHandle result, UIntPtr column, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_result_column_grade_possible(
            ResultHandle result, UIntPtr column, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_column_points_text(
            ResultHandle result, UIntPtr column, UIntPtr node, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_result_write(
            out TextHandle made, ResultHandle result, int format, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_result_free(IntPtr result);
    }
}
