/* SPDX-License-Identifier: BSL-1.0 */
/* The corpus through the C API alone. What is asked, and what is answered, is
   in README.md; the argument is the file of cases. */
#include "engine.h"

#include "engine_build.h"
#include "engine_table.h"

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

static const char *const states[] = {"voided",  "not_applicable", "uncovered",
                                     "unknown", "unproven",       "met",
                                     "unmet",   "partly"};
static const char *const kinds[] = {"base", "bonus", "penalty"};
static const char *const truths[] = {"no", "yes", "open"};
static const char *const outcomes[] = {"fail", "pass", "unknown"};
static const char *const severities[] = {"info", "warning", "error"};
static const char *const fact_types[] = {"number", "boolean", "text", "date",
                                         "choice"};
static const char *const moves[] = {"same", "up", "down", "other"};

/* ---- Rubrics ---- */

static bontot_status run_builtins(run *r) {
    size_t i;
    for (i = 0; i < bontot_builtin_count(); ++i) {
        put_word(r, bontot_builtin_id(i));
        end_line(r);
    }
    return BONTOT_OK;
}

static void put_rubric(run *r, const bontot_rubric *rubric) {
    size_t n;
    const char *text;
    put_word(r, "rubric");
    text = bontot_rubric_id(rubric, &n);
    put_lent(r, text, n);
    text = bontot_rubric_version(rubric, &n);
    put_lent(r, text, n);
    text = bontot_rubric_label(rubric, BONTOT_VI, &n);
    put_lent(r, text, n);
    text = bontot_rubric_label(rubric, BONTOT_EN, &n);
    put_lent(r, text, n);
    end_line(r);
}

static void put_fact(run *r, const bontot_rubric *rubric, size_t slot) {
    size_t n;
    const char *text = bontot_rubric_fact_id(rubric, slot, &n);
    put_word(r, "fact");
    put_count(r, bontot_rubric_fact_slot(rubric, text, n));
    put_lent(r, text, n);
    put_word(r, fact_types[bontot_rubric_fact_type(rubric, slot)]);
    text = bontot_rubric_fact_label(rubric, slot, BONTOT_VI, &n);
    put_lent(r, text, n);
    text = bontot_rubric_fact_label(rubric, slot, BONTOT_EN, &n);
    put_lent(r, text, n);
    end_line(r);
}

typedef const char *(*id_function)(const bontot_rubric *, size_t, size_t *);
typedef const char *(*label_function)(const bontot_rubric *, size_t,
                                      bontot_language, size_t *);

static void put_named(run *r, const char *word, id_function id,
                      label_function label, size_t index) {
    size_t n;
    const char *text = id(r->rubric[before], index, &n);
    put_word(r, word);
    put_lent(r, text, n);
    text = label(r->rubric[before], index, BONTOT_VI, &n);
    put_lent(r, text, n);
    text = label(r->rubric[before], index, BONTOT_EN, &n);
    put_lent(r, text, n);
    end_line(r);
}

static void put_node_of_rubric(run *r, const bontot_rubric *rubric,
                               size_t node) {
    size_t n;
    const char *text = bontot_rubric_node_id(rubric, node, &n);
    const size_t parent = bontot_rubric_node_parent(rubric, node);
    put_word(r, "node");
    put_lent(r, text, n);
    text = bontot_rubric_node_id(rubric, parent, &n);
    put_lent(r, text, n);
    end_line(r);
}

static bontot_status run_rubric(run *r) {
    const bontot_rubric *const rubric = r->rubric[before];
    size_t i;
    put_rubric(r, rubric);
    for (i = 0; i < bontot_rubric_fact_count(rubric); ++i)
        put_fact(r, rubric, i);
    for (i = 0; i < bontot_rubric_role_count(rubric); ++i)
        put_named(r, "role", bontot_rubric_role_id, bontot_rubric_role_label,
                  i);
    for (i = 0; i < bontot_rubric_grade_count(rubric); ++i)
        put_named(r, "grade", bontot_rubric_grade_id, bontot_rubric_grade_label,
                  i);
    for (i = 0; i < bontot_rubric_node_count(rubric); ++i)
        put_node_of_rubric(r, rubric, i);
    return BONTOT_OK;
}

