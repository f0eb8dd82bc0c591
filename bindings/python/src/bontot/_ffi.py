# SPDX-License-Identifier: BSL-1.0
"""The signatures: types, constants and functions of bontot.h, and loading. Nothing is owned here.

A test compares all of it with the header.
"""

from __future__ import annotations

import os
import pathlib
import threading
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure
from ctypes import c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint64, c_void_p
from typing import Any, Dict, Optional, Tuple, Union

from ._errors import LibraryError

VERSION = "0.2.0"
"""The version of this package and of the library that it needs."""

# ---- Constants: named as in the header --------------------------------------

BONTOT_OK = 0
BONTOT_BAD_INPUT = 1
BONTOT_NOT_FOUND = 2
BONTOT_MISUSE = 3
BONTOT_NO_MEMORY = 4
BONTOT_NO_FIT = 5
BONTOT_INTERNAL = 6
BONTOT_CANCELLED = 7

BONTOT_VI = 0
BONTOT_EN = 1

BONTOT_NONE = c_size_t(-1).value

BONTOT_LEAST = 0
BONTOT_MOST = 1
BONTOT_NUMBER_ROOM = 64
BONTOT_DATE_ROOM = 11

BONTOT_FACT_NUMBER = 0
BONTOT_FACT_BOOLEAN = 1
BONTOT_FACT_TEXT = 2
BONTOT_FACT_DATE = 3
BONTOT_FACT_CHOICE = 4

BONTOT_POINTS = 0
BONTOT_POSSIBLE = 1
BONTOT_MAX = 2

BONTOT_BASE = 0
BONTOT_BONUS = 1
BONTOT_PENALTY = 2

BONTOT_SCORE_GROUP = 0
BONTOT_SCORE_CONDITION = 1
BONTOT_SCORE_CHOICE = 2
BONTOT_SCORE_STEPS = 3
BONTOT_SCORE_PROPORTIONAL = 4
BONTOT_SCORE_DEDUCTIONS = 5
BONTOT_SCORE_ADDITIONS = 6
BONTOT_SCORE_MARK = 7
BONTOT_SCORE_FORMULA = 8

BONTOT_VOIDS_NODE = 0
BONTOT_NOT_GOOD = 1
BONTOT_GRADE_AT_MOST = 2
BONTOT_GRADE_DOWN = 3
BONTOT_GRADE_IS = 4

BONTOT_FOR_ALL = 0
BONTOT_FOR_GROUP = 1
BONTOT_FOR_UNIT = 2

BONTOT_UNIT_KIND = 0
BONTOT_UNIT_GROUP = 1
BONTOT_UNIT_PARENT = 2

BONTOT_PART_FACTS = 0
BONTOT_PART_MARKS = 1
BONTOT_PART_MEMBERS = 2
BONTOT_PART_EVIDENCE = 3
BONTOT_PART_HISTORY = 4
BONTOT_PART_RESULTS = 5
BONTOT_PART_EXCEPTIONS = 6

BONTOT_EVIDENCE_KIND = 0
BONTOT_EVIDENCE_NUMBER = 1
BONTOT_EVIDENCE_ISSUER = 2
BONTOT_EVIDENCE_ISSUED = 3
BONTOT_EVIDENCE_SUBMITTED = 4
BONTOT_EVIDENCE_TITLE = 5
BONTOT_EVIDENCE_URI = 6
BONTOT_EVIDENCE_SHA256 = 7
BONTOT_EVIDENCE_STATUS = 8

BONTOT_ABOUT_NODE = 0
BONTOT_ABOUT_GOOD = 1
BONTOT_ABOUT_GATE = 2
BONTOT_ABOUT_GRADE = 3
BONTOT_ABOUT_CHECK = 4

BONTOT_MISSING_FACT = 0
BONTOT_MISSING_FIELD = 1
BONTOT_MISSING_PART = 2
BONTOT_MISSING_EVIDENCE = 3
BONTOT_MISSING_MARK = 4

BONTOT_VOIDED = 0
BONTOT_NOT_APPLICABLE = 1
BONTOT_UNCOVERED = 2
BONTOT_UNKNOWN = 3
BONTOT_UNPROVEN = 4
BONTOT_MET = 5
BONTOT_UNMET = 6
BONTOT_PARTLY = 7

BONTOT_NO = 0
BONTOT_YES = 1
BONTOT_OPEN = 2

BONTOT_TRUST_ALL = 0
BONTOT_TRUST_COMMITTEE = 1

BONTOT_INFO = 0
BONTOT_WARNING = 1
BONTOT_ERROR = 2

BONTOT_JSON = 0
BONTOT_TEXT = 1
BONTOT_SUMMARY = 2

BONTOT_BEFORE = 0
BONTOT_AFTER = 1
BONTOT_DIFFERENCE = 2

BONTOT_IN_BOTH = 0
BONTOT_BEFORE_ONLY = 1
BONTOT_AFTER_ONLY = 2

BONTOT_PLACE_KEPT = 0
BONTOT_PLACE_MOVES = 1
BONTOT_PLACE_UNDECIDED = 2
BONTOT_PLACE_OPEN = 3

