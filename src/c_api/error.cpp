// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

namespace bontot::c_api {

namespace {

/** Makes a pointer one line that a C string can hold: somebody's key may have zero bytes in it. */
void make_printable(bontot::string& text)
{
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
    }
}

error_entry rendered(const diagnostic& each)
{
    error_entry out{
        message_code(each.code).data(), {}, each.pointer, each.offset, each.line, each.column,
        each.expression_column};
    append_diagnostic(out.messages[BONTOT_VI], each, language::vi);
    append_diagnostic(out.messages[BONTOT_EN], each, language::en);
    make_printable(out.pointer);
    return out;
}

} // namespace

vector<error_entry> entries_of(const error_list& errors)
{
    vector<error_entry> out;
    out.reserve(errors.size());
    for (const diagnostic& each : errors)
        out.push_back(rendered(each));
    return out;
}

void store_error(bontot_error** error, const error_list& errors) noexcept
{
    if (error == nullptr) return;
    try {
        *error = make_handle<bontot_error>(runtime_memory(), entries_of(errors));
    } catch (...) {
        *error = nullptr;
    }
}

error_list one_fault(message code, std::initializer_list<std::string_view> arguments)
{
    diagnostic fault;
    fault.code = code;
    for (const std::string_view each : arguments)
        fault.arguments.emplace_back(each);
    error_list out;
    out.push_back(std::move(fault));
    return out;
}

void refuse(bontot_status status, message code, std::initializer_list<std::string_view> arguments)
{
    throw refusal{status, one_fault(code, arguments)};
}

} // namespace bontot::c_api

namespace {

const error_entry* fault_of(const bontot_error* error, std::size_t entry)
{
    const bool is_there = error != nullptr && entry < error->entries.size();
    return is_there ? &error->entries[entry] : nullptr;
}

} // namespace

size_t bontot_error_count(const bontot_error* error)
{
    return error == nullptr ? 0 : error->entries.size();
}

const char* bontot_error_code(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? nullptr : found->code;
}

const char* bontot_error_message(const bontot_error* error, size_t entry, bontot_language language)
{
    const error_entry* const found = fault_of(error, entry);
    if (found == nullptr) return nullptr;
    return found->messages[language == BONTOT_EN ? BONTOT_EN : BONTOT_VI].c_str();
}

const char* bontot_error_pointer(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? nullptr : found->pointer.c_str();
}

size_t bontot_error_offset(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? 0 : found->offset;
}

size_t bontot_error_line(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? 0 : found->line;
}

size_t bontot_error_column(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? 0 : found->column;
}

size_t bontot_error_expression_column(const bontot_error* error, size_t entry)
{
    const error_entry* const found = fault_of(error, entry);
    return found == nullptr ? 0 : found->expression_column;
}

void bontot_error_free(bontot_error* error)
{
    bontot::c_api::free_handle(error);
}
