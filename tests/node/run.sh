#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Runs a command with the binding for Node.js, where npm installed what that needs; else exit code 77.
#
#   tests/node/run.sh COMMAND...    in the project's folder; BONTOT_LIBRARY names the library
set -eu
if [ ! -d bindings/node/node_modules/koffi ]; then
    echo "skipped: npm ci was not run in bindings/node"
    exit 77
fi
exec "$@"
