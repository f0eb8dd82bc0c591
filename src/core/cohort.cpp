// SPDX-License-Identifier: BSL-1.0
#include <bontot/cohort/cohort.ipp>
#include <bontot/cohort/levels.ipp>
#include <bontot/cohort/quotas.ipp>
#include <bontot/cohort/ranking.ipp>
#include <bontot/cohort/work.ipp>
