// SPDX-License-Identifier: BSL-1.0
// The whole C++ core: declarations. A program links bontot::core, or compiles <bontot/src.hpp> and
// <boost/json/src.hpp>, each in one of its own files.
#ifndef BONTOT_BONTOT_HPP
#define BONTOT_BONTOT_HPP

#include <bontot/arena.hpp>
#include <bontot/cohort.hpp>
#include <bontot/columns.hpp>
#include <bontot/compare.hpp>
#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/dossier_builder.hpp>
#include <bontot/error.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/examples.hpp>
#include <bontot/feel.hpp>
#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/ranking.hpp>
#include <bontot/reference.hpp>
#include <bontot/reference_builder.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>
#include <bontot/rubric_id.hpp>
#include <bontot/text.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_json.hpp>
#include <bontot/write_lint.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric.hpp>
#include <bontot/write_rubric_diff.hpp>
#include <bontot/write_summary.hpp>
#include <bontot/write_text.hpp>

#endif
