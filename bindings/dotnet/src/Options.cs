// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Globalization;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Who is believed.</summary>
    public enum Trust
    {
        /// <summary>A dossier may carry everything itself.</summary>
        All = Constants.BONTOT_TRUST_ALL,

        /// <summary>Not what only a committee can say.</summary>
        Committee = Constants.BONTOT_TRUST_COMMITTEE,
    }

    /// <summary>The first and the last day of a period. Immutable.</summary>
    public sealed class Period : IEquatable<Period>
    {
        public Period(DateTime from, DateTime to)
        {
            From = from;
            To = to;
            Day(from);
            Day(to);
        }

        public DateTime From { get; }

        public DateTime To { get; }

        public bool Equals(Period other)
        {
            return other != null && From == other.From && To == other.To;
        }

        public override bool Equals(object other)
        {
            return Equals(other as Period);
        }

        public override int GetHashCode()
        {
            return From.GetHashCode() * 31 + To.GetHashCode();
        }

        public override string ToString()
        {
            return $"{Day(From)} - {Day(To)}";
        }

        /// <summary>Returns a day as the library reads it.</summary>
        internal static string Day(DateTime day)
        {
            if (day.TimeOfDay != TimeSpan.Zero)
            {
                throw new ArgumentException($"{day:o} has a time of day; use its Date");
            }
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        /// <summary>Returns "" of no day.</summary>
        internal static string MaybeDay(DateTime? day)
        {
            return day == null ? "" : Day(day.Value);
        }
    }

    /// <summary>How something is read or written. Each call takes what concerns it; null stands for the
    /// defaults.</summary>
    public sealed class Options
    {
        internal static readonly Options Default = new Options();

        /// <summary>Of what is written, and of the messages of exceptions.</summary>
        public Language Language { get; set; }

        /// <summary>How many bytes a text that is read may have; null: 64 MiB.</summary>
        public long? SizeLimit { get; set; }

        /// <summary>How deep lists and objects of a text that is read may lie within each other; null: 64.</summary>
        public int? DepthLimit { get; set; }

        /// <summary>The role as of which lines are scored; null: the marks of every role count.</summary>
        public string AsOf { get; set; }

        /// <summary>Accepts a dossier that was filled for another rubric or version.</summary>
        public bool AllowOtherRubric { get; set; }

        /// <summary>Who is believed when a dossier is read.</summary>
        public Trust Trust { get; set; }

        /// <summary>What the committee gives the dossiers that are read; of the same rubric object.</summary>
        public Reference Reference { get; set; }

        /// <summary>The groups in which the committee raised the share of quotas; "": the units without one.</summary>
        public IEnumerable<string> RaisedGroups { get; set; }

        /// <summary>Whether it raised them everywhere.</summary>
        public bool RaiseEverywhere { get; set; }

        /// <summary>The period of the rows of a table.</summary>
        public Period Period { get; set; }

        /// <summary>The columns of an Arrow batch that are no facts.</summary>
        public IEnumerable<string> IgnoredColumns { get; set; }

        /// <summary>How many decimals floating-point columns of an Arrow batch have, by name.</summary>
        public IEnumerable<KeyValuePair<string, int>> Decimals { get; set; }

        internal OptionsHandle ToHandle(bool colour = false)
        {
            Status.Check(Function<bontot_options_new>.Call(out var made));
            try
            {
                Fill(made, colour);
                return made;
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }

        private void Fill(OptionsHandle made, bool colour)
        {
            Status.Check(Function<bontot_options_set_language>.Call(made, (int)Language));
            Status.Check(Function<bontot_options_set_colour>.Call(made, colour ? 1 : 0));
            Status.Check(Function<bontot_options_set_other_rubric>.Call(made, AllowOtherRubric ? 1 : 0));
            Status.Check(Function<bontot_options_set_trust>.Call(made, (int)Trust));
            Status.Check(Function<bontot_options_raise_everywhere>.Call(made, RaiseEverywhere ? 1 : 0));
            FillReading(made);
            foreach (var group in RaisedGroups ?? new string[0])
            {
                var name = Utf8.Of(group);
                Status.Check(Function<bontot_options_raise_group>.Call(made, name.Bytes, name.Length));
            }
            FillTables(made);
        }

        private void FillReading(OptionsHandle made)
        {
            if (SizeLimit != null)
            {
                var bytes = (UIntPtr)checked((ulong)SizeLimit.Value);
                Status.Check(Function<bontot_options_set_size_limit>.Call(made, bytes));
            }
            if (DepthLimit != null)
            {
                var levels = (UIntPtr)checked((uint)DepthLimit.Value);
                Status.Check(Function<bontot_options_set_depth_limit>.Call(made, levels));
            }
            if (AsOf != null)
            {
                var role = Utf8.Of(AsOf);
                Status.Check(Function<bontot_options_set_as_of>.Call(made, role.Bytes, role.Length));
            }
            if (Reference != null)
            {
                Status.Check(Function<bontot_options_set_reference>.Call(made, Reference.Handle));
            }
        }

        private void FillTables(OptionsHandle made)
        {
            if (Period != null)
            {
                var first = Utf8.Of(Period.Day(Period.From));
                var last = Utf8.Of(Period.Day(Period.To));
                Status.Check(Function<bontot_options_set_period>.Call(
                    made, first.Bytes, first.Length, last.Bytes, last.Length));
            }
            foreach (var column in IgnoredColumns ?? new string[0])
            {
                var name = Utf8.Of(column);
                Status.Check(Function<bontot_options_ignore_column>.Call(made, name.Bytes, name.Length));
            }
            foreach (var column in Decimals ?? new Dictionary<string, int>())
            {
                var name = Utf8.Of(column.Key);
                Status.Check(Function<bontot_options_set_decimals>.Call(made, name.Bytes, name.Length, column.Value));
            }
        }
    }
}
