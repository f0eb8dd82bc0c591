// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_DOCUMENT_INDEX_HPP
#define BONTOT_RESULT_DOCUMENT_INDEX_HPP

#include <bontot/dossier.hpp>
#include <bontot/memory.hpp>

#include <bontot/base/id_order.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Whether a document counts for a line. */
enum class document_standing : std::uint8_t
{
    no,
    waiting, /**< it would if its status were accepted */
    late,    /**< it would if it had been in time */
    yes
};

/** The documents of a dossier by the nodes that they support, and which records are of one
    document: so that each record is looked at once for each node that it supports.

    Records may be added behind those that were taken up. Not thread safe.
*/
class document_index
{
public:
    explicit document_index(memory& source)
        : nodes_(allocator<ends>(source)), links_(allocator<link>(source)),
          documents_(allocator<document>(source)), order_(allocator<std::uint32_t>(source))
    {}

    /** Forgets all records. */
    void clear() noexcept { taken_ = 0; }

    /** Takes up the records that were added; the ones before have to be as they were. */
    void take_up(std::span<const evidence_record> records, std::size_t node_count)
    {
        if (taken_ != records.size()) take_up_more(records, node_count);
    }

    /** Calls a function with the place of each record that supports a node, in order. */
    template <class Function>
    void for_each(std::uint32_t node, const Function& look) const
    {
        if (taken_ == 0) return;
        for (std::uint32_t i = nodes_[node].first; i != none; i = links_[i].next)
            look(links_[i].record);
    }

    /** Begins with a node: the standings of its records are noted before any is asked about. */
    void begin(std::span<const evidence_record> records);
    void note(std::uint32_t record, document_standing its);

    /** Tells whether another record of the same document counts in place of this: an earlier one of
        the same standing, or any that counts in full. To be asked of each record once, in order.
    */
    [[nodiscard]] bool is_repeated(std::uint32_t record, document_standing its);

    /** Tells whether several records support a node. */
    [[nodiscard]] bool has_several(std::uint32_t node) const
    {
        return taken_ != 0 && nodes_[node].first != nodes_[node].last;
    }

private:
    struct ends
    {
        std::uint32_t first = none;
        std::uint32_t last = none;
    };
    /** A record that supports a node, and the next that does. */
    struct link
    {
        std::uint32_t record;
        std::uint32_t next;
    };
    /** Of a record: the first one of the same document. Of that one: what was noted of a node. */
    struct document
    {
        std::uint32_t first = none;
        std::uint32_t round = 0;
        std::uint8_t standings = 0; /**< bit n: some record has standing n */
        std::uint8_t counted = 0;   /**< likewise: was asked about */
    };

    void take_up_more(std::span<const evidence_record> records, std::size_t node_count);
    void number_documents(std::span<const evidence_record> records);

    vector<ends> nodes_;
    vector<link> links_;
    vector<document> documents_;
    vector<std::uint32_t> order_;
    std::size_t taken_ = 0;
    std::uint32_t round_ = 0;
    bool is_numbered_ = false;
};

} // namespace bontot::detail

#endif
