// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_SYMBOLS_IPP
#define BONTOT_FEEL_VALUES_SYMBOLS_IPP

#include <bontot/feel/symbols.hpp>
#include <bontot/memory.hpp>

#include <optional>
#include <string_view>

namespace bontot::feel {

symbol_table::symbol_table(memory& source)
    : texts_(source), names_(allocator<std::string_view>(source)),
      symbols_(shorter(), allocator<entry>(source))
{
    // must follow the order of `property`
    for (const std::string_view name :
         {"year", "month", "day", "weekday", "days", "hours", "minutes", "seconds", "years",
          "months"}) {
        intern(name);
    }
}

symbol symbol_table::intern(std::string_view name)
{
    const auto found = symbols_.find(name);
    if (found != symbols_.end()) return found->second;
    const auto fresh = static_cast<symbol>(names_.size());
    const std::string_view kept = texts_.copy(name);
    names_.push_back(kept);
    symbols_.emplace(kept, fresh);
    return fresh;
}

std::optional<symbol> symbol_table::find(std::string_view name) const
{
    const auto found = symbols_.find(name);
    if (found == symbols_.end()) return {};
    return found->second;
}

} // namespace bontot::feel

#endif
