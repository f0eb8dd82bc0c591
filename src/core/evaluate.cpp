// SPDX-License-Identifier: BSL-1.0
#include <bontot/evaluate/evaluate.ipp>
#include <bontot/evaluate/evaluation.ipp>
#include <bontot/evaluate/evidence.ipp>
#include <bontot/evaluate/family.ipp>
#include <bontot/evaluate/finish.ipp>
#include <bontot/evaluate/grades.ipp>
#include <bontot/evaluate/kept.ipp>
#include <bontot/evaluate/leaf.ipp>
#include <bontot/evaluate/missing.ipp>
#include <bontot/evaluate/part_evaluator.ipp>
#include <bontot/evaluate/range.ipp>
#include <bontot/evaluate/role_columns.ipp>
#include <bontot/evaluate/scores.ipp>
#include <bontot/evaluate/tree.ipp>
