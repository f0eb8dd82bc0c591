// SPDX-License-Identifier: BSL-1.0
// Feeds the C ABI with a dossier that Boost.JSON read. Included once by a test program.
#ifndef BONTOT_TESTS_CAPI_FEEDER_HPP
#define BONTOT_TESTS_CAPI_FEEDER_HPP

#include <bontot/bontot.h>

#include <boost/json.hpp>

#include <cmath>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace json = boost::json;

namespace {

int failures = 0;

void check(bool holds, const char* what, int line)
{
    if (holds) return;
    std::fprintf(stderr, "line %d: %s\n", line, what);
    ++failures;
}

#define CHECK(condition) check((condition), #condition, __LINE__)

template <auto Free>
struct freeing
{
    template <class Handle>
    void operator()(Handle* handle) const noexcept
    {
        Free(handle);
    }
};

using rubric_handle = std::unique_ptr<bontot_rubric, freeing<bontot_rubric_free>>;
using dossier_handle = std::unique_ptr<bontot_dossier, freeing<bontot_dossier_free>>;
using options_handle = std::unique_ptr<bontot_options, freeing<bontot_options_free>>;
using result_handle = std::unique_ptr<bontot_result, freeing<bontot_result_free>>;
using path_handle = std::unique_ptr<bontot_path, freeing<bontot_path_free>>;
using error_handle = std::unique_ptr<bontot_error, freeing<bontot_error_free>>;
using text_handle = std::unique_ptr<bontot_text, freeing<bontot_text_free>>;

/** Lets a C function make a handle. */
template <class Handle>
class made
{
public:
    explicit made(Handle& into) : into_(into) {}
    made(const made&) = delete;
    made& operator=(const made&) = delete;
    ~made() { into_.reset(plain_); }
    operator typename Handle::pointer *() { return &plain_; }

private:
    Handle& into_;
    typename Handle::pointer plain_ = nullptr;
};

/** Codes and places of errors, whatever their order. */
using faults = std::multiset<std::pair<std::string, std::string>>;

void collect(faults& out, const bontot_error* error)
{
    for (std::size_t i = 0; i < bontot_error_count(error); ++i)
        out.emplace(bontot_error_code(error, i), bontot_error_pointer(error, i));
}

std::string shown(const faults& of)
{
    std::string out;
    for (const auto& [code, pointer] : of)
        out += " " + code + " at " + pointer + ";";
    return out;
}

std::string codes(const faults& of)
{
    std::string out;
    for (const auto& each : of)
        out += each.first + ";";
    return out;
}

/** Tells a number exactly that has at most 15 digits. */
bontot_number number_of(const json::value& given)
{
    if (given.is_int64()) return {given.as_int64(), 0};
    double scaled = given.as_double();
    std::int32_t scale = 0;
    while (std::fabs(scaled - std::round(scaled)) > 1e-9 && scale < 15) {
        ++scale;
        scaled = given.as_double() * std::pow(10.0, scale);
    }
    return {static_cast<std::int64_t>(std::llround(scaled)), scale};
}

std::string_view text_of(const json::object& from, std::string_view key)
{
    const json::value* const found = from.if_contains(key);
    if (found == nullptr || found->is_null()) return {};
    return found->as_string();
}

/** Feeds a dossier handle with what a JSON dossier says. */
class feeder
{
public:
    feeder(const bontot_rubric* rubric, bontot_dossier* into) : rubric_(rubric), into_(into) {}

    [[nodiscard]] const faults& found() const { return found_; }

    void feed(const json::object& from)
    {
        feed_unit(from.at("unit").as_object());
        const json::object& period = from.at("period").as_object();
        const std::string_view first = text_of(period, "from");
        const std::string_view last = text_of(period, "to");
        call(bontot_dossier_set_period, first.data(), first.size(), last.data(), last.size());
        each_part(from, "facts", [this](const json::value& of) { feed_facts(of.as_object()); });
        each_part(from, "marks", [this](const json::value& of) { feed_marks(of.as_object()); });
        list(from, "members", BONTOT_PART_MEMBERS, &feeder::feed_member);
        list(from, "evidence", BONTOT_PART_EVIDENCE, &feeder::feed_document);
        list(from, "history", BONTOT_PART_HISTORY, &feeder::feed_history);
        list(from, "results", BONTOT_PART_RESULTS, &feeder::feed_result);
        list(from, "exceptions", BONTOT_PART_EXCEPTIONS, &feeder::feed_exception);
    }

private:
    /** Calls a function that changes the dossier, and keeps what it finds wrong. */
    template <class Function, class... Arguments>
    bool call(Function function, Arguments... arguments)
    {
        error_handle error;
        const bontot_status status = function(into_, arguments..., made(error));
        CHECK(status == BONTOT_OK || status == BONTOT_BAD_INPUT);
        CHECK((status == BONTOT_OK) == (error == nullptr));
        collect(found_, error.get());
        return status == BONTOT_OK;
    }

