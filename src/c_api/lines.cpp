// SPDX-License-Identifier: BSL-1.0
// Many dossiers, a line for each.
#include "building.hpp"
#include "result_content.hpp"

#include <bontot/rubric_id.hpp>

#include <algorithm>

using namespace bontot::c_api;

namespace {

bool names_other_rubric(const bontot::error_list& errors)
{
    return std::any_of(errors.begin(), errors.end(), [](const bontot::diagnostic& each) {
        return each.code == bontot::message::dossier_other_rubric;
    });
}

} // namespace

/** Takes a text piece by piece and scores its lines, one after the other. */
struct bontot_lines
{
    /** What the caller gave. */
    struct request
    {
        std::shared_ptr<const bontot::rubric> rubric; /**< or null */
        bontot_find_rubric find;
        bontot_line_done done;
        void* payload;
    };

    bontot_lines(shared_memory in, request asked, const bontot_options* options)
        : source(std::move(in)), asked_(std::move(asked)), carry_(bontot::allocator<char>(*source)),
          as_of_(bontot::allocator<char>(*source)),
          dossiers_(bontot::allocator<std::shared_ptr<bontot::dossier>>(*source)),
          result_{source, bontot::result(*source), *source}
    {
        if (options == nullptr) return;
        reading_ = options->reading;
        committee_ = options->committee;
        as_of_ = options->as_of;
    }

    /** Scores the lines that end in a piece. */
    void feed(std::string_view piece)
    {
        run([&] {
            for (std::size_t end = piece.find('\n'); end != piece.npos; end = piece.find('\n')) {
                if (carry_.empty()) {
                    score(piece.substr(0, end));
                } else {
                    keep(piece.substr(0, end));
                    score(carry_);
                    carry_.clear();
                }
                piece.remove_prefix(end + 1);
            }
            keep(piece);
        });
        state_ = state::open;
    }

    /** Scores what is behind the last line end. */
    void end()
    {
        run([this] { score(carry_); });
        state_ = state::ended;
    }

    shared_memory source;
    std::uint64_t count = 0;
    std::uint64_t wrong_count = 0;

private:
    enum class state : std::uint8_t
    {
        open,
        cancelled,
        ended /**< at the end of the text, or at a fault */
    };

    /** Runs a function that scores; whatever it throws, nothing is scored after it. */
    template <class Function>
    void run(const Function& function)
    {
        if (state_ == state::cancelled) refuse_cancelled();
        if (state_ == state::ended) refuse(BONTOT_MISUSE, bontot::message::api_lines_ended, {});
        state_ = state::ended;
        function();
    }

    [[noreturn]] void refuse_cancelled() const
    {
        const std::string line = std::to_string(line_);
        refuse(BONTOT_CANCELLED, bontot::message::api_cancelled, {line});
    }

    /** Keeps the begin of a line. One beyond the limit is refused whatever follows: of it no more
        than a byte beyond is kept. */
    void keep(std::string_view part)
    {
        const std::size_t limit = reading_.limits.bytes;
        const std::size_t most = std::max(limit, limit + 1); // of all that there can be no more
        carry_ += part.substr(0, most - std::min(most, carry_.size()));
    }

