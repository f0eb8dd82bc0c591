/* SPDX-License-Identifier: BSL-1.0 */
#ifndef BONTOT_BONTOT_H
#define BONTOT_BONTOT_H

/*
 * bontot scores a unit against a published set of criteria and says why.
 *
 * This is the whole C API; every binding and the command go through it. Read
 * it from the top: version, status, errors, options, text, then one section
 * for each handle in the order in which a program meets them: rubric, dossier,
 * result; last, expressions on their own.
 *
 * Handles are opaque. The comment of a handle's type names the one function
 * that frees it; freeing NULL does nothing. A handle keeps alive what it was
 * made from: a rubric may be freed before its dossiers.
 *
 * Text is UTF-8. Text that goes in is a pointer and a length in bytes and is
 * copied. Text that comes out is borrowed from the handle that returned it
 * and lives as long as the handle is neither changed nor freed; it ends in a
 * zero byte, and its length is stored where `length` points unless that is
 * NULL. Text that the caller owns comes as a bontot_text.
 *
 * Every call that can fail returns a bontot_status. If its `error` is not
 * NULL, the details are stored there as an object that the caller frees; on
 * success NULL is stored. Nothing that was passed as `out` is touched by a
 * call that fails. No call prints, exits, throws or raises a signal.
 *
 * Threads: a const handle may be used by many threads at once. A handle that
 * is passed as not const belongs to one thread at a time. There is no global
 * state.
 *
 * All functions are there since 0.1.0.
 */

#include <bontot/version.h>

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#if defined(BONTOT_BUILDING)
#define BONTOT_API __declspec(dllexport)
#else
#define BONTOT_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define BONTOT_API __attribute__((visibility("default")))
#else
#define BONTOT_API
#endif

