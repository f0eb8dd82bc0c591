// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// What results, comparisons, rankings and paths have in common: a complete, immutable copy that can be
    /// written out. Two are equal when they say the same. Only the texts for people need the library; after
    /// Dispose they throw ObjectDisposedException, and all else stays. Thread safe.
    /// </summary>
    public abstract class Document : IDisposable
    {
        private readonly IDisposable handle;
        private readonly string json;

        internal Document(IDisposable handle, string json)
        {
            this.handle = handle;
            this.json = json;
        }

        /// <summary>Returns all of it as JSON in one line; its member "format" says in which format.</summary>
        public string ToJson()
        {
            return json;
        }

        /// <summary>Returns it as text for people, at most 100 columns wide; in colour for a terminal.</summary>
        public string ToText(Language language = Language.Vietnamese, bool colour = false)
        {
            using (var chosen = new Options { Language = language }.ToHandle(colour))
            {
                return Text.Written(
                    (out TextHandle made, OptionsHandle options, out ErrorHandle error) =>
                        Write(out made, Constants.BONTOT_TEXT, options, out error),
                    chosen,
                    language);
            }
        }

        /// <summary>Frees what the library holds; more than once does nothing. The garbage collector does it too.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        public override bool Equals(object other)
        {
            return other != null && other.GetType() == GetType() && ((Document)other).json == json;
        }

        public override int GetHashCode()
        {
            return json.GetHashCode();
        }

        internal abstract int Write(out TextHandle made, int format, OptionsHandle options, out ErrorHandle error);
    }
}