    void score(std::string_view line)
    {
        ++line_;
        while (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (line.find_first_not_of(" \t\r") == line.npos) return;
        ++count;
        if (tell(line) == 0) return;
        state_ = state::cancelled;
        refuse_cancelled();
    }

    /** Scores a line and tells the caller what came of it. */
    std::int32_t tell(std::string_view line)
    {
        bontot::error_list errors;
        try {
            evaluate(line);
        } catch (const refusal& refused) {
            errors = refused.errors;
        }
        if (errors.empty()) return asked_.done(asked_.payload, line_, &result_, nullptr);
        ++wrong_count;
        const bontot_error error{source, entries_of(errors)};
        return asked_.done(asked_.payload, line_, nullptr, &error);
    }

    void evaluate(std::string_view line)
    {
        const bontot::dossier& given = asked_.rubric ? read(line) : read_named(line);
        const bool has_role = !as_of_.empty();
        const std::uint32_t role = has_role ? role_named(*given.sheet, as_of_) : bontot::none;
        bontot::evaluate(given, result_.content, role);
    }

    /** Reads a line with the rubric of all; one that names another, with that, if it is found. */
    const bontot::dossier& read(std::string_view line)
    {
        bontot::dossier& into = dossier_of(asked_.rubric);
        bontot::error_list errors = bontot::read_dossier_into(into, line, reading_);
        if (errors.empty()) return into;
        if (asked_.find != nullptr && names_other_rubric(errors)) {
            const auto id = bontot::read_rubric_id(line, reading_.limits, *source);
            const bontot_rubric* const found = id ? find(*id) : nullptr;
            if (found != nullptr) return read_with(found->sheet, line);
        }
        throw refusal{BONTOT_BAD_INPUT, std::move(errors)};
    }

    const bontot::dossier& read_named(std::string_view line)
    {
        const auto id = bontot::read_rubric_id(line, reading_.limits, *source);
        if (!id) throw refusal{BONTOT_BAD_INPUT, id.error()};
        if (id->empty()) refuse(BONTOT_NOT_FOUND, bontot::message::api_no_rubric_named, {});
        const bontot_rubric* const found = find(*id);
        if (found == nullptr) {
            refuse(
                BONTOT_NOT_FOUND, bontot::message::api_rubric_not_found,
                {bontot::detail::shown(*id)}
            );
        }
        return read_with(found->sheet, line);
    }

    [[nodiscard]] const bontot_rubric* find(const bontot::string& id) const
    {
        return asked_.find(asked_.payload, id.c_str(), id.size());
    }

    const bontot::dossier&
    read_with(const std::shared_ptr<const bontot::rubric>& sheet, std::string_view line)
    {
        bontot::dossier& into = dossier_of(sheet);
        accept(bontot::read_dossier_into(into, line, reading_));
        return into;
    }

    /** Returns what a line of a rubric is read into: of the last few rubrics it is kept. */
    bontot::dossier& dossier_of(const std::shared_ptr<const bontot::rubric>& sheet)
    {
        constexpr std::size_t most = 16;
        for (const auto& each : dossiers_) {
            if (each->sheet == sheet) return *each;
        }
        auto made = bontot::make_shared_in<bontot::dossier>(*source, sheet, *source);
        if (dossiers_.size() < most) {
            dossiers_.push_back(std::move(made));
            return *dossiers_.back();
        }
        next_ = (next_ + 1) % most;
        dossiers_[next_] = std::move(made);
        return *dossiers_[next_];
    }

    request asked_;
    bontot::dossier_options reading_;
    std::shared_ptr<const bontot::reference> committee_; /**< keeps that of the options alive */
    bontot::string carry_; /**< the begin of a line whose end has not come */
    bontot::string as_of_;
    bontot::vector<std::shared_ptr<bontot::dossier>> dossiers_;
    std::size_t next_ = 0; /**< which of those was made last */
    bontot_result result_;
    std::uint64_t line_ = 0; /**< from 1 */
    state state_ = state::open;
};

namespace {

bontot_lines::request
asked_of(const bontot_rubric* rubric, bontot_find_rubric find, bontot_line_done done, void* payload)
{
    if (done == nullptr) refuse(BONTOT_MISUSE, bontot::message::api_null, {"done"});
    if (rubric == nullptr && find == nullptr)
        refuse(BONTOT_MISUSE, bontot::message::api_null, {"rubric"});
    return {rubric == nullptr ? nullptr : rubric->sheet, find, done, payload};
}

} // namespace

bontot_status bontot_evaluate_lines(
    const char* text, size_t length, const bontot_rubric* rubric, bontot_find_rubric find,
    bontot_line_done done, void* payload, const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view all = text_in(text, length, "text");
        bontot_lines lines(memory_of(options), asked_of(rubric, find, done, payload), options);
        lines.feed(all);
        lines.end();
    });
}

bontot_status bontot_lines_new(
    bontot_lines** out, const bontot_rubric* rubric, bontot_find_rubric find, bontot_line_done done,
    void* payload, const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        *out = make_handle<bontot_lines>(
            memory_of(options), asked_of(rubric, find, done, payload), options
        );
    });
}

bontot_status
bontot_lines_feed(bontot_lines* lines, const char* text, size_t length, bontot_error** error)
{
    return guarded(error, [&] {
        require(lines, "lines");
        lines->feed(text_in(text, length, "text"));
    });
}

bontot_status bontot_lines_end(bontot_lines* lines, bontot_error** error)
{
    return guarded(error, [&] {
        require(lines, "lines");
        lines->end();
    });
}

uint64_t bontot_lines_count(const bontot_lines* lines)
{
    return lines == nullptr ? 0 : lines->count;
}

uint64_t bontot_lines_wrong_count(const bontot_lines* lines)
{
    return lines == nullptr ? 0 : lines->wrong_count;
}

void bontot_lines_free(bontot_lines* lines)
{
    free_handle(lines);
}
