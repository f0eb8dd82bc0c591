// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_STREAM_HPP
#define BONTOT_IMPL_DOSSIER_STREAM_HPP

#include <bontot/dossier.hpp>

#include <bontot/detail/document_number.hpp>
#include <bontot/detail/fact_check.hpp>
#include <bontot/detail/json_reading.hpp>
#include <bontot/detail/plain_json.hpp>
#include <bontot/impl/dossier_completing.hpp>

namespace bontot::detail {

/** A text of at most so many bytes, made in an arena: one that is only ever shortened. */
class bounded_text
{
public:
    bounded_text(arena& store, std::size_t most)
        : begin_(store.make_array<char>(most + 1)), end_(begin_), most_(most)
    {}

    void append(const char* bytes, std::size_t count)
    {
        is_within_ = is_within_ && count <= most_ - size();
        if (!is_within_) return;
        std::memcpy(end_, bytes, count);
        end_ += count;
    }
    bounded_text& operator+=(std::string_view bytes)
    {
        append(bytes.data(), bytes.size());
        return *this;
    }
    bounded_text& operator+=(char byte)
    {
        append(&byte, 1);
        return *this;
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }
    [[nodiscard]] char back() const { return end_[-1]; }

    /** Gives the text, with a zero byte behind it; false: it did not fit. */
    bool finish(std::string_view& out)
    {
        *end_ = '\0';
        out = std::string_view(begin_, size());
        return is_within_;
    }

private:
    char* begin_;
    char* end_;
    std::size_t most_;
    bool is_within_ = true;
};

/** Reads a dossier that has nothing unusual, from its text straight into its slots.

    What is unusual, be it an error or only rare, it leaves to
    @ref dossier_reading, which reads the text from its beginning and alone
    says what is wrong. So each function tells only whether it understood; all
    that it does understand must mean what it means there.
*/
class dossier_stream
{
public:
    dossier_stream(dossier& out, const dossier_options& options, std::string_view json)
        : out_(out), sheet_(*out.sheet), options_(options), json_(json, out.store)
    {}

    bool read();

private:
    /** A name that an object may have, and what reads the value. */
    template <class Into>
    struct member
    {
        plain_key key;
        bool (*read)(dossier_stream& from, Into& into);
    };
    /** Which name came after each one the last time; before that, the next one in the table. */
    template <std::size_t Count>
    struct followers
    {
        constexpr followers() noexcept
        {
            for (std::size_t i = 0; i <= Count; ++i)
                next[i] = i + 1 < Count ? i + 1 : 0;
        }
        std::size_t next[Count + 1]; /**< the last one: which name came first */
    };
    template <std::size_t Required, class Into, std::size_t Count>
    bool read_members(const member<Into> (&table)[Count], followers<Count>& after, Into& into);
    template <class Into, std::size_t Count>
    std::size_t take_key(const member<Into> (&table)[Count], std::size_t guess);

    // dossier_stream.hpp
    bool read_rubric_name();
    bool read_unit();
    bool read_period();
    bool complete();
    bool read_text_or_null(std::string_view& out);
    bool read_normal_or_null(std::string_view& out);
    bool read_date(std::optional<date>& out);
    bool read_date_or_null(std::optional<date>& out);
    bool normalize(std::string_view& text);

    // dossier_stream_facts.hpp
    bool read_facts();
    bool read_fact(const fact_spec& fact, feel::value& out);
    bool read_number_fact(const fact_spec& fact, feel::value& out);
    bool read_text_fact(const fact_spec& fact, feel::value& out);

    // dossier_stream_evidence.hpp
    bool read_evidence();
    bool read_document(evidence_record& record);
    bool read_document_number(evidence_record& record);
    bool read_status(evidence_record& record);
    bool read_supports(evidence_record& record);
    [[nodiscard]] bool has_repeated_ids() const;

