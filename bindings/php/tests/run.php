<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * Runs all tests: each file *_test.php returns them, by what they say.
 *
 *   php tests/run.php [FILE...]    BONTOT_LIBRARY names the library; exit code 77 means skipped
 */

if (!extension_loaded('FFI') || !extension_loaded('bcmath') || PHP_VERSION_ID < 80200) {
    echo "skipped: PHP 8.2 with the extensions FFI and bcmath is not installed\n";
    exit(77);
}
error_reporting(E_ALL);
set_error_handler(function ($level, $text, $file, $line) {
    if ((error_reporting() & $level) !== 0) { // not after an @
        throw new ErrorException($text, 0, $level, $file, $line);
    }
});
require __DIR__ . '/support.php';

$files = array_slice($argv, 1) ?: glob(__DIR__ . '/*_test.php');
$passed = 0;
$failed = 0;
foreach ($files as $file) {
    foreach (require $file as $name => $test) {
        try {
            $test();
            ++$passed;
        } catch (Throwable $error) {
            ++$failed;
            $place = basename($error->getFile()) . ':' . $error->getLine();
            echo 'FAILED ', basename($file), ": $name\n", get_class($error), ": {$error->getMessage()} ($place)\n";
            echo preg_replace('~^~m', '    ', $error->getTraceAsString()), "\n";
        }
    }
}
echo "$passed passed, $failed failed\n";
exit($failed === 0 && $passed > 0 ? 0 : 1);
