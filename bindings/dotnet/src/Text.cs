// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Copies of what the library lends or writes.</summary>
    internal static class Text
    {
        /// <summary>A function that lends text, for a handle that is bound already.</summary>
        internal delegate IntPtr Lender(out UIntPtr length);

        /// <summary>A function that makes a text.</summary>
        internal delegate int Writer(out TextHandle made, OptionsHandle options, out ErrorHandle error);

        /// <summary>Returns a copy, or null. The owner is not freed meanwhile, whoever disposes of it.</summary>
        internal static string Borrowed(Handle owner, Lender lend)
        {
            var isHeld = false;
            try
            {
                owner.DangerousAddRef(ref isHeld);
                var place = lend(out var length);
                return Utf8.Copy(place, length);
            }
            finally
            {
                if (isHeld)
                {
                    owner.DangerousRelease();
                }
            }
        }

        /// <summary>A function that writes into a buffer of the caller's.</summary>
        internal delegate int Filler(byte[] buffer, UIntPtr room);

        /// <summary>Returns what is written into a buffer; null: there is nothing.</summary>
        internal static string Filled(Filler fill)
        {
            var buffer = new byte[Constants.BONTOT_NUMBER_ROOM];
            var status = fill(buffer, (UIntPtr)(uint)buffer.Length);
            if (status == Constants.BONTOT_NOT_FOUND)
            {
                return null;
            }
            Status.Check(status);
            return Utf8.Copy(buffer);
        }

        internal static string Written(Options options, Writer write)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                return Written(write, chosen, options.Language);
            }
        }

        internal static string Written(Writer write, OptionsHandle options, Language language)
        {
            var status = write(out var made, options, out var error);
            using (made)
            {
                Status.Check(status, error, language);
                return Borrowed(made, (out UIntPtr length) => Function<bontot_text_data>.Call(made, out length));
            }
        }
    }
}
