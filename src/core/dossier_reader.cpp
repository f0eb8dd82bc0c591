// SPDX-License-Identifier: BSL-1.0
#include <bontot/dossier/reader/evidence.ipp>
#include <bontot/dossier/reader/facts.ipp>
#include <bontot/dossier/reader/marks.ipp>
#include <bontot/dossier/reader/passing.ipp>
#include <bontot/dossier/reader/past.ipp>
#include <bontot/dossier/reader/reader.ipp>
#include <bontot/dossier/reader/reading.ipp>
#include <bontot/dossier/reader/reference.ipp>
#include <bontot/dossier/reader/sources.ipp>
