// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Bontot
{
    /// <summary>Finds and loads libbontot, once for the process. Thread safe.</summary>
    public static class Library
    {
        /// <summary>The version of this assembly, and of the library that it needs.</summary>
        public const string Version = "0.2.0";

        private static readonly object Lock = new object();
        private static volatile NativeFile loaded;

        /// <summary>Loads the library from a file, before anything else of this assembly is used.</summary>
        /// <exception cref="LibraryException">It cannot be loaded, is of another version than this assembly,
        /// or another file has been loaded already.</exception>
        public static void Load(string path)
        {
            if (path == null)
            {
                throw new ArgumentNullException(nameof(path));
            }
            var wanted = Path.GetFullPath(path);
            lock (Lock)
            {
                if (loaded == null)
                {
                    loaded = Open(wanted, Version);
                }
                else if (wanted != loaded.Path)
                {
                    throw new LibraryException($"cannot load {wanted}: {loaded.Path} is loaded already");
                }
            }
        }

        /// <summary>Returns the address of a function; finds and loads the library when that has not
        /// happened yet.</summary>
        internal static IntPtr Address(string function)
        {
            var file = loaded;
            if (file == null)
            {
                lock (Lock)
                {
                    file = loaded ?? (loaded = Open(Find(Folder(), Environment.GetEnvironmentVariable(Variable)), Version));
                }
            }
            var address = file.Address(function);
            if (address == IntPtr.Zero)
            {
                throw new LibraryException($"{file.Path} is not the library of this assembly: it lacks {function}");
            }
            return address;
        }

        /// <summary>Returns the path of the library: what the environment says, or the one beside the
        /// assembly.</summary>
        internal static string Find(string folder, string named)
        {
            if (!string.IsNullOrEmpty(named))
            {
                return Path.GetFullPath(named);
            }
            var beside = folder == "" ? null
                : Directory.GetFiles(folder, "libbontot.so*").OrderBy(each => each, StringComparer.Ordinal).FirstOrDefault();
            if (beside == null)
            {
                throw new LibraryException($"the library libbontot.so is not found: {Ways(folder)}");
            }
            return beside;
        }

        /// <summary>Opens a library and compares its version.</summary>
        internal static NativeFile Open(string path, string version)
        {
            var file = NativeFile.Open(path, out var reason);
            if (file == null)
            {
                throw new LibraryException($"cannot load the library {path} ({reason}): {Ways(Folder())}");
            }
            var address = file.Address(nameof(Functions.bontot_version));
            if (address == IntPtr.Zero)
            {
                throw new LibraryException($"{path} is not the library of this assembly: it has no bontot_version");
            }
            var tell = Marshal.GetDelegateForFunctionPointer<Functions.bontot_version>(address);
            var found = Marshal.PtrToStringAnsi(tell());
            if (found != version)
            {
                throw new LibraryException($"{path} is version {found}, but this assembly needs {version}");
            }
            return file;
        }

        private const string Variable = "BONTOT_LIBRARY";

        private static string Ways(string folder)
        {
            return "call Bontot.Library.Load(path) before anything else, or set BONTOT_LIBRARY to the path of "
                + $"libbontot.so, or put libbontot.so beside the assembly ({folder})";
        }

        // Of a program in a single file an assembly has no place, but the program has.
        private static string Folder()
        {
            var place = typeof(Library).Assembly.Location;
            return string.IsNullOrEmpty(place) ? AppContext.BaseDirectory : Path.GetDirectoryName(place);
        }
    }

    /// <summary>A function of the library, ready to be called.</summary>
    /// <typeparam name="T">One of the delegates in <see cref="Functions"/>, named as the function.</typeparam>
    internal static class Function<T>
        where T : class
    {
        private static T call;

        // Not in a static constructor, whose exceptions would come wrapped, and only once.
        internal static T Call => call ?? (call = Marshal.GetDelegateForFunctionPointer<T>(Library.Address(typeof(T).Name)));
    }
}
