// SPDX-License-Identifier: BSL-1.0
#include <bontot/base/error.ipp>
#include <bontot/base/message.ipp>
#include <bontot/base/nearest.ipp>
#include <bontot/base/text.ipp>
