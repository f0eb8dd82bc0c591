// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Batches of the Arrow C data interface, by the addresses of its structs; of Apache.Arrow for .NET
    /// those are what its namespace C exports into and imports from.</summary>
    public static class ArrowBatch
    {
        /// <summary>Scores the rows of a batch, a struct array whose children are named by the facts' ids, into a
        /// new one. The batch is read in place, and neither kept nor released.</summary>
        /// <param name="rubric">What to score by.</param>
        /// <param name="schema">An ArrowSchema.</param>
        /// <param name="batch">An ArrowArray.</param>
        /// <param name="madeSchema">Room for an ArrowSchema, which the caller releases.</param>
        /// <param name="made">Room for an ArrowArray, which the caller releases.</param>
        /// <param name="options">Language, Period, IgnoredColumns and Decimals count.</param>
        /// <exception cref="InputException">With all that is wrong with the batch; then nothing is written.</exception>
        public static void Evaluate(
            Rubric rubric, IntPtr schema, IntPtr batch, IntPtr madeSchema, IntPtr made, Options options = null)
        {
            if (rubric == null)
            {
                throw new ArgumentNullException(nameof(rubric));
            }
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_evaluate_arrow>.Call(
                    madeSchema, made, rubric.Handle, schema, batch, chosen, out var error);
                Status.Check(status, error, options.Language);
            }
        }
    }
}
