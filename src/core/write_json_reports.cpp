// SPDX-License-Identifier: BSL-1.0
#include <bontot/write/json/comparison.ipp>
#include <bontot/write/json/diff.ipp>
#include <bontot/write/json/dossier_template.ipp>
#include <bontot/write/json/lint.ipp>
#include <bontot/write/json/path.ipp>
#include <bontot/write/json/ranking.ipp>
