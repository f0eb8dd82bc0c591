// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>
    /// The signatures: every function of bontot.h, once, as a delegate of the function's own name, which
    /// <see cref="Function{T}"/> calls. A test compares them with the header.
    /// </summary>
    internal static partial class Functions
    {
        private const CallingConvention Cdecl = CallingConvention.Cdecl;

        // ---- Version
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_version();

        // ---- Status
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_status_name(int status);

        // ---- Errors
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_error_count(ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_error_code(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_error_message(ErrorHandle error, UIntPtr entry, int language);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_error_pointer(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_error_offset(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_error_line(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_error_column(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_error_expression_column(ErrorHandle error, UIntPtr entry);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_error_free(IntPtr error);

        // ---- Options
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_new(out OptionsHandle made);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_language(OptionsHandle options, int language);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_size_limit(OptionsHandle options, UIntPtr bytes);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_other_rubric(OptionsHandle options, int accept);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_trust(OptionsHandle options, int trust);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_reference(OptionsHandle options, ReferenceHandle reference);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_colour(OptionsHandle options, int colour);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_raise_group(OptionsHandle options, byte[] group, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_raise_everywhere(OptionsHandle options, int raise);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_period(
            OptionsHandle options, byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_ignore_column(OptionsHandle options, byte[] name, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_decimals(
            OptionsHandle options, byte[] name, UIntPtr length, int decimals);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_memory(
            OptionsHandle options, Allocate allocate, Release release, IntPtr payload);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_options_free(IntPtr options);

        // ---- Text
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_text_data(TextHandle text, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_text_free(IntPtr text);


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
        internal delegate UIntPtr bontot_rubric_grade_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_grade_id(RubricHandle rubric, UIntPtr grade, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_grade_label(
            RubricHandle rubric, UIntPtr grade, int language, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_count(RubricHandle rubric);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_find(RubricHandle rubric, byte[] id, UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate IntPtr bontot_rubric_node_id(RubricHandle rubric, UIntPtr node, out UIntPtr length);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate UIntPtr bontot_rubric_node_parent(RubricHandle rubric, UIntPtr node);
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
        internal delegate void bontot_reference_free(IntPtr reference);

        // ---- Dossiers
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_rubric_id(
            out TextHandle made, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_load(
            out DossierHandle made, RubricHandle rubric, byte[] json, UIntPtr length, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_read(
            DossierHandle dossier, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_new(
            out DossierHandle made, RubricHandle rubric, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_unit(
            DossierHandle dossier, byte[] id, UIntPtr idLength, byte[] name, UIntPtr nameLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_period(
            DossierHandle dossier, byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_number(
            DossierHandle dossier, UIntPtr slot, Number number, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_boolean(
            DossierHandle dossier, UIntPtr slot, int truth, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_text(
            DossierHandle dossier, UIntPtr slot, byte[] text, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_date(
            DossierHandle dossier, UIntPtr slot, byte[] text, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_clear(DossierHandle dossier, UIntPtr slot, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set(
            DossierHandle dossier, byte[] id, UIntPtr idLength, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_apply(
            DossierHandle dossier, ReferenceHandle reference, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_dossier_free(IntPtr dossier);

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
        internal delegate int bontot_result_write(
            out TextHandle made, ResultHandle result, int format, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_result_free(IntPtr result);
    }
}
