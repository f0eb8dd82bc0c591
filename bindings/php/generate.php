#!/usr/bin/env php
<?php
// SPDX-License-Identifier: BSL-1.0

/*
 * Writes src/bontot.cdef and src/Constants.php from include/bontot/bontot.h.
 *
 *   php generate.php [--check]    with --check says what is not up to date, and exits with 1
 *
 * PHP's FFI reads declarations without a preprocessor, except for two lines, which must be the first: the name
 * under which a preloaded library is found again, and where it is.
 */

declare(strict_types=1);

const HEADER = __DIR__ . '/../../include/bontot/bontot.h';
const WRITTEN_BY = 'Written by generate.php from include/bontot/bontot.h.';

/** Returns the declarations alone, one a line. */
function declarations(string $header): string
{
    $text = preg_replace('~/\*.*?\*/~s', '', $header);
    // What is for C++ alone, then all other lines of the preprocessor.
    $text = preg_replace('~^#if defined\(__cplusplus\)$.*?^#endif$~ms', '', $text);
    $text = preg_replace('~^[ \t]*#(?:.*\\\\\n)*.*$~m', '', $text);
    $text = str_replace('BONTOT_API ', '', preg_replace(['~\s+~', '~\* ~', '~\( ~'], [' ', '*', '('], $text));
    $lines = preg_split('~(?<=;) (?=(?:typedef|struct|const|\w+ )[^{}]*(?:\{|\(|;))~', trim(joined($text)));
    return implode("\n", array_map(restored(...), $lines)) . "\n";
}

/** Hides the semicolons between braces, so that a struct is one line. */
function joined(string $text): string
{
    return preg_replace_callback('~\{[^}]*\}~', fn ($found) => str_replace(';', "\1", $found[0]), $text);
}

/** FFI makes text of what returns a constant pointer, and stops at a zero byte: with a length it must not. */
function restored(string $line): string
{
    $line = preg_replace('~^const (char \*bontot_\w+\(.*\bsize_t \*length\);)$~', '$1', $line);
    return str_replace("\1", ';', $line);
}

function constants(string $header): string
{
    preg_match_all('~^#define (BONTOT_\w+) (\d+|SIZE_MAX)\b~m', $header, $found, PREG_SET_ORDER);
    $lines = array_map(
        // An integer of PHP has 64 bits with a sign.
        fn ($each) => sprintf("    public const %s = %s;\n", $each[1], $each[2] === 'SIZE_MAX' ? '-1' : $each[2]),
        $found,
    );
    return implode('', $lines);
}

function files(): array
{
    $header = file_get_contents(HEADER);
    $lines = [
        '#define FFI_SCOPE "BONTOT"',
        '#define FFI_LIB "libbontot.so.0"',
        '/* SPDX-License-Identifier: BSL-1.0 */',
        '/* ' . WRITTEN_BY . ' */',
        declarations($header),
    ];
    $class = "<?php\n// SPDX-License-Identifier: BSL-1.0\n\ndeclare(strict_types=1);\n\nnamespace Bontot;\n\n"
        . '/** The constants of bontot.h. ' . WRITTEN_BY . " */\nfinal class Constants\n{\n"
        . constants($header) . "}\n";
    return ['src/bontot.cdef' => implode("\n", $lines), 'src/Constants.php' => $class];
}

function main(array $arguments): int
{
    $stale = 0;
    foreach (files() as $name => $text) {
        $path = __DIR__ . "/$name";
        if ($arguments === ['--check']) {
            if (!is_file($path) || file_get_contents($path) !== $text) {
                fwrite(STDERR, "bindings/php/$name is not what generate.php writes: run it\n");
                ++$stale;
            }
            continue;
        }
        file_put_contents($path, $text);
    }
    return $stale === 0 ? 0 : 1;
}

exit(main(array_slice($argv, 1)));
