<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * What several tests share: where things are, and how values are compared.
 */

require __DIR__ . '/../src/autoload.php';

const BINDING = __DIR__ . '/..';
const ROOT = BINDING . '/../..';
const DOSSIERS = ROOT . '/tests/data/dossiers';
const RUBRIC_ID = 'bon-tot-2023';
const HEAD = ['format' => 'bontot-dossier/1', 'period' => ['from' => '2026-01-01', 'to' => '2026-12-31']];

/** Returns one of the dossiers. */
function dossier(string $name): SplFileInfo
{
    return new SplFileInfo(DOSSIERS . "/$name.json");
}

/** Returns the rows of a table of expectations, by the names of the columns; never none. */
function tsv(string $name): array
{
    $lines = file(DOSSIERS . "/$name", FILE_IGNORE_NEW_LINES);
    $keys = explode("\t", array_shift($lines));
    is($lines !== [], "$name has rows");
    return array_map(fn ($line) => array_combine($keys, explode("\t", $line)), $lines);
}

/** Fails unless something holds. */
function is(bool $holds, string $what = 'what was asserted'): void
{
    $holds || throw new LogicException("$what does not hold");
}

/** Fails unless two values are the same, objects by what they hold. */
function same(mixed $wanted, mixed $found, string $of = ''): void
{
    if (shown($wanted) !== shown($found)) {
        throw new LogicException("$of: wanted " . shown($wanted) . ', found ' . shown($found));
    }
}

function shown(mixed $value): string
{
    ob_start();
    var_dump(is_object($value) ? [get_class($value), get_mangled_object_vars($value)] : $value);
    return preg_replace('~#\d+ ~', '', ob_get_clean());
}

/** Returns what an action throws, which must be of the class and say something that fits the pattern. */
function thrown(string $class, callable $action, string $pattern = '~~'): Throwable
{
    try {
        $action();
    } catch (Throwable $error) {
        same($class, get_class($error), $error->getMessage());
        is(preg_match($pattern, $error->getMessage()) === 1, "$pattern in: {$error->getMessage()}");
        return $error;
    }
    throw new LogicException("$class was not thrown");
}

/** Runs a program in another PHP, with BONTOT_LIBRARY as given or unset; returns exit code, output and errors. */
function run_php(string $program, ?string $library = null, string $source = BINDING . '/src', ?string $cwd = null): array
{
    $environment = array_diff_key(getenv(), ['BONTOT_LIBRARY' => 0]);
    $environment += $library === null ? [] : ['BONTOT_LIBRARY' => $library];
    $head = 'require ' . var_export("$source/autoload.php", true) . ";\n";
    $pipes = [];
    $command = [PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'log_errors=0', '-r', $head . $program];
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes, $cwd, $environment);
    $told = array_map(stream_get_contents(...), $pipes);
    return [proc_close($process), $told[1], $told[2]];
}

/** Returns a folder of its own, with the package's sources in it, without a library. */
function copied(): string
{
    $folder = sys_get_temp_dir() . '/bontot-' . bin2hex(random_bytes(6));
    mkdir($folder);
    foreach (glob(BINDING . '/src/*.{php,cdef}', GLOB_BRACE) as $file) {
        copy($file, "$folder/" . basename($file));
    }
    register_shutdown_function(function () use ($folder) {
        array_map(unlink(...), glob("$folder/*"));
        rmdir($folder);
    });
    return $folder;
}
