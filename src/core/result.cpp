// SPDX-License-Identifier: BSL-1.0
#include <bontot/result/document_index.ipp>
#include <bontot/result/nodes.ipp>
#include <bontot/result/reader.ipp>
#include <bontot/result/result.ipp>
#include <bontot/result/summary.ipp>
