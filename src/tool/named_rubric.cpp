// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "loading.hpp"
#include "named_rubric.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace bontot::tool {

namespace {

/** What a built-in rubric said to the dossier. */
struct answer
{
    rubric_handle rubric;
    error_handle error; /**< nothing: the dossier was read */
};

bool has_code(const bontot_error* error, std::string_view code)
{
    for (std::size_t i = 0; error != nullptr && i < bontot_error_count(error); ++i) {
        if (bontot_error_code(error, i) == code) return true;
    }
    return false;
}

/** Returns whether the text is so wrong that nobody can know which rubric it names. */
bool hides_rubric(const bontot_error* error)
{
    for (std::size_t i = 0; error != nullptr && i < bontot_error_count(error); ++i) {
        const std::string_view code = bontot_error_code(error, i);
        const std::string_view pointer = bontot_error_pointer(error, i);
        const bool is_no_object = pointer.empty() && code == "reading_wrong_type";
        if (code.starts_with("json_") || pointer.starts_with("/rubric") || is_no_object) {
            return true;
        }
    }
    return false;
}

answer ask(const char* id, const input& from, const bontot_options* options, bontot_language in)
{
    answer out;
    expect_ok(bontot_rubric_builtin(made(out.rubric), id, options, made(out.error)), in);
    dossier_handle dossier;
    const bontot_status status = bontot_dossier_load(
        made(dossier), out.rubric.get(), from.text.data(), from.text.size(), options,
        made(out.error)
    );
    if (status != BONTOT_OK && status != BONTOT_BAD_INPUT) stop_after(status, in);
    return out;
}

/** Returns the answers that do not say "for another rubric". */
std::vector<answer> fitting_answers(const request& asked, const input& from)
{
    request strict = asked;
    strict.any_version = false;
    const options_handle options = make_options(strict);
    std::vector<answer> out;
    for (std::size_t i = 0; i < bontot_builtin_count(); ++i) {
        answer given = ask(bontot_builtin_id(i), from, options.get(), asked.language());
        if (!has_code(given.error.get(), "dossier_other_rubric")) out.push_back(std::move(given));
    }
    return out;
}

} // namespace

rubric_handle find_named_rubric(const request& asked, const input& from)
{
    const bontot_language in = asked.language();
    std::vector<answer> fitting = fitting_answers(asked, from);
    if (fitting.empty()) {
        refuse_input(from.name, phrase::rubric_not_built_in, in, {builtin_ids()});
    }
    if (fitting.size() == 1) return std::move(fitting.front().rubric);
    if (hides_rubric(fitting.front().error.get())) {
        show_errors(fitting.front().error.get(), {from.name, from.text}, in);
        stop_after(BONTOT_BAD_INPUT, in);
    }
    refuse_input(from.name, phrase::rubric_not_named, in, {builtin_ids()});
}

} // namespace bontot::tool
