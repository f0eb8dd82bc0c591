// SPDX-License-Identifier: BSL-1.0
#include <bontot/write/path_words.ipp>
#include <bontot/write/text/comparison.ipp>
#include <bontot/write/text/diff.ipp>
#include <bontot/write/text/page.ipp>
#include <bontot/write/text/path.ipp>
#include <bontot/write/text/ranking.ipp>
#include <bontot/write/text/result.ipp>
#include <bontot/write/text/rubric.ipp>
