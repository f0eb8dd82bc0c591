// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>Tables of facts in columns: what may be a column, what comes out, what is refused.</summary>
    internal static class TableTests
    {
        private static readonly Rubric Sheet = Rubric.Load(Sheets.Columns);
        private static readonly Options Year = new Options { Period = Sheets.Year, Language = Language.English };

        public static void Results()
        {
            var results = new FactTable(Sheet, 4)
                .AddIntegers("m.n", new long[] { 75, 20, 110, 0 }, 1, new[] { true, true, true, false })
                .Add("flag", new bool?[] { true, false, true, true })
                .Add("pick", new[] { "yes", "no", "yes", null })
                .Add("day", new DateTime?[] { new DateTime(2026, 5, 1), new DateTime(2025, 5, 1), null, new DateTime(2026, 12, 31) })
                .Evaluate(scale: 2, options: Year);
            Check.Same(new long[] { 3750, 200, 0, 2000 }, results.Points);
            Check.Same(new long[] { 3750, 200, 0, 4000 }, results.Possible);
            Check.Same(new[] { 1m, 1m, 0m, 0.5m }, results.Select(each => each.Completeness));
            Check.Same(new[] { "top", "rest", null, "top" }, results.Select(each => each.Grade));
            Check.Same(new[] { 0, 1, -1, 0 }, results.GradePossible);
            Check.Same(new[] { RowStatus.Scored, RowStatus.Scored, RowStatus.Wrong, RowStatus.Scored },
                results.Select(each => each.Status));
            Check.Same(new[] { "A", "B", "C" }, results.Nodes.Keys);
            Check.Same(new long[] { 2000, 0, 0, 1000 }, results.Nodes["C"].Points);
            Check.Same(new long[] { 2000, 0, 0, 2000 }, results.Nodes["C"].Possible);
            Check.Equal(37.5m, results[0].Points);
            Check.Equal("1 1", $"{results.ErrorCount} {results.WrongRows}");
            var error = results.Errors.Single();
            Check.Equal("2 m.n dossier_out_of_range", $"{error.Row} {error.Fact} {error.Code}");
            Check.Equal("The fact m.n is 11, but must be from 0 to 10.", error.MessageEn);
        }

        public static void Decimals()
        {
            Check.Same(new decimal?[] { 2.5m, 0m, 3m, 10m, 0m },
                Points(table => table.Add("m.n", new decimal?[] { 2.5m, null, 3m, 10.00m, -0m }), 5));
            // Points have 12 decimals; the numbers do not fit 64 bits.
            Check.Same(new decimal?[] { 10m, 0.125m },
                Points(table => table.Add("m.n", new decimal?[] { 9.9999999999999999999999999m, 0.125m }), 2));
            Check.Same(new decimal?[] { null, null, 1m },
                Points(table => table.Add("m.n", new decimal?[] { decimal.MaxValue, -0.0000001m, 1m }), 3, true));
            Check.Throws<MisuseException>(() =>
                new FactTable(Sheet, 2).Add("m.n", new decimal?[] { decimal.MaxValue, 0.0000000000000000000000000001m }));
        }

        public static void Doubles()
        {
            var cells = new[] { 2.5, 0.1 + 0.2, double.NaN, 11, 0.1 };
            Check.Same(new decimal?[] { 2.5m, null, null, null, 0.1m }, Points(table => table.AddDoubles("m.n", cells, 1), 5));
        }

        public static void TextsAndDates()
        {
            Check.Same(new decimal?[] { 0m, null, 10m, null },
                Points(table => table.Add("pick", new[] { "ừ", "perhaps", "yes", "\ud800" }), 4, false, "C1"));
            Check.Same(new decimal?[] { 10m, 0m, null },
                Points(table => table.Add("day", new[] { "2026-02-28", "2025-02-28", "2026-02-30" }), 3, false, "C2"));
        }

        public static void NoRowsNoColumns()
        {
            Check.Equal(0, new FactTable(Sheet, 0).Add("m.n", new decimal?[0]).Add("word", new string[0]).Evaluate(options: Year).Count);
            Check.Same(new[] { 40m, 40m }, new FactTable(Sheet, 2).Evaluate(options: Year).Select(each => each.Possible));
        }

        public static void WhatDoesNotFit()
        {
            var results = new FactTable(Sheet, 2).Add("m.n", new decimal?[] { 0.25m, 1m }).Evaluate(scale: 1, options: Year);
            Check.Same(new[] { RowStatus.NoFit, RowStatus.Scored }, results.Select(each => each.Status));
            Check.Equal("0  columns_no_fit", $"{results.Errors[0].Row} {results.Errors[0].Fact} {results.Errors[0].Code}");
        }

        public static void Refused()
        {
            Check.Throws<MisuseException>(() => new FactTable(Sheet, -1));
            Check.Throws<MisuseException>(() => new FactTable(Sheet, 2).Add("m.n", new decimal?[] { 1m }));
            Check.Throws<NotFoundException>(() => new FactTable(Sheet, 1).Add("m.m", new decimal?[] { 1m }));
            Check.Throws<NotFoundException>(() => new FactTable(Sheet, 1).Evaluate(new[] { "D" }, options: Year));
            Check.Throws<MisuseException>(() => new FactTable(Sheet, 1).Add("m.n", new bool?[] { true }).Evaluate(options: Year));
            Check.Throws<MisuseException>(() => new FactTable(Sheet, 1).AddIntegers("m.n", new long[1], 39).Evaluate(options: Year));
            Check.Throws<MisuseException>(() =>
                new FactTable(Sheet, 1).AddIntegers("m.n", new long[1]).AddIntegers("m.n", new long[1]).Evaluate(options: Year));
            Check.Throws<MisuseException>(() => new FactTable(Sheet, 1).Evaluate(scale: 13, options: Year));
            Check.Throws<MisuseException>(() => new FactTable(Sheet, 1).Evaluate(threads: 0, options: Year));
            var tooShort = new Options { Period = new Period(Sheets.Year.From, new DateTime(2026, 11, 30)) };
            Check.Throws<InputException>(() => new FactTable(Sheet, 1).Evaluate(options: tooShort));
            var closed = Rubric.Load(Sheets.Columns);
            closed.Dispose();
            Check.Throws<ObjectDisposedException>(() => new FactTable(closed, 5000).Evaluate(threads: 4, options: Year));
        }

        public static void SeveralThreads()
        {
            var cells = Enumerable.Range(0, 10000).Select(row => (long)(row * (long)row % 12)).ToArray();
            var one = new FactTable(Sheet, cells.Length).AddIntegers("m.n", cells).Evaluate(scale: 2, options: Year);
            var several = new FactTable(Sheet, cells.Length).AddIntegers("m.n", cells).Evaluate(scale: 2, threads: 3, options: Year);
            Check.Same(one.Points, several.Points);
            Check.Same(one.Grade, several.Grade);
            Check.Same(one.Status, several.Status);
            Check.Same(one.Errors.Select(each => $"{each.Row} {each.Code}"), several.Errors.Select(each => $"{each.Row} {each.Code}"));
            Check.Equal((long)cells.Count(each => each == 11), several.WrongRows);
            var wrong = new FactTable(Sheet, 5000).AddIntegers("m.n", Enumerable.Repeat(11L, 5000).ToArray())
                .Evaluate(threads: 2, options: Year);
            Check.Same(Enumerable.Range(0, 1000), wrong.Errors.Select(each => each.Row));
            Check.Equal("5000 5000", $"{wrong.ErrorCount} {wrong.WrongRows}");
        }

        public static void CellsAsDecimals()
        {
            var results = new FactTable(Sheet, 0).Evaluate(scale: 3, options: Year);
            Check.Equal(-9223372036854775.808m, results.Decimal(long.MinValue));
            Check.Equal(9223372036854775.807m, results.Decimal(long.MaxValue));
            Check.Equal(-0.005m, results.Decimal(-5));
        }

        // The points of each row; null where there are none.
        private static IEnumerable<decimal?> Points(Func<FactTable, FactTable> add, int rows, bool isWrong = false, string node = "A")
        {
            var results = add(new FactTable(Sheet, rows)).Evaluate(new[] { node }, options: Year);
            Check.True(!isWrong || results.WrongRows > 0, "that rows are wrong");
            return results.Nodes[node].Points.Select((cell, row) => results.Status[row] == 0 ? results.Decimal(cell) : (decimal?)null);
        }
    }
}
