// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace Bontot.Tests
{
    /// <summary>Many dossiers, a line for each: whole and in pieces, wrong ones, other rubrics, stopped, thrown out of.</summary>
    internal static class LineTests
    {
        private static readonly Rubric One = Rubric.Load(Sheets.Lines("one", 1));
        private static readonly Rubric Two = Rubric.Load(Sheets.Lines("two", 2));

        // Lines 1, 4, 5, 7 and 8; 2, 3 and 6 are blank.
        private static readonly string Text = Line("A", "\"facts\": {\"n\": 1}") + "\n\n \t\r\n" + Line("B",
            "\"facts\": {\"n\": 11}") + "\r\n"
            + Line("C", "\"rubric\": {\"id\": \"two\"}, \"facts\": {\"n\": 3}") + "\n\r\r\n{\n"
            + Line("E", "\"marks\": {\"1.2\": {\"self\": 2, \"final\": 3}}");

        private static readonly string[] ByBoth = { "1 A 1", "4 dossier_out_of_range", "5 C 6", "7 json_incomplete", "8 E 3" };

        public static void Whole()
        {
            var found = new List<string>();
            Lines.Evaluate(Text, One, Note(found));
            Check.Same(new[] { "1 A 1", "4 dossier_out_of_range", "5 dossier_other_rubric", "7 json_incomplete", "8 E 3" }, found);
            found.Clear();
            Lines.Evaluate(Text, One, Note(found), find: Find);
            Check.Same(ByBoth, found);
            found.Clear();
            Lines.Evaluate(Text, null, Note(found), new Options { AsOf = "self" }, Find);
            Check.Equal("5 C 6", found[2]);
            Lines.Evaluate(Text, One, each => each.Line != 8 || each.Result.Total.Points == 2m, new Options { AsOf = "self" });
            Check.Throws<MisuseException>(() => Lines.Evaluate(Text, null, Note(found)));
            Check.Throws<ArgumentNullException>(() => Lines.Evaluate(Text, One, null));
        }

        public static void Pieces()
        {
            var bytes = Encoding.UTF8.GetBytes(Text);
            foreach (var size in new[] { 1, 7, 100, bytes.Length })
            {
                var found = new List<string>();
                using (var lines = new Lines(One, Note(found), find: Find))
                {
                    for (var place = 0; place < bytes.Length; place += size)
                    {
                        lines.Feed(bytes.Skip(place).Take(size).ToArray());
                    }
                    lines.End();
                    Check.Same(ByBoth, found);
                    Check.Equal("5 2", $"{lines.Count} {lines.WrongCount}");
                    Check.Throws<MisuseException>(() => lines.Feed("\n"));
                }
            }
            var streamed = new List<string>();
            using (var lines = new Lines(One, Note(streamed), find: Find))
            {
                lines.Read(new MemoryStream(bytes));
            }
            Check.Same(ByBoth, streamed);
        }

        public static void Stopped()
        {
            var found = new List<string>();
            Func<LineOutcome, bool> untilFour = each => Note(found)(each) && each.Line != 4;
            Check.Throws<CancelledException>(() => Lines.Evaluate(Text, One, untilFour));
            Check.Same(new[] { "1 A 1", "4 dossier_out_of_range" }, found);
            using (var source = new CancellationTokenSource())
            {
                found.Clear();
                Func<LineOutcome, bool> cancelling = each =>
                {
                    source.Cancel();
                    return Note(found)(each);
                };
                Check.Throws<OperationCanceledException>(() => Lines.Evaluate(Text, One, cancelling, cancel: source.Token));
                Check.Equal(1, found.Count);
            }
        }

        public static void ExceptionsDoNotCross()
        {
            var count = 0;
            Func<LineOutcome, bool> throwing = each => ++count == 2 ? throw new InvalidTimeZoneException("mine") : true;
            Check.Equal("mine", Check.Throws<InvalidTimeZoneException>(() => Lines.Evaluate(Text, One, throwing)).Message);
            Check.Equal(2, count);
            Func<string, Rubric> lost = id => throw new InvalidTimeZoneException(id);
            Check.Equal("two", Check.Throws<InvalidTimeZoneException>(() => Lines.Evaluate(Text, One, each => true, find: lost)).Message);
            using (var lines = new Lines(One, each => throw new InvalidTimeZoneException()))
            {
                Check.Throws<InvalidTimeZoneException>(() => lines.Feed(Text));
                Check.Throws<CancelledException>(() => lines.Feed("\n"));
            }
        }

        public static void ResultsStay()
        {
            var kept = new List<Result>();
            var late = new List<LineOutcome>();
            Func<LineOutcome, bool> keep = each =>
            {
                late.Add(each);
                if (each.IsScored && each.Line == 1)
                {
                    Check.Contains("A", each.Result.ToText());
                    kept.Add(each.Result);
                }
                return true;
            };
            Lines.Evaluate(Text, One, keep);
            Check.Equal(1m, kept.Single().Total.Points);
            Check.Throws<ObjectDisposedException>(() => kept[0].ToText());
            Check.Throws<ObjectDisposedException>(() => late.Last().Result.ToString());
        }

        public static void RubricsThatAreDisposedOf()
        {
            // The one that was found is kept until its line is done.
            Func<string, Rubric> once = id =>
            {
                var rubric = Rubric.Load(Sheets.Lines(id, 2));
                rubric.Dispose();
                return rubric;
            };
            Check.Throws<ObjectDisposedException>(() => Lines.Evaluate(Text, One, each => true, find: once));
            Rubric found = null;
            var text = new List<string>();
            Func<LineOutcome, bool> disposing = each =>
            {
                found?.Dispose();
                return Note(text)(each);
            };
            Lines.Evaluate(Text, One, disposing, find: id => found = Rubric.Load(Sheets.Lines(id, 2)));
            Check.Same(ByBoth, text);
        }

        public static void CallbacksLiveAsLongAsLines()
        {
            var found = new List<string>();
            var lines = new Lines(One, Note(found), find: Find);
            foreach (var letter in Encoding.UTF8.GetBytes(Text))
            {
                lines.Feed(new[] { letter });
                if (letter == '\n')
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }
            }
            lines.End();
            Check.Same(ByBoth, found);
            lines.Dispose();
            lines.Dispose();
            Check.Throws<ObjectDisposedException>(() => lines.End());
        }

        private static Func<LineOutcome, bool> Note(List<string> found)
        {
            return each =>
            {
                found.Add(each.IsScored ? $"{each.Line} {each.Result.UnitId} {each.Result.Total.PointsText}" : $"{each.Line} {each.Errors[0].Code}");
                return true;
            };
        }

        private static Rubric Find(string id)
        {
            return id == "two" ? Two : null;
        }

        private static string Line(string unit, string members)
        {
            return $"{{\"format\": \"bontot-dossier/1\", {Sheets.Period}, \"unit\": {{\"id\": \"{unit}\"}}, {members}}}";
        }
    }
}
