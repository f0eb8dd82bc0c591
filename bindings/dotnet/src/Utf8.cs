// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Bontot
{
    /// <summary>Text as it crosses: UTF-8 with a length, by hand, alike on every runtime.</summary>
    internal struct Utf8
    {
        private static readonly Encoding Strict = new UTF8Encoding(false, true);

        // What the caller gave is quoted in messages, and it may be no UTF-8.
        private static readonly Encoding Lenient = new UTF8Encoding(false, false);

        private Utf8(byte[] bytes, int length)
        {
            Bytes = bytes;
            Length = (UIntPtr)(uint)length;
        }

        /// <summary>Never empty, so that it is never marshalled as NULL; null: NULL.</summary>
        internal byte[] Bytes { get; }

        internal UIntPtr Length { get; }

        internal static Utf8 Of(string text)
        {
            if (text == null)
            {
                return new Utf8(null, 0);
            }
            var bytes = ZeroEnded(text);
            return new Utf8(bytes, bytes.Length - 1);
        }

        internal static Utf8 Of(byte[] bytes)
        {
            return new Utf8(bytes.Length == 0 ? new byte[1] : bytes, bytes.Length);
        }

        internal static byte[] ZeroEnded(string text)
        {
            try
            {
                var bytes = new byte[Strict.GetByteCount(text) + 1];
                Strict.GetBytes(text, 0, text.Length, bytes, 0);
                return bytes;
            }
            catch (EncoderFallbackException)
            {
                return WithHalves(text);
            }
        }

        internal static string Copy(IntPtr place, UIntPtr length)
        {
            if (place == IntPtr.Zero)
            {
                return null;
            }
            var bytes = new byte[checked((int)length.ToUInt64())];
            Marshal.Copy(place, bytes, 0, bytes.Length);
            return Lenient.GetString(bytes);
        }

        internal static string Copy(IntPtr zeroEnded)
        {
            var length = 0;
            while (zeroEnded != IntPtr.Zero && Marshal.ReadByte(zeroEnded, length) != 0)
            {
                ++length;
            }
            return Copy(zeroEnded, (UIntPtr)(uint)length);
        }

        internal static string Copy(byte[] zeroEnded)
        {
            return Lenient.GetString(zeroEnded, 0, Array.IndexOf(zeroEnded, (byte)0));
        }

        // Half a surrogate pair has no UTF-8. It is given as it stands, so that the library says where it is.
        private static byte[] WithHalves(string text)
        {
            using (var bytes = new System.IO.MemoryStream())
            {
                for (var place = 0; place < text.Length; ++place)
                {
                    if (!char.IsSurrogate(text[place]))
                    {
                        Add(bytes, Strict.GetBytes(text.Substring(place, 1)));
                    }
                    else if (char.IsSurrogatePair(text, place))
                    {
                        Add(bytes, Strict.GetBytes(text.Substring(place++, 2)));
                    }
                    else
                    {
                        int half = text[place];
                        Add(bytes, new[] { (byte)(half >> 12 | 0xe0), (byte)(half >> 6 & 0x3f | 0x80), (byte)(half & 0x3f | 0x80) });
                    }
                }
                bytes.WriteByte(0);
                return bytes.ToArray();
            }
        }

        private static void Add(System.IO.Stream bytes, byte[] more)
        {
            bytes.Write(more, 0, more.Length);
        }
    }
}
