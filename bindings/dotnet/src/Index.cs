// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;

namespace Bontot
{
    /// <summary>size_t, which crosses as UIntPtr, as numbers of C#.</summary>
    internal static class Index
    {
        /// <summary>BONTOT_NONE, which is SIZE_MAX.</summary>
        internal static readonly UIntPtr None = UIntPtr.Size == 8 ? (UIntPtr)ulong.MaxValue : (UIntPtr)uint.MaxValue;

        internal static int? OrNull(UIntPtr index)
        {
            return index == None ? (int?)null : checked((int)index.ToUInt64());
        }

        /// <summary>Returns the place of what has an id.</summary>
        internal static int Of(IReadOnlyList<Labelled> all, string id, string what)
        {
            if (id == null)
            {
                throw new ArgumentNullException(nameof(id), $"which {what}?");
            }
            for (var place = 0; place < all.Count; ++place)
            {
                if (all[place].Id == id)
                {
                    return place;
                }
            }
            throw new NotFoundException($"the rubric has no {what} \"{id}\"");
        }

        internal static IReadOnlyList<T> Each<T>(UIntPtr count, Func<UIntPtr, T> make)
        {
            var made = new T[count.ToUInt64()];
            for (var index = 0; index < made.Length; ++index)
            {
                made[index] = make((UIntPtr)(uint)index);
            }
            return Array.AsReadOnly(made);
        }
    }
}
