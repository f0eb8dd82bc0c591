// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_PASSING_HPP
#define BONTOT_DOSSIER_READER_STREAM_PASSING_HPP

#include <bontot/number.hpp>

#include <bontot/dossier/reader/stream_list.hpp>
#include <bontot/json/plain_json.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

/** Passes over what nothing is read of; looks only that it is JSON. */
class passing_stream
{
public:
    using name_list = arena_list<std::string_view>;

    /** @param names Where to keep the names of the objects that are open, to see that none stands
        twice in one; null: they may.
    */
    passing_stream(plain_json& json, name_list* names) : json_(json), names_(names) {}

    /** Passes over a value.

        @param levels How deep objects and lists may stand in each other.
    */
    bool pass(std::size_t levels);

    /** Reads an object that may have any names: a function is told each, and reads its value. */
    template <class Function>
    bool each_member(const Function& read_value);

private:
    bool pass_list(std::size_t levels);
    bool take_name(std::string_view& name);
    [[nodiscard]] bool close(std::size_t first_name);

    plain_json& json_;
    name_list* names_;
};

inline bool passing_stream::pass(std::size_t levels)
{
    if (json_.take('"')) return json_.pass_rest_of_text();
    if (json_.is_next('{'))
        return levels > 0 && each_member([&](std::string_view) { return pass(levels - 1); });
    if (json_.take('[')) return levels > 0 && pass_list(levels - 1);
    number amount;
    return json_.take_number(amount) || json_.take_null() || json_.take_boolean();
}

inline bool passing_stream::pass_list(std::size_t levels)
{
    if (json_.take(']')) return true;
    do {
        if (!pass(levels)) return false;
    } while (json_.take(','));
    return json_.take(']');
}

template <class Function>
bool passing_stream::each_member(const Function& read_value)
{
    if (!json_.take('{')) return false;
    if (json_.take('}')) return true;
    const std::size_t first_name = names_ == nullptr ? 0 : names_->size();
    std::string_view name;
    do {
        if (!take_name(name) || !read_value(name)) return false;
    } while (json_.take(','));
    return json_.take('}') && close(first_name);
}

/** Steps over a name and what parts it from its value. Not inlined: there are many kinds of object
    that few dossiers have. */
[[gnu::noinline]] inline bool passing_stream::take_name(std::string_view& name)
{
    if (!json_.take_text(name) || !json_.take(':')) return false;
    if (names_ != nullptr) names_->push_back(name);
    return true;
}

/** Forgets the names of an object and tells whether they were different. */
inline bool passing_stream::close(std::size_t first_name)
{
    if (names_ == nullptr) return true;
    const bool is_fine = !has_repeated(names_->items().subspan(first_name));
    names_->cut(first_name);
    return is_fine;
}

} // namespace bontot::detail

#endif
