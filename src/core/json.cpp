// SPDX-License-Identifier: BSL-1.0
// Whatever calls Boost.JSON, in one object: the archive of the core hides Boost.JSON inside it.
#include <bontot/dossier/reader/rubric_id.ipp>
#include <bontot/json/builder.ipp>
#include <bontot/json/diagnosis.ipp>
#include <bontot/json/reading.ipp>
#include <bontot/json/text_places.ipp>
