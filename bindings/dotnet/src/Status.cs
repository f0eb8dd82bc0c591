// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>The one place where a status becomes an exception.</summary>
    internal static class Status
    {
        internal static void Check(int status)
        {
            if (status != Constants.BONTOT_OK)
            {
                throw Exception(status, new ErrorEntry[0], Language.Vietnamese, null);
            }
        }

        /// <summary>Frees the error, and throws what it says.</summary>
        internal static void Check(int status, ErrorHandle error, Language language, string file = null)
        {
            using (error)
            {
                if (status != Constants.BONTOT_OK)
                {
                    throw Exception(status, Entries(error, int.MaxValue), language, file);
                }
            }
        }

        /// <summary>Returns copies of the first entries of an error; none when there is no error.</summary>
        internal static IReadOnlyList<ErrorEntry> Entries(ErrorHandle error, int most)
        {
            var entries = new List<ErrorEntry>();
            if (error == null || error.IsInvalid)
            {
                return entries;
            }
            var count = Function<bontot_error_count>.Call(error).ToUInt64();
            for (ulong entry = 0; entry < count && entry < (ulong)most; ++entry)
            {
                entries.Add(Entry(error, (UIntPtr)entry));
            }
            return entries.AsReadOnly();
        }

        private static ErrorEntry Entry(ErrorHandle error, UIntPtr entry)
        {
            return new ErrorEntry(
                Utf8.Copy(Function<bontot_error_code>.Call(error, entry)),
                Utf8.Copy(Function<bontot_error_message>.Call(error, entry, Constants.BONTOT_VI)),
                Utf8.Copy(Function<bontot_error_message>.Call(error, entry, Constants.BONTOT_EN)),
                Utf8.Copy(Function<bontot_error_pointer>.Call(error, entry)),
                (long)Function<bontot_error_offset>.Call(error, entry).ToUInt64(),
                (long)Function<bontot_error_line>.Call(error, entry).ToUInt64(),
                (long)Function<bontot_error_column>.Call(error, entry).ToUInt64(),
                (long)Function<bontot_error_expression_column>.Call(error, entry).ToUInt64());
        }

        private static BontotException Exception(
            int status, IReadOnlyList<ErrorEntry> entries, Language language, string file)
        {
            var message = "the library says " + Utf8.Copy(Function<bontot_status_name>.Call(status));
            switch (status)
            {
                case Constants.BONTOT_BAD_INPUT:
                    return new InputException(message, entries, language, file);
                case Constants.BONTOT_NOT_FOUND:
                    return new NotFoundException(message, entries, language, file);
                case Constants.BONTOT_MISUSE:
                    return new MisuseException(message, entries, language, file);
                case Constants.BONTOT_NO_MEMORY:
                    return new NoMemoryException(message, entries, language, file);
                case Constants.BONTOT_NO_FIT:
                    return new NoFitException(message, entries, language, file);
                case Constants.BONTOT_CANCELLED:
                    return new CancelledException(message, entries, language, file);
                default:
                    return new InternalException(message, entries, language, file);
            }
        }
    }
}