BONTOT_COLUMN_NOTHING = 0
BONTOT_COLUMN_INT8 = 1
BONTOT_COLUMN_UINT8 = 2
BONTOT_COLUMN_INT16 = 3
BONTOT_COLUMN_UINT16 = 4
BONTOT_COLUMN_INT32 = 5
BONTOT_COLUMN_UINT32 = 6
BONTOT_COLUMN_INT64 = 7
BONTOT_COLUMN_UINT64 = 8
BONTOT_COLUMN_DECIMAL128 = 9
BONTOT_COLUMN_FLOAT32 = 10
BONTOT_COLUMN_FLOAT64 = 11
BONTOT_COLUMN_BOOLEAN_BYTES = 12
BONTOT_COLUMN_BOOLEAN_BITS = 13
BONTOT_COLUMN_TEXT32 = 14
BONTOT_COLUMN_TEXT64 = 15
BONTOT_COLUMN_DATE32 = 16

BONTOT_ROW_SCORED = 0
BONTOT_ROW_WRONG = 1
BONTOT_ROW_NO_FIT = 2

BONTOT_PATH_REACHED = 0
BONTOT_PATH_FOUND = 1
BONTOT_PATH_CONFLICT = 2
BONTOT_PATH_FORBIDDEN = 3

BONTOT_QUOTA_BASE = 0
BONTOT_QUOTA_ALLOWED = 1
BONTOT_QUOTA_HELD = 2
BONTOT_QUOTA_KEPT = 3
BONTOT_QUOTA_MOVED = 4
BONTOT_QUOTA_UNDECIDED = 5
BONTOT_QUOTA_OPEN = 6

BONTOT_MOVE_SAME = 0
BONTOT_MOVE_UP = 1
BONTOT_MOVE_DOWN = 2
BONTOT_MOVE_OTHER = 3

# ---- Types: one for each handle, so that ctypes refuses the wrong one --------


class Error(Structure):
    """bontot_error, opaque."""


class Options(Structure):
    """bontot_options, opaque."""


class Text(Structure):
    """bontot_text, opaque."""


class Rubric(Structure):
    """bontot_rubric, opaque."""


class Reference(Structure):
    """bontot_reference, opaque."""


class Dossier(Structure):
    """bontot_dossier, opaque."""


class Result(Structure):
    """bontot_result, opaque."""


class Report(Structure):
    """bontot_report, opaque."""


class Summary(Structure):
    """bontot_summary, opaque."""


class Comparison(Structure):
    """bontot_comparison, opaque."""


class Cohort(Structure):
    """bontot_cohort, opaque."""


class Ranking(Structure):
    """bontot_ranking, opaque."""


class Diff(Structure):
    """bontot_diff, opaque."""


class Lint(Structure):
    """bontot_lint, opaque."""


class Path(Structure):
    """bontot_path, opaque."""


class Lines(Structure):
    """bontot_lines, opaque."""


class Names(Structure):
    """bontot_names, opaque."""


class Number(Structure):
    """bontot_number: coefficient * 10^-scale."""

    _fields_ = [("coefficient", c_int64), ("scale", c_int32)]


class Column(Structure):
    """bontot_column: the values of one fact."""


class Table(Structure):
    """bontot_table: columns, and the period of all rows."""


class ArrowSchema(Structure):
    """struct ArrowSchema of the Arrow C data interface, which holds a type."""


class ArrowArray(Structure):
    """struct ArrowArray of the Arrow C data interface, which holds values."""


class NodeColumn(Structure):
    """bontot_node_column: where the points of a node go."""


class TableResults(Structure):
    """bontot_table_results: where results go."""


# Each begins with its size; pointers to arrays are addresses.
Column._fields_ = [
    ("size", c_size_t),
    ("slot", c_size_t),
    ("type", c_int32),
    ("scale", c_int32),
    ("values", c_void_p),
    ("text", c_void_p),
    ("valid_bits", c_void_p),
    ("valid_bytes", c_void_p),
    ("offset", c_size_t),
    ("dictionary", POINTER(Column)),
    ("dictionary_size", c_size_t),
]
Table._fields_ = [
    ("size", c_size_t),
    ("columns", POINTER(Column)),
    ("column_count", c_size_t),
]
NodeColumn._fields_ = [
    ("size", c_size_t),
    ("node", c_size_t),
    ("points", c_void_p),
    ("possible", c_void_p),
]
TableResults._fields_ = [
    ("size", c_size_t),
    ("scale", c_int32),
    ("points", c_void_p),
    ("possible", c_void_p),
    ("completeness", c_void_p),
    ("grade", c_void_p),
    ("grade_possible", c_void_p),
    ("status", c_void_p),
    ("nodes", POINTER(NodeColumn)),
    ("node_count", c_size_t),
]

ReleaseSchema = CFUNCTYPE(None, POINTER(ArrowSchema))
ReleaseArray = CFUNCTYPE(None, POINTER(ArrowArray))
ArrowSchema._fields_ = [
    ("format", c_char_p),
    ("name", c_char_p),
    ("metadata", c_void_p),
    ("flags", c_int64),
    ("n_children", c_int64),
    ("children", POINTER(POINTER(ArrowSchema))),
    ("dictionary", POINTER(ArrowSchema)),
    ("release", ReleaseSchema),
    ("private_data", c_void_p),
]
ArrowArray._fields_ = [
    ("length", c_int64),
    ("null_count", c_int64),
    ("offset", c_int64),
    ("n_buffers", c_int64),
    ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)),
    ("children", POINTER(POINTER(ArrowArray))),
    ("dictionary", POINTER(ArrowArray)),
    ("release", ReleaseArray),
    ("private_data", c_void_p),
]

