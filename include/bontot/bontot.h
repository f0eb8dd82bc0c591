/* SPDX-License-Identifier: BSL-1.0 */
#ifndef BONTOT_BONTOT_H
#define BONTOT_BONTOT_H

/*
 * bontot scores a unit against a published set of criteria and says why.
 *
 * This is the whole C API; every binding and the command go through it. Read
 * it from the top: version, status, errors, options, text, then one section
 * for each handle in the order in which a program meets them: rubric,
 * reference, dossier, result, lines, table, summary, comparison, cohort,
 * ranking, lint, dossiers under two rubrics, path; last, expressions on their
 * own.
 *
 * Handles are opaque. The comment of a handle's type names the one function
 * that frees it; freeing NULL does nothing. A handle keeps alive what it was
 * made from: a rubric may be freed before its dossiers.
 *
 * Text is UTF-8. Text that goes in is a pointer and a length in bytes and is
 * copied. Text that comes out is borrowed from the handle that returned it
 * and lives as long as the handle is neither changed nor freed; it ends in a
 * zero byte, and its length is stored where `length` points unless that is
 * NULL. Text that the caller owns comes as a bontot_text. Figures and dates
 * are written into a buffer of the caller's, with a zero byte;
 * BONTOT_NO_FIT: there is not enough room.
 *
 * Every call that can fail returns a bontot_status. If its `error` is not
 * NULL, the details are stored there as an object that the caller frees; on
 * success NULL is stored. Nothing that was passed as `out` is touched by a
 * call that fails. No call prints, exits, throws or raises a signal. After
 * BONTOT_NO_MEMORY handles serve on, and the call may be made again; but of
 * many dossiers (bontot_evaluate_lines, bontot_lines) some have been told by
 * then, and a bontot_lines is at its end.
 *
 * Threads: a const handle may be used by many threads at once. A handle that
 * is passed as not const belongs to one thread at a time. There is no global
 * state.
 *
 * A function is there since 0.1.0 unless its comment ends in "Since" and a
 * later version. None is ever removed or changed in what it takes and means.
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
#define BONTOT_CANCELLED 7 /* a function of the caller's said to stop */

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

/* Sets how deep lists and objects of a text that is read may lie within each
   other, 1,000 levels at most. Default 64. */
BONTOT_API bontot_status bontot_options_set_depth_limit(bontot_options *options,
                                                        size_t levels);

/* Accepts (1) a dossier filled for another rubric or version. Default 0. */
BONTOT_API bontot_status
bontot_options_set_other_rubric(bontot_options *options, int32_t accept);

/* Who is believed. */
typedef int32_t bontot_trust;

#define BONTOT_TRUST_ALL 0       /* a dossier may carry everything itself */
#define BONTOT_TRUST_COMMITTEE 1 /* not what only a committee can say */

/* Sets who is believed when a dossier is read, or built from nothing with
   bontot_dossier_new. Default BONTOT_TRUST_ALL. */
BONTOT_API bontot_status bontot_options_set_trust(bontot_options *options,
                                                  bontot_trust trust);

/* What a committee gives for its units: see "References". */
typedef struct bontot_reference bontot_reference;

/* Sets what the committee gives the dossiers that are read with these options;
   NULL: nothing. The options keep it alive. It must have been read with the
   rubric that the dossiers are read with. */
BONTOT_API bontot_status bontot_options_set_reference(
    bontot_options *options, const bontot_reference *reference);

/* Sets the role as of which lines are scored, by its id; "": the marks of every
   role count, which is the default. */
BONTOT_API bontot_status bontot_options_set_as_of(bontot_options *options,
                                                  const char *role,
                                                  size_t length);

/* Colours (1) the text for a terminal. Default 0. */
BONTOT_API bontot_status bontot_options_set_colour(bontot_options *options,
                                                   int32_t colour);

/* Say where the committee raises the share of quotas that have a raised one: in
   a group, one call for each ("" is that of the units without a group), or
   everywhere (1), which is also needed where a quota is over all groups. */
BONTOT_API bontot_status bontot_options_raise_group(bontot_options *options,
                                                    const char *group,
                                                    size_t length);
BONTOT_API bontot_status
bontot_options_raise_everywhere(bontot_options *options, int32_t raise);

/* Sets the period of the rows of tables; dates are written YYYY-MM-DD.
   BONTOT_BAD_INPUT: one is no date. */
BONTOT_API bontot_status bontot_options_set_period(bontot_options *options,
                                                   const char *from,
                                                   size_t from_length,
                                                   const char *to,
                                                   size_t to_length);

/* Say of a column of an Arrow batch, by its name, that it is ignored, because
   it is no fact; and how many decimals its floating-point numbers have. */
BONTOT_API bontot_status bontot_options_ignore_column(bontot_options *options,
                                                      const char *name,
                                                      size_t length);
BONTOT_API bontot_status bontot_options_set_decimals(bontot_options *options,
                                                     const char *name,
                                                     size_t length,
                                                     int32_t decimals);

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

/* Which end of a range. */
typedef int32_t bontot_bound;

#define BONTOT_LEAST 0
#define BONTOT_MOST 1

/* Room that every figure's text fits in, with its zero byte. */
#define BONTOT_NUMBER_ROOM 64

/* Room for a date, written YYYY-MM-DD, with its zero byte. */
#define BONTOT_DATE_ROOM 11

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

/* Return the number of the document that a rubric comes from, the day of its
   issue (YYYY-MM-DD), who issued it, its address, and a plain note about it;
   "" is what the rubric does not say. */
BONTOT_API const char *bontot_rubric_document(const bontot_rubric *rubric,
                                              size_t *length);
BONTOT_API const char *bontot_rubric_issued(const bontot_rubric *rubric,
                                            size_t *length);
BONTOT_API const char *bontot_rubric_issuer(const bontot_rubric *rubric,
                                            size_t *length);
BONTOT_API const char *bontot_rubric_uri(const bontot_rubric *rubric,
                                         size_t *length);
BONTOT_API const char *bontot_rubric_note(const bontot_rubric *rubric,
                                          bontot_language language,
                                          size_t *length);

/* Return the day from which a rubric is valid (YYYY-MM-DD, "": it does not
   say); how many months a period is long, 0: any length, -1: no rubric; and the
   kinds of unit that it is for: how many, 0: any; and the id of one. */
BONTOT_API const char *bontot_rubric_valid_from(const bontot_rubric *rubric,
                                                size_t *length);
BONTOT_API int32_t bontot_rubric_period_months(const bontot_rubric *rubric);
BONTOT_API size_t bontot_rubric_unit_kind_count(const bontot_rubric *rubric);
BONTOT_API const char *bontot_rubric_unit_kind(const bontot_rubric *rubric,
                                               size_t kind, size_t *length);

/* Writes what the total is never below or above. BONTOT_NOT_FOUND: it has no
   such bound. */
BONTOT_API bontot_status bontot_rubric_total_bound_text(
    const bontot_rubric *rubric, bontot_bound bound, char *buffer, size_t room);

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

/* Returns what a fact is counted in, such as "tasks"; "": it does not say. */
BONTOT_API const char *bontot_rubric_fact_unit(const bontot_rubric *rubric,
                                               size_t slot,
                                               bontot_language language,
                                               size_t *length);

/* Writes an end of a number's range. BONTOT_NOT_FOUND: it has no such end. */
BONTOT_API bontot_status
bontot_rubric_fact_bound_text(const bontot_rubric *rubric, size_t slot,
                              bontot_bound bound, char *buffer, size_t room);

/* Return 1 or 0; -1: there is no such slot. Whether a number is whole; whether
   the committee gives the fact, in a reference; whether it is worked out from
   results of others, where there are such; whether the rubric reads it in any
   way at all. */
BONTOT_API int32_t bontot_rubric_fact_is_integer(const bontot_rubric *rubric,
                                                 size_t slot);
BONTOT_API int32_t
bontot_rubric_fact_is_by_committee(const bontot_rubric *rubric, size_t slot);
BONTOT_API int32_t
bontot_rubric_fact_is_from_results(const bontot_rubric *rubric, size_t slot);
BONTOT_API int32_t bontot_rubric_fact_is_read(const bontot_rubric *rubric,
                                              size_t slot);

/* Return the choices of a fact: how many, and one of them; it has no label. */
BONTOT_API size_t bontot_rubric_fact_choice_count(const bontot_rubric *rubric,
                                                  size_t slot);
BONTOT_API const char *bontot_rubric_fact_choice(const bontot_rubric *rubric,
                                                 size_t slot, size_t choice,
                                                 size_t *length);

/* Return what is known of the facts of members, which are numbered as in the
   rubric, from 0; each as its like of a fact of the unit. */
BONTOT_API size_t bontot_rubric_field_count(const bontot_rubric *rubric);
BONTOT_API size_t bontot_rubric_field_find(const bontot_rubric *rubric,
                                           const char *id, size_t length);
BONTOT_API const char *bontot_rubric_field_id(const bontot_rubric *rubric,
                                              size_t field, size_t *length);
BONTOT_API const char *bontot_rubric_field_label(const bontot_rubric *rubric,
                                                 size_t field,
                                                 bontot_language language,
                                                 size_t *length);
BONTOT_API bontot_fact_type
bontot_rubric_field_type(const bontot_rubric *rubric, size_t field);
BONTOT_API const char *bontot_rubric_field_unit(const bontot_rubric *rubric,
                                                size_t field,
                                                bontot_language language,
                                                size_t *length);
BONTOT_API bontot_status
bontot_rubric_field_bound_text(const bontot_rubric *rubric, size_t field,
                               bontot_bound bound, char *buffer, size_t room);
BONTOT_API int32_t bontot_rubric_field_is_integer(const bontot_rubric *rubric,
                                                  size_t field);
BONTOT_API int32_t
bontot_rubric_field_is_from_results(const bontot_rubric *rubric, size_t field);
BONTOT_API int32_t bontot_rubric_field_is_read(const bontot_rubric *rubric,
                                               size_t field);
