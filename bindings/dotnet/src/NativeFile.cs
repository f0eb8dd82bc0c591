// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>A shared library that the process has opened, by its path and nothing else, for good.</summary>
    internal sealed class NativeFile
    {
        private readonly IntPtr file;

        private NativeFile(string path, IntPtr file)
        {
            Path = path;
            this.file = file;
        }

        internal string Path { get; }

#if NET5_0_OR_GREATER
        /// <summary>Returns null, and the reason, when it cannot be opened.</summary>
        internal static NativeFile Open(string path, out string reason)
        {
            reason = "";
            try
            {
                return new NativeFile(path, NativeLibrary.Load(path));
            }
            catch (Exception error) when (error is DllNotFoundException || error is BadImageFormatException)
            {
                reason = error.Message;
                return null;
            }
        }

        /// <summary>Returns the address of a function, or zero.</summary>
        internal IntPtr Address(string function)
        {
            return NativeLibrary.TryGetExport(file, function, out var address) ? address : IntPtr.Zero;
        }
#else
        private const int Now = 2;

        /// <summary>Returns null, and the reason, when it cannot be opened.</summary>
        internal static NativeFile Open(string path, out string reason)
        {
            var opened = dlopen(Utf8.ZeroEnded(path), Now);
            reason = opened == IntPtr.Zero ? Marshal.PtrToStringAnsi(dlerror()) : "";
            return opened == IntPtr.Zero ? null : new NativeFile(path, opened);
        }

        /// <summary>Returns the address of a function, or zero.</summary>
        internal IntPtr Address(string function)
        {
            return dlsym(file, Utf8.ZeroEnded(function));
        }

        [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl)]
        private static extern IntPtr dlopen(byte[] path, int flags);

        [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl)]
        private static extern IntPtr dlsym(IntPtr file, byte[] name);

        [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl)]
        private static extern IntPtr dlerror();
#endif
    }
}
