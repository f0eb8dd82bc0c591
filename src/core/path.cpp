// SPDX-License-Identifier: BSL-1.0
#include <bontot/path/candidates.ipp>
#include <bontot/path/finder.ipp>
#include <bontot/path/finder_records.ipp>
#include <bontot/path/front.ipp>
#include <bontot/path/model.ipp>
#include <bontot/path/most.ipp>
#include <bontot/path/obstacles.ipp>
#include <bontot/path/path.ipp>
#include <bontot/path/reads.ipp>
#include <bontot/path/search.ipp>
#include <bontot/path/target.ipp>
