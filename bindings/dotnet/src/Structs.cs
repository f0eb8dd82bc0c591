// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>bontot_number: coefficient * 10^-scale.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Number
    {
        internal long Coefficient;
        internal int Scale;

        /// <summary>Returns false when the digits are beyond 64 bits.</summary>
        internal static bool TryFrom(decimal value, out Number number)
        {
            var bits = decimal.GetBits(value);
            var coefficient = (ulong)(uint)bits[1] << 32 | (uint)bits[0];
            number = default(Number);
            if (bits[2] != 0 || coefficient > long.MaxValue)
            {
                return false;
            }
            number.Coefficient = bits[3] < 0 ? -(long)coefficient : (long)coefficient;
            number.Scale = bits[3] >> 16 & 0xff;
            return true;
        }

        /// <exception cref="NoFitException">The digits are beyond 64 bits.</exception>
        internal static Number From(decimal value)
        {
            return TryFrom(value, out var number)
                ? number
                : throw new NoFitException($"{Exact.Written(value)} has more digits than 64 bits hold: give it in JSON");
        }

        /// <summary>Returns an array of one, or null, which is marshalled as NULL.</summary>
        internal static Number[] From(decimal? value)
        {
            return value == null ? null : new[] { From(value.Value) };
        }
    }

    /// <summary>bontot_column: the values of one fact.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ColumnStruct
    {
        internal UIntPtr Size;
        internal UIntPtr Slot;
        internal int Type;
        internal int Scale;
        internal IntPtr Values;
        internal IntPtr Text;
        internal IntPtr ValidBits;
        internal IntPtr ValidBytes;
        internal UIntPtr Offset;
        internal IntPtr Dictionary;
        internal UIntPtr DictionarySize;
    }

    /// <summary>bontot_table.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct TableStruct
    {
        internal UIntPtr Size;
        internal IntPtr Columns;
        internal UIntPtr ColumnCount;
    }

    /// <summary>bontot_node_column: where the points of a criterion or indicator go.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NodeColumnStruct
    {
        internal UIntPtr Size;
        internal UIntPtr Node;
        internal IntPtr Points;
        internal IntPtr Possible;
    }

    /// <summary>bontot_table_results: where results go.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct TableResultsStruct
    {
        internal UIntPtr Size;
        internal int Scale;
        internal IntPtr Points;
        internal IntPtr Possible;
        internal IntPtr Completeness;
        internal IntPtr Grade;
        internal IntPtr GradePossible;
        internal IntPtr Status;
        internal IntPtr Nodes;
        internal UIntPtr NodeCount;
    }

    /// <summary>bontot_allocate. Must not throw, and must live as long as what was made with it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate IntPtr Allocate(IntPtr payload, UIntPtr size, UIntPtr alignment);

    /// <summary>bontot_release. Must not throw, and must live as long as what was made with it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate void Release(IntPtr payload, IntPtr place, UIntPtr size, UIntPtr alignment);

    /// <summary>bontot_line_done. Must not throw, and must live as long as what was made with it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int LineDone(IntPtr payload, ulong line, IntPtr result, IntPtr error);

    /// <summary>bontot_find_rubric. Must not throw, and must live as long as what was made with it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate IntPtr FindRubric(IntPtr payload, IntPtr id, UIntPtr length);
}
