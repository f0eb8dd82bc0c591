// SPDX-License-Identifier: BSL-1.0
#include <bontot/rubric/breakpoints.ipp>
#include <bontot/rubric/fact_check.ipp>
#include <bontot/rubric/fact_reading.ipp>
#include <bontot/rubric/rubric.ipp>
#include <bontot/rubric/step_cover.ipp>
#include <bontot/rubric/uses.ipp>
