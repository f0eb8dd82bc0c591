<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * Writes what the setting ffi.preload reads.
 *
 *   php header.php LIBRARY > FILE    LIBRARY is the path of libbontot.so
 */

require __DIR__ . '/src/autoload.php';

$library = realpath($argv[1] ?? '');
if ($library === false || !is_file($library)) {
    fwrite(STDERR, "usage: php header.php LIBRARY > FILE, where LIBRARY is the path of libbontot.so\n");
    exit(2);
}
Bontot\Library::open($library); // of the right version
echo Bontot\Library::header($library);
