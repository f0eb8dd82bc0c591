// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_VOCABULARY_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_VOCABULARY_HPP

#include "dice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace soundness {

/** Returns a text of the generators as JSON: ' stands for ". */
std::string quoted(std::string text);

/** Returns a FEEL literal of a text, as it stands within a JSON text. */
std::string literal(const std::string& text);

enum class fact_kind
{
    number,
    boolean,
    text,
    date,
    choice
};

/** A fact of the generated rubrics, or a field of members. */
struct fact
{
    std::string id;
    fact_kind kind = fact_kind::number;
    std::string more; /**< the rest of its JSON: the range, the choices */
    bool integer = false;
    /** The values that are tried, as JSON texts: all there are, or the critical ones. */
    std::vector<std::string> values;
    bool is_derived = false; /**< from results: a dossier does not give it itself */
};

/** What the expressions of one rubric may read. */
struct vocabulary
{
    std::vector<fact> facts;
    std::vector<fact> fields; /**< of members; empty: no expression reads members */
    bool reads_history = false;
    bool reads_results = false;
    bool reads_evidence = false;
    bool reads_unit = false;

    [[nodiscard]] std::vector<const fact*> of_kind(fact_kind kind) const;
};

/** Makes a vocabulary of a few facts (size 0) up to all of them (size 2). */
vocabulary make_vocabulary(dice& random, int size);

/** Returns the element of a rubric's `facts`. */
std::string fact_json(const fact& of, bool is_field);

} // namespace soundness

#endif
