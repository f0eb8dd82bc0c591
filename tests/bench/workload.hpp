// SPDX-License-Identifier: BSL-1.0
// The dossiers that are measured, as text and as the facts that a program would set one by one.
#ifndef BONTOT_TESTS_BENCH_WORKLOAD_HPP
#define BONTOT_TESTS_BENCH_WORKLOAD_HPP

#include <bontot/bontot.h>

#include <boost/json/parse.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/** Ends the program when a call went wrong: a benchmark that scores nothing measures nothing. */
inline void expect(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "bench: this did not go well: %s\n", what);
    std::exit(1);
}

inline void expect_ok(bontot_status status, const char* what)
{
    expect(status == BONTOT_OK, what);
}

template <auto Free>
struct deleter
{
    template <class Object>
    void operator()(Object* object) const noexcept
    {
        Free(object);
    }
};

using rubric_handle = std::unique_ptr<bontot_rubric, deleter<bontot_rubric_free>>;
using dossier_handle = std::unique_ptr<bontot_dossier, deleter<bontot_dossier_free>>;
using result_handle = std::unique_ptr<bontot_result, deleter<bontot_result_free>>;
using text_handle = std::unique_ptr<bontot_text, deleter<bontot_text_free>>;
using path_handle = std::unique_ptr<bontot_path, deleter<bontot_path_free>>;
using lint_handle = std::unique_ptr<bontot_lint, deleter<bontot_lint_free>>;
using options_handle = std::unique_ptr<bontot_options, deleter<bontot_options_free>>;

inline std::string file_text(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    expect(in.good(), path.c_str());
    return std::string(std::istreambuf_iterator<char>(in), {});
}

inline std::vector<std::string> file_lines(const std::string& path, std::size_t most)
{
    std::ifstream in(path, std::ios::binary);
    expect(in.good(), path.c_str());
    std::vector<std::string> out;
    for (std::string line; out.size() < most && std::getline(in, line);)
        out.push_back(line);
    expect(!out.empty(), "the workload has lines");
    return out;
}

/** A rubric and the text that it was read from. */
struct rubric_source
{
    std::string text;
    rubric_handle handle;
};

inline rubric_source load_source(const std::string& path)
{
    std::string json = file_text(path);
    bontot_rubric* out = nullptr;
    expect_ok(bontot_rubric_load(&out, json.data(), json.size(), nullptr, nullptr), "rubric");
    return {std::move(json), rubric_handle(out)};
}

inline rubric_handle load_rubric(const std::string& path)
{
    return load_source(path).handle;
}

/** A fact as a program has it. */
struct given_fact
{
    enum class type : std::uint8_t
    {
        missing,
        boolean,
        number
    };

    type what = type::missing;
    bool truth = false;
    bontot_number number{};
};

/** Reads the facts of a dossier, by slot; numbers have at most one decimal. */
inline std::vector<given_fact> facts_of(const bontot_rubric* rubric, const std::string& json)
{
    std::vector<given_fact> out(bontot_rubric_fact_count(rubric));
    const boost::json::value dossier = boost::json::parse(json);
    for (const auto& [id, value] : dossier.as_object().at("facts").as_object()) {
        const std::size_t slot = bontot_rubric_fact_slot(rubric, id.data(), id.size());
        expect(slot < out.size(), "the rubric has every fact");
        given_fact& fact = out[slot];
        fact.what = value.is_bool() ? given_fact::type::boolean : given_fact::type::number;
        if (value.is_bool()) {
            fact.truth = value.get_bool();
        } else if (value.is_int64()) {
            fact.number = {value.get_int64(), 0};
        } else {
            fact.number = {static_cast<std::int64_t>(value.get_double() * 10 + 0.5), 1};
        }
    }
    return out;
}

} // namespace bench

#endif
