// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_COVERAGE_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_COVERAGE_HPP

#include <cstddef>
#include <map>
#include <string>

namespace soundness {

/** Counts what was met, so that a test that no longer meets something fails. */
class coverage
{
public:
    void met(const std::string& what) { ++counts_[what]; }
    /** Names something that must be met. */
    void expect(const std::string& what) { counts_.emplace(what, 0); }

    /** Returns the names of what was expected and never met, one a line. */
    [[nodiscard]] std::string lacking() const
    {
        std::string out;
        for (const auto& each : counts_) {
            if (each.second == 0) out += each.first + "\n";
        }
        return out;
    }
    [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }

private:
    std::map<std::string, std::size_t> counts_;
};

} // namespace soundness

#endif
