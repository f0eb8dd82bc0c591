// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What became of a row.</summary>
    public enum RowStatus
    {
        Scored = Constants.BONTOT_ROW_SCORED,

        /// <summary>Values contradict the rubric or each other.</summary>
        Wrong = Constants.BONTOT_ROW_WRONG,

        /// <summary>A figure has more decimals than asked for, or is beyond 64 bits.</summary>
        NoFit = Constants.BONTOT_ROW_NO_FIT,
    }

    /// <summary>One thing that is wrong with a row. Immutable.</summary>
    public sealed class RowError
    {
        internal RowError(int row, ErrorEntry entry)
        {
            Row = row;
            Fact = entry.Pointer.Split(new[] { '/' }, 3).ElementAtOrDefault(2) ?? "";
            Code = entry.Code;
            Message = entry.Message;
            MessageEn = entry.MessageEn;
        }

        public int Row { get; }

        /// <summary>The id of the fact; "" when it is about several, or about the result.</summary>
        public string Fact { get; }

        public string Code { get; }

        /// <summary>The sentence in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>The sentence in English.</summary>
        public string MessageEn { get; }
    }

    /// <summary>The points of one criterion or indicator, a cell for each row.</summary>
    public sealed class NodeCells
    {
        internal NodeCells(int rows)
        {
            Points = new long[rows];
            Possible = new long[rows];
        }

        public long[] Points { get; }

        public long[] Possible { get; }
    }

    /// <summary>One row, as decimals and ids.</summary>
    public sealed class TableRow
    {
        internal TableRow(TableResults results, int row)
        {
            Status = (RowStatus)results.Status[row];
            Points = results.Decimal(results.Points[row]);
            Possible = results.Decimal(results.Possible[row]);
            Completeness = results.Completeness[row] / 1000000000000m;
            Grade = results.GradeId(results.Grade[row]);
            GradePossible = results.GradeId(results.GradePossible[row]);
        }

        public RowStatus Status { get; }

        public decimal Points { get; }

        public decimal Possible { get; }

        /// <summary>From 0 to 1.</summary>
        public decimal Completeness { get; }

        /// <summary>Its id; null: the row is not scored.</summary>
        public string Grade { get; }

        public string GradePossible { get; }
    }

    /// <summary>What a table comes to: arrays with a cell for each row, and the rows one by one. In a row that is
    /// not scored, figures are 0 and grades -1.</summary>
    public sealed class TableResults : IReadOnlyList<TableRow>
    {
        /// <summary>Of how many rows, the first, errors are told.</summary>
        public const int MostErrors = 1000;

        private readonly Rubric rubric;
        private readonly List<RowError> errors = new List<RowError>();
        private readonly Dictionary<string, NodeCells> nodes;

        internal TableResults(Rubric rubric, int rows, IReadOnlyList<string> ids, int scale)
        {
            this.rubric = rubric;
            Scale = scale;
            Points = new long[rows];
            Possible = new long[rows];
            Completeness = new long[rows];
            Grade = new int[rows];
            GradePossible = new int[rows];
            Status = new byte[rows];
            nodes = ids.ToDictionary(each => each, each => new NodeCells(rows), StringComparer.Ordinal);
        }

        /// <summary>Points are a cell * 10^-Scale, exactly.</summary>
        public int Scale { get; }

        /// <summary>Of the total, what is sure.</summary>
        public long[] Points { get; }

        public long[] Possible { get; }

        /// <summary>From 0 to 1, with 12 decimals.</summary>
        public long[] Completeness { get; }

        /// <summary>The grade that is sure, as its place in Rubric.Grades.</summary>
        public int[] Grade { get; }

        public int[] GradePossible { get; }

        /// <summary>A RowStatus for each row.</summary>
        public byte[] Status { get; }

        /// <summary>By the id of criterion or indicator.</summary>
        public IReadOnlyDictionary<string, NodeCells> Nodes => nodes;

        /// <summary>Those of the first rows that have some.</summary>
        public IReadOnlyList<RowError> Errors => errors;

        public long ErrorCount { get; private set; }

        /// <summary>How many rows are not scored.</summary>
        public long WrongRows { get; private set; }

        public int Count => Status.Length;

        public TableRow this[int index] => new TableRow(this, index);

        /// <summary>Returns what a cell of points stands for.</summary>
        public decimal Decimal(long cell)
        {
            var size = cell < 0 ? (ulong)-(cell + 1) + 1 : (ulong)cell;
            return new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, cell < 0, (byte)Scale);
        }

        /// <summary>Returns the id of a cell of Grade; null of -1.</summary>
        public string GradeId(int grade)
        {
            return grade < 0 ? null : rubric.Grades[grade].Id;
        }

        public IEnumerator<TableRow> GetEnumerator()
        {
            return Enumerable.Range(0, Count).Select(row => this[row]).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }

        internal TableResultsStruct ToStruct(Pins pins)
        {
            var structs = nodes.Select(each => new NodeColumnStruct
            {
                Size = Pins.SizeOf<NodeColumnStruct>(),
                Node = (UIntPtr)(uint)rubric.NodeOf(each.Key),
                Points = pins.Address(each.Value.Points),
                Possible = pins.Address(each.Value.Possible),
            }).ToArray();
            return new TableResultsStruct
            {
                Size = Pins.SizeOf<TableResultsStruct>(),
                Scale = Scale,
                Points = pins.Address(Points),
                Possible = pins.Address(Possible),
                Completeness = pins.Address(Completeness),
                Grade = pins.Address(Grade),
                GradePossible = pins.Address(GradePossible),
                Status = pins.Address(Status),
                Nodes = pins.Address(structs),
                NodeCount = (UIntPtr)(uint)structs.Length,
            };
        }

        internal void AddReport(ReportHandle report)
        {
            ErrorCount += (long)Function<bontot_report_error_count>.Call(report);
            WrongRows += (long)Function<bontot_report_wrong_rows>.Call(report);
            using (var lent = new ErrorHandle(Function<bontot_report_errors>.Call(report)))
            {
                var entries = Bontot.Status.Entries(lent, MostErrors - errors.Count);
                for (var entry = 0; entry < entries.Count; ++entry)
                {
                    var row = Index.OrNull(Function<bontot_report_row>.Call(report, (UIntPtr)(uint)entry)) ?? -1;
                    errors.Add(new RowError(row, entries[entry]));
                }
            }
            GC.KeepAlive(report);
        }
    }
}
