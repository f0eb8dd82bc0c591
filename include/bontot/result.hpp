// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_HPP
#define BONTOT_RESULT_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/result/document_index.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

struct kept_line;

} // namespace bontot::detail

namespace bontot {

/** What became of a node; the first that fits (design 7.1). */
enum class node_state : std::uint8_t
{
    voided,         /**< a gate or an option made it 0 */
    not_applicable, /**< its `applies` is false */
    uncovered,      /**< no step fits, or no value: people decide */
    unknown,        /**< a fact or mark is missing */
    unproven,       /**< evidence is missing */
    met,            /**< the most */
    unmet,          /**< the least */
    partly
};

/** Three-valued: what is known of a condition. */
enum class truth : std::uint8_t
{
    no,
    yes,
    open /**< it depends on what is missing */
};

/** One argument of a reason: what it is about, not yet a text. */
struct reason_argument
{
    enum class kind : std::uint8_t
    {
        nothing,
        amount,     /**< a number */
        expression, /**< a program, shown with its facts' labels and values */
        worked,     /**< a program worked out to the number `amount`; of a lone fact the amount is
                         not repeated here: it is the fact's, in @ref result::facts */
        test,       /**< a unary test in words */
        role,       /**< who gave a mark */
        words       /**< a text of the rubric */
    };

    kind what = kind::nothing;
    number amount;
    std::uint32_t index = none;
    std::string_view words;
};

/** Why a node has its points: a code and its arguments; every sentence is rendered from it. */
struct reason
{
    static constexpr std::size_t most_arguments = 6;

    message code = message{};
    reason_argument arguments[most_arguments];

    /** Which argument of a proportional line's reason says its points: the only one that follows
        the value. */
    static constexpr std::size_t proportional_points = 5;
};

/** What evaluating decided about one node; the index is the rubric's. */
struct node_result
{
    number points;   /**< at most what any completion scores, settled */
    number possible; /**< at least what any completion scores, settled */
    number max;      /**< the printed maximum, less what was dropped: the most it may be */
    number max_low;  /**< the least that @ref max may turn out to be */
    truth applies = truth::yes; /**< of a voided node yes: it counts, with 0 points */
    node_state state = node_state::unknown;
    truth good = truth::open;        /**< of a criterion with a `good` rule */
    std::span<const reason> reasons; /**< live as long as the result is not evaluated into */
    std::uint32_t line_case = none;  /**< of a line with @ref rubric_node::cases: which one, of all
                                          of the rubric; lines alike in it differ in nothing but
                                          their facts' values, and points that follow them */
    std::uint32_t first_evidence = 0;
    std::uint32_t evidence_count = 0;
};

/** What was decided about each node of the rubric, in its order.

    A node stands here, or where the result keeps lines to give them again.
*/
class node_list
{
public:
    /** Goes through the nodes. */
    class iterator
    {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = node_result;
        using pointer = const node_result*;
        using reference = const node_result&;
        using iterator_category = std::forward_iterator_tag;

        iterator() = default;
        explicit iterator(const node_result* const* at) : at_(at) {}
        reference operator*() const { return **at_; }
        pointer operator->() const { return *at_; }
        iterator& operator++()
        {
            ++at_;
            return *this;
        }
        iterator operator++(int)
        {
            const iterator before = *this;
            ++at_;
            return before;
        }
        friend bool operator==(const iterator&, const iterator&) = default;

    private:
        const node_result* const* at_ = nullptr;
    };

    explicit node_list(memory& source)
        : own_(allocator<node_result>(source)), shown_(allocator<node_result*>(source))
    {}

    [[nodiscard]] std::size_t size() const { return shown_.size(); }
    [[nodiscard]] bool empty() const { return shown_.empty(); }
    [[nodiscard]] const node_result& operator[](std::size_t index) const { return *shown_[index]; }
    [[nodiscard]] const node_result& front() const { return *shown_.front(); }
    [[nodiscard]] iterator begin() const { return iterator(shown_.data()); }
    [[nodiscard]] iterator end() const { return iterator(shown_.data() + shown_.size()); }

    /** Makes this many nodes, of which nothing is decided. */
    void reset(std::size_t count);
    /** Returns a node to write to. */
    [[nodiscard]] node_result& edit(std::size_t index) { return *shown_[index]; }
    /** Forgets what a node was, and returns it to write to. */
    node_result& renew(std::size_t index)
    {
        own_[index] = node_result();
        shown_[index] = &own_[index];
        return own_[index];
    }
    /** Shows a node that stands somewhere else. */
    void show(std::size_t index, node_result& elsewhere) { shown_[index] = &elsewhere; }

private:
    vector<node_result> own_;
    vector<node_result*> shown_;
};

/** Something that the dossier lacks. */
struct missing_item
{
    enum class kind : std::uint8_t
    {
        fact,         /**< index: slot */
        member_field, /**< index: place in the rubric's member facts */
        part,         /**< index: a reserved slot, such as the list of members */
        evidence,     /**< index: node */
        mark          /**< index: node */
    };

    kind what = kind::fact;
    std::uint32_t index = none;
    number worth; /**< the sum of (possible - points) over the lines that wait for it */
    std::uint32_t first_wait = 0; /**< what waits for it: in @ref result::wait_order */
    std::uint32_t wait_count = 0;
};

/** What waits for a missing item. */
struct wait
{
    enum class kind : std::uint8_t
    {
        node,
        good,
        gate,
        grade,
        check
    };

