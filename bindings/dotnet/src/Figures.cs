// SPDX-License-Identifier: BSL-1.0
using System;

namespace Bontot
{
    /// <summary>What is sure, and what can be reached: exact. A decimal property throws NoFitException where
    /// the number has more digits than a decimal holds; the one that ends in Text never does.</summary>
    public class Figures
    {
        private readonly Exact points;
        private readonly Exact possible;

        internal Figures(Json said)
        {
            points = said["points"].Number;
            possible = said["possible"].Number;
        }

        /// <summary>What is sure, whatever is missing.</summary>
        public decimal Points => points.Value;

        public string PointsText => points.Text;

        /// <summary>What can be reached with what is missing.</summary>
        public decimal Possible => possible.Value;

        public string PossibleText => possible.Text;

        public override string ToString()
        {
            return PointsText == PossibleText ? PointsText : $"{PointsText} to {PossibleText}";
        }
    }

    /// <summary>Points as an interval, and their printed maximum.</summary>
    public sealed class Interval : Figures
    {
        private readonly Exact max;

        internal Interval(Json said)
            : base(said)
        {
            max = said["max"].Number;
        }

        /// <summary>The printed maximum.</summary>
        public decimal Max => max.Value;

        public string MaxText => max.Text;

        public override string ToString()
        {
            return $"{base.ToString()} of {MaxText}";
        }
    }

    /// <summary>The value of a fact. Immutable.</summary>
    public sealed class FactValue : IEquatable<FactValue>
    {
        private readonly Json said;

        private FactValue(Json said)
        {
            this.said = said;
        }

        public bool IsNumber => said.IsNumber;

        public bool IsBoolean => said.IsBoolean;

        /// <exception cref="InvalidOperationException">It is no number.</exception>
        /// <exception cref="NoFitException">It has more digits than a decimal holds: read Text.</exception>
        public decimal Number => IsNumber ? said.Number.Value : throw new InvalidOperationException($"{Text} is no number");

        /// <exception cref="InvalidOperationException">It is no boolean.</exception>
        public bool Boolean => IsBoolean ? said.Truth : throw new InvalidOperationException($"{Text} is no boolean");

        /// <summary>A text, a choice or a date as it is; of a number all digits; true or false.</summary>
        public string Text => said.Text;

        public bool Equals(FactValue other)
        {
            return other != null && IsNumber == other.IsNumber && IsBoolean == other.IsBoolean && Text == other.Text;
        }

        public override bool Equals(object other)
        {
            return Equals(other as FactValue);
        }

        public override int GetHashCode()
        {
            return Text.GetHashCode();
        }

        public override string ToString()
        {
            return Text;
        }

        /// <summary>Returns the value, or null when there is none.</summary>
        internal static FactValue From(Json said)
        {
            return said == null || said.IsNull ? null : new FactValue(said);
        }
    }

    /// <summary>Reads periods of JSON.</summary>
    internal static class Periods
    {
        internal static Period From(Json said)
        {
            return said == null ? null : new Period(said["from"].Date, said["to"].Date);
        }
    }
}
