// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>From tables on: what is made of many units, results or rubrics.</summary>
    internal static partial class Functions
    {
        // ---- Tables
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_evaluate_columns(
            out ReportHandle made, RubricHandle rubric, ref TableStruct table, UIntPtr firstRow,
            UIntPtr rowCount, ref TableResultsStruct results, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_report_error_count(ReportHandle report);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_report_wrong_rows(ReportHandle report);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_report_errors(ReportHandle report);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_report_row(ReportHandle report, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_report_free(IntPtr report);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_evaluate_arrow(
            IntPtr outSchema, IntPtr made, RubricHandle rubric, IntPtr schema, IntPtr batch,
            OptionsHandle options, out ErrorHandle error);

        // ---- Summaries
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_summary_of(
            out SummaryHandle made, ResultHandle result, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_summary_load(
            out SummaryHandle made, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_summary_free(IntPtr summary);

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

        // ---- Cohorts
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_cohort_new(
            out CohortHandle made, RubricHandle rubric, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_cohort_add(CohortHandle cohort, ResultHandle result, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_cohort_add_summary(
            CohortHandle cohort, SummaryHandle summary, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_cohort_add_json(
            CohortHandle cohort, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_cohort_count(CohortHandle cohort);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_cohort_free(IntPtr cohort);

        // ---- Rankings
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_rank(
            out RankingHandle made, CohortHandle cohort, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_place_count(RankingHandle ranking);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_unit(RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_unit_name(RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_group(RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_rank(RankingHandle ranking, UIntPtr place);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_rank_possible(RankingHandle ranking, UIntPtr place);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_tied(RankingHandle ranking, UIntPtr place);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_total(RankingHandle ranking, UIntPtr place, int figure, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_total_text(
            RankingHandle ranking, UIntPtr place, int figure, [Out] byte[] buffer, UIntPtr room);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_grade(RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_grade_possible(
            RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_state(RankingHandle ranking, UIntPtr place);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_proposed(RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_proposed_possible(
            RankingHandle ranking, UIntPtr place, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_quota_count(RankingHandle ranking);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_quota_grade(RankingHandle ranking, UIntPtr quota, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_quota_group(RankingHandle ranking, UIntPtr quota, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_quota_units(RankingHandle ranking, UIntPtr quota, int figure);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_quota_share(RankingHandle ranking, UIntPtr quota, out Number made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_movement_count(RankingHandle ranking);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_movement_place(RankingHandle ranking, UIntPtr movement);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_ranking_movement_quota(RankingHandle ranking, UIntPtr movement);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_movement_undecided(RankingHandle ranking, UIntPtr movement);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_movement_to(
            RankingHandle ranking, UIntPtr movement, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_ranking_movement_to_possible(
            RankingHandle ranking, UIntPtr movement, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_ranking_write(
            out TextHandle made, RankingHandle ranking, int format, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_ranking_free(IntPtr ranking);

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

        // ---- Expressions
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_feel_evaluate(
            out TextHandle made, byte[] source, UIntPtr length, byte[] facts, UIntPtr factsLength,
            OptionsHandle options, out ErrorHandle error);
    }
}
