// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Bontot.Tests
{
    /// <summary>One line of the corpus: what is asked.</summary>
    internal sealed class CorpusCase
    {
        private readonly string[] fields;
        private readonly List<KeyValuePair<string, string>> options;

        internal CorpusCase(string line)
        {
            fields = line.Split('\t');
            options = fields[4] == "-" ? new List<KeyValuePair<string, string>>() : fields[4].Split(';').Select(each =>
            {
                var parts = each.Split(new[] { '=' }, 2);
                return new KeyValuePair<string, string>(parts[0], parts[1]);
            }).ToList();
        }

        internal string Id => fields[0];

        internal string Operation => fields[1];

        internal string Rubric => fields[2];

        internal Language Language => fields[3] == "en" ? Language.English : Language.Vietnamese;

        internal string Format => Option("format") ?? "json";

        internal bool Has(string name)
        {
            return Option(name) != null;
        }

        /// <summary>Returns the value of an option; null: it is not there.</summary>
        internal string Option(string name)
        {
            return All(name).FirstOrDefault();
        }

        internal IEnumerable<string> All(string name)
        {
            return options.Where(each => each.Key == name).Select(each => each.Value);
        }

        /// <summary>Returns the bytes of an input, from 1; null: there is none.</summary>
        internal byte[] Input(int which)
        {
            return Bytes(fields[4 + which]);
        }

        internal string InputText(int which)
        {
            return Encoding.UTF8.GetString(Input(which));
        }

        /// <summary>Returns the lines of an input; what stands behind the last line feed is none when empty.</summary>
        internal IEnumerable<byte[]> InputLines(int which)
        {
            return Lines(Input(which));
        }

        internal static byte[] Bytes(string field)
        {
            if (field == "-")
            {
                return null;
            }
            if (!field.StartsWith("file:", StringComparison.Ordinal))
            {
                return Encoding.UTF8.GetBytes(field);
            }
            var parts = field.Substring("file:".Length).Split('#');
            var bytes = File.ReadAllBytes(parts[0]);
            return parts.Length == 1 ? bytes : Lines(bytes).ElementAt(int.Parse(parts[1]) - 1);
        }

        private static IEnumerable<byte[]> Lines(byte[] bytes)
        {
            for (var place = 0; place < bytes.Length;)
            {
                var end = Array.IndexOf(bytes, (byte)'\n', place);
                end = end < 0 ? bytes.Length : end;
                var line = new byte[end - place];
                Array.Copy(bytes, place, line, 0, line.Length);
                yield return line;
                place = end + 1;
            }
        }
    }

    /// <summary>What is answered: lines of fields.</summary>
    internal sealed class CorpusText
    {
        private readonly StringBuilder text = new StringBuilder();

        internal void Line(params object[] values)
        {
            text.Append(string.Join("\t", values.Select(each => Field(each == null ? "-" : each.ToString())))).Append('\n');
        }

        internal void Whole(string written)
        {
            text.Append(written);
        }

        internal void Errors(IEnumerable<ErrorEntry> entries)
        {
            foreach (var each in entries)
            {
                Line(each.Code, each.Pointer, each.Offset, each.Line, each.Column, each.ExpressionColumn, each.Message, each.MessageEn);
            }
        }

        public override string ToString()
        {
            return text.ToString();
        }

        internal static string Field(string text)
        {
            return text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");
        }
    }
}
