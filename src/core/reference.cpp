// SPDX-License-Identifier: BSL-1.0
#include <bontot/reference/exception_reading.ipp>
#include <bontot/reference/reader.ipp>
