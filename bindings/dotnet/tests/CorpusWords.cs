// SPDX-License-Identifier: BSL-1.0
using System;
using System.Globalization;

namespace Bontot.Tests
{
    /// <summary>The words of a step, which are taken one after the other.</summary>
    internal sealed class CorpusWords
    {
        internal CorpusWords(string step)
        {
            Rest = step;
        }

        /// <summary>What stands behind the words that were taken.</summary>
        internal string Rest { get; private set; }

        /// <summary>Takes a word; "-" stands for none, which is "".</summary>
        internal string Next()
        {
            var parts = Rest.Split(new[] { ' ' }, 2);
            Rest = parts.Length > 1 ? parts[1] : "";
            return parts[0] == "-" ? "" : parts[0];
        }

        internal decimal Number()
        {
            var coefficient = new decimal(long.Parse(Next()));
            var bits = decimal.GetBits(coefficient);
            return new decimal(bits[0], bits[1], bits[2], coefficient < 0, byte.Parse(Next()));
        }

        /// <summary>Returns null when no word is left.</summary>
        internal decimal? MaybeNumber()
        {
            return Rest == "" ? (decimal?)null : Number();
        }

        /// <summary>Returns null of none.</summary>
        internal DateTime? MaybeDay()
        {
            var word = Next();
            return word == "" ? (DateTime?)null : Day(word);
        }

        internal static DateTime Day(string text)
        {
            return DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        /// <summary>Takes two days, of which none or both are there; null of none.</summary>
        internal Period MaybePeriod()
        {
            var (from, to) = (MaybeDay(), MaybeDay());
            return from == null ? null : new Period(from.Value, to.Value);
        }
    }
}