#if defined(__cplusplus)
extern "C" {
#endif

/* ---- Version ----------------------------------------------------------- */

/* Returns the library's version, "major.minor.patch". The text is static. */
BONTOT_API const char *bontot_version(void);

/* ---- Status ------------------------------------------------------------ */

/* What became of a call. Values are never reused. */
typedef int32_t bontot_status;

#define BONTOT_OK 0        /* done */
#define BONTOT_BAD_INPUT 1 /* a text has errors: see the error object */
#define BONTOT_NOT_FOUND 2 /* there is nothing of that name or index */
#define BONTOT_MISUSE 3    /* a NULL handle or text, or a wrong argument */
#define BONTOT_NO_MEMORY 4 /* memory is out */
#define BONTOT_NO_FIT 5    /* the value does not fit where it should go */
#define BONTOT_INTERNAL 6  /* a fault of the library: please report it */

/* Returns the name of a status, such as "bad_input". The text is static. */
BONTOT_API const char *bontot_status_name(bontot_status status);

/* The language of labels and sentences. */
typedef int32_t bontot_language;

#define BONTOT_VI 0 /* Vietnamese */
#define BONTOT_EN 1 /* English */

/* An index that points nowhere. */
#define BONTOT_NONE SIZE_MAX

/* ---- Errors ------------------------------------------------------------ */

/* Everything that a call found wrong, in the order of the text. Free it with
   bontot_error_free. Immutable. */
typedef struct bontot_error bontot_error;

/* Returns how many entries there are: at least one. */
BONTOT_API size_t bontot_error_count(const bontot_error *error);

/* Returns an entry's stable code, such as "reading_unknown_key". */
BONTOT_API const char *bontot_error_code(const bontot_error *error,
                                         size_t entry);

/* Returns an entry's sentence: what is wrong, what was expected, what to do. */
BONTOT_API const char *bontot_error_message(const bontot_error *error,
                                            size_t entry,
                                            bontot_language language);

/* Returns an entry's place as a JSON Pointer; "" is the whole text. */
BONTOT_API const char *bontot_error_pointer(const bontot_error *error,
                                            size_t entry);

/* Return an entry's place in the text: the offset in bytes from 0, the line
   and the column in code points from 1. Line 0: there is no text. */
BONTOT_API size_t bontot_error_offset(const bontot_error *error, size_t entry);
BONTOT_API size_t bontot_error_line(const bontot_error *error, size_t entry);
BONTOT_API size_t bontot_error_column(const bontot_error *error, size_t entry);

/* Returns the column within a FEEL expression, from 1; 0: it is about none. */
BONTOT_API size_t bontot_error_expression_column(const bontot_error *error,
                                                 size_t entry);

BONTOT_API void bontot_error_free(bontot_error *error);

/* ---- Options ----------------------------------------------------------- */

/* How something is read or written. Free it with bontot_options_free. Calls
   that take options accept NULL for the defaults, and retain nothing but the
   memory functions. */
typedef struct bontot_options bontot_options;

/* Returns memory of this size and alignment (a power of two), or NULL. */
typedef void *(*bontot_allocate)(void *payload, size_t size, size_t alignment);

/* Takes memory back, with the size and alignment that it was asked for. */
typedef void (*bontot_release)(void *payload, void *place, size_t size,
                               size_t alignment);

BONTOT_API bontot_status bontot_options_new(bontot_options **out);

/* Sets the language of what is written. Default BONTOT_VI. */
BONTOT_API bontot_status bontot_options_set_language(bontot_options *options,
                                                     bontot_language language);

/* Sets how many bytes a text that is read may have. Default 64 MiB. */
BONTOT_API bontot_status bontot_options_set_size_limit(bontot_options *options,
                                                       size_t bytes);

/* Accepts (1) a dossier filled for another rubric or version. Default 0. */
BONTOT_API bontot_status
bontot_options_set_other_rubric(bontot_options *options, int32_t accept);

/* Colours (1) the text for a terminal. Default 0. */
BONTOT_API bontot_status bontot_options_set_colour(bontot_options *options,
                                                   int32_t colour);

/* Sets where the memory of the handles comes from that are made with these
   options. Both functions must be callable from every thread that uses the
   handles, must not call back into the library, and must outlive the handles;
   NULL for both: the C++ runtime's. */
BONTOT_API bontot_status bontot_options_set_memory(bontot_options *options,
                                                   bontot_allocate allocate,
                                                   bontot_release release,
                                                   void *payload);

BONTOT_API void bontot_options_free(bontot_options *options);

/* ---- Text -------------------------------------------------------------- */

/* A text that the caller owns. Free it with bontot_text_free. Immutable. */
typedef struct bontot_text bontot_text;

/* Returns the text, which ends in a zero byte. */
BONTOT_API const char *bontot_text_data(const bontot_text *text,
                                        size_t *length);

BONTOT_API void bontot_text_free(bontot_text *text);

/* ---- Numbers ----------------------------------------------------------- */

/* coefficient * 10^-scale, exactly. The scale is 0 or more. */
typedef struct bontot_number {
    int64_t coefficient;
    int32_t scale;
} bontot_number;

/* ---- Rubrics ----------------------------------------------------------- */

/* One published scoring sheet, compiled. Free it with bontot_rubric_free.
   Immutable: one rubric serves all threads. */
typedef struct bontot_rubric bontot_rubric;

/* Reads a rubric from JSON (format bontot-rubric/1). BONTOT_BAD_INPUT: the
   error has everything that is wrong with it. */
BONTOT_API bontot_status bontot_rubric_load(bontot_rubric **out,
                                            const char *json, size_t length,
                                            const bontot_options *options,
                                            bontot_error **error);

/* Makes a rubric that the library carries. BONTOT_NOT_FOUND: there is none of
   this id (which ends in a zero byte). */
BONTOT_API bontot_status bontot_rubric_builtin(bontot_rubric **out,
                                               const char *id,
                                               const bontot_options *options,
                                               bontot_error **error);

/* Return how many rubrics the library carries, and the id of one of them
   (static), or NULL. */
BONTOT_API size_t bontot_builtin_count(void);
BONTOT_API const char *bontot_builtin_id(size_t index);

BONTOT_API const char *bontot_rubric_id(const bontot_rubric *rubric,
                                        size_t *length);
BONTOT_API const char *bontot_rubric_version(const bontot_rubric *rubric,
                                             size_t *length);
BONTOT_API const char *bontot_rubric_label(const bontot_rubric *rubric,
                                           bontot_language language,
                                           size_t *length);

/* Returns how many facts of the unit there are. A fact's slot is its place in
   the rubric, from 0. */
BONTOT_API size_t bontot_rubric_fact_count(const bontot_rubric *rubric);

/* Returns the slot of a fact by its id, or BONTOT_NONE. */
BONTOT_API size_t bontot_rubric_fact_slot(const bontot_rubric *rubric,
                                          const char *id, size_t length);

/* What a fact is. */
typedef int32_t bontot_fact_type;

#define BONTOT_FACT_NUMBER 0
#define BONTOT_FACT_BOOLEAN 1
#define BONTOT_FACT_TEXT 2
#define BONTOT_FACT_DATE 3
#define BONTOT_FACT_CHOICE 4

/* Return what is known of a fact; NULL or -1 when there is no such slot. */
BONTOT_API const char *bontot_rubric_fact_id(const bontot_rubric *rubric,
                                             size_t slot, size_t *length);
BONTOT_API const char *bontot_rubric_fact_label(const bontot_rubric *rubric,
                                                size_t slot,
                                                bontot_language language,
                                                size_t *length);
BONTOT_API bontot_fact_type bontot_rubric_fact_type(const bontot_rubric *rubric,
                                                    size_t slot);

/* Writes a rubric as text for people: criteria, lines, how each is scored,
   gates, grades, checks, in the language of the options. */
BONTOT_API bontot_status bontot_rubric_describe(bontot_text **out,
                                                const bontot_rubric *rubric,
                                                const bontot_options *options,
                                                bontot_error **error);

/* Writes an empty dossier as JSON: every fact is null, which is unknown, and
   stands in "guide" with its label, type and range. */
BONTOT_API bontot_status bontot_rubric_template(bontot_text **out,
                                                const bontot_rubric *rubric,
                                                const bontot_options *options,
                                                bontot_error **error);

BONTOT_API void bontot_rubric_free(bontot_rubric *rubric);

/* ---- Dossiers ---------------------------------------------------------- */

/* Facts, evidence, marks, members and history of one unit in one period.
   Free it with bontot_dossier_free. Keeps its rubric alive. */
typedef struct bontot_dossier bontot_dossier;

/* Reads a dossier from JSON (format bontot-dossier/1). BONTOT_BAD_INPUT: the
   error has everything that is wrong with it. */
BONTOT_API bontot_status bontot_dossier_load(bontot_dossier **out,
                                             const bontot_rubric *rubric,
                                             const char *json, size_t length,
                                             const bontot_options *options,
                                             bontot_error **error);

/* Makes an empty dossier, of which every fact is unknown. */
BONTOT_API bontot_status bontot_dossier_new(bontot_dossier **out,
                                            const bontot_rubric *rubric,
                                            const bontot_options *options,
                                            bontot_error **error);

/* Sets who the unit is and its period; dates are written YYYY-MM-DD. */
BONTOT_API bontot_status bontot_dossier_set_unit(
    bontot_dossier *dossier, const char *id, size_t id_length, const char *name,
    size_t name_length, bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_period(
    bontot_dossier *dossier, const char *from, size_t from_length,
    const char *to, size_t to_length, bontot_error **error);

/* Set a fact by its slot. BONTOT_BAD_INPUT: the value is of another type or
   out of the fact's range, and the fact is as it was. A choice is set as
   text; a date as a text YYYY-MM-DD. Clearing makes the fact unknown. */
BONTOT_API bontot_status bontot_dossier_set_number(bontot_dossier *dossier,
                                                   size_t slot,
                                                   bontot_number number,
                                                   bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_boolean(bontot_dossier *dossier,
                                                    size_t slot, int32_t truth,
                                                    bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_text(bontot_dossier *dossier,
                                                 size_t slot, const char *text,
                                                 size_t length,
                                                 bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_date(bontot_dossier *dossier,
                                                 size_t slot, const char *text,
                                                 size_t length,
                                                 bontot_error **error);
BONTOT_API bontot_status bontot_dossier_clear(bontot_dossier *dossier,
                                              size_t slot,
                                              bontot_error **error);

/* Sets a fact by its id from a text as it is typed: a number, true or false,
   a date, a choice or a text, by the fact's type. */
BONTOT_API bontot_status bontot_dossier_set(bontot_dossier *dossier,
                                            const char *id, size_t id_length,
                                            const char *text, size_t length,
                                            bontot_error **error);

BONTOT_API void bontot_dossier_free(bontot_dossier *dossier);

/* ---- Results ----------------------------------------------------------- */

/* What evaluating a dossier says. Free it with bontot_result_free. Keeps its
   rubric alive, not its dossier. */
typedef struct bontot_result bontot_result;

/* Makes a result to evaluate into. Until then it has no figures. */
BONTOT_API bontot_status bontot_result_new(bontot_result **out,
                                           const bontot_options *options,
                                           bontot_error **error);

/* Scores a dossier into a result, which forgets what it held. A result that
   is used again and again soon needs no more memory. BONTOT_BAD_INPUT: a
   dossier that was built fact by fact breaks a rule of consistency; the
   result is as it was. */
BONTOT_API bontot_status bontot_evaluate(bontot_result *result,
                                         const bontot_dossier *dossier,
                                         bontot_error **error);

/* Which figure of an interval. */
typedef int32_t bontot_figure;

#define BONTOT_POINTS 0   /* what is sure, whatever is missing */
#define BONTOT_POSSIBLE 1 /* what can be reached with what is missing */
#define BONTOT_MAX 2      /* the printed maximum */

/* Room that every figure's text fits in, with its zero byte. */
#define BONTOT_NUMBER_ROOM 64

/* Return the total: as a number (BONTOT_NO_FIT: it has too many digits for
   one), as exact text written into a buffer of the caller's, and as the
   nearest double (NaN when there is none), which is not exact. */
BONTOT_API bontot_status bontot_result_total(const bontot_result *result,
                                             bontot_figure figure,
                                             bontot_number *out);
BONTOT_API bontot_status bontot_result_total_text(const bontot_result *result,
                                                  bontot_figure figure,
                                                  char *buffer, size_t room);
BONTOT_API double bontot_result_total_double(const bontot_result *result,
                                             bontot_figure figure);

/* Writes the completeness, from 0 to 1, as exact text. */
BONTOT_API bontot_status bontot_result_completeness_text(
    const bontot_result *result, char *buffer, size_t room);

/* Return the grade that is sure, and the best one that is still possible. */
BONTOT_API const char *bontot_result_grade(const bontot_result *result,
                                           size_t *length);
BONTOT_API const char *bontot_result_grade_label(const bontot_result *result,
                                                 bontot_language language,
                                                 size_t *length);
BONTOT_API const char *bontot_result_grade_possible(const bontot_result *result,
                                                    size_t *length);

/* Return how many grades are reachable, and the id of one, best first. */
BONTOT_API size_t bontot_result_reachable_count(const bontot_result *result);
BONTOT_API const char *bontot_result_reachable(const bontot_result *result,
                                               size_t index, size_t *length);

/* Returns how many criteria and indicators there are. They are numbered from
   0, each before those below it. */
BONTOT_API size_t bontot_result_node_count(const bontot_result *result);

/* Returns the criterion or indicator of an id, or BONTOT_NONE. */
BONTOT_API size_t bontot_result_node_find(const bontot_result *result,
                                          const char *id, size_t length);

/* Returns the node above, or BONTOT_NONE for a criterion. */
BONTOT_API size_t bontot_result_node_parent(const bontot_result *result,
                                            size_t node);
BONTOT_API const char *bontot_result_node_id(const bontot_result *result,
                                             size_t node, size_t *length);
BONTOT_API const char *bontot_result_node_label(const bontot_result *result,
                                                size_t node,
                                                bontot_language language,
                                                size_t *length);

/* What became of a node. */
typedef int32_t bontot_state;

#define BONTOT_VOIDED 0
#define BONTOT_NOT_APPLICABLE 1
#define BONTOT_UNCOVERED 2 /* no step fits, or no value: people decide */
#define BONTOT_UNKNOWN 3   /* a fact or mark is missing */
#define BONTOT_UNPROVEN 4  /* evidence is missing */
#define BONTOT_MET 5       /* the most */
#define BONTOT_UNMET 6     /* the least */
#define BONTOT_PARTLY 7

/* Returns a node's state, or -1. */
BONTOT_API bontot_state bontot_result_node_state(const bontot_result *result,
                                                 size_t node);

/* What is known of a condition. */
typedef int32_t bontot_truth;

#define BONTOT_NO 0
#define BONTOT_YES 1
#define BONTOT_OPEN 2 /* it depends on what is missing */

/* Returns whether a criterion is good; -1 when the rubric does not say. */
BONTOT_API bontot_truth bontot_result_node_good(const bontot_result *result,
                                                size_t node);
BONTOT_API bontot_status bontot_result_node_points(const bontot_result *result,
                                                   size_t node,
                                                   bontot_figure figure,
                                                   bontot_number *out);
BONTOT_API bontot_status
bontot_result_node_points_text(const bontot_result *result, size_t node,
                               bontot_figure figure, char *buffer, size_t room);

/* Writes why a node has its points. */
BONTOT_API bontot_status bontot_result_node_reason(
    bontot_text **out, const bontot_result *result, size_t node,
    const bontot_options *options, bontot_error **error);

/* Return the policy checks: how many, their ids and messages, whether each
   passed (BONTOT_YES), failed or is open, and how grave it is, or -1. */
BONTOT_API size_t bontot_result_check_count(const bontot_result *result);
BONTOT_API const char *bontot_result_check_id(const bontot_result *result,
                                              size_t check, size_t *length);
BONTOT_API const char *bontot_result_check_message(const bontot_result *result,
                                                   size_t check,
                                                   bontot_language language,
                                                   size_t *length);
BONTOT_API bontot_truth bontot_result_check_outcome(const bontot_result *result,
                                                    size_t check);

typedef int32_t bontot_severity;

#define BONTOT_INFO 0
#define BONTOT_WARNING 1
#define BONTOT_ERROR 2

BONTOT_API bontot_severity
bontot_result_check_severity(const bontot_result *result, size_t check);

/* How a result is written. */
typedef int32_t bontot_format;

#define BONTOT_JSON 0 /* format bontot-result/1, in one line */
#define BONTOT_TEXT 1 /* for people, at most 100 columns wide */

/* Writes a whole result. */
BONTOT_API bontot_status bontot_result_write(bontot_text **out,
                                             const bontot_result *result,
                                             bontot_format format,
                                             const bontot_options *options,
                                             bontot_error **error);

BONTOT_API void bontot_result_free(bontot_result *result);

/* ---- Expressions ------------------------------------------------------- */

/* Evaluates a FEEL expression on its own and writes its value as FEEL text.
   `facts` is a JSON object that gives the names (NULL: none); its null is
   FEEL's unknown, and a text that is a date stays a text: write date(...). */
BONTOT_API bontot_status bontot_feel_evaluate(
    bontot_text **out, const char *source, size_t length, const char *facts,
    size_t facts_length, const bontot_options *options, bontot_error **error);

#if defined(__cplusplus)
}
#endif

#endif
