// SPDX-License-Identifier: BSL-1.0
#include <bontot/build/dossier_builder.ipp>
#include <bontot/build/dossier_builder_lists.ipp>
#include <bontot/build/piece_checks.ipp>
#include <bontot/build/reference_builder.ipp>
