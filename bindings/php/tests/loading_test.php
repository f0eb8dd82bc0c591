<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Library, LibraryException, Rubric};

/*
 * The library is found by argument, then by BONTOT_LIBRARY, then beside the sources; never elsewhere.
 */

const COUNT = 'echo count(Bontot\Rubric::builtins());';

$library = Library::find(BINDING . '/src');
$count = (string) count(Rubric::builtins());
$ways = ['Bontot\Library::load($path)', 'BONTOT_LIBRARY', 'beside the sources'];

return [
    'an argument before the variable' => function () use ($library, $count) {
        $load = 'Bontot\Library::load(' . var_export($library, true) . ');' . COUNT;
        same([0, $count, ''], run_php($load, '/nowhere/libbontot.so'));
    },

    'the variable before the neighbour' => function () use ($library, $count) {
        $source = copied();
        file_put_contents("$source/libbontot.so", 'not a library');
        same([0, $count, ''], run_php(COUNT, $library, $source));
    },

    'the neighbour' => function () use ($library, $count) {
        $source = copied();
        symlink($library, "$source/libbontot.so.0");
        same([0, $count, ''], run_php(COUNT, null, $source));
    },

    'not from the working directory, and the error names the three ways' => function () use ($library, $ways) {
        $cwd = copied();
        symlink($library, "$cwd/libbontot.so");
        foreach ([null, ''] as $named) {
            [$code, $output, $said] = run_php(COUNT, $named, copied(), $cwd);
            same([255, ''], [$code, $output]);
            foreach (['LibraryException', ...$ways] as $way) {
                is(str_contains($said, $way), "$way in $said");
            }
        }
    },

    'what is no library' => function () use ($ways) {
        $text = copied() . '/text.so';
        file_put_contents($text, 'not a library');
        foreach ([$text, '/nowhere/absent.so', 'libc.so.6'] as $file) {
            $error = thrown(LibraryException::class, fn () => Library::open($file));
            foreach ([$file, ...$ways] as $way) {
                is(str_contains($error->getMessage(), $way), $way);
            }
        }
    },

    'a library of another version' => function () use ($library) {
        $error = thrown(LibraryException::class, fn () => Library::open($library, '99.0.0'));
        same("$library is version " . Library::VERSION . ', but this package needs 99.0.0', $error->getMessage());
    },

    'loading again' => function () use ($library) {
        Library::load($library);
        thrown(LibraryException::class, fn () => Library::load('/nowhere/another.so'), '~is loaded already~');
    },

    'a server in which FFI is for preloaded code alone' => function () use ($library, $count) {
        $folder = copied();
        exec(implode(' ', array_map(escapeshellarg(...), [PHP_BINARY, BINDING . '/header.php', $library])), $header);
        file_put_contents("$folder/bontot.cdef", implode("\n", $header) . "\n");
        file_put_contents("$folder/page.php", '<?php ' . COUNT . "try { FFI::cdef('int x;'); } catch (Error \$error) {"
            . 'echo get_class($error), ": ", $error->getMessage(); }');
        $settings = [
            'ffi.enable=preload',
            "ffi.preload=$folder/bontot.cdef",
            'opcache.preload=' . realpath(BINDING . '/preload.php'),
        ];
        $user = posix_geteuid() === 0 ? ['opcache.preload_user=root'] : [];
        $said = served("$folder/page.php", [...$settings, ...$user]);
        same("{$count}FFI\Exception: FFI API is restricted by \"ffi.enable\" configuration directive", $said);
    },

    'the path of a library that FFI cannot read' => function () {
        thrown(LibraryException::class, fn () => Library::header("/a\"b/libbontot.so"));
    },
];

/**
 * Returns what PHP's own server says to a request for a page. The server finds a port itself: one that is found here
 * may be taken by another process before the server has it.
 */
function served(string $page, array $settings): string
{
    $flags = array_merge(...array_map(fn ($each) => ['-d', $each], $settings));
    $environment = array_diff_key(getenv(), ['BONTOT_LIBRARY' => 0]);
    $log = tmpfile();
    $command = [PHP_BINARY, ...$flags, '-S', '127.0.0.1:0', $page];
    $server = proc_open($command, [1 => $log, 2 => $log], $pipes, null, $environment);
    try {
        for ($turn = 0; $turn < 200; ++$turn) {
            if (preg_match('~\((http://[\d.:]+)\) started~', said_so_far($log), $found) === 1) {
                return file_get_contents("$found[1]/");
            }
            usleep(50000);
        }
        throw new RuntimeException('the server did not start: ' . said_so_far($log));
    } finally {
        proc_terminate($server);
    }
}

/** Returns what is in a file, without moving where the server writes next. */
function said_so_far($log): string
{
    return file_get_contents(stream_get_meta_data($log)['uri']);
}
