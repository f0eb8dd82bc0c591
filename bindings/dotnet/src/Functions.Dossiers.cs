// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>Dossiers.</summary>
    internal static partial class Functions
    {
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
        internal delegate int bontot_dossier_reset(DossierHandle dossier, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_unit(
            DossierHandle dossier, byte[] id, UIntPtr idLength, byte[] name, UIntPtr nameLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_period(
            DossierHandle dossier, byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_unit_field(
            DossierHandle dossier, int field, byte[] text, UIntPtr length, out ErrorHandle error);
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
        internal delegate int bontot_dossier_give(DossierHandle dossier, int part, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_remove(DossierHandle dossier, int part, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_mark(
            DossierHandle dossier, UIntPtr node, UIntPtr role, Number points, byte[] comment,
            UIntPtr commentLength, byte[] reason, UIntPtr reasonLength, byte[] by, UIntPtr byLength,
            byte[] date, UIntPtr dateLength, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_clear_mark(
            DossierHandle dossier, UIntPtr node, UIntPtr role, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_member(
            out UIntPtr made, DossierHandle dossier, byte[] id, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_member_number(
            DossierHandle dossier, UIntPtr member, UIntPtr field, Number number, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_member_boolean(
            DossierHandle dossier, UIntPtr member, UIntPtr field, int truth, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_member_text(
            DossierHandle dossier, UIntPtr member, UIntPtr field, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_member_date(
            DossierHandle dossier, UIntPtr member, UIntPtr field, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_clear_member(
            DossierHandle dossier, UIntPtr member, UIntPtr field, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_member(
            DossierHandle dossier, UIntPtr member, UIntPtr field, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_evidence(
            out UIntPtr made, DossierHandle dossier, byte[] id, UIntPtr length, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_set_evidence(
            DossierHandle dossier, UIntPtr document, int field, byte[] text, UIntPtr length,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_support(
            DossierHandle dossier, UIntPtr document, UIntPtr node, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_history(
            DossierHandle dossier, byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength,
            byte[] rubric, UIntPtr rubricLength, byte[] grade, UIntPtr gradeLength, Number[] points,
            out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_result(
            DossierHandle dossier, byte[] unit, UIntPtr unitLength, byte[] rubric, UIntPtr rubricLength,
            byte[] first, UIntPtr fromLength, byte[] last, UIntPtr toLength, byte[] grade, UIntPtr gradeLength,
            Number[] points, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_result_of(
            DossierHandle dossier, ResultHandle result, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_add_exception(
            DossierHandle dossier, UIntPtr gate, byte[] reason, UIntPtr reasonLength, byte[] authority,
            UIntPtr authorityLength, byte[] date, UIntPtr dateLength, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate int bontot_dossier_apply(
            DossierHandle dossier, ReferenceHandle reference, out ErrorHandle error);
        [UnmanagedFunctionPointer(Cdecl)]
        internal delegate void bontot_dossier_free(IntPtr dossier);
    }
}
