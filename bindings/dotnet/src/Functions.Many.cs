// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>Many units: lines, tables, cohorts, rankings.</summary>
    internal static partial class Functions
    {
        // ---- Lines
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_evaluate_lines(
            byte[] text, UIntPtr length, RubricHandle rubric, FindRubric find, LineDone done, IntPtr payload,
            OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_lines_new(
            out LinesHandle made, RubricHandle rubric, FindRubric find, LineDone done, IntPtr payload,
            OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_lines_feed(LinesHandle lines, byte[] text, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_lines_end(LinesHandle lines, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_lines_count(LinesHandle lines);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate ulong bontot_lines_wrong_count(LinesHandle lines);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_lines_free(IntPtr lines);

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
    }
}
