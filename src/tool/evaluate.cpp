// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "loading.hpp"

namespace bontot::tool {

outcome run_evaluate(const request& asked)
{
    const options_handle options = make_options(asked);
    const result_handle scored = score(asked, options.get());
    put_result(asked, scored.get(), options.get());
    return outcome::done;
}

} // namespace bontot::tool
