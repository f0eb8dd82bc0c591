// SPDX-License-Identifier: BSL-1.0
#include <bontot/rubric/reader/cases.ipp>
#include <bontot/rubric/reader/cohort.ipp>
#include <bontot/rubric/reader/examples.ipp>
#include <bontot/rubric/reader/facts.ipp>
#include <bontot/rubric/reader/grades.ipp>
#include <bontot/rubric/reader/nodes.ipp>
#include <bontot/rubric/reader/reader.ipp>
#include <bontot/rubric/reader/reading.ipp>
#include <bontot/rubric/reader/roles.ipp>
#include <bontot/rubric/reader/scores.ipp>
#include <bontot/rubric/reader/shared.ipp>
#include <bontot/rubric/reader/sources.ipp>
