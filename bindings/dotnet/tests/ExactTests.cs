// SPDX-License-Identifier: BSL-1.0
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>Numbers become decimals exactly or not at all, and JSON is read as it was written.</summary>
    internal static class ExactTests
    {
        public static void WhatFits()
        {
            Check.Equal(0m, new Exact("0").Value);
            Check.Equal(-0.5m, new Exact("-0.5").Value);
            Check.Equal(1m, new Exact("1.000000000000").Value);
            Check.Equal(decimal.MaxValue, new Exact("79228162514264337593543950335").Value);
            Check.Equal(0.0000000000000000000000000001m, new Exact("0.0000000000000000000000000001").Value);
            Check.Equal(1234567890123456.123456789012m, new Exact("1234567890123456.123456789012").Value);
        }

        public static void WhatDoesNotFit()
        {
            // The second is beyond 96 bits; the others have more decimals than 28, which decimal.Parse rounds away.
            foreach (var text in new[] { "0.12345678901234567890123456789", "79228162514264337593543950336",
                "0.00000000000000000000000000001", "12345678901234567890123456789.5", "1e400", "" })
            {
                Check.Contains("ends in Text", Check.Throws<NoFitException>(() => new Exact(text).Value.ToString()).Message);
                Check.Equal(text, new Exact(text).Text);
            }
        }

        public static void JsonIsRead()
        {
            var said = Json.Parse("{\"a\": [1, -2.50, \"x\\u1ed1\\n\\\"\\\\\", true, false, null, {}, []], \"b\": {\"c\": \"chi bộ\"}}");
            Check.Same(new[] { "1", "-2.50", "xố\n\"\\", "true", "false", "null", null, null }, said.Texts("a"));
            Check.Equal("chi bộ", said["b"]["c"].Text);
            Check.Equal(null, said.Maybe("d"));
            Check.Throws<InternalException>(() => said["d"].ToString());
            foreach (var broken in new[] { "", "{", "[1", "\"a", "\"a\\", "[1 2]", "{\"a\" 1}", "1 2", "{1: 2}" })
            {
                Check.Throws<InternalException>(() => Json.Parse(broken));
            }
        }

        public static void Utf8ByHand()
        {
            Check.Same(new byte[] { 0x61, 0xe1, 0xbb, 0x91, 0xf0, 0x9f, 0x8f, 0x85, 0 }, Utf8.ZeroEnded("aố\ud83c\udfc5"));
            Check.Same(new byte[] { 0x61, 0xed, 0xa0, 0x80, 0x62, 0xf0, 0x9f, 0x8f, 0x85, 0 }, Utf8.ZeroEnded("a\ud800b\ud83c\udfc5"));
            Check.Equal(0UL, Utf8.Of("").Length.ToUInt64());
            Check.True(Utf8.Of("").Bytes.Length > 0 && Utf8.Of(new byte[0]).Bytes.Length > 0, "that what is empty is not NULL");
            Check.True(Utf8.Of((string)null).Bytes == null, "that nothing is NULL");
        }
    }
}
