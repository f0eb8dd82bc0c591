// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>The values of one fact, laid out as the library reads them.</summary>
    internal sealed class FactColumn
    {
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1);

        private readonly int type;
        private readonly int scale;
        private readonly Array values;
        private readonly byte[] known;
        private readonly byte[] text;

        internal FactColumn(int type, int scale, Array values, byte[] known, byte[] text = null)
        {
            this.type = type;
            this.scale = scale;
            this.values = values;
            this.known = known;
            this.text = text;
        }

        internal int Slot { get; set; }

        internal static FactColumn OfDecimals(IReadOnlyList<decimal?> cells)
        {
            var scale = cells.Max(each => ScaleOf(each ?? 0)) ?? 0;
            var amounts = cells.Select(each => Coefficient(each ?? 0, scale)).ToList();
            if (amounts.All(each => long.MinValue <= each && each <= long.MaxValue))
            {
                return new FactColumn(
                    Constants.BONTOT_COLUMN_INT64, scale, amounts.Select(each => (long)each).ToArray(), Known(cells));
            }
            var halves = amounts.SelectMany(Halves).ToArray();
            return new FactColumn(Constants.BONTOT_COLUMN_DECIMAL128, scale, halves, Known(cells));
        }

        internal static FactColumn OfTruths(IReadOnlyList<bool?> cells)
        {
            var bytes = cells.Select(each => each == true ? (byte)1 : (byte)0).ToArray();
            return new FactColumn(Constants.BONTOT_COLUMN_BOOLEAN_BYTES, 0, bytes, Known(cells));
        }

        internal static FactColumn OfDays(IReadOnlyList<DateTime?> cells)
        {
            foreach (var cell in cells)
            {
                Period.Day(cell ?? Epoch);
            }
            var days = cells.Select(each => ((each ?? Epoch) - Epoch).Days).ToArray();
            return new FactColumn(Constants.BONTOT_COLUMN_DATE32, 0, days, Known(cells));
        }

        internal static FactColumn OfTexts(IReadOnlyList<string> cells)
        {
            var offsets = new long[cells.Count + 1];
            using (var text = new MemoryStream())
            {
                for (var row = 0; row < cells.Count; ++row)
                {
                    var bytes = Utf8.ZeroEnded(cells[row] ?? "");
                    text.Write(bytes, 0, bytes.Length - 1);
                    offsets[row + 1] = text.Length;
                }
                var known = cells.Select(each => each == null ? (byte)0 : (byte)1).ToArray();
                return new FactColumn(Constants.BONTOT_COLUMN_TEXT64, 0, offsets, known, text.ToArray());
            }
        }

        internal ColumnStruct ToStruct(Pins pins, int rows)
        {
            return new ColumnStruct
            {
                Size = Pins.SizeOf<ColumnStruct>(),
                Slot = (UIntPtr)(uint)Slot,
                Type = rows == 0 ? Constants.BONTOT_COLUMN_NOTHING : type,
                Scale = scale,
                Values = pins.Address(values),
                Text = pins.Address(text),
                ValidBytes = pins.Address(known),
            };
        }

        private static byte[] Known<T>(IReadOnlyList<T?> cells)
            where T : struct
        {
            return cells.Select(each => each == null ? (byte)0 : (byte)1).ToArray();
        }

        private static int? ScaleOf(decimal value)
        {
            return decimal.GetBits(value)[3] >> 16 & 0xff;
        }

        // A decimal has at most 96 bits, and the scales of a column differ by at most 28: that may be beyond 128.
        private static BigInteger Coefficient(decimal value, int scale)
        {
            var bits = decimal.GetBits(value);
            var size = (BigInteger)(uint)bits[2] << 64 | (BigInteger)(uint)bits[1] << 32 | (uint)bits[0];
            size *= BigInteger.Pow(10, scale - ScaleOf(value).Value);
            if (size >= BigInteger.One << 127)
            {
                throw new MisuseException($"{value} does not fit 128 bits with the {scale} decimals of its column");
            }
            return bits[3] < 0 ? -size : size;
        }

        private static IEnumerable<ulong> Halves(BigInteger amount)
        {
            var whole = amount.Sign < 0 ? amount + (BigInteger.One << 128) : amount;
            return new[] { (ulong)(whole & ulong.MaxValue), (ulong)(whole >> 64) };
        }
    }

    /// <summary>Keeps arrays where they are while the library uses them.</summary>
    internal sealed class Pins : IDisposable
    {
        private readonly List<GCHandle> pinned = new List<GCHandle>();

        /// <summary>Returns where an array lies; zero of null and of one without cells.</summary>
        internal IntPtr Address(Array array)
        {
            if (array == null || array.Length == 0)
            {
                return IntPtr.Zero;
            }
            var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
            pinned.Add(handle);
            return handle.AddrOfPinnedObject();
        }

        internal static UIntPtr SizeOf<T>()
        {
            return (UIntPtr)(uint)Marshal.SizeOf(typeof(T));
        }

        public void Dispose()
        {
            foreach (var handle in pinned)
            {
                handle.Free();
            }
            pinned.Clear();
        }
    }
}