BONTOT_API size_t bontot_rubric_field_choice_count(const bontot_rubric *rubric,
                                                   size_t field);
BONTOT_API const char *bontot_rubric_field_choice(const bontot_rubric *rubric,
                                                  size_t field, size_t choice,
                                                  size_t *length);

/* Writes a rubric as text for people: criteria, lines, how each is scored,
   gates, grades, checks, in the language of the options; without colour. */
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

/* Return how many roles give marks, in order of precedence, and the id and
   label of one, or NULL. */
BONTOT_API size_t bontot_rubric_role_count(const bontot_rubric *rubric);
BONTOT_API const char *bontot_rubric_role_id(const bontot_rubric *rubric,
                                             size_t role, size_t *length);
BONTOT_API const char *bontot_rubric_role_label(const bontot_rubric *rubric,
                                                size_t role,
                                                bontot_language language,
                                                size_t *length);

/* Returns the number of a role by its id, or BONTOT_NONE. */
BONTOT_API size_t bontot_rubric_role_find(const bontot_rubric *rubric,
                                          const char *id, size_t length);

/* Returns whether (1) a role may mark any line, in place of what its rules
   give; -1: there is none. */
BONTOT_API int32_t bontot_rubric_role_overrides(const bontot_rubric *rubric,
                                                size_t role);

/* Return how many grades there are, best first, and the id and label of one,
   or NULL. */
BONTOT_API size_t bontot_rubric_grade_count(const bontot_rubric *rubric);
BONTOT_API const char *bontot_rubric_grade_id(const bontot_rubric *rubric,
                                              size_t grade, size_t *length);
BONTOT_API const char *bontot_rubric_grade_label(const bontot_rubric *rubric,
                                                 size_t grade,
                                                 bontot_language language,
                                                 size_t *length);

/* Return where in its document a grade stands ("": it does not say), and
   whether (1) only so many units may have it; -1: there is none. */
BONTOT_API const char *bontot_rubric_grade_clause(const bontot_rubric *rubric,
                                                  size_t grade, size_t *length);
BONTOT_API int32_t bontot_rubric_grade_has_quota(const bontot_rubric *rubric,
                                                 size_t grade);

/* Return how many criteria and indicators there are, numbered as in results,
   each before those below it; the number of one by its id, or BONTOT_NONE; its
   id, or NULL; and the one that it is under, or BONTOT_NONE. */
BONTOT_API size_t bontot_rubric_node_count(const bontot_rubric *rubric);
BONTOT_API size_t bontot_rubric_node_find(const bontot_rubric *rubric,
                                          const char *id, size_t length);
BONTOT_API const char *bontot_rubric_node_id(const bontot_rubric *rubric,
                                             size_t node, size_t *length);
BONTOT_API size_t bontot_rubric_node_parent(const bontot_rubric *rubric,
                                            size_t node);

/* Return a node's label, and where in its document it stands ("": it does not
   say). */
BONTOT_API const char *bontot_rubric_node_label(const bontot_rubric *rubric,
                                                size_t node,
                                                bontot_language language,
                                                size_t *length);
BONTOT_API const char *bontot_rubric_node_clause(const bontot_rubric *rubric,
                                                 size_t node, size_t *length);

/* Of which kind a criterion is; those below it are of the same. */
typedef int32_t bontot_kind;

#define BONTOT_BASE 0
#define BONTOT_BONUS 1
#define BONTOT_PENALTY 2

/* Returns the kind of a node's criterion, or -1. */
BONTOT_API bontot_kind bontot_rubric_node_kind(const bontot_rubric *rubric,
                                               size_t node);

/* Writes the least or the most points that a node may have. */
BONTOT_API bontot_status
bontot_rubric_node_bound_text(const bontot_rubric *rubric, size_t node,
                              bontot_bound bound, char *buffer, size_t room);

/* How the points of a node come about. */
typedef int32_t bontot_score;

#define BONTOT_SCORE_GROUP 0 /* no line: from the nodes below it */
#define BONTOT_SCORE_CONDITION 1
#define BONTOT_SCORE_CHOICE 2
#define BONTOT_SCORE_STEPS 3
#define BONTOT_SCORE_PROPORTIONAL 4
#define BONTOT_SCORE_DEDUCTIONS 5
#define BONTOT_SCORE_ADDITIONS 6
#define BONTOT_SCORE_MARK 7 /* people give them */
#define BONTOT_SCORE_FORMULA 8

/* Returns how a node is scored, or -1; any but BONTOT_SCORE_GROUP is a line. */
BONTOT_API bontot_score bontot_rubric_node_score(const bontot_rubric *rubric,
                                                 size_t node);

/* Returns what it costs to raise a line, from 1 to 100; 0: it can not be
   changed any more; -1: there is no such node. */
BONTOT_API int32_t bontot_rubric_node_effort(const bontot_rubric *rubric,
                                             size_t node);

/* Return the slots of the facts that a line's own rules read: how many, and
   one of them, or BONTOT_NONE. */
BONTOT_API size_t bontot_rubric_node_fact_count(const bontot_rubric *rubric,
                                                size_t node);
BONTOT_API size_t bontot_rubric_node_fact(const bontot_rubric *rubric,
                                          size_t node, size_t fact);

/* Returns whether (1) a role may mark a node, BONTOT_NONE: any role; -1: there
   is no such node or role. */
BONTOT_API int32_t bontot_rubric_node_takes_marks(const bontot_rubric *rubric,
                                                  size_t node, size_t role);

/* Writes what a line's marks are multiples of. BONTOT_NOT_FOUND: of nothing. */
BONTOT_API bontot_status bontot_rubric_node_mark_step_text(
    const bontot_rubric *rubric, size_t node, char *buffer, size_t room);

/* Return 1 or 0; -1: there is no such node. Whether a mark below the maximum
   needs a comment; whether a line asks for evidence. */
BONTOT_API int32_t bontot_rubric_node_asks_comment(const bontot_rubric *rubric,
                                                   size_t node);
BONTOT_API int32_t bontot_rubric_node_asks_evidence(const bontot_rubric *rubric,
                                                    size_t node);

/* Return the kinds of document that a line accepts: how many, 0: any or none;
   and one of them. */
BONTOT_API size_t bontot_rubric_node_evidence_kind_count(
    const bontot_rubric *rubric, size_t node);
BONTOT_API const char *
bontot_rubric_node_evidence_kind(const bontot_rubric *rubric, size_t node,
                                 size_t kind, size_t *length);

/* Return the gates, in the order in which they apply: how many; the number of
   one by its id, or BONTOT_NONE; its id, label, and where in its document it
   stands ("": it does not say). */
BONTOT_API size_t bontot_rubric_gate_count(const bontot_rubric *rubric);
BONTOT_API size_t bontot_rubric_gate_find(const bontot_rubric *rubric,
                                          const char *id, size_t length);
BONTOT_API const char *bontot_rubric_gate_id(const bontot_rubric *rubric,
                                             size_t gate, size_t *length);
BONTOT_API const char *bontot_rubric_gate_label(const bontot_rubric *rubric,
                                                size_t gate,
                                                bontot_language language,
                                                size_t *length);
BONTOT_API const char *bontot_rubric_gate_clause(const bontot_rubric *rubric,
                                                 size_t gate, size_t *length);

/* What a gate does when it fires. */
typedef int32_t bontot_effect;

#define BONTOT_VOIDS_NODE 0
#define BONTOT_NOT_GOOD 1      /* a criterion is not good */
#define BONTOT_GRADE_AT_MOST 2 /* no better grade than this */
#define BONTOT_GRADE_DOWN 3    /* so many grades down */
#define BONTOT_GRADE_IS 4

/* Return what a gate does, or -1; and to what: the number of a node or grade,
   or how many grades; BONTOT_NONE: there is no such gate. */
BONTOT_API bontot_effect bontot_rubric_gate_effect(const bontot_rubric *rubric,
                                                   size_t gate);
BONTOT_API size_t bontot_rubric_gate_target(const bontot_rubric *rubric,
                                            size_t gate);

/* How grave something is. */
typedef int32_t bontot_severity;

#define BONTOT_INFO 0
#define BONTOT_WARNING 1
#define BONTOT_ERROR 2

/* Return the policy checks: how many; the id of one, what it says when it
   fails, where in its document it stands ("": it does not say), and how grave
   it is, or -1. */
BONTOT_API size_t bontot_rubric_check_count(const bontot_rubric *rubric);
BONTOT_API const char *bontot_rubric_check_id(const bontot_rubric *rubric,
                                              size_t check, size_t *length);
BONTOT_API const char *bontot_rubric_check_message(const bontot_rubric *rubric,
                                                   size_t check,
                                                   bontot_language language,
                                                   size_t *length);
BONTOT_API const char *bontot_rubric_check_clause(const bontot_rubric *rubric,
                                                  size_t check, size_t *length);
BONTOT_API bontot_severity
bontot_rubric_check_severity(const bontot_rubric *rubric, size_t check);

/* Return the rules of consistency, without which a dossier is wrong: how many;
   the id of one, and what it says when it does not hold. */
BONTOT_API size_t bontot_rubric_rule_count(const bontot_rubric *rubric);
BONTOT_API const char *bontot_rubric_rule_id(const bontot_rubric *rubric,
                                             size_t rule, size_t *length);
BONTOT_API const char *bontot_rubric_rule_message(const bontot_rubric *rubric,
                                                  size_t rule,
                                                  bontot_language language,
                                                  size_t *length);

/* Evaluates the rubric's examples and writes what became of each as text for
   people. `failed` (or NULL) takes how many did not give what they expect. */
BONTOT_API bontot_status bontot_rubric_test(bontot_text **out, size_t *failed,
                                            const bontot_rubric *rubric,
                                            const bontot_options *options,
                                            bontot_error **error);

BONTOT_API void bontot_rubric_free(bontot_rubric *rubric);