    /** The same of one that tells the number of what it added. */
    template <class Function>
    std::size_t add(Function function, std::string_view id)
    {
        error_handle error;
        std::size_t out = BONTOT_NONE;
        const bontot_status status = function(&out, into_, id.data(), id.size(), made(error));
        CHECK((status == BONTOT_OK) == (out != BONTOT_NONE));
        collect(found_, error.get());
        return out;
    }

    template <class Function>
    void each_part(const json::object& from, std::string_view key, const Function& function)
    {
        const json::value* const found = from.if_contains(key);
        if (found != nullptr && !found->is_null()) function(*found);
    }

    void list(
        const json::object& from, std::string_view key, bontot_part part,
        void (feeder::*feed_entry)(const json::object&)
    )
    {
        each_part(from, key, [&](const json::value& entries) {
            call(bontot_dossier_give, part);
            for (const json::value& each : entries.as_array())
                (this->*feed_entry)(each.as_object());
        });
    }

    void feed_unit(const json::object& from)
    {
        const std::string_view id = text_of(from, "id");
        const std::string_view name = text_of(from, "name");
        call(bontot_dossier_set_unit, id.data(), id.size(), name.data(), name.size());
        constexpr std::string_view keys[] = {"kind", "group", "parent"};
        for (int i = 0; i < 3; ++i) {
            const std::string_view text = text_of(from, keys[i]);
            if (!text.empty()) call(bontot_dossier_set_unit_field, i, text.data(), text.size());
        }
    }

    void feed_facts(const json::object& from)
    {
        for (const auto& each : from) {
            const std::string_view id = each.key();
            const json::value& given = each.value();
            const std::size_t slot = bontot_rubric_fact_slot(rubric_, id.data(), id.size());
            CHECK(slot != BONTOT_NONE);
            if (given.is_null()) {
                call(bontot_dossier_clear, slot);
            } else if (given.is_bool()) {
                call(bontot_dossier_set_boolean, slot, std::int32_t{given.as_bool()});
            } else if (given.is_number()) {
                call(bontot_dossier_set_number, slot, number_of(given));
            } else {
                const std::string_view text = given.as_string();
                const bontot_fact_type type = bontot_rubric_fact_type(rubric_, slot);
                if (type == BONTOT_FACT_NUMBER) {
                    call(bontot_dossier_set, id.data(), id.size(), text.data(), text.size());
                } else if (type == BONTOT_FACT_DATE) {
                    call(bontot_dossier_set_date, slot, text.data(), text.size());
                } else {
                    call(bontot_dossier_set_text, slot, text.data(), text.size());
                }
            }
        }
    }

    void feed_marks(const json::object& from)
    {
        for (const auto& line : from) {
            const std::string_view id = line.key();
            const std::size_t node = bontot_rubric_node_find(rubric_, id.data(), id.size());
            for (const auto& mark : line.value().as_object()) {
                const std::string_view role = mark.key();
                feed_mark(
                    node, bontot_rubric_role_find(rubric_, role.data(), role.size()), mark.value()
                );
            }
        }
    }

    void feed_mark(std::size_t node, std::size_t role, const json::value& given)
    {
        const json::object words = given.is_object() ? given.as_object() : json::object();
        const bontot_number points = number_of(given.is_object() ? words.at("points") : given);
        const std::string_view comment = text_of(words, "comment");
        const std::string_view reason = text_of(words, "reason");
        const std::string_view by = text_of(words, "by");
        const std::string_view day = text_of(words, "date");
        call(
            bontot_dossier_set_mark, node, role, points, comment.data(), comment.size(),
            reason.data(), reason.size(), by.data(), by.size(), day.data(), day.size()
        );
    }

