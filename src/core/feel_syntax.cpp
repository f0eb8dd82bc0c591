// SPDX-License-Identifier: BSL-1.0
#include <bontot/feel/syntax/calls.ipp>
#include <bontot/feel/syntax/compile.ipp>
#include <bontot/feel/syntax/core.ipp>
#include <bontot/feel/syntax/lexer.ipp>
#include <bontot/feel/syntax/literals.ipp>
#include <bontot/feel/syntax/loops.ipp>
#include <bontot/feel/syntax/names.ipp>
#include <bontot/feel/syntax/operators.ipp>
#include <bontot/feel/syntax/primaries.ipp>
#include <bontot/feel/syntax/signatures.ipp>
#include <bontot/feel/syntax/tests.ipp>
#include <bontot/feel/syntax/types.ipp>
