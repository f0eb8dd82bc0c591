// SPDX-License-Identifier: BSL-1.0
#include <bontot/write/json/node.ipp>
#include <bontot/write/json/result.ipp>
#include <bontot/write/json/summary.ipp>
