<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Constants, Library};

/*
 * The declarations are those of the header; the versions agree.
 */

function declared(): array
{
    $text = preg_replace('~/\*.*?\*/~s', '', file_get_contents(ROOT . '/include/bontot/bontot.h'));
    preg_match_all('~BONTOT_API ([\w\s]+?[\s*]+)(bontot_\w+)\(([^;]*?)\);~', $text, $found, PREG_SET_ORDER);
    $plain = fn ($each) => preg_replace(['~\s+~', '~ ?\* ?~'], [' ', '*'], trim($each));
    $signatures = [];
    foreach ($found as [, $returned, $name, $parameters]) {
        $signatures[$name] = [$plain($returned), array_map($plain, explode(',', $parameters))];
    }
    return $signatures;
}

return [
    'generate.php wrote what is there' => function () {
        exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(BINDING . '/generate.php') . ' --check 2>&1', $said, $code);
        same([0, []], [$code, $said]);
    },

    'every function is declared as in the header, but for the text that comes with a length' => function () {
        $signatures = declared();
        $exported = file(ROOT . '/tests/capi/exports.txt', FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES);
        $names = array_keys($signatures);
        sort($names);
        sort($exported);
        same($exported, $names);
        $lines = file(BINDING . '/src/bontot.cdef', FILE_IGNORE_NEW_LINES);
        $ours = [];
        foreach ($lines as $line) {
            if (preg_match('~^([\w ]+?[ *]+)(bontot_\w+)\((.*)\);$~', $line, $found)) {
                $plain = fn ($each) => preg_replace('~ ?\* ?~', '*', trim($each));
                $ours[$found[2]] = [$plain($found[1]), array_map($plain, explode(',', $found[3]))];
            }
        }
        foreach ($signatures as $name => [$returned, $parameters]) {
            $sized = $returned === 'const char*' && end($parameters) === 'size_t*length';
            same([$sized ? 'char*' : $returned, $parameters], $ours[$name] ?? null, $name);
        }
        same(count($signatures), count($ours));
    },

    'every function is in the library' => function () {
        foreach (array_keys(declared()) as $name) {
            is(Library::get()->$name !== null, $name);
        }
    },

    'structs are laid out as in C' => function () {
        $sizes = ['number' => 16, 'column' => 80, 'table' => 24, 'node_column' => 32, 'table_results' => 80];
        foreach ($sizes as $name => $size) {
            same($size, FFI::sizeof(Library::get()->type("bontot_$name")), $name);
        }
    },

    'constants' => function () {
        preg_match_all('~#define (BONTOT_\w+) (\d+)\b~', file_get_contents(ROOT . '/include/bontot/bontot.h'), $found);
        $wanted = array_combine($found[1], array_map(intval(...), $found[2])) + ['BONTOT_NONE' => -1];
        $ours = (new ReflectionClass(Constants::class))->getConstants();
        ksort($wanted);
        ksort($ours);
        same($wanted, $ours);
    },

    'the version is that of header, manifest and library' => function () {
        $header = file_get_contents(ROOT . '/include/bontot/version.h');
        preg_match_all('~^#define BONTOT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$~m', $header, $parts);
        same(implode('.', $parts[1]), Library::VERSION);
        same(Library::VERSION, json_decode(file_get_contents(BINDING . '/composer.json'))->version);
        same(Library::VERSION, Library::get()->bontot_version());
    },

    'the text that ffi.preload reads begins with a scope and the library' => function () {
        $lines = file(BINDING . '/src/bontot.cdef', FILE_IGNORE_NEW_LINES);
        same(['#define FFI_SCOPE "BONTOT"', '#define FFI_LIB "libbontot.so.0"'], array_slice($lines, 0, 2));
    },
];
