// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_FIELD_SYMBOLS_HPP
#define BONTOT_RUBRIC_FIELD_SYMBOLS_HPP

#include <bontot/feel/symbols.hpp>
#include <bontot/number.hpp>

namespace bontot::detail {

/** The names of the fields of contexts that dossiers hold. */
struct field_symbols
{
    feel::symbol id = 0;
    feel::symbol kind = 0;
    feel::symbol number = 0;
    feel::symbol issuer = 0;
    feel::symbol issued = 0;
    feel::symbol submitted = 0;
    feel::symbol status = 0;
    feel::symbol from = 0;
    feel::symbol to = 0;
    feel::symbol rubric = 0;
    feel::symbol grade = 0;
    feel::symbol points = 0;
    feel::symbol unit = 0;
    feel::symbol group = 0;
};

} // namespace bontot::detail

#endif