ErrorPointer = POINTER(Error)
OptionsPointer = POINTER(Options)
TextPointer = POINTER(Text)
RubricPointer = POINTER(Rubric)
ReferencePointer = POINTER(Reference)
DossierPointer = POINTER(Dossier)
ResultPointer = POINTER(Result)
ReportPointer = POINTER(Report)
SummaryPointer = POINTER(Summary)
ComparisonPointer = POINTER(Comparison)
CohortPointer = POINTER(Cohort)
RankingPointer = POINTER(Ranking)
DiffPointer = POINTER(Diff)
LintPointer = POINTER(Lint)
PathPointer = POINTER(Path)
LinesPointer = POINTER(Lines)
NamesPointer = POINTER(Names)

ErrorOut = POINTER(ErrorPointer)
OptionsOut = POINTER(OptionsPointer)
TextOut = POINTER(TextPointer)
RubricOut = POINTER(RubricPointer)
ReferenceOut = POINTER(ReferencePointer)
DossierOut = POINTER(DossierPointer)
ResultOut = POINTER(ResultPointer)
ReportOut = POINTER(ReportPointer)
SummaryOut = POINTER(SummaryPointer)
ComparisonOut = POINTER(ComparisonPointer)
CohortOut = POINTER(CohortPointer)
RankingOut = POINTER(RankingPointer)
DiffOut = POINTER(DiffPointer)
LintOut = POINTER(LintPointer)
PathOut = POINTER(PathPointer)
LinesOut = POINTER(LinesPointer)
NamesOut = POINTER(NamesPointer)
NumberOut = POINTER(Number)
TablePointer = POINTER(Table)
SchemaPointer = POINTER(ArrowSchema)
ArrayPointer = POINTER(ArrowArray)
TableResultsPointer = POINTER(TableResults)
LengthOut = POINTER(c_size_t)

Allocate = CFUNCTYPE(c_void_p, c_void_p, c_size_t, c_size_t)
Release = CFUNCTYPE(None, c_void_p, c_void_p, c_size_t, c_size_t)
LineDone = CFUNCTYPE(c_int32, c_void_p, c_uint64, ResultPointer, ErrorPointer)
# ctypes takes an address from a callback, but no pointer.
FindRubric = CFUNCTYPE(c_void_p, c_void_p, c_char_p, c_size_t)

# Text that ends in a zero byte; and text that comes with its length, or room
# for one: as bytes it would be cut at the first zero byte, or be written to.
ZeroEnded = c_char_p
Sized = POINTER(c_char)

Status = Language = Trust = FactType = Figure = Kind = State = Truth = Severity = Format = c_int32
Side = Presence = PlaceState = QuotaFigure = Move = Outcome = c_int32
Bound = Score = Effect = Scope = UnitField = Part = EvidenceField = About = Missing = c_int32

# ---- Functions ----------------------------------------------------------------

