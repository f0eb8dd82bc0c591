// SPDX-License-Identifier: BSL-1.0
#include <bontot/diff/causes.ipp>
#include <bontot/diff/rubric_diff.ipp>
