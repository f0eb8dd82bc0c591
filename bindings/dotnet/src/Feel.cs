// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>FEEL expressions on their own.</summary>
    public static class Feel
    {
        /// <summary>Evaluates an expression, and returns its value as FEEL text; a text is in double quotes.</summary>
        /// <param name="expression">What to evaluate.</param>
        /// <param name="facts">A JSON object that gives the names; null: none. JSON's null is unknown, and a
        /// text that is a date stays a text: write date(name).</param>
        /// <param name="options">The language of messages.</param>
        /// <exception cref="InputException">With the column in the expression.</exception>
        public static string Evaluate(string expression, Source? facts = null, Options options = null)
        {
            var source = Utf8.Of(expression ?? throw new ArgumentNullException(nameof(expression)));
            var length = facts?.Length ?? UIntPtr.Zero;
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_feel_evaluate>.Call(
                    out made, source.Bytes, source.Length, facts?.Bytes, length, chosen, out error));
        }
    }
}
