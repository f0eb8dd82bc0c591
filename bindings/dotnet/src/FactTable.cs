// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// Many units at once, whose facts are in columns: each row is scored as a dossier that has its facts and
    /// nothing else. Facts without a column are unknown. Columns are not copied: do not change an array that was
    /// given before the table is evaluated.
    /// </summary>
    public sealed class FactTable
    {
        // Parts of a table begin at multiples of the library's blocks.
        private const int BlockRows = 1024;

        private readonly Rubric rubric;
        private readonly List<FactColumn> columns = new List<FactColumn>();

        public FactTable(Rubric rubric, int rows)
        {
            this.rubric = rubric ?? throw new ArgumentNullException(nameof(rubric));
            Rows = rows >= 0 ? rows : throw new MisuseException("a table has no fewer than 0 rows");
        }

        /// <summary>How many units there are.</summary>
        public int Rows { get; }

        /// <summary>Adds the numbers of a fact; null is unknown.</summary>
        /// <exception cref="NotFoundException">The rubric has no such fact.</exception>
        /// <exception cref="MisuseException">There are not as many cells as rows, or there is such a column.</exception>
        public FactTable Add(string fact, IReadOnlyList<decimal?> cells)
        {
            return Add(fact, FactColumn.OfDecimals(Counted(fact, cells)));
        }

        public FactTable Add(string fact, IReadOnlyList<bool?> cells)
        {
            return Add(fact, FactColumn.OfTruths(Counted(fact, cells)));
        }

        /// <summary>Adds texts, choices, or dates YYYY-MM-DD; null is unknown.</summary>
        public FactTable Add(string fact, IReadOnlyList<string> cells)
        {
            return Add(fact, FactColumn.OfTexts(Counted(fact, cells)));
        }

        public FactTable Add(string fact, IReadOnlyList<DateTime?> cells)
        {
            return Add(fact, FactColumn.OfDays(Counted(fact, cells)));
        }

        /// <summary>Adds numbers that are the cell * 10^-scale, in place.</summary>
        /// <param name="fact">Its id.</param>
        /// <param name="cells">One for each row.</param>
        /// <param name="scale">How many decimals they have, 0 to 38.</param>
        /// <param name="known">Which cells are known; null: all.</param>
        public FactTable AddIntegers(string fact, long[] cells, int scale = 0, bool[] known = null)
        {
            Counted(fact, cells);
            return Add(fact, new FactColumn(Constants.BONTOT_COLUMN_INT64, scale, cells, Known(fact, known)));
        }

        /// <summary>Adds numbers of which it is declared how many decimals they have: a cell stands for the
        /// decimal number that is nearest, and one that does not convert back is an error of its row.</summary>
        /// <param name="fact">Its id.</param>
        /// <param name="cells">One for each row.</param>
        /// <param name="decimals">How many decimals they have, 0 to 15.</param>
        /// <param name="known">Which cells are known; null: all.</param>
        public FactTable AddDoubles(string fact, double[] cells, int decimals, bool[] known = null)
        {
            Counted(fact, cells);
            return Add(fact, new FactColumn(Constants.BONTOT_COLUMN_FLOAT64, decimals, cells, Known(fact, known)));
        }

        /// <summary>Scores the rows. What is wrong with a row is told by the results.</summary>
        /// <param name="nodes">The ids whose points are returned; null: the criteria.</param>
        /// <param name="scale">How many decimals points are returned with, 0 to 12; a row with points that have
        /// more is not scored.</param>
        /// <param name="threads">How many share the rows.</param>
        /// <param name="options">Language and Period count.</param>
        /// <exception cref="MisuseException">Something is wrong with the table as such.</exception>
        public TableResults Evaluate(
            IEnumerable<string> nodes = null, int scale = 12, int threads = 1, Options options = null)
        {
            if (threads < 1)
            {
                throw new MisuseException("there is at least one thread");
            }
            var ids = (nodes ?? rubric.Nodes.Where(each => each.Parent == null).Select(each => each.Id)).ToList();
            var results = new TableResults(rubric, Rows, ids, scale);
            using (var pins = new Pins())
            {
                Score(pins, results, threads, options ?? Options.Default);
            }
            return results;
        }

        private void Score(Pins pins, TableResults results, int threads, Options options)
        {
            var structs = columns.Select(each => each.ToStruct(pins, Rows)).ToArray();
            var given = new TableStruct
            {
                Size = Pins.SizeOf<TableStruct>(),
                Columns = pins.Address(structs),
                ColumnCount = (UIntPtr)(uint)structs.Length,
            };
            var taken = results.ToStruct(pins);
            var parts = Parts(threads).Select(part => (Func<ReportHandle>)(() => Run(given, taken, part[0], part[1], options)));
            foreach (var report in Together(parts.ToArray()))
            {
                using (report)
                {
                    results.AddReport(report);
                }
            }
        }

        private ReportHandle Run(TableStruct given, TableResultsStruct taken, int first, int count, Options options)
        {
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_evaluate_columns>.Call(
                    out var made, rubric.Handle, ref given, (UIntPtr)(uint)first, (UIntPtr)(uint)count, ref taken, chosen, out var error);
                Status.Check(status, error, options.Language);
                return made;
            }
        }

        // Each part's own exception is thrown, not a bundle of them; and no array is let go before all are done.
        private static IEnumerable<ReportHandle> Together(IReadOnlyList<Func<ReportHandle>> parts)
        {
            var others = parts.Skip(1).Select(each => Task.Run(each)).ToArray();
            try
            {
                var first = parts[0]();
                return new[] { first }.Concat(others.Select(each => each.GetAwaiter().GetResult())).ToList();
            }
            finally
            {
                Task.WhenAll(others).ContinueWith(done => done.Exception).Wait();
            }
        }

        private IEnumerable<int[]> Parts(int threads)
        {
            var blocks = (Rows + BlockRows - 1) / BlockRows;
            var count = Math.Max(1, Math.Min(threads, blocks));
            for (var part = 0; part < count; ++part)
            {
                var first = (int)Math.Min(Rows, (long)blocks * part / count * BlockRows);
                var end = (int)Math.Min(Rows, (long)blocks * (part + 1) / count * BlockRows);
                yield return new[] { first, end - first };
            }
        }

        private FactTable Add(string fact, FactColumn column)
        {
            column.Slot = rubric.SlotOf(fact);
            columns.Add(column);
            return this;
        }

        private IReadOnlyList<T> Counted<T>(string fact, IReadOnlyList<T> cells)
        {
            if (cells == null)
            {
                throw new ArgumentNullException(nameof(cells));
            }
            return cells.Count == Rows ? cells
                : throw new MisuseException($"the column of {fact} has {cells.Count} cells, but the table has {Rows} rows");
        }

        private byte[] Known(string fact, bool[] known)
        {
            return known == null ? null : Counted(fact, known).Select(each => each ? (byte)1 : (byte)0).ToArray();
        }
    }
}
