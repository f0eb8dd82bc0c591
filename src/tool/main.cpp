// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "display.hpp"
#include "errors.hpp"
#include "output.hpp"
#include "system.hpp"

#include <CLI/CLI.hpp>

#include <new>

namespace {

using namespace bontot::tool;

/** A help text in both languages: the language is not known yet when help is asked for. */
std::string help(phrase what)
{
    std::string out(say(what, BONTOT_EN));
    out += " / ";
    out += say(what, BONTOT_VI);
    return out;
}

/** Accepts one of some words, without listing them in the help once more. */
CLI::Validator one_of(std::vector<std::string> words)
{
    return CLI::IsMember(std::move(words)).description("");
}

/** "text|json" */
std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& each : words) {
        if (!out.empty()) out += '|';
        out += each;
    }
    return out;
}

class command_line
{
public:
    command_line() : app_(help(phrase::help_about), "bontot")
    {
        std::string version = "bontot ";
        version += bontot_version();
        app_.set_version_flag("--version", version, help(phrase::help_version));
        app_.set_help_flag("-h,--help", help(phrase::help_help));
        app_.allow_windows_style_options(false); // "/folder/file" is a file everywhere
        app_.require_subcommand(0, 1);           // what is no command is an unknown argument
        add_evaluate();
        add_scoring(add("check", phrase::help_check, run_check), {"text", "json"});
        add_compare();
        add_path();
        add_rank();
        add_language(*add("rubrics", phrase::help_rubrics, run_rubrics));
        add_show();
        add_rubric_argument(*add("template", phrase::help_template, run_template));
        add_rubric_commands();
        add_feel();
    }

    /** Reads the arguments and does what they ask for. */
    outcome run(int count, const char* const* arguments)
    {
        app_.parse(count, arguments);
        if (command_ == nullptr) throw CLI::RequiredError("COMMAND");
        return command_(asked_);
    }

    [[nodiscard]] std::string help_text() const { return app_.help(); }

private:
    using command = outcome (*)(const request& asked);

    CLI::App* add(const char* name, phrase about, command what)
    {
        return add_to(app_, name, about, what);
    }

    CLI::App* add_to(CLI::App& above, const char* name, phrase about, command what)
    {
        CLI::App* const out = above.add_subcommand(name, help(about));
        out->set_help_flag("-h,--help", help(phrase::help_help));
        out->callback([this, what] { command_ = what; });
        return out;
    }

    /** `bontot rubric VERB`: what is done with a rubric itself. */
    void add_rubric_commands()
    {
        CLI::App& rubric = *app_.add_subcommand("rubric", help(phrase::help_rubric_group));
        rubric.set_help_flag("-h,--help", help(phrase::help_help));
        rubric.require_subcommand(1);
        add_rubric_argument(*add_to(rubric, "test", phrase::help_rubric_test, run_rubric_test));
        CLI::App& lint = *add_to(rubric, "lint", phrase::help_rubric_lint, run_rubric_lint);
        add_rubric_argument(lint);
        add_format(lint, {"text", "json"});
        add_colour(lint);
        add_rubric_diff(*add_to(rubric, "diff", phrase::help_rubric_diff, run_rubric_diff));
    }

    void add_rubric_diff(CLI::App& to)
    {
        to.add_option("OLD", asked_.before_rubric, help(phrase::help_rubric_old))
            ->required()
            ->type_name("");
        to.add_option("NEW", asked_.after_rubric, help(phrase::help_rubric_new))
            ->required()
            ->type_name("");
        to.add_option("FILE", asked_.file, help(phrase::help_dossiers))->type_name("");
        add_trust(to);
        add_show_values(to);
        add_format(to, {"text", "json"});
        add_colour(to);
        add_language(to);
    }

    void add_format(CLI::App& to, const std::vector<std::string>& formats)
    {
        to.add_option("--format", asked_.format, help(phrase::help_format))
            ->check(one_of(formats))
            ->type_name(joined(formats));
    }

