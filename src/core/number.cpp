// SPDX-License-Identifier: BSL-1.0
#include <bontot/number/arithmetic.ipp>
#include <bontot/number/convert.ipp>
#include <bontot/number/fast_paths.ipp>
#include <bontot/number/parse.ipp>
#include <bontot/number/power.ipp>
#include <bontot/number/round.ipp>
#include <bontot/number/text.ipp>
