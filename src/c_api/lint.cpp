// SPDX-License-Identifier: BSL-1.0
// What lint finds in a rubric.
#include "guard.hpp"

#include <bontot/write_lint.hpp>

using namespace bontot::c_api;

namespace {

bontot::vector<lint_texts> texts_of(const bontot::lint_findings& findings, bontot::memory& source)
{
    const bontot::allocator<char> where(source);
    bontot::vector<lint_texts> out{bontot::allocator<lint_texts>(source)};
    out.reserve(findings.size());
    for (const bontot::lint_finding& each : findings) {
        lint_texts texts{
            {bontot::string(where), bontot::string(where)},
            {bontot::string(where), bontot::string(where)}};
        for (const bontot::language in : {bontot::language::vi, bontot::language::en}) {
            const auto which = static_cast<std::size_t>(in);
            append_diagnostic(texts.messages[which], each.what, in);
            append_witness(texts.witnesses[which], each.witness, in);
        }
        out.push_back(std::move(texts));
    }
    return out;
}

const bontot::lint_finding* finding_of(const bontot_lint* lint, std::size_t index)
{
    const bool is_there = lint != nullptr && index < lint->findings.size();
    return is_there ? &lint->findings[index] : nullptr;
}

std::size_t which(bontot_language language)
{
    return language == BONTOT_EN ? 1 : 0;
}

} // namespace

bontot_status bontot_rubric_lint(
    bontot_lint** out, const bontot_rubric* rubric, const char* json, size_t length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const std::string_view text = text_in(json, length, "json");
        const shared_memory source = memory_of(options);
        bontot::lint_findings found = bontot::lint(*rubric->sheet, text, *source);
        bontot::vector<lint_texts> texts = texts_of(found, *source);
        *out = make_handle<bontot_lint>(source, rubric->sheet, std::move(found), std::move(texts));
    });
}

size_t bontot_lint_count(const bontot_lint* lint)
{
    return lint == nullptr ? 0 : lint->findings.size();
}

const char* bontot_lint_code(const bontot_lint* lint, size_t finding)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    return found == nullptr ? nullptr : lint_code(*found).data();
}

bontot_severity bontot_lint_severity(const bontot_lint* lint, size_t finding)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    if (found == nullptr) return -1;
    switch (found->severity) {
    case bontot::check_severity::info:
        return BONTOT_INFO;
    case bontot::check_severity::warning:
        return BONTOT_WARNING;
    case bontot::check_severity::error:
        return BONTOT_ERROR;
    }
    return -1;
}

const char* bontot_lint_pointer(const bontot_lint* lint, size_t finding, size_t* length)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    return found == nullptr ? no_text(length) : text_out(found->what.pointer, length);
}

const char* bontot_lint_message(
    const bontot_lint* lint, size_t finding, bontot_language language, size_t* length
)
{
    if (finding_of(lint, finding) == nullptr) return no_text(length);
    return text_out(lint->texts[finding].messages[which(language)], length);
}

const char* bontot_lint_witness(
    const bontot_lint* lint, size_t finding, bontot_language language, size_t* length
)
{
    if (finding_of(lint, finding) == nullptr) return no_text(length);
    return text_out(lint->texts[finding].witnesses[which(language)], length);
}

const char* bontot_lint_node(const bontot_lint* lint, size_t finding, size_t* length)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    if (found == nullptr || found->node == bontot::none) return no_text(length);
    return text_out(lint->sheet->nodes[found->node].id, length);
}

size_t bontot_lint_offset(const bontot_lint* lint, size_t finding)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    return found == nullptr ? 0 : found->what.offset;
}

size_t bontot_lint_line(const bontot_lint* lint, size_t finding)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    return found == nullptr ? 0 : found->what.line;
}

size_t bontot_lint_column(const bontot_lint* lint, size_t finding)
{
    const bontot::lint_finding* const found = finding_of(lint, finding);
    return found == nullptr ? 0 : found->what.column;
}

bontot_status bontot_lint_write(
    bontot_text** out, const bontot_lint* lint, const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(lint, "lint");
        write_text(out, options, [&](bontot::string& text) {
            append_json(text, *lint->sheet, lint->findings, language_of(options));
        });
    });
}

void bontot_lint_free(bontot_lint* lint)
{
    free_handle(lint);
}
