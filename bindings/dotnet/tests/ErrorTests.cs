// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Bontot.Tests
{
    /// <summary>Exceptions carry everything that is wrong, with its place.</summary>
    internal static class ErrorTests
    {
        private static readonly Rubric Sheet = Rubric.Builtin(Data.RubricId);

        public static void EightErrors()
        {
            var rows = Data.Tsv("eight-errors.expected.tsv");
            Check.Equal(8, rows.Count);
            var text = Data.Text(Data.Eight);
            foreach (Source source in new Source[] { Data.Eight, text, File.ReadAllBytes(Data.Eight.FullName) })
            {
                var error = Check.Throws<InputException>(() => Sheet.Evaluate(source));
                Check.Same(rows.Select(each => $"{each["pointer"]} {each["line"]} {each["column"]}"),
                    error.Entries.Select(each => $"{each.Pointer} {each.Line} {each.Column}"));
                foreach (var entry in error.Entries)
                {
                    Check.Equal(Offset(text, entry.Line, entry.Column), entry.Offset);
                    Check.True(entry.Code != "" && entry.Message != entry.MessageEn, "that there are two sentences");
                    Check.Equal(0, entry.ExpressionColumn);
                }
            }
        }

        public static void TheMessageShowsAll()
        {
            var error = Check.Throws<InputException>(() => Sheet.Evaluate(Data.Eight));
            Check.Equal(Data.Eight.ToString(), error.File);
            Check.Same(error.Entries.Select(each => $"{Data.Eight}:{each.Line}:{each.Column} {each.Pointer}: {each.Message}"),
                error.Message.Split('\n'));
            error = Check.Throws<InputException>(() => Sheet.Evaluate(Data.Text(Data.Eight), Data.English));
            Check.Equal(null, error.File);
            Check.Same(error.Entries.Select(each => each.Describe(Language.English)), error.Message.Split('\n'));
        }

        public static void WhatIsNoJson()
        {
            var text = Data.Text(Data.Example);
            var cases = new Source[]
            {
                "", " ", "{", "nul", "\0", new string('[', 100000), text + "x", "{\"a\": \"\ud800\"}", "{\"facts\": {\"tax.due\": NaN}}",
                new byte[0], new byte[] { 0xff }, new byte[] { 0xef, 0xbb, 0xbf, 0x7b },
            };
            foreach (var each in cases)
            {
                var error = Check.Throws<InputException>(() => Sheet.Evaluate(each));
                Check.True(error.Entries.Count > 0 && error.Entries.All(entry => entry.Line >= 1 && entry.Column >= 1),
                    "that it has a place");
            }
        }

        public static void ColumnsCountCodePoints()
        {
            var entries = Check.Throws<InputException>(() => Sheet.Evaluate("{\"đảng \ud83c\udfc5\": 1, \"bộ\": 2}")).Entries;
            Check.Equal(2, entries.Single(each => each.Pointer == "/đảng \ud83c\udfc5").Column);
            Check.Equal(15, entries.Single(each => each.Pointer == "/bộ").Column);
        }

        public static void OneClassAStatus()
        {
            var classes = new[]
            {
                typeof(InputException), typeof(NotFoundException), typeof(MisuseException), typeof(NoMemoryException),
                typeof(NoFitException), typeof(InternalException), typeof(CancelledException),
            };
            for (var status = 1; status <= classes.Length; ++status)
            {
                try
                {
                    Status.Check(status);
                    Check.True(false, $"that status {status} throws");
                }
                catch (BontotException error)
                {
                    Check.Equal(classes[status - 1], error.GetType());
                    Check.Contains("the library says ", error.Message);
                }
            }
            Status.Check(0);
        }

        public static void Feels()
        {
            Check.Equal("3", Feel.Evaluate("1 + 2"));
            Check.Equal("true", Feel.Evaluate("0.1 + 0.2 = 0.3"));
            Check.Equal("\"Chi bộ bốn tốt \ud83c\udfc5\"", Feel.Evaluate("\"Chi bộ \" + tên", "{\"tên\": \"bốn tốt \ud83c\udfc5\"}"));
            Check.Equal("3", Feel.Evaluate("string length(x)", "{\"x\": \"a\\u0000b\"}"));
            Check.Equal("4", Feel.Evaluate("string length(\"a\0bc\")"));
            var error = Check.Throws<InputException>(() => Feel.Evaluate("\"đảng\" + )", null, Data.English));
            Check.Equal(10, error.Entries[0].ExpressionColumn);
            Check.Throws<ArgumentNullException>(() => Feel.Evaluate(null));
        }

        private static long Offset(string text, int line, int column)
        {
            var start = 0;
            for (var each = 1; each < line; ++each)
            {
                start = text.IndexOf('\n', start) + 1;
            }
            var end = start;
            for (var each = 1; each < column; ++each)
            {
                end += char.IsSurrogatePair(text, end) ? 2 : 1;
            }
            return Encoding.UTF8.GetByteCount(text.Substring(0, end));
        }
    }
}
