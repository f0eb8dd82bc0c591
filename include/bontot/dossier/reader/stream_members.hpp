// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_MEMBERS_HPP
#define BONTOT_DOSSIER_READER_STREAM_MEMBERS_HPP

#include <bontot/arena.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/dossier/reader/stream_facts.hpp>
#include <bontot/dossier/reader/stream_list.hpp>
#include <bontot/json/plain_json.hpp>
#include <bontot/rubric/known_value.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace bontot::detail {

/** Reads the members, each as a context of its id and the rubric's facts, in this order. */
class member_stream
{
public:
    explicit member_stream(dossier_stream_base& from)
        : from_(from), facts_(from.sheet.member_facts), size_(facts_.size() + 1)
    {}

    bool read();

private:
    /** A bit a field says whether it was given. */
    static constexpr std::size_t most_fields = 64;
    /** Keeps what a text can ask for in memory well below what it takes itself. */
    static constexpr std::size_t most_members = 4096;

    void make_blank();
    bool read_fields(feel::field* fields);
    bool read_field(std::size_t which, feel::value& out);
    std::size_t take_key(std::size_t guess);
    bool takes_key(std::size_t which);

    dossier_stream_base& from_;
    const vector<fact_spec>& facts_;
    std::size_t size_;
    feel::field* blank_ = nullptr; /**< what a member is before anything is said of it */
};

inline bool member_stream::read()
{
    if (from_.json.take_null()) return true;
    if (size_ > most_fields) return false;
    arena& store = from_.out.store;
    make_blank();
    arena_list<feel::value> members(store);
    arena_list<std::string_view> ids(store);
    const bool is_read = from_.read_list([&] {
        feel::field* const fields = store.make_array<feel::field>(size_);
        std::uninitialized_copy_n(blank_, size_, fields);
        if (members.size() == most_members || !read_fields(fields)) return false;
        const feel::value& id = fields[0].content;
        ids.push_back(id.is_unknown() ? std::string_view() : id.as_text());
        members.push_back(feel::value::context(fields, size_));
        return true;
    });
    if (!is_read || has_repeated(ids.items())) return false;
    from_.out.slots[from_.sheet.reserved_slot(rubric::members)] =
        feel::value::list(members.items());
    return true;
}

inline void member_stream::make_blank()
{
    blank_ = from_.out.store.make_array<feel::field>(size_);
    for (std::size_t i = 0; i < size_; ++i) {
        const feel::symbol name = i == 0 ? from_.sheet.symbols.id : facts_[i - 1].symbol;
        std::uninitialized_fill_n(blank_ + i, 1, feel::field{name, feel::value::unknown()});
    }
}

inline bool member_stream::read_fields(feel::field* fields)
{
    if (!from_.json.take('{')) return false;
    std::uint64_t seen = 0;
    std::size_t which = size_; // most members give their facts in the order of the rubric
    do {
        if (!from_.json.take('"')) return false;
        which = take_key(which < size_ ? which + 1 : 0);
        if (which == size_ || (seen >> which & 1U) != 0 || !from_.json.take(':')) return false;
        seen |= std::uint64_t{1} << which;
        if (!read_field(which, fields[which].content)) return false;
    } while (from_.json.take(','));
    return (seen & 1U) != 0 && from_.json.take('}');
}

inline bool member_stream::read_field(std::size_t which, feel::value& out)
{
    if (which > 0) return fact_stream(from_).read_value(facts_[which - 1], out);
    std::string_view id;
    if (!from_.json.take_text(id)) return false;
    out = known_text(id);
    return true;
}

/** Returns which field's name stands next, or how many there are if it is none of them. */
inline std::size_t member_stream::take_key(std::size_t guess)
{
    if (guess < size_ && takes_key(guess)) return guess;
    for (std::size_t which = 0; which < size_; ++which) {
        if (takes_key(which)) return which;
    }
    return size_;
}

inline bool member_stream::takes_key(std::size_t which)
{
    static constexpr plain_key id = "id";
    return which == 0 ? from_.json.take_key(id) : from_.json.take_key(facts_[which - 1].id);
}

} // namespace bontot::detail

#endif
