// SPDX-License-Identifier: BSL-1.0
using System;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>What is given without JSON: dossiers piece by piece, references, names for expressions.</summary>
    internal static class GivenTests
    {
        public static void WhatWasReadIsBuilt()
        {
            // The dossier of Sheets.InspectedDossier, piece by piece, says the same.
            using (var rubric = Rubric.Load(Sheets.Inspected))
            using (var dossier = rubric.NewDossier())
            {
                dossier.SetUnit("U", "Name").SetUnitKind("cell").SetUnitGroup("G").SetPeriod(Sheets.Year.From, Sheets.Year.To);
                dossier.Set("n", 20m).SetMark("1.4", "self", 20m).SetMark("1.4", "final", 18m, "c", "r");
                dossier.AddResult("x", "m").AddException("g4", "flood", "board", new DateTime(2027, 1, 10));
                dossier.AddEvidence("E").SetKind("letter").Supports("1.3");
                Check.Equal(rubric.Evaluate(Sheets.InspectedDossier).ToJson(), dossier.Evaluate().ToJson());
                dossier.ClearMark("1.4", "final");
                Check.Equal(20m, dossier.Evaluate().Node("1.4").Points);
            }
        }

        public static void MembersAndEvidence()
        {
            using (var rubric = Rubric.Load(Sheets.Inspected))
            using (var dossier = rubric.NewDossier().SetUnit("U").SetPeriod(Sheets.Year.From, Sheets.Year.To))
            {
                Check.Equal("0 to 5", Two(dossier));
                dossier.Give(DossierPart.Members);
                Check.Equal("0", Two(dossier));
                var member = dossier.AddMember("A");
                member.Set("post", "head").Set("score", 0.5m);
                Check.Equal("5", Two(dossier));
                Check.Equal("0 to 5", Two(dossier.Remove(DossierPart.Members)));
                dossier.AddMember("B").SetTyped("post", "head").Clear("post");
                Check.Equal("0 to 5", Two(dossier));
                Check.Equal("dossier_below_range",
                    Check.Throws<InputException>(() => dossier.AddMember("C").Set("score", 0.25m)).Entries[0].Code);
                Check.Throws<NotFoundException>(() => dossier.AddMember("D").Set("n", 1m));
                dossier.AddEvidence("R").SetKind("report").SetNumber("12").SetIssuer("Board").SetIssued(Sheets.Year.From)
                    .SetSubmitted(Sheets.Year.To).SetTitle("T").SetUri("x:y").SetSha256(new string('0',
                        64)).SetStatus("submitted").Supports("1.3");
                Check.Equal(20m, dossier.Evaluate().Node("1.3").Points);
                dossier.Reset().SetUnit("U").SetPeriod(Sheets.Year.From, Sheets.Year.To);
                Check.Equal(0m, dossier.Evaluate().Node("1.3").Points);
            }
        }

        public static void EvidenceByDaysAsTheyAreWritten()
        {
            using (var rubric = Rubric.Load(Sheets.Inspected))
            using (var dossier = rubric.NewDossier().SetUnit("U").SetPeriod("2026-01-01", "2026-12-31"))
            {
                var evidence = dossier.AddEvidence("R").SetKind("report").SetNumber("12").Supports("1.3");
                evidence.SetIssued("2026-01-01").SetSubmitted("2026-12-31");
                Check.Equal(20m, dossier.Evaluate().Node("1.3").Points);
                Check.Equal("/evidence/0/issued",
                    Check.Throws<InputException>(() => evidence.SetIssued("2026-02-30")).Entries[0].Pointer);
                Check.Equal("/evidence/0/submitted",
                    Check.Throws<InputException>(() => evidence.SetSubmitted("2026-02-30")).Entries[0].Pointer);
            }
        }

        public static void WhatIsRefused()
        {
            using (var rubric = Rubric.Load(Sheets.Inspected))
            using (var dossier = rubric.NewDossier())
            {
                Check.Throws<InputException>(() => dossier.SetUnitKind("school"));
                Check.Throws<InputException>(() => dossier.SetMark("1.4", "self", 20.25m, "c"));
                Check.Throws<NotFoundException>(() => dossier.SetMark("1.4", "chief", 20m));
                Check.Throws<NoFitException>(() => dossier.SetMark("1.4", "self", decimal.MaxValue));
                Check.Throws<InputException>(() => dossier.AddException("g4", "", "board"));
                Check.Throws<ArgumentNullException>(() => dossier.AddResult(null));
                dossier.AddHistory(new Period(new DateTime(2025, 1, 1), new DateTime(2025, 12, 31)), "s", "top", 93.5m);
                dossier.SetUnit("U").SetPeriod(Sheets.Year.From, Sheets.Year.To).AddResult(dossier.Evaluate());
            }
        }

        public static void References()
        {
            using (var rubric = Rubric.Load(Sheets.Given))
            using (var reference = Filled(rubric))
            using (var unit = Unit(rubric, "U"))
            using (var other = Unit(rubric, "V"))
            {
                Check.Equal("0 rest", Told(unit));
                Check.Equal("17 top", Told(unit.Apply(reference)));
                Check.Equal("4.5 rest", Told(other.Apply(reference)));
                Check.Equal("dossier_out_of_range", Check.Throws<InputException>(() => reference.Set("avg", 11m)).Entries[0].Code);
                Check.Throws<InputException>(() => reference.SetTyped("blame", "true"));
                Check.Throws<InputException>(() => reference.AddFinding("U", "D", "submitted"));
                Check.Throws<NotFoundException>(() => reference.AddException("U", "h", "r", "a"));
            }
        }

        public static void DossiersUnderTwoRubrics()
        {
            using (var one = Rubric.Load(Sheets.Given))
            using (var two = Rubric.Load(Sheets.Given.Replace("\"min_total\": 12", "\"min_total\": 18")))
            using (var before = Unit(one, "U").Apply(Filled(one)))
            using (var after = Unit(two, "U").Apply(Filled(two)))
            using (var diff = new RubricDiff(one, two))
            {
                Check.Equal(GradeMove.Down, diff.Add(before, after).Move);
                Check.Equal(1L, diff.Count(GradeMove.Down));
                Check.Throws<MisuseException>(() => diff.Add(after, before));
                Check.Throws<ArgumentNullException>(() => diff.Add(before, null));
            }
        }

        public static void NamesForExpressions()
        {
            using (var names = new Names())
            {
                names.Set("x", 40.5m).Set("is.sure", true).Set("t", "a \"b\"").Set("d", new DateTime(2026, 1, 31)).SetUnknown("u");
                names.SetExpression("people", "[{name: \"An\", age: 30}, {name: \"Ba\", age: x}]").Set("most", decimal.MaxValue);
                Check.Equal("41.5", names.Evaluate("x + 1"));
                Check.Equal("true", names.Evaluate("is.sure and true"));
                Check.Equal("\"a \\\"b\\\"\"", names.Evaluate("t"));
                Check.Equal("2026-02-01", names.Evaluate("d + duration(\"P1D\")"));
                Check.Equal("70.5", names.Evaluate("sum(people.age)"));
                Check.Equal(Exact.Written(decimal.MaxValue), names.Evaluate("most"));
                Check.Throws<InputException>(() => names.Evaluate("nobody"));
                Check.Throws<InputException>(() => names.Set("", 1m));
                Check.Throws<InputException>(() => names.SetExpression("x", "1 +"));
                Check.Equal("40.5", names.Evaluate("x"));
            }
        }

        private static Reference Filled(Rubric rubric)
        {
            return rubric.NewReference().Set("avg", 3m).Set("avg", 4.5m, Scope.Group, "G").SetTyped("avg", "7", Scope.Unit, "U")
                .AddException("U", "g", "flood", "board", new DateTime(2027, 1, 10)).AddFinding("U", "D", "verified")
                .SetPeriod(Sheets.Year.From, Sheets.Year.To);
        }

        private static Dossier Unit(Rubric rubric, string unit)
        {
            var dossier = rubric.NewDossier().SetUnit(unit).SetUnitGroup("G").SetPeriod(Sheets.Year.From,
                Sheets.Year.To).Set("blame", true);
            dossier.AddEvidence("D").Supports("E");
            return dossier;
        }

        private static string Told(Dossier dossier)
        {
            var result = dossier.Evaluate();
            return $"{result.Total.PointsText} {result.Grade.Id}";
        }

        private static string Two(Dossier dossier)
        {
            var node = dossier.Evaluate().Node("2.1");
            return node.PointsText == node.PossibleText ? node.PointsText : $"{node.PointsText} to {node.PossibleText}";
        }
    }
}
