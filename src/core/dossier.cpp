// SPDX-License-Identifier: BSL-1.0
#include <bontot/dossier/checks.ipp>
#include <bontot/dossier/completing.ipp>
#include <bontot/dossier/dossier.ipp>
