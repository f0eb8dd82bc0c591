// SPDX-License-Identifier: BSL-1.0
using System;
using System.Globalization;

namespace Bontot
{
    /// <summary>A number as the library wrote it. It becomes a decimal when asked for, exactly or not at all.</summary>
    internal struct Exact : IEquatable<Exact>
    {
        internal Exact(string text)
        {
            Text = text;
        }

        internal string Text { get; }

        /// <exception cref="NoFitException">It has more digits than a decimal holds.</exception>
        internal decimal Value
        {
            get
            {
                const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
                if (decimal.TryParse(Text, plain, CultureInfo.InvariantCulture, out var value)
                    && Shortest(Written(value)) == Shortest(Text))
                {
                    return value;
                }
                throw new NoFitException(
                    $"{Text} has more digits than System.Decimal holds: read the property of the same name that ends in Text");
            }
        }

        public bool Equals(Exact other)
        {
            return Text == other.Text;
        }

        /// <summary>Returns null of null.</summary>
        internal static Exact? Maybe(string text)
        {
            return text == null ? (Exact?)null : new Exact(text);
        }

        internal static string Written(decimal value)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        // Parsing rounds what is too long without a word; so what was read is compared with what was written.
        private static string Shortest(string text)
        {
            var isNegative = text.StartsWith("-", StringComparison.Ordinal);
            var digits = (isNegative ? text.Substring(1) : text).TrimStart('0');
            if (digits.Contains("."))
            {
                digits = digits.TrimEnd('0').TrimEnd('.');
            }
            return digits == "" ? "" : (isNegative ? "-" : "") + digits;
        }
    }
}
