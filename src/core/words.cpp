// SPDX-License-Identifier: BSL-1.0
#include <bontot/words/kept_texts.ipp>
#include <bontot/words/plain.ipp>
#include <bontot/words/quota.ipp>
#include <bontot/words/reason.ipp>
#include <bontot/words/result.ipp>
#include <bontot/words/summarize.ipp>