SIGNATURES: Dict[str, Tuple[Any, Tuple[Any, ...]]] = {
    "bontot_version": (ZeroEnded, ()),
    "bontot_status_name": (ZeroEnded, (Status,)),
    # errors
    "bontot_error_count": (c_size_t, (ErrorPointer,)),
    "bontot_error_code": (ZeroEnded, (ErrorPointer, c_size_t)),
    "bontot_error_message": (ZeroEnded, (ErrorPointer, c_size_t, Language)),
    "bontot_error_pointer": (ZeroEnded, (ErrorPointer, c_size_t)),
    "bontot_error_offset": (c_size_t, (ErrorPointer, c_size_t)),
    "bontot_error_line": (c_size_t, (ErrorPointer, c_size_t)),
    "bontot_error_column": (c_size_t, (ErrorPointer, c_size_t)),
    "bontot_error_expression_column": (c_size_t, (ErrorPointer, c_size_t)),
    "bontot_error_free": (None, (ErrorPointer,)),
    # options
    "bontot_options_new": (Status, (OptionsOut,)),
    "bontot_options_set_language": (Status, (OptionsPointer, Language)),
    "bontot_options_set_size_limit": (Status, (OptionsPointer, c_size_t)),
    "bontot_options_set_depth_limit": (Status, (OptionsPointer, c_size_t)),
    "bontot_options_set_other_rubric": (Status, (OptionsPointer, c_int32)),
    "bontot_options_set_trust": (Status, (OptionsPointer, Trust)),
    "bontot_options_set_reference": (Status, (OptionsPointer, ReferencePointer)),
    "bontot_options_set_as_of": (Status, (OptionsPointer, ZeroEnded, c_size_t)),
    "bontot_options_set_colour": (Status, (OptionsPointer, c_int32)),
    "bontot_options_raise_group": (Status, (OptionsPointer, ZeroEnded, c_size_t)),
    "bontot_options_raise_everywhere": (Status, (OptionsPointer, c_int32)),
    "bontot_options_set_period": (Status, (OptionsPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t)),
    "bontot_options_ignore_column": (Status, (OptionsPointer, ZeroEnded, c_size_t)),
    "bontot_options_set_decimals": (Status, (OptionsPointer, ZeroEnded, c_size_t, c_int32)),
    "bontot_options_set_memory": (Status, (OptionsPointer, Allocate, Release, c_void_p)),
    "bontot_options_free": (None, (OptionsPointer,)),
    # text
    "bontot_text_data": (Sized, (TextPointer, LengthOut)),
    "bontot_text_free": (None, (TextPointer,)),
    # rubrics
    "bontot_rubric_load": (Status, (RubricOut, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_rubric_builtin": (Status, (RubricOut, ZeroEnded, OptionsPointer, ErrorOut)),
    "bontot_builtin_count": (c_size_t, ()),
    "bontot_builtin_id": (ZeroEnded, (c_size_t,)),
    "bontot_rubric_id": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_version": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_label": (Sized, (RubricPointer, Language, LengthOut)),
    "bontot_rubric_document": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_issued": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_issuer": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_uri": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_note": (Sized, (RubricPointer, Language, LengthOut)),
    "bontot_rubric_valid_from": (Sized, (RubricPointer, LengthOut)),
    "bontot_rubric_period_months": (c_int32, (RubricPointer,)),
    "bontot_rubric_unit_kind_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_unit_kind": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_total_bound_text": (Status, (RubricPointer, Bound, Sized, c_size_t)),
    "bontot_rubric_fact_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_fact_slot": (c_size_t, (RubricPointer, ZeroEnded, c_size_t)),
    "bontot_rubric_fact_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_fact_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_fact_type": (FactType, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_unit": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_fact_bound_text": (Status, (RubricPointer, c_size_t, Bound, Sized, c_size_t)),
    "bontot_rubric_fact_is_integer": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_is_by_committee": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_is_from_results": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_is_read": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_choice_count": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_fact_choice": (Sized, (RubricPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_rubric_field_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_field_find": (c_size_t, (RubricPointer, ZeroEnded, c_size_t)),
    "bontot_rubric_field_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_field_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_field_type": (FactType, (RubricPointer, c_size_t)),
    "bontot_rubric_field_unit": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_field_bound_text": (Status, (RubricPointer, c_size_t, Bound, Sized, c_size_t)),
    "bontot_rubric_field_is_integer": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_field_is_from_results": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_field_is_read": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_field_choice_count": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_field_choice": (Sized, (RubricPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_rubric_describe": (Status, (TextOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_rubric_template": (Status, (TextOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_rubric_role_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_role_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_role_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_role_find": (c_size_t, (RubricPointer, ZeroEnded, c_size_t)),
    "bontot_rubric_role_overrides": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_grade_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_grade_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_grade_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_grade_clause": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_grade_has_quota": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_node_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_node_find": (c_size_t, (RubricPointer, ZeroEnded, c_size_t)),
    "bontot_rubric_node_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_node_parent": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_node_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_node_clause": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_node_kind": (Kind, (RubricPointer, c_size_t)),
    "bontot_rubric_node_bound_text": (Status, (RubricPointer, c_size_t, Bound, Sized, c_size_t)),
    "bontot_rubric_node_score": (Score, (RubricPointer, c_size_t)),
    "bontot_rubric_node_effort": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_node_fact_count": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_node_fact": (c_size_t, (RubricPointer, c_size_t, c_size_t)),
    "bontot_rubric_node_takes_marks": (c_int32, (RubricPointer, c_size_t, c_size_t)),
    "bontot_rubric_node_mark_step_text": (Status, (RubricPointer, c_size_t, Sized, c_size_t)),
    "bontot_rubric_node_asks_comment": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_node_asks_evidence": (c_int32, (RubricPointer, c_size_t)),
    "bontot_rubric_node_evidence_kind_count": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_node_evidence_kind": (Sized, (RubricPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_rubric_gate_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_gate_find": (c_size_t, (RubricPointer, ZeroEnded, c_size_t)),
    "bontot_rubric_gate_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_gate_label": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_gate_clause": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_gate_effect": (Effect, (RubricPointer, c_size_t)),
    "bontot_rubric_gate_target": (c_size_t, (RubricPointer, c_size_t)),
    "bontot_rubric_check_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_check_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_check_message": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_check_clause": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_check_severity": (Severity, (RubricPointer, c_size_t)),
    "bontot_rubric_rule_count": (c_size_t, (RubricPointer,)),
    "bontot_rubric_rule_id": (Sized, (RubricPointer, c_size_t, LengthOut)),
    "bontot_rubric_rule_message": (Sized, (RubricPointer, c_size_t, Language, LengthOut)),
    "bontot_rubric_test": (Status, (TextOut, LengthOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_rubric_free": (None, (RubricPointer,)),
    # references
    "bontot_reference_load": (
        Status,
        (ReferenceOut, RubricPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut),
    ),
    "bontot_reference_new": (Status, (ReferenceOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_reference_set_period": (Status, (ReferencePointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_reference_set_number": (
        Status,
        (ReferencePointer, Scope, ZeroEnded, c_size_t, c_size_t, Number, ErrorOut),
    ),
    "bontot_reference_set": (
        Status,
        (ReferencePointer, Scope, ZeroEnded, c_size_t, c_size_t, ZeroEnded, c_size_t, ErrorOut),
    ),
    "bontot_reference_add_exception": (
        Status,
        (
            ReferencePointer,
            ZeroEnded,
            c_size_t,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ErrorOut,
        ),
    ),
    "bontot_reference_add_finding": (
        Status,
        (ReferencePointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut),
    ),
    "bontot_reference_free": (None, (ReferencePointer,)),
    # dossiers
    "bontot_dossier_rubric_id": (Status, (TextOut, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_dossier_load": (Status, (DossierOut, RubricPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_dossier_read": (Status, (DossierPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_dossier_new": (Status, (DossierOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_dossier_reset": (Status, (DossierPointer, ErrorOut)),
    "bontot_dossier_set_unit": (Status, (DossierPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_period": (Status, (DossierPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_unit_field": (Status, (DossierPointer, UnitField, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_number": (Status, (DossierPointer, c_size_t, Number, ErrorOut)),
    "bontot_dossier_set_boolean": (Status, (DossierPointer, c_size_t, c_int32, ErrorOut)),
    "bontot_dossier_set_text": (Status, (DossierPointer, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_date": (Status, (DossierPointer, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_clear": (Status, (DossierPointer, c_size_t, ErrorOut)),
    "bontot_dossier_set": (Status, (DossierPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_give": (Status, (DossierPointer, Part, ErrorOut)),
    "bontot_dossier_remove": (Status, (DossierPointer, Part, ErrorOut)),
    "bontot_dossier_set_mark": (
        Status,
        (
            DossierPointer,
            c_size_t,
            c_size_t,
            Number,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ErrorOut,
        ),
    ),
    "bontot_dossier_clear_mark": (Status, (DossierPointer, c_size_t, c_size_t, ErrorOut)),
    "bontot_dossier_add_member": (Status, (LengthOut, DossierPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_member_number": (Status, (DossierPointer, c_size_t, c_size_t, Number, ErrorOut)),
    "bontot_dossier_set_member_boolean": (Status, (DossierPointer, c_size_t, c_size_t, c_int32, ErrorOut)),
    "bontot_dossier_set_member_text": (Status, (DossierPointer, c_size_t, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_member_date": (Status, (DossierPointer, c_size_t, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_clear_member": (Status, (DossierPointer, c_size_t, c_size_t, ErrorOut)),
    "bontot_dossier_set_member": (Status, (DossierPointer, c_size_t, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_add_evidence": (Status, (LengthOut, DossierPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_set_evidence": (Status, (DossierPointer, c_size_t, EvidenceField, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_dossier_add_support": (Status, (DossierPointer, c_size_t, c_size_t, ErrorOut)),
    "bontot_dossier_add_history": (
        Status,
        (
            DossierPointer,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            NumberOut,
            ErrorOut,
        ),
    ),
    "bontot_dossier_add_result": (
        Status,
        (
            DossierPointer,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            ZeroEnded,
            c_size_t,
            NumberOut,
            ErrorOut,
        ),
    ),
    "bontot_dossier_add_result_of": (Status, (DossierPointer, ResultPointer, ErrorOut)),
    "bontot_dossier_add_exception": (
        Status,
        (DossierPointer, c_size_t, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut),
    ),
    "bontot_dossier_apply": (Status, (DossierPointer, ReferencePointer, ErrorOut)),
    "bontot_dossier_free": (None, (DossierPointer,)),
    # results
    "bontot_result_new": (Status, (ResultOut, OptionsPointer, ErrorOut)),
    "bontot_evaluate": (Status, (ResultPointer, DossierPointer, ErrorOut)),
    "bontot_evaluate_as_of": (Status, (ResultPointer, DossierPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_result_as_of": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_rubric_id": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_rubric_version": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_rubric_label": (Sized, (ResultPointer, Language, LengthOut)),
    "bontot_result_unit": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_unit_name": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_unit_kind": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_unit_group": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_period_text": (Status, (ResultPointer, Bound, Sized, c_size_t)),
    "bontot_result_total": (Status, (ResultPointer, Figure, NumberOut)),
    "bontot_result_total_text": (Status, (ResultPointer, Figure, Sized, c_size_t)),
    "bontot_result_total_double": (c_double, (ResultPointer, Figure)),
    "bontot_result_completeness_text": (Status, (ResultPointer, Sized, c_size_t)),
    "bontot_result_grade": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_grade_label": (Sized, (ResultPointer, Language, LengthOut)),
    "bontot_result_grade_possible": (Sized, (ResultPointer, LengthOut)),
    "bontot_result_by_exception": (c_int32, (ResultPointer,)),
    "bontot_result_reachable_count": (c_size_t, (ResultPointer,)),
    "bontot_result_reachable": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_node_count": (c_size_t, (ResultPointer,)),
    "bontot_result_node_find": (c_size_t, (ResultPointer, ZeroEnded, c_size_t)),
    "bontot_result_node_parent": (c_size_t, (ResultPointer, c_size_t)),
    "bontot_result_node_id": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_node_label": (Sized, (ResultPointer, c_size_t, Language, LengthOut)),
    "bontot_result_node_kind": (Kind, (ResultPointer, c_size_t)),
    "bontot_result_node_state": (State, (ResultPointer, c_size_t)),
    "bontot_result_node_good": (Truth, (ResultPointer, c_size_t)),
    "bontot_result_node_points": (Status, (ResultPointer, c_size_t, Figure, NumberOut)),
    "bontot_result_node_points_text": (Status, (ResultPointer, c_size_t, Figure, Sized, c_size_t)),
    "bontot_result_node_reason": (Status, (TextOut, ResultPointer, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_result_node_evidence_count": (c_size_t, (ResultPointer, c_size_t)),
    "bontot_result_node_evidence": (Sized, (ResultPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_result_gate_count": (c_size_t, (ResultPointer,)),
    "bontot_result_gate_id": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_gate_label": (Sized, (ResultPointer, c_size_t, Language, LengthOut)),
    "bontot_result_gate_fired": (Truth, (ResultPointer, c_size_t)),
    "bontot_result_gate_lift_reason": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_gate_lift_authority": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_gate_lift_date_text": (Status, (ResultPointer, c_size_t, Sized, c_size_t)),
    "bontot_result_check_count": (c_size_t, (ResultPointer,)),
    "bontot_result_check_id": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_check_message": (Sized, (ResultPointer, c_size_t, Language, LengthOut)),
    "bontot_result_check_outcome": (Truth, (ResultPointer, c_size_t)),
    "bontot_result_check_severity": (Severity, (ResultPointer, c_size_t)),
    "bontot_result_finding_count": (c_size_t, (ResultPointer,)),
    "bontot_result_finding_code": (ZeroEnded, (ResultPointer, c_size_t)),
    "bontot_result_finding_about": (About, (ResultPointer, c_size_t)),
    "bontot_result_finding_id": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_finding_expression": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_missing_count": (c_size_t, (ResultPointer,)),
    "bontot_result_missing_what": (Missing, (ResultPointer, c_size_t)),
    "bontot_result_missing_id": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_missing_text": (Status, (TextOut, ResultPointer, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_result_missing_worth": (Status, (ResultPointer, c_size_t, NumberOut)),
    "bontot_result_missing_worth_text": (Status, (ResultPointer, c_size_t, Sized, c_size_t)),
    "bontot_result_wait_count": (c_size_t, (ResultPointer, c_size_t)),
    "bontot_result_wait_about": (About, (ResultPointer, c_size_t, c_size_t)),
    "bontot_result_wait_id": (Sized, (ResultPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_result_column_count": (c_size_t, (ResultPointer,)),
    "bontot_result_column_role": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_column_total_text": (Status, (ResultPointer, c_size_t, Figure, Sized, c_size_t)),
    "bontot_result_column_grade": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_column_grade_possible": (Sized, (ResultPointer, c_size_t, LengthOut)),
    "bontot_result_column_points_text": (Status, (ResultPointer, c_size_t, c_size_t, Figure, Sized, c_size_t)),
    "bontot_result_write": (Status, (TextOut, ResultPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_result_free": (None, (ResultPointer,)),
    "bontot_evaluate_lines": (
        Status,
        (ZeroEnded, c_size_t, RubricPointer, FindRubric, LineDone, c_void_p, OptionsPointer, ErrorOut),
    ),
    "bontot_lines_new": (Status, (LinesOut, RubricPointer, FindRubric, LineDone, c_void_p, OptionsPointer, ErrorOut)),
    "bontot_lines_feed": (Status, (LinesPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_lines_end": (Status, (LinesPointer, ErrorOut)),
    "bontot_lines_count": (c_uint64, (LinesPointer,)),
    "bontot_lines_wrong_count": (c_uint64, (LinesPointer,)),
    "bontot_lines_free": (None, (LinesPointer,)),
    # tables
    "bontot_evaluate_columns": (
        Status,
        (
            ReportOut,
            RubricPointer,
            TablePointer,
            c_size_t,
            c_size_t,
            TableResultsPointer,
            OptionsPointer,
            ErrorOut,
        ),
    ),
    "bontot_report_error_count": (c_uint64, (ReportPointer,)),
    "bontot_report_wrong_rows": (c_uint64, (ReportPointer,)),
    "bontot_report_errors": (ErrorPointer, (ReportPointer,)),
    "bontot_report_row": (c_size_t, (ReportPointer, c_size_t)),
    "bontot_report_free": (None, (ReportPointer,)),
    "bontot_evaluate_arrow": (
        Status,
        (SchemaPointer, ArrayPointer, RubricPointer, SchemaPointer, ArrayPointer, OptionsPointer, ErrorOut),
    ),
    # summaries
    "bontot_summary_of": (Status, (SummaryOut, ResultPointer, OptionsPointer, ErrorOut)),
    "bontot_summary_load": (Status, (SummaryOut, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_summary_free": (None, (SummaryPointer,)),
    # comparisons
    "bontot_compare": (Status, (ComparisonOut, SummaryPointer, SummaryPointer, OptionsPointer, ErrorOut)),
    "bontot_comparison_grade": (Sized, (ComparisonPointer, Side, LengthOut)),
    "bontot_comparison_grade_changed": (c_int32, (ComparisonPointer,)),
    "bontot_comparison_total": (Status, (ComparisonPointer, Figure, Side, NumberOut)),
    "bontot_comparison_total_text": (Status, (ComparisonPointer, Figure, Side, Sized, c_size_t)),
    "bontot_comparison_remainder_text": (Status, (ComparisonPointer, Figure, Sized, c_size_t)),
    "bontot_comparison_node_count": (c_size_t, (ComparisonPointer,)),
    "bontot_comparison_node_parent": (c_size_t, (ComparisonPointer, c_size_t)),
    "bontot_comparison_node_id": (Sized, (ComparisonPointer, c_size_t, LengthOut)),
    "bontot_comparison_node_label": (Sized, (ComparisonPointer, c_size_t, Language, LengthOut)),
    "bontot_comparison_node_presence": (Presence, (ComparisonPointer, c_size_t)),
    "bontot_comparison_node_changed": (c_int32, (ComparisonPointer, c_size_t)),
    "bontot_comparison_node_points": (Status, (ComparisonPointer, c_size_t, Figure, Side, NumberOut)),
    "bontot_comparison_node_points_text": (
        Status,
        (ComparisonPointer, c_size_t, Figure, Side, Sized, c_size_t),
    ),
    "bontot_comparison_node_remainder_text": (Status, (ComparisonPointer, c_size_t, Figure, Sized, c_size_t)),
    "bontot_comparison_write": (Status, (TextOut, ComparisonPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_comparison_free": (None, (ComparisonPointer,)),
    # cohorts
    "bontot_cohort_new": (Status, (CohortOut, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_cohort_add": (Status, (CohortPointer, ResultPointer, ErrorOut)),
    "bontot_cohort_add_summary": (Status, (CohortPointer, SummaryPointer, ErrorOut)),
    "bontot_cohort_add_json": (Status, (CohortPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_cohort_count": (c_size_t, (CohortPointer,)),
    "bontot_cohort_free": (None, (CohortPointer,)),
    # rankings
    "bontot_rank": (Status, (RankingOut, CohortPointer, OptionsPointer, ErrorOut)),
    "bontot_ranking_place_count": (c_size_t, (RankingPointer,)),
    "bontot_ranking_unit": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_unit_name": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_group": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_rank": (c_size_t, (RankingPointer, c_size_t)),
    "bontot_ranking_rank_possible": (c_size_t, (RankingPointer, c_size_t)),
    "bontot_ranking_tied": (c_int32, (RankingPointer, c_size_t)),
    "bontot_ranking_total": (Status, (RankingPointer, c_size_t, Figure, NumberOut)),
    "bontot_ranking_total_text": (Status, (RankingPointer, c_size_t, Figure, Sized, c_size_t)),
    "bontot_ranking_grade": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_grade_possible": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_state": (PlaceState, (RankingPointer, c_size_t)),
    "bontot_ranking_proposed": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_proposed_possible": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_quota_count": (c_size_t, (RankingPointer,)),
    "bontot_ranking_quota_grade": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_quota_group": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_quota_units": (c_size_t, (RankingPointer, c_size_t, QuotaFigure)),
    "bontot_ranking_quota_share": (Status, (RankingPointer, c_size_t, NumberOut)),
    "bontot_ranking_movement_count": (c_size_t, (RankingPointer,)),
    "bontot_ranking_movement_place": (c_size_t, (RankingPointer, c_size_t)),
    "bontot_ranking_movement_quota": (c_size_t, (RankingPointer, c_size_t)),
    "bontot_ranking_movement_undecided": (c_int32, (RankingPointer, c_size_t)),
    "bontot_ranking_movement_to": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_movement_to_possible": (Sized, (RankingPointer, c_size_t, LengthOut)),
    "bontot_ranking_write": (Status, (TextOut, RankingPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_ranking_free": (None, (RankingPointer,)),
    # dossiers under two rubrics
    "bontot_diff_new": (Status, (DiffOut, RubricPointer, RubricPointer, OptionsPointer, ErrorOut)),
    "bontot_diff_add": (Status, (DiffPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_diff_add_dossiers": (Status, (DiffPointer, DossierPointer, DossierPointer, ErrorOut)),
    "bontot_diff_refused_by": (Side, (DiffPointer,)),
    "bontot_diff_last_move": (Move, (DiffPointer,)),
    "bontot_diff_write_last": (Status, (TextOut, DiffPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_diff_count": (c_uint64, (DiffPointer, Move)),
    "bontot_diff_refused_count": (c_uint64, (DiffPointer,)),
    "bontot_diff_write": (Status, (TextOut, DiffPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_diff_free": (None, (DiffPointer,)),
    # lint
    "bontot_rubric_lint": (
        Status,
        (LintOut, RubricPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut),
    ),
    "bontot_lint_count": (c_size_t, (LintPointer,)),
    "bontot_lint_code": (ZeroEnded, (LintPointer, c_size_t)),
    "bontot_lint_severity": (Severity, (LintPointer, c_size_t)),
    "bontot_lint_pointer": (Sized, (LintPointer, c_size_t, LengthOut)),
    "bontot_lint_message": (Sized, (LintPointer, c_size_t, Language, LengthOut)),
    "bontot_lint_witness": (Sized, (LintPointer, c_size_t, Language, LengthOut)),
    "bontot_lint_node": (Sized, (LintPointer, c_size_t, LengthOut)),
    "bontot_lint_offset": (c_size_t, (LintPointer, c_size_t)),
    "bontot_lint_line": (c_size_t, (LintPointer, c_size_t)),
    "bontot_lint_column": (c_size_t, (LintPointer, c_size_t)),
    "bontot_lint_write": (Status, (TextOut, LintPointer, OptionsPointer, ErrorOut)),
    "bontot_lint_free": (None, (LintPointer,)),
    # paths
    "bontot_path_to": (
        Status,
        (PathOut, DossierPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, OptionsPointer, ErrorOut),
    ),
    "bontot_path_outcome": (Outcome, (PathPointer,)),
    "bontot_path_grade": (Sized, (PathPointer, LengthOut)),
    "bontot_path_effort": (c_int32, (PathPointer,)),
    "bontot_path_side_grade": (Sized, (PathPointer, Side, LengthOut)),
    "bontot_path_total_text": (Status, (PathPointer, Side, Sized, c_size_t)),
    "bontot_path_step_count": (c_size_t, (PathPointer,)),
    "bontot_path_step_at": (Sized, (PathPointer, c_size_t, LengthOut)),
    "bontot_path_step_effort": (c_int32, (PathPointer, c_size_t)),
    "bontot_path_step_is_open": (c_int32, (PathPointer, c_size_t)),
    "bontot_path_step_points_text": (Status, (PathPointer, c_size_t, Side, Sized, c_size_t)),
    "bontot_path_change_count": (c_size_t, (PathPointer, c_size_t)),
    "bontot_path_change_item": (Sized, (PathPointer, c_size_t, c_size_t, LengthOut)),
    "bontot_path_change_value": (Sized, (PathPointer, c_size_t, c_size_t, Side, LengthOut)),
    "bontot_path_change_times": (c_size_t, (PathPointer, c_size_t, c_size_t)),
    "bontot_path_step_text": (Status, (TextOut, PathPointer, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_path_fall_count": (c_size_t, (PathPointer,)),
    "bontot_path_fall_at": (Sized, (PathPointer, c_size_t, LengthOut)),
    "bontot_path_obstacle_count": (c_size_t, (PathPointer,)),
    "bontot_path_obstacle_code": (ZeroEnded, (PathPointer, c_size_t)),
    "bontot_path_obstacle_text": (Status, (TextOut, PathPointer, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_path_write": (Status, (TextOut, PathPointer, Format, OptionsPointer, ErrorOut)),
    "bontot_path_free": (None, (PathPointer,)),
    # expressions
    "bontot_feel_evaluate": (
        Status,
        (TextOut, ZeroEnded, c_size_t, ZeroEnded, c_size_t, OptionsPointer, ErrorOut),
    ),
    "bontot_names_new": (Status, (NamesOut, OptionsPointer, ErrorOut)),
    "bontot_names_set_number": (Status, (NamesPointer, ZeroEnded, c_size_t, Number, ErrorOut)),
    "bontot_names_set_boolean": (Status, (NamesPointer, ZeroEnded, c_size_t, c_int32, ErrorOut)),
    "bontot_names_set_text": (Status, (NamesPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_names_set_date": (Status, (NamesPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_names_set_unknown": (Status, (NamesPointer, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_names_set_expression": (Status, (NamesPointer, ZeroEnded, c_size_t, ZeroEnded, c_size_t, ErrorOut)),
    "bontot_names_evaluate": (Status, (TextOut, NamesPointer, ZeroEnded, c_size_t, OptionsPointer, ErrorOut)),
    "bontot_names_free": (None, (NamesPointer,)),
}

# ---- Loading ------------------------------------------------------------------

WAYS = (
    "call bontot.load(path) before anything else, or set BONTOT_LIBRARY to the path of libbontot.so, "
    "or put libbontot.so beside the package ({folder}), or install it where the system looks for libraries"
)
SYSTEM = "libbontot.so.0"  # a name, not a path: the dynamic linker looks for it

_lock = threading.Lock()
_loaded: Optional[CDLL] = None
_loaded_from = ""


def load(path: Union[str, os.PathLike[str]]) -> None:
    """Loads the library from a file, before anything else of this package is used.

    Raises LibraryError when it cannot be loaded, is of another version than this
    package, or when another file has been loaded already.
    """
    wanted = os.path.abspath(path)
    with _lock:
        if _loaded is None:
            _remember(wanted)
        elif wanted != _loaded_from:
            raise LibraryError(f"cannot load {wanted}: {_loaded_from} is loaded already")


def library() -> CDLL:
    """Returns the library; finds and loads it when that has not happened yet.

    Raises LibraryError, which says how to say where the library is.
    """
    if _loaded is not None:
        return _loaded
    with _lock:
        return _loaded or _remember(find(pathlib.Path(__file__).parent))


def find(folder: pathlib.Path) -> str:
    """Returns the library: what BONTOT_LIBRARY says, the one in the package's folder, or the system's."""
    named = os.environ.get("BONTOT_LIBRARY")
    if named:
        return os.path.abspath(named)
    beside = sorted(folder.glob("libbontot.so*"))
    if beside:
        return str(beside[0])
    return SYSTEM


def open_library(path: str) -> CDLL:
    """Opens a library, checks its version, and declares its functions."""
    folder = pathlib.Path(__file__).parent
    try:
        opened = CDLL(path)
    except OSError as error:
        raise LibraryError(f"cannot load the library {path} ({error}): {WAYS.format(folder=folder)}") from error
    try:
        _declare(opened, "bontot_version")
        version = opened.bontot_version().decode()
        if version != VERSION:
            raise LibraryError(f"{path} is version {version}, but this package needs {VERSION}")
        for name in SIGNATURES:
            _declare(opened, name)
    except AttributeError as error:
        raise LibraryError(f"{path} is not the library of this package: {error}") from error
    return opened


def _declare(opened: CDLL, name: str) -> None:
    function = getattr(opened, name)
    function.restype, function.argtypes = SIGNATURES[name]


def _remember(path: str) -> CDLL:
    global _loaded, _loaded_from
    opened = open_library(path)
    _loaded, _loaded_from = opened, path
    return opened
