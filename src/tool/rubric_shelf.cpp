// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "loading.hpp"
#include "rubric_shelf.hpp"

namespace bontot::tool {

void shelf_entry::describe(const bontot_result* result, bontot_language in) const
{
    std::call_once(described, [&] {
        const std::size_t count = bontot_result_node_count(result);
        for (std::size_t node = 0; node < count; ++node) {
            // Each node stands before those below it.
            const bool has_below =
                node + 1 < count && bontot_result_node_parent(result, node + 1) == node;
            if (has_below || bontot_result_node_kind(result, node) == BONTOT_BONUS) continue;
            lines.push_back(
                {node, bontot_result_node_id(result, node, nullptr),
                 bontot_result_node_label(result, node, in, nullptr)}
            );
        }
    });
}

rubric_shelf::rubric_shelf(const request& asked) : asked_(asked)
{
    const bontot_language in = asked.language();
    expect_one_standard_input({asked.file, asked.rubric, asked.reference}, in);
    if (!asked.reference.empty()) reference_ = read_input(asked.reference, in);
    if (asked.rubric.empty()) return;
    const options_handle options = make_options(asked);
    shelf_entry& entry = add(load_rubric(asked, options.get()));
    if (entry.reference_errors) {
        show_errors(entry.reference_errors.get(), source_of(reference_, asked), in);
        stop_after(BONTOT_BAD_INPUT);
    }
    given_ = &entry;
}

shelf_entry& rubric_shelf::add(rubric_handle rubric)
{
    const bontot_language in = asked_.language();
    auto entry = std::make_unique<shelf_entry>();
    entry->id = bontot_rubric_id(rubric.get(), nullptr);
    entry->rubric = std::move(rubric);
    entry->options = make_options(asked_);
    if (!reference_.text.empty()) {
        reference_handle given;
        const std::string& text = reference_.text;
        const bontot_status status = bontot_reference_load(
            made(given), entry->rubric.get(), text.data(), text.size(), entry->options.get(),
            made(entry->reference_errors)
        );
        if (status != BONTOT_OK && status != BONTOT_BAD_INPUT) stop_after(status);
        expect_ok(bontot_options_set_reference(entry->options.get(), given.get()), in);
    }
    entries_.push_back(std::move(entry));
    return *entries_.back();
}

const shelf_entry* rubric_shelf::find(std::string_view id)
{
    const std::lock_guard lock(guard_);
    for (const auto& each : entries_) {
        if (each->id == id) return each.get();
    }
    rubric_handle rubric;
    const std::string wanted(id);
    // An id with a zero byte in it is none of the built-in ones.
    if (wanted.find('\0') != std::string::npos) return nullptr;
    const bontot_status status =
        bontot_rubric_builtin(made(rubric), wanted.c_str(), nullptr, nullptr);
    if (status == BONTOT_NOT_FOUND) return nullptr;
    expect_ok(status, asked_.language());
    return &add(std::move(rubric));
}

} // namespace bontot::tool
