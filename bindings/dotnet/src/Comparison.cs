// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What a result says, of one in memory or of a saved one: what comparisons and cohorts take.
    /// Immutable, for any thread.</summary>
    public sealed class Summary : IDisposable
    {
        private Summary(SummaryHandle handle)
        {
            Handle = handle;
        }

        internal SummaryHandle Handle { get; }

        /// <summary>Summarizes a result; nothing of it is needed after that.</summary>
        public static Summary Of(Result result)
        {
            if (result == null)
            {
                throw new ArgumentNullException(nameof(result));
            }
            var status = Function<bontot_summary_of>.Call(out var made, result.Handle, OptionsHandle.None, out var error);
            Status.Check(status, error, result.Language);
            return new Summary(made);
        }

        /// <summary>Reads a saved result (format bontot-result/1), whose labels and sentences are in one
        /// language, which then stands for both.</summary>
        /// <exception cref="InputException">With everything that is wrong with it.</exception>
        public static Summary Load(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_summary_load>.Call(out var made, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
                return new Summary(made);
            }
        }

        public void Dispose()
        {
            Handle.Dispose();
        }
    }

    /// <summary>
    /// What moved between two results (format bontot-comparison/1). The differences add up exactly: that of
    /// Points is the sum of the criteria's and Remainder.
    /// </summary>
    public sealed class Comparison : Document
    {
        private readonly ComparisonHandle handle;
        private readonly Exact remainder;
        private readonly Exact possibleRemainder;

        private Comparison(ComparisonHandle handle, Language language, string json)
            : base(handle, json)
        {
            this.handle = handle;
            Language = language;
            var said = Json.Parse(json);
            var total = said["total"];
            Before = new Compared(said["before"]);
            After = new Compared(said["after"]);
            GradeChanged = said["grade_changed"].Truth;
            Points = new Move(total["points"]);
            Possible = new Move(total["possible"]);
            Max = new Move(total["max"]);
            remainder = total["remainder"]["points"].Number;
            possibleRemainder = total["remainder"]["possible"].Number;
            Criteria = said.List("criteria", each => new NodeChange(each, null));
            Nodes = Criteria.SelectMany(each => each.Walk()).ToList().AsReadOnly();
            Gates = said.List("gates", each => new GateChange(each));
            Checks = said.List("checks", each => new CheckChange(each));
        }

        public Language Language { get; }

        public Compared Before { get; }

        public Compared After { get; }

        /// <summary>Whether another grade is sure or possible, or holds by exception.</summary>
        public bool GradeChanged { get; }

        public Move Points { get; }

        public Move Possible { get; }

        public Move Max { get; }

        /// <summary>Of the total: rounding and clamp.</summary>
        public decimal Remainder => remainder.Value;

        public string RemainderText => remainder.Text;

        public decimal PossibleRemainder => possibleRemainder.Value;

        public string PossibleRemainderText => possibleRemainder.Text;

        public IReadOnlyList<NodeChange> Criteria { get; }

        /// <summary>All criteria and indicators of either side, each before those below it.</summary>
        public IReadOnlyList<NodeChange> Nodes { get; }

        /// <summary>The gates that are not the same on both sides.</summary>
        public IReadOnlyList<GateChange> Gates { get; }

        /// <summary>The checks that are not the same on both sides.</summary>
        public IReadOnlyList<CheckChange> Checks { get; }

        /// <summary>Compares two results node by node, by the ids of the nodes.</summary>
        public static Comparison Of(Result before, Result after, Options options = null)
        {
            using (var old = Summary.Of(before))
            using (var young = Summary.Of(after))
            {
                return Of(old, young, options);
            }
        }

        /// <summary>Compares two results, each of which may be a saved one.</summary>
        public static Comparison Of(Summary before, Summary after, Options options = null)
        {
            if (before == null || after == null)
            {
                throw new ArgumentNullException(before == null ? nameof(before) : nameof(after));
            }
            options = options ?? Options.Default;
            var status = Function<bontot_compare>.Call(
                out var made, before.Handle, after.Handle, OptionsHandle.None, out var error);
            Status.Check(status, error, options.Language);
            var json = Text.Written(options, (out TextHandle text, OptionsHandle chosen, out ErrorHandle wrong) =>
                Function<bontot_comparison_write>.Call(out text, made, Constants.BONTOT_JSON, chosen, out wrong));
            return new Comparison(made, options.Language, json);
        }

        /// <summary>Returns the criterion or indicator of an id; of one that moved to another parent, where it is
        /// now.</summary>
        /// <exception cref="NotFoundException">There is none.</exception>
        public NodeChange Node(string id)
        {
            return Nodes.Where(each => each.Id == id).OrderBy(each => each.Where == Presence.BeforeOnly).FirstOrDefault()
                ?? throw new NotFoundException($"there is no criterion or indicator \"{id}\"");
        }

        internal override int Write(out TextHandle made, int format, OptionsHandle options, out ErrorHandle error)
        {
            return Function<bontot_comparison_write>.Call(out made, handle, format, options, out error);
        }
    }
}
