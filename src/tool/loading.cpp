// SPDX-License-Identifier: BSL-1.0
#include "display.hpp"
#include "errors.hpp"
#include "input.hpp"
#include "loading.hpp"
#include "named_rubric.hpp"
#include "output.hpp"

#include <algorithm>
#include <utility>

namespace bontot::tool {

namespace {

/** Sets one "fact=value"; returns how it went, with errors shown. */
bontot_status set_fact(bontot_dossier* dossier, std::string_view text, bontot_language in)
{
    const fact_setting given = setting_of(text, in);
    error_handle error;
    const bontot_status status = bontot_dossier_set(
        dossier, given.fact.data(), given.fact.size(), given.value.data(), given.value.size(),
        made(error)
    );
    if (error) show_errors(error.get(), {given.name, {}}, in);
    return status;
}

/** Sets all facts of --set, and stops after the last one if any was wrong. */
void set_facts(bontot_dossier* dossier, const request& asked)
{
    bontot_status worst = BONTOT_OK;
    for (const std::string& each : asked.sets) {
        const bontot_status status = set_fact(dossier, each, asked.language());
        if (status > worst) worst = status;
    }
    if (worst != BONTOT_OK) stop_after(worst);
}

dossier_handle read_dossier(
    const request& asked, const bontot_rubric* rubric, const input& from,
    const bontot_options* options
)
{
    dossier_handle out;
    error_handle error;
    const bontot_status status = bontot_dossier_load(
        made(out), rubric, from.text.data(), from.text.size(), options, made(error)
    );
    expect_ok(status, error, source_of(from, asked), asked.language());
    return out;
}

/** Reads what the committee gives, and lets dossiers be read with it. */
void load_reference(const request& asked, const bontot_rubric* rubric, bontot_options* options)
{
    if (asked.reference.empty()) return;
    const bontot_language in = asked.language();
    const input from = read_input(asked.reference, in);
    reference_handle given;
    error_handle error;
    const bontot_status status = bontot_reference_load(
        made(given), rubric, from.text.data(), from.text.size(), options, made(error)
    );
    expect_ok(status, error, source_of(from, asked), in);
    expect_ok(bontot_options_set_reference(options, given.get()), in);
}

/** Reads a dossier by a rubric; without one, by the built-in one that the dossier names. */
loaded_dossier
load_dossier(const request& asked, rubric_handle rubric, const input& from, bontot_options* options)
{
    if (!rubric) rubric = find_named_rubric(asked, from);
    load_reference(asked, rubric.get(), options);
    loaded_dossier out{from.name, read_dossier(asked, rubric.get(), from, options)};
    set_facts(out.content.get(), asked);
    return out;
}

result_handle score(const request& asked, const loaded_dossier& from, const bontot_options* options)
{
    const bontot_language in = asked.language();
    result_handle out;
    error_handle error;
    expect_ok(bontot_result_new(made(out), options, made(error)), error, {from.name, {}}, in);
    // Facts may differ from the file by now: what is wrong has no place in its text.
    const bontot_status status = evaluate_into(out.get(), from.content.get(), asked, made(error));
    expect_ok(status, error, {from.name, {}}, in);
    return out;
}

} // namespace

error_source source_of(const input& from, const request& asked)
{
    return {.name = from.name, .text = from.text, .shows_values = asked.show_values};
}

fact_setting setting_of(std::string_view text, bontot_language in)
{
    constexpr std::size_t most_fact = 60; // columns
    const std::size_t middle = text.find('=');
    const std::string_view fact = text.substr(0, middle);
    const std::string name = "--set " + shown(fact, most_fact);
    if (middle == std::string_view::npos) refuse_input(name, phrase::set_no_value, in);
    return {name, fact, text.substr(middle + 1)};
}

bontot_status evaluate_into(
    bontot_result* out, const bontot_dossier* dossier, const request& asked, bontot_error** error
)
{
    if (asked.as_of.empty()) return bontot_evaluate(out, dossier, error);
    return bontot_evaluate_as_of(out, dossier, asked.as_of.data(), asked.as_of.size(), error);
}

options_handle make_options(const request& asked)
{
    options_handle out;
    const bontot_language in = asked.language();
    expect_ok(bontot_options_new(made(out)), in);
    expect_ok(bontot_options_set_language(out.get(), in), in);
    expect_ok(bontot_options_set_size_limit(out.get(), size_limit), in);
    expect_ok(bontot_options_set_other_rubric(out.get(), asked.any_version ? 1 : 0), in);
    const bool is_strict = asked.trust == "committee";
    const bontot_trust trust = is_strict ? BONTOT_TRUST_COMMITTEE : BONTOT_TRUST_ALL;
    expect_ok(bontot_options_set_trust(out.get(), trust), in);
    expect_ok(bontot_options_set_colour(out.get(), wants_colour(asked) ? 1 : 0), in);
    return out;
}

std::string builtin_ids()
{
    std::string out;
    for (std::size_t i = 0; i < bontot_builtin_count(); ++i) {
        if (i > 0) out += ", ";
        out += bontot_builtin_id(i);
    }
    return out;
}

rubric_handle load_rubric(const request& asked, const bontot_options* options, input* read)
{
    const bontot_language in = asked.language();
    rubric_handle out;
    error_handle error;
    const bontot_status found =
        bontot_rubric_builtin(made(out), asked.rubric.c_str(), options, made(error));
    if (found == BONTOT_OK) return out;
    if (found != BONTOT_NOT_FOUND) expect_ok(found, error, {asked.rubric, {}}, in);
    if (asked.rubric != "-" && !exists(asked.rubric)) {
        refuse_input(asked.rubric, phrase::rubric_missing, in, {builtin_ids()});
    }
    input from = read_input(asked.rubric, in);
    const bontot_status status =
        bontot_rubric_load(made(out), from.text.data(), from.text.size(), options, made(error));
    expect_ok(status, error, {.name = from.name, .text = from.text, .shows_values = true}, in);
    if (read != nullptr) *read = std::move(from);
    return out;
}

void expect_one_standard_input(std::initializer_list<std::string_view> names, bontot_language in)
{
    if (std::count(names.begin(), names.end(), "-") > 1) refuse_input("-", phrase::input_twice, in);
}

loaded_dossier load_dossier(const request& asked, bontot_options* options)
{
    const bontot_language in = asked.language();
    expect_one_standard_input({asked.file, asked.rubric, asked.reference}, in);
    // What is wrong with the rubric is told before the dossier is waited for.
    rubric_handle rubric;
    if (!asked.rubric.empty()) rubric = load_rubric(asked, options);
    return load_dossier(asked, std::move(rubric), read_input(asked.file, in), options);
}

result_handle score(const request& asked, bontot_options* options)
{
    return score(asked, load_dossier(asked, options), options);
}

result_handle score(const request& asked, const input& from, bontot_options* options)
{
    rubric_handle rubric;
    if (!asked.rubric.empty()) rubric = load_rubric(asked, options);
    return score(asked, load_dossier(asked, std::move(rubric), from, options), options);
}

bool has_other_format(const bontot_error* error)
{
    for (std::size_t i = 0; error != nullptr && i < bontot_error_count(error); ++i) {
        const std::string_view code = bontot_error_code(error, i);
        const std::string_view pointer = bontot_error_pointer(error, i);
        if (code == "reading_wrong_format" && pointer == "/format") return true;
    }
    return false;
}

void put_result(const request& asked, const bontot_result* scored, const bontot_options* options)
{
    const bontot_format format = asked.format == "json"      ? BONTOT_JSON
                                 : asked.format == "summary" ? BONTOT_SUMMARY
                                                             : BONTOT_TEXT;
    text_handle text;
    error_handle error;
    const bontot_status status =
        bontot_result_write(made(text), scored, format, options, made(error));
    expect_ok(status, error, {}, asked.language());
    put_text(view_of(text), asked.language());
}

} // namespace bontot::tool
