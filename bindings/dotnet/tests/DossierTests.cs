// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>What can be given as a dossier, and dossiers that are filled fact by fact.</summary>
    internal static class DossierTests
    {
        private const string Digits = "1234567890123456789012345678901234";

        public static void AllSourcesGiveTheSame()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                var expected = rubric.Evaluate(Data.Example);
                Check.Equal(expected, rubric.Evaluate(Data.Text(Data.Example)));
                Check.Equal(expected, rubric.Evaluate(File.ReadAllBytes(Data.Example.FullName)));
                Check.Throws<InputException>(() => rubric.Evaluate(Data.Example.FullName));
                Check.Throws<FileNotFoundException>(() => rubric.Evaluate(new FileInfo("/nowhere.json")));
                Check.Throws<ArgumentNullException>(() => rubric.Evaluate(default(Source)));
            }
        }

        public static void FactByFact()
        {
            using (var rubric = Rubric.Load(Sheets.Columns))
            using (var dossier = rubric.NewDossier())
            {
                dossier.SetUnit("U", "Chi bộ").SetPeriod(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31));
                Check.Equal("0 to 40 of 40", dossier.Evaluate().Total.ToString());
                dossier.Set("m.n", 7.25m).Set("flag", true).Set("pick", "yes").Set("day", new DateTime(2026, 5, 1));
                var result = dossier.Evaluate();
                Check.Equal("37.25 of 40", result.Total.ToString());
                Check.Equal("U Chi bộ 2026-01-01 - 2026-12-31", $"{result.UnitId} {result.UnitName} {result.Period}");
                dossier.Clear("flag").Set("pick", "no").SetTyped("m.n", "1.5").SetTyped("day", "2025-01-01");
                Check.Equal("1.5 to 11.5 of 40", dossier.Evaluate().Total.ToString());
            }
        }

        public static void FactsThatAreRefused()
        {
            using (var rubric = Rubric.Load(Sheets.Columns))
            using (var dossier = rubric.NewDossier())
            {
                dossier.Set("m.n", 5m);
                Check.Equal("dossier_out_of_range", Check.Throws<InputException>(() => dossier.Set("m.n", 11m)).Entries[0].Code);
                Check.Throws<InputException>(() => dossier.Set("m.n", true));
                Check.Throws<InputException>(() => dossier.Set("pick", "perhaps"));
                Check.Throws<InputException>(() => dossier.SetTyped("day", "2026-02-30"));
                Check.Throws<NotFoundException>(() => dossier.Set("m.m", 1m));
                Check.Throws<ArgumentNullException>(() => dossier.Set("pick", (string)null));
                Check.Throws<ArgumentException>(() => dossier.Set("day", new DateTime(2026, 1, 1, 12, 0, 0)));
                dossier.SetUnit("U").SetPeriod(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31));
                Check.Equal(5m, dossier.Evaluate().Node("A").Points);
            }
        }

        public static void NumbersCrossExactly()
        {
            const string sheet = @"{""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""1"", ""label"": {""en"": ""S""},
                ""facts"": [{""id"": ""x"", ""type"": ""number""}],
                ""criteria"": [{""id"": ""1"", ""max"": 1,
                    ""indicators"": [{""id"": ""1.1"", ""max"": 1, ""score"": {""condition"": ""x = NUMBER""}}]}],
                ""grades"": [{""id"": ""g""}]}";
            var numbers = new[] { 0m, -0.5m, 0.1m, 1.10m, long.MaxValue, long.MinValue, (decimal)ulong.MaxValue, decimal.MaxValue,
                decimal.MinValue, 0.0000000000000000000000000001m };
            foreach (var number in numbers)
            {
                using (var rubric = Rubric.Load(sheet.Replace("NUMBER", Exact.Written(number))))
                using (var dossier = rubric.NewDossier().SetUnit("U"))
                {
                    dossier.SetPeriod(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31));
                    Check.Equal(1m, dossier.Set("x", number).Evaluate().Total.Points, Exact.Written(number));
                }
            }
        }

        public static void NumbersTooLongForADecimal()
        {
            using (var rubric = Rubric.Load(@"{""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""1"", ""label"": {""en"": ""S""},
                ""facts"": [{""id"": ""x"", ""type"": ""number""}],
                ""criteria"": [{""id"": ""1"", ""max"": 9,
                    ""indicators"": [{""id"": ""1.1"", ""max"": 9, ""score"": {""formula"": ""if x > 0 then 1 else 0""}}]}],
                ""grades"": [{""id"": ""g""}]}"))
            using (var dossier = rubric.NewDossier().SetUnit("U"))
            {
                dossier.SetPeriod(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31)).SetTyped("x", Digits);
                var fact = dossier.Evaluate().Node("1.1").Facts["x"];
                Check.Equal(Digits, fact.Text);
                var error = Check.Throws<NoFitException>(() => fact.Number.ToString());
                Check.Contains(Digits, error.Message);
                Check.Contains("Text", error.Message);
            }
        }

        public static void ReadAgain()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            using (var dossier = rubric.ReadDossier(Data.Example))
            {
                Check.Throws<InputException>(() => dossier.Read(Data.Eight));
                Check.Equal(rubric.Evaluate(Data.Example), dossier.Evaluate());
                dossier.Read(Data.Dossier("full"));
                Check.Equal(rubric.Evaluate(Data.Dossier("full")), dossier.Evaluate());
            }
        }

        public static void RubricOfADossier()
        {
            Check.Equal(Data.RubricId, Dossier.RubricIdOf(Data.Example));
            Check.Throws<NotFoundException>(() => Dossier.RubricIdOf("{}"));
            Check.Throws<InputException>(() => Dossier.RubricIdOf("{"));
        }

        public static void OtherRubric()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                var other = Data.Text(Data.Example).Replace("\"version\": \"1.0.0\"", "\"version\": \"0.0.1\"");
                Check.True(other != Data.Text(Data.Example), "that the version was changed");
                Check.Equal("/rubric/version", Check.Throws<InputException>(() => rubric.Evaluate(other)).Entries[0].Pointer);
                Check.Equal(rubric.Evaluate(Data.Example), rubric.Evaluate(other, new Options { AllowOtherRubric = true }));
            }
        }

        public static void Committee()
        {
            using (var rubric = Rubric.Load(Sheets.Committee))
            using (var other = Rubric.Load(Sheets.Committee))
            using (var reference = rubric.ReadReference(Sheets.Reference))
            using (var foreign = other.ReadReference(Sheets.Reference))
            using (var dossier = rubric.NewDossier().SetUnit("U").SetPeriod(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31)))
            {
                Check.Equal("reference_other_rubric", Check.Throws<InputException>(() => dossier.Apply(foreign)).Entries[0].Code);
                Check.Equal("7.5 to 17.5 of 20", dossier.Apply(reference).Evaluate().Total.ToString());
                var said = Sheets.CommitteeDossier.Replace("\"blame\": true", "\"avg\": 9");
                Check.Equal(14m, rubric.Evaluate(said).Total.Points);
                var error = Check.Throws<InputException>(() => rubric.Evaluate(said, new Options { Trust = Trust.Committee }));
                Check.Same(new[] { "dossier_committee_only" }, error.Entries.Select(each => each.Code));
                Check.Equal("/facts/blame",
                    Check.Throws<InputException>(() =>
                    rubric.ReadReference(Sheets.Reference.Replace("\"avg\": 7.5", "\"blame\": true"))).Entries[0].Pointer);
            }
        }

        public static void SizeLimit()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                Check.Throws<InputException>(() => rubric.ReadDossier(Data.Example, new Options { SizeLimit = 100 }));
            }
        }
    }
}
