// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "output.hpp"
#include "system.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace bontot::tool {

bool wants_colour(const request& asked)
{
    if (asked.colour != "auto") return asked.colour == "always";
    const char* const refused = std::getenv("NO_COLOR");
    return is_terminal(standard_stream::output) && (refused == nullptr || *refused == '\0');
}

void put_text(std::string_view text, bontot_language in)
{
    std::string line(text);
    if (!line.ends_with('\n')) line += '\n';
    static_cast<void>(put_part(line, in));
}

bool put_part(std::string_view text, bontot_language in)
{
    const int problem = write_text(stdout, text);
    if (problem == EPIPE) return false;
    if (problem != 0) refuse_output(problem, in);
    return true;
}

void refuse_output(int problem, bontot_language in)
{
    std::string out = "bontot: ";
    out += say(phrase::output_failed, in, {std::to_string(problem)});
    complain(out += '\n');
    throw stopped{outcome::broken};
}

} // namespace bontot::tool
