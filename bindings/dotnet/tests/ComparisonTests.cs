// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Bontot.Tests
{
    /// <summary>Comparisons: figures that were worked out by hand, sources of every kind, and errors.</summary>
    internal static class ComparisonTests
    {
        private static readonly Rubric Sheet = Rubric.Load(Sheets.Small);

        // 4 + 7.5 = 11.5, rounded down to 10; then 6 + 7 = 13, rounded down to 12.
        private static readonly Result Before = Sheet.Evaluate(Sheets.SmallDossier("\"n\": 4, \"flag\": false", "7.5", "E1"), Data.English);
        private static readonly Result After = Sheet.Evaluate(Sheets.SmallDossier("\"n\": 6", "7", "E2"), Data.English);
        private static readonly Comparison All = Comparison.Of(Before, After, Data.English);

        public static void Total()
        {
            Check.Equal("10 12 2", $"{All.Points.Before} {All.Points.After} {All.Points.Difference}");
            Check.Equal(0m, All.Max.Difference + All.Remainder + All.PossibleRemainder);
            // flag is not known any more: the gate may take a grade.
            Check.Equal("low low high True", $"{All.Before.Grade.Id} {All.After.Grade.Id} {All.After.GradePossible} {All.GradeChanged}");
            Check.Equal("self Chi bộ 2026-01-01 - 2026-12-31", $"{All.After.AsOf} {All.Before.UnitName} {All.Before.Period}");
        }

        public static void Nodes()
        {
            Check.Same(new[] { "1", "1.1", "1.2" }, All.Nodes.Select(each => each.Id));
            var (criterion, first, second) = (All.Nodes[0], All.Nodes[1], All.Nodes[2]);
            // 2 = 2 - 0.5 + 0.5
            Check.Equal("2 0.5", $"{criterion.Points.DifferenceText} {criterion.RemainderText}");
            Check.Equal("True 1 Both True",
                $"{criterion.Parent == null} {first.Parent.Id} {criterion.Where} {criterion.Elsewhere == null}");
            Check.Equal("n 4 6", $"{first.Facts.Single().Id} {first.Facts.Single().Before} {first.Facts.Single().After}");
            Check.Equal("E2 E1", $"{first.EvidenceAdded.Single()} {first.EvidenceRemoved.Single()}");
            Check.Equal("-0.5 self 7.5 7",
                $"{second.Points.DifferenceText} {second.Marks.Single().Role} {second.Marks.Single().Before} {second.Marks.Single().After}");
            Check.Equal("n: 6: 6 points Partly", $"{first.After.Reason} {first.After.State}");
            Check.Equal("True True", $"{criterion.After.HasGood} {criterion.After.Good}");
            Check.Throws<NotFoundException>(() => All.Node("9"));
        }

        public static void GatesAndChecks()
        {
            var gate = All.Gates.Single();
            Check.Equal("g No Open False False", $"{gate.Id} {gate.Before} {gate.After} {gate.WasLifted} {gate.IsLifted}");
            var check = All.Checks.Single();
            Check.Equal("k Fail Pass Info Few.", $"{check.Id} {check.Before} {check.After} {check.Severity} {check.Message}");
        }

        public static void DifferencesAddUp()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                var results = new[] { "example", "full", "disciplined", "missing-third" }
                    .Select(each => rubric.Evaluate(Data.Dossier(each))).ToList();
                foreach (var pair in results.SelectMany(before => results.Select(after => new { before, after })))
                {
                    var moved = Comparison.Of(pair.before, pair.after);
                    Check.Equal(pair.after.Total.Points - pair.before.Total.Points, moved.Points.Difference);
                    Check.Equal(moved.Points.Difference, moved.Criteria.Sum(each => each.Points.Difference) + moved.Remainder);
                    foreach (var node in moved.Nodes.Where(each => each.Children.Count > 0))
                    {
                        Check.Equal(node.Points.Difference, node.Children.Sum(each => each.Points.Difference) + node.Remainder, node.Id);
                    }
                }
            }
        }

        public static void SavedResults()
        {
            var file = new FileInfo(Path.GetTempFileName());
            try
            {
                File.WriteAllText(file.FullName, Before.ToJson());
                foreach (var source in new Source[] { Before.ToJson(), Encoding.UTF8.GetBytes(Before.ToJson()), file })
                {
                    using (var old = Summary.Load(source))
                    using (var young = Summary.Of(After))
                    {
                        Check.Equal(All, Comparison.Of(old, young, Data.English));
                    }
                }
            }
            finally
            {
                file.Delete();
            }
        }

        public static void OtherRubric()
        {
            const string young = @"{""format"": ""bontot-rubric/1"", ""id"": ""young"", ""version"": ""1"", ""label"": {""en"": ""Y""},
                ""facts"": [{""id"": ""n"", ""type"": ""number""}, {""id"": ""flag"", ""type"": ""boolean""}],
                ""criteria"": [{""id"": ""2"", ""max"": 8,
                    ""indicators"": [{""id"": ""1.1"", ""max"": 8, ""score"": {""formula"": ""n""}}]}],
                ""grades"": [{""id"": ""high"", ""min_total"": 12}, {""id"": ""low""}]}";
            using (var rubric = Rubric.Load(young))
            using (var dossier = rubric.NewDossier().SetUnit("U").SetPeriod(new DateTime(2026, 1, 1),
                new DateTime(2026, 12, 31)).Set("n", 4m))
            {
                var moved = Comparison.Of(Before, dossier.Evaluate(Data.English), Data.English);
                Check.Same(new[] { Presence.AfterOnly, Presence.BeforeOnly }, moved.Criteria.Select(each => each.Where));
                var node = moved.Node("1.1");
                Check.Equal("AfterOnly 2 1 True", $"{node.Where} {node.Parent.Id} {node.Elsewhere} {node.Before == null}");
                Check.Equal(null, moved.Gates.Single().After);
            }
        }

        public static void WrittenAndRefused()
        {
            Check.Equal("bontot-comparison/1", Json.Parse(All.ToJson())["format"].Text);
            Check.Contains("4 → 6 (+2)", All.ToText(Language.English));
            Check.Equal("reading_wrong_type",
                Check.Throws<InputException>(() => Summary.Load("{\n\"format\": 1}"))
                .Entries.First(each => each.Pointer == "/format").Code);
            Check.Equal(Data.Example.ToString(), Check.Throws<InputException>(() => Summary.Load(Data.Example)).File);
            Check.Throws<ArgumentNullException>(() => Comparison.Of(Before, null));
        }
    }
}
