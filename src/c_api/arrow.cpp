// SPDX-License-Identifier: BSL-1.0
#include "arrow_in.hpp"
#include "arrow_out.hpp"

using namespace bontot::c_api;

namespace {

constexpr std::int32_t figure_scale = 12; // every figure is settled at so many decimals
constexpr std::string_view figure_format = "d:38,12";

/** Scores a batch into arrays, and makes the children of the result of them. */
class batch_scorer
{
public:
    batch_scorer(const bontot_rubric& rubric, const batch_in& batch, const bontot_options* options)
        : source_(memory_of(options)), sheet_(rubric.sheet), batch_(batch),
          language_(language_of(options)), figures_(bontot::allocator<figure>(*source_)),
          grade_(bontot::allocator<std::int32_t>(*source_)), grade_possible_(grade_),
          wrong_(batch.row_count(), 0, bontot::allocator<std::uint8_t>(*source_)),
          right_(batch.row_count(), 1, bontot::allocator<std::uint8_t>(*source_)), errors_(source_),
          schema_(schema_of(source_, "+s", "")), array_(source_)
    {}

    void run()
    {
        score();
        for (figure& each : figures_) {
            add(figure_format, each.name, decimal_array(source_, each.cells, wrong_));
            each.cells = bontot::vector<std::int64_t>(each.cells.get_allocator());
        }
        add("u", "grade", grade_ids(grade_));
        add("u", "grade_possible", grade_ids(grade_possible_));
        add("u", "error", errors_.finish(right_));
    }

    void give(ArrowSchema* out_schema, ArrowArray* out)
    {
        schema_.close();
        array_.close();
        const std::span<const std::uint8_t> nulls(none_.data(), 0);
        close_array(array_, nulls, 1);
        array_.held().buffers[0] = nullptr;
        array_.content().length = static_cast<std::int64_t>(batch_.row_count());
        schema_.give(out_schema);
        array_.give(out);
    }

private:
    /** A column of points. */
    struct figure
    {
        bontot::string name;
        bontot::vector<std::int64_t> cells;
    };

    std::int64_t* add_figure(std::string_view first, std::string_view second)
    {
        bontot::string name{bontot::allocator<char>(*source_)};
        name.append(first).append(second);
        const bontot::allocator<std::int64_t> where(*source_);
        figures_.push_back(
            {std::move(name), bontot::vector<std::int64_t>(batch_.row_count(), 0, where)}
        );
        return figures_.back().cells.data();
    }

    void score()
    {
        const std::size_t rows = batch_.row_count();
        bontot::column_outputs out;
        out.scale = figure_scale;
        bontot::vector<bontot::node_output> nodes{bontot::allocator<bontot::node_output>(*source_)};
        const auto& all = sheet_->nodes;
        out.points = add_figure("points", "");
        out.possible = add_figure("possible", "");
        for (std::uint32_t i = 0; i < all.size(); i = all[i].end) {
            std::int64_t* const points = add_figure(all[i].id, ".points");
            nodes.push_back({i, points, add_figure(all[i].id, ".possible")});
        }
        out.nodes = nodes;
        out.completeness = add_figure("completeness", "");
        grade_.resize(rows);
        grade_possible_.resize(rows);
        out.grade = grade_.data();
        out.grade_possible = grade_possible_.data();
        out.status = wrong_.data();
        constexpr std::size_t slice = std::size_t{1} << 16U; // bounds what errors are held
        std::size_t first = 0;
        do {
            const std::size_t count = std::min(rows - first, slice);
            score_slice(first, count, out);
            first += count;
        } while (first < rows);
        for (std::size_t i = 0; i < rows; ++i)
            right_[i] = wrong_[i] != 0 ? 0 : 1;
    }

    void score_slice(std::size_t first, std::size_t count, const bontot::column_outputs& out)
    {
        auto done = bontot::evaluate_columns(
            sheet_, batch_.table(), first, count, out, *source_, static_cast<std::size_t>(-1)
        );
        if (!done) throw refusal{BONTOT_BAD_INPUT, batch_.named(done.error())};
        std::size_t next = 0;
        for (std::size_t row = first; row < first + count; ++row) {
            const std::size_t begin = errors_.text().size();
            for (; next < done->errors.size() && done->errors[next].offset == row; ++next) {
                if (errors_.text().size() > begin) errors_.append(" ");
                append_diagnostic(errors_.text(), done->errors[next], language_);
            }
            errors_.end_row();
        }
    }

    owned_array grade_ids(std::span<const std::int32_t> grades)
    {
        text_array out(source_);
        for (const std::int32_t grade : grades) {
            if (grade >= 0) out.append(sheet_->grades[static_cast<std::size_t>(grade)].id);
            out.end_row();
        }
        return out.finish(wrong_);
    }

    void add(std::string_view format, std::string_view name, owned_array&& array)
    {
        schema_.add(schema_of(source_, format, name));
        array_.add(std::move(array));
    }

    shared_memory source_;
    std::shared_ptr<const bontot::rubric> sheet_;
    const batch_in& batch_;
    bontot::language language_;
    bontot::vector<figure> figures_;
    bontot::vector<std::int32_t> grade_;
    bontot::vector<std::int32_t> grade_possible_;
    bontot::vector<std::uint8_t> wrong_; /**< the status of each row: 0 has results */
    bontot::vector<std::uint8_t> right_; /**< 1 has no error */
    bontot::vector<std::uint8_t> none_;
    text_array errors_;
    owned_schema schema_;
    owned_array array_;
};

} // namespace

bontot_status bontot_evaluate_arrow(
    struct ArrowSchema* out_schema, struct ArrowArray* out, const bontot_rubric* rubric,
    const struct ArrowSchema* schema, const struct ArrowArray* batch, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out_schema, "out_schema");
        require(out, "out");
        require(rubric, "rubric");
        require(schema, "schema");
        require(batch, "batch");
        const shared_memory source = memory_of(options);
        batch_in given(*rubric->sheet, *schema, *batch, options, *source);
        given.accept();
        batch_scorer scorer(*rubric, given, options);
        scorer.run();
        scorer.give(out_schema, out);
    });
}
