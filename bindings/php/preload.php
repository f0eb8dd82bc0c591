<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * For opcache.preload: compiles the package once for all requests of a server, so that it may use FFI where
 * ffi.enable is "preload", and no other code may. The library itself is loaded by ffi.preload: README.md.
 */

require __DIR__ . '/src/autoload.php';
