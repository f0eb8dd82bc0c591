// SPDX-License-Identifier: BSL-1.0
#include <bontot/dossier/reader/rubric_id.ipp>