    void add_trust(CLI::App& to)
    {
        to.add_option("--trust", asked_.trust, help(phrase::help_trust))
            ->check(one_of({"all", "committee"}))
            ->type_name("all|committee");
    }

    void add_show_values(CLI::App& to)
    {
        to.add_flag("--show-values", asked_.show_values, help(phrase::help_show_values));
    }

    void add_language(CLI::App& to)
    {
        to.add_option("--lang", asked_.language_name, help(phrase::help_lang))
            ->check(one_of({"vi", "en"}))
            ->type_name("vi|en");
    }

    void add_colour(CLI::App& to)
    {
        to.add_option("--colour,--color", asked_.colour, help(phrase::help_colour))
            ->check(one_of({"auto", "always", "never"}))
            ->type_name("auto|always|never");
    }

    void add_rubric_argument(CLI::App& to)
    {
        to.add_option("RUBRIC", asked_.rubric, help(phrase::help_rubric))
            ->required()
            ->type_name("");
        add_language(to);
    }

    void add_evaluate()
    {
        CLI::App& to = *add("evaluate", phrase::help_evaluate, run_evaluate);
        add_scoring(&to, {"text", "json", "summary"});
        to.add_flag("--ndjson", asked_.ndjson, help(phrase::help_ndjson));
        to.add_option("--jobs", asked_.jobs, help(phrase::help_jobs))
            ->check(CLI::Range(0, 256).description(""))
            ->type_name("N");
        to.add_option("--errors", asked_.errors, help(phrase::help_errors))->type_name("FILE");
        to.add_flag("--stop-on-error", asked_.stop_on_error, help(phrase::help_stop_on_error));
    }

    void add_scoring(CLI::App* to, const std::vector<std::string>& formats)
    {
        to->add_option("FILE", asked_.file, help(phrase::help_file))->type_name("");
        to->add_option("--set", asked_.sets, help(phrase::help_set))
            ->type_name("FACT=VALUE")
            ->allow_extra_args(false);
        to->add_option("--as-of", asked_.as_of, help(phrase::help_as_of))->type_name("ROLE");
        add_evaluation(to, formats);
    }

    /** How dossiers are read, and how what comes of them is written. */
    void add_evaluation(CLI::App* to, const std::vector<std::string>& formats)
    {
        to->add_option("--rubric", asked_.rubric, help(phrase::help_rubric_option))
            ->type_name("ID_OR_FILE");
        add_format(*to, formats);
        to->add_option("--reference", asked_.reference, help(phrase::help_reference))
            ->type_name("FILE");
        add_trust(*to);
        to->add_flag("--any-version", asked_.any_version, help(phrase::help_any_version));
        add_show_values(*to);
        add_colour(*to);
        add_language(*to);
    }

    void add_compare()
    {
        CLI::App& to = *add("compare", phrase::help_compare, run_compare);
        to.add_option("BEFORE", asked_.file, help(phrase::help_before))->required()->type_name("");
        to.add_option("AFTER", asked_.other_file, help(phrase::help_after))->type_name("");
        const auto add_side = [&to](const char* name, std::string& into, phrase about) {
            return to.add_option(name, into, help(about));
        };
        add_side("--before-rubric", asked_.before_rubric, phrase::help_side_rubric)
            ->type_name("ID_OR_FILE");
        add_side("--after-rubric", asked_.after_rubric, phrase::help_side_rubric)
            ->type_name("ID_OR_FILE");
        add_side("--before-as-of", asked_.before_as_of, phrase::help_side_as_of)->type_name("ROLE");
        add_side("--after-as-of", asked_.after_as_of, phrase::help_side_as_of)->type_name("ROLE");
        add_evaluation(&to, {"text", "json"});
    }