/* ---- References -------------------------------------------------------- */

/* A bontot_reference (see "Options") is what the assessing committee gives for
   its units: facts, exceptions, what it found about evidence. Free it with
   bontot_reference_free. One serves all threads. Keeps its rubric alive. */

/* Reads a reference from JSON (format bontot-reference/1). BONTOT_BAD_INPUT:
   the error has everything that is wrong with it. */
BONTOT_API bontot_status bontot_reference_load(bontot_reference **out,
                                               const bontot_rubric *rubric,
                                               const char *json, size_t length,
                                               const bontot_options *options,
                                               bontot_error **error);

/* Makes a reference that says nothing, to be filled piece by piece by the calls
   below. BONTOT_MISUSE of any of them: while options have a reference, and when
   it was read from JSON, it is immutable. BONTOT_BAD_INPUT, BONTOT_NOT_FOUND:
   what was given is wrong, and the reference is as it was. */
BONTOT_API bontot_status bontot_reference_new(bontot_reference **out,
                                              const bontot_rubric *rubric,
                                              const bontot_options *options,
                                              bontot_error **error);

/* Sets the period that a reference is for; dates are written YYYY-MM-DD. */
BONTOT_API bontot_status bontot_reference_set_period(
    bontot_reference *reference, const char *from, size_t from_length,
    const char *to, size_t to_length, bontot_error **error);

/* Whom a fact is given for. Of several the last one here counts. */
typedef int32_t bontot_scope;

#define BONTOT_FOR_ALL 0   /* all units; the name is "" */
#define BONTOT_FOR_GROUP 1 /* the units of a group, by its name */
#define BONTOT_FOR_UNIT 2  /* one unit, by its id */

/* Set a fact that the committee gives, by its slot: as a number, or from a text
   as bontot_dossier_set reads it. */
BONTOT_API bontot_status
bontot_reference_set_number(bontot_reference *reference, bontot_scope whom,
                            const char *name, size_t name_length, size_t slot,
                            bontot_number number, bontot_error **error);
BONTOT_API bontot_status bontot_reference_set(bontot_reference *reference,
                                              bontot_scope whom,
                                              const char *name,
                                              size_t name_length, size_t slot,
                                              const char *text, size_t length,
                                              bontot_error **error);

/* Lifts a gate for a unit. The reason and the authority are required; the date
   is written YYYY-MM-DD, or "". */
BONTOT_API bontot_status bontot_reference_add_exception(
    bontot_reference *reference, const char *unit, size_t unit_length,
    size_t gate, const char *reason, size_t reason_length,
    const char *authority, size_t authority_length, const char *date,
    size_t date_length, bontot_error **error);

/* Sets the status of a document of a unit, by their ids: "verified",
   "rejected" or "false". */
BONTOT_API bontot_status bontot_reference_add_finding(
    bontot_reference *reference, const char *unit, size_t unit_length,
    const char *document, size_t document_length, const char *status,
    size_t status_length, bontot_error **error);

BONTOT_API void bontot_reference_free(bontot_reference *reference);

/* ---- Dossiers ---------------------------------------------------------- */

/* Facts, evidence, marks, members and history of one unit in one period.
   Free it with bontot_dossier_free. Keeps its rubric alive. */
typedef struct bontot_dossier bontot_dossier;

/* What evaluating a dossier says: see "Results". */
typedef struct bontot_result bontot_result;

/* Writes the id of the rubric that a dossier names, before it is read with
   one; what stands behind it is not looked at. BONTOT_NOT_FOUND: it names
   none. BONTOT_BAD_INPUT: the text has errors that keep it from being known. */
BONTOT_API bontot_status bontot_dossier_rubric_id(bontot_text **out,
                                                  const char *json,
                                                  size_t length,
                                                  const bontot_options *options,
                                                  bontot_error **error);

/* Reads a dossier from JSON (format bontot-dossier/1). BONTOT_BAD_INPUT: the
   error has everything that is wrong with it. */
BONTOT_API bontot_status bontot_dossier_load(bontot_dossier **out,
                                             const bontot_rubric *rubric,
                                             const char *json, size_t length,
                                             const bontot_options *options,
                                             bontot_error **error);

/* Reads a dossier from JSON into a handle that exists, which forgets what it
   held; it is read with the rubric of the handle, into the memory of the
   handle. A handle that is used again and again soon needs no more memory for
   dossiers that say what most do. BONTOT_BAD_INPUT: the error has everything
   that is wrong. After any error the dossier is as it was. */
BONTOT_API bontot_status bontot_dossier_read(bontot_dossier *dossier,
                                             const char *json, size_t length,
                                             const bontot_options *options,
                                             bontot_error **error);

/* Makes an empty dossier, of which every fact is unknown, to be filled piece by
   piece by the calls below. Each checks what a JSON text is checked for, with
   the same errors, whose pointers are those of that text. BONTOT_BAD_INPUT,
   BONTOT_NOT_FOUND: what was given is wrong, and the dossier is as it was.
   What has to do with other parts is checked when the dossier is evaluated:
   rules of consistency, facts that are worked out from results. A dossier that
   was read may be changed by the same calls. */
BONTOT_API bontot_status bontot_dossier_new(bontot_dossier **out,
                                            const bontot_rubric *rubric,
                                            const bontot_options *options,
                                            bontot_error **error);

/* Forgets all that a dossier says and keeps its rubric and memory. */
BONTOT_API bontot_status bontot_dossier_reset(bontot_dossier *dossier,
                                              bontot_error **error);

