// SPDX-License-Identifier: BSL-1.0
#include <bontot/table/checks.ipp>
#include <bontot/table/evaluate_columns.ipp>
#include <bontot/table/planner.ipp>
