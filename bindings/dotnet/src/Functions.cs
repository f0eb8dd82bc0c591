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
        internal delegate int bontot_options_set_depth_limit(OptionsHandle options, UIntPtr levels);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_other_rubric(OptionsHandle options, int accept);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_trust(OptionsHandle options, int trust);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_reference(OptionsHandle options, ReferenceHandle reference);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_options_set_as_of(OptionsHandle options, byte[] role, UIntPtr length);
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


        // ---- Summaries
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_summary_of(
            out SummaryHandle made, ResultHandle result, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_summary_load(
            out SummaryHandle made, byte[] json, UIntPtr length, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_summary_free(IntPtr summary);

        // ---- Expressions
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_feel_evaluate(
            out TextHandle made, byte[] source, UIntPtr length, byte[] facts, UIntPtr factsLength,
            OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_new(out NamesHandle made, OptionsHandle options, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_number(
            NamesHandle names, byte[] name, UIntPtr nameLength, Number number, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_boolean(
            NamesHandle names, byte[] name, UIntPtr nameLength, int truth, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_text(
            NamesHandle names, byte[] name, UIntPtr nameLength, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_date(
            NamesHandle names, byte[] name, UIntPtr nameLength, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_unknown(
            NamesHandle names, byte[] name, UIntPtr nameLength, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_set_expression(
            NamesHandle names, byte[] name, UIntPtr nameLength, byte[] source, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_names_evaluate(
            out TextHandle made, NamesHandle names, byte[] source, UIntPtr length, OptionsHandle options,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_names_free(IntPtr names);
    }
}
