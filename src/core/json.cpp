// SPDX-License-Identifier: BSL-1.0
#include <bontot/json/builder.ipp>
#include <bontot/json/diagnosis.ipp>
#include <bontot/json/reading.ipp>
#include <bontot/json/text_places.ipp>
