// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

/** The constants of bontot.h, under their own names. A test compares them with the header. */
public final class Constants {
    /** An index that points nowhere. */
    public static final SizeT BONTOT_NONE = new SizeT(-1);

    public static final int BONTOT_OK = 0;
    public static final int BONTOT_BAD_INPUT = 1;
    public static final int BONTOT_NOT_FOUND = 2;
    public static final int BONTOT_MISUSE = 3;
    public static final int BONTOT_NO_MEMORY = 4;
    public static final int BONTOT_NO_FIT = 5;
    public static final int BONTOT_INTERNAL = 6;
    public static final int BONTOT_VI = 0;
    public static final int BONTOT_EN = 1;
    public static final int BONTOT_TRUST_ALL = 0;
    public static final int BONTOT_TRUST_COMMITTEE = 1;
    public static final int BONTOT_FACT_NUMBER = 0;
    public static final int BONTOT_FACT_BOOLEAN = 1;
    public static final int BONTOT_FACT_TEXT = 2;
    public static final int BONTOT_FACT_DATE = 3;
    public static final int BONTOT_FACT_CHOICE = 4;
    public static final int BONTOT_POINTS = 0;
    public static final int BONTOT_POSSIBLE = 1;
    public static final int BONTOT_MAX = 2;
    public static final int BONTOT_NUMBER_ROOM = 64;
    public static final int BONTOT_BASE = 0;
    public static final int BONTOT_BONUS = 1;
    public static final int BONTOT_PENALTY = 2;
    public static final int BONTOT_VOIDED = 0;
    public static final int BONTOT_NOT_APPLICABLE = 1;
    public static final int BONTOT_UNCOVERED = 2;
    public static final int BONTOT_UNKNOWN = 3;
    public static final int BONTOT_UNPROVEN = 4;
    public static final int BONTOT_MET = 5;
    public static final int BONTOT_UNMET = 6;
    public static final int BONTOT_PARTLY = 7;
    public static final int BONTOT_NO = 0;
    public static final int BONTOT_YES = 1;
    public static final int BONTOT_OPEN = 2;
    public static final int BONTOT_INFO = 0;
    public static final int BONTOT_WARNING = 1;
    public static final int BONTOT_ERROR = 2;
    public static final int BONTOT_JSON = 0;
    public static final int BONTOT_TEXT = 1;
    public static final int BONTOT_SUMMARY = 2;
    public static final int BONTOT_COLUMN_NOTHING = 0;
    public static final int BONTOT_COLUMN_INT8 = 1;
    public static final int BONTOT_COLUMN_UINT8 = 2;
    public static final int BONTOT_COLUMN_INT16 = 3;
    public static final int BONTOT_COLUMN_UINT16 = 4;
    public static final int BONTOT_COLUMN_INT32 = 5;
    public static final int BONTOT_COLUMN_UINT32 = 6;
    public static final int BONTOT_COLUMN_INT64 = 7;
    public static final int BONTOT_COLUMN_UINT64 = 8;
    public static final int BONTOT_COLUMN_DECIMAL128 = 9;
    public static final int BONTOT_COLUMN_FLOAT32 = 10;
    public static final int BONTOT_COLUMN_FLOAT64 = 11;
    public static final int BONTOT_COLUMN_BOOLEAN_BYTES = 12;
    public static final int BONTOT_COLUMN_BOOLEAN_BITS = 13;
    public static final int BONTOT_COLUMN_TEXT32 = 14;
    public static final int BONTOT_COLUMN_TEXT64 = 15;
    public static final int BONTOT_COLUMN_DATE32 = 16;
    public static final int BONTOT_ROW_SCORED = 0;
    public static final int BONTOT_ROW_WRONG = 1;
    public static final int BONTOT_ROW_NO_FIT = 2;
    public static final int BONTOT_BEFORE = 0;
    public static final int BONTOT_AFTER = 1;
    public static final int BONTOT_DIFFERENCE = 2;
    public static final int BONTOT_IN_BOTH = 0;
    public static final int BONTOT_BEFORE_ONLY = 1;
    public static final int BONTOT_AFTER_ONLY = 2;
    public static final int BONTOT_PLACE_KEPT = 0;
    public static final int BONTOT_PLACE_MOVES = 1;
    public static final int BONTOT_PLACE_UNDECIDED = 2;
    public static final int BONTOT_PLACE_OPEN = 3;
    public static final int BONTOT_QUOTA_BASE = 0;
    public static final int BONTOT_QUOTA_ALLOWED = 1;
    public static final int BONTOT_QUOTA_HELD = 2;
    public static final int BONTOT_QUOTA_KEPT = 3;
    public static final int BONTOT_QUOTA_MOVED = 4;
    public static final int BONTOT_QUOTA_UNDECIDED = 5;
    public static final int BONTOT_QUOTA_OPEN = 6;
    public static final int BONTOT_MOVE_SAME = 0;
    public static final int BONTOT_MOVE_UP = 1;
    public static final int BONTOT_MOVE_DOWN = 2;
    public static final int BONTOT_MOVE_OTHER = 3;
    public static final int BONTOT_PATH_REACHED = 0;
    public static final int BONTOT_PATH_FOUND = 1;
    public static final int BONTOT_PATH_CONFLICT = 2;
    public static final int BONTOT_PATH_FORBIDDEN = 3;

    private Constants() {
    }
}
