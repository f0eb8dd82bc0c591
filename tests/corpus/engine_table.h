/* SPDX-License-Identifier: BSL-1.0 */
/* The operation `columns`: a table of facts, read into arrays. */
#ifndef BONTOT_TESTS_CORPUS_ENGINE_TABLE_H
#define BONTOT_TESTS_CORPUS_ENGINE_TABLE_H

#include "engine.h"

enum { most_columns = 32, most_nodes = 8 };

/* What one column points to. */
typedef struct cells {
    void *values;
    uint8_t *valid;
    buffer text;
} cells;

typedef struct corpus_table {
    size_t rows;
    size_t columns;
    bontot_column of[most_columns];
    cells memory[most_columns];
    int64_t *points;
    int64_t *possible;
    int64_t *completeness;
    int32_t *grade;
    int32_t *grade_possible;
    uint8_t *status;
    size_t nodes;
    bontot_node_column node[most_nodes];
} corpus_table;

static void free_table(corpus_table *table) {
    size_t i;
    for (i = 0; i < table->columns; ++i) {
        free(table->memory[i].values);
        free(table->memory[i].valid);
        free(table->memory[i].text.data);
    }
    for (i = 0; i < table->nodes; ++i) {
        free(table->node[i].points);
        free(table->node[i].possible);
    }
    free(table->points);
    free(table->possible);
    free(table->completeness);
    free(table->grade);
    free(table->grade_possible);
    free(table->status);
}

static size_t count_lines(span rest) {
    span line;
    size_t out = 0;
    while (take_line(&rest, &line))
        ++out;
    return out;
}

/* Reads "fact:type" or "fact:number:scale", and makes room for the cells. */
static void add_column(run *r, corpus_table *table, span head) {
    const bontot_column empty = BONTOT_COLUMN_INIT;
    bontot_column *const column = &table->of[table->columns];
    cells *const memory = &table->memory[table->columns++];
    span id, type;
    if (table->columns == most_columns)
        stop("a table has too many columns", "corpus");
    take(&head, ':', &id);
    take(&head, ':', &type);
    *column = empty;
    column->slot =
        bontot_rubric_fact_slot(r->rubric[before], id.data, id.length);
    column->type = is(type, "number")    ? BONTOT_COLUMN_INT64
                   : is(type, "boolean") ? BONTOT_COLUMN_BOOLEAN_BYTES
                                         : BONTOT_COLUMN_TEXT32;
    if (head.data != NULL)
        column->scale = (int32_t)strtol(head.data, NULL, 10);
    memory->values = room_for(table->rows + 1, sizeof(int64_t));
    memory->valid = room_for(table->rows, 1);
    column->values = memory->values;
    column->valid_bytes = memory->valid;
}

static void set_cell(corpus_table *table, size_t which, size_t row, span cell) {
    cells *const memory = &table->memory[which];
    memory->valid[row] = cell.length > 0;
    switch (table->of[which].type) {
    case BONTOT_COLUMN_INT64:
        if (cell.length > 0)
            ((int64_t *)memory->values)[row] = strtoll(cell.data, NULL, 10);
        break;
    case BONTOT_COLUMN_BOOLEAN_BYTES:
        ((uint8_t *)memory->values)[row] = is(cell, "true") != 0;
        break;
    default:
        append(&memory->text, cell);
        ((int32_t *)memory->values)[row + 1] = (int32_t)memory->text.length;
        table->of[which].text = memory->text.data;
    }
}

static void make_room(corpus_table *table) {
    table->points = room_for(table->rows, sizeof(int64_t));
    table->possible = room_for(table->rows, sizeof(int64_t));
    table->completeness = room_for(table->rows, sizeof(int64_t));
    table->grade = room_for(table->rows, sizeof(int32_t));
    table->grade_possible = room_for(table->rows, sizeof(int32_t));
    table->status = room_for(table->rows, 1);
}