    void add_rank()
    {
        CLI::App& to = *add("rank", phrase::help_rank, run_rank);
        to.add_option("FILE", asked_.files, help(phrase::help_rank_files))
            ->required()
            ->type_name("");
        to.add_option("--raised", asked_.raised, help(phrase::help_raised))
            ->type_name("GROUP")
            ->allow_extra_args(false);
        to.add_option("--as-of", asked_.as_of, help(phrase::help_as_of))->type_name("ROLE");
        to.add_flag("--ndjson", asked_.ndjson, help(phrase::help_ndjson));
        add_evaluation(&to, {"text", "json"});
    }

    void add_path()
    {
        CLI::App& to = *add("path", phrase::help_path, run_path);
        to.add_option("--to", asked_.grade, help(phrase::help_to))->type_name("GRADE");
        add_scoring(&to, {"text", "json"});
    }

    void add_show()
    {
        CLI::App& to = *add("show", phrase::help_show, run_show);
        add_rubric_argument(to);
        add_colour(to);
    }

    void add_feel()
    {
        CLI::App& to = *add("feel", phrase::help_feel, run_feel);
        to.add_option("EXPR", asked_.expression, help(phrase::help_expression))
            ->required()
            ->type_name("");
        to.add_option("--facts", asked_.facts, help(phrase::help_facts))->type_name("FILE");
        add_show_values(to);
        add_language(to);
    }

    CLI::App app_;
    request asked_;
    command command_ = nullptr;
};

/** The language for errors in the command line itself, which could not be read. */
bontot_language language_of(int count, const char* const* arguments)
{
    bontot_language out = BONTOT_VI;
    for (int i = 1; i < count; ++i) {
        const std::string_view each = arguments[i];
        const bool has_value = each == "--lang" && i + 1 < count;
        if (each == "--lang=en" || (has_value && arguments[i + 1] == std::string_view("en"))) {
            out = BONTOT_EN;
        }
    }
    return out;
}

phrase usage_phrase(const CLI::ParseError& error)
{
    // Not by name: that is the command's name for some kinds.
    const auto is = [&error](CLI::ExitCodes kind) {
        return error.get_exit_code() == static_cast<int>(kind);
    };
    using kind = CLI::ExitCodes;
    if (is(kind::ExtrasError)) return phrase::usage_unknown;
    if (is(kind::RequiredError) || is(kind::ArgumentMismatch)) return phrase::usage_missing;
    const bool is_value = is(kind::ValidationError) || is(kind::ConversionError);
    return is_value ? phrase::usage_value : phrase::usage_other;
}

outcome refuse_usage(const CLI::ParseError& error, bontot_language in)
{
    constexpr std::size_t most_detail = 300; // columns
    const phrase what = usage_phrase(error);
    std::string out = "bontot: ";
    out += say(what, in, {shown(error.what(), most_detail)});
    out += " [";
    out += code_of(what);
    out += "]\nbontot: ";
    out += say(phrase::usage_help, in);
    complain(out += '\n');
    return outcome::bad_input;
}

outcome run(int count, const char* const* arguments)
{
    const bontot_language in = language_of(count, arguments);
    command_line line;
    try {
        return line.run(count, arguments);
    } catch (const CLI::CallForHelp&) {
        put_text(line.help_text(), in);
    } catch (const CLI::CallForVersion& version) {
        put_text(version.what(), in);
    } catch (const CLI::ParseError& error) {
        return refuse_usage(error, in);
    }
    return outcome::done;
}

outcome run_guarded(int count, const char* const* arguments)
{
    const bontot_language in = language_of(count, arguments);
    try {
        return run(count, arguments);
    } catch (const stopped& reason) {
        return reason.code;
    } catch (const failed_call& call) {
        tell_broken(call.status, in);
    } catch (const std::bad_alloc&) {
        tell_broken(BONTOT_NO_MEMORY, in);
    } catch (const std::exception& fault) {
        complain("bontot: " + say(phrase::internal, in, {fault.what()}) + "\n");
    }
    return outcome::broken;
}

} // namespace

int bontot::tool::run_command(int count, const char* const* arguments)
{
    return static_cast<int>(run_guarded(count, arguments));
}
