// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>Results: every figure that was worked out by hand, and the shape of what is returned.</summary>
    internal static class ResultTests
    {
        private static readonly Rubric Sheet = Rubric.Builtin(Data.RubricId);

        public static void EveryFigure()
        {
            var rows = Data.Tsv("expected.tsv").GroupBy(each => each["dossier"]).ToList();
            Check.Same(new[] { "disciplined", "example", "full", "missing-third" }, rows.Select(each => each.Key).OrderBy(each => each));
            foreach (var dossier in rows)
            {
                var result = Sheet.Evaluate(Data.Dossier(dossier.Key));
                var others = new[] { "total", "grade", "reachable", "completeness" };
                Check.Same(dossier.Select(each => each["node"]).Except(others), result.Nodes.Select(each => each.Id));
                foreach (var row in dossier)
                {
                    Figure(result, row);
                }
            }
        }

        private static void Figure(Result result, IReadOnlyDictionary<string, string> row)
        {
            var where = $"{row["dossier"]} {row["node"]}";
            switch (row["node"])
            {
                case "total":
                    Check.Same(new[] { row["points"], row["possible"], row["max"] },
                        new[] { result.Total.PointsText, result.Total.PossibleText, result.Total.MaxText }, where);
                    break;
                case "grade":
                    Check.Equal($"{row["points"]} {row["possible"]}", $"{result.Grade.Id} {result.GradePossible}", where);
                    break;
                case "reachable":
                    Check.Equal(row["points"], string.Join(",", result.Reachable), where);
                    break;
                case "completeness":
                    Check.Equal(Number(row["points"]), result.Completeness, where);
                    break;
                default:
                    var node = result.Node(row["node"]);
                    Check.Same(new[] { Number(row["points"]), Number(row["possible"]), Number(row["max"]) },
                        new[] { node.Points, node.Possible, node.Max }, where);
                    var good = !node.HasGood ? "" : node.Good == null ? "null" : node.Good.Value ? "true" : "false";
                    Check.Equal(row["good"], good, where);
                    Check.True(row["state"] == "" || Words.State(row["state"]) == node.State, where);
                    break;
            }
        }

        public static void Head()
        {
            var result = Sheet.Evaluate(Data.Example, Data.English);
            Check.Equal($"{Sheet.Id} {Sheet.Version}", $"{result.RubricId} {result.RubricVersion}");
            Check.Equal("2023-01-01 - 2023-12-31", result.Period.ToString());
            Check.Equal("Three-good cell", result.Grade.Label);
            Check.Equal(85.50896656535m, result.Total.Points);
            Check.Equal("89.175633232016", result.Total.PossibleText);
            Check.Equal(100m, result.Total.Max);
            Check.Equal(Language.English, result.Language);
            Check.Equal(null, result.AsOf);
        }

        public static void Tree()
        {
            var result = Sheet.Evaluate(Data.Example);
            Check.Equal(null, result.Node("1").Parent);
            Check.Equal("1", result.Node("1.1").Parent.Id);
            Check.Equal(NodeKind.Base, result.Node("1.1").Kind);
            Check.Equal("1¶1", result.Node("1.1").Clause);
            Check.Same(result.Nodes.Select(each => each.Id), result.Criteria.SelectMany(each => each.Walk()).Select(each => each.Id));
            var facts = result.Node("1.4").Facts;
            Check.Equal(6m, facts["workers.count"].Number);
            Check.Equal("held", facts["workers.income_trend"].Text);
            Check.Throws<InvalidOperationException>(() => facts["workers.income_trend"].Number.ToString());
            Check.Throws<NotFoundException>(() => result.Node("9.9"));
            Check.True(result.Criteria.SelectMany(each => each.Children).All(each => each.Reason != ""), "that every line has a reason");
        }

        public static void Missing()
        {
            var result = Sheet.Evaluate(Data.Example, Data.English);
            var report = result.Missing.Single(each => each.Item == "evidence:3.1");
            Check.Equal(0.666666666667m, report.Worth);
            Check.Same(new[] { "3.1" }, report.Lines);
            Check.Same(new[] { "evidence:3.1" }, result.Node("3.1").Missing);
            Check.Same(result.Missing.OrderByDescending(each => each.Worth).Select(each => each.Item),
                result.Missing.Select(each => each.Item));
        }

        public static void Checks()
        {
            var result = Sheet.Evaluate(Data.Example);
            Check.Same(new[] { "k1", "k2", "k3", "k4", "k5", "k6" }, result.Checks.Select(each => each.Id));
            Check.True(result.Checks.All(each => each.Message != ""), "that checks have messages");
        }

        public static void Written()
        {
            var result = Sheet.Evaluate(Data.Example);
            Check.Equal(-1, result.ToJson().IndexOf('\n'));
            Check.Equal("bontot-summary/1", Json.Parse(result.ToSummary())["format"].Text);
            Check.Contains(result.Grade.Label, result.ToText());
            Check.Equal(-1, result.ToText().IndexOf('\x1b'));
            Check.Contains("\x1b[", result.ToText(colour: true));
            var english = Sheet.Evaluate(Data.Example, Data.English);
            Check.Equal(english.ToText(), result.ToText());
            Check.Equal(english.ToText(Language.English), result.ToText(Language.English));
            Check.True(!english.Equals(result) && english.Total.Points == result.Total.Points, "that the language is part of it");
            Check.Equal(result, Sheet.Evaluate(Data.Text(Data.Example)));
            Check.Equal(result.GetHashCode(), Sheet.Evaluate(Data.Example).GetHashCode());
        }

        public static void WhateverTheCulture()
        {
            var expected = Sheet.Evaluate(Data.Example);
            var before = CultureInfo.CurrentCulture;
            try
            {
                foreach (var name in new[] { "vi-VN", "tr-TR", "ar-SA", "th-TH" })
                {
                    CultureInfo.CurrentCulture = new CultureInfo(name);
                    var result = Sheet.Evaluate(Data.Example);
                    Check.Equal(expected, result, name);
                    Check.Equal(85.50896656535m, result.Total.Points, name);
                    Check.Equal("2023-01-01 - 2023-12-31", result.Period.ToString(), name);
                }
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        public static void RolesAndReferences()
        {
            using (var rubric = Rubric.Load(Sheets.Committee))
            using (var reference = rubric.ReadReference(Sheets.Reference))
            {
                var options = new Options { Reference = reference };
                var result = rubric.Evaluate(Sheets.CommitteeDossier, options);
                Check.Equal("12.5 top True final", $"{result.Total.PointsText} {result.Grade.Id} {result.ByException} {result.AsOf}");
                Check.Equal("g True a flood the committee ",
                    $"{result.Gates[0].Id} {result.Gates[0].Fired} {result.Gates[0].Lifted.Reason} {result.Gates[0].Lifted.Authority} {result.Gates[0].Lifted.Date}");
                Check.Same(new[] { "self 13.5 6", "final 12.5 5" },
                    result.Columns.Select(each => $"{each.Role} {each.Total.PointsText} {each.Nodes["M"].PointsText}"));
                Check.Same(new[] { "self 6  ", "final 5 late B 2027-01-02" },
                    result.Node("M").Marks.Select(each => $"{each.Role} {each.PointsText} {each.Reason} {each.By}{each.Date: yyyy-MM-dd}"));
                var alone = rubric.Evaluate(Sheets.CommitteeDossier, options, "self");
                Check.Equal("self 13.5 0", $"{alone.AsOf} {alone.Total.PointsText} {alone.Columns.Count}");
                Check.Throws<NotFoundException>(() => rubric.Evaluate(Sheets.CommitteeDossier, options, "chief"));
            }
        }

        private static decimal Number(string text)
        {
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        }
    }
}
