// SPDX-License-Identifier: BSL-1.0
// Design 7.2: whatever completes a dossier scores within the interval that was told before. Makes
// rubrics and dossiers from seeds and completes each dossier in every way, or in many.
// Usage: soundness LEAST_COMPLETIONS | soundness --replay SEED

#include "completions.hpp"
#include "dossier_maker.hpp"
#include "law.hpp"
#include "met.hpp"
#include "tightness.hpp"

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <stdexcept>

namespace {

using namespace soundness;

constexpr std::size_t dossiers_of_a_rubric = 4;
constexpr std::size_t most_exhaustive = 400;
constexpr std::size_t samples = 150;
constexpr std::size_t most_failures = 20;

/** Thrown where the generator itself is wrong. */
class bad_generator : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

std::string shown(const bontot::error_list& errors)
{
    std::string out;
    for (const bontot::diagnostic& each : errors) {
        append_diagnostic(out, each, bontot::language::en);
        out += "\n";
    }
    return out;
}

/** Everything that is tried from one seed. */
class trial
{
public:
    trial(std::uint64_t seed, coverage& met)
        : random_(seed), met_(met), sheet_(sheet_maker(random_, static_cast<int>(seed % 3)).make())
    {
        auto read = bontot::read_rubric(sheet_.json);
        if (!read) throw bad_generator(sheet_.json + "\n" + shown(read.error()));
        rubric_ = *read;
        note_rubric(*rubric_, met_);
    }

    /** Returns how many completions were tried. */
    std::size_t run()
    {
        for (std::size_t i = 0; i < dossiers_of_a_rubric && failure_.empty(); ++i)
            run_dossier();
        return tried_;
    }
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    void run_dossier()
    {
        json_ = make_dossier_json(random_, sheet_);
        const auto given = bontot::read_dossier(rubric_, json_);
        if (!given) {
            const bool is_expected =
                given.error().front().code == bontot::message::dossier_inconsistent;
            if (!is_expected) throw bad_generator(json_ + "\n" + shown(given.error()));
            met_.met("inconsistent dossier");
            return;
        }
        const auto working = bontot::read_dossier(rubric_, json_);
        const std::size_t role = random_.one_of(sheet_.roles + 1);
        as_of_ = role < sheet_.roles ? static_cast<std::uint32_t>(role) : bontot::none;
        evaluate(**given, wide_, as_of_);
        note_result(wide_, "before", met_);
        completions all(**given, **working, sheet_, as_of_, random_, met_);
        const law within(**given, wide_);
        std::vector<std::size_t> ways(all.parts().size(), 0);
        const bool is_small = all.count(most_exhaustive) <= most_exhaustive;
        met_.met(is_small ? "all completions of a dossier" : "some completions of a dossier");
        do {
            if (!is_small) draw(all, ways);
            try_one(all, **working, within, ways);
        } while (failure_.empty() && (is_small ? next(all, ways) : ++drawn_ % samples != 0));
    }

    void draw(const completions& all, std::vector<std::size_t>& ways)
    {
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const bool is_left = random_.chance(6);
            ways[i] = is_left ? completions::left_open : random_.one_of(all.parts()[i].ways.size());
        }
    }

    static bool next(const completions& all, std::vector<std::size_t>& ways)
    {
        for (std::size_t i = 0; i < ways.size(); ++i) {
            if (++ways[i] < all.parts()[i].ways.size()) return true;
            ways[i] = 0;
        }
        return false;
    }

    void try_one(
        completions& all, const bontot::dossier& working, const law& within,
        const std::vector<std::size_t>& ways
    )
    {
        if (!all.complete(ways)) {
            met_.met("inconsistent completion");
            return;
        }
        ++tried_;
        evaluate(working, narrow_, as_of_);
        if (tried_ % 16 == 1) note_result(narrow_, "after", met_);
        const std::string broken = within.broken_by(working, narrow_);
        if (broken.empty()) return;
        failure_ = sheet_.json + "\n" + json_ + "\nas of role " + std::to_string(as_of_) +
                   ", completed by:\n";
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const open_part& part = all.parts()[i];
            const bool is_left = ways[i] == completions::left_open;
            failure_ +=
                "  " + part.name + ": " + (is_left ? "left open" : part.ways[ways[i]]) + "\n";
        }
        failure_ += "before: " + soundness::shown(wide_);
        failure_ += "after: " + soundness::shown(narrow_) + "WRONG: " + broken;
    }

    dice random_;
    coverage& met_;
    sheet_text sheet_;
    std::shared_ptr<const bontot::rubric> rubric_;
    std::string json_;
    std::uint32_t as_of_ = bontot::none; /**< the last role whose marks count */
    bontot::result wide_;
    bontot::result narrow_;
    std::size_t tried_ = 0;
    std::size_t drawn_ = 0;
    std::string failure_;
};

/** Counts what fails, and keeps the shortest of it to be shown. */
class failure_list
{
public:
    void add(std::uint64_t seed, const std::string& failure)
    {
        if (failure.empty()) return;
        ++count_;
        if (!shortest_.empty() && shortest_.size() <= failure.size()) return;
        shortest_ = "seed " + std::to_string(seed) + "\n" + failure;
    }
    [[nodiscard]] bool is_full() const { return count_ >= most_failures; }

    /** Returns whether all is well. */
    [[nodiscard]] bool show() const
    {
        if (count_ == 0) return true;
        std::cerr << shortest_ << count_ << " seeds failed; the shortest is shown.\n";
        return false;
    }

private:
    std::size_t count_ = 0;
    std::string shortest_;
};

int replay(std::uint64_t seed)
{
    coverage met;
    trial one(seed, met);
    const std::size_t tried = one.run();
    const std::string tight = try_tightness(seed, met);
    std::cout << one.failure() << tried << " completions\n" << tight;
    return one.failure().empty() && tight.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

/** Runs seeds until there are enough completions, and one tight sheet for each seed. */
int run(std::size_t least)
{
    coverage met;
    expect_all(met);
    expect_tight(met);
    failure_list outside;
    failure_list loose;
    std::size_t tried = 0;
    std::uint64_t seed = 0;
    for (; tried < least && !outside.is_full() && !loose.is_full(); ++seed) {
        trial one(seed, met);
        tried += one.run();
        outside.add(seed, one.failure());
        loose.add(seed, try_tightness(seed, met));
    }
    std::cout << tried << " completions of dossiers of " << seed << " rubrics\n";
    const bool is_sound = outside.show();
    const bool is_tight = loose.show();
    if (!is_sound || !is_tight) return EXIT_FAILURE;
    const std::string lacking = met.lacking();
    if (!lacking.empty()) std::cerr << "never met:\n" << lacking;
    return lacking.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int count, char** arguments)
{
    try {
        const bool is_replay = count == 3 && std::strcmp(arguments[1], "--replay") == 0;
        if (is_replay) return replay(std::stoull(arguments[2]));
        if (count == 2) return run(std::stoull(arguments[1]));
        std::cerr << "usage: soundness LEAST_COMPLETIONS | soundness --replay SEED\n";
    } catch (const std::exception& wrong) {
        std::cerr << wrong.what() << "\n";
    }
    return EXIT_FAILURE;
}
