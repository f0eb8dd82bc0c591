// SPDX-License-Identifier: BSL-1.0
#include <bontot/compare/compare.ipp>
