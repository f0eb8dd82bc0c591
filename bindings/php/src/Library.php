<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** Loading the library. The declarations are in bontot.cdef, which generate.php writes from bontot.h. */
final class Library
{
    /** The version of this package and of the library that it needs. */
    public const VERSION = '0.2.0';

    /** The name under which a preloaded library is found again. */
    public const SCOPE = 'BONTOT';

    private const DECLARATIONS = __DIR__ . '/bontot.cdef';
    private const WAYS = 'call Bontot\Library::load($path) before anything else, or set BONTOT_LIBRARY to the path of '
        . 'libbontot.so, or put libbontot.so beside the sources (%s)';

    private static ?\FFI $loaded = null;
    private static string $loadedFrom = '';

    /**
     * Loads the library from a file, before anything else of this package is used.
     *
     * @throws LibraryException when it cannot be loaded, is of another version than this package, or
     *     when another file has been loaded already
     */
    public static function load(string $path): void
    {
        $wanted = realpath($path) ?: $path;
        if (self::$loaded === null) {
            self::remember($wanted);
        } elseif ($wanted !== self::$loadedFrom) {
            throw new LibraryException("cannot load $wanted: " . self::$loadedFrom . ' is loaded already');
        }
    }

    /** Returns the library; finds and loads it when that has not happened yet. */
    public static function get(): \FFI
    {
        return self::$loaded ?? self::preloaded() ?? self::remember(self::find(__DIR__));
    }

    /**
     * Returns the path of the library: what BONTOT_LIBRARY says, or the one in the folder.
     *
     * @throws LibraryException
     */
    public static function find(string $folder): string
    {
        $named = (string) getenv('BONTOT_LIBRARY');
        if ($named !== '') {
            return realpath($named) ?: $named;
        }
        $beside = glob("$folder/libbontot.so*") ?: [];
        if ($beside === []) {
            throw new LibraryException('the library libbontot.so is not found: ' . sprintf(self::WAYS, $folder));
        }
        return $beside[0];
    }

    /** Opens a library and checks its version. */
    public static function open(string $path, string $version = self::VERSION): \FFI
    {
        // The two lines are for ffi.preload.
        $declarations = preg_replace('~^#define .*$~m', '', file_get_contents(self::DECLARATIONS));
        try {
            $opened = \FFI::cdef($declarations, $path);
        } catch (\FFI\Exception $error) {
            $said = $error->getMessage();
            throw new LibraryException("cannot load the library $path ($said): " . sprintf(self::WAYS, __DIR__));
        }
        return self::checked($opened, $path, $version);
    }

    /**
     * Returns the declarations as PHP's setting ffi.preload reads them from a file: with the path of the library,
     * which is loaded when a server starts, for all its requests.
     */
    public static function header(string $path): string
    {
        if (preg_match('~["\n\\\\]~', $path)) {
            throw new LibraryException("the path of the library has a character that FFI cannot read: $path");
        }
        $line = fn () => "#define FFI_LIB \"$path\"";
        return preg_replace_callback('~^#define FFI_LIB .*$~m', $line, file_get_contents(self::DECLARATIONS));
    }

    private static function preloaded(): ?\FFI
    {
        try {
            $found = \FFI::scope(self::SCOPE);
        } catch (\FFI\Exception) {
            return null; // nothing was preloaded
        }
        return self::$loaded = self::checked($found, 'the preloaded library', self::VERSION);
    }

    private static function remember(string $path): \FFI
    {
        self::$loaded = self::open($path);
        self::$loadedFrom = $path;
        return self::$loaded;
    }

    private static function checked(\FFI $opened, string $path, string $wanted): \FFI
    {
        $version = $opened->bontot_version();
        if ($version !== $wanted) {
            throw new LibraryException("$path is version $version, but this package needs $wanted");
        }
        return $opened;
    }
}
