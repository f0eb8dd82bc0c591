// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each. Adding belongs to
    /// one thread at a time.
    /// </summary>
    public sealed class Cohort : IDisposable
    {
        private readonly CohortHandle handle;

        public Cohort(Rubric rubric)
        {
            if (rubric == null)
            {
                throw new ArgumentNullException(nameof(rubric));
            }
            var status = Function<bontot_cohort_new>.Call(out handle, rubric.Handle, OptionsHandle.None, out var error);
            Status.Check(status, error, Language.Vietnamese);
        }

        /// <summary>How many units there are.</summary>
        public int Count => (int)Function<bontot_cohort_count>.Call(handle).ToUInt64();

        /// <summary>Adds the result of a unit; nothing of it is needed after that. The first one says which
        /// period the cohort is of.</summary>
        /// <exception cref="InputException">Another rubric, version or period, or a unit that is there already;
        /// then nothing is added.</exception>
        public void Add(Result result, Options options = null)
        {
            if (result == null)
            {
                throw new ArgumentNullException(nameof(result));
            }
            var status = Function<bontot_cohort_add>.Call(handle, result.Handle, out var error);
            Status.Check(status, error, (options ?? Options.Default).Language);
        }

        /// <summary>Adds what was summarized, as <see cref="Add(Result, Options)"/>.</summary>
        public void Add(Summary summary, Options options = null)
        {
            if (summary == null)
            {
                throw new ArgumentNullException(nameof(summary));
            }
            var status = Function<bontot_cohort_add_summary>.Call(handle, summary.Handle, out var error);
            Status.Check(status, error, (options ?? Options.Default).Language);
        }

        /// <summary>Adds a saved result (format bontot-result/1), as <see cref="Add(Result, Options)"/>.</summary>
        public void AddJson(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_cohort_add_json>.Call(handle, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
            }
        }

        /// <summary>Adds results as they come; what is lazy is not kept in memory.</summary>
        public void AddAll(IEnumerable<Result> results, Options options = null)
        {
            foreach (var result in results ?? throw new ArgumentNullException(nameof(results)))
            {
                Add(result, options);
            }
        }

        /// <summary>Ranks what was added so far; the order in which it was makes no difference.</summary>
        /// <param name="options">Language, RaisedGroups and RaiseEverywhere count.</param>
        /// <exception cref="InputException">What the options raise is not there.</exception>
        public Ranking Rank(Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_rank>.Call(out var made, handle, chosen, out var error);
                Status.Check(status, error, options.Language);
                var json = Text.Written(
                    (out TextHandle text, OptionsHandle given, out ErrorHandle wrong) =>
                        Function<bontot_ranking_write>.Call(out text, made, Constants.BONTOT_JSON, given, out wrong),
                    chosen,
                    options.Language);
                return new Ranking(made, json);
            }
        }

        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