    dossier& out_;
    const rubric& sheet_;
    const dossier_options& options_;
    plain_json json_;
};

/** Reads an object; the first names of the table are required. */
template <std::size_t Required, class Into, std::size_t Count>
bool dossier_stream::read_members(
    const member<Into> (&table)[Count], followers<Count>& after, Into& into
)
{
    static_assert(Count < 32);
    constexpr std::uint32_t required = (1U << Required) - 1;
    if (!json_.take('{')) return false;
    std::uint32_t seen = 0;
    std::size_t last = Count;
    do {
        if (!json_.take('"')) return false;
        const std::size_t which = take_key(table, after.next[last]);
        if (which == Count || (seen >> which & 1U) != 0 || !json_.take(':')) return false;
        seen |= 1U << which;
        after.next[last] = which;
        last = which;
        if (!table[which].read(*this, into)) return false;
    } while (json_.take(','));
    return (seen & required) == required && json_.take('}');
}

/** Returns which name stands next, or how many there are if it is none of them. */
template <class Into, std::size_t Count>
std::size_t dossier_stream::take_key(const member<Into> (&table)[Count], std::size_t guess)
{
    std::size_t which = guess;
    for (std::size_t next = 0; !json_.take_key(table[which].key); ++next) {
        if (next == Count) return Count;
        which = next;
    }
    return which;
}

inline bool dossier_stream::read()
{
    using reader = dossier_stream;
    constexpr auto is_null = [](reader& from, reader&) { return from.json_.take_null(); };
    static constexpr member<reader> table[] = {
        {"format",
         [](reader& from, reader&) {
             std::string_view name;
             return from.json_.take_text(name) && name == dossier_format;
         }},
        {"unit", [](reader& from, reader&) { return from.read_unit(); }},
        {"period", [](reader& from, reader&) { return from.read_period(); }},
        {"rubric", [](reader& from, reader&) { return from.read_rubric_name(); }},
        {"facts", [](reader& from, reader&) { return from.read_facts(); }},
        {"evidence", [](reader& from, reader&) { return from.read_evidence(); }},
        {"marks", is_null},
        {"members", is_null},
        {"history", is_null},
        {"results", is_null},
        {"exceptions", is_null},
        {"guide", is_null}};
    followers<std::size(table)> after;
    return read_members<3>(table, after, *this) && json_.is_at_end() && complete();
}

inline bool dossier_stream::read_rubric_name()
{
    struct name
    {
        std::string_view id;
        std::string_view version;
    } given{sheet_.id, sheet_.version};
    static constexpr member<name> table[] = {
        {"id", [](dossier_stream& from, name& to) { return from.json_.take_text(to.id); }},
        {"version",
         [](dossier_stream& from, name& to) { return from.json_.take_text(to.version); }}};
    followers<std::size(table)> after;
    if (!read_members<1>(table, after, given)) return false;
    const bool is_ours = given.id == sheet_.id && given.version == sheet_.version;
    return is_ours || options_.allow_other_rubric;
}

inline bool dossier_stream::read_unit()
{
    using reader = dossier_stream;
    static constexpr member<dossier> table[] = {
        {"id", [](reader& from, dossier& to) { return from.json_.take_text(to.unit_id); }},
        {"name", [](reader& from, dossier& to) { return from.read_text_or_null(to.unit_name); }},
        {"kind", [](reader& from, dossier& to) { return from.read_normal_or_null(to.unit_kind); }},
        {"group", [](reader& from, dossier& to) { return from.read_text_or_null(to.unit_group); }},
        {"parent",
         [](reader& from, dossier& to) { return from.read_text_or_null(to.unit_parent); }}};
    followers<std::size(table)> after;
    if (!read_members<1>(table, after, out_) || !is_id_length(out_.unit_id)) return false;
    return out_.unit_kind.empty() || options_.allow_other_rubric ||
           is_unit_kind(sheet_, out_.unit_kind);
}

inline bool dossier_stream::read_period()
{
    using reader = dossier_stream;
    static constexpr member<dossier> table[] = {
        {"from", [](reader& from, dossier& to) { return from.read_date(to.from); }},
        {"to", [](reader& from, dossier& to) { return from.read_date(to.to); }}};
    followers<std::size(table)> after;
    if (!read_members<2>(table, after, out_)) return false;
    return !(*out_.to < *out_.from) && is_period(*out_.from, *out_.to, sheet_.period_months);
}

/** Gives FEEL what depends on all of the dossier, and tells whether its consistency holds. */
inline bool dossier_stream::complete()
{
    complete_slots(out_);
    if (out_.evidence_given) complete_evidence(out_);
    diagnosis faults(out_.store.source());
    check_consistency(out_, nullptr, out_.working, faults);
    return faults.empty();
}

inline bool dossier_stream::read_text_or_null(std::string_view& out)
{
    return json_.is_text_next() ? json_.take_text(out) : json_.take_null();
}

inline bool dossier_stream::read_normal_or_null(std::string_view& out)
{
    return json_.is_text_next() ? json_.take_text(out) && normalize(out) : json_.take_null();
}

inline bool dossier_stream::read_date(std::optional<date>& out)
{
    std::string_view text;
    if (!json_.take_text(text) || text.size() != 10) return false;
    out = parse_date(text);
    return out.has_value();
}

inline bool dossier_stream::read_date_or_null(std::optional<date>& out)
{
    return json_.is_text_next() ? read_date(out) : json_.take_null();
}

/** Composes the text that was read last. */
inline bool dossier_stream::normalize(std::string_view& text)
{
    if (json_.is_ascii() || is_plainly_normal(text)) return true;
    bounded_text normal(out_.store, text.size());
    append_normalized(normal, text);
    return normal.finish(text);
}

/** Reads a dossier into one that is empty, if there is nothing unusual about it.

    @return Whether it was read; if not, what the dossier holds means nothing.
*/
[[nodiscard]] inline bool
read_plain_dossier(dossier& out, std::string_view json, const dossier_options& options)
{
    constexpr std::size_t most_bytes = 1U << 20U; // keeps the values within their limit too
    constexpr std::size_t most_depth = 4;         // the list of what a document supports
    const bool is_usual = options.trusted == trust::all && options.committee == nullptr &&
                          options.also_known == nullptr && json.size() <= most_bytes &&
                          json.size() <= options.limits.bytes && options.limits.depth >= most_depth;
    return is_usual && dossier_stream(out, options, json).read();
}

} // namespace bontot::detail

#include <bontot/impl/dossier_stream_evidence.hpp>
#include <bontot/impl/dossier_stream_facts.hpp>

#endif
