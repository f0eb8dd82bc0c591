/* SPDX-License-Identifier: BSL-1.0 */
/* Reading the cases: texts, files, fields. Whatever cannot be read ends the
   program, since then there is no corpus to run. */
#ifndef BONTOT_TESTS_CORPUS_CASES_H
#define BONTOT_TESTS_CORPUS_CASES_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that belongs to someone else; data is NULL when there is none. */
typedef struct span {
    const char *data;
    size_t length;
} span;

/* A text that grows, with a zero byte behind it. */
typedef struct buffer {
    char *data;
    size_t length;
    size_t room;
} buffer;

/* One line of cases.tsv. */
typedef struct corpus_case {
    span id;
    span operation;
    span rubric;
    span language;
    span options;
    span input[3];
} corpus_case;

static void stop(const char *what, const char *which) {
    fprintf(stderr, "%s: %s\n", which, what);
    exit(2);
}

static void *room_for(size_t count, size_t size) {
    void *out = calloc(count > 0 ? count : 1, size);
    if (out == NULL)
        stop("memory is out", "corpus");
    return out;
}

static span text_of(const char *text) {
    span out;
    out.data = text;
    out.length = text == NULL ? 0 : strlen(text);
    return out;
}

static span whole(const buffer *from) {
    span out;
    out.data = from->data == NULL ? "" : from->data;
    out.length = from->length;
    return out;
}

static int is(span text, const char *word) {
    return text.data != NULL && text.length == strlen(word) &&
           memcmp(text.data, word, text.length) == 0;
}

static int begins(span text, const char *word) {
    const size_t length = strlen(word);
    return text.length >= length && memcmp(text.data, word, length) == 0;
}

static span without(span text, size_t count) {
    text.data += count;
    text.length -= count;
    return text;
}

static void append(buffer *to, span text) {
    if (to->length + text.length + 1 > to->room) {
        to->room = 2 * (to->length + text.length + 1);
        to->data = realloc(to->data, to->room);
        if (to->data == NULL)
            stop("memory is out", "corpus");
    }
    if (text.length > 0)
        memcpy(to->data + to->length, text.data, text.length);
    to->length += text.length;
    to->data[to->length] = '\0';
}

static void append_word(buffer *to, const char *text) {
    append(to, text_of(text));
}

static void append_integer(buffer *to, long long number) {
    char digits[32];
    sprintf(digits, "%lld", number);
    append_word(to, digits);
}

/* Appends a text in one field: a backslash, tab, line feed or carriage return
   becomes two characters. */
static void append_field(buffer *to, span text) {
    size_t i;
    for (i = 0; i < text.length; ++i) {
        span one;
        one.data = text.data + i;
        one.length = 1;
        switch (text.data[i]) {
        case '\\':
            append_word(to, "\\\\");
            break;
        case '\t':
            append_word(to, "\\t");
            break;
        case '\n':
            append_word(to, "\\n");
            break;
        case '\r':
            append_word(to, "\\r");
            break;
        default:
            append(to, one);
        }
    }
}

/* Takes what stands before a separator, or all, from the rest; 0: there is
   nothing left. */
static int take(span *rest, char separator, span *part) {
    const char *end;
    *part = *rest;
    if (rest->data == NULL)
        return 0;
    end = memchr(rest->data, separator, rest->length);
    if (end == NULL) {
        rest->data = NULL;
        rest->length = 0;
        return 1;
    }
    part->length = (size_t)(end - rest->data);
    *rest = without(*rest, part->length + 1);
    return 1;
}

/* Takes a line; what stands behind the last line feed is none when empty. */
static int take_line(span *rest, span *line) {
    *line = *rest;
    return rest->length > 0 && take(rest, '\n', line);
}

static void read_file(buffer *to, span path) {
    char part[4096];
    buffer name = {NULL, 0, 0};
    FILE *file;
    size_t count;
    append(&name, path);
    file = fopen(name.data, "rb");
    if (file == NULL)
        stop("cannot be opened", name.data);
    while ((count = fread(part, 1, sizeof part, file)) > 0) {
        span read;
        read.data = part;
        read.length = count;
        append(to, read);
    }
    fclose(file);
    free(name.data);
}

static span line_of(span text, size_t number) {
    span line;
    while (take_line(&text, &line)) {
        if (--number == 0)
            return line;
    }
    stop("there is no such line", "corpus");
    return line;
}

/* Returns an input: the text itself, or what its file has, read into `store`;
   without data when the field is "-". */
static span input_of(span field, buffer *store) {
    const char *hash;
    span path;
    if (is(field, "-"))
        return text_of(NULL);
    if (!begins(field, "file:"))
        return field;
    path = without(field, strlen("file:"));
    hash = memchr(path.data, '#', path.length);
    store->length = 0;
    if (hash == NULL) {
        read_file(store, path);
        return whole(store);
    }
    path.length = (size_t)(hash - path.data);
    read_file(store, path);
    return line_of(whole(store), strtoul(hash + 1, NULL, 10));
}

/* Takes the next of the options name=value;name=value. */
static int take_option(span *rest, span *name, span *value) {
    span one;
    if (rest->data == NULL || is(*rest, "-") || !take(rest, ';', &one))
        return 0;
    take(&one, '=', name);
    *value = one;
    return 1;
}

/* Returns the value of an option; without data when it is not there. */
static span option_of(const corpus_case *of, const char *wanted) {
    span rest = of->options;
    span name, value;
    while (take_option(&rest, &name, &value)) {
        if (is(name, wanted))
            return value;
    }
    return text_of(NULL);
}

static corpus_case case_of(span line) {
    corpus_case out;
    span *fields[8];
    size_t i;
    fields[0] = &out.id;
    fields[1] = &out.operation;
    fields[2] = &out.rubric;
    fields[3] = &out.language;
    fields[4] = &out.options;
    for (i = 0; i < 3; ++i)
        fields[5 + i] = &out.input[i];
    for (i = 0; i < 8; ++i) {
        if (!take(&line, '\t', fields[i]))
            stop("a case has fewer than 8 fields", "cases");
    }
    return out;
}

#endif