    void feed_member(const json::object& from)
    {
        const std::size_t member = add(bontot_dossier_add_member, text_of(from, "id"));
        if (member == BONTOT_NONE) return;
        for (const auto& each : from) {
            const std::string_view id = each.key();
            const json::value& given = each.value();
            if (id == "id") continue;
            const std::size_t field = bontot_rubric_field_find(rubric_, id.data(), id.size());
            CHECK(field != BONTOT_NONE);
            if (given.is_null()) {
                call(bontot_dossier_clear_member, member, field);
            } else if (given.is_bool()) {
                const std::int32_t truth{given.as_bool()};
                call(bontot_dossier_set_member_boolean, member, field, truth);
            } else if (given.is_number()) {
                call(bontot_dossier_set_member_number, member, field, number_of(given));
            } else {
                feed_text(member, field, given.as_string());
            }
        }
    }

    void feed_text(std::size_t member, std::size_t field, std::string_view text)
    {
        const bontot_fact_type type = bontot_rubric_field_type(rubric_, field);
        const auto function = type == BONTOT_FACT_DATE   ? bontot_dossier_set_member_date
                              : type == BONTOT_FACT_TEXT ? bontot_dossier_set_member_text
                                                         : bontot_dossier_set_member;
        call(function, member, field, text.data(), text.size());
    }

    void feed_document(const json::object& from)
    {
        const std::size_t document = add(bontot_dossier_add_evidence, text_of(from, "id"));
        if (document == BONTOT_NONE) return;
        constexpr std::string_view keys[] = {"kind",  "number", "issuer", "issued", "submitted",
                                             "title", "uri",    "sha256", "status"};
        for (int i = 0; i < 9; ++i) {
            const std::string_view text = text_of(from, keys[i]);
            if (!from.contains(keys[i])) continue;
            call(bontot_dossier_set_evidence, document, i, text.data(), text.size());
        }
        for (const json::value& each : from.at("supports").as_array()) {
            const std::string_view id = each.as_string();
            const std::size_t node = bontot_rubric_node_find(rubric_, id.data(), id.size());
            call(bontot_dossier_add_support, document, node);
        }
    }

    /** Returns the points of an entry of the past; null when it does not tell them. */
    const bontot_number* points_of(const json::object& from)
    {
        const json::value* const found = from.if_contains("points");
        if (found == nullptr || found->is_null()) return nullptr;
        points_ = number_of(*found);
        return &points_;
    }

    void feed_history(const json::object& from)
    {
        const std::string_view first = text_of(from, "from");
        const std::string_view last = text_of(from, "to");
        const std::string_view rubric = text_of(from, "rubric");
        const std::string_view grade = text_of(from, "grade");
        call(
            bontot_dossier_add_history, first.data(), first.size(), last.data(), last.size(),
            rubric.data(), rubric.size(), grade.data(), grade.size(), points_of(from)
        );
    }

    void feed_result(const json::object& from)
    {
        const std::string_view unit = text_of(from, "unit");
        const std::string_view rubric = text_of(from, "rubric");
        const std::string_view first = text_of(from, "from");
        const std::string_view last = text_of(from, "to");
        const std::string_view grade = text_of(from, "grade");
        call(
            bontot_dossier_add_result, unit.data(), unit.size(), rubric.data(), rubric.size(),
            first.data(), first.size(), last.data(), last.size(), grade.data(), grade.size(),
            points_of(from)
        );
    }

    void feed_exception(const json::object& from)
    {
        const std::string_view id = text_of(from, "gate");
        const std::string_view reason = text_of(from, "reason");
        const std::string_view authority = text_of(from, "authority");
        const std::string_view day = text_of(from, "date");
        const std::size_t gate = bontot_rubric_gate_find(rubric_, id.data(), id.size());
        call(
            bontot_dossier_add_exception, gate, reason.data(), reason.size(), authority.data(),
            authority.size(), day.data(), day.size()
        );
    }

    const bontot_rubric* rubric_;
    bontot_dossier* into_;
    bontot_number points_{};
    faults found_;
};

} // namespace

#endif
