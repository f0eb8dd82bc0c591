// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>What is made of results and rubrics: comparisons, lint, diffs, paths.</summary>
    internal static partial class Functions
    {
        // ---- Comparisons
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_compare(
            out ComparisonHandle made, SummaryHandle before, SummaryHandle after, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_comparison_grade(ComparisonHandle comparison, int side, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_grade_changed(ComparisonHandle comparison);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_total(
            ComparisonHandle comparison, int figure, int side, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_total_text(
            ComparisonHandle comparison, int figure, int side, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_remainder_text(
            ComparisonHandle comparison, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_comparison_node_count(ComparisonHandle comparison);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_comparison_node_parent(ComparisonHandle comparison, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_comparison_node_id(
            ComparisonHandle comparison, UIntPtr node, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_comparison_node_label(
            ComparisonHandle comparison, UIntPtr node, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_node_presence(ComparisonHandle comparison, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_node_changed(ComparisonHandle comparison, UIntPtr node);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_node_points(
            ComparisonHandle comparison, UIntPtr node, int figure, int side, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_node_points_text(
            ComparisonHandle comparison, UIntPtr node, int figure, int side, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_node_remainder_text(
            ComparisonHandle comparison, UIntPtr node, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_comparison_write(
            out TextHandle made, ComparisonHandle comparison, int format, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_comparison_free(IntPtr comparison);

        // ---- Lint
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rubric_lint(
            out LintHandle made, RubricHandle rubric, byte[] json, UIntPtr length, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_lint_count(LintHandle lint);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_lint_code(LintHandle lint, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_lint_severity(LintHandle lint, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_lint_pointer(LintHandle lint, UIntPtr finding, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_lint_message(
            LintHandle lint, UIntPtr finding, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_lint_witness(
            LintHandle lint, UIntPtr finding, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_lint_node(LintHandle lint, UIntPtr finding, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_lint_offset(LintHandle lint, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_lint_line(LintHandle lint, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_lint_column(LintHandle lint, UIntPtr finding);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_lint_write(
            out TextHandle made, LintHandle lint, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_lint_free(IntPtr lint);

        // ---- Dossiers under two rubrics
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_new(
            out DiffHandle made, RubricHandle before, RubricHandle after, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_add(DiffHandle diff, byte[] json, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_add_dossiers(
            DiffHandle diff, DossierHandle before, DossierHandle after, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_refused_by(DiffHandle diff);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_last_move(DiffHandle diff);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_write_last(
            out TextHandle made, DiffHandle diff, int format, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_diff_count(DiffHandle diff, int move);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_diff_refused_count(DiffHandle diff);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_diff_write(
            out TextHandle made, DiffHandle diff, int format, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_diff_free(IntPtr diff);

        // ---- Paths
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_to(
            out PathHandle made, DossierHandle dossier, byte[] grade, UIntPtr gradeLength, byte[] role,
            UIntPtr roleLength, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_outcome(PathHandle path);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_grade(PathHandle path, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_effort(PathHandle path);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_side_grade(PathHandle path, int side, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_total_text(PathHandle path, int side, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_path_step_count(PathHandle path);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_step_at(PathHandle path, UIntPtr step, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_step_effort(PathHandle path, UIntPtr step);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_step_is_open(PathHandle path, UIntPtr step);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_step_points_text(
            PathHandle path, UIntPtr step, int side, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_path_change_count(PathHandle path, UIntPtr step);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_change_item(
            PathHandle path, UIntPtr step, UIntPtr change, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_change_value(
            PathHandle path, UIntPtr step, UIntPtr change, int side, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_path_change_times(PathHandle path, UIntPtr step, UIntPtr change);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_step_text(
            out TextHandle made, PathHandle path, UIntPtr step, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_path_fall_count(PathHandle path);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_fall_at(PathHandle path, UIntPtr fall, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_path_obstacle_count(PathHandle path);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_path_obstacle_code(PathHandle path, UIntPtr obstacle);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_obstacle_text(
            out TextHandle made, PathHandle path, UIntPtr obstacle, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_path_write(
            out TextHandle made, PathHandle path, int format, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_path_free(IntPtr path);
    }
}
