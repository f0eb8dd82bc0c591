// SPDX-License-Identifier: BSL-1.0
#include "display.hpp"
#include "phrases.hpp"
#include "tally.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot::tool {

namespace {

constexpr std::size_t most_losses = 10; // lines of the table
constexpr std::size_t figure_width = 10;

/** Adds a figure of a node, or takes it off. */
void add_points(exact_sum& sum, const bontot_result* result, std::size_t node, bontot_figure figure)
{
    bontot_number amount{};
    if (bontot_result_node_points(result, node, figure, &amount) == BONTOT_OK) {
        sum.add(amount);
        return;
    }
    char digits[BONTOT_NUMBER_ROOM];
    if (bontot_result_node_points_text(result, node, figure, digits, sizeof digits) == BONTOT_OK)
        sum.add_text(digits);
}

void add_total(exact_sum& sum, const bontot_result* result, bontot_figure figure)
{
    bontot_number amount{};
    if (bontot_result_total(result, figure, &amount) == BONTOT_OK) {
        sum.add(amount);
        return;
    }
    char digits[BONTOT_NUMBER_ROOM];
    if (bontot_result_total_text(result, figure, digits, sizeof digits) == BONTOT_OK)
        sum.add_text(digits);
}

std::size_t grade_index(const bontot_rubric* rubric, std::string_view id)
{
    std::size_t index = 0;
    while (bontot_rubric_grade_id(rubric, index, nullptr) != id)
        ++index;
    return index;
}

/** A figure with the decimal mark of the language. */
std::string told(std::string figure, bontot_language in)
{
    if (in == BONTOT_VI) std::replace(figure.begin(), figure.end(), '.', ',');
    return figure;
}

/** A share of a count in percent, with one decimal, rounded half up. */
std::string percent(std::uint64_t part, std::uint64_t whole, bontot_language in)
{
    const std::uint64_t tenths = (part * 2000 / std::max<std::uint64_t>(whole, 1) + 1) / 2;
    return told(std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10), in) + " %";
}

void append_right(std::string& out, std::string_view text, std::size_t width)
{
    const std::size_t used = width_of(text);
    out.append(width > used ? width - used : 1, ' ');
    out += text;
}

} // namespace

void rubric_tally::add(const bontot_result* result, bontot_language in)
{
    const bontot_rubric* const rubric = about_->rubric.get();
    about_->describe(result, in);
    sure_.resize(bontot_rubric_grade_count(rubric));
    possibly_.resize(sure_.size());
    losses_.resize(about_->lines.size());
    ++count_;
    add_total(points_, result, BONTOT_POINTS);
    add_total(possible_, result, BONTOT_POSSIBLE);
    ++sure_[grade_index(rubric, bontot_result_grade(result, nullptr))];
    ++possibly_[grade_index(rubric, bontot_result_grade_possible(result, nullptr))];
    add_losses(result);
}

void rubric_tally::add_losses(const bontot_result* result)
{
    for (std::size_t i = 0; i < losses_.size(); ++i) {
        const std::size_t node = about_->lines[i].node;
        if (bontot_result_node_state(result, node) == BONTOT_NOT_APPLICABLE) continue;
        exact_sum points;
        add_points(points, result, node, BONTOT_POINTS);
        add_points(losses_[i].lost, result, node, BONTOT_MAX);
        add_points(losses_[i].open, result, node, BONTOT_POSSIBLE);
        losses_[i].lost.add(points.negated());
        losses_[i].open.add(points.negated());
    }
}

void rubric_tally::add(const rubric_tally& other)
{
    sure_.resize(std::max(sure_.size(), other.sure_.size()));
    possibly_.resize(sure_.size());
    losses_.resize(std::max(losses_.size(), other.losses_.size()));
    count_ += other.count_;
    points_.add(other.points_);
    possible_.add(other.possible_);
    for (std::size_t i = 0; i < other.sure_.size(); ++i) {
        sure_[i] += other.sure_[i];
        possibly_[i] += other.possibly_[i];
    }
    for (std::size_t i = 0; i < other.losses_.size(); ++i) {
        losses_[i].lost.add(other.losses_[i].lost);
        losses_[i].open.add(other.losses_[i].open);
    }
}

void rubric_tally::append_grades(std::string& out, bontot_language in) const
{
    constexpr std::size_t most_label = 40;
    std::size_t width = 0;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < sure_.size(); ++i) {
        const char* const label = bontot_rubric_grade_label(about_->rubric.get(), i, in, nullptr);
        labels.push_back(shown(label, most_label));
        width = std::max(width, width_of(labels.back()));
    }
    append_padded(out, "", 2 + width);
    append_right(out, say(phrase::table_sure, in), 2 * figure_width);
    append_right(out, say(phrase::table_possible, in), figure_width + 4);
    out += '\n';
    for (std::size_t i = 0; i < sure_.size(); ++i) {
        out += "  ";
        append_padded(out, labels[i], width);
        append_right(out, std::to_string(sure_[i]), figure_width);
        append_right(out, percent(sure_[i], count_, in), figure_width);
        append_right(out, std::to_string(possibly_[i]), figure_width + 4);
        out += '\n';
    }
}

void rubric_tally::append_losses(std::string& out, bontot_language in) const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < losses_.size(); ++i) {
        if (!losses_[i].lost.is_zero()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return losses_[b].lost < losses_[a].lost;
    });
    if (order.empty()) return;
    order.resize(std::min(order.size(), most_losses));
    out += "  ";
    out += say(phrase::table_losses, in);
    out += '\n';
    for (const std::size_t i : order) {
        append_right(out, told(losses_[i].lost.mean(count_), in), figure_width);
        append_right(out, told(losses_[i].open.mean(count_), in), figure_width);
        out += "  ";
        const sheet_line& line = about_->lines[i];
        std::string name = line.id;
        if (line.label != line.id) name += "  " + line.label;
        out += shown(name, page_width - 2 * figure_width - 2 - 3);
        out += '\n';
    }
}

void rubric_tally::append_table(std::string& out, bontot_language in) const
{
    const std::string points = points_.mean(count_);
    const std::string possible = possible_.mean(count_);
    out += about_->id;
    out += ' ';
    out += bontot_rubric_version(about_->rubric.get(), nullptr);
    out += ": ";
    const std::string count = std::to_string(count_);
    if (points == possible) {
        out += say(phrase::table_mean, in, {count, told(points, in)});
    } else {
        out += say(phrase::table_mean_open, in, {count, told(points, in), told(possible, in)});
    }
    out += '\n';
    append_grades(out, in);
    append_losses(out, in);
}

rubric_tally& tally::of(const shelf_entry& about)
{
    for (rubric_tally& each : rubrics_) {
        if (&each.about() == &about) return each;
    }
    return rubrics_.emplace_back(about);
}

void tally::add(const shelf_entry& about, const bontot_result* result, bontot_language in)
{
    of(about).add(result, in);
}

void tally::add(const tally& other)
{
    for (const rubric_tally& each : other.rubrics_)
        of(each.about()).add(each);
}

void tally::append_tables(std::string& out, bontot_language in) const
{
    std::vector<const rubric_tally*> order;
    for (const rubric_tally& each : rubrics_)
        order.push_back(&each);
    std::sort(order.begin(), order.end(), [](const rubric_tally* a, const rubric_tally* b) {
        return a->about().id < b->about().id;
    });
    for (const rubric_tally* const each : order)
        each->append_table(out, in);
}

} // namespace bontot::tool
