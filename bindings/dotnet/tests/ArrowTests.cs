// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Bontot.Tests
{
    /// <summary>A batch of the Arrow C data interface, laid out by hand.</summary>
    internal static class ArrowTests
    {
        private const int SchemaSize = 72;
        private const int ArraySize = 80;

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        private delegate void ReleaseStruct(IntPtr given);

        public static void EvaluatesABatch()
        {
            if (IntPtr.Size != 8)
            {
                return;
            }
            var released = 0;
            ReleaseStruct release = given => ++released;
            using (var memory = new Memory())
            using (var rubric = Rubric.Load(Sheets.Columns))
            {
                var options = new Options { Period = Sheets.Year,
                    IgnoredColumns = new[] { "other" } };
                var schema = Schema(memory, release, "+s", "", Schema(memory, release, "l", "m.n"), Schema(memory, release, "l", "other"));
                var batch = Batch(memory, release, IntPtr.Zero, Batch(memory, release, memory.Of(7, 2)),
                    Batch(memory, release, memory.Of(0, 0)));
                var (madeSchema, made) = (memory.Take(SchemaSize), memory.Take(ArraySize));
                ArrowBatch.Evaluate(rubric, schema, batch, madeSchema, made, options);
                Check.Equal(2L, Marshal.ReadInt64(made));
                var names = Enumerable.Range(0, (int)Marshal.ReadInt64(madeSchema, 32)).Select(each =>
                    Marshal.PtrToStringAnsi(Marshal.ReadIntPtr(Marshal.ReadIntPtr(Marshal.ReadIntPtr(madeSchema, 40), each * 8),
                        8))).ToList();
                Check.Same(new[] { "points", "possible" }, names.Take(2));
                Check.True(names.Contains("error") && names.Contains("A.points"), "that the children are named");
                Check.Same(new[] { 7000000000000L, 2000000000000L }, Lows(made, names.IndexOf("A.points")));
                Released(madeSchema, 56);
                Released(made, 64);
                Check.Equal(0, released);
                options.IgnoredColumns = null;
                Check.Throws<InputException>(() => ArrowBatch.Evaluate(rubric, schema, batch, madeSchema, made, options));
                Check.Throws<MisuseException>(() => ArrowBatch.Evaluate(rubric, IntPtr.Zero, batch, madeSchema, made));
            }
            GC.KeepAlive(release);
        }

        // The low halves of a column of decimals.
        private static IEnumerable<long> Lows(IntPtr batch, int child)
        {
            var column = Marshal.ReadIntPtr(Marshal.ReadIntPtr(batch, 48), child * 8);
            var cells = Marshal.ReadIntPtr(Marshal.ReadIntPtr(column, 40), 8);
            return new[] { Marshal.ReadInt64(cells), Marshal.ReadInt64(cells, 16) };
        }

        private static void Released(IntPtr made, int place)
        {
            Marshal.GetDelegateForFunctionPointer<ReleaseStruct>(Marshal.ReadIntPtr(made, place))(made);
        }

        private static IntPtr Schema(Memory memory, ReleaseStruct release, string format, string name, params IntPtr[] children)
        {
            var made = memory.Take(SchemaSize);
            Marshal.WriteIntPtr(made, 0, memory.Of(Utf8.ZeroEnded(format)));
            Marshal.WriteIntPtr(made, 8, memory.Of(Utf8.ZeroEnded(name)));
            Marshal.WriteInt64(made, 32, children.Length);
            Marshal.WriteIntPtr(made, 40, memory.Of(children.Select(each => (long)each).ToArray()));
            Marshal.WriteIntPtr(made, 56, Marshal.GetFunctionPointerForDelegate(release));
            return made;
        }

        private static IntPtr Batch(Memory memory, ReleaseStruct release, IntPtr cells, params IntPtr[] children)
        {
            var buffers = cells == IntPtr.Zero ? new long[] { 0 } : new long[] { 0, (long)cells };
            var made = memory.Take(ArraySize);
            Marshal.WriteInt64(made, 0, 2);
            Marshal.WriteInt64(made, 24, buffers.Length);
            Marshal.WriteInt64(made, 32, children.Length);
            Marshal.WriteIntPtr(made, 40, memory.Of(buffers));
            Marshal.WriteIntPtr(made, 48, memory.Of(children.Select(each => (long)each).ToArray()));
            Marshal.WriteIntPtr(made, 64, Marshal.GetFunctionPointerForDelegate(release));
            return made;
        }

        /// <summary>Memory that is given back together.</summary>
        private sealed class Memory : IDisposable
        {
            private readonly List<IntPtr> taken = new List<IntPtr>();

            internal IntPtr Take(int size)
            {
                taken.Add(Marshal.AllocHGlobal(size));
                Marshal.Copy(new byte[size], 0, taken.Last(), size);
                return taken.Last();
            }

            internal IntPtr Of(params long[] cells)
            {
                var made = Take(cells.Length * 8 + 8);
                Marshal.Copy(cells, 0, made, cells.Length);
                return made;
            }

            internal IntPtr Of(byte[] bytes)
            {
                var made = Take(bytes.Length);
                Marshal.Copy(bytes, 0, made, bytes.Length);
                return made;
            }

            public void Dispose()
            {
                taken.ForEach(Marshal.FreeHGlobal);
            }
        }
    }
}