/* Sets who the unit is and its period; dates are written YYYY-MM-DD. */
BONTOT_API bontot_status bontot_dossier_set_unit(
    bontot_dossier *dossier, const char *id, size_t id_length, const char *name,
    size_t name_length, bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_period(
    bontot_dossier *dossier, const char *from, size_t from_length,
    const char *to, size_t to_length, bontot_error **error);

/* What else is said of the unit; "" is not said. */
typedef int32_t bontot_unit_field;

#define BONTOT_UNIT_KIND 0   /* one that the rubric is for */
#define BONTOT_UNIT_GROUP 1  /* whom it is ranked with */
#define BONTOT_UNIT_PARENT 2 /* the id of the unit above it */

BONTOT_API bontot_status bontot_dossier_set_unit_field(bontot_dossier *dossier,
                                                       bontot_unit_field field,
                                                       const char *text,
                                                       size_t length,
                                                       bontot_error **error);

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

/* A part of a dossier. */
typedef int32_t bontot_part;

#define BONTOT_PART_FACTS 0
#define BONTOT_PART_MARKS 1
#define BONTOT_PART_MEMBERS 2
#define BONTOT_PART_EVIDENCE 3
#define BONTOT_PART_HISTORY 4
#define BONTOT_PART_RESULTS 5
#define BONTOT_PART_EXCEPTIONS 6

/* Says that a list is there, be it empty: there are no members, no documents.
   Without it a list into which nothing was put is unknown; one into which
   something was put is taken to be complete. Of BONTOT_PART_MEMBERS, _EVIDENCE,
   _HISTORY and _RESULTS; of others it changes nothing. */
BONTOT_API bontot_status bontot_dossier_give(bontot_dossier *dossier,
                                             bontot_part part,
                                             bontot_error **error);

/* Removes all of a part, which then is unknown. */
BONTOT_API bontot_status bontot_dossier_remove(bontot_dossier *dossier,
                                               bontot_part part,
                                               bontot_error **error);

/* Gives a line the points of a role, by their numbers in the rubric, in place
   of any that the role gave it before. Comment, reason, who marked it and when
   (YYYY-MM-DD) may be "", unless the rubric asks for them. */
BONTOT_API bontot_status bontot_dossier_set_mark(
    bontot_dossier *dossier, size_t node, size_t role, bontot_number points,
    const char *comment, size_t comment_length, const char *reason,
    size_t reason_length, const char *by, size_t by_length, const char *date,
    size_t date_length, bontot_error **error);

/* Takes the points of a role from a line; it is no error if there are none. */
BONTOT_API bontot_status bontot_dossier_clear_mark(bontot_dossier *dossier,
                                                   size_t node, size_t role,
                                                   bontot_error **error);

/* Adds a member of whom all facts are unknown; `out` (or NULL) takes its
   number, from 0. */
BONTOT_API bontot_status bontot_dossier_add_member(size_t *out,
                                                   bontot_dossier *dossier,
                                                   const char *id,
                                                   size_t length,
                                                   bontot_error **error);

/* Set a fact of a member, by their numbers, as those of a unit are set. */
BONTOT_API bontot_status bontot_dossier_set_member_number(
    bontot_dossier *dossier, size_t member, size_t field, bontot_number number,
    bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_member_boolean(
    bontot_dossier *dossier, size_t member, size_t field, int32_t truth,
    bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_member_text(
    bontot_dossier *dossier, size_t member, size_t field, const char *text,
    size_t length, bontot_error **error);
BONTOT_API bontot_status bontot_dossier_set_member_date(
    bontot_dossier *dossier, size_t member, size_t field, const char *text,
    size_t length, bontot_error **error);
BONTOT_API bontot_status bontot_dossier_clear_member(bontot_dossier *dossier,
                                                     size_t member,
                                                     size_t field,
                                                     bontot_error **error);

/* Sets a fact of a member from a text as it is typed: see bontot_dossier_set.
 */
BONTOT_API bontot_status bontot_dossier_set_member(bontot_dossier *dossier,
                                                   size_t member, size_t field,
                                                   const char *text,
                                                   size_t length,
                                                   bontot_error **error);

/* Adds a document that supports nothing yet; `out` (or NULL) takes its number,
   from 0. */
BONTOT_API bontot_status bontot_dossier_add_evidence(size_t *out,
                                                     bontot_dossier *dossier,
                                                     const char *id,
                                                     size_t length,
                                                     bontot_error **error);

/* What is said of a document; "" is not said. */
typedef int32_t bontot_evidence_field;

#define BONTOT_EVIDENCE_KIND 0
#define BONTOT_EVIDENCE_NUMBER 1
#define BONTOT_EVIDENCE_ISSUER 2
#define BONTOT_EVIDENCE_ISSUED 3    /* YYYY-MM-DD */
#define BONTOT_EVIDENCE_SUBMITTED 4 /* YYYY-MM-DD */
#define BONTOT_EVIDENCE_TITLE 5     /* not used in scoring, and not kept */
#define BONTOT_EVIDENCE_URI 6       /* likewise */
#define BONTOT_EVIDENCE_SHA256 7    /* likewise */
/* "submitted", as when it is not said, "verified", "rejected" or "false". */
#define BONTOT_EVIDENCE_STATUS 8

BONTOT_API bontot_status bontot_dossier_set_evidence(
    bontot_dossier *dossier, size_t document, bontot_evidence_field field,
    const char *text, size_t length, bontot_error **error);

/* Says that a document supports a criterion or indicator. */
BONTOT_API bontot_status bontot_dossier_add_support(bontot_dossier *dossier,
                                                    size_t document,
                                                    size_t node,
                                                    bontot_error **error);

/* Adds the grade of an earlier period. Dates are written YYYY-MM-DD; rubric and
   grade may be "", points NULL. */
BONTOT_API bontot_status bontot_dossier_add_history(
    bontot_dossier *dossier, const char *from, size_t from_length,
    const char *to, size_t to_length, const char *rubric, size_t rubric_length,
    const char *grade, size_t grade_length, const bontot_number *points,
    bontot_error **error);

/* Add the result of a member, a sub-unit or a month, in short (unit and rubric
   by their ids; dates and grade may be "", points NULL); or one in memory, of
   which the same is taken, without what is open in it. */
BONTOT_API bontot_status bontot_dossier_add_result(
    bontot_dossier *dossier, const char *unit, size_t unit_length,
    const char *rubric, size_t rubric_length, const char *from,
    size_t from_length, const char *to, size_t to_length, const char *grade,
    size_t grade_length, const bontot_number *points, bontot_error **error);
BONTOT_API bontot_status bontot_dossier_add_result_of(
    bontot_dossier *dossier, const bontot_result *result, bontot_error **error);

/* Lifts a gate of the unit. The reason and the authority are required; the date
   is written YYYY-MM-DD, or "". */
BONTOT_API bontot_status bontot_dossier_add_exception(
    bontot_dossier *dossier, size_t gate, const char *reason,
    size_t reason_length, const char *authority, size_t authority_length,
    const char *date, size_t date_length, bontot_error **error);

/* Gives a dossier that was built fact by fact what a committee says of its
   unit, once the unit is set. BONTOT_BAD_INPUT: it contradicts the dossier,
   or was read with another rubric; then nothing is changed. */
BONTOT_API bontot_status bontot_dossier_apply(bontot_dossier *dossier,
                                              const bontot_reference *reference,
                                              bontot_error **error);

BONTOT_API void bontot_dossier_free(bontot_dossier *dossier);

/* ---- Results ----------------------------------------------------------- */

/* A bontot_result (see "Dossiers") is what evaluating a dossier says. Free it
   with bontot_result_free. Keeps its rubric alive, not its dossier. */

/* Makes a result to evaluate into. Until then it has no figures. */
BONTOT_API bontot_status bontot_result_new(bontot_result **out,
                                           const bontot_options *options,
                                           bontot_error **error);

/* Scores a dossier into a result, which forgets what it held. A result that
   is used again and again soon needs no more memory. BONTOT_BAD_INPUT: a
   dossier that was built piece by piece breaks a rule of consistency, or gives
   a fact that its results give as well; the result is as it was. */
BONTOT_API bontot_status bontot_evaluate(bontot_result *result,
                                         const bontot_dossier *dossier,
                                         bontot_error **error);

/* Scores a dossier as of a role: the marks of later roles do not count.
   BONTOT_NOT_FOUND: the rubric has no such role. */
BONTOT_API bontot_status bontot_evaluate_as_of(bontot_result *result,
                                               const bontot_dossier *dossier,
                                               const char *role, size_t length,
                                               bontot_error **error);

/* Returns the last role whose marks counted; NULL when there are no roles. */
BONTOT_API const char *bontot_result_as_of(const bontot_result *result,
                                           size_t *length);

/* Return the rubric of a result: its id, version and label. */
BONTOT_API const char *bontot_result_rubric_id(const bontot_result *result,
                                               size_t *length);
BONTOT_API const char *bontot_result_rubric_version(const bontot_result *result,
                                                    size_t *length);
BONTOT_API const char *bontot_result_rubric_label(const bontot_result *result,
                                                  bontot_language language,
                                                  size_t *length);

/* Return the unit's id and name, and its kind and group; "" was not said. */
BONTOT_API const char *bontot_result_unit(const bontot_result *result,
                                          size_t *length);
BONTOT_API const char *bontot_result_unit_name(const bontot_result *result,
                                               size_t *length);
BONTOT_API const char *bontot_result_unit_kind(const bontot_result *result,
                                               size_t *length);
BONTOT_API const char *bontot_result_unit_group(const bontot_result *result,
                                                size_t *length);

/* Writes the first (BONTOT_LEAST) or last day of the period, as YYYY-MM-DD.
   BONTOT_NOT_FOUND: the dossier does not say it. */
BONTOT_API bontot_status bontot_result_period_text(const bontot_result *result,
                                                   bontot_bound bound,
                                                   char *buffer, size_t room);

/* Which figure of an interval. */
typedef int32_t bontot_figure;

#define BONTOT_POINTS 0   /* what is sure, whatever is missing */
#define BONTOT_POSSIBLE 1 /* what can be reached with what is missing */
#define BONTOT_MAX 2      /* the printed maximum */

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

/* Returns 1 when a gate that fired was lifted by a recorded exception. */
BONTOT_API int32_t bontot_result_by_exception(const bontot_result *result);

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

/* Returns the kind of a node's criterion, or -1. */
BONTOT_API bontot_kind bontot_result_node_kind(const bontot_result *result,
                                               size_t node);

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

/* Return the documents that count for a line: how many, and the id of one. */
BONTOT_API size_t bontot_result_node_evidence_count(const bontot_result *result,
                                                    size_t node);
BONTOT_API const char *bontot_result_node_evidence(const bontot_result *result,
                                                   size_t node, size_t document,
                                                   size_t *length);

/* Return the gates, numbered as in the rubric: how many; the id and label of
   one; whether its condition holds (BONTOT_YES), or is open, or -1. */
BONTOT_API size_t bontot_result_gate_count(const bontot_result *result);
BONTOT_API const char *bontot_result_gate_id(const bontot_result *result,
                                             size_t gate, size_t *length);
BONTOT_API const char *bontot_result_gate_label(const bontot_result *result,
                                                size_t gate,
                                                bontot_language language,
                                                size_t *length);
BONTOT_API bontot_truth bontot_result_gate_fired(const bontot_result *result,
                                                 size_t gate);

/* Return the exception that lifts a gate whose condition holds or is open: the
   reason, the authority, and the date (BONTOT_NOT_FOUND: it has none). NULL:
   the gate is not lifted. */
BONTOT_API const char *
bontot_result_gate_lift_reason(const bontot_result *result, size_t gate,
                               size_t *length);
BONTOT_API const char *
bontot_result_gate_lift_authority(const bontot_result *result, size_t gate,
                                  size_t *length);
BONTOT_API bontot_status bontot_result_gate_lift_date_text(
    const bontot_result *result, size_t gate, char *buffer, size_t room);

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

BONTOT_API bontot_severity
bontot_result_check_severity(const bontot_result *result, size_t check);

/* What something is about. */
typedef int32_t bontot_about;

#define BONTOT_ABOUT_NODE 0  /* a criterion or indicator */
#define BONTOT_ABOUT_GOOD 1  /* whether a criterion is good */
#define BONTOT_ABOUT_GATE 2  /* whether a gate fires */
#define BONTOT_ABOUT_GRADE 3 /* whether a grade's conditions hold */
#define BONTOT_ABOUT_CHECK 4 /* whether a check passes */

/* Returns how many findings there are: what people must look at. */
BONTOT_API size_t bontot_result_finding_count(const bontot_result *result);

/* Return a finding's stable code, such as "no_value" (static), or NULL; what it
   is about, or -1; the id of that, or NULL; and the expression that has no
   value (NULL: it is about none). */
BONTOT_API const char *bontot_result_finding_code(const bontot_result *result,
                                                  size_t finding);
BONTOT_API bontot_about bontot_result_finding_about(const bontot_result *result,
                                                    size_t finding);
BONTOT_API const char *bontot_result_finding_id(const bontot_result *result,
                                                size_t finding, size_t *length);
BONTOT_API const char *
bontot_result_finding_expression(const bontot_result *result, size_t finding,
                                 size_t *length);

/* What is missing. */
typedef int32_t bontot_missing;

#define BONTOT_MISSING_FACT 0
#define BONTOT_MISSING_FIELD 1 /* a fact of members */
#define BONTOT_MISSING_PART 2  /* a whole part, such as "members" */
#define BONTOT_MISSING_EVIDENCE 3
#define BONTOT_MISSING_MARK 4

/* Returns how many items are missing, the largest worth first. */
BONTOT_API size_t bontot_result_missing_count(const bontot_result *result);

/* Return what an item is, or -1; and its id: of the fact, of the part, or of
   the line that waits for evidence or a mark. */
BONTOT_API bontot_missing
bontot_result_missing_what(const bontot_result *result, size_t item);
BONTOT_API const char *bontot_result_missing_id(const bontot_result *result,
                                                size_t item, size_t *length);

/* Writes what an item is, for people. */
BONTOT_API bontot_status bontot_result_missing_text(
    bontot_text **out, const bontot_result *result, size_t item,
    const bontot_options *options, bontot_error **error);

/* Return the points that wait for an item. */
BONTOT_API bontot_status bontot_result_missing_worth(
    const bontot_result *result, size_t item, bontot_number *out);
BONTOT_API bontot_status bontot_result_missing_worth_text(
    const bontot_result *result, size_t item, char *buffer, size_t room);

/* Return what waits for an item: how many lines and conditions; what one is, or
   -1; and its id, or NULL. */
BONTOT_API size_t bontot_result_wait_count(const bontot_result *result,
                                           size_t item);
BONTOT_API bontot_about bontot_result_wait_about(const bontot_result *result,
                                                 size_t item, size_t wait);
BONTOT_API const char *bontot_result_wait_id(const bontot_result *result,
                                             size_t item, size_t wait,
                                             size_t *length);

/* Return what the result would be as of each role that gave marks: how many
   there are, 0 unless two or more gave some; the id of a column's role; its
   total, grades and points, of BONTOT_POINTS or BONTOT_POSSIBLE. */
BONTOT_API size_t bontot_result_column_count(const bontot_result *result);
BONTOT_API const char *bontot_result_column_role(const bontot_result *result,
                                                 size_t column, size_t *length);
BONTOT_API bontot_status bontot_result_column_total_text(
    const bontot_result *result, size_t column, bontot_figure figure,
    char *buffer, size_t room);
BONTOT_API const char *bontot_result_column_grade(const bontot_result *result,
                                                  size_t column,
                                                  size_t *length);
BONTOT_API const char *
bontot_result_column_grade_possible(const bontot_result *result, size_t column,
                                    size_t *length);
BONTOT_API bontot_status bontot_result_column_points_text(
    const bontot_result *result, size_t column, size_t node,
    bontot_figure figure, char *buffer, size_t room);

/* How a result is written. */
typedef int32_t bontot_format;

#define BONTOT_JSON 0    /* format bontot-result/1, in one line */
#define BONTOT_TEXT 1    /* for people, at most 100 columns wide */
#define BONTOT_SUMMARY 2 /* of a result: bontot-summary/1, in one line */

/* Writes a whole result. From the second JSON on, a handle remembers what it
   wrote of each line in each case that it met, at most 4 MiB of the memory that
   it was made with, and the same bytes take a quarter of the time. */
BONTOT_API bontot_status bontot_result_write(bontot_text **out,
                                             const bontot_result *result,
                                             bontot_format format,
                                             const bontot_options *options,
                                             bontot_error **error);

BONTOT_API void bontot_result_free(bontot_result *result);

/* ---- Lines ------------------------------------------------------------- */

/* Many dossiers in one text, a line for each (NDJSON), scored one after the
   other; the library starts no threads. Blank lines are passed over but
   counted; a carriage return before a line's end is no part of the line. */

/* Takes what came of a line: its number, from 1, and either the result or the
   error; the other one is NULL. Both are good until it returns. Returns 0 to go
   on; anything else: the call that scores lines returns BONTOT_CANCELLED. */
typedef int32_t (*bontot_line_done)(void *payload, uint64_t line,
                                    const bontot_result *result,
                                    const bontot_error *error);

/* Finds the rubric that a line names, by its id, which ends in a zero byte. It
   must be good until the line is done. NULL: there is none. */
typedef const bontot_rubric *(*bontot_find_rubric)(void *payload,
                                                   const char *id,
                                                   size_t length);

/* Scores all lines of a text by a rubric; a line that names another one, by
   that, if `find` finds it. One of the two may be NULL: without `rubric` each
   line must name one that is found.

   What is wrong with a line is the line's own error, and the next one is
   scored. The options say how each line is read and as of which role it is
   scored; the size limit is that of a line. BONTOT_CANCELLED: see above. */
BONTOT_API bontot_status bontot_evaluate_lines(
    const char *text, size_t length, const bontot_rubric *rubric,
    bontot_find_rubric find, bontot_line_done done, void *payload,
    const bontot_options *options, bontot_error **error);

/* The same of a text that comes piece by piece. Free it with bontot_lines_free.
   Keeps its rubric and the options' reference alive. It needs memory for the
   longest line, never more than the size limit. */
typedef struct bontot_lines bontot_lines;

BONTOT_API bontot_status bontot_lines_new(bontot_lines **out,
                                          const bontot_rubric *rubric,
                                          bontot_find_rubric find,
                                          bontot_line_done done, void *payload,
                                          const bontot_options *options,
                                          bontot_error **error);

/* Scores the lines that end in a piece, of any length, and keeps what is behind
   them. After a status other than BONTOT_OK, and after the end, nothing is
   scored any more: BONTOT_MISUSE, or BONTOT_CANCELLED again. It must not be
   called from within the functions of the caller. */
BONTOT_API bontot_status bontot_lines_feed(bontot_lines *lines,
                                           const char *text, size_t length,
                                           bontot_error **error);

/* Scores the last line, if it has no line end, and ends the text. */
BONTOT_API bontot_status bontot_lines_end(bontot_lines *lines,
                                          bontot_error **error);

/* Return how many lines were scored or had errors, and how many had errors. */
BONTOT_API uint64_t bontot_lines_count(const bontot_lines *lines);
BONTOT_API uint64_t bontot_lines_wrong_count(const bontot_lines *lines);

BONTOT_API void bontot_lines_free(bontot_lines *lines);

/* ---- Tables ------------------------------------------------------------ */

/* Many units at once, whose facts are in columns: each row of a table is scored
   as a dossier that has its facts and nothing else. Structs that are passed
   begin with their size, so that later versions may have more members; start
   from their _INIT. */

/* What the cells of a column are in memory, which is laid out as Apache Arrow
   has it; numbers are in the machine's byte order. */
typedef int32_t bontot_column_type;

#define BONTOT_COLUMN_NOTHING 0 /* no values: all are unknown */
#define BONTOT_COLUMN_INT8 1
#define BONTOT_COLUMN_UINT8 2
#define BONTOT_COLUMN_INT16 3
#define BONTOT_COLUMN_UINT16 4
#define BONTOT_COLUMN_INT32 5
#define BONTOT_COLUMN_UINT32 6
#define BONTOT_COLUMN_INT64 7
#define BONTOT_COLUMN_UINT64 8
#define BONTOT_COLUMN_DECIMAL128 9 /* two's complement, the low half first */
#define BONTOT_COLUMN_FLOAT32 10   /* `scale` decimals, as read below */
#define BONTOT_COLUMN_FLOAT64 11   /* `scale` decimals, as read below */
#define BONTOT_COLUMN_BOOLEAN_BYTES 12 /* a byte a cell: 0 is false */
#define BONTOT_COLUMN_BOOLEAN_BITS 13  /* a bit a cell, from the lowest on */
#define BONTOT_COLUMN_TEXT32 14        /* UTF-8, with offsets of 32 bits */
#define BONTOT_COLUMN_TEXT64 15        /* UTF-8, with offsets of 64 bits */
#define BONTOT_COLUMN_DATE32 16        /* int32: days since 1970-01-01 */

/* The values of one fact, a cell for each row.

   Numbers are the cell * 10^-scale, with a scale from 0 to 38. A cell of a
   float stands for the decimal number with `scale` decimals, 0 to 15, that is
   nearest to it; when that does not convert back to the same float, or there
   are two, the row has an error. Texts serve text and choice facts, and date
   facts as YYYY-MM-DD. */
typedef struct bontot_column {
    size_t size; /* of this struct */
    size_t slot; /* of the fact: see bontot_rubric_fact_slot */
    bontot_column_type type;
    int32_t scale;
    const void *values;         /* the cells; of texts, offsets: one more */
    const char *text;           /* what the offsets of texts are into */
    const uint8_t *valid_bits;  /* bit 0: the cell is unknown; NULL: none is */
    const uint8_t *valid_bytes; /* likewise, a byte a cell; not both */
    size_t offset;              /* cells before that of row 0, in all arrays */
    const struct bontot_column *dictionary; /* texts; cells are indices then */
    size_t dictionary_size;                 /* how many texts */
} bontot_column;

#define BONTOT_COLUMN_INIT                                                     \
    {                                                                          \
        sizeof(bontot_column), 0, BONTOT_COLUMN_NOTHING, 0, NULL, NULL, NULL,  \
            NULL, 0, NULL, 0                                                   \
    }

/* A table. Facts without a column are unknown. */
typedef struct bontot_table {
    size_t size; /* of this struct */
    const bontot_column *columns;
    size_t column_count;
} bontot_table;

#define BONTOT_TABLE_INIT                                                      \
    { sizeof(bontot_table), NULL, 0 }

/* Where the points of a criterion or indicator go; either may be NULL. */
typedef struct bontot_node_column {
    size_t size; /* of this struct */
    size_t node; /* see bontot_rubric_node_find */
    int64_t *points;
    int64_t *possible;
} bontot_node_column;

#define BONTOT_NODE_COLUMN_INIT                                                \
    { sizeof(bontot_node_column), 0, NULL, NULL }

/* What became of a row: wrong are values that contradict the rubric or each
   other; no fit is a figure with more decimals than asked for, or beyond 64
   bits. */
#define BONTOT_ROW_SCORED 0
#define BONTOT_ROW_WRONG 1
#define BONTOT_ROW_NO_FIT 2

/* Where results go: arrays with a cell for each row of the table, each of which
   may be NULL. Points are the cell * 10^-scale, exactly, with a scale from 0 to
   12; the completeness has 12 decimals always. In a row that is not scored,
   figures are 0 and grades -1. */
typedef struct bontot_table_results {
    size_t size; /* of this struct */
    int32_t scale;
    int64_t *points;         /* the total that is sure */
    int64_t *possible;       /* the total that can be reached */
    int64_t *completeness;   /* from 0 to 1 */
    int32_t *grade;          /* the grade that is sure, by its index */
    int32_t *grade_possible; /* the best one that is still possible */
    uint8_t *status;         /* BONTOT_ROW_SCORED ... */
    const bontot_node_column *nodes;
    size_t node_count;
} bontot_table_results;

#define BONTOT_TABLE_RESULTS_INIT                                              \
    {                                                                          \
        sizeof(bontot_table_results), 12, NULL, NULL, NULL, NULL, NULL, NULL,  \
            NULL, 0                                                            \
    }

/* What was wrong with the rows of a table. Free it with bontot_report_free.
   Immutable. */
typedef struct bontot_report bontot_report;

/* Scores the rows of a table from `first_row` on. Several threads may score
   parts of one table at once, into parts of the same arrays; the library starts
   none. What is wrong with a row is its own error: `out`, which may be NULL,
   takes a report of such errors. Of the options, period and memory count.
   BONTOT_MISUSE: something is wrong with the table or the results as such, and
   the error has all of it; then nothing is written. BONTOT_BAD_INPUT: the
   period is not as long as the rubric's. */
BONTOT_API bontot_status bontot_evaluate_columns(
    bontot_report **out, const bontot_rubric *rubric, const bontot_table *table,
    size_t first_row, size_t row_count, const bontot_table_results *results,
    const bontot_options *options, bontot_error **error);

/* Return how many errors there were, and how many rows without results. */
BONTOT_API uint64_t bontot_report_error_count(const bontot_report *report);
BONTOT_API uint64_t bontot_report_wrong_rows(const bontot_report *report);

/* Returns the errors of the first rows, at most 1,000, which live as long as
   the report; NULL: there were none. An entry's pointer is "/row/fact". */
BONTOT_API const bontot_error *
bontot_report_errors(const bontot_report *report);

/* Returns the row that an entry of the errors is about, or BONTOT_NONE. */
BONTOT_API size_t bontot_report_row(const bontot_report *report, size_t entry);

BONTOT_API void bontot_report_free(bontot_report *report);

/* The two structs of the Arrow C data interface, which hands tables over within
   a process: https://arrow.apache.org/docs/format/CDataInterface.html */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

/* Scores the rows of an Arrow batch, a struct array whose children are named
   by the facts' ids, into a new one, which the caller releases. The batch is
   read in place, and neither kept nor released.

   Read are null, booleans, integers, decimals of 128 bits, dates of 32, UTF-8,
   also by dictionary; and floating-point numbers whose decimals the options
   say, or the field's metadata as "bontot.decimals". A child that is no fact
   is an error that names the nearest one, unless the options ignore it: then
   it may be of any format. What a child lacks is an error with its name.

   The result has the children "points" and "possible", and of each criterion
   "ID.points" and "ID.possible", "completeness" (decimal128(38, 12));
   "grade" and "grade_possible" (UTF-8, ids); "error" (UTF-8, in the language of
   the options), null in the rows that all others are not null in.

   Of the options count all that is said of tables, language and memory.
   BONTOT_BAD_INPUT: the error has all that is wrong with the batch; then
   nothing is written. BONTOT_NO_FIT: the errors' text is beyond 2 GiB. */
BONTOT_API bontot_status bontot_evaluate_arrow(struct ArrowSchema *out_schema,
                                               struct ArrowArray *out,
                                               const bontot_rubric *rubric,
                                               const struct ArrowSchema *schema,
                                               const struct ArrowArray *batch,
                                               const bontot_options *options,
                                               bontot_error **error);

/* ---- Summaries --------------------------------------------------------- */

/* What a result says, of one in memory or of a file; what compares results
   asks for these. Free it with bontot_summary_free. Immutable. */
typedef struct bontot_summary bontot_summary;

/* Summarizes a result that was evaluated into; nothing of it is needed after
   that. */
BONTOT_API bontot_status bontot_summary_of(bontot_summary **out,
                                           const bontot_result *result,
                                           const bontot_options *options,
                                           bontot_error **error);

/* Reads a result from JSON (format bontot-result/1), whose labels and
   sentences are in one language, which then stands for both.
   BONTOT_BAD_INPUT: the error has everything that is wrong with it. */
BONTOT_API bontot_status bontot_summary_load(bontot_summary **out,
                                             const char *json, size_t length,
                                             const bontot_options *options,
                                             bontot_error **error);

BONTOT_API void bontot_summary_free(bontot_summary *summary);

/* ---- Comparisons ------------------------------------------------------- */

/* What moved between two results: of one unit in two periods, of one dossier
   as of two roles, or under two rubrics. Free it with bontot_comparison_free.
   Immutable; nothing of the compared is needed after it was made. */
typedef struct bontot_comparison bontot_comparison;

/* Compares two results node by node, by the ids of the nodes. The differences
   add up exactly: that of a node is the sum of those below it and of its
   remainder, that of the total the sum of the criteria's and its remainder. */
BONTOT_API bontot_status bontot_compare(bontot_comparison **out,
                                        const bontot_summary *before,
                                        const bontot_summary *after,
                                        const bontot_options *options,
                                        bontot_error **error);

/* Which of the two results, or what lies between. */
typedef int32_t bontot_side;

#define BONTOT_BEFORE 0
#define BONTOT_AFTER 1
#define BONTOT_DIFFERENCE 2 /* after less before, exactly */

/* Returns the grade that is sure on one side. */
BONTOT_API const char *
bontot_comparison_grade(const bontot_comparison *comparison, bontot_side side,
                        size_t *length);

/* Returns whether (1) another grade is sure or possible, or holds by
   exception, on the two sides; -1: there is no comparison. */
BONTOT_API int32_t
bontot_comparison_grade_changed(const bontot_comparison *comparison);

/* Return a figure of the total, as bontot_result_total and its like. */
BONTOT_API bontot_status bontot_comparison_total(
    const bontot_comparison *comparison, bontot_figure figure, bontot_side side,
    bontot_number *out);
BONTOT_API bontot_status bontot_comparison_total_text(
    const bontot_comparison *comparison, bontot_figure figure, bontot_side side,
    char *buffer, size_t room);

/* Writes what the criteria's differences do not say of the total's: rounding
   and clamp; of BONTOT_POINTS or BONTOT_POSSIBLE. */
BONTOT_API bontot_status bontot_comparison_remainder_text(
    const bontot_comparison *comparison, bontot_figure figure, char *buffer,
    size_t room);

/* Returns how many criteria and indicators of either side there are. They are
   numbered from 0, each before those below it. One that stands elsewhere on
   the other side is there twice. */
BONTOT_API size_t
bontot_comparison_node_count(const bontot_comparison *comparison);

/* Returns the node above, or BONTOT_NONE for a criterion. */
BONTOT_API size_t
bontot_comparison_node_parent(const bontot_comparison *comparison, size_t node);
BONTOT_API const char *
bontot_comparison_node_id(const bontot_comparison *comparison, size_t node,
                          size_t *length);
BONTOT_API const char *
bontot_comparison_node_label(const bontot_comparison *comparison, size_t node,
                             bontot_language language, size_t *length);

/* Where a node stands. */
typedef int32_t bontot_presence;

#define BONTOT_IN_BOTH 0
#define BONTOT_BEFORE_ONLY 1
#define BONTOT_AFTER_ONLY 2

/* Returns where a node stands, or -1. */
BONTOT_API bontot_presence bontot_comparison_node_presence(
    const bontot_comparison *comparison, size_t node);

/* Returns whether (1) anything about a node differs; -1: there is none. */
BONTOT_API int32_t bontot_comparison_node_changed(
    const bontot_comparison *comparison, size_t node);

/* Return a figure of a node; where it is not there, that is 0. */
BONTOT_API bontot_status bontot_comparison_node_points(
    const bontot_comparison *comparison, size_t node, bontot_figure figure,
    bontot_side side, bontot_number *out);
BONTOT_API bontot_status bontot_comparison_node_points_text(
    const bontot_comparison *comparison, size_t node, bontot_figure figure,
    bontot_side side, char *buffer, size_t room);

/* Writes what the differences below a node do not say of its own: rounding,
   clamp, rescaling, a void, the highest; 0 where nothing is below it; of
   BONTOT_POINTS or BONTOT_POSSIBLE. */
BONTOT_API bontot_status bontot_comparison_node_remainder_text(
    const bontot_comparison *comparison, size_t node, bontot_figure figure,
    char *buffer, size_t room);

/* Writes a whole comparison, as JSON in the format bontot-comparison/1. */
BONTOT_API bontot_status bontot_comparison_write(
    bontot_text **out, const bontot_comparison *comparison,
    bontot_format format, const bontot_options *options, bontot_error **error);

BONTOT_API void bontot_comparison_free(bontot_comparison *comparison);

/* ---- Cohorts ----------------------------------------------------------- */

/* Results of one rubric and period, to be ranked; it keeps a few hundred bytes
   of each. Free it with bontot_cohort_free. */
typedef struct bontot_cohort bontot_cohort;

BONTOT_API bontot_status bontot_cohort_new(bontot_cohort **out,
                                           const bontot_rubric *rubric,
                                           const bontot_options *options,
                                           bontot_error **error);

/* Add the result of a unit: one in memory, one that was summarized, one as
   JSON (format bontot-result/1). Nothing of it is needed after that. The first
   result says which period the cohort is of. BONTOT_BAD_INPUT: another rubric,
   version or period, a unit that is there already, or faults of the JSON; then
   nothing is added. */
BONTOT_API bontot_status bontot_cohort_add(bontot_cohort *cohort,
                                           const bontot_result *result,
                                           bontot_error **error);
BONTOT_API bontot_status bontot_cohort_add_summary(
    bontot_cohort *cohort, const bontot_summary *summary, bontot_error **error);
BONTOT_API bontot_status bontot_cohort_add_json(bontot_cohort *cohort,
                                                const char *json, size_t length,
                                                const bontot_options *options,
                                                bontot_error **error);

/* Returns how many units there are. */
BONTOT_API size_t bontot_cohort_count(const bontot_cohort *cohort);

BONTOT_API void bontot_cohort_free(bontot_cohort *cohort);

/* ---- Rankings ---------------------------------------------------------- */

/* What is proposed for a cohort: the order in each group, the quotas, who falls
   under them. It decides nothing. Free it with bontot_ranking_free. Immutable;
   it keeps its cohort alive. While results are added to that cohort it must
   not be read; they are not in it. */
typedef struct bontot_ranking bontot_ranking;

/* Ranks what was added so far; the order in which it was makes no difference.
   BONTOT_BAD_INPUT: what the options raise is not there. */
BONTOT_API bontot_status bontot_rank(bontot_ranking **out,
                                     const bontot_cohort *cohort,
                                     const bontot_options *options,
                                     bontot_error **error);

/* Returns how many places there are. They are numbered from 0: group by group,
   in each the best first, then the units whose grade is not proven. */
BONTOT_API size_t bontot_ranking_place_count(const bontot_ranking *ranking);

/* Return who stands in a place; NULL when there is none. The group of a unit
   without one is "". */
BONTOT_API const char *bontot_ranking_unit(const bontot_ranking *ranking,
                                           size_t place, size_t *length);
BONTOT_API const char *bontot_ranking_unit_name(const bontot_ranking *ranking,
                                                size_t place, size_t *length);
BONTOT_API const char *bontot_ranking_group(const bontot_ranking *ranking,
                                            size_t place, size_t *length);

/* Return the rank within the group, from 1, at worst and at best; they differ
   where something is missing. 0: the unit is not ranked. */
BONTOT_API size_t bontot_ranking_rank(const bontot_ranking *ranking,
                                      size_t place);
BONTOT_API size_t bontot_ranking_rank_possible(const bontot_ranking *ranking,
                                               size_t place);

/* Returns whether (1) another unit is equal in all keys; -1: no such place. */
BONTOT_API int32_t bontot_ranking_tied(const bontot_ranking *ranking,
                                       size_t place);

/* Return the total, as bontot_result_total and its like; of BONTOT_POINTS or
   BONTOT_POSSIBLE. */
BONTOT_API bontot_status bontot_ranking_total(const bontot_ranking *ranking,
                                              size_t place,
                                              bontot_figure figure,
                                              bontot_number *out);
BONTOT_API bontot_status
bontot_ranking_total_text(const bontot_ranking *ranking, size_t place,
                          bontot_figure figure, char *buffer, size_t room);

/* Return the grade that was assessed, at worst and at best. */
BONTOT_API const char *bontot_ranking_grade(const bontot_ranking *ranking,
                                            size_t place, size_t *length);
BONTOT_API const char *
bontot_ranking_grade_possible(const bontot_ranking *ranking, size_t place,
                              size_t *length);

/* What is proposed for a unit. */
typedef int32_t bontot_place_state;

#define BONTOT_PLACE_KEPT 0  /* it keeps its grade */
#define BONTOT_PLACE_MOVES 1 /* over a quota: it falls to a lower grade */
/* A tie, or something missing: people decide. */
#define BONTOT_PLACE_UNDECIDED 2
#define BONTOT_PLACE_OPEN 3 /* its grade is not proven: not counted */

/* Returns what is proposed, or -1. */
BONTOT_API bontot_place_state
bontot_ranking_state(const bontot_ranking *ranking, size_t place);

/* Return the grade that is proposed, at worst and at best. */
BONTOT_API const char *bontot_ranking_proposed(const bontot_ranking *ranking,
                                               size_t place, size_t *length);
BONTOT_API const char *
bontot_ranking_proposed_possible(const bontot_ranking *ranking, size_t place,
                                 size_t *length);

/* Returns how many quotas were applied: best grade first, each for every group
   or once over all. */
BONTOT_API size_t bontot_ranking_quota_count(const bontot_ranking *ranking);

/* Return the grade of a quota, and its group: NULL when it is over all. */
BONTOT_API const char *bontot_ranking_quota_grade(const bontot_ranking *ranking,
                                                  size_t quota, size_t *length);
BONTOT_API const char *bontot_ranking_quota_group(const bontot_ranking *ranking,
                                                  size_t quota, size_t *length);

/* What is counted for a quota. */
typedef int32_t bontot_quota_figure;

#define BONTOT_QUOTA_BASE 0    /* the units that the share is taken of */
#define BONTOT_QUOTA_ALLOWED 1 /* how many may have the grade */
#define BONTOT_QUOTA_HELD 2    /* how many have it, or may come to it */
#define BONTOT_QUOTA_KEPT 3    /* of those: who keep it */
#define BONTOT_QUOTA_MOVED 4   /* who fall */
#define BONTOT_QUOTA_UNDECIDED 5
#define BONTOT_QUOTA_OPEN 6 /* not counted: their grade is not proven */

/* Returns a number of units, or BONTOT_NONE. */
BONTOT_API size_t bontot_ranking_quota_units(const bontot_ranking *ranking,
                                             size_t quota,
                                             bontot_quota_figure figure);

/* Stores the share, raised where that was asked for; 0: a number of units. */
BONTOT_API bontot_status bontot_ranking_quota_share(
    const bontot_ranking *ranking, size_t quota, bontot_number *out);

/* Returns how many units fall or are undecided, quota by quota. */
BONTOT_API size_t bontot_ranking_movement_count(const bontot_ranking *ranking);

/* Return the place and the quota that a movement is about, or BONTOT_NONE. */
BONTOT_API size_t bontot_ranking_movement_place(const bontot_ranking *ranking,
                                                size_t movement);
BONTOT_API size_t bontot_ranking_movement_quota(const bontot_ranking *ranking,
                                                size_t movement);

/* Returns whether (1) the unit may as well keep the grade; -1: there is none.
 */
BONTOT_API int32_t bontot_ranking_movement_undecided(
    const bontot_ranking *ranking, size_t movement);

/* Return the grade that the unit falls to, at worst and at best. */
BONTOT_API const char *bontot_ranking_movement_to(const bontot_ranking *ranking,
                                                  size_t movement,
                                                  size_t *length);
BONTOT_API const char *
bontot_ranking_movement_to_possible(const bontot_ranking *ranking,
                                    size_t movement, size_t *length);

/* Writes a whole ranking, as JSON in the format bontot-ranking/1. */
BONTOT_API bontot_status bontot_ranking_write(bontot_text **out,
                                              const bontot_ranking *ranking,
                                              bontot_format format,
                                              const bontot_options *options,
                                              bontot_error **error);

BONTOT_API void bontot_ranking_free(bontot_ranking *ranking);
/* ---- Lint -------------------------------------------------------------- */

/* What is likely not meant so in a rubric: maxima that do not add up, grades
   that nobody can have, steps with gaps, divisions by 0. Free it with
   bontot_lint_free. Immutable. */
typedef struct bontot_lint bontot_lint;

/* Looks for faults in a rubric. `json` is the text that it was read from, for
   lines and columns, and may be NULL with length 0. What is found is so, over
   the declared ranges of the facts; what cannot be decided is not said. Takes
   well under a second, whatever the rubric. */
BONTOT_API bontot_status bontot_rubric_lint(bontot_lint **out,
                                            const bontot_rubric *rubric,
                                            const char *json, size_t length,
                                            const bontot_options *options,
                                            bontot_error **error);

/* Returns how many findings there are, in the order of the rubric. */
BONTOT_API size_t bontot_lint_count(const bontot_lint *lint);

/* Returns a finding's stable code, such as "step_gap" (static), or NULL. */
BONTOT_API const char *bontot_lint_code(const bontot_lint *lint,
                                        size_t finding);

/* Returns how grave a finding is, or -1. BONTOT_ERROR: for some units there is
   no result, or a wrong one; BONTOT_WARNING: likely not meant so. */
BONTOT_API bontot_severity bontot_lint_severity(const bontot_lint *lint,
                                                size_t finding);

/* Return a finding's place as a JSON Pointer; its sentence; what shows it:
   the value in the gap, the facts with which a gate fires, the best total
   (empty: nothing more to show). NULL: there is no such finding. */
BONTOT_API const char *bontot_lint_pointer(const bontot_lint *lint,
                                           size_t finding, size_t *length);
BONTOT_API const char *bontot_lint_message(const bontot_lint *lint,
                                           size_t finding,
                                           bontot_language language,
                                           size_t *length);
BONTOT_API const char *bontot_lint_witness(const bontot_lint *lint,
                                           size_t finding,
                                           bontot_language language,
                                           size_t *length);

/* Returns the id of the criterion or indicator that a finding is about, or
   NULL. */
BONTOT_API const char *bontot_lint_node(const bontot_lint *lint, size_t finding,
                                        size_t *length);

/* Return a finding's place in the text: the offset in bytes from 0, the line
   and the column in code points from 1. Line 0: no text was given. */
BONTOT_API size_t bontot_lint_offset(const bontot_lint *lint, size_t finding);
BONTOT_API size_t bontot_lint_line(const bontot_lint *lint, size_t finding);
BONTOT_API size_t bontot_lint_column(const bontot_lint *lint, size_t finding);

/* Writes all findings as JSON in the format bontot-lint/1. */
BONTOT_API bontot_status bontot_lint_write(bontot_text **out,
                                           const bontot_lint *lint,
                                           const bontot_options *options,
                                           bontot_error **error);

BONTOT_API void bontot_lint_free(bontot_lint *lint);

/* ---- Dossiers under two rubrics ---------------------------------------- */

/* One set of dossiers under an old and a new rubric: who changes grade, and
   what causes it. Free it with bontot_diff_free. Keeps both rubrics alive;
   holds counts and the last dossier's outcome, however many are added. */
typedef struct bontot_diff bontot_diff;

/* Makes one without dossiers. The options say how dossiers are read; one of
   another rubric or version is accepted, and a reference is not used. */
BONTOT_API bontot_status bontot_diff_new(bontot_diff **out,
                                         const bontot_rubric *before,
                                         const bontot_rubric *after,
                                         const bontot_options *options,
                                         bontot_error **error);

/* Evaluates a dossier (format bontot-dossier/1) under both rubrics and counts
   what comes of it. What one of the rubrics alone knows is passed over and
   counted. BONTOT_BAD_INPUT: a rubric refuses it, which is counted. */
BONTOT_API bontot_status bontot_diff_add(bontot_diff *diff, const char *json,
                                         size_t length, bontot_error **error);

/* Evaluates a unit's dossiers in memory, one under each rubric, and counts what
   comes of them. BONTOT_MISUSE: one is of another rubric handle.
   BONTOT_BAD_INPUT: one breaks a rule, which is counted as refused. */
BONTOT_API bontot_status bontot_diff_add_dossiers(bontot_diff *diff,
                                                  const bontot_dossier *before,
                                                  const bontot_dossier *after,
                                                  bontot_error **error);

/* Returns which rubric refused the last dossier, BONTOT_BEFORE (the old one)
   or BONTOT_AFTER; -1: none did. */
BONTOT_API bontot_side bontot_diff_refused_by(const bontot_diff *diff);

/* What became of a grade that is sure. */
typedef int32_t bontot_move;

#define BONTOT_MOVE_SAME 0
#define BONTOT_MOVE_UP 1
#define BONTOT_MOVE_DOWN 2
#define BONTOT_MOVE_OTHER 3 /* no rubric ranks the two grades */

/* Returns what became of the last dossier's grade; -1: it was refused, or
   there is none. */
BONTOT_API bontot_move bontot_diff_last_move(const bontot_diff *diff);

/* Writes the last dossier's grades and points, and what a change of grade
   needs, as JSON in the format bontot-rubric-diff/1. BONTOT_NOT_FOUND: it was
   refused, or there is none. */
BONTOT_API bontot_status bontot_diff_write_last(bontot_text **out,
                                                const bontot_diff *diff,
                                                bontot_format format,
                                                const bontot_options *options,
                                                bontot_error **error);

/* Return how many grades moved so, and how many dossiers were refused. */
BONTOT_API uint64_t bontot_diff_count(const bontot_diff *diff,
                                      bontot_move move);
BONTOT_API uint64_t bontot_diff_refused_count(const bontot_diff *diff);

/* Writes the counts of all, in the same formats. */
BONTOT_API bontot_status bontot_diff_write(bontot_text **out,
                                           const bontot_diff *diff,
                                           bontot_format format,
                                           const bontot_options *options,
                                           bontot_error **error);

BONTOT_API void bontot_diff_free(bontot_diff *diff);

/* ---- Paths ------------------------------------------------------------- */

/* What a unit has to change to reach a grade: the lines to raise with the
   least total effort, and for each what fact from what to what, or which
   documents. Free it with bontot_path_free. Immutable; nothing of the dossier
   is needed after it was made. */
typedef struct bontot_path bontot_path;

/* Finds the path of a dossier to a grade, by its id (NULL: the next better
   one than it has), as of a role (NULL: the marks of every role count).
   BONTOT_NOT_FOUND: the rubric has no such grade or role. */
BONTOT_API bontot_status bontot_path_to(bontot_path **out,
                                        const bontot_dossier *dossier,
                                        const char *grade, size_t grade_length,
                                        const char *role, size_t role_length,
                                        const bontot_options *options,
                                        bontot_error **error);

/* Whether there is a path. */
typedef int32_t bontot_outcome;

#define BONTOT_PATH_REACHED 0   /* the grade, or a better one, is reached */
#define BONTOT_PATH_FOUND 1     /* with all steps done together it is reached */
#define BONTOT_PATH_CONFLICT 2  /* the steps stand in each other's way */
#define BONTOT_PATH_FORBIDDEN 3 /* no lines lead there */

BONTOT_API bontot_outcome bontot_path_outcome(const bontot_path *path);

/* Returns the id of the grade that the path is to. */
BONTOT_API const char *bontot_path_grade(const bontot_path *path,
                                         size_t *length);

/* Returns the total effort, which is never negative; -1: there is no path. */
BONTOT_API int32_t bontot_path_effort(const bontot_path *path);

/* Return the grade and the total of the dossier as it is (BONTOT_BEFORE) and
   with all steps done (BONTOT_AFTER; of BONTOT_PATH_FOUND and
   BONTOT_PATH_CONFLICT only). */
BONTOT_API const char *bontot_path_side_grade(const bontot_path *path,
                                              bontot_side side, size_t *length);
BONTOT_API bontot_status bontot_path_total_text(const bontot_path *path,
                                                bontot_side side, char *buffer,
                                                size_t room);

/* Return the steps: how many; what each is about, a line's id or "good:",
   "gate:" or "grade:" and an id; its effort, 0 of what is no line; 1 when no
   facts were found for it, so that people must see how; and the points of a
   line (BONTOT_BEFORE, BONTOT_AFTER, BONTOT_DIFFERENCE). */
BONTOT_API size_t bontot_path_step_count(const bontot_path *path);
BONTOT_API const char *bontot_path_step_at(const bontot_path *path, size_t step,
                                           size_t *length);
BONTOT_API int32_t bontot_path_step_effort(const bontot_path *path,
                                           size_t step);
BONTOT_API int32_t bontot_path_step_is_open(const bontot_path *path,
                                            size_t step);
BONTOT_API bontot_status bontot_path_step_points_text(const bontot_path *path,
                                                      size_t step,
                                                      bontot_side side,
                                                      char *buffer,
                                                      size_t room);

/* Return what a step changes: how many items; the name of each, a fact's id,
   "members." and a field, "evidence:" or "mark:" and a line's id; its value
   before and after as text (NULL: missing, or differing among members); and
   how many members or documents, 0 of what is counted by none. */
BONTOT_API size_t bontot_path_change_count(const bontot_path *path,
                                           size_t step);
BONTOT_API const char *bontot_path_change_item(const bontot_path *path,
                                               size_t step, size_t change,
                                               size_t *length);
BONTOT_API const char *bontot_path_change_value(const bontot_path *path,
                                                size_t step, size_t change,
                                                bontot_side side,
                                                size_t *length);
BONTOT_API size_t bontot_path_change_times(const bontot_path *path, size_t step,
                                           size_t change);

/* Writes a step in one sentence. */
BONTOT_API bontot_status bontot_path_step_text(bontot_text **out,
                                               const bontot_path *path,
                                               size_t step,
                                               const bontot_options *options,
                                               bontot_error **error);

/* Return the lines that have less with all steps done: how many, and the id
   of each. */
BONTOT_API size_t bontot_path_fall_count(const bontot_path *path);
BONTOT_API const char *bontot_path_fall_at(const bontot_path *path, size_t fall,
                                           size_t *length);

/* Return what stands in the way: how many, the code of each (static), such as
   "gate" or "total"; and write it in one sentence. */
BONTOT_API size_t bontot_path_obstacle_count(const bontot_path *path);
BONTOT_API const char *bontot_path_obstacle_code(const bontot_path *path,
                                                 size_t obstacle);
BONTOT_API bontot_status bontot_path_obstacle_text(
    bontot_text **out, const bontot_path *path, size_t obstacle,
    const bontot_options *options, bontot_error **error);

/* Writes a whole path, as JSON in the format bontot-path/1. */
BONTOT_API bontot_status bontot_path_write(bontot_text **out,
                                           const bontot_path *path,
                                           bontot_format format,
                                           const bontot_options *options,
                                           bontot_error **error);

BONTOT_API void bontot_path_free(bontot_path *path);

/* ---- Expressions ------------------------------------------------------- */

/* Evaluates a FEEL expression on its own and writes its value as FEEL text; a
   text is in double quotes. `facts` is a JSON object that gives the names
   (NULL: none); of a dossier, its facts give names too. JSON's null is FEEL's
   unknown, and a text that is a date stays a text: write date(...). */
BONTOT_API bontot_status bontot_feel_evaluate(
    bontot_text **out, const char *source, size_t length, const char *facts,
    size_t facts_length, const bontot_options *options, bontot_error **error);

/* Names and their values, for expressions. Free it with bontot_names_free. */
typedef struct bontot_names bontot_names;

BONTOT_API bontot_status bontot_names_new(bontot_names **out,
                                          const bontot_options *options,
                                          bontot_error **error);

/* Set a name to a value, in place of the one it had; a date is written
   YYYY-MM-DD. BONTOT_BAD_INPUT: the name is empty, or something is no UTF-8 or
   no date. */
BONTOT_API bontot_status bontot_names_set_number(bontot_names *names,
                                                 const char *name,
                                                 size_t name_length,
                                                 bontot_number number,
                                                 bontot_error **error);
BONTOT_API bontot_status bontot_names_set_boolean(bontot_names *names,
                                                  const char *name,
                                                  size_t name_length,
                                                  int32_t truth,
                                                  bontot_error **error);
BONTOT_API bontot_status bontot_names_set_text(bontot_names *names,
                                               const char *name,
                                               size_t name_length,
                                               const char *text, size_t length,
                                               bontot_error **error);
BONTOT_API bontot_status bontot_names_set_date(bontot_names *names,
                                               const char *name,
                                               size_t name_length,
                                               const char *text, size_t length,
                                               bontot_error **error);
BONTOT_API bontot_status bontot_names_set_unknown(bontot_names *names,
                                                  const char *name,
                                                  size_t name_length,
                                                  bontot_error **error);

/* Sets a name to the value of an expression over the names so far: a list, a
   context, a duration, any value that FEEL has. */
BONTOT_API bontot_status bontot_names_set_expression(
    bontot_names *names, const char *name, size_t name_length,
    const char *source, size_t length, bontot_error **error);

/* Evaluates an expression over names, as bontot_feel_evaluate. */
BONTOT_API bontot_status bontot_names_evaluate(
    bontot_text **out, bontot_names *names, const char *source, size_t length,
    const bontot_options *options, bontot_error **error);

BONTOT_API void bontot_names_free(bontot_names *names);

#if defined(__cplusplus)
}
#endif

#endif