static bontot_status run_describe(run *r) {
    TRY(AGAIN(bontot_rubric_describe(&r->text, r->rubric[before], r->options,
                                     &r->error)));
    take_text(r);
    return BONTOT_OK;
}

static bontot_status run_template(run *r) {
    TRY(AGAIN(bontot_rubric_template(&r->text, r->rubric[before], r->options,
                                     &r->error)));
    take_text(r);
    return BONTOT_OK;
}

static bontot_status run_test(run *r) {
    size_t failed = 0;
    TRY(AGAIN(bontot_rubric_test(&r->text, &failed, r->rubric[before],
                                 r->options, &r->error)));
    put_count(r, failed);
    end_line(r);
    take_text(r);
    return BONTOT_OK;
}

static bontot_status run_lint(run *r) {
    const span text = input(r, 0);
    TRY(AGAIN(bontot_rubric_lint(&r->lint, r->rubric[before], text.data,
                                 text.length, r->options, &r->error)));
    TRY(AGAIN(bontot_lint_write(&r->text, r->lint, r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

/* ---- Results ---- */

static bontot_status run_evaluate(run *r) {
    TRY(load_dossier(r, before, before, input(r, 0)));
    TRY(evaluate(r, before, option(r, "as_of")));
    TRY(AGAIN(bontot_result_write(&r->text, r->result[before], format_of(r),
                                  r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

static void put_total(run *r, const bontot_result *result) {
    char text[BONTOT_NUMBER_ROOM];
    bontot_figure figure;
    put_word(r, "total");
    for (figure = BONTOT_POINTS; figure <= BONTOT_MAX; ++figure) {
        AGAIN(bontot_result_total_text(result, figure, text, sizeof text));
        put_word(r, text);
    }
    AGAIN(bontot_result_completeness_text(result, text, sizeof text));
    put_word(r, text);
    end_line(r);
}

static void put_grade(run *r, const bontot_result *result) {
    size_t n, i;
    const char *text = bontot_result_grade(result, &n);
    put_word(r, "grade");
    put_lent(r, text, n);
    text = bontot_result_grade_label(result, r->language, &n);
    put_lent(r, text, n);
    text = bontot_result_grade_possible(result, &n);
    put_lent(r, text, n);
    put_word(r, truths[bontot_result_by_exception(result)]);
    end_line(r);
    put_word(r, "as_of");
    text = bontot_result_as_of(result, &n);
    put_lent(r, text, n);
    end_line(r);
    for (i = 0; i < bontot_result_reachable_count(result); ++i) {
        put_word(r, "reachable");
        text = bontot_result_reachable(result, i, &n);
        put_lent(r, text, n);
        end_line(r);
    }
}

static bontot_status put_node(run *r, const bontot_result *result,
                              size_t node) {
    char figures[BONTOT_NUMBER_ROOM];
    const size_t parent = bontot_result_node_parent(result, node);
    const bontot_truth good = bontot_result_node_good(result, node);
    size_t n;
    bontot_figure figure;
    const char *text = bontot_result_node_id(result, node, &n);
    if (bontot_result_node_find(result, text, n) != node)
        stop("a node is not found by its id", text);
    put_word(r, "node");
    put_lent(r, text, n);
    text = bontot_result_node_id(result, parent, &n);
    put_lent(r, text, n);
    text = bontot_result_node_label(result, node, r->language, &n);
    put_lent(r, text, n);
    put_word(r, parent == BONTOT_NONE
                    ? kinds[bontot_result_node_kind(result, node)]
                    : "-");
    put_word(r, states[bontot_result_node_state(result, node)]);
    put_word(r, good < 0 ? "-" : truths[good]);
    for (figure = BONTOT_POINTS; figure <= BONTOT_MAX; ++figure) {
        bontot_result_node_points_text(result, node, figure, figures,
                                       sizeof figures);
        put_word(r, figures);
    }
    TRY(AGAIN(bontot_result_node_reason(&r->text, result, node, r->options,
                                        &r->error)));
    put(r, data_of(r->text));
    bontot_text_free(r->text);
    r->text = NULL;
    end_line(r);
    return BONTOT_OK;
}

static void put_check(run *r, const bontot_result *result, size_t check) {
    size_t n;
    const char *text = bontot_result_check_id(result, check, &n);
    put_word(r, "check");
    put_lent(r, text, n);
    put_word(r, outcomes[bontot_result_check_outcome(result, check)]);
    put_word(r, severities[bontot_result_check_severity(result, check)]);
    text = bontot_result_check_message(result, check, r->language, &n);
    put_lent(r, text, n);
    end_line(r);
}

static bontot_status run_figures(run *r) {
    const bontot_result *result;
    size_t i;
    TRY(load_dossier(r, before, before, input(r, 0)));
    TRY(evaluate(r, before, option(r, "as_of")));
    result = r->result[before];
    put_total(r, result);
    put_grade(r, result);
    for (i = 0; i < bontot_result_node_count(result); ++i)
        TRY(put_node(r, result, i));
    for (i = 0; i < bontot_result_check_count(result); ++i)
        put_check(r, result, i);
    return BONTOT_OK;
}

static bontot_status run_named(run *r) {
    const span json = input(r, 0);
    TRY(AGAIN(bontot_dossier_rubric_id(&r->text, json.data, json.length,
                                       r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

/* ---- Many dossiers ---- */

/* Puts what became of a line: its text, or its errors, in one field. */
static void put_outcome(run *r, size_t number, const char *word) {
    const buffer so_far = r->out;
    const buffer nothing = {NULL, 0, 0};
    buffer answer;
    r->out = nothing;
    if (r->error != NULL)
        put_errors(r, r->error);
    else
        take_text(r);
    bontot_error_free(r->error);
    r->error = NULL;
    answer = r->out;
    r->out = so_far;
    put_count(r, number);
    put_word(r, word);
    put(r, whole(&answer));
    end_line(r);
    free(answer.data);
}

static bontot_status score_line(run *r, span line) {
    TRY(AGAIN(bontot_dossier_read(r->dossier[before], line.data, line.length,
                                  r->options, &r->error)));
    TRY(AGAIN(
        bontot_evaluate(r->result[before], r->dossier[before], &r->error)));
    return AGAIN(bontot_result_write(&r->text, r->result[before], format_of(r),
                                     r->options, &r->error));
}

/* Tells whether memory was out for a call, or for the details of its error. */
static int is_short(const run *r, bontot_status status) {
    return status == BONTOT_NO_MEMORY ||
           (status != BONTOT_OK && r->error == NULL);
}

static bontot_status run_many(run *r) {
    span rest = input(r, 0);
    span line;
    size_t number = 0;
    TRY(AGAIN(bontot_dossier_new(&r->dossier[before], r->rubric[before],
                                 r->options, &r->error)));
    TRY(AGAIN(bontot_result_new(&r->result[before], r->options, &r->error)));
    while (take_line(&rest, &line)) {
        const bontot_status status = score_line(r, line);
        if (is_short(r, status))
            return BONTOT_NO_MEMORY;
        put_outcome(r, ++number, bontot_status_name(status));
    }
    return BONTOT_OK;
}

static bontot_status diff_line(run *r, span line, size_t number) {
    const bontot_status status =
        AGAIN(bontot_diff_add(r->diff, line.data, line.length, &r->error));
    if (is_short(r, status))
        return BONTOT_NO_MEMORY;
    if (status == BONTOT_BAD_INPUT) {
        const bontot_side side = bontot_diff_refused_by(r->diff);
        put_outcome(r, number, side == BONTOT_BEFORE ? "before" : "after");
        return BONTOT_OK;
    }
    if (status != BONTOT_OK)
        return status;
    TRY(AGAIN(bontot_diff_write_last(&r->text, r->diff, format_of(r),
                                     r->options, &r->error)));
    put_outcome(r, number, moves[bontot_diff_last_move(r->diff)]);
    return BONTOT_OK;
}

static bontot_status run_diff(run *r) {
    span rest = input(r, 0);
    span line;
    size_t number = 0;
    bontot_move move;
    TRY(load_rubric(r, after, option(r, "after")));
    TRY(AGAIN(bontot_diff_new(&r->diff, r->rubric[before], r->rubric[after],
                              r->options, &r->error)));
    while (take_line(&rest, &line))
        TRY(diff_line(r, line, ++number));
    for (move = BONTOT_MOVE_SAME; move <= BONTOT_MOVE_OTHER; ++move)
        put_count(r, (size_t)bontot_diff_count(r->diff, move));
    put_count(r, (size_t)bontot_diff_refused_count(r->diff));
    end_line(r);
    TRY(AGAIN(bontot_diff_write(&r->text, r->diff, format_of(r), r->options,
                                &r->error)));
    take_text(r);
    return BONTOT_OK;
}

static bontot_status rank_line(run *r, span line) {
    TRY(AGAIN(bontot_dossier_read(r->dossier[before], line.data, line.length,
                                  r->options, &r->error)));
    TRY(AGAIN(
        bontot_evaluate(r->result[before], r->dossier[before], &r->error)));
    if (has_option(r, "saved")) {
        span json;
        bontot_status status;
        TRY(AGAIN(bontot_result_write(&r->text, r->result[before], BONTOT_JSON,
                                      r->options, &r->error)));
        json = data_of(r->text);
        status = AGAIN(bontot_cohort_add_json(r->cohort, json.data, json.length,
                                              r->options, &r->error));
        bontot_text_free(r->text);
        r->text = NULL;
        return status;
    }
    return AGAIN(bontot_cohort_add(r->cohort, r->result[before], &r->error));
}

static bontot_status run_rank(run *r) {
    span rest = input(r, 0);
    span line;
    TRY(AGAIN(bontot_dossier_new(&r->dossier[before], r->rubric[before],
                                 r->options, &r->error)));
    TRY(AGAIN(bontot_result_new(&r->result[before], r->options, &r->error)));
    TRY(AGAIN(bontot_cohort_new(&r->cohort, r->rubric[before], r->options,
                                &r->error)));
    while (take_line(&rest, &line))
        TRY(rank_line(r, line));
    TRY(AGAIN(bontot_rank(&r->ranking, r->cohort, r->options, &r->error)));
    TRY(AGAIN(bontot_ranking_write(&r->text, r->ranking, format_of(r),
                                   r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

/* ---- Comparisons and paths ---- */

static bontot_status summarize(run *r, size_t side) {
    span json;
    if (!has_option(r, "saved"))
        return AGAIN(bontot_summary_of(&r->summary[side], r->result[side],
                                       r->options, &r->error));
    TRY(AGAIN(bontot_result_write(&r->text, r->result[side], BONTOT_JSON,
                                  r->options, &r->error)));
    json = data_of(r->text);
    TRY(AGAIN(bontot_summary_load(&r->summary[side], json.data, json.length,
                                  r->options, &r->error)));
    bontot_text_free(r->text);
    r->text = NULL;
    return BONTOT_OK;
}

static bontot_status run_compare(run *r) {
    const char *const roles[] = {"as_of", "after_as_of"};
    size_t rubric = before;
    size_t side;
    if (has_option(r, "after")) {
        TRY(load_rubric(r, after, option(r, "after")));
        rubric = after;
    }
    for (side = before; side < sides; ++side) {
        TRY(load_dossier(r, side, side == before ? before : rubric,
                         input(r, side)));
        TRY(evaluate(r, side, option(r, roles[side])));
        TRY(summarize(r, side));
    }
    TRY(AGAIN(bontot_compare(&r->comparison, r->summary[before],
                             r->summary[after], r->options, &r->error)));
    TRY(AGAIN(bontot_comparison_write(&r->text, r->comparison, format_of(r),
                                      r->options, &r->error)));
    take_text(r);
    return BONTOT_OK;
}

static bontot_status run_path(run *r) {
    const span grade = option(r, "to");
    const span role = option(r, "as_of");
    TRY(load_dossier(r, before, before, input(r, 0)));
    TRY(AGAIN(bontot_path_to(&r->path, r->dossier[before], grade.data,
                             grade.length, role.data, role.length, r->options,
                             &r->error)));
    TRY(AGAIN(bontot_path_write(&r->text, r->path, format_of(r), r->options,
                                &r->error)));
    take_text(r);
    return BONTOT_OK;
}

/* ---- Expressions ---- */

static bontot_status run_feel(run *r) {
    const span source = input(r, 0);
    const span facts = input(r, 1);
    TRY(AGAIN(bontot_feel_evaluate(&r->text, source.data, source.length,
                                   facts.data, facts.length, r->options,
                                   &r->error)));
    take_text(r);
    return BONTOT_OK;
}

/* ---- The program ---- */

typedef struct operation {
    const char *name;
    bontot_status (*body)(run *);
} operation;

static const operation operations[] = {
    {"builtins", run_builtins}, {"rubric", run_rubric},
    {"describe", run_describe}, {"template", run_template},
    {"test", run_test},         {"lint", run_lint},
    {"evaluate", run_evaluate}, {"figures", run_figures},
    {"named", run_named},       {"many", run_many},
    {"diff", run_diff},         {"rank", run_rank},
    {"compare", run_compare},   {"path", run_path},
    {"feel", run_feel},         {"build", run_build},
    {"columns", run_columns},   {"assemble", run_build},
};

static const operation *find_operation(span name) {
    size_t i;
    for (i = 0; i < sizeof operations / sizeof operations[0]; ++i) {
        if (is(name, operations[i].name))
            return &operations[i];
    }
    stop("the cases have an operation that is not known", "corpus");
    return NULL;
}

static void print_field(span text) {
    buffer out = {NULL, 0, 0};
    append_field(&out, text);
    fwrite(out.data, 1, out.length, stdout);
    free(out.data);
}

/* Runs a case, and leaves its output. */
static bontot_status begin_case(run *r, const corpus_case *of,
                                short_memory *memory) {
    bontot_status status;
    memset(r, 0, sizeof *r);
    r->of = of;
    r->memory = memory;
    r->language = is(of->language, "en") ? BONTOT_EN : BONTOT_VI;
    status = prepare(r);
    if (memory != NULL)
        memory->prepared = memory->calls;
    if (status == BONTOT_OK)
        status = find_operation(of->operation)->body(r);
    if (status != BONTOT_OK) {
        r->out.length = 0;
        put_errors(r, r->error);
    }
    return status;
}

static void run_case(const corpus_case *of) {
    run r;
    const bontot_status status = begin_case(&r, of, NULL);
    print_field(of->id);
    printf("\t%s\t", bontot_status_name(status));
    print_field(whole(&r.out));
    printf("\n");
    free_run(&r);
}

static void wrong(const corpus_case *of, size_t call, const char *what) {
    print_field(of->id);
    printf(", out of memory at call %lu: %s\n", (unsigned long)call, what);
}

/* Tells whether a case came out as with memory enough: what only saves time may
   do without, and an error may have no details. */
static int is_unmoved(bontot_status status, const run *r, bontot_status right,
                      const run *enough) {
    if (status != right)
        return 0;
    if (status != BONTOT_OK && r->error == NULL)
        return 1;
    return r->out.length == enough->out.length &&
           memcmp(r->out.data, enough->out.data, r->out.length) == 0;
}

/* Runs a case with memory that is out at one call. Returns how often something
   was wrong: another outcome, memory that is lost. A call that is made again
   on the same handles gives what it gives with memory enough. */
static int run_short(const corpus_case *of, size_t call, int tries_again,
                     bontot_status right, const run *enough) {
    short_memory memory = {0, 0, 0, 0, 0};
    run r;
    bontot_status status;
    int may_be_out, failures = 0;
    memory.fails_at = call;
    memory.tries_again = tries_again;
    status = begin_case(&r, of, &memory);
    may_be_out = !tries_again || memory.tries_again;
    if (!(may_be_out && status == BONTOT_NO_MEMORY) &&
        !is_unmoved(status, &r, right, enough)) {
        wrong(of, call, bontot_status_name(status));
        ++failures;
    }
    free_run(&r);
#ifndef BONTOT_VECTOR_LOSES_MEMORY
    if (memory.bytes != 0) {
        wrong(of, call, "memory is lost");
        ++failures;
    }
#endif
    return failures;
}

/* Some calls for memory of a case. */
typedef struct calls_of {
    size_t first;
    size_t end;
    size_t most; /* of so many each, else every n-th */
} calls_of;

/* Lets memory be out at calls of a case. Which they are, of many, differs from
   case to case. */
static int starve_calls(const corpus_case *of, size_t number, calls_of calls,
                        bontot_status right, const run *enough) {
    const size_t count = calls.end - calls.first;
    const size_t step = count <= calls.most ? 1 : count / calls.most;
    size_t call;
    int failures = 0;
    for (call = calls.first + number % step; call < calls.end; call += step) {
        failures += run_short(of, call, 0, right, enough);
        failures += run_short(of, call, 1, right, enough);
    }
    return failures;
}

/* What a case does is starved more than what every case begins with, which
   makes more calls. */
static int starve_case(const corpus_case *of, size_t number, size_t most) {
    short_memory memory = {0, (size_t)-1, 0, 0, 0};
    run enough;
    int failures;
    const bontot_status right = begin_case(&enough, of, &memory);
    const calls_of begin = {0, memory.prepared, 4};
    const calls_of rest = {memory.prepared, memory.calls, most};
    failures = starve_calls(of, number, begin, right, &enough);
    failures += starve_calls(of, number, rest, right, &enough);
    free_run(&enough);
    return failures;
}

/* Runs all cases of a file. */
int main(int argc, char **argv) {
    const int starves = argc == 5 && strcmp(argv[2], "--short-memory") == 0;
    const size_t every = starves ? strtoul(argv[3], NULL, 10) : 1;
    const size_t most = starves ? strtoul(argv[4], NULL, 10) : 1;
    buffer file = {NULL, 0, 0};
    span rest, line;
    size_t number = 0;
    int failures = 0;
    if (argc != 2 && (!starves || every == 0 || most == 0))
        stop("the arguments: the file of cases [--short-memory EVERY MOST]",
             argv[0]);
#if defined(_WIN32)
    _setmode(1, _O_BINARY); /* the same bytes as elsewhere */
#endif
    read_file(&file, text_of(argv[1]));
    rest = whole(&file);
    while (take_line(&rest, &line)) {
        corpus_case one;
        if (begins(line, "#"))
            continue;
        one = case_of(line);
        if (!starves) {
            run_case(&one);
        } else if (number++ % every == 0) {
            failures += starve_case(&one, number, most);
        }
    }
    free(file.data);
    return failures == 0 ? 0 : 1;
}