    std::uint32_t item = none;
    kind what = kind::node;
    std::uint32_t index = none;
};

/** Where an item stands in @ref result::missing, and its last wait in @ref result::waits; left over
    from an evaluation before unless the item that stands there is this one. */
struct item_place
{
    std::uint32_t item = 0;
    std::uint32_t last_wait = 0;
};

/** Something that people must look at: a value that no step covers, a division by 0. */
struct finding
{
    message code = message{};
    wait::kind what = wait::kind::node;
    std::uint32_t index = none;
    std::uint32_t program = none; /**< the expression without a value, if any */
};

/** The points of a node, as of one role. */
struct column_points
{
    number points;
    number possible;
};

/** What the result would be as of one role that gave marks. */
struct column
{
    std::uint32_t role = 0;
    column_points total;
    std::uint32_t grade = none;
    std::uint32_t grade_possible = none;
    std::uint32_t first_node = 0; /**< its nodes in @ref result::column_nodes, in order */
};

/** What evaluating one dossier against one rubric says.

    Can be evaluated into again and again; after a few times that allocates
    nothing. Not thread safe while it is evaluated into.

    @par Object lifetimes
    Keeps its rubric alive, and nothing of the dossier.
*/
struct result
{
    explicit result(memory& source = default_memory())
        : store(source), working(source), nodes(source), told(allocator<reason>(source)),
          evidence(allocator<std::string_view>(source)), missing(allocator<missing_item>(source)),
          waits(allocator<wait>(source)), findings(allocator<finding>(source)),
          gates(allocator<truth>(source)), checks(allocator<truth>(source)),
          exceptions(allocator<exception_record>(source)),
          reachable(allocator<std::uint32_t>(source)), facts(allocator<feel::value>(source)),
          marks(allocator<mark_record>(source)), columns(allocator<column>(source)),
          column_nodes(allocator<column_points>(source)), lifted(allocator<std::uint32_t>(source)),
          wait_order(allocator<std::uint32_t>(source)),
          node_waits(allocator<std::uint32_t>(source)),
          node_marks(allocator<std::uint32_t>(source)), lacks(allocator<truth>(source)),
          item_places(allocator<item_place>(source)), documents(source), kept_store(source),
          kept(allocator<detail::kept_line*>(source))
    {}

    std::shared_ptr<const rubric> sheet;
    arena store;           /**< holds the texts below */
    feel::scratch working; /**< what the expressions work with */
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view unit_kind;
    std::string_view unit_group;
    std::optional<date> from;
    std::optional<date> to;
    number points;
    number possible;
    number max;
    std::uint32_t grade = none; /**< the worst that is reachable; none: nothing was decided */
    std::uint32_t grade_possible = none; /**< the best */
    std::uint32_t as_of = none;          /**< the last role whose marks counted; none: no roles */
    bool by_exception = false;           /**< a gate that fired was lifted */
    number completeness;                 /**< 0..1 */
    node_list nodes;
    vector<reason> told; /**< working room: the reasons of the node that is being worked out */
    vector<std::string_view> evidence;
    vector<missing_item> missing; /**< largest worth first */
    vector<wait> waits;
    vector<finding> findings;
    vector<truth> gates;                 /**< whether the condition of each holds, lifted or not */
    vector<truth> checks;                /**< passed, failed, or open */
    vector<exception_record> exceptions; /**< of the gates that were lifted, one each */
    vector<std::uint32_t> reachable;
    std::uint32_t grades_met = 0; /**< with a quota; bit n: the n-th best grade's conditions hold */
    std::uint32_t grades_open = 0;      /**< likewise: they depend on what is missing */
    vector<feel::value> facts;          /**< the unit's facts as given, by slot */
    vector<mark_record> marks;          /**< by node, then role */
    vector<column> columns;             /**< empty unless several roles gave marks */
    vector<column_points> column_nodes; /**< of all columns */
    vector<std::uint32_t> lifted; /**< by gate: its place in @ref exceptions, if that is of it */
    vector<std::uint32_t> wait_order; /**< places in @ref waits, by item */
    vector<std::uint32_t> node_waits; /**< by node: its first in @ref waits, if that is of it */
    vector<std::uint32_t> node_marks; /**< working room: by node, its place in the marks, or none */
    vector<truth> lacks;              /**< working room: whether entries of a list lack a field */
    vector<item_place> item_places;   /**< working room: by what may be missing */
    detail::document_index documents; /**< working room: which documents support each node */
    std::shared_ptr<result> other;    /**< what columns are worked out in */

    const rubric* kept_of = nullptr; /**< whose lines these are: */
    arena kept_store;                /**< holds what @ref kept points to */
    vector<detail::kept_line*> kept; /**< by case of the rubric; null: not met yet */

    /** Returns the exception that lifts a gate, or null. */
    [[nodiscard]] const exception_record* exception_of(std::uint32_t gate) const;

    /** Returns the places in @ref waits of what waits for a missing item, in the order of the
     * rubric.
     */
    [[nodiscard]] std::span<const std::uint32_t> waits_for(std::size_t item) const
    {
        const missing_item& of = missing[item];
        return std::span<const std::uint32_t>(wait_order).subspan(of.first_wait, of.wait_count);
    }

    /** Returns the marks of a node, by role. */
    [[nodiscard]] std::span<const mark_record> marks_of(std::uint32_t node) const;

    /** Returns what a node waits for. */
    [[nodiscard]] std::span<const wait> waits_of(std::uint32_t node) const;

    /** Returns whether the own conditions of a grade hold, of a rubric with a quota. */
    [[nodiscard]] truth grade_meets(std::uint32_t index) const;
};

} // namespace bontot

#endif
