<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** The constants of bontot.h. Written by generate.php from include/bontot/bontot.h. */
final class Constants
{
    public const BONTOT_OK = 0;
    public const BONTOT_BAD_INPUT = 1;
    public const BONTOT_NOT_FOUND = 2;
    public const BONTOT_MISUSE = 3;
    public const BONTOT_NO_MEMORY = 4;
    public const BONTOT_NO_FIT = 5;
    public const BONTOT_INTERNAL = 6;
    public const BONTOT_VI = 0;
    public const BONTOT_EN = 1;
    public const BONTOT_NONE = -1;
    public const BONTOT_TRUST_ALL = 0;
    public const BONTOT_TRUST_COMMITTEE = 1;
    public const BONTOT_FACT_NUMBER = 0;
    public const BONTOT_FACT_BOOLEAN = 1;
    public const BONTOT_FACT_TEXT = 2;
    public const BONTOT_FACT_DATE = 3;
    public const BONTOT_FACT_CHOICE = 4;
    public const BONTOT_POINTS = 0;
    public const BONTOT_POSSIBLE = 1;
    public const BONTOT_MAX = 2;
    public const BONTOT_NUMBER_ROOM = 64;
    public const BONTOT_BASE = 0;
    public const BONTOT_BONUS = 1;
    public const BONTOT_PENALTY = 2;
    public const BONTOT_VOIDED = 0;
    public const BONTOT_NOT_APPLICABLE = 1;
    public const BONTOT_UNCOVERED = 2;
    public const BONTOT_UNKNOWN = 3;
    public const BONTOT_UNPROVEN = 4;
    public const BONTOT_MET = 5;
    public const BONTOT_UNMET = 6;
    public const BONTOT_PARTLY = 7;
    public const BONTOT_NO = 0;
    public const BONTOT_YES = 1;
    public const BONTOT_OPEN = 2;
    public const BONTOT_INFO = 0;
    public const BONTOT_WARNING = 1;
    public const BONTOT_ERROR = 2;
    public const BONTOT_JSON = 0;
    public const BONTOT_TEXT = 1;
    public const BONTOT_SUMMARY = 2;
    public const BONTOT_COLUMN_NOTHING = 0;
    public const BONTOT_COLUMN_INT8 = 1;
    public const BONTOT_COLUMN_UINT8 = 2;
    public const BONTOT_COLUMN_INT16 = 3;
    public const BONTOT_COLUMN_UINT16 = 4;
    public const BONTOT_COLUMN_INT32 = 5;
    public const BONTOT_COLUMN_UINT32 = 6;
    public const BONTOT_COLUMN_INT64 = 7;
    public const BONTOT_COLUMN_UINT64 = 8;
    public const BONTOT_COLUMN_DECIMAL128 = 9;
    public const BONTOT_COLUMN_FLOAT32 = 10;
    public const BONTOT_COLUMN_FLOAT64 = 11;
    public const BONTOT_COLUMN_BOOLEAN_BYTES = 12;
    public const BONTOT_COLUMN_BOOLEAN_BITS = 13;
    public const BONTOT_COLUMN_TEXT32 = 14;
    public const BONTOT_COLUMN_TEXT64 = 15;
    public const BONTOT_COLUMN_DATE32 = 16;
    public const BONTOT_ROW_SCORED = 0;
    public const BONTOT_ROW_WRONG = 1;
    public const BONTOT_ROW_NO_FIT = 2;
    public const BONTOT_BEFORE = 0;
    public const BONTOT_AFTER = 1;
    public const BONTOT_DIFFERENCE = 2;
    public const BONTOT_IN_BOTH = 0;
    public const BONTOT_BEFORE_ONLY = 1;
    public const BONTOT_AFTER_ONLY = 2;
    public const BONTOT_PLACE_KEPT = 0;
    public const BONTOT_PLACE_MOVES = 1;
    public const BONTOT_PLACE_UNDECIDED = 2;
    public const BONTOT_PLACE_OPEN = 3;
    public const BONTOT_QUOTA_BASE = 0;
    public const BONTOT_QUOTA_ALLOWED = 1;
    public const BONTOT_QUOTA_HELD = 2;
    public const BONTOT_QUOTA_KEPT = 3;
    public const BONTOT_QUOTA_MOVED = 4;
    public const BONTOT_QUOTA_UNDECIDED = 5;
    public const BONTOT_QUOTA_OPEN = 6;
    public const BONTOT_MOVE_SAME = 0;
    public const BONTOT_MOVE_UP = 1;
    public const BONTOT_MOVE_DOWN = 2;
    public const BONTOT_MOVE_OTHER = 3;
    public const BONTOT_PATH_REACHED = 0;
    public const BONTOT_PATH_FOUND = 1;
    public const BONTOT_PATH_CONFLICT = 2;
    public const BONTOT_PATH_FORBIDDEN = 3;
}
