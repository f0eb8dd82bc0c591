// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_HPP
#define BONTOT_FEEL_HPP

// FEEL, the expression language of the OMG's DMN standard, for hosts that use
// it alone: declare variables in an environment, compile expressions, run them.

#include <bontot/feel/environment.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>

#endif
