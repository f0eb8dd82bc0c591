// SPDX-License-Identifier: BSL-1.0
#include <bontot/dossier/reader/stream.ipp>
