// SPDX-License-Identifier: BSL-1.0
using System;

namespace Bontot
{
    /// <summary>
    /// Facts, exceptions and findings about evidence that a committee gives. Made by Rubric.ReadReference, and
    /// good for dossiers of that rubric object. Immutable: one serves all threads.
    /// </summary>
    public sealed class Reference : IDisposable
    {
        internal Reference(ReferenceHandle handle)
        {
            Handle = handle;
        }

        internal ReferenceHandle Handle { get; }

        public void Dispose()
        {
            Handle.Dispose();
        }
    }
}