static void read_table(run *r, corpus_table *table, span text) {
    span line, part;
    size_t row, i;
    table->rows = count_lines(text) - 1;
    take_line(&text, &line);
    while (take(&line, ',', &part))
        add_column(r, table, part);
    for (row = 0; row < table->rows; ++row) {
        take_line(&text, &line);
        for (i = 0; i < table->columns && take(&line, ',', &part); ++i)
            set_cell(table, i, row, part);
    }
    make_room(table);
}

/* The criteria are what is told beside the total. */
static void add_nodes(run *r, corpus_table *table) {
    const bontot_node_column empty = BONTOT_NODE_COLUMN_INIT;
    const bontot_rubric *const rubric = r->rubric[before];
    size_t node;
    for (node = 0; node < bontot_rubric_node_count(rubric); ++node) {
        bontot_node_column *const out = &table->node[table->nodes];
        if (bontot_rubric_node_parent(rubric, node) != BONTOT_NONE)
            continue;
        if (++table->nodes > most_nodes)
            stop("a rubric has too many criteria", "corpus");
        *out = empty;
        out->node = node;
        out->points = room_for(table->rows, sizeof(int64_t));
        out->possible = room_for(table->rows, sizeof(int64_t));
    }
}

static void put_grade_of_row(run *r, int32_t grade) {
    size_t n = 0;
    const char *id = grade < 0 ? NULL
                               : bontot_rubric_grade_id(r->rubric[before],
                                                        (size_t)grade, &n);
    put_lent(r, id, n);
}

static void put_integer(run *r, int64_t number) {
    append_integer(&r->out, number);
    end_field(r);
}

static void put_rows(run *r, const corpus_table *table) {
    size_t row, i;
    for (row = 0; row < table->rows; ++row) {
        put_integer(r, table->status[row]);
        put_integer(r, table->points[row]);
        put_integer(r, table->possible[row]);
        put_integer(r, table->completeness[row]);
        put_grade_of_row(r, table->grade[row]);
        put_grade_of_row(r, table->grade_possible[row]);
        for (i = 0; i < table->nodes; ++i) {
            put_integer(r, table->node[i].points[row]);
            put_integer(r, table->node[i].possible[row]);
        }
        end_line(r);
    }
}

static void put_report(run *r) {
    const bontot_error *const errors = bontot_report_errors(r->report);
    const size_t count = bontot_error_count(errors);
    size_t i;
    for (i = 0; i < count; ++i) {
        put_word(r, "error");
        put_count(r, bontot_report_row(r->report, i));
        put_word(r, bontot_error_code(errors, i));
        put_word(r, bontot_error_message(errors, i, BONTOT_VI));
        put_word(r, bontot_error_message(errors, i, BONTOT_EN));
        end_line(r);
    }
    put_word(r, "wrong");
    put_count(r, (size_t)bontot_report_wrong_rows(r->report));
    end_line(r);
}

static bontot_status score_table(run *r, corpus_table *table) {
    bontot_table in = BONTOT_TABLE_INIT;
    bontot_table_results out = BONTOT_TABLE_RESULTS_INIT;
    in.columns = table->of;
    in.column_count = table->columns;
    if (has_option(r, "scale"))
        out.scale = (int32_t)strtol(option(r, "scale").data, NULL, 10);
    out.points = table->points;
    out.possible = table->possible;
    out.completeness = table->completeness;
    out.grade = table->grade;
    out.grade_possible = table->grade_possible;
    out.status = table->status;
    out.nodes = table->node;
    out.node_count = table->nodes;
    return AGAIN(bontot_evaluate_columns(&r->report, r->rubric[before], &in, 0,
                                         table->rows, &out, r->options,
                                         &r->error));
}

static bontot_status run_columns(run *r) {
    corpus_table table;
    bontot_status status;
    memset(&table, 0, sizeof table);
    read_table(r, &table, input(r, 0));
    add_nodes(r, &table);
    status = score_table(r, &table);
    if (status == BONTOT_OK) {
        put_rows(r, &table);
        put_report(r);
    }
    free_table(&table);
    return status;
}

#endif
